//! What the lists add to an entity: a sentence a reader should know, and names that no article prints.

use super::gather::Key;
use super::spelling::listed_spellings;
use super::{Alias, place};
use crate::annotate::lexicon::{self, PlaceKind, rows};
use crate::key::Kind;
use crate::text::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Names kept at most for finding something by what no article prints.
const MAX_VARIANTS: usize = 12;

/// The country, a metonym, older spellings that were printed, whether a medium is named as a source.
pub(super) fn known_note(key: &Key, name: &str, aliases: &[Alias], n_as_source: u32) -> Option<String> {
    let mut parts = Vec::new();
    match (key.kind, key.known) {
        (Kind::Place, Some(number)) => place_parts(number, aliases, &mut parts),
        (Kind::Organization, known) => {
            let note = known.map_or("", |number| lexicon::get().organization(number).note);
            parts.extend((!note.is_empty()).then(|| note.to_owned()));
            if is_medium(name) || aliases.iter().any(|alias| is_medium(&alias.text)) {
                let source = if n_as_source > 0 { "; named as a source" } else { "" };
                parts.push(format!("news medium{source}"));
            }
        }
        _ => {}
    }
    (!parts.is_empty()).then(|| parts.join("; "))
}

fn place_parts(number: u32, aliases: &[Alias], parts: &mut Vec<String>) {
    let place = lexicon::get().place(number);
    let country = place::country_name(place.country);
    match (place.kind, country) {
        (PlaceKind::Capital, Some(country)) => parts.push(format!("capital of {country}")),
        (PlaceKind::City, Some(country)) => parts.push(format!("city in {country}")),
        (PlaceKind::Region, Some(country)) => parts.push(format!("region of {country}")),
        (PlaceKind::Historical, _) => parts.push(place.note.to_owned()),
        _ => {}
    }
    match place::metonym(place.name) {
        Some(stands_for) => parts.push(format!("may stand for {stands_for}")),
        None if place.kind == PlaceKind::Capital => parts.push("may stand for its government".to_owned()),
        None => {}
    }
    for (variant, what) in &place.variants {
        let is_printed = aliases.iter().any(|alias| alias.text.eq_ignore_ascii_case(variant));
        if is_printed && *what != "other name" && *what != "short name" {
            parts.push(format!("{what}: {variant}"));
        }
    }
}

/// Other names by the lists: of places and organizations all, of people the other spellings of the last name.
pub(super) fn known_variants(key: &Key, name: &str) -> Vec<String> {
    let lexicon = lexicon::get();
    let mut variants: Vec<String> = match (key.kind, key.known) {
        (Kind::Place, Some(number)) => {
            let place = lexicon.place(number);
            let others = place.variants.iter().map(|(variant, _)| *variant);
            others.chain([place.name]).map(str::to_owned).collect()
        }
        (Kind::Organization, Some(number)) => {
            lexicon.organization(number).variants.iter().map(|variant| (*variant).to_owned()).collect()
        }
        (Kind::Person, _) => {
            let last = name.rsplit(' ').next().unwrap_or_default();
            listed_spellings(last).into_iter().map(str::to_owned).collect()
        }
        _ => Vec::new(),
    };
    // What folds to a form that is there already finds nothing new.
    let mut seen = BTreeSet::from([fold(name)]);
    variants.retain(|variant| seen.insert(fold(variant)));
    variants.truncate(MAX_VARIANTS);
    variants
}

/// Words in the names of media that other organizations do not bear.
const MEDIUM_WORDS: [&str; 16] = [
    "news",
    "times",
    "post",
    "tribune",
    "herald",
    "gazette",
    "telegraph",
    "broadcasting",
    "newspaper",
    "radio",
    "tv",
    "press",
    "journal",
    "chronicle",
    "daily",
    "magazine",
];

/// Whether an organization is a newspaper, broadcaster or agency, by the lists or by its last words.
pub(super) fn is_medium(name: &str) -> bool {
    let folded = fold(name);
    let folded = folded.strip_prefix("the ").unwrap_or(&folded);
    MEDIA.contains(folded)
        || folded.split(' ').skip(1).any(|word| MEDIUM_WORDS.contains(&word))
            && !folded.contains("conference")
}

static MEDIA: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let media = rows(include_str!("../../lexicon/organizations/media.txt"));
    let agencies = rows(include_str!("../../lexicon/clean/agencies.txt"));
    let names = media.chain(agencies).flat_map(|row| row.split([':', ',']));
    names.map(|name| fold(name.trim())).filter(|name| !name.is_empty()).collect()
});
