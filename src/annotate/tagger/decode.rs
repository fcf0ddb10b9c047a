//! Scores into the best sequence of labels, and by how much it is the best.

use super::label::{LABELS, OUTSIDE};
use super::model::Scores;
use super::reading::Reading;

/// The labels after which no name is open.
const CLOSED: [u8; 9] = [0, 3, 4, 7, 8, 11, 12, 15, 16];

/// The labels that may stand before each label: after closed ones a name may begin, inside one it goes on.
pub const BEFORE: [&[u8]; LABELS] = [
    &CLOSED,
    &CLOSED,
    &[1, 2],
    &[1, 2],
    &CLOSED,
    &CLOSED,
    &[5, 6],
    &[5, 6],
    &CLOSED,
    &CLOSED,
    &[9, 10],
    &[9, 10],
    &CLOSED,
    &CLOSED,
    &[13, 14],
    &[13, 14],
    &CLOSED,
];

/// The labels of a token between tokens that are outside.
const ALONE: [u8; 5] = [0, 4, 8, 12, 16];

/// The labels of a token behind one that is outside.
const OPENING: [u8; 9] = [0, 1, 4, 5, 8, 9, 12, 13, 16];

/// All of them.
const EVERY: [u8; LABELS] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];

/// The labels a token can have, by whether the tokens before and behind it can be part of a name.
#[must_use]
pub fn possible(before: bool, behind: bool) -> &'static [u8] {
    match (before, behind) {
        (false, false) => &ALONE,
        (false, true) => &OPENING,
        (true, false) => &CLOSED,
        (true, true) => &EVERY,
    }
}

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
                if let [row] = rows {
                    let margin;
                    (labels[start], margin) = best_alone(transitions, row);
                    if let Some(margins) = &mut margins {
                        margins[start] = margin;
                    }
                    continue;
                }
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
        let mut best = [NEVER; LABELS];
        best[OUTSIDE as usize] = 0;
        self.back.clear();
        self.forward.clear();
        for (at, row) in rows.iter().enumerate() {
            let mut next = [NEVER; LABELS];
            let mut from = [OUTSIDE; LABELS];
            for label in 0..LABELS {
                // In front of the first stands what is outside, which is first in each list that holds it.
                let before = if at == 0 { &BEFORE[label][..1] } else { BEFORE[label] };
                for earlier in before {
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
        for earlier in BEFORE[OUTSIDE as usize] {
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
        let mut after = [NEVER; LABELS];
        for earlier in BEFORE[OUTSIDE as usize] {
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
                for earlier in BEFORE[label] {
                    let score = onward + i32::from(transitions[*earlier as usize][label]);
                    earlier_best[*earlier as usize] = earlier_best[*earlier as usize].max(score);
                }
            }
            after = earlier_best;
        }
    }
}

/// The best label of a token between tokens that are outside, and by how much it is better than any other.
fn best_alone(transitions: &[Scores; LABELS], row: &Scores) -> (u8, i32) {
    let score = |label: u8| {
        let at = label as usize;
        i32::from(transitions[OUTSIDE as usize][at])
            + i32::from(row[at])
            + i32::from(transitions[at][OUTSIDE as usize])
    };
    let (mut best, mut most, mut second) = (OUTSIDE, NEVER, NEVER);
    for label in ALONE {
        let score = score(label);
        if score > most {
            (best, most, second) = (label, score, most);
        } else {
            second = second.max(score);
        }
    }
    (best, most - second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::tagger::label::may_follow;

    #[test]
    fn what_may_stand_before_is_what_may_be_followed() {
        for next in 0..LABELS as u8 {
            let expected: Vec<u8> = (0..LABELS as u8).filter(|label| may_follow(*label, next)).collect();
            assert_eq!(BEFORE[next as usize], expected, "before {next}");
        }
        let alone = |label: &u8| may_follow(OUTSIDE, *label) && may_follow(*label, OUTSIDE);
        let expected: Vec<u8> = (0..LABELS as u8).filter(alone).collect();
        assert_eq!(ALONE.as_slice(), expected);
        let opening: Vec<u8> = (0..LABELS as u8).filter(|label| may_follow(OUTSIDE, *label)).collect();
        assert_eq!(OPENING.as_slice(), opening);
    }
}
