//! The picture of the network: names as circles, links as lines; dragged, pinched, wheeled and walked with keys.

use crate::search::url::ViewOptions;
use crate::ui::hooks::{Gesture, Navigation, use_gestures, use_language};
use crate::ui::order::order_of;
use crate::ui::{tone, words};
use crate::view::{Link, NameSeat, NetworkView, Node, Seat, place_names};
use std::rc::Rc;
use yew::prelude::*;

/// The id of the drawing, and the name of its files.
pub const NETWORK_ID: &str = "network";
const HELP_ID: &str = "network-help";
/// The height of the picture against its width, and its highest, in pixels.
const RATIO: f64 = 0.72;
const MOST_HEIGHT: f64 = 760.0;
/// Room around the names, in pixels: half a circle; to the right also a name.
const EDGE_PX: f64 = 18.0;
const RIGHT_EDGE_PX: f64 = 72.0;
/// Radii of the least and the most named in pixels, for a picture of the width below or more.
const RADII_PX: (f64, f64) = (4.0, 15.0);
const FULL_WIDTH: f64 = 700.0;
/// Names written at most: a moving picture has a few milliseconds for them.
const N_NAMES: usize = 160;
/// How far the picture is zoomed at most, and by one step.
const MOST_ZOOM: f64 = 8.0;
const ZOOM_STEP: f64 = 1.5;

/// See [`NetworkPlot`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NetworkPlotProps {
    /// The network.
    pub view: Rc<NetworkView>,
    /// How wide the picture is, in pixels.
    pub width_px: u32,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// What part of the picture is seen: how far it is zoomed, and how far it is moved, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Lens {
    zoom: f64,
    x: f64,
    y: f64,
}

impl Lens {
    const WHOLE: Self = Self { zoom: 1.0, x: 0.0, y: 0.0 };

    fn after(self, gesture: Gesture) -> Self {
        match gesture {
            Gesture::Pan(dx, dy) => Self { x: self.x + dx, y: self.y + dy, ..self },
            Gesture::Zoom(factor, x, y) => {
                let zoom = (self.zoom * factor).clamp(1.0, MOST_ZOOM);
                if zoom <= 1.0 {
                    return Self::WHOLE;
                }
                let keep = |at: f64, moved: f64| at - (at - moved) * zoom / self.zoom;
                Self { zoom, x: keep(x, self.x), y: keep(y, self.y) }
            }
            Gesture::End => self,
        }
    }
}

/// The part that is seen, and the one that names were last laid out for: while the picture is only moved, all of it
/// is moved at once, and nothing in it is drawn anew.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Moved {
    laid: Lens,
    seen: Lens,
}

impl Moved {
    const WHOLE: Self = Self { laid: Lens::WHOLE, seen: Lens::WHOLE };

    fn after(self, gesture: Gesture) -> Self {
        let seen = self.seen.after(gesture);
        let is_moved = matches!(gesture, Gesture::Pan(..));
        Self { laid: if is_moved { self.laid } else { seen }, seen }
    }

    /// How far everything is moved.
    fn transform(self) -> String {
        format!("translate({:.1} {:.1})", self.seen.x - self.laid.x, self.seen.y - self.laid.y)
    }
}

/// Where names stand in the picture, in pixels.
struct Places {
    width: f64,
    height: f64,
    lens: Lens,
    most_units: f64,
}

impl Places {
    fn of(&self, node: &Node) -> (f64, f64) {
        let x = EDGE_PX + f64::from(node.x) * (self.width - EDGE_PX - RIGHT_EDGE_PX);
        let y = EDGE_PX + f64::from(node.y) * (self.height - 2.0 * EDGE_PX);
        (x * self.lens.zoom + self.lens.x, y * self.lens.zoom + self.lens.y)
    }

    fn radius(&self, node: &Node) -> f64 {
        let part = (f64::from(node.n_units) / self.most_units.max(1.0)).sqrt();
        (RADII_PX.0 + (RADII_PX.1 - RADII_PX.0) * part) * (self.width / FULL_WIDTH).clamp(0.6, 1.0)
    }
}

/// What is looked at: the names, and the links of a chain.
struct Looked {
    names: Vec<u32>,
    has_chain: bool,
}

impl Looked {
    fn at(view: &NetworkView) -> Self {
        let mut names: Vec<u32> = view.steps.iter().flat_map(|step| step.ends.iter().copied()).collect();
        names.dedup();
        Self { has_chain: view.steps.iter().any(|step| step.ends.len() > 1), names }
    }

    fn is_beside(&self, view: &NetworkView, at: u32) -> bool {
        view.links.iter().any(|link| link.ends.contains(&at) && self.has(link))
    }

