//! The inverted index: which words stand in which article, and where.
//!
//! Positions count words through headline and paragraphs; a gap after the
//! headline and each paragraph keeps phrases from running across.

use crate::clean::Article;
use crate::text::{Span, fold, split_words};
use std::collections::HashMap;

/// The dense number of a term, in the order of the terms' bytes.
pub type TermId = u32;

/// Words skipped between paragraphs, so that no phrase or short proximity spans two.
const PARAGRAPH_GAP: u32 = 16;

/// The form under which a word is indexed and looked up: folded, without a possessive ending.
#[must_use]
pub fn term_of(word: &str) -> String {
    let mut term = fold(word);
    if term.ends_with("'s") {
        term.truncate(term.len() - 2);
    } else if term.ends_with('\'') {
        term.pop();
    }
    term
}

/// One article of a term's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting<'a> {
    /// The article.
    pub doc: u32,
    /// Where the term stands in it, rising.
    pub positions: &'a [u32],
}

#[derive(Clone, Copy, Debug)]
struct Entry {
    doc: u32,
    positions_end: u32,
}

/// The frozen inverted index.
#[derive(Debug)]
pub struct Terms {
    /// All terms, one after another in order of their bytes.
    text: String,
    text_ends: Vec<u32>,
    /// Where each term's entries end.
    entry_ends: Vec<u32>,
    entries: Vec<Entry>,
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
        let at = term as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.text_ends[before]);
        &self.text[start as usize..self.text_ends[at] as usize]
    }

    /// The term with exactly this text.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<TermId> {
        let at = self.lower_bound(text);
        ((at as usize) < self.len() && self.text(at) == text).then_some(at)
    }

    /// The terms that begin with `prefix`, a range of ids.
    #[must_use]
    pub fn with_prefix(&self, prefix: &str) -> std::ops::Range<TermId> {
        let start = self.lower_bound(prefix);
        let mut end = start;
        let mut step = 1;
        let n = Span::new(0, self.len()).end;
        let begins = |at: TermId| at < n && self.text(at).starts_with(prefix);
        while begins(end + step - 1) {
            end += step;
            step *= 2;
        }
        while step > 0 {
            if begins(end + step - 1) {
                end += step;
            }
            step /= 2;
        }
        start..end
    }

    fn lower_bound(&self, text: &str) -> TermId {
        let (mut low, mut high) = (0, Span::new(0, self.len()).end);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.text(middle) < text { low = middle + 1 } else { high = middle }
        }
        low
    }

    /// How many articles hold a term.
    #[must_use]
    pub fn n_docs(&self, term: TermId) -> usize {
        self.entry_range(term).len()
    }

    /// The articles that hold a term, in order.
    pub fn postings(&self, term: TermId) -> impl Iterator<Item = Posting<'_>> {
        self.entry_range(term).map(|at| {
            let start = at.checked_sub(1).map_or(0, |before| self.entries[before].positions_end);
            let Entry { doc, positions_end } = self.entries[at];
            Posting { doc, positions: &self.positions[start as usize..positions_end as usize] }
        })
    }

    fn entry_range(&self, term: TermId) -> std::ops::Range<usize> {
        let at = term as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.entry_ends[before]);
        start as usize..self.entry_ends[at] as usize
    }
}

/// One place of one term, while building.
struct Occurrence {
    term: u32,
    doc: u32,
    position: u32,
}

/// Collects the words of one article after another.
#[derive(Default)]
pub struct TermsBuilder {
    ids: HashMap<String, u32>,
    occurrences: Vec<Occurrence>,
    n_docs: u32,
}

impl TermsBuilder {
    /// Adds the next article and returns the number of words in its headline and in its story.
    pub fn add(&mut self, article: &Article) -> (u32, u32) {
        let mut position = 0;
        let n_title = self.add_words(article.headline(), &mut position);
        let mut n_words = 0;
        for paragraph in &article.paragraphs {
            n_words += self.add_words(paragraph.of(&article.text), &mut position);
        }
        self.n_docs += 1;
        (n_title, n_words)
    }

