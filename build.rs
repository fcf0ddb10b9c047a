//! Packs `seeds/` into the bundle.
fn main() {}
