//! A sentence without marks into a reported statement: “Stoltenberg said that …”, “…, according to Reuters”.

use super::memory::{Memory, Who};
use super::sentence::is_cue;
use super::speaker::Reading;
use super::subject::{self, Subject};
use super::{Page, rule};
use crate::annotate::Quote;
use crate::annotate::lexicon::Classes;
use crate::annotate::token::Look;
use crate::text::Span;
use std::ops::Range;

/// Words of the shortest statement.
const MIN_WORDS: usize = 3;
/// Tokens between a verb and `that`: `told reporters in Kyiv on Monday that`.
const THAT_REACH: usize = 10;

/// Reads one sentence; whether somebody spoke in it.
pub(super) fn read(
    page: Page<'_>,
    tokens: &Range<usize>,
    memory: &mut Memory,
    quotes: &mut Vec<Quote>,
) -> bool {
    let Some((words, reading)) = find(page, tokens, memory) else { return false };
    let n_words = words.clone().filter(|at| page.tokens[*at].mark == 0).take(MIN_WORDS).count();
    let last = words.clone().rev().find(|at| page.tokens[*at].mark == 0 || page.is_mark(*at, b')'));
    let (Some(last), true) = (last, n_words == MIN_WORDS) else { return false };
    let span = Span { start: page.tokens[words.start].span.start, end: page.tokens[last].span.end };
    quotes.push(reading.quote(page, span, true));
    memory.hear(page, reading.who);
    true
}

/// The words told, as tokens, and who tells them.
fn find(page: Page<'_>, tokens: &Range<usize>, memory: &Memory) -> Option<(Range<usize>, Reading)> {
    for at in tokens.clone() {
        let classes = page.classes[at];
        if classes.has(Classes::SAYING_CLAUSE) {
            if let Some(found) = by_verb(page, tokens, at, memory) {
                return Some(found);
            }
        } else if page.is_word(at, &["according"]) && page.is_word(at + 1, &["to"]) {
            return by_according(page, tokens, at, memory);
        }
    }
    None
}

/// A finite verb with what it tells, behind it or, at the end of the sentence, in front of it.
fn by_verb(
    page: Page<'_>,
    tokens: &Range<usize>,
    cue: usize,
    memory: &Memory,
) -> Option<(Range<usize>, Reading)> {
    if !is_cue(page, cue) || !page.is(cue, Classes::SAYING) {
        return None;
    }
    let subject = subject::before(page, tokens.start, cue);
    if matches!(subject, Subject::Nobody) {
        return None;
    }
    let who = memory.read(page, &subject, tokens.start);
    let reading = Reading { who, cue: Some(cue), is_adjacent: true };
    if let Some(start) = clause_start(page, tokens, cue) {
        return Some((start..tokens.end, reading));
    }
    let next = if page.is_word(cue, &["told"]) { past_listener(page, tokens, cue + 1)? } else { cue + 1 };
    let ends = next >= tokens.end || matches!(page.tokens[next].mark, b'.' | b',');
    let comma = (tokens.start..cue).rev().find(|at| page.is_mark(*at, b','))?;
    let is_known = !matches!(who, Who::Untold);
    (ends && is_known && comma > tokens.start).then_some((tokens.start..comma, reading))
}

/// Where the clause behind a verb begins: after `that`, or at once with something that can be its subject.
fn clause_start(page: Page<'_>, tokens: &Range<usize>, cue: usize) -> Option<usize> {
    let reach = cue + 1..tokens.end.min(cue + THAT_REACH);
    let that = reach.clone().find(|at| page.is_word(*at, &["that"]));
    let is_near = |that: &usize| (cue + 1..*that).all(|at| !is_cue(page, at));
    if let Some(that) = that.filter(is_near) {
        return (that + 1 < tokens.end).then_some(that + 1);
    }
    let has_listener = page.is_word(cue, &["told", "tells"]);
    let next = if has_listener { past_listener(page, tokens, cue + 1)? } else { cue + 1 };
    let token = page.tokens.get(next).filter(|_| next < tokens.end)?;
    let is_subject = subject::is_pronoun(page, next)
        || page.is_word(
            next,
            &[
                "the", "a", "an", "his", "her", "their", "its", "there", "this", "these", "those", "at",
                "more", "no", "some", "many", "all",
            ],
        )
        || token.is_capital() && !page.is(next, Classes::CALENDAR)
        || token.is(Look::NUMBER);
    let is_plain = has_listener
        || page.is_word(
            cue,
            &[
                "said",
                "says",
                "stated",
                "added",
                "claimed",
                "announced",
                "noted",
                "insisted",
                "argued",
                "explained",
                "reported",
                "confirmed",
                "warned",
                "adds",
            ],
        );
    (is_subject && is_plain && has_verb(page, next, tokens.end)).then_some(next)
}

/// Where what is told begins behind the one it is told to: `told the press it …`.
fn past_listener(page: Page<'_>, tokens: &Range<usize>, start: usize) -> Option<usize> {
    if let Some(name) = page
        .mention_at(start)
        .or_else(|| page.mention_at(start + 1).filter(|_| page.is_word(start, &["the"])))
    {
        return Some(page.past_token(name)).filter(|next| *next < tokens.end);
    }
    let article = usize::from(page.is_word(start, &["the", "a"]));
    let listeners = [
        "reporters",
        "press",
        "media",
        "journalists",
        "him",
        "her",
        "them",
        "us",
        "me",
        "parliament",
        "court",
        "police",
        "newspaper",
        "crowd",
    ];
    page.is_word(start + article, &listeners).then_some(start + article + 1)
}

/// Whether a clause with a verb follows, by the auxiliaries and endings that nearly every one has.
fn has_verb(page: Page<'_>, start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        let token = &page.tokens[at];
        token.is_lower()
            && (page.is_word(
                at,
                &[
                    "is", "are", "was", "were", "had", "has", "have", "would", "will", "could", "can", "may",
                    "might", "should", "must", "did", "does", "do",
                ],
            ) || page.word(at).ends_with("ed"))
    })
}

/// “According to X, …” and “…, according to X.”
fn by_according(
    page: Page<'_>,
    tokens: &Range<usize>,
    at: usize,
    memory: &Memory,
) -> Option<(Range<usize>, Reading)> {
    let subject = subject::after(page, at + 2, tokens.end);
    let who = match memory.read(page, &subject, tokens.start) {
        Who::Known(name, _) => Who::Known(name, rule::ACCORDING_TO),
        who => who,
    };
    let reading = Reading { who, cue: Some(at), is_adjacent: true };
    if at > tokens.start {
        let end = if page.is_mark(at - 1, b',') { at - 1 } else { at };
        return (end > tokens.start).then_some((tokens.start..end, reading));
    }
    let comma = (at..tokens.end).find(|at| page.is_mark(*at, b','))?;
    (comma + 1 < tokens.end).then_some((comma + 1..tokens.end, reading))
}
