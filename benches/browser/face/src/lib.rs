//! Turns plain texts and labels into an index that a page can question, one stage at a time, so that each is timed.
//!
//! Part of the benchmark, not of the product: it hands numbers across, builds no view and keeps nothing that
//! searching does not need. Facets come from labels that are given, or from what the texts say.

mod ask;
mod extract;
mod helper;
mod views;

pub use extract::{count_dates, count_names_and_dates};
pub use helper::{Helper, n_helpers, share};
pub use views::Views;

use dateline::annotate::{Annotations, find_names_and_expressions};
use dateline::clean::{Article, Learned, tell_language};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::engine::load::{Annotated, Collected, Done, Intake};
use dateline::engine::protocol::{from_bytes, to_bytes};
use dateline::index::{Index, WordIndex};
use dateline::key::{Basis, Kind};
use dateline::resolve::{Entity, Prepared, Published, Resolved, ResolvedArticle, resolve_prepared};
use dateline::search::query::Selection;
use dateline::search::rehearsal;
use std::collections::BTreeMap;
use std::vec::IntoIter;
use wasm_bindgen::prelude::wasm_bindgen;

/// Articles that are read ahead in one piece.
const PIECE: usize = 64;

/// Articles on their way from raw text to an index.
///
/// Alone it is given them, cleans them and finds their names; or else it is told what [`Helper`]s have done. The stages
/// are called in the order they stand here.
#[wasm_bindgen]
#[derive(Default)]
pub struct Explorer {
    raw: Vec<RawArticle>,
    intake: Intake,
    /// Kind and name of each label of each article.
    labels: BTreeMap<(Kind, String), Vec<u32>>,
    articles: Vec<Article>,
    annotations: Vec<Annotations>,
    words: WordIndex,
    prepared: Prepared,
    resolved: Resolved,
    index: Option<Index>,
    /// What is still to be rehearsed.
    rehearsal: IntoIter<Selection>,
}

#[wasm_bindgen]
impl Explorer {
    /// An explorer of nothing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Alone: takes in one article, its headline, its text and the ISO day it was published.
    pub fn add(&mut self, title: String, text: String, published: String) {
        let number = self.raw.len();
        self.raw.push(raw_article(number, title, text, published));
    }

    /// Labels an article: `kind` is the noun of a kind, as in `person`. Unknown nouns are passed over.
    pub fn label(&mut self, article: usize, kind: &str, name: &str) {
        let doc = narrow(article);
        if let Some(kind) = Kind::from_noun(kind) {
            let docs = self.labels.entry((kind, name.to_owned())).or_default();
            if docs.last() != Some(&doc) {
                docs.push(doc);
            }
        }
    }

    /// Alone: cleans every article. Languages are told with the names, as the product does it: no word depends on them.
    pub fn clean(&mut self) {
        let mut learned = Learned::default();
        self.raw.iter().for_each(|raw| learned.learn(raw));
        let cleaner = learned.settle();
        // Each raw text goes as soon as it is cleaned: only one of the two forms is held.
        let raw = std::mem::take(&mut self.raw).into_iter();
        self.articles = raw.map(|raw| cleaner.clean_words(&raw)).collect();
    }

    /// With helpers: says how many articles are read, and by how many.
    pub fn expect(&mut self, n_articles: usize, n_helpers: usize) {
        self.intake = Intake::new(n_articles, n_helpers);
    }

    /// With helpers: takes in what one of them has done. Bytes that are no such message are passed over.
    pub fn take(&mut self, done: &[u8]) {
        if let Ok((block, done)) = from_bytes::<(usize, Done)>(done) {
            self.intake.take(block, done);
        }
    }

    /// With helpers: what was learned of all articles, for each of them; nothing before all have learned their shares.
    #[must_use]
    pub fn learned(&mut self) -> Option<Vec<u8>> {
        self.intake.take_learned().and_then(|cleaner| to_bytes(&cleaner).ok())
    }

