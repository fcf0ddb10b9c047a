//! The words a reader typed into what they ask for. Whatever is typed has a meaning.

use crate::index::term_of;
use crate::text::split_words;

/// One thing asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// The terms, next to each other in this order; one term is a plain word.
    pub terms: Vec<String>,
    /// Whether the last term stands for every word that begins with it.
    pub is_prefix: bool,
    /// Whether articles with it are left out.
    pub is_not: bool,
}

/// Everything asked for; all of it must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In the order typed.
    pub clauses: Vec<Clause>,
}

impl Words {
    /// What articles must have.
    pub fn wanted(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| !clause.is_not)
    }

    /// What articles must not have.
    pub fn unwanted(&self) -> impl Iterator<Item = &Clause> {
        self.clauses.iter().filter(|clause| clause.is_not)
    }
}

/// Reads words, `"phrases"` in straight or curly marks, `-not` and `prefix*`.
///
/// The last word typed, with nothing after it, is a prefix: the reader may still be typing it. A
/// quotation mark that is not closed runs to the end. Marks that mean nothing are passed over.
#[must_use]
pub fn parse_words(typed: &str) -> Words {
    let mut words = Words::default();
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_not = first == '-' && rest[1..].starts_with(|c: char| is_quote(c) || c.is_alphanumeric());
        if is_not {
            rest = &rest[1..];
        }
        let (part, after, is_phrase) = match rest.strip_prefix(is_quote) {
            Some(inner) => {
                let end = inner.find(is_quote).unwrap_or(inner.len());
                let (part, after) = inner.split_at(end);
                (part, after.trim_start_matches(is_quote), true)
            }
            None => {
                let end = rest.find(|c: char| c.is_whitespace() || is_quote(c)).unwrap_or(rest.len());
                let (part, after) = rest.split_at(end);
                (part, after, false)
            }
        };
        let is_prefix = !is_phrase && (after.is_empty() || part.ends_with('*'));
        push_clause(&mut words, part, is_prefix, is_not);
        rest = after.trim_start();
    }
    words
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»')
}

fn push_clause(words: &mut Words, part: &str, is_prefix: bool, is_not: bool) {
    let terms: Vec<_> =
        split_words(part).filter(|word| word.is_term()).map(|word| term_of(word.of(part))).collect();
    if !terms.is_empty() {
        words.clauses.push(Clause { terms, is_prefix, is_not });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(typed: &str) -> Vec<String> {
        let clauses = parse_words(typed).clauses;
        let show = |clause: Clause| {
            let not = if clause.is_not { "-" } else { "" };
            let star = if clause.is_prefix { "*" } else { "" };
            format!("{not}{}{star}", clause.terms.join(" "))
        };
        clauses.into_iter().map(show).collect()
    }

    #[test]
    fn words_phrases_and_exclusions() {
        assert_eq!(shown("Kyiv tanks"), ["kyiv", "tanks*"]);
        assert_eq!(shown("kyiv "), ["kyiv"]);
        assert_eq!(
            shown("“As long as it takes” -Biden nat* x"),
            ["as long as it takes", "-biden", "nat*", "x*"]
        );
        assert_eq!(shown("NATO-Ukraine Council"), ["nato ukraine", "council*"]);
        assert_eq!(shown("-\"long range\" a"), ["-long range", "a*"]);
    }

    #[test]
    fn whatever_is_typed_has_a_meaning() {
        assert_eq!(shown("\"never closed"), ["never closed"]);
        assert!(shown("- \"\" *** … -").is_empty());
        assert_eq!(shown("a\"b c\"d"), ["a", "b c", "d*"]);
    }
}
