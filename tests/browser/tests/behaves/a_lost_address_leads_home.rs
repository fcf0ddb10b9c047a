//! The page that a host shows for an address that leads nowhere, however deep, leads home.

use dateline_browser::{Server, Window, visit_server};

#[test]
fn a_lost_address_leads_home() {
    visit_server(Server::start(), "no/such/place.html", Window::DESKTOP, async |page| {
        page.find("heading", "No such page").await;
        let home = page.server().address();
        let leads_home = async || {
            let href = page.script("return document.getElementById('home').href").await;
            (href.as_str() == Some(&home)).then_some(())
        };
        page.wait("the way home", leads_home).await;
        page.click("link", "All articles").await;
        page.status("5 articles").await;
    });
}
