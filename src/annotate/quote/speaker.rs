//! Frames into [`Quote`]s: for every quotation the reading of who said it that the sentence decides.

use super::mark::Pair;
use super::memory::{Memory, Who};
use super::sentence::{self, Frame, find_frames, is_cue};
use super::subject::{self, Subject};
use super::{Page, judge, reported, rule};
use crate::annotate::lexicon::Classes;
use crate::annotate::{Quote, Rule};
use crate::key::Kind;
use crate::text::Span;
use std::ops::Range;

/// Who said a quotation, and the verb that tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub who: Who,
    pub cue: Option<usize>,
    /// Whether the verb stands right beside the marks.
    pub is_adjacent: bool,
}

impl Reading {
    const NONE: Self = Self { who: Who::Untold, cue: None, is_adjacent: false };

    /// The quotation of these words.
    pub fn quote(self, page: Page<'_>, span: Span, indirect: bool) -> Quote {
        let (speaker, rule) = match self.who {
            Who::Known(name, rule) => (Some(name), rule),
            Who::Unnamed => (None, rule::UNNAMED),
            Who::Undecided => (None, rule::UNDECIDED),
            Who::Untold => (None, rule::UNTOLD),
        };
        let cue = self.cue.map(|at| page.tokens[at].span);
        Quote { span, speaker, rule, indirect, cue }
    }
}

/// Words between a verb and the marks it is still beside: `told reporters in Kyiv on Monday,`.
const ADJACENT: usize = 12;

/// Earlier quotations of a sentence behind which its verb is looked for.
const MAX_BACK: usize = 6;

/// The quotations of all blocks, in order of position.
pub(super) fn attribute(page: Page<'_>, blocks: &[Range<usize>], pairs: &[Pair]) -> Vec<Quote> {
    let (mut quotes, mut frames, mut memory) = (Vec::new(), Vec::new(), Memory::default());
    let (mut pair, mut n_read) = (0, 0);
    for (number, block) in blocks.iter().enumerate() {
        memory.begin_block(number);
        frames.clear();
        pair = find_frames(page, block, pairs, pair, &mut frames);
        for at in 0..frames.len() {
            let heard = if frames[at].pairs.is_empty() {
                reported::read(page, &frames[at].tokens, &mut memory, &mut quotes)
            } else {
                read_frame(page, &frames, at, pairs, &mut n_read, &mut memory, &mut quotes)
            };
            memory.pass(page, &frames[at].tokens, heard);
        }
    }
    quotes
}

fn read_frame(
    page: Page<'_>,
    frames: &[Frame],
    number: usize,
    pairs: &[Pair],
    n_read: &mut usize,
    memory: &mut Memory,
    quotes: &mut Vec<Quote>,
) -> bool {
    let frame = &frames[number];
    let mut heard = false;
    let mut last: Option<Reading> = None;
    for at in frame.pairs.clone() {
        let quote = pairs[at];
        let runs_on = quote.close >= frame.tokens.end;
        if at < *n_read || runs_on && quote.open < frame.tokens.start {
            continue;
        }
        let mut reading = read_pair(page, frame, at, pairs, memory);
        // The verb that tells the first half of broken words tells the second.
        if let Some(last) = last.filter(|last| last.cue.is_some() && last.cue == reading.cue) {
            reading.who = last.who;
        }
        if runs_on && !matches!(reading.who, Who::Known(..)) {
            continue;
        }
        if matches!(reading.who, Who::Untold) && reading.cue.is_none() {
            reading.who = carry(page, frames, number, pairs, memory, at);
        }
        *n_read = at + 1;
        last = Some(reading);
        let is_said = judge::is_said(page, quote, frame.tokens.start, reading.is_adjacent);
        if is_said {
            quotes.push(reading.quote(page, words(page, quote), false));
        }
        if is_said || reading.cue.is_some() && matches!(reading.who, Who::Known(..)) {
            memory.hear(page, reading.who);
            heard |= matches!(reading.who, Who::Known(..));
        }
    }
    heard
}

/// The words between two marks, spaces aside.
fn words(page: Page<'_>, quote: Pair) -> Span {
    let (start, end) = (page.tokens[quote.open].span.end, page.tokens[quote.close].span.start);
    let text = Span { start, end }.of(page.text);
    let start = end - narrow(text.trim_start().len());
    Span { start, end: start + narrow(text.trim().len()) }
}

fn narrow(length: usize) -> u32 {
    u32::try_from(length).expect("texts are shorter than 4 GiB")
}

