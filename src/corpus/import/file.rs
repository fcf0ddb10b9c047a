//! One file into what it holds: articles, a sidecar, mistakes, or a reason why nothing.
//!
//! Knows the formats and nothing of the other files of the folder.

use super::decode::{NotText, decode_page, decode_text, unify_line_ends};
use super::front_matter::split_front_matter;
use super::identity::{Wish, stem};
use super::page::{NOTHING_FOUND, Page, read_page};
use super::record::{Record, read_record};
use super::sidecar::{Mistake, read_sidecar};
use super::walk::{Found, reason};
use super::{PageCache, markdown};
use crate::corpus::{Format, Metadata};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Files above this size are passed over, in bytes. A year of a newspaper is below it; what is above
/// is an archive or a film, and would fill the memory of the browser that opens the site.
const LARGEST: u64 = 64 << 20;

/// SHA-256 of a file's bytes.
pub type ContentHash = [u8; 32];

/// What was found in a page, or why nothing was.
pub type PageOrReason = Result<Page, String>;

/// An article before its id and its sidecar are known.
#[derive(Debug)]
pub struct Draft {
    /// What it would be called.
    pub wish: Wish,
    /// The form it was kept in.
    pub format: Format,
    /// Its text.
    pub text: String,
    /// What the page or record says of itself.
    pub page: Metadata,
    /// What its front matter says.
    pub editor: Metadata,
}

/// What a file holds.
#[derive(Debug)]
pub enum Content {
    /// Articles, at least one.
    Articles(Vec<Draft>),
    /// Facts for the article of the same name beside it.
    Sidecar(Metadata),
    /// Nothing, for this reason.
    Nothing(String),
    /// Mistakes that have to be mended first.
    Mistakes(Vec<Mistake>),
}

/// A file, read.
#[derive(Debug)]
pub struct ReadFile {
    /// The hash of its bytes; of no bytes where it could not be opened.
    pub hash: ContentHash,
    /// What it holds.
    pub content: Content,
    /// For a page, what was found in it or why nothing was, to be kept for the next time.
    pub page: Option<PageOrReason>,
}

/// The kind of a file, by its extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An article in this form, or several.
    Article(Format),
    /// Facts beside an article.
    Sidecar,
    /// Anything else.
    Unknown,
}

impl Kind {
    /// The kind of the file `name`.
    pub fn of(name: &str) -> Self {
        match extension(name).as_str() {
            ".txt" => Self::Article(Format::Text),
            ".md" | ".markdown" => Self::Article(Format::Markdown),
            ".html" | ".htm" => Self::Article(Format::Html),
            ".jsonl" | ".ndjson" => Self::Article(Format::JsonLine),
            ".toml" => Self::Sidecar,
            _ => Self::Unknown,
        }
    }
}

/// The extension in lower case, with its dot; empty where there is none.
fn extension(name: &str) -> String {
    name[stem(name).len()..].to_lowercase()
}

/// Reads one file. `pages` spares the work for pages that were read before.
pub fn read_file(file: &Found, pages: &PageCache) -> ReadFile {
    let kind = Kind::of(&file.name);
    let (hash, bytes) = match read_bytes(&file.path, kind) {
        Ok(read) => read,
        Err(error) => {
            let content = Content::Nothing(format!("unreadable: {}", reason(&error)));
            return ReadFile { hash: Sha256::digest([]).into(), content, page: None };
        }
    };
    let Some(bytes) = bytes else {
        return ReadFile { hash, content: Content::Nothing(why_not_read(&file.name, kind)), page: None };
    };
    read_content(&file.name, &bytes, hash, pages)
}

