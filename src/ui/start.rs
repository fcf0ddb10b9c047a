//! What the start script of the page offers: workers, what was asked of the network, what is kept.
//!
//! The one place that knows `site/start.js`, and the one way a worker begins: from what the page has
//! fetched, checked by hash, and compiled, so that a worker itself fetches nothing. However many
//! workers begin, they share one module. Called from effects and events only.

use crate::engine::front::Front;
use crate::engine::protocol::from_bytes;
use crate::ui::words::Translation;
use js_sys::{Array, ArrayBuffer, JsString, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

/// The event by which the start script says that something was asked for or refused.
pub const TRAFFIC_EVENT: &str = "dateline-traffic";
/// The event by which the start script says that the site is kept, or that a newer one waits.
pub const OFFLINE_EVENT: &str = "dateline-offline";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = dateline, js_name = startWorker)]
    fn begin_worker() -> Promise;
    #[wasm_bindgen(js_namespace = dateline, js_name = front)]
    fn front_bytes() -> Option<Uint8Array>;
    #[wasm_bindgen(js_namespace = dateline, js_name = piece)]
    fn begin_piece(name: &str) -> Promise;
    #[wasm_bindgen(js_namespace = dateline, js_name = counts)]
    fn count_traffic() -> Array;
    #[wasm_bindgen(js_namespace = dateline, js_name = seen)]
    fn list_traffic(kind: &str) -> Array;
    #[wasm_bindgen(js_namespace = dateline, js_name = offline)]
    fn offline_state() -> String;
    #[wasm_bindgen(js_namespace = dateline, js_name = policy)]
    fn policy_in_force() -> String;
    #[wasm_bindgen(js_namespace = dateline, js_name = reload)]
    fn reload_newest();
}

/// What went to the network, or tried to, since everything had arrived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traffic {
    /// How many requests the browser noted.
    pub n_asked: u32,
    /// How many things the browser refused because of the page's policy.
    pub n_refused: u32,
    /// Addresses asked for, the first so many.
    pub asked: Vec<String>,
    /// What was refused, the first so many.
    pub refused: Vec<String>,
}

/// Whether the site opens without a network.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Offline {
    /// It is not kept: one file, or not loaded yet.
    #[default]
    None,
    /// It is being kept.
    Storing,
    /// All of it is kept.
    Stored,
    /// All of it is kept, and a newer version waits.
    Waiting,
    /// The browser did not let it be kept.
    Refused,
}

/// A worker that has got its program and begins to analyze.
///
/// # Errors
/// What could not be loaded or started, in the words of the browser.
pub async fn start_worker() -> Result<Worker, String> {
    let begun = JsFuture::from(begin_worker()).await;
    begun.and_then(|worker| worker.dyn_into()).map_err(|problem| describe(&problem))
}

fn describe(problem: &JsValue) -> String {
    let error = problem.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    error.or_else(|| problem.as_string()).unwrap_or_default()
}

/// The front page, where the site has one that can be read: nobody has to do without the list for want of it.
#[must_use]
pub fn front() -> Option<Front> {
    from_bytes(&front_bytes()?.to_vec()).ok()
}

/// What the interface says in another language, by its ISO 639-1 code; nothing where that cannot be had.
pub async fn translation(code: &str) -> Option<Translation> {
    let bytes = JsFuture::from(begin_piece(&["words-", code].concat())).await.ok()?;
    let bytes: ArrayBuffer = bytes.dyn_into().ok()?;
    from_bytes(&Uint8Array::new(&bytes).to_vec()).ok()
}

/// What went to the network so far.
#[must_use]
pub fn traffic() -> Traffic {
    let counts = count_traffic();
    // Counts are small whole numbers.
    let count = |at| counts.get(at).as_f64().unwrap_or_default() as u32;
    Traffic { n_asked: count(0), n_refused: count(1), asked: strings("asked"), refused: strings("refused") }
}

fn strings(kind: &str) -> Vec<String> {
    list_traffic(kind)
        .iter()
        .filter_map(|value| value.dyn_into::<JsString>().ok())
        .map(String::from)
        .collect()
}

/// Whether the site opens without a network.
#[must_use]
pub fn offline() -> Offline {
    match offline_state().as_str() {
        "storing" => Offline::Storing,
        "stored" => Offline::Stored,
        "waiting" => Offline::Waiting,
        "refused" => Offline::Refused,
        _ => Offline::None,
    }
}

/// The policy that the page stands under.
#[must_use]
pub fn policy() -> String {
    policy_in_force()
}

/// Loads the page anew, in its newest version if one waits.
pub fn reload() {
    reload_newest();
}
