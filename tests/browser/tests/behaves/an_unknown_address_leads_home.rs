//! An address that leads nowhere says so and leads home; so does an article or a name that is not there.

use dateline_browser::{Window, visit};

#[test]
fn an_unknown_address_leads_home() {
    visit("#/no/such/page", Window::DESKTOP, async |page| {
        page.find("heading", "No such page").await;
        page.client().execute("document.querySelector('main a').click()", vec![]).await.expect("a way home");
        page.status("5 articles").await;
        page.open("#/person/nobody-of-this-name").await;
        page.wait("a word about the missing person", async || {
            let text = page.script("return document.querySelector('main')?.innerText ?? ''").await;
            text.to_string().contains("Nothing in the folder goes by this name").then_some(())
        })
        .await;
        page.open("#/?read=no-such-article&who=%F0%28&q=%").await;
        page.find("searchbox", "Search articles").await;
    });
}
