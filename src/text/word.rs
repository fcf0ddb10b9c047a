//! Words: runs of letters or digits as Unicode bounds them, with their spans.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// What a [`Word`] is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, possibly with digits and inner apostrophes: `Putin`, `don’t`, `T-72` gives `T` and `72`.
    Letters,
    /// Digits with their inner separators: `1,700`, `3.5`.
    Number,
    /// One mark that is neither letter, digit nor space.
    Mark,
}

/// One word or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
}

impl Word {
    /// The text of the word.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Whether the word is letters or a number, so worth indexing.
    #[must_use]
    pub fn is_term(self) -> bool {
        self.kind != WordKind::Mark
    }
}

/// The words and marks of `text` in order, by Unicode's word bounds (UAX 29); white space is left out.
pub fn split_words(text: &str) -> impl Iterator<Item = Word> + '_ {
    text.split_word_bound_indices().filter_map(|(start, word)| {
        let first = word.chars().next()?;
        let kind = if first.is_whitespace() {
            return None;
        } else if first.is_numeric() && !word.chars().any(char::is_alphabetic) {
            WordKind::Number
        } else if word.chars().any(char::is_alphanumeric) {
            WordKind::Letters
        } else {
            WordKind::Mark
        };
        Some(Word { span: Span::new(start, start + word.len()), kind })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        split_words(text).map(|word| word.of(text)).collect()
    }

    #[test]
    fn words_keep_inner_apostrophes_and_separators() {
        assert_eq!(
            words("Putin’s 1,700 tanks, U.S.-made."),
            ["Putin’s", "1,700", "tanks", ",", "U.S", ".", "-", "made", "."]
        );
    }

    #[test]
    fn kinds_follow_the_content() {
        let kinds: Vec<_> = split_words("A5 30 ☞").map(|word| word.kind).collect();
        assert_eq!(kinds, [WordKind::Letters, WordKind::Number, WordKind::Mark]);
    }
}
