//! One article, ready to be read: paragraphs in runs, marks with their reasons, cuts.

use super::run::{DateLabel, Run};
use crate::index::DaySpan;
use crate::key::{Basis, Kind};
use serde::{Deserialize, Serialize};

/// What the reader shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReaderView {
    /// The article's id.
    pub id: String,
    /// The file it came from.
    pub file: String,
    /// The headline; empty when the article has none.
    pub title: Vec<Run>,
    /// Where the headline comes from.
    pub title_basis: Option<Basis>,
    /// The authors with where each comes from.
    pub byline: Vec<(String, Basis)>,
    /// The medium with where it comes from.
    pub outlet: Option<(String, Basis)>,
    /// The agencies credited.
    pub agencies: Vec<String>,
    /// When it was published.
    pub published: DateLabel,
    /// Where it was found, a checked `http` or `https` address.
    pub url: Option<String>,
    /// ISO 639-1 code.
    pub language: Option<String>,
    /// Length of the story in words.
    pub n_words: u32,
    /// The text, in order, removed blocks in their places.
    pub blocks: Vec<Block>,
    /// The marks that runs lead into.
    pub marks: Vec<Mark>,
    /// The people, places and organizations that marks lead into.
    pub cards: Vec<Card>,
    /// What was removed, in order.
    pub cuts: Vec<Cut>,
    /// How many places match the reader's words.
    pub n_matches: u32,
}

/// A paragraph, or something removed that stood between paragraphs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// The text; runs with a `cut` are drawn only when removed text is shown.
    pub runs: Vec<Run>,
    /// Whether the whole block was removed.
    pub is_cut: bool,
}

/// A stretch that was removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cut {
    /// The rule that removed it, in words a reader understands, as in `share bar`.
    pub reason: String,
}

/// One marked name or date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The words, as printed.
    pub text: String,
    /// What they stand for.
    pub detail: MarkDetail,
    /// The rule that recognised it, in a sentence.
    pub why: String,
    /// Why it is this person, place or organization, and how sure that is; empty for dates and undecided names.
    pub because: String,
    /// Whether it is a guess, to be drawn dashed.
    pub is_guess: bool,
}

/// What a mark stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkDetail {
    /// A person, place or organization: an index into [`ReaderView::cards`].
    Name(Kind, u32),
    /// A name that could be one of several, so it is none of them: the names it could be.
    Undecided(Kind, Vec<String>),
    /// A date.
    Date {
        /// The value as TimeML writes it.
        value: String,
        /// The value of the date it was reckoned from.
        reference: Option<String>,
        /// The other values it could have.
        rivals: Vec<String>,
        /// The value of the `When` facet that holds it, if it is placed.
        slug: Option<String>,
        /// Its days, where no value of the facet is as wide: a week, a season, a decade.
        days: Option<DaySpan>,
    },
    /// A quotation, or a statement that is told without marks; runs that lead here by `said` are its words.
    Quote {
        /// Who says it, an index into [`ReaderView::cards`].
        speaker: Option<u32>,
        /// The speaker as printed; empty where nobody is named.
        printed: String,
        /// The speaker's value of the facet of speakers.
        slug: Option<String>,
        /// Whether it is told without marks.
        is_indirect: bool,
        /// The verb that tells; empty where there is none.
        verb: String,
        /// When it was said, ISO 8601, where the sentence tells.
        said_on: Option<String>,
        /// Who else is named where the speaker was looked for, or could be meant by the speaker's name.
        others: Vec<String>,
    },
}

/// What is known of a person, place or organization.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// What it is.
    pub kind: Kind,
    /// Its name in URLs.
    pub slug: String,
    /// Its name on the screen.
    pub name: String,
    /// The other forms it is printed in, most frequent first.
    pub aliases: Vec<CardAlias>,
    /// Mentions in all articles.
    pub n_mentions: u32,
    /// Articles that mention it.
    pub n_articles: u32,
    /// What a reader should know.
    pub note: Option<String>,
}

/// A form a name is printed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardAlias {
    /// The form.
    pub text: String,
    /// How many mentions print it so.
    pub n_mentions: u32,
    /// Why it is the same entity.
    pub reason: String,
    /// Whether that is a guess.
    pub is_guess: bool,
}
