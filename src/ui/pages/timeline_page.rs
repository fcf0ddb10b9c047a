//! What happened when: the picture, the list beside it, the table below.

use crate::engine::protocol::Ask;
use crate::search::url::{LaneBy, Location, ViewOptions};
use crate::ui::hooks::{EngineHandle, Navigation, use_language, use_width};
use crate::ui::parts::{
    DataTable, EmptyNote, EventList, TIMELINE_ID, TakeAway, TimelinePlot, ViewPage, draw_awaited, event_text,
    zoomed,
};
use crate::ui::words;
use crate::view::{EventView, Export, TimelineView, TimelineWindow};
use std::rc::Rc;
use yew::prelude::*;

/// The forms of the timeline's data.
const EXPORTS: [Export; 3] = [Export::TimelineMarkdown, Export::TimelineCsv, Export::TimelineJson];

/// See [`TimelinePage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelinePageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// What happened when.
#[component]
pub fn TimelinePage(props: &TimelinePageProps) -> Html {
    use_language();
    let TimelinePageProps { engine, navigation } = props;
    let location = &navigation.location;
    let room = use_node_ref();
    let width_px = use_width(&room);
    let current = use_state_eq(|| None::<u32>);
    let asked = (location.selection.clone(), location.options.lanes, location.zoom, width_px);
    {
        let (ask, current) = (engine.ask.clone(), current.setter());
        use_effect_with(asked, move |(selection, lanes, zoom, width_px)| {
            let window = TimelineWindow { zoom: *zoom, width_px: *width_px };
            ask.emit(Ask::Timeline { selection: selection.clone(), lanes: *lanes, window });
            current.set(None);
        });
    }
    let on_current = {
        let current = current.clone();
        Callback::from(move |at: Option<u32>| current.set(at))
    };
    let view = engine.state.timeline.clone();
    let body = match view.filter(|view| view.shown.is_some()) {
        Some(view) => html! {
            <div class="timeline-page-columns">
                <div class="timeline-page-picture">
                    { draw_tools(&view, navigation) }
                    <TimelinePlot view={view.clone()} {width_px} current={*current} {on_current} navigation={navigation.clone()} />
                    <p class="unseen" aria-live="polite">{ current.and_then(|at| view.events.get(at as usize)).map(say).unwrap_or_default() }</p>
                    { draw_foot(&view) }
                </div>
                <EventList view={view} current={*current} navigation={navigation.clone()} />
            </div>
        },
        None if engine.state.timeline.is_some() && !engine.state.status.is_filling() => html! {
            <EmptyNote title={words::NO_EVENTS_TITLE} body={words::NO_EVENTS_BODY} />
        },
        None => draw_awaited(&engine.state),
    };
    let tools = html! {
        <>
            { draw_lane_menu(navigation) }
            <TakeAway drawing={TIMELINE_ID} exports={EXPORTS.to_vec()} engine={engine.clone()} navigation={navigation.clone()} />
        </>
    };
    html! {
        <ViewPage class="timeline-page" title={words::TIMELINE} {tools} ruler={room} engine={engine.clone()} navigation={navigation.clone()}>
            { body }
        </ViewPage>
    }
}

fn say(event: &EventView) -> String {
    [
        words::event_time(&event.iso, &event.label).as_str(),
        ": ",
        &event_text(event),
        ". ",
        &words::told_by(event.n_stories, event.n_articles),
    ]
    .concat()
}

fn draw_lane_menu(navigation: &Navigation) -> Html {
    let options = &navigation.location.options;
    let choice = |by: LaneBy| {
        let navigation = navigation.clone();
        let is_chosen = options.lanes == by;
        let next = ViewOptions { lanes: by, ..options.clone() };
        let onclick = move |_: MouseEvent| navigation.show(next.clone(), true);
        html! {
            <button type="button" class="button" aria-pressed={if is_chosen { "true" } else { "false" }} {onclick}>
                { words::lane_by(by) }
            </button>
        }
    };
    html! {
        <div class="choice" role="group" aria-label={words::LANES}>
            <span aria-hidden="true">{ words::LANES }</span>
            { for LaneBy::ALL.into_iter().map(choice) }
        </div>
    }
}

fn draw_tools(view: &TimelineView, navigation: &Navigation) -> Html {
    let Some((shown, whole)) = view.shown.zip(view.whole) else { return Html::default() };
    let [n_earlier, n_later] = view.n_outside;
    let go = |zoom| Location { zoom, ..(*navigation.location).clone() };
    let outside = |n: u32, name: String| {
        let to = go(Some(whole)).to_hash();
        if n == 0 {
            html! { <span /> }
        } else {
            html! { <a href={to}>{ name }</a> }
        }
    };
    let button = |name: words::Phrase, sign: &'static str, is_in: bool| {
        let next = zoomed(shown, whole, is_in);
        let (push, to) = (navigation.push.clone(), go(next));
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} disabled={next.is_none()}
                onclick={move |_| push.emit(to.clone())}>{ sign }</button>
        }
    };
    html! {
        <div class="timeline-page-tools">
            { outside(n_earlier, words::earlier(n_earlier)) }
            <div class="timeline-page-zoom">
                if navigation.location.zoom.is_some() {
                    <a class="link-button" href={go(None).to_hash()}>{ words::ALL_DATES }</a>
                }
                { button(words::ZOOM_OUT, "−", false) }
                { button(words::ZOOM_IN, "+", true) }
            </div>
            { outside(n_later, words::later(n_later)) }
        </div>
    }
}

fn draw_foot(view: &Rc<TimelineView>) -> Html {
    let row = |event: &EventView| {
        vec![
            html! { <time datetime={event.iso.clone()}>{ words::event_time(&event.iso, &event.label) }</time> },
            html! { <bdi>{ event_text(event) }</bdi> },
            words::number(event.n_stories.into()).into(),
            words::number(event.n_articles.into()).into(),
        ]
    };
    html! {
        <>
            <p class="view-page-counts">
                { words::timeline_counts(view.n_events, view.n_statements, view.n_undated) }
                if view.events.iter().any(|event| !event.is_certain) { { "; " }{ words::TIMELINE_KEY } }
                if view.n_left_out > 0 { { ". " }{ words::events_left_out(view.n_left_out) } }
            </p>
            <DataTable columns={words::TIMELINE_COLUMNS.to_vec()} rows={view.events.iter().map(row).collect::<Vec<_>>()} />
        </>
    }
}
