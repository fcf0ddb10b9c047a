//! One article by itself: what its mentions are called and when it was published, as `resolve` tells it of a
//! collection of one, without what only a page shows.

use super::gather::{Forms, KeyId, names};
use super::link::link_mentions;
use super::{Published, place_dates, printed_mentions, published};
use crate::annotate::{Annotations, Timex};
use crate::clean::Article;
use std::slice::from_ref;

/// What an article tells where no other stands beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alone {
    /// The name of each entity, by the number of its key.
    names: Vec<String>,
    /// The key of each mention, in step; `None` where it stays undecided.
    keys: Vec<Option<KeyId>>,
    /// The dates with their values reckoned from the publication date.
    pub dates: Vec<Timex>,
    /// When it was published.
    pub published: Published,
}

impl Alone {
    /// The name shown of the entity behind a mention; `None` where it stays undecided.
    #[must_use]
    pub fn name(&self, mention: usize) -> Option<&str> {
        let key = (*self.keys.get(mention)?)?;
        self.names.get(key as usize).map(String::as_str)
    }
}

/// Resolves one article by itself.
#[must_use]
pub fn resolve_alone(article: &Article, found: &Annotations) -> Alone {
    let (articles, annotations) = (from_ref(article), from_ref(found));
    let texts = printed_mentions(articles, annotations);
    let forms = Forms::new(&texts);
    let linked = link_mentions(articles, annotations, &texts, &forms);
    let published = published::find(article, found);
    Alone {
        names: names(&forms, &linked.keys, &linked.links),
        keys: linked.links.iter().flatten().map(|link| link.as_ref().map(|link| link.key)).collect(),
        dates: place_dates(found, &published),
        published,
    }
}
