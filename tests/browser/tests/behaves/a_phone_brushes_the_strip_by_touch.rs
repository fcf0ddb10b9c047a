//! On a phone the strip is one line until it is opened, takes a finger, and is never wider than the screen.

use dateline_browser::{Window, visit};

#[test]
fn a_phone_brushes_the_strip_by_touch() {
    visit("", Window(320, 640), async |page| {
        page.status("5 articles").await;
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.script(overflow).await, 0);
        assert!(page.look_for("slider", "Mentioned").await.is_none());
        let height = "return document.querySelector('.time-strip').offsetHeight";
        assert!(page.script(height).await.as_u64().is_some_and(|height| height <= 30));
        page.script("document.querySelector('.time-strip-toggle').click()").await;
        page.find("slider", "Mentioned").await;
        assert_eq!(page.script(overflow).await, 0);
        page.drag("slider", "Mentioned", 0.1, 0.9, "touch").await;
        page.hash_until("to name a range", |hash| hash.contains("mentioned=")).await;
    });
}
