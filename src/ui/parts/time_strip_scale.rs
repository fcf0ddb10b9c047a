//! Slots and days as places across the strip, in hundredths of a percent of its width.
//!
//! Whole numbers only: an attribute takes percents, so that the strip fits every width without being measured.

use crate::search::query::DaySpan;
use crate::view::StripSlot;

/// The whole width.
const WHOLE: u32 = 10_000;

/// Where the slots of one strip lie.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scale {
    /// Where each slot begins and the last one ends, in widths of a bucket.
    bounds: Vec<u32>,
    days: Vec<(DaySpan, bool)>,
}

impl Scale {
    /// The scale of an axis.
    #[must_use]
    pub fn of(slots: &[StripSlot]) -> Self {
        let mut bounds = vec![0];
        let mut end = 0;
        for slot in slots {
            end += slot.width;
            bounds.push(end);
        }
        Self { bounds, days: slots.iter().map(|slot| (slot.days, slot.is_break)).collect() }
    }

    /// Where a slot begins.
    #[must_use]
    pub fn left(&self, at: usize) -> u32 {
        let total = self.bounds.last().copied().unwrap_or(1).max(1);
        self.bounds.get(at).map_or(WHOLE, |bound| bound * WHOLE / total)
    }

    /// The width from the beginning of one slot to that of another.
    #[must_use]
    pub fn width(&self, from: usize, to: usize) -> u32 {
        self.left(to).saturating_sub(self.left(from))
    }

    /// Where a day begins; the edge for one that is not shown.
    #[must_use]
    pub fn day(&self, day: i32) -> u32 {
        let at = self.days.partition_point(|(days, _)| days.last < day);
        let Some((days, _)) = self.days.get(at) else { return WHOLE };
        let past = u32::try_from(day.saturating_sub(days.first)).unwrap_or(0);
        let part = u64::from(self.width(at, at + 1)) * u64::from(past) / u64::from(days.n_days());
        self.left(at) + u32::try_from(part).unwrap_or(0)
    }

    /// The bucket that holds a day, or the nearest one.
    #[must_use]
    pub fn bucket_of(&self, day: i32) -> Option<usize> {
        let at = self.days.partition_point(|(days, _)| days.last < day);
        self.nearest(at.min(self.days.len().checked_sub(1)?))
    }

    /// The bucket at a place, `x` of `width` pixels from the left, or the nearest one.
    #[must_use]
    pub fn bucket_at(&self, x: i32, width: i32) -> Option<usize> {
        let total = u64::from(self.bounds.last().copied()?);
        let x = u64::try_from(x.clamp(0, width.max(1) - 1)).ok()?;
        let place = u32::try_from(x * total / u64::try_from(width.max(1)).ok()?).ok()?;
        let at = self.bounds.partition_point(|bound| *bound <= place).checked_sub(1)?;
        self.nearest(at)
    }

    fn nearest(&self, at: usize) -> Option<usize> {
        let is_bucket = |at: &usize| self.days.get(*at).is_some_and(|(_, is_break)| !is_break);
        [Some(at), at.checked_add(1), at.checked_sub(1)].into_iter().flatten().find(is_bucket)
    }

    /// The bucket so many buckets on, or the last one that way.
    #[must_use]
    pub fn step(&self, from: usize, steps: isize) -> usize {
        let mut at = from;
        for _ in 0..steps.unsigned_abs() {
            let mut next = at.checked_add_signed(steps.signum());
            while next.and_then(|next| self.days.get(next)).is_some_and(|(_, is_break)| *is_break) {
                next = next.and_then(|next| next.checked_add_signed(steps.signum()));
            }
            match next {
                Some(next) if next < self.days.len() => at = next,
                _ => break,
            }
        }
        at
    }

    /// The days from one slot to another, whichever comes first.
    #[must_use]
    pub fn days_between(&self, a: usize, b: usize) -> Option<DaySpan> {
        let (first, last) = (self.days.get(a.min(b))?, self.days.get(a.max(b))?);
        Some(DaySpan::new(first.0.first, last.0.last))
    }
}

/// A place as an attribute: `12.05%`.
#[must_use]
pub fn percent(place: u32) -> String {
    let (whole, rest) = (place / 100, place % 100);
    [whole.to_string().as_str(), if rest < 10 { ".0" } else { "." }, &rest.to_string(), "%"].concat()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;
    use crate::view::Tick;

    fn scale() -> Scale {
        let slot = |first, last, is_break| StripSlot {
            days: DaySpan::new(first, last),
            label: String::new(),
            tick: Tick::default(),
            is_break,
            width: if is_break { 3 } else { 1 },
        };
        Scale::of(&[slot(0, 9, false), slot(10, 999, true), slot(1000, 1009, false), slot(1010, 1019, false)])
    }

    #[test]
    fn places_lead_to_buckets_and_never_into_a_break() {
        let scale = scale();
        let found: Vec<_> = [-5, 0, 10, 20, 30, 40, 50, 59, 99].map(|x| scale.bucket_at(x, 60)).into();
        assert_eq!(found, [0, 0, 2, 2, 2, 2, 3, 3, 3].map(Some));
        assert_eq!((scale.step(0, 1), scale.step(2, -1), scale.step(3, 9), scale.step(3, -9)), (2, 0, 3, 0));
        assert_eq!(scale.bucket_of(500), Some(2));
        assert_eq!(Scale::of(&[]).bucket_at(0, 10), None);
    }

    #[test]
    fn days_lie_between_the_bounds_of_their_slot() {
        let scale = scale();
        assert_eq!((scale.day(-9), scale.day(0), scale.day(5)), (0, 0, 833));
        assert_eq!((scale.day(1000), scale.day(1020)), (6666, 10_000));
        assert_eq!(percent(1205), "12.05%");
        assert_eq!(percent(scale.width(0, 4)), "100.00%");
        assert_eq!(scale.days_between(3, 2), Some(DaySpan::new(1000, 1019)));
    }
}
