//! The `Where` facet as a tree: continents, countries, regions and the places in them.
//!
//! A row of the tree counts the articles that name its place or anything in it. A list of thousands of
//! places becomes a few rows: the most named of those whose surroundings are open, and whatever a
//! reader chose, opened or looked for.

use super::build_explore::{Branch, FacetWindow, share_of, state_of, unknown_values};
use super::explore::{BranchState, FacetValue, FacetView};
use crate::index::{ELSEWHERE, FacetColumn};
use crate::search::FacetCounts;
use crate::search::query::Choice;
use crate::text::{Span, fold};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Places listed at most below a row that a reader opens.
const N_OPENED: usize = 25;

/// The name of a value outside the tree: `Lithuania` for the place, `in Lithuania` for it and everything in it.
pub(super) fn chip_label(column: &FacetColumn, at: u32) -> String {
    let value = &column.values[at as usize];
    match column.tree.is_level(at) && value.slug != ELSEWHERE {
        true => format!("in {}", value.label),
        false => value.label.clone(),
    }
}

/// Builds the tree; `branches` are the rows that a reader has opened or closed.
pub(super) fn build_places(
    column: &FacetColumn,
    choice: &Choice,
    counts: &FacetCounts,
    window: FacetWindow<'_>,
    branches: &[Branch],
) -> FacetView {
    let tree = Tree::new(column, counts, window.filter, branches);
    let listed = tree.list(window.n_values as usize);
    let max = tree.found.iter().map(|at| tree.n(*at)).max().unwrap_or(1);
    let visible = tree.found.iter().filter(|at| tree.is_visible(**at));
    let n_more = visible.filter(|at| !listed.contains(at)).count();
    let rows = tree.in_order(&listed);
    let value = |at: &u32| tree.show(*at, &listed, max);
    FacetView {
        facet: window.facet,
        mode: choice.mode,
        n_more: Span::new(0, n_more).end,
        n_values: Span::new(0, tree.found.len()).end,
        values: unknown_values(column, choice).chain(rows.iter().map(value)).collect(),
    }
}

/// The places that a selection leaves.
struct Tree<'a> {
    column: &'a FacetColumn,
    counts: &'a FacetCounts,
    /// The rows there could be: with articles, and as the filter wants them.
    found: Vec<u32>,
    /// What is chosen or excluded.
    chosen: BTreeSet<u32>,
    /// What a reader opened, and what they closed.
    opened: BTreeSet<u32>,
    closed: BTreeSet<u32>,
    /// Levels open by themselves: what surrounds something chosen or looked for.
    leading: BTreeSet<u32>,
}

impl<'a> Tree<'a> {
    fn new(column: &'a FacetColumn, counts: &'a FacetCounts, filter: &str, branches: &[Branch]) -> Self {
        let filter = fold(filter.trim());
        let chosen: BTreeSet<u32> = counts.with.iter().chain(&counts.without).copied().collect();
        let turned = |is_open: bool| -> BTreeSet<u32> {
            let of = branches.iter().filter(|branch| branch.is_open == is_open);
            of.filter_map(|branch| column.find(&branch.slug)).collect()
        };
        let mut tree = Self {
            column,
            counts,
            found: Vec::new(),
            opened: turned(true),
            closed: turned(false),
            leading: chosen.iter().flat_map(|at| column.tree.around(*at)).collect(),
            chosen,
        };
        let all = 0..Span::new(0, column.values.len()).end;
        let wanted: Vec<u32> = all.filter(|at| tree.n(*at) > 0 && !tree.is_itself(*at)).collect();
        if filter.is_empty() {
            tree.found = wanted;
            return tree;
        }
        let matching: Vec<u32> = wanted.into_iter().filter(|at| tree.is_named(*at, &filter)).collect();
        let around: BTreeSet<u32> = matching.iter().flat_map(|at| column.tree.around(*at)).collect();
        tree.leading.extend(&around);
        tree.closed.clear();
        tree.found = matching.into_iter().chain(around).collect::<BTreeSet<_>>().into_iter().collect();
        tree
    }

