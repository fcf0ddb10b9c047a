//! Days into the slots of an axis: the narrowest unit that fits, with long empty stretches broken out.

use super::say_days::{days_in_words, short_month};
use super::strip::{StripSlot, StripUnit, Tick};
use crate::annotate::timex::Date;
use crate::index::DaySpan;

/// The width of a break, in buckets: room for its sign.
const BREAK_WIDTH: u32 = 3;
/// The shortest empty stretch that may be broken out, in buckets: below, a break saves too little to be worth it.
const MIN_GAP: i32 = 10;
/// The shortest empty stretch that may be broken out, as a part of the room: what is shorter squashes nothing.
const MIN_GAP_PART: i32 = 8;
/// Breaks at most; an axis with more is no longer read as one.
const N_BREAKS: usize = 3;
/// The fewest days shown, so that a bar never fills the screen.
const MIN_DAYS: i32 = 21;
/// Empty days that never count as a gap at any unit, so that neighbors merge early.
const NEAR_DAYS: i32 = 7;

/// The cells of one unit, counted from any point so that neighbors differ by one.
impl StripUnit {
    fn cell_of(self, day: i32) -> i32 {
        let date = Date::from_number(day.into());
        let month = date.year * 12 + i32::from(date.month) - 1;
        match self {
            Self::Day => day,
            // 1970-01-01 was a Thursday.
            Self::Week => (day + 3).div_euclid(7),
            Self::Month => month,
            Self::Quarter => month.div_euclid(3),
            Self::Year => date.year,
            Self::Decade => date.year.div_euclid(10),
            Self::Century => date.year.div_euclid(100),
        }
    }

    fn first_day(self, cell: i32) -> i32 {
        let month = |month: i32| {
            let day = |year| Date::new(year, u8::try_from(month.rem_euclid(12) + 1).ok()?, 1);
            day(month.div_euclid(12)).map_or_else(|| edge(month), crate::index::day_number)
        };
        match self {
            Self::Day => cell,
            Self::Week => cell * 7 - 3,
            Self::Month => month(cell),
            Self::Quarter => month(cell * 3),
            Self::Year => month(cell * 12),
            Self::Decade => month(cell * 120),
            Self::Century => month(cell * 1200),
        }
    }

    fn days(self, cell: i32) -> DaySpan {
        DaySpan::new(self.first_day(cell), self.first_day(cell + 1) - 1)
    }
}

/// The day that stands for a month outside the calendar: the first one, or that after the last.
fn edge(month: i32) -> i32 {
    if month < 12 { DaySpan::EVER.first } else { DaySpan::EVER.last + 1 }
}

/// Stretches of days with dates in them, in order and apart.
pub(super) fn merge(mut spans: Vec<DaySpan>) -> Vec<DaySpan> {
    spans.sort_unstable();
    let mut merged: Vec<DaySpan> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.first <= last.last.saturating_add(NEAR_DAYS) => {
                last.last = last.last.max(span.last)
            }
            _ => merged.push(span),
        }
    }
    merged
}

/// Cuts `shown` into slots, at most `n_slots` wide together unless even centuries are too many. `held` are the
/// stretches with dates in them, in order and apart.
pub(super) fn cut(shown: DaySpan, held: &[DaySpan], n_slots: u32) -> (StripUnit, Vec<StripSlot>) {
    let shown = at_least(shown, MIN_DAYS);
    let room = i32::try_from(n_slots.clamp(MIN_DAYS.unsigned_abs(), 1000)).unwrap_or(MIN_DAYS);
    let fitting = StripUnit::ALL.into_iter().find_map(|unit| {
        let gaps = find_gaps(unit, shown, held, room);
        let n_skipped: i32 = gaps.iter().map(|(from, to)| to - from + 1).sum();
        let n_cells = unit.cell_of(shown.last) - unit.cell_of(shown.first) + 1 - n_skipped;
        let n_breaks = i32::try_from(gaps.len()).unwrap_or(0);
        let width = n_cells + n_breaks * i32::try_from(BREAK_WIDTH).unwrap_or(1);
        (width <= room || unit == StripUnit::Century).then_some((unit, gaps))
    });
    let (unit, gaps) = fitting.unwrap_or_default();
    (unit, lay_out(unit, shown, &gaps))
}

