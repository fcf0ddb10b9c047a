//! What a folder holds before anything is understood.

use super::Repair;
use serde::{Deserialize, Serialize};

/// The form an article was kept in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// Plain text, `.txt`.
    Text,
    /// Markdown with optional front matter, `.md`.
    Markdown,
    /// A saved web page, `.html` or `.htm`.
    Html,
    /// One record of a `.jsonl` file.
    JsonLine,
}

/// Facts about an article that were given beside its text. Empty values count as not given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    /// The headline.
    pub title: Option<String>,
    /// The authors, one name each.
    pub byline: Vec<String>,
    /// The medium it appeared in.
    pub outlet: Option<String>,
    /// When it was published: an ISO 8601 date, `2023-04-20`, `2023-04` or `2023`; a time of day is dropped.
    pub published: Option<String>,
    /// Where it was found: `http:` or `https:` only.
    pub url: Option<String>,
    /// Its language, an ISO 639-1 code where one exists.
    pub language: Option<String>,
}

/// One article as it was found: text as kept, nothing removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RawArticle {
    /// The file name without its extension; for a record of a `.jsonl` file its own `id`,
    /// or file name, hyphen, line number. Unique in a corpus.
    pub id: String,
    /// The path below the corpus folder, with `/` between its parts.
    pub file: String,
    /// The form it was kept in.
    pub format: Format,
    /// The text, decoded to UTF-8 with line ends as `\n`.
    pub text: String,
    /// What the page or record said of itself.
    pub page: Metadata,
    /// What the person who keeps the folder said: a sidecar or front matter.
    pub editor: Metadata,
}

/// A file that holds no article, and why.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Skipped {
    /// The path below the corpus folder.
    pub file: String,
    /// Why it was passed over, as in `empty file`.
    pub reason: String,
}

/// A whole folder, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corpus {
    /// The articles in order of their ids.
    pub articles: Vec<RawArticle>,
    /// The files passed over, in order of their names.
    pub skipped: Vec<Skipped>,
    /// SHA-256 over every file's name and bytes, 64 hexadecimal digits.
    pub hash: String,
    /// The corrections kept beside the articles, in order of their lines.
    pub repairs: Vec<Repair>,
}
