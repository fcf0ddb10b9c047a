//! A paragraph and its pairs of marks into frames: sentences in which each quotation counts as one word.

use super::mark::Pair;
use super::{Page, subject};
use crate::annotate::lexicon::Classes;
use crate::annotate::token::Look;
use std::ops::Range;

/// Marks behind the stop of a quotation that are passed over to find it.
const MAX_MARKS: usize = 6;

/// Tokens outside of quotations after which a sentence that goes on is cut, and quotations after which it is: nobody
/// speaks so long, and whoever reads a frame to its end may do so once for each quotation in it.
const MAX_OUTSIDE: usize = 200;
const MAX_PAIRS: usize = 24;

/// One sentence outside the marks, with the quotations in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Its tokens, those of its quotations included.
    pub tokens: Range<usize>,
    /// Its quotations, as numbers of pairs.
    pub pairs: Range<usize>,
}

/// The frames of one block; `first` is the first pair that ends behind its start.
pub(super) fn find_frames(
    page: Page<'_>,
    block: &Range<usize>,
    pairs: &[Pair],
    first: usize,
    frames: &mut Vec<Frame>,
) -> usize {
    let (mut at, mut start, mut pair, mut first) = (block.start, block.start, first, first);
    let mut n_outside = 0;
    while at < block.end {
        if let Some(quote) = pairs.get(pair).filter(|quote| quote.open <= at && at <= quote.close) {
            if quote.close >= block.end {
                at = block.end;
                break;
            }
            at = quote.close + 1;
            pair += 1;
            let is_full = pair - first >= MAX_PAIRS;
            if at < block.end && (is_full || ends_sentence(page, block, at, pairs.get(pair))) {
                frames.push(Frame { tokens: start..at, pairs: first..pair });
                (start, first, n_outside) = (at, pair, 0);
            }
            continue;
        }
        at += 1;
        n_outside += 1;
        let ends_in_hour = page.is_mark(at, b'"') && page.is_word(at - 1, &["a.m.", "p.m."]);
        let ends = (is_stop(page, at - 1) || ends_in_hour) && begins_sentence(page, block, at);
        if ends || n_outside >= MAX_OUTSIDE {
            frames.push(Frame { tokens: start..at, pairs: first..pair });
            (start, first, n_outside) = (at, pair, 0);
        }
    }
    if start < at {
        let runs_on = pairs.get(pair).is_some_and(|quote| quote.open < block.end);
        frames.push(Frame { tokens: start..at, pairs: first..pair + usize::from(runs_on) });
    }
    pair
}

fn is_stop(page: Page<'_>, at: usize) -> bool {
    matches!(page.tokens[at].mark, b'.' | b'!' | b'?')
}

fn begins_sentence(page: Page<'_>, block: &Range<usize>, at: usize) -> bool {
    at >= block.end || page.tokens[at].is(Look::SPACED) && !page.tokens[at].is_lower()
}

/// Whether the sentence ends with the quotation that closes in front of `at`.
fn ends_sentence(page: Page<'_>, block: &Range<usize>, at: usize, next: Option<&Pair>) -> bool {
    // The last mark in front of the closing one, brackets and inner marks passed over.
    let inner = (0..at - 1)
        .rev()
        .take(MAX_MARKS)
        .find(|inner| !matches!(page.tokens[*inner].mark, b'"' | b'\'' | b']' | b')'));
    let closed =
        is_stop(page, at - 1) || inner.is_some_and(|inner| is_stop(page, inner) || page.word(inner) == "…");
    let is_fresh = page.tokens[at].mark == 0 && !page.tokens[at].is_lower()
        || next.is_some_and(|next| next.open == at)
        || page.tokens[at].is_mark(b'(');
    closed && is_fresh && !subject::is_attribution(page, at..block.end)
}

/// Whether nothing but marks stands outside the quotations of a frame.
pub(super) fn is_bare(page: Page<'_>, frame: &Frame, pairs: &[Pair]) -> bool {
    outside(frame, pairs).all(|at| page.tokens[at].mark != 0)
}

/// The tokens of a frame outside its quotations.
pub(super) fn outside<'a>(frame: &'a Frame, pairs: &'a [Pair]) -> impl Iterator<Item = usize> + 'a {
    let quotes = &pairs[frame.pairs.clone()];
    let mut next = 0;
    frame.tokens.clone().filter(move |at| {
        while quotes.get(next).is_some_and(|quote| quote.close < *at) {
            next += 1;
        }
        quotes.get(next).is_none_or(|quote| quote.open > *at)
    })
}

/// Whether the token is a verb of saying, and no noun or adjective of the same letters.
pub(super) fn is_cue(page: Page<'_>, at: usize) -> bool {
    if !page.is(at, Classes::SAYING.or(Classes::SAYING_PARTICIPLE)) || !page.tokens[at].is_lower() {
        return false;
    }
    let before = at.wrapping_sub(1);
    let is_noun = page.is_word(
        before,
        &[
            "the", "a", "an", "his", "her", "its", "their", "of", "these", "those", "no", "any", "to",
            "such", "for", "by", "in", "with", "on", "from", "about", "some",
        ],
    ) && !page.is(at, Classes::SAYING_PARTICIPLE)
        || at > 0 && page.tokens[before].is(Look::POSSESSIVE);
    let is_passive = page.is(at, Classes::SAYING)
        && page.word(at).ends_with("ed")
        && page.is_word(before, &["be", "been", "being", "was", "were", "is", "are"])
        && !page.is_mark(at + 1, b'"');
    !is_noun && !is_passive
}
