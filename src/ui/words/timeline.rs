//! Words of the timeline.

use super::number::{articles, counted, number};
use super::page::stories;
use crate::search::url::LaneBy;

/// The accessible name of the menu of lanes.
pub const LANES: &str = "Lanes by";
/// The accessible name of the list beside the picture.
pub const EVENTS: &str = "What happened";
/// How to use the picture without a pointer.
pub const TIMELINE_HELP: &str = "Arrow keys walk through what happened, Enter opens its sentences. Plus and minus zoom, Page Up and Page Down move through time.";
/// Sets a time off that is not sure.
pub const GUESSED: &str = "guessed";
/// The columns of the table.
pub const TIMELINE_COLUMNS: [&str; 4] = ["When", "What", "Stories", "Articles"];
/// Shown when nothing selected has a date.
pub const NO_EVENTS_TITLE: &str = "Nothing here is dated";
/// Why the timeline is empty.
pub const NO_EVENTS_BODY: &str = "The timeline shows sentences that name a date. No sentence of the selected articles does, or no article is selected.";
/// The lane of whatever stands in no other.
pub const REST: &str = "Everything else";
/// Nothing happened in what is shown.
pub const NO_EVENTS_SHOWN: &str = "Nothing happened in these days by these articles.";

/// What lanes can stand for.
#[must_use]
pub fn lane_by(by: LaneBy) -> &'static str {
    match by {
        LaneBy::Person => "Person",
        LaneBy::Place => "Place",
        LaneBy::Article => "Article",
    }
}

/// How much the timeline shows: `20 events in 22 sentences; 1 article without a date`.
#[must_use]
pub fn timeline_counts(n_events: u32, n_statements: u32, n_undated: u32) -> String {
    let mut out =
        [counted(n_events, "event", "events"), counted(n_statements, "dated sentence", "dated sentences")]
            .join(" in ");
    if n_undated > 0 {
        out.push_str("; ");
        out.push_str(&articles(n_undated));
        out.push_str(if n_undated == 1 { " names no date" } else { " name no date" });
    }
    out
}

/// Events before what is shown.
#[must_use]
pub fn earlier(n: u32) -> String {
    ["← ", &number(n.into()), " earlier"].concat()
}

/// Events after what is shown.
#[must_use]
pub fn later(n: u32) -> String {
    [&number(n.into()), " later →"].concat()
}

/// Events that others leave no room for.
#[must_use]
pub fn events_left_out(n: u32) -> String {
    [&counted(n, "event", "events"), " told by fewer articles left out: zoom in to see them"].concat()
}

/// Who tells an event.
#[must_use]
pub fn told_by(n_stories: u32, n_articles: u32) -> String {
    match n_stories == n_articles {
        true => ["told by ", &articles(n_articles)].concat(),
        false => ["told by ", &articles(n_articles), " of ", &stories(n_stories)].concat(),
    }
}
