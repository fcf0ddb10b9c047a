//! A person's page tells the names it goes by and shows every sentence that names it.

use dateline_browser::{Window, visit};

#[test]
fn entity_pages_show_sentences() {
    visit("#/person/urmas-reinsalu", Window::DESKTOP, async |page| {
        page.find("heading", "Urmas Reinsalu").await;
        let text = page.script("return document.querySelector('main').innerText").await.to_string();
        assert!(text.contains("The strongest message from this visit"), "{text}");
        assert!(text.contains("Reinsaru"), "the guessed spelling is shown: {text}");
    });
}
