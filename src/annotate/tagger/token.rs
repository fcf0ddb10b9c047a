//! A sentence into [`Token`]s: the units that carry a label.
//!
//! Finer than words where a name can begin or end: `[British]-backed`,
//! `[Merkel]'s`. Coarser where a stop belongs to the word: `U.S.`, `J.`.

use crate::text::Span;

/// A word, number or mark, and whether it touches the token before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Whether no white space stands in front of it.
    pub glued: bool,
}

/// Appends the tokens of `text` inside `within` to `tokens`.
pub fn split_tokens(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let mut at = within.start as usize;
    let end = within.end as usize;
    let mut glued = false;
    while at < end {
        let c = char_at(text, at);
        if c.is_whitespace() {
            at += c.len_utf8();
            glued = false;
            continue;
        }
        let stop = if is_word(c) { word_end(text, at, end) } else { mark_end(text, at, end, glued) };
        tokens.push(Token { span: Span::new(at, stop), glued });
        at = stop;
        glued = true;
    }
}

/// The character at byte `at`, or a space past the end.
fn char_at(text: &str, at: usize) -> char {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => *byte as char,
        Some(_) => text[at..].chars().next().unwrap_or(' '),
        None => ' ',
    }
}

fn is_word(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() } else { c.is_alphanumeric() || is_mark_on_letter(c) }
}

/// Combining diacritics and the vowel signs of Indic scripts, which follow a letter.
fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// The end of the word that begins at `start`.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[start..end];
    // Most words are letters of ASCII and nothing else.
    let plain = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    let mut at = start + plain;
    let mut previous = plain.checked_sub(1).map_or(' ', |last| bytes[last] as char);
    // Whether all so far is letters that stand alone, each but the last with its stop: `J`, `U.S`.
    let mut is_initials = plain == 0 || plain == 1 && previous.is_uppercase();
    while at < end {
        let c = char_at(text, at);
        let after = at + c.len_utf8();
        if is_word(c) {
            is_initials &= c.is_uppercase() && matches!(previous, ' ' | '.');
        } else if c != '.' || !is_initials || previous == '.' {
            let next = if after < end { char_at(text, after) } else { ' ' };
            if !joins(c, previous, next, text, start, after, end) {
                break;
            }
            is_initials = false;
        }
        previous = c;
        at = after;
    }
    at
}

/// Whether the mark `c` between `previous` and `next` stays inside the word that begins at `start`.
fn joins(c: char, previous: char, next: char, text: &str, start: usize, after: usize, end: usize) -> bool {
    if !matches!(c, '.' | ',' | '_' | '&' | '\'' | '’' | '-') || !is_word(next) {
        return false;
    }
    match c {
        '.' => {
            previous != '.' && (next.is_lowercase() || (previous.is_ascii_digit() && next.is_ascii_digit()))
        }
        ',' => previous.is_ascii_digit() && next.is_ascii_digit(),
        '_' => true,
        '&' => previous.is_uppercase() && next.is_uppercase(),
        '\'' | '’' => previous.is_alphabetic() && next.is_alphabetic() && !is_possessive(text, after, end),
        '-' => !char_at(text, start).is_uppercase() && !next.is_uppercase() && previous != '.',
        _ => false,
    }
}

/// Whether an `s` stands alone at `at`.
fn is_possessive(text: &str, at: usize, end: usize) -> bool {
    let s = char_at(text, at);
    matches!(s, 's' | 'S') && (at + 1 >= end || !is_word(char_at(text, at + 1)))
}

/// The end of the mark at `start`: `'s` after a word, a run of one dot or dash, or one character.
fn mark_end(text: &str, start: usize, end: usize, glued: bool) -> usize {
    let c = char_at(text, start);
    let mut at = start + c.len_utf8();
    match c {
        '\'' | '’' if glued && is_possessive(text, at, end) => at + 1,
        '.' | '-' | '*' | '=' => {
            while at < end && char_at(text, at) == c {
                at += 1;
            }
            at
        }
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        split_tokens(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn a_name_can_end_wherever_a_token_does() {
        assert_eq!(
            tokens("British-backed Côte d’Ivoire’s pro-Beijing"),
            ["British", "-", "backed", "Côte", "d’Ivoire", "’s", "pro", "-", "Beijing"]
        );
        assert_eq!(tokens("(al-Assad)"), ["(", "al", "-", "Assad", ")"]);
    }

    #[test]
    fn stops_of_initials_belong_to_them() {
        assert_eq!(
            tokens("The U.S. and J. K. Rowling. End."),
            ["The", "U.S.", "and", "J.", "K.", "Rowling", ".", "End", "."]
        );
        assert_eq!(tokens("U.S.-led"), ["U.S.", "-", "led"]);
    }

    #[test]
    fn numbers_and_addresses_stay_whole() {
        assert_eq!(tokens("1,700 at 3.5 on 1996-08-30"), ["1,700", "at", "3.5", "on", "1996-08-30"]);
        assert_eq!(tokens("amazon.com, AT&T"), ["amazon.com", ",", "AT&T"]);
    }

    #[test]
    fn every_character_but_space_is_in_one_token() {
        let text = "«Київ» — कमल 🙂 e\u{301} ...--'s's ’";
        let mut found = Vec::new();
        split_tokens(text, Span::new(0, text.len()), &mut found);
        let joined: String = found.iter().map(|token| token.span.of(text)).collect();
        let expected: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        assert_eq!(joined, expected);
    }
}
