//! [`Expression`] and the date it is reckoned from into [`Timex`].
//!
//! A refiner: it never looks at the text again. What no reference places keeps an `X`.

use super::calendar::{Date, days_in_month};
use super::holiday::Holiday;
use super::sequence::Context;
use super::words::Unit;
use super::{Expression, Reading, Tense, Timex, TimexKind, Year};

/// What a reading comes to.
struct Placed {
    value: String,
    /// Whether the reference was needed.
    is_reckoned: bool,
    is_certain: bool,
    rivals: Vec<String>,
}

impl Placed {
    fn plain(value: impl Into<String>) -> Self {
        Self { value: value.into(), is_reckoned: false, is_certain: true, rivals: Vec::new() }
    }

    fn open(value: impl Into<String>) -> Self {
        Self { is_certain: false, ..Self::plain(value) }
    }

    fn reckoned(value: impl Into<String>) -> Self {
        Self { is_reckoned: true, ..Self::plain(value) }
    }

    fn rivalled(value: impl Into<String>, rival: impl Into<String>) -> Self {
        Self { value: value.into(), is_reckoned: true, is_certain: false, rivals: vec![rival.into()] }
    }
}

/// Gives an expression its value, by what the text has spoken of before.
pub(super) fn resolve(expression: &Expression, context: &Context) -> Timex {
    let mut placed = place(expression, context);
    if let Some(time) = &expression.time {
        placed.value = with_time(placed.value, time);
        placed.rivals = placed.rivals.into_iter().map(|rival| with_time(rival, time)).collect();
    }
    let is_apart = matches!(expression.reading, Reading::Apart { .. });
    let from = if is_apart { context.last.or(context.reference) } else { context.reference };
    Timex {
        span: expression.span,
        kind: expression.kind,
        value: placed.value,
        modifier: expression.modifier,
        rule: expression.rule,
        reference: from.filter(|_| placed.is_reckoned).map(|date| date.to_string()),
        certain: placed.is_certain,
        rivals: placed.rivals,
    }
}

fn with_time(day: String, time: &str) -> String {
    let is_day = day.len() == 10 && !day.contains('W');
    if is_day { day + time } else { format!("XXXX-XX-XX{time}") }
}

fn place(expression: &Expression, context: &Context) -> Placed {
    let reference = context.reference;
    match expression.reading {
        Reading::Fixed(ref value) => Placed::plain(value.clone()),
        Reading::Calendar { month: None, day: Some(day), weekday: Some(weekday), .. } => {
            place_weekday_of(expression.tense, reference, weekday, day)
        }
        Reading::Calendar { year, month, day, weekday } => {
            place_calendar(expression.tense, reference, year, month, day, weekday)
        }
        Reading::Weekday { weekday, shift } => place_weekday(expression.tense, reference, weekday, shift),
        Reading::Month { month, shift } => place_month(reference, month, shift),
        Reading::Unit { unit: Unit::Weekend, shift: 0 } => place_weekend(expression.tense, reference),
        Reading::Unit { unit, shift } => place_unit(reference, unit, shift, expression.kind),
        Reading::Within { unit, shift, width } => place_within(reference, unit, shift, width),
        Reading::WeekOf { month, day, year } => {
            let day = place_calendar(expression.tense, reference, year, Some(month), Some(day), None);
            let value = Date::parse(&day.value).map_or("XXXX-WXX".to_owned(), week);
            Placed { value, rivals: Vec::new(), ..day }
        }
        Reading::Apart { unit, shift } => {
            Placed { is_certain: false, ..place_apart(context, unit, shift, expression.kind) }
        }
        Reading::Season { season, year, shift } => {
            place_season(expression.tense, reference, season, year, shift)
        }
        Reading::Quarter { quarter, year } => {
            place_part(expression.tense, reference, year, &format!("Q{quarter}"), quarter * 3)
        }
        Reading::Half { half, year } => {
            place_part(expression.tense, reference, year, &format!("H{half}"), half * 6)
        }
        Reading::Holiday { holiday, year, shift } => {
            place_holiday(expression.tense, reference, holiday, year, shift)
        }
        Reading::SamePart { years, is_named } => place_same_part(context, years, is_named),
        Reading::SamePartOf { year } => match &context.part {
            Some((_, part)) => Placed { is_certain: false, ..Placed::plain(four_digits(year) + part) },
            None => Placed::plain(four_digits(year)),
        },
        Reading::FiscalYear { shift } => match reference {
            Some(date) => Placed::reckoned(format!("FY{}", four_digits(date.year + shift))),
            None => Placed::open("FYXXXX"),
        },
    }
}

