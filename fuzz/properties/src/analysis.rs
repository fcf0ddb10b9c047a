//! What comes from articles: the text of one, analyzed from its raw form to what a screen shows.

use dateline::annotate::annotate;
use dateline::clean::{Article, clean};
use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::Request;
use dateline::text::Span;

use crate::questions::questions;

/// Longer texts say nothing new and take long.
const MOST_BYTES: usize = 1 << 14;

fn raw(bytes: &[u8]) -> RawArticle {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_BYTES)]).into_owned();
    let (page, editor) = (Metadata::default(), Metadata::default());
    RawArticle { id: "a".to_owned(), file: "a.txt".to_owned(), format: Format::Text, text, page, editor }
}

fn check(text: &str, span: Span) {
    assert!(text.get(span.range()).is_some(), "{span:?} in {text:?}");
}

/// Spans of the cleaned text lie on characters, removals on the raw text.
pub fn clean_keeps_its_spans(bytes: &[u8]) -> String {
    let raw = raw(bytes);
    let [article]: [Article; 1] = clean(std::slice::from_ref(&raw)).try_into().expect("one article");
    check(&article.text, article.title);
    article.paragraphs.iter().for_each(|span| check(&article.text, *span));
    article.removed.iter().for_each(|removal| check(&raw.text, removal.raw));
    format!("{article:?}")
}

/// What is found lies on characters, and every question about the article is answered.
pub fn annotate_keeps_its_spans(bytes: &[u8]) -> String {
    let raw = raw(bytes);
    let [article]: [Article; 1] = clean(std::slice::from_ref(&raw)).try_into().expect("one article");
    let found = annotate(&article);
    found.mentions.iter().for_each(|mention| check(&article.text, mention.span));
    found.dates.iter().for_each(|date| check(&article.text, date.span));
    let engine = Engine::from_corpus(&Corpus { articles: vec![raw], ..Corpus::default() }, |_, _| ());
    let words: String = article.text.chars().take(12).collect();
    let asks = questions("a", &words);
    let answers = (0..).zip(asks).map(|(id, ask)| engine.handle(&Request { id, ask }));
    format!("{found:?} {:?}", answers.collect::<Vec<_>>())
}
