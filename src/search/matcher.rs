//! Parsed words against the index: which articles match, how well, and which terms to mark.

use super::parse::{Clause, Words};
use crate::index::{DocSet, Index, TermId, term_of};
use crate::text::{Span, split_words};
use std::collections::{BTreeMap, BTreeSet};

/// Saturation of repeated words in BM25; the field's customary value.
const K1: f32 = 1.2;
/// How far BM25 discounts long articles: 0 not at all, 1 wholly; the field's customary value.
const B: f32 = 0.75;
/// What a match in the headline counts for, in matches in the story.
const TITLE_WEIGHT: f32 = 3.0;

/// Words looked up in one index.
#[derive(Debug)]
pub struct Matcher<'a> {
    index: &'a Index,
    words: Words,
    mean_words: f32,
}

/// Which articles match, and how well.
#[derive(Clone, Debug)]
pub struct Matches {
    /// The articles that match.
    pub docs: DocSet,
    /// The score of each matching article; higher is better.
    pub scores: BTreeMap<u32, f32>,
}

impl<'a> Matcher<'a> {
    /// Prepares words for an index.
    #[must_use]
    pub fn new(index: &'a Index, words: Words) -> Self {
        let total: u64 = index.docs.iter().map(|doc| u64::from(doc.n_words)).sum();
        let mean_words = (total as f32 / index.n_docs().max(1) as f32).max(1.0);
        Self { index, words, mean_words }
    }

    /// Whether the words ask for nothing and leave nothing out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.clauses.is_empty()
    }

    /// The articles that hold everything wanted and nothing unwanted.
    #[must_use]
    pub fn find(&self) -> Matches {
        let n_docs = self.index.n_docs();
        let mut docs = DocSet::all(n_docs);
        let mut scores = BTreeMap::new();
        for clause in self.words.wanted() {
            let found = self.find_clause(clause);
            let mut having = DocSet::none(n_docs);
            for (doc, score) in found {
                having.insert(doc);
                *scores.entry(doc).or_insert(0.0) += score;
            }
            docs.intersect(&having);
        }
        for clause in self.words.unwanted() {
            let found: Vec<_> = self.find_clause(clause).into_keys().collect();
            docs.subtract(&DocSet::of(n_docs, &found));
        }
        scores.retain(|doc, _| docs.contains(*doc));
        Matches { docs, scores }
    }

    /// The articles with one clause, with their scores.
    fn find_clause(&self, clause: &Clause) -> BTreeMap<u32, f32> {
        let mut places: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (doc, ends) in self.phrase_places(clause) {
            places.entry(doc).or_default().extend(ends);
        }
        let rarity = self.rarity(places.len());
        places.into_iter().map(|(doc, at)| (doc, rarity * self.weight(doc, &at))).collect()
    }

    /// Where each clause's first term stands in each article, when the others follow it.
    fn phrase_places(&self, clause: &Clause) -> BTreeMap<u32, BTreeSet<u32>> {
        let mut starts: Option<BTreeMap<u32, BTreeSet<u32>>> = None;
        let last = clause.terms.len() - 1;
        for (text, offset) in clause.terms.iter().zip(0u32..) {
            let terms = self.terms(text, clause.is_prefix && offset as usize == last);
            let mut here: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
            for posting in terms.flat_map(|term| self.index.terms.postings(term)) {
                let before = starts.as_ref().map(|starts| starts.get(&posting.doc));
                let fits = |start: &u32| before.is_none_or(|at| at.is_some_and(|at| at.contains(start)));
                let found = posting.positions.iter().filter_map(|at| at.checked_sub(offset)).filter(fits);
                let found: BTreeSet<u32> = found.collect();
                if !found.is_empty() {
                    here.entry(posting.doc).or_default().extend(found);
                }
            }
            starts = Some(here);
        }
        starts.unwrap_or_default()
    }

    fn terms(&self, text: &str, is_prefix: bool) -> std::ops::Range<TermId> {
        if is_prefix {
            return self.index.terms.with_prefix(text);
        }
        self.index.terms.find(text).map_or(0..0, |term| term..term + 1)
    }

    /// BM25's inverse document frequency, never negative.
    fn rarity(&self, n_having: usize) -> f32 {
        let (n, having) = (self.index.n_docs() as f32, n_having as f32);
        (1.0 + (n - having + 0.5) / (having + 0.5)).ln()
    }

    /// BM25's weight of the places in one article, those in the headline counting more.
    fn weight(&self, doc: u32, places: &[u32]) -> f32 {
        let doc = &self.index.docs[doc as usize];
        let in_title = places.iter().filter(|at| **at < doc.n_title_words).count() as f32;
        let frequency = places.len() as f32 + in_title * (TITLE_WEIGHT - 1.0);
        let length = 1.0 - B + B * doc.n_words as f32 / self.mean_words;
        frequency * (K1 + 1.0) / (frequency + K1 * length)
    }

    /// The stretches of `text` inside `within` that match what is wanted, in order, not overlapping.
    #[must_use]
    pub fn mark(&self, text: &str, within: Span) -> Vec<Span> {
        if self.words.wanted().next().is_none() {
            return Vec::new();
        }
        let slice = within.of(text);
        let shift = |span: Span| Span { start: span.start + within.start, end: span.end + within.start };
        let words: Vec<(Span, String)> = split_words(slice)
            .filter(|word| word.is_term())
            .map(|word| (shift(word.span), term_of(word.of(slice))))
            .collect();
        let mut marks = Vec::new();
        for clause in self.words.wanted() {
            for window in words.windows(clause.terms.len()).filter(|window| follows(window, clause)) {
                marks.push(Span { start: window[0].0.start, end: window[window.len() - 1].0.end });
            }
        }
        marks.sort_unstable();
        merge(marks)
    }
}

/// Whether the words of a window are those of the clause.
fn follows(window: &[(Span, String)], clause: &Clause) -> bool {
    let last = clause.terms.len() - 1;
    window.iter().zip(&clause.terms).enumerate().all(|(at, ((_, word), term))| {
        if clause.is_prefix && at == last { word.starts_with(term) } else { word == term }
    })
}

fn merge(sorted: Vec<Span>) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match merged.last_mut() {
            Some(last) if span.start < last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    merged
}
