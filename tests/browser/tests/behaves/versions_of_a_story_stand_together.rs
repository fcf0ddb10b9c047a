//! Versions of one story stand under one head, and counting each story once changes the total.

use dateline_browser::{Window, visit};

#[test]
fn versions_of_a_story_stand_together() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        assert_eq!(page.headlines().await.len(), 5);
        let said = page.script("return document.querySelector('.hit-card-story').innerText").await;
        assert!(said.as_str().is_some_and(|said| said.starts_with("2 versions of this story")), "{said}");
        page.click("checkbox", "count each story once").await;
        page.status("4 stories").await;
        page.hash_until("to say so", |hash| hash.contains("stories=once")).await;
        page.find("checkbox", "Jens Stoltenberg, 4 articles").await;
    });
}
