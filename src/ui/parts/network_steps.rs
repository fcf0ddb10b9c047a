//! The sentences behind what is looked at in the network: of one name, or of each link of a chain.

use super::event_list::{draw_marked, draw_source};
use super::rank_list::{RankRow, draw_ranks};
use crate::search::url::{Page, ViewOptions};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::order::order_of;
use crate::ui::{tone, words};
use crate::view::{Link, NetworkView, Node, Step, StepSentence};
use std::rc::Rc;
use yew::prelude::*;

/// Links listed while nothing is looked at.
const N_MOST: usize = 12;

/// See [`NetworkSteps`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NetworkStepsProps {
    /// The network.
    pub view: Rc<NetworkView>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The sentences behind what is looked at.
#[component]
pub fn NetworkSteps(props: &NetworkStepsProps) -> Html {
    use_language();
    let NetworkStepsProps { view, navigation } = props;
    html! {
        <section class="network-steps" aria-label={words::STEPS}>
            if view.is_apart {
                <p class="none">{ words::NO_CHAIN }</p>
            } else if view.steps.is_empty() {
                <p class="none">{ words::NETWORK_LEAD }</p>
                { draw_most(view, navigation) }
            }
            { for view.steps.iter().map(|step| draw_step(step, view, navigation)) }
        </section>
    }
}

/// The links of most units, to begin with.
fn draw_most(view: &NetworkView, navigation: &Navigation) -> Html {
    let name = |node: &Node| {
        html! { <span data-tone={tone::of_kind(Some(node.kind))}><bdi>{ &node.name }</bdi></span> }
    };
    let row = |link: &Link| {
        let [a, b] = link.ends.map(|end| view.nodes.get(end as usize));
        let (a, b) = a.zip(b)?;
        let names = [Some(a.key()), Some(b.key())];
        let options = ViewOptions { names, ..navigation.location.options.clone() };
        Some(RankRow {
            name: html! { <>{ name(a) }{ " — " }{ name(b) }</> },
            href: navigation.location.showing(options).to_hash(),
            n: link.n_together,
            said: words::units(navigation.location.options.within, link.n_together),
        })
    };
    let links = &view.links;
    let most = order_of(links.len(), &|a, b| links[b].n_together.cmp(&links[a].n_together));
    let rows: Vec<RankRow> = most.into_iter().take(N_MOST).filter_map(|at| row(&links[at])).collect();
    let most = rows.first().map_or(0, |row| row.n);
    html! { <><h2>{ words::MOST_LINKS }</h2>{ draw_ranks(&rows, most) }</> }
}

fn draw_step(step: &Step, view: &NetworkView, navigation: &Navigation) -> Html {
    let name = |(at, end): (usize, &u32)| {
        let Some(node) = view.nodes.get(*end as usize) else { return Html::default() };
        let href = navigation.href(Page::Entity(node.kind, node.slug.clone()));
        html! {
            <>
                if at > 0 { <span aria-hidden="true">{ " — " }</span> }
                <a {href} data-tone={tone::of_kind(Some(node.kind))}><bdi>{ &node.name }</bdi></a>
            </>
        }
    };
    let sentence = |it: &StepSentence| {
        html! {
            <li>
                <p class="network-steps-sentence" dir="auto">{ draw_marked(&it.runs, &it.marks, navigation) }</p>
                <ul role="list">{ draw_source(&it.source, navigation, false) }</ul>
            </li>
        }
    };
    html! {
        <>
            <h2>{ for step.ends.iter().enumerate().map(name) }</h2>
            <p class="network-steps-count">{ words::units(navigation.location.options.within, step.n_units) }</p>
            <ol role="list">{ for step.sentences.iter().map(sentence) }</ol>
        </>
    }
}
