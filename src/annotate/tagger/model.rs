//! The weights: from features to scores of labels.
//!
//! Two parts speak for each label. Every feature has a weight of its own, and
//! a small net sees the vectors of the words in the window together with the
//! features that are frequent.

use super::feature::{Template, WINDOW, form_features};
use super::form::{Form, Forms};
use super::hash::Table;
use super::label::LABELS;
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::vote::Votes;
use super::weights::{Feature, Weights, codes};

/// Scores of every label, in steps of one 16th of a natural logarithm.
pub type Scores = [i16; LABELS];

/// How many steps of a score make one natural logarithm.
pub const STEPS: f32 = 16.0;

/// Units of the net.
pub const UNITS: usize = 128;

/// Numbers in the vector of a word.
pub const DEPTH: usize = 24;

/// What each unit of the net receives, in steps of one [`UNIT_STEPS`]th.
pub type Units = [i16; UNITS];

/// How many steps of a unit make one.
pub const UNIT_STEPS: f32 = 256.0;

/// How many steps of a weight from units to scores make one.
const OUT_STEPS: f32 = 128.0;

/// From the product of both steps to steps of a score: 256 · 128 / 16 is 2 to this power.
const SCORE_SHIFT: u32 = 11;

/// The net: word vectors and frequent features to units, units to scores.
#[derive(Clone, Debug, Default)]
struct Net {
    /// The vector of each word of the lexicon.
    vectors: Vec<[i8; DEPTH]>,
    /// What one step of each number of a vector stands for.
    vector_steps: Vec<f32>,
    /// The vectors of words that it does not hold, by [`unknown_kind`].
    unknown: Vec<f32>,
    /// From vectors to units: place, number, unit.
    window: Vec<f32>,
    /// What a frequent feature adds to the units, by its row.
    dense: Vec<Units>,
    /// What every token gets.
    bias: Option<Units>,
    /// From units to scores.
    out: Vec<Units>,
}

/// How many kinds of unknown words there are.
pub const UNKNOWN_KINDS: usize = 5;

/// What kind of word this is, if the lexicon does not hold it.
#[must_use]
pub fn unknown_kind(form: &Form) -> usize {
    match form {
        _ if form.is_mark => 0,
        _ if form.is_number => 1,
        _ if form.is_all_capitals => 2,
        _ if form.is_capitalized => 3,
        _ => 4,
    }
}

/// All that was learned, ready to be used.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Lists and word classes.
    pub lexicon: Lexicon,
    /// The weight of a label after another.
    pub transitions: [Scores; LABELS],
    features: Table,
    /// The weights of each feature, those that the net sees first: they are the frequent ones, and stay near together.
    rows: Vec<[i8; LABELS]>,
    net: Net,
}

impl From<Weights> for Model {
    fn from(weights: Weights) -> Self {
        let keys: Vec<u32> = weights.words.iter().map(|(key, _)| *key).collect();
        let classes = weights.words.iter().map(|(_, fine)| codes(*fine)).collect();
        let (mut features, others): (Vec<Feature>, Vec<Feature>) =
            weights.features.into_iter().partition(|feature| feature.units.is_some());
        features.extend(others);
        let numbered = features.iter().enumerate().map(|(row, feature)| (feature.key, row as u32));
        let to_units = |units: [i8; UNITS]| units.map(|unit| to_step(f32::from(unit) * weights.unit_step));
        let floats = |row: &[f32], steps: f32| -> Units {
            std::array::from_fn(|unit| (row[unit] * steps).round() as i16)
        };
        let mut transitions = [[0; LABELS]; LABELS];
        transitions.iter_mut().flatten().zip(&weights.transitions).for_each(|(to, from)| *to = *from);
        Self {
            lexicon: Lexicon::new(&weights.phrases, &keys, classes),
            transitions,
            features: Table::new(numbered),
            rows: features.iter().map(|feature| feature.row).collect(),
            net: Net {
                dense: features.iter().filter_map(|feature| feature.units).map(to_units).collect(),
                bias: weights.bias.numbers().chunks_exact(UNITS).map(|row| floats(row, UNIT_STEPS)).next(),
                out: weights.out.numbers().chunks_exact(UNITS).map(|row| floats(row, OUT_STEPS)).collect(),
                vectors: weights.vectors,
                vector_steps: weights.vector_steps,
                unknown: weights.unknown.numbers(),
                window: weights.window.numbers(),
            },
        }
    }
}

/// A number in steps of a unit, rounded: what is above zero is cut, which is quicker than to call for rounding.
fn to_step(x: f32) -> i16 {
    const ABOVE_ZERO: i32 = 1 << 15;
    ((x * UNIT_STEPS + (ABOVE_ZERO as f32 + 0.5)) as i32).wrapping_sub(ABOVE_ZERO) as i16
}

/// What has been added up for one token.
#[derive(Clone, Debug)]
pub struct Sums {
    /// Weights of its features.
    pub scores: Scores,
    /// What the units of the net receive.
    pub units: Units,
}

