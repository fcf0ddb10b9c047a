//! The dictionary and the postings: which words stand in which article, where, and how much they weigh there.
//!
//! Positions count words through headline and paragraphs; a gap after the headline
//! and each paragraph keeps phrases from running across. Everything lies in a few
//! flat arrays, so that reading a list is reading memory in order.

use super::fields::{FieldLengths, Fields};
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
    pub positions: &'a [u32],
}

/// The frozen inverted index.
#[derive(Debug, Default)]
pub struct Terms {
    /// All terms, one after another in order of their bytes.
    text: String,
    text_ends: Vec<u32>,
    /// Where each term's entries end; an entry is one article of one term.
    entry_ends: Vec<u32>,
    docs: Vec<u32>,
    /// How much the term weighs in the article, 0 to 1 as 0 to `u16::MAX`; see [`FieldLengths`].
    weights: Vec<u16>,
    position_ends: Vec<u32>,
    positions: Vec<u32>,
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
    pub fn docs(&self, term: TermId) -> &[u32] {
        &self.docs[range(&self.entry_ends, term)]
    }

    /// The articles that hold terms of consecutive numbers, one list after another.
    #[must_use]
    pub fn docs_of(&self, terms: Range<TermId>) -> &[u32] {
        &self.docs[self.entries(terms)]
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
        range(&self.entry_ends, term).map(|at| self.posting(at))
    }

    /// The place of a term in one article. `from` is the first entry to look at, from a former
    /// look-up for a smaller article, or 0; the second part of the answer is where to go on.
    #[must_use]
    pub fn posting_in(&self, term: TermId, doc: u32, from: usize) -> (Option<Posting<'_>>, usize) {
        let entries = range(&self.entry_ends, term);
        let docs = &self.docs[entries.clone()];
        let from = from.min(docs.len());
        let mut step = 1;
        while from + step < docs.len() && docs[from + step] < doc {
            step *= 2;
        }
        let window = &docs[from..(from + step + 1).min(docs.len())];
        let at = from + window.partition_point(|other| *other < doc);
        let found = docs.get(at) == Some(&doc);
        (found.then(|| self.posting(entries.start + at)), at)
    }

    fn posting(&self, at: usize) -> Posting<'_> {
        let entry = Span::new(0, at).end;
        Posting { doc: self.docs[at], positions: &self.positions[range(&self.position_ends, entry)] }
    }

    /// Builds the frozen form from each article's term numbers in order of position.
    ///
    /// `sorted` are the terms in order of their bytes with the numbers they were given while collecting.
    pub(super) fn freeze(sorted: Vec<(String, u32)>, fields: &[Fields], occurrences: &[(u32, u32)]) -> Self {
        let mut terms = Self::default();
        let mut rank = vec![0u32; sorted.len()];
        for ((text, id), at) in sorted.iter().zip(0u32..) {
            rank[*id as usize] = at;
            terms.text.push_str(text);
            terms.text_ends.push(Span::new(0, terms.text.len()).end);
        }
        terms.place(&rank, fields, occurrences);
        terms
    }

    /// A counting sort of occurrences by term: articles and positions keep the order they were added in.
    fn place(&mut self, rank: &[u32], fields: &[Fields], occurrences: &[(u32, u32)]) {
        let n_terms = rank.len();
        let mut starts = vec![0u32; n_terms + 1];
        for (term, _) in occurrences {
            starts[rank[*term as usize] as usize + 1] += 1;
        }
        for at in 0..n_terms {
            starts[at + 1] += starts[at];
        }
        let mut next = starts.clone();
        let mut sorted = vec![(0u32, 0u32); occurrences.len()];
        for (field, doc) in fields.iter().zip(0u32..) {
            for (term, position) in &occurrences[field.occurrences.range()] {
                let slot = &mut next[rank[*term as usize] as usize];
                sorted[*slot as usize] = (doc, *position);
                *slot += 1;
            }
        }
        let lengths = FieldLengths::of(fields);
        self.positions = Vec::with_capacity(sorted.len());
        for at in 0..n_terms {
            self.push_term(&sorted[starts[at] as usize..starts[at + 1] as usize], fields, &lengths);
        }
        self.docs.shrink_to_fit();
        self.weights.shrink_to_fit();
        self.position_ends.shrink_to_fit();
    }

    fn push_term(&mut self, occurrences: &[(u32, u32)], fields: &[Fields], lengths: &FieldLengths) {
        for group in occurrences.chunk_by(|a, b| a.0 == b.0) {
            let doc = group[0].0;
            let start = self.positions.len();
            self.positions.extend(group.iter().map(|(_, position)| *position));
            self.docs.push(doc);
            self.weights.push(lengths.weigh(&fields[doc as usize], &self.positions[start..]));
            self.position_ends.push(Span::new(0, self.positions.len()).end);
        }
        self.entry_ends.push(Span::new(0, self.docs.len()).end);
    }
}

fn range(ends: &[u32], at: u32) -> Range<usize> {
    let start = (at as usize).checked_sub(1).map_or(0, |before| ends[before]);
    start as usize..ends[at as usize] as usize
}
