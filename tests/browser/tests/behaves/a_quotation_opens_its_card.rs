//! A quotation opens a card that says who said it and why, by mouse, keyboard and finger; names inside keep theirs.

use dateline_browser::{Visit, Window, visit};
use fantoccini::Locator;

const ARTICLE: &str = "#/?read=003_ba8f150e48c27e3d";
const KEY: &str = "quotation, Dmitry Peskov";

async fn card(page: &Visit) -> String {
    let text = page.client().find(Locator::Css(".mark-card")).await.expect("a card").text().await;
    text.expect("text")
}

#[test]
fn the_keyboard_opens_it_at_its_mark_and_escape_gives_the_focus_back() {
    visit(ARTICLE, Window::DESKTOP, async |page| {
        let key = page.find("button", KEY).await;
        key.send_keys("\u{e007}").await.expect("Enter");
        page.find("heading", "Dmitry Peskov").await;
        let said = card(page).await;
        assert!(said.contains("quotation") && said.contains("Told by: said"), "{said}");
        assert!(said.contains("Why this speaker"), "{said}");
        page.press("\u{e00c}").await;
        page.find_gone("heading", "Dmitry Peskov").await;
        let active = page.client().active_element().await.expect("focus");
        assert_eq!(page.name_of(&active).await, KEY);
    });
}

#[test]
fn the_mouse_opens_it_anywhere_in_the_words_and_leads_to_all_quotations() {
    visit(ARTICLE, Window::DESKTOP, async |page| {
        page.find("button", KEY).await;
        let words =
            page.client().find_all(Locator::Css(".reader-body .said[data-mark]")).await.expect("words");
        let mut told = None;
        for span in words {
            if span.text().await.is_ok_and(|text| text.contains("significant threat")) {
                told = Some(span);
            }
        }
        told.expect("the words of the spokesman").click().await.expect("a click");
        page.find("heading", "Dmitry Peskov").await;
        page.click("link", "All quotations").await;
        page.hash_until("to name the speaker", |hash| hash == "#/quotes?said=dmitry-peskov").await;
    });
}

#[test]
fn a_finger_opens_it_and_the_phone_stays_calm() {
    visit(ARTICLE, Window::PHONE, async |page| {
        let key = page.find("button", KEY).await;
        key.click().await.expect("a tap");
        page.find("heading", "Dmitry Peskov").await;
        let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.script(overflow).await, 0);
        page.click("button", "Close").await;
        page.find_gone("heading", "Dmitry Peskov").await;
    });
}

#[test]
fn a_name_inside_a_quotation_opens_its_own_card() {
    visit("#/?read=002_71a02698f07e61a3", Window::DESKTOP, async |page| {
        page.find("region", "Reader").await;
        let inside = async || {
            let marks = page.client().find_all(Locator::Css(".reader-body .said .mark")).await.ok()?;
            marks.into_iter().next()
        };
        let mark = page.wait("a name inside a quotation", inside).await;
        mark.click().await.expect("a click");
        page.wait("its card", async || {
            let text = card_text(page).await?;
            (!text.starts_with("quotation")).then_some(())
        })
        .await;
    });
}

async fn card_text(page: &Visit) -> Option<String> {
    page.client().find(Locator::Css(".mark-card")).await.ok()?.text().await.ok()
}
