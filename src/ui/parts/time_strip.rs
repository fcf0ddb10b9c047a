//! The strip of dates under the masthead: when the articles were published, and which dates they speak of.

use super::time_strip_axis::draw_axis;
use super::time_strip_row::{HATCH_ID, STRIP_HELP_ID, TimeStripRow, say_slot};
use crate::key::Axis;
use crate::search::query::{DateRange, DaySpan};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{ExploreView, StripUnit, StripView};
use std::rc::Rc;
use yew::prelude::*;

/// The id by which the button on narrow screens names what it opens.
const ROWS_ID: &str = "time-strip-rows";
/// The fewest slots that can still be zoomed into.
const MIN_SLOTS: usize = 24;

/// See [`TimeStrip`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimeStripProps {
    /// The strip, with the list it belongs to.
    pub explore: Rc<ExploreView>,
    /// How wide its rows are, about, in pixels.
    pub width_px: u32,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The strip of dates. Draws nothing where no article has a date.
#[component]
pub fn TimeStrip(props: &TimeStripProps) -> Html {
    use_language();
    let TimeStripProps { explore, width_px, navigation } = props;
    let strip = &explore.strip;
    let pointed = use_state_eq(|| None::<usize>);
    let is_open = use_state_eq(|| false);
    let Some(shown) = strip.shown.filter(|_| !strip.slots.is_empty()) else { return Html::default() };
    let on_point = {
        let pointed = pointed.clone();
        Callback::from(move |at: Option<usize>| pointed.set(at))
    };
    let closer = zoom_in(strip, shown, navigation, *pointed);
    let on_zoom = {
        let navigation = navigation.clone();
        let (closer, farther) = (closer, zoom_out(strip, shown, &navigation));
        Callback::from(move |is_in: bool| {
            if let Some(zoom) = if is_in { closer.map(Some) } else { farther } {
                navigation.push.emit(crate::search::url::Location { zoom, ..(*navigation.location).clone() });
            }
        })
    };
    let row = |axis: Axis| {
        html! {
            <TimeStripRow key={axis.param()} explore={explore.clone()} {axis} pointed={*pointed}
                on_point={on_point.clone()} on_zoom={on_zoom.clone()} navigation={navigation.clone()} />
        }
    };
    let whole = words::strip_caption(&words::days_in_words(shown), strip.unit);
    let caption = pointed.and_then(|at| say_slot(strip, at)).unwrap_or_else(|| whole.clone());
    let toggle = {
        let is_open = is_open.clone();
        move |_| is_open.set(!*is_open)
    };
    html! {
        <div class="time-strip" role="group" aria-label={words::STRIP} data-tone="when"
            data-open={is_open.then_some("true")}>
            <button type="button" class="time-strip-toggle" aria-controls={ROWS_ID}
                aria-expanded={if *is_open { "true" } else { "false" }} onclick={toggle}>
                <span>{ words::STRIP }</span><span>{ words::days_in_words(shown) }</span>
            </button>
            <div class="time-strip-rows" id={ROWS_ID}>
                { draw_hatch() }
                <p class="unseen" id={STRIP_HELP_ID}>{ words::STRIP_HELP }</p>
                { for Axis::ALL.into_iter().map(row) }
                { draw_axis(strip, *width_px) }
                <div class="time-strip-foot">
                    <p class="time-strip-caption" aria-hidden="true">{ caption }</p>
                    { draw_zoom(navigation, closer.is_some(), &on_zoom) }
                </div>
            </div>
        </div>
    }
}

/// The pattern of a guess: slanted lines.
fn draw_hatch() -> Html {
    html! {
        <svg class="unseen" aria-hidden="true">
            <defs>
                <pattern id={HATCH_ID} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="time-strip-hatch-ground" width="5" height="5" />
                    <rect class="time-strip-certain" width="2" height="5" />
                </pattern>
            </defs>
        </svg>
    }
}

fn draw_zoom(navigation: &Navigation, can_zoom_in: bool, on_zoom: &Callback<bool>) -> Html {
    let is_zoomed = navigation.location.zoom.is_some();
    let button = |name: words::Phrase, sign: &'static str, is_in: bool, is_possible: bool| {
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} disabled={!is_possible}
                onclick={on_zoom.reform(move |_| is_in)}>{ sign }</button>
        }
    };
    let navigation = navigation.clone();
    let all = move |_| {
        navigation.push.emit(crate::search::url::Location { zoom: None, ..(*navigation.location).clone() });
    };
    html! {
        <div class="time-strip-zoom">
            if is_zoomed {
                <button type="button" class="link-button" onclick={all}>{ words::ALL_DATES }</button>
            }
            { button(words::ZOOM_OUT, "−", false, is_zoomed) }
            { button(words::ZOOM_IN, "+", true, can_zoom_in) }
        </div>
    }
}

/// The days to show next: what is chosen with a margin, else the half around what is pointed at.
fn zoom_in(strip: &StripView, shown: DaySpan, navigation: &Navigation, at: Option<usize>) -> Option<DaySpan> {
    let n_slots = strip.slots.len();
    if strip.unit == StripUnit::Day && n_slots <= MIN_SLOTS {
        return None;
    }
    let selection = &navigation.location.selection;
    let chosen = Axis::ALL.into_iter().find_map(|axis| match selection.range(axis) {
        Some(DateRange::Days(days)) if days.overlaps(shown) => Some(with_margin(days)),
        _ => None,
    });
    if let Some(chosen) = chosen.filter(|chosen| chosen.n_days() < shown.n_days()) {
        return Some(chosen);
    }
    let middle = at.unwrap_or(n_slots / 2);
    let from = middle.saturating_sub(n_slots / 4);
    let to = (middle + n_slots / 4).min(n_slots - 1);
    Some(DaySpan::new(strip.slots.get(from)?.days.first, strip.slots.get(to)?.days.last))
}

/// An eighth more on either side, so that the edges of a choice can be seen and held.
fn with_margin(days: DaySpan) -> DaySpan {
    let margin = i32::try_from(days.n_days() / 8).unwrap_or(0);
    DaySpan::new(days.first.saturating_sub(margin), days.last.saturating_add(margin))
}

/// Twice the days around the same middle; no zoom at all where that is everything; nothing where it is so already.
fn zoom_out(strip: &StripView, shown: DaySpan, navigation: &Navigation) -> Option<Option<DaySpan>> {
    navigation.location.zoom?;
    let margin = i32::try_from(shown.n_days() / 2).unwrap_or(i32::MAX);
    let wider = DaySpan::new(shown.first.saturating_sub(margin), shown.last.saturating_add(margin));
    let is_all = strip.whole.is_none_or(|whole| wider.first <= whole.first && whole.last <= wider.last);
    Some((!is_all).then_some(wider))
}
