//! What happened, to be read: when, the sentence that tells it, and who tells it.

use super::date_stamp::DateStamp;
use super::run_text::draw_runs;
use crate::search::url::Page;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::{tone, words};
use crate::view::{EventMark, EventView, Run, Source, TimelineView};
use std::rc::Rc;
use yew::prelude::*;

/// How many events the list shows at first and adds at each click.
const N_SHOWN: usize = 40;

/// See [`EventList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EventListProps {
    /// The timeline.
    pub view: Rc<TimelineView>,
    /// The event that is looked at.
    pub current: Option<u32>,
    /// How many events are shown at first.
    #[prop_or(N_SHOWN)]
    pub n_first: usize,
    /// Whether the newest come first.
    #[prop_or_default]
    pub is_newest_first: bool,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The id of an event in the list.
#[must_use]
pub fn event_id(at: u32) -> String {
    ["event-", &at.to_string()].concat()
}

/// What happened, to be read.
#[component]
pub fn EventList(props: &EventListProps) -> Html {
    use_language();
    let EventListProps { view, current, n_first, is_newest_first, navigation } = props;
    let n_asked = use_state(|| *n_first);
    let mut order: Vec<(u32, &EventView)> = (0u32..).zip(&view.events).collect();
    if *is_newest_first {
        order.reverse();
    }
    let place = order.iter().position(|(at, _)| *current == Some(*at));
    let n_shown = place.map_or(*n_asked, |place| (place + 1).max(*n_asked)).min(order.len());
    let n_more = u32::try_from((view.events.len() - n_shown).min(N_SHOWN)).unwrap_or(0);
    let on_more = move |_: MouseEvent| n_asked.set(n_shown + N_SHOWN);
    let event = |(at, event): (u32, &EventView)| {
        html! {
            <li key={at} id={event_id(at)} tabindex="-1" aria-current={(*current == Some(at)).then_some("true")}>
                { draw_event(event, navigation) }
            </li>
        }
    };
    html! {
        <section class="event-list" aria-label={words::EVENTS}>
            if view.events.is_empty() { <p class="none">{ words::NO_EVENTS_SHOWN }</p> }
            <ol role="list">{ for order.into_iter().take(n_shown).map(event) }</ol>
            if n_more > 0 {
                <button type="button" class="button" onclick={on_more}>{ words::show_more(n_more) }</button>
            }
        </section>
    }
}

fn draw_event(event: &EventView, navigation: &Navigation) -> Html {
    let told = words::told_by(event.n_stories, event.n_articles);
    let sources = event.sources.iter().map(|source| draw_source(source, navigation, event.sources.len() > 1));
    html! {
        <>
            <p class="event-list-when" data-tone="when">
                <time datetime={event.iso.clone()}>{ words::event_time(&event.iso, &event.label) }</time>
                if !event.is_certain { { " " }<span class="guess">{ words::GUESSED }</span> }
            </p>
            <p class="event-list-what" dir="auto">{ draw_marked(&event.runs, &event.marks, navigation) }</p>
            if event.sources.len() > 1 {
                <details>
                    <summary>{ told }</summary>
                    <ul role="list">{ for sources }</ul>
                </details>
            } else {
                <ul role="list">{ for sources }</ul>
            }
        </>
    }
}

/// A sentence whose names lead to their pages.
pub(super) fn draw_marked(runs: &[Run], marks: &[EventMark], navigation: &Navigation) -> Html {
    let mark = |at: u32, _: &[Run], text: Html| {
        let Some(mark) = marks.get(at as usize) else { return text };
        let tone = tone::of_kind(mark.kind);
        match mark.kind.zip(mark.slug.as_ref()) {
            Some((kind, slug)) => {
                let href = navigation.href(Page::Entity(kind, slug.clone()));
                html! { <a class="mark" data-tone={tone} {href}>{ text }</a> }
            }
            None => html! { <span class="mark" data-tone={tone}>{ text }</span> },
        }
    };
    draw_runs(runs, mark, |_, text| text)
}

pub(super) fn draw_source(source: &Source, navigation: &Navigation, has_text: bool) -> Html {
    let Source { article, title, outlet, published, text } = source;
    let href = navigation.location.reading(Some(article.clone())).to_hash();
    html! {
        <li class="event-list-source">
            if has_text { <p dir="auto">{ text }</p> }
            <p class="meta">
                <a {href} dir="auto">{ if title.is_empty() { words::NO_TITLE.text() } else { title.as_str() } }</a>
                <bdi>{ outlet.as_deref().unwrap_or(&words::NO_OUTLET) }</bdi>
                <DateStamp date={published.clone()} />
            </p>
        </li>
    }
}
