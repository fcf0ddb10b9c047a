//! Articles and what is known of them into an immutable [`Index`].
//!
//! Built once, never changed. An article is its place in the list, a `u32`
//! called `doc` in the manner of the field; terms and facet values are dense
//! numbers too. Does not know what a query is.

mod collect;
mod dates;
mod day_span;
mod dictionary;
mod doc_set;
mod docs;
mod facets;
mod fields;
mod likeness;
mod names;
mod order;
mod place_tree;
mod positions;
mod quotes;
mod seams;
mod stories;
mod terms;

pub use collect::{TermsBuilder, push_term, split_terms, term_of};
pub use dates::{DateColumn, DateCount};
pub use day_span::DaySpan;
pub(crate) use day_span::number as day_number;
pub use doc_set::DocSet;
pub use docs::Docs;
pub use facets::{FacetColumn, Value, when_slugs};
pub use fields::Fields;
pub use likeness::{Likeness, n_slips};
pub use names::{Alias, Names};
pub use order::Orders;
pub use place_tree::{ELSEWHERE, PlaceTree};
pub use positions::Positions;
pub use quotes::{QuoteColumn, QuoteRow};
pub use seams::{SeamFinder, Seams};
pub use stories::Stories;
pub use terms::{Posting, TermId, Terms};

use crate::clean::Article;
use crate::key::{Axis, Facet};
use crate::resolve::Resolved;

/// What an index says of words alone: it needs no names, and can be built before they are found.
#[derive(Debug, Default)]
pub struct WordIndex {
    fields: Vec<Fields>,
    terms: Terms,
    likeness: Likeness,
    paragraphs: Vec<u32>,
    seams: Seams,
}

impl WordIndex {
    /// Indexes the words of articles.
    #[must_use]
    pub fn build(articles: &[Article]) -> Self {
        let mut terms = TermsBuilder::default();
        articles.iter().for_each(|article| terms.add(article));
        Self::of(terms)
    }

    /// Indexes the words that were collected, of all articles in their order.
    #[must_use]
    pub fn of(terms: TermsBuilder) -> Self {
        let (terms, fields, paragraphs, seams) = terms.finish();
        let likeness = Likeness::build(&terms);
        Self { fields, terms, likeness, paragraphs, seams }
    }
}

/// Everything searching needs, without the texts.
#[derive(Debug)]
pub struct Index {
    /// How each article is divided, in order of their ids.
    pub fields: Vec<Fields>,
    /// Publication date of each article as wide as known, ISO 8601: strings of this form sort as dates do.
    pub published: Vec<Option<String>>,
    /// Which words stand where.
    pub terms: Terms,
    /// Where more than white space parts words.
    pub seams: Seams,
    /// Which words are alike.
    pub likeness: Likeness,
    /// Which names stand for one and the same.
    pub names: Names,
    /// The articles in every order but that of relevance.
    pub orders: Orders,
    /// Which articles tell one story.
    pub stories: Stories,
    /// The position of the first word of every paragraph, article after article.
    paragraphs: Vec<u32>,
    facets: [FacetColumn; Facet::ALL.len()],
    places_with_nationalities: FacetColumn,
    dates: [DateColumn; Axis::ALL.len()],
}

impl Index {
    /// Indexes a corpus. `articles` and `resolved.articles` are in step.
    #[must_use]
    pub fn build(articles: &[Article], resolved: &Resolved) -> Self {
        Self::with_words(WordIndex::build(articles), articles, resolved)
    }

    /// Adds to the words of a corpus what is known of its articles.
    #[must_use]
    pub fn with_words(words: WordIndex, articles: &[Article], resolved: &Resolved) -> Self {
        let WordIndex { fields, terms, likeness, paragraphs, seams } = words;
        let facets = Facet::ALL.map(|facet| FacetColumn::build(facet, articles, resolved));
        let published: Vec<_> = resolved.articles.iter().map(|known| known.published.value.clone()).collect();
        let dates = Axis::ALL.map(|axis| DateColumn::build(axis, &resolved.articles));
        let places_with_nationalities = facets[Facet::Where as usize].with_nationalities(resolved);
        let names = Names::build(&resolved.entities);
        let orders = Orders::build(&published, &fields);
        let stories = Stories::build(&resolved.stories, articles.len());
        Self {
            fields,
            published,
            terms,
            seams,
            likeness,
            names,
            orders,
            stories,
            paragraphs,
            facets,
            places_with_nationalities,
            dates,
        }
    }

    /// The words alone, for an index that knows more of the same articles.
    #[must_use]
    pub fn into_words(self) -> WordIndex {
        let Self { fields, terms, likeness, paragraphs, seams, .. } = self;
        WordIndex { fields, terms, likeness, paragraphs, seams }
    }

    /// How many articles there are.
    #[must_use]
    pub fn n_docs(&self) -> usize {
        self.fields.len()
    }

    /// The position of the first word of each paragraph of an article, rising.
    #[must_use]
    pub fn paragraphs(&self, doc: u32) -> &[u32] {
        &self.paragraphs[self.fields[doc as usize].paragraphs.range()]
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
