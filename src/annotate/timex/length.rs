//! The parsers of times of day, lengths and seasons.

use super::find::{Core, Parser};
use super::words::Unit;
use super::{Reading, TimexKind, Year, rule};
use crate::annotate::token::Look;

impl Parser<'_> {
    /// `7:38 pm IST`, `5 p.m. local time`, `1408 UTC`, `18:00`.
    pub(super) fn read_clock(&self, at: usize) -> Option<Core> {
        let token = &self.tokens[at];
        let figure = token.of(self.text);
        if let Some(time) = self.read_race_time(at) {
            return Some(time);
        }
        let (hour, minute) = match figure.split_once([':', '.']) {
            Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
            Some(_) => return None,
            None if figure.len() == 4 && self.word(at + 1).zone => (token.number / 100, token.number % 100),
            None => (self.number(at, 0..=24)?, 0),
        };
        let half = self.word(at + 1).half;
        let is_oclock = self.says(at + 1, "o'clock") || self.says(at + 1, "o’clock");
        let is_clock = is_oclock
            || figure.contains(':')
            || half.is_some()
            || (figure.len() == 4 && self.word(at + 1).zone);
        if !is_clock
            || hour > 24
            || minute > 59
            || (hour == 24 && minute > 0)
            || (half.is_some() && hour > 12)
        {
            return None;
        }
        let hour = match half {
            Some(12) if hour < 12 => hour + 12,
            Some(0) if hour == 12 => 0,
            _ => hour,
        };
        let mut end = at + 1 + usize::from(half.is_some() || is_oclock);
        let is_part = self.says(end, "in") && self.is_the(end + 1);
        if is_part && let Some(part) = self.word(end + 2).part {
            let hour = if hour < 12 && matches!(part, "AF" | "EV") { hour + 12 } else { hour };
            let mut core = Core::new(
                at..end + 3,
                TimexKind::Time,
                Reading::Apart { unit: Unit::Day, shift: 0 },
                rule::CLOCK,
            );
            core.time = Some(format!("T{hour:02}:{minute:02}"));
            return Some(core);
        }
        let is_bracketed = self.is_mark(end, b'(') && self.word(end + 1).zone && self.is_mark(end + 2, b')');
        if is_bracketed {
            end += 3;
        } else if self.word(end).zone || (half.is_some() && self.word(end).short_zone) {
            end += 1;
        } else if let Some(zone_end) = self.zone_time(end) {
            end = zone_end;
        }
        let mut core =
            Core::new(at..end, TimexKind::Time, Reading::Apart { unit: Unit::Day, shift: 0 }, rule::CLOCK);
        core.time = Some(format!("T{hour:02}:{minute:02}"));
        Some(self.with_day(core))
    }

    /// `local time`, `Eastern Daylight time`, `US east coast time`: where it ends.
    fn zone_time(&self, at: usize) -> Option<usize> {
        let is_zone = |at: usize| {
            self.token(at).is_some_and(|token| token.is_capital() && token.is(Look::SPACED))
                || ["local", "east", "west", "coast"].iter().any(|word| self.says(at, word))
        };
        let end = (at..at + 4).find(|end| !is_zone(*end) || self.says(*end, "time"))?;
        (end > at && self.says(end, "time") && self.word(at).weekday.is_none()).then_some(end + 1)
    }

    /// `2:14:04`, the time of a race.
    fn read_race_time(&self, at: usize) -> Option<Core> {
        let mut parts = self.tokens[at].of(self.text).split(':').map(|part| part.parse::<u32>().ok());
        let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next()??);
        let is_short = hours < 10 && minutes < 60 && seconds < 60 && self.word(at + 1).half.is_none();
        let value = Reading::Fixed(format!("PT{hours}H{minutes}M{seconds}S"));
        is_short.then(|| Core::new(at..at + 1, TimexKind::Duration, value, rule::DURATION))
    }

    /// A number in figures or words, `a few`, `several`: its end and its value, if it has one.
    pub(super) fn amount(&self, at: usize) -> Option<(usize, Option<u32>)> {
        if let Some(number) = self.number(at, 0..=1_000_000) {
            return Some((at + 1, Some(number)));
        }
        let word = self.word(at);
        if word.article.is_some() {
            let of = usize::from(self.says(at + 2, "of"));
            let next = self.word(at + 1);
            if next.vague {
                let is_couple = self.says(at + 1, "couple");
                return Some((at + 2 + of, is_couple.then_some(2)));
            }
            return Some((at + 1, Some(1)));
        }
        if word.vague {
            // "As many days" counts what was counted before.
            let is_compared = at > 0 && ["as", "so", "how", "too"].iter().any(|word| self.says(at - 1, word));
            return (!is_compared).then(|| (at + 1 + usize::from(self.says(at + 1, "of")), None));
        }
        let mut number = u32::try_from(word.number?).ok()?;
        let mut end = at + 1;
        if (20..100).contains(&number)
            && let Some(ones) = self.word(end).number.filter(|ones| *ones < 10)
        {
            number += u32::try_from(ones).unwrap_or(0);
            end += 1;
        } else if number >= 20
            && self.is_hyphen(end)
            && let Some(ones) = self.word(end + 1).number.filter(|ones| *ones < 10)
        {
            number += u32::try_from(ones).unwrap_or(0);
            end += 2;
        }
        Some((end, Some(number)))
    }

    /// `46.92 seconds`, `2.5 years`.
    pub(super) fn read_decimal(&self, at: usize) -> Option<Core> {
        let figure = self.tokens[at].of(self.text);
        let hyphen = usize::from(self.is_hyphen(at + 1));
        let word = self.word(at + 1 + hyphen);
        let (whole, part) = figure.split_once('.')?;
        let is_number = [whole, part].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        let unit = word.units.or(word.unit.filter(|_| hyphen == 1))?;
        let value = Reading::Fixed(unit.duration(Some(0)).replace('0', figure));
        is_number.then(|| Core::new(at..at + 2 + hyphen, TimexKind::Duration, value, rule::DURATION))
    }

    /// The second number of `two or three`, `15 to 20`, where a unit follows it.
    pub(super) fn amount_of_range(&self, end: usize) -> Option<(usize, Option<u32>)> {
        let is_link =
            self.says(end, "to") || self.says(end, "or") || self.is_hyphen(end) || self.is_mark(end, b'_');
        let is_number = self.token(end + 1).is_some_and(|next| next.is(Look::NUMBER))
            || self.word(end + 1).number.is_some();
        if !is_link || !is_number {
            return None;
        }
        let (end, amount) = self.amount(end + 1)?;
        let unit_at = end + usize::from(self.is_hyphen(end));
        (self.word(unit_at).units.is_some() || self.word(unit_at).unit.is_some() && unit_at > end)
            .then_some((end, amount))
    }

    /// `two days`, `a year ago`, `40-year-old`, `two and a half years`.
    pub(super) fn read_amount(&self, at: usize) -> Option<Core> {
        if let Some(rate) = self.read_rate(at) {
            return Some(rate);
        }
        if self.says(at, "some") && self.says(at + 1, "day") {
            let value = Reading::Fixed("FUTURE_REF".to_owned());
            return Some(Core::date(at..at + 2, value, rule::REFERENCE));
        }
        let (mut end, mut amount) = self.amount(at)?;
        if amount.is_some()
            && self.word(at).article.is_none()
            && let Some(range) = self.amount_of_range(end)
        {
            (end, amount) = range;
        }
        let mut has_half = false;
        let is_figure = self.says(end, "1") && self.is_mark(end + 1, b'/') && self.says(end + 2, "2");
        if is_figure || self.says(end, "and") && self.says(end + 1, "a") && self.word(end + 2).half_of {
            (end, has_half) = (end + 3, true);
        } else if self.says(end, "and") && self.says(end + 1, "one") && self.word(end + 3).half_of {
            (end, has_half) = (end + 4, true);
        }
        let is_hyphen = self.is_hyphen(end);
        end += usize::from(is_hyphen);
        let is_adjective = self.word(end).length_adjective;
        end += usize::from(is_adjective && !is_hyphen);
        let word = self.word(end);
        let unit = word.unit.or(word.units)?;
        // "One day" is as indefinite as "a day".
        let is_article = (self.word(at).article.is_some() || self.says(at, "one")) && end == at + 1;
        let is_singular = word.unit.is_some();
        let is_year = self.number(at, 1900..=2100).is_some() && !self.says(end + 1, "old");
        let is_counted = amount != Some(1) && unit != Unit::Second && unit != Unit::Quarter && !is_year;
        if is_singular && !is_hyphen && !(is_article || amount == Some(1) || is_counted) {
            return None;
        }
        if is_article && !self.is_length(at, end) {
            return None;
        }
        let mut core = self.length(at, end, Some(unit), amount)?;
        if has_half && core.kind == TimexKind::Duration {
            let amount = amount.unwrap_or(0);
            core.reading = Reading::Fixed(match unit {
                Unit::Year => format!("P{amount}Y6M"),
                Unit::Hour => format!("PT{amount}H30M"),
                _ => unit.duration(Some(0)).replace('0', &format!("{amount}.5")),
            });
        }
        Some(core)
    }

    /// Whether `a` before a unit at `end` counts it: `for a year`, `a year ago`.
    fn is_length(&self, at: usize, end: usize) -> bool {
        let unit = self.word(end).unit;
        if unit == Some(Unit::Second) || unit == Some(Unit::Quarter) {
            return false;
        }
        let next = self.word(end + 1);
        let is_led = at > 0 && self.word(at - 1).length_before;
        let is_noun =
            self.token(end + 1).is_some_and(|next| next.is_lower()) && self.says(at.wrapping_sub(1), "of");
        let is_more = self.says(end + 1, "and") && self.word(end + 3).half_of;
        let is_hence =
            self.says(end + 1, "from") && (self.says(end + 2, "now") || self.says(end + 2, "today"));
        is_more
            || is_hence
            || next.ago.is_some()
            || next.link
            || self.is_apart(end + 1)
            || (is_led && !is_noun)
    }

    /// `today` or `this week` behind `ten years ago`: where it ends, and how wide the date is.
    fn anniversary(&self, at: usize) -> Option<(usize, Unit)> {
        if self.word(at).day == Some(0) {
            return Some((at + 1, Unit::Day));
        }
        let unit = self.word(at + 1).unit.filter(|_| self.says(at, "this"))?;
        matches!(unit, Unit::Week | Unit::Month).then_some((at + 2, unit))
    }

    fn is_apart(&self, at: usize) -> bool {
        self.says(at, "earlier") || self.says(at, "later")
    }

    /// The length that ends in the unit at `end`, or the date so far from now or then.
    pub(super) fn length(
        &self,
        at: usize,
        end: usize,
        unit: Option<Unit>,
        amount: Option<u32>,
    ) -> Option<Core> {
        let unit = unit?;
        let next = self.word(end + 1);
        let count = amount.and_then(|amount| i32::try_from(amount).ok());
        if self.says(end + 1, "from") && (self.says(end + 2, "now") || self.says(end + 2, "today")) {
            let reading = count.map_or(Reading::Fixed("FUTURE_REF".to_owned()), |count| Reading::Unit {
                unit,
                shift: count,
            });
            return Some(Core::date(at..end + 3, reading, rule::AGO));
        }
        if let Some(sign) = next.ago {
            if let (Some(count), Some((stop, width))) = (count, self.anniversary(end + 2)) {
                let reading = Reading::Within { unit, shift: sign * count, width };
                return Some(Core::date(at..stop, reading, rule::AGO));
            }
            let reading = count.map_or(Reading::Fixed("PAST_REF".to_owned()), |count| Reading::Unit {
                unit,
                shift: sign * count,
            });
            return Some(Core::date(at..end + 2, reading, rule::AGO));
        }
        if self.is_apart(end + 1) && !self.says(end + 2, "than") {
            let sign = next.apart.unwrap_or(1);
            let open = if sign < 0 { "PAST_REF" } else { "FUTURE_REF" };
            let reading = count.map_or(Reading::Fixed(open.to_owned()), |count| Reading::Apart {
                unit,
                shift: sign * count,
            });
            return Some(Core::date(at..end + 2, reading, rule::AGO));
        }
        let mut stop = end + 1;
        let has_half =
            self.says(stop, "and") && self.word(stop + 1).article.is_some() && self.word(stop + 2).half_of;
        if has_half && let (Some(amount), Unit::Year | Unit::Hour) = (amount, unit) {
            let value = if unit == Unit::Year { format!("P{amount}Y6M") } else { format!("PT{amount}H30M") };
            let stop = stop + 3;
            return Some(Core::new(at..stop, TimexKind::Duration, Reading::Fixed(value), rule::DURATION));
        }
        if self.is_hyphen(stop) && self.says(stop + 1, "old") {
            stop += 2;
        } else if self.says(stop, "old") {
            stop += 1;
        } else if self.says(stop, "of") && self.says(stop + 1, "age")
            || self.says(stop, "or") && ["so", "more", "less"].iter().any(|word| self.says(stop + 1, word))
        {
            stop += 2;
        }
        Some(Core::new(at..stop, TimexKind::Duration, Reading::Fixed(unit.duration(amount)), rule::DURATION))
    }

    /// `summer 2004`, `the summer of 2004`, `in spring`, `the nineties`.
    pub(super) fn read_season(&self, at: usize) -> Option<Core> {
        let word = self.word(at);
        if let Some(decade) = word.decade {
            let is_led = at > 0 && (self.says(at - 1, "the") || self.word(at - 1).edge.is_some());
            return is_led.then(|| Core::date(at..at + 1, Reading::Fixed(decade.to_string()), rule::DECADE));
        }
        let season = word.season?;
        let (end, year) = self.year_after(at + 1);
        let has_the = self.before_is_the(at);
        let before = at.checked_sub(1 + usize::from(has_the));
        let is_led = before.is_some_and(|before| self.word(before).season_before);
        let is_verb = self.says(at, "spring") || self.says(at, "fall");
        let end = end + usize::from(end == at + 1 && (self.says(end, "months") || self.says(end, "season")));
        let is_season = year != Year::Open || (is_led && (has_the || !is_verb) && !self.is_hyphen(at + 1));
        is_season.then(|| Core::date(at..end, Reading::Season { season, year, shift: None }, rule::SEASON))
    }

    /// `the night of May 25`, `the morning of Oct. 23, 1998`.
    fn read_part_of_day(&self, at: usize) -> Option<Core> {
        let part = self.word(at).part.filter(|_| self.says(at + 1, "of"))?;
        let day_at = self.token(at + 2).map(|_| at + 2)?;
        let word = self.word(day_at);
        let day = if word.month.is_some() { self.read_month(day_at) } else { self.read_weekday(day_at) }?;
        let is_day = match day.reading {
            Reading::Calendar { day, .. } => day.is_some(),
            _ => day.rule == rule::WEEKDAY,
        };
        (is_day && day.time.is_none())
            .then(|| Core { start: at, rule: rule::CLOCK, ..day }.at_time(format!("T{part}")))
    }

    /// Where `EST` or `local time` behind a time of day ends.
    fn past_zone(&self, at: usize) -> usize {
        if self.word(at).zone || self.word(at).short_zone {
            return at + 1;
        }
        at + 2 * usize::from(self.says(at, "local") && self.says(at + 1, "time"))
    }

    /// `in the evening`, but not `lights up the night` or `the hit of the evening`.
    fn is_during(&self, at: usize) -> bool {
        let is_led = at < 2 || self.word(at - 2).part_before || self.word(at - 2).edge.is_some();
        self.before_is_the(at) && is_led
    }

    /// `the evening`, `overnight`, `noon`.
    pub(super) fn read_part(&self, at: usize) -> Option<Core> {
        let word = self.word(at);
        let time = word.clock.or(word.part)?;
        let is_point = word.point && at > 0 && (self.word(at - 1).year_before || self.says(at - 1, "at"));
        let is_led = word.clock.is_some() || is_point || self.says(at, "overnight") || self.is_during(at);
        let is_name = self.tokens[at].is_capital() && at > 0 && self.tokens[at - 1].is_capital();
        let is_led = is_led && !is_name && !self.is_hyphen(at + 1);
        let is_bare_clock = word.clock.is_some();
        if let Some(core) = self.read_part_of_day(at) {
            return Some(core);
        }
        let end = if is_bare_clock { self.past_zone(at + 1) } else { at + 1 };
        let mut core =
            Core::new(at..end, TimexKind::Time, Reading::Apart { unit: Unit::Day, shift: 0 }, rule::CLOCK);
        core.time = Some(format!("T{time}"));
        is_led.then(|| if is_bare_clock || word.point { self.with_day(core) } else { core })
    }
}
