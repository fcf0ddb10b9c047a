//! One person, place or organization: its names, its articles, its sentences.

use super::reader::Card;
use super::run::{DateLabel, Run};
use serde::{Deserialize, Serialize};

/// What an entity's page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityView {
    /// Its names and counts.
    pub card: Card,
    /// The first and the last publication date among its articles, ISO 8601.
    pub first_and_last: Option<(String, String)>,
    /// How many of its articles have no date.
    pub n_undated: u32,
    /// The sentences that name it, newest article first, in order within an article.
    pub sentences: Vec<Sentence>,
    /// The people, places and organizations most often named in the same sentences, most frequent first.
    pub companions: Vec<(Card, u32)>,
}

/// One sentence that names the entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The article's id.
    pub article: String,
    /// The article's headline.
    pub title: String,
    /// The medium.
    pub outlet: Option<String>,
    /// When the article was published.
    pub published: DateLabel,
    /// The sentence; the entity's own names are hits.
    pub runs: Vec<Run>,
}
