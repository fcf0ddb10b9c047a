//! The net of the tagger while it learns.

use crate::chance::Chance;
use crate::crf::Row;
use crate::vectors::WIDTH;
use dateline::annotate::tagger::feature::WINDOW;
use dateline::annotate::tagger::label::LABELS;
use dateline::annotate::tagger::model::{DEPTH, UNITS, UNKNOWN_KINDS};

/// Weights laid out as rows of `width`; each takes smaller steps the more it has moved (AdaGrad).
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Row after row.
    pub values: Vec<f32>,
    squares: Vec<f32>,
    width: usize,
}

impl Matrix {
    fn new(rows: usize, width: usize, spread: f32, chance: &mut Chance) -> Self {
        let values = (0..rows * width).map(|_| (chance.share() * 2.0 - 1.0) * spread).collect();
        Self { values, squares: vec![1e-3; rows * width], width }
    }

    /// One row.
    #[inline]
    pub fn row(&self, at: usize) -> &[f32] {
        &self.values[at * self.width..(at + 1) * self.width]
    }

    /// Steps against `scale * gradient` in one row.
    #[inline]
    fn step(&mut self, at: usize, gradient: &[f32], scale: f32, rate: f32) {
        let range = at * self.width..(at + 1) * self.width;
        let (values, squares) = (&mut self.values[range.clone()], &mut self.squares[range]);
        for ((value, squares), gradient) in values.iter_mut().zip(squares).zip(gradient) {
            let gradient = gradient * scale;
            *squares += gradient * gradient;
            *value -= rate * gradient / squares.sqrt();
        }
    }
}

/// The net's weights.
#[derive(Clone, Debug)]
pub struct Learning {
    /// From word vectors to short ones, transposed: a row for each number of the long vector.
    pub narrow: Matrix,
    /// Short vectors of unknown words.
    pub unknown: Matrix,
    /// From short vectors to units: a row for each place and number.
    pub window: Matrix,
    /// From frequent features to units.
    pub dense: Matrix,
    /// One row.
    pub bias: Matrix,
    /// From units to labels: a row for each label.
    pub out: Matrix,
    rate: f32,
    drop: f32,
    /// Whether word vectors stay as they are.
    has_given_vectors: bool,
}

/// How many learners of different beginnings are averaged; the units of the net are shared out among them.
pub const MEMBERS: usize = 4;

/// Units of one of them.
pub const SHARE: usize = UNITS / MEMBERS;

/// A number for each unit of one member.
type Units = [f32; SHARE];

/// What one token gives the net, and what the net made of it.
#[derive(Clone, Debug)]
pub struct Pass {
    /// The long vector of each word of the window, or the kind of the unknown word; none past the sentence.
    pub words: [Option<Result<u32, u8>>; WINDOW],
    /// The numbers of the frequent features.
    pub features: Vec<u32>,
    short: [[f32; DEPTH]; WINDOW],
    units: Units,
    kept: [bool; SHARE],
}

impl Pass {
    /// An empty pass.
    #[must_use]
    pub fn new(words: [Option<Result<u32, u8>>; WINDOW], features: Vec<u32>) -> Self {
        Self { words, features, short: [[0.0; DEPTH]; WINDOW], units: [0.0; SHARE], kept: [true; SHARE] }
    }
}

impl Learning {
    /// Every matrix.
    pub fn matrices(&mut self) -> [&mut Matrix; 6] {
        [
            &mut self.narrow,
            &mut self.unknown,
            &mut self.window,
            &mut self.dense,
            &mut self.bias,
            &mut self.out,
        ]
    }

    /// A net of small random weights.
    #[must_use]
    pub fn new(dense: usize, rate: f32, drop: f32, chance: &mut Chance) -> Self {
        Self {
            narrow: Matrix::new(WIDTH, DEPTH, 0.3, chance),
            unknown: Matrix::new(UNKNOWN_KINDS, DEPTH, 0.1, chance),
            window: Matrix::new(WINDOW * DEPTH, SHARE, 0.2, chance),
            dense: Matrix::new(dense, SHARE, 0.05, chance),
            bias: Matrix::new(1, SHARE, 0.0, chance),
            out: Matrix::new(LABELS, SHARE, 0.1, chance),
            rate,
            drop,
            has_given_vectors: false,
        }
    }

