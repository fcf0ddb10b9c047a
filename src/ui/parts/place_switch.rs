//! How places are shown and counted: as a list or as a tree, by name or by nationality too.

use crate::search::query::Selection;
use crate::search::url::Location;
use crate::ui::hooks::Navigation;
use crate::ui::words;
use yew::prelude::*;

/// See [`PlaceSwitch`] and [`NationalitySwitch`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PlaceSwitchProps {
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The switch between list and tree.
#[component]
pub fn PlaceSwitch(props: &PlaceSwitchProps) -> Html {
    let PlaceSwitchProps { navigation } = props;
    let choose = |has_tree: bool, name: &'static str| {
        let navigation = navigation.clone();
        let is_pressed = navigation.location.has_tree == has_tree;
        html! {
            <button type="button" aria-pressed={if is_pressed { "true" } else { "false" }}
                onclick={move |_| navigation.push.emit(Location { has_tree, ..(*navigation.location).clone() })}>
                { name }
            </button>
        }
    };
    html! {
        <div class="place-switch" role="group" aria-label={words::SHOW_PLACES}>
            { choose(false, words::AS_LIST) }
            { choose(true, words::AS_TREE) }
        </div>
    }
}

/// Whether articles that only name a country's people count for it. Concerns the tree, so a list shows it only when it is on.
#[component]
pub fn NationalitySwitch(props: &PlaceSwitchProps) -> Html {
    let PlaceSwitchProps { navigation } = props;
    let selection = &navigation.location.selection;
    let is_on = selection.nationalities;
    if !is_on && !navigation.location.has_tree {
        return Html::default();
    }
    let next = Selection { nationalities: !is_on, ..selection.clone() };
    let navigation = navigation.clone();
    html! {
        <button type="button" class="nationality-switch link-button" aria-pressed={if is_on { "true" } else { "false" }}
            title={words::NATIONALITIES_TITLE} onclick={move |_| navigation.select(next.clone())}>
            { words::NATIONALITIES }
        </button>
    }
}