    fn has(&self, link: &Link) -> bool {
        match self.has_chain {
            true => self.names.windows(2).any(|pair| link.ends.iter().all(|end| pair.contains(end))),
            false => link.ends.iter().any(|end| self.names.contains(end)),
        }
    }
}

/// The picture of the network.
#[component]
pub fn NetworkPlot(props: &NetworkPlotProps) -> Html {
    use_language();
    let NetworkPlotProps { view, width_px, navigation } = props;
    let plot = use_node_ref();
    let lens = use_state_eq(|| Moved::WHOLE);
    let walked = use_state_eq(|| None::<usize>);
    let on_gesture = use_lens(&lens, navigation);
    use_gestures(&plot, true, on_gesture.clone());
    let width = f64::from(*width_px);
    let height = find_height(width);
    let onkeydown = use_network_keys(props, &walked, &on_gesture, (width, height));
    let walked_node = walked.and_then(|at| view.nodes.get(at));
    let said = walked_node.map(|node| {
        [node.name.as_str(), ", ", &words::units(navigation.location.options.within, node.n_units)].concat()
    });
    html! {
        <>
            <p class="unseen" id={HELP_ID}>{ words::NETWORK_HELP }</p>
            <svg ref={plot} id={NETWORK_ID} class="network-plot" tabindex="0" role="group" aria-label={words::NETWORK}
                aria-describedby={HELP_ID} width={width_px.to_string()} height={height.round().to_string()}
                viewBox={format!("0 0 {width_px} {}", height.round())} data-looked={(!view.steps.is_empty()).then_some("true")} {onkeydown}>
                <rect class="network-ground" width="100%" height="100%" />
                <g transform={lens.transform()}>
                    <Scene view={view.clone()} {width} lens={lens.laid} walked={*walked} navigation={navigation.clone()} />
                </g>
            </svg>
            <p class="unseen" aria-live="polite">{ said }</p>
        </>
    }
}

