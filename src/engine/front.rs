//! The front page: the list as it first appears, answered while the site is built, so that it is read before the
//! program that answers has arrived. What the worker then answers takes its place.

use super::Engine;
use super::protocol::{Answer, Ask, Request};
use crate::search::query::Selection;
use crate::view::{ExploreView, STRIP_ROOMS, StripView, StripWindow};
use serde::{Deserialize, Serialize};

/// How many results it lists: a screen or two, as every visitor waits for them.
pub const N_FRONT_HITS: u32 = 20;

/// The list of all articles, with a strip of dates for each room there may be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Front {
    explore: ExploreView,
    /// In the order of [`STRIP_ROOMS`].
    strips: Vec<StripView>,
}

impl Front {
    /// What an engine answers to somebody who has just come.
    #[must_use]
    pub fn of(engine: &Engine) -> Self {
        let mut explore = ExploreView::default();
        let mut strips = Vec::new();
        for n_slots in STRIP_ROOMS {
            explore = answer(engine, n_slots);
            strips.push(std::mem::take(&mut explore.strip));
        }
        let n_listed: usize = explore.hits.iter().map(|hit| 1 + hit.versions.len()).sum();
        explore.order.truncate(n_listed);
        Self { explore, strips }
    }

    /// The list with the strip for a room of so many bars.
    #[must_use]
    pub fn into_view(self, n_slots: u32) -> ExploreView {
        let fits = STRIP_ROOMS.iter().position(|room| *room <= n_slots).unwrap_or(STRIP_ROOMS.len() - 1);
        let strip = self.strips.into_iter().nth(fits).unwrap_or_default();
        ExploreView { strip, ..self.explore }
    }

    /// Whether the front page says what is asked, up to the length of its list of `n_hits` at first.
    #[must_use]
    pub fn answers(ask: &Ask, n_hits: u32) -> bool {
        let Ask::Explore { selection, n_hits: n_asked, windows, tree, strip } = ask else { return false };
        let is_whole = *selection == Selection::default() && tree.is_none() && strip.zoom.is_none();
        is_whole && windows.is_empty() && *n_asked <= n_hits
    }
}

/// What a page asks that shows the head of a list and no more.
pub(super) fn ask(selection: Selection, n_slots: u32) -> Ask {
    let strip = StripWindow { zoom: None, n_slots };
    Ask::Explore { selection, n_hits: N_FRONT_HITS, windows: Vec::new(), tree: None, strip }
}

fn answer(engine: &Engine, n_slots: u32) -> ExploreView {
    let ask = ask(Selection::default(), n_slots);
    match engine.handle(&Request { id: 0, ask }).answer {
        Answer::Explore(view) => *view,
        _ => ExploreView::default(),
    }
}
