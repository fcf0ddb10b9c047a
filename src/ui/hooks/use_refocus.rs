//! Keeps the focus near when the element that had it is taken away or moved.

use crate::ui::dom;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// How many drawings a wish holds: the click's own, the question's, the answer's, each once more for a neighbor.
const N_DRAWINGS: u8 = 6;

/// Where the focus should go if the next drawing takes it away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Refocus {
    wanted: Rc<RefCell<(Vec<String>, u8)>>,
}

impl Refocus {
    /// Names the elements to try, by id, in order.
    pub fn expect(&self, ids: impl IntoIterator<Item = String>) {
        *self.wanted.borrow_mut() = (ids.into_iter().collect(), N_DRAWINGS);
    }

    fn keep(&self) {
        let mut wanted = self.wanted.borrow_mut();
        if wanted.1 > 0 {
            wanted.1 -= 1;
            let ids = wanted.0.clone();
            // Taking the focus calls listeners, which may name other elements.
            drop(wanted);
            if dom::is_focus_lost() {
                ids.iter().any(|id| dom::focus(id));
            }
        }
    }
}

/// Looks after the focus each time the component has been drawn.
#[hook]
pub fn use_refocus() -> Refocus {
    let refocus = use_memo((), |()| Refocus::default());
    {
        let refocus = refocus.clone();
        use_effect(move || refocus.keep());
    }
    (*refocus).clone()
}
