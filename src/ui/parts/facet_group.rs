//! One facet: its values as boxes, a field to find one, the switch to all-of.

use super::facet_row::{FacetAct, FacetRow, row_id};
use super::nationality_switch::NationalitySwitch;
use super::place_switch::PlaceSwitch;
use crate::engine::protocol::Window;
use crate::key::{Axis, Facet};
use crate::search::query::{Choice, Mode};
use crate::ui::hooks::{Navigation, use_language, use_refocus};
use crate::ui::{dom, tone, words};
use crate::view::{Branch, FacetValue, FacetView, ValueState};
use yew::prelude::*;

/// From how many values on a facet has a field to find one: as many as are seen without scrolling.
const FIND_FROM: u32 = 9;

/// How many values each click on “more” adds.
const N_MORE: u32 = 25;

/// See [`FacetGroup`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetGroupProps {
    /// The facet with its values.
    pub facet: FacetView,
    /// How much of it is listed; nothing where that is left to the engine.
    pub window: Option<Window>,
    /// Called to list more, fewer or other values; nothing gives the default back.
    pub on_window: Callback<(Facet, Option<Window>)>,
    /// Called to open or close a row of the tree of places.
    pub on_branch: Callback<Branch>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// One facet.
#[component]
pub fn FacetGroup(props: &FacetGroupProps) -> Html {
    use_language();
    let FacetGroupProps { facet: view, window, on_window, on_branch, navigation } = props;
    let (facet, refocus) = (view.facet, use_refocus());
    let choice = navigation.location.selection.choice(facet);
    let on_act = {
        let (navigation, on_branch) = (navigation.clone(), on_branch.clone());
        Callback::from(move |act: FacetAct| {
            let selection = &navigation.location.selection;
            let select = |slug: &str, next| {
                refocus.expect([row_id(facet, slug)]);
                navigation.select(next);
            };
            match act {
                FacetAct::Toggle(slug) => select(&slug, selection.toggled(facet, &slug)),
                FacetAct::Exclude(slug) => select(&slug, selection.excluding(facet, &slug)),
                FacetAct::Turn(branch) => on_branch.emit(branch),
            }
        })
    };
    let row = |(value, state): (&FacetValue, ValueState)| {
        html! { <FacetRow key={value.slug.as_str()} {facet} value={value.clone()} {state} on_act={on_act.clone()} /> }
    };
    let shown = view.values.iter().map(|value| (value, state_of(choice, &value.slug)));
    let shown =
        shown.filter(|(value, state)| value.n_articles > 0 || *state != ValueState::Off).collect::<Vec<_>>();
    let filter = window.as_ref().map(|window| window.filter.as_str()).unwrap_or_default();
    let (is_empty, is_tree) = (shown.is_empty(), shown.iter().any(|(value, _)| value.branch.is_some()));
    html! {
        <fieldset class="facet-group" data-tone={tone::of_facet(facet)}>
            <legend>{ words::facet(facet) }</legend>
            <p class="facet-group-aside">
                { draw_mode(facet, choice, navigation) }
                if view.n_values > 0 { <span>{ words::number(view.n_values.into()) }</span> }
            </p>
            if facet == Facet::Where { <PlaceSwitch navigation={navigation.clone()} /> }
            if view.n_values >= FIND_FROM || !filter.is_empty() {
                { draw_find(facet, filter, window.as_ref(), on_window) }
            }
            if view.values.iter().any(|value| value.on_axis.is_some()) { { draw_axes() } }
            <ul role="list" class={is_tree.then_some("facet-tree")}>{ for shown.into_iter().map(row) }</ul>
            if is_empty {
                <p class="facet-group-none">{ if filter.is_empty() { words::nothing_in(facet) } else { words::NONE_FOUND } }</p>
            }
            { draw_more(view, window.as_ref(), on_window) }
            if facet == Facet::Where { <NationalitySwitch navigation={navigation.clone()} /> }
        </fieldset>
    }
}

/// What the two bars of a date's row mean.
fn draw_axes() -> Html {
    let key = |axis: Axis| {
        html! {
            <span data-axis={axis.param()}>
                <svg viewBox="0 0 12 6" aria-hidden="true"><rect width="12" height="6" /></svg>
                { words::axis(axis) }
            </span>
        }
    };
    html! { <p class="facet-group-axes" aria-hidden="true">{ for Axis::ALL.into_iter().map(key) }</p> }
}

fn state_of(choice: &Choice, slug: &str) -> ValueState {
    let holds = |slugs: &[String]| slugs.iter().any(|chosen| chosen == slug);
    match () {
        () if holds(&choice.with) => ValueState::With,
        () if holds(&choice.without) => ValueState::Without,
        () => ValueState::Off,
    }
}

/// The switch; an article has one outlet, so that all-of means nothing there.
fn draw_mode(facet: Facet, choice: &Choice, navigation: &Navigation) -> Html {
    if choice.with.is_empty() || facet == Facet::Outlet {
        return Html::default();
    }
    let is_all = choice.mode == Mode::All;
    let mut selection = navigation.location.selection.clone();
    selection.choice_mut(facet).mode = if is_all { Mode::Any } else { Mode::All };
    let navigation = navigation.clone();
    let printed = if is_all { words::ALL_OF } else { words::ANY_OF };
    // Begins with what is printed, so that it can be called by it (WCAG 2.5.3).
    let name = [printed.text(), &words::require_all(facet)].join(", ");
    html! {
        <button type="button" class="link-button" aria-pressed={if is_all { "true" } else { "false" }}
            aria-label={name} title={words::require_all(facet)}
            onclick={move |_| navigation.select(selection.clone())}>
            { printed }
        </button>
    }
}

fn draw_find(
    facet: Facet,
    filter: &str,
    window: Option<&Window>,
    on_window: &Callback<(Facet, Option<Window>)>,
) -> Html {
    let (on_window, n_values) = (on_window.clone(), window.map_or(N_MORE, |window| window.n_values));
    let oninput = move |event: InputEvent| {
        let filter = dom::field_value(&event).unwrap_or_default();
        let window = (!filter.is_empty()).then_some(Window { facet, n_values, filter });
        on_window.emit((facet, window));
    };
    html! {
        <input class="facet-find" type="search" aria-label={words::find_in(facet)} placeholder={words::find_in(facet)}
            value={filter.to_owned()} {oninput} dir="auto" autocomplete="off" spellcheck="false" />
    }
}

fn draw_more(
    view: &FacetView,
    window: Option<&Window>,
    on_window: &Callback<(Facet, Option<Window>)>,
) -> Html {
    let facet = view.facet;
    let n_listed = u32::try_from(view.values.len()).unwrap_or(u32::MAX);
    let filter = window.map(|window| window.filter.clone()).unwrap_or_default();
    let more = Window { facet, n_values: n_listed.saturating_add(N_MORE), filter: filter.clone() };
    let is_grown = window.is_some_and(|window| window.n_values > N_MORE) && filter.is_empty();
    let set = |window: Option<Window>| {
        let on_window = on_window.clone();
        move |_| on_window.emit((facet, window.clone()))
    };
    html! {
        <>
            if view.n_more > 0 {
                <button type="button" class="facet-more link-button" onclick={set(Some(more))}>
                    { words::more_values(facet, view.n_more) }
                </button>
            }
            if is_grown {
                <button type="button" class="facet-more link-button" onclick={set(None)}>{ words::FEWER }</button>
            }
        </>
    }
}
