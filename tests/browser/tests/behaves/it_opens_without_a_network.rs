//! After one visit the site opens and works with the network cut.

use dateline_browser::{Server, Window, visit_server};

#[test]
fn it_opens_without_a_network() {
    let server = Server::start();
    let network = server.clone();
    visit_server(server, "", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.kept().await;
        network.cut();
        page.open("#/?q=finland").await;
        page.status("3 articles").await;
        page.open("#/?read=003_ba8f150e48c27e3d").await;
        page.find("region", "Reader").await;
        page.open("index.html#/methods").await;
        page.find("heading", "Methods").await;
        page.assert_quiet().await;
    });
}
