//! Who appears with whom and where: the picture, the sentences behind it, the table below.

use crate::engine::protocol::Ask;
use crate::key::Kind;
use crate::search::url::{LinkWithin, ViewOptions};
use crate::ui::hooks::{EngineHandle, Navigation, use_language, use_width};
use crate::ui::order::sorted;
use crate::ui::parts::{
    DataTable, EmptyNote, NETWORK_ID, NetworkPlot, NetworkSteps, TakeAway, ViewPage, draw_awaited,
};
use crate::ui::{dom, tone, words};
use crate::view::{Export, Link, NetworkView, Node};
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// See [`NetworkPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NetworkPageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Who appears with whom and where.
#[component]
pub fn NetworkPage(props: &NetworkPageProps) -> Html {
    use_language();
    let NetworkPageProps { engine, navigation } = props;
    let location = &navigation.location;
    let room = use_node_ref();
    let width_px = use_width(&room);
    {
        let ask = engine.ask.clone();
        use_effect_with(
            (location.selection.clone(), location.options.clone()),
            move |(selection, options)| {
                ask.emit(Ask::Network { selection: selection.clone(), options: options.clone() });
            },
        );
    }
    let body = match engine.state.network.clone() {
        Some(view) if view.nodes.is_empty() && engine.state.status.is_filling() => {
            draw_awaited(&engine.state)
        }
        Some(view) if view.nodes.is_empty() => html! {
            <EmptyNote title={words::NO_LINKS_TITLE} body={words::NO_LINKS_BODY} />
        },
        Some(view) => html! {
            <div class="network-page-columns">
                <div class="network-page-picture">
                    { draw_tools(&view, navigation) }
                    <NetworkPlot view={view.clone()} {width_px} navigation={navigation.clone()} />
                    { draw_caption(&view) }
                </div>
                <NetworkSteps view={view.clone()} navigation={navigation.clone()} />
                <div class="view-page-foot">{ draw_foot(&view) }</div>
            </div>
        },
        None => draw_awaited(&engine.state),
    };
    let tools = html! {
        <>
            { draw_units(navigation) }
            <TakeAway drawing={NETWORK_ID} exports={vec![Export::NetworkCsv]} engine={engine.clone()} navigation={navigation.clone()} />
        </>
    };
    html! {
        <ViewPage class="network-page" title={words::NETWORK} {tools} ruler={room} engine={engine.clone()} navigation={navigation.clone()}>
            { body }
        </ViewPage>
    }
}

fn draw_units(navigation: &Navigation) -> Html {
    let options = &navigation.location.options;
    let choice = |within: LinkWithin| {
        let navigation = navigation.clone();
        let is_chosen = options.within == within;
        let next = ViewOptions { within, least: None, ..options.clone() };
        let onclick = move |_: MouseEvent| navigation.show(next.clone(), true);
        html! {
            <button type="button" class="button" aria-pressed={if is_chosen { "true" } else { "false" }} {onclick}>
                { words::within(within) }
            </button>
        }
    };
    html! {
        <div class="choice" role="group" aria-label={words::LINKED_WITHIN}>
            <span aria-hidden="true">{ words::LINKED_WITHIN }</span>
            { for LinkWithin::ALL.into_iter().map(choice) }
        </div>
    }
}

fn draw_tools(view: &NetworkView, navigation: &Navigation) -> Html {
    let options = &navigation.location.options;
    let oninput = {
        let navigation = navigation.clone();
        move |event: InputEvent| {
            let least = dom::field_value(&event).and_then(|value| value.parse().ok());
            navigation.show(ViewOptions { least, ..navigation.location.options.clone() }, false);
        }
    };
    let clear = {
        let navigation = navigation.clone();
        move |_: MouseEvent| {
            navigation.show(ViewOptions { names: [None, None], ..navigation.location.options.clone() }, true);
        }
    };
    let times = words::least_times(view.least);
    html! {
        <div class="network-page-tools">
            <label>
                <span>{ words::LEAST }</span>
                <input type="range" min="1" max={view.most.max(1).to_string()} value={view.least.to_string()}
                    aria-label={words::LEAST} aria-valuetext={times.clone()} {oninput} />
                <span class="network-page-times">{ times }</span>
            </label>
            { draw_names(0, view, navigation) }
            { draw_names(1, view, navigation) }
            if options.names.iter().any(Option::is_some) {
                <button type="button" class="link-button" onclick={clear}>{ words::CLEAR_NAMES }</button>
            }
        </div>
    }
}

fn draw_names(side: usize, view: &NetworkView, navigation: &Navigation) -> Html {
    let chosen = navigation.location.options.names[side].clone();
    let onchange = {
        let navigation = navigation.clone();
        move |event: Event| {
            let key =
                event.target_dyn_into::<HtmlSelectElement>().map(|menu| menu.value()).unwrap_or_default();
            let mut options = navigation.location.options.clone();
            options.names[side] = (!key.is_empty()).then_some(key);
            navigation.show(options, true);
        }
    };
    let nodes = sorted(view.nodes.iter().collect(), |a: &&Node, b| a.name.cmp(&b.name));
    let option = |node: &&Node| {
        let key = node.key();
        html! { <option key={key.clone()} value={key.clone()} selected={chosen.as_ref() == Some(&key)}>{ &node.name }</option> }
    };
    html! {
        <select key={[chosen.as_deref().unwrap_or_default(), if side == 0 { "<" } else { ">" }].concat()} class="compare-page-menu"
            aria-label={words::CHAIN[side]} {onchange}>
            <option value="" selected={chosen.is_none()}>{ words::CHAIN[side] }{ "…" }</option>
            { for nodes.iter().map(option) }
        </select>
    }
}

/// What the color of a kind of names is.
fn key_of(kind: Kind) -> Html {
    html! {
        <li data-tone={tone::of_kind(Some(kind))}>
            <svg class="network-node" aria-hidden="true" width="10" height="10"><circle class="network-point" cx="5" cy="5" r="4.2" /></svg>
            { words::kinds(kind) }
        </li>
    }
}

fn draw_caption(view: &NetworkView) -> Html {
    html! {
        <>
            <p class="view-page-counts">
                { words::network_counts(view.nodes.len(), view.n_names, view.links.len()) }
            </p>
            <ul role="list" class="network-key">{ for Kind::ALL.map(key_of) }</ul>
        </>
    }
}

fn draw_foot(view: &Rc<NetworkView>) -> Html {
    let name = |end: u32| view.nodes.get(end as usize).map(|node| node.name.clone()).unwrap_or_default();
    let row = |link: &Link| {
        let [a, b] = link.ends.map(name);
        vec![
            html! { <bdi>{ a }</bdi> },
            html! { <bdi>{ b }</bdi> },
            words::number(link.n_together.into()).into(),
            format!("{:.2}", link.strength).into(),
        ]
    };
    html! {
        <DataTable columns={words::NETWORK_COLUMNS.to_vec()} rows={view.links.iter().map(row).collect::<Vec<_>>()} />
    }
}
