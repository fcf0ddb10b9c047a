//! The head of every view: its name, what is selected, and how many articles that is.

use super::chip_row::ChipRow;
use crate::engine::protocol::Ask;
use crate::search::query::Selection;
use crate::search::url::Page;
use crate::ui::hooks::{EngineHandle, Navigation, use_language};
use crate::ui::words;
use crate::view::StripWindow;
use yew::prelude::*;

/// See [`SelectionBar`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SelectionBarProps {
    /// The name of the view.
    pub title: AttrValue,
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
    /// How many of the selected articles the view lists by name.
    #[prop_or_default]
    pub n_hits: u32,
    /// What else stands in the head: menus of the view.
    #[prop_or_default]
    pub children: Html,
}

/// The head of every view. Asks for the counts and the names of what is selected.
#[component]
pub fn SelectionBar(props: &SelectionBarProps) -> Html {
    use_language();
    let SelectionBarProps { title, engine, navigation, n_hits, children } = props;
    let selection = &navigation.location.selection;
    {
        let ask = engine.ask.clone();
        use_effect_with((selection.clone(), *n_hits), move |(selection, n_hits)| {
            let (selection, strip) = (selection.clone(), StripWindow::default());
            ask.emit(Ask::Explore { selection, n_hits: *n_hits, windows: Vec::new(), tree: None, strip });
        });
    }
    let toggle = {
        let navigation = navigation.clone();
        move |_: MouseEvent| {
            let selection = &navigation.location.selection;
            navigation.select(Selection { once: !selection.once, ..selection.clone() });
        }
    };
    let explore = engine.state.explore.clone();
    let count = if selection.once { words::stories } else { words::articles };
    html! {
        <header class="selection-bar">
            <h1>{ title }</h1>
            if let Some(explore) = explore {
                <p class="selection-bar-count">
                    <strong role="status">{ count(explore.n_articles) }</strong>
                    if explore.n_articles != explore.n_total {
                        { " " }<span>{ words::of_total(explore.n_total) }</span>
                    }
                    <a href={navigation.href(Page::Articles)}>{ words::CHANGE_SELECTION }</a>
                </p>
                if explore.has_versions || selection.once {
                    <label class="selection-bar-once">
                        <input type="checkbox" checked={selection.once} onclick={toggle} />{ words::EACH_STORY_ONCE }
                    </label>
                }
                <ChipRow chips={explore.chips.clone()} navigation={navigation.clone()} />
            }
            <div class="selection-bar-tools">{ children.clone() }</div>
        </header>
    }
}
