//! "Did you mean": other words for a query that finds nothing.

use super::forms::ReadLeaf;
use super::matcher::{Matcher, names};
use super::parse::Node;
use crate::index::{FacetColumn, term_of};
use crate::key::Facet;
use std::collections::BTreeMap;

/// Slips that a suggestion may be away: one more than what is taken without asking.
const N_SLIPS: u8 = 3;
/// Shortest word that is replaced, in letters; for a shorter one there are too many.
const MIN_CHARS: usize = 4;

impl Matcher<'_> {
    /// The words as typed with what finds nothing replaced by what is nearest to it and finds
    /// something. Nothing where no part of the query is to blame, or nothing is near.
    #[must_use]
    pub fn suggest(&self, typed: &str) -> Option<String> {
        let mut instead: BTreeMap<String, String> = BTreeMap::new();
        let mut opens_phrase = false;
        for part in parts(&self.query) {
            match part {
                Node::Leaf(read) if read.leaf.terms.len() > 1 && self.find_leaf(read).is_empty() => {
                    // A phrase of words that all occur is loosened.
                    opens_phrase |= read.words.iter().all(|word| word.n_terms() > 0);
                }
                Node::Leaf(read) => instead.extend(self.nearest_term(read)),
                Node::Named(facet, terms) => instead.extend(self.nearest_name(*facet, terms)),
                _ => {}
            }
        }
        let replaced = replace(typed, &instead);
        let loosened = if opens_phrase {
            replaced.replace(['"', '“', '”', '„', '«', '»'], " ")
        } else {
            replaced
        };
        let words: Vec<&str> = loosened.split_whitespace().collect();
        let suggestion = words.join(" ");
        (suggestion != typed.split_whitespace().collect::<Vec<_>>().join(" ")).then_some(suggestion)
    }

    fn nearest_term(&self, read: &ReadLeaf<'_>) -> Option<(String, String)> {
        let ([word], [typed]) = (&read.words[..], &read.leaf.terms[..]) else { return None };
        if word.n_terms() > 0 || !word.aliases.is_empty() || typed.chars().count() < MIN_CHARS {
            return None;
        }
        let reach = reach(typed);
        let near = self.index.likeness.near(&self.index.terms, typed, reach);
        let n_articles = |term: u32| self.index.terms.docs(term).len();
        let best = near.into_iter().min_by_key(|(term, n)| (*n, std::cmp::Reverse(n_articles(*term)), *term));
        best.map(|(term, _)| (typed.clone(), self.index.terms.text(term).to_owned()))
    }

    fn nearest_name(&self, facet: Facet, terms: &[String]) -> Option<(String, String)> {
        let column = self.index.facet(facet);
        let is_known = column.values.iter().any(|value| value.forms.lines().any(|form| names(form, terms)));
        let [typed] = terms else { return None };
        if is_known || typed.chars().count() < MIN_CHARS {
            return None;
        }
        nearest_word(column, typed).map(|word| (typed.clone(), word))
    }
}

fn reach(typed: &str) -> u8 {
    if typed.chars().count() < 2 * MIN_CHARS { 2 } else { N_SLIPS }
}

/// The word of a facet's names that is nearest to one typed.
fn nearest_word(column: &FacetColumn, typed: &str) -> Option<String> {
    let mut best: Option<(u8, std::cmp::Reverse<usize>, &str)> = None;
    for value in &column.values {
        let words = value.forms.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1);
        for word in words {
            if let Some(n) = crate::index::n_slips(typed, word, reach(typed)) {
                let it = (n, std::cmp::Reverse(value.docs.len()), word);
                best = Some(best.map_or(it, |best| best.min(it)));
            }
        }
    }
    best.map(|(_, _, word)| word.to_owned())
}

/// What must hold for an article to match: the parts of an AND, or the query itself.
fn parts<L>(node: &Node<L>) -> Vec<&Node<L>> {
    match node {
        Node::And(nodes) => nodes.iter().collect(),
        node => vec![node],
    }
}

fn replace(typed: &str, instead: &BTreeMap<String, String>) -> String {
    // A field and its value are two words here, whatever bounds of words say of a colon.
    let is_sign = |c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’'));
    let mut replaced = String::with_capacity(typed.len());
    for piece in typed.split_inclusive(is_sign) {
        let word = piece.trim_end_matches(is_sign);
        replaced.push_str(instead.get(&term_of(word)).map_or(word, String::as_str));
        replaced.push_str(&piece[word.len()..]);
    }
    replaced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_word_to_blame_is_replaced() {
        let instead = BTreeMap::from([("stoltenburg".to_owned(), "stoltenberg".to_owned())]);
        let typed = "who:Stoltenburg -tank (Stoltenburg’s OR x)";
        assert_eq!(replace(typed, &instead), "who:stoltenberg -tank (stoltenberg OR x)");
        assert_eq!(replace("", &instead), "");
    }
}
