//! What the page and the worker say to each other, as postcard bytes.

use crate::error::{Error, Result};
use crate::key::{Facet, Kind};
use crate::search::Completion;
use crate::search::query::Selection;
use crate::search::url::{LaneBy, ViewOptions};
use crate::view::{
    Branch, CompareView, DisagreeView, EntityView, ExploreView, Export, HelpView, MapView, MethodsView,
    NetworkView, QuotesView, ReaderView, StripWindow, TimelineView, TimelineWindow,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// How much of one facet to list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// Which facet.
    pub facet: Facet,
    /// How many values at most, chosen ones not counted.
    pub n_values: u32,
    /// Only values whose name or alias holds these words, in any case and without diacritics.
    pub filter: String,
}

/// A question to the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// The list side of the articles page.
    Explore {
        /// What is selected.
        selection: Selection,
        /// How many results to return at most.
        n_hits: u32,
        /// How much of each facet to list; a facet that is left out lists its default number.
        windows: Vec<Window>,
        /// For places as a tree, the rows that a reader has opened or closed; nothing for a plain list.
        tree: Option<Vec<Branch>>,
        /// How much of the strip of dates to show.
        strip: StripWindow,
    },
    /// One article.
    Read {
        /// Its id.
        article: String,
        /// The words to mark in it.
        words: String,
    },
    /// One person, place or organization.
    Entity {
        /// What it is.
        kind: Kind,
        /// Its name in URLs.
        slug: String,
        /// How much of its timeline to show, and how wide.
        window: TimelineWindow,
    },
    /// What was read, skipped and removed.
    Methods,
    /// Ways to go on with what is typed.
    Complete {
        /// The words, as typed so far.
        words: String,
    },
    /// What can be asked, with examples.
    Help,
    /// Who said what.
    Quotes {
        /// What is selected.
        selection: Selection,
        /// Whom they are about, as `person:joe-biden`; all, where nothing is said.
        about: Option<String>,
        /// How many quotations to return at most.
        n_quotes: u32,
    },
    /// What happened when.
    Timeline {
        /// What is selected.
        selection: Selection,
        /// What the lanes stand for.
        lanes: LaneBy,
        /// How much of it to show.
        window: TimelineWindow,
    },
    /// Two articles side by side.
    Compare {
        /// Their ids.
        ids: [String; 2],
    },
    /// What the articles of a selection disagree on.
    Disagree {
        /// What is selected.
        selection: Selection,
    },
    /// Who appears with whom and where.
    Network {
        /// What is selected.
        selection: Selection,
        /// What is linked and what is looked at.
        options: ViewOptions,
    },
    /// Where.
    Map {
        /// What is selected.
        selection: Selection,
        /// The place whose sentences are shown, by its name in URLs.
        place: Option<String>,
    },
    /// A view as a file.
    Export {
        /// What is selected.
        selection: Selection,
        /// Which view, in which form.
        what: Export,
    },
}

/// A question with the number its answer will carry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Rises by one with each question; the newest of a kind wins.
    pub id: u32,
    /// The question.
    pub ask: Ask,
}

/// The answer to one [`Ask`]; boxed because sizes differ widely.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// To [`Ask::Explore`].
    Explore(Box<ExploreView>),
    /// To [`Ask::Read`]; nothing when there is no such article.
    Read(Option<Box<ReaderView>>),
    /// To [`Ask::Entity`]; nothing when there is no such entity.
    Entity(Option<Box<EntityView>>),
    /// To [`Ask::Methods`].
    Methods(Box<MethodsView>),
    /// To [`Ask::Complete`].
    Complete(Vec<Completion>),
    /// To [`Ask::Help`].
    Help(Box<HelpView>),
    /// To [`Ask::Quotes`].
    Quotes(Box<QuotesView>),
    /// To [`Ask::Timeline`].
    Timeline(Box<TimelineView>),
    /// To [`Ask::Compare`]; nothing when there is no such article.
    Compare(Option<Box<CompareView>>),
    /// To [`Ask::Disagree`].
    Disagree(Box<DisagreeView>),
    /// To [`Ask::Network`].
    Network(Box<NetworkView>),
    /// To [`Ask::Map`].
    Map(Box<MapView>),
    /// To [`Ask::Export`]: what stands in the file.
    Export(String),
}

/// An answer with the number of its question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Response {
    /// The number of the question.
    pub id: u32,
    /// The answer.
    pub answer: Answer,
}

/// Everything the worker says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum FromWorker {
    /// How many articles are analysed so far, of how many.
    Progress {
        /// Analysed so far.
        n_done: u32,
        /// In all.
        n_total: u32,
    },
    /// Questions can be asked: words are known, names and dates not yet.
    Searchable,
    /// All is known: what was answered before may be otherwise.
    Ready,
    /// An answer.
    Response(Response),
    /// The corpus cannot be used: what was attempted and why it failed.
    Failed(String),
}

/// A message as bytes.
///
/// # Errors
/// If memory runs out.
pub fn to_bytes<T: Serialize>(message: &T) -> Result<Vec<u8>> {
    postcard::to_allocvec(message).map_err(|error| Error::new(format!("encoding a message: {error}")))
}

/// Bytes as a message.
///
/// # Errors
/// If the bytes are not such a message, as after mixing two versions of the site.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    postcard::from_bytes(bytes)
        .map_err(|error| Error::new(format!("decoding a message between page and worker: {error}")))
}
