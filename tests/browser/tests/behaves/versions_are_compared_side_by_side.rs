//! Compare: the disagreements of the selection first, two articles side by side when chosen.

use dateline_browser::{Window, visit};

#[test]
fn a_disagreement_leads_to_both_articles() {
    visit("#/compare", Window::DESKTOP, async |page| {
        page.status("5 articles").await;
        let shows = async || {
            let text =
                page.script("return document.querySelector('.disagreement-list')?.innerText ?? ''").await;
            let text = text.as_str().unwrap_or_default();
            (text.contains("30-member") && text.contains("31 member states")).then_some(())
        };
        page.wait("the number of members to be in dispute", shows).await;
        page.click("link", "compare").await;
        page.hash_until("to name two articles", |hash| hash.contains("left=") && hash.contains("right="))
            .await;
        page.click("button", "Exchange the sides").await;
        page.hash_until("to name them the other way round", |hash| hash.contains("left=004")).await;
        page.click("link", "All disagreements").await;
        page.hash_until("to name none", |hash| !hash.contains("left=")).await;
    });
}

#[test]
fn the_rewrite_shows_what_it_changed_on_a_phone() {
    let both = "#/compare?left=003_ba8f150e48c27e3d&right=004_54fe4d522f3f9e08";
    visit(both, Window::PHONE, async |page| {
        let shows = async || {
            let text = page.script("return document.querySelector('.compare-table')?.innerText ?? ''").await;
            let text = text.as_str().unwrap_or_default();
            (text.contains("only here") && text.contains("Spelling")).then_some(())
        };
        page.wait("the comparison", shows).await;
        let is_calm = page.script("return document.documentElement.scrollWidth <= innerWidth").await;
        assert_eq!(is_calm, true, "nothing sticks out of the phone");
    });
}
