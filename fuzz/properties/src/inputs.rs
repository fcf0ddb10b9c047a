//! Inputs that every property is held on: those that fuzzing has found, real ones, and such as a seed gives.
//!
//! The tests hold the properties on them natively, the browser tests hold the same in WebAssembly and
//! compare, and fuzzing starts from them.

use crate::questions::questions;
use dateline::corpus::Corpus;
use dateline::corpus::import::read_folder;
use dateline::corpus::pack::encode;
use dateline::engine::Engine;
use dateline::engine::protocol::{FromWorker, Request, to_bytes};
use std::path::{Path, PathBuf};

/// Inputs made for each property: enough to notice a broken door, few enough for every run of the tests.
const N_MADE: usize = 300;
/// Where that made generator starts.
const SEED: u64 = 0x5eed;
/// Folders with files of every format, honest and hostile.
const FOLDERS: [&str; 4] = ["seeds", "tests/corpus", "tests/hostile", "tests/gold/hand_cut"];
/// The extension of the files that a property reads; the texts of articles, where none is named.
const EXTENSIONS: [(&str, &str); 7] = [
    ("text_file_is_read", "txt"),
    ("markdown_file_is_read", "md"),
    ("page_file_is_read", "html"),
    ("record_file_is_read", "jsonl"),
    ("sidecar_is_read", "toml"),
    ("clean_keeps_its_spans", "txt"),
    ("annotate_keeps_its_spans", "txt"),
];
/// Queries of every form, whole and broken.
const QUERIES: [&str; 12] = [
    "nato finland",
    "stolten*",
    "\"joined the alliance\"",
    "nato NEAR/3 finland",
    "(kyiv OR kiev) -moscow",
    "title:visit who:\"jens stoltenberg\" where:kyiv org:nato",
    "when:2023-04 published:2022..2023 mentioned:2023-04-20..",
    "outlet:post speaker:biden",
    "who:( OR ) -\"",
    "київ -москва \"joseph’s\"",
    "NOT NOT ((((",
    "\u{202e}who:\u{0}",
];
/// Addresses of every page with every parameter, whole and broken.
const ADDRESSES: [&str; 10] = [
    "#/",
    "#/?q=nato%20finland&who=joe-biden&who-not=vladimir-putin&who-mode=all&sort=newest&stories=once",
    "#/articles?published=2022-11..2023-04&mentioned=..2023&zoom=2023-01-01..2023-02-03&read=003&removed=shown",
    "#/person/jens-stoltenberg?where=kyiv&places=tree&nationalities=counted",
    "#/timeline?lanes=place&q=%D0%BA%D0%B8%D1%97%D0%B2",
    "#/network?within=article&least=3&from=person:joe-biden&to=place:kyiv",
    "#/compare?left=a&right=b",
    "#/%3Cscript%3E/../%zz?q=%ff&q=&&=&who-mode=some",
    "#/place/a/b/c?zoom=9999-99-99..0000-00-00&least=0",
    "###/?read=%00%E2%80%AE",
];
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

/// Bytes to hold a property on, with what they are.
pub struct Input {
    /// A path, or what made them; can be the name of a file.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// Everything that the property of that name is held on, always the same.
///
/// # Panics
/// If a file of the project cannot be read.
#[must_use]
pub fn inputs(property: &str) -> Vec<Input> {
    let mut inputs = files_of(&below_fuzz(&format!("regressions/{property}")), None);
    inputs.extend(real(property));
    let mut dice = Dice(SEED);
    inputs.extend(named("made", (0..N_MADE).map(|_| dice.bytes())));
    inputs
}

fn real(property: &str) -> Vec<Input> {
    match property {
        "query_has_a_meaning" => named("query", QUERIES.map(|it| it.as_bytes().to_vec())),
        "url_round_trips" => named("address", ADDRESSES.map(|it| it.as_bytes().to_vec())),
        "pack_is_read_or_refused" => named("pack", packs()),
        "protocol_is_read_or_refused" => named("message", messages()),
        _ => {
            let extension = EXTENSIONS.iter().find(|(name, _)| *name == property).map(|(_, it)| *it);
            let root = below_fuzz("..");
            FOLDERS.iter().flat_map(|folder| files_of(&root.join(folder), extension)).collect()
        }
    }
}

fn named(kind: &str, all: impl IntoIterator<Item = Vec<u8>>) -> Vec<Input> {
    (0..).zip(all).map(|(at, bytes)| Input { name: format!("{kind}-{at:03}"), bytes }).collect()
}

fn samples() -> Corpus {
    read_folder(&below_fuzz("../seeds")).expect("the samples can be read")
}

/// A whole pack, an empty one, and the whole one cut off or damaged in many places.
fn packs() -> Vec<Vec<u8>> {
    let whole = encode(&samples()).expect("few articles");
    let empty = encode(&Corpus::default()).expect("no articles");
    let step = whole.len() / 40 + 1;
    let cut = (0..whole.len()).step_by(step).map(|at| whole[..at].to_vec());
    let damaged = (0..whole.len()).step_by(step).map(|at| {
        let mut bytes = whole.clone();
        bytes[at] ^= 0xa5;
        bytes
    });
    [empty, whole.clone()].into_iter().chain(cut).chain(damaged).collect()
}

/// Every question about a sample, and its answer.
fn messages() -> Vec<Vec<u8>> {
    let samples = samples();
    let engine = Engine::from_corpus(&samples, |_, _| ());
    let asks = questions(&samples.articles[0].id, "nato");
    let both = (0..).zip(asks).flat_map(|(id, ask)| {
        let request = Request { id, ask };
        let response = FromWorker::Response(engine.handle(&request));
        [to_bytes(&request).expect("memory"), to_bytes(&response).expect("memory")]
    });
    both.collect()
}

fn below_fuzz(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)
}

/// The files in and below a folder, by path; none if there is no such folder.
fn files_of(folder: &Path, extension: Option<&str>) -> Vec<Input> {
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    let mut inputs = Vec::new();
    for path in paths {
        if path.is_dir() {
            inputs.extend(files_of(&path, extension));
        } else if extension.is_none_or(|wanted| path.extension().is_some_and(|it| it == wanted)) {
            let bytes = std::fs::read(&path).expect("a file of the project can be read");
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            inputs.push(Input { name, bytes });
        }
    }
    inputs
}

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
