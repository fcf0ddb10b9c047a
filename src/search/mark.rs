//! Where in an article a query matches: by the index as positions of words, in a text as spans.

use super::forms::ReadLeaf;
use super::matcher::Matcher;
use super::places::rows;
use crate::index::{push_term, split_terms};
use crate::text::Span;

/// Terms that are looked up in one article at most; beyond, reading the article is quicker.
const N_TERMS: usize = 64;

/// A match in an article, in positions of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// The position of its first word.
    pub start: u32,
    /// One past that of its last.
    pub end: u32,
    /// The number of the part of the query that it matches.
    pub part: u32,
}

/// A word of a text with the places in the query at which it may stand: of which leaf, which of its words.
type Seen = (Span, Vec<(usize, usize)>);

impl Matcher<'_> {
    /// The matches in an article in order, those that overlap as one. Nothing where looking them up
    /// would cost more than reading the article.
    #[must_use]
    pub fn matches_in(&self, doc: u32) -> Option<Vec<Match>> {
        let leaves = self.query.wanted();
        let n_terms = |read: &&ReadLeaf<'_>| read.words.iter().map(|word| word.n_terms()).sum::<usize>();
        if leaves.iter().map(n_terms).sum::<usize>() > N_TERMS {
            return None;
        }
        let mut matches = Vec::new();
        for (read, part) in leaves.iter().zip(0u32..) {
            self.match_leaf(read, doc, part, &mut matches);
        }
        matches.sort_unstable();
        let mut merged: Vec<Match> = Vec::with_capacity(matches.len());
        for it in matches {
            match merged.last_mut() {
                Some(last) if it.start < last.end => last.end = last.end.max(it.end),
                _ => merged.push(it),
            }
        }
        Some(merged)
    }

    fn match_leaf(&self, read: &ReadLeaf<'_>, doc: u32, part: u32, matches: &mut Vec<Match>) {
        let title_end = self.index.fields[doc as usize].title_end;
        let places: Vec<Vec<u32>> = read.words.iter().map(|word| self.places(word.terms(), doc)).collect();
        let is_in = |start: &u32| !read.leaf.in_title || *start < title_end;
        let mut push = |start: u32, n_words: usize| {
            matches.push(Match { start, end: start + Span::new(0, n_words).end, part });
        };
        if read.leaf.slop.is_some() {
            places.iter().flatten().filter(|start| is_in(start)).for_each(|start| push(*start, 1));
        } else {
            rows(&places).filter(is_in).for_each(|start| push(start, places.len()));
        }
        for (_, terms) in read.words.iter().flat_map(|word| &word.aliases).flat_map(|alias| &alias.forms) {
            let places: Vec<Vec<u32>> =
                terms.iter().map(|term| self.places(self.index.terms.find(term), doc)).collect();
            rows(&places).for_each(|start| push(start, places.len()));
        }
    }

    fn places(&self, terms: impl IntoIterator<Item = u32>, doc: u32) -> Vec<u32> {
        let mut places = Vec::new();
        for term in terms {
            let (posting, _) = self.index.terms.posting_in(term, doc, 0);
            places.extend(posting.into_iter().flat_map(|posting| posting.positions));
        }
        places.sort_unstable();
        places
    }

    /// The stretches of the headline `within` that match what is wanted, in order, not overlapping.
    #[must_use]
    pub fn mark_title(&self, text: &str, within: Span) -> Vec<Span> {
        self.mark_where(text, within, |_| true)
    }

    /// The stretches of a paragraph `within` that match what is wanted, in order, not overlapping.
    #[must_use]
    pub fn mark(&self, text: &str, within: Span) -> Vec<Span> {
        self.mark_where(text, within, |read| !read.leaf.in_title)
    }

    fn mark_where(&self, text: &str, within: Span, counts: impl Fn(&ReadLeaf<'_>) -> bool) -> Vec<Span> {
        let leaves: Vec<_> = self.query.wanted().into_iter().filter(|read| counts(read)).collect();
        if leaves.is_empty() {
            return Vec::new();
        }
        let slice = within.of(text);
        let forms: Vec<&[String]> = leaves
            .iter()
            .flat_map(|read| read.words.iter().flat_map(|word| &word.aliases))
            .flat_map(|alias| alias.forms.iter().map(|(_, terms)| terms.as_slice()))
            .collect();
        let mut seen: Vec<Seen> = Vec::new();
        let mut term = String::new();
        for word in split_terms(slice) {
            term.clear();
            push_term(word.of(slice), &mut term);
            let span = Span { start: word.start + within.start, end: word.end + within.start };
            seen.push((span, self.roles(&leaves, &forms, &term)));
        }
        let mut marks = Vec::new();
        for (at, read) in leaves.iter().enumerate() {
            mark_part(at, read.words.len(), read.leaf.slop.is_some(), &seen, &mut marks);
        }
        for (form, at) in forms.iter().zip(leaves.len()..) {
            mark_part(at, form.len(), false, &seen, &mut marks);
        }
        marks.sort_unstable();
        merge(marks)
    }

    /// The places at which a word may stand, as pairs of part and place in it: leaves first, then forms.
    fn roles(&self, leaves: &[&ReadLeaf<'_>], forms: &[&[String]], word: &str) -> Vec<(usize, usize)> {
        let mut roles = Vec::new();
        for (at, read) in leaves.iter().enumerate() {
            for (place, (term, form)) in read.leaf.terms.iter().zip(&read.words).enumerate() {
                let is_direct = word == term || read.is_prefix(place) && word.starts_with(term.as_str());
                let is_other = |(other, _): &(u32, u32)| self.index.terms.text(*other) == word;
                if is_direct || form.others.iter().any(is_other) {
                    roles.push((at, place));
                }
            }
        }
        for (form, at) in forms.iter().zip(leaves.len()..) {
            let places = form.iter().enumerate().filter(|(_, term)| *term == word);
            roles.extend(places.map(|(place, _)| (at, place)));
        }
        roles
    }
}

fn mark_part(at: usize, n_terms: usize, is_loose: bool, seen: &[Seen], marks: &mut Vec<Span>) {
    let is =
        |word: usize, place: usize| seen.get(word).is_some_and(|(_, roles)| roles.contains(&(at, place)));
    for (word, (span, roles)) in seen.iter().enumerate() {
        if is_loose && roles.iter().any(|(part, _)| *part == at) {
            marks.push(*span);
        } else if !is_loose && (0..n_terms).all(|place| is(word + place, place)) {
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
