//! The seal counts what the browser notes, and becomes a warning when anything tries to leave.

use dateline_browser::{Server, Window, visit_server};

#[test]
fn the_seal_breaks_when_something_leaves() {
    let server = Server::start();
    let host = server.clone();
    visit_server(server, "", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.find("link", "0 requests since load").await;
        page.assert_quiet().await;
        let n_before = host.requests().iter().filter(|path| path.contains("leak")).count();
        page.script("fetch('./leak?secret').catch(() => {})").await;
        page.script("const image = new Image(); image.src = 'http://leak.example/pixel'").await;
        page.wait("a warning", async || {
            let text = page.script("return document.querySelector('[role=alert]')?.innerText ?? ''").await;
            text.as_str().filter(|text| text.contains("refused by the browser")).map(|_| ())
        })
        .await;
        page.click("link", "See which").await;
        page.find("heading", "Nothing leaves this page").await;
        page.find("heading", "Refused").await;
        let text = page.script("return document.querySelector('main').innerText").await.to_string();
        assert!(text.contains("connect-src") && text.contains("leak.example"), "{text}");
        let n_after = host.requests().iter().filter(|path| path.contains("leak")).count();
        assert_eq!((n_before, n_after), (0, 0), "the policy lets nothing out");
    });
}
