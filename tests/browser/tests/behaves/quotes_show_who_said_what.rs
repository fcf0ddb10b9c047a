//! The page of quotes groups words by speaker, is narrowed by mouse, keyboard and finger, and fits a phone.

use dateline_browser::{Window, visit};

const OVERFLOW: &str = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";

#[test]
fn quotes_show_who_said_what() {
    visit("#/quotes", Window::DESKTOP, async |page| {
        page.find("heading", "Quotes").await;
        page.find("link", "Dmitry Peskov").await;
        page.click("link", "Dmitry Peskov").await;
        page.hash_until("to name the speaker", |hash| hash.contains("said=dmitry-peskov")).await;
        page.find("link", "Every speaker").await;
        let text = page.script("return document.querySelector('main').innerText").await.to_string();
        assert!(text.contains("serious, significant threat"), "{text}");
        page.script("document.querySelector('.quote-card summary').focus()").await;
        page.press("\u{e007}").await;
        let is_open = page.script("return document.querySelector('.quote-card details').open").await;
        assert_eq!(is_open, true, "the keyboard opens the context");
    });
}

#[test]
fn quotes_fit_a_phone() {
    visit("#/quotes", Window::PHONE, async |page| {
        page.find("heading", "Quotes").await;
        page.find("link", "Dmitry Peskov").await;
        assert_eq!(page.script(OVERFLOW).await, 0);
        page.click("link", "Dmitry Peskov").await;
        page.hash_until("to name the speaker", |hash| hash.contains("said=dmitry-peskov")).await;
        assert_eq!(page.script(OVERFLOW).await, 0);
    });
}
