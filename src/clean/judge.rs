//! A [`Line`] with what its own words say of it: phrase, date, prose.

use super::line::{LINE_BYTES, Line, for_each_line};
use super::phrase::{Consequence, Hit, find_phrase};
use super::printed_date::{PrintedDate, find_timestamp};
use crate::text::Span;

/// A line and the evidence it carries by itself.
#[derive(Clone, Debug)]
pub(super) struct Judged<'a> {
    /// The line.
    pub line: Line<'a>,
    /// The phrase of furniture in it.
    pub hit: Option<Hit>,
    /// The date printed in it, when it is a timestamp.
    pub date: Option<PrintedDate>,
    /// Equal for lines with equal words, see [`Line::key`].
    pub key: u64,
    /// Whether it reads like a paragraph of a story.
    pub is_prose: bool,
}

/// The lines of a raw text, each judged by itself.
pub(super) fn judge_lines(raw: &str) -> Vec<Judged<'_>> {
    judge_lines_again(raw, Vec::new())
}

/// A line that came whole into a cleaned text: where it stands there, and how it was judged.
pub(super) struct Kept {
    start: u32,
    judged: Judged<'static>,
}

impl Kept {
    /// A line that now begins at `start`.
    pub(super) fn new(judged: Judged<'_>, start: u32) -> Self {
        let span = judged.line.span;
        Self { start, judged: judged.moved("", span, false) }
    }
}

/// The lines of a cleaned text, where those that came into it whole need no second look.
pub(super) fn judge_lines_again(text: &str, mut kept: Vec<Kept>) -> Vec<Judged<'_>> {
    kept.sort_unstable_by_key(|kept| kept.start);
    let mut lines = Vec::with_capacity(kept.len().max(text.len() / LINE_BYTES));
    let mut kept = kept.into_iter().peekable();
    for_each_line(text, |line, span, after_blank| {
        while kept.next_if(|kept| kept.start < span.start).is_some() {}
        let same = kept.next_if(|kept| kept.start == span.start && kept.judged.line.span.len() == span.len());
        lines.push(match same {
            Some(Kept { judged, .. }) => judged.moved(line, span, after_blank),
            None => Judged::new(Line::new(line, span, after_blank)),
        });
    });
    lines
}

impl<'a> Judged<'a> {
    /// Judges one line.
    pub(super) fn new(line: Line<'a>) -> Self {
        let hit = find_phrase(&line);
        let is_prose = line.is_prose() && hit.is_none_or(|hit| hit.consequence == Consequence::Mark);
        Self { date: find_timestamp(&line), key: line.key(), hit, is_prose, line }
    }

    /// The same line where it stands in another text.
    fn moved<'b>(self, text: &'b str, span: Span, after_blank: bool) -> Judged<'b> {
        let Self { line, hit, date, key, is_prose } = self;
        Judged { line: line.moved(text, span, after_blank), hit, date, key, is_prose }
    }

    /// The words it adds to a story, 0 unless it is prose.
    pub(super) fn prose_words(&self) -> f32 {
        if self.is_prose { self.line.n_words } else { 0.0 }
    }

    /// Whether readers' comments begin here.
    pub(super) fn opens_comments(&self) -> bool {
        self.hit.is_some_and(|hit| hit.consequence == Consequence::Opener)
    }

    /// Whether its words are furniture, whatever surrounds it.
    pub(super) fn is_furniture(&self) -> bool {
        self.hit.is_some_and(|hit| hit.consequence != Consequence::Mark)
    }
}
