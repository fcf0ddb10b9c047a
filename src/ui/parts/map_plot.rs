//! The picture of the map: places as circles on the outlines of countries; dragged, pinched, wheeled and walked with keys.

use super::map_ground::MapGround;
use super::map_lens::{MapLens, Seen, use_map_lens};
use crate::search::url::ViewOptions;
use crate::ui::hooks::{Navigation, use_gestures, use_language};
use crate::ui::order::{order_of, sorted};
use crate::ui::words;
use crate::view::{MapCircle, MapPlace, MapView, NameSeat, Seat, level_of, place_names, radius_of, scale_of};
use std::cmp::Reverse;
use std::rc::Rc;
use yew::prelude::*;

/// The id of the drawing, and the name of its files.
pub const MAP_ID: &str = "map";
const HELP_ID: &str = "map-help";
/// The least and the most height of the picture against its width, and its least and most in pixels.
const RATIOS: (f64, f64) = (0.48, 0.66);
const HEIGHTS: (f64, f64) = (320.0, 720.0);
/// How far the picture is zoomed by one step, and the part of it that it is moved by one.
const ZOOM_STEP: f64 = 1.5;
const MOVE_STEP: f64 = 0.15;
/// A circle with at least this radius has room for its number, in pixels.
const NUMBER_RADIUS: f64 = 10.0;
/// Names written at most: more are no help, and a moving map has a few milliseconds for them.
const N_NAMES: usize = 100;
/// Circles so far beside the picture are drawn with it, in pixels, to be there when it is moved.
const MARGIN_PX: f64 = 96.0;
/// The least radius that a finger finds, in pixels.
const TOUCH_RADIUS: f64 = 12.0;

/// See [`MapPlot`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MapPlotProps {
    /// The map.
    pub view: Rc<MapView>,
    /// How wide the picture is, in pixels.
    pub width_px: u32,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// A circle in the part that is seen.
struct Drawn<'a> {
    circle: MapCircle,
    place: &'a MapPlace,
    x: f64,
    y: f64,
    radius: f64,
    is_looked: bool,
}

/// The picture of the map.
#[component]
pub fn MapPlot(props: &MapPlotProps) -> Html {
    use_language();
    let MapPlotProps { view, width_px, navigation } = props;
    let plot = use_node_ref();
    let walked = use_state_eq(|| None::<u32>);
    let width = f64::from(*width_px);
    let height = find_height(view, width);
    let lens = use_map_lens(view, navigation, width, height);
    use_gestures(&plot, true, lens.on_gesture.clone());
    let seen = lens.seen;
    let laid = use_laid(&lens);
    let drawn = find_drawn(view, seen, 0.0, navigation.location.options.place.as_deref());
    let onkeydown = use_map_keys(props, &walked, &lens, &drawn);
    let ondblclick = {
        let (lens, view) = (lens.clone(), view.clone());
        move |event: MouseEvent| {
            let at = (f64::from(event.offset_x()), f64::from(event.offset_y()));
            lens.go.emit(seen.zoomed(ZOOM_STEP * ZOOM_STEP, at, &view));
        }
    };
    let said = drawn.iter().find(|it| Some(it.circle.places[0]) == *walked).map(say);
    let step = seen.scale / f64::from(view.grid.max(f32::MIN_POSITIVE));
    let (left, top) = seen.place(0.0, 0.0);
    let is_world = !view.globe.is_empty();
    html! {
        <>
            <p class="unseen" id={HELP_ID}>{ words::MAP_HELP }</p>
            <div class="map-frame">
                <svg ref={plot} id={MAP_ID} class="map-plot" data-tone="where" tabindex="0" role="group" aria-label={words::MAP}
                    aria-describedby={HELP_ID} width={width_px.to_string()} height={height.to_string()}
                    viewBox={format!("0 0 {width_px} {height}")} {onkeydown} {ondblclick}>
                    <rect class="map-space" width="100%" height="100%" />
                    if !is_world { <rect class="map-sea" width="100%" height="100%" /> }
                    <g transform={format!("matrix({step:.6} 0 0 {step:.6} {left:.2} {top:.2})")}>
                        <MapGround view={view.clone()} />
                    </g>
                    <g transform={laid.way_to(seen)}>
                        <Circles view={view.clone()} seen={laid} walked={*walked} navigation={navigation.clone()} />
                    </g>
                    if drawn.is_empty() {
                        <text class="map-nothing" x={pixels(width / 2.0)} y={pixels(height / 2.0)} text-anchor="middle">{ words::NOTHING_HERE }</text>
                    }
                </svg>
                { draw_tools(&lens, view) }
            </div>
            <p class="unseen" aria-live="polite">{ said }</p>
            { draw_members(&drawn, view, &lens, navigation) }
        </>
    }
}

