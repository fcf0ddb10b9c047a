//! A selection into a ranked list with counts.

use super::counts::{Counted, FacetCounts, count_all};
use super::matcher::Matcher;
use super::parse::parse_query;
use super::query::{Selection, Sort};
use crate::index::{DocSet, Index};
use crate::key::Axis;
use std::cmp::{Ordering, Reverse};

/// What a selection finds.
#[derive(Debug)]
pub struct Hits<'a> {
    /// The matching articles in the order asked for.
    pub order: Vec<u32>,
    /// The counts of every facet, in the order of [`Facet::ALL`](crate::key::Facet::ALL).
    pub facets: Vec<FacetCounts>,
    /// For each axis of time the articles that match everything but the range on it.
    pub on_axis: [DocSet; Axis::ALL.len()],
    /// The words, for marking.
    pub matcher: Matcher<'a>,
}

/// Runs a selection over an index. Ties end at the article's place in the corpus.
#[must_use]
pub fn search<'a>(index: &'a Index, selection: &Selection) -> Hits<'a> {
    let matcher = Matcher::new(index, parse_query(&selection.words));
    let Counted { found, facets, on_axis } = count_all(index, selection, &matcher.find());
    let mut order: Vec<u32> = found.iter().collect();
    match selection.sort {
        Sort::Relevance if matcher.has_words() => {
            let scores = matcher.score(&found);
            order.sort_by(|a, b| scores[*b as usize].total_cmp(&scores[*a as usize]));
        }
        Sort::Relevance | Sort::Newest => sort_by_date(index, &mut order, Ordering::reverse),
        Sort::Oldest => sort_by_date(index, &mut order, |ordering| ordering),
        Sort::Longest => order.sort_by_key(|doc| Reverse(index.fields[*doc as usize].n_words)),
    }
    Hits { order, facets, on_axis, matcher }
}

/// Sorts by publication date, undated last whichever way dates run.
fn sort_by_date(index: &Index, order: &mut [u32], direction: impl Fn(Ordering) -> Ordering) {
    let date = |doc: &u32| index.published[*doc as usize].as_deref();
    order.sort_by(|a, b| match (date(a), date(b)) {
        (Some(a), Some(b)) => direction(a.cmp(b)),
        (a, b) => b.is_some().cmp(&a.is_some()),
    });
}
