//! Every property on everything it is held on, natively; the browser tests do the same in WebAssembly.

use dateline_properties::inputs::inputs;
use dateline_properties::{EVERYWHERE, NATIVE};
use std::path::Path;

#[test]
fn every_property_holds_the_same_each_time() {
    for (name, property) in EVERYWHERE.iter().chain(NATIVE) {
        for input in inputs(name) {
            println!("{name} on {}", input.name);
            let first = property(&input.bytes);
            assert_eq!(first, property(&input.bytes), "{name} on {}", input.name);
        }
    }
}

#[test]
fn every_property_has_a_fuzz_target() {
    for (name, _) in EVERYWHERE.iter().chain(NATIVE) {
        let target =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz_targets").join(name).with_extension("rs");
        assert!(target.is_file(), "{}", target.display());
    }
}
