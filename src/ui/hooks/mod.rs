//! Hooks: where the page meets the browser. Each returns one handle.

mod lanes;
mod list_ask;
mod use_anchor;
mod use_engine;
mod use_gestures;
mod use_keys;
mod use_language;
mod use_navigation;
mod use_refocus;
mod use_room;
mod use_steps;
mod use_trust;
mod use_width;

pub use list_ask::list_ask;
pub use use_anchor::use_anchor;
pub use use_engine::{Answered, EngineHandle, EngineState, Failure, Status, use_engine};
pub use use_gestures::{Gesture, use_gestures};
pub use use_keys::use_keys;
pub use use_language::{Spoken, speak_first, use_language, use_spoken};
pub use use_navigation::{Navigation, use_navigation};
pub use use_refocus::{Refocus, use_refocus};
pub use use_room::Room;
pub use use_steps::use_steps;
pub use use_trust::{Trust, use_trust};
pub use use_width::use_width;
