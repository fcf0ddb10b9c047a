//! The map by mouse, keys and touch: a circle opens its sentences, the part that is seen is in the address.

use dateline_browser::{Window, visit};

const SAYS: &str = "return document.querySelector('.map-sentences h2')?.innerText ?? ''";
const CIRCLES: &str = "return document.querySelectorAll('.map-circle').length";

#[test]
fn keys_look_at_a_place_zoom_and_clear() {
    visit("#/map", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let plot = page.find("group", "Map").await;
        plot.send_keys("\u{e014}").await.expect("an arrow key");
        plot.send_keys("\u{e007}").await.expect("Enter");
        page.hash_until("to name a place", |hash| hash.contains("place=")).await;
        let shows = async || (page.script(SAYS).await.as_str() != Some("")).then_some(());
        page.wait("its sentences", shows).await;
        let before = page.script(CIRCLES).await.as_u64().expect("a number");
        plot.send_keys("++++").await.expect("a key");
        page.hash_until("to say where", |hash| hash.contains("at=")).await;
        plot.send_keys("0").await.expect("a key");
        page.hash_until("to show all places", |hash| !hash.contains("at=")).await;
        let again = async || (page.script(CIRCLES).await.as_u64() == Some(before)).then_some(());
        page.wait("as many circles as before", again).await;
        plot.send_keys("\u{e00c}").await.expect("Escape");
        page.hash_until("to name none", |hash| !hash.contains("place=")).await;
    });
}

#[test]
fn the_mouse_moves_the_map_and_a_shared_place_narrows() {
    visit("#/map?place=kyiv", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let shows = async || page.script(SAYS).await.as_str()?.contains("Kyiv").then_some(());
        page.wait("the place that the address names", shows).await;
        page.drag("group", "Map", 0.6, 0.4, "mouse").await;
        page.hash_until("to say where", |hash| hash.contains("at=")).await;
        page.click("button", "Zoom in").await;
        page.click("button", "Show all places").await;
        page.hash_until("to show all places", |hash| !hash.contains("at=")).await;
        page.click("link", "Only articles that name it").await;
        page.hash_until("to narrow", |hash| hash.starts_with("#/map") && hash.contains("where=kyiv")).await;
    });
}

#[test]
fn a_finger_moves_the_map_on_a_phone() {
    visit("#/map", Window::PHONE, async |page| {
        page.status("5 articles").await;
        page.drag("group", "Map", 0.7, 0.3, "touch").await;
        page.hash_until("to say where", |hash| hash.contains("at=")).await;
        let is_calm = page.script("return document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(is_calm, true, "nothing sticks out of the phone");
    });
}
