//! A parsed query against the index: which articles match, how well, and which words to mark.

use super::forms::{ReadLeaf, WordForms};
use super::parse::{Leaf, Node};
use super::places::Places;
use crate::index::{DocSet, Index, push_term};
use crate::key::Facet;
use crate::text::{Span, split_words};

/// A query read for one index.
#[derive(Debug)]
pub struct Matcher<'a> {
    index: &'a Index,
    query: Node<ReadLeaf>,
}

impl<'a> Matcher<'a> {
    /// Prepares a query for an index.
    #[must_use]
    pub fn new(index: &'a Index, query: Node) -> Self {
        Self { index, query: query.map(&|leaf| ReadLeaf::find(index, leaf)) }
    }

    /// Whether the query has words, so that articles can be ranked by them.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.query.wanted().is_empty()
    }

    /// The words the corpus does not know, each with the word that was taken for it.
    #[must_use]
    pub fn taken_for(&self) -> Vec<(&str, &str)> {
        let words = self.query.wanted().into_iter().flat_map(|read| read.leaf.terms.iter().zip(&read.words));
        words.filter_map(|(typed, forms)| Some((typed.as_str(), forms.taken_for.as_deref()?))).collect()
    }

    /// The articles that match.
    #[must_use]
    pub fn find(&self) -> DocSet {
        self.find_node(&self.query)
    }

    fn find_node(&self, node: &Node<ReadLeaf>) -> DocSet {
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

    fn find_leaf(&self, read: &ReadLeaf) -> DocSet {
        let mut found = DocSet::all(self.index.n_docs());
        for word in &read.words {
            let mut having = DocSet::none(self.index.n_docs());
            for (term, _) in &word.terms {
                self.index.terms.docs(*term).iter().for_each(|doc| having.insert(*doc));
            }
            found.intersect(&having);
        }
        if read.words.len() == 1 && !read.leaf.in_title {
            return found;
        }
        let mut places = Places::new(self.index, read);
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
        for read in self.query.wanted() {
            for (word, text) in read.words.iter().zip(&read.leaf.terms) {
                self.score_word(word, text, among, &mut best);
                for doc in among.iter() {
                    scores[doc as usize] += std::mem::take(&mut best[doc as usize]);
                }
            }
        }
        scores
    }

    /// Adds to `best` what one word counts for in each article: that of its best form.
    fn score_word(&self, word: &WordForms, text: &str, among: &DocSet, best: &mut [f32]) {
        let n_articles = |term: u32| self.index.terms.docs(term).len();
        let exact = self.index.terms.find(text).map(n_articles);
        let n_having = exact.unwrap_or_else(|| word.terms.iter().map(|(term, _)| n_articles(*term)).sum());
        let rarity = self.rarity(n_having) / f32::from(u16::MAX);
        for (term, factor) in &word.terms {
            let factor = factor * rarity;
            let (docs, weights) = (self.index.terms.docs(*term), self.index.terms.weights(*term));
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
        for (at, read) in leaves.iter().enumerate() {
            mark_leaf(at, &read.leaf, &seen, &mut marks);
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
fn roles(leaves: &[&ReadLeaf], word: &str) -> Vec<(usize, usize)> {
    let mut roles = Vec::new();
    for (at, read) in leaves.iter().enumerate() {
        for (place, (term, form)) in read.leaf.terms.iter().zip(&read.words).enumerate() {
            let is_direct = word == term || read.is_prefix(place) && word.starts_with(term.as_str());
            if is_direct || form.others.iter().any(|other| other == word) {
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
