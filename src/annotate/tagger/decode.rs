//! Scores into the best sequence of labels.

use super::label::{LABELS, OUTSIDE, may_follow};
use super::model::Scores;
use super::reading::Reading;
use std::sync::LazyLock;

/// The labels that may stand before each label.
pub static BEFORE: LazyLock<[Vec<u8>; LABELS]> = LazyLock::new(|| {
    std::array::from_fn(|next| (0..LABELS as u8).filter(|label| may_follow(*label, next as u8)).collect())
});

const NEVER: i32 = i32::MIN / 2;

/// The best labels of every token; those that are not active are outside.
pub fn decode(transitions: &[Scores; LABELS], reading: &Reading, scores: &[Scores], labels: &mut Vec<u8>) {
    labels.clear();
    labels.resize(reading.tokens.len(), OUTSIDE);
    let mut back = Vec::new();
    for sentence in &reading.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            if !reading.is_active[at] {
                at += 1;
                continue;
            }
            let start = at;
            while at < sentence.tokens.end && reading.is_active[at] {
                at += 1;
            }
            decode_segment(transitions, &scores[start..at], &mut back, &mut labels[start..at]);
        }
    }
}

/// The best labels of a row of active tokens, between tokens that are outside.
fn decode_segment(
    transitions: &[Scores; LABELS],
    scores: &[Scores],
    back: &mut Vec<[u8; LABELS]>,
    labels: &mut [u8],
) {
    let mut best = [NEVER; LABELS];
    best[OUTSIDE as usize] = 0;
    back.clear();
    for row in scores {
        let mut next = [NEVER; LABELS];
        let mut from = [OUTSIDE; LABELS];
        for label in 0..LABELS {
            for before in &BEFORE[label] {
                let score = best[*before as usize] + i32::from(transitions[*before as usize][label]);
                if score > next[label] {
                    (next[label], from[label]) = (score, *before);
                }
            }
            next[label] += i32::from(row[label]);
        }
        back.push(from);
        best = next;
    }
    let mut label = OUTSIDE;
    let mut most = NEVER;
    for before in &BEFORE[OUTSIDE as usize] {
        let score = best[*before as usize] + i32::from(transitions[*before as usize][OUTSIDE as usize]);
        if score > most {
            (most, label) = (score, *before);
        }
    }
    for (at, from) in back.iter().enumerate().rev() {
        labels[at] = label;
        label = from[label as usize];
    }
}
