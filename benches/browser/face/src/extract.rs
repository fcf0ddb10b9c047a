//! Turns one text into how many names and dates it holds, for measuring how fast they are found.

use dateline::annotate::{annotate, find_tokens, lexicon, timex};
use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::text::split_sentences;
use wasm_bindgen::prelude::wasm_bindgen;

/// How many names and dates a text holds.
#[wasm_bindgen]
#[must_use]
pub fn count_names_and_dates(text: &str) -> usize {
    let found = annotate(&plain(text));
    found.mentions.len() + found.dates.len()
}

/// How many dates an English text holds, each resolved against the first day of 2024.
#[wasm_bindgen]
#[must_use]
pub fn count_dates(text: &str) -> usize {
    let article = plain(text);
    let lexicon = lexicon::get();
    let mut tokens = Vec::new();
    let mut ranges = Vec::new();
    for paragraph in &article.paragraphs {
        for sentence in split_sentences(text, *paragraph) {
            let start = tokens.len();
            find_tokens(text, sentence, lexicon, &mut tokens);
            ranges.push(start..tokens.len());
        }
    }
    let classes: Vec<_> = tokens.iter().map(|token| lexicon.classes(token.hash)).collect();
    let language = timex::Language::of(Some("en"));
    let expressions = timex::find(text, &tokens, &classes, &ranges, language);
    timex::resolve_all(&expressions, timex::Date::new(2024, 1, 1)).len()
}

fn plain(text: &str) -> Article {
    Article::plain(&RawArticle {
        id: String::new(),
        file: String::new(),
        format: Format::Text,
        text: text.to_owned(),
        page: Metadata::default(),
        editor: Metadata::default(),
    })
}
