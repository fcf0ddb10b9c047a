//! The weights of the main-block model.
use super::block::N_FEATURES;

/// What a change between story and furniture costs, in log odds.
pub(super) const SWITCH_COST: f32 = 2.0;

/// One weight a feature.
pub(super) const WEIGHTS: [f32; N_FEATURES] = [
    -1.57, // bias
    -0.04, // length: logarithm of words
    0.83, // ends a sentence
    1.76, // ends openly
    0.15, // is prose beside prose
    -1.59, // is furniture by its whole wording
    0.48, // is furniture by part of its wording
    -0.42, // is a menu word
    -3.56, // is a caption or credit
    -1.01, // is a byline or timestamp
    -1.67, // holds numbers only
    -1.50, // share of capitals
    -0.04, // prose close before
    0.37, // prose close behind
    -0.93, // stands twice on the page
    -0.57, // is three words or fewer
    0.54, // holds a number among words
    0.89, // shares words with its neighbor
    -1.44, // is prose beside furniture
    -6.22, // is no prose and furniture close before
    -4.28, // is no prose and furniture close behind
    -6.23, // comments have begun
    -0.54, // is a list item
    1.11, // stands between empty lines
    1.10, // no furniture since prose
    -0.86, // no furniture until prose
];
