//! [`ExploreView`] from a selection: facets in their order, chips, results with passages.

use super::build_hit::build_hit;
use super::build_places::{build_places, chip_label};
use super::build_strip::build_strip;
use super::explore::{AxisCount, Chip, ExploreView, FacetValue, FacetView, ValueState};
use super::known::Known;
use super::say_days::iso_date;
use super::say_reading::say_reading;
use super::strip::StripWindow;
use crate::index::{DocSet, FacetColumn, Index, Value};
use crate::key::{Axis, Facet};
use crate::search::query::{Choice, Selection};
use crate::search::{FacetCounts, Hits, group_stories, search_top};
use crate::text::{Span, fold};
use serde::{Deserialize, Serialize};

/// Values a facet lists when nobody asked for more, chosen ones not counted.
const N_VALUES: u32 = 8;
/// Values the `When` facet lists when nobody asked for more: a few years with their months.
const N_WHEN_VALUES: u32 = 12;
/// Places the tree lists when nobody asked for more: the continents with their most named countries.
const N_TREE_VALUES: u32 = 16;
/// Articles that can be walked through from the list without asking for more: more than anyone reads in a row.
pub const N_WALKED: usize = 1000;

/// How much of one facet to list.
#[derive(Clone, Copy, Debug)]
pub struct FacetWindow<'a> {
    /// Which facet.
    pub facet: Facet,
    /// How many values at most, chosen ones not counted.
    pub n_values: u32,
    /// Only values with these words in their label or an alias.
    pub filter: &'a str,
}

/// A place of the tree that a reader has opened or closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its name in URLs.
    pub slug: String,
    /// Whether it is open.
    pub is_open: bool,
}

