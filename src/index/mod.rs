//! Articles and what is known of them into an immutable [`Index`].
//!
//! Built once, never changed. An article is its place in the list, a `u32`
//! called `doc` in the manner of the field; terms and facet values are dense
//! numbers too. Does not know what a query is.

mod doc_set;
mod facets;
mod terms;

pub use doc_set::DocSet;
pub use facets::{FacetColumn, Value, when_label, when_slugs};
pub use terms::{Posting, TermId, Terms, TermsBuilder, term_of};

use crate::clean::Article;
use crate::key::Facet;
use crate::resolve::Resolved;

/// What ranking and sorting need to know of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doc {
    /// Words of the headline.
    pub n_title_words: u32,
    /// Words of the story without its headline.
    pub n_words: u32,
    /// Publication date as wide as known, ISO 8601: strings of this form sort as dates do.
    pub published: Option<String>,
}

/// Everything searching needs, without the texts.
#[derive(Debug)]
pub struct Index {
    /// One for each article, in order of their ids.
    pub docs: Vec<Doc>,
    /// Which words stand where.
    pub terms: Terms,
    facets: [FacetColumn; Facet::ALL.len()],
}

impl Index {
    /// Indexes a corpus. `articles` and `resolved.articles` are in step.
    #[must_use]
    pub fn build(articles: &[Article], resolved: &Resolved) -> Self {
        let mut terms = TermsBuilder::default();
        let docs = articles
            .iter()
            .zip(&resolved.articles)
            .map(|(article, known)| {
                let (n_title_words, n_words) = terms.add(article);
                Doc { n_title_words, n_words, published: known.published.value.clone() }
            })
            .collect();
        let facets = Facet::ALL.map(|facet| FacetColumn::build(facet, articles, resolved));
        Self { docs, terms: terms.finish(), facets }
    }

    /// How many articles there are.
    #[must_use]
    pub fn n_docs(&self) -> usize {
        self.docs.len()
    }

    /// The values of one facet.
    #[must_use]
    pub fn facet(&self, facet: Facet) -> &FacetColumn {
        &self.facets[facet as usize]
    }
}
