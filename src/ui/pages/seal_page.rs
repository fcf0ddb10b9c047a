//! What the seal counts, what it found, and how to verify it.

use crate::ui::hooks::{Trust, use_language};
use crate::ui::words;
use std::rc::Rc;
use yew::prelude::*;

/// See [`SealPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SealPageProps {
    /// What the browser noted.
    pub trust: Rc<Trust>,
}

/// What the seal counts and how to verify it.
#[component]
pub fn SealPage(props: &SealPageProps) -> Html {
    use_language();
    let trust = &props.trust;
    let lead = if trust.is_kept() { words::SEAL_LEAD } else { words::SEAL_BROKEN_LEAD };
    html! {
        <div class="seal-page page">
            <h1>{ words::SEAL_TITLE }</h1>
            <p class="lead">{ lead }</p>
            { draw_counts(trust) }
            { draw_list(words::ASKED_TITLE, &trust.traffic.asked) }
            { draw_list(words::REFUSED_TITLE, &trust.traffic.refused) }
            { draw_ways() }
            { draw_policy(&trust.policy) }
            <section>
                <h2>{ words::LIMITS_TITLE }</h2>
                <p>{ words::LIMITS }</p>
            </section>
        </div>
    }
}

fn draw_counts(trust: &Trust) -> Html {
    let fact = |name: words::Phrase, value: String| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    html! {
        <section>
            <h2>{ words::SEAL_COUNTS }</h2>
            <dl class="facts">
                { fact(words::ASKED, words::number(trust.traffic.n_asked.into())) }
                { fact(words::REFUSED, words::number(trust.traffic.n_refused.into())) }
                { fact(words::OFFLINE, words::offline(trust.offline).to_string()) }
            </dl>
        </section>
    }
}

fn draw_list(title: words::Phrase, items: &[String]) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ title }</h2>
            <ul>{ for items.iter().map(|item| html! { <li><code dir="ltr">{ item }</code></li> }) }</ul>
        </section>
    }
}

fn draw_ways() -> Html {
    let way = |(name, text): &(words::Phrase, words::Phrase)| {
        html! { <div><dt>{ *name }</dt><dd>{ *text }</dd></div> }
    };
    html! {
        <section>
            <h2>{ words::VERIFY_TITLE }</h2>
            <dl class="pairs">{ for words::VERIFY.iter().map(way) }</dl>
        </section>
    }
}

fn draw_policy(policy: &str) -> Html {
    let rules = policy.split(';').map(str::trim).filter(|rule| !rule.is_empty());
    html! {
        <section>
            <h2>{ words::POLICY_TITLE }</h2>
            <p>{ words::POLICY_LEAD }</p>
            <ul class="seal-page-policy">
                { for rules.map(|rule| html! { <li><code>{ rule.to_owned() }</code></li> }) }
            </ul>
        </section>
    }
}
