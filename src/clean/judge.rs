//! A [`Line`] with what its own words say of it: phrase, date, prose.

use super::line::{Line, split_lines};
use super::phrase::{Consequence, Hit, find_phrase};
use super::printed_date::{PrintedDate, find_timestamp};

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
    split_lines(raw).into_iter().map(Judged::new).collect()
}

impl<'a> Judged<'a> {
    /// Judges one line.
    pub(super) fn new(line: Line<'a>) -> Self {
        let hit = find_phrase(&line);
        let is_prose = line.is_prose() && hit.is_none_or(|hit| hit.consequence == Consequence::Mark);
        Self { date: find_timestamp(&line), key: line.key(), hit, is_prose, line }
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
