//! The picture of the timeline: lanes of events on an axis of time that is dragged, pinched and zoomed.

use super::event_list::event_id;
use crate::search::query::{DaySpan, Selection};
use crate::search::url::{Location, Page};
use crate::ui::hooks::{Gesture, Navigation, use_gestures, use_language};
use crate::ui::{dom, tone, words};
use crate::view::{EventView, LABEL_GAP_PX, Lane, LaneMark, LaneOf, TimelineView, point_radius};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the drawing, and the name of its files.
pub const TIMELINE_ID: &str = "timeline";
const HATCH_ID: &str = "timeline-hatch";
const HELP_ID: &str = "timeline-help";
/// Height of the axis, of a lane's name, of a row and of the air below a lane, in pixels.
const AXIS_PX: u32 = 26;
const NAME_PX: u32 = 24;
const ROW_PX: u32 = 22;
const AIR_PX: u32 = 10;
/// The middle of a point and the base of the words in a row, in pixels from its top.
const POINT_Y: u32 = 10;
const TEXT_Y: u32 = 14;
/// The top of a bar below the words, in pixels from that of the row.
const BAR_Y: u32 = 18;
/// How far one step zooms, and what part of the picture Page Up and Page Down pass.
const ZOOM_STEP: f64 = 2.0;
const PAGE_PART: f64 = 0.5;

/// See [`TimelinePlot`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TimelinePlotProps {
    /// The timeline.
    pub view: Rc<TimelineView>,
    /// The width it was laid out for, in pixels.
    pub width_px: u32,
    /// The event that is looked at, by its place in the list.
    pub current: Option<u32>,
    /// Called when another is looked at.
    pub on_current: Callback<Option<u32>>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// A stretch of the axis in days, as fine as a pointer moves.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stretch {
    from: f64,
    to: f64,
}

impl Stretch {
    fn of(days: DaySpan) -> Self {
        Self { from: days.first.into(), to: f64::from(days.last) + 1.0 }
    }

    fn length(self) -> f64 {
        self.to - self.from
    }

    fn after(self, gesture: Gesture, width: f64) -> Self {
        match gesture {
            Gesture::Pan(dx, _) => {
                let days = -dx / width * self.length();
                Self { from: self.from + days, to: self.to + days }
            }
            Gesture::Zoom(factor, x, _) => {
                let middle = self.from + x / width * self.length();
                let end = |at: f64| middle + (at - middle) / factor;
                Self { from: end(self.from), to: end(self.to) }
            }
            Gesture::End => self,
        }
    }

    /// The whole days nearest to it, where that is another stretch than before; at least one day.
    fn to_days(self, before: DaySpan) -> DaySpan {
        #[expect(clippy::cast_possible_truncation, reason = "days of ten thousand years fit")]
        let day = |at: f64| at.round() as i32;
        let (first, last) = (day(self.from), (day(self.to) - 1).max(day(self.from)));
        let days = DaySpan::new(first, last);
        let is_closer = self.length() < Self::of(before).length();
        match days == before {
            true if is_closer && last > first => DaySpan::new(first, last - 1),
            _ => days,
        }
    }
}

/// Goes to another stretch of time. The first step can be gone back from, the steps of one gesture need not.
fn zoom_to(navigation: &Navigation, zoom: Option<DaySpan>) {
    let location = &navigation.location;
    let next = Location { zoom, ..(**location).clone() };
    if location.zoom.is_some() && zoom.is_some() {
        navigation.replace.emit(next)
    } else {
        navigation.push.emit(next)
    }
}

