//! A month chosen under When leaves the articles that speak of it or were published in it.

use dateline_browser::{Window, visit};

#[test]
fn a_date_narrows_the_list() {
    visit("#/?when=2022-11", Window::DESKTOP, async |page| {
        page.status("1 article").await;
        page.find("checkbox", "November 2022, 1 article").await;
        assert_eq!(page.headlines().await, ["NATO Secretary General: Ukraine will one day join NATO"]);
        page.click("checkbox", "November 2022, 1 article").await;
        page.status("5 articles").await;
        page.click("checkbox", "2008, 2 articles").await;
        page.status("2 articles").await;
    });
}
