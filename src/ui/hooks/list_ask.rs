//! What an address asks of the engine to be listed.

use crate::engine::protocol::{Ask, Window};
use crate::search::url::Location;
use crate::view::{Branch, StripWindow};

/// The question for `n_hits` results, a strip of dates with room for `n_slots` bars, and the facets: listed as
/// `windows` say, places as a tree with these `branches` opened or closed where the address wants a tree.
pub fn list_ask(
    location: &Location,
    n_hits: u32,
    n_slots: u32,
    windows: Vec<Window>,
    branches: Vec<Branch>,
) -> Ask {
    Ask::Explore {
        selection: location.selection.clone(),
        n_hits,
        windows,
        tree: location.has_tree.then_some(branches),
        strip: StripWindow { zoom: location.zoom, n_slots },
    }
}
