//! Learned numbers into the whole numbers of a weight file; several learners become their mean.

use crate::learn::Learned;
use crate::net::{Learning, Matrix};
use crate::recipe::Recipe;
use crate::source::Source;
use dateline::annotate::tagger::feature::WINDOW;
use dateline::annotate::tagger::label::{LABELS, OUTSIDE};
use dateline::annotate::tagger::model::{DEPTH, STEPS, UNITS};
use dateline::annotate::tagger::weights::{Feature, Steps, VECTOR_MOST, Weights};

/// The mean of learners that share their features and word vectors.
#[must_use]
pub fn quantize(source: &Source, members: &[Learned], recipe: &Recipe) -> Weights {
    let share = 1.0 / members.len() as f32;
    let first = &members[0];
    let steps = |of: &dyn Fn(&Learning) -> &Matrix, rows: usize, scale: f32| {
        let mut numbers = Vec::with_capacity(rows * UNITS);
        for at in 0..rows {
            numbers.extend(members.iter().flat_map(|member| of(&member.net).row(at)).map(|x| x * scale));
            numbers.resize((at + 1) * UNITS, 0.0);
        }
        Steps::from(numbers.as_slice())
    };
    let (vectors, vector_steps) = short_vectors(source, &first.net, recipe);
    let pair = |before: usize, next: usize| {
        let sum: f32 = members.iter().map(|member| member.transitions[before][next]).sum();
        let eager = if next == OUTSIDE as usize { recipe.eager } else { 0.0 };
        (sum * share * STEPS - eager).round() as i16
    };
    let unit_step = unit_step(members);
    Weights {
        phrases: source.phrases.clone(),
        words: source.words.clone(),
        vectors,
        vector_steps,
        unknown: Steps::from(first.net.unknown.values.as_slice()),
        window: steps(&|net| &net.window, WINDOW * DEPTH, 1.0),
        bias: steps(&|net| &net.bias, 1, 1.0),
        out: steps(&|net| &net.out, LABELS, share),
        unit_step,
        features: features(members, unit_step, recipe),
        transitions: (0..LABELS * LABELS).map(|at| pair(at / LABELS, at % LABELS)).collect(),
    }
}

/// How many steps the standard deviation of a feature's units has; the sum of thirty features then is off by one
/// part in fifty.
const UNIT_STEPS_A_DEVIATION: f32 = 4.0;

/// What one step of a feature's units stands for.
fn unit_step(members: &[Learned]) -> f32 {
    let values = || members.iter().flat_map(|member| &member.net.dense.values);
    let squares: f32 = values().map(|x| x * x).sum();
    let deviation = (squares / values().count().max(1) as f32).sqrt();
    let largest = values().fold(0.0, |most: f32, x| most.max(x.abs()));
    (deviation / UNIT_STEPS_A_DEVIATION).max(largest / 127.0).max(f32::MIN_POSITIVE)
}

fn features(members: &[Learned], unit_step: f32, recipe: &Recipe) -> Vec<Feature> {
    let share = STEPS / members.len() as f32;
    let step = |weight: f32| {
        let steps = (weight * share).round();
        if steps.abs() <= recipe.prune { 0 } else { steps.clamp(-127.0, 127.0) as i8 }
    };
    let first = &members[0];
    let mut features = Vec::new();
    for (at, (key, dense)) in first.keys.iter().zip(&first.dense).enumerate() {
        let row: [i8; LABELS] =
            std::array::from_fn(|label| step(members.iter().map(|member| member.rows[at][label]).sum()));
        let units = dense.map(|dense| {
            let mut units = [0; UNITS];
            let all = members.iter().flat_map(|member| member.net.dense.row(dense as usize));
            units.iter_mut().zip(all).for_each(|(unit, x)| *unit = (x / unit_step).round() as i8);
            units
        });
        if units.is_some() || row.iter().any(|weight| *weight != 0) {
            features.push(Feature { key: *key, row, units });
        }
    }
    features
}

/// The vectors as the net shortens them, and what one step of each of their numbers stands for.
fn short_vectors(source: &Source, net: &Learning, recipe: &Recipe) -> (Vec<[i8; DEPTH]>, Vec<f32>) {
    let most = f32::from(VECTOR_MOST);
    let short: Vec<[f32; DEPTH]> = source.vectors.iter().map(|vector| net.short(vector)).collect();
    let step = |number: usize| {
        let squares: f32 = short.iter().map(|row| row[number] * row[number]).sum();
        (squares / short.len() as f32).sqrt().max(1e-6) * recipe.spread / most
    };
    let steps: Vec<f32> = (0..DEPTH).map(step).collect();
    let whole = |row: &[f32; DEPTH]| {
        std::array::from_fn(|number| (row[number] / steps[number]).round().clamp(-most, most) as i8)
    };
    (short.iter().map(whole).collect(), steps)
}
