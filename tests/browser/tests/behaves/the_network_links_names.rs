//! The network by mouse, keys and touch: a name opens its sentences, two names the chain between them.

use dateline_browser::{Window, visit};

const SAYS: &str = "return document.querySelector('.network-steps h2')?.innerText ?? ''";

#[test]
fn keys_look_at_a_name_and_escape_clears() {
    visit("#/network", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let plot = page.find("group", "Network").await;
        plot.send_keys("\u{e014}").await.expect("an arrow key");
        plot.send_keys("\u{e007}").await.expect("Enter");
        page.hash_until("to name a name", |hash| hash.contains("from=")).await;
        let shows = async || (page.script(SAYS).await.as_str() != Some("")).then_some(());
        page.wait("its sentences", shows).await;
        plot.send_keys("\u{e00c}").await.expect("Escape");
        page.hash_until("to name none", |hash| !hash.contains("from=")).await;
    });
}

#[test]
fn the_mouse_moves_the_picture_and_a_shared_chain_is_shown() {
    visit("#/network?from=person:lloyd-austin&to=person:dmytro-kuleba", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let shows = async || page.script(SAYS).await.as_str()?.contains("Lloyd Austin").then_some(());
        page.wait("the first link of the chain", shows).await;
        page.drag("group", "Network", 0.6, 0.4, "mouse").await;
        page.click("button", "Clear").await;
        page.hash_until("to name none", |hash| !hash.contains("from=")).await;
        page.click("button", "Paragraph").await;
        page.hash_until("to name the unit", |hash| hash.contains("within=paragraph")).await;
    });
}

#[test]
fn a_finger_moves_the_network_on_a_phone() {
    visit("#/network", Window::PHONE, async |page| {
        page.status("5 articles").await;
        page.drag("group", "Network", 0.7, 0.3, "touch").await;
        let is_calm = page.script("return document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(is_calm, true, "nothing sticks out of the phone");
    });
}