/// `ten years ago this week`: the day so far off, as wide as the words say.
fn place_within(reference: Option<Date>, unit: Unit, shift: i32, width: Unit) -> Placed {
    let months = match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Year => 12,
        Unit::Decade => 120,
        Unit::Century => 1200,
        _ => 0,
    };
    let days = match unit {
        Unit::Day => 1,
        Unit::Week | Unit::Weekend => 7,
        Unit::Fortnight => 14,
        _ => 0,
    };
    let shift = i64::from(shift);
    let day = reference.map(|day| day.plus_months(shift * months).plus_days(shift * days));
    place_unit(day, width, 0, TimexKind::Date)
}

/// From the date last spoken of: by the day for days, by the month or year for longer units.
fn place_apart(context: &Context, unit: Unit, shift: i32, kind: TimexKind) -> Placed {
    let day = context.last.or(context.reference);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour if shift != 0 => {
            let Some((day, minutes)) = context.clock.filter(|_| unit != Unit::Second) else {
                return Placed::open("XXXX-XX-XXTXX:XX");
            };
            let minutes = minutes + i64::from(shift) * if unit == Unit::Hour { 60 } else { 1 };
            let day = day.plus_days(minutes.div_euclid(1440));
            let minutes = minutes.rem_euclid(1440);
            Placed::reckoned(format!("{day}T{:02}:{:02}", minutes / 60, minutes % 60))
        }
        Unit::Year | Unit::Decade | Unit::Century => {
            place_unit(context.last_start.or(day), unit, shift, kind)
        }
        Unit::Month | Unit::Quarter => place_unit(context.last_month.or(day), unit, shift, kind),
        _ => place_unit(day, unit, shift, kind),
    }
}

fn place_same_part(context: &Context, years: i32, is_named: bool) -> Placed {
    if let Some((year, part)) = context.part.as_ref().filter(|(_, part)| part.contains('Q') || is_named) {
        let value = four_digits(year.saturating_add(years)) + part;
        return Placed { is_certain: false, ..Placed::reckoned(value) };
    }
    let unit = if years == 0 { Unit::Quarter } else { Unit::Year };
    place_unit(context.reference, unit, years, TimexKind::Date)
}

fn place_holiday(
    tense: Tense,
    reference: Option<Date>,
    holiday: Holiday,
    year: Year,
    shift: Option<i32>,
) -> Placed {
    if let Some(date) = year_of(year, reference).and_then(|year| holiday.day(year)) {
        return Placed { is_reckoned: matches!(year, Year::Shift(_)), ..Placed::plain(date.to_string()) };
    }
    let Some(reference) = reference else {
        return Placed::open(match holiday {
            Holiday::Fixed { month, day } => written(None, Some(month), Some(day)),
            Holiday::Nth { month, .. } => format!("XXXX-{month:02}"),
            Holiday::Easter(_) | Holiday::Orthodox(_) => "XXXX".to_owned(),
        });
    };
    let is_meant = |date: &Date| match shift {
        Some(shift) if shift < 0 => *date < reference,
        Some(shift) if shift > 0 => *date > reference,
        Some(_) => date.year == reference.year,
        None => true,
    };
    let days = (reference.year - 1..=reference.year + 1).filter_map(|year| holiday.day(year));
    pick(tense, reference, days.filter(is_meant).collect())
}

/// A weekday that is a day of some month: `Friday the 13th`.
fn place_weekday_of(tense: Tense, reference: Option<Date>, weekday: u8, day: u8) -> Placed {
    let Some(reference) = reference else { return Placed::open(format!("XXXX-XX-{day:02}")) };
    let days = (-12..=12)
        .map(|months| reference.plus_months(months))
        .filter_map(|date| Date::new(date.year, date.month, day))
        .filter(|date| date.weekday() == weekday)
        .collect();
    pick(tense, reference, days)
}

/// How much nearer, in days, a day on the other side must be than the one the tense points to.
const TENSE_DAYS: i64 = 31;

/// The nearest of some days, on the side the sentence looks to unless the other side is much nearer.
fn pick(tense: Tense, reference: Date, mut days: Vec<Date>) -> Placed {
    let distance = |date: &Date| {
        let days = date.number() - reference.number();
        let is_against = tense == Tense::Future && days < 0 || tense == Tense::Past && days > 0;
        let against = if !is_against {
            0
        } else if days.abs() > TENSE_DAYS {
            366
        } else {
            TENSE_DAYS
        };
        days.abs() + against
    };
    days.sort_by_key(|date| (distance(date), *date));
    match days.first() {
        Some(date) => Placed::reckoned(date.to_string()),
        None => Placed::open("XXXX-XX-XX"),
    }
}

