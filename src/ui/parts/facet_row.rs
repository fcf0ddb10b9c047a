//! One value of a facet: its box, its name, its count with a bar behind, its exclusion.

use crate::key::{Axis, Facet};
use crate::ui::hooks::use_language;
use crate::ui::{dom, words};
use crate::view::{Branch, BranchState, FacetValue, ValueState};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// What a reader does with a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacetAct {
    /// Chooses it, or takes the choice back.
    Toggle(String),
    /// Excludes it, or takes that back.
    Exclude(String),
    /// Opens or closes what lies in it.
    Turn(Branch),
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
    use_language();
    let FacetRowProps { facet, value, state, on_act } = props;
    let FacetValue { slug, n_articles, depth, .. } = value;
    let label = words::value_label(*facet, slug, &value.label);
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
    let turn = {
        let (on_act, slug) = (on_act.clone(), slug.clone());
        move |is_open: bool| on_act.emit(FacetAct::Turn(Branch { slug: slug.clone(), is_open }))
    };
    let onkeydown = on_row_key(exclude.clone(), turn.clone(), value.branch.map(|branch| branch.is_open));
    let is_without = *state == ValueState::Without;
    html! {
        <li class="facet-row" data-depth={depth.to_string()} data-state={state_name(*state)}
            data-empty={(*n_articles == 0).then_some("true")}>
            { draw_bars(value) }
            if let Some(branch) = value.branch { { draw_branch(&label, branch, turn) } }
            <label {onclick} title={title_of(value)}>
                <input type="checkbox" id={row_id(*facet, slug)} checked={*state == ValueState::With}
                    aria-label={words::value(&label, *n_articles)} aria-description={describe(value, is_without)}
                    onchange={move |_| toggle()} {onkeydown} />
                <bdi class="facet-row-name">{ &label }</bdi>
                <span class="facet-row-count" aria-hidden="true">{ words::number((*n_articles).into()) }</span>
            </label>
            <button type="button" class="facet-row-exclude" aria-label={words::exclude_value(&label)}
                title={words::exclude_value(&label)} aria-pressed={if is_without { "true" } else { "false" }}
                onclick={move |_| exclude()}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.5" /><path d="M4.2 11.8l7.6-7.6" /></svg>
            </button>
        </li>
    }
}

/// What a row's count is made of, where it is more than one number.
fn title_of(value: &FacetValue) -> Option<String> {
    let on_axes = value.on_axis;
    let on_axes =
        on_axes.map(|[published, mentioned]| words::on_axes(published.n_articles, mentioned.n_articles));
    on_axes.or_else(|| words::place_title(value))
}

fn describe(value: &FacetValue, is_without: bool) -> Option<String> {
    let excluded = is_without.then(|| words::EXCLUDED.to_string());
    let parts: Vec<String> = excluded.into_iter().chain(title_of(value)).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// The count as a bar behind the row: of a date one bar for each axis, as the strip draws them; of a place, what rests
/// on a nationality alone is lighter.
fn draw_bars(value: &FacetValue) -> Html {
    let axis = |(at, axis): (usize, Axis)| {
        let share = value.on_axis.map_or(0, |on_axis| on_axis[at].share);
        html! { <rect data-axis={axis.param()} y={at.to_string()} width={share.to_string()} height="1" /> }
    };
    let (height, bars): (&str, Html) = match value.on_axis {
        Some(_) => ("2", Axis::ALL.into_iter().enumerate().map(axis).collect()),
        None => ("1", draw_share(value)),
    };
    html! {
        <svg class="facet-row-bar" viewBox={["0 0 100", height].join(" ")} preserveAspectRatio="none" aria-hidden="true">
            { bars }
        </svg>
    }
}

fn draw_share(value: &FacetValue) -> Html {
    let (share, n_articles) = (u32::from(value.share), value.n_articles.max(1));
    let named = share * (n_articles - value.n_by_nationality.min(n_articles)) / n_articles;
    html! {
        <>
            <rect width={named.to_string()} height="1" />
            if named < share {
                <rect class="facet-row-guess" x={named.to_string()} width={(share - named).to_string()} height="1" />
            }
        </>
    }
}

fn draw_branch(label: &str, branch: BranchState, turn: impl Fn(bool) + 'static) -> Html {
    let is_open = branch.is_open;
    html! {
        <button type="button" class="facet-row-turn" aria-expanded={if is_open { "true" } else { "false" }}
            aria-label={words::places_in(label)} onclick={move |_| turn(!is_open)}>
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M6 4l4 4-4 4" /></svg>
        </button>
    }
}

fn state_name(state: ValueState) -> &'static str {
    match state {
        ValueState::Off => "off",
        ValueState::With => "with",
        ValueState::Without => "without",
    }
}

fn on_row_key(
    exclude: impl Fn() + 'static,
    turn: impl Fn(bool) + 'static,
    is_open: Option<bool>,
) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "x" => exclude(),
            "ArrowDown" => walk(&event, 1),
            "ArrowUp" => walk(&event, -1),
            "ArrowRight" if is_open == Some(false) => turn(true),
            "ArrowLeft" if is_open == Some(true) => turn(false),
            "ArrowLeft" => leave(&event),
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

/// Moves the focus from a place to the row of what surrounds it.
fn leave(event: &KeyboardEvent) {
    let depth = |row: &Element| row.get_attribute("data-depth").and_then(|depth| depth.parse::<u8>().ok());
    let row = event.target_dyn_into::<Element>().and_then(|field| field.closest(".facet-row").ok()?);
    let Some(own) = row.as_ref().and_then(depth) else { return };
    let above = std::iter::successors(row, Element::previous_element_sibling);
    let around = above.skip(1).find(|row| depth(row).is_some_and(|depth| depth < own));
    let field = around.and_then(|row| row.query_selector("input").ok()?);
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        // A box that takes no focus leaves it where it was.
        let _ = field.focus();
    }
}
