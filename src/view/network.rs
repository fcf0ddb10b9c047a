//! Who appears with whom and where: names and their links, laid out in a plane.

use super::run::Run;
use super::timeline::{EventMark, Source};
use crate::key::Kind;
use serde::{Deserialize, Serialize};

/// The names of a selection and how they hang together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct NetworkView {
    /// Articles of the selection.
    pub n_articles: u32,
    /// Names in it, drawn or not.
    pub n_names: u32,
    /// The names that are drawn, most named first.
    pub nodes: Vec<Node>,
    /// The links between them, strongest first.
    pub links: Vec<Link>,
    /// The fewest times two names must stand together to be linked here.
    pub least: u32,
    /// The most that two stand together.
    pub most: u32,
    /// What is looked at: one name, or the steps of the shortest chain between two.
    pub steps: Vec<Step>,
    /// Whether two names are looked at that no chain joins.
    pub is_apart: bool,
}

/// A name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// What it is.
    pub kind: Kind,
    /// Its name in URLs.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Sentences, paragraphs or articles that name it.
    pub n_units: u32,
    /// Its place from the left, 0 to 1.
    pub x: f32,
    /// Its place from the top, 0 to 1.
    pub y: f32,
}

impl Node {
    /// What the address calls it: `person:joe-biden`.
    #[must_use]
    pub fn key(&self) -> String {
        [self.kind.noun(), ":", &self.slug].concat()
    }
}

/// Two names that stand together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// Their places in the list of nodes.
    pub ends: [u32; 2],
    /// How often they stand together.
    pub n_together: u32,
    /// How much more often than names so common would by chance: normalized pointwise mutual information, 0 to 1.
    pub strength: f32,
}

/// One name or one link that is looked at, with sentences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its name, or both, as places in the list of nodes.
    pub ends: Vec<u32>,
    /// How often they stand together, or how often it is named.
    pub n_units: u32,
    /// Some of the sentences.
    pub sentences: Vec<StepSentence>,
}

/// A sentence that shows a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepSentence {
    /// The sentence; marks lead into `marks`.
    pub runs: Vec<Run>,
    /// The names and dates marked in it.
    pub marks: Vec<EventMark>,
    /// The article it stands in.
    pub source: Source,
}
