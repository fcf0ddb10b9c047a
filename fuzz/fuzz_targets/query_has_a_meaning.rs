//! See the property of the same name.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = dateline_properties::hold("query_has_a_meaning", bytes);
});
