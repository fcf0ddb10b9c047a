//! A folder of files into a [`Corpus`].
//!
//! Runs natively: in `build.rs` for what is compiled into the site, and on the
//! command line. Every file ends as an article, as facts beside one, as a
//! [`Skipped`] file with its reason, or as a mistake that names file and line.

mod cache;
mod date;
mod decode;
mod fact;
mod file;
mod front_matter;
mod identity;
mod linked_data;
mod markdown;
mod page;
mod page_facts;
mod record;
mod repairs;
mod sidecar;
mod walk;

pub use cache::PageCache;
pub use decode::unify_line_ends;
pub use record::{Record, read_record};

use super::{Corpus, Metadata, RawArticle, Skipped};
use crate::error::{Error, Result};
use file::{Content, Draft, Kind, ReadFile, read_content, read_file};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use walk::Found;

/// Mistakes listed at most when a folder cannot be read; who mends so many reads the folder again.
const MOST_MISTAKES: usize = 20;

/// Memory for the stack of each reading thread, in bytes: HTML parsers recurse into nested elements.
const STACK: usize = 64 << 20;

/// Reads every article below `folder`.
///
/// # Errors
/// If the folder cannot be listed, or a sidecar, a JSON line or `repairs.toml` is malformed: then one line of the
/// message for each mistake, as in `reading seeds/a.toml, line 3: unknown key "titel"; allowed are …`.
pub fn read_folder(folder: &Path) -> Result<Corpus> {
    read_folder_again(folder, &mut PageCache::default())
}

/// Reads the articles of one file from its bytes; its kind is that of its name's extension.
///
/// # Errors
/// If the file is malformed, as for [`read_folder`]. A file that holds no article has none.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Result<Vec<RawArticle>> {
    let read = read_content(name, bytes, Sha256::digest(bytes).into(), &PageCache::default());
    let drafts = match read.content {
        Content::Articles(drafts) => drafts,
        Content::Sidecar(_) | Content::Nothing(_) => Vec::new(),
        Content::Mistakes(found) => {
            let found = found.into_iter().map(|m| format!("reading {name}, line {}: {}", m.line, m.message));
            return Err(list_mistakes(found.collect()));
        }
    };
    let drafts = drafts.into_iter().map(|draft| (name.to_owned(), draft)).collect();
    Ok(name_articles(drafts, &Sidecars::new()))
}

/// Reads every article below `folder` as [`read_folder`] does, and takes what `pages` remembers of an
/// earlier reading instead of finding the text in an unchanged page again.
///
/// # Errors
/// As [`read_folder`].
pub fn read_folder_again(folder: &Path, pages: &mut PageCache) -> Result<Corpus> {
    let walk::Listing { files, mut skipped, .. } = walk::list_files(folder)?;
    let mut read = read_all(&files, pages)?;
    pages.replace(read.iter_mut().filter_map(|file| Some((file.hash, file.page.take()?))));
    let mut hash = hash_of(&files, &read);
    let repairs = repairs::read_beside(folder, &mut hash)?;
    let (drafts, sidecars) = sort_out(folder, files, read, &mut skipped)?;
    let mut articles = name_articles(drafts, &sidecars);
    articles.sort_by(|a, b| a.id.cmp(&b.id));
    skipped.sort();
    Ok(Corpus { articles, skipped, hash: hex(hash), repairs })
}

/// What has to be watched to notice that a folder changes: itself, and what links in it lead to.
///
/// # Errors
/// If the folder cannot be listed.
pub fn watched_paths(folder: &Path) -> Result<Vec<PathBuf>> {
    let listing = walk::list_files(folder)?;
    Ok([folder.to_owned()].into_iter().chain(listing.linked).collect())
}

