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
    -1.88, // bias
    -0.98, // furniture since the story began
    -0.26, // ends a sentence
    1.45,  // ends openly
    0.33,  // is prose beside prose
    -1.56, // is furniture by its whole wording
    -2.44, // is furniture by part of its wording
    -0.33, // is a menu word
    -3.75, // is a caption or credit
    -1.56, // is a byline or timestamp
    -0.45, // holds numbers only
    -0.86, // share of capitals
    -0.14, // prose close before
    0.41,  // prose close behind
    -0.92, // stands twice on the page
    -0.44, // is three words or fewer
    0.60,  // holds a number among words
    0.65,  // shares words with its neighbor
    1.04,  // is prose beside furniture
    -3.09, // is no prose and furniture close before
    -2.68, // is no prose and furniture close behind
    -3.76, // comments have begun
    -0.49, // is a list item
    1.09,  // stands between empty lines
    2.43,  // no furniture since prose
    -0.58, // no furniture until prose
];
