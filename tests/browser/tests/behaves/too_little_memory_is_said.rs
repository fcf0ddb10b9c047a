//! Where there is no memory for the articles, the page says so, and goes on as soon as there is.

use dateline_browser::{Browser, Server, Window, visit_server};
use serde_json::json;

/// The larger program does not fit, as often as the tab does not know that other tabs were closed.
const SCARCE: &str = "const compile = WebAssembly.compile;
    WebAssembly.compile = (bytes) => bytes.byteLength > 2e6 && !sessionStorage.getItem('closed')
        ? Promise.reject(new RangeError('WebAssembly.compile(): Out of memory'))
        : compile.call(WebAssembly, bytes);";

#[test]
fn too_little_memory_is_said() {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium runs a script before the page's own");
        return;
    }
    visit_server(Server::start(), "404.html", Window::DESKTOP, async |page| {
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": SCARCE })).await;
        page.open("#/?q=finland").await;
        page.wait("a message", async || {
            let text = page.script("return document.querySelector('[role=alert]')?.innerText ?? ''").await;
            text.as_str().filter(|text| text.contains("Memory may have run out")).map(|_| ())
        })
        .await;
        page.script("sessionStorage.setItem('closed', 'yes')").await;
        page.click("button", "Load the page anew").await;
        page.status("3 articles").await;
        page.hash_until("to be the same", |hash| hash == "#/?q=finland").await;
    });
}
