//! The weights of the main-block model.
use super::block::N_FEATURES;

/// What a change between story and furniture costs, in log odds.
pub(super) const SWITCH_COST: f32 = 2.0;

/// One weight a feature.
pub(super) const WEIGHTS: [f32; N_FEATURES] = [
    -2.69, // bias
    -0.97, // furniture since the story began
    -0.31, // ends a sentence
    1.68,  // ends openly
    0.34,  // is prose beside prose
    -1.90, // is furniture by its whole wording
    -2.72, // is furniture by part of its wording
    -0.42, // is a menu word
    -4.05, // is a caption or credit
    -1.56, // is a byline or timestamp
    -0.43, // holds numbers only
    -0.82, // share of capitals
    -0.16, // prose close before
    0.44,  // prose close behind
    -0.99, // stands twice on the page
    -0.39, // is three words or fewer
    0.61,  // holds a number among words
    0.80,  // shares words with its neighbor
    0.92,  // is prose beside furniture
    -4.17, // is no prose and furniture close before
    -3.07, // is no prose and furniture close behind
    -4.38, // comments have begun
    -0.51, // is a list item
    1.27,  // stands between empty lines
    2.45,  // no furniture since prose
    -0.65, // no furniture until prose
];
