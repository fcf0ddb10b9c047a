//! One row of the strip: its bars, its brush, the bin of what has no date.
//!
//! A row is a slider whose value is a bar in words: arrow keys move through the bars, Shift with them
//! chooses a range; a pointer drags one.

use super::time_strip_scale::{Scale, percent};
use crate::key::Axis;
use crate::search::query::{DateRange, DaySpan};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{ExploreView, StripRow, StripView};
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

/// The id of the sentence that says how a row is used.
pub const STRIP_HELP_ID: &str = "time-strip-help";
/// The id of the pattern that guesses are drawn in.
pub const HATCH_ID: &str = "time-strip-hatch";
/// Height of the room for bars, in pixels; bars stand on its lower edge.
const BARS_PX: u32 = 30;
/// Height of the highest bar, in pixels: a little air stays above it.
const HIGHEST_PX: u32 = 27;
/// Height of the lowest bar, in pixels: fewer would not be seen.
const LOWEST_PX: u32 = 2;
/// How near the edge of a brush a pointer takes hold of it, in pixels: about half a fingertip.
const GRIP_PX: i32 = 9;
/// Bars that Page Up and Page Down pass.
const PAGE: isize = 10;

/// See [`TimeStripRow`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimeStripRowProps {
    /// The strip with all of its rows.
    pub explore: Rc<ExploreView>,
    /// Which row.
    pub axis: Axis,
    /// The slot that the pointer or the keys are at, on either row.
    pub pointed: Option<usize>,
    /// Called when they move.
    pub on_point: Callback<Option<usize>>,
    /// Called to zoom: in where true, else out.
    pub on_zoom: Callback<bool>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Chooses or clears the range of one row.
#[derive(Clone)]
struct Chooser {
    navigation: Navigation,
    axis: Axis,
}

impl Chooser {
    fn chosen(&self) -> Option<DateRange> {
        self.navigation.location.selection.range(self.axis)
    }

    /// Another range is a step one can go back from; a range that grows is not.
    fn choose(&self, range: Option<DateRange>, grows: bool) {
        let location = &self.navigation.location;
        let selection = location.selection.with_range(self.axis, range);
        if grows && self.chosen().is_some() {
            self.navigation.replace.emit(location.selecting(selection));
        } else if self.chosen() != range {
            self.navigation.select(selection);
        }
    }

    /// Chooses days, or clears them where they are chosen already.
    fn toggle(&self, days: Option<DaySpan>) {
        let range = days.map(DateRange::Days);
        self.choose(range.filter(|_| range != self.chosen()), false);
    }
}

/// One row of the strip.
#[component]
pub fn TimeStripRow(props: &TimeStripRowProps) -> Html {
    use_language();
    let TimeStripRowProps { explore, axis, pointed, on_point, on_zoom, navigation } = props;
    let strip = &explore.strip;
    let Some(row) = strip.rows.get(*axis as usize) else { return Html::default() };
    let scale = Rc::new(Scale::of(&strip.slots));
    let chooser = Chooser { navigation: navigation.clone(), axis: *axis };
    let plot = use_node_ref();
    let drag = use_drag(&plot, &scale, &chooser, on_point);
    let cursor = use_state_eq(|| None::<i32>);
    let at =
        cursor.and_then(|day| scale.bucket_of(day)).unwrap_or_else(|| resting_place(row, &scale, &chooser));
    let onkeydown = use_row_keys(at, &cursor, &scale, &chooser, on_point, on_zoom);
    let onfocus = on_point.reform(move |_: FocusEvent| Some(at));
    let onblur = on_point.reform(|_: FocusEvent| None);
    let brush = drag.days.or(match chooser.chosen() {
        Some(DateRange::Days(days)) => Some(days),
        _ => None,
    });
    let last = strip.slots.len().saturating_sub(1).to_string();
    html! {
        <div class="time-strip-row">
            <span class="time-strip-name" aria-hidden="true">{ words::axis(*axis) }</span>
            <svg ref={plot} class="time-strip-plot" tabindex="0" role="slider" aria-label={words::axis(*axis)}
                aria-valuemin="0" aria-valuemax={last} aria-valuenow={at.to_string()}
                aria-valuetext={value_text(strip, at, &chooser)} aria-describedby={STRIP_HELP_ID}
                onpointerdown={drag.down} onpointermove={drag.over} onpointerup={drag.up}
                onpointercancel={drag.cancel} onpointerleave={on_point.reform(|_| None)}
                {onkeydown} {onfocus} {onblur}>
                { brush.map(|days| draw_brush(&scale, days)).unwrap_or_default() }
                { pointed.map(|at| draw_pointed(&scale, at)).unwrap_or_default() }
                { draw_bands(row, &scale) }
                <rect class="time-strip-base" y={BARS_PX.to_string()} width="100%" height="1" />
                { for (0..row.bars.len()).map(|at| draw_bar(row, &scale, at)) }
                { draw_breaks(strip, &scale) }
            </svg>
            { draw_undated(row, &chooser) }
        </div>
    }
}

