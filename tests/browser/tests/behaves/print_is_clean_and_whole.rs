//! Printed, an article and a list of results stand alone on the paper, and all of them stands there.

use dateline_browser::{Browser, PAGES, Page, Visit, Window, visit};
use serde_json::{Value, json};

/// What is for the screen alone and is still there, and what sticks out of the paper or of a box that hides it.
const LOOK: &str = "const bad = [];
    const is_shown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
    for (const element of document.querySelectorAll('nav, .search-box, .skip-links, .seal, .facet-panel, .update-note, .sort-menu, .icon-button, .link-button, .mark-card'))
        if (is_shown(element)) bad.push('for the screen: ' + element.className);
    if (document.scrollingElement.scrollWidth > innerWidth) bad.push('wider than the paper: ' + document.scrollingElement.scrollWidth);
    for (const element of document.querySelectorAll('#app, main, main *')) {
        const style = getComputedStyle(element);
        if (!is_shown(element) || element.closest('.unseen, svg, .hit-card-snippet, .hit-card h3, .facet-row')) continue;
        const hides = style.overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        if (hides || style.position === 'fixed' || style.position === 'sticky') bad.push('does not run on: ' + element.tagName + '.' + element.className);
    }
    return [...new Set(bad)].slice(0, 8).join('\\n')";

async fn print(page: &Visit, on_paper: bool) {
    let media = if on_paper { "print" } else { "" };
    page.devtools("Emulation.setEmulatedMedia", json!({ "media": media })).await;
}

async fn count(page: &Visit, script: &str) -> Value {
    page.script(&format!(
        "const shown = (all) => [...document.querySelectorAll(all)].filter((it) => it.checkVisibility({{ visibilityProperty: true, contentVisibilityAuto: true }})); return {script}"
    ))
    .await
}

#[test]
fn print_is_clean_and_whole() {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium can be told under way to lay out for paper");
        return;
    }
    visit("", Window::DESKTOP, async |page| {
        page.find("link", "0 requests since load").await;
        for each in PAGES {
            print(page, false).await;
            page.turn_to(each).await;
            print(page, true).await;
            assert_eq!(page.script(LOOK).await, "", "{each:?}");
        }
        print(page, false).await;
        page.turn_to(Page("#/", "5 articles")).await;
        print(page, true).await;
        assert_eq!(count(page, "shown('.hit-card').length === document.querySelectorAll('.hit-card').length && shown('.hit-card').length > 2").await, true);
        assert_eq!(count(page, "shown('.reader').length").await, 0);
        print(page, false).await;
        page.turn_to(Page("#/?read=003_ba8f150e48c27e3d", "refurbished")).await;
        print(page, true).await;
        assert_eq!(count(page, "shown('.hit-card, .time-strip').length").await, 0);
        assert_eq!(count(page, "shown('.reader-body > p').length > 10 && shown('.reader-body > p').length === document.querySelectorAll('.reader-body > p').length").await, true);
        let paper = page.devtools("Page.printToPDF", json!({})).await;
        assert!(paper["data"].as_str().is_some_and(|data| data.len() > 10_000), "{paper}");
    });
}