/// The weekend just past early in the week and where the sentence looks back, else that of this week.
fn place_weekend(tense: Tense, reference: Option<Date>) -> Placed {
    let is_past = reference.is_some_and(|date| match tense {
        Tense::Past => date.weekday() <= 5,
        Tense::Open => date.weekday() <= 3,
        Tense::Future => false,
    });
    place_unit(reference, Unit::Weekend, -i32::from(is_past), TimexKind::Date)
}

/// The printed year, or the reference's year moved on; `None` where it is open.
fn year_of(year: Year, reference: Option<Date>) -> Option<i32> {
    match year {
        Year::Open => None,
        Year::Is(year) => Some(year),
        Year::Shift(shift) => reference.map(|date| (date.year + shift).clamp(1, 9999)),
    }
}

/// A year as TIMEX3 writes it, kept within 1 to 9999.
fn four_digits(year: i32) -> String {
    format!("{:04}", year.clamp(1, 9999))
}

/// A calendar date with what is missing as `X`.
fn written(year: Option<i32>, month: Option<u8>, day: Option<u8>) -> String {
    let mut value = year.map_or("XXXX".to_owned(), four_digits);
    if let Some(month) = month {
        value += &format!("-{month:02}");
        if let Some(day) = day {
            value += &format!("-{day:02}");
        }
    }
    value
}

fn place_calendar(
    tense: Tense,
    reference: Option<Date>,
    year: Year,
    month: Option<u8>,
    day: Option<u8>,
    weekday: Option<u8>,
) -> Placed {
    // A day that its month lacks, as in "February 30": the month is what can be kept.
    let day = day.filter(|day| month.is_some_and(|month| *day <= days_in_month(2024, month)));
    let is_shifted = matches!(year, Year::Shift(_));
    if let Some(year) = year_of(year, reference) {
        let day = day.filter(|day| month.is_some_and(|month| *day <= days_in_month(year, month)));
        let placed = Placed::plain(written(Some(year), month, day));
        return Placed { is_certain: agrees(year, month, day, weekday), is_reckoned: is_shifted, ..placed };
    }
    let (Some(reference), Some(month), Year::Open) = (reference, month, year) else {
        return Placed::open(written(None, month, day));
    };
    let Some(day) = day else {
        return place_bare_month(tense, reference, month);
    };
    let days: Vec<Date> =
        (reference.year - 4..=reference.year + 4).filter_map(|year| Date::new(year, month, day)).collect();
    let fits = |date: &&Date| weekday.is_some_and(|weekday| date.weekday() == weekday);
    let fitting: Vec<Date> = days.iter().filter(fits).copied().collect();
    if fitting.is_empty() {
        return pick(tense, reference, days);
    }
    pick(tense, reference, fitting)
}

/// Whether the weekday printed with a date is the one the calendar gives.
fn agrees(year: i32, month: Option<u8>, day: Option<u8>, weekday: Option<u8>) -> bool {
    let (Some(month), Some(day), Some(weekday)) = (month, day, weekday) else { return true };
    Date::new(year, month, day).is_some_and(|date| date.weekday() == weekday)
}

/// The last such month, or the next where the sentence looks ahead; the reference's own month in either case.
fn place_bare_month(tense: Tense, reference: Date, month: u8) -> Placed {
    let past = reference.year - i32::from(month > reference.month);
    let next = reference.year + i32::from(month < reference.month);
    let value = |year: i32| written(Some(year), Some(month), None);
    match tense {
        _ if past == next => Placed::reckoned(value(past)),
        Tense::Past => Placed::reckoned(value(past)),
        Tense::Future => Placed::reckoned(value(next)),
        Tense::Open => Placed::rivalled(value(past), value(next)),
    }
}

fn place_month(reference: Option<Date>, month: u8, shift: i32) -> Placed {
    let Some(reference) = reference else { return Placed::open(written(None, Some(month), None)) };
    let year = match shift {
        0 => reference.year,
        shift if shift < 0 => reference.year - i32::from(month >= reference.month),
        _ => reference.year + i32::from(month <= reference.month),
    };
    Placed::reckoned(written(Some(year), Some(month), None))
}

fn place_weekday(tense: Tense, reference: Option<Date>, weekday: u8, shift: Option<i32>) -> Placed {
    let Some(reference) = reference else { return Placed::open(format!("XXXX-WXX-{weekday}")) };
    let back = (i64::from(reference.weekday()) + 7 - i64::from(weekday)) % 7;
    let past = reference.plus_days(-back);
    let next = reference.plus_days((7 - back) % 7);
    let date = match (shift, tense) {
        (Some(shift), _) if shift < 0 => reference.plus_days(-if back == 0 { 7 } else { back }),
        (Some(shift), _) if shift > 0 => reference.plus_days(7 - back),
        (Some(_), Tense::Past) => past,
        (Some(_), _) => reference.plus_days(i64::from(weekday) - i64::from(reference.weekday())),
        (None, Tense::Future) => next,
        (None, Tense::Past) => past,
        (None, Tense::Open) if past == next => past,
        (None, Tense::Open) => return Placed::rivalled(past.to_string(), next.to_string()),
    };
    Placed::reckoned(date.to_string())
}