/// Runs a selection and builds what the list side of the explorer shows.
#[must_use]
pub fn build_explore(
    known: Known<'_>,
    selection: &Selection,
    n_hits: u32,
    windows: &[FacetWindow<'_>],
    tree: Option<&[Branch]>,
    strip: StripWindow,
) -> ExploreView {
    let n_hits = n_hits as usize;
    let index = known.index;
    let hits = search_top(index, selection, (2 * n_hits).max(N_WALKED));
    let facets = Facet::ALL.into_iter().zip(&hits.facets).map(|(facet, counts)| {
        let tree = tree.filter(|_| facet == Facet::Where);
        let n_values = match facet {
            Facet::When => N_WHEN_VALUES,
            _ if tree.is_some() => N_TREE_VALUES,
            _ => N_VALUES,
        };
        let usual = FacetWindow { facet, n_values, filter: "" };
        let window = windows.iter().find(|window| window.facet == facet).copied().unwrap_or(usual);
        match tree {
            Some(branches) => {
                build_places(index.facet(facet), selection.choice(facet), counts, window, branches)
            }
            None => build_facet(index, selection, counts, window),
        }
    });
    let stories = group_stories(index, &hits.order);
    let articles = stories.iter().flat_map(|story| {
        let versions = story.versions.iter().filter(|_| !selection.once);
        std::iter::once(&story.head).chain(versions)
    });
    let all = DocSet::all(index.n_docs());
    let (n_articles, n_stories) = (all.len(), index.stories.count(&all));
    ExploreView {
        n_articles: hits.n_found,
        n_total: if selection.once { n_stories } else { n_articles },
        has_versions: n_stories < n_articles,
        facets: facets.collect(),
        strip: build_strip(index, selection, &hits.on_axis, strip),
        chips: build_chips(known, selection),
        hits: stories.iter().take(n_hits).map(|story| build_hit(known, story, &hits.matcher)).collect(),
        order: articles.map(|doc| known.articles[*doc as usize].id.clone()).collect(),
        has_more: stories.len() > n_hits,
        reading: say_reading(&hits.matcher),
        suggestion: suggest(&hits, selection),
    }
}

/// Other words, where nothing has the words, whatever else is selected.
fn suggest(hits: &Hits<'_>, selection: &Selection) -> Option<String> {
    let is_lost = hits.n_found == 0 && !selection.words.trim().is_empty() && hits.matcher.find().is_empty();
    if is_lost { hits.matcher.suggest(&selection.words) } else { None }
}

fn build_chips(known: Known<'_>, selection: &Selection) -> Vec<Chip> {
    let mut chips = Vec::new();
    for facet in Facet::ALL {
        let column = known.index.facet(facet);
        let choice = selection.choice(facet);
        let with = choice.with.iter().map(|slug| (slug, false));
        for (slug, is_without) in with.chain(choice.without.iter().map(|slug| (slug, true))) {
            let label = column.find(slug).map(|at| match facet {
                Facet::When => iso_date(slug),
                _ => chip_label(column, at),
            });
            let label = label.unwrap_or_else(|| slug.clone());
            chips.push(Chip { facet, slug: slug.clone(), label, is_without });
        }
    }
    chips
}

fn build_facet(
    index: &Index,
    selection: &Selection,
    counts: &FacetCounts,
    window: FacetWindow<'_>,
) -> FacetView {
    let facet = window.facet;
    let (column, choice) = (index.facet(facet), selection.choice(facet));
    let filter = fold(window.filter.trim());
    let n_articles = |at: u32| counts.n_articles[at as usize];
    let is_chosen = |at: &u32| counts.with.contains(at) || counts.without.contains(at);
    let has_filter = |at: u32| filter.is_empty() || column.values[at as usize].forms.contains(&filter);
    let is_listed = |at: u32| !column.tree.is_level(at) && has_filter(at);
    let all = (0u32..).zip(&counts.n_articles);
    let mut found: Vec<u32> = all.filter(|(at, n)| **n > 0 && is_listed(*at)).map(|(at, _)| at).collect();
    let n_values = Span::new(0, found.len()).end;
    let max = found.iter().map(|at| n_articles(*at)).max().unwrap_or(1);
    found.retain(|at| !is_chosen(at));
    let listed = if facet == Facet::When {
        list_dates(column, counts, found, window.n_values)
    } else {
        let by_count = |at: &u32| (std::cmp::Reverse(n_articles(*at)), *at);
        let n_listed = window.n_values as usize;
        if found.len() > n_listed {
            // Thousands of values, of which a few are listed: no need to sort the others.
            found.select_nth_unstable_by_key(n_listed, by_count);
            found.truncate(n_listed);
        }
        found.sort_unstable_by_key(by_count);
        counts.with.iter().chain(&counts.without).copied().chain(found).collect()
    };
    let n_listed_found = listed.iter().filter(|at| n_articles(**at) > 0).count();
    let size = |set: &DocSet| if selection.once { index.stories.count(set) } else { set.len() };
    let on_axis = count_on_axes(column, counts, &listed, size);
    let value = |(at, on_axis): (u32, Option<[AxisCount; Axis::ALL.len()]>)| {
        let state = state_of(counts, at);
        let value = show_value(facet, &column.values[at as usize], n_articles(at), max, state);
        let label = if column.tree.is_level(at) { chip_label(column, at) } else { value.label.clone() };
        FacetValue { label, on_axis, ..value }
    };
    let unknown = unknown_values(column, choice);
    FacetView {
        facet,
        mode: choice.mode,
        n_more: n_values.saturating_sub(Span::new(0, n_listed_found).end),
        n_values,
        values: unknown.chain(listed.into_iter().zip(on_axis).map(value)).collect(),
    }
}

/// Chosen values that the corpus does not have.
pub(super) fn unknown_values(column: &FacetColumn, choice: &Choice) -> impl Iterator<Item = FacetValue> {
    let unknown = choice.with.iter().filter(|slug| column.find(slug).is_none());
    unknown.map(|slug| FacetValue {
        slug: slug.clone(),
        label: slug.clone(),
        state: ValueState::With,
        ..FacetValue::default()
    })
}

/// A count against the largest, 0 to 100.
pub(super) fn share_of(n_articles: u32, max: u32) -> u8 {
    u8::try_from(u64::from(n_articles.min(max)) * 100 / u64::from(max.max(1))).unwrap_or(100)
}

/// How many of the counted articles were published then and how many mention it, for the listed dates; `size` says
/// how many a set of articles counts for.
fn count_on_axes(
    column: &FacetColumn,
    counts: &FacetCounts,
    listed: &[u32],
    size: impl Fn(&DocSet) -> u32,
) -> Vec<Option<[AxisCount; Axis::ALL.len()]>> {
    let count = |docs: &Vec<u32>| {
        let mut set = DocSet::of(column.n_docs(), docs);
        set.intersect(&counts.counted);
        size(&set)
    };
    let numbers = listed.iter().map(|at| {
        let on_axis = &column.values[*at as usize].on_axis;
        let is_date = on_axis.iter().any(|docs| !docs.is_empty());
        is_date.then(|| Axis::ALL.map(|axis| count(&on_axis[axis as usize])))
    });
    let numbers: Vec<_> = numbers.collect();
    let most = numbers.iter().flatten().flatten().max().copied().unwrap_or(1).max(1);
    let share = |n_articles: u32| AxisCount { n_articles, share: share_of(n_articles, most) };
    numbers.into_iter().map(|counts| counts.map(|counts| counts.map(share))).collect()
}

pub(super) fn state_of(counts: &FacetCounts, at: u32) -> ValueState {
    if counts.with.contains(&at) {
        ValueState::With
    } else if counts.without.contains(&at) {
        ValueState::Without
    } else {
        ValueState::Off
    }
}

fn show_value(facet: Facet, value: &Value, n_articles: u32, max: u32, state: ValueState) -> FacetValue {
    let depth = if facet == Facet::When { date_depth(&value.slug) } else { 0 };
    FacetValue {
        slug: value.slug.clone(),
        label: if facet == Facet::When { iso_date(&value.slug) } else { value.label.clone() },
        n_articles,
        share: share_of(n_articles, max),
        state,
        depth,
        ..FacetValue::default()
    }
}

fn date_depth(slug: &str) -> u8 {
    match slug.len() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

/// The dates to list, newest year first and its months in order of time. Years come first, then
/// months, then days, as long as there is room; a chosen year always opens its months and a chosen
/// month its days, so that one can always go down.
fn list_dates(column: &FacetColumn, counts: &FacetCounts, found: Vec<u32>, n_values: u32) -> Vec<u32> {
    let slug = |at: u32| column.values[at as usize].slug.as_str();
    let chosen: Vec<u32> = counts.with.iter().chain(&counts.without).copied().collect();
    let is_opened = |at: u32| {
        counts.with.iter().any(|chosen| {
            let (parent, child) = (slug(*chosen), slug(at));
            child.starts_with(parent) && date_depth(child) <= date_depth(parent) + 1
                || child.len() == parent.len()
                    && parent.len() > 4
                    && child[..parent.len() - 3] == parent[..parent.len() - 3]
        })
    };
    let (opened, mut rest): (Vec<u32>, Vec<u32>) = found.into_iter().partition(|at| is_opened(*at));
    rest.sort_by_key(|at| (date_depth(slug(*at)), std::cmp::Reverse(counts.n_articles[*at as usize])));
    let shown_depth = (0..=1u8)
        .rev()
        .find(|depth| rest.iter().filter(|at| date_depth(slug(**at)) <= *depth).count() <= n_values as usize);
    let is_wide = |at: &u32| date_depth(slug(*at)) <= shown_depth.unwrap_or(0);
    let rest = rest.into_iter().filter(is_wide).take(n_values as usize);
    let mut listed: Vec<u32> = chosen.into_iter().chain(opened).chain(rest).collect();
    let parents: Vec<u32> = listed
        .iter()
        .flat_map(|at| [4, 7].map(|len| slug(*at).get(..len)).into_iter().flatten())
        .filter_map(|parent| column.find(parent))
        .collect();
    listed.extend(parents);
    listed.sort_by(|a, b| slug(*b)[..4].cmp(&slug(*a)[..4]).then_with(|| slug(*a).cmp(slug(*b))));
    listed.dedup();
    listed
}
