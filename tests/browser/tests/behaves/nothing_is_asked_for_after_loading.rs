//! Once everything has arrived and is kept, no page and no action asks anybody for anything.

use dateline_browser::{PAGES, Window, visit};

#[test]
fn nothing_is_asked_for_after_loading() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.find("checkbox", "Kyiv, 5 articles").await;
        page.kept().await;
        let of_the_site = || {
            let requests = page.server().requests();
            requests.into_iter().filter(|path| path.starts_with('/')).collect::<Vec<_>>()
        };
        let loaded = of_the_site().len();
        page.click("checkbox", "Joe Biden, 2 articles").await;
        page.status("2 articles").await;
        for each in PAGES {
            page.turn_to(each).await;
        }
        page.find("heading", "No such page").await;
        page.find("link", "0 requests since load").await;
        let requests = of_the_site();
        assert_eq!(requests.len(), loaded, "asked for after loading: {:?}", &requests[loaded..]);
    });
}
