//! The years and months below the rows of the strip, as many as have room.

use super::time_strip_scale::{Scale, percent};
use crate::view::{StripSlot, StripView};
use yew::prelude::*;

/// Width of a character of the axis with the air beside it, in pixels.
const CHARACTER_PX: u32 = 7;
/// Air between two labels, in pixels.
const AIR_PX: u32 = 10;
/// Half a label may stand out this far at the edges, in pixels.
const RANKS: u8 = 5;

/// A label with its place.
struct Label<'a> {
    slot: usize,
    text: String,
    is_break: bool,
    /// In pixels of a strip of the assumed width.
    span: (u32, u32),
    of: &'a StripSlot,
}

/// Draws the axis for a strip about `width_px` wide.
pub fn draw_axis(strip: &StripView, width_px: u32) -> Html {
    let scale = Scale::of(&strip.slots);
    let labels = choose(strip, &scale, width_px);
    let draw = |label: Label<'_>| {
        let middle = (label.span.0 + label.span.1) / 2;
        let at = if label.is_break { middle * 10_000 / width_px.max(1) } else { scale.left(label.slot) };
        let anchor = if label.is_break { "middle" } else { "start" };
        let class = if label.is_break { "time-strip-skipped" } else { "time-strip-tick" };
        html! { <text {class} x={percent(at)} y="12" text-anchor={anchor}>{ label.text }</text> }
    };
    let tick = |(at, slot): (usize, &StripSlot)| {
        let is_drawn = !slot.is_break && slot.tick.rank < 2 && !slot.tick.text.is_empty();
        is_drawn.then(
            || html! { <rect class="time-strip-base" x={percent(scale.left(at))} width="1" height="4" /> },
        )
    };
    html! {
        <svg class="time-strip-axis" aria-hidden="true">
            { for strip.slots.iter().enumerate().filter_map(tick) }
            { for labels.into_iter().map(draw) }
        </svg>
    }
}

/// The labels that have room, the more telling ones first.
fn choose<'a>(strip: &'a StripView, scale: &Scale, width_px: u32) -> Vec<Label<'a>> {
    let mut chosen: Vec<Label<'a>> = Vec::new();
    for rank in 0..RANKS {
        let of_rank = strip.slots.iter().enumerate().filter(|(_, slot)| slot.tick.rank == rank);
        for (at, slot) in of_rank {
            let label = place(at, slot, scale, width_px);
            let is_free = |other: &Label<'_>| {
                label.span.1 + AIR_PX <= other.span.0 || other.span.1 + AIR_PX <= label.span.0
            };
            if !label.text.is_empty() && label.span.1 <= width_px && chosen.iter().all(is_free) {
                chosen.push(label);
            }
        }
    }
    chosen.sort_by_key(|label| label.of.days.first);
    chosen
}

fn place<'a>(at: usize, slot: &'a StripSlot, scale: &Scale, width_px: u32) -> Label<'a> {
    let px = |place: u32| place * width_px / 10_000;
    let text = if slot.is_break { short_break(&slot.label) } else { slot.tick.text.clone() };
    let width = u32::try_from(text.chars().count()).unwrap_or(0) * CHARACTER_PX;
    let (from, to) = (px(scale.left(at)), px(scale.left(at + 1)));
    let start = if slot.is_break { ((from + to) / 2).saturating_sub(width / 2) } else { from };
    Label { slot: at, text, is_break: slot.is_break, span: (start, start + width), of: slot }
}

/// The years of a break, as short as a printer writes them: `1946–2021`.
fn short_break(label: &str) -> String {
    match label.split_once(" to ") {
        Some((from, to)) if from.len() <= 4 && to.len() <= 4 => [from, "–", to].concat(),
        _ => "⋯".to_owned(),
    }
}
