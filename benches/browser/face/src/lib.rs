//! Turns plain texts and labels into an index that a page can question, one stage at a time, so that each is timed.
//!
//! Part of the benchmark, not of the product: it hands numbers across, builds no view and keeps nothing that
//! searching does not need. Facets come from labels that are given, or from what the texts say.

mod ask;
mod extract;
mod views;

pub use extract::{count_dates, count_names_and_dates};
pub use views::Views;

use dateline::annotate::{Annotations, annotate};
use dateline::clean::{Article, Cleaner};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::index::Index;
use dateline::key::{Basis, Kind};
use dateline::resolve::{Entity, Published, Resolved, ResolvedArticle, resolve};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;

/// Articles on their way from raw text to an index. The stages are called in the order they stand here.
#[wasm_bindgen]
#[derive(Default)]
pub struct Explorer {
    raw: Vec<RawArticle>,
    /// Kind and name of each label of each article.
    labels: BTreeMap<(Kind, String), Vec<u32>>,
    articles: Vec<Article>,
    annotations: Vec<Annotations>,
    resolved: Resolved,
    index: Option<Index>,
}

#[wasm_bindgen]
impl Explorer {
    /// An explorer of nothing.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in one article: its headline, its text and the ISO day it was published.
    pub fn add(&mut self, title: String, text: String, published: String) {
        let id = format!("{:06}", self.raw.len());
        let page = Metadata { title: Some(title), published: Some(published), ..Metadata::default() };
        let editor = Metadata::default();
        self.raw.push(RawArticle { file: id.clone(), id, format: Format::JsonLine, text, page, editor });
    }

    /// Labels the article added last: `kind` is the noun of a kind, as in `person`. Unknown nouns are passed over.
    pub fn label(&mut self, kind: &str, name: &str) {
        let doc = narrow(self.raw.len().saturating_sub(1));
        if let Some(kind) = Kind::from_noun(kind) {
            let docs = self.labels.entry((kind, name.to_owned())).or_default();
            if docs.last() != Some(&doc) {
                docs.push(doc);
            }
        }
    }

    /// Cleans every article.
    pub fn clean(&mut self) {
        let mut cleaner = Cleaner::default();
        self.raw.iter().for_each(|raw| cleaner.learn(raw));
        cleaner.settle();
        // Each raw text goes as soon as it is cleaned: only one of the two forms is held.
        self.articles = std::mem::take(&mut self.raw).into_iter().map(|raw| cleaner.clean(&raw)).collect();
    }

    /// Finds names and dates in the next `n` articles; answers how many articles are done.
    pub fn annotate(&mut self, n: usize) -> usize {
        let done = self.annotations.len();
        let next = self.articles.iter().skip(done).take(n).map(annotate);
        self.annotations.extend(next);
        self.annotations.len()
    }

    /// Makes entities of what was found.
    pub fn resolve(&mut self) {
        self.resolved = resolve(&self.articles, &self.annotations);
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
        self.index = Some(Index::build(&self.articles, &self.resolved));
    }

    /// The headline of an article.
    #[must_use]
    pub fn title(&self, doc: usize) -> String {
        self.articles.get(doc).map(|article| article.headline().to_owned()).unwrap_or_default()
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
