//! Word lists that `lexicon/` lacks into the phrases of a weight file.

use dateline::annotate::tagger::form::word_hash;
use dateline::annotate::tagger::lexicon::{List, Phrases};
use dateline::annotate::tagger::lists::{entry_words, rows, shared_phrases};
use std::collections::BTreeMap;
use std::path::Path;

const ORGANIZATIONS: &str = include_str!("../../../lexicon/model/organizations.txt");
const CUES: &str = include_str!("../../../lexicon/model/cues.txt");

/// The lists of names, by file.
const FILES: [(&str, List); 6] = [
    ("countries.txt", List::Country),
    ("cities_100k.txt", List::City),
    ("cities_15k.txt", List::Town),
    ("us_states.txt", List::State),
    ("nationalities_demonyms.txt", List::Demonym),
    ("orgs.txt", List::Organization),
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

/// Every list of the folder and every cue that the lists of `lexicon/` do not hold already, as keys with lists.
///
/// # Errors
/// If a list cannot be read.
pub fn read(folder: &Path) -> Result<Vec<(u32, u32)>, String> {
    let mut phrases = Phrases::default();
    for (file, list) in FILES {
        for line in entries(&folder.join(file))? {
            phrases.add(&entry_words(&line), list);
        }
    }
    for name in rows(ORGANIZATIONS).flat_map(|line| line.split(';')) {
        phrases.add(&entry_words(name.trim()), List::Organization);
    }
    let mut list = None;
    for line in rows(CUES) {
        if line.starts_with('[') {
            list = CUE_LISTS.iter().find(|(heading, _)| *heading == line).map(|(_, list)| *list);
            continue;
        }
        let Some(list) = list else { continue };
        line.split_whitespace().for_each(|word| phrases.add(&[word_hash(word)], list));
    }
    let shared: BTreeMap<u32, u32> = shared_phrases().into_iter().collect();
    let is_new = |(key, lists): &(u32, u32)| lists & !shared.get(key).unwrap_or(&0) != 0;
    Ok(phrases.build().into_iter().filter(is_new).collect())
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
