//! See the property of the same name.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = dateline_properties::hold_native("markdown_file_is_read", bytes);
});
