//! The page on how to search has examples of this folder, and each finds something.

use dateline_browser::{Window, visit};
use fantoccini::Locator;

#[test]
fn help_shows_what_can_be_asked() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.click("link", "Help").await;
        page.find("heading", "How to search").await;
        let example = Locator::Css(".help-page th a");
        let examples = page.client().find_all(example).await.expect("examples");
        assert!(examples.len() > 10, "{}", examples.len());
        page.click("link", "who:\"Jens Stoltenberg\"").await;
        page.status("5 articles").await;
    });
}
