//! The search field with what the words being typed could become.
//!
//! The field stays a plain search field that controls a list of suggestions: the words typed are always
//! searched as they stand, and no suggestion is taken unless it is chosen.

use crate::ui::hooks::use_language;
use crate::ui::{dom, tone, words};
use crate::view::Completion;
use std::rc::Rc;
use yew::prelude::*;

/// The id by which the key `/` finds the field.
pub const SEARCH_ID: &str = "search";

const LIST_ID: &str = "search-suggestions";

/// See [`SearchBox`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SearchBoxProps {
    /// The words.
    pub words: AttrValue,
    /// Called with the words at each keystroke.
    pub on_words: Callback<String>,
    /// What the words could become.
    #[prop_or_default]
    pub completions: Rc<[Completion]>,
    /// Whether the suggestions are open before anything is typed, for drawing them without a browser.
    #[prop_or_default]
    pub is_open: bool,
}

/// Whether the suggestions are shown, and which of them a reader has walked to.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Walk {
    is_open: bool,
    at: Option<usize>,
}

/// The search field.
#[component]
pub fn SearchBox(props: &SearchBoxProps) -> Html {
    use_language();
    let SearchBoxProps { words, on_words, completions, is_open } = props;
    let walk = use_state_eq(|| Walk { is_open: *is_open, at: None });
    let at = walk.at.filter(|at| *at < completions.len());
    let is_shown = walk.is_open && !completions.is_empty();
    let accept = {
        let (walk, on_words, completions) = (walk.clone(), on_words.clone(), completions.clone());
        Callback::from(move |at: usize| {
            let Some(completion) = completions.get(at) else { return };
            // A field goes on: its values are offered next.
            walk.set(Walk { is_open: completion.facet.is_none(), at: None });
            on_words.emit(completion.words.clone());
            dom::focus(SEARCH_ID);
        })
    };
    let oninput = {
        let (walk, on_words) = (walk.clone(), on_words.clone());
        move |event: InputEvent| {
            if let Some(words) = dom::field_value(&event) {
                walk.set(Walk { is_open: true, at: None });
                on_words.emit(words);
            }
        }
    };
    let onkeydown = {
        let (walk, accept, n) = (walk.clone(), accept.clone(), completions.len());
        move |event: KeyboardEvent| on_key(&event, &walk, at, is_shown, n, &accept)
    };
    let onblur = {
        let walk = walk.clone();
        move |_: FocusEvent| walk.set(Walk::default())
    };
    html! {
        <form class="search-box" role="search" onsubmit={|event: SubmitEvent| event.prevent_default()}>
            <svg class="search-box-lens" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="6.5" cy="6.5" r="4.5" /><path d="M10 10l4.5 4.5" />
            </svg>
            <input id={SEARCH_ID} type="search" aria-label={words::SEARCH} placeholder={words::SEARCH}
                value={words.clone()} {oninput} {onkeydown} {onblur} dir="auto" autocomplete="off"
                autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-keyshortcuts={words::SEARCH_KEY}
                aria-autocomplete="list" aria-controls={is_shown.then_some(LIST_ID)}
                aria-activedescendant={at.filter(|_| is_shown).map(option_id)} />
            <kbd aria-hidden="true">{ words::SEARCH_KEY }</kbd>
            if is_shown { { draw_list(completions, at, &accept) } }
            <span class="unseen" aria-live="polite">{ is_shown.then(|| words::suggestions(completions.len())) }</span>
        </form>
    }
}

fn on_key(
    event: &KeyboardEvent,
    walk: &UseStateHandle<Walk>,
    at: Option<usize>,
    is_shown: bool,
    n: usize,
    accept: &Callback<usize>,
) {
    let go = |at: Option<usize>| {
        event.prevent_default();
        walk.set(Walk { is_open: true, at });
    };
    match event.key().as_str() {
        // Past either end stands what was typed itself.
        "ArrowDown" if n > 0 => {
            go(if is_shown { at.map_or(Some(0), |at| (at + 1 < n).then_some(at + 1)) } else { Some(0) })
        }
        "ArrowUp" if is_shown => go(at.map_or(Some(n - 1), |at| at.checked_sub(1))),
        "Enter" => match at.filter(|_| is_shown) {
            Some(at) => {
                event.prevent_default();
                accept.emit(at);
            }
            None => walk.set(Walk::default()),
        },
        "Escape" if is_shown => {
            // Leaves the suggestion first; where none was walked to, the page takes the key and leaves the field.
            if at.is_some() {
                event.prevent_default();
            }
            walk.set(Walk::default());
        }
        _ => {}
    }
}

fn option_id(at: usize) -> String {
    [LIST_ID, "-", &at.to_string()].concat()
}

fn draw_list(completions: &[Completion], at: Option<usize>, accept: &Callback<usize>) -> Html {
    let option = |(number, completion): (usize, &Completion)| {
        let Completion { facet, label, form, n_articles, .. } = completion;
        let accept = accept.clone();
        let note = match (facet, form) {
            (None, _) => Some(words::field(label).to_string()),
            (Some(_), Some(form)) => Some(words::as_form(form)),
            (Some(_), None) => None,
        };
        html! {
            <li id={option_id(number)} role="option" aria-selected={if at == Some(number) { "true" } else { "false" }}
                data-tone={facet.map(tone::of_facet)} onclick={move |_| accept.emit(number)}>
                <bdi class="search-box-label">{ label }</bdi>
                if let Some(note) = note { <span class="search-box-note">{ note }</span> }
                if let Some(facet) = facet {
                    <span class="search-box-kind">{ words::facet(*facet) }</span>
                    <span class="search-box-count">{ words::number((*n_articles).into()) }</span>
                }
            </li>
        }
    };
    html! {
        // Pressing the pointer here must not take the focus away from the field.
        <ul id={LIST_ID} class="search-box-list" role="listbox" aria-label={words::SUGGESTIONS}
            onmousedown={|event: MouseEvent| event.prevent_default()}>
            { for completions.iter().enumerate().map(option) }
        </ul>
    }
}