/// The reading that the sentence itself gives.
fn read_pair(page: Page<'_>, frame: &Frame, at: usize, pairs: &[Pair], memory: &Memory) -> Reading {
    let quote = pairs[at];
    let limit = if at + 1 < frame.pairs.end { pairs[at + 1].open } else { frame.tokens.end };
    let behind = read_behind(page, frame, quote, limit, memory);
    if behind.is_adjacent && matches!(behind.who, Who::Known(..)) {
        return behind;
    }
    let front = read_front(page, frame, at, pairs, memory);
    if let Some(cue) = front.cue {
        // “Calling it a “…”, Smith walked out”: the participle has its subject behind the comma.
        let is_open = matches!(front.who, Who::Untold) && page.is(cue, Classes::SAYING_PARTICIPLE);
        if is_open && page.is_mark(quote.close + 1, b',') {
            let who = memory.read(page, &subject::main(page, quote.close + 2, limit), frame.tokens.start);
            return Reading { who, ..front };
        }
        return front;
    }
    if behind.cue.is_some() {
        return behind;
    }
    trailing(page, frame, quote, limit, memory)
        .or_else(|| according(page, frame, pairs, memory))
        .or_else(|| of_subject(page, frame, at, pairs, memory))
        .unwrap_or(Reading::NONE)
}

/// The verb behind the marks: `…”, said Smith`, `…,” Smith told reporters`.
fn read_behind(page: Page<'_>, frame: &Frame, quote: Pair, limit: usize, memory: &Memory) -> Reading {
    let mut start = quote.close + 1;
    let after_comma = [b',', b'_', b':'].into_iter().any(|mark| page.is_mark(start, mark));
    start += usize::from(after_comma);
    if start >= limit {
        return Reading::NONE;
    }
    if is_cue(page, start) && page.is(start, Classes::SAYING) {
        let subject = subject::after(page, start + 1, limit);
        if subject == Subject::Nobody {
            return Reading::NONE;
        }
        let who = memory.read(page, &subject, frame.tokens.start);
        return Reading { who, cue: Some(start), is_adjacent: true };
    }
    let opens = page.mention_at(start).is_some()
        || subject::is_pronoun(page, start)
        || page.tokens[start].is_capital()
        || page.is_word(start, &["the", "a", "an", "his", "her", "one", "another", "their"]);
    let is_finite = |at: &usize| is_cue(page, *at) && page.is(*at, Classes::SAYING);
    let Some(cue) = (start..limit).take(2 * ADJACENT).find(is_finite).filter(|_| opens) else {
        return Reading::NONE;
    };
    let subject = subject::before(page, start, cue);
    let who = memory.read(page, &subject, frame.tokens.start);
    match subject {
        Subject::Nobody => Reading::NONE,
        _ => Reading { who, cue: Some(cue), is_adjacent: true },
    }
}

/// The verb in front of the marks, within the sentence.
fn read_front(page: Page<'_>, frame: &Frame, at: usize, pairs: &[Pair], memory: &Memory) -> Reading {
    let mut end = pairs[at].open;
    let mut before = at;
    for _ in 0..MAX_BACK {
        let lower = if before > frame.pairs.start { pairs[before - 1].close + 1 } else { frame.tokens.start };
        if let Some(cue) = (lower..end).rev().find(|at| is_cue(page, *at)) {
            let who = read_cue(page, frame, lower, cue, memory);
            let is_adjacent = before == at && is_beside(page, cue, pairs[at].open);
            return Reading { who, cue: Some(cue), is_adjacent };
        }
        if before == frame.pairs.start {
            return Reading::NONE;
        }
        before -= 1;
        end = pairs[before].open;
    }
    Reading::NONE
}

/// Whether only an addressee, a place or a time stands between a verb and the marks.
fn is_beside(page: Page<'_>, cue: usize, open: usize) -> bool {
    open == cue + 1 || open - cue <= ADJACENT && matches!(page.tokens[open - 1].mark, b',' | b':')
}

fn read_cue(page: Page<'_>, frame: &Frame, lower: usize, cue: usize, memory: &Memory) -> Who {
    let start = frame.tokens.start;
    let is_finite = page.is(cue, Classes::SAYING);
    let subject = if is_finite || ends_in_name(page, lower, cue) {
        subject::before(page, lower, cue)
    } else {
        Subject::Nobody
    };
    let subject = match subject {
        Subject::Nobody => cited(page, start, cue).unwrap_or_else(|| governing(page, start, cue, is_finite)),
        // “Smith said she felt …”: the one who says it is the one who feels it.
        Subject::Pronoun(at) if !page.is_word(at, &["it", "they"]) => match governing(page, start, cue, true)
        {
            Subject::Name(name) => Subject::Name(name),
            _ => Subject::Pronoun(at),
        },
        Subject::Role(tokens) => {
            let who = memory.read(page, &Subject::Role(tokens.clone()), start);
            let goes_on = page.is_word(cue, &["added", "adds", "continued", "concluded"])
                && page.is_word(tokens.start, &["the"]);
            return match (who, memory.carried()) {
                (Who::Unnamed, Some((Who::Known(name, _), true))) if goes_on => Who::Known(name, rule::ROLE),
                (who, _) => who,
            };
        }
        subject => subject,
    };
    memory.read(page, &subject, start)
}

