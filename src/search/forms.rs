//! The terms that a typed word stands for: itself, words that begin with it, words of its stem, other
//! names of what it names, and, where the corpus hardly knows it, words a slip of the finger away.

use super::parse::Leaf;
use crate::index::{Alias, Index, TermId};
use std::ops::Range;

/// What a form counts for against the word itself, of [`WHOLE`]: a word that only begins as typed.
const PREFIX_WEIGHT: u32 = 200;
/// Another name of the same.
const ALIAS_WEIGHT: u32 = 200;
/// A word of the same stem.
const STEM_WEIGHT: u32 = 20;
/// A word one or two slips away.
const SLIP_WEIGHTS: [u32; 2] = [102, 51];
/// What the word itself counts for.
pub(super) const WHOLE: u32 = 256;
/// A word in so many articles or more needs no other: it is what was meant.
const SCARCE: usize = 5;
/// How many times more frequent a word must be to be taken for what was meant beside a word that is there.
const SLIP_FREQUENCY: usize = 10;
/// Words a slip away that are taken at most, most articles first.
const N_SLIPS: usize = 8;

/// What one typed word stands for.
#[derive(Clone, Debug, Default)]
pub(super) struct WordForms<'a> {
    /// The word itself.
    pub exact: Option<TermId>,
    /// The words that begin with it, itself included, where it may go on.
    pub longer: Range<TermId>,
    /// Words that do not show it by themselves, each with what it counts for: of the same stem, or a slip away.
    pub others: Vec<(TermId, u32)>,
    /// What it names under other names too.
    pub aliases: Vec<&'a Alias>,
    /// What was taken for the word when the corpus does not know it.
    pub taken_for: Option<TermId>,
}

/// A leaf with the forms of each of its words, in order.
#[derive(Clone, Debug, Default)]
pub(super) struct ReadLeaf<'a> {
    pub leaf: Leaf,
    pub words: Vec<WordForms<'a>>,
}

impl<'a> ReadLeaf<'a> {
    /// Looks a leaf's words up. Only plain words have stems, aliases and slips; a phrase is taken at its word.
    pub(super) fn find(index: &'a Index, leaf: Leaf) -> Self {
        let is_word = leaf.terms.len() == 1 && !leaf.is_quoted;
        let last = leaf.terms.len() - 1;
        let word = |(at, text): (usize, &String)| {
            let mut forms = WordForms::direct(index, text, leaf.is_prefix && at == last);
            if is_word {
                forms.add_family(index, text);
                if !leaf.in_title {
                    forms.aliases = index.names.of(text).collect();
                }
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

    /// Whether the leaf is one word that may stand anywhere, so that its lists alone say where.
    pub(super) fn is_loose(&self) -> bool {
        self.words.len() == 1 && !self.leaf.in_title
    }
}

impl<'a> WordForms<'a> {
    fn direct(index: &'a Index, text: &str, is_prefix: bool) -> Self {
        let longer = if is_prefix { index.terms.with_prefix(text) } else { 0..0 };
        Self { exact: index.terms.find(text), longer, ..Self::default() }
    }

    /// The word and its other forms, each with what it counts for; what begins with it stays one range.
    pub(super) fn ranges(&self) -> impl Iterator<Item = (Range<TermId>, u32)> + '_ {
        let exact = self.exact.map(|term| (term..term + 1, WHOLE));
        let others = self.others.iter().map(|(term, weight)| (*term..*term + 1, *weight));
        let longer = (!self.longer.is_empty()).then(|| (self.longer.clone(), PREFIX_WEIGHT));
        exact.into_iter().chain(longer).chain(others)
    }

    /// Every term, each once.
    pub(super) fn terms(&self) -> impl Iterator<Item = TermId> + '_ {
        let exact = self.exact.filter(|term| !self.longer.contains(term));
        exact.into_iter().chain(self.longer.clone()).chain(self.others.iter().map(|(term, _)| *term))
    }

    /// How many terms there are.
    pub(super) fn n_terms(&self) -> usize {
        usize::from(self.exact.is_some()) + self.longer.len() + self.others.len()
    }

    /// For each other name that is printed the term that says most, what it counts for and where it does.
    pub(super) fn named(&self, index: &Index) -> Vec<(TermId, u32, &'a Alias)> {
        let mut named = Vec::new();
        for alias in &self.aliases {
            for (_, terms) in &alias.forms {
                let known = terms.iter().filter_map(|term| index.terms.find(term));
                if let Some(rarest) = known.min_by_key(|term| index.terms.docs(*term).len()) {
                    named.push((rarest, ALIAS_WEIGHT, *alias));
                }
            }
        }
        named
    }

    fn has(&self, term: TermId) -> bool {
        self.exact == Some(term)
            || self.longer.contains(&term)
            || self.others.iter().any(|(other, _)| *other == term)
    }

    fn add(&mut self, term: TermId, weight: u32) {
        if !self.has(term) {
            self.others.push((term, weight));
        }
    }

    fn add_family(&mut self, index: &Index, text: &str) {
        match self.exact {
            Some(exact) => index.likeness.family(exact).iter().for_each(|term| self.add(*term, STEM_WEIGHT)),
            // A word the corpus never has in this form may still have relatives in it.
            None => index.likeness.relatives(text).into_iter().for_each(|term| self.add(term, STEM_WEIGHT)),
        }
    }

    fn add_slips(&mut self, index: &Index, text: &str) {
        let n_articles = |term: TermId| index.terms.docs(term).len();
        let n_lists: usize = self.ranges().map(|(terms, _)| index.terms.docs_of(terms).len()).sum();
        let n_direct = n_lists + self.aliases.iter().map(|alias| alias.docs.len()).sum::<usize>();
        if n_direct >= SCARCE {
            return;
        }
        let mut slips = index.likeness.slips(&index.terms, text);
        slips.retain(|(term, _)| !self.has(*term) && n_articles(*term) >= n_direct * SLIP_FREQUENCY);
        slips.sort_by_key(|(term, slips)| (*slips, std::cmp::Reverse(n_articles(*term)), *term));
        slips.truncate(N_SLIPS);
        if n_direct == 0 {
            self.taken_for = slips.first().map(|(term, _)| *term);
        }
        for (term, n_slips) in slips {
            self.add(term, SLIP_WEIGHTS[usize::from(n_slips.clamp(1, 2)) - 1]);
        }
    }
}
