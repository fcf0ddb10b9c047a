//! The years and months below the rows of the strip, as many as have room.

use super::time_strip_scale::{Scale, percent};
use crate::ui::order::sorted;
use crate::ui::words;
use crate::view::{StripSlot, StripView};
use yew::prelude::*;

/// Width of a character of the axis with the air beside it, in pixels.
const CHARACTER_PX: u32 = 7;
/// Air between two labels, in pixels.
const AIR_PX: u32 = 10;
/// Ranks of ticks.
const RANKS: u8 = 5;
/// The rank of a break: after the years, before everything else.
const BREAK_RANK: u8 = 1;
/// From this rank on labels are drawn all or hardly any: three quarters of a kind must have room, since one
/// month in the middle of nowhere says nothing.
const TOGETHER_FROM: u8 = 2;

/// A label with its place.
struct Label<'a> {
    slot: usize,
    text: String,
    is_break: bool,
    /// In pixels of a strip of the assumed width.
    span: (u32, u32),
    of: &'a StripSlot,
}

impl Label<'_> {
    fn clears(&self, other: &Self) -> bool {
        self.span.1 + AIR_PX <= other.span.0 || other.span.1 + AIR_PX <= self.span.0
    }
}

fn rank_of(slot: &StripSlot) -> u8 {
    if slot.is_break { BREAK_RANK } else { slot.tick.rank }
}

/// Draws the axis for a strip about `width_px` wide.
pub fn draw_axis(strip: &StripView, width_px: u32) -> Html {
    let scale = Scale::of(&strip.slots);
    let labels = choose(strip, &scale, width_px);
    let draw = |label: Label<'_>| {
        // A break is named up to its end, where the next year is named in full.
        let (class, at, anchor, dx) = match label.is_break {
            true => ("time-strip-skipped", label.slot + 1, "end", "-8"),
            false => ("time-strip-tick", label.slot, "start", "0"),
        };
        html! { <text {class} x={percent(scale.left(at))} {dx} y="13" text-anchor={anchor}>{ label.text }</text> }
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
        let n_before = chosen.len();
        let mut n_wanted = 0;
        for (at, slot) in strip.slots.iter().enumerate().filter(|(_, slot)| rank_of(slot) == rank) {
            let label = place(at, slot, scale, width_px);
            n_wanted += usize::from(!label.text.is_empty());
            if !label.text.is_empty() && label.span.1 <= width_px && chosen.iter().all(|it| label.clears(it))
            {
                chosen.push(label);
            }
        }
        if rank >= TOGETHER_FROM && (chosen.len() - n_before) * 4 < n_wanted * 3 {
            chosen.truncate(n_before);
        }
    }
    sorted(chosen, |a, b| a.of.days.first.cmp(&b.of.days.first))
}

fn place<'a>(at: usize, slot: &'a StripSlot, scale: &Scale, width_px: u32) -> Label<'a> {
    let px = |place: u32| place * width_px / 10_000;
    let text = if slot.is_break { short_break(&slot.label) } else { words::tick(&slot.tick.text) };
    let width = u32::try_from(text.chars().count()).unwrap_or(0) * CHARACTER_PX;
    let (from, to) = (px(scale.left(at)), px(scale.left(at + 1)));
    let start = if slot.is_break { to.saturating_sub(width + AIR_PX) } else { from };
    Label { slot: at, text, is_break: slot.is_break, span: (start, start + width), of: slot }
}

/// The years of a break, as short as a printer writes them: `1946–2021`.
fn short_break(label: &str) -> String {
    let year = |end: &str| {
        let last = end.rsplit(' ').next().unwrap_or_default().to_owned();
        last.bytes().all(|byte| byte.is_ascii_digit()).then_some(last)
    };
    let ends = label.split_once(" to ").and_then(|(from, to)| Some((year(from)?, year(to)?)));
    ends.map_or_else(|| "⋯".to_owned(), |(from, to)| [from, to].join("–"))
}