/// Reads the bytes of one file of a known kind.
pub fn read_content(name: &str, bytes: &[u8], hash: ContentHash, pages: &PageCache) -> ReadFile {
    let kind = Kind::of(name);
    if kind == Kind::Article(Format::Html) {
        let page = pages.get(&hash).unwrap_or_else(|| read_html(bytes));
        return ReadFile { hash, content: page_content(name, page.clone()), page: Some(page) };
    }
    let content = match decode_text(bytes) {
        Ok(text) => text_content(name, kind, text),
        // A sidecar in which nothing stands says nothing, as it may.
        Err(NotText::Empty) if kind == Kind::Sidecar => Content::Sidecar(Metadata::default()),
        Err(not) => Content::Nothing(not.reason().to_owned()),
    };
    ReadFile { hash, content, page: None }
}

/// The hash of a file, and its bytes where there is use for them.
fn read_bytes(path: &Path, kind: Kind) -> io::Result<(ContentHash, Option<Vec<u8>>)> {
    let mut file = File::open(path)?;
    if kind != Kind::Unknown && file.metadata()?.len() <= LARGEST {
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        return Ok((Sha256::digest(&bytes).into(), Some(bytes)));
    }
    let mut hash = Sha256::new();
    let mut part = vec![0; 1 << 16];
    loop {
        match file.read(&mut part)? {
            0 => return Ok((hash.finalize().into(), None)),
            n_read => hash.update(&part[..n_read]),
        }
    }
}

fn why_not_read(name: &str, kind: Kind) -> String {
    if kind != Kind::Unknown {
        return format!("larger than {} MB", LARGEST >> 20);
    }
    let extension = extension(name);
    let shown = if extension.is_empty() { String::new() } else { format!(" ({extension})") };
    format!("unknown kind of file{shown}; Dateline reads .txt, .md, .html and .jsonl")
}

fn read_html(bytes: &[u8]) -> PageOrReason {
    let html = decode_page(bytes).map_err(|not| not.reason().to_owned())?;
    read_page(&html).ok_or_else(|| NOTHING_FOUND.to_owned())
}

fn page_content(name: &str, page: PageOrReason) -> Content {
    match page {
        Ok(Page { text, facts }) => article(name, Format::Html, text, facts, Metadata::default()),
        Err(reason) => Content::Nothing(reason),
    }
}

fn text_content(name: &str, kind: Kind, text: String) -> Content {
    match kind {
        Kind::Sidecar => read_sidecar(&text).map_or_else(Content::Mistakes, Content::Sidecar),
        Kind::Article(Format::JsonLine) => read_records(name, &text),
        Kind::Article(Format::Markdown) => read_markdown(name, &text),
        _ => article(name, Format::Text, text, Metadata::default(), Metadata::default()),
    }
}

fn read_markdown(name: &str, text: &str) -> Content {
    let (editor, body) = split_front_matter(text);
    let markdown::Reduced { text, title } = markdown::reduce(body);
    if text.is_empty() {
        return Content::Nothing("no text below the front matter".to_owned());
    }
    article(name, Format::Markdown, text, Metadata { title, ..Metadata::default() }, editor)
}

fn article(name: &str, format: Format, text: String, page: Metadata, editor: Metadata) -> Content {
    Content::Articles(vec![Draft { wish: Wish::of_file(name), format, text, page, editor }])
}

fn read_records(name: &str, text: &str) -> Content {
    let (mut drafts, mut mistakes) = (Vec::new(), Vec::new());
    for (line, written) in (1..).zip(text.split('\n')).filter(|(_, written)| !written.trim().is_empty()) {
        match read_record(written).and_then(|record| draft(name, line, record)) {
            Ok(draft) => drafts.push(draft),
            Err(message) => mistakes.push(Mistake { line, message }),
        }
    }
    if mistakes.is_empty() { Content::Articles(drafts) } else { Content::Mistakes(mistakes) }
}

fn draft(name: &str, line: usize, mut record: Record) -> Result<Draft, String> {
    let text = record.text.take().filter(|text| !text.trim().is_empty());
    let text =
        text.ok_or("no text: one of \"text\", \"body\" and \"content\" must be a string that is not empty")?;
    let wish = Wish::of_record(name, line, record.own_id());
    let text = unify_line_ends(text);
    Ok(Draft { wish, format: Format::JsonLine, text, page: record.facts, editor: Metadata::default() })
}
