//! The weights of the main-block model: how much each feature of a line speaks for its being story.
//!
//! Fitted by `cargo run --release --no-default-features --example score -- fit FILE`, logistic regression over the
//! lines of the 86 pages of the development half of the article extraction benchmark (scrapinghub, MIT), each page
//! weighing the same and a line of story twice a line of furniture. Only these numbers come from the pages.
//! Fitted to one half of them, the model cleans the other half with shingle F1 0.927 and 0.973.

use super::block::N_FEATURES;

/// What a change between story and furniture costs, in log odds; 1 to 3 clean the pages about equally well.
pub(super) const SWITCH_COST: f32 = 2.0;

/// One weight a feature, in log odds for each unit of it.
pub(super) const WEIGHTS: [f32; N_FEATURES] = [
    -1.86, // bias
    -1.13, // furniture since the story began
    -0.31, // ends a sentence
    1.43,  // ends openly
    0.34,  // is prose beside prose
    -1.59, // is furniture by its whole wording
    -2.34, // is furniture by part of its wording
    -0.36, // is a menu word
    -3.69, // is a caption or credit
    -1.54, // is a byline or timestamp
    -0.32, // holds numbers only
    -0.81, // share of capitals
    -0.13, // prose close before
    0.40,  // prose close behind
    -0.97, // stands twice on the page
    -0.46, // is three words or fewer
    0.62,  // holds a number among words
    0.65,  // shares words with its neighbor
    1.10,  // is prose beside furniture
    -3.10, // is no prose and furniture close before
    -2.82, // is no prose and furniture close behind
    -3.50, // comments have begun
    -0.44, // is a list item
    1.10,  // stands between empty lines
    2.42,  // no furniture since prose
    -0.61, // no furniture until prose
];
