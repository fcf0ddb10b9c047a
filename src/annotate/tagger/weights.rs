//! The weight file: what was learned, as whole numbers, in few bytes.
//!
//! Laid out for the compression that every web server applies: rising keys as
//! differences, and like beside like.

use super::label::LABELS;
use super::lexicon::Codes;
use super::model::{DEPTH, UNITS, UNKNOWN_KINDS};

/// The first bytes of a weight file; the last counts versions.
const MAGIC: &[u8; 4] = b"dln2";

/// The largest number in the vector of a word, which has four bits.
pub const VECTOR_MOST: i8 = 7;

/// One feature and what it weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its key.
    pub key: u32,
    /// Its weight for each label, in steps of a score.
    pub row: [i8; LABELS],
    /// What it adds to the units of the net, if the net sees it.
    pub units: Option<[i8; UNITS]>,
}

/// Numbers in steps of one size.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steps {
    /// What one step stands for.
    pub size: f32,
    /// How many steps each number has.
    pub steps: Vec<i16>,
}

/// How many steps the standard deviation of [`Steps`] has.
const STEPS_A_DEVIATION: f32 = 64.0;

impl From<&[f32]> for Steps {
    fn from(numbers: &[f32]) -> Self {
        let squares: f32 = numbers.iter().map(|x| x * x).sum();
        let size = (squares / numbers.len().max(1) as f32).sqrt().max(f32::MIN_POSITIVE) / STEPS_A_DEVIATION;
        Self { size, steps: numbers.iter().map(|x| (x / size).round() as i16).collect() }
    }
}

impl Steps {
    /// The numbers.
    #[must_use]
    pub fn numbers(&self) -> Vec<f32> {
        self.steps.iter().map(|steps| f32::from(*steps) * self.size).collect()
    }
}

/// All that is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Weights {
    /// Phrases and their lists, by rising key.
    pub phrases: Vec<(u32, u32)>,
    /// Words with their finest class, by rising key.
    pub words: Vec<(u32, u16)>,
    /// Their vectors, up to [`VECTOR_MOST`].
    pub vectors: Vec<[i8; DEPTH]>,
    /// What one step of each number of a vector stands for.
    pub vector_steps: Vec<f32>,
    /// The vectors of unknown words.
    pub unknown: Steps,
    /// From vectors to units, row by row: place, number, unit.
    pub window: Steps,
    /// What every token adds to the units.
    pub bias: Steps,
    /// From units to scores, row by row: label, unit.
    pub out: Steps,
    /// What one step of a feature's units stands for.
    pub unit_step: f32,
    /// Features by rising key.
    pub features: Vec<Feature>,
    /// The weight of a label after another, row by row, in steps of a score.
    pub transitions: Vec<i16>,
}

/// The classes that a finest class lies in: 1024 in 256 in 64.
#[must_use]
pub fn codes(fine: u16) -> Codes {
    [fine / 16, fine / 4, fine]
}

