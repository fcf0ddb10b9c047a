//! [`RawArticle`] into [`Article`]: page furniture removed, headline, byline,
//! outlet, dateline and language found.
//!
//! Every removal keeps the raw span and its reason, so a reader can see what was
//! cut; raw text minus removed spans is the body of the story. Cutting a sentence
//! of the story is the worse error: a rule that is not sure keeps. Cleaning what
//! is clean changes nothing.

mod article;
mod block;
mod byline;
mod dateline;
mod judge;
mod language;
mod line;
mod masthead;
mod metadata;
mod pass;
mod phrase;
mod printed_date;
mod recurring;
mod rules;
mod source_map;
mod teaser;
mod weights;
mod wrap;

pub use article::{Article, Given, Reason, Removal};
pub use block::{FEATURE_NAMES, Features, N_FEATURES};
pub use phrase::{explain, reasons};
pub use source_map::{SourceMap, SourceMapBuilder};

use crate::corpus::RawArticle;
use crate::key::Basis;
use crate::text::Span;
use line::{chain, hash_words};
use pass::{Cleaned, Known, clean_text};
use recurring::{Recurring, SeenLines};
use serde::{Deserialize, Serialize};

/// Cleans every article of a corpus; lines that recur across an outlet's articles are judged together.
#[must_use]
pub fn clean(raw: &[RawArticle]) -> Vec<Article> {
    let mut learned = Learned::default();
    raw.iter().for_each(|raw| learned.learn(raw));
    let cleaner = learned.settle();
    raw.iter().map(|raw| cleaner.clean(raw)).collect()
}

/// What was learned of some articles of a corpus, as plain data.
///
/// Each of several workers can learn some of the articles: put together, in any order, it is what one has learned of
/// all of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    lines: SeenLines,
}

impl Learned {
    /// Takes in an article of the corpus, so that lines which recur can be known.
    pub fn learn(&mut self, raw: &RawArticle) {
        self.lines.learn(outlet_key(raw), &raw.text);
    }

    /// Adds what was learned of other articles.
    pub fn join(&mut self, other: Self) {
        self.lines.join(other.lines);
    }

    /// Says that every article is taken in: what cannot matter is forgotten.
    #[must_use]
    pub fn settle(self) -> Cleaner {
        Cleaner { recurring: self.lines.settle() }
    }
}

/// Cleans articles one by one by what was learned of all of them; by what each says alone if it is made of nothing.
///
/// Plain data, a small part of what it was made of.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cleaner {
    recurring: Recurring,
}

impl Cleaner {
    /// Cleans one article.
    #[must_use]
    pub fn clean(&self, raw: &RawArticle) -> Article {
        let mut article = self.clean_words(raw);
        tell_language(&mut article);
        article
    }

    /// Cleans one article without telling its language, which takes a third of the time and changes no word: the
    /// work of [`tell_language`].
    #[must_use]
    pub fn clean_words(&self, raw: &RawArticle) -> Article {
        let outlet = outlet_key(raw);
        let titles = [&raw.editor.title, &raw.page.title];
        let titles =
            titles.into_iter().flatten().map(|title| hash_words(title)).filter(|words| !words.is_empty());
        let known = Known { titles: titles.collect(), recurs: &|line| self.recurring.recurs(outlet, line) };
        article(raw, clean_text(&raw.text, &known))
    }
}

/// Tells the language of an article by its words and letters, where none was given for it.
pub fn tell_language(article: &mut Article) {
    if article.language.is_none() {
        let found = language::find_language(article.body());
        article.language = found.map(|value| Given { value, basis: Basis::Text });
    }
}

/// The lines of a page with the features by which the main-block model judges them, for fitting its weights.
#[must_use]
pub fn story_features(page: &str) -> Vec<(Span, Features)> {
    let lines = judge::judge_lines(page);
    let features = block::features(&lines);
    lines.iter().map(|line| line.line.span).zip(features).collect()
}

/// Articles with one key are of one outlet: as it is given, else by host, else by folder.
fn outlet_key(raw: &RawArticle) -> u64 {
    let given = metadata::given(raw, |metadata| metadata::read_text(metadata.outlet.as_ref()));
    let host = || metadata::given_url(raw).and_then(|url| metadata::host(&url.value));
    let folder = || raw.file.rsplit_once('/').map(|(folder, _)| folder.to_owned());
    let name = given.map(|given| given.value).or_else(host).or_else(folder).unwrap_or_default();
    hash_words(&name).into_iter().fold(0, chain)
}

