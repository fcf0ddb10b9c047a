//! Links of mentions into [`Entity`]s: names, slugs, aliases, counts, notes.

use super::name::tidy;
use super::{Alias, Entity, EntityId};
use crate::annotate::lexicon::{self, PlaceKind, Sense};
use crate::key::{Kind, slug};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What makes two mentions name one entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub kind: Kind,
    /// The number in the lexicon, for places and organizations it knows.
    pub known: Option<u32>,
    /// The folded name of others.
    pub name: String,
}

impl Key {
    pub fn named(kind: Kind, name: String) -> Self {
        Self { kind, known: None, name }
    }

    pub fn known(kind: Kind, number: u32) -> Self {
        Self { kind, known: Some(number), name: String::new() }
    }
}

/// A mention's entity, and why.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub key: Key,
    pub reason: &'static str,
    pub is_guess: bool,
}

/// One form of a name while counting.
#[derive(Clone, Debug)]
struct Form {
    n_mentions: u32,
    reason: &'static str,
    is_guess: bool,
}

#[derive(Default)]
struct Draft {
    forms: BTreeMap<String, Form>,
    articles: BTreeSet<u32>,
    n_mentions: u32,
}

/// Builds the entities of all links, and for each mention its entity. `texts` and `links` are in step, article by article.
pub(super) fn gather(
    texts: &[Vec<&str>],
    links: &[Vec<Option<Link>>],
) -> (Vec<Entity>, Vec<Vec<Option<EntityId>>>) {
    let mut drafts: BTreeMap<&Key, Draft> = BTreeMap::new();
    for (article, (texts, links)) in (0..).zip(texts.iter().zip(links)) {
        for (text, link) in texts.iter().zip(links) {
            let Some(link) = link else { continue };
            let draft = drafts.entry(&link.key).or_default();
            draft.articles.insert(article);
            draft.n_mentions += 1;
            let fresh = Form { n_mentions: 0, reason: link.reason, is_guess: link.is_guess };
            let form = draft.forms.entry(tidy(text)).or_insert(fresh);
            form.n_mentions += 1;
            // Of several reasons for one form, a certain one is told, and the same one every time.
            (form.is_guess, form.reason) = (form.is_guess, form.reason).min((link.is_guess, link.reason));
        }
    }
    let mut taken: BTreeSet<(Kind, String)> = BTreeSet::new();
    let mut entities: Vec<(&Key, Entity)> =
        drafts.into_iter().map(|(key, draft)| (key, entity(key, draft, &mut taken))).collect();
    entities.sort_by(|(_, a), (_, b)| order(a).cmp(&order(b)));
    let ids: BTreeMap<&Key, EntityId> =
        entities.iter().zip(0..).map(|((key, _), id)| (*key, EntityId(id))).collect();
    let linked = links
        .iter()
        .map(|links| {
            links.iter().map(|link| link.as_ref().and_then(|link| ids.get(&link.key).copied())).collect()
        })
        .collect();
    (entities.into_iter().map(|(_, entity)| entity).collect(), linked)
}

fn order(entity: &Entity) -> (Kind, Reverse<usize>, &str, &str) {
    (entity.kind, Reverse(entity.articles.len()), &entity.name, &entity.slug)
}

fn entity(key: &Key, draft: Draft, taken: &mut BTreeSet<(Kind, String)>) -> Entity {
    let name = shown_name(key, &draft);
    let base = slug(&name);
    let mut unique = base.clone();
    let mut number = 2;
    while !taken.insert((key.kind, unique.clone())) {
        unique = format!("{base}-{number}");
        number += 1;
    }
    let mut aliases: Vec<Alias> = draft
        .forms
        .into_iter()
        .map(|(text, form)| Alias {
            text,
            n_mentions: form.n_mentions,
            reason: form.reason,
            is_guess: form.is_guess,
        })
        .collect();
    aliases.sort_by(|a, b| b.n_mentions.cmp(&a.n_mentions).then_with(|| a.text.cmp(&b.text)));
    let note = note(key, &aliases);
    Entity {
        kind: key.kind,
        name,
        slug: unique,
        aliases,
        articles: draft.articles.into_iter().collect(),
        n_mentions: draft.n_mentions,
        note,
    }
}

/// The lexicon's name, or the most frequent of the forms of two words and more.
fn shown_name(key: &Key, draft: &Draft) -> String {
    let lexicon = lexicon::get();
    match (key.kind, key.known) {
        (Kind::Place, Some(number)) => return lexicon.place(number).name.to_owned(),
        (Kind::Organization, Some(number)) => return lexicon.organization(number).name.to_owned(),
        _ => {}
    }
    let n_words = |text: &str| text.split(' ').filter(|word| word.chars().count() > 2).count();
    let is_shouted = |text: &str| text.contains(' ') && !text.chars().any(char::is_lowercase);
    draft
        .forms
        .iter()
        .max_by_key(|(text, form)| {
            (
                !form.is_guess,
                !is_shouted(text),
                n_words(text).min(2),
                form.n_mentions,
                n_words(text),
                Reverse(text.as_str()),
            )
        })
        .map(|(text, _)| text.clone())
        .unwrap_or_default()
}

/// What the lexicon adds: the country, a metonym, older spellings that were printed.
fn note(key: &Key, aliases: &[Alias]) -> Option<String> {
    let lexicon = lexicon::get();
    let number = key.known?;
    match key.kind {
        Kind::Organization => {
            Some(lexicon.organization(number).note.to_owned()).filter(|note| !note.is_empty())
        }
        Kind::Place => {
            let place = lexicon.place(number);
            let mut parts = Vec::new();
            let country = country_name(place.country);
            match (place.kind, country) {
                (PlaceKind::Capital, Some(country)) => {
                    parts.push(format!("capital of {country}; may stand for its government"))
                }
                (PlaceKind::City, Some(country)) => parts.push(format!("city in {country}")),
                (PlaceKind::Region, Some(country)) => parts.push(format!("region of {country}")),
                (PlaceKind::Historical, _) => parts.push(place.note.to_owned()),
                _ => {}
            }
            for (variant, what) in &place.variants {
                let is_printed = aliases.iter().any(|alias| alias.text.eq_ignore_ascii_case(variant));
                if is_printed && *what != "other name" && *what != "short name" {
                    parts.push(format!("{what}: {variant}"));
                }
            }
            (!parts.is_empty()).then(|| parts.join("; "))
        }
        Kind::Person => None,
    }
}

fn country_name(code: &str) -> Option<&'static str> {
    lexicon::get().country(code).map(|place| place.name)
}

/// The reason and certainty with which a form stands for a known place or organization.
pub(super) fn known_link(kind: Kind, sense: Sense, text: &str) -> Option<Link> {
    let lexicon = lexicon::get();
    let text = tidy(text);
    let (number, name) = match sense {
        Sense::Place(number) if kind == Kind::Place => (number, lexicon.place(number).name),
        Sense::Organization(number) if kind == Kind::Organization => {
            (number, lexicon.organization(number).name)
        }
        _ => return None,
    };
    let variant = match kind {
        Kind::Place => {
            lexicon.place(number).variants.iter().find(|(variant, _)| *variant == text).map(|(_, what)| *what)
        }
        _ => None,
    };
    let reason = match variant {
        _ if text == name => "the name shown",
        Some(what) => what,
        None if crate::text::fold(&text) == crate::text::fold(name) => "differs only in capitals or accents",
        None => "another name of it in the lists",
    };
    Some(Link { key: Key::known(kind, number), reason, is_guess: false })
}
