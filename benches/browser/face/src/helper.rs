//! Turns a share of the raw articles into what the product's workers say to the one that leads them, as bytes.

use crate::{narrow, raw_article};
use dateline::clean::Cleaner;
use dateline::engine::crew;
use dateline::engine::load::{Done, Share};
use dateline::engine::portion::Portion;
use dateline::engine::protocol::{from_bytes, to_bytes};
use wasm_bindgen::prelude::wasm_bindgen;

/// Texts of an article as they come: headline, text and the ISO day it was published.
const N_TEXTS: usize = 3;

/// How many workers the product would read so many articles with on a machine of so many cores; none where one thread
/// does as well alone.
#[wasm_bindgen]
#[must_use]
pub fn n_helpers(n_cores: usize, n_articles: usize) -> usize {
    crew::n_helpers(n_cores, n_articles)
}

/// The numbers of the articles, of so many, that one of several workers reads.
#[wasm_bindgen]
#[must_use]
pub fn share(number: usize, of: usize, n_articles: usize) -> Vec<u32> {
    Share { number, of }.articles(n_articles).map(narrow).collect()
}

/// Reads a share of the articles in a worker of its own.
#[wasm_bindgen]
pub struct Helper {
    portion: Portion,
    cleaner: Cleaner,
}

#[wasm_bindgen]
impl Helper {
    /// The reader of a share. `texts` holds the texts of its articles one after another as UTF-8, `lengths` how many
    /// bytes each has.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(number: usize, of: usize, n_articles: usize, texts: &[u8], lengths: &[u32]) -> Self {
        let share = Share { number, of };
        let mut rest = texts;
        let mut next = |length: &u32| {
            let (text, others) = rest.split_at((*length as usize).min(rest.len()));
            rest = others;
            String::from_utf8_lossy(text).into_owned()
        };
        let numbered = share.articles(n_articles).zip(lengths.chunks_exact(N_TEXTS));
        let article = |(number, lengths): (usize, &[u32])| {
            let [title, text, published] = [&lengths[0], &lengths[1], &lengths[2]].map(&mut next);
            raw_article(number, title, text, published)
        };
        let articles = numbered.map(article).collect();
        Self { portion: Portion::new(share, articles), cleaner: Cleaner::default() }
    }

    /// What is learned of its articles.
    #[must_use]
    pub fn learn(&self) -> Vec<u8> {
        let (number, learned) = self.portion.learn();
        said(number, &learned)
    }

    /// Hears what was learned of all articles.
    pub fn hear(&mut self, learned: &[u8]) {
        if let Ok(cleaner) = from_bytes(learned) {
            self.cleaner = cleaner;
        }
    }

    /// Cleans the next block of articles; nothing after the last.
    pub fn clean_next(&mut self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let hear = |block, done: &Done| bytes = said(block, done);
        self.portion.clean_next(&self.cleaner, hear).then_some(bytes)
    }

    /// Finds names and dates in the next block that is cleaned; nothing after the last.
    pub fn annotate_next(&mut self) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        let hear = |block, done: &Done| bytes = said(block, done);
        self.portion.annotate_next(hear).then_some(bytes)
    }
}

fn said(number: usize, done: &Done) -> Vec<u8> {
    to_bytes(&(number, done)).unwrap_or_default()
}
