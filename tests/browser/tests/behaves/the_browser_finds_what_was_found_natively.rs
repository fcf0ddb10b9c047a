//! What is analyzed, parsed and decoded in the browser is byte for byte what it is natively.

use dateline_browser::{Server, Visit, Window, visit_server};
use dateline_properties::EVERYWHERE;
use dateline_properties::inputs::{Input, inputs};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Inputs handed over at once: few enough for one message to the browser.
const N_AT_ONCE: usize = 32;
/// The page itself works with the module: Firefox's driver runs scripts where neither what the page's scripts
/// declare is seen nor its objects count as the page's own.
const PAGE: &str = "<!doctype html><title>Properties</title><script src=\"./properties.js\"></script><script>
    window.load = () => wasm_bindgen({ module_or_path: './properties_bg.wasm' });
    window.find = (property, inputs) => inputs.map((bytes) => wasm_bindgen.hold(property, Uint8Array.from(bytes)));
</script>";
const LOAD: &str = "const done = arguments[0];
    window.load().then(() => done(true), (error) => done(String(error)));";

/// The module in an empty page of its own; nothing if it was not built.
fn page_of_properties() -> Server {
    let Ok(folder) = std::env::var("DATELINE_PROPERTIES") else {
        panic!("DATELINE_PROPERTIES is not set: run `cargo xtask test`, which builds that module");
    };
    let folder = PathBuf::from(folder);
    std::fs::write(folder.join("index.html"), PAGE).expect("a page");
    let server = Server::start();
    server.publish(&folder);
    server
}

/// What the property finds in each input, in the browser.
async fn find(page: &Visit, property: &str, inputs: &[Input]) -> Vec<String> {
    let bytes: Vec<_> = inputs.iter().map(|input| input.bytes.as_slice()).collect();
    let script = format!("return window.find('{property}', {})", json!(bytes));
    let found = page.script(&script).await;
    let found = found.as_array().expect("a list");
    found.iter().map(|text| text.as_str().expect("text").to_owned()).collect()
}

#[test]
fn the_browser_finds_what_was_found_natively() {
    visit_server(page_of_properties(), "", Window::DESKTOP, async |page| {
        assert_eq!(page.script_async(LOAD).await, Value::Bool(true));
        for (name, property) in EVERYWHERE {
            let inputs = inputs(name);
            assert!(inputs.len() > 300, "{name} is held on what a seed gives, and more");
            for inputs in inputs.chunks(N_AT_ONCE) {
                let found = find(page, name, inputs).await;
                for (input, found) in inputs.iter().zip(found) {
                    let natively = property(&input.bytes);
                    assert!(
                        found.as_bytes() == natively.as_bytes(),
                        "{}",
                        differ(name, input, &natively, &found)
                    );
                }
            }
        }
    });
}

/// Where two answers part, with what stands around.
fn differ(name: &str, input: &Input, natively: &str, found: &str) -> String {
    let same = natively.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(60)).take(120).collect::<String>();
    format!("{name} on {}: natively {:?}, in the browser {:?}", input.name, around(natively), around(found))
}