    /// The same net with the short vectors of another, which it will not change.
    #[must_use]
    pub fn with_vectors_of(mut self, other: &Self) -> Self {
        self.narrow = other.narrow.clone();
        self.unknown = other.unknown.clone();
        self.has_given_vectors = true;
        self
    }

    /// The short vector of a word.
    #[must_use]
    pub fn short(&self, vector: &[f32; WIDTH]) -> [f32; DEPTH] {
        let mut short = [0.0; DEPTH];
        for (x, row) in vector.iter().zip(self.narrow.values.chunks_exact(DEPTH)) {
            short.iter_mut().zip(row).for_each(|(sum, weight)| *sum += x * weight);
        }
        short
    }

    /// Adds the net's scores to `scores`.
    pub fn forward(&self, pass: &mut Pass, vectors: &[[f32; WIDTH]], scores: &mut Row, chance: &mut Chance) {
        let mut units: Units = [0.0; SHARE];
        units.copy_from_slice(self.bias.row(0));
        for place in 0..WINDOW {
            let Some(word) = pass.words[place] else { continue };
            let short = &mut pass.short[place];
            match word {
                Ok(entry) => *short = self.short(&vectors[entry as usize]),
                Err(kind) => short.copy_from_slice(self.unknown.row(kind as usize)),
            }
            for (number, x) in short.iter().enumerate() {
                let row = self.window.row(place * DEPTH + number);
                units.iter_mut().zip(row).for_each(|(sum, weight)| *sum += x * weight);
            }
        }
        for feature in &pass.features {
            let row = self.dense.row(*feature as usize);
            units.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
        }
        for (unit, kept) in units.iter_mut().zip(&mut pass.kept) {
            *kept = *unit > 0.0 && chance.share() >= self.drop;
            *unit = if *kept { *unit / (1.0 - self.drop) } else { 0.0 };
        }
        for (label, score) in scores.iter_mut().enumerate() {
            *score += units.iter().zip(self.out.row(label)).map(|(x, weight)| x * weight).sum::<f32>();
        }
        pass.units = units;
    }

    /// Steps against the gradient of the scores.
    pub fn backward(&mut self, pass: &Pass, vectors: &[[f32; WIDTH]], gradient: &Row) {
        let mut back: Units = [0.0; SHARE];
        for (label, gradient) in gradient.iter().enumerate() {
            if gradient.abs() < 1e-4 {
                continue;
            }
            back.iter_mut().zip(self.out.row(label)).for_each(|(sum, weight)| *sum += weight * gradient);
            self.out.step(label, &pass.units, *gradient, self.rate);
        }
        for (back, kept) in back.iter_mut().zip(&pass.kept) {
            *back = if *kept { *back / (1.0 - self.drop) } else { 0.0 };
        }
        if back.iter().all(|x| x.abs() < 1e-5) {
            return;
        }
        for feature in &pass.features {
            self.dense.step(*feature as usize, &back, 1.0, self.rate);
        }
        self.bias.step(0, &back, 1.0, self.rate);
        for place in 0..WINDOW {
            let Some(word) = pass.words[place] else { continue };
            let mut short = [0.0; DEPTH];
            for (number, short) in short.iter_mut().enumerate() {
                let row = place * DEPTH + number;
                *short = self.window.row(row).iter().zip(&back).map(|(weight, x)| weight * x).sum();
                self.window.step(row, &back, pass.short[place][number], self.rate);
            }
            if self.has_given_vectors {
                continue;
            }
            match word {
                Err(kind) => self.unknown.step(kind as usize, &short, 1.0, self.rate),
                Ok(entry) => {
                    for (number, x) in vectors[entry as usize].iter().enumerate() {
                        self.narrow.step(number, &short, *x, self.rate);
                    }
                }
            }
        }
    }
}