fn find_height(width: f64) -> f64 {
    (width * RATIO).clamp(320.0, MOST_HEIGHT)
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct SceneProps {
    view: Rc<NetworkView>,
    width: f64,
    lens: Lens,
    walked: Option<usize>,
    navigation: Navigation,
}

/// Names and links, drawn anew only where they change among themselves.
#[component]
fn Scene(props: &SceneProps) -> Html {
    use_language();
    let SceneProps { view, width, lens, walked, navigation } = props;
    let most_units = view.nodes.iter().map(|node| node.n_units).max().unwrap_or(1);
    let places =
        Places { width: *width, height: find_height(*width), lens: *lens, most_units: most_units.into() };
    let looked = Looked::at(view);
    let names = find_names(view, &places, &looked, *walked);
    let node = |(at, node): (u32, &Node)| {
        let is_walked = *walked == Some(at as usize);
        let (is_looked, is_beside) = (looked.names.contains(&at), looked.is_beside(view, at));
        draw_node(
            node,
            &places,
            NodeState { is_looked, is_beside, is_walked },
            names[at as usize],
            navigation,
        )
    };
    html! {
        <>
            { for view.links.iter().map(|link| draw_link(view, link, &places, &looked, navigation)) }
            { for (0u32..).zip(&view.nodes).map(node) }
        </>
    }
}

fn draw_link(
    view: &NetworkView,
    link: &Link,
    places: &Places,
    looked: &Looked,
    navigation: &Navigation,
) -> Html {
    let [Some(a), Some(b)] = link.ends.map(|end| view.nodes.get(end as usize)) else {
        return Html::default();
    };
    let ((x1, y1), (x2, y2)) = (places.of(a), places.of(b));
    let together = words::units(navigation.location.options.within, link.n_together);
    let title = [a.name.as_str(), " – ", &b.name, ": ", &together].concat();
    let (navigation, names) = (navigation.clone(), [Some(a.key()), Some(b.key())]);
    let onclick = move |_: MouseEvent| {
        let options = ViewOptions { names: names.clone(), ..navigation.location.options.clone() };
        navigation.show(options, true);
    };
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(pixels);
    html! {
        <g class="network-link" data-looked={looked.has(link).then_some("true")} {onclick}>
            <title>{ title }</title>
            <line class="network-touch" x1={x1.clone()} y1={y1.clone()} x2={x2.clone()} y2={y2.clone()} />
            <line {x1} {y1} {x2} {y2} stroke-width={format!("{:.1}", 0.7 + 2.3 * link.strength)} />
        </g>
    }
}

fn pixels(at: f64) -> String {
    format!("{at:.1}")
}

/// Where names are written: first what is looked at, then what is linked to it, then the most named.
fn find_names(
    view: &NetworkView,
    places: &Places,
    looked: &Looked,
    walked: Option<usize>,
) -> Vec<Option<NameSeat>> {
    let rank = |at: usize| {
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        (walked != Some(at), !looked.names.contains(&number), !looked.is_beside(view, number))
    };
    let order = order_of(view.nodes.len(), &|a, b| rank(a).cmp(&rank(b)));
    let seat = |at: &usize| {
        let node = &view.nodes[*at];
        let (x, y) = places.of(node);
        Seat { x, y, radius: places.radius(node), n_chars: node.name.chars().count() }
    };
    let seats: Vec<Seat> = order.iter().map(seat).collect();
    let found = place_names(&seats, N_NAMES, places.width, places.height);
    let mut names = vec![None; view.nodes.len()];
    order.into_iter().zip(found).for_each(|(at, name)| names[at] = name);
    names
}

/// How a name stands to what is looked at.
#[derive(Clone, Copy)]
struct NodeState {
    is_looked: bool,
    is_beside: bool,
    is_walked: bool,
}

fn draw_node(
    node: &Node,
    places: &Places,
    state: NodeState,
    name: Option<NameSeat>,
    navigation: &Navigation,
) -> Html {
    let (x, y) = places.of(node);
    let radius = places.radius(node);
    let onclick = {
        let (navigation, key) = (navigation.clone(), node.key());
        move |_: MouseEvent| look_at(&navigation, &key)
    };
    let flag = |is_so: bool| is_so.then_some("true");
    html! {
        <g class="network-node" data-tone={tone::of_kind(Some(node.kind))} data-looked={flag(state.is_looked)}
            data-beside={flag(state.is_beside)} data-walked={flag(state.is_walked)} {onclick}>
            <title>{ [node.name.as_str(), ", ", &words::units(navigation.location.options.within, node.n_units)].concat() }</title>
            <circle class="network-touch" cx={pixels(x)} cy={pixels(y)} r={pixels(radius.max(12.0))} />
            <circle class="network-point" cx={pixels(x)} cy={pixels(y)} r={pixels(radius)} />
            if let Some(NameSeat { x, y, anchor }) = name {
                <text x={pixels(x)} y={pixels(y)} text-anchor={anchor}>{ &node.name }</text>
            }
        </g>
    }
}

/// Looks at a name; where one is looked at already, at the chain to another; at a name looked at no more.
fn look_at(navigation: &Navigation, key: &str) {
    let options = &navigation.location.options;
    let key = Some(key.to_owned());
    let names = match &options.names {
        [from, None] if *from == key => [None, None],
        [Some(from), None] => [Some(from.clone()), key],
        _ => [key, None],
    };
    navigation.show(ViewOptions { names, ..options.clone() }, true);
}

#[hook]
fn use_lens(lens: &UseStateHandle<Moved>, navigation: &Navigation) -> Callback<Gesture> {
    // Also told to gestures that come before the next drawing.
    let newest = use_mut_ref(|| Moved::WHOLE);
    {
        let (newest, setter) = (newest.clone(), lens.setter());
        use_effect_with(navigation.location.selection.clone(), move |_| {
            *newest.borrow_mut() = Moved::WHOLE;
            setter.set(Moved::WHOLE);
        });
    }
    let setter = lens.setter();
    Callback::from(move |gesture: Gesture| {
        let next = newest.borrow().after(gesture);
        *newest.borrow_mut() = next;
        setter.set(next);
    })
}

#[hook]
fn use_network_keys(
    props: &NetworkPlotProps,
    walked: &UseStateHandle<Option<usize>>,
    on_gesture: &Callback<Gesture>,
    size: (f64, f64),
) -> Callback<KeyboardEvent> {
    let NetworkPlotProps { view, navigation, .. } = props.clone();
    let (walked, on_gesture) = (walked.clone(), on_gesture.clone());
    let (width, height) = size;
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let last = view.nodes.len().saturating_sub(1);
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => walked.set(Some(walked.map_or(0, |at| (at + 1).min(last)))),
            "ArrowLeft" | "ArrowUp" => walked.set(Some(walked.map_or(last, |at| at.saturating_sub(1)))),
            "Home" => walked.set(Some(0)),
            "End" => walked.set(Some(last)),
            "+" | "=" => on_gesture.emit(Gesture::Zoom(ZOOM_STEP, width / 2.0, height / 2.0)),
            "-" => on_gesture.emit(Gesture::Zoom(1.0 / ZOOM_STEP, width / 2.0, height / 2.0)),
            "Escape" => navigation
                .show(ViewOptions { names: [None, None], ..navigation.location.options.clone() }, true),
            "Enter" | " " => {
                if let Some(node) = walked.and_then(|at| view.nodes.get(at)) {
                    look_at(&navigation, &node.key());
                }
            }
            _ => return,
        }
        event.prevent_default();
    })
}
