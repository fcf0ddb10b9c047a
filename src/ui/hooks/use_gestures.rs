//! Dragging, pinching and wheeling on a picture, by mouse, pen and touch, as one kind of event.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, WheelEvent};
use yew::prelude::*;

/// How much one notch of a wheel zooms, as a share: a hundred pixels of it go about half as far again.
const WHEEL_STEP: f64 = 0.004;
/// A wheel that rests so long has ended what it did, in milliseconds: longer than between two of its notches.
const WHEEL_REST_MS: u32 = 160;
/// A pointer that has moved less was a click, in pixels.
const CLICK_PX: f64 = 5.0;

/// What a pointer does to a picture; lengths are in pixels of the screen, places from the picture's left and top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Gesture {
    /// It has been dragged so far since it was last told.
    Pan(f64, f64),
    /// It grows by a factor around a place.
    Zoom(f64, f64, f64),
    /// It is let go after it was moved.
    End,
}

#[derive(Default)]
struct Held {
    /// The pointers that are down: number, last place.
    pointers: Vec<(i32, f64, f64)>,
    moved: f64,
}

/// Follows the pointers over an element. The wheel zooms alone where `takes_wheel`, else with Ctrl or Command,
/// so that a page that is scrolled goes on scrolling.
#[hook]
pub fn use_gestures(element: &NodeRef, takes_wheel: bool, on_gesture: Callback<Gesture>) {
    let newest = use_mut_ref(Callback::noop);
    *newest.borrow_mut() = on_gesture;
    let element = element.clone();
    // The element may be drawn later than the component, so it is looked for after each drawing until it is there.
    let listening = use_mut_ref(|| None::<(Element, Vec<EventListener>)>);
    use_effect(move || {
        let now = element.cast::<Element>();
        let is_same = listening.borrow().as_ref().map(|(element, _)| element) == now.as_ref();
        if !is_same {
            *listening.borrow_mut() = now.map(|element| {
                let listeners = listen(&element, takes_wheel, &newest);
                (element, listeners)
            });
        }
    });
}

fn listen(
    element: &Element,
    takes_wheel: bool,
    newest: &Rc<RefCell<Callback<Gesture>>>,
) -> Vec<EventListener> {
    let held = Rc::new(RefCell::new(Held::default()));
    let tell = {
        let newest = newest.clone();
        move |gesture: Gesture| {
            let callback = newest.borrow().clone();
            callback.emit(gesture);
        }
    };
    let mut listeners: Vec<EventListener> = ["pointerdown", "pointermove", "pointerup", "pointercancel"]
        .into_iter()
        .map(|kind| {
            let (held, tell, element_) = (held.clone(), tell.clone(), element.clone());
            EventListener::new(element, kind, move |event| {
                if let Some(event) = event.dyn_ref::<PointerEvent>() {
                    let gestures = held.borrow_mut().take(kind, event, &element_);
                    gestures.into_iter().for_each(&tell);
                }
            })
        })
        .collect();
    let (element_, resting) = (element.clone(), RefCell::new(None::<Timeout>));
    let options = EventListenerOptions { phase: EventListenerPhase::Bubble, passive: false };
    listeners.push(EventListener::new_with_options(element, "wheel", options, move |event| {
        let Some(event) = event.dyn_ref::<WheelEvent>() else { return };
        if takes_wheel || event.ctrl_key() || event.meta_key() {
            event.prevent_default();
            let (x, y) = place_in(&element_, event.client_x().into(), event.client_y().into());
            tell(Gesture::Zoom((-event.delta_y() * WHEEL_STEP).exp(), x, y));
            let tell = tell.clone();
            // The timer of the notch before it, if any, is dropped and so never rings.
            resting.replace(Some(Timeout::new(WHEEL_REST_MS, move || tell(Gesture::End))));
        }
    }));
    listeners
}

fn place_in(element: &Element, x: f64, y: f64) -> (f64, f64) {
    let bounds = element.get_bounding_client_rect();
    (x - bounds.left(), y - bounds.top())
}

impl Held {
    fn take(&mut self, kind: &str, event: &PointerEvent, element: &Element) -> Vec<Gesture> {
        let (id, x, y) = (event.pointer_id(), f64::from(event.client_x()), f64::from(event.client_y()));
        let at = self.pointers.iter().position(|(held, ..)| *held == id);
        match (kind, at) {
            ("pointerdown", None) if event.button() == 0 => {
                self.moved = if self.pointers.is_empty() { 0.0 } else { self.moved };
                self.pointers.push((id, x, y));
                Vec::new()
            }
            ("pointermove", Some(at)) => self.follow(at, x, y, element),
            ("pointerup" | "pointercancel", Some(at)) => {
                self.pointers.remove(at);
                let ends = self.pointers.is_empty() && self.moved > CLICK_PX;
                if ends { vec![Gesture::End] } else { Vec::new() }
            }
            _ => Vec::new(),
        }
    }

    fn follow(&mut self, at: usize, x: f64, y: f64, element: &Element) -> Vec<Gesture> {
        let (id, old_x, old_y) = self.pointers[at];
        let n_pointers = self.pointers.len() as f64;
        let before = self.spread();
        self.pointers[at] = (id, x, y);
        let was_click = self.moved <= CLICK_PX;
        self.moved += (x - old_x).hypot(y - old_y);
        if self.moved <= CLICK_PX {
            return Vec::new();
        }
        if was_click {
            // From now on the pointer belongs to the picture, even where it leaves it; without, a drag ends there.
            let _ = element.set_pointer_capture(id);
        }
        let mut gestures = vec![Gesture::Pan((x - old_x) / n_pointers, (y - old_y) / n_pointers)];
        if let (Some((before, ..)), Some((now, middle_x, middle_y))) = (before, self.spread()) {
            let (x, y) = place_in(element, middle_x, middle_y);
            gestures.push(Gesture::Zoom(now / before.max(1.0), x, y));
        }
        gestures
    }

    /// How far two pointers are apart, and what lies between them.
    fn spread(&self) -> Option<(f64, f64, f64)> {
        let [(_, ax, ay), (_, bx, by)] = self.pointers[..] else { return None };
        Some(((ax - bx).hypot(ay - by), (ax + bx) / 2.0, (ay + by) / 2.0))
    }
}
