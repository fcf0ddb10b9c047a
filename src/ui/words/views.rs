//! Words that the views over a selection share.

use crate::search::url::Page;

/// The accessible name of the views in the navigation.
pub const VIEWS: &str = "Views";
/// When.
pub const TIMELINE: &str = "Timeline";
/// Where.
pub const MAP: &str = "Map";
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
        Page::Map => MAP,
        Page::Network => NETWORK,
        Page::Quotes => QUOTES,
        Page::Compare => COMPARE,
        _ => super::ARTICLES,
    }
}
