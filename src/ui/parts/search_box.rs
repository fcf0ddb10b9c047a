//! The search field.

use crate::ui::{dom, words};
use yew::prelude::*;

/// The id by which the key `/` finds the field.
pub const SEARCH_ID: &str = "search";

/// See [`SearchBox`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// The words.
    pub words: AttrValue,
    /// Called with the words at each keystroke.
    pub on_words: Callback<String>,
}

/// The search field.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    let on_words = props.on_words.clone();
    let oninput = move |event: InputEvent| {
        if let Some(words) = dom::field_value(&event) {
            on_words.emit(words);
        }
    };
    html! {
        <form class="search-box" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <svg class="search-box-lens" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="6.5" cy="6.5" r="4.5" /><path d="M10 10l4.5 4.5" />
            </svg>
            <input id={SEARCH_ID} type="search" aria-label={words::SEARCH} placeholder={words::SEARCH}
                value={props.words.clone()} {oninput} dir="auto" autocomplete="off" autocapitalize="off"
                spellcheck="false" enterkeyhint="search" aria-keyshortcuts={words::SEARCH_KEY} />
            <kbd aria-hidden="true">{ words::SEARCH_KEY }</kbd>
        </form>
    }
}
