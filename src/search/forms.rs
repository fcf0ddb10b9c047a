//! The terms that a typed word stands for: itself, words that begin with it, words of its stem, and, when the
//! corpus does not know it, words a slip of the finger away.

use super::parse::Leaf;
use crate::index::{Index, TermId};

/// What a word that only begins as typed counts for, against the word itself.
const PREFIX_WEIGHT: f32 = 0.7;
/// What a word of the same stem counts for.
const STEM_WEIGHT: f32 = 0.6;
/// What a word one or two slips away counts for.
const SLIP_WEIGHTS: [f32; 2] = [0.4, 0.2];
/// How many times more frequent a word must be to be taken for what was meant beside a word that is there.
const SLIP_FREQUENCY: usize = 10;
/// Words a slip away that are taken at most, fewest slips and most articles first.
const N_SLIPS: usize = 8;

/// The terms one typed word stands for, each with what it counts for, 0 to 1.
#[derive(Clone, Debug, Default)]
pub(super) struct WordForms {
    /// Exact and prefix forms first.
    pub terms: Vec<(TermId, f32)>,
    /// The texts of the forms that do not show it by themselves: of the same stem, or a slip away.
    pub others: Vec<String>,
    /// What was taken for the word when the corpus does not know it.
    pub taken_for: Option<String>,
}

/// A leaf with the forms of each of its words, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct ReadLeaf {
    pub leaf: Leaf,
    pub words: Vec<WordForms>,
}

impl ReadLeaf {
    /// Looks a leaf's words up. Only plain words have stems and slips; a phrase is taken at its word.
    pub(super) fn find(index: &Index, leaf: Leaf) -> Self {
        let is_word = leaf.terms.len() == 1 && !leaf.is_quoted;
        let last = leaf.terms.len() - 1;
        let word = |(at, text): (usize, &String)| {
            let mut forms = direct_forms(index, text, leaf.is_prefix && at == last);
            if is_word {
                forms.add_family(index, text);
                forms.add_slips(index, text);
            }
            forms
        };
        let words = leaf.terms.iter().enumerate().map(word).collect();
        Self { leaf, words }
    }

    /// Whether the word at `place` stands for every word that begins with it.
    pub(super) fn is_prefix(&self, place: usize) -> bool {
        self.leaf.is_prefix && place + 1 == self.leaf.terms.len()
    }
}

fn direct_forms(index: &Index, text: &str, is_prefix: bool) -> WordForms {
    let exact = index.terms.find(text);
    let mut terms: Vec<(TermId, f32)> = exact.map(|term| (term, 1.0)).into_iter().collect();
    if is_prefix {
        let longer = index.terms.with_prefix(text).filter(|term| Some(*term) != exact);
        terms.extend(longer.map(|term| (term, PREFIX_WEIGHT)));
    }
    WordForms { terms, ..WordForms::default() }
}

impl WordForms {
    fn has(&self, term: TermId) -> bool {
        self.terms.iter().any(|(other, _)| *other == term)
    }

    fn add(&mut self, index: &Index, term: TermId, weight: f32) {
        if !self.has(term) {
            self.terms.push((term, weight));
            self.others.push(index.terms.text(term).to_owned());
        }
    }

    fn add_family(&mut self, index: &Index, text: &str) {
        let Some(exact) = index.terms.find(text) else {
            // A word the corpus never has in this form may still have relatives in it.
            for term in index.likeness.relatives(text) {
                self.add(index, term, STEM_WEIGHT);
            }
            return;
        };
        for term in index.likeness.family(exact) {
            self.add(index, *term, STEM_WEIGHT);
        }
    }

    fn add_slips(&mut self, index: &Index, text: &str) {
        let n_articles = |term: TermId| index.terms.docs(term).len();
        let n_direct: usize = self.terms.iter().map(|(term, _)| n_articles(*term)).sum();
        let mut slips = index.likeness.slips(&index.terms, text);
        slips.retain(|(term, _)| !self.has(*term) && n_articles(*term) >= n_direct * SLIP_FREQUENCY);
        slips.sort_by_key(|(term, slips)| (*slips, std::cmp::Reverse(n_articles(*term)), *term));
        slips.truncate(N_SLIPS);
        // Two slips only where one gives nothing: they reach too many other words.
        let fewest = slips.first().map_or(0, |(_, slips)| *slips);
        slips.retain(|(_, slips)| *slips == fewest);
        if n_direct == 0 {
            self.taken_for = slips.first().map(|(term, _)| index.terms.text(*term).to_owned());
        }
        for (term, n_slips) in slips {
            self.add(index, term, SLIP_WEIGHTS[usize::from(n_slips.clamp(1, 2)) - 1]);
        }
    }
}
