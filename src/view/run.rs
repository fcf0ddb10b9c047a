//! Text in runs: the smallest stretches that are drawn alike.

use crate::key::Basis;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A stretch of text drawn in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text, never empty.
    pub text: String,
    /// Whether it matches the reader's words.
    pub is_hit: bool,
    /// The number of the match, where the view counts matches: set on the first run of each.
    pub hit: Option<u32>,
    /// The mark it belongs to, an index into the view's list of marks. Runs of one mark are neighbours.
    pub mark: Option<u32>,
    /// The quotation it belongs to, the index of a mark. Runs of one quotation are neighbours, those of its names among them.
    pub said: Option<u32>,
    /// Set when the run was removed from the story: an index into the view's list of cuts.
    pub cut: Option<u32>,
}

impl Run {
    /// A run that is nothing but text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }
}

/// A publication date as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateLabel {
    /// ISO 8601 as wide as is known, or nothing where it is unknown.
    pub value: Option<String>,
    /// Where it comes from.
    pub basis: Option<Basis>,
    /// The grounds, a sentence each.
    pub reasons: Vec<String>,
}

/// What lies over a text: each list in order of position, without overlaps of its own.
#[derive(Clone, Debug, Default)]
pub(super) struct Layers {
    /// Marked names and dates with their index in the view.
    pub marks: Vec<(Span, u32)>,
    /// The words of quotations with the index of their mark.
    pub said: Vec<(Span, u32)>,
    /// Stretches that match the reader's words.
    pub hits: Vec<Span>,
    /// The number of the first of them, and whether they are numbered at all.
    pub first_hit: u32,
    pub numbers_hits: bool,
    /// Removed text: the place it stood at, its words, its index in the view.
    pub cuts: Vec<(u32, String, u32)>,
}

impl Layers {
    /// The text of `within` cut wherever a layer begins or ends; removed text stands in its place.
    pub fn cut(&self, text: &str, within: Span) -> Vec<Run> {
        let mut bounds = vec![within.start, within.end];
        let mut push = |at: u32| {
            if within.start < at && at < within.end {
                bounds.push(at);
            }
        };
        for span in self.marks.iter().chain(&self.said).map(|(span, _)| span).chain(&self.hits) {
            push(span.start);
            push(span.end);
        }
        self.cuts.iter().for_each(|(at, ..)| push(*at));
        bounds.sort_unstable();
        bounds.dedup();
        let mut runs = Vec::new();
        for pair in bounds.windows(2) {
            let piece = Span { start: pair[0], end: pair[1] };
            if piece.start > within.start {
                self.push_cuts(piece.start, &mut runs);
            }
            self.push_piece(text, piece, &mut runs);
        }
        runs
    }

    fn push_cuts(&self, at: u32, runs: &mut Vec<Run>) {
        let here = self.cuts.iter().filter(|(place, words, _)| *place == at && !words.is_empty());
        runs.extend(here.map(|(_, words, cut)| Run { cut: Some(*cut), ..Run::plain(words) }));
    }

    fn push_piece(&self, text: &str, piece: Span, runs: &mut Vec<Run>) {
        let words = piece.of(text);
        if words.is_empty() {
            return;
        }
        let of = |list: &[(Span, u32)]| list.iter().find(|(span, _)| span.contains(piece)).map(|(_, at)| *at);
        let (mark, said) = (of(&self.marks), of(&self.said));
        let held = self.hits.iter().position(|hit| hit.contains(piece));
        let is_first = |at: &usize| self.numbers_hits && self.hits[*at].start == piece.start;
        let hit = held.filter(is_first).map(|at| self.first_hit + Span::new(0, at).end);
        runs.push(Run { mark, said, is_hit: held.is_some(), hit, ..Run::plain(words) });
    }

    /// The part of the layers that lies inside `within`, so that long articles cost no more than their length.
    pub fn inside(&self, within: Span) -> Self {
        let inside = |list: &[(Span, u32)]| {
            list.iter().filter(|(span, _)| within.overlaps(*span)).copied().collect::<Vec<_>>()
        };
        let (marks, said) = (inside(&self.marks), inside(&self.said));
        let n_before = self.hits.iter().take_while(|span| !within.overlaps(**span)).count();
        let first_hit = self.first_hit + Span::new(0, n_before).end;
        let hits = self.hits.iter().filter(|span| within.overlaps(**span)).copied().collect();
        let cuts = self.cuts.iter().filter(|(at, ..)| within.start < *at && *at < within.end);
        let numbers_hits = self.numbers_hits;
        Self { marks, said, hits, first_hit, numbers_hits, cuts: cuts.cloned().collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_cut_text_and_lose_none_of_it() {
        let text = "Kuleba welcomed Stoltenberg in Kyiv";
        let layers = Layers {
            marks: vec![(Span::new(0, 6), 0), (Span::new(16, 27), 1), (Span::new(31, 35), 2)],
            hits: vec![Span::new(7, 19)],
            cuts: vec![(7, "MUST READ".into(), 0)],
            ..Layers::default()
        };
        let runs = layers.cut(text, Span::new(0, 35));
        let kept: String = runs.iter().filter(|run| run.cut.is_none()).map(|run| run.text.as_str()).collect();
        assert_eq!(kept, text);
        let shown: Vec<_> = runs.iter().map(|run| (run.text.as_str(), run.is_hit, run.mark)).collect();
        assert_eq!(
            shown,
            [
                ("Kuleba", false, Some(0)),
                (" ", false, None),
                ("MUST READ", false, None),
                ("welcomed ", true, None),
                ("Sto", true, Some(1)),
                ("ltenberg", false, Some(1)),
                (" in ", false, None),
                ("Kyiv", false, Some(2)),
            ]
        );
    }
}
