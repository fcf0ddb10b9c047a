//! Turns a built site into a table of sizes, and holds it to its budget.

use crate::{Outcome, project, project::Project, tool::wasm_std};
use std::{
    fs, io,
    path::{Path, PathBuf},
    thread,
    time::SystemTime,
};

/// What may arrive before the first paint, in brotli bytes: page, style sheet, app and the first list. The project's own
/// limit: a second and a half on the 1.6 Mbit/s of what Lighthouse calls slow 4G.
const FIRST_PAINT_BUDGET_BYTES: usize = 300_000;
/// What the program of the worker may take, in brotli bytes, which arrives beside the first paint and
/// answers after it. Articles and word lists do not count. Less than three times what a page may take: analysis, search,
/// views and what they know of Unicode and of languages are the greater part, and pay for their speed in size.
const ENGINE_BUDGET_BYTES: usize = 820_000;
/// What the weights, classes and vectors of words and all word lists may take, in brotli bytes: less than
/// the photograph at the head of many a news page.
const WORDS_BUDGET_BYTES: usize = 1_200_000;
/// Brotli's highest quality and largest window: what a server that compresses once would send.
const BROTLI_QUALITY: i32 = 11;
const BROTLI_WINDOW: i32 = 22;

/// One file of the site.
struct Entry {
    name: String,
    raw: usize,
    brotli: usize,
}

/// Prints the sizes of a built site.
///
/// # Errors
/// A file cannot be read, or a part of the site is over its budget.
pub fn check(project: &Project) -> Outcome {
    let dist = project.dist();
    let entries = measure(&dist, &project::files_below(&dist, "")?)?;
    println!("{:<40} {:>12} {:>12}", "file", "raw bytes", "brotli bytes");
    for entry in &entries {
        println!("{:<40} {:>12} {:>12}", entry.name, entry.raw, entry.brotli);
    }
    let total: usize = entries.iter().map(|entry| entry.brotli).sum();
    println!("{:<40} {:>12} {total:>12}", "all", entries.iter().map(|entry| entry.raw).sum::<usize>());
    let words = packed_size(&included_words(&project.root)?)?;
    let content = content_bytes(project)?;
    println!("{:<40} {:>12} {content:>12}", "articles and word lists in the worker", "");
    verdict("before the first paint", sum(&entries, is_page), FIRST_PAINT_BUDGET_BYTES)?;
    let engine = sum(&entries, |name| name.starts_with("worker")).saturating_sub(content);
    verdict("the worker without them", engine, ENGINE_BUDGET_BYTES)?;
    verdict("weights and word lists alone", words, WORDS_BUDGET_BYTES)
}

/// What all files of a built site take together, each compressed by itself, in brotli bytes.
///
/// # Errors
/// A file cannot be read.
pub fn compressed_bytes(dist: &Path) -> Outcome<usize> {
    Ok(sum(&measure(dist, &project::files_below(dist, "")?)?, |_| true))
}

fn verdict(what: &str, bytes: usize, budget: usize) -> Outcome {
    println!("{what:<40} {:>12} {bytes:>12}  of {budget}", "");
    if bytes > budget {
        return Err(format!(
            "cannot accept {bytes} brotli bytes for {what}: the budget is {budget}; the table above shows which file grew"
        ));
    }
    Ok(())
}

fn is_page(name: &str) -> bool {
    name == "index.html" || name.ends_with(".css") || name.starts_with("app") || name.starts_with("front")
}

fn sum(entries: &[Entry], counts: impl Fn(&str) -> bool) -> usize {
    entries.iter().filter(|entry| counts(&entry.name)).map(|entry| entry.brotli).sum()
}

/// The articles and word lists inside the worker, in brotli bytes: the files `*.pack` that `build.rs`
/// wrote for it, and those of `lexicon/` that the source includes. Compressed by themselves they take
/// about as much as they add to the worker.
fn content_bytes(project: &Project) -> Outcome<usize> {
    let Some(source) = wasm_std::find() else { return Ok(0) };
    let builds = source.target(project).join("wasm32-unknown-unknown/worker/build");
    let mut files = newest_by_name(project::files_below(&builds, ".pack")?);
    files.extend(included_words(&project.root)?);
    packed_size(&files)
}

