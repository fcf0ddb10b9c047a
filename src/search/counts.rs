//! Facet counts that leave a facet's own selection out.

use super::query::{DateRange, Mode, Selection};
use crate::index::{DocSet, FacetColumn, Index};
use crate::key::{Axis, Facet};

/// The counts of one facet under a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// For each value, the articles that choosing it would leave, or the stories.
    pub n_articles: Vec<u32>,
    /// For each value, how many of them do not rest on a nationality alone. As many as `n_articles` unless the
    /// selection counts nationalities.
    pub n_named: Vec<u32>,
    /// The articles that values neither chosen nor excluded are counted in.
    pub counted: DocSet,
    /// The chosen values that exist.
    pub with: Vec<u32>,
    /// The excluded values that exist.
    pub without: Vec<u32>,
}

/// What a selection leaves, seen from every side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The articles that match everything.
    pub found: DocSet,
    /// How many they are, or how many stories they tell.
    pub n_found: u32,
    /// The counts of every facet, in the order of [`Facet::ALL`].
    pub facets: Vec<FacetCounts>,
    /// For each of [`Axis::ALL`] the articles that match everything but the range on it.
    pub on_axis: [DocSet; Axis::ALL.len()],
}

/// One facet's choice as sets of articles.
struct Chosen {
    with: Vec<u32>,
    without: Vec<u32>,
    /// What the chosen values leave; `None` where none is chosen.
    allowed: Option<DocSet>,
    /// What the excluded values take away.
    barred: DocSet,
    is_all: bool,
}

/// Narrows the articles that match the words by every facet and both ranges of dates, and counts what each leaves.
///
/// A facet in any-of mode is counted without its own chosen values, since another of its values
/// would widen the list; in all-of mode with them, since it would narrow it. An excluded value is
/// counted as if only it were not excluded, which says how many articles it keeps away. A chosen
/// value the corpus does not have matches no article.
#[must_use]
pub fn count_all(index: &Index, selection: &Selection, matching: &DocSet) -> Counted {
    let ranges = Axis::ALL.map(|axis| Some(docs_in(index, axis, selection.range(axis)?)));
    let mut in_ranges = matching.clone();
    ranges.iter().flatten().for_each(|range| in_ranges.intersect(range));
    let chosen = Facet::ALL.map(|facet| Chosen::read(index, selection, facet));
    let applied = |mut set: DocSet, but: Option<Facet>| {
        let others = Facet::ALL.into_iter().zip(&chosen).filter(|(facet, _)| Some(*facet) != but);
        others.filter_map(|(_, choice)| choice.as_ref()).for_each(|choice| choice.apply(&mut set));
        set
    };
    let found = applied(in_ranges.clone(), None);
    let on_axis = Axis::ALL.map(|axis| {
        if ranges[axis as usize].is_none() {
            return found.clone();
        }
        let mut set = matching.clone();
        let others = ranges.iter().enumerate().filter(|(other, _)| *other != axis as usize);
        others.filter_map(|(_, range)| range.as_ref()).for_each(|range| set.intersect(range));
        applied(set, None)
    });
    let counting = Counting { index, selection };
    let facets = Facet::ALL.map(|facet| match &chosen[facet as usize] {
        Some(choice) => choice.count(counting, facet, &applied(in_ranges.clone(), Some(facet))),
        None => counting.facet(facet, found.clone()),
    });
    Counted { n_found: counting.set(&found), found, facets: facets.into(), on_axis }
}

/// Narrows the articles that match the words as [`count_all`] does, and counts nothing.
pub(super) fn narrow(index: &Index, selection: &Selection, mut matching: DocSet) -> DocSet {
    let ranges = Axis::ALL.into_iter().filter_map(|axis| Some(docs_in(index, axis, selection.range(axis)?)));
    ranges.for_each(|range| matching.intersect(&range));
    let chosen = Facet::ALL.into_iter().filter_map(|facet| Chosen::read(index, selection, facet));
    chosen.for_each(|choice| choice.apply(&mut matching));
    matching
}

/// Counts articles, or each of their stories once.
#[derive(Clone, Copy)]
struct Counting<'a> {
    index: &'a Index,
    selection: &'a Selection,
}

