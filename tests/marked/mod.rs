//! Cases that are readable text with the answers marked in it: `[Berlin|place]`.

#![allow(dead_code)]

use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::text::Span;
use std::fs;

/// A line of text and its marks.
pub struct Marked {
    /// The text without its marks.
    pub text: String,
    /// What is marked, and as what.
    pub marks: Vec<(Span, String)>,
}

impl Marked {
    /// Reads a line; brackets without a bar are text.
    pub fn read(line: &str) -> Self {
        let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), line);
        while let Some(bar) = rest.find('|') {
            let (before, after) = (&rest[..bar], &rest[bar + 1..]);
            let open = opening(before).expect("a mark opens with a bracket");
            let close = after.find(']').expect("a mark closes with a bracket");
            text += &before[..open];
            let start = text.len();
            text += &before[open + 1..];
            marks.push((Span::new(start, text.len()), after[..close].to_owned()));
            rest = &after[close + 1..];
        }
        text += rest;
        Self { text, marks }
    }
}

/// The bracket that opens the mark whose words end `before`, brackets inside the words passed over.
fn opening(before: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in before.char_indices().rev() {
        match c {
            ']' => depth += 1,
            '[' if depth == 0 => return Some(at),
            '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The text with marks put in.
pub fn mark(text: &str, marks: impl Iterator<Item = (Span, String)>) -> String {
    let (mut printed, mut at) = (String::new(), 0);
    for (span, what) in marks {
        printed += &text[at..span.start as usize];
        printed += &format!("[{}|{what}]", span.of(text));
        at = span.end as usize;
    }
    printed + &text[at..]
}

/// The lines of every case file of a folder that are not empty and no comments.
pub fn cases(folder: &str) -> Vec<String> {
    files(folder)
        .iter()
        .flat_map(|file| {
            file.lines()
                .filter(|line| !line.is_empty() && !line.starts_with("# "))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect()
}

/// The case files of a folder, in order of their names.
pub fn files(folder: &str) -> Vec<String> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("text")).collect()
}

/// An article of this text.
pub fn article(text: &str) -> Article {
    named_article("case", text)
}

/// An article of this id and text.
pub fn named_article(id: &str, text: &str) -> Article {
    Article::plain(&RawArticle {
        id: id.to_owned(),
        file: id.to_owned(),
        format: Format::Text,
        text: text.to_owned(),
        page: Metadata::default(),
        editor: Metadata::default(),
    })
}
