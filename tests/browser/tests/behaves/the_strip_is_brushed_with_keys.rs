//! Arrow keys walk through the bars and say what they hold; Shift widens a range, Delete takes it away.

use dateline_browser::{Window, visit};

const LEFT: &str = "\u{e012}";
const RIGHT: &str = "\u{e014}";
const SHIFT: &str = "\u{e008}";
const ENTER: &str = "\u{e007}";
const DELETE: &str = "\u{e017}";

#[test]
fn the_strip_is_brushed_with_keys() {
    visit("#/?published=2022-11", Window::DESKTOP, async |page| {
        page.status("1 article").await;
        let row = page.find("slider", "Published").await;
        let said = async || row.attr("aria-valuetext").await.expect("a value").unwrap_or_default();
        assert!(said().await.contains("Chosen: Published November 2022"), "{}", said().await);
        page.script("document.querySelector('[role=slider]').focus()").await;
        page.press(&[SHIFT, LEFT, LEFT].concat()).await;
        page.hash_until("to hold a wider range", |hash| hash.contains("published=") && hash.contains(".."))
            .await;
        page.press(DELETE).await;
        page.hash_until("to hold none", |hash| !hash.contains("published=")).await;
        let before = said().await;
        page.press(RIGHT).await;
        page.wait("another bar to be said", async || (said().await != before).then_some(())).await;
        page.press(ENTER).await;
        page.hash_until("to hold one bar", |hash| hash.contains("published=")).await;
        page.press(ENTER).await;
        page.hash_until("to hold none again", |hash| !hash.contains("published=")).await;
    });
}
