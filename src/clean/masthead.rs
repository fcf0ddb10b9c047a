//! The head of an article: which line is the headline, and what of byline, date and outlet stands around it.
//!
//! A headline is known by its shape, or because the page says it twice: as the
//! title of its window and above the story.

use super::byline::{read_byline, split_glued_byline};
use super::dateline::find_dateline;
use super::judge::Judged;
use super::line::{Ending, chain, hash_words, is_space};
use super::phrase::Consequence;
use super::rules::{Fate, find_core};
use crate::text::{Span, split_sentences};
use std::ops::Range;

/// The longest and shortest headline, in words.
const MAX_HEADLINE: f32 = 32.0;
const MIN_HEADLINE: f32 = 2.0;

/// How many lines above the story may be its headline on a page.
const HEAD_LINES: usize = 40;

/// How many words the title of the window and the headline must share.
const ECHO_WORDS: usize = 3;

/// What was read from the head of a text.
#[derive(Clone, Debug, Default)]
pub(super) struct Masthead {
    /// The authors.
    pub byline: Vec<String>,
    /// The printed date, ISO 8601.
    pub published: Option<String>,
    /// The outlet.
    pub outlet: Option<String>,
}

/// Whether a line may be a headline by its shape.
pub(super) fn is_headline(judged: &Judged<'_>) -> bool {
    let line = &judged.line;
    let is_furniture = judged
        .hit
        .is_some_and(|hit| hit.consequence != Consequence::Mark || hit.is_whole || hit.reason == "caption");
    (MIN_HEADLINE..=MAX_HEADLINE).contains(&line.n_words)
        && line.n_words > line.n_number as f32
        && line.ending != Ending::Open
        && !ends_with_full_stop(line.text)
        && !is_furniture
        && judged.date.is_none()
        && !line.text.starts_with(['-', '•', '*', '—', '–', '#', '('])
        && !line.text.starts_with(|c: char| c.is_lowercase())
        && !line.text.contains('@')
        && !line.text.contains("://")
        && !line.text.contains("www.")
        && !is_turn(line.text)
        && !holds_sentences(line.text)
        && read_byline(line).is_empty()
        && split_glued_byline(line).is_none()
}

/// Whether a full stop closes the text; the stops of `U.S.` and of `…` do not.
fn ends_with_full_stop(text: &str) -> bool {
    let Some(before) = text.trim_end_matches(['"', '”', '’', '\'', ')', '»', '“']).strip_suffix(['.', '。'])
    else {
        return false;
    };
    let mut last = before.chars().rev();
    let is_initial =
        last.next().is_some_and(char::is_uppercase) && last.next().is_none_or(|c| !c.is_alphabetic());
    !is_initial && !before.ends_with('.')
}

/// Whether a sentence ends with a full stop inside the text and another begins.
fn holds_sentences(text: &str) -> bool {
    let sentences = split_sentences(text, Span::new(0, text.len()));
    sentences.iter().rev().skip(1).any(|sentence| ends_with_full_stop(sentence.of(text)))
}

/// Whether the text is one side of a conversation: `Q: Where did you grow up?`
fn is_turn(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(speaker, _)| speaker.chars().count() == 1)
}

/// The span of a headline without the full stop that may close it, and without a topic in front that it repeats:
/// `NATO Chief Visits Ukraine: NATO chief visits Ukraine for 1st time` says the same twice.
pub(super) fn headline_span(judged: &Judged<'_>) -> Span {
    let text = judged.line.text;
    let bare =
        if ends_with_full_stop(text) { text.trim_end_matches('.').trim_end_matches(is_space) } else { text };
    let start = judged.line.span.start as usize;
    Span::new(start + repeated_topic(bare), start + bare.len())
}

/// The length of a topic in front of a headline that begins with the same words, mark and space behind it included.
fn repeated_topic(headline: &str) -> usize {
    let Some((topic, rest)) = headline.split_once(": ") else { return 0 };
    let (topic_words, rest_words) = (hash_words(topic), hash_words(rest));
    let repeats = topic_words.len() >= 2
        && rest_words.len() > topic_words.len()
        && rest_words.starts_with(&topic_words);
    if repeats { headline.len() - rest.trim_start().len() } else { 0 }
}