fn place_unit(from: Option<Date>, unit: Unit, shift: i32, kind: TimexKind) -> Placed {
    let Some(from) = from else { return Placed::open(open_unit(unit, kind)) };
    let shift = i64::from(shift);
    let value = match unit {
        Unit::Hour => from.plus_days(shift / 24).to_string(),
        Unit::Second | Unit::Minute => from.to_string(),
        Unit::Day => from.plus_days(shift).to_string(),
        Unit::Week => week(from.plus_days(shift * 7)),
        Unit::Fortnight => week(from.plus_days(shift * 14)),
        Unit::Weekend => week(from.plus_days(shift * 7)) + "-WE",
        Unit::Month => month(from.plus_months(shift)),
        Unit::Quarter => {
            let date = from.plus_months(shift * 3);
            format!("{:04}-Q{}", date.year, (date.month - 1) / 3 + 1)
        }
        Unit::Year if i64::from(from.year) + shift < 1 => {
            format!("BC{:04}", (1 - i64::from(from.year) - shift).min(9999))
        }
        Unit::Year => format!("{:04}", from.plus_months(shift.saturating_mul(12)).year),
        Unit::Decade => format!("{:03}", from.plus_months(shift.saturating_mul(120)).year / 10),
        Unit::Century => format!("{:02}", from.plus_months(shift.saturating_mul(1200)).year / 100),
    };
    Placed::reckoned(value)
}

fn open_unit(unit: Unit, kind: TimexKind) -> &'static str {
    match unit {
        _ if kind == TimexKind::Time => "XXXX-XX-XX",
        Unit::Second | Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week | Unit::Fortnight => "XXXX-WXX",
        Unit::Weekend => "XXXX-WXX-WE",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year => "XXXX",
        Unit::Decade => "XXX",
        Unit::Century => "XX",
    }
}

fn week(date: Date) -> String {
    let (year, week) = date.iso_week();
    format!("{year:04}-W{week:02}")
}

fn month(date: Date) -> String {
    format!("{:04}-{:02}", date.year, date.month)
}

fn place_season(
    tense: Tense,
    reference: Option<Date>,
    season: &str,
    year: Year,
    shift: Option<i32>,
) -> Placed {
    let last_month = match season {
        "SP" => 5,
        "SU" => 8,
        "FA" => 11,
        _ => 12,
    };
    let (Some(reference), Some(shift)) = (reference, shift) else {
        return place_part(tense, reference, year, season, last_month);
    };
    let is_over = reference.month > last_month;
    let year = match shift {
        0 => reference.year,
        shift if shift < 0 => reference.year - i32::from(!is_over),
        _ => reference.year + i32::from(reference.month + 2 >= last_month),
    };
    Placed::reckoned(format!("{}-{season}", four_digits(year)))
}

/// A part of a year that ends with `last_month`.
fn place_part(tense: Tense, reference: Option<Date>, year: Year, part: &str, last_month: u8) -> Placed {
    let is_shifted = matches!(year, Year::Shift(_));
    if let Some(year) = year_of(year, reference) {
        let placed = Placed::plain(format!("{}-{part}", four_digits(year)));
        return Placed { is_reckoned: is_shifted, ..placed };
    }
    let Some(reference) = reference else { return Placed::open(format!("XXXX-{part}")) };
    let has_begun = reference.month + 3 > last_month;
    let past = reference.year - i32::from(!has_begun);
    match tense {
        Tense::Future => Placed::reckoned(format!(
            "{}-{part}",
            four_digits(reference.year + i32::from(reference.month > last_month))
        )),
        _ => Placed { is_certain: false, ..Placed::reckoned(format!("{}-{part}", four_digits(past))) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_weekdays_look_the_way_the_sentence_looks() {
        let reference = Date::parse("2023-04-20");
        let value = |tense, month| place_bare_month(tense, reference.expect("a date"), month).value;
        assert_eq!(value(Tense::Future, 7), "2023-07");
        assert_eq!(value(Tense::Past, 7), "2022-07");
        assert_eq!(place_weekday(Tense::Open, reference, 4, None).value, "2023-04-20", "the day itself");
        assert_eq!(place_weekday(Tense::Past, reference, 4, Some(-1)).value, "2023-04-13");
        assert_eq!(place_weekday(Tense::Future, reference, 5, None).value, "2023-04-21");
        assert_eq!(place_weekday(Tense::Future, None, 4, None).value, "XXXX-WXX-4");
    }
}
