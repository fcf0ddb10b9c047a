//! How wide an element is, so that a picture in it can be laid out.

use gloo::events::EventListener;
use web_sys::Element;
use yew::prelude::*;

/// Widths are rounded down to a multiple of this, so that a scroll bar that comes and goes moves nothing, in pixels.
const STEP_PX: u32 = 16;
/// The width before anything is measured, in pixels: that of a small desktop.
const USUAL_PX: u32 = 960;

/// The width of the element in pixels; follows the window.
#[hook]
pub fn use_width(element: &NodeRef) -> u32 {
    let width = use_state_eq(|| USUAL_PX);
    {
        let (width, element) = (width.setter(), element.clone());
        use_effect_with((), move |()| {
            let measure = move || {
                let px = element.cast::<Element>().map_or(0, |element| element.client_width());
                let px = u32::try_from(px).unwrap_or(0) / STEP_PX * STEP_PX;
                if px > 0 {
                    width.set(px);
                }
            };
            measure();
            let listener =
                web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| measure()));
            move || drop(listener)
        });
    }
    *width
}
