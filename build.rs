//! Packs the folder of articles into `$OUT_DIR/corpus.pack`, with the same reader as the command line, and
//! beside it what the interface says in languages other than English.
//!
//! Takes `seeds/`, or the folder that `DATELINE_SEEDS` names. What was found in
//! web pages is kept beside the pack, so that a build after adding one article
//! reads one page. Mistakes in the folder stop the build, each with file and line.

// The command line uses parts of these modules that the pack has no use for.
#[allow(dead_code, unused_imports)]
#[path = "src/corpus"]
mod corpus {
    pub mod import;
    pub mod pack;
    mod raw;
    mod repairs;

    pub use raw::{Corpus, Format, Metadata, RawArticle, Skipped};
    pub use repairs::{Action, Repair};
}
#[allow(dead_code)]
#[path = "src/error.rs"]
mod error;
#[allow(dead_code)]
#[path = "src/ui/words/translation.rs"]
mod translation;
#[path = "build/translations.rs"]
mod translations;
#[path = "build/words.rs"]
mod words;

use corpus::import::{PageCache, read_folder_again, watched_paths};
use corpus::{Corpus, pack};
use error::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

/// The folder that is packed unless `DATELINE_SEEDS` names another.
const SEEDS: &str = "seeds";

fn main() {
    println!("cargo::rerun-if-env-changed=DATELINE_SEEDS");
    if let Err(error) = write_pack().and_then(|()| write_translations()) {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
    }
}

fn write_pack() -> Result<()> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let named = std::env::var_os("DATELINE_SEEDS").filter(|folder| !folder.is_empty()).map(PathBuf::from);
    let folder = named.clone().unwrap_or_else(|| SEEDS.into());
    println!("cargo::rerun-if-changed={}", folder.display());
    // A checkout without articles has no folder for them: that is an empty site, not a mistake.
    let corpus = if named.is_none() && !folder.exists() {
        Corpus { hash: "0".repeat(64), ..Corpus::default() }
    } else {
        for path in watched_paths(&folder)? {
            println!("cargo::rerun-if-changed={}", path.display());
        }
        read_with_cache(&folder, &out)?
    };
    write(&out.join("corpus.pack"), &pack::encode(&corpus)?)
}

/// The languages of the interface.
fn write_translations() -> Result<()> {
    for folder in [words::WORDS, words::TOLD] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    for (name, bytes) in translations::files(Path::new(""))? {
        write(&out.join(name), &bytes)?;
    }
    Ok(())
}

/// Reads the folder, remembering between builds what was found in pages.
fn read_with_cache(folder: &Path, out: &Path) -> Result<Corpus> {
    let path = out.join("pages.cache");
    let stamp = own_stamp();
    let kept = std::fs::read(&path).ok();
    let kept = kept.as_deref().and_then(|bytes| bytes.strip_prefix(stamp.as_slice()));
    let mut pages = kept.and_then(|bytes| PageCache::from_bytes(bytes).ok()).unwrap_or_default();
    let corpus = read_folder_again(folder, &mut pages)?;
    write(&path, &[stamp, pages.to_bytes()?].concat())?;
    Ok(corpus)
}

/// Size and age of this program: another program may find another text in the same page.
fn own_stamp() -> Vec<u8> {
    let about = std::env::current_exe().and_then(std::fs::metadata).ok();
    let size = about.as_ref().map_or(0, std::fs::Metadata::len);
    let since_epoch = about.and_then(|about| about.modified().ok()?.duration_since(UNIX_EPOCH).ok());
    let built_ns = since_epoch.map_or(0, |since| since.as_nanos());
    [size.to_le_bytes().as_slice(), built_ns.to_le_bytes().as_slice()].concat()
}

/// Writes a file unless it holds these bytes already, so that its age says when it changed.
fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(());
    }
    std::fs::write(path, bytes).map_err(|error| Error::new(format!("writing {}: {error}", path.display())))
}
