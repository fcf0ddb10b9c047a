//! What was cut from an article can be shown in its place, with the reason.

use dateline_browser::{Window, visit};

#[test]
fn removed_text_can_be_shown() {
    visit("#/?read=001_22317460712b96cc", Window::DESKTOP, async |page| {
        let reader = page.find("region", "Reader").await;
        assert!(!reader.text().await.expect("text").contains("MUST READ"));
        page.open("#/?read=001_22317460712b96cc&removed=shown").await;
        let reader = page.find("region", "Reader").await;
        let text = page.wait("the removed text", async || {
            reader.text().await.ok().filter(|text| text.contains("MUST READ"))
        });
        assert!(text.await.contains("Biden looked at the storm"));
    });
}
