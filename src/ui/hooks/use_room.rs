//! How much room the strip of dates has, by the width of the window.

use crate::view::STRIP_ROOMS;
use gloo::events::EventListener;
use yew::prelude::*;

/// Room for bars beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many bars are easily told apart and touched.
    pub n_slots: u32,
    /// How wide a row is, about, in pixels.
    pub width_px: u32,
}

/// Narrowest windows and their room: those of a wide desktop, a small one, a tablet, a phone. A bar
/// gets 8 pixels or more, one that is touched 10 or more.
const ROOMS: [(f64, Room); 4] = [
    (1200.0, Room { n_slots: STRIP_ROOMS[0], width_px: 980 }),
    (960.0, Room { n_slots: STRIP_ROOMS[1], width_px: 740 }),
    (768.0, Room { n_slots: STRIP_ROOMS[2], width_px: 560 }),
    (0.0, Room { n_slots: STRIP_ROOMS[3], width_px: 280 }),
];

/// Owns the room of the page, which follows the window. Measured once, and before anything is drawn: a browser that
/// is asked in the middle of that lays out the page twice.
#[hook]
pub(super) fn use_room() -> Room {
    let room = use_state_eq(measure);
    {
        let room = room.setter();
        use_effect_with((), move |()| {
            let listener = web_sys::window()
                .map(|window| EventListener::new(&window, "resize", move |_| room.set(measure())));
            move || drop(listener)
        });
    }
    *room
}

impl Default for Room {
    /// Drawn without a browser, the page is wide.
    fn default() -> Self {
        ROOMS[0].1
    }
}

fn measure() -> Room {
    let width = web_sys::window().and_then(|window| window.inner_width().ok()?.as_f64());
    let fits = |(least, _): &&(f64, Room)| width.is_none_or(|width| width >= *least);
    ROOMS.iter().find(fits).map_or_else(Room::default, |(_, room)| *room)
}
