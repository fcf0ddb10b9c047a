//! Quotation marks into pairs, whatever the style of the press: straight, curly, German, French, single.
//!
//! A quotation may run over paragraphs, each of which begins with a mark while only the last one closes. Marks
//! inside marks belong to the outer pair. A mark without its other half is dropped.

use super::Page;
use crate::annotate::token::{Look, Token};
use std::ops::Range;

/// Two marks, as tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The mark that opens.
    pub open: usize,
    /// The mark that closes.
    pub close: usize,
    /// Whether the marks are single ones, which may as well be apostrophes.
    pub is_single: bool,
}

impl Pair {
    /// The tokens between the marks.
    pub fn body(self) -> Range<usize> {
        self.open + 1..self.close
    }
}

/// What a mark does by its shape and its neighbors.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    /// Opens outside of marks, closes inside.
    Either,
}

/// The outermost pairs, in order of position.
pub(super) fn find_pairs(page: Page<'_>, blocks: &[Range<usize>]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let first = pairs.len();
        read_block(page, block, &mut open, &mut pairs);
        if pairs.len() == first && open.is_empty() {
            read_single(page, block, &mut pairs);
            continue;
        }
        let goes_on = open.first().is_some_and(|bottom| {
            let next = blocks.get(number + 1).map_or(usize::MAX, |next| next.start);
            page.is_mark(next, b'"') && (*bottom < block.start || opens_saying(page, block, *bottom))
        });
        if goes_on {
            open.truncate(1);
            let bottom = open[0];
            pairs.retain(|pair| pair.open < bottom);
        } else {
            let unclosed = open.first().and_then(|bottom| close_early(page, block, *bottom));
            open.clear();
            pairs.extend(unclosed);
        }
        keep_outermost(&mut pairs, first);
    }
    pairs
}

/// A mark behind a colon or comma that nothing closes holds the words to the end of the sentence.
fn close_early(page: Page<'_>, block: &Range<usize>, open: usize) -> Option<Pair> {
    let is_introduced = open > block.start && (page.is_mark(open - 1, b':') || page.is_mark(open - 1, b','));
    let is_alone = (open + 1..block.end).all(|at| !page.is_mark(at, b'"'));
    let is_end = |at: &usize| {
        matches!(page.tokens[*at].mark, b'.' | b'!' | b'?')
            && (*at + 1 == block.end
                || page.tokens[*at + 1].is(Look::SPACED) && page.tokens[*at + 1].is_capital())
            && !page.is_mark(*at - 1, b'.')
            && page.word(*at) != "…"
    };
    let close = (open + 2..block.end).find(is_end).filter(|_| is_introduced && is_alone)?;
    Some(Pair { open, close, is_single: false })
}

/// Whether an unclosed mark can open a quotation of several paragraphs: no other mark opens behind it.
fn opens_saying(page: Page<'_>, block: &Range<usize>, open: usize) -> bool {
    let is_opening = |at: usize| page.is_mark(at, b'"') && turn(page, block, at, true) == Turn::Opens;
    let n_inner = (open + 1..block.end).filter(|at| is_opening(*at)).count();
    let n_marks = (open + 1..block.end).filter(|at| page.is_mark(*at, b'"')).count();
    n_marks == 2 * n_inner
}

/// Pairs that lie in another one drop out; `first` is where the block's pairs begin.
fn keep_outermost(pairs: &mut Vec<Pair>, first: usize) {
    let from = first.min(pairs.len());
    pairs[from..].sort_by_key(|pair| pair.open);
    let mut end = 0;
    let mut kept = from;
    for at in from..pairs.len() {
        if pairs[at].open >= end {
            end = pairs[at].close;
            pairs[kept] = pairs[at];
            kept += 1;
        }
    }
    pairs.truncate(kept);
}

fn read_block(page: Page<'_>, block: &Range<usize>, open: &mut Vec<usize>, pairs: &mut Vec<Pair>) {
    let continues = !open.is_empty();
    let mut after_opening = false;
    for at in block.clone() {
        if !page.tokens[at].is_mark(b'"') {
            after_opening = false;
            continue;
        }
        // The mark that only says that the quotation goes on.
        if continues && at == block.start {
            after_opening = true;
            continue;
        }
        let shape = closes_style(page, open.last().copied(), at)
            .unwrap_or_else(|| turn(page, block, at, after_opening));
        let closes = match shape {
            Turn::Opens => false,
            Turn::Closes => true,
            Turn::Either => !open.is_empty(),
        };
        if !closes {
            open.push(at);
        } else if let Some(start) = open.pop() {
            pairs.push(Pair { open: start, close: at, is_single: false });
        }
        after_opening = !closes;
    }
}

