//! The Methods page says what was read and what was removed, with the hash of the folder.

use dateline_browser::{Window, visit};

#[test]
fn methods_list_what_was_done() {
    visit("#/methods", Window::DESKTOP, async |page| {
        page.find("heading", "Methods").await;
        let text = page.script("return document.querySelector('main').innerText").await.to_string();
        let has_hash = text.split(|c: char| !c.is_ascii_hexdigit()).any(|part| part.len() == 64);
        assert!(has_hash, "{text}");
        assert!(text.contains(env!("CARGO_PKG_VERSION")), "{text}");
    });
}
