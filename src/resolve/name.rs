//! A mention's text into the words by which it is compared: folded, freed of brackets and initials, transliterations made one.

use crate::annotate::hash_word;
use crate::annotate::lexicon::{HashedMap, rows};
use crate::text::fold;
use std::sync::LazyLock;

/// A person's name, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct PersonName {
    /// The words in front of the last name, folded; initials as one letter.
    pub given: Vec<String>,
    /// The last name with its particles, folded.
    pub last: String,
}

impl PersonName {
    /// Whether it is one word only.
    pub fn is_single(&self) -> bool {
        self.given.is_empty()
    }

    /// Whether the other name can be this one, printed shorter: initials for names, middle names left out.
    pub fn covers(&self, other: &Self) -> bool {
        if self.last != other.last || other.given.len() > self.given.len() {
            return false;
        }
        let mut words = self.given.iter();
        other.given.iter().all(|short| {
            words.any(|word| word == short || (is_initial(short) && word.starts_with(short.as_str())))
        })
    }
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// The name as shown: brackets out, white space single.
pub(super) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.extend(word.chars().filter(|c| !matches!(c, '[' | ']')));
    }
    tidy
}

/// Words that end a name without being a last name.
const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "phd"];
/// Words that belong to the last name behind them.
const PARTICLES: [&str; 16] = [
    "van", "von", "der", "den", "de", "da", "di", "du", "del", "della", "la", "le", "bin", "ibn", "al", "el",
];

/// Takes a person's name apart.
pub(super) fn person_name(text: &str) -> PersonName {
    let mut words: Vec<String> = fold(text)
        .split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | '"' | '“' | '”' | ','))
        .flat_map(|word| word.split_inclusive('.'))
        .map(|word| word.trim_matches('.'))
        .filter(|word| !word.is_empty())
        .map(canonical)
        .collect();
    while words.len() > 1 && words.last().is_some_and(|last| SUFFIXES.contains(&last.as_str())) {
        words.pop();
    }
    let mut last = words.pop().unwrap_or_default();
    while words.last().is_some_and(|word| PARTICLES.contains(&word.as_str())) {
        if let Some(particle) = words.pop() {
            last = format!("{particle} {last}");
        }
    }
    PersonName { given: words, last }
}

/// The word by which transliterations of one word are compared.
fn canonical(word: &str) -> String {
    VARIANTS.get(&hash_word(word)).cloned().unwrap_or_else(|| word.to_owned())
}

static VARIANTS: LazyLock<HashedMap<String>> = LazyLock::new(|| {
    let mut variants = HashedMap::default();
    for row in rows(include_str!("../../lexicon/people/variants.tsv")) {
        let Some(first) = row.split('\t').next() else { continue };
        let shown = fold(first);
        for word in row.split('\t') {
            variants.entry(hash_word(&fold(word))).or_insert_with(|| shown.clone());
        }
    }
    variants
});

/// The key of a place or organization that no list knows: folded, the article left out.
pub(super) fn plain_key(text: &str) -> String {
    let folded = fold(&tidy(text));
    folded.strip_prefix("the ").unwrap_or(&folded).trim_matches(['.', ',']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_compare_equal() {
        assert_eq!(person_name("Volodymyr Zelenskyy"), person_name("Volodymyr Zelensky"));
        assert_eq!(person_name("[Vladimir] Putin"), person_name("Vladimir PUTIN"));
        assert_eq!(person_name("Ursula von der Leyen").last, "von der leyen");
        assert_eq!(person_name("Martin Luther King Jr.").last, "king");
    }

    #[test]
    fn a_fuller_name_covers_a_shorter() {
        let full = person_name("Joseph Robinette Biden");
        assert!(full.covers(&person_name("J. Biden")) && full.covers(&person_name("Joseph Biden")));
        assert!(!full.covers(&person_name("Hunter Biden")));
        assert!(!person_name("J. Biden").covers(&full));
    }
}