/// Where the keys begin: at the end of what is chosen, else at the highest bar.
fn resting_place(row: &StripRow, scale: &Scale, chooser: &Chooser) -> usize {
    if let Some(DateRange::Days(days)) = chooser.chosen() {
        return scale.bucket_of(days.last).unwrap_or_default();
    }
    let highest = row.bars.iter().enumerate().max_by_key(|(_, bar)| bar.n_articles());
    highest.map_or(0, |(at, _)| at)
}

fn value_text(strip: &StripView, at: usize, chooser: &Chooser) -> String {
    let bar = say_slot(strip, at).unwrap_or_default();
    match chooser.chosen() {
        Some(range) => words::with_range(&bar, &words::range(chooser.axis, range)),
        None => bar,
    }
}

/// What a slot holds, in words.
#[must_use]
pub fn say_slot(strip: &StripView, at: usize) -> Option<String> {
    let slot = strip.slots.get(at)?;
    if slot.is_break {
        return Some(words::strip_break(&words::days_in_words(slot.days)));
    }
    let bar = |axis: Axis| strip.rows.get(axis as usize)?.bars.get(at).copied();
    Some(words::strip_bar(&words::days_in_words(slot.days), bar(Axis::Published)?, bar(Axis::Mentioned)?))
}

fn draw_bar(row: &StripRow, scale: &Scale, at: usize) -> Html {
    let bar = row.bars[at];
    if bar.n_articles() == 0 {
        return Html::default();
    }
    let height = |n: u32| scaled(n, row.n_most, HIGHEST_PX).max(LOWEST_PX);
    let total = height(bar.n_articles());
    let guessed = if bar.n_certain == 0 { total } else { scaled(bar.n_guessed, bar.n_articles(), total) };
    let (x, width) = (percent(scale.left(at)), percent(scale.width(at, at + 1)));
    let part = |class: &'static str, height: u32, above: u32, fill: Option<String>| {
        if height == 0 {
            return Html::default();
        }
        html! {
            <rect {class} x={x.clone()} width={width.clone()} y={(BARS_PX - above - height).to_string()}
                height={height.to_string()} {fill} />
        }
    };
    html! {
        <>
            { part("time-strip-certain", total - guessed, 0, None) }
            { part("time-strip-guess", guessed, total - guessed, Some(["url(#", HATCH_ID, ")"].concat())) }
        </>
    }
}

/// A part of a height, rounded up so that little is never nothing.
fn scaled(n: u32, most: u32, height: u32) -> u32 {
    let scaled = (u64::from(n) * u64::from(height)).div_ceil(u64::from(most.max(1)));
    u32::try_from(scaled).unwrap_or(height).min(height)
}

/// What is longer than a bar, as a band over its length below the bars: darker where more articles share it.
fn draw_bands(row: &StripRow, scale: &Scale) -> Html {
    let mut bands = Vec::new();
    let mut from = 0;
    for at in 1..=row.bars.len() {
        let n = row.bars[from].n_spanning;
        if row.bars.get(at).is_some_and(|bar| bar.n_spanning == n) {
            continue;
        }
        if n > 0 {
            let share = 18 + scaled(n, row.n_most_spanning, 40);
            bands.push(html! {
                <rect class="time-strip-band" x={percent(scale.left(from))} width={percent(scale.width(from, at))}
                    y={(BARS_PX + 1).to_string()} height="3" fill-opacity={["0.", &share.to_string()].concat()} />
            });
        }
        from = at;
    }
    bands.into_iter().collect()
}

