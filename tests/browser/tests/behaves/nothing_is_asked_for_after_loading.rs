//! Once the first results are there, no page and no action asks the network for anything.

use dateline_browser::{Window, visit};

#[test]
fn nothing_is_asked_for_after_loading() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.find("checkbox", "Kyiv, 5 articles").await;
        let loaded = page.server().requests().len();
        page.click("checkbox", "Joe Biden, 2 articles").await;
        page.status("2 articles").await;
        for hash in ["#/methods", "#/person/jens-stoltenberg", "#/?read=003_ba8f150e48c27e3d", "#/nowhere"] {
            page.script(&format!("location.hash = '{hash}'")).await;
            page.hash_until("to change", |now| now == hash).await;
            page.script("return document.body.offsetHeight").await;
        }
        page.find("heading", "No such page").await;
        let requests = page.server().requests();
        assert_eq!(requests.len(), loaded, "asked for after loading: {:?}", &requests[loaded..]);
    });
}
