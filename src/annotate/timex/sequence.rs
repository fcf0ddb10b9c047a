//! The [`Expression`]s of one article, in order, into [`Timex`]es: what `later`, `that day` and `the same period`
//! are reckoned from is the date last spoken of.

use super::calendar::Date;
use super::value::resolve;
use super::words::Unit;
use super::{Expression, Reading, Timex, Year, rule};

/// What the text has spoken of so far, and the day it was published.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    /// The day the text was published.
    pub(super) reference: Option<Date>,
    /// The day last spoken of.
    pub(super) last: Option<Date>,
    /// The first day of the year, month or day last spoken of.
    pub(super) last_start: Option<Date>,
    /// The first day of the month, or the day, last spoken of.
    pub(super) last_month: Option<Date>,
    /// Year and rest of the quarter or month last spoken of: `-Q3`, `-07`.
    pub(super) part: Option<(i32, String)>,
    /// Where that quarter was spoken of, a byte offset; `None` for months.
    quarter_end: Option<u32>,
    /// The minute last spoken of: its day and the minutes since midnight.
    pub(super) clock: Option<(Date, i64)>,
}

/// The gap in bytes between a time of day and the day it belongs to, at most: `) on `.
const MAX_GAP: u32 = 5;
/// The least such gap: ` on `; less may be the end of a sentence.
const MIN_GAP: u32 = 4;
/// The gap in bytes between the days of a range, at most: ` through `.
const MAX_RANGE_GAP: u32 = 9;
/// How far behind a quarter `a year earlier` still means that quarter's year before, in bytes: a sentence.
const QUARTER_REACH: u32 = 200;

/// Gives every expression of one article its value; `reference` is the day the text was published.
#[must_use]
pub fn resolve_all(expressions: &[Expression], reference: Option<Date>) -> Vec<Timex> {
    let mut context = Context { reference, ..Context::default() };
    let place = |at: usize| {
        let bound = bind_clock(expressions, at).or_else(|| context.bind_quarter(&expressions[at]));
        let mut timex = resolve(bound.as_ref().unwrap_or(&expressions[at]), &context);
        if let Some(before) = at.checked_sub(1) {
            context.keep_order(&expressions[before], &expressions[at], &mut timex);
        }
        context.note(&timex);
        timex
    };
    (0..expressions.len()).map(place).collect()
}

fn is_clock(expression: &Expression) -> bool {
    expression.rule == rule::CLOCK
        && matches!(expression.reading, Reading::Apart { unit: Unit::Day, shift: 0 })
        && expression.time.as_ref().is_some_and(|time| time.contains(':'))
}

/// `15:30 local time (1430 UTC) on Tuesday`: both times are Tuesday's.
fn bind_clock(expressions: &[Expression], at: usize) -> Option<Expression> {
    let clock = &expressions[at];
    if !is_clock(clock) {
        return None;
    }
    let second = expressions.get(at + 1).filter(|next| is_clock(next) && gap(clock, next) <= MAX_GAP);
    let (before, day_at) = second.map_or((clock, at + 1), |second| (second, at + 2));
    let day = expressions.get(day_at)?;
    let is_day = match day.reading {
        Reading::Weekday { .. } | Reading::Unit { unit: Unit::Day, .. } => day.time.is_none(),
        Reading::Calendar { day: number, .. } => number.is_some(),
        _ => false,
    };
    let fits = is_day && (MIN_GAP..=MAX_GAP).contains(&gap(before, day));
    fits.then(|| Expression { reading: day.reading.clone(), tense: day.tense, ..clock.clone() })
}

fn gap(first: &Expression, second: &Expression) -> u32 {
    second.span.start.saturating_sub(first.span.end)
}

impl Context {
    /// `a year earlier` in a sentence about a quarter means the same quarter of that year.
    fn bind_quarter(&self, expression: &Expression) -> Option<Expression> {
        let years = match expression.reading {
            Reading::Unit { unit: Unit::Year, shift } | Reading::Apart { unit: Unit::Year, shift } => shift,
            _ => return None,
        };
        let is_near =
            self.quarter_end.is_some_and(|end| expression.span.start.saturating_sub(end) <= QUARTER_REACH);
        let is_ago = expression.rule == rule::AGO && years == -1;
        let reading = Reading::SamePart { years, is_named: false };
        (is_near && is_ago).then(|| Expression { reading, ..expression.clone() })
    }

    /// In `November 20 to January 9` the second day is the later one.
    fn keep_order(&self, before: &Expression, expression: &Expression, timex: &mut Timex) {
        let is_open = |expression: &Expression| {
            matches!(
                expression.reading,
                Reading::Calendar { year: Year::Open, month: Some(_), day: Some(_), .. }
            )
        };
        let (Some(first), Some(second)) = (self.last, Date::parse(&timex.value)) else { return };
        let is_range = is_open(before) && is_open(expression) && gap(before, expression) <= MAX_RANGE_GAP;
        let next = Date::new(second.year + 1, second.month, second.day);
        if let Some(next) = next.filter(|_| is_range && second < first) {
            timex.value = next.to_string();
        }
    }

    fn note(&mut self, timex: &Timex) {
        let value = &timex.value;
        if let Some(day) = Date::parse(value) {
            (self.last, self.last_start, self.last_month) = (Some(day), Some(day), Some(day));
            self.clock = minutes(value).map(|minutes| (day, minutes)).or(self.clock);
            return;
        }
        let year = value.get(0..4).and_then(|year| year.parse::<i32>().ok());
        let Some(year) = year.filter(|_| timex.rule != rule::DURATION) else { return };
        let rest = &value[4..];
        let is_quarter = rest.starts_with("-Q");
        if is_quarter || rest.len() == 3 && rest[1..].bytes().all(|byte| byte.is_ascii_digit()) {
            self.part = Some((year, rest.to_owned()));
            self.quarter_end = is_quarter.then_some(timex.span.end);
        }
        let month = rest.get(1..3).and_then(|month| month.parse().ok());
        self.last_start = Date::new(year, month.unwrap_or(1), 1).or(self.last_start);
        self.last_month = month.and_then(|month| Date::new(year, month, 1)).or(self.last_month);
    }
}

fn minutes(value: &str) -> Option<i64> {
    let (hour, minute) = value.split_once('T')?.1.split_once(':')?;
    Some(hour.parse::<i64>().ok()? * 60 + minute.parse::<i64>().ok()?)
}