/// A zigzag through the base line where days are left out.
fn draw_breaks(strip: &StripView, scale: &Scale) -> Html {
    let breaks = strip.slots.iter().enumerate().filter(|(_, slot)| slot.is_break);
    let draw = |(at, slot): (usize, &crate::view::StripSlot)| {
        let (x, width) = (percent(scale.left(at)), percent(scale.width(at, at + 1)));
        html! {
            <svg class="time-strip-break" {x} y={(BARS_PX - 8).to_string()} {width} height="16" viewBox="0 0 40 16">
                <title>{ words::strip_break(&words::days_in_words(slot.days)) }</title>
                <rect x="-400" y="6" width="840" height="6" />
                <path d="M-400 8H8l4-6 8 12 8-12 4 6H440" />
            </svg>
        }
    };
    breaks.map(draw).collect()
}

fn draw_brush(scale: &Scale, days: DaySpan) -> Html {
    let (from, to) = (scale.day(days.first), scale.day(days.last.saturating_add(1)));
    if from >= to {
        return Html::default();
    }
    let edge = |at: u32| {
        html! { <line class="time-strip-edge" x1={percent(at)} x2={percent(at)} y1="0" y2="34" /> }
    };
    html! {
        <>
            <rect class="time-strip-brush" x={percent(from)} width={percent(to - from)} height="34" />
            { edge(from) }
            { edge(to) }
        </>
    }
}

fn draw_pointed(scale: &Scale, at: usize) -> Html {
    let (x, width) = (percent(scale.left(at)), percent(scale.width(at, at + 1)));
    html! { <rect class="time-strip-pointed" {x} {width} height="34" /> }
}

fn draw_undated(row: &StripRow, chooser: &Chooser) -> Html {
    let is_chosen = chooser.chosen() == Some(DateRange::Undated);
    if row.n_undated == 0 && !is_chosen {
        return html! { <span class="time-strip-undated" /> };
    }
    let chooser = chooser.clone();
    let onclick = move |_| {
        let range = (!is_chosen).then_some(DateRange::Undated);
        chooser.choose(range, false);
    };
    let height = scaled(row.n_undated, row.n_most.max(row.n_undated), HIGHEST_PX).max(LOWEST_PX);
    html! {
        <button type="button" class="time-strip-undated" aria-pressed={if is_chosen { "true" } else { "false" }}
            aria-label={words::undated_bin(row.axis, row.n_undated)} {onclick}>
            <svg width="10" height="31" aria-hidden="true">
                <rect class="time-strip-certain" y={(BARS_PX - height).to_string()} width="10" height={height.to_string()} />
                <rect class="time-strip-base" y={BARS_PX.to_string()} width="10" height="1" />
            </svg>
            <span>{ words::undated(row.n_undated) }</span>
        </button>
    }
}

#[hook]
fn use_row_keys(
    at: usize,
    cursor: &UseStateHandle<Option<i32>>,
    scale: &Rc<Scale>,
    chooser: &Chooser,
    on_point: &Callback<Option<usize>>,
    on_zoom: &Callback<bool>,
) -> Callback<KeyboardEvent> {
    // The end of the range that stays while Shift moves the other one.
    let anchor = use_mut_ref(|| None::<i32>);
    let (cursor, scale, chooser) = (cursor.clone(), scale.clone(), chooser.clone());
    let (on_point, on_zoom) = (on_point.clone(), on_zoom.clone());
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let day = |slot: usize| scale.days_between(slot, slot).map(|days| days.first);
        let step = match event.key().as_str() {
            "ArrowLeft" | "ArrowDown" => -1,
            "ArrowRight" | "ArrowUp" => 1,
            "PageDown" => -PAGE,
            "PageUp" => PAGE,
            "Home" => -(isize::MAX / 2),
            "End" => isize::MAX / 2,
            "Enter" | " " => {
                event.prevent_default();
                return chooser.toggle(scale.days_between(at, at));
            }
            "Delete" | "Backspace" => return chooser.choose(None, false),
            "+" | "=" => return on_zoom.emit(true),
            "-" => return on_zoom.emit(false),
            _ => return,
        };
        event.prevent_default();
        let next = scale.step(at, step);
        cursor.set(day(next));
        on_point.emit(Some(next));
        if event.shift_key() {
            let held = *anchor.borrow_mut().get_or_insert_with(|| day(at).unwrap_or_default());
            let from = scale.bucket_of(held).unwrap_or(at);
            chooser.choose(scale.days_between(from, next).map(DateRange::Days), true);
        } else {
            *anchor.borrow_mut() = None;
        }
    })
}