impl<'a> Counting<'a> {
    fn set(self, set: &DocSet) -> u32 {
        if self.selection.once { self.index.stories.count(set) } else { set.len() }
    }

    fn values(self, column: &FacetColumn, set: &DocSet) -> Vec<u32> {
        if self.selection.once { column.count_stories(set, &self.index.stories) } else { column.count(set) }
    }

    /// The values to count, and the same values without what rests on a nationality alone.
    fn columns(self, facet: Facet) -> [&'a FacetColumn; 2] {
        [column_of(self.index, self.selection, facet), self.index.facet(facet)]
    }

    /// The counts of a facet in `counted`, as if nothing were chosen in it.
    fn facet(self, facet: Facet, counted: DocSet) -> FacetCounts {
        let [column, strict] = self.columns(facet);
        let n_articles = self.values(column, &counted);
        let is_strict = std::ptr::eq(column, strict);
        let n_named = if is_strict { n_articles.clone() } else { self.values(strict, &counted) };
        FacetCounts { n_articles, n_named, counted, with: Vec::new(), without: Vec::new() }
    }
}

fn docs_in(index: &Index, axis: Axis, range: DateRange) -> DocSet {
    match range {
        DateRange::Days(days) => index.dates(axis).docs_in(days),
        DateRange::Undated => index.dates(axis).docs_undated(),
    }
}

/// The values of a facet under a selection.
fn column_of<'a>(index: &'a Index, selection: &Selection, facet: Facet) -> &'a FacetColumn {
    match facet {
        Facet::Where if selection.nationalities => index.places_with_nationalities(),
        _ => index.facet(facet),
    }
}

impl Chosen {
    /// The choice in one facet; nothing where it leaves everything in.
    fn read(index: &Index, selection: &Selection, facet: Facet) -> Option<Self> {
        let (column, choice) = (column_of(index, selection, facet), selection.choice(facet));
        if choice.is_empty() {
            return None;
        }
        let n_docs = index.n_docs();
        let is_all = choice.mode == Mode::All;
        let ids = |slugs: &[String]| slugs.iter().filter_map(|slug| column.find(slug)).collect::<Vec<_>>();
        let (with, without) = (ids(&choice.with), ids(&choice.without));
        let allowed = (!choice.with.is_empty()).then(|| {
            let mut allowed = if is_all { DocSet::all(n_docs) } else { DocSet::none(n_docs) };
            for slug in &choice.with {
                let docs = column.find(slug).map_or(DocSet::none(n_docs), |value| column.docs(value, n_docs));
                if is_all { allowed.intersect(&docs) } else { allowed.unite(&docs) }
            }
            allowed
        });
        let mut barred = DocSet::none(n_docs);
        without.iter().for_each(|value| barred.unite(&column.docs(*value, n_docs)));
        Some(Self { with, without, allowed, barred, is_all })
    }

    fn apply(&self, set: &mut DocSet) {
        if let Some(allowed) = &self.allowed {
            set.intersect(allowed);
        }
        set.subtract(&self.barred);
    }

    fn count(&self, counting: Counting<'_>, facet: Facet, base: &DocSet) -> FacetCounts {
        let [column, strict] = counting.columns(facet);
        let n_docs = counting.index.n_docs();
        let mut own = base.clone();
        own.subtract(&self.barred);
        if let (Some(allowed), true) = (&self.allowed, self.is_all) {
            own.intersect(allowed);
        }
        let mut counts = counting.facet(facet, own);
        for value in &self.without {
            let mut kept_away = base.clone();
            kept_away.intersect(&column.docs(*value, n_docs));
            for other in self.without.iter().filter(|other| *other != value) {
                kept_away.subtract(&column.docs(*other, n_docs));
            }
            if let (Some(allowed), true) = (&self.allowed, self.is_all) {
                kept_away.intersect(allowed);
            }
            counts.n_articles[*value as usize] = counting.set(&kept_away);
            kept_away.intersect(&strict.docs(*value, n_docs));
            counts.n_named[*value as usize] = counting.set(&kept_away);
        }
        FacetCounts { with: self.with.clone(), without: self.without.clone(), ..counts }
    }
}
