//! Names and fields are offered as one types, walked through with the arrows and taken with Enter.

use dateline_browser::{Window, visit};
use fantoccini::Locator;

#[test]
fn names_are_completed_while_typing() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let search = page.find("searchbox", "Search articles").await;
        search.send_keys("stolt").await.expect("typed");
        let option = Locator::Css("[role=listbox] [role=option]");
        let offered = page.wait("a suggestion", async || page.client().find(option).await.ok()).await;
        assert!(offered.text().await.expect("text").starts_with("Jens Stoltenberg"));
        search.send_keys("\u{e015}").await.expect("arrow down");
        let active = page.script("return document.activeElement.getAttribute('aria-activedescendant')").await;
        assert!(active.is_string(), "{active}");
        search.send_keys("\u{e007}").await.expect("enter");
        page.hash_until("to name him", |hash| hash.contains("q=who:%22Jens+Stoltenberg%22")).await;
        page.status("5 articles").await;
        search.send_keys("kyi\u{e00c}").await.expect("typed and left with Escape");
        assert!(page.client().find(option).await.is_err(), "the suggestions are closed");
        page.hash_until("to keep the words", |hash| hash.contains("+kyi")).await;
    });
}
