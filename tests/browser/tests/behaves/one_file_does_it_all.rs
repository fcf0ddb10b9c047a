//! The edition in one file, opened from its folder, does everything and asks for nothing.

use dateline_browser::{Window, visit_file};

#[test]
fn one_file_does_it_all() {
    visit_file("", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        page.find("link", "0 requests since load").await;
        page.press("/").await;
        let field = page.client().active_element().await.expect("focus");
        field.send_keys("finland").await.expect("typed");
        page.status("3 articles").await;
        page.press("\u{e00c}").await;
        page.click("checkbox", "Joe Biden, 2 articles").await;
        page.status("2 articles").await;
        page.script("location.hash = '#/?read=003_ba8f150e48c27e3d'").await;
        page.find("region", "Reader").await;
        page.script("location.hash = '#/person/jens-stoltenberg'").await;
        page.find("heading", "Jens Stoltenberg").await;
        page.script("history.back()").await;
        page.hash_until("to lead back", |hash| hash.contains("read=")).await;
        page.script("location.hash = '#/map?place=kyiv'").await;
        page.find("link", "Only articles that name it").await;
        page.script("location.hash = '#/methods'").await;
        page.find("heading", "Methods").await;
        page.find("link", "0 requests since load").await;
        let entries = page.script("return performance.getEntriesByType('resource').map((e) => e.name)").await;
        let strangers: Vec<_> = entries
            .as_array()
            .expect("a list")
            .iter()
            .filter(|name| {
                !name.as_str().is_some_and(|name| name.starts_with("data:") || name.starts_with("blob:"))
            })
            .collect();
        assert!(strangers.is_empty(), "asked for: {strangers:?}");
    });
}
