//! Where the browser keeps nothing, because there is no room, the site works and says so.

use dateline_browser::{Browser, Server, Window, visit_server};
use serde_json::json;

#[test]
fn without_room_the_site_still_works() {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium can be told how much room there is");
        return;
    }
    let server = Server::start();
    let address = server.address();
    visit_server(server, "404.html", Window::DESKTOP, async |page| {
        let origin = address.trim_end_matches("/some/where/");
        page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1000 })).await;
        page.open("").await;
        page.status("5 articles").await;
        page.wait("it to be refused", async || {
            (page.script("return dateline.offline()").await == "refused").then_some(())
        })
        .await;
        page.script("location.hash = '#/seal'").await;
        let text = page.script("return document.querySelector('main').innerText").await.to_string();
        assert!(text.contains("not kept: the browser has no room"), "{text}");
        page.script("location.hash = '#/?q=finland'").await;
        page.status("3 articles").await;
    });
}
