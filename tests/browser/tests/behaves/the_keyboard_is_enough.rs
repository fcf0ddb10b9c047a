//! Search, walk, open, close and look up the keys without a mouse.

use dateline_browser::{Window, visit};

const ESCAPE: &str = "\u{e00c}";

#[test]
fn the_keyboard_is_enough() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.press("/").await;
        let active = page.client().active_element().await.expect("focus");
        assert_eq!(page.name_of(&active).await, "Search articles");
        active.send_keys("finland").await.expect("typed");
        page.status("3 articles").await;
        active.send_keys(ESCAPE).await.expect("Escape");
        page.press("j").await;
        page.find("region", "Reader").await;
        let first = page.hash().await;
        page.press("j").await;
        page.hash_until("to name the next article", |hash| hash.contains("read=") && hash != first).await;
        page.press("k").await;
        page.hash_until("to name the first again", |hash| hash == first).await;
        page.press("?").await;
        page.find("dialog", "Keys").await;
        page.press(ESCAPE).await;
        page.find_gone("dialog", "Keys").await;
        page.press(ESCAPE).await;
        page.hash_until("to name no article", |hash| !hash.contains("read=")).await;
    });
}
