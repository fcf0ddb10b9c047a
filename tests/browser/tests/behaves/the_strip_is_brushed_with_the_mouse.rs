//! Dragging across a row chooses a range of dates, a click one bar; the chip takes it away.

use dateline_browser::{Window, visit};

#[test]
fn the_strip_is_brushed_with_the_mouse() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.find("slider", "Published").await;
        page.drag("slider", "Published", 0.0, 0.999, "mouse").await;
        page.hash_until("to name a range", |hash| hash.contains("published=")).await;
        let dated = page.script("return document.querySelector('[role=status]').innerText").await;
        assert_ne!(dated, "0 articles");
        page.find("slider", "Mentioned").await;
        page.click_first("button", "Remove filter Published").await;
        page.hash_until("to name no range", |hash| !hash.contains("published=")).await;
        page.status("5 articles").await;
    });
}

#[test]
fn a_shared_range_is_drawn_counted_and_cleared() {
    let shared = "#/?published=2022-11&mentioned=2022-01..2022-12";
    visit(shared, Window::DESKTOP, async |page| {
        page.status("1 article").await;
        page.find("button", "Remove filter Published November 2022").await;
        page.find("button", "Remove filter Mentioned 2022").await;
        page.click("button", "Clear all").await;
        page.status("5 articles").await;
        page.hash_until("to be plain", |hash| !hash.contains("2022")).await;
    });
}

#[test]
fn the_strip_zooms_and_the_way_back_zooms_out() {
    visit("#/?published=2022-11", Window::DESKTOP, async |page| {
        page.status("1 article").await;
        page.click("button", "Zoom in").await;
        page.hash_until("to name a zoom", |hash| hash.contains("zoom=")).await;
        page.click("button", "All dates").await;
        page.hash_until("to name none", |hash| !hash.contains("zoom=")).await;
        page.client().back().await.expect("back");
        page.hash_until("to name the zoom again", |hash| hash.contains("zoom=")).await;
    });
}
