//! Word lists into the phrases of a [`super::lexicon::Lexicon`]: the lists that the rules read as well
//! are read from `lexicon/` when the weights are loaded, so that the weight file need not repeat them.

use super::form::word_hash;
use super::lexicon::{List, Phrases};
use super::token::split_tokens;
use crate::text::Span;

/// Lists with one entry a line.
const WORDS: [(List, &str); 4] = [
    (List::Given, include_str!("../../../lexicon/people/given.txt")),
    (List::Given, include_str!("../../../lexicon/people/given_news.txt")),
    (List::Surname, include_str!("../../../lexicon/people/surnames.txt")),
    (List::Organization, include_str!("../../../lexicon/organizations/listed.txt")),
];

/// Tables: the list that each of their first columns belongs to, if to any.
const TABLES: [(&[Option<List>], &str); 6] = [
    (&[None, Some(List::Country), Some(List::Country), Some(List::Demonym)], COUNTRIES),
    (&[None, Some(List::State), Some(List::State)], REGIONS),
    (&[Some(List::City)], include_str!("../../../lexicon/places/cities.tsv")),
    (&[None, Some(List::City), Some(List::CityAlias)], include_str!("../../../lexicon/places/variants.tsv")),
    (
        &[Some(List::Organization), Some(List::Organization)],
        include_str!("../../../lexicon/organizations/known.tsv"),
    ),
    (
        &[Some(List::Organization), Some(List::Organization)],
        include_str!("../../../lexicon/organizations/media.txt"),
    ),
];
const COUNTRIES: &str = include_str!("../../../lexicon/places/countries.tsv");
const REGIONS: &str = include_str!("../../../lexicon/places/regions.tsv");

/// The lists of `lexicon/`, as keys with lists, by rising key.
#[must_use]
pub fn shared_phrases() -> Vec<(u32, u32)> {
    let mut phrases = Phrases::default();
    for (list, file) in WORDS {
        rows(file).for_each(|entry| phrases.add(&entry_words(entry), list));
    }
    for (columns, file) in TABLES {
        for row in rows(file) {
            for (names, list) in row.split(['\t', ':']).zip(columns) {
                let Some(list) = list else { continue };
                names.split(',').filter(|name| !name.contains('(')).for_each(|name| {
                    phrases.add(&entry_words(name.trim()), *list);
                });
            }
        }
    }
    phrases.build()
}

/// The lines that are not comments.
pub fn rows(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The hashes of the words of an entry.
#[must_use]
pub fn entry_words(entry: &str) -> Vec<u64> {
    let mut tokens = Vec::new();
    split_tokens(entry, Span::new(0, entry.len()), &mut tokens);
    tokens.iter().map(|token| word_hash(token.span.of(entry))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::tagger::hash::key_of;
    use crate::annotate::tagger::lexicon::extend_phrase;

    fn lists_of(entry: &str) -> u32 {
        let words = entry_words(entry);
        let phrase = words[1..].iter().fold(words[0], |phrase, word| extend_phrase(phrase, *word));
        let phrases = shared_phrases();
        let found = phrases.binary_search_by_key(&key_of(phrase), |(key, _)| *key);
        found.map_or(0, |at| phrases[at].1)
    }

    #[test]
    fn the_lists_of_the_rules_are_those_of_the_tagger() {
        for (entry, list) in [
            ("Angela", List::Given),
            ("Smith", List::Surname),
            ("Germany", List::Country),
            ("German", List::Demonym),
            ("Bavaria", List::State),
            ("Los Angeles", List::City),
            ("Kiev", List::CityAlias),
            ("World Bank", List::Organization),
            ("British Broadcasting Corporation", List::Organization),
        ] {
            assert_ne!(lists_of(entry) & list.bit(), 0, "{entry} in {list:?}");
        }
        assert_eq!(lists_of("Columns"), 0, "comments are no entries");
    }
}
