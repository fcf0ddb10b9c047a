//! Scores into the best sequence of labels, and by how much it is the best.

use super::label::{LABELS, OUTSIDE, may_follow};
use super::model::Scores;
use super::reading::Reading;
use std::sync::LazyLock;

/// The labels that may stand before each label.
pub static BEFORE: LazyLock<[Vec<u8>; LABELS]> = LazyLock::new(|| {
    std::array::from_fn(|next| (0..LABELS as u8).filter(|label| may_follow(*label, next as u8)).collect())
});

/// The score of what cannot be.
const NEVER: i32 = i32::MIN / 4;

/// Finds the best labels of a text; holds what it needs for one segment.
#[derive(Debug, Default)]
pub struct Decoder {
    back: Vec<[u8; LABELS]>,
    forward: Vec<[i32; LABELS]>,
}

impl Decoder {
    /// The best labels of every token, and for each how much better the best sequence scores than the best one that
    /// gives it another label. `scores` are those of the active tokens; all others are outside.
    pub fn decode(
        &mut self,
        transitions: &[Scores; LABELS],
        reading: &Reading,
        scores: &[Scores],
        labels: &mut Vec<u8>,
        mut margins: Option<&mut Vec<i32>>,
    ) {
        labels.clear();
        labels.resize(reading.tokens.len(), OUTSIDE);
        if let Some(margins) = &mut margins {
            margins.clear();
            margins.resize(reading.tokens.len(), 0);
        }
        let mut scored = 0;
        for sentence in &reading.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let start = at;
                while at < sentence.tokens.end && reading.is_active[at] {
                    at += 1;
                }
                if at == start {
                    at += 1;
                    continue;
                }
                let rows = &scores[scored..scored + at - start];
                scored += at - start;
                self.find_best(transitions, rows, &mut labels[start..at]);
                if let Some(margins) = &mut margins
                    && labels[start..at].iter().any(|label| *label != OUTSIDE)
                {
                    self.find_margins(transitions, rows, &labels[start..at], &mut margins[start..at]);
                }
            }
        }
    }

    /// The best labels of a row of active tokens, between tokens that are outside.
    fn find_best(&mut self, transitions: &[Scores; LABELS], rows: &[Scores], labels: &mut [u8]) {
        let before = &*BEFORE;
        let mut best = [NEVER; LABELS];
        best[OUTSIDE as usize] = 0;
        self.back.clear();
        self.forward.clear();
        for row in rows {
            let mut next = [NEVER; LABELS];
            let mut from = [OUTSIDE; LABELS];
            for label in 0..LABELS {
                for earlier in &before[label] {
                    let score = best[*earlier as usize] + i32::from(transitions[*earlier as usize][label]);
                    if score > next[label] {
                        (next[label], from[label]) = (score, *earlier);
                    }
                }
                next[label] = (next[label] + i32::from(row[label])).max(NEVER);
            }
            self.back.push(from);
            self.forward.push(next);
            best = next;
        }
        let mut label = OUTSIDE;
        let mut most = NEVER;
        for earlier in &before[OUTSIDE as usize] {
            let score = best[*earlier as usize] + i32::from(transitions[*earlier as usize][OUTSIDE as usize]);
            if score > most {
                (most, label) = (score, *earlier);
            }
        }
        for (at, from) in self.back.iter().enumerate().rev() {
            labels[at] = label;
            label = from[label as usize];
        }
    }

    /// By how much each label of the best sequence is better than any other; after [`Self::find_best`].
    fn find_margins(
        &self,
        transitions: &[Scores; LABELS],
        rows: &[Scores],
        labels: &[u8],
        margins: &mut [i32],
    ) {
        let before = &*BEFORE;
        let mut after = [NEVER; LABELS];
        for earlier in &before[OUTSIDE as usize] {
            after[*earlier as usize] = i32::from(transitions[*earlier as usize][OUTSIDE as usize]);
        }
        for at in (0..rows.len()).rev() {
            let total = |label: usize| self.forward[at][label] + after[label];
            let chosen = labels[at] as usize;
            let rival = (0..LABELS).filter(|label| *label != chosen).map(total).max().unwrap_or(NEVER);
            margins[at] = total(chosen) - rival;
            let mut earlier_best = [NEVER; LABELS];
            for label in 0..LABELS {
                let onward = (after[label] + i32::from(rows[at][label])).max(NEVER);
                for earlier in &before[label] {
                    let score = onward + i32::from(transitions[*earlier as usize][label]);
                    earlier_best[*earlier as usize] = earlier_best[*earlier as usize].max(score);
                }
            }
            after = earlier_best;
        }
    }
}
