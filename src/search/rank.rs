//! A selection into a ranked list with counts.

use super::counts::{Counted, FacetCounts, count_all, narrow};
use super::matcher::Matcher;
use super::parse::parse_query;
use super::query::{Selection, Sort};
use crate::index::{DocSet, Index};
use crate::key::Axis;
use std::collections::HashMap;

/// What a selection finds.
#[derive(Debug)]
pub struct Hits<'a> {
    /// The matching articles in the order asked for, as many as were asked for.
    pub order: Vec<u32>,
    /// Every matching article.
    pub found: DocSet,
    /// How many match, or how many stories they tell.
    pub n_found: u32,
    /// The counts of every facet, in the order of [`Facet::ALL`](crate::key::Facet::ALL).
    pub facets: Vec<FacetCounts>,
    /// For each axis of time the articles that match everything but the range on it.
    pub on_axis: [DocSet; Axis::ALL.len()],
    /// The words, for marking.
    pub matcher: Matcher<'a>,
}

/// Runs a selection over an index and orders all it finds. Ties end at the article's place in the corpus.
#[must_use]
pub fn search<'a>(index: &'a Index, selection: &Selection) -> Hits<'a> {
    search_top(index, selection, index.n_docs())
}

/// The same with no more than the first `n` in order, which costs less; the counts are of everything found.
#[must_use]
pub fn search_top<'a>(index: &'a Index, selection: &Selection, n: usize) -> Hits<'a> {
    let matcher = Matcher::new(index, parse_query(&selection.words));
    let Counted { found, n_found, facets, on_axis } = count_all(index, selection, &matcher.find());
    let order = order_top(index, selection, &matcher, &found, n);
    Hits { order, found, n_found, facets, on_axis, matcher }
}

/// Every article that a selection finds, which costs much less than counting what each value would leave.
#[must_use]
pub fn find_all(index: &Index, selection: &Selection) -> DocSet {
    let matcher = Matcher::new(index, parse_query(&selection.words));
    narrow(index, selection, matcher.find())
}

fn order_top(
    index: &Index,
    selection: &Selection,
    matcher: &Matcher<'_>,
    found: &DocSet,
    n: usize,
) -> Vec<u32> {
    let all = match selection.sort {
        Sort::Relevance if matcher.has_words() => return matcher.rank(found, n),
        Sort::Relevance | Sort::Newest => &index.orders.newest,
        Sort::Oldest => &index.orders.oldest,
        Sort::Longest => &index.orders.longest,
    };
    all.iter().copied().filter(|doc| found.contains(*doc)).take(n).collect()
}

/// One story in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoryHit {
    /// The version that stands first in the order.
    pub head: u32,
    /// The other versions that match, in order.
    pub versions: Vec<u32>,
}

/// Groups articles in order by their stories, each in the place of its first version.
#[must_use]
pub fn group_stories(index: &Index, order: &[u32]) -> Vec<StoryHit> {
    let mut hits: Vec<StoryHit> = Vec::with_capacity(order.len());
    let mut at_of: HashMap<u32, usize> = HashMap::new();
    for doc in order {
        if index.stories.has_versions(*doc) {
            let at = *at_of.entry(index.stories.of(*doc)).or_insert(hits.len());
            if let Some(hit) = hits.get_mut(at) {
                hit.versions.push(*doc);
                continue;
            }
        }
        hits.push(StoryHit { head: *doc, versions: Vec::new() });
    }
    hits
}