/// Reads all files on all processors; the answer is in the order of the files.
fn read_all(files: &[Found], pages: &PageCache) -> Result<Vec<ReadFile>> {
    let n_threads = std::thread::available_parallelism().map_or(1, usize::from).min(files.len());
    let next = AtomicUsize::new(0);
    let read = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some((at, file)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, files.get(at)?)))
        {
            let done = read_file(file, pages);
            read.lock().expect("no thread panics while it holds the lock").insert(at, done);
        }
    };
    std::thread::scope(|scope| {
        let threads =
            (0..n_threads).map(|_| std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work));
        threads.collect::<std::io::Result<Vec<_>>>().map(|_| ())
    })
    .map_err(|error| Error::new(format!("starting threads to read files: {error}")))?;
    Ok(read.into_inner().expect("no thread panicked").into_values().collect())
}

/// SHA-256 over the name and the content hash of every file.
fn hash_of(files: &[Found], read: &[ReadFile]) -> Sha256 {
    let mut hash = Sha256::new();
    for (file, read) in files.iter().zip(read) {
        hash.update((file.name.len() as u64).to_le_bytes());
        hash.update(file.name.as_bytes());
        hash.update(read.hash);
    }
    hash
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Sidecars by the name of their article without its extension.
type Sidecars = BTreeMap<String, Metadata>;

/// Divides what was read into articles with the files they stand in, sidecars and skipped files.
fn sort_out(
    folder: &Path,
    files: Vec<Found>,
    read: Vec<ReadFile>,
    skipped: &mut Vec<Skipped>,
) -> Result<(Vec<(String, Draft)>, Sidecars)> {
    let stems = article_stems(&files);
    let (mut drafts, mut sidecars, mut mistakes) = (Vec::new(), Sidecars::new(), Vec::new());
    for (Found { name, .. }, ReadFile { content, .. }) in files.into_iter().zip(read) {
        let stem = identity::stem(&name);
        if Kind::of(&name) == Kind::Sidecar && !stems.contains(stem) {
            let reason = format!("sidecar without its article: no {stem}.txt, .md or .html");
            skipped.push(Skipped { file: name, reason });
            continue;
        }
        match content {
            Content::Articles(found) => drafts.extend(found.into_iter().map(|draft| (name.clone(), draft))),
            Content::Sidecar(metadata) => drop(sidecars.insert(stem.to_owned(), metadata)),
            Content::Nothing(reason) => skipped.push(Skipped { file: name, reason }),
            Content::Mistakes(found) => {
                let at = |line| format!("reading {}, line {line}", folder.join(&name).display());
                mistakes.extend(found.into_iter().map(|m| format!("{}: {}", at(m.line), m.message)));
            }
        }
    }
    if mistakes.is_empty() { Ok((drafts, sidecars)) } else { Err(list_mistakes(mistakes)) }
}

fn list_mistakes(mut mistakes: Vec<String>) -> Error {
    let n_more = mistakes.len().saturating_sub(MOST_MISTAKES);
    mistakes.truncate(MOST_MISTAKES);
    if n_more > 0 {
        mistakes.push(format!("and {n_more} more mistakes like these"));
    }
    Error::new(mistakes.join("\n"))
}

/// The names, without extensions, of the files that may have a sidecar.
fn article_stems(files: &[Found]) -> BTreeSet<String> {
    let has_sidecar = |name: &str| match Kind::of(name) {
        Kind::Article(format) => format != super::Format::JsonLine,
        _ => false,
    };
    files
        .iter()
        .filter(|file| has_sidecar(&file.name))
        .map(|file| identity::stem(&file.name).to_owned())
        .collect()
}

fn name_articles(drafts: Vec<(String, Draft)>, sidecars: &Sidecars) -> Vec<RawArticle> {
    let wishes: Vec<_> = drafts.iter().map(|(_, draft)| draft.wish.clone()).collect();
    let article = |(id, (file, draft)): (String, (String, Draft))| {
        let beside = sidecars.get(identity::stem(&file)).filter(|_| draft.format != super::Format::JsonLine);
        let editor = match beside {
            Some(sidecar) => fact::merge(sidecar.clone(), draft.editor),
            None => draft.editor,
        };
        RawArticle { id, file, format: draft.format, text: draft.text, page: draft.page, editor }
    };
    identity::assign(&wishes).into_iter().zip(drafts).map(article).collect()
}
