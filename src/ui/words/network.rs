//! Words of the network.

use super::number::{counted, number};
use crate::search::url::LinkWithin;

/// The accessible name of the menu of units.
pub const LINKED_WITHIN: &str = "Linked within a";
/// The accessible name of the slider.
pub const LEAST: &str = "Together at least";
/// The accessible names of the menus that choose two names.
pub const CHAIN: [&str; 2] = ["Look at", "Chain to"];
/// Stands in a menu in which no name is chosen.
pub const NO_NAME: &str = "No name";
/// Takes the names back.
pub const CLEAR_NAMES: &str = "Clear";
/// How to use the picture without a pointer.
pub const NETWORK_HELP: &str = "Arrow keys walk through the names, most named first. Enter looks at one, then at the chain to another. Plus and minus zoom, Escape clears.";
/// The columns of the table.
pub const NETWORK_COLUMNS: [&str; 4] = ["Name", "Linked with", "Together", "Strength"];
/// Shown when nothing is linked.
pub const NO_LINKS_TITLE: &str = "No names are linked here";
/// Why there is no network.
pub const NO_LINKS_BODY: &str = "A link joins people, places and organizations that stand together more often than chance would have it. The selected articles hold none that do, or no article is selected.";
/// Shown when no chain joins two names.
pub const NO_CHAIN: &str =
    "No chain of links joins these two names. Fewer times together, or a wider unit, may join them.";
/// What the picture shows while nothing is looked at.
pub const NETWORK_LEAD: &str =
    "Choose a name to read its sentences, then another for the shortest chain between the two.";
/// The kind of sentences beside the picture.
pub const STEPS: &str = "Sentences behind the links";

/// Within what two names are linked.
#[must_use]
pub fn within(within: LinkWithin) -> &'static str {
    match within {
        LinkWithin::Sentence => "Sentence",
        LinkWithin::Paragraph => "Paragraph",
        LinkWithin::Article => "Article",
    }
}

/// So many units.
#[must_use]
pub fn units(within: LinkWithin, n: u32) -> String {
    match within {
        LinkWithin::Sentence => counted(n, "sentence", "sentences"),
        LinkWithin::Paragraph => counted(n, "paragraph", "paragraphs"),
        LinkWithin::Article => counted(n, "article", "articles"),
    }
}

/// How many times, as the slider says it.
#[must_use]
pub fn least_times(n: u32) -> String {
    counted(n, "time", "times")
}

/// How much the picture shows: `24 of 60 names, 80 links`.
#[must_use]
pub fn network_counts(n_nodes: usize, n_names: u32, n_links: usize) -> String {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    [
        &number(n_nodes as u64),
        " of ",
        &counted(n_names, "name", "names"),
        ", ",
        &counted(narrow(n_links), "link", "links"),
    ]
    .concat()
}
