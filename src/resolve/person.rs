//! Mentions of people into persons: first within each article, then across all of them.

use super::gather::{Key, Link};
use super::name::{PersonName, person_name};
use crate::annotate::{Mention, is_near};
use crate::key::Kind;
use std::collections::{BTreeMap, BTreeSet};

/// The reasons for which a form of a name is taken for a person, as a reader sees them.
mod reason {
    pub const FULL: &str = "the name in full";
    pub const SHORTER: &str = "the same name printed shorter, with initials or without a middle name";
    pub const LAST: &str = "last name of a person named in full in the same article";
    pub const GIVEN: &str = "first name of a person named in full in the same article";
    pub const ONLY: &str = "last name of the only such person named in full in the collection";
    pub const SINGLE: &str = "printed as a single word throughout the collection";
    pub const NEAR: &str =
        "spelled nearly like the last name of a person in the same article, and known to no list";
}

/// What one mention names, before the corpus has its say.
enum Local {
    /// A full name.
    Full(PersonName, &'static str, bool),
    /// One word, to be placed by the other articles.
    Single(String),
    /// One of several; nobody in particular.
    Undecided,
}

/// Links each mention of a person: `people` are the mentions of each article with their texts, in step with the result.
pub(super) fn link_people(people: &[Vec<(&Mention, &str)>]) -> Vec<Vec<Option<Link>>> {
    let names: Vec<Vec<PersonName>> =
        people.iter().map(|mentions| mentions.iter().map(|(_, text)| person_name(text)).collect()).collect();
    let full: BTreeSet<&PersonName> = names.iter().flatten().filter(|name| !name.is_single()).collect();
    let register = Register::new(&full);
    people
        .iter()
        .zip(&names)
        .map(|(mentions, names)| {
            let in_article: BTreeSet<&PersonName> =
                names.iter().filter(|name| !name.is_single()).map(|name| register.fullest(name)).collect();
            mentions
                .iter()
                .zip(names)
                .map(|((mention, text), name)| {
                    link(&place_locally(name, mention, text, &in_article, &register), &register)
                })
                .collect()
        })
        .collect()
}

/// The full names of the corpus.
struct Register<'a> {
    /// The full names of each last name, fullest first among those that cover each other.
    by_last: BTreeMap<&'a str, Vec<&'a PersonName>>,
}

impl<'a> Register<'a> {
    fn new(full: &BTreeSet<&'a PersonName>) -> Self {
        let mut by_last: BTreeMap<&str, Vec<&PersonName>> = BTreeMap::new();
        for name in full {
            by_last.entry(name.last.as_str()).or_default().push(name);
        }
        Self { by_last }
    }

    fn of_last(&self, last: &str) -> &[&'a PersonName] {
        self.by_last.get(last).map_or(&[], Vec::as_slice)
    }

    /// The name that covers this one, if there is exactly one that nothing else covers; else the name itself.
    fn fullest<'b>(&self, name: &'b PersonName) -> &'b PersonName
    where
        'a: 'b,
    {
        let covers_name = |other: &&&'a PersonName| **other != name && other.covers(name);
        let covering: Vec<&'a PersonName> =
            self.of_last(&name.last).iter().filter(covers_name).copied().collect();
        let is_top = |top: &&&'a PersonName| !covering.iter().any(|other| other != *top && other.covers(top));
        let mut tops = covering.iter().filter(is_top);
        match (tops.next(), tops.next()) {
            (Some(top), None) => top,
            _ => name,
        }
    }

    /// The distinct persons of a last name.
    fn persons(&self, last: &str) -> BTreeSet<&'a PersonName> {
        self.of_last(last).iter().map(|name| self.fullest(name)).collect()
    }
}

fn place_locally(
    name: &PersonName,
    mention: &Mention,
    text: &str,
    in_article: &BTreeSet<&PersonName>,
    register: &Register<'_>,
) -> Local {
    if !name.is_single() {
        let fullest = register.fullest(name);
        let why = if fullest == name { reason::FULL } else { reason::SHORTER };
        return Local::Full(fullest.clone(), why, false);
    }
    let choose = |matches: &mut dyn Iterator<Item = &&PersonName>, why, is_guess| match (
        matches.next(),
        matches.next(),
    ) {
        (Some(only), None) => Some(Local::Full((*only).clone(), why, is_guess)),
        (Some(_), Some(_)) => Some(Local::Undecided),
        _ => None,
    };
    let bare_last = |full: &PersonName| {
        full.last == name.last || full.last.rsplit(' ').next() == Some(name.last.as_str())
    };
    let is_near_last =
        |full: &PersonName| is_near(text, &full.last) && register.of_last(&name.last).is_empty();
    choose(&mut in_article.iter().filter(|full| bare_last(full)), reason::LAST, false)
        .or_else(|| {
            choose(
                &mut in_article.iter().filter(|full| full.given.first() == Some(&name.last)),
                reason::GIVEN,
                false,
            )
        })
        .or_else(|| {
            let is_unknown = crate::annotate::lexicon::get().classes(crate::annotate::hash_word(text))
                == Default::default();
            let may_guess = is_unknown && mention.title.is_none();
            may_guess
                .then(|| choose(&mut in_article.iter().filter(|full| is_near_last(full)), reason::NEAR, true))
                .flatten()
        })
        .unwrap_or_else(|| Local::Single(name.last.clone()))
}

fn link(local: &Local, register: &Register<'_>) -> Option<Link> {
    let person = |name: &PersonName, reason, is_guess| {
        let key = format!("{} {}", name.given.join(" "), name.last);
        Some(Link { key: Key::named(Kind::Person, key.trim().to_owned()), reason, is_guess })
    };
    match local {
        Local::Full(name, why, is_guess) => person(name, why, *is_guess),
        Local::Undecided => None,
        Local::Single(last) => {
            let persons = register.persons(last);
            let mut persons = persons.iter();
            match (persons.next(), persons.next()) {
                (None, _) => {
                    person(&PersonName { given: Vec::new(), last: last.clone() }, reason::SINGLE, false)
                }
                (Some(only), None) => person(only, reason::ONLY, false),
                _ => None,
            }
        }
    }
}
