//! Places read as a tree: levels open by button and by arrow keys, and narrow the list as they count.

use dateline_browser::{Window, visit};

const ARROW_LEFT: &str = "\u{e012}";
const ARROW_RIGHT: &str = "\u{e014}";

#[test]
fn places_read_as_a_tree() {
    visit("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.click("button", "as a tree").await;
        page.hash_until("to say so", |hash| hash.contains("places=tree")).await;
        page.find("group", "Where").await;
        page.find("checkbox", "Europe, 5 articles").await;
        page.click("button", "Places in Ukraine").await;
        page.find("checkbox", "Kyiv, 5 articles").await;
        page.click("checkbox", "Ukraine, 5 articles").await;
        page.hash_until("to choose all of Ukraine", |hash| hash.contains("where=in:ukraine")).await;
        page.status("5 articles").await;
        let active = page.client().active_element().await.expect("focus");
        active.send_keys(ARROW_LEFT).await.expect("typed");
        page.find_gone("checkbox", "Kyiv, 5 articles").await;
        active.send_keys(ARROW_RIGHT).await.expect("typed");
        page.find("checkbox", "Kyiv, 5 articles").await;
        page.open("#/?where=in:lithuania&places=tree").await;
        page.find("checkbox", "Lithuania, 4 articles").await;
        page.status("4 articles").await;
    });
}
