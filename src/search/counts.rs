//! Facet counts that leave a facet's own selection out.

use super::query::{DateRange, Mode, Selection};
use crate::index::{DocSet, FacetColumn, Index};
use crate::key::{Axis, Facet};

/// The counts of one facet under a selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// For each value, the articles that choosing it would leave.
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
    let mut on_axis = Axis::ALL.map(|_| matching.clone());
    let mut matching = matching.clone();
    for (at, range) in ranges.iter().enumerate().filter_map(|(at, range)| Some((at, range.as_ref()?))) {
        matching.intersect(range);
        let others = on_axis.iter_mut().enumerate().filter(|(other, _)| *other != at);
        others.for_each(|(_, set)| set.intersect(range));
    }
    let chosen = Facet::ALL.map(|facet| Chosen::read(index, selection, facet));
    let mut found = matching.clone();
    for choice in &chosen {
        choice.apply(&mut found);
        on_axis.iter_mut().for_each(|set| choice.apply(set));
    }
    let facets = Facet::ALL.map(|facet| {
        let mut base = matching.clone();
        for (other, choice) in Facet::ALL.into_iter().zip(&chosen) {
            if other != facet {
                choice.apply(&mut base);
            }
        }
        let columns = (column_of(index, selection, facet), index.facet(facet));
        chosen[facet as usize].count(columns, &base, index.n_docs())
    });
    Counted { found, facets: facets.into(), on_axis }
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
    fn read(index: &Index, selection: &Selection, facet: Facet) -> Self {
        let (column, choice) = (column_of(index, selection, facet), selection.choice(facet));
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
        Self { with, without, allowed, barred, is_all }
    }

    fn apply(&self, set: &mut DocSet) {
        if let Some(allowed) = &self.allowed {
            set.intersect(allowed);
        }
        set.subtract(&self.barred);
    }

    /// Counts the values of `column`, and of those articles the ones that `strict`, which has the same values, counts too.
    fn count(
        &self,
        (column, strict): (&FacetColumn, &FacetColumn),
        base: &DocSet,
        n_docs: usize,
    ) -> FacetCounts {
        let mut own = base.clone();
        own.subtract(&self.barred);
        if let (Some(allowed), true) = (&self.allowed, self.is_all) {
            own.intersect(allowed);
        }
        let mut n_articles = column.count(&own);
        let is_strict = std::ptr::eq(column, strict);
        let mut n_named = if is_strict { n_articles.clone() } else { strict.count(&own) };
        for value in &self.without {
            let mut kept_away = base.clone();
            kept_away.intersect(&column.docs(*value, n_docs));
            for other in self.without.iter().filter(|other| *other != value) {
                kept_away.subtract(&column.docs(*other, n_docs));
            }
            if let (Some(allowed), true) = (&self.allowed, self.is_all) {
                kept_away.intersect(allowed);
            }
            n_articles[*value as usize] = kept_away.len();
            kept_away.intersect(&strict.docs(*value, n_docs));
            n_named[*value as usize] = kept_away.len();
        }
        FacetCounts {
            n_articles,
            n_named,
            counted: own,
            with: self.with.clone(),
            without: self.without.clone(),
        }
    }
}