impl Weights {
    /// The bytes of the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Writer(MAGIC.to_vec());
        out.numbers([self.phrases.len(), self.words.len(), self.features.len(), self.n_unit_features()]);
        out.keys(self.phrases.iter().map(|(key, _)| *key));
        out.sets(&self.phrases.iter().map(|(_, lists)| *lists).collect::<Vec<_>>());
        out.keys(self.words.iter().map(|(key, _)| *key));
        out.0.extend(self.words.iter().map(|(_, fine)| (fine >> 8) as u8));
        out.0.extend(self.words.iter().map(|(_, fine)| *fine as u8));
        for number in (0..DEPTH).step_by(2) {
            let pair = |row: &[i8; DEPTH]| (row[number] as u8) << 4 | (row[number + 1] as u8 & 15);
            out.0.extend(self.vectors.iter().map(pair));
        }
        out.floats(&self.vector_steps);
        [&self.unknown, &self.window, &self.bias, &self.out].into_iter().for_each(|steps| out.steps(steps));
        out.floats(&[self.unit_step]);
        out.keys(self.features.iter().map(|feature| feature.key));
        self.write_rows(&mut out);
        for unit in 0..UNITS {
            let seen = self.features.iter().filter_map(|feature| feature.units);
            out.0.extend(seen.map(|units| units[unit] as u8));
        }
        self.transitions.iter().for_each(|weight| out.0.extend(weight.to_le_bytes()));
        out.0
    }

    fn n_unit_features(&self) -> usize {
        self.features.iter().filter(|feature| feature.units.is_some()).count()
    }

    /// Which weights of a row are not zero and whether the net sees it, then the weights.
    fn write_rows(&self, out: &mut Writer) {
        let mask = |feature: &Feature| {
            let labels =
                (0..LABELS).filter(|label| feature.row[*label] != 0).map(|label| 1_u32 << label).sum::<u32>();
            labels | u32::from(feature.units.is_some()) << LABELS
        };
        for plane in 0..3 {
            out.0.extend(self.features.iter().map(|feature| (mask(feature) >> (8 * plane)) as u8));
        }
        for label in 0..LABELS {
            let weights = self.features.iter().map(|feature| feature.row[label]);
            out.0.extend(weights.filter(|weight| *weight != 0).map(|weight| weight as u8));
        }
    }

    /// Reads a file back; none if it is not one.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut input = Reader(bytes.strip_prefix(MAGIC)?);
        let [n_phrases, n_words, n_features, n_unit_features] = input.numbers()?;
        let keys = input.keys(n_phrases)?;
        let phrases = keys.into_iter().zip(input.sets(n_phrases)?).collect();
        let keys = input.keys(n_words)?;
        let (high, low) = (input.take(n_words)?, input.take(n_words)?);
        let fine = high.iter().zip(low).map(|(high, low)| u16::from(*high) << 8 | u16::from(*low));
        let words = keys.into_iter().zip(fine).collect();
        let mut vectors = vec![[0; DEPTH]; n_words];
        for number in (0..DEPTH).step_by(2) {
            for (row, pair) in vectors.iter_mut().zip(input.take(n_words)?) {
                row[number] = (*pair as i8) >> 4;
                row[number + 1] = ((pair << 4) as i8) >> 4;
            }
        }
        let vector_steps = input.floats(DEPTH)?;
        let unknown = input.steps(UNKNOWN_KINDS * DEPTH)?;
        let window = input.steps(super::feature::WINDOW * DEPTH * UNITS)?;
        let (bias, out) = (input.steps(UNITS)?, input.steps(LABELS * UNITS)?);
        let unit_step = *input.floats(1)?.first()?;
        let mut features = input.rows(n_features)?;
        let mut seen: Vec<_> = features.iter_mut().filter_map(|feature| feature.units.as_mut()).collect();
        for unit in 0..UNITS {
            let column = input.take(n_unit_features)?;
            seen.iter_mut().zip(column).for_each(|(units, value)| units[unit] = *value as i8);
        }
        let pairs = input.take(LABELS * LABELS * 2)?.chunks_exact(2);
        let transitions = pairs.map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
        let weights = Self {
            phrases,
            words,
            vectors,
            vector_steps,
            unknown,
            window,
            bias,
            out,
            unit_step,
            features,
            transitions,
        };
        input.0.is_empty().then_some(weights)
    }
}

struct Writer(Vec<u8>);

impl Writer {
    fn numbers(&mut self, numbers: [usize; 4]) {
        numbers.iter().for_each(|number| self.0.extend((*number as u32).to_le_bytes()));
    }

    fn floats(&mut self, floats: &[f32]) {
        floats.iter().for_each(|float| self.0.extend(float.to_le_bytes()));
    }

    /// The size, the high bytes, the low bytes.
    fn steps(&mut self, steps: &Steps) {
        self.floats(&[steps.size]);
        self.0.extend(steps.steps.iter().map(|steps| (steps >> 8) as u8));
        self.0.extend(steps.steps.iter().map(|steps| *steps as u8));
    }

    /// Rising keys as differences, seven bits a byte.
    fn keys(&mut self, keys: impl Iterator<Item = u32>) {
        let mut last = 0;
        for key in keys {
            let mut rest = key - last;
            last = key;
            while rest >= 128 {
                self.0.push(rest as u8 | 128);
                rest >>= 7;
            }
            self.0.push(rest as u8);
        }
    }

