//! Who said what: the source audit of a selection, and its quotations with all their wordings and sources.

use super::run::{DateLabel, Run};
use crate::key::Kind;
use serde::{Deserialize, Serialize};

/// What the Quotes page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotesView {
    /// How many articles are selected.
    pub n_articles: u32,
    /// Whom all that is counted and listed is about: what it is, the slug of its page and its name.
    pub about: Option<(Kind, String, String)>,
    /// How many of them quote or report anybody.
    pub n_quoting: u32,
    /// Different quotations in marks.
    pub n_direct: u32,
    /// Different reported statements.
    pub n_indirect: u32,
    /// How many of both have no named speaker.
    pub n_unattributed: u32,
    /// How many speakers there are.
    pub n_speakers: u32,
    /// The speakers, most quoted first.
    pub speakers: Vec<SpeakerRow>,
    /// The quotations, by speaker in the same order, then newest first; those of nobody last.
    pub quotes: Vec<Quotation>,
    /// How many quotations could be listed.
    pub n_listed: u32,
}

/// One line of the source audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeakerRow {
    /// What the speaker is.
    pub kind: Kind,
    /// The name shown.
    pub name: String,
    /// The value of the facet of speakers.
    pub slug: String,
    /// Different quotations in marks.
    pub n_direct: u32,
    /// Different reported statements.
    pub n_indirect: u32,
    /// Articles, or stories where each counts once.
    pub n_articles: u32,
    /// Known outlets.
    pub n_outlets: u32,
    /// Whether the selection asks for this speaker.
    pub is_chosen: bool,
}

/// One quotation with everything that prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// What the speaker is, the slug of their page and their name.
    pub speaker: Option<(Kind, String, String)>,
    /// The verb that tells, empty where there is none.
    pub verb: String,
    /// When it was said, ISO 8601, where the sentence tells.
    pub said_on: Option<String>,
    /// Whether it is reported rather than quoted.
    pub is_indirect: bool,
    /// Why this speaker, in a sentence.
    pub why: String,
    /// Its wordings, most often printed first.
    pub wordings: Vec<Wording>,
}

/// One wording of a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// The words; those that the first wording has not are hits.
    pub runs: Vec<Run>,
    /// Who prints them.
    pub sources: Vec<QuoteSource>,
}

/// An article that prints a quotation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuoteSource {
    /// The article's id.
    pub article: String,
    /// The article's headline.
    pub title: String,
    /// The medium.
    pub outlet: Option<String>,
    /// When the article was published.
    pub published: DateLabel,
    /// The sentences around it; the quotation is a hit.
    pub context: Vec<Run>,
}
