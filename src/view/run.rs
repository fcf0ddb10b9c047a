//! Text in runs: the smallest stretches that are drawn alike.

use crate::key::Basis;
use serde::{Deserialize, Serialize};

/// A stretch of text drawn in one way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The text, never empty.
    pub text: String,
    /// Whether it matches the reader's words.
    pub is_hit: bool,
    /// The mark it belongs to, an index into the view's list of marks. Runs of one mark are neighbours.
    pub mark: Option<u32>,
    /// Set when the run was removed from the story: an index into the view's list of cuts.
    pub cut: Option<u32>,
}

/// A publication date as it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateLabel {
    /// ISO 8601 as wide as is known, or nothing where it is unknown.
    pub value: Option<String>,
    /// Where it comes from.
    pub basis: Option<Basis>,
    /// The grounds, a sentence each.
    pub reasons: Vec<String>,
}