/// The part that circles were last laid out for: while the map is only moved, all of them are moved at once, and none
/// is drawn anew until the next come into sight.
#[hook]
fn use_laid(lens: &MapLens) -> Seen {
    let held = use_mut_ref(|| lens.seen);
    let (now, before) = (lens.seen, *held.borrow());
    let is_kept = lens.is_moving && before.is_beside(now, MARGIN_PX);
    let laid = if is_kept { before } else { now };
    *held.borrow_mut() = laid;
    laid
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct CirclesProps {
    view: Rc<MapView>,
    seen: Seen,
    walked: Option<u32>,
    navigation: Navigation,
}

/// Circles and names, drawn anew only where they change among themselves.
#[component]
fn Circles(props: &CirclesProps) -> Html {
    use_language();
    let CirclesProps { view, seen, walked, navigation } = props;
    let drawn = find_drawn(view, *seen, MARGIN_PX, navigation.location.options.place.as_deref());
    let names = find_names(&drawn, *walked, *seen);
    html! {
        <>
            { for drawn.iter().rev().map(|it| draw_circle(it, *walked, navigation)) }
            { for drawn.iter().zip(&names).map(|(it, name)| draw_name(it, *name)) }
        </>
    }
}

/// As high as the places need, within bounds.
fn find_height(view: &MapView, width: f64) -> f64 {
    let [left, top, right, bottom] = view.frame.map(f64::from);
    let ratio = ((bottom - top) / (right - left)).clamp(RATIOS.0, RATIOS.1);
    (width * ratio).clamp(HEIGHTS.0, HEIGHTS.1).round()
}

/// The circles of the level that the scale asks for, as far as they are in the picture or so many pixels beside it:
/// most articles first.
fn find_drawn<'a>(view: &'a MapView, seen: Seen, margin: f64, looked: Option<&str>) -> Vec<Drawn<'a>> {
    let looked = looked.and_then(|slug| view.places.iter().position(|place| place.slug == slug));
    let draw = |circle: MapCircle| {
        let place = view.places.get(circle.places[0] as usize)?;
        let (x, y) = seen.place(place.x.into(), place.y.into());
        let radius = radius_of(circle.n_articles, view.n_placed);
        let beside = radius + margin;
        let is_in =
            (-beside..seen.width + beside).contains(&x) && (-beside..seen.height + beside).contains(&y);
        let is_looked = looked.is_some_and(|at| circle.places.iter().any(|place| *place as usize == at));
        is_in.then_some(Drawn { circle, place, x, y, radius, is_looked })
    };
    let drawn = view.circles(level_of(seen.scale)).into_iter().filter_map(draw).collect();
    let rank = |it: &Drawn<'_>| (Reverse(it.circle.n_articles), it.circle.places[0]);
    sorted(drawn, |a, b| rank(a).cmp(&rank(b)))
}

fn say(it: &Drawn<'_>) -> String {
    [words::circle_name(&it.place.name, it.circle.places.len() - 1), words::articles(it.circle.n_articles)]
        .join(", ")
}

fn pixels(at: f64) -> String {
    format!("{at:.1}")
}

