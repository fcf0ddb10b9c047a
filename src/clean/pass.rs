//! One pass over a text: every line gets its fate, then the kept ones become the cleaned text.
//!
//! [`clean_text`] repeats the pass on its own result until nothing changes, so
//! that cleaning what is clean changes nothing.

use super::block::{find_story, is_page};
use super::byline::{read_reported_from, split_glued_byline};
use super::dateline::is_lone_dateline;
use super::judge::{Judged, Kept, judge_lines, judge_lines_again};
use super::line::Ending;
use super::masthead::{
    Masthead, find_first_headline, find_given_headline, find_page_headline, headline_key, headline_span,
    read_head, read_outlet,
};
use super::rules::{Fate, cut_furniture, find_core};
use super::source_map::{SourceMap, SourceMapBuilder};
use super::teaser::{find_teaser, split_glued_headline};
use crate::text::Span;

/// Passes after which the text is taken as it is; two nearly always do.
const MAX_PASSES: usize = 6;

/// What is known of an article before its text is read.
pub(super) struct Known<'a> {
    /// The words of the titles given for it.
    pub titles: Vec<Vec<u64>>,
    /// Whether a line recurs across the articles of the outlet.
    pub recurs: &'a dyn Fn(&Judged<'_>) -> bool,
}

/// A cleaned text.
pub(super) struct Cleaned {
    /// The headline if one stood in the text, a blank line, and the paragraphs.
    pub text: String,
    /// The headline in `text`, empty when none was found.
    pub title: Span,
    /// The paragraphs in `text`.
    pub paragraphs: Vec<Span>,
    /// Leads from `text` to the text that was cleaned.
    pub source: SourceMap,
    /// What was cut there and why, the headline left out, in order.
    pub removed: Vec<(Span, &'static str)>,
    /// What the head of the text said.
    pub masthead: Masthead,
    /// Whether every line came through as it was, so that another pass can find nothing.
    pub is_untouched: bool,
}

/// A stretch of the text on its way into the cleaned text.
enum Piece {
    Title(Span),
    Paragraph(Span),
    /// Goes on in the paragraph before, after a space.
    Joined(Span),
    Cut(Span, &'static str),
}

/// Cleans a text until cleaning it again would change nothing.
pub(super) fn clean_text(raw: &str, known: &Known<'_>) -> Cleaned {
    let (mut cleaned, mut kept) = run_pass(raw, judge_lines(raw), known);
    for _ in 1..MAX_PASSES {
        if cleaned.is_untouched {
            break;
        }
        let lines = judge_lines_again(&cleaned.text, kept);
        let (next, kept_again) = run_pass(&cleaned.text, lines, known);
        if next.text == cleaned.text && next.title == cleaned.title {
            break;
        }
        (cleaned, kept) = (compose(cleaned, next), kept_again);
    }
    cleaned
}

/// The second pass seen from the text of the first.
fn compose(first: Cleaned, second: Cleaned) -> Cleaned {
    let mut removed = first.removed;
    for (span, reason) in second.removed {
        removed.extend(first.source.to_raw_pieces(span).map(|raw| (raw, reason)));
    }
    removed.sort_by_key(|(span, _)| *span);
    let mut masthead = first.masthead;
    if masthead.byline.is_empty() {
        masthead.byline = second.masthead.byline;
    }
    masthead.published = masthead.published.or(second.masthead.published);
    masthead.outlet = masthead.outlet.or(second.masthead.outlet);
    let source = second.source.through(&first.source);
    Cleaned { source, removed, masthead, ..second }
}

/// Cleans a text of which the lines are known, and says which of them came through whole.
fn run_pass(text: &str, lines: Vec<Judged<'_>>, known: &Known<'_>) -> (Cleaned, Vec<Kept>) {
    let mut fates: Vec<Fate> = vec![None; lines.len()];
    let mut masthead = Masthead::default();
    let mut headline = find_given_headline(&lines, &known.titles);
    if is_page(&lines) {
        headline = cut_outside_story(&lines, &mut fates, headline, &mut masthead);
    }
    cut_furniture_around(&lines, &mut fates, headline);
    cut_recurring(&lines, &mut fates, headline, known);
    if headline.is_none() {
        headline = find_first_headline(&lines, &fates);
    }
    let head = 0..find_core(&lines, &fates).start.max(headline.map_or(0, |at| at + 1));
    if head.end < lines.len() || headline.is_some() {
        read_head(&lines, &mut fates, head, &mut masthead);
    }
    read_tail(&lines, &mut fates, &mut masthead);
    if let Some(headline) = headline {
        cut_repeated_headline(&lines, &mut fates, headline);
    }
    let (cleaned, copied) = build(text, &lines, &fates, headline, masthead);
    let kept = if cleaned.is_untouched { Vec::new() } else { keep(lines, copied) };
    (cleaned, kept)
}

/// The lines that were copied whole, by what was copied: the stretches in order with where they begin now.
fn keep(lines: Vec<Judged<'_>>, mut copied: Vec<(Span, u32)>) -> Vec<Kept> {
    copied.sort_unstable_by_key(|(span, _)| span.start);
    let mut copied = copied.into_iter().peekable();
    let kept = lines.into_iter().filter_map(|line| {
        let span = line.line.span;
        while copied.next_if(|(copied, _)| copied.start < span.start).is_some() {}
        let (_, start) = copied.next_if(|(copied, _)| *copied == span)?;
        Some(Kept::new(line, start))
    });
    kept.collect()
}

/// Cuts everything outside the main block of a page and finds the headline above it.
fn cut_outside_story(
    lines: &[Judged<'_>],
    fates: &mut [Fate],
    given: Option<usize>,
    masthead: &mut Masthead,
) -> Option<usize> {
    let story = find_story(lines);
    let start = story.iter().position(|is_story| *is_story).unwrap_or(0);
    let found = find_page_headline(lines, start);
    let headline = given.or(found.map(|(at, _)| at));
    if let Some((at, true)) = found {
        masthead.outlet = read_outlet(&lines[0], &lines[at]);
    }
    if let Some(at) = headline {
        read_head(lines, fates, at.saturating_sub(3)..start.max(at), masthead);
        if masthead.published.is_none() {
            let near = at.min(start).saturating_sub(8)..start.max(at);
            masthead.published =
                lines[near].iter().rev().find_map(|line| line.date.as_ref()).map(|date| date.iso.clone());
        }
    }
    for (at, line) in lines.iter().enumerate() {
        if !story[at] && Some(at) != headline {
            let own = line.hit.map(|hit| hit.reason).or(line.date.as_ref().map(|_| "timestamp"));
            fates[at].get_or_insert(own.unwrap_or("outside the story"));
        }
    }
    headline
}

/// The rules of furniture, from which the headline is safe.
fn cut_furniture_around(lines: &[Judged<'_>], fates: &mut [Fate], headline: Option<usize>) {
    cut_furniture(lines, fates);
    if let Some(at) = headline {
        fates[at] = None;
    }
}

fn cut_recurring(lines: &[Judged<'_>], fates: &mut [Fate], headline: Option<usize>, known: &Known<'_>) {
    let core = find_core(lines, fates);
    for (at, line) in lines.iter().enumerate() {
        let is_edge = !core.contains(&at) || line.is_prose;
        if fates[at].is_none() && Some(at) != headline && is_edge && (known.recurs)(line) {
            fates[at] = Some("recurring line");
        }
    }
}

/// `Lone Cook reported from Brussels` behind the story.
fn read_tail(lines: &[Judged<'_>], fates: &mut [Fate], masthead: &mut Masthead) {
    let core = find_core(lines, fates);
    for at in core.end..lines.len() {
        if fates[at].is_some() {
            continue;
        }
        if let Some(name) = read_reported_from(&lines[at].line) {
            if masthead.byline.is_empty() {
                masthead.byline.push(name);
            }
            fates[at] = Some("byline");
        }
    }
}

/// The headline stands once: the same words elsewhere on a line of their own are repetitions.
fn cut_repeated_headline(lines: &[Judged<'_>], fates: &mut [Fate], headline: usize) {
    fates[headline] = None;
    let key = headline_key(&lines[headline].line.words);
    for (at, line) in lines.iter().enumerate() {
        if at != headline
            && headline_key(&line.line.words) == key
            && fates[at].is_none_or(|fate| matches!(fate, "outside the story" | "repeated line"))
        {
            fates[at] = Some("repeated headline");
        }
    }
}

fn build(
    text: &str,
    lines: &[Judged<'_>],
    fates: &[Fate],
    headline: Option<usize>,
    masthead: Masthead,
) -> (Cleaned, Vec<(Span, u32)>) {
    let mut masthead = masthead;
    let pieces = cut_pieces(lines, fates, headline, &mut masthead);
    let mut built = SourceMapBuilder::with_room(text.len() + 2 * lines.len(), lines.len());
    let mut copied = Vec::with_capacity(lines.len());
    let mut title = Span::default();
    if let Some(span) =
        pieces.iter().find_map(|piece| if let Piece::Title(span) = piece { Some(*span) } else { None })
    {
        built.copy_unwrapped(text, span);
        copied.push((span, 0));
        title = Span { start: 0, end: built.at() };
    }
    let mut paragraphs: Vec<Span> = Vec::with_capacity(pieces.len());
    let mut removed = Vec::new();
    for piece in &pieces {
        match piece {
            Piece::Title(_) => {}
            Piece::Cut(span, reason) => removed.push((*span, *reason)),
            Piece::Paragraph(span) => {
                if built.at() > 0 {
                    built.insert("\n\n");
                }
                let start = built.at();
                built.copy_unwrapped(text, *span);
                copied.push((*span, start));
                paragraphs.push(Span { start, end: built.at() });
            }
            Piece::Joined(span) => {
                built.insert(" ");
                built.copy_unwrapped(text, *span);
                if let Some(paragraph) = paragraphs.last_mut() {
                    paragraph.end = built.at();
                }
            }
        }
    }
    let (text, source) = built.finish();
    // A page is judged by its empty lines too, and those are new; a headline may have come to the front, or off a sentence.
    let is_untouched = removed.is_empty()
        && paragraphs.len() + usize::from(headline.is_some()) == lines.len()
        && headline.unwrap_or(0) == 0
        && headline.is_some() != title.is_empty()
        && !is_page(lines);
    (Cleaned { text, title, paragraphs, source, removed, masthead, is_untouched }, copied)
}

/// The pieces of all lines in order.
fn cut_pieces(
    lines: &[Judged<'_>],
    fates: &[Fate],
    headline: Option<usize>,
    masthead: &mut Masthead,
) -> Vec<Piece> {
    let mut pieces = Vec::with_capacity(lines.len());
    let mut joint = Joint::default();
    let mut is_first = headline.is_none();
    for (at, judged) in lines.iter().enumerate() {
        if let Some(reason) = fates[at] {
            joint.cut(reason);
            pieces.push(Piece::Cut(judged.line.span, reason));
        } else if Some(at) == headline {
            push_headline(judged, &mut pieces);
        } else if let Some((name, section)) = split_glued_byline(&judged.line).filter(|_| !joint.has_story) {
            if masthead.byline.is_empty() {
                let start = judged.line.span.start;
                let local = Span { start: name.start - start, end: name.end - start };
                masthead.byline.push(local.of(judged.line.text).to_owned());
            }
            pieces.extend([Piece::Cut(name, "byline"), Piece::Cut(section, "section")]);
        } else {
            let glued = if is_first { split_glued_headline(judged) } else { None };
            push_story(judged, glued, &mut joint, &mut pieces);
            is_first = false;
        }
    }
    pieces
}

/// What decides whether a line goes on in the paragraph before it.
#[derive(Default)]
struct Joint {
    has_story: bool,
    /// The paragraph before breaks off in a sentence.
    is_open: bool,
    /// The paragraph before is a dateline alone.
    is_dateline: bool,
}

impl Joint {
    fn cut(&mut self, reason: &str) {
        let is_teaser = matches!(
            reason,
            "related link" | "related stories" | "advertisement" | "most read" | "newsletter call"
        );
        self.is_open &= is_teaser;
    }

    fn joins(&self, next: &str) -> bool {
        self.is_dateline || self.is_open && next.starts_with(char::is_lowercase)
    }

    fn keep(&mut self, judged: &Judged<'_>) {
        *self = Self {
            has_story: true,
            is_open: judged.line.ending == Ending::Bare && judged.line.n_words >= BROKEN_WORDS,
            is_dateline: is_lone_dateline(judged.line.text),
        };
    }
}

/// The fewest words of a paragraph that a teaser has broken in two.
const BROKEN_WORDS: f32 = 12.0;

fn push_headline(judged: &Judged<'_>, pieces: &mut Vec<Piece>) {
    let (whole, title) = (judged.line.span, headline_span(judged));
    if whole.start < title.start {
        pieces.push(Piece::Cut(Span { start: whole.start, end: title.start }, "repeated headline"));
    }
    pieces.push(Piece::Title(title));
    if title.end < whole.end {
        pieces.push(Piece::Cut(Span { start: title.end, end: whole.end }, "headline"));
    }
}

fn push_story(judged: &Judged<'_>, glued: Option<usize>, joint: &mut Joint, pieces: &mut Vec<Piece>) {
    let span = judged.line.span;
    let (start, end) = (span.start as usize, span.end as usize);
    let joins = joint.joins(judged.line.text);
    joint.keep(judged);
    if let Some(at) = glued {
        pieces.push(Piece::Title(Span::new(start, start + at)));
        return pieces.push(Piece::Paragraph(Span::new(start + at, end)));
    }
    let push = |span: Span, joins: bool| if joins { Piece::Joined(span) } else { Piece::Paragraph(span) };
    let Some((teaser, reason)) = find_teaser(&judged.line) else { return pieces.push(push(span, joins)) };
    let (from, to) = (teaser.start as usize - start, teaser.end as usize - start);
    let before = judged.line.text[..from].trim_end();
    let behind = judged.line.text[to..].trim_start();
    if !before.is_empty() {
        pieces.push(push(Span::new(start, start + before.len()), joins));
    }
    pieces.push(Piece::Cut(teaser, reason));
    if !behind.is_empty() {
        pieces.push(push(Span::new(end - behind.len(), end), !before.is_empty() || joins));
    }
}
