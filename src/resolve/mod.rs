//! Annotations of all articles into [`Entity`]s, stories and publication dates.
//!
//! Decides which mentions name one and the same; every decision keeps its reason and how sure it is.
//! Nothing depends on the order of the articles but the indices that name them. What the keeper of the
//! folder corrected by hand comes last and wins.

mod alone;
mod entity;
mod gather;
mod link;
mod name;
mod note;
mod organization;
mod person;
mod place;
mod published;
mod repair;
mod role;
mod spelling;
mod story;

pub use alone::{Alone, resolve_alone};
pub use entity::{Alias, Entity, EntityId, Parent};
pub use place::namesakes;
pub use published::Published;
pub use repair::RepairReport;

use crate::annotate::timex::{self, Date};
use crate::annotate::{Annotations, Timex};
use crate::clean::Article;
use crate::corpus::Repair;
use crate::key::Basis;
use crate::text::Span;
use gather::{ByHand, Forms, gather};
use link::link_mentions;
use story::Stems;

/// Why one mention is its entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ground {
    /// The reason, in words a reader understands; empty where the mention is undecided or hidden.
    pub reason: &'static str,
    /// How sure it is, in percent.
    pub confidence: u8,
    /// Whether it is named as the source of what is told, as in `told Reuters`.
    pub is_source: bool,
    /// Whether a repair says that it is no name: nothing is to be shown of it.
    pub is_hidden: bool,
}

/// A title that stands for a person without naming them, as in `the Secretary General`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleMention {
    /// The title, the body before it left out: `chief` of `NATO chief`. Overlaps no mention.
    pub span: Span,
    /// The person.
    pub entity: EntityId,
    /// Why, in words a reader understands.
    pub reason: &'static str,
    /// How sure it is, in percent.
    pub confidence: u8,
}

/// A country that is in play though it is not named: `the Norwegian prime minister`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backing {
    /// ISO 3166-1 code.
    pub country: &'static str,
    /// How often a word of its people is printed.
    pub n_words: u32,
}

impl Backing {
    /// The levels it speaks for, widest first: continent, country.
    #[must_use]
    pub fn levels(&self) -> Vec<Parent> {
        place::country_levels(self.country)
    }
}

/// What resolving adds to one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResolvedArticle {
    /// The entity of each mention, in step with [`Annotations::mentions`]; `None` where it stays undecided or is hidden.
    pub entities: Vec<Option<EntityId>>,
    /// Why each is, in step.
    pub grounds: Vec<Ground>,
    /// For undecided mentions, by their place in the list: whom each could be, most often named first.
    pub rivals: Vec<(u32, Vec<EntityId>)>,
    /// Titles that stand for people, in order. They are no mentions and are not counted as such.
    pub roles: Vec<RoleMention>,
    /// Countries that demonyms speak for, by code. No mentions of places: they count only where a reader asks for them.
    pub backing: Vec<Backing>,
    /// The dates with their values reckoned from the publication date.
    pub dates: Vec<Timex>,
    /// When it was published.
    pub published: Published,
    /// Who said each quotation, in step with [`Annotations::quotes`]; `None` where nobody is named.
    pub speakers: Vec<Option<EntityId>>,
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
    /// What became of each repair, in the order of the file.
    pub repairs: Vec<RepairReport>,
}

/// Resolves a whole corpus without repairs. Does not depend on the order of the articles.
#[must_use]
pub fn resolve(articles: &[Article], annotations: &[Annotations]) -> Resolved {
    resolve_with(articles, annotations, &[])
}

/// Resolves a whole corpus and applies the repairs. Depends neither on the order of the articles nor on that of the repairs.
#[must_use]
pub fn resolve_with(articles: &[Article], annotations: &[Annotations], repairs: &[Repair]) -> Resolved {
    resolve_prepared(articles, annotations, repairs, Prepared::default())
}

/// What resolving needs of articles alone: it can be found while their names are still being looked for.
#[derive(Debug, Default)]
pub struct Prepared {
    stems: Stems,
    backing: Vec<Vec<Backing>>,
}

impl Prepared {
    /// Adds the next article.
    pub fn add(&mut self, article: &Article) {
        self.stems.add(&article.text);
        self.backing.push(link::find_backing(article));
    }

    /// How many articles were added.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.backing.len()
    }
}

