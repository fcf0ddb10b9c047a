//! The timeline by mouse, keys and touch: events open their sentences, zooming is part of the address, lanes narrow.

use dateline_browser::{Window, visit};

#[test]
fn keys_walk_through_events_and_open_their_sentences() {
    visit("#/timeline", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
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
fn the_mouse_zooms_and_a_click_opens_the_sentences() {
    visit("#/timeline", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.click("button", "Zoom in").await;
        page.hash_until("to name a zoom", |hash| hash.contains("zoom=")).await;
        page.click("link", "All dates").await;
        page.hash_until("to name none", |hash| !hash.contains("zoom=")).await;
        page.drag("group", "Timeline", 0.6, 0.4, "mouse").await;
        page.hash_until("to name another zoom", |hash| hash.contains("zoom=")).await;
        page.click("button", "Place").await;
        page.hash_until("to name the lanes", |hash| hash.contains("lanes=place")).await;
    });
}

#[test]
fn a_finger_moves_the_timeline_on_a_phone() {
    visit("#/timeline", Window::PHONE, async |page| {
        page.status("5 articles").await;
        page.drag("group", "Timeline", 0.7, 0.3, "touch").await;
        page.hash_until("to name a zoom", |hash| hash.contains("zoom=")).await;
        let is_calm = page.script("return document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(is_calm, true, "nothing sticks out of the phone");
    });
}

#[test]
fn a_shared_selection_narrows_the_timeline() {
    visit("#/timeline?where=bucharest", Window::DESKTOP, async |page| {
        page.status("1 article").await;
        page.find("group", "Timeline").await;
        page.click_first("button", "Remove filter Bucharest").await;
        page.status("5 articles").await;
        page.hash_until("to stay on the timeline", |hash| hash.starts_with("#/timeline")).await;
    });
}
