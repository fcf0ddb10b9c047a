//! One result: headline, outlet and date, the passage that matches best.

use super::date_stamp::DateStamp;
use super::run_text::{draw_hits, draw_runs};
use crate::search::url::{Page, ViewOptions};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::{dom, tone, words};
use crate::view::{HitCard as View, Run, Version};
use yew::prelude::*;

/// Versions of a story that are named without being asked for.
const N_VERSIONS: usize = 2;

/// See [`HitCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HitCardProps {
    /// The result.
    pub hit: View,
    /// The article that is open, if it is this one or another version of its story.
    #[prop_or_default]
    pub open: Option<AttrValue>,
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
    use_language();
    let View { id, title, outlet, published, snippet, marks, n_more_matches, n_words, .. } = &props.hit;
    let href = props.navigation.location.reading(Some(id.clone())).to_hash();
    let mark = |at: u32, _: &[Run], text: Html| {
        let kind = marks.get(at as usize).copied().flatten();
        html! { <span class="mark" data-tone={tone::of_kind(kind)}>{ text }</span> }
    };
    html! {
        <li class="hit-card">
            <p class="hit-card-meta meta">
                <bdi>{ outlet.as_deref().unwrap_or(&words::NO_OUTLET) }</bdi>
                <DateStamp date={published.clone()} />
                <span class="hit-card-length">{ words::minutes(*n_words) }</span>
            </p>
            <h3 dir="auto">
                <a id={hit_id(id)} {href} aria-current={current(props, id)} onclick={follow}>
                    { if title.is_empty() { Html::from(words::NO_TITLE) } else { draw_hits(title) } }
                </a>
            </h3>
            <p class="hit-card-snippet" dir="auto">{ draw_runs(snippet, mark, |_, text| text) }</p>
            if *n_more_matches > 0 {
                <p class="hit-card-more">{ words::more_matches(*n_more_matches) }</p>
            }
            if !props.hit.versions.is_empty() { <Versions ..props.clone() /> }
        </li>
    }
}

fn current(props: &HitCardProps, id: &str) -> Option<&'static str> {
    (props.open.as_deref() == Some(id)).then_some("true")
}

/// The other versions of a story: the first few, and the rest when asked for or when one of them is open.
#[component]
fn Versions(props: &HitCardProps) -> Html {
    use_language();
    let is_asked_for = use_state(|| false);
    let versions = &props.hit.versions;
    let is_hidden = |version: &&Version| current(props, &version.id).is_some();
    let opens = versions.iter().skip(N_VERSIONS).any(|version| is_hidden(&version));
    let n_shown = if *is_asked_for || opens { versions.len() } else { versions.len().min(N_VERSIONS) };
    let on_more = {
        let is_asked_for = is_asked_for.clone();
        move |_: MouseEvent| is_asked_for.set(true)
    };
    html! {
        <div class="hit-card-story">
            <p class="hit-card-versions-head">{ words::versions(versions.len() + 1) }</p>
            <ol role="list" class="hit-card-versions">
                { for versions.iter().take(n_shown).map(|version| draw_version(props, version)) }
            </ol>
            if n_shown < versions.len() {
                <button type="button" class="link-button" onclick={on_more}>
                    { words::more_versions(versions.len() - n_shown) }
                </button>
            }
        </div>
    }
}

fn draw_version(props: &HitCardProps, version: &Version) -> Html {
    let Version { id, title, outlet, published } = version;
    let href = props.navigation.location.reading(Some(id.clone())).to_hash();
    let compare = props.navigation.location.on(Page::Compare);
    let pair = [Some(props.hit.id.clone()), Some(id.clone())];
    let compare = compare.showing(ViewOptions { pair, ..ViewOptions::default() }).to_hash();
    html! {
        <li key={id.as_str()}>
            <h3 dir="auto">
                <a id={hit_id(id)} {href} aria-current={current(props, id)} onclick={follow}>
                    { if title.is_empty() { words::NO_TITLE.text() } else { title.as_str() } }
                </a>
            </h3>
            <p class="meta">
                <bdi>{ outlet.as_deref().unwrap_or(&words::NO_OUTLET) }</bdi>
                <DateStamp date={published.clone()} />
                <a href={compare}>{ words::COMPARE_THESE }</a>
            </p>
        </li>
    }
}

/// A link followed by the keyboard (no pointer clicked, so the click's count is 0) takes the focus along.
fn follow(event: MouseEvent) {
    if event.detail() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
        dom::focus(super::reader::READER_ID);
    }
}
