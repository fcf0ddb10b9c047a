//! The weights: from features to scores of labels.
//!
//! Two parts speak for each label. Every feature has a weight of its own, and
//! a small net sees the vectors of the words in the window together with the
//! features that are frequent.

use super::feature::{Context, REACH, Template, WINDOW, form_features};
use super::form::{Form, Forms};
use super::hash::Table;
use super::label::LABELS;
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::vote::Votes;

/// Scores of every label, in steps of one 16th of a natural logarithm.
pub type Scores = [i16; LABELS];

/// How many steps of a score make one natural logarithm.
pub const STEPS: f32 = 16.0;

/// Units of the net.
pub const UNITS: usize = 64;

/// Numbers in the vector of a word.
pub const DEPTH: usize = 24;

/// What each unit of the net receives.
pub type Units = [f32; UNITS];

/// The net: word vectors and frequent features to units, units to scores.
#[derive(Clone, Debug)]
pub struct Net {
    /// The vector of each word of the lexicon.
    pub vectors: Vec<[f32; DEPTH]>,
    /// The vectors of words that it does not hold, by [`unknown_kind`].
    pub unknown: [[f32; DEPTH]; UNKNOWN_KINDS],
    /// From vectors to units, by place in the window.
    pub window: Vec<[Units; DEPTH]>,
    /// What a frequent feature adds to the units.
    pub dense: Vec<Units>,
    /// What every token gets.
    pub bias: Units,
    /// From units to scores.
    pub out: [Units; LABELS],
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

/// A row without units of its own.
pub const NOT_DENSE: u32 = u32::MAX;

/// All that was learned.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Lists and word classes.
    pub lexicon: Lexicon,
    /// From feature keys to rows.
    pub features: Table,
    /// The weights of each feature.
    pub rows: Vec<[i8; LABELS]>,
    /// The number of each feature among those the net sees.
    pub dense: Vec<u32>,
    /// The net, if there is one.
    pub net: Option<Net>,
    /// The weight of a label after another.
    pub transitions: [Scores; LABELS],
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
        Self { scores: [0; LABELS], units: [0.0; UNITS] }
    }
}

/// What a form adds to the tokens around it, by its place in their window.
pub type FormSums = [Sums; WINDOW];

impl Sums {
    #[inline]
    fn add(&mut self, other: &Self) {
        self.scores.iter_mut().zip(&other.scores).for_each(|(sum, add)| *sum += add);
        self.units.iter_mut().zip(&other.units).for_each(|(sum, add)| *sum += add);
    }
}

impl Model {
    /// Adds one feature to the sums.
    #[inline]
    pub fn add(&self, key: u32, sums: &mut Sums) {
        let Some(row) = self.features.get(key) else { return };
        for (score, weight) in sums.scores.iter_mut().zip(&self.rows[row as usize]) {
            *score += i16::from(*weight);
        }
        let dense = self.dense[row as usize];
        if dense != NOT_DENSE
            && let Some(net) = &self.net
        {
            sums.units.iter_mut().zip(&net.dense[dense as usize]).for_each(|(sum, add)| *sum += add);
        }
    }

    /// What a form adds.
    #[must_use]
    pub fn form_sums(&self, form: &Form) -> FormSums {
        let mut all: FormSums = std::array::from_fn(|_| Sums::default());
        for (place, sums) in all.iter_mut().enumerate() {
            form_features(&self.lexicon, form, place, &mut |_: Template, key: u32| self.add(key, sums));
            if let Some(net) = &self.net {
                let vector = match form.entry {
                    Some(entry) => &net.vectors[entry as usize],
                    None => &net.unknown[unknown_kind(form)],
                };
                for (x, weights) in vector.iter().zip(&net.window[place]) {
                    sums.units.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += x * weight);
                }
            }
        }
        all
    }

    /// The sums of every active token of a text, without votes.
    pub fn sum(&self, forms: &Forms, cached: &mut Vec<FormSums>, reading: &Reading, all: &mut Vec<Sums>) {
        for id in cached.len()..forms.len() {
            cached.push(self.form_sums(forms.form(id as u32)));
        }
        all.clear();
        all.resize(reading.tokens.len(), Sums::default());
        for sentence in &reading.sentences {
            for at in sentence.tokens.clone().filter(|at| reading.is_active[*at]) {
                let sums = &mut all[at];
                if let Some(net) = &self.net {
                    sums.units = net.bias;
                }
                for place in 0..WINDOW {
                    let Some(beside) = (at + place).checked_sub(REACH) else { continue };
                    if sentence.tokens.contains(&beside) {
                        sums.add(&cached[reading.forms[beside] as usize][place]);
                    }
                }
                let context = Context { lexicon: &self.lexicon, forms, reading, sentence, at };
                context.features(&mut |_: Template, key: u32| self.add(key, sums));
            }
        }
    }

    /// Adds what votes say to the sums of the first reading.
    pub fn sum_votes(&self, forms: &Forms, reading: &Reading, votes: &Votes, all: &mut [Sums]) {
        for sentence in &reading.sentences {
            for at in sentence.tokens.clone().filter(|at| reading.is_active[*at]) {
                let context = Context { lexicon: &self.lexicon, forms, reading, sentence, at };
                let sums = &mut all[at];
                context.vote_features(votes, &mut |_: Template, key: u32| self.add(key, sums));
            }
        }
    }

    /// The scores that the sums of active tokens come to.
    pub fn scores(&self, reading: &Reading, all: &[Sums], scores: &mut Vec<Scores>) {
        scores.clear();
        scores.extend(all.iter().zip(&reading.is_active).map(|(sums, is_active)| match &self.net {
            Some(net) if *is_active => net.scores(sums),
            _ => sums.scores,
        }));
    }
}

impl Net {
    fn scores(&self, sums: &Sums) -> Scores {
        let units = sums.units.map(|x| x.max(0.0));
        std::array::from_fn(|label| {
            let mut lanes = [0.0_f32; 16];
            for (units, weights) in units.chunks_exact(16).zip(self.out[label].chunks_exact(16)) {
                for lane in 0..16 {
                    lanes[lane] += units[lane] * weights[lane];
                }
            }
            sums.scores[label] + (lanes.iter().sum::<f32>() * STEPS) as i16
        })
    }
}
