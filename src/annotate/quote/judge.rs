//! Words between marks into a verdict: said by somebody, or a title, a name, a word held at arm's length.

use super::Page;
use super::mark::Pair;
use super::sentence::is_cue;
use crate::annotate::lexicon::Classes;
use crate::annotate::token::Look;

/// Words from which on something between marks is held to be said; below, marks mostly show distance.
const MIN_WORDS: usize = 3;
/// Words behind a word of naming, as in `titled`, that can stand in front of the title.
const NAMING_REACH: usize = 3;

/// Whether the words between the marks are somebody's.
pub(super) fn is_said(page: Page<'_>, pair: Pair, start: usize, is_adjacent: bool) -> bool {
    let words = pair.body().filter(|at| {
        let token = &page.tokens[*at];
        token.is(Look::LETTERS) || token.is(Look::NUMBER)
    });
    let n_words = words.clone().take(MIN_WORDS).count();
    if n_words == 0 || pair.is_single && !is_adjacent {
        return false;
    }
    if n_words < MIN_WORDS {
        return is_adjacent && is_utterance(page, pair);
    }
    if follows_naming(page, pair, start, 1) {
        return false;
    }
    let is_named = is_title(page, pair) || follows_naming(page, pair, start, NAMING_REACH);
    let is_spoken = is_adjacent
        && is_joined(page, pair)
        && !(is_title(page, pair) && follows_naming(page, pair, start, NAMING_REACH));
    is_spoken || is_adjacent && !is_title(page, pair) || !is_named && !is_name_of(page, pair, start)
}

/// Whether the words stand where a name would: `of “Have no fear”`, `the “one country, two systems” model`.
fn is_name_of(page: Page<'_>, pair: Pair, start: usize) -> bool {
    if pair.open < start + 2 {
        return false;
    }
    let before = pair.open - 1;
    let next = pair.close + 1;
    let qualifies = page.is_word(before, &["the"])
        && page.tokens.get(next).is_some_and(crate::annotate::Token::is_lower)
        && !page.is(next, Classes::FUNCTION.or(Classes::SAYING).or(Classes::BESIDE_SAYING))
        && !(start..before).any(|at| is_cue(page, at));
    let belongs = page.tokens[pair.open + 1].is_capital()
        && page.is_word(before, &["of", "at"])
        && page.mention_at(before - 1).is_some();
    qualifies || belongs
}

/// Whether a word or two are a sentence of their own: capital first, stop last.
fn is_utterance(page: Page<'_>, pair: Pair) -> bool {
    let last = pair.close - 1;
    page.tokens[pair.open + 1].is_capital()
        && (matches!(page.tokens[last].mark, b'.' | b'!' | b'?' | b',') || page.is_mark(pair.close + 1, b','))
}

/// Whether the words are printed like a title: all but small words begin with a capital.
fn is_title(page: Page<'_>, pair: Pair) -> bool {
    let (mut n_capital, mut n_small) = (0_usize, 0_usize);
    for at in pair.body() {
        let token = &page.tokens[at];
        let is_first = at == pair.open + 1;
        if token.is(Look::ALL_CAPS) || page.is(at, Classes::ABBREVIATION) {
            continue;
        }
        if token.is_capital() {
            n_capital += 1;
        } else if token.is_lower() {
            let is_small_word =
                if is_first { page.is_word(at, &["the", "a"]) } else { page.is(at, Classes::FUNCTION) };
            n_small += usize::from(!is_small_word);
        }
    }
    let is_cry = matches!(page.tokens[pair.close - 1].mark, b'?' | b'!');
    n_small == 0 && n_capital > 1 && !is_cry
}

/// Whether a comma or colon joins the words to a verb beside them, as none joins a title.
fn is_joined(page: Page<'_>, pair: Pair) -> bool {
    let is_joint = |at: usize| page.is_mark(at, b',') || page.is_mark(at, b':');
    is_joint(pair.open.wrapping_sub(1)) || is_joint(pair.close - 1) || is_joint(pair.close + 1)
}

/// Whether a word of naming stands close in front.
fn follows_naming(page: Page<'_>, pair: Pair, start: usize, reach: usize) -> bool {
    let from = pair.open.saturating_sub(reach).max(start);
    let near = (from..pair.open).rev().take_while(|at| page.tokens[*at].mark == 0);
    for (passed, at) in near.enumerate() {
        if is_cue(page, at) && !page.is(at, Classes::NAMING) {
            return passed == 0 && is_passive_call(page, at, start);
        }
        if page.is(at, Classes::NAMING) {
            return true;
        }
    }
    page.is_word(pair.open.wrapping_sub(1), &["or"]) && pair.open > start
}

/// Whether a thing is `called` so, and nobody says so.
fn is_passive_call(page: Page<'_>, at: usize, start: usize) -> bool {
    page.is_word(at, &["called"])
        && at > start
        && !page.is(at - 1, Classes::BESIDE_SAYING)
        && !super::subject::is_pronoun(page, at - 1)
        && page.mention_at(at - 1).is_none()
}
