//! All facets; a column on a wide screen, a sheet on a narrow one.

use super::facet_group::FacetGroup;
use crate::engine::protocol::Window;
use crate::key::Facet;
use crate::ui::hooks::{Navigation, use_language, use_steps};
use crate::ui::words;
use crate::view::{Branch, ExploreView, FacetView};
use std::rc::Rc;
use yew::prelude::*;

/// The id by which the skip link and the button on narrow screens find the facets.
pub const FILTERS_ID: &str = "filters";

/// Facets that are first drawn in one task: some 200 elements, a few hundredths of a second on a slow phone.
const N_STEP: usize = 2;

/// See [`FacetPanel`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FacetPanelProps {
    /// The facets with their values.
    pub explore: Rc<ExploreView>,
    /// How much of each facet is listed, where a reader asked for other than the default.
    pub windows: Vec<Window>,
    /// Called to list more, fewer or other values of a facet.
    pub on_window: Callback<(Facet, Option<Window>)>,
    /// Called to open or close a row of the tree of places.
    pub on_branch: Callback<Branch>,
    /// Called to leave the sheet.
    pub on_close: Callback<()>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// All facets.
#[component]
pub fn FacetPanel(props: &FacetPanelProps) -> Html {
    use_language();
    let n_drawn = use_steps(props.explore.facets.len(), 0, N_STEP);
    let group = |facet: &FacetView| {
        let window = props.windows.iter().find(|window| window.facet == facet.facet).cloned();
        html! {
            <FacetGroup key={facet.facet.param()} facet={facet.clone()} {window}
                on_window={props.on_window.clone()} on_branch={props.on_branch.clone()} navigation={props.navigation.clone()} />
        }
    };
    let close = |class: &'static str, text: AttrValue| {
        let on_close = props.on_close.clone();
        html! { <button type="button" {class} onclick={move |_| on_close.emit(())}>{ text }</button> }
    };
    html! {
        <section class="facet-panel" id={FILTERS_ID} aria-label={words::FILTERS} tabindex="-1">
            <div class="facet-panel-head">
                <h2>{ words::FILTERS }</h2>
                { close("link-button", words::CLOSE.into()) }
            </div>
            { for props.explore.facets.iter().take(n_drawn).map(group) }
            <div class="facet-panel-foot">
                { close("button", words::show_articles(props.explore.n_articles).into()) }
            </div>
        </section>
    }
}
