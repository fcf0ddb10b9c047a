//! [`StripView`] from the articles that match: an axis for both rows, and what each slot of each row holds.

use super::strip::{StripBar, StripRow, StripSlot, StripView, StripWindow};
use super::strip_axis::{cut, merge};
use crate::index::{DateCount, DaySpan, DocSet, Index};
use crate::key::Axis;
use crate::search::query::Selection;

/// The longest time that decides how far the axis reaches, in days: a decade. What is longer ("the 20th century")
/// is drawn over the part of it that others reach.
const MAX_REACH_DAYS: u32 = 3653;

/// Builds the strip. `on_axis` are the articles of each row: those that match everything but the row's own range.
#[must_use]
pub fn build_strip(
    index: &Index,
    selection: &Selection,
    on_axis: &[DocSet; Axis::ALL.len()],
    window: StripWindow,
) -> StripView {
    // The axis belongs to the folder, not to the selection: bars that stay in place can be compared.
    let held = find_held(index);
    let (Some(first), Some(last)) = (held.first(), held.last()) else { return StripView::default() };
    let whole = DaySpan::new(first.first, last.last);
    let shown = window.zoom.filter(|zoom| zoom.overlaps(whole)).unwrap_or(whole);
    let (unit, slots) = cut(narrow(shown, whole), &held, window.n_slots);
    let rows = Axis::ALL.map(|axis| build_row(index, selection, axis, &on_axis[axis as usize], &slots));
    let shown = slots.first().zip(slots.last()).map(|(a, b)| DaySpan::new(a.days.first, b.days.last));
    StripView { slots, rows: rows.into(), unit, shown, whole: Some(whole) }
}

fn find_held(index: &Index) -> Vec<DaySpan> {
    let spans = || Axis::ALL.into_iter().flat_map(|axis| index.dates(axis).spans()).copied();
    let usual: Vec<DaySpan> = spans().filter(|span| span.n_days() <= MAX_REACH_DAYS).collect();
    merge(if usual.is_empty() { spans().collect() } else { usual })
}

/// Leaves out of a wish what lies beyond every date.
fn narrow(shown: DaySpan, whole: DaySpan) -> DaySpan {
    DaySpan::new(shown.first.max(whole.first), shown.last.min(whole.last))
}

fn build_row(
    index: &Index,
    selection: &Selection,
    axis: Axis,
    set: &DocSet,
    slots: &[StripSlot],
) -> StripRow {
    let column = index.dates(axis);
    let buckets: Vec<DaySpan> = slots.iter().map(|slot| slot.days).collect();
    let counts = match selection.once {
        true => column.count_stories(set, &index.stories, &buckets),
        false => column.count(set, &buckets),
    };
    let bars: Vec<StripBar> = slots.iter().zip(counts).map(|(slot, count)| show_bar(slot, count)).collect();
    StripRow {
        axis,
        n_most: bars.iter().map(|bar| bar.n_articles()).max().unwrap_or(0).max(1),
        n_most_spanning: bars.iter().map(|bar| bar.n_spanning).max().unwrap_or(0).max(1),
        n_undated: count_undated(index, selection, axis, set),
        range: selection.range(axis),
        bars,
    }
}

fn count_undated(index: &Index, selection: &Selection, axis: Axis, set: &DocSet) -> u32 {
    let mut undated = index.dates(axis).docs_undated();
    undated.intersect(set);
    if selection.once { index.stories.count(&undated) } else { undated.len() }
}

/// A break is left empty: nothing but what is longer than a decade can reach into it.
fn show_bar(slot: &StripSlot, count: DateCount) -> StripBar {
    let DateCount { n_certain, n_guessed, n_spanning } = count;
    if slot.is_break { StripBar::default() } else { StripBar { n_certain, n_guessed, n_spanning } }
}