/// Where names are written: first what is looked at or walked to, then most articles first.
fn find_names(drawn: &[Drawn<'_>], walked: Option<u32>, seen: Seen) -> Vec<Option<NameSeat>> {
    let rank = |at: usize| (walked != Some(drawn[at].circle.places[0]), !drawn[at].is_looked);
    let order = order_of(drawn.len(), &|a, b| rank(a).cmp(&rank(b)));
    let seat = |at: &usize| {
        let it = &drawn[*at];
        Seat { x: it.x, y: it.y, radius: it.radius, n_chars: label_of(it).chars().count() }
    };
    let found = place_names(&order.iter().map(seat).collect::<Vec<_>>(), N_NAMES, seen.width, seen.height);
    let mut names = vec![None; drawn.len()];
    order.into_iter().zip(found).for_each(|(at, name)| names[at] = name);
    names
}

/// `Kyiv`, `Kyiv +5`.
fn label_of(it: &Drawn<'_>) -> String {
    match it.circle.places.len() - 1 {
        0 => it.place.name.clone(),
        n_others => [&it.place.name, " +", &words::number(n_others as u64)].concat(),
    }
}

fn draw_circle(it: &Drawn<'_>, walked: Option<u32>, navigation: &Navigation) -> Html {
    let (navigation, slug) = (navigation.clone(), it.place.slug.clone());
    let is_looked = it.is_looked;
    let onclick = move |_: MouseEvent| look_at(&navigation, Some(slug.clone()));
    let flag = |is_so: bool| is_so.then_some("true");
    let [x, y, radius] = [it.x, it.y, it.radius].map(pixels);
    html! {
        <g key={it.place.slug.clone()} class="map-circle" data-wide={flag(it.place.is_wide)} data-looked={flag(is_looked)}
            data-walked={flag(walked == Some(it.circle.places[0]))} {onclick}>
            <title>{ say(it) }</title>
            <circle class="map-touch" cx={x.clone()} cy={y.clone()} r={pixels(it.radius.max(TOUCH_RADIUS))} />
            <circle class="map-point" cx={x.clone()} cy={y} r={radius} />
            if it.radius >= NUMBER_RADIUS {
                <text class="map-number" {x} y={pixels(it.y + 4.0)} text-anchor="middle">{ words::number(it.circle.n_articles.into()) }</text>
            }
        </g>
    }
}

fn draw_name(it: &Drawn<'_>, seat: Option<NameSeat>) -> Html {
    let Some(NameSeat { x, y, anchor }) = seat else { return Html::default() };
    html! {
        <text class="map-name" data-looked={it.is_looked.then_some("true")} x={pixels(x)} y={pixels(y)} text-anchor={anchor}>
            { label_of(it) }
        </text>
    }
}

fn draw_tools(lens: &MapLens, view: &Rc<MapView>) -> Html {
    let zoom = |factor: f64| {
        let (lens, view) = (lens.clone(), view.clone());
        let middle = (lens.seen.width / 2.0, lens.seen.height / 2.0);
        move |_: MouseEvent| lens.go.emit(lens.seen.zoomed(factor, middle, &view))
    };
    let show_all = lens.show_all.reform(|_: MouseEvent| ());
    html! {
        <div class="map-tools" role="group" aria-label={words::MAP_TOOLS}>
            <button type="button" class="icon-button" aria-label={words::MAP_NEARER} title={words::MAP_NEARER} onclick={zoom(ZOOM_STEP)}>{ "+" }</button>
            <button type="button" class="icon-button" aria-label={words::MAP_FARTHER} title={words::MAP_FARTHER} onclick={zoom(1.0 / ZOOM_STEP)}>{ "−" }</button>
            <button type="button" class="icon-button" aria-label={words::MAP_WHOLE} title={words::MAP_WHOLE} onclick={show_all}>{ "⤢" }</button>
        </div>
    }
}

/// The places of the circle that is looked at, and a way to part them.
fn draw_members(drawn: &[Drawn<'_>], view: &Rc<MapView>, lens: &MapLens, navigation: &Navigation) -> Html {
    let Some(it) = drawn.iter().find(|it| it.is_looked && it.circle.places.len() > 1) else {
        return Html::default();
    };
    let member = |at: &u32| {
        let Some(place) = view.places.get(*at as usize) else { return Html::default() };
        let (navigation_, slug) = (navigation.clone(), place.slug.clone());
        let is_looked = navigation.location.options.place.as_ref() == Some(&place.slug);
        let onclick = move |_: MouseEvent| look_at(&navigation_, Some(slug.clone()));
        html! {
            <li>
                <button type="button" class="link-button" aria-pressed={if is_looked { "true" } else { "false" }} {onclick}><bdi>{ &place.name }</bdi></button>
                { " " }<span>{ words::number(place.n_articles.into()) }</span>
            </li>
        }
    };
    let part = view.parts_at(&it.circle).map(|level| {
        let go = lens.go.reform({
            let next = Seen { x: it.place.x.into(), y: it.place.y.into(), scale: scale_of(level) * 1.001, ..lens.seen };
            move |_: MouseEvent| next
        });
        html! { <button type="button" class="link-button map-part" onclick={go}>{ words::PART_CIRCLE }</button> }
    });
    html! {
        <div class="map-members" data-tone="where">
            <p>{ words::IN_THIS_CIRCLE }{ ":" }</p>
            <ul role="list">{ for it.circle.places.iter().map(member) }</ul>
            { part }
        </div>
    }
}

/// Looks at a place, or at none; the same one again is no step to go back from.
fn look_at(navigation: &Navigation, place: Option<String>) {
    if navigation.location.options.place == place {
        return;
    }
    navigation.show(ViewOptions { place, ..navigation.location.options.clone() }, true);
}

#[hook]
fn use_map_keys(
    props: &MapPlotProps,
    walked: &UseStateHandle<Option<u32>>,
    lens: &MapLens,
    drawn: &[Drawn<'_>],
) -> Callback<KeyboardEvent> {
    let MapPlotProps { view, navigation, .. } = props.clone();
    let (walked, lens) = (walked.clone(), lens.clone());
    let order: Vec<(u32, f64, f64)> = drawn.iter().map(|it| (it.circle.places[0], it.x, it.y)).collect();
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let seen = lens.seen;
        let at = walked.and_then(|walked| order.iter().position(|(place, ..)| *place == walked));
        let walk = |to: usize| walked.set(order.get(to).map(|(place, ..)| *place));
        let around = at.map_or((seen.width / 2.0, seen.height / 2.0), |at| (order[at].1, order[at].2));
        let shift = |dx: f64, dy: f64| {
            lens.go.emit(seen.moved(dx * MOVE_STEP * seen.width, dy * MOVE_STEP * seen.height, &view));
        };
        let last = order.len().saturating_sub(1);
        match (event.key().as_str(), event.shift_key()) {
            ("ArrowRight", true) => shift(-1.0, 0.0),
            ("ArrowLeft", true) => shift(1.0, 0.0),
            ("ArrowDown", true) => shift(0.0, -1.0),
            ("ArrowUp", true) => shift(0.0, 1.0),
            ("ArrowRight" | "ArrowDown", _) => walk(at.map_or(0, |at| (at + 1).min(last))),
            ("ArrowLeft" | "ArrowUp", _) => walk(at.map_or(last, |at| at.saturating_sub(1))),
            ("Home", _) => walk(0),
            ("End", _) => walk(last),
            ("+" | "=", _) => lens.go.emit(seen.zoomed(ZOOM_STEP, around, &view)),
            ("-", _) => lens.go.emit(seen.zoomed(1.0 / ZOOM_STEP, around, &view)),
            ("0", _) => lens.show_all.emit(()),
            ("Escape", _) => look_at(&navigation, None),
            ("Enter" | " ", _) => {
                let place = at.and_then(|at| view.places.get(order[at].0 as usize));
                look_at(&navigation, place.map(|place| place.slug.clone()));
            }
            _ => return,
        }
        event.prevent_default();
    })
}
