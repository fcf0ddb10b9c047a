//! Stems: what the forms of one English word have in common.

use rust_stemmers::{Algorithm, Stemmer};

/// The English stem of a folded word by the Snowball algorithm: `tanks` → `tank`, `visiting` → `visit`.
///
/// Nothing for words that are not plain lower-case letters: numbers, names in other scripts.
#[must_use]
pub fn stem(word: &str) -> Option<String> {
    let is_plain = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    is_plain.then(|| Stemmer::create(Algorithm::English).stem(word).into_owned())
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        assert_eq!(stem("tanks"), stem("tank"));
        assert_eq!(stem("visiting"), stem("visited"));
        assert_ne!(stem("winter"), stem("wine"));
        assert_eq!(stem("київ"), None);
        assert_eq!(stem("t72"), None);
    }
}
