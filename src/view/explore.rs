//! The explorer's list side: facets with counts, results with snippets.

use super::run::{DateLabel, Run};
use super::strip::StripView;
use crate::key::{Axis, Facet, Kind};
use crate::search::query::Mode;
use serde::{Deserialize, Serialize};

/// What the articles page shows beside the reader.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExploreView {
    /// How many articles match, or how many stories they tell where each counts once.
    pub n_articles: u32,
    /// How many there are in all, counted alike.
    pub n_total: u32,
    /// Whether some story is there in more than one version, so that counting each once makes a difference.
    pub has_versions: bool,
    /// The facets in the order of [`Facet::ALL`].
    pub facets: Vec<FacetView>,
    /// The strip of dates.
    pub strip: StripView,
    /// What is applied, in order: one chip for each chosen or excluded value.
    pub chips: Vec<Chip>,
    /// The matching stories in order, as many as were asked for.
    pub hits: Vec<HitCard>,
    /// The ids of the matching articles as listed, each story's versions in a row, for walking through
    /// them: the first [thousand or so](super::N_WALKED).
    pub order: Vec<String>,
    /// Whether more stories match than were asked for.
    pub has_more: bool,
    /// How the words were read, where that is not obvious, a sentence each.
    pub reading: Vec<String>,
    /// Words that would find something, where these find nothing.
    pub suggestion: Option<String>,
}

/// One facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetView {
    /// Which one.
    pub facet: Facet,
    /// How its chosen values combine.
    pub mode: Mode,
    /// Chosen and excluded values first, then the rest by count; for `When`, a tree in order of time; for `Where`,
    /// where asked for, a tree of continents, countries, regions and places.
    pub values: Vec<FacetValue>,
    /// How many more values the current selection would find.
    pub n_more: u32,
    /// How many values the current selection finds in all.
    pub n_values: u32,
}

/// Whether a value is part of the selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ValueState {
    /// Neither chosen nor excluded.
    #[default]
    Off,
    /// Chosen.
    With,
    /// Excluded.
    Without,
}

/// One value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FacetValue {
    /// Its name in URLs.
    pub slug: String,
    /// Its name on the screen.
    pub label: String,
    /// The articles that choosing it would leave, counted without the facet's own selection unless its mode is all-of.
    pub n_articles: u32,
    /// Its count against the largest of the facet, 0 to 100.
    pub share: u8,
    /// Of a date: the articles published then and those that mention it.
    pub on_axis: Option<[AxisCount; Axis::ALL.len()]>,
    /// Whether it is part of the selection.
    pub state: ValueState,
    /// 0 for a year or a plain value, 1 for a month, 2 for a day; in a tree of places, the levels around it.
    pub depth: u8,
    /// In a tree of places, for what holds others.
    pub branch: Option<BranchState>,
    /// How many of `n_articles` rest on a nationality alone.
    pub n_by_nationality: u32,
}

/// What a reader sees of a place that holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BranchState {
    /// Whether places in it are listed below.
    pub is_open: bool,
    /// How many articles name it itself.
    pub n_itself: u32,
}

/// How many articles have a date on one axis.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AxisCount {
    /// The articles.
    pub n_articles: u32,
    /// Their number against the largest of the facet on either axis, 0 to 100.
    pub share: u8,
}

/// Something applied that can be taken away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chip {
    /// The facet.
    pub facet: Facet,
    /// The value's name in URLs.
    pub slug: String,
    /// The value's name on the screen; the slug itself when the corpus has no such value.
    pub label: String,
    /// Whether it is excluded rather than chosen.
    pub is_without: bool,
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitCard {
    /// The article's id.
    pub id: String,
    /// The headline, or the first words in its place.
    pub title: Vec<Run>,
    /// The medium, if known.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: DateLabel,
    /// The passage that matches best, or the opening. Marks lead into `marks`.
    pub snippet: Vec<Run>,
    /// The kinds of the marks in the snippet; `None` is a date.
    pub marks: Vec<Option<Kind>>,
    /// How many further places in the article match the words.
    pub n_more_matches: u32,
    /// Length of the story in words.
    pub n_words: u32,
    /// The other versions of the story that match, in order.
    pub versions: Vec<Version>,
}

/// Another version of a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The article's id.
    pub id: String,
    /// The headline, or the first words in its place.
    pub title: String,
    /// The medium, if known.
    pub outlet: Option<String>,
    /// When it was published.
    pub published: DateLabel,
}
