//! Every property on every input that fuzzing has found, and on such as a seed gives.

use dateline_properties::{EVERYWHERE, NATIVE};
use std::path::{Path, PathBuf};

/// Inputs made for each property: enough to notice a broken door, few enough for every run of the tests.
const N_MADE: usize = 300;
/// Pieces that readers and parsers look for, beside bytes that mean nothing.
const PIECES: [&[u8]; 24] = [
    b"---\n",
    b"title: ",
    b"<p>",
    b"</p>",
    b"<script>",
    b"<!--",
    b"{\"text\":\"",
    b"\"}\n",
    b"\\ud83d",
    b"who:",
    b"when:2023..",
    b"OR ",
    b"-",
    b"\"",
    b"#/?q=",
    b"%",
    b"%ff",
    b"&where=",
    b"[",
    b"= 1",
    b"Kyiv ",
    b"\n\n",
    b"\0",
    "\u{202e}".as_bytes(),
];

/// A generator of equal numbers for equal seeds (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("small")
    }

    fn bytes(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for _ in 0..self.roll(40) {
            match self.roll(3) {
                0 => bytes.push(u8::try_from(self.roll(256)).expect("a byte")),
                _ => bytes.extend(PIECES[self.roll(PIECES.len())]),
            }
        }
        bytes
    }
}

fn found(property: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../regressions").join(property);
    let mut files: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|file| file.path()).collect();
    files.sort();
    files
}

#[test]
fn every_property_holds_on_what_was_found() {
    for (name, property) in EVERYWHERE.iter().chain(NATIVE) {
        for path in found(name) {
            println!("{}", path.display());
            property(&std::fs::read(&path).expect("a file"));
        }
    }
}

#[test]
fn every_property_holds_on_what_a_seed_gives() {
    for (name, property) in EVERYWHERE.iter().chain(NATIVE) {
        let mut dice = Dice(0x5eed);
        for _ in 0..N_MADE {
            let bytes = dice.bytes();
            let first = property(&bytes);
            assert_eq!(first, property(&bytes), "{name} on {bytes:?}");
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
