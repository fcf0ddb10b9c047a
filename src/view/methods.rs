//! What was read, skipped and removed, and why.

use serde::{Deserialize, Serialize};

/// What the Methods page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MethodsView {
    /// The version of Dateline.
    pub version: String,
    /// SHA-256 of the folder, 64 hexadecimal digits.
    pub corpus_hash: String,
    /// How many articles were read.
    pub n_articles: u32,
    /// Words in all stories after cleaning.
    pub n_words: u32,
    /// Characters read, and how many of them were removed as furniture.
    pub n_chars: (u64, u64),
    /// Files passed over.
    pub skipped: Vec<SkippedFile>,
    /// Removals by reason, most frequent first.
    pub removals: Vec<Tally>,
    /// Names and dates by the rule that found them, most frequent first.
    pub rules: Vec<Tally>,
    /// Articles by language.
    pub languages: Vec<Tally>,
    /// Articles by the basis of their publication date; undated ones as `unknown`.
    pub dates: Vec<Tally>,
    /// Names joined by a guess, as in `Reinsaru → Urmas Reinsalu`, with the reason.
    pub guesses: Vec<(String, String)>,
    /// What became of each correction in `repairs.toml`, in the order of the file.
    pub repairs: Vec<AppliedRepair>,
    /// Word lists and other sources with their licences.
    pub sources: Vec<(String, String)>,
}

/// A correction made by hand, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppliedRepair {
    /// The line of `repairs.toml` it begins at.
    pub line: u32,
    /// What it does, in words.
    pub what: String,
    /// How many mentions it changed.
    pub n_mentions: u32,
    /// What was not found or is contradicted, each in a sentence.
    pub warnings: Vec<String>,
}

/// A file that holds no article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkippedFile {
    /// Its path below the corpus folder.
    pub file: String,
    /// Why it was passed over.
    pub reason: String,
}

/// How often something happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// What, as a short name.
    pub name: String,
    /// What it means, in a sentence; empty where the name says it.
    pub meaning: String,
    /// How often.
    pub count: u32,
    /// In how many articles.
    pub n_articles: u32,
}
