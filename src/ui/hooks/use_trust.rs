//! What the page has asked of the network and whether it is kept, as state.

use crate::ui::start::{self, OFFLINE_EVENT, Offline, TRAFFIC_EVENT, Traffic};
use gloo::events::EventListener;
use std::rc::Rc;
use yew::prelude::*;

/// What the seal shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// What went to the network since everything had arrived.
    pub traffic: Traffic,
    /// Whether the site opens without a network.
    pub offline: Offline,
    /// The policy that the page stands under.
    pub policy: String,
}

impl Trust {
    fn now() -> Self {
        Self { traffic: start::traffic(), offline: start::offline(), policy: start::policy() }
    }

    /// Whether nothing has left the page, and nothing has tried to.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.traffic.n_asked == 0 && self.traffic.n_refused == 0
    }
}

/// Follows both for as long as the component lives.
#[hook]
pub fn use_trust() -> Rc<Trust> {
    let trust = use_state_eq(|| Rc::new(Trust::now()));
    let setter = trust.setter();
    use_effect_with((), move |()| {
        setter.set(Rc::new(Trust::now()));
        let listeners = web_sys::window().map(|window| {
            [TRAFFIC_EVENT, OFFLINE_EVENT].map(|kind| {
                let setter = setter.clone();
                EventListener::new(&window, kind, move |_| setter.set(Rc::new(Trust::now())))
            })
        });
        move || drop(listeners)
    });
    (*trust).clone()
}
