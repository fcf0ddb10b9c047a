//! A mark opens a card that says who it is and why, and from which one can filter; Escape gives the focus back.

use dateline_browser::{Window, visit};
use fantoccini::Locator;

#[test]
fn a_mark_opens_its_card() {
    visit("#/?read=001_22317460712b96cc", Window::DESKTOP, async |page| {
        page.click("button", "Blinken, person").await;
        page.find("heading", "Antony Blinken").await;
        page.press("\u{e00c}").await;
        page.find_gone("heading", "Antony Blinken").await;
        let active = page.client().active_element().await.expect("focus");
        assert_eq!(page.name_of(&active).await, "Blinken, person");
        active.send_keys("\u{e007}").await.expect("Enter");
        page.find("heading", "Antony Blinken").await;
        page.click("button", "Only").await;
        page.status("1 article").await;
        page.find("checkbox", "Antony Blinken, 1 article").await;
        let chips = page.client().find_all(Locator::Css(".chip")).await.expect("chips");
        assert_eq!(chips.len(), 1);
    });
}
