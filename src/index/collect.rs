//! The words of one article after another, before they are sorted into [`Terms`].

use super::fields::Fields;
use super::terms::Terms;
use crate::clean::Article;
use crate::text::{Span, WordKind, fold_char, split_words};
use std::collections::HashMap;

/// Words skipped between paragraphs, so that no phrase or short proximity spans two.
const PARAGRAPH_GAP: u32 = 16;

/// The form under which a word is indexed and looked up: folded, without a possessive ending.
#[must_use]
pub fn term_of(word: &str) -> String {
    let mut term = String::with_capacity(word.len());
    push_term(word, &mut term);
    term
}

/// Appends the form under which a word is indexed; see [`term_of`].
pub fn push_term(word: &str, term: &mut String) {
    if word.is_ascii() {
        term.push_str(word);
        let start = term.len() - word.len();
        if let Some(added) = term.get_mut(start..) {
            added.make_ascii_lowercase();
        }
    } else {
        word.chars().for_each(|c| fold_char(c, |c| term.push(c)));
    }
    if term.ends_with("'s") {
        term.truncate(term.len() - 2);
    } else if term.ends_with('\'') {
        term.pop();
    }
}

/// Shortest part of a word joined by stops that is a word of its own, in bytes.
const MIN_PART: usize = 3;

/// The stretches of a text that are terms, in order. Every part of a joined name counts alone, so that
/// `oboz` finds `OBOZ.UA`; initials such as `U.S.` stay whole.
pub fn split_terms(text: &str) -> impl Iterator<Item = Span> + '_ {
    split_words(text).filter(|word| word.is_term()).flat_map(move |word| {
        let joined = word.of(text);
        let is_joined = word.kind == WordKind::Letters
            && joined.contains('.')
            && joined.split('.').any(|part| part.len() >= MIN_PART);
        let mut start = word.span.start;
        // No word holds a zero, so that others stay whole.
        let parts = joined.split(if is_joined { '.' } else { '\0' }).map(move |part| {
            let span = Span { start, end: start + Span::new(0, part.len()).end };
            start = span.end + 1;
            span
        });
        parts.filter(|span| !span.is_empty())
    })
}

/// Collects the words of one article after another.
#[derive(Default)]
pub struct TermsBuilder {
    ids: HashMap<String, u32>,
    fields: Vec<Fields>,
    /// Term and position of every word, article after article.
    occurrences: Vec<(u32, u32)>,
    /// The position of the first word of every paragraph, article after article.
    paragraphs: Vec<u32>,
    term: String,
}

impl TermsBuilder {
    /// Adds the next article.
    pub fn add(&mut self, article: &Article) {
        let first = self.occurrences.len();
        let mut position = 0;
        let n_title_words = self.add_words(article.headline(), &mut position);
        let title_end = position;
        let mut lead_end = position;
        let mut n_words = 0;
        let first_paragraph = self.paragraphs.len();
        for paragraph in &article.paragraphs {
            let is_lead = n_words == 0;
            self.paragraphs.push(position);
            n_words += self.add_words(paragraph.of(&article.text), &mut position);
            if is_lead {
                lead_end = position;
            }
        }
        let occurrences = Span::new(first, self.occurrences.len());
        let paragraphs = Span::new(first_paragraph, self.paragraphs.len());
        self.fields.push(Fields { title_end, lead_end, n_title_words, n_words, paragraphs, occurrences });
    }

    fn add_words(&mut self, text: &str, position: &mut u32) -> u32 {
        let first = *position;
        for word in split_terms(text) {
            self.term.clear();
            push_term(word.of(text), &mut self.term);
            let id = match self.ids.get(&self.term) {
                Some(id) => *id,
                None => {
                    let id = Span::new(0, self.ids.len()).end;
                    self.ids.insert(self.term.clone(), id);
                    id
                }
            };
            self.occurrences.push((id, *position));
            *position += 1;
        }
        let n_words = *position - first;
        if n_words > 0 {
            *position += PARAGRAPH_GAP;
        }
        n_words
    }

    /// Sorts what was collected into the frozen form, and says how each article is divided and where
    /// its paragraphs begin.
    #[must_use]
    pub fn finish(self) -> (Terms, Vec<Fields>, Vec<u32>) {
        let mut sorted: Vec<(String, u32)> = self.ids.into_iter().collect();
        sorted.sort_unstable();
        (Terms::freeze(sorted, &self.fields, &self.occurrences), self.fields, self.paragraphs)
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
        builder.finish().0
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
    fn parts_of_joined_names_count_alone() {
        let terms = |text: &'static str| split_terms(text).map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(terms("OBOZ.UA, U.S. a 3.5 x.y"), ["OBOZ", "UA", "U.S", "a", "3.5", "x.y"]);
    }

    #[test]
    fn a_posting_is_found_by_its_article() {
        let texts: Vec<&str> = (0..50).map(|at| if at % 3 == 0 { "tank" } else { "plane" }).collect();
        let terms = index(&texts);
        let tank = terms.find("tank").expect("indexed");
        let mut from = 0;
        for doc in 0..50 {
            let (found, next) = terms.posting_in(tank, doc, from);
            assert_eq!(found.map(|posting| posting.doc), (doc % 3 == 0).then_some(doc));
            from = next;
        }
        assert_eq!(terms.posting_in(tank, 99, 0).0, None);
    }

    #[test]
    fn prefixes_are_ranges() {
        let terms = index(&["tank tanks tanker tan zebra"]);
        let found: Vec<_> = terms.with_prefix("tank").map(|term| terms.text(term)).collect();
        assert_eq!(found, ["tank", "tanker", "tanks"]);
        assert!(terms.with_prefix("zebras").is_empty());
        assert_eq!(terms.with_prefix("").len(), 5);
    }

    #[test]
    fn a_word_weighs_more_in_front_and_in_short_stories() {
        let terms = index(&["tank a b c d", "a b c d\ntank", "a b c d\ntank e f g h i j k l m n o p q r s"]);
        let weights = terms.weights(terms.find("tank").expect("indexed"));
        assert!(weights[0] > weights[1] && weights[1] > weights[2], "{weights:?}");
    }
}