/// What files take together, in brotli bytes.
fn packed_size(files: &[PathBuf]) -> Outcome<usize> {
    let mut content = Vec::new();
    for path in files {
        content.extend(fs::read(path).map_err(|e| format!("cannot measure {}: {e}", path.display()))?);
    }
    brotli_bytes(&content).map_err(|e| format!("cannot compress the articles and word lists: {e}"))
}

/// The files of `lexicon/` that a source file names in an `include_str!` or `include_bytes!`.
fn included_words(root: &Path) -> Outcome<Vec<PathBuf>> {
    let mut source = String::new();
    for path in project::files_below(&root.join("src"), ".rs")? {
        source += &project::read(&path)?;
    }
    let mut files = project::files_below(&root.join("lexicon"), "")?;
    files.retain(|path| {
        let name = path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        source.contains(&format!("/{name}\")"))
    });
    Ok(files)
}

/// Of files with the same name the one written last: a build folder keeps those of earlier builds.
fn newest_by_name(files: Vec<PathBuf>) -> Vec<PathBuf> {
    let age =
        |path: &PathBuf| path.metadata().and_then(|meta| meta.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
    let mut newest: Vec<PathBuf> = Vec::new();
    for file in files {
        match newest.iter_mut().find(|known| known.file_name() == file.file_name()) {
            Some(known) if age(known) < age(&file) => *known = file,
            Some(_) => {}
            None => newest.push(file),
        }
    }
    newest
}

fn measure(folder: &Path, files: &[PathBuf]) -> Outcome<Vec<Entry>> {
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let mut entries = Vec::new();
    for group in files.chunks(n_threads) {
        entries.extend(measure_side_by_side(folder, group)?);
    }
    Ok(entries)
}

fn measure_side_by_side(folder: &Path, files: &[PathBuf]) -> Outcome<Vec<Entry>> {
    thread::scope(|scope| {
        let threads: Vec<_> = files.iter().map(|path| scope.spawn(|| measure_one(folder, path))).collect();
        threads
            .into_iter()
            .map(|thread| {
                thread
                    .join()
                    .unwrap_or_else(|_| Err("cannot measure a file: its thread panicked".to_string()))
            })
            .collect()
    })
}

fn measure_one(folder: &Path, path: &Path) -> Outcome<Entry> {
    let explain = |e: io::Error| format!("cannot measure {}: {e}", path.display());
    let bytes = fs::read(path).map_err(explain)?;
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    Ok(Entry { name, raw: bytes.len(), brotli: brotli_bytes(&bytes).map_err(explain)? })
}

fn brotli_bytes(bytes: &[u8]) -> io::Result<usize> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: BROTLI_QUALITY,
        lgwin: BROTLI_WINDOW,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &params)?;
    Ok(packed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, brotli: usize) -> Entry {
        Entry { name: name.to_string(), raw: 0, brotli }
    }

    #[test]
    fn the_page_and_the_worker_count_apart() {
        let entries = [
            entry("index.html", 1),
            entry("main-0a.css", 2),
            entry("app-0a.js", 4),
            entry("app_bg-0a.wasm", 8),
            entry("front-0a.bin", 64),
            entry("worker-0a.js", 16),
            entry("worker_bg-0a.wasm", 132),
            entry("icon.png", 1000),
        ];
        assert_eq!(sum(&entries, is_page), 79);
        assert_eq!(sum(&entries, |name| name.starts_with("worker")), 148);
    }

    #[test]
    fn word_lists_count_as_content_when_the_source_includes_them() {
        let root = std::env::temp_dir().join(format!("dateline-xtask-{}-words", std::process::id()));
        for (path, text) in [
            ("src/a.rs", "include_str!(\"../lexicon/en/used.txt\")"),
            ("lexicon/en/used.txt", "a"),
            ("lexicon/en/unused.txt", "b"),
        ] {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        assert_eq!(included_words(&root).unwrap(), [root.join("lexicon/en/used.txt")]);
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn over_the_budget_is_an_error() {
        assert!(verdict("all", 100, 100).is_ok());
        assert!(verdict("all", 101, 100).is_err());
    }

    #[test]
    fn brotli_shrinks_repetition() {
        assert!(brotli_bytes(&[7; 10_000]).unwrap() < 100);
    }
}
