//! [`Examples`] into weights: stochastic descent on the likelihood of the marked labels.
//!
//! Weights of features follow the regularized leader (FTRL-proximal) with an
//! L1 bound, which leaves most of them zero.

use crate::chance::Chance;
use crate::crf::{Chances, Pairs, Row};
use crate::examples::{ANY, Examples, LabelSet, Token};
use crate::net::{Learning, Pass};
use crate::recipe::Recipe;
use crate::vectors::WIDTH;
use dateline::annotate::tagger::feature::Template;
use dateline::annotate::tagger::label::{LABELS, may_follow};

/// Learned weights.
#[derive(Clone, Debug)]
pub struct Learned {
    /// The key of each feature.
    pub keys: Vec<u32>,
    /// The weights of each feature.
    pub rows: Vec<Row>,
    /// The number of each feature among those the net sees.
    pub dense: Vec<Option<u32>>,
    /// The net.
    pub net: Learning,
    /// The loss of the last pass.
    pub loss: f64,
    /// The weight of a label after another.
    pub transitions: Pairs,
}

/// A weight and what the leader remembers of it.
#[derive(Clone, Copy, Default)]
struct Leader {
    weight: f32,
    sum: f32,
    squares: f32,
}

impl Leader {
    #[inline]
    fn update(&mut self, gradient: f32, alpha: f32, l1: f32, l2: f32) {
        let squares = self.squares + gradient * gradient;
        let root = squares.sqrt();
        self.sum += gradient - (root - self.squares.sqrt()) / alpha * self.weight;
        self.squares = squares;
        self.weight = if self.sum.abs() <= l1 {
            0.0
        } else {
            -(self.sum - self.sum.signum() * l1) / ((1.0 + root) / alpha + l2)
        };
    }
}

/// Learns weights from examples whose features are numbered; a net that is not the `first` shares its vectors.
pub fn learn(
    examples: &Examples,
    keys: &[u32],
    vectors: &[[f32; WIDTH]],
    recipe: &Recipe,
    first: Option<&Learning>,
) -> Learned {
    let dense = dense_numbers(examples, keys, recipe);
    let n_dense = dense.iter().flatten().count();
    let mut chance = Chance::new(recipe.seed);
    let groups: Vec<u8> = keys.iter().map(|key| group(examples.templates[key])).collect();
    let net = Learning::new(n_dense, recipe.rate, recipe.drop, &mut chance);
    let net = match first {
        Some(first) => net.with_vectors_of(first),
        None => net,
    };
    let mut learner = Learner {
        recipe,
        groups,
        leaders: vec![[Leader::default(); LABELS]; keys.len()],
        transitions: [[Leader::default(); LABELS]; LABELS],
        net,
        vectors,
        dense,
        passes: Vec::new(),
        chance,
        free: Chances::default(),
        bound: Chances::default(),
        scores: Vec::new(),
        present: Vec::new(),
    };
    let mut order: Vec<usize> = (0..examples.segments.len()).collect();
    let mut loss = 0.0;
    let mut mean: Option<Learned> = None;
    for epoch in 0..recipe.epochs {
        learner.chance.shuffle(&mut order);
        loss = order.iter().map(|segment| learner.visit(examples, *segment)).sum();
        match &mut mean {
            Some(mean) => mean.add(&learner.snapshot(keys)),
            None if epoch + recipe.averaged >= recipe.epochs => mean = Some(learner.snapshot(keys)),
            None => {}
        }
    }
    let mut mean = mean.unwrap_or_else(|| learner.snapshot(keys));
    mean.scale(1.0 / recipe.averaged.clamp(1, recipe.epochs) as f32);
    mean.loss = loss;
    mean
}

impl Learned {
    /// Every weight.
    fn weights(&mut self) -> impl Iterator<Item = &mut f32> {
        let (rows, transitions) = (self.rows.iter_mut().flatten(), self.transitions.iter_mut().flatten());
        rows.chain(transitions).chain(self.net.matrices().into_iter().flat_map(|matrix| &mut matrix.values))
    }

    /// Adds the weights of a later epoch.
    fn add(&mut self, later: &Self) {
        let mut later = later.clone();
        self.weights().zip(later.weights()).for_each(|(sum, weight)| *sum += *weight);
    }

    fn scale(&mut self, share: f32) {
        self.weights().for_each(|weight| *weight *= share);
    }
}

/// Features that are hidden together: words 1, word classes 2, lists 3, others 0.
fn group(template: Template) -> u8 {
    use Template as T;
    match template {
        T::Word | T::Lower | T::Prefix | T::Suffix | T::Words | T::RunFirst | T::RunLast => 1,
        T::Code | T::Codes => 2,
        T::List | T::Lists | T::Entry => 3,
        _ => 0,
    }
}

/// The number of each feature among those the net sees: frequent, and not of single words.
fn dense_numbers(examples: &Examples, keys: &[u32], recipe: &Recipe) -> Vec<Option<u32>> {
    use Template as T;
    let mut counts = vec![0_u32; keys.len()];
    examples.features.iter().for_each(|feature| counts[*feature as usize] += 1);
    let mut next = 0;
    keys.iter()
        .zip(counts)
        .map(|(key, count)| {
            let is_word = matches!(
                examples.templates[key],
                T::Word
                    | T::Lower
                    | T::Words
                    | T::Prefix
                    | T::RunFirst
                    | T::RunLast
                    | T::RunBefore
                    | T::RunAfter
                    | T::Code
                    | T::Codes
            );
            if is_word || count < recipe.dense_least {
                return None;
            }
            next += 1;
            Some(next - 1)
        })
        .collect()
}

