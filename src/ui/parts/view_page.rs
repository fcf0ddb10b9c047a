//! The frame of every view: its head with what is selected, its menus, the room its picture is measured by.

use super::selection_bar::SelectionBar;
use crate::ui::hooks::{EngineHandle, Navigation};
use yew::prelude::*;

/// See [`ViewPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ViewPageProps {
    /// The class of the page, by which style sheets know it.
    pub class: &'static str,
    /// The name of the view.
    pub title: AttrValue,
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
    /// How many of the selected articles the view lists by name.
    #[prop_or_default]
    pub n_hits: u32,
    /// The menus of the view.
    #[prop_or_default]
    pub tools: Html,
    /// An element as wide as the picture, there before anything is drawn.
    #[prop_or_default]
    pub ruler: NodeRef,
    /// What the view shows.
    pub children: Html,
}

/// The frame of every view.
#[component]
pub fn ViewPage(props: &ViewPageProps) -> Html {
    let ViewPageProps { class, title, engine, navigation, n_hits, tools, ruler, children } = props;
    html! {
        <div class={classes!(*class, "view-page")}>
            <SelectionBar {title} n_hits={*n_hits} engine={engine.clone()} navigation={navigation.clone()}>
                { tools.clone() }
            </SelectionBar>
            <div ref={ruler} class="view-page-ruler" />
            { children.clone() }
        </div>
    }
}