    /// With helpers: of how many articles it was told that they are cleaned.
    #[must_use]
    pub fn n_cleaned(&self) -> usize {
        self.intake.n_cleaned()
    }

    /// With helpers: of how many articles it was told what was found in them.
    #[must_use]
    pub fn n_annotated(&self) -> usize {
        self.intake.n_annotated()
    }

    /// Indexes the words of all cleaned articles.
    pub fn index_words(&mut self) {
        match self.intake.take_cleaned().filter(|cleaned| !cleaned.articles.is_empty()) {
            Some(Collected { articles, sentences, words, .. }) => {
                self.words = WordIndex::of(words);
                let known = |sentences| Annotations { sentences, ..Annotations::default() };
                self.annotations = sentences.into_iter().map(known).collect();
                self.articles = articles;
            }
            None => self.words = WordIndex::build(&self.articles),
        }
    }

    /// Does a piece of what resolving needs of articles alone, while names are awaited; whether there was one.
    pub fn read_ahead(&mut self) -> bool {
        let n_read = self.prepared.n_articles();
        self.articles.iter().skip(n_read).take(PIECE).for_each(|article| self.prepared.add(article));
        self.prepared.n_articles() > n_read
    }

    /// Alone: tells the language of the next `n` articles and finds names and dates in them; answers how many articles
    /// are done.
    pub fn annotate(&mut self, n: usize) -> usize {
        let done = self.annotations.len();
        for article in self.articles.iter_mut().skip(done).take(n) {
            tell_language(article);
            self.annotations.push(find_names_and_expressions(article));
        }
        self.annotations.len()
    }

    /// Makes entities of what was found.
    pub fn resolve(&mut self) {
        let found = self.intake.take_annotated().unwrap_or_default();
        let known = self.articles.iter_mut().zip(&mut self.annotations);
        for ((article, known), Annotated { found, language }) in known.zip(found) {
            article.language = language;
            *known = Annotations { sentences: std::mem::take(&mut known.sentences), ..found };
        }
        let prepared = std::mem::take(&mut self.prepared);
        self.resolved = resolve_prepared(&self.articles, &self.annotations, &[], prepared);
    }

    /// Makes entities of the labels that were given.
    pub fn take_labels(&mut self) {
        let named = |((kind, name), articles): (&(Kind, String), &Vec<u32>)| {
            let entity = Entity::named(*kind, name);
            Entity { slug: name.clone(), articles: articles.clone(), ..entity }
        };
        let dated = |article: &Article| ResolvedArticle {
            published: Published {
                value: article.published.as_ref().map(|given| given.value.clone()),
                basis: article.published.as_ref().map(|_| Basis::Page),
                reasons: Vec::new(),
            },
            ..ResolvedArticle::default()
        };
        self.resolved = Resolved {
            entities: self.labels.iter().map(named).collect(),
            articles: self.articles.iter().map(dated).collect(),
            stories: (0..narrow(self.articles.len())).map(|doc| vec![doc]).collect(),
            repairs: Vec::new(),
        };
        self.labels.clear();
    }

    /// Builds the index. From here on questions are answered.
    pub fn build(&mut self) {
        let words = std::mem::take(&mut self.words);
        let index = Index::with_words(words, &self.articles, &self.resolved);
        self.rehearsal = rehearsal(&index).into_iter();
        self.index = Some(index);
    }

    /// The headline of an article.
    #[must_use]
    pub fn title(&self, doc: usize) -> String {
        self.articles.get(doc).map(|article| article.headline().to_owned()).unwrap_or_default()
    }
}

/// An article as the product reads it from a folder.
fn raw_article(number: usize, title: String, text: String, published: String) -> RawArticle {
    let id = format!("{number:06}");
    let page = Metadata { title: Some(title), published: Some(published), ..Metadata::default() };
    let editor = Metadata::default();
    RawArticle { file: id.clone(), id, format: Format::JsonLine, text, page, editor }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
