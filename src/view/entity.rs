//! One person, place or organization: its names, its dates, its company, its sentences, what it said and what is said
//! of it.

use super::quotes::Quotation;
use super::reader::Card;
use super::run::{DateLabel, Run};
use super::timeline::TimelineView;
use serde::{Deserialize, Serialize};

/// What an entity's page shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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
    /// How many there are.
    pub n_companions: u32,
    /// What happened when, by the dated sentences that name it, in one lane.
    pub timeline: TimelineView,
    /// What it said.
    pub said: Quoted,
    /// Its value of the facet of speakers, if it is quoted.
    pub speaker: Option<String>,
    /// What others said with its name in their words.
    pub told: Quoted,
}

/// The newest of some quotations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// A few of them.
    pub quotes: Vec<Quotation>,
    /// How many there are.
    pub n_all: u32,
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
