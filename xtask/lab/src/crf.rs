//! How likely each label of each token is, and each pair of labels in a row: forward and backward sums.

use crate::examples::{ANY, LabelSet};
use dateline::annotate::tagger::decode::BEFORE;
use dateline::annotate::tagger::label::{LABELS, OUTSIDE};

/// A number for each label.
pub type Row = [f32; LABELS];
/// A number for each label after each label.
pub type Pairs = [Row; LABELS];

/// The chances of the labels of one segment.
#[derive(Debug, Default)]
pub struct Chances {
    /// Of each label of each token.
    pub labels: Vec<Row>,
    /// Of each pair, summed over the segment and both its edges.
    pub pairs: Pairs,
    /// Logarithm of the sum over all sequences.
    pub log_sum: f64,
    forward: Vec<Row>,
    backward: Vec<Row>,
    scales: Vec<f32>,
}

impl Chances {
    /// Reckons the chances from the scores of tokens and the exponentials of transitions.
    pub fn reckon(&mut self, scores: &[Row], transitions: &Pairs, allowed: impl Fn(usize) -> LabelSet) {
        let length = scores.len();
        self.forward.clear();
        self.scales.clear();
        self.log_sum = 0.0;
        let mut before = [0.0; LABELS];
        before[OUTSIDE as usize] = 1.0;
        let mut weights = Vec::with_capacity(length);
        for (at, row) in scores.iter().enumerate() {
            let (weight, shift) = exponentials(row, allowed(at));
            let mut next = step(&before, transitions);
            next.iter_mut().zip(&weight).for_each(|(next, weight)| *next *= weight);
            let scale = next.iter().sum::<f32>().max(1e-30);
            next.iter_mut().for_each(|chance| *chance /= scale);
            self.log_sum += f64::from(scale.ln() + shift);
            self.forward.push(next);
            self.scales.push(scale);
            weights.push(weight);
            before = next;
        }
        let last = step(&before, transitions)[OUTSIDE as usize].max(1e-30);
        self.log_sum += f64::from(last.ln());
        self.look_back(&weights, transitions, last);
    }

    fn look_back(&mut self, weights: &[Row], transitions: &Pairs, last: f32) {
        let length = weights.len();
        self.backward.clear();
        self.backward.resize(length, [0.0; LABELS]);
        self.labels.clear();
        self.labels.resize(length, [0.0; LABELS]);
        self.pairs = [[0.0; LABELS]; LABELS];
        let mut after = [0.0; LABELS];
        for before in BEFORE[OUTSIDE as usize] {
            after[*before as usize] = transitions[*before as usize][OUTSIDE as usize] / last;
            self.pairs[*before as usize][OUTSIDE as usize] =
                self.forward[length - 1][*before as usize] * after[*before as usize];
        }
        for at in (0..length).rev() {
            for ((chance, forward), after) in self.labels[at].iter_mut().zip(&self.forward[at]).zip(&after) {
                *chance = forward * after;
            }
            let mut earlier = [0.0; LABELS];
            let mut start = [0.0; LABELS];
            start[OUTSIDE as usize] = 1.0;
            let before_row = if at == 0 { &start } else { &self.forward[at - 1] };
            for (label, after) in after.iter().enumerate() {
                let onward = weights[at][label] * after / self.scales[at];
                if onward == 0.0 {
                    continue;
                }
                for before in BEFORE[label] {
                    let path = transitions[*before as usize][label] * onward;
                    earlier[*before as usize] += path;
                    self.pairs[*before as usize][label] += before_row[*before as usize] * path;
                }
            }
            after = earlier;
        }
    }
}

/// One step along all transitions.
fn step(before: &Row, transitions: &Pairs) -> Row {
    std::array::from_fn(|label| {
        BEFORE[label]
            .iter()
            .map(|before_label| before[*before_label as usize] * transitions[*before_label as usize][label])
            .sum()
    })
}

/// The exponentials of the allowed scores, and the shift that keeps them small.
fn exponentials(row: &Row, allowed: LabelSet) -> (Row, f32) {
    let is_allowed = |label: usize| allowed == ANY || allowed >> label & 1 == 1;
    let shift =
        (0..LABELS).filter(|label| is_allowed(*label)).map(|label| row[label]).fold(f32::MIN, f32::max);
    let weights =
        std::array::from_fn(|label| if is_allowed(label) { (row[label] - shift).exp() } else { 0.0 });
    (weights, shift)
}
