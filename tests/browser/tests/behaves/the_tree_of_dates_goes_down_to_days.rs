//! A year opens its months and a month its days, each narrowing the list in the place of the wider.

use dateline_browser::{Window, visit};

#[test]
fn the_tree_of_dates_goes_down_to_days() {
    visit("#/", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.click("checkbox", "2023, 3 articles").await;
        page.status("3 articles").await;
        page.click("checkbox", "April 2023, 2 articles").await;
        page.status("2 articles").await;
        page.click("checkbox", "21 April 2023, 2 articles").await;
        page.status("2 articles").await;
        page.find("checkbox", "20 April 2023, 2 articles").await;
    });
}
