//! Drawing what is long over several tasks of the browser, so that a slow device answers a touch in between.
//!
//! Only the first drawing goes by steps: what has once been drawn whole is drawn anew at once, and so is a part
//! drawn without a browser.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How many of `n_parts` to draw now: `n_first` at first, `n_step` more with each task after that.
#[hook]
pub fn use_steps(n_parts: usize, n_first: usize, n_step: usize) -> usize {
    let n_drawn = use_state_eq(|| if cfg!(target_arch = "wasm32") { n_first } else { n_parts });
    let was_whole = use_mut_ref(|| false);
    let is_whole = *n_drawn >= n_parts || *was_whole.borrow();
    let n_now = if is_whole { n_parts } else { *n_drawn };
    let setter = n_drawn.setter();
    use_effect_with((n_now, is_whole), move |(n_now, is_whole)| {
        let n_next = *n_now + n_step;
        let timer = (!is_whole).then(|| Timeout::new(0, move || setter.set(n_next)));
        *was_whole.borrow_mut() |= is_whole;
        move || drop(timer)
    });
    n_now
}
