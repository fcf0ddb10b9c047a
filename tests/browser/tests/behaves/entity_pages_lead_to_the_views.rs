//! A person's page shows their dates, words and company, by mouse, keys and touch, and leads to all of them.

use dateline_browser::{Window, visit};

const PAGE: &str = "#/person/jens-stoltenberg";

#[test]
fn a_few_of_each_lead_to_all() {
    visit(PAGE, Window::DESKTOP, async |page| {
        page.find("heading", "In their own words").await;
        page.find("heading", "In the words of others").await;
        page.click_first("link", "All ").await;
        page.hash_until("to list what he said", |hash| hash == "#/quotes?said=jens-stoltenberg").await;
        page.open(PAGE).await;
        page.click("link", "Show in the network").await;
        page.hash_until("to look at him", |hash| hash.contains("from=person:jens-stoltenberg")).await;
        page.find("group", "Network").await;
        page.open(PAGE).await;
        page.click("link", "Timeline of these articles").await;
        page.hash_until("to name him", |hash| hash == "#/timeline?who=jens-stoltenberg").await;
    });
}

#[test]
fn keys_walk_through_the_small_timeline() {
    visit(PAGE, Window::DESKTOP, async |page| {
        let plot = page.find("group", "Timeline").await;
        plot.send_keys("\u{e014}").await.expect("an arrow key");
        plot.send_keys("\u{e007}").await.expect("Enter");
        let focused = async || {
            let id = page.script("return document.activeElement.id").await;
            id.as_str().is_some_and(|id| id.starts_with("event-")).then_some(())
        };
        page.wait("an event of the list to have the focus", focused).await;
    });
}

#[test]
fn a_finger_moves_it_on_a_phone() {
    visit(PAGE, Window::PHONE, async |page| {
        page.find("group", "Timeline").await;
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.script(overflow).await, 0);
        page.drag("group", "Timeline", 0.7, 0.3, "touch").await;
        page.hash_until("to name a zoom", |hash| hash.contains("zoom=")).await;
        page.find("heading", "In dated sentences").await;
        page.click("link", "All dates").await;
        page.hash_until("to name none", |hash| !hash.contains("zoom=")).await;
    });
}
