//! One result: headline, outlet and date, the passage that matches best.

use super::date_stamp::DateStamp;
use super::run_text::{draw_hits, draw_runs};
use crate::ui::hooks::Navigation;
use crate::ui::{dom, tone, words};
use crate::view::{HitCard as View, Run};
use yew::prelude::*;

/// See [`HitCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HitCardProps {
    /// The result.
    pub hit: View,
    /// Whether it is the article that is open.
    pub is_open: bool,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The id of a result's link.
#[must_use]
pub fn hit_id(article: &str) -> String {
    ["hit-", article].concat()
}

/// One result.
#[component]
pub fn HitCard(props: &HitCardProps) -> Html {
    let View { id, title, outlet, published, snippet, marks, n_more_matches, n_words } = &props.hit;
    let href = props.navigation.location.reading(Some(id.clone())).to_hash();
    let mark = |at: u32, _: &[Run], text: Html| {
        let kind = marks.get(at as usize).copied().flatten();
        html! { <span class="mark" data-tone={tone::of_kind(kind)}>{ text }</span> }
    };
    html! {
        <li class="hit-card">
            <p class="hit-card-meta meta">
                <bdi>{ outlet.as_deref().unwrap_or(words::NO_OUTLET) }</bdi>
                <DateStamp date={published.clone()} />
                <span class="hit-card-length">{ words::minutes(*n_words) }</span>
            </p>
            <h3 dir="auto">
                <a id={hit_id(id)} {href} aria-current={props.is_open.then_some("true")} onclick={follow}>
                    { if title.is_empty() { Html::from(words::NO_TITLE) } else { draw_hits(title) } }
                </a>
            </h3>
            <p class="hit-card-snippet" dir="auto">{ draw_runs(snippet, mark, |_, text| text) }</p>
            if *n_more_matches > 0 {
                <p class="hit-card-more">{ words::more_matches(*n_more_matches) }</p>
            }
        </li>
    }
}

/// A link followed by the keyboard (no pointer clicked, so the click's count is 0) takes the focus along.
fn follow(event: MouseEvent) {
    if event.detail() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
        dom::focus(super::reader::READER_ID);
    }
}
