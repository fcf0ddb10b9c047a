//! People and places are listed with the number of articles that name them.

use dateline_browser::{Window, visit};

#[test]
fn who_and_where_count_articles() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        for group in ["Who", "Where", "When", "Organizations"] {
            page.find("group", group).await;
        }
        page.find("searchbox", "Search articles").await;
        page.find("checkbox", "Jens Stoltenberg, 5 articles").await;
        page.find("checkbox", "Vladimir Putin, 5 articles").await;
        page.find("checkbox", "Kyiv, 5 articles").await;
        page.find("checkbox", "NATO, 5 articles").await;
        assert_eq!(page.headlines().await.len(), 5);
    });
}
