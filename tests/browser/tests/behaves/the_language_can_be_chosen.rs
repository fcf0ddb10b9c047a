//! The page speaks the language of the browser, and another where a reader chooses it, for good and without losing the place.

use dateline_browser::{Browser, Visit, Window, visit};
use serde_json::json;

const SWITCH: &str = ".language-switch select";

async fn speaks(page: &Visit, code: &str) {
    let is_said = async || {
        let said = page.script("return document.documentElement.lang").await;
        (said == code).then_some(())
    };
    page.wait(&format!("the page to say it speaks {code}"), is_said).await;
}

#[test]
fn the_language_can_be_chosen() {
    visit("#/?q=stoltenberg", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        speaks(page, "en").await;
        page.script(&format!("document.querySelector('{SWITCH}').focus()")).await;
        page.press("D").await;
        page.find("link", "Zeitleiste").await;
        page.status("5 Artikel").await;
        speaks(page, "de").await;
        let focused = page.script(&format!("return document.activeElement.matches('{SWITCH}')")).await;
        assert_eq!(focused, true, "the switch keeps the focus");
        assert!(page.hash().await.contains("stoltenberg"), "the place is kept");
        page.open("#/methods").await;
        page.find("heading", "Was gelesen wurde").await;
        speaks(page, "de").await;
        page.script("localStorage.setItem('dateline-language', 'tlh')").await;
        page.open("#/methods").await;
        page.find("heading", "What was read").await;
    });
}

#[test]
fn the_browser_chooses_at_first() {
    visit("", Window::DESKTOP, async |page| {
        if page.browser() == Browser::Firefox {
            println!("not run: only Chromium can be told which languages to want");
            return;
        }
        let agent = page.script("return navigator.userAgent").await;
        let wants = json!({ "userAgent": agent, "acceptLanguage": "fr-FR,uk-UA,de" });
        page.devtools("Emulation.setUserAgentOverride", wants).await;
        page.open("").await;
        page.find("link", "Хронологія").await;
        page.status("5 статей").await;
        speaks(page, "uk").await;
    });
}
