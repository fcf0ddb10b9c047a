//! Names that stand for one and the same, as resolved: who asks for `Kiev` also means `Kyiv`.
//!
//! Only what is sure and no everyday word leads from one name to another: `the alliance` is too often
//! another one.

use super::{split_terms, term_of};
use crate::annotate::hash_word;
use crate::annotate::lexicon::{self, Classes};
use crate::resolve::Entity;
use std::collections::HashMap;

/// Below this, in percent, a form is not taken for its entity's name.
const SURE_PERCENT: u8 = 60;
/// Forms of one entity that are looked for at most, most frequent first.
const N_FORMS: usize = 8;

/// A person, place or organization that a word names, with the forms in which articles print it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The articles that mention it, in order.
    pub docs: Vec<u32>,
    /// The printed forms as printed and as terms, most frequent first.
    pub forms: Vec<(String, Vec<String>)>,
}

/// Every name of one word that leads to other forms.
#[derive(Clone, Debug, Default)]
pub struct Names {
    aliases: Vec<Alias>,
    by_term: HashMap<String, Vec<u32>>,
}

impl Names {
    pub(super) fn build(entities: &[Entity]) -> Self {
        let mut names = Self::default();
        entities.iter().for_each(|entity| names.add(entity));
        names
    }

    fn add(&mut self, entity: &Entity) {
        // Most are printed in one way only, which leads nowhere else.
        if entity.aliases.len() + entity.variants.len() < 2 {
            return;
        }
        let sure = entity.aliases.iter().filter(|alias| !alias.is_guess && alias.confidence >= SURE_PERCENT);
        let mut forms: Vec<(String, Vec<String>)> = Vec::new();
        for alias in sure {
            let terms = terms_of(&alias.text);
            if !terms.is_empty() && forms.len() < N_FORMS && forms.iter().all(|(_, other)| *other != terms) {
                forms.push((alias.text.clone(), terms));
            }
        }
        let mut keys: Vec<String> = forms.iter().filter_map(|(_, terms)| one(terms)).collect();
        keys.extend(entity.variants.iter().filter_map(|variant| one(&terms_of(variant))));
        keys.sort_unstable();
        keys.dedup();
        keys.retain(|key| is_name(key) && forms.iter().any(|(_, terms)| !terms.contains(key)));
        if keys.is_empty() {
            return;
        }
        let number = u32::try_from(self.aliases.len()).unwrap_or(u32::MAX);
        self.aliases.push(Alias { docs: entity.articles.clone(), forms });
        for key in keys {
            self.by_term.entry(key).or_default().push(number);
        }
    }

    /// A printed name, the less usual one, of what most articles name; for showing that it leads to the others.
    #[must_use]
    pub fn example(&self) -> Option<&str> {
        let names =
            self.aliases.iter().flat_map(|alias| alias.forms.iter().skip(1).map(move |form| (alias, form)));
        let leads =
            names.filter(|(_, (_, terms))| one(terms).is_some_and(|term| self.by_term.contains_key(&term)));
        let best = leads.min_by_key(|(alias, (name, _))| (std::cmp::Reverse(alias.docs.len()), name));
        best.map(|(_, (name, _))| name.as_str())
    }

    /// What a term names that is printed in other forms too.
    pub fn of(&self, term: &str) -> impl Iterator<Item = &Alias> {
        let numbers = self.by_term.get(term).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|number| &self.aliases[*number as usize])
    }
}

fn terms_of(name: &str) -> Vec<String> {
    let words = split_terms(name);
    words.map(|word| term_of(word.of(name))).filter(|term| !term.is_empty()).collect()
}

fn one(terms: &[String]) -> Option<String> {
    if let [term] = terms { Some(term.clone()) } else { None }
}

fn is_name(term: &str) -> bool {
    !lexicon::get().classes(hash_word(term)).has(Classes::COMMON)
}
