//! The weights: from features to scores of labels.
//!
//! Two parts speak for each label. Every feature has a weight of its own, and
//! a small net sees the vectors of the words in the window together with the
//! features that are frequent.

use super::decode::possible;
use super::feature::{Context, Template, WINDOW, form_features};
use super::features::Features;
use super::form::{Forms, Signs};
use super::label::LABELS;
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::sums::Sums;
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
    /// From vectors to steps of units: place, number.
    window: Vec<[f32; UNITS]>,
    /// What words that the lexicon does not hold add to the units: place, [`unknown_kind`].
    unknown: Vec<Units>,
    /// What a frequent feature adds, by its number.
    dense: Vec<Sums>,
    /// What every token gets.
    bias: Sums,
    /// From units to scores.
    out: Vec<Units>,
}

/// How many kinds of unknown words there are.
pub const UNKNOWN_KINDS: usize = 5;

/// What kind of word this is, if the lexicon does not hold it.
#[must_use]
pub fn unknown_kind(signs: Signs) -> usize {
    const KINDS: [Signs; UNKNOWN_KINDS - 1] =
        [Signs::MARK, Signs::NUMBER, Signs::ALL_CAPITALS, Signs::CAPITALIZED];
    KINDS.iter().position(|kind| signs.has(*kind)).unwrap_or(KINDS.len())
}

/// All that was learned, ready to be used.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Lists and word classes.
    pub lexicon: Lexicon,
    /// The weight of a label after another.
    pub transitions: [Scores; LABELS],
    /// The weights of each feature, those that the net sees first: they are the frequent ones, and stay near together.
    features: Features,
    net: Net,
}

impl From<Weights> for Model {
    fn from(weights: Weights) -> Self {
        let keys: Vec<u32> = weights.words.iter().map(|(key, _)| *key).collect();
        let classes = weights.words.iter().map(|(_, fine)| codes(*fine)).collect();
        let mut transitions = [[0; LABELS]; LABELS];
        transitions.iter_mut().flatten().zip(&weights.transitions).for_each(|(to, from)| *to = *from);
        let lexicon = Lexicon::new(&weights.phrases, &keys, classes);
        let (mut features, others): (Vec<&Feature>, Vec<&Feature>) =
            weights.features.iter().partition(|feature| feature.units.is_some());
        features.extend(others);
        let rows = features.iter().map(|feature| (feature.key, feature.row));
        Self { lexicon, transitions, features: Features::new(rows), net: Net::new(&weights, &features) }
    }
}

/// Steps of a unit, rounded: what is above zero is cut, which is quicker than to call for rounding.
fn to_step(x: f32) -> i16 {
    const ABOVE_ZERO: i32 = 1 << 15;
    ((x + (ABOVE_ZERO as f32 + 0.5)) as i32).wrapping_sub(ABOVE_ZERO) as i16
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

impl Model {
    /// Adds the features with these keys to the sums, beside the parts that are given. Tells whether there were any.
    fn add_all<'a>(&'a self, keys: &[u32], parts: &mut Vec<&'a Sums>, sums: &mut Sums) -> bool {
        let mut n_rare = 0;
        self.features.find_all(keys, |number| match self.net.dense.get(number) {
            Some(dense) => parts.push(dense),
            None => {
                n_rare += 1;
                sums.add_weights(self.features.weights(number));
            }
        });
        sums.add_all(parts);
        n_rare + parts.len() > 0
    }

    /// What a form adds at one place of the window.
    #[cold]
    fn form_sums(&self, forms: &Forms, id: u32, place: usize, keys: &mut Vec<u32>) -> Sums {
        let mut sums = Sums::new(&self.net.word_units(forms, id, place), &[0; LABELS]);
        keys.clear();
        form_features(forms, id, place, &mut |_: Template, key: u32| keys.push(key));
        self.add_all(keys, &mut Vec::with_capacity(keys.len()), &mut sums);
        sums
    }

    /// Reckons the sums of the forms around the active tokens that are not known yet.
    fn know_forms(&self, forms: &Forms, known: &mut FormSums, reading: &Reading) {
        let mut keys = Vec::new();
        known.slots.resize(forms.len(), [NONE; WINDOW]);
        for context in reading.active(forms) {
            for (place, id) in (0..WINDOW).filter_map(|place| Some((place, context.form_id(place)?))) {
                let slot = &mut known.slots[id as usize][place];
                if *slot == NONE {
                    *slot = known.sums.len() as u32;
                    known.sums.push(self.form_sums(forms, id, place, &mut keys));
                }
            }
        }
    }

    /// The sums of the active tokens of a text, in order, without votes.
    pub fn sum(&self, forms: &Forms, known: &mut FormSums, reading: &Reading, all: &mut Vec<Sums>) {
        self.know_forms(forms, known, reading);
        let (mut keys, mut parts) = (Vec::new(), Vec::new());
        all.clear();
        for context in reading.active(forms) {
            let slot = |place| Some(known.slots[context.form_id(place)? as usize][place]);
            parts.clear();
            parts.extend((0..WINDOW).filter_map(slot).map(|slot| &known.sums[slot as usize]));
            keys.clear();
            context.features(&mut |_: Template, key: u32| keys.push(key));
            all.push(self.net.bias.clone());
            let sums = all.last_mut().expect("just pushed");
            self.add_all(&keys, &mut parts, sums);
        }
    }

    /// The scores that the sums of the active tokens come to, for the labels that each can have.
    pub fn scores(&self, forms: &Forms, reading: &Reading, all: &[Sums], scores: &mut Vec<Scores>) {
        scores.clear();
        let active = reading.active(forms).zip(all);
        scores.extend(active.map(|(context, sums)| self.net.scores(sums, possible_labels(context))));
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
        let (mut keys, mut parts) = (Vec::new(), Vec::new());
        for ((context, sums), scores) in reading.active(forms).zip(all).zip(scores) {
            keys.clear();
            parts.clear();
            context.vote_features(votes, &mut |_: Template, key: u32| keys.push(key));
            if self.add_all(&keys, &mut parts, sums) {
                *scores = self.net.scores(sums, possible_labels(context));
            }
        }
    }

    /// The weights of one feature, if it has any.
    #[must_use]
    pub fn row(&self, key: u32) -> Option<&[i8; LABELS]> {
        self.features.row(key)
    }
}