/// The article of a cleaned text, with what was given beside it.
fn article(raw: &RawArticle, cleaned: Cleaned) -> Article {
    let headline: Vec<Span> = cleaned.source.to_raw_pieces(cleaned.title).collect();
    let title = metadata::given(raw, |metadata| metadata::read_text(metadata.title.as_ref()));
    let title = title.map(|given| shorten(given, cleaned.title.of(&cleaned.text)));
    let title_basis =
        title.as_ref().map(|title| title.basis).or((!headline.is_empty()).then_some(Basis::Text));
    let cleaned = match title {
        Some(title) if !same_words(&title.value, cleaned.title.of(&cleaned.text)) => {
            retitle(cleaned, &title.value)
        }
        _ => cleaned,
    };
    let Cleaned { text, title, paragraphs, source, removed, masthead, .. } = cleaned;
    let text_basis = |value| Given { value, basis: Basis::Text };
    let url = metadata::given_url(raw);
    let dateline = paragraphs.first().and_then(|first| {
        let length = dateline::find_dateline(first.of(&text))?;
        Some(Span::new(first.start as usize, first.start as usize + length))
    });
    let mut byline = metadata::given_byline(raw);
    if byline.is_empty() {
        byline = masthead.byline.into_iter().map(text_basis).collect();
    }
    let outlet = metadata::given(raw, |metadata| metadata::read_text(metadata.outlet.as_ref()))
        .or_else(|| {
            url.as_ref().and_then(|url| Some(Given { value: metadata::host(&url.value)?, basis: url.basis }))
        })
        .or_else(|| masthead.outlet.map(text_basis))
        .or_else(|| read_named_outlet(&text, &paragraphs).map(text_basis));
    Article {
        id: raw.id.clone(),
        file: raw.file.clone(),
        title,
        title_basis,
        dateline,
        byline,
        agencies: find_agencies(&text, &paragraphs, dateline, &raw.text, &removed),
        outlet,
        published: metadata::given_published(raw).or_else(|| masthead.published.map(text_basis)),
        url: url.map(|url| url.value),
        language: metadata::given_language(raw),
        removed: place_removals(removed, &headline, &source),
        paragraphs,
        source,
        text,
    }
}

/// A title the page gives with its outlet behind it, `Headline | Outlet`, says no more than the printed headline.
fn shorten(title: Given<String>, printed: &str) -> Given<String> {
    let (words, printed_words) = (hash_words(&title.value), hash_words(printed));
    let is_longer =
        words.len() > printed_words.len() && !printed_words.is_empty() && words.starts_with(&printed_words);
    if title.basis == Basis::Page && is_longer { Given { value: printed.to_owned(), ..title } } else { title }
}

fn same_words(one: &str, other: &str) -> bool {
    hash_words(one) == hash_words(other)
}

/// The cleaned text under another headline; the printed one stays out of it.
fn retitle(cleaned: Cleaned, title: &str) -> Cleaned {
    let body_start = cleaned.paragraphs.first().map_or(cleaned.text.len(), |first| first.start as usize);
    let body = &cleaned.text[body_start..];
    let gap = if body.is_empty() { "" } else { "\n\n" };
    let text = format!("{title}{gap}{body}");
    let start = text.len() - body.len();
    let paragraphs = cleaned
        .paragraphs
        .iter()
        .map(|span| {
            Span::new(span.start as usize - body_start + start, span.end as usize - body_start + start)
        })
        .collect();
    let source =
        cleaned.source.rebased(Span::new(body_start, body_start).start, Span::new(start, start).start);
    Cleaned { title: Span::new(0, title.len()), text, paragraphs, source, ..cleaned }
}

/// The outlet of a recap such as `As OBOZ.UA wrote:`, where it is the name of a site.
fn read_named_outlet(text: &str, paragraphs: &[Span]) -> Option<String> {
    paragraphs.iter().find_map(|paragraph| {
        let name = paragraph.of(text).strip_prefix("As ")?.split_once(" wrote")?.0;
        let is_site = name.contains('.') && !name.contains(' ') && !name.ends_with('.');
        is_site.then(|| name.to_owned())
    })
}

/// How many paragraphs at the end may hold a credit.
const CREDIT_PARAGRAPHS: usize = 3;

/// The agencies of the dateline and of credits at the end, kept or cut.
fn find_agencies(
    text: &str,
    paragraphs: &[Span],
    dateline: Option<Span>,
    raw: &str,
    removed: &[(Span, &str)],
) -> Vec<String> {
    let mut agencies = Vec::new();
    let mut add = |credit: &str| {
        for name in byline::find_agencies(credit) {
            if !agencies.iter().any(|known| known == name) {
                agencies.push(name.to_owned());
            }
        }
    };
    if let Some((_, agency)) = dateline.and_then(|dateline| dateline.of(text).split_once('(')) {
        add(agency);
    }
    let is_credit = |text: &str| byline::is_credit(&line::Line::new(text, Span::new(0, text.len()), false));
    for paragraph in &paragraphs[paragraphs.len().saturating_sub(CREDIT_PARAGRAPHS)..] {
        if is_credit(paragraph.of(text)) {
            add(paragraph.of(text));
        }
    }
    for (span, reason) in removed {
        if matches!(*reason, "credit" | "byline") {
            add(span.of(raw));
        }
    }
    agencies
}

/// The removals in raw order with their places in the cleaned text, the headline among them.
fn place_removals(removed: Vec<(Span, &'static str)>, headline: &[Span], source: &SourceMap) -> Vec<Removal> {
    let mut removed = removed;
    removed.extend(headline.iter().map(|headline| (*headline, "headline")));
    removed.sort_by_key(|(span, _)| *span);
    let pieces = source.in_raw_order();
    let place = |(raw, reason): (Span, &'static str)| {
        let before = pieces.partition_point(|(piece, _)| piece.end <= raw.start);
        let at = if before == 0 || headline.contains(&raw) { 0 } else { pieces[before - 1].1 };
        Removal { raw, at, reason }
    };
    removed.into_iter().map(place).collect()
}
