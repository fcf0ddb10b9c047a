//! Two articles side by side, and what the articles of a selection disagree on.

use super::run::DateLabel;
use super::timeline::Source;
use serde::{Deserialize, Serialize};

/// Two articles side by side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompareView {
    /// Left and right.
    pub sides: [SideView; 2],
    /// The passages in the order of the left side.
    pub rows: Vec<CompareRow>,
}

/// One of the articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideView {
    /// Its id.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Its medium.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: DateLabel,
    /// Its words.
    pub n_words: u32,
    /// Its words that stand in a passage of the other in the same order.
    pub n_shared: u32,
    /// Its words in passages that the other tells in other words.
    pub n_reworded: u32,
}

impl SideView {
    /// Its words in passages that only it has.
    #[must_use]
    pub fn n_alone(&self) -> u32 {
        self.n_words.saturating_sub(self.n_shared + self.n_reworded)
    }
}

/// A passage of both articles, or of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareRow {
    /// Left and right; empty where a side has no such passage.
    pub sides: [Vec<Piece>; 2],
    /// Whether the words are the same.
    pub is_same: bool,
    /// What the two sides tell differently.
    pub flags: Vec<Flag>,
}

/// A stretch of a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether the other side has not these words.
    pub is_changed: bool,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Difference {
    /// A number.
    Number,
    /// A date.
    Date,
    /// A place.
    Place,
    /// A person or an organization.
    Name,
    /// The spelling of one and the same name.
    Spelling,
}

impl Difference {
    /// The word exports write.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Date => "date",
            Self::Place => "place",
            Self::Name => "name",
            Self::Spelling => "spelling",
        }
    }
}

/// One difference in a passage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// What differs.
    pub of: Difference,
    /// As printed on the left and on the right; empty where a side has nothing of the kind.
    pub printed: [String; 2],
}

/// What the articles of a selection disagree on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DisagreeView {
    /// Articles of the selection.
    pub n_articles: u32,
    /// Disagreements found, listed or not.
    pub n_found: u32,
    /// The most telling first.
    pub pairs: Vec<Disagreement>,
    /// Stories of the selection with more than one version, most alike first: the ids of two, and the headline.
    pub versions: Vec<VersionPair>,
}

/// Two versions of one story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionPair {
    /// Their ids.
    pub ids: [String; 2],
    /// Their headlines.
    pub titles: [String; 2],
}

/// Two sentences that tell the same but for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disagreement {
    /// What differs.
    pub flag: Flag,
    /// Both sentences.
    pub sides: [Source; 2],
    /// Both sentences in pieces: what differs is set off.
    pub pieces: [Vec<Piece>; 2],
}
