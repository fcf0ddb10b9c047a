//! The keys n and p lead from match to match in the open article and take the focus along.

use dateline_browser::{Window, visit};

#[test]
fn matches_are_walked_through_in_the_reader() {
    visit("#/?q=nato+&read=001_22317460712b96cc", Window::DESKTOP, async |page| {
        page.find("region", "Reader").await;
        let focused = async || page.script("return document.activeElement.id").await;
        page.click("button", "Next match").await;
        assert_eq!(focused().await, "match-0");
        page.press("n").await;
        assert_eq!(focused().await, "match-1");
        page.press("p").await;
        assert_eq!(focused().await, "match-0");
        page.press("p").await;
        assert_ne!(focused().await, "match-0", "the walk goes around");
    });
}
