//! The rules by which lines of an article are cut, each small and named by its reason.
//!
//! They work on lines of any text, page or clipping, and lean towards keeping:
//! inside the *core*, from the first paragraph of prose to the last, a line needs
//! stronger evidence than in front of it or behind it.

use super::judge::Judged;
use super::line::Ending;
use super::phrase::Consequence;
use std::ops::Range;

/// What is to become of a line: `None` to keep it, or the reason for which it goes.
pub(super) type Fate = Option<&'static str>;

/// Words of story before an opener, such as a comment form, ends it.
const STORY_WORDS: f32 = 60.0;

/// Phrases of so many words are never part of a story when they fill a line.
const STRONG_WORDS: usize = 3;

/// The longest list of headlines that may interrupt a story.
const MAX_LIST: usize = 10;

/// The longest line that is nothing but a picture's credit.
const CREDIT_WORDS: f32 = 8.0;

/// Cuts every line of furniture; lines that have a fate already are left alone.
pub(super) fn cut_furniture(lines: &[Judged<'_>], fates: &mut [Fate]) {
    cut_behind_openers(lines, fates);
    let core = find_core(lines, fates);
    for at in 0..lines.len() {
        if fates[at].is_none() {
            fates[at] = judge_phrase(lines, fates, at, &core).or_else(|| judge_shape(lines, at, &core));
        }
    }
    cut_lists(lines, fates, &core);
    cut_repeated(lines, fates, &core);
    cut_behind_story(lines, fates);
}

/// The lines from the first paragraph of prose to the last; all of them when there is none.
pub(super) fn find_core(lines: &[Judged<'_>], fates: &[Fate]) -> Range<usize> {
    let is_story = |at: &usize| fates[*at].is_none() && lines[*at].is_prose;
    let first = (0..lines.len()).find(is_story);
    let last = (0..lines.len()).rev().find(is_story);
    match (first, last) {
        (Some(first), Some(last)) => first..last + 1,
        _ => 0..lines.len(),
    }
}

fn count_prose(lines: &[Judged<'_>], fates: &[Fate], range: Range<usize>) -> f32 {
    range.filter(|at| fates[*at].is_none()).map(|at| lines[at].prose_words()).sum()
}

/// A comment form or a list of similar news ends the story, once there is one.
fn cut_behind_openers(lines: &[Judged<'_>], fates: &mut [Fate]) {
    let total = count_prose(lines, fates, 0..lines.len());
    let mut before = 0.0;
    for at in 0..lines.len() {
        if fates[at].is_some() {
            continue;
        }
        before += lines[at].prose_words();
        let Some(hit) = lines[at].hit.filter(|hit| hit.consequence == Consequence::Opener) else { continue };
        // The word "comments" alone may also be a button in the middle.
        let is_sure = hit.reason != "reader comments" || total - before <= before;
        if before >= STORY_WORDS && is_sure {
            for (line, fate) in lines[at..].iter().zip(&mut fates[at..]) {
                fate.get_or_insert(line.hit.map_or(hit.reason, |own| {
                    if own.consequence == Consequence::Mark { hit.reason } else { own.reason }
                }));
            }
            return;
        }
    }
}

/// Lines whose wording is furniture.
fn judge_phrase(lines: &[Judged<'_>], fates: &[Fate], at: usize, core: &Range<usize>) -> Fate {
    let Judged { line, hit: Some(hit), .. } = &lines[at] else { return None };
    if hit.consequence == Consequence::Mark {
        return None;
    }
    let is_inside = core.contains(&at);
    let is_sure = if hit.is_whole {
        hit.n_words >= STRONG_WORDS
            || !is_inside
            || has_furniture_beside(lines, fates, at)
            || heads_teaser(lines, at)
    } else {
        is_sure_part(lines, fates, at, is_inside)
    };
    // A word with a full stop is an answer or a sentence: “Sorry.”
    let is_answer = is_inside && hit.is_whole && hit.n_words < STRONG_WORDS && line.ending == Ending::Stop;
    (is_sure && !is_answer).then_some(hit.reason)
}

/// Whether a phrase that is part of a line condemns the whole of it.
fn is_sure_part(lines: &[Judged<'_>], fates: &[Fate], at: usize, is_inside: bool) -> bool {
    let Judged { line, hit: Some(hit), .. } = &lines[at] else { return false };
    // “Also in the room was the minister.” is no list of other stories.
    if hit.consequence == Consequence::List {
        return line.ending != Ending::Stop;
    }
    if hit.reason == "author bio" {
        return !is_inside && has_furniture_beside(lines, fates, at) || hit.is_anchored && !line.is_prose();
    }
    let calls = matches!(
        hit.reason,
        "newsletter call"
            | "follow us"
            | "related link"
            | "cookie notice"
            | "legal notice"
            | "comment form"
            | "contact line"
    );
    !line.is_prose() || if is_inside { hit.is_anchored && calls } else { calls }
}

/// `Read more` above a line that is a headline rather than a paragraph.
fn heads_teaser(lines: &[Judged<'_>], at: usize) -> bool {
    let is_related = lines[at].hit.is_some_and(|hit| hit.reason == "related stories");
    is_related
        && lines
            .get(at + 1)
            .is_some_and(|next| next.line.ending == Ending::Bare && next.line.words.len() >= STRONG_WORDS)
}

fn has_furniture_beside(lines: &[Judged<'_>], fates: &[Fate], at: usize) -> bool {
    let is_kept = |other: &usize| fates[*other].is_none() || lines[*other].is_furniture();
    let before = (0..at).rev().find(is_kept);
    let behind = (at + 1..lines.len()).find(is_kept);
    [before, behind].into_iter().flatten().any(|other| lines[other].is_furniture())
}

/// Lines whose shape is furniture outside the core: web addresses, breadcrumbs, timestamps, credits of pictures.
fn judge_shape(lines: &[Judged<'_>], at: usize, core: &Range<usize>) -> Fate {
    let judged = &lines[at];
    let is_mark = |reason: &str| judged.hit.is_some_and(|hit| hit.reason == reason);
    if is_mark("caption") && judged.line.n_words <= CREDIT_WORDS && !is_quoted_or_closed(judged) {
        return Some("caption");
    }
    if core.contains(&at) {
        return None;
    }
    if at < core.start && is_web_address(judged.line.text) {
        return Some("web address");
    }
    // A dash opens the signature of a quoted post, which is part of the story.
    if judged.line.text.starts_with(['—', '–', '-']) {
        return None;
    }
    if judged.date.is_some() || is_mark("timestamp") && judged.line.n_number > 0 {
        return Some("timestamp");
    }
    (at < core.start && is_breadcrumb(judged.line.text)).then_some("navigation")
}

fn is_quoted_or_closed(judged: &Judged<'_>) -> bool {
    judged.line.is_quoted() || judged.line.ending == Ending::Open
}

/// Whether the text is one address and nothing else.
fn is_web_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && text.len() > 4
        && (text.starts_with("http")
            || text.starts_with("www.")
            || text.contains(".com/")
            || text.contains('@') && text.contains('.'))
}

/// Whether the text is a path through a site: short steps between arrows.
fn is_breadcrumb(text: &str) -> bool {
    let arrows = ["›", "»", " > ", " / ", "→"];
    let Some(arrow) = arrows.iter().find(|arrow| text.contains(**arrow)) else { return false };
    let steps: Vec<&str> = text.split(arrow).map(str::trim).filter(|step| !step.is_empty()).collect();
    steps.len() >= 3
        && !text.contains("://")
        && steps[..2].iter().all(|step| step.split_whitespace().count() <= 4)
}

/// Headlines of other stories behind “Related articles” and the like.
fn cut_lists(lines: &[Judged<'_>], fates: &mut [Fate], core: &Range<usize>) {
    // Without prose there is no telling a list of headlines from a list.
    if !lines.iter().any(|line| line.is_prose) {
        return;
    }
    for at in 0..lines.len() {
        let Some(hit) = lines[at].hit.filter(|hit| hit.consequence == Consequence::List) else { continue };
        if fates[at].is_none() || at < core.start {
            continue;
        }
        let is_item = |at: &usize| !lines[*at].is_prose;
        let end = (at + 1..lines.len()).find(|at| !is_item(at)).unwrap_or(lines.len());
        if end < lines.len() && end - at > MAX_LIST {
            continue;
        }
        // The last short line before the story goes on may be a subhead of the story.
        let end = if end < lines.len() && end > at + 2 { end - 1 } else { end };
        for fate in &mut fates[at + 1..end] {
            fate.get_or_insert(hit.reason);
        }
    }
}

/// A line that stands twice in a row above the story, as captions do.
fn cut_repeated(lines: &[Judged<'_>], fates: &mut [Fate], core: &Range<usize>) {
    let mut last: Option<usize> = None;
    let end = if lines.iter().any(|line| line.is_prose) { core.start + 2 } else { 0 };
    for at in 0..end.min(lines.len()) {
        if fates[at].is_some() {
            continue;
        }
        if last.is_some_and(|last| lines[last].key == lines[at].key)
            && lines[at].line.words.len() >= STRONG_WORDS
        {
            fates[at] = Some("repeated line");
        } else {
            last = Some(at);
        }
    }
}

/// Once furniture begins behind the last paragraph, the story is over.
fn cut_behind_story(lines: &[Judged<'_>], fates: &mut [Fate]) {
    let core = find_core(lines, fates);
    if count_prose(lines, fates, core.clone()) < STORY_WORDS {
        return;
    }
    let ends = |reason: &str| {
        !matches!(
            reason,
            "caption"
                | "timestamp"
                | "advertisement"
                | "related link"
                | "web address"
                | "share bar"
                | "outside the story"
        )
    };
    let Some(first) = (core.end..lines.len()).find(|at| fates[*at].is_some_and(ends)) else { return };
    for fate in &mut fates[first..] {
        fate.get_or_insert("after the story");
    }
}
