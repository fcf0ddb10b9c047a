//! What another language of the interface says in the place of English, as it lies beside the page.
//!
//! A text of the interface is known by its place among all of them, which is the same in every language; what
//! the analysis explains is found by its English sentence. Gathered by `build.rs` from `src/ui/words/` and
//! `lexicon/told/`. Knows no language.

use serde::{Deserialize, Serialize};

/// Stands between the forms of a text that goes with a number.
pub const FORM_END: char = '\n';
/// Stands between two texts.
pub const TEXT_END: char = '\0';

/// All that a language says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translation {
    /// The texts of the interface, each in its place, with a zero character between them.
    pub texts: String,
    /// Sentences of the analysis by the English, in order of it.
    pub told: Vec<(String, String)>,
    /// Sentences with `{0}`, `{1}` … in them, the English first; where several fit, the first is meant.
    pub templates: Vec<(String, String)>,
}

impl Translation {
    /// A sentence of the analysis that stands as it is.
    #[must_use]
    pub fn told(&self, english: &str) -> Option<&str> {
        let at = self.told.binary_search_by_key(&english, |(english, _)| english.as_str()).ok()?;
        Some(&self.told[at].1)
    }
}

/// Where FNV-1a begins with 32 bits, and what it multiplies by (Fowler, Noll and Vo).
const FNV_BASIS: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// What a text is told from others by, from what it says in each language: FNV-1a of all bytes, with a zero behind each text.
#[must_use]
pub const fn key(texts: &[&str]) -> u32 {
    let mut hash = FNV_BASIS;
    let mut n_texts = 0;
    while n_texts < texts.len() {
        let bytes = texts[n_texts].as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u32).wrapping_mul(FNV_PRIME);
            at += 1;
        }
        hash = hash.wrapping_mul(FNV_PRIME);
        n_texts += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_apart_wherever_they_part() {
        assert_eq!(key(&[]), FNV_BASIS);
        assert_ne!(key(&["ab", "c"]), key(&["a", "bc"]));
        assert_ne!(key(&["Articles", "Artikel", "Статті"]), key(&["Articles", "Artikel", "Статей"]));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        let said = Translation { told: vec![("a".into(), "A".into())], ..Translation::default() };
        assert_eq!((said.told("a"), said.told("")), (Some("A"), None));
    }
}
