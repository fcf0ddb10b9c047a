//! Which part of the map is seen: moved by gestures at once, written into the address when they rest.

use crate::search::url::{Lens, ViewOptions};
use crate::ui::hooks::{Gesture, Navigation};
use crate::view::{FARTHEST_SCALE, MapView, NEAREST_SCALE, Projection};
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How long a map rests before the address says where, in milliseconds: longer than between two notches of a wheel.
const REST_MS: u32 = 250;

/// The part of a map that is seen: the middle in the plane, pixels to a radius of the globe, the size in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    pub x: f64,
    pub y: f64,
    pub scale: f64,
    pub width: f64,
    pub height: f64,
}

impl Seen {
    /// All places.
    pub fn all(view: &MapView, width: f64, height: f64) -> Self {
        let [left, top, right, bottom] = view.frame.map(f64::from);
        let scale = (width / (right - left)).min(height / (bottom - top)).clamp(1.0, NEAREST_SCALE);
        Self { x: (left + right) / 2.0, y: (top + bottom) / 2.0, scale, width, height }
    }

    /// What the address says, or all places.
    fn at(view: &MapView, lens: Option<Lens>, width: f64, height: f64) -> Self {
        let all = Self::all(view, width, height);
        let Some(lens) = lens else { return all };
        let [latitude, longitude, doublings] =
            [lens.latitude, lens.longitude, lens.doublings].map(|it| f64::from(it) / 100.0);
        let (x, y) = view.projection.project(latitude, longitude);
        Self { x, y, scale: FARTHEST_SCALE * doublings.exp2(), ..all }.within(view)
    }

    /// What the address says of it, or nothing outside the globe.
    fn lens(self, projection: Projection) -> Option<Lens> {
        let (latitude, longitude) = projection.invert(self.x, self.y)?;
        #[expect(clippy::cast_possible_truncation, reason = "degrees and doublings are small")]
        let hundredths = |it: f64| (it * 100.0).round() as i32;
        let doublings = hundredths((self.scale / FARTHEST_SCALE).log2());
        Some(Lens { latitude: hundredths(latitude), longitude: hundredths(longitude), doublings })
    }

    /// Where a place of the plane is in the picture, in pixels.
    pub fn place(self, x: f64, y: f64) -> (f64, f64) {
        (self.width / 2.0 + (x - self.x) * self.scale, self.height / 2.0 + (y - self.y) * self.scale)
    }

    /// The same zoomed by a factor around a place of the picture.
    pub fn zoomed(self, factor: f64, at: (f64, f64), view: &MapView) -> Self {
        let from_middle = (at.0 - self.width / 2.0, at.1 - self.height / 2.0);
        let scale = (self.scale * factor).clamp(self.least(view), NEAREST_SCALE);
        let keep = 1.0 / self.scale - 1.0 / scale;
        Self { x: self.x + from_middle.0 * keep, y: self.y + from_middle.1 * keep, scale, ..self }
            .within(view)
    }

    /// The same moved by so many pixels of the picture.
    pub fn moved(self, dx: f64, dy: f64, view: &MapView) -> Self {
        Self { x: self.x - dx / self.scale, y: self.y - dy / self.scale, ..self }.within(view)
    }

    /// Whether another part is as large and so many pixels away at most.
    pub fn is_beside(self, other: Self, most: f64) -> bool {
        let [dx, dy] = self.apart(other);
        dx.abs().max(dy.abs()) <= most && Self { x: self.x, y: self.y, ..other } == self
    }

    /// How what was laid out for this part is moved to be seen in another, as SVG says it.
    pub fn way_to(self, other: Self) -> String {
        let [dx, dy] = self.apart(other);
        format!("translate({dx:.1} {dy:.1})")
    }

    fn apart(self, other: Self) -> [f64; 2] {
        [self.x - other.x, self.y - other.y].map(|it| it * self.scale)
    }

