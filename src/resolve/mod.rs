//! Annotations of all articles into [`Entity`]s, stories and publication dates.
//!
//! Decides which mentions name one and the same; every decision keeps its reason.
//! Nothing depends on the order of the articles but the indices that name them.

mod entity;
mod gather;
mod name;
mod organization;
mod person;
mod published;
mod story;

pub use entity::{Alias, Entity, EntityId};
pub use published::Published;

use crate::annotate::timex::{self, Date};
use crate::annotate::{Annotations, Timex};
use crate::clean::Article;
use crate::key::{Basis, Kind};
use gather::{Key, Link, gather, known_link};

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
    let texts: Vec<Vec<&str>> = articles
        .iter()
        .zip(annotations)
        .map(|(article, found)| found.mentions.iter().map(|mention| mention.span.of(&article.text)).collect())
        .collect();
    let links = link_mentions(articles, annotations, &texts);
    let (entities, linked) = gather(&texts, &links);
    let published: Vec<Published> =
        articles.iter().zip(annotations).map(|(article, found)| published::find(article, found)).collect();
    let days: Vec<Option<Date>> = published.iter().map(Published::day).collect();
    let stories = story::group(articles, &days);
    let published = date_by_versions(articles, published, &stories);
    let articles_resolved = annotations
        .iter()
        .zip(linked)
        .zip(published)
        .map(|((found, entities), published)| ResolvedArticle {
            entities,
            dates: place_dates(found, &published),
            published,
        })
        .collect();
    Resolved { entities, articles: articles_resolved, stories }
}

/// Dates what has no date of its own by the other versions of its story.
fn date_by_versions(articles: &[Article], own: Vec<Published>, stories: &[Vec<u32>]) -> Vec<Published> {
    let mut dated = own.clone();
    for story in stories.iter().filter(|story| story.len() > 1) {
        let versions = || story.iter().map(|at| (&own[*at as usize], articles[*at as usize].headline()));
        let Some(published) = published::by_versions(versions()) else { continue };
        for at in story.iter().filter(|at| own[**at as usize].value.is_none()) {
            dated[*at as usize] = published.clone();
        }
    }
    dated
}

fn link_mentions(
    articles: &[Article],
    annotations: &[Annotations],
    texts: &[Vec<&str>],
) -> Vec<Vec<Option<Link>>> {
    let is_person = |at: &(usize, usize)| annotations[at.0].mentions[at.1].kind == Kind::Person;
    let people: Vec<Vec<_>> = (0..annotations.len())
        .map(|article| {
            let mentions = (0..annotations[article].mentions.len()).filter(|at| is_person(&(article, *at)));
            mentions.map(|at| (&annotations[article].mentions[at], texts[article][at])).collect()
        })
        .collect();
    let acronyms = organization::find_acronyms(articles, annotations);
    let mut linked_people = person::link_people(&people).into_iter().map(Vec::into_iter);
    annotations
        .iter()
        .zip(texts)
        .map(|(found, texts)| {
            let mut people = linked_people.next().unwrap_or_else(|| Vec::new().into_iter());
            let link = |(mention, text): (&crate::annotate::Mention, &&str)| match mention.kind {
                Kind::Person => people.next().flatten(),
                kind => Some(link_name(kind, text, &acronyms)),
            };
            found.mentions.iter().zip(texts).map(link).collect()
        })
        .collect()
}

/// A place or organization by the lexicon, by a defined acronym, or by its own folded name.
fn link_name(kind: Kind, text: &str, acronyms: &organization::Acronyms) -> Link {
    let tidy = name::tidy(text);
    let known = crate::annotate::lexicon::get().sense(&tidy).and_then(|sense| known_link(kind, sense, text));
    if let Some(known) = known {
        return known;
    }
    let key = name::plain_key(text);
    if kind == Kind::Organization
        && let Some(full) = acronyms.full(&tidy)
    {
        return Link {
            reason: "an acronym the collection defines",
            ..link_name(kind, full, &organization::Acronyms::default())
        };
    }
    Link { key: Key::named(kind, key), reason: "the name as printed", is_guess: false }
}

fn place_dates(found: &Annotations, published: &Published) -> Vec<Timex> {
    let reference = published.day();
    let is_inferred = published.basis == Some(Basis::Inferred);
    let mut dates = timex::resolve_all(&found.expressions, reference);
    for timex in &mut dates {
        timex.certain &= !(is_inferred && timex.reference.is_some());
    }
    dates
}
