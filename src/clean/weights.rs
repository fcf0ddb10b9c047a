//! The weights of the main-block model.
use super::block::N_FEATURES;

/// What a change between story and furniture costs, in log odds.
pub(super) const SWITCH_COST: f32 = 2.0;

/// One weight a feature.
pub(super) const WEIGHTS: [f32; N_FEATURES] = [
    -2.16, // bias
    -0.42, // length: logarithm of words
    0.44, // ends a sentence
    1.78, // ends openly
    0.22, // is prose beside prose
    -2.26, // is furniture by its whole wording
    -3.42, // is furniture by part of its wording
    -0.43, // is a menu word
    -4.19, // is a caption or credit
    -1.60, // is a byline or timestamp
    -1.34, // holds numbers only
    -1.47, // share of capitals
    -0.21, // prose close before
    0.53, // prose close behind
    -1.35, // stands twice on the page
    -0.65, // is three words or fewer
    0.57, // holds a number among words
    0.83, // shares words with its neighbor
    0.14, // is prose beside furniture
    -3.15, // is no prose and furniture close before
    -2.81, // is no prose and furniture close behind
    -6.48, // comments have begun
    -1.16, // is a list item
    1.51, // stands between empty lines
    2.84, // no furniture since prose
    -0.62, // no furniture until prose
];
