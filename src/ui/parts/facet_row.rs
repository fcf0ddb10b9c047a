//! One value of a facet: its box, its name, its count with a bar behind, its exclusion.

use crate::key::{Axis, Facet};
use crate::ui::{dom, words};
use crate::view::{FacetValue, ValueState};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;
use yew::prelude::*;

/// What a reader does with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetAct {
    /// Chooses it, or takes the choice back.
    Toggle(String),
    /// Excludes it, or takes that back.
    Exclude(String),
}

/// See [`FacetRow`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetRowProps {
    /// The facet.
    pub facet: Facet,
    /// The value with its count.
    pub value: FacetValue,
    /// Whether it is part of the selection in the address, which may be ahead of `value`.
    pub state: ValueState,
    /// Called when the reader acts on it.
    pub on_act: Callback<FacetAct>,
}

/// The id of a value's box.
#[must_use]
pub fn row_id(facet: Facet, slug: &str) -> String {
    ["value", facet.param(), slug].join("-")
}

/// One value of a facet.
#[component]
pub fn FacetRow(props: &FacetRowProps) -> Html {
    let FacetRowProps { facet, value, state, on_act } = props;
    let FacetValue { slug, label, n_articles, depth, on_axis, .. } = value;
    let act = |make: fn(String) -> FacetAct| {
        let (on_act, slug) = (on_act.clone(), slug.clone());
        move || on_act.emit(make(slug.clone()))
    };
    let (toggle, exclude) = (act(FacetAct::Toggle), act(FacetAct::Exclude));
    let onclick = {
        let exclude = exclude.clone();
        move |event: MouseEvent| {
            if event.alt_key() {
                event.prevent_default();
                exclude();
            }
        }
    };
    let onkeydown = on_row_key(exclude.clone());
    let is_without = *state == ValueState::Without;
    let on_axes =
        on_axis.map(|[published, mentioned]| words::on_axes(published.n_articles, mentioned.n_articles));
    let description = if is_without { Some(words::EXCLUDED.to_owned()) } else { on_axes.clone() };
    html! {
        <li class="facet-row" data-depth={depth.to_string()} data-state={state_name(*state)}
            data-empty={(*n_articles == 0).then_some("true")}>
            { draw_bars(value) }
            <label {onclick} title={on_axes}>
                <input type="checkbox" id={row_id(*facet, slug)} checked={*state == ValueState::With}
                    aria-label={words::value(label, *n_articles)} aria-description={description}
                    onchange={move |_| toggle()} {onkeydown} />
                <bdi class="facet-row-name">{ label }</bdi>
                <span class="facet-row-count" aria-hidden="true">{ words::number((*n_articles).into()) }</span>
            </label>
            <button type="button" class="facet-row-exclude" aria-label={words::exclude_value(label)}
                title={words::exclude_value(label)} aria-pressed={if is_without { "true" } else { "false" }}
                onclick={move |_| exclude()}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5" /><path d="M4.2 11.8l7.6-7.6" /></svg>
            </button>
        </li>
    }
}

/// The count as a bar behind the row; of a date one bar for each axis, as the strip draws them.
fn draw_bars(value: &FacetValue) -> Html {
    let axis = |(at, axis): (usize, Axis)| {
        let share = value.on_axis.map_or(0, |on_axis| on_axis[at].share);
        html! { <rect data-axis={axis.param()} y={at.to_string()} width={share.to_string()} height="1" /> }
    };
    let (height, bars): (&str, Html) = match value.on_axis {
        Some(_) => ("2", Axis::ALL.into_iter().enumerate().map(axis).collect()),
        None => ("1", html! { <rect width={value.share.to_string()} height="1" /> }),
    };
    html! {
        <svg class="facet-row-bar" viewBox={["0 0 100", height].join(" ")} preserveAspectRatio="none" aria-hidden="true">
            { bars }
        </svg>
    }
}

fn state_name(state: ValueState) -> &'static str {
    match state {
        ValueState::Off => "off",
        ValueState::With => "with",
        ValueState::Without => "without",
    }
}

fn on_row_key(exclude: impl Fn() + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "x" => exclude(),
            "ArrowDown" => walk(&event, 1),
            "ArrowUp" => walk(&event, -1),
            _ => {}
        }
    })
}

/// Moves the focus to the box above or below, across facets.
fn walk(event: &KeyboardEvent, step: i32) {
    event.prevent_default();
    let boxes = dom::document()
        .and_then(|document| document.query_selector_all(".facet-row input, .facet-more").ok());
    let (Some(boxes), Some(from)) = (boxes, event.target_dyn_into::<HtmlElement>()) else { return };
    let boxes = (0..boxes.length())
        .filter_map(|at| boxes.item(at)?.dyn_into::<HtmlElement>().ok())
        .collect::<Vec<_>>();
    let at = boxes.iter().position(|element| *element == from);
    let next = at.and_then(|at| at.checked_add_signed(isize::try_from(step).unwrap_or_default()));
    if let Some(element) = next.and_then(|at| boxes.get(at)) {
        // A box that takes no focus leaves it where it was.
        let _ = element.focus();
    }
}
