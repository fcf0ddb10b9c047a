//! A parsed query against the index: which articles match, how well, and which words to mark.

use super::parse::{Leaf, Node};
use crate::index::{DocSet, Index, TermId, push_term};
use crate::key::Facet;
use crate::text::{Span, split_words};
use std::ops::Range;

/// What a word that only begins as typed counts for, against the word itself.
const PREFIX_WEIGHT: f32 = 0.7;

/// A query read for one index.
#[derive(Debug)]
pub struct Matcher<'a> {
    index: &'a Index,
    query: Node,
}

impl<'a> Matcher<'a> {
    /// Prepares a query for an index.
    #[must_use]
    pub fn new(index: &'a Index, query: Node) -> Self {
        Self { index, query }
    }

    /// Whether the query has words, so that articles can be ranked by them.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.query.wanted().is_empty()
    }

    /// The articles that match.
    #[must_use]
    pub fn find(&self) -> DocSet {
        self.find_node(&self.query)
    }

    fn find_node(&self, node: &Node) -> DocSet {
        let n_docs = self.index.n_docs();
        match node {
            Node::Leaf(leaf) => self.find_leaf(leaf),
            Node::Named(facet, terms) => self.find_named(*facet, terms),
            Node::And(nodes) => {
                let mut found = DocSet::all(n_docs);
                nodes.iter().for_each(|node| found.intersect(&self.find_node(node)));
                found
            }
            Node::Or(nodes) => {
                let mut found = DocSet::none(n_docs);
                nodes.iter().for_each(|node| found.unite(&self.find_node(node)));
                found
            }
            Node::Not(node) => {
                let mut found = DocSet::all(n_docs);
                found.subtract(&self.find_node(node));
                found
            }
        }
    }

    /// The terms that the word at `at` of a leaf stands for.
    fn terms(&self, leaf: &Leaf, at: usize) -> Range<TermId> {
        let text = &leaf.terms[at];
        if leaf.is_prefix && at + 1 == leaf.terms.len() {
            return self.index.terms.with_prefix(text);
        }
        self.index.terms.find(text).map_or(0..0, |term| term..term + 1)
    }

    fn find_leaf(&self, leaf: &Leaf) -> DocSet {
        let mut found = DocSet::all(self.index.n_docs());
        for at in 0..leaf.terms.len() {
            let mut having = DocSet::none(self.index.n_docs());
            for term in self.terms(leaf, at) {
                self.index.terms.docs(term).iter().for_each(|doc| having.insert(*doc));
            }
            found.intersect(&having);
        }
        if leaf.terms.len() == 1 && !leaf.in_title {
            return found;
        }
        let mut places = Places::new(self, leaf);
        let mut together = DocSet::none(self.index.n_docs());
        found.iter().filter(|doc| places.are_together(*doc)).for_each(|doc| together.insert(doc));
        together
    }

    /// The articles with a value whose name or alias holds these words, the last one as a prefix.
    fn find_named(&self, facet: Facet, terms: &[String]) -> DocSet {
        let n_docs = self.index.n_docs();
        let column = self.index.facet(facet);
        if facet == Facet::When {
            let value = terms.first().and_then(|slug| column.find(slug));
            return value.map_or_else(|| DocSet::none(n_docs), |value| column.docs(value, n_docs));
        }
        let mut found = DocSet::none(n_docs);
        for value in column.values.iter().filter(|value| value.forms.lines().any(|form| names(form, terms))) {
            value.docs.iter().for_each(|doc| found.insert(*doc));
        }
        found
    }

    /// The score of every article of `among`; higher is better, 0 for those without any wanted word.
    #[must_use]
    pub fn score(&self, among: &DocSet) -> Vec<f32> {
        let n_docs = self.index.n_docs();
        let mut scores = vec![0.0; n_docs];
        let mut best = vec![0.0f32; n_docs];
        for leaf in self.query.wanted() {
            for at in 0..leaf.terms.len() {
                self.score_word(leaf, at, among, &mut best);
                for doc in among.iter() {
                    scores[doc as usize] += std::mem::take(&mut best[doc as usize]);
                }
            }
        }
        scores
    }

    /// Adds to `best` what one word counts for in each article: that of its best form.
    fn score_word(&self, leaf: &Leaf, at: usize, among: &DocSet, best: &mut [f32]) {
        let terms = self.terms(leaf, at);
        let exact = self.index.terms.find(&leaf.terms[at]);
        let n_having: usize = match exact {
            Some(term) => self.index.terms.docs(term).len(),
            None => terms.clone().map(|term| self.index.terms.docs(term).len()).sum(),
        };
        let rarity = self.rarity(n_having);
        for term in terms {
            let factor = if Some(term) == exact { rarity } else { rarity * PREFIX_WEIGHT };
            let factor = factor / f32::from(u16::MAX);
            let (docs, weights) = (self.index.terms.docs(term), self.index.terms.weights(term));
            for (doc, weight) in docs.iter().zip(weights) {
                if among.contains(*doc) {
                    let best = &mut best[*doc as usize];
                    *best = best.max(factor * f32::from(*weight));
                }
            }
        }
    }

    /// BM25's inverse document frequency, never negative.
    fn rarity(&self, n_having: usize) -> f32 {
        let (n, having) = (self.index.n_docs() as f32, n_having.min(self.index.n_docs()) as f32);
        (1.0 + (n - having + 0.5) / (having + 0.5)).ln()
    }

    /// The stretches of `text` inside `within` that match what is wanted, in order, not overlapping.
    #[must_use]
    pub fn mark(&self, text: &str, within: Span) -> Vec<Span> {
        let leaves = self.query.wanted();
        if leaves.is_empty() {
            return Vec::new();
        }
        let slice = within.of(text);
        // Which term of which leaf each word of the text is.
        let mut seen: Vec<(Span, Vec<(usize, usize)>)> = Vec::new();
        let mut term = String::new();
        for word in split_words(slice).filter(|word| word.is_term()) {
            term.clear();
            push_term(word.of(slice), &mut term);
            let span = Span { start: word.span.start + within.start, end: word.span.end + within.start };
            seen.push((span, roles(&leaves, &term)));
        }
        let mut marks = Vec::new();
        for (at, leaf) in leaves.iter().enumerate() {
            mark_leaf(at, leaf, &seen, &mut marks);
        }
        marks.sort_unstable();
        merge(marks)
    }
}

