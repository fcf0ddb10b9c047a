//! Where a reader's own colors replace ours, marks stand out and differ by kind, and what is chosen is told from
//! what is not.

use dateline_browser::{Browser, Page, Visit, Window, visit};
use serde_json::json;

/// Shared by the looks: what is left of an element when its colors are gone, and whether a line is drawn.
const SHARED: &str = "const shape = (element) => {
        const style = getComputedStyle(element);
        return ['borderBlockEndStyle', 'borderBlockEndWidth', 'borderInlineStartStyle', 'borderInlineStartWidth', 'outlineStyle', 'outlineWidth', 'textDecorationLine', 'backgroundColor', 'color', 'borderBlockEndColor'].map((name) => style[name]).join(' ');
    };
    const ground = (element) => {
        for (; element; element = element.parentElement) {
            const color = getComputedStyle(element).backgroundColor;
            if (!/, 0\\)$/.test(color)) return color;
        }
    };
    const bad = [];";

/// Marks of each kind have a line, in a color that is not the ground's, and of a shape of their own.
const MARKS: &str = "const shapes = new Map();
    for (const mark of document.querySelectorAll('.reader-body .mark')) {
        const style = getComputedStyle(mark);
        if (style.borderBlockEndStyle === 'none' || style.borderBlockEndColor === ground(mark)) bad.push('no line: ' + mark.textContent);
        const kind = mark.dataset.guess === 'true' ? 'guess' : mark.dataset.tone;
        shapes.set(style.borderBlockEndStyle + ' ' + style.borderBlockEndWidth, kind);
    }
    const kinds = new Set([...document.querySelectorAll('.reader-body .mark:not([data-guess=true])')].map((mark) => mark.dataset.tone));
    for (const kind of kinds) if (![...shapes.values()].includes(kind)) bad.push('looks like another kind: ' + kind);
    if (kinds.size < 4) bad.push('kinds: ' + [...kinds]);
    const hit = document.querySelector('.reader-body .hit');
    if (!hit || getComputedStyle(hit).outlineStyle === 'none') bad.push('a match is not told from its text');";

/// What is chosen has another shape than what is not.
const CHOSEN: &str = "const tell = (what, chosen, other) => {
        if (!chosen || !other) bad.push(what + ': not both are there');
        else if (shape(chosen) === shape(other)) bad.push(what + ' looks the same: ' + shape(chosen));
    };
    tell('the page in the menu', document.querySelector('.masthead nav [aria-current]'), document.querySelector('.masthead nav a:not([aria-current])'));
    tell('the open article', document.querySelector('.hit-card:has([aria-current])'), document.querySelector('.hit-card:not(:has([aria-current]))'));
    for (const input of document.querySelectorAll('.facet-row input')) if (getComputedStyle(input).appearance === 'none') bad.push('a box that is not drawn by the browser');";

const PRESSED: &str = "const tell = (chosen, other) => {
        if (!chosen || !other) bad.push('not both are there');
        else if (shape(chosen) === shape(other)) bad.push('looks the same: ' + shape(chosen));
    };
    tell(document.querySelector('.choice [aria-pressed=true]'), document.querySelector('.choice [aria-pressed=false]'));";

async fn look(page: &Visit, script: &str) {
    let found = page.script(&format!("{SHARED} {script} return bad.join('\\n')")).await;
    assert_eq!(found, "");
}

#[test]
fn own_colors_lose_no_meaning() {
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium can be told under way which colors a reader has");
        return;
    }
    visit("", Window::DESKTOP, async |page| {
        let features = json!([{ "name": "forced-colors", "value": "active" }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        page.turn_to(Page("#/?q=finland&read=003_ba8f150e48c27e3d", "refurbished")).await;
        look(page, MARKS).await;
        look(page, CHOSEN).await;
        page.turn_to(Page("#/timeline", "Timeline")).await;
        page.find("button", "Person").await;
        look(page, PRESSED).await;
    });
}
