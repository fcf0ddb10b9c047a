//! Words that the views over a selection share.

use crate::search::url::Page;
use crate::view::Export;

/// The accessible name of the views in the navigation.
pub const VIEWS: &str = "Views";
/// When.
pub const TIMELINE: &str = "Timeline";
/// With whom.
pub const NETWORK: &str = "Network";
/// In whose words.
pub const QUOTES: &str = "Quotes";
/// In how many versions.
pub const COMPARE: &str = "Compare";

/// The name of a page that shows the selection.
#[must_use]
pub fn page(page: &Page) -> &'static str {
    match page {
        Page::Timeline => TIMELINE,
        Page::Map => super::MAP.text(),
        Page::Network => NETWORK,
        Page::Quotes => QUOTES,
        Page::Compare => COMPARE,
        _ => super::ARTICLES,
    }
}

/// Leads from a view to the filters.
pub const CHANGE_SELECTION: &str = "change the selection";
/// Opens the table under a picture.
pub const AS_A_TABLE: &str = "As a table";
/// Opens the menu of files.
pub const TAKE_AWAY: &str = "Save";
/// The picture as SVG.
pub const PICTURE_SVG: &str = "Picture, SVG";
/// The picture as PNG.
pub const PICTURE_PNG: &str = "Picture, PNG";

/// The name of a form of a view's data.
#[must_use]
pub fn export(what: Export) -> &'static str {
    match what {
        Export::TimelineMarkdown => "Text, Markdown",
        Export::TimelineCsv | Export::DisagreementsCsv | Export::NetworkCsv | Export::MapCsv => "Table, CSV",
        Export::MapGeoJson => super::MAP_GEOJSON.text(),
        Export::TimelineJson => "TimelineJS, JSON",
        Export::SpeakersCsv => super::SAVE_SPEAKERS,
        Export::QuotesCsv => super::SAVE_QUOTES,
    }
}
