//! Articles and what is known of them into an immutable [`Index`].
//!
//! Built once, never changed. An article is its place in the list, a `u32`
//! called `doc` in the manner of the field; terms and facet values are dense
//! numbers too. Does not know what a query is.

mod collect;
mod dates;
mod day_span;
mod doc_set;
mod facets;
mod fields;
mod likeness;
mod place_tree;
mod terms;

pub use collect::{TermsBuilder, push_term, term_of};
pub use dates::{DateColumn, DateCount};
pub use day_span::DaySpan;
pub(crate) use day_span::number as day_number;
pub use doc_set::DocSet;
pub use facets::{FacetColumn, Value, when_slugs};
pub use fields::Fields;
pub use likeness::Likeness;
pub use place_tree::{ELSEWHERE, PlaceTree};
pub use terms::{Posting, TermId, Terms};

use crate::clean::Article;
use crate::key::{Axis, Facet};
use crate::resolve::Resolved;

/// Everything searching needs, without the texts.
#[derive(Debug)]
pub struct Index {
    /// How each article is divided, in order of their ids.
    pub fields: Vec<Fields>,
    /// Publication date of each article as wide as known, ISO 8601: strings of this form sort as dates do.
    pub published: Vec<Option<String>>,
    /// Which words stand where.
    pub terms: Terms,
    /// Which words are alike.
    pub likeness: Likeness,
    facets: [FacetColumn; Facet::ALL.len()],
    places_with_nationalities: FacetColumn,
    dates: [DateColumn; Axis::ALL.len()],
}

impl Index {
    /// Indexes a corpus. `articles` and `resolved.articles` are in step.
    #[must_use]
    pub fn build(articles: &[Article], resolved: &Resolved) -> Self {
        let mut terms = TermsBuilder::default();
        articles.iter().for_each(|article| terms.add(article));
        let (terms, fields) = terms.finish();
        let facets = Facet::ALL.map(|facet| FacetColumn::build(facet, articles, resolved));
        let published = resolved.articles.iter().map(|known| known.published.value.clone()).collect();
        let likeness = Likeness::build(&terms);
        let dates = Axis::ALL.map(|axis| DateColumn::build(axis, &resolved.articles));
        let places_with_nationalities = facets[Facet::Where as usize].with_nationalities(resolved);
        Self { fields, published, terms, likeness, facets, places_with_nationalities, dates }
    }

    /// How many articles there are.
    #[must_use]
    pub fn n_docs(&self) -> usize {
        self.fields.len()
    }

    /// The values of one facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &FacetColumn {
        &self.facets[facet as usize]
    }

    /// The places, with the articles that only name a country's people counted for that country and what holds it.
    /// Values have the same numbers as in [`Index::facet`].
    #[must_use]
    pub fn places_with_nationalities(&self) -> &FacetColumn {
        &self.places_with_nationalities
    }

    /// The dates on one axis.
    #[must_use]
    pub fn dates(&self, axis: Axis) -> &DateColumn {
        &self.dates[axis as usize]
    }
}
