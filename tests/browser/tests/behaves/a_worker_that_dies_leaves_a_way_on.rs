//! When the worker stops under way, the page says so and loading it anew leads to the same place.

use dateline_browser::{Browser, Server, Window, visit_server};
use serde_json::json;

#[test]
fn a_worker_that_dies_leaves_a_way_on() {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium runs a script before the page's own");
        return;
    }
    visit_server(Server::start(), "404.html", Window::DESKTOP, async |page| {
        let source = "const Begin = Worker; Worker = class extends Begin { constructor(...a) { super(...a); globalThis.begun ??= this; } }";
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await;
        page.open("#/?q=finland").await;
        page.status("3 articles").await;
        page.script(
            "begun.terminate(); begun.dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }))",
        )
        .await;
        page.wait("a message", async || {
            let script = "return document.querySelector('[role=alert]')?.innerText ?? ''";
            page.script(script)
                .await
                .as_str()
                .filter(|text| text.contains("Memory may have run out"))
                .map(|_| ())
        })
        .await;
        page.click("button", "Load the page anew").await;
        page.status("3 articles").await;
        page.hash_until("to be the same", |hash| hash == "#/?q=finland").await;
    });
}
