//! What happened around one name at a glance: a timeline of one lane, and the newest of it to be read.

use super::event_list::EventList;
use super::timeline_plot::{TimelinePlot, event_text};
use crate::search::url::Location;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::TimelineView;
use std::rc::Rc;
use yew::prelude::*;

/// Events to be read at first.
const N_READ: usize = 3;
/// Fewer make no picture.
const MIN_DRAWN: usize = 2;

/// See [`SmallTimeline`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SmallTimelineProps {
    /// The timeline, of one lane.
    pub view: Rc<TimelineView>,
    /// The width it was laid out for, in pixels.
    pub width_px: u32,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// What happened around one name.
#[component]
pub fn SmallTimeline(props: &SmallTimelineProps) -> Html {
    use_language();
    let SmallTimelineProps { view, width_px, navigation } = props;
    let current = use_state_eq(|| None::<u32>);
    {
        let current = current.setter();
        use_effect_with(view.clone(), move |_| current.set(None));
    }
    let on_current = {
        let current = current.setter();
        Callback::from(move |at: Option<u32>| current.set(at))
    };
    let looked_at = current.and_then(|at| view.events.get(at as usize));
    let all = Location { zoom: None, ..(*navigation.location).clone() };
    html! {
        <div class="small-timeline">
            if view.events.len() >= MIN_DRAWN || navigation.location.zoom.is_some() {
                <TimelinePlot view={view.clone()} width_px={*width_px} current={*current} {on_current} navigation={navigation.clone()} />
                <p class="unseen" aria-live="polite">{ looked_at.map(event_text).unwrap_or_default() }</p>
            }
            if navigation.location.zoom.is_some() {
                <p><a class="link-button" href={all.to_hash()}>{ words::ALL_DATES }</a></p>
            }
            <EventList view={view.clone()} current={*current} n_first={N_READ} is_newest_first={true} navigation={navigation.clone()} />
        </div>
    }
}
