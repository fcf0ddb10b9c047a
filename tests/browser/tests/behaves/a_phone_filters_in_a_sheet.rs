//! On a phone the facets wait behind a button and nothing is wider than the screen.

use dateline_browser::{Window, visit};

#[test]
fn a_phone_filters_in_a_sheet() {
    visit("", Window::PHONE, async |page| {
        page.status("5 articles").await;
        assert!(page.look_for("checkbox", "Joe Biden, 2 articles").await.is_none());
        page.click("button", "Filters").await;
        page.click("checkbox", "Joe Biden, 2 articles").await;
        page.press("\u{e00c}").await;
        page.status("2 articles").await;
        page.find_gone("checkbox", "Joe Biden, 2 articles").await;
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.script(overflow).await, 0);
        page.click("link", "Ukraine news: NATO chief visits Kyiv, 1st since invasion").await;
        page.find("region", "Reader").await;
        assert_eq!(page.script(overflow).await, 0);
    });
}
