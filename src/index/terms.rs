//! The dictionary and the postings: which words stand in which article, where, and how much they weigh there.
//!
//! Positions count words through headline and paragraphs; a gap after the headline
//! and each paragraph keeps phrases from running across. Everything lies in a few
//! flat arrays, so that reading a list is reading memory in order; positions are
//! packed, since they are most of an index and are read for few articles only.

use super::docs::{DocNumbers, Docs};
use super::positions::{Positions, skip};
use crate::text::Span;
use std::ops::Range;

/// The dense number of a term, in the order of the terms' bytes.
pub type TermId = u32;

/// One article of a term's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting<'a> {
    /// The article.
    pub doc: u32,
    /// Where the term stands in it, rising.
    pub positions: Positions<'a>,
}

/// Of so many entries one has its place among the packed positions noted; from there on entries are passed
/// over one by one. More would save little memory, fewer would slow phrases down.
const NOTED: usize = 16;

/// The frozen inverted index.
#[derive(Debug, Default)]
pub struct Terms {
    /// All terms, one after another in order of their bytes.
    pub(super) text: String,
    pub(super) text_ends: Vec<u32>,
    /// Where each term's entries end; an entry is one article of one term.
    pub(super) entry_ends: Vec<u32>,
    pub(super) docs: DocNumbers,
    /// How much the term weighs in the article, 0 to 1 as 0 to `u16::MAX`; see [`super::fields::FieldLengths`].
    pub(super) weights: Vec<u16>,
    /// The positions of all entries in order, packed.
    pub(super) positions: Vec<u8>,
    /// Where the positions of every entry whose number [`NOTED`] divides begin.
    noted: Vec<u32>,
}

impl Terms {
    /// How many different terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.text_ends.len()
    }

    /// Whether there is no term at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text_ends.is_empty()
    }

    /// The text of a term.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        &self.text[range(&self.text_ends, term)]
    }

    /// The term with exactly this text.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<TermId> {
        let at = self.lower_bound(text);
        ((at as usize) < self.len() && self.text(at) == text).then_some(at)
    }

    /// The terms that begin with `prefix`, a range of ids.
    #[must_use]
    pub fn with_prefix(&self, prefix: &str) -> Range<TermId> {
        let start = self.lower_bound(prefix);
        let (mut low, mut high) = (start, Span::new(0, self.len()).end);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.text(middle).starts_with(prefix) { low = middle + 1 } else { high = middle }
        }
        start..low
    }

    fn lower_bound(&self, text: &str) -> TermId {
        let (mut low, mut high) = (0, Span::new(0, self.len()).end);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.text(middle) < text { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// The articles that hold a term, in order.
    #[must_use]
    pub fn docs(&self, term: TermId) -> Docs<'_> {
        self.docs.all().slice(range(&self.entry_ends, term))
    }

    /// The articles that hold terms of consecutive numbers, one list after another.
    #[must_use]
    pub fn docs_of(&self, terms: Range<TermId>) -> Docs<'_> {
        self.docs.all().slice(self.entries(terms))
    }

    /// How much terms of consecutive numbers weigh in their articles, in step with [`Terms::docs_of`].
    #[must_use]
    pub fn weights_of(&self, terms: Range<TermId>) -> &[u16] {
        &self.weights[self.entries(terms)]
    }

    fn entries(&self, terms: Range<TermId>) -> Range<usize> {
        let start_of =
            |term: TermId| (term as usize).checked_sub(1).map_or(0, |at| self.entry_ends[at] as usize);
        if terms.is_empty() { 0..0 } else { start_of(terms.start)..start_of(terms.end) }
    }

    /// How much a term weighs in each of its articles, in step with [`Terms::docs`].
    #[must_use]
    pub fn weights(&self, term: TermId) -> &[u16] {
        &self.weights[range(&self.entry_ends, term)]
    }

    /// The articles that hold a term, with the places.
    pub fn postings(&self, term: TermId) -> impl Iterator<Item = Posting<'_>> {
        range(&self.entry_ends, term).filter_map(|at| Some(self.posting(self.docs.all().get(at)?, at)))
    }

    /// The place of a term in one article. `from` is the first entry to look at, from a former
    /// look-up for a smaller article, or 0; the second part of the answer is where to go on.
    #[must_use]
    pub fn posting_in(&self, term: TermId, doc: u32, from: usize) -> (Option<Posting<'_>>, usize) {
        let entries = range(&self.entry_ends, term);
        let docs = self.docs.all().slice(entries.clone());
        let at = docs.seek(doc, from);
        let found = docs.get(at) == Some(doc);
        (found.then(|| self.posting(doc, entries.start + at)), at)
    }

    fn posting(&self, doc: u32, at: usize) -> Posting<'_> {
        let mut packed = &self.positions[self.noted[at / NOTED] as usize..];
        for _ in 0..at % NOTED {
            packed = skip(packed);
        }
        Posting { doc, positions: Positions::of(packed) }
    }

    /// Notes the places of positions when all entries are there.
    pub(super) fn note_positions(&mut self) {
        let mut rest = &self.positions[..];
        let n_entries = self.weights.len();
        self.noted = Vec::with_capacity(n_entries.div_ceil(NOTED));
        for at in 0..n_entries {
            if at.is_multiple_of(NOTED) {
                self.noted.push(Span::new(0, self.positions.len() - rest.len()).end);
            }
            rest = skip(rest);
        }
    }
}

/// The stretch of a flat list that has a number, given where each ends.
pub(super) fn range(ends: &[u32], at: u32) -> Range<usize> {
    let start = (at as usize).checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[at as usize] as usize
}
