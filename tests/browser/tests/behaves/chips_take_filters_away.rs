//! Everything applied is a chip that takes it away again; one button clears all.

use dateline_browser::{Window, visit};
use fantoccini::Locator;

#[test]
fn chips_take_filters_away() {
    visit("#/?who=joe-biden&where-not=sweden&q=tanks", Window::DESKTOP, async |page| {
        page.status("0 articles").await;
        let chips = page.client().find_all(Locator::Css(".chip")).await.expect("chips");
        assert_eq!(chips.len(), 3, "a chip for the words, one for each value");
        page.click("button", "Clear all").await;
        page.status("5 articles").await;
        page.hash_until("to hold no filter", |hash| !hash.contains("who=")).await;
    });
}