/// The labels that a token can have between its neighbors: only tokens that are active can be part of one name with it.
fn possible_labels(context: Context<'_>) -> &'static [u8] {
    let is_active = |at: usize| context.sentence.tokens.contains(&at) && context.reading.is_active[at];
    let follows = context.at.checked_sub(1).is_some_and(is_active);
    possible(follows, is_active(context.at + 1))
}

impl Net {
    /// The net of a weight file, whose `features` stand in the order of their numbers.
    fn new(weights: &Weights, features: &[&Feature]) -> Self {
        let to_sums = |feature: &&Feature| {
            let to_unit = |unit: i8| to_step(f32::from(unit) * weights.unit_step * UNIT_STEPS);
            Some(Sums::new(&feature.units?.map(to_unit), &feature.row.map(i16::from)))
        };
        let rows = |numbers: &[f32], steps: f32| -> Vec<Units> {
            let row = |row: &[f32]| std::array::from_fn(|unit| (row[unit] * steps).round() as i16);
            numbers.chunks_exact(UNITS).map(row).collect()
        };
        let units = rows(&weights.bias.numbers(), UNIT_STEPS).first().copied().unwrap_or([0; UNITS]);
        let window = weights.window.numbers();
        let mut net = Self {
            dense: features.iter().filter_map(to_sums).collect(),
            bias: Sums::new(&units, &[0; LABELS]),
            out: rows(&weights.out.numbers(), OUT_STEPS),
            window: window
                .chunks_exact(UNITS)
                .map(|row| std::array::from_fn(|unit| row[unit] * UNIT_STEPS))
                .collect(),
            ..Self::default()
        };
        let unknown = weights.unknown.numbers();
        let unknown = unknown.as_chunks().0;
        let places = 0..net.window.len() / DEPTH;
        net.unknown = places
            .flat_map(|place| unknown.iter().map(move |vector| (vector, place)))
            .map(|(vector, place)| net.vector_units(vector, place))
            .collect();
        for (row, step) in net.window.iter_mut().zip(weights.vector_steps.iter().cycle()) {
            row.iter_mut().for_each(|weight| *weight *= step);
        }
        net.vectors.clone_from(&weights.vectors);
        net
    }

    /// What the vector of a word adds to the units, `place` in the window.
    fn word_units(&self, forms: &Forms, id: u32, place: usize) -> Units {
        match forms.spelling(id).entry {
            Some(entry) => self.vector_units(&self.vectors[entry as usize].map(f32::from), place),
            None => self.unknown[place * UNKNOWN_KINDS + unknown_kind(forms.signs(id))],
        }
    }

    /// What a vector adds to the units, `place` in the window.
    fn vector_units(&self, vector: &[f32; DEPTH], place: usize) -> Units {
        /// Units reckoned at a time, few enough for their sums to stay in registers.
        const TILE: usize = 32;
        let weights = &self.window[place * DEPTH..][..DEPTH];
        let mut units = [0; UNITS];
        for (tile, units) in units.as_chunks_mut::<TILE>().0.iter_mut().enumerate() {
            let mut sums = [0.0_f32; TILE];
            for (x, row) in vector.iter().zip(weights) {
                let row = &row.as_chunks::<TILE>().0[tile];
                sums.iter_mut().zip(row).for_each(|(sum, weight)| *sum += x * weight);
            }
            *units = sums.map(to_step);
        }
        units
    }

    /// The scores of `labels`; those of others lack what the net says.
    fn scores(&self, sums: &Sums, labels: &[u8]) -> Scores {
        let units = sums.units().map(|unit| unit.max(0));
        let mut scores = *sums.scores();
        for label in labels {
            let (score, weights) = (&mut scores[*label as usize], &self.out[*label as usize]);
            let sum: i32 =
                units.iter().zip(weights).map(|(unit, weight)| i32::from(*unit) * i32::from(*weight)).sum();
            *score = score.wrapping_add(((sum + (1 << (SCORE_SHIFT - 1))) >> SCORE_SHIFT) as i16);
        }
        scores
    }
}