/// Whether a name stands right in front of a participle: `with Zinichev describing`.
fn ends_in_name(page: Page<'_>, lower: usize, cue: usize) -> bool {
    let name = cue.checked_sub(1).and_then(|last| page.mention_at(last));
    name.is_some_and(|name| {
        let first = page.first_token(name);
        page.past_token(name) == cue && first > lower && page.is_word(first - 1, &["with"])
    })
}

/// Whom somebody cites: `quoted Smith as saying`, `Smith was quoted as saying`.
fn cited(page: Page<'_>, start: usize, cue: usize) -> Option<Subject> {
    if !page.is_word(cue.checked_sub(1)?, &["as"]) {
        return None;
    }
    let verb = (start..cue).rev().find(|at| page.is_word(*at, &["quoted", "quotes", "cited", "cites"]))?;
    let is_passive = verb > start && page.is_word(verb - 1, &["was", "is", "were", "been", "are"]);
    Some(if is_passive {
        subject::before(page, start, verb)
    } else {
        subject::after(page, verb + 1, cue - 1)
    })
}

/// The subject of the nearest earlier verb of saying, else that of the sentence.
fn governing(page: Page<'_>, start: usize, cue: usize, skips_roles: bool) -> Subject {
    let verbs = (start..cue).rev().filter(|at| is_cue(page, *at) && page.is(*at, Classes::SAYING));
    for verb in verbs.take(3) {
        match subject::before(page, start, verb) {
            Subject::Nobody => {}
            Subject::Role(_) if skips_roles => {}
            subject => return subject,
        }
    }
    subject::main(page, start, cue)
}

/// The verb at the end of the sentence: `… “for as long as it takes” in its war, Stoltenberg says.`
fn trailing(page: Page<'_>, frame: &Frame, quote: Pair, limit: usize, memory: &Memory) -> Option<Reading> {
    let end = limit.min(frame.tokens.end);
    let last = (quote.close + 1..end).rev().take(3).find(|at| page.tokens[*at].mark == 0)?;
    let cue = Some(last).filter(|at| is_cue(page, *at) && page.is(*at, Classes::SAYING))?;
    let comma = (quote.close + 1..cue).rev().find(|at| page.is_mark(*at, b','))?;
    let who = memory.read(page, &subject::before(page, comma + 1, cue), frame.tokens.start);
    matches!(who, Who::Known(..)).then_some(Reading { who, cue: Some(cue), is_adjacent: false })
}

/// “According to” anywhere in the sentence.
fn according(page: Page<'_>, frame: &Frame, pairs: &[Pair], memory: &Memory) -> Option<Reading> {
    let end = frame.tokens.end;
    let at = sentence::outside(frame, pairs)
        .find(|at| page.is_word(*at, &["according"]) && page.is_word(*at + 1, &["to"]))?;
    let mut subject = subject::after(page, at + 2, end);
    // “According to its release, the league was …”
    let is_own = page.is_word(at + 2, &["its", "his", "her", "their"]);
    if let Some(comma) = (at..end).find(|comma| page.is_mark(*comma, b',')).filter(|_| is_own) {
        subject = subject::main(page, comma + 1, end);
    }
    let who = match memory.read(page, &subject, frame.tokens.start) {
        Who::Known(name, _) => Who::Known(name, rule::ACCORDING_TO),
        who => who,
    };
    Some(Reading { who, cue: Some(at), is_adjacent: false })
}

/// The subject of a sentence that has no verb of saying, unless something is done to it.
fn of_subject(page: Page<'_>, frame: &Frame, at: usize, pairs: &[Pair], memory: &Memory) -> Option<Reading> {
    let lower = if at > frame.pairs.start { pairs[at - 1].close + 1 } else { frame.tokens.start };
    let (lower, end) = (lower.min(pairs[at].open), pairs[at].open);
    let subject = match subject::main(page, lower, end) {
        Subject::Nobody => subject::main(page, frame.tokens.start, end),
        subject => subject,
    };
    let who = memory.read(page, &subject, frame.tokens.start);
    let known: Option<(usize, Rule)> = match who {
        Who::Known(name, rule) if page.mentions[name].kind == Kind::Person => {
            Some((name, if rule == rule::NAME { rule::SUBJECT } else { rule }))
        }
        _ => None,
    };
    known.map(|(name, rule)| Reading { who: Who::Known(name, rule), cue: None, is_adjacent: false })
}

/// The speaker of the sentences around, for a quotation whose sentence names nobody.
fn carry(page: Page<'_>, frames: &[Frame], number: usize, pairs: &[Pair], memory: &Memory, at: usize) -> Who {
    if at == frames[number].pairs.start && !sentence::is_bare(page, &frames[number], pairs) {
        return Who::Untold;
    }
    let again = |who: Who| match who {
        Who::Known(name, _) => Who::Known(name, rule::CARRIED),
        who => who,
    };
    match memory.carried() {
        Some((who, true)) => again(who),
        _ if memory.in_focus().is_some() => {
            memory.in_focus().map_or(Who::Untold, |name| Who::Known(name, rule::CARRIED))
        }
        Some((who, false)) if number == 0 => again(who),
        _ => Who::Untold,
    }
}
