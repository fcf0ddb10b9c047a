//! How many articles match, in which order, and by what.

use super::chip_row::ChipRow;
use super::facet_panel::FILTERS_ID;
use super::sort_menu::SortMenu;
use crate::key::Facet;
use crate::search::query::Selection;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::ExploreView;
use std::rc::Rc;
use yew::prelude::*;

/// The id by which the skip link finds the results.
pub const RESULTS_ID: &str = "results";

/// The id of the button that opens the filters on a narrow screen.
pub const FILTERS_BUTTON_ID: &str = "filters-button";

/// See [`ResultHead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ResultHeadProps {
    /// The counts and chips.
    pub explore: Rc<ExploreView>,
    /// Whether the filters are open on a narrow screen.
    pub are_filters_open: bool,
    /// Called to open or close the filters on a narrow screen.
    pub on_filters: Callback<()>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// How many articles match, in which order, and by what.
#[component]
pub fn ResultHead(props: &ResultHeadProps) -> Html {
    use_language();
    let ResultHeadProps { explore, are_filters_open, on_filters, navigation } = props;
    let on_filters = on_filters.clone();
    let selection = &navigation.location.selection;
    let n_applied = count_values(selection);
    let count = if selection.once { words::stories } else { words::articles };
    let toggle = {
        let navigation = navigation.clone();
        move |_: MouseEvent| {
            let selection = &navigation.location.selection;
            navigation.select(Selection { once: !selection.once, ..selection.clone() });
        }
    };
    html! {
        <div class="result-head">
            <div class="result-head-line">
                <p>
                    <strong role="status">{ count(explore.n_articles) }</strong>
                    if explore.n_articles != explore.n_total {
                        { " " }<span>{ words::of_total(explore.n_total) }</span>
                    }
                </p>
                <button type="button" id={FILTERS_BUTTON_ID} class="result-head-filters button" aria-controls={FILTERS_ID}
                    aria-expanded={if *are_filters_open { "true" } else { "false" }}
                    onclick={move |_| on_filters.emit(())}>
                    { words::filters(n_applied) }
                </button>
                <SortMenu navigation={navigation.clone()} />
            </div>
            if explore.has_versions || selection.once {
                <label class="result-head-once">
                    <input type="checkbox" checked={selection.once} onclick={toggle} />{ words::EACH_STORY_ONCE }
                </label>
            }
            if !explore.reading.is_empty() {
                <p class="result-head-reading" dir="auto">{ words::tell_all(&explore.reading) }</p>
            }
            if let Some(suggestion) = &explore.suggestion {
                <p class="result-head-reading" dir="auto">
                    { words::DID_YOU_MEAN }
                    <a href={navigation.location.selecting(selection.with_words(suggestion)).to_hash()}>{ suggestion }</a>
                    { "?" }
                </p>
            }
            <ChipRow chips={explore.chips.clone()} navigation={navigation.clone()} />
        </div>
    }
}

fn count_values(selection: &Selection) -> usize {
    let n_ranges = selection.dates.iter().flatten().count();
    let n_values: usize = Facet::ALL
        .into_iter()
        .map(|facet| selection.choice(facet))
        .map(|choice| choice.with.len() + choice.without.len())
        .sum();
    n_values + n_ranges
}