impl Default for Sums {
    fn default() -> Self {
        Self { scores: [0; LABELS], units: [0; UNITS] }
    }
}

/// What forms add to the tokens around them, by their place in the window: reckoned when a form is first met there,
/// since most words of a text never stand at most places beside a name.
#[derive(Clone, Debug, Default)]
pub struct FormSums {
    /// For each form and place where its sums stand, or [`NONE`].
    slots: Vec<[u32; WINDOW]>,
    sums: Vec<Sums>,
}

/// No sums yet.
const NONE: u32 = u32::MAX;

impl FormSums {
    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.slots.clear();
        self.sums.clear();
    }
}

impl Sums {
    #[inline]
    fn add(&mut self, other: &Self) {
        self.scores.iter_mut().zip(&other.scores).for_each(|(sum, add)| *sum = sum.wrapping_add(*add));
        self.units.iter_mut().zip(&other.units).for_each(|(sum, add)| *sum = sum.wrapping_add(*add));
    }
}

impl Model {
    /// Adds one feature to the sums.
    #[inline]
    pub fn add(&self, key: u32, sums: &mut Sums) {
        let Some(row) = self.features.get(key) else { return };
        let row = row as usize;
        for (score, weight) in sums.scores.iter_mut().zip(&self.rows[row]) {
            *score = score.wrapping_add(i16::from(*weight));
        }
        if let Some(units) = self.net.dense.get(row) {
            sums.units.iter_mut().zip(units).for_each(|(sum, add)| *sum = sum.wrapping_add(*add));
        }
    }

    /// What a form adds at one place of the window.
    fn form_sums(&self, form: &Form, place: usize) -> Sums {
        let mut sums = Sums { scores: [0; LABELS], units: self.net.word_units(form, place) };
        form_features(&self.lexicon, form, place, &mut |_: Template, key: u32| self.add(key, &mut sums));
        sums
    }

    /// The sums of the active tokens of a text, in order, without votes.
    pub fn sum(&self, forms: &Forms, known: &mut FormSums, reading: &Reading, all: &mut Vec<Sums>) {
        known.slots.resize(forms.len(), [NONE; WINDOW]);
        all.clear();
        for context in reading.active(&self.lexicon, forms) {
            let mut sums = Sums::default();
            if let Some(bias) = self.net.bias {
                sums.units = bias;
            }
            for (place, id) in (0..WINDOW).filter_map(|place| Some((place, context.form_id(place)?))) {
                let slot = &mut known.slots[id as usize][place];
                if *slot == NONE {
                    *slot = known.sums.len() as u32;
                    known.sums.push(self.form_sums(forms.form(id), place));
                }
                sums.add(&known.sums[*slot as usize]);
            }
            context.features(&mut |_: Template, key: u32| self.add(key, &mut sums));
            all.push(sums);
        }
    }

    /// The scores that the sums come to.
    pub fn scores(&self, all: &[Sums], scores: &mut Vec<Scores>) {
        scores.clear();
        scores.extend(all.iter().map(|sums| self.net.scores(sums)));
    }

    /// Adds what votes say to the sums of a first reading, and their scores.
    pub fn add_votes(
        &self,
        forms: &Forms,
        reading: &Reading,
        votes: &Votes,
        all: &mut [Sums],
        scores: &mut [Scores],
    ) {
        for ((context, sums), scores) in reading.active(&self.lexicon, forms).zip(all).zip(scores) {
            let mut has_vote = false;
            context.vote_features(votes, &mut |_: Template, key: u32| {
                has_vote = true;
                self.add(key, sums);
            });
            if has_vote {
                *scores = self.net.scores(sums);
            }
        }
    }

    /// The weights of one feature, if it has any.
    #[must_use]
    pub fn row(&self, key: u32) -> Option<&[i8; LABELS]> {
        self.features.get(key).map(|row| &self.rows[row as usize])
    }
}

impl Net {
    /// What the vector of a word adds to the units, `place` in the window.
    fn word_units(&self, form: &Form, place: usize) -> Units {
        let kind = unknown_kind(form);
        let number = |at: usize| match form.entry {
            Some(entry) => f32::from(self.vectors[entry as usize][at]) * self.vector_steps[at],
            None => self.unknown[kind * DEPTH + at],
        };
        let mut units = [0.0_f32; UNITS];
        for at in 0..DEPTH {
            let x = number(at);
            let weights = &self.window[(place * DEPTH + at) * UNITS..][..UNITS];
            units.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += x * weight);
        }
        units.map(to_step)
    }

    fn scores(&self, sums: &Sums) -> Scores {
        let units = sums.units.map(|unit| unit.max(0));
        let mut scores = sums.scores;
        for (score, weights) in scores.iter_mut().zip(&self.out) {
            let sum: i32 =
                units.iter().zip(weights).map(|(unit, weight)| i32::from(*unit) * i32::from(*weight)).sum();
            *score = score.wrapping_add(((sum + (1 << (SCORE_SHIFT - 1))) >> SCORE_SHIFT) as i16);
        }
        scores
    }
}