/// Does what [`resolve_with`] does, some of which was done before for the first of the articles.
#[must_use]
pub fn resolve_prepared(
    articles: &[Article],
    annotations: &[Annotations],
    repairs: &[Repair],
    mut prepared: Prepared,
) -> Resolved {
    articles[prepared.n_articles()..].iter().for_each(|article| prepared.add(article));
    let Prepared { stems, backing } = prepared;
    // First, so that what it takes in memory is free again for the names.
    let (published, stories) = find_stories(articles, annotations, stems);
    let texts = printed_mentions(articles, annotations);
    let forms = Forms::new(&texts);
    let mut linked = link_mentions(articles, annotations, &texts, &forms);
    drop(texts);
    let mut by_hand = ByHand::default();
    let mut gathered = gather(&forms, &linked.keys, &linked.links, &by_hand);
    let mut hidden = Vec::new();
    let mut reports = Vec::new();
    if !repairs.is_empty() {
        let before = repair::Before { articles, annotations, forms: &forms, gathered: &gathered };
        reports = repair::apply(repairs, &before, &mut linked, &mut by_hand, &mut hidden);
        gathered = gather(&forms, &linked.keys, &linked.links, &by_hand);
    }
    let mut resolved: Vec<ResolvedArticle> = annotations
        .iter()
        .zip(gathered.linked)
        .zip(published)
        .map(|((found, entities), published)| {
            let dates = place_dates(found, &published);
            ResolvedArticle { entities, dates, published, ..ResolvedArticle::default() }
        })
        .collect();
    linked.explain(&gathered.keys, &gathered.entities, &hidden, &mut resolved);
    let told = articles.iter().zip(annotations).zip(backing);
    for (((article, found), backing), resolved) in told.zip(&mut resolved) {
        link::add_roles(article, found, resolved);
        resolved.backing = backing;
        let entity = |mention: usize| resolved.entities.get(mention).copied().flatten();
        resolved.speakers = found.quotes.iter().map(|quote| quote.speaker.and_then(entity)).collect();
    }
    Resolved { entities: gathered.entities, articles: resolved, stories, repairs: reports }
}

/// The mentions of each article, as printed.
fn printed_mentions<'a>(articles: &'a [Article], annotations: &[Annotations]) -> Vec<Vec<&'a str>> {
    let printed = |(article, found): (&'a Article, &Annotations)| {
        found.mentions.iter().map(|mention| mention.span.of(&article.text)).collect()
    };
    articles.iter().zip(annotations).map(printed).collect()
}

/// What is known of articles before any name is found: the dates given for them, each a story of its own.
#[must_use]
pub fn resolve_given(articles: &[Article]) -> Resolved {
    let nothing = Annotations::default();
    let article = |article: &Article| ResolvedArticle {
        published: published::find(article, &nothing),
        ..ResolvedArticle::default()
    };
    Resolved {
        articles: articles.iter().map(article).collect(),
        stories: (0u32..).take(articles.len()).map(|at| vec![at]).collect(),
        ..Resolved::default()
    }
}

/// When each article was published, and which tell one story.
fn find_stories(
    articles: &[Article],
    annotations: &[Annotations],
    stems: Stems,
) -> (Vec<Published>, Vec<Vec<u32>>) {
    let published: Vec<Published> =
        articles.iter().zip(annotations).map(|(article, found)| published::find(article, found)).collect();
    let days: Vec<Option<Date>> = published.iter().map(Published::day).collect();
    let stories = story::group(stems, &days);
    (date_by_versions(articles, published, &stories), stories)
}

/// Dates what has no date of its own by the other versions of its story.
fn date_by_versions(articles: &[Article], own: Vec<Published>, stories: &[Vec<u32>]) -> Vec<Published> {
    let mut dated = Vec::new();
    for story in stories.iter().filter(|story| story.len() > 1) {
        let versions = || story.iter().map(|at| (&own[*at as usize], articles[*at as usize].headline()));
        let Some(published) = published::by_versions(versions()) else { continue };
        let undated = story.iter().filter(|at| own[**at as usize].value.is_none());
        dated.extend(undated.map(|at| (*at, published.clone())));
    }
    let mut all = own;
    dated.into_iter().for_each(|(at, published)| all[at as usize] = published);
    all
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
