//! The strip of dates above the explorer: one axis of time cut into slots, a row of bars for each [`Axis`].

use crate::index::DaySpan;
use crate::key::Axis;
use crate::search::query::DateRange;
use serde::{Deserialize, Serialize};

/// How many bars are easily told apart and touched on a wide desktop, a small one, a tablet and a phone.
pub const STRIP_ROOMS: [u32; 4] = [96, 72, 54, 30];

/// How much of the strip a screen wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StripWindow {
    /// The days to show; all there are, where nothing is said.
    pub zoom: Option<DaySpan>,
    /// How many bars have room beside each other.
    pub n_slots: u32,
}

impl Default for StripWindow {
    /// Everything, on a wide screen.
    fn default() -> Self {
        Self { zoom: None, n_slots: STRIP_ROOMS[0] }
    }
}

/// The strip of dates. Without slots where no article has a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StripView {
    /// The axis from early to late, buckets and breaks.
    pub slots: Vec<StripSlot>,
    /// The bars, in the order of [`Axis::ALL`].
    pub rows: Vec<StripRow>,
    /// What a bucket is.
    pub unit: StripUnit,
    /// The days that are shown, breaks included.
    pub shown: Option<DaySpan>,
    /// The days of all articles, whatever is shown.
    pub whole: Option<DaySpan>,
}

/// The width of a bucket on the calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum StripUnit {
    /// One day.
    #[default]
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from a year that ends in 0.
    Decade,
    /// A hundred years, from a year that ends in 00.
    Century,
}

impl StripUnit {
    /// Every unit, narrowest first.
    pub const ALL: [Self; 7] =
        [Self::Day, Self::Week, Self::Month, Self::Quarter, Self::Year, Self::Decade, Self::Century];
}

/// A bucket, or a break in the axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StripSlot {
    /// Its days.
    pub days: DaySpan,
    /// Its days in words: `April 2023`.
    pub label: String,
    /// What the axis may say where it begins.
    pub tick: Tick,
    /// Whether its days are left out, because no article has a date there.
    pub is_break: bool,
    /// Its width; a bucket has 1.
    pub width: u32,
}

/// What the axis may say at a slot.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tick {
    /// The words: `2023`, `Apr`.
    pub text: String,
    /// Which to leave out first where room is short: 0 is left out last.
    pub rank: u8,
}

/// One row of bars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StripRow {
    /// What its dates are.
    pub axis: Axis,
    /// One for each slot; empty at a break. Counted without the row's own range.
    pub bars: Vec<StripBar>,
    /// The articles of the highest bar, certain and guessed; at least 1.
    pub n_most: u32,
    /// The articles that most slots share in spanning; at least 1.
    pub n_most_spanning: u32,
    /// Articles without a date.
    pub n_undated: u32,
    /// What is chosen on it.
    pub range: Option<DateRange>,
}

/// What a slot holds, in articles; each is counted once, under the first that is true of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StripBar {
    /// Articles with a certain date in it.
    pub n_certain: u32,
    /// Articles whose only dates in it are guessed.
    pub n_guessed: u32,
    /// Articles that reach it only by something longer than it.
    pub n_spanning: u32,
}

impl StripBar {
    /// The articles that choosing the slot would leave.
    #[must_use]
    pub fn n_articles(self) -> u32 {
        self.n_certain + self.n_guessed
    }
}
