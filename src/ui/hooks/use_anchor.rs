//! Places a card near the mark it belongs to, through the CSSOM.
//!
//! Sets the custom properties `--mark-top`, `--mark-bottom` and `--mark-left` on
//! the card, in pixels from the corner of its container; the style sheet decides
//! by the width of the screen what to do with them.

use crate::ui::dom;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// How near a card comes to the edge of its container.
const EDGE_PX: f64 = 12.0;

/// Keeps the card in its place for as long as the mark with this id is open, and gives it the focus once.
#[hook]
pub fn use_anchor(card: NodeRef, mark_id: String) {
    use_effect_with(mark_id, move |mark_id| {
        place(&card, mark_id);
        if let Some(card) = card.cast::<HtmlElement>() {
            // A card that takes no focus can still be read and closed.
            let _ = card.focus();
        }
        let mark_id = mark_id.clone();
        let listener = web_sys::window()
            .map(|window| EventListener::new(&window, "resize", move |_| place(&card, &mark_id)));
        move || drop(listener)
    });
}

fn place(card: &NodeRef, mark_id: &str) {
    let (Some(card), Some(mark)) = (card.cast::<HtmlElement>(), dom::by_id(mark_id)) else { return };
    let Some(container) = card.offset_parent().and_then(|parent| parent.dyn_into::<HtmlElement>().ok())
    else {
        return;
    };
    let (mark, corner) = (mark.get_bounding_client_rect(), container.get_bounding_client_rect());
    let room = (corner.width() - f64::from(card.offset_width()) - EDGE_PX).max(EDGE_PX);
    let style = card.style();
    for (name, px) in [
        ("--mark-top", mark.top() - corner.top()),
        ("--mark-bottom", mark.bottom() - corner.top()),
        ("--mark-left", (mark.left() - corner.left()).clamp(EDGE_PX, room)),
    ] {
        // A property that cannot be set leaves the card at the top of its container.
        let _ = style.set_property(name, &[&px.round().to_string(), "px"].concat());
    }
}
