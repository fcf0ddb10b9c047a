//! Where a browser keeps nothing for a page, as in a private window, everything works and the page says so.

use dateline_browser::{Browser, Server, Window, visit_server};
use serde_json::json;

/// Looking at what could keep something is an error, as where a reader has blocked it.
const BLOCKED: &str = "const refuse = { get() { throw new DOMException('blocked', 'SecurityError'); } };
    Object.defineProperty(Navigator.prototype, 'serviceWorker', refuse);
    for (const name of ['caches', 'localStorage', 'sessionStorage', 'indexedDB']) Object.defineProperty(window, name, refuse);";
/// It is not there at all, as where a page does not come by a safe way.
const MISSING: &str = "delete Navigator.prototype.serviceWorker; delete window.caches;";

fn works_without(source: &str) {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium runs a script before the page's own");
        return;
    }
    visit_server(Server::start(), "404.html", Window::DESKTOP, async |page| {
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
        page.open("#/?q=finland").await;
        page.status("3 articles").await;
        page.wait("it to be refused", async || {
            (page.script("return dateline.offline()").await == "refused").then_some(())
        })
        .await;
        page.script("location.hash = '#/seal'").await;
        page.find("heading", "Nothing leaves this page").await;
        let text = page.script("return document.querySelector('main').innerText").await.to_string();
        assert!(text.contains("as in a private window"), "{text}");
        page.find("link", "0 requests since load").await;
        page.assert_quiet().await;
    });
}

#[test]
fn where_nothing_may_be_kept_it_still_works() {
    works_without(BLOCKED);
}

#[test]
fn where_nothing_can_be_kept_it_still_works() {
    works_without(MISSING);
}
