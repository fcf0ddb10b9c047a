//! The weights: from features to scores of labels.

use super::feature::{Context, REACH, Template, WINDOW, form_features};
use super::form::{Form, Forms};
use super::hash::Table;
use super::label::LABELS;
use super::lexicon::Lexicon;
use super::reading::Reading;
use super::vote::Votes;

/// Scores of every label, in 1/32 of a natural logarithm.
pub type Scores = [i16; LABELS];

/// How many steps of a score make one natural logarithm.
pub const STEPS: f32 = 16.0;

/// All that was learned.
#[derive(Clone, Debug, Default)]
pub struct Model {
    /// Lists and word classes.
    pub lexicon: Lexicon,
    /// From feature keys to rows.
    pub features: Table,
    /// The weights of each feature.
    pub rows: Vec<[i8; LABELS]>,
    /// The weight of a label after another.
    pub transitions: [Scores; LABELS],
}

/// The scores a form adds to the tokens around it, by its place in their window.
pub type FormScores = [Scores; WINDOW];

impl Model {
    /// Adds the weights of one feature to `scores`.
    #[inline]
    pub fn add(&self, key: u32, scores: &mut Scores) {
        if let Some(row) = self.features.get(key) {
            for (score, weight) in scores.iter_mut().zip(&self.rows[row as usize]) {
                *score += i16::from(*weight);
            }
        }
    }

    /// The scores that a form adds.
    #[must_use]
    pub fn form_scores(&self, form: &Form) -> FormScores {
        let mut scores = [[0; LABELS]; WINDOW];
        for (place, scores) in scores.iter_mut().enumerate() {
            form_features(&self.lexicon, form, place, &mut |_: Template, key: u32| self.add(key, scores));
        }
        scores
    }

    /// The scores of every active token of a text, without votes.
    pub fn score(&self, forms: &Forms, cached: &mut Vec<FormScores>, reading: &Reading, scores: &mut Vec<Scores>) {
        for id in cached.len()..forms.len() {
            cached.push(self.form_scores(forms.form(id as u32)));
        }
        scores.clear();
        scores.resize(reading.tokens.len(), [0; LABELS]);
        for sentence in &reading.sentences {
            for at in sentence.tokens.clone().filter(|at| reading.is_active[*at]) {
                let sum = &mut scores[at];
                for place in 0..WINDOW {
                    let Some(beside) = (at + place).checked_sub(REACH) else { continue };
                    if sentence.tokens.contains(&beside) {
                        let add = &cached[reading.forms[beside] as usize][place];
                        sum.iter_mut().zip(add).for_each(|(sum, add)| *sum += add);
                    }
                }
                let context = Context { lexicon: &self.lexicon, forms, reading, sentence, at };
                context.features(&mut |_: Template, key: u32| self.add(key, sum));
            }
        }
    }

    /// Adds the scores of votes to those of the first reading.
    pub fn score_votes(&self, forms: &Forms, reading: &Reading, votes: &Votes, scores: &mut [Scores]) {
        for sentence in &reading.sentences {
            for at in sentence.tokens.clone().filter(|at| reading.is_active[*at]) {
                let context = Context { lexicon: &self.lexicon, forms, reading, sentence, at };
                let sum = &mut scores[at];
                context.vote_features(votes, &mut |_: Template, key: u32| self.add(key, sum));
            }
        }
    }
}
