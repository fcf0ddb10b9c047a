//! axe-core finds nothing against WCAG 2.2 AA on any page, in both themes, on a phone and on a desktop.

use dateline_browser::{Browser, Visit, Window, visit};
use serde_json::{Value, json};

/// Every page, with a word that stands on it when it is drawn.
const PAGES: [(&str, &str); 10] = [
    ("#/", "Jens Stoltenberg"),
    ("#/?q=finland&who=joe-biden", "Biden"),
    ("#/?q=qqqqqq", "No article matches"),
    ("#/?read=003_ba8f150e48c27e3d&removed=shown", "Stoltenberg"),
    ("#/person/jens-stoltenberg", "Named in the same sentences"),
    ("#/map?place=kyiv", "Only articles that name it"),
    ("#/methods", "What was read"),
    ("#/help", "Kyiv"),
    ("#/seal", "Do not take our word for it"),
    ("#/nowhere", "No such page"),
];
const RULES: &str =
    "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }";

async fn look_at_all(page: &Visit, axe: &str) {
    page.find("link", "0 requests since load").await;
    let mut shut_out = Vec::new();
    for theme in ["light", "dark"] {
        let features = json!([{ "name": "prefers-color-scheme", "value": theme }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        for (hash, word) in PAGES {
            page.script(&format!("location.hash = '{hash}'")).await;
            let is_drawn = async || {
                let text = page.script("return document.querySelector('main').innerText").await;
                text.as_str().filter(|text| text.contains(word)).map(|_| ())
            };
            page.wait(&format!("“{word}” on {hash}"), is_drawn).await;
            let script = format!(
                "if (!window.axe) {{ {axe} }}
                const done = arguments[arguments.length - 1];
                axe.run(document, {RULES}).then(({{ violations }}) => done(violations.map((it) => [it.id, it.nodes.map((node) => node.html + ' ' + node.failureSummary).slice(0, 4)])), (error) => done([String(error)]))"
            );
            let found = page.script_async(&script).await;
            if found != Value::Array(Vec::new()) {
                shut_out.push(format!("{hash} in the {theme} theme: {found:#}"));
            }
        }
    }
    assert!(shut_out.is_empty(), "{}", shut_out.join("\n"));
}

fn look(window: Window) {
    let Ok(axe) = std::env::var("DATELINE_AXE") else {
        println!("not run: axe-core could not be installed");
        return;
    };
    if Browser::chosen() == Browser::Firefox {
        println!("not run: only Chromium can be told which theme to show");
        return;
    }
    let axe = std::fs::read_to_string(&axe).expect("axe-core");
    visit("", window, async |page| look_at_all(page, &axe).await);
}

#[test]
fn nobody_is_shut_out_on_a_desktop() {
    look(Window::DESKTOP);
}

#[test]
fn nobody_is_shut_out_on_a_phone() {
    look(Window::PHONE);
}
