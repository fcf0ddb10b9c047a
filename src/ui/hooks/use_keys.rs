//! Keys pressed anywhere on the page.

use crate::ui::dom;
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Calls back on each key pressed anywhere, unless a modifier is held or a dialog is open.
///
/// The newest callback is the one called.
#[hook]
pub fn use_keys(on_key: Callback<KeyboardEvent>) {
    let newest = use_mut_ref(Callback::noop);
    *newest.borrow_mut() = on_key;
    use_effect_with((), move |()| {
        let newest: Rc<_> = newest;
        let listener = web_sys::window().map(|window| {
            EventListener::new_with_options(
                &window,
                "keydown",
                gloo::events::EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
                    let is_shortcut = event.ctrl_key() || event.meta_key() || event.alt_key();
                    if !(is_shortcut || event.default_prevented() || dom::is_dialog_open()) {
                        let on_key = newest.borrow().clone();
                        on_key.emit(event.clone());
                    }
                },
            )
        });
        move || drop(listener)
    });
}