fn at_least(days: DaySpan, n_days: i32) -> DaySpan {
    let missing = n_days - i32::try_from(days.n_days()).unwrap_or(i32::MAX);
    if missing <= 0 { days } else { DaySpan::new(days.first - missing / 2, days.last + (missing + 1) / 2) }
}

/// The longest stretches of cells without a date, from and to, in order.
fn find_gaps(unit: StripUnit, shown: DaySpan, held: &[DaySpan], room: i32) -> Vec<(i32, i32)> {
    let least = MIN_GAP.max(room / MIN_GAP_PART);
    let mut gaps = Vec::new();
    let mut end: Option<i32> = None;
    for stretch in held.iter().filter(|stretch| stretch.overlaps(shown)) {
        let from = unit.cell_of(stretch.first.max(shown.first));
        if let Some(end) = end
            && from - end > least
        {
            let (whole, exact) = (whole_years(unit, end + 1, from - 1), (end + 1, from - 1));
            gaps.push(if whole.1 - whole.0 >= least { whole } else { exact });
        }
        end = end.max(Some(unit.cell_of(stretch.last.min(shown.last))));
    }
    gaps.sort_by_key(|(from, to)| (from - to, *from));
    gaps.truncate(N_BREAKS);
    gaps.sort_unstable();
    gaps
}

/// The whole years of a gap between months, so that a year is left out or shown but not begun in the middle.
fn whole_years(unit: StripUnit, from: i32, to: i32) -> (i32, i32) {
    let in_a_year = match unit {
        StripUnit::Month => 12,
        StripUnit::Quarter => 4,
        _ => return (from, to),
    };
    (from + (-from).rem_euclid(in_a_year), to - (to + 1).rem_euclid(in_a_year))
}

fn lay_out(unit: StripUnit, shown: DaySpan, gaps: &[(i32, i32)]) -> Vec<StripSlot> {
    let (mut cell, end) = (unit.cell_of(shown.first), unit.cell_of(shown.last));
    let mut slots: Vec<StripSlot> = Vec::new();
    while cell <= end {
        let gap = gaps.iter().find(|(from, _)| *from == cell);
        let last = gap.map_or(cell, |(_, to)| *to);
        let days = DaySpan::new(unit.first_day(cell), unit.first_day(last + 1) - 1);
        let is_first = slots.last().is_none_or(|slot| slot.is_break);
        let label = days_in_words(days);
        let (tick, width) = match gap {
            Some(_) => (Tick::default(), BREAK_WIDTH),
            None => (tick_at(unit, unit.days(cell), is_first), 1),
        };
        slots.push(StripSlot { days, label, tick, is_break: gap.is_some(), width });
        cell = last + 1;
    }
    slots
}

