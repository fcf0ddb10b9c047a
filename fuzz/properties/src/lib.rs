//! What holds for any bytes at all, one function for each door that text from outside comes through.
//!
//! Each function takes bytes that an enemy chose, panics where a promise is broken, and gives what it
//! found as text, so that the same bytes can be held against the same answer in WebAssembly. Fuzzing
//! calls them with bytes it invents (`fuzz/fuzz_targets/`), the tests with bytes that were found before
//! (`fuzz/regressions/`) and with such as a seed gives.

mod analysis;
mod asking;
#[cfg(not(target_arch = "wasm32"))]
pub mod inputs;
mod questions;
#[cfg(not(target_arch = "wasm32"))]
mod reading;

use wasm_bindgen::prelude::wasm_bindgen;

/// A property by its name.
pub type Property = fn(&[u8]) -> String;

/// Properties that hold natively and in WebAssembly.
pub const EVERYWHERE: &[(&str, Property)] = &[
    ("pack_is_read_or_refused", asking::pack_is_read_or_refused),
    ("protocol_is_read_or_refused", asking::protocol_is_read_or_refused),
    ("query_has_a_meaning", asking::query_has_a_meaning),
    ("url_round_trips", asking::url_round_trips),
    ("clean_keeps_its_spans", analysis::clean_keeps_its_spans),
    ("annotate_keeps_its_spans", analysis::annotate_keeps_its_spans),
];

/// Properties of reading files, which happens natively only.
#[cfg(not(target_arch = "wasm32"))]
pub const NATIVE: &[(&str, Property)] = &[
    ("text_file_is_read", reading::text_file_is_read),
    ("markdown_file_is_read", reading::markdown_file_is_read),
    ("page_file_is_read", reading::page_file_is_read),
    ("record_file_is_read", reading::record_file_is_read),
    ("sidecar_is_read", reading::sidecar_is_read),
];

/// Holds the property of that name, one of [`EVERYWHERE`], on bytes; what it found.
///
/// # Panics
/// If there is none of that name, or it does not hold.
#[wasm_bindgen]
#[must_use]
pub fn hold(name: &str, bytes: &[u8]) -> String {
    let found = EVERYWHERE.iter().find(|(known, _)| *known == name);
    let (_, property) = found.expect("the name of a property");
    property(bytes)
}

/// Holds the property of that name, one of [`NATIVE`], on bytes; what it found.
///
/// # Panics
/// As [`hold`].
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn hold_native(name: &str, bytes: &[u8]) -> String {
    let found = NATIVE.iter().find(|(known, _)| *known == name);
    let (_, property) = found.expect("the name of a property");
    property(bytes)
}
