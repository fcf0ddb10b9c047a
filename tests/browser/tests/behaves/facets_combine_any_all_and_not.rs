//! Values of one facet widen the list, those of two narrow it; all-of and exclude narrow it further.

use dateline_browser::{Window, visit};

#[test]
fn facets_combine_any_all_and_not() {
    visit("", Window::DESKTOP, async |page| {
        page.click("checkbox", "Joe Biden, 2 articles").await;
        page.status("2 articles").await;
        page.open("#/?who=joe-biden&who=antony-blinken").await;
        page.status("3 articles").await;
        page.open("#/?who=joe-biden&who=antony-blinken&who-mode=all").await;
        page.status("0 articles").await;
        page.open("#/?who=joe-biden&where=kyiv").await;
        page.status("2 articles").await;
        page.open("#/?who-not=joe-biden").await;
        page.status("3 articles").await;
    });
}
