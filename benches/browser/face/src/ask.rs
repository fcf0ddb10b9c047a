//! Turns words and chosen values into articles and counts, as the list side of the explorer asks for them.

use crate::Explorer;
use dateline::index::Index;
use dateline::key::Facet;
use dateline::search::query::{Mode, Selection};
use dateline::search::{Matcher, parse_query, search_top};
use wasm_bindgen::prelude::wasm_bindgen;

/// Articles that are listed for a question nobody waits for.
const N_REHEARSED: usize = 20;

/// Every facet counted under a selection, and the head of its list.
#[wasm_bindgen]
pub struct Counted {
    /// How many articles match.
    pub total: u32,
    order: Vec<u32>,
    counts: Vec<Vec<u32>>,
}

#[wasm_bindgen]
impl Counted {
    /// The first articles in order.
    #[must_use]
    pub fn order(&self) -> Vec<u32> {
        self.order.clone()
    }

    /// The values of a facet that any of the articles has: the place of each in [`Explorer::values`], and after it how
    /// many articles have it.
    #[must_use]
    pub fn counts(&self, facet: usize) -> Vec<u32> {
        let counts = (0u32..).zip(self.counts.get(facet).into_iter().flatten());
        counts.filter(|(_, n)| **n > 0).flat_map(|(value, n)| [value, *n]).collect()
    }
}

#[wasm_bindgen]
impl Explorer {
    /// The best `n` articles for words as typed, after the number of all that match.
    #[must_use]
    pub fn search(&self, words: &str, n: usize) -> Vec<u32> {
        let Some(index) = &self.index else { return Vec::new() };
        best(index, words, n)
    }

    /// Counts every facet. `chosen` holds a line for each value, `who`, `where`, `when` or `org` and a tab before it;
    /// all of them must hold.
    #[must_use]
    pub fn count(&self, chosen: &str, words: &str, n: usize) -> Counted {
        let mut selection = Selection { words: words.to_owned(), ..Selection::default() };
        for (facet, slug) in chosen.lines().filter_map(|line| line.split_once('\t')) {
            if let Some(facet) = Facet::from_param(facet) {
                let choice = selection.choice_mut(facet);
                choice.mode = Mode::All;
                choice.with.push(slug.to_owned());
            }
        }
        let Some(index) = &self.index else {
            return Counted { total: 0, order: Vec::new(), counts: Vec::new() };
        };
        count(index, &selection, n)
    }

    /// Answers the next of the questions that readers are likely to ask first, for a moment in which nobody asks, as in
    /// the product; nothing when there are no more.
    pub fn rehearse(&mut self) -> Option<Counted> {
        let (index, selection) = (self.index.as_ref()?, self.rehearsal.next()?);
        Some(count(index, &selection, N_REHEARSED))
    }

    /// The values of a facet, a line each; facets are numbered from 0: who, where, when, org.
    #[must_use]
    pub fn values(&self, facet: usize) -> String {
        let column = self.index.as_ref().zip(Facet::ALL.get(facet)).map(|(index, facet)| index.facet(*facet));
        let slugs = column.iter().flat_map(|column| &column.values).map(|value| value.slug.as_str());
        slugs.collect::<Vec<_>>().join("\n")
    }
}

fn best(index: &Index, words: &str, n: usize) -> Vec<u32> {
    let matcher = Matcher::new(index, parse_query(words));
    let found = matcher.find();
    let mut order = matcher.rank(&found, n);
    order.insert(0, found.len());
    order
}

fn count(index: &Index, selection: &Selection, n: usize) -> Counted {
    let hits = search_top(index, selection, n);
    let counts = hits.facets.into_iter().map(|facet| facet.n_articles).collect();
    Counted { total: hits.n_found, order: hits.order, counts }
}
