//! axe-core finds nothing against WCAG 2.2 AA on any page, in both themes, on a phone and on a desktop.

use dateline_browser::{Browser, PAGES, Visit, Window, visit};
use serde_json::{Value, json};

const RULES: &str =
    "{ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }";

async fn look_at_all(page: &Visit, axe: &str) {
    page.find("link", "0 requests since load").await;
    let mut shut_out = Vec::new();
    for theme in ["light", "dark"] {
        let features = json!([{ "name": "prefers-color-scheme", "value": theme }, { "name": "prefers-reduced-motion", "value": "reduce" }]);
        page.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
        for each in PAGES {
            page.turn_to(each).await;
            let script = format!(
                "if (!window.axe) {{ {axe} }}
                const done = arguments[arguments.length - 1];
                axe.run(document, {RULES}).then(({{ violations }}) => done(violations.map((it) => [it.id, it.nodes.map((node) => node.html + ' ' + node.failureSummary).slice(0, 4)])), (error) => done([String(error)]))"
            );
            let found = page.script_async(&script).await;
            if found != Value::Array(Vec::new()) {
                shut_out.push(format!("{each:?} in the {theme} theme: {found:#}"));
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
