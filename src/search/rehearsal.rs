//! What readers are likely to choose first, to be answered once before anybody waits for it.
//!
//! A browser runs a program slowly until it has seen which parts of it are used, and then holds it up for a moment to
//! compile those for full speed: without a rehearsal that falls on somebody's first clicks.

use super::query::Selection;
use crate::index::{Index, Value};
use crate::key::Facet;
use std::cmp::Reverse;

/// Values of each facet that are rehearsed: enough for browsers to take note.
const N_VALUES: usize = 8;

/// The commonest values of every facet: each chosen alone, then with the next as a second choice, then with the name of
/// the next typed beside it.
#[must_use]
pub fn rehearsal(index: &Index) -> Vec<Selection> {
    let of_facet = Facet::ALL.map(|facet| common_values(index, facet));
    let ranks = (0..N_VALUES).flat_map(|rank| of_facet.iter().filter_map(move |values| values.get(rank)));
    let values: Vec<_> = ranks.copied().collect();
    let choose = |(facet, value): (Facet, &Value)| Selection::only(facet, &value.slug);
    let alone = values.iter().map(|first| choose(*first));
    let pairs = values.windows(2).map(|pair| (choose(pair[0]), pair[1]));
    let chosen = pairs.clone().map(|(first, (facet, second))| first.toggled(facet, &second.slug));
    let typed = pairs.map(|(first, (_, second))| Selection { words: second.label.clone(), ..first });
    alone.chain(chosen).chain(typed).collect()
}

/// The values of a facet that most articles have, the commonest first.
fn common_values(index: &Index, facet: Facet) -> Vec<(Facet, &Value)> {
    let by_articles = |value: &&Value| Reverse(value.docs.len());
    let mut values: Vec<_> = index.facet(facet).values.iter().collect();
    if values.len() > N_VALUES {
        values.select_nth_unstable_by_key(N_VALUES - 1, by_articles);
        values.truncate(N_VALUES);
    }
    values.sort_by_key(by_articles);
    values.into_iter().map(|value| (facet, value)).collect()
}