struct Learner<'a> {
    recipe: &'a Recipe,
    net: Learning,
    vectors: &'a [[f32; WIDTH]],
    dense: Vec<Option<u32>>,
    passes: Vec<Pass>,
    groups: Vec<u8>,
    leaders: Vec<[Leader; LABELS]>,
    transitions: [[Leader; LABELS]; LABELS],
    chance: Chance,
    free: Chances,
    bound: Chances,
    scores: Vec<Row>,
    present: Vec<Vec<u32>>,
}

impl Learner<'_> {
    /// The weights as they are now.
    fn snapshot(&self, keys: &[u32]) -> Learned {
        Learned {
            rows: self.leaders.iter().map(|row| row.map(|leader| leader.weight)).collect(),
            transitions: self.transitions.map(|row| row.map(|leader| leader.weight)),
            dense: self.dense.clone(),
            net: self.net.clone(),
            loss: 0.0,
            keys: keys.to_vec(),
        }
    }

    /// Learns from one segment; gives its loss before.
    fn visit(&mut self, examples: &Examples, segment: usize) -> f64 {
        let segment = &examples.segments[segment];
        let tokens = &examples.tokens[segment.tokens.clone()];
        if tokens.iter().all(|token| token.allowed == ANY) {
            return 0.0;
        }
        let with_weights = self.chance.share() < self.recipe.with_weights;
        let with_net = !with_weights || self.chance.share() < self.recipe.with_net;
        self.passes.clear();
        let with_votes = self.chance.share() < self.recipe.votes;
        self.scores.clear();
        self.present.resize_with(self.present.len().max(tokens.len()), Vec::new);
        for (at, token) in tokens.iter().enumerate() {
            self.choose_features(examples, at, token, with_votes);
            let mut row = [0.0; LABELS];
            if with_weights {
                for feature in &self.present[at] {
                    for (score, leader) in row.iter_mut().zip(&self.leaders[*feature as usize]) {
                        *score += leader.weight;
                    }
                }
            }
            if with_net {
                self.add_net(at, token, &mut row);
            }
            self.scores.push(row);
        }
        let transitions = self.transition_factors();
        self.free.reckon(&self.scores, &transitions, |_| ANY);
        let allowed = |at: usize| -> LabelSet { tokens[at].allowed };
        self.bound.reckon(&self.scores, &transitions, allowed);
        self.descend(tokens.len(), segment.weight, with_weights);
        self.free.log_sum - self.bound.log_sum
    }

    /// The features of a token that are not hidden from this visit.
    fn choose_features(&mut self, examples: &Examples, at: usize, token: &Token, with_votes: bool) {
        let hidden = [
            false,
            self.chance.share() < self.recipe.hide_words,
            self.chance.share() < self.recipe.hide_codes,
            self.chance.share() < self.recipe.hide_lists,
        ];
        let end = if with_votes { token.features.end } else { token.votes_from };
        let features = &examples.features[token.features.start as usize..end as usize];
        let is_shown = |feature: &&u32| !hidden[self.groups[**feature as usize] as usize];
        self.present[at].clear();
        self.present[at].extend(features.iter().filter(is_shown));
    }

    /// Adds the scores of the net, some words made unknown to it.
    fn add_net(&mut self, at: usize, token: &Token, row: &mut Row) {
        const UNKNOWN_CAPITALIZED: u8 = 3;
        let mut words = token.words;
        for word in &mut words {
            if self.chance.share() < self.recipe.hide_vectors && matches!(word, Some(Ok(_))) {
                *word = Some(Err(UNKNOWN_CAPITALIZED));
            }
        }
        let seen = self.present[at].iter().filter_map(|feature| self.dense[*feature as usize]);
        let mut pass = Pass::new(words, seen.collect());
        self.net.forward(&mut pass, self.vectors, row, &mut self.chance);
        self.passes.push(pass);
    }

    /// The exponentials of the transitions; zero where a label may not follow.
    fn transition_factors(&self) -> Pairs {
        let factor = |before: usize, next: usize| {
            let weight = self.transitions[before][next].weight;
            if may_follow(before as u8, next as u8) { weight.exp() } else { 0.0 }
        };
        std::array::from_fn(|before| std::array::from_fn(|next| factor(before, next)))
    }

    fn descend(&mut self, length: usize, weight: f32, with_weights: bool) {
        let Recipe { alpha, l1, l2, .. } = *self.recipe;
        for at in 0..length {
            if let Some(pass) = self.passes.get(at) {
                let gradient = std::array::from_fn(|label| {
                    weight * (self.free.labels[at][label] - self.bound.labels[at][label])
                });
                self.net.backward(pass, self.vectors, &gradient);
            }
            for label in 0..LABELS {
                if !with_weights {
                    break;
                }
                let gradient = weight * (self.free.labels[at][label] - self.bound.labels[at][label]);
                if gradient.abs() < 1e-3 {
                    continue;
                }
                for feature in &self.present[at] {
                    self.leaders[*feature as usize][label].update(gradient, alpha, l1, l2);
                }
            }
        }
        for before in 0..LABELS {
            for next in 0..LABELS {
                let gradient = weight * (self.free.pairs[before][next] - self.bound.pairs[before][next]);
                if gradient.abs() > 1e-4 {
                    self.transitions[before][next].update(gradient, alpha, 0.0, l2);
                }
            }
        }
    }
}