/// Whether a folded name holds these words in a row, from the start of a word, the last one as a prefix.
fn names(form: &str, terms: &[String]) -> bool {
    let words: Vec<&str> =
        form.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(terms.len().max(1)).any(|window| {
        let (last, first) = (&terms[terms.len() - 1], &terms[..terms.len() - 1]);
        window.iter().zip(first).all(|(word, term)| word == term)
            && window[first.len()].starts_with(last.as_str())
    })
}

/// The terms of the leaves that a word is, as pairs of leaf and place in it.
fn roles(leaves: &[&Leaf], word: &str) -> Vec<(usize, usize)> {
    let mut roles = Vec::new();
    for (at, leaf) in leaves.iter().enumerate() {
        for (place, term) in leaf.terms.iter().enumerate() {
            let is_prefix = leaf.is_prefix && place + 1 == leaf.terms.len();
            if word == term || is_prefix && word.starts_with(term.as_str()) {
                roles.push((at, place));
            }
        }
    }
    roles
}

fn mark_leaf(at: usize, leaf: &Leaf, seen: &[(Span, Vec<(usize, usize)>)], marks: &mut Vec<Span>) {
    let is =
        |word: usize, place: usize| seen.get(word).is_some_and(|(_, roles)| roles.contains(&(at, place)));
    let n_terms = leaf.terms.len();
    for (word, (span, roles)) in seen.iter().enumerate() {
        if leaf.slop.is_some() && roles.iter().any(|(leaf, _)| *leaf == at) {
            marks.push(*span);
        } else if leaf.slop.is_none() && (0..n_terms).all(|place| is(word + place, place)) {
            marks.push(Span { start: span.start, end: seen[word + n_terms - 1].0.end });
        }
    }
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

/// Walks through the places of a leaf's words, article by article in rising order.
struct Places<'a> {
    index: &'a Index,
    leaf: &'a Leaf,
    /// For each word its terms, each with the entry to go on from.
    cursors: Vec<Vec<(TermId, usize)>>,
    /// For each word its places in the article at hand.
    places: Vec<Vec<u32>>,
}

impl<'a> Places<'a> {
    fn new(matcher: &Matcher<'a>, leaf: &'a Leaf) -> Self {
        let words = 0..leaf.terms.len();
        let cursors = words.map(|at| matcher.terms(leaf, at).map(|term| (term, 0)).collect()).collect();
        Self { index: matcher.index, leaf, cursors, places: vec![Vec::new(); leaf.terms.len()] }
    }

    /// Whether the words stand together in an article, as the leaf asks.
    fn are_together(&mut self, doc: u32) -> bool {
        let title_end = self.index.fields[doc as usize].title_end;
        for (cursors, places) in self.cursors.iter_mut().zip(&mut self.places) {
            places.clear();
            for (term, from) in cursors.iter_mut() {
                let (posting, next) = self.index.terms.posting_in(*term, doc, *from);
                *from = next;
                places.extend(posting.iter().flat_map(|posting| posting.positions));
            }
            if cursors.len() > 1 {
                places.sort_unstable();
            }
            if self.leaf.in_title {
                places.truncate(places.partition_point(|at| *at < title_end));
            }
        }
        match self.leaf.slop {
            Some(slop) => self.are_near(slop),
            None => self.are_in_a_row(),
        }
    }

    fn are_in_a_row(&self) -> bool {
        let rarest = (0..self.places.len()).min_by_key(|at| self.places[*at].len()).unwrap_or(0);
        self.places[rarest].iter().any(|place| {
            let start = i64::from(*place) - rarest as i64;
            self.places.iter().zip(start..).all(|(places, wanted)| {
                u32::try_from(wanted).is_ok_and(|wanted| places.binary_search(&wanted).is_ok())
            })
        })
    }

    /// Whether some window of the words' number and `slop` more holds all of them, each at a place of its own.
    fn are_near(&self, slop: u32) -> bool {
        let width = Span::new(0, self.places.len()).end.saturating_add(slop);
        let mut all: Vec<(u32, usize)> = Vec::new();
        for (word, places) in self.places.iter().enumerate() {
            all.extend(places.iter().map(|place| (*place, word)));
        }
        all.sort_unstable();
        let mut counts = vec![0usize; self.places.len()];
        let mut start = 0;
        for end in 0..all.len() {
            counts[all[end].1] += 1;
            while all[end].0 - all[start].0 >= width {
                counts[all[start].1] -= 1;
                start += 1;
            }
            if counts.iter().all(|count| *count > 0) {
                return true;
            }
        }
        false
    }
}
