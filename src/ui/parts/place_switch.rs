//! How places are shown: as a list or as a tree.

use crate::search::url::Location;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use yew::prelude::*;

/// See [`PlaceSwitch`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PlaceSwitchProps {
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The switch between list and tree.
#[component]
pub fn PlaceSwitch(props: &PlaceSwitchProps) -> Html {
    use_language();
    let PlaceSwitchProps { navigation } = props;
    let choose = |has_tree: bool, name: words::Phrase| {
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
