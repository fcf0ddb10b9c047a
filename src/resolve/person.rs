//! Mentions of people into persons: first within each article, then across all of them.
//!
//! A *full* name has at least two words. The *register* knows every full name of the corpus and which
//! fuller name each stands for; a single word is placed by its own article first, by the register then.

use super::name::PersonName;
use crate::annotate::is_near;
use crate::text::FastMap;
use std::collections::{BTreeMap, BTreeSet};

/// The reasons for which a form of a name is taken for a person, as a reader sees them, with how sure each is in percent.
mod reason {
    pub const FULL: (&str, u8) = ("the name in full", 98);
    pub const SHORTER: (&str, u8) =
        ("the same name printed shorter, with initials or without a middle name", 92);
    pub const HERE: (&str, u8) =
        ("the same name printed shorter; of several it could be, the article names this one", 88);
    pub const LAST: (&str, u8) = ("last name of a person named in full in the same article", 95);
    pub const GIVEN: (&str, u8) = ("first name of a person named in full in the same article", 85);
    pub const ROLE: (&str, u8) = ("of those with this last name, the one with this title", 85);
    pub const ONLY: (&str, u8) = ("last name of the only such person named in full in the collection", 80);
    pub const SINGLE: (&str, u8) = ("printed as a single word throughout the collection", 60);
    pub const NEAR: (&str, u8) =
        ("spelled nearly like the last name of a person in the same article, and known to no list", 40);
}

/// An article with more people than this is a list, where likeness says nothing.
const MAX_NEAR: usize = 200;
/// A last name with more full names than this under one initial: what is shorter stays as printed.
const MAX_BEARERS: usize = 400;

/// Persons told at most for a name that could be one of many.
const MAX_RIVALS: usize = 12;

/// The number of a distinct name.
pub(super) type NameId = u32;

/// A mention of a person.
#[derive(Clone, Copy, Debug)]
pub(super) struct PersonMention {
    pub name: NameId,
    /// The class of the title in front, if it has one.
    pub role: Option<u16>,
    /// Whether no list knows the word and no title stands before it.
    pub may_be_misspelled: bool,
}

/// Whom a mention names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// This person.
    One(NameId, (&'static str, u8), bool),
    /// One of these; nobody in particular.
    Undecided(Vec<NameId>),
}

/// Every distinct name of the corpus, in order of the names.
pub(super) struct Register<'a> {
    names: &'a [PersonName],
    /// The full names of each last name, and of each last name without its particles.
    by_last: FastMap<&'a str, Vec<NameId>>,
    /// The fullest names that each full name can stand for; itself where there is none.
    tops: Vec<Vec<NameId>>,
    /// The classes of titles that stand before each person, in the whole corpus.
    roles: BTreeSet<(NameId, u16)>,
    /// The distinct persons of each last name.
    persons: FastMap<&'a str, Vec<NameId>>,
}

impl<'a> Register<'a> {
    pub fn new(names: &'a [PersonName], mentions: &[Vec<PersonMention>]) -> Self {
        let mut order: Vec<NameId> =
            (0..).zip(names).filter(|(_, name)| !name.is_single()).map(|(id, _)| id).collect();
        order.sort_by_key(|id| &names[*id as usize]);
        let mut by_last: FastMap<&str, Vec<NameId>> = FastMap::default();
        for id in &order {
            let name = &names[*id as usize];
            by_last.entry(&name.last).or_default().push(*id);
            if name.tail() != name.last {
                by_last.entry(name.tail()).or_default().push(*id);
            }
        }
        let tops = find_tops(names, &order);
        let mut register = Self { names, by_last, tops, roles: BTreeSet::new(), persons: FastMap::default() };
        for mention in mentions.iter().flatten() {
            if let (Some(role), Some(top)) = (mention.role, register.only_top(mention.name)) {
                register.roles.insert((top, role));
            }
        }
        for (last, full) in &register.by_last {
            let mut persons: Vec<NameId> =
                full.iter().map(|id| register.only_top(*id).unwrap_or(*id)).collect();
            persons.sort_by_key(|id| &names[*id as usize]);
            persons.dedup();
            register.persons.insert(last, persons);
        }
        register
    }

