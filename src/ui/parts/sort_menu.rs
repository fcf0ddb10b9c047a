//! The menu of orders.

use crate::search::query::{Selection, Sort};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// See [`SortMenu`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SortMenuProps {
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The menu of orders.
#[component]
pub fn SortMenu(props: &SortMenuProps) -> Html {
    use_language();
    let menu = use_node_ref();
    let chosen = props.navigation.location.selection.sort;
    {
        let menu = menu.clone();
        // Once a reader has touched the menu, the attribute `selected` no longer moves it.
        use_effect_with(chosen, move |chosen| {
            if let Some(menu) = menu.cast::<HtmlSelectElement>() {
                menu.set_value(chosen.word());
            }
        });
    }
    let onchange = {
        let navigation = props.navigation.clone();
        move |event: Event| {
            let word =
                event.target_dyn_into::<HtmlSelectElement>().map(|menu| menu.value()).unwrap_or_default();
            let sort = Sort::ALL.into_iter().find(|sort| sort.word() == word).unwrap_or_default();
            navigation.select(Selection { sort, ..navigation.location.selection.clone() });
        }
    };
    let option = |sort: Sort| {
        html! { <option value={sort.word()} selected={sort == chosen}>{ words::sort(sort) }</option> }
    };
    html! {
        <select ref={menu} class="sort-menu" aria-label={words::SORT} {onchange}>
            { for Sort::ALL.into_iter().map(option) }
        </select>
    }
}
