//! A headline opens its article; names and dates in it are buttons named by text and kind.

use dateline_browser::{Window, visit};

#[test]
fn an_article_opens_with_its_marks() {
    visit("", Window::DESKTOP, async |page| {
        page.click("link", "NATO Secretary General: Ukraine will one day join NATO").await;
        page.find("region", "Reader").await;
        page.find("button", "Jens Stoltenberg, person").await;
        page.find("button", "Bucharest, place").await;
        page.find("button", "NATO, organization").await;
        page.find("button", "November 29, 2022, date").await;
        page.hash_until("to name the article", |hash| hash.contains("read=001_22317460712b96cc")).await;
        // Named only in teasers of other articles, so nobody's story.
        assert!(page.look_for("button", "Biden, person").await.is_none());
    });
}
