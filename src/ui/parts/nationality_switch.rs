//! How places are counted: by name alone or by nationality too.

use crate::search::query::Selection;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use yew::prelude::*;

/// See [`NationalitySwitch`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NationalitySwitchProps {
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Whether articles that only name a country's people count for it. Concerns the tree, so a list shows it only when it is on.
#[component]
pub fn NationalitySwitch(props: &NationalitySwitchProps) -> Html {
    use_language();
    let NationalitySwitchProps { navigation } = props;
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
