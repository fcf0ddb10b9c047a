//! Runs of capitalised words: how far a name could reach.

use super::Context;
use crate::annotate::lexicon::Classes;
use crate::annotate::token::{Look, Token};

/// Longest chunk, in tokens: far above any name, low enough that text in capitals is read in linear time.
const MAX_CHUNK: usize = 24;

/// The end of the chunk that begins at the capitalised word `at`, not past `limit`.
pub(super) fn end_of_chunk(context: &Context<'_>, at: usize, limit: usize) -> usize {
    let mut end = at + 1;
    while end < limit.min(at + MAX_CHUNK) {
        match next_in_chunk(context, end, limit) {
            Some(next) => end = next,
            None => break,
        }
    }
    end
}

/// The end of the piece that goes on with the name at `end`, if it goes on.
fn next_in_chunk(context: &Context<'_>, end: usize, limit: usize) -> Option<usize> {
    let tokens = context.tokens;
    let capital = |at: usize| at < limit && tokens[at].is_capital();
    let token = &tokens[end];
    if token.is_capital() {
        return Some(end + 1);
    }
    match token.mark {
        b'-' if !token.is(Look::SPACED) && capital(end + 1) && !tokens[end + 1].is(Look::SPACED) => {
            Some(end + 2)
        }
        b'-' if is_second_syllable(context, end, limit) => Some(end + 2),
        b'&' if capital(end + 1) => Some(end + 2),
        b'[' if capital(end + 1) && end + 3 < limit && tokens[end + 2].is_mark(b']') && capital(end + 3) => {
            Some(end + 4)
        }
        b'"' if is_nickname(tokens, end, limit) => Some(end + 4),
        0 if token.is_lower() && context.is(end, Classes::PARTICLE) => after_particles(context, end, limit),
        _ => None,
    }
}

/// Whether the hyphen joins the second syllable of a Korean given name: `Park Won-soon`.
fn is_second_syllable(context: &Context<'_>, at: usize, limit: usize) -> bool {
    const MAX_SYLLABLE_BYTES: usize = 5;
    let tokens = context.tokens;
    at >= 2
        && at + 1 < limit
        && !tokens[at].is(Look::SPACED)
        && tokens[at - 2].is_capital()
        && context.is(at - 2, Classes::SURNAME.or(Classes::GIVEN))
        && tokens[at - 1].is_capital()
        && tokens[at + 1].is_lower()
        && !tokens[at + 1].is(Look::SPACED)
        && tokens[at + 1].span.len() <= MAX_SYLLABLE_BYTES
        && !context.is(at + 1, Classes::HYPHEN_END.or(Classes::PARTICLE))
        && context.longest(at - 2..at).is_none_or(|(length, _)| length == 1)
}

/// Whether a nickname in quotation marks stands between two parts of a name: `Dwayne "Rock" Johnson`.
fn is_nickname(tokens: &[Token], at: usize, limit: usize) -> bool {
    at + 3 < limit
        && tokens[at + 1].is_capital()
        && tokens[at + 2].is_mark(b'"')
        && tokens[at + 3].is_capital()
        && tokens[at].is(Look::SPACED)
        && tokens[at + 3].is(Look::SPACED)
}

/// Up to two particles and a hyphen, when a capitalised word follows: `van der Leyen`, `al-Assad`.
fn after_particles(context: &Context<'_>, at: usize, limit: usize) -> Option<usize> {
    let tokens = context.tokens;
    let mut next = at + 1;
    if next < limit && tokens[next].is_lower() && context.is(next, Classes::PARTICLE) {
        next += 1;
    }
    if next < limit && tokens[next].is_mark(b'-') && !tokens[next].is(Look::SPACED) {
        next += 1;
    }
    (next < limit && tokens[next].is_capital()).then_some(next + 1)
}

/// Whether at least three quarters of the words that could be capitalised are, and no full stop ends them: a headline in title case.
pub(super) fn is_title_case(context: &Context<'_>, sentence: std::ops::Range<usize>) -> bool {
    if sentence.clone().next_back().is_some_and(|last| context.tokens[last].is_mark(b'.')) {
        return false;
    }
    let (mut n_words, mut n_capital) = (0, 0);
    for at in sentence {
        let token = &context.tokens[at];
        if token.is(Look::LETTERS)
            && !(token.is_lower() && context.is(at, Classes::FUNCTION.or(Classes::PARTICLE)))
        {
            n_words += 1;
            n_capital += usize::from(token.is_capital());
        }
    }
    n_words > 3 && n_capital * 4 >= n_words * 3
}

/// Whether at least four fifths of the words are all in capitals: a headline that shouts.
pub(super) fn is_in_capitals(context: &Context<'_>, sentence: std::ops::Range<usize>) -> bool {
    let words = || {
        context.tokens[sentence.clone()]
            .iter()
            .filter(|token| token.is(Look::LETTERS) && token.span.len() > 1)
    };
    let n_capitals = words().filter(|token| token.is(Look::ALL_CAPS)).count();
    words().count() > 3 && n_capitals * 5 >= words().count() * 4
}
