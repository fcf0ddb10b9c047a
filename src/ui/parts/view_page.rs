//! The frame of every view: its head with what is selected, its menus, the room its picture is measured by.

use super::empty_note::EmptyNote;
use super::result_list::draw_none;
use super::selection_bar::SelectionBar;
use crate::ui::hooks::{EngineHandle, EngineState, Navigation, use_language};
use crate::ui::words;
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
    /// Whether it shows something even where no article is selected.
    #[prop_or_default]
    pub is_free: bool,
    /// What the view shows.
    pub children: Html,
}

/// The frame of every view.
#[component]
pub fn ViewPage(props: &ViewPageProps) -> Html {
    use_language();
    let ViewPageProps { class, title, engine, navigation, n_hits, tools, ruler, is_free, children } = props;
    let body = match &engine.state.explore {
        Some(explore) if explore.n_articles == 0 && !is_free => match engine.state.status.is_filling() {
            true => draw_awaited(&engine.state),
            false => draw_none(explore, navigation),
        },
        _ => children.clone(),
    };
    html! {
        <div class={classes!(*class, "view-page")}>
            <SelectionBar {title} n_hits={*n_hits} engine={engine.clone()} navigation={navigation.clone()}>
                { tools.clone() }
            </SelectionBar>
            <div ref={ruler} class="view-page-ruler" />
            { body }
        </div>
    }
}

/// Says that a page has to wait while names and dates are still being found; afterwards nothing.
pub fn draw_awaited(state: &EngineState) -> Html {
    match state.status.is_filling() {
        true => html! { <EmptyNote title={words::FILLING} body={words::AWAITED} /> },
        false => Html::default(),
    }
}