    /// Sets by their number among the different ones.
    fn sets(&mut self, sets: &[u32]) {
        let mut different = sets.to_vec();
        different.sort_unstable();
        different.dedup();
        self.0.extend((different.len() as u32).to_le_bytes());
        different.iter().for_each(|set| self.0.extend(set.to_le_bytes()));
        let number = |set: &u32| different.binary_search(set).unwrap_or(0) as u16;
        self.0.extend(sets.iter().map(|set| (number(set) >> 8) as u8));
        self.0.extend(sets.iter().map(|set| number(set) as u8));
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let (taken, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*taken))
    }

    fn numbers(&mut self) -> Option<[usize; 4]> {
        let mut numbers = [0; 4];
        for number in &mut numbers {
            *number = self.number()? as usize;
        }
        Some(numbers)
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        (0..count).map(|_| self.number().map(f32::from_bits)).collect()
    }

    fn steps(&mut self, count: usize) -> Option<Steps> {
        let size = *self.floats(1)?.first()?;
        let (high, low) = (self.take(count)?, self.take(count)?);
        let steps = high.iter().zip(low).map(|(high, low)| i16::from_be_bytes([*high, *low]));
        Some(Steps { size, steps: steps.collect() })
    }

    fn keys(&mut self, count: usize) -> Option<Vec<u32>> {
        let mut last = 0_u32;
        let mut next = || {
            let (mut step, mut shift) = (0_u32, 0);
            loop {
                let byte = *self.take(1)?.first()?;
                step |= u32::from(byte & 127).checked_shl(shift)?;
                shift += 7;
                if byte < 128 {
                    break;
                }
            }
            last = last.checked_add(step)?;
            Some(last)
        };
        (0..count).map(|_| next()).collect()
    }

    fn sets(&mut self, count: usize) -> Option<Vec<u32>> {
        let different = self.number()?;
        let different: Vec<u32> = (0..different).map(|_| self.number()).collect::<Option<_>>()?;
        let (high, low) = (self.take(count)?, self.take(count)?);
        let number = |(high, low): (&u8, &u8)| usize::from(*high) << 8 | usize::from(*low);
        high.iter().zip(low).map(|pair| different.get(number(pair)).copied()).collect()
    }

    fn rows(&mut self, count: usize) -> Option<Vec<Feature>> {
        let keys = self.keys(count)?;
        let mut masks = vec![0_u32; count];
        for plane in 0..3 {
            masks
                .iter_mut()
                .zip(self.take(count)?)
                .for_each(|(mask, byte)| *mask |= u32::from(*byte) << (8 * plane));
        }
        let mut rows = vec![[0; LABELS]; count];
        for label in 0..LABELS {
            let seen = masks.iter().filter(|mask| **mask >> label & 1 == 1).count();
            let mut weights = self.take(seen)?.iter();
            for (row, mask) in rows.iter_mut().zip(&masks) {
                if mask >> label & 1 == 1 {
                    row[label] = *weights.next()? as i8;
                }
            }
        }
        let has_units = |mask: u32| mask >> LABELS & 1 == 1;
        let feature = |((key, row), mask): ((u32, [i8; LABELS]), u32)| Feature {
            key,
            row,
            units: has_units(mask).then_some([0; UNITS]),
        };
        Some(keys.into_iter().zip(rows).zip(masks).map(feature).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some() -> Weights {
        let feature = |key: u32, weight: i8, seen: bool| Feature {
            key,
            row: std::array::from_fn(|label| if label % 3 == 0 { weight } else { 0 }),
            units: seen.then(|| std::array::from_fn(|unit| unit as i8 - weight)),
        };
        let steps = |count: usize| Steps {
            size: 0.5,
            steps: (0..count).map(|at| (at % 999) as i16 * 31 - 999).collect(),
        };
        Weights {
            phrases: vec![(3, 1), (300, 1 << 31), (70_000, 5)],
            words: vec![(1, 1023), (1 << 23, 0)],
            vectors: vec![std::array::from_fn(|at| at as i8 % 15 - 7), [-7; DEPTH]],
            vector_steps: vec![0.5; DEPTH],
            unknown: steps(UNKNOWN_KINDS * DEPTH),
            window: steps(super::super::feature::WINDOW * DEPTH * UNITS),
            bias: steps(UNITS),
            out: steps(LABELS * UNITS),
            unit_step: 0.125,
            features: vec![feature(5, 9, true), feature(6, -9, false), feature(1 << 20, 1, true)],
            transitions: (0..(LABELS * LABELS) as i16).collect(),
        }
    }

    #[test]
    fn weights_come_back_from_their_bytes() {
        assert_eq!(Weights::from_bytes(&some().to_bytes()), Some(some()));
    }

    #[test]
    fn a_file_cut_short_is_none() {
        let bytes = some().to_bytes();
        for end in (0..bytes.len()).step_by(997) {
            assert_eq!(Weights::from_bytes(&bytes[..end]), None, "cut at {end}");
        }
    }
}
