//! A parsed query against the index: which articles match.

use super::field::DateField;
use super::forms::ReadLeaf;
use super::parse::{Node, Note, Parsed};
use super::places::Places;
use super::query::DateRange;
use crate::index::{DocSet, Docs, Index};
use crate::key::{Axis, Facet};

/// A query read for one index.
#[derive(Debug)]
pub struct Matcher<'a> {
    pub(super) index: &'a Index,
    pub(super) query: Node<ReadLeaf<'a>>,
    notes: Vec<Note>,
}

impl<'a> Matcher<'a> {
    /// Prepares a query for an index.
    #[must_use]
    pub fn new(index: &'a Index, parsed: Parsed) -> Self {
        let query = parsed.node.map(&|leaf| ReadLeaf::find(index, leaf));
        Self { index, query, notes: parsed.notes }
    }

    /// Whether the query has words, so that articles can be ranked by them.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.query.wanted().is_empty()
    }

    /// What in the query was read otherwise than it was perhaps meant.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.notes
    }

    /// The words the corpus does not know, each with the word that was taken for it.
    #[must_use]
    pub fn taken_for(&self) -> Vec<(&str, &str)> {
        let words = self.query.wanted().into_iter().flat_map(|read| read.leaf.terms.iter().zip(&read.words));
        let taken = words.filter_map(|(typed, forms)| Some((typed.as_str(), forms.taken_for?)));
        taken.map(|(typed, term)| (typed, self.index.terms.text(term))).collect()
    }

    /// The words that name something printed under other names too, each with those names, if it is
    /// in some article only under them.
    #[must_use]
    pub fn also_as(&self) -> Vec<(&str, Vec<&str>)> {
        let words = self.query.wanted().into_iter().flat_map(|read| read.leaf.terms.iter().zip(&read.words));
        words
            .filter_map(|(typed, forms)| {
                let typed_docs = forms.exact.map_or(Docs::NONE, |term| self.index.terms.docs(term));
                let adds = forms.aliases.iter().filter(|alias| {
                    alias.docs.iter().any(|doc| typed_docs.get(typed_docs.seek(*doc, 0)) != Some(*doc))
                });
                let names: Vec<&str> = adds
                    .filter_map(|alias| alias.forms.iter().find(|(_, terms)| !terms.contains(typed)))
                    .map(|(name, _)| name.as_str())
                    .collect();
                (!names.is_empty()).then_some((typed.as_str(), names))
            })
            .collect()
    }

    /// The articles that match.
    #[must_use]
    pub fn find(&self) -> DocSet {
        self.find_node(&self.query)
    }

    fn find_node(&self, node: &Node<ReadLeaf<'a>>) -> DocSet {
        let n_docs = self.index.n_docs();
        match node {
            Node::Leaf(leaf) => self.find_leaf(leaf),
            Node::Named(facet, terms) => self.find_named(*facet, terms),
            Node::Dated(field, range) => self.find_dated(*field, *range),
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

    pub(super) fn find_leaf(&self, read: &ReadLeaf<'a>) -> DocSet {
        let n_docs = self.index.n_docs();
        let mut found: Option<DocSet> = None;
        for word in &read.words {
            let mut having = DocSet::none(n_docs);
            word.ranges().for_each(|(terms, _)| {
                self.index.terms.docs_of(terms).for_each(|_, doc| having.insert(doc));
            });
            word.aliases.iter().for_each(|alias| having.insert_all(&alias.docs));
            match &mut found {
                Some(found) => found.intersect(&having),
                None => found = Some(having),
            }
        }
        let found = found.unwrap_or_else(|| DocSet::none(n_docs));
        if read.is_loose() {
            return found;
        }
        let mut places = Places::new(self.index, read);
        let mut together = DocSet::none(n_docs);
        found.iter().filter(|doc| places.are_together(*doc)).for_each(|doc| together.insert(doc));
        together
    }

    /// The articles with a value whose name or alias holds these words, the last one as a prefix.
    fn find_named(&self, facet: Facet, terms: &[String]) -> DocSet {
        let mut found = DocSet::none(self.index.n_docs());
        for value in &self.index.facet(facet).values {
            if may_name(&value.forms, terms) && value.forms.lines().any(|form| names(form, terms)) {
                found.insert_all(&value.docs);
            }
        }
        found
    }

    /// The articles with a date in the range on any of the field's axes; with none on all of them.
    fn find_dated(&self, field: DateField, range: DateRange) -> DocSet {
        let on_axis = |axis: Axis| match range {
            DateRange::Days(days) => self.index.dates(axis).docs_in(days),
            DateRange::Undated => self.index.dates(axis).docs_undated(),
        };
        let sets = field.axes().iter().copied().map(on_axis);
        let join = |mut all: DocSet, set: DocSet| {
            if range == DateRange::Undated {
                all.intersect(&set)
            } else {
                all.unite(&set)
            }
            all
        };
        sets.reduce(join).unwrap_or_else(|| DocSet::none(self.index.n_docs()))
    }
}

/// Whether folded names hold each of these words anywhere, which rules most of them out.
fn may_name(forms: &str, terms: &[String]) -> bool {
    let forms = forms.as_bytes();
    terms.iter().all(|term| {
        let Some((first, rest)) = term.as_bytes().split_first() else { return true };
        forms.iter().enumerate().any(|(at, byte)| byte == first && forms[at + 1..].starts_with(rest))
    })
}

/// Whether a folded name holds these words in a row, from the start of a word, the last one as a prefix.
pub(super) fn names(form: &str, terms: &[String]) -> bool {
    let Some((last, first)) = terms.split_last() else { return false };
    // Most names are ruled out by one look for the last word.
    if !form.contains(last.as_str()) {
        return false;
    }
    let words: Vec<&str> =
        form.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(terms.len()).any(|window| {
        window.iter().zip(first).all(|(word, term)| word == term)
            && window[first.len()].starts_with(last.as_str())
    })
}
