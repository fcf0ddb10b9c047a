//! The sentences behind what is looked at in the network: of one name, or of each link of a chain.

use super::event_list::{draw_marked, draw_source};
use crate::search::url::Page;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::{tone, words};
use crate::view::{NetworkView, Step, StepSentence};
use std::rc::Rc;
use yew::prelude::*;

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
            }
            { for view.steps.iter().map(|step| draw_step(step, view, navigation)) }
        </section>
    }
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