    fn add_words(&mut self, text: &str, position: &mut u32) -> u32 {
        let first = *position;
        for word in split_words(text).filter(|word| word.is_term()) {
            let term = term_of(word.of(text));
            let next = Span::new(0, self.ids.len()).end;
            let term = *self.ids.entry(term).or_insert(next);
            self.occurrences.push(Occurrence { term, doc: self.n_docs, position: *position });
            *position += 1;
        }
        let n_words = *position - first;
        if n_words > 0 {
            *position += PARAGRAPH_GAP;
        }
        n_words
    }

    /// Sorts what was collected into the frozen form.
    #[must_use]
    pub fn finish(self) -> Terms {
        let mut sorted: Vec<(String, u32)> = self.ids.into_iter().collect();
        sorted.sort_unstable();
        let mut rank = vec![0u32; sorted.len()];
        let mut terms = Terms {
            text: String::new(),
            text_ends: Vec::with_capacity(sorted.len()),
            entry_ends: vec![0; sorted.len()],
            entries: Vec::new(),
            positions: Vec::with_capacity(self.occurrences.len()),
        };
        for ((text, id), at) in sorted.iter().zip(0u32..) {
            rank[*id as usize] = at;
            terms.text.push_str(text);
            terms.text_ends.push(Span::new(0, terms.text.len()).end);
        }
        let mut occurrences = self.occurrences;
        occurrences.iter_mut().for_each(|it| it.term = rank[it.term as usize]);
        // A stable sort keeps articles and positions in the order in which they were added.
        occurrences.sort_by_key(|it| it.term);
        for it in &occurrences {
            terms.push(it);
        }
        terms
    }
}

impl Terms {
    fn push(&mut self, it: &Occurrence) {
        let n_entries = Span::new(0, self.entries.len()).end;
        let term = it.term as usize;
        let is_first_of_term = self.entry_ends[term] == 0;
        if is_first_of_term || self.entries.last().is_none_or(|last| last.doc != it.doc) {
            self.entries.push(Entry { doc: it.doc, positions_end: 0 });
            self.entry_ends[term] = n_entries + 1;
        }
        self.positions.push(it.position);
        if let Some(last) = self.entries.last_mut() {
            last.positions_end = Span::new(0, self.positions.len()).end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Format, Metadata, RawArticle};

    fn index(texts: &[&str]) -> Terms {
        let mut builder = TermsBuilder::default();
        for text in texts {
            let raw = RawArticle {
                id: String::new(),
                file: String::new(),
                format: Format::Text,
                text: (*text).to_owned(),
                page: Metadata::default(),
                editor: Metadata::default(),
            };
            builder.add(&Article::plain(&raw));
        }
        builder.finish()
    }

    fn places(terms: &Terms, word: &str) -> Vec<(u32, Vec<u32>)> {
        let term = terms.find(word).expect("indexed");
        terms.postings(term).map(|posting| (posting.doc, posting.positions.to_vec())).collect()
    }

    #[test]
    fn every_word_is_found_where_it_stands() {
        let terms = index(&["Kyiv and KYIV", "", "in Kyïv’s centre\nKyiv"]);
        assert_eq!(places(&terms, "kyiv"), [(0, vec![0, 2]), (2, vec![1, 3 + PARAGRAPH_GAP])]);
        assert_eq!(places(&terms, "and"), [(0, vec![1])]);
        assert!(terms.find("ky").is_none());
    }

    #[test]
    fn prefixes_are_ranges() {
        let terms = index(&["tank tanks tanker tan zebra"]);
        let found: Vec<_> = terms.with_prefix("tank").map(|term| terms.text(term)).collect();
        assert_eq!(found, ["tank", "tanker", "tanks"]);
        assert!(terms.with_prefix("zebras").is_empty());
        assert_eq!(terms.with_prefix("").len(), 5);
    }
}