    /// The least scale: all that is drawn, or all places where they need less.
    fn least(self, view: &MapView) -> f64 {
        let [left, top, right, bottom] = view.whole.map(f64::from);
        let whole = (self.width / (right - left)).min(self.height / (bottom - top));
        whole.min(Self::all(view, self.width, self.height).scale)
    }

    /// Keeps the middle on what is drawn.
    fn within(self, view: &MapView) -> Self {
        let [left, top, right, bottom] = view.whole.map(f64::from);
        let scale = self.scale.clamp(self.least(view), NEAREST_SCALE);
        Self { x: self.x.clamp(left, right), y: self.y.clamp(top, bottom), scale, ..self }
    }
}

/// What a reader has moved to.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Held {
    seen: Seen,
    /// What the address says of it; nothing while the map moves, or where its middle is beside the globe.
    lens: Option<Lens>,
    /// The map it is a part of.
    plane: (Projection, [f32; 4]),
}

/// The part that is seen, and how to go to another one.
#[derive(Clone, PartialEq)]
pub struct MapLens {
    /// The part that is seen.
    pub seen: Seen,
    /// Whether it has not come to rest yet.
    pub is_moving: bool,
    /// Goes to another part.
    pub go: Callback<Seen>,
    /// Follows a gesture.
    pub on_gesture: Callback<Gesture>,
    /// Shows all places.
    pub show_all: Callback<()>,
}

/// Follows the address and the gestures.
#[hook]
pub fn use_map_lens(view: &Rc<MapView>, navigation: &Navigation, width: f64, height: f64) -> MapLens {
    let held = use_state_eq(|| None::<Held>);
    // Also told to gestures that come before the next drawing.
    let newest = use_mut_ref(|| None::<Seen>);
    let resting = use_mut_ref(|| None::<Timeout>);
    // A map that comes to rest must not undo what was chosen meanwhile.
    let place = use_mut_ref(|| navigation.clone());
    *place.borrow_mut() = navigation.clone();
    let lens = navigation.location.options.lens;
    let still = Seen::at(view, lens, width, height);
    let plane = (view.projection, view.frame);
    let is_its = |held: &Held| held.plane == plane && (held.lens.is_none() || held.lens == lens);
    let its = held.as_ref().filter(|held| is_its(held));
    let seen = its.map_or(still, |held| Seen { width, height, ..held.seen });
    let is_moving = its.is_some_and(|held| held.lens.is_none());
    *newest.borrow_mut() = Some(seen);
    let go = {
        let (view, setter) = (view.clone(), held.setter());
        let (newest, resting) = (newest.clone(), resting.clone());
        Callback::from(move |next: Seen| {
            *newest.borrow_mut() = Some(next);
            setter.set(Some(Held { seen: next, lens: None, plane }));
            let (view, place, setter) = (view.clone(), place.clone(), setter.clone());
            let rest = move || {
                let lens = next.lens(view.projection);
                if lens.is_none() {
                    return;
                }
                let navigation = place.borrow().clone();
                setter.set(Some(Held { seen: next, lens, plane }));
                navigation.show(ViewOptions { lens, ..navigation.location.options.clone() }, false);
            };
            // The timer before it, if any, is dropped and so never rings.
            *resting.borrow_mut() = Some(Timeout::new(REST_MS, rest));
        })
    };
    let on_gesture = {
        let (view, go) = (view.clone(), go.clone());
        Callback::from(move |gesture: Gesture| {
            let Some(now) = *newest.borrow() else { return };
            match gesture {
                Gesture::Pan(dx, dy) => go.emit(now.moved(dx, dy, &view)),
                Gesture::Zoom(factor, x, y) => go.emit(now.zoomed(factor, (x, y), &view)),
                Gesture::End => {}
            }
        })
    };
    let show_all = {
        let (navigation, setter) = (navigation.clone(), held.setter());
        Callback::from(move |()| {
            *resting.borrow_mut() = None;
            setter.set(None);
            navigation.show(ViewOptions { lens: None, ..navigation.location.options.clone() }, false);
        })
    };
    MapLens { seen, is_moving, go, on_gesture, show_all }
}