    pub fn name(&self, id: NameId) -> &'a PersonName {
        &self.names[id as usize]
    }

    /// The one fullest name that a full name stands for: itself where nothing covers it or several do.
    fn only_top(&self, id: NameId) -> Option<NameId> {
        match self.tops[id as usize].as_slice() {
            _ if self.name(id).is_single() => None,
            [only] => Some(*only),
            _ => Some(id),
        }
    }

    /// Whom each mention of one article names.
    pub fn link(&self, mentions: &[PersonMention]) -> Vec<Named> {
        let here = Here::new(self, mentions);
        let mut known: FastMap<(NameId, Option<u16>, bool), Named> = FastMap::default();
        mentions
            .iter()
            .map(|mention| {
                let key = (mention.name, mention.role, mention.may_be_misspelled);
                known.entry(key).or_insert_with(|| self.link_one(mention, &here)).clone()
            })
            .collect()
    }

    fn link_one(&self, mention: &PersonMention, here: &Here<'_>) -> Named {
        let name = self.name(mention.name);
        if !name.is_single() {
            return self.link_full(mention.name, here);
        }
        let last = here.by_last.get(name.last.as_str()).map_or(&[][..], Vec::as_slice);
        let given = here.by_given.get(name.last.as_str()).map_or(&[][..], Vec::as_slice);
        let named_here = if last.is_empty() { given } else { last };
        if !named_here.is_empty() {
            let why = if last.is_empty() { reason::GIVEN } else { reason::LAST };
            return self.one_of(named_here, mention.role, why);
        }
        if mention.may_be_misspelled && !self.by_last.contains_key(name.last.as_str()) {
            let near: Vec<NameId> = here.nearly(self, &name.last);
            match near.as_slice() {
                [] => {}
                [only] => return Named::One(*only, reason::NEAR, true),
                _ => return Named::Undecided(near),
            }
        }
        match self.persons.get(name.last.as_str()) {
            Some(persons) => self.one_of(persons, mention.role, reason::ONLY),
            None => Named::One(mention.name, reason::SINGLE, false),
        }
    }

    fn link_full(&self, id: NameId, here: &Here<'_>) -> Named {
        match self.tops[id as usize].as_slice() {
            [only] if *only == id => Named::One(id, reason::FULL, false),
            [only] => Named::One(*only, reason::SHORTER, false),
            tops => {
                let mut named_here = tops.iter().filter(|top| here.full.contains(top));
                match (named_here.next(), named_here.next()) {
                    (Some(only), None) => Named::One(*only, reason::HERE, false),
                    _ if self.name(id).has_initials_only() => {
                        Named::Undecided(tops.iter().copied().take(MAX_RIVALS).collect())
                    }
                    _ => Named::One(id, reason::FULL, false),
                }
            }
        }
    }

    /// The only one of some persons, or the only one of them with a title.
    fn one_of(&self, persons: &[NameId], role: Option<u16>, why: (&'static str, u8)) -> Named {
        if let [only] = persons {
            return Named::One(*only, why, false);
        }
        let has_role = |id: &&NameId| role.is_some_and(|role| self.roles.contains(&(**id, role)));
        let mut with_role = persons.iter().filter(has_role);
        match (with_role.next(), with_role.next()) {
            (Some(only), None) => Named::One(*only, reason::ROLE, false),
            _ => Named::Undecided(persons.iter().copied().take(MAX_RIVALS).collect()),
        }
    }
}

/// The people that one article names in full.
struct Here<'a> {
    full: BTreeSet<NameId>,
    by_last: BTreeMap<&'a str, Vec<NameId>>,
    by_given: BTreeMap<&'a str, Vec<NameId>>,
}

impl<'a> Here<'a> {
    fn new(register: &Register<'a>, mentions: &[PersonMention]) -> Self {
        let full: BTreeSet<NameId> =
            mentions.iter().filter_map(|mention| register.only_top(mention.name)).collect();
        let mut here = Self { full, by_last: BTreeMap::new(), by_given: BTreeMap::new() };
        // In order of the names, not of their numbers, which depend on the order of the articles.
        let mut order: Vec<NameId> = here.full.iter().copied().collect();
        order.sort_by_key(|id| register.name(*id));
        // A shorter name beside the fuller one it may stand for is no second person.
        let is_covered = |id: NameId| {
            let tops = &register.tops[id as usize];
            tops.iter().filter(|top| **top != id && here.full.contains(top)).count() == 1
        };
        let order: Vec<NameId> = order.into_iter().filter(|id| !is_covered(*id)).collect();
        for id in order {
            let name = register.name(id);
            here.by_last.entry(&name.last).or_default().push(id);
            if name.tail() != name.last {
                here.by_last.entry(name.tail()).or_default().push(id);
            }
            if let Some(given) = name.given.first() {
                here.by_given.entry(given).or_default().push(id);
            }
        }
        here
    }

    fn nearly(&self, register: &Register<'_>, word: &str) -> Vec<NameId> {
        if self.full.len() > MAX_NEAR {
            return Vec::new();
        }
        let near = |id: &NameId| is_near(word, &register.name(*id).last);
        let mut near: Vec<NameId> = self.full.iter().copied().filter(near).collect();
        near.sort_by_key(|id| register.name(*id));
        near
    }
}

/// For each full name the fullest names that cover it; `order` are the full names in order.
fn find_tops(names: &[PersonName], order: &[NameId]) -> Vec<Vec<NameId>> {
    // A name can only be covered by one with the same last name and a word that begins as its first does.
    let initial = |word: &str| word.chars().next().unwrap_or_default();
    let mut fuller: FastMap<(&str, char), Vec<NameId>> = FastMap::default();
    for id in order {
        let name = &names[*id as usize];
        let initials: BTreeSet<char> = name.given.iter().map(|word| initial(word)).collect();
        initials.into_iter().for_each(|c| fuller.entry((&name.last, c)).or_default().push(*id));
    }
    let mut covering: Vec<Vec<NameId>> = vec![Vec::new(); names.len()];
    for id in order {
        let name = &names[*id as usize];
        let first = name.given.first().map_or('\0', |word| initial(word));
        let Some(candidates) = fuller.get(&(name.last.as_str(), first)) else { continue };
        if candidates.len() <= MAX_BEARERS {
            let covers = |other: &&NameId| *other != id && names[**other as usize].covers(name);
            covering[*id as usize] = candidates.iter().filter(covers).copied().collect();
        }
    }
    // The tops are those covering names that nothing covers in turn, itself where there are none.
    let tops = |id: usize| {
        let tops: Vec<NameId> =
            covering[id].iter().copied().filter(|other| covering[*other as usize].is_empty()).collect();
        let own = NameId::try_from(id).unwrap_or(NameId::MAX);
        if tops.is_empty() { vec![own] } else { tops }
    };
    (0..names.len()).map(tops).collect()
}
