//! A shared address opens the same list and the same article; back and forward walk through what was chosen.

use dateline_browser::{Window, visit};

#[test]
fn the_address_holds_everything() {
    let shared = "#/?q=%22kyiv%22&who=jens-stoltenberg&where=finland&sort=longest&read=004_54fe4d522f3f9e08";
    visit(shared, Window::DESKTOP, async |page| {
        page.status("2 articles").await;
        page.find("region", "Reader").await;
        page.find("button", "Ramstein Air Base, place").await;
        page.click("checkbox", "Vladimir Putin, 2 articles").await;
        page.hash_until("to gain a name", |hash| hash.contains("vladimir-putin")).await;
        page.client().back().await.expect("back");
        page.hash_until("to lose it", |hash| !hash.contains("vladimir-putin")).await;
        page.client().forward().await.expect("forward");
        page.hash_until("to gain it again", |hash| hash.contains("vladimir-putin")).await;
        page.status("2 articles").await;
    });
}