    /// How many articles choosing a row would leave.
    fn n(&self, at: u32) -> u32 {
        self.counts.n_articles[at as usize]
    }

    /// Most named first; a nationality weighs less than a name.
    fn rank(&self, at: u32) -> (bool, Reverse<u32>, Reverse<u32>, usize, u32) {
        let is_elsewhere = self.column.values[at as usize].slug == ELSEWHERE;
        let named = self.counts.n_named[at as usize];
        (is_elsewhere, Reverse(named), Reverse(self.n(at)), self.column.tree.around(at).count(), at)
    }

    /// Whether a place is shown by the row of everything in it.
    fn is_itself(&self, at: u32) -> bool {
        let around = self.column.tree.parent(at);
        around.is_some_and(|level| self.column.tree.place_of(level) == Some(at))
    }

    fn is_named(&self, at: u32, filter: &str) -> bool {
        let value = |at: u32| &self.column.values[at as usize];
        let place = self.column.tree.place_of(at);
        fold(&value(at).label).contains(filter)
            || value(at).forms.contains(filter)
            || place.is_some_and(|place| value(place).forms.contains(filter))
    }

    /// Whether a reader sees into a level: continents are open from the start.
    fn is_open(&self, level: u32) -> bool {
        let is_root = self.column.tree.parent(level).is_none();
        self.opened.contains(&level)
            || !self.closed.contains(&level) && (is_root || self.leading.contains(&level))
    }

    fn is_visible(&self, at: u32) -> bool {
        self.column.tree.around(at).all(|level| self.is_open(level))
    }

    /// The rows to list: the first `n_values` by rank, what is chosen, and what a reader opened, with all that surrounds them.
    fn list(&self, n_values: usize) -> BTreeSet<u32> {
        let mut visible: Vec<u32> = self.found.iter().copied().filter(|at| self.is_visible(*at)).collect();
        visible.sort_by_key(|at| self.rank(*at));
        let mut listed: BTreeSet<u32> = visible.iter().take(n_values).copied().collect();
        for level in &self.opened {
            let inside = visible.iter().filter(|at| self.column.tree.parent(**at) == Some(*level));
            listed.extend(inside.take(N_OPENED));
        }
        listed.extend(self.chosen.iter().filter(|at| self.is_visible(**at)));
        let around: Vec<u32> =
            listed.iter().chain(&self.chosen).flat_map(|at| self.column.tree.around(*at)).collect();
        listed.extend(around.into_iter().filter(|level| self.is_visible(*level)));
        listed
    }

    /// The listed rows, each below what surrounds it.
    fn in_order(&self, listed: &BTreeSet<u32>) -> Vec<u32> {
        let mut rows: Vec<u32> = listed.iter().copied().collect();
        rows.sort_by_cached_key(|at| {
            let mut path: Vec<_> = self.column.tree.around(*at).collect();
            path.reverse();
            path.push(*at);
            // What is itself stands first among what is in it.
            path.into_iter().map(|at| (!self.is_itself(at), self.rank(at))).collect::<Vec<_>>()
        });
        rows
    }

    fn show(&self, at: u32, listed: &BTreeSet<u32>, max: u32) -> FacetValue {
        let (column, value) = (self.column, &self.column.values[at as usize]);
        let is_branch = self.found.iter().any(|it| column.tree.parent(*it) == Some(at));
        let is_open = is_branch && listed.iter().any(|it| column.tree.parent(*it) == Some(at));
        let n_itself = column.tree.place_of(at).map_or(0, |place| self.n(place));
        let itself = if self.is_itself(at) { " itself" } else { "" };
        FacetValue {
            slug: value.slug.clone(),
            label: format!("{}{itself}", value.label),
            n_articles: self.n(at),
            share: share_of(self.n(at), max),
            state: state_of(self.counts, at),
            depth: u8::try_from(column.tree.around(at).count()).unwrap_or(u8::MAX),
            branch: is_branch.then_some(BranchState { is_open, n_itself }),
            n_by_nationality: self.n(at) - self.counts.n_named[at as usize].min(self.n(at)),
            ..FacetValue::default()
        }
    }
}