/// A range being dragged.
struct Drag {
    /// What would be chosen now.
    days: Option<DaySpan>,
    down: Callback<PointerEvent>,
    over: Callback<PointerEvent>,
    up: Callback<PointerEvent>,
    cancel: Callback<PointerEvent>,
}

#[hook]
fn use_drag(
    plot: &NodeRef,
    scale: &Rc<Scale>,
    chooser: &Chooser,
    on_point: &Callback<Option<usize>>,
) -> Drag {
    // The slot that stays; also told to events that come before the next drawing.
    let held = use_mut_ref(|| None::<usize>);
    let drawn = use_state_eq(|| None::<(usize, usize)>);
    let find = {
        let (plot, scale) = (plot.clone(), scale.clone());
        move |event: &PointerEvent| {
            let (x, width) = place_in(&plot.cast::<Element>()?, event);
            Some((scale.bucket_at(x, width)?, x, width))
        }
    };
    let down = {
        let (plot, scale, chooser, held, drawn, find) =
            (plot.clone(), scale.clone(), chooser.clone(), held.clone(), drawn.clone(), find.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((at, x, width)) = find(&event).filter(|_| event.button() == 0) else { return };
            if let Some(plot) = plot.cast::<Element>() {
                // Without capture a drag ends at the edge of the row, which harms nobody.
                let _ = plot.set_pointer_capture(event.pointer_id());
            }
            let anchor = opposite_end(&scale, &chooser, x, width).unwrap_or(at);
            *held.borrow_mut() = Some(anchor);
            drawn.set(Some((anchor, at)));
        })
    };
    let over = {
        let (held, drawn, find, on_point) = (held.clone(), drawn.clone(), find.clone(), on_point.clone());
        Callback::from(move |event: PointerEvent| {
            let Some((at, ..)) = find(&event) else { return };
            on_point.emit(Some(at));
            if let Some(anchor) = *held.borrow() {
                drawn.set(Some((anchor, at)));
            }
        })
    };
    let up = {
        let (scale, chooser, held, drawn) = (scale.clone(), chooser.clone(), held.clone(), drawn.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(anchor) = held.borrow_mut().take() else { return };
            drawn.set(None);
            if let Some((at, ..)) = find(&event) {
                chooser.toggle(scale.days_between(anchor, at));
            }
        })
    };
    let days = drawn.and_then(|(a, b)| scale.days_between(a, b));
    let cancel = Callback::from(move |_: PointerEvent| {
        *held.borrow_mut() = None;
        drawn.set(None);
    });
    Drag { days, down, over, up, cancel }
}

/// Where in an element a pointer is, in pixels from its left, and how wide the element is.
fn place_in(element: &Element, event: &PointerEvent) -> (i32, i32) {
    let bounds = element.get_bounding_client_rect();
    (event.client_x() - bounds.left() as i32, bounds.width() as i32)
}

/// The slot at the far end of the brush whose edge is under the pointer, so that an edge can be dragged.
fn opposite_end(scale: &Scale, chooser: &Chooser, x: i32, width: i32) -> Option<usize> {
    let Some(DateRange::Days(days)) = chooser.chosen() else { return None };
    let is_at = |place: u32| {
        let edge = i64::from(place) * i64::from(width) / 10_000;
        (edge - i64::from(x)).abs() <= i64::from(GRIP_PX)
    };
    let (from, to) = (scale.day(days.first), scale.day(days.last.saturating_add(1)));
    // A brush too short for two grips is begun anew.
    if i64::from(to - from) * i64::from(width) / 10_000 < 3 * i64::from(GRIP_PX) {
        return None;
    }
    match (is_at(from), is_at(to)) {
        (true, _) => scale.bucket_of(days.last),
        (_, true) => scale.bucket_of(days.first),
        _ => None,
    }
}
