//! The few things the page does to the document beside drawing: focus, scroll, title.
//!
//! Called from effects and events only, never while drawing, so that every part renders natively.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, Storage};

/// The document, if there is one.
pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The element with an id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Takes away an element that was drawn by nobody here.
pub fn take_away(id: &str) {
    if let Some(element) = by_id(id) {
        element.remove();
    }
}

/// Moves the focus to the element with an id; whether there is one that takes it.
pub fn focus(id: &str) -> bool {
    by_id(id).is_some_and(|element| element.focus().is_ok() && active_id() == id)
}

fn active() -> Option<Element> {
    document()?.active_element()
}

fn active_id() -> String {
    active().map(|element| element.id()).unwrap_or_default()
}

/// Whether the element with an id has the focus.
pub fn has_focus(id: &str) -> bool {
    active_id() == id
}

/// Whether no element has the focus, as after the focused one was taken away.
pub fn is_focus_lost() -> bool {
    active().is_none_or(|element| element.tag_name().eq_ignore_ascii_case("body"))
}

/// Takes the focus away from a field.
pub fn blur_active() {
    if let Some(element) = active().and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A field that cannot be left keeps the focus, which harms nobody.
        let _ = element.blur();
    }
}

/// Whether the element with an id takes up room on the screen.
pub fn is_shown(id: &str) -> bool {
    by_id(id).is_some_and(|element| element.offset_width() > 0)
}

/// Scrolls the page and the element with an id to their tops.
pub fn scroll_to_top(id: &str) {
    if let Some(element) = by_id(id) {
        element.set_scroll_top(0);
    }
}

/// Scrolls the whole page to its top.
pub fn scroll_page_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Names the page in the browser's tab and history.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Says in what language the page is, to whatever reads it out or breaks its lines.
pub fn set_language(code: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // An attribute of this name can always be set.
        let _ = root.set_attribute("lang", code);
    }
}

/// The languages a reader wants, most wanted first, as BCP 47 tags.
pub fn wanted_languages() -> Vec<String> {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    languages.into_iter().flatten().filter_map(|tag| tag.as_string()).collect()
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A setting that this browser has kept; nothing where it keeps none.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Keeps a setting in this browser, where it lets.
pub fn keep(name: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full or shut store keeps nothing; the setting then holds until the page is closed.
        let _ = storage.set_item(name, value);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // The page stays as it is when it cannot be loaded anew.
        let _ = window.location().reload();
    }
}

/// Whether the page was opened straight from a folder, where most browsers start no worker.
pub fn is_from_folder() -> bool {
    web_sys::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|scheme| scheme == "file:")
}

/// Whether an event comes from a field that takes text.
pub fn is_typing(event: &Event) -> bool {
    let Some(element) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        return !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "submit");
    }
    element.is_content_editable() || matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
}

/// Whether a modal dialog is open; keys then belong to it alone.
pub fn is_dialog_open() -> bool {
    document()
        .is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|found| found.is_some()))
}

/// Whether a reader has marked a stretch of text with the pointer.
pub fn has_text_selection() -> bool {
    web_sys::window()
        .and_then(|window| window.get_selection().ok().flatten())
        .is_some_and(|selection| !selection.is_collapsed())
}

/// Whether an event comes from inside an element that matches a CSS selector.
pub fn is_inside(event: &Event, selector: &str) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.closest(selector).is_ok_and(|found| found.is_some()))
}

/// The text of the field an event comes from.
pub fn field_value(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<HtmlInputElement>().ok()?.value())
}
