//! The address as state: read from the hash, changed through the browser's history.

use crate::search::query::Selection;
use crate::search::url::{Location, Page, ViewOptions};
use gloo::events::EventListener;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use yew::prelude::*;

/// Where the reader is and how to go elsewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Navigation {
    /// Where the reader is.
    pub location: Rc<Location>,
    /// Goes to a place that the browser's back button leads back from.
    pub push: Callback<Location>,
    /// Goes to a place in the stead of this one.
    pub replace: Callback<Location>,
}

impl Navigation {
    /// A navigation that leads nowhere, for drawing a page that cannot be used.
    #[must_use]
    pub fn at(location: Location) -> Self {
        Self { location: location.into(), push: Callback::noop(), replace: Callback::noop() }
    }

    /// Goes to another selection, on this page where it shows the selection, else in the list; the open article stays open.
    pub fn select(&self, selection: Selection) {
        self.push.emit(Location { page: self.selecting_page(), ..self.location.selecting(selection) });
    }

    /// Changes the words as they are typed: only the first keystroke on another page can be gone back from.
    pub fn type_words(&self, words: &str) {
        let selection = self.location.selection.with_words(words);
        let page = self.selecting_page();
        let is_here = self.location.page == page;
        let next = Location { page, ..self.location.selecting(selection) };
        if is_here { self.replace.emit(next) } else { self.push.emit(next) }
    }

    fn selecting_page(&self) -> Page {
        let page = &self.location.page;
        if page.shows_selection() { page.clone() } else { Page::Articles }
    }

    /// Goes to the same page with other options: a step one can go back from where `is_step`.
    pub fn show(&self, options: ViewOptions, is_step: bool) {
        let next = self.location.showing(options);
        if is_step { self.push.emit(next) } else { self.replace.emit(next) }
    }

    /// Opens an article, or closes the one that is open.
    pub fn read(&self, article: Option<String>) {
        self.push.emit(self.location.reading(article));
    }

    /// The address of another page, with the selection kept.
    #[must_use]
    pub fn href(&self, page: Page) -> String {
        self.location.on(page).to_hash()
    }
}

/// Follows the address for as long as the component lives.
#[hook]
pub fn use_navigation() -> Navigation {
    let location = use_state(|| Rc::new(current()));
    {
        let setter = location.setter();
        use_effect_with((), move |()| {
            let listeners = web_sys::window().map(|window| {
                ["popstate", "hashchange"].map(|kind| {
                    let setter = setter.clone();
                    EventListener::new(&window, kind, move |_| setter.set(Rc::new(current())))
                })
            });
            move || drop(listeners)
        });
    }
    let push = use_goer(location.setter(), true);
    let replace = use_goer(location.setter(), false);
    Navigation { location: (*location).clone(), push, replace }
}

#[hook]
fn use_goer(setter: UseStateSetter<Rc<Location>>, is_push: bool) -> Callback<Location> {
    use_callback((), move |next: Location, ()| {
        write(&next, is_push);
        setter.set(Rc::new(next));
    })
}

/// The address now.
pub fn current() -> Location {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    Location::parse(&hash)
}

fn write(next: &Location, is_push: bool) {
    let Some(window) = web_sys::window() else { return };
    let hash = next.to_hash();
    let Ok(history) = window.history() else { return };
    let done = if is_push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&hash))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&hash))
    };
    if done.is_err() {
        // Browsers limit how often history may be written; the hash itself is then still allowed.
        let _ = window.location().set_hash(&hash);
    }
}
