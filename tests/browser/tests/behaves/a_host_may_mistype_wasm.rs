//! A host that gives WebAssembly another type serves a working site.

use dateline_browser::{Server, Window, visit_server};

#[test]
fn a_host_may_mistype_wasm() {
    let server = Server::start();
    server.mistype_wasm();
    visit_server(server, "", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.kept().await;
        page.open("").await;
        page.status("5 articles").await;
        page.assert_quiet().await;
    });
}
