//! Word lists into the phrases of a [`Lexicon`].

use dateline::annotate::tagger::form::word_hash;
use dateline::annotate::tagger::lexicon::{List, Phrases};
use dateline::annotate::tagger::token::split_tokens;
use dateline::text::Span;
use std::path::Path;

const ORGANIZATIONS: &str = include_str!("../../../lexicon/model/organizations.txt");
const CUES: &str = include_str!("../../../lexicon/model/cues.txt");

/// The lists of names, by file.
const FILES: [(&str, List); 10] = [
    ("countries.txt", List::Country),
    ("cities_100k.txt", List::City),
    ("cities_15k.txt", List::Town),
    ("cities_alt_300k.txt", List::CityAlias),
    ("us_states.txt", List::State),
    ("nationalities_demonyms.txt", List::Demonym),
    ("given_names.txt", List::Given),
    ("surnames_20k.txt", List::Surname),
    ("orgs.txt", List::Organization),
    ("universities.txt", List::University),
];

/// The lists of words, by the heading they stand under.
const CUE_LISTS: [(&str, List); 10] = [
    ("[title]", List::Title),
    ("[trade]", List::Trade),
    ("[organization-head]", List::OrganizationHead),
    ("[company-suffix]", List::CompanySuffix),
    ("[place-head]", List::PlaceHead),
    ("[calendar]", List::Calendar),
    ("[particle]", List::Particle),
    ("[joiner]", List::Joiner),
    ("[compass]", List::Compass),
    ("[event]", List::Event),
];

/// Every list of the folder and every cue, as keys with lists.
///
/// # Errors
/// If a list cannot be read.
pub fn read(folder: &Path) -> Result<Vec<(u32, u32)>, String> {
    let mut phrases = Phrases::default();
    for (file, list) in FILES {
        for line in entries(&folder.join(file))? {
            phrases.add(&words(&line), list);
        }
    }
    for name in ORGANIZATIONS.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(';')) {
        phrases.add(&words(name.trim()), List::Organization);
    }
    let mut list = None;
    for line in CUES.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            list = CUE_LISTS.iter().find(|(heading, _)| *heading == line).map(|(_, list)| *list);
            continue;
        }
        let Some(list) = list else { continue };
        line.split_whitespace().for_each(|word| phrases.add(&[word_hash(word)], list));
    }
    Ok(phrases.build())
}

/// The lines of a list.
///
/// # Errors
/// If it cannot be read.
pub fn entries(path: &Path) -> Result<Vec<String>, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()))?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_string).collect())
}

fn words(entry: &str) -> Vec<u64> {
    let mut tokens = Vec::new();
    split_tokens(entry, Span::new(0, entry.len()), &mut tokens);
    tokens.iter().map(|token| word_hash(token.span.of(entry))).collect()
}
