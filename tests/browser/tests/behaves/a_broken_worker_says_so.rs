//! When the part that analyses cannot be loaded, the page says what happened instead of staying blank.

use dateline_browser::{Server, Window, visit_server};
use fantoccini::Locator;

#[test]
fn a_broken_worker_says_so() {
    let server = Server::without(|name| name.starts_with("worker"));
    visit_server(server, "", Window::DESKTOP, async |page| {
        page.wait("a message", async || {
            let found = page.client().find(Locator::Css("[role=alert]")).await.ok()?;
            found.text().await.ok().filter(|text| !text.is_empty())
        })
        .await;
    });
}
