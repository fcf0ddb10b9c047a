//! What happened when: events on an axis of time, in lanes, and the sentences that tell them.

use super::run::{DateLabel, Run};
use crate::index::DaySpan;
use crate::key::Kind;
use serde::{Deserialize, Serialize};

/// How much of the timeline a screen wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineWindow {
    /// The days to show; most of the events, where nothing is said.
    pub zoom: Option<DaySpan>,
    /// The width of the picture in pixels.
    pub width_px: u32,
}

/// The timeline of a selection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimelineView {
    /// Articles of the selection.
    pub n_articles: u32,
    /// Articles of it in which no sentence has a date.
    pub n_undated: u32,
    /// Dated sentences of the selection.
    pub n_statements: u32,
    /// Events they tell.
    pub n_events: u32,
    /// The days that are shown.
    pub shown: Option<DaySpan>,
    /// The days of all events.
    pub whole: Option<DaySpan>,
    /// Events that end before what is shown, and that begin after it.
    pub n_outside: [u32; 2],
    /// Events in what is shown that are left out of the picture and the list, because others are told more often.
    pub n_left_out: u32,
    /// What the axis says, from left to right.
    pub ticks: Vec<TimeTick>,
    /// The lanes from top to bottom.
    pub lanes: Vec<Lane>,
    /// The events shown, in order of time.
    pub events: Vec<EventView>,
}

/// A line across the picture with what the axis says there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeTick {
    /// Pixels from the left.
    pub x: f32,
    /// The words; may be empty.
    pub text: String,
    /// Whether a longer time begins here: a year among months.
    pub is_major: bool,
}

/// What a lane stands for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LaneOf {
    /// A person or place, by kind and slug.
    Entity(Kind, String),
    /// An article, by its id.
    Article(String),
    /// Whatever stands in no other lane.
    Rest,
}

/// One lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Lane {
    /// What it stands for.
    pub of: LaneOf,
    /// Its name; empty for the rest.
    pub label: String,
    /// Events in it, in what is shown.
    pub n_events: u32,
    /// Rows it needs below each other.
    pub n_rows: u32,
    /// What is drawn in it, in order of time.
    pub marks: Vec<LaneMark>,
}

/// An event as drawn in a lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LaneMark {
    /// Its place in [`TimelineView::events`].
    pub event: u32,
    /// Pixels from the left; for a point its middle.
    pub x: f32,
    /// The length of its bar in pixels; nothing for a point.
    pub width: Option<f32>,
    /// The row it stands in, from 0.
    pub row: u32,
    /// The words beside it; empty where there is no room.
    pub label: String,
    /// Whether they stand on its left.
    pub is_left: bool,
}

/// The radius of the point of an event that so many stories tell, in pixels.
#[must_use]
pub fn point_radius(n_stories: u32) -> u32 {
    /// The least and the most.
    const RADII_PX: (u32, u32) = (4, 8);
    (RADII_PX.0 + n_stories.saturating_sub(1)).min(RADII_PX.1)
}

/// Something that happened, or was said to happen, at some time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EventView {
    /// When, in words: `20 April 2023`.
    pub label: String,
    /// When, ISO 8601 or a range of it.
    pub iso: String,
    /// Whether the time is sure in one of the sentences at least.
    pub is_certain: bool,
    /// The sentence that tells it; marks lead into `marks`.
    pub runs: Vec<Run>,
    /// The names and dates marked in it.
    pub marks: Vec<EventMark>,
    /// Stories that tell it.
    pub n_stories: u32,
    /// Articles that tell it.
    pub n_articles: u32,
    /// Every sentence that tells it, the first one included.
    pub sources: Vec<Source>,
}

/// A name or date in the sentence of an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventMark {
    /// What it is; a date where nothing is said.
    pub kind: Option<Kind>,
    /// Its name in URLs, where it is known.
    pub slug: Option<String>,
}

/// A sentence with the article it stands in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The article's id.
    pub article: String,
    /// The article's headline.
    pub title: String,
    /// The medium.
    pub outlet: Option<String>,
    /// When the article was published.
    pub published: DateLabel,
    /// The sentence.
    pub text: String,
}
