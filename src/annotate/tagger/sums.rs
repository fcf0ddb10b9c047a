//! What is added up for one token: what the units of the net receive, and the scores of labels, in one row.

use super::label::LABELS;
use super::model::{Scores, UNITS, Units};

/// The length of a row: units, then scores, then nothing up to a whole number of lines of the processor's cache, so
/// that whole vectors are added and a row is not spread over a line more than it fills.
const WIDTH: usize = UNITS + 32;

/// What has been added up for one token, or is to be added.
#[derive(Clone, Debug)]
#[repr(align(64))]
pub struct Sums([i16; WIDTH]);

impl Default for Sums {
    fn default() -> Self {
        Self([0; WIDTH])
    }
}

impl Sums {
    /// A row of these.
    #[must_use]
    pub fn new(units: &Units, scores: &Scores) -> Self {
        let mut sums = Self::default();
        sums.0[..UNITS].copy_from_slice(units);
        sums.0[UNITS..][..LABELS].copy_from_slice(scores);
        sums
    }

    /// What the units of the net receive.
    #[must_use]
    pub fn units(&self) -> &Units {
        self.0.first_chunk().expect("units stand first")
    }

    /// The weights of the features of each label.
    #[must_use]
    pub fn scores(&self) -> &Scores {
        self.0[UNITS..].first_chunk().expect("scores stand behind the units")
    }

    /// Adds the weights of one feature to the scores.
    pub fn add_weights(&mut self, weights: &[i8; LABELS]) {
        let scores = self.0[UNITS..].iter_mut().zip(weights);
        scores.for_each(|(score, weight)| *score = score.wrapping_add(i16::from(*weight)));
    }

    /// Adds each of `parts`, some numbers at a time: few enough for their sums to stay in registers.
    pub fn add_all(&mut self, parts: &[&Self]) {
        const TILE: usize = WIDTH / 2;
        for (tile, numbers) in self.0.as_chunks_mut::<TILE>().0.iter_mut().enumerate() {
            let mut sums = *numbers;
            for part in parts {
                let add = &part.0.as_chunks::<TILE>().0[tile];
                sums.iter_mut().zip(add).for_each(|(sum, add)| *sum = sum.wrapping_add(*add));
            }
            *numbers = sums;
        }
    }
}
