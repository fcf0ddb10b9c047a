//! One word of a person's name into the form that all its transliterations share.
//!
//! Two ways, both knowledge rather than likeness: groups of spellings that a list states, and the
//! letters by which romanizations of Cyrillic and Arabic differ, applied only to words whose ending or
//! article shows where they come from. Given names that differ by language (Vladimir and Volodymyr)
//! stay apart.

use crate::annotate::hash_word;
use crate::annotate::lexicon::{HashedMap, rows};
use crate::text::fold;
use std::sync::LazyLock;

/// Endings of East Slavic last names, in any romanization.
const SLAVIC_ENDINGS: [&str; 28] = [
    "sky", "ski", "skyy", "skyi", "skiy", "skij", "skii", "skyj", "skaya", "skaia", "skaja", "ska", "enko",
    "ienko", "chuk", "tchuk", "ich", "ych", "ov", "ev", "ova", "eva", "off", "eff", "iev", "yev", "iuk",
    "yuk",
];
/// A shorter word shows no ending, in bytes.
const MIN_SLAVIC: usize = 5;
/// Letters that romanizations write differently, longest first, with the ones they are compared by.
const SLAVIC_LETTERS: [(&str, &str); 24] = [
    ("shch", "sh"),
    ("tsch", "ch"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("iya", "ia"),
    ("iye", "e"),
    ("iyu", "iu"),
    ("kh", "h"),
    ("ye", "e"),
    ("je", "e"),
    ("ie", "e"),
    ("ya", "ia"),
    ("ja", "ia"),
    ("yu", "iu"),
    ("ju", "iu"),
    ("yo", "io"),
    ("jo", "io"),
    ("ou", "u"),
    ("tz", "ts"),
    ("ph", "f"),
    ("w", "v"),
    ("y", "i"),
    ("j", "i"),
    ("x", "ks"),
];
/// The Arabic article as it joins the word behind it.
const ARABIC_ARTICLES: [&str; 10] = ["al-", "el-", "ul-", "ad-", "ar-", "as-", "ash-", "at-", "an-", "az-"];
/// Apostrophes and the signs written for soft signs and glottal stops.
const APOSTROPHES: [char; 6] = ['\'', '’', '‘', 'ʼ', 'ʿ', '`'];

/// The form of a folded word that all its transliterations share.
pub(super) fn canonical(word: &str) -> String {
    if let Some(shown) = GROUPS.get(&hash_word(word)) {
        return by_letters(shown);
    }
    by_letters(word)
}

/// Other spellings of a word that the list states, the word itself left out.
pub(super) fn listed_spellings(word: &str) -> Vec<&'static str> {
    let folded = fold(word);
    let Some(shown) = GROUPS.get(&hash_word(&folded)) else { return Vec::new() };
    let row = GROUP_ROWS.get(&hash_word(shown)).copied().unwrap_or_default();
    row.split('\t').filter(|spelling| fold(spelling) != folded).collect()
}

fn by_letters(word: &str) -> String {
    let word: String = word.chars().filter(|c| !APOSTROPHES.contains(c)).collect();
    if let Some(tail) = ARABIC_ARTICLES.iter().find_map(|article| word.strip_prefix(article)) {
        return tail.to_owned();
    }
    let is_slavic = word.len() >= MIN_SLAVIC && SLAVIC_ENDINGS.iter().any(|ending| word.ends_with(ending));
    if is_slavic { slavic_letters(&word) } else { word }
}

fn slavic_letters(word: &str) -> String {
    let mut key = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(c) = rest.chars().next() {
        match SLAVIC_LETTERS.iter().find(|(from, _)| rest.starts_with(from)) {
            Some((from, to)) => {
                push_once(&mut key, to);
                rest = &rest[from.len()..];
            }
            None => {
                push_once(&mut key, c.encode_utf8(&mut [0; 4]));
                rest = &rest[c.len_utf8()..];
            }
        }
    }
    for (from, to) in [("iov", "ev"), ("of", "ov"), ("ef", "ev")] {
        if let Some(stem) = key.strip_suffix(from) {
            return format!("{stem}{to}");
        }
    }
    key
}

/// Appends letters, a doubled one once: romanizations double them at will.
fn push_once(key: &mut String, letters: &str) {
    let letters = match (key.chars().next_back(), letters.chars().next()) {
        (Some(last), Some(first)) if last == first => &letters[first.len_utf8()..],
        _ => letters,
    };
    key.push_str(letters);
}

/// The first spelling of each group, folded, by the hash of every folded spelling in it.
static GROUPS: LazyLock<HashedMap<String>> = LazyLock::new(|| {
    let mut groups = HashedMap::default();
    for row in groups_listed() {
        let shown = fold(row.split('\t').next().unwrap_or_default());
        for word in row.split('\t') {
            groups.entry(hash_word(&fold(word))).or_insert_with(|| shown.clone());
        }
    }
    groups
});

/// Each group as the list writes it, by the hash of its first spelling, folded.
static GROUP_ROWS: LazyLock<HashedMap<&'static str>> = LazyLock::new(|| {
    let first = |row: &'static str| fold(row.split('\t').next().unwrap_or_default());
    groups_listed().map(|row| (hash_word(&first(row)), row)).collect()
});

fn groups_listed() -> impl Iterator<Item = &'static str> {
    rows(include_str!("../../lexicon/people/variants.tsv"))
}

#[cfg(test)]
mod tests {
    use super::canonical;

    fn same(words: &[&str]) {
        for word in words {
            assert_eq!(canonical(word), canonical(words[0]), "{word}");
        }
    }

    #[test]
    fn romanizations_of_one_name_are_one() {
        same(&["zelenskyy", "zelensky", "zelenskiy", "zelenskij", "selenskyj"]);
        same(&["khodakovsky", "khodakovskiy", "hodakovskii"]);
        same(&["medvedchuk", "medwedtchuk"]);
        same(&["solovyov", "soloviov", "solovyev"]);
        same(&["kovalenko", "kowalenko"]);
        same(&["al-assad", "el-assad", "assad"]);
        same(&["mu'ammar", "muammar"]);
        same(&["aleksandr", "alexander", "alexandr"]);
    }

    #[test]
    fn names_of_different_languages_or_people_stay_apart() {
        for (a, b) in [
            ("vladimir", "volodymyr"),
            ("alexander", "oleksandr"),
            ("kelly", "kelli"),
            ("johansson", "johanson"),
            ("ivanov", "ivanova"),
            ("petrov", "petrenko"),
            ("hnatyuk", "gnatyuk"),
        ] {
            assert_ne!(canonical(a), canonical(b), "{a} {b}");
        }
    }
}