/// What a mark of an asymmetric style does after the one that stands open.
fn closes_style(page: Page<'_>, open: Option<usize>, at: usize) -> Option<Turn> {
    let opened = open.map_or("", |open| page.word(open));
    match (opened, page.word(at)) {
        ("„", "“" | "”" | "‟" | "\"") | ("»", "«") | ("«", "»") | ("“" | "‟", "”") => {
            Some(Turn::Closes)
        }
        // A mark turned the wrong way at the end: “ … faces. “
        (_, "“") if open.is_some() && page.tokens.get(at + 1).is_none_or(|next| next.is(Look::SPACED)) => {
            Some(Turn::Closes)
        }
        (_, "„" | "“") => Some(Turn::Opens),
        _ => None,
    }
}

/// What a mark does by what stands on both its sides.
fn turn(page: Page<'_>, block: &Range<usize>, at: usize, after_opening: bool) -> Turn {
    let token = &page.tokens[at];
    let before = (at > block.start).then(|| &page.tokens[at - 1]);
    let after = (at + 1 < block.end).then(|| &page.tokens[at + 1]);
    let opens_left = after_opening
        || token.is(Look::SPACED)
        || before.is_none_or(|before| matches!(before.mark, b'(' | b'[' | b'_' | b'{' | b'/'));
    let is_open_air = |after: &Token| {
        after.is(Look::SPACED)
            || matches!(after.mark, b',' | b';' | b':' | b'!' | b'?' | b')' | b']' | b'_' | b'"' | b'}')
            || after.is_mark(b'.') && !opens_left
    };
    let closes_right = after.is_none_or(is_open_air);
    match (opens_left, closes_right) {
        (true, false) => Turn::Opens,
        (true, true) if after.is_some_and(|after| after.is_mark(b'"') && !after.is(Look::SPACED)) => {
            Turn::Opens
        }
        (false, true) => Turn::Closes,
        // Inches and seconds: 6'2".
        (false, false) if before.is_some_and(|before| before.mark != 0) => Turn::Closes,
        _ => Turn::Either,
    }
}

/// Single marks, where the block has no double ones.
fn read_single(page: Page<'_>, block: &Range<usize>, pairs: &mut Vec<Pair>) {
    let mut open: Option<usize> = None;
    let closes = |at: usize| {
        let next = (at + 1 < block.end).then(|| &page.tokens[at + 1]);
        !page.tokens[at].is(Look::SPACED)
            && page.word(at) != "‘"
            && next.is_none_or(|next| next.is(Look::SPACED) || next.mark != 0)
    };
    let mut last = None;
    for at in block.clone().filter(|at| page.tokens[*at].is_mark(b'\'')) {
        if let (Some(start), true) = (open, closes(at)) {
            // An apostrophe behind an s is believed only where no other mark can close.
            let may_be_possessive = page.word(at - 1).ends_with('s');
            if may_be_possessive
                && last.get_or_insert_with(|| last_closing(page, block, closes)).is_some_and(|last| last > at)
            {
                continue;
            }
            pairs.push(Pair { open: start, close: at, is_single: true });
            open = None;
        } else if open.is_none() && opens_single(page, block, at) {
            open = Some(at);
        }
    }
}

fn last_closing(page: Page<'_>, block: &Range<usize>, closes: impl Fn(usize) -> bool) -> Option<usize> {
    block.clone().rev().find(|at| page.tokens[*at].is_mark(b'\'') && closes(*at))
}

fn opens_single(page: Page<'_>, block: &Range<usize>, at: usize) -> bool {
    let is_left_free = at == block.start
        || page.tokens[at].is(Look::SPACED)
        || matches!(page.tokens[at - 1].mark, b'(' | b'[' | b'_');
    let next = (at + 1 < block.end).then(|| &page.tokens[at + 1]);
    is_left_free
        && next.is_some_and(|next| !next.is(Look::SPACED) && (next.is(Look::LETTERS) || next.is_mark(b'[')))
}