/// What the axis says at a bucket; in full at the first one and after a break.
fn tick_at(unit: StripUnit, days: DaySpan, is_first: bool) -> Tick {
    let date = Date::from_number(days.first.into());
    let year = date.year.to_string();
    let tick = |text: &str, rank| Tick { text: text.to_owned(), rank };
    match unit {
        StripUnit::Day | StripUnit::Week if is_first => {
            tick(&format!("{} {} {year}", date.day, short_month(date)), 0)
        }
        StripUnit::Month | StripUnit::Quarter if is_first && date.month > 1 => {
            tick(&format!("{} {year}", short_month(date)), 0)
        }
        StripUnit::Day if date.day == 1 => tick(&month_or_year(date), u8::from(date.month > 1)),
        StripUnit::Day if date.weekday() == 1 => tick(&date.day.to_string(), 2),
        StripUnit::Day => tick(&date.day.to_string(), 4),
        StripUnit::Week => {
            // A week bears the name of the month that begins in it.
            let last = Date::from_number(days.last.into());
            match last.day <= 7 {
                true => tick(&month_or_year(last), u8::from(last.month > 1)),
                false => Tick::default(),
            }
        }
        StripUnit::Month | StripUnit::Quarter if date.month == 1 => tick(&year, 0),
        StripUnit::Quarter => tick(&short_month(date), 3),
        StripUnit::Month if date.month == 7 => tick(&short_month(date), 1),
        StripUnit::Month if date.month % 3 == 1 => tick(&short_month(date), 2),
        StripUnit::Month => tick(&short_month(date), 4),
        _ if is_first || date.year % 100 == 0 => tick(&year, 0),
        _ if date.year % 10 == 0 => tick(&year, 1),
        _ if date.year % 5 == 0 => tick(&year, 2),
        _ => tick(&year, 4),
    }
}

fn month_or_year(date: Date) -> String {
    if date.month == 1 { date.year.to_string() } else { short_month(date) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(range: &str) -> DaySpan {
        DaySpan::of_range(range).expect("a range")
    }

    fn labels(slots: &[StripSlot]) -> Vec<&str> {
        slots.iter().map(|slot| slot.label.as_str()).collect()
    }

    #[test]
    fn the_unit_follows_the_range_and_the_room() {
        for (range, n_slots, unit) in [
            ("2023-04", 96, StripUnit::Day),
            ("2023-04..2023-12", 96, StripUnit::Week),
            ("2022..2024", 96, StripUnit::Month),
            ("2022..2024", 30, StripUnit::Quarter),
            ("1990..2024", 96, StripUnit::Year),
            ("1700..2024", 96, StripUnit::Decade),
            ("0001..2024", 96, StripUnit::Century),
        ] {
            let (found, slots) = cut(days(range), &[days(range)], n_slots);
            assert_eq!(found, unit, "{range}");
            assert_eq!(
                slots.iter().map(|slot| slot.width).sum::<u32>(),
                u32::try_from(slots.len()).unwrap_or(0)
            );
            assert!(slots.windows(2).all(|pair| pair[0].days.last + 1 == pair[1].days.first), "{range}");
        }
    }

    #[test]
    fn a_gap_of_decades_becomes_one_slot_that_names_it() {
        let held = [days("1945"), days("2022..2023")];
        let (unit, slots) = cut(days("1945..2023"), &held, 96);
        assert_eq!(unit, StripUnit::Month);
        assert_eq!(slots.len(), 12 + 1 + 24);
        assert!(slots[12].is_break);
        assert_eq!(slots[12].label, "1946 to 2021");
        assert_eq!((slots[0].tick.text.as_str(), slots[13].tick.text.as_str()), ("1945", "2022"));
    }

    #[test]
    fn a_break_between_months_leaves_out_whole_years() {
        let held = [days("2008-03"), days("2022-11..2023-12")];
        let (_, slots) = cut(days("2008-03..2023-12"), &held, 54);
        let breaks: Vec<_> =
            slots.iter().filter(|slot| slot.is_break).map(|slot| slot.label.as_str()).collect();
        assert_eq!(breaks, ["2009 to 2021"]);
    }

    #[test]
    fn a_single_day_stands_among_its_neighbors() {
        let (unit, slots) = cut(days("2023-04-20"), &[days("2023-04-20")], 96);
        assert_eq!((unit, slots.len()), (StripUnit::Day, 21));
        assert!(labels(&slots).contains(&"20 April 2023"));
    }

    #[test]
    fn the_ends_of_the_calendar_hold() {
        for range in ["0001", "9999", "..", "9999-12-31"] {
            let (_, slots) = cut(days(range), &[days(range)], 96);
            assert!(!slots.is_empty() && slots.len() <= 101, "{range}");
        }
    }
}
