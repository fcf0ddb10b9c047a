//! The pack that this very binary carries. Only the worker does.

/// The folder of articles as `build.rs` packed it; [`PackReader`](super::pack::PackReader) reads it.
pub static BUNDLED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));
