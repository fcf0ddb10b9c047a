//! Teasers inside a line of the story, and lines that are two run together.

use super::judge::Judged;
use super::line::{Line, is_space};
use super::phrase::find_phrase;
use crate::text::Span;

/// The longest teaser inside a paragraph, in words.
const MAX_TEASER: f32 = 30.0;

/// The same in bytes, brackets included.
const MAX_BRACKET: usize = 400;

/// How far back from its colon a label such as `Read more:` may begin, in bytes.
const MAX_LABEL: usize = 40;

/// The teaser inside a paragraph: in brackets, or labeled at its end.
pub(super) fn find_teaser(line: &Line<'_>) -> Option<(Span, &'static str)> {
    find_bracketed(line).or_else(|| find_labeled(line))
}

fn pointing(text: &str) -> Option<&'static str> {
    let hit = find_phrase(&Line::new(text, Span::new(0, text.len()), false))?;
    (hit.is_anchored && matches!(hit.reason, "related link" | "related stories")).then_some(hit.reason)
}

fn spaced(line: &Line<'_>, from: usize, to: usize) -> Span {
    let start = line.span.start as usize;
    Span::new(start + from, start + to)
}

fn find_bracketed(line: &Line<'_>) -> Option<(Span, &'static str)> {
    let text = line.text;
    let mut from = 0;
    while let Some(at) =
        text.as_bytes()[from..].iter().position(|byte| matches!(byte, b'(' | b'[')).map(|at| at + from)
    {
        let close = if text[at..].starts_with('(') { ')' } else { ']' };
        from = at + 1;
        let mut window = text.len().min(at + MAX_BRACKET);
        while !text.is_char_boundary(window) {
            window -= 1;
        }
        let Some(end) = text[at..window].find(close).map(|end| at + end) else { continue };
        let inside = &text[at + 1..end];
        let is_short = inside.split_whitespace().count() as f32 <= MAX_TEASER;
        let reason = if is_short { pointing(inside) } else { None };
        if let Some(reason) = reason.filter(|reason| *reason == "related link") {
            return Some((spaced(line, at, end + 1), reason));
        }
    }
    None
}

fn find_labeled(line: &Line<'_>) -> Option<(Span, &'static str)> {
    let text = line.text;
    let colon = text.rfind(':')?;
    let mut from = colon.saturating_sub(MAX_LABEL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let (stop, mark) =
        text[from..colon].char_indices().rev().find(|(_, c)| matches!(c, '.' | '!' | '?' | '”' | '"'))?;
    let label = from + stop + mark.len_utf8();
    let teaser = text[label..].trim_start_matches(is_space);
    let n_words = teaser.split_whitespace().count() as f32;
    let goes_on = teaser.contains(". ");
    if goes_on || !(3.0..=MAX_TEASER).contains(&n_words) || teaser.starts_with(['“', '"']) {
        return None;
    }
    let reason = pointing(teaser).filter(|reason| *reason == "related link")?;
    Some((spaced(line, text.len() - teaser.len(), text.len()), reason))
}

/// A headline run together with the first sentence behind it, `…since Russia invadedNATO Secretary-General…`:
/// the length of the headline in bytes.
pub(super) fn split_glued_headline(judged: &Judged<'_>) -> Option<usize> {
    let text = judged.line.text;
    if !judged.is_prose {
        return None;
    }
    let mut word = 0;
    let mut previous = ' ';
    for (at, c) in text.char_indices() {
        if is_space(previous) {
            word = at;
        }
        if matches!(c, '.' | '!' | '?') && at > 0 {
            return None;
        }
        let left = &text[word..at];
        if c.is_uppercase()
            && previous.is_lowercase()
            && left.chars().count() >= MIN_GLUED
            && !left.contains(char::is_uppercase)
        {
            let (headline, rest) = text.split_at(at);
            let n_words = |text: &str| text.split_whitespace().count();
            let is_pair = n_words(headline) >= 4 && n_words(rest) >= 8;
            return (is_pair && left.chars().all(char::is_alphabetic)).then_some(at);
        }
        previous = c;
    }
    None
}

/// The fewest lower-case letters before a capital that are two words rather than a name such as `iPhone` or `macOS`.
const MIN_GLUED: usize = 4;