/// The picture of the timeline.
#[component]
pub fn TimelinePlot(props: &TimelinePlotProps) -> Html {
    use_language();
    let TimelinePlotProps { view, width_px, current, on_current, navigation } = props;
    let plot = use_node_ref();
    let moving = use_state_eq(|| None::<Stretch>);
    let shown = view.shown.unwrap_or(DaySpan::EVER);
    // An answer that has arrived is drawn where it stands.
    {
        let moving = moving.setter();
        use_effect_with(view.clone(), move |_| moving.set(None));
    }
    let on_gesture = use_moves(shown, f64::from(*width_px), &moving, navigation);
    use_gestures(&plot, false, on_gesture.clone());
    let onkeydown = use_plot_keys(props, &on_gesture);
    let name_px = name_height(&view.lanes);
    let lanes = place_lanes(&view.lanes, name_px);
    let height = lanes.last().map_or(AXIS_PX, |(_, end)| *end);
    let still = Stretch::of(shown);
    let transform = moving.map(|now| {
        let factor = still.length() / now.length();
        let dx = (still.from - now.from) / now.length() * f64::from(*width_px);
        format!("matrix({factor} 0 0 1 {dx} 0)")
    });
    html! {
        <>
            <p class="unseen" id={HELP_ID}>{ words::TIMELINE_HELP }</p>
            <svg ref={plot} id={TIMELINE_ID} class="timeline-plot" data-tone="when" tabindex="0" role="group"
                aria-label={words::TIMELINE} aria-describedby={HELP_ID} width={width_px.to_string()}
                height={height.to_string()} viewBox={format!("0 0 {width_px} {height}")} {onkeydown}>
                { draw_hatch() }
                <rect class="timeline-ground" width="100%" height="100%" />
                <g transform={transform}>
                    <Marks view={view.clone()} {height} current={*current} on_current={on_current.clone()} />
                </g>
                if name_px > 0 {
                    { for view.lanes.iter().zip(&lanes).map(|(lane, (top, _))| draw_name(lane, *top, *width_px, navigation)) }
                }
            </svg>
        </>
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct MarksProps {
    view: Rc<TimelineView>,
    height: u32,
    current: Option<u32>,
    on_current: Callback<Option<u32>>,
}

/// Ticks and events, drawn once wherever the axis is moved.
#[component]
fn Marks(props: &MarksProps) -> Html {
    use_language();
    let MarksProps { view, height, current, on_current } = props;
    let name_px = name_height(&view.lanes);
    let lanes = place_lanes(&view.lanes, name_px);
    html! {
        <>
            { for view.ticks.iter().map(|tick| draw_tick(tick, *height)) }
            { for view.lanes.iter().zip(&lanes).map(|(lane, (top, _))| html! {
                <g>{ for lane.marks.iter().map(|mark| draw_mark(view, mark, top + name_px, *current, on_current)) }</g>
            }) }
        </>
    }
}

/// The height of a lane's name in pixels; a lane alone that is no one's has none.
fn name_height(lanes: &[Lane]) -> u32 {
    if let [Lane { of: LaneOf::Rest, .. }] = lanes { 0 } else { NAME_PX }
}

/// Where each lane begins and ends, in pixels from the top.
fn place_lanes(lanes: &[Lane], name_px: u32) -> Vec<(u32, u32)> {
    let mut top = AXIS_PX;
    let place = |lane: &Lane| {
        let start = top;
        top += name_px + lane.n_rows * ROW_PX + AIR_PX;
        (start, top)
    };
    lanes.iter().map(place).collect()
}

fn draw_hatch() -> Html {
    html! {
        <defs>
            <pattern id={HATCH_ID} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect class="timeline-hatch-ground" width="4" height="4" />
                <rect class="timeline-hatch-line" width="1.6" height="4" />
            </pattern>
        </defs>
    }
}

fn draw_tick(tick: &crate::view::TimeTick, height: u32) -> Html {
    let x = tick.x.to_string();
    html! {
        <g class="timeline-tick" data-major={tick.is_major.then_some("true")}>
            <line x1={x.clone()} x2={x.clone()} y1={(AXIS_PX - 8).to_string()} y2={height.to_string()} />
            <text x={(tick.x + 4.0).to_string()} y="15">{ words::tick(&tick.text) }</text>
        </g>
    }
}

fn draw_name(lane: &Lane, top: u32, width_px: u32, navigation: &Navigation) -> Html {
    let selection = &navigation.location.selection;
    let narrowed = |selection: Selection| navigation.location.selecting(selection).to_hash();
    let (href, tone) = match &lane.of {
        LaneOf::Entity(kind, slug) => {
            let is_chosen = selection.choice(kind.facet()).with.contains(slug);
            let href = match is_chosen {
                true => navigation.href(Page::Entity(*kind, slug.clone())),
                false => narrowed(selection.toggled(kind.facet(), slug)),
            };
            (Some(href), tone::of_kind(Some(*kind)))
        }
        LaneOf::Article(id) => (Some(navigation.location.reading(Some(id.clone())).to_hash()), "words"),
        LaneOf::Rest => (None, "words"),
    };
    let name = if lane.label.is_empty() { words::REST.text() } else { &lane.label };
    let text = html! {
        <text class="timeline-name" x="0" y={(top + 17).to_string()} data-tone={tone}>
            { name }<tspan class="timeline-count" dx="6">{ words::number(lane.n_events.into()) }</tspan>
        </text>
    };
    html! {
        <g>
            <line class="timeline-rule" x2={width_px.to_string()} y1={top.to_string()} y2={top.to_string()} />
            if let Some(href) = href { <a {href}>{ text }</a> } else { { text } }
        </g>
    }
}

fn draw_mark(
    view: &TimelineView,
    mark: &LaneMark,
    top: u32,
    current: Option<u32>,
    on_current: &Callback<Option<u32>>,
) -> Html {
    let Some(event) = view.events.get(mark.event as usize) else { return Html::default() };
    let y = top + mark.row * ROW_PX;
    let at = mark.event;
    let onclick = on_current.reform(move |_: MouseEvent| {
        dom::focus(&event_id(at));
        Some(at)
    });
    let fill = (!event.is_certain).then(|| ["url(#", HATCH_ID, ")"].concat());
    let shape = match mark.width {
        Some(width) => html! {
            <rect class="timeline-bar" x={mark.x.to_string()} y={(y + BAR_Y).to_string()} width={width.to_string()} height="3.5" rx="1.5" {fill} />
        },
        None => html! {
            <circle class="timeline-point" cx={mark.x.to_string()} cy={(y + POINT_Y).to_string()} r={point_radius(event.n_stories).to_string()} {fill} />
        },
    };
    let away = point_radius(event.n_stories) as f32 + LABEL_GAP_PX;
    let (start, text_x, anchor) = match (mark.width, mark.is_left) {
        (Some(_), _) => (mark.x, mark.x, None),
        (None, false) => (mark.x - 11.0, mark.x + away, None),
        (None, true) => (mark.x - 11.0, mark.x - away, Some("end")),
    };
    html! {
        <g class="timeline-mark" data-current={(current == Some(at)).then_some("true")}
            data-guess={(!event.is_certain).then_some("true")} {onclick}>
            <title>{ [words::event_time(&event.iso, &event.label).as_str(), ": ", &event_text(event)].concat() }</title>
            <rect class="timeline-touch" x={start.to_string()} y={y.to_string()} height={ROW_PX.to_string()}
                width={mark.width.unwrap_or(22.0).max(22.0).to_string()} />
            { shape }
            if !mark.label.is_empty() {
                <text x={text_x.to_string()} y={(y + TEXT_Y).to_string()} text-anchor={anchor}>{ &mark.label }</text>
            }
        </g>
    }
}

/// The sentence of an event as text.
#[must_use]
pub fn event_text(event: &EventView) -> String {
    event.runs.iter().map(|run| run.text.as_str()).collect()
}

/// Follows gestures while they last and goes where they end.
#[hook]
fn use_moves(
    shown: DaySpan,
    width: f64,
    moving: &UseStateHandle<Option<Stretch>>,
    navigation: &Navigation,
) -> Callback<Gesture> {
    // Also told to gestures that come before the next drawing.
    let held = use_mut_ref(|| None::<Stretch>);
    let (moving, navigation) = (moving.setter(), navigation.clone());
    Callback::from(move |gesture: Gesture| {
        let now = held.borrow().unwrap_or(Stretch::of(shown)).after(gesture, width);
        if gesture == Gesture::End {
            *held.borrow_mut() = None;
            zoom_to(&navigation, Some(now.to_days(shown)));
        } else {
            *held.borrow_mut() = Some(now);
            moving.set(Some(now));
        }
    })
}

#[hook]
fn use_plot_keys(props: &TimelinePlotProps, on_gesture: &Callback<Gesture>) -> Callback<KeyboardEvent> {
    let TimelinePlotProps { view, width_px, current, on_current, .. } = props.clone();
    let on_gesture = on_gesture.clone();
    let width = f64::from(width_px);
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let last = u32::try_from(view.events.len()).unwrap_or(0).saturating_sub(1);
        let go = |gesture: Gesture| {
            on_gesture.emit(gesture);
            on_gesture.emit(Gesture::End);
        };
        let look = |at: u32| {
            if !view.events.is_empty() {
                on_current.emit(Some(at));
            }
        };
        match event.key().as_str() {
            "ArrowLeft" | "ArrowUp" => look(current.map_or(last, |at| at.saturating_sub(1))),
            "ArrowRight" | "ArrowDown" => look(current.map_or(0, |at| (at + 1).min(last))),
            "Home" => look(0),
            "End" => look(last),
            "PageUp" => go(Gesture::Pan(width * PAGE_PART, 0.0)),
            "PageDown" => go(Gesture::Pan(-width * PAGE_PART, 0.0)),
            "+" | "=" => go(Gesture::Zoom(ZOOM_STEP, width / 2.0, 0.0)),
            "-" => go(Gesture::Zoom(1.0 / ZOOM_STEP, width / 2.0, 0.0)),
            "Enter" | " " => {
                if let Some(at) = current {
                    dom::focus(&event_id(at));
                }
            }
            _ => return,
        }
        event.prevent_default();
    })
}

/// The stretch that buttons lead to: closer where true, else farther.
#[must_use]
pub fn zoomed(shown: DaySpan, whole: DaySpan, is_in: bool) -> Option<DaySpan> {
    let middle = Gesture::Zoom(if is_in { ZOOM_STEP } else { 1.0 / ZOOM_STEP }, 0.5, 0.0);
    let next = Stretch::of(shown).after(middle, 1.0).to_days(shown);
    let is_farthest =
        next.first <= whole.first && whole.last <= next.last && !is_in && shown.n_days() > whole.n_days();
    (!is_farthest && next != shown).then_some(next)
}