/// The headline of a clipping: the first line that is kept, if it has the shape and stands before the story.
pub(super) fn find_first_headline(lines: &[Judged<'_>], fates: &[Fate]) -> Option<usize> {
    let core = find_core(lines, fates);
    let is_kept = |at: &usize| fates[*at].is_none();
    let first = (0..lines.len()).find(is_kept)?;
    let has_story = (first + 1..lines.len()).any(|at| is_kept(&at));
    let is_above = first < core.start || core.len() == lines.len();
    (is_above && has_story && is_headline(&lines[first]) && !opens_story(&lines[first])).then_some(first)
}

/// Whether the first sentence of the story begins on a line, behind a dateline.
fn opens_story(line: &Judged<'_>) -> bool {
    let text = line.line.text;
    find_dateline(text).is_some_and(|len| !text[len..].starts_with(':'))
}

/// A line that says one of the given titles, with or without the outlet behind it.
pub(super) fn find_given_headline(lines: &[Judged<'_>], titles: &[Vec<u64>]) -> Option<usize> {
    let says = |at: &usize| titles.iter().any(|title| echoes(title, &lines[*at].line.words));
    (0..lines.len().min(HEAD_LINES)).find(says)
}

/// Whether the words of `line` are those of `title` or the beginning of them.
fn echoes(title: &[u64], line: &[u64]) -> bool {
    line == title || line.len() >= ECHO_WORDS && title.len() > line.len() && title.starts_with(line)
}

/// Whether a line repeats the title of the window, which is the first line of a saved page.
fn is_echo(lines: &[Judged<'_>], at: usize) -> bool {
    let window = &lines[0].line.words;
    let words = &lines[at].line.words;
    echoes(window, words) && words.len() >= ECHO_WORDS.min(window.len())
}

/// The first line that repeats the title of the window.
pub(super) fn find_echo(lines: &[Judged<'_>]) -> Option<usize> {
    (1..lines.len()).find(|at| is_echo(lines, *at))
}

/// The headline of a page whose story begins at line `story`, and whether the window's title names it.
pub(super) fn find_page_headline(lines: &[Judged<'_>], story: usize) -> Option<(usize, bool)> {
    let echo = (1..lines.len().min(story + 4)).rev().find(|at| is_echo(lines, *at));
    if let Some(echo) = echo {
        return Some((echo, true));
    }
    let near = story.saturating_sub(HEAD_LINES)..story.min(lines.len());
    let shaped = near.rev().find(|at| is_headline(&lines[*at]) && lines[*at].line.n_words >= 4.0);
    shaped.map(|at| (at, false))
}

/// The outlet in the title of the window, behind the headline: `New SUVs highlight show - Connecticut Post`.
pub(super) fn read_outlet(window: &Judged<'_>, headline: &Judged<'_>) -> Option<String> {
    let text = window.line.text;
    let (at, mark) = text.char_indices().rev().find(|(at, c)| {
        matches!(c, '|' | '–' | '—' | '-' | '·' | '«' | '»' | ':') && text[..*at].ends_with(' ')
    })?;
    let outlet = text[at + mark.len_utf8()..].trim_matches(is_space);
    let n_words = outlet.split_whitespace().count();
    let is_behind = window.line.words.len() > headline.line.words.len();
    (is_behind && (1..=5).contains(&n_words) && outlet.starts_with(char::is_alphanumeric))
        .then(|| outlet.to_owned())
}

/// A hash of the words of a headline, to find it again.
pub(super) fn headline_key(words: &[u64]) -> u64 {
    words.iter().fold(0, |hash, word| chain(hash, *word))
}

/// Cuts bylines and printed dates in `head`, keeping what they say.
pub(super) fn read_head(
    lines: &[Judged<'_>],
    fates: &mut [Fate],
    head: Range<usize>,
    masthead: &mut Masthead,
) {
    let mut after_by = false;
    for at in head {
        let judged = &lines[at];
        let names = if after_by { read_bare_name(judged) } else { read_byline(&judged.line) };
        after_by = judged.hit.is_some_and(|hit| hit.reason == "byline" && hit.is_whole);
        if let Some(date) = &judged.date {
            masthead.published.get_or_insert(date.iso.clone());
            fates[at].get_or_insert("timestamp");
        }
        if !names.is_empty() {
            if masthead.byline.is_empty() {
                masthead.byline = names;
            }
            fates[at].get_or_insert("byline");
        } else if after_by {
            fates[at].get_or_insert("byline");
        }
    }
}

/// The name in the line below `By`.
fn read_bare_name(judged: &Judged<'_>) -> Vec<String> {
    let line = format!("By {}", judged.line.text);
    let span = Span::new(0, line.len());
    if judged.line.n_words <= 5.0 {
        read_byline(&super::line::Line::new(&line, span, false))
    } else {
        Vec::new()
    }
}
