//! Keys pressed anywhere on the page.

use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use yew::prelude::*;

/// Calls back on each key pressed anywhere, held modifiers left out; the newest callback is the one called.
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
                    if !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.default_prevented())
                    {
                        let on_key = newest.borrow().clone();
                        on_key.emit(event.clone());
                    }
                },
            )
        });
        move || drop(listener)
    });
}
