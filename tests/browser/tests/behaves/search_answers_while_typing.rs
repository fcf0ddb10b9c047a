//! Every letter typed narrows the list, and the words are marked where they stand.

use dateline_browser::{Window, visit};
use fantoccini::Locator;

#[test]
fn search_answers_while_typing() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let search = page.find("searchbox", "Search articles").await;
        search.send_keys("leop").await.expect("typed");
        page.status("1 article").await;
        search.send_keys("ard tanks").await.expect("typed");
        page.hash_until("to hold the words", |hash| hash.contains("q=leopard+tanks")).await;
        page.status("1 article").await;
        let marked = page.client().find(Locator::Css("[aria-label=Articles] mark")).await.expect("a mark");
        assert!(!marked.text().await.expect("text").is_empty());
        search.send_keys(" zebra").await.expect("typed");
        page.status("0 articles").await;
    });
}
