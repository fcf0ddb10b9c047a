//! The parsers of dates: days, months, quarters, centuries, in words and figures.

use super::calendar::Date;
use super::find::{Core, Parser, narrow};
use super::words::Unit;
use super::{Reading, TimexKind, Year, rule};
use crate::annotate::token::{Look, Token};

impl Parser<'_> {
    /// `November`, `November 29`, `Nov. 29, 2022`, `November 2022`, `August last year`.
    pub(super) fn read_month(&self, at: usize) -> Option<Core> {
        let month = narrow(self.word(at).month?);
        if !self.is_printed_so(at) || self.is_hyphen(at + 1) && self.number(at + 2, 1..=31).is_none() {
            return None;
        }
        let day_at = if self.is_hyphen(at + 1) { at + 2 } else { at + 1 };
        if let Some(day) = self.number(day_at, 1..=31).filter(|_| !self.is_amount_of(day_at)) {
            let end = self.past_ordinal(day_at + 1);
            let (end, year) = self.year_after(end);
            let is_attack = (month, day) == (9, 11) && self.word(end).attack;
            let year = if year == Year::Open && is_attack { Year::Is(2001) } else { year };
            let reading =
                Reading::Calendar { year, month: Some(month), day: Some(narrow_u32(day)), weekday: None };
            return Some(self.with_clock(Core::date(at..end, reading, rule::MONTH_DAY)));
        }
        let (end, year) = self.year_after(at + 1);
        if end == at + 1 && !self.is_surely_month(at) {
            return None;
        }
        let reading = Reading::Calendar { year, month: Some(month), day: None, weekday: None };
        Some(Core::date(at..end, reading, rule::MONTH))
    }

    /// `March 3 million people` counts people.
    fn is_amount_of(&self, at: usize) -> bool {
        self.word(at + 1).counted || self.is_mark(at + 1, b'%')
    }

    /// `May` and `March` are words too, and months are given names and surnames.
    fn is_surely_month(&self, at: usize) -> bool {
        let word = self.tokens[at].of(self.text);
        let is_ambiguous = matches!(
            word,
            "May" | "March" | "April" | "June" | "August" | "Mar" | "MAY" | "MARCH" | "Jan" | "Dec"
        );
        let hyphen = usize::from(at > 1 && self.is_hyphen(at - 1));
        let before = at.checked_sub(1 + hyphen).map(|before| self.word(before));
        let joins_month = at > 1
            && self.is_link_word(at - 1)
            && (1..=2).any(|back| at > back && self.word(at - 1 - back).month.is_some());
        // "And" and "to" stand before names as well.
        let is_link =
            at > 0 && (self.says(at - 1, "and") || self.says(at - 1, "to") || self.says(at - 1, "for"));
        let is_led = before.is_some_and(|word| {
            (word.year_before && (!is_link || joins_month)) || word.edge.is_some() || word.shift.is_some()
        });
        let next_is_name = self.token(at + 1).is_some_and(|next| next.is_capital() && next.is(Look::SPACED));
        let is_led = is_led || at > 2 && self.says(at - 1, "as") && self.says(at - 3, "as");
        let is_name = (next_is_name && self.word(at + 1).month.is_none())
            || (at > 0 && self.tokens[at - 1].is_capital() && !is_led);
        is_led || !is_name && (!is_ambiguous || self.is_mark(at.wrapping_sub(1), b'('))
    }

    /// `and`, `to`, `or`.
    pub(super) fn is_link_word(&self, at: usize) -> bool {
        ["and", "to", "or"].iter().any(|word| self.says(at, word))
    }

    /// Whether a month or weekday has the capital that its language gives it.
    pub(super) fn is_printed_so(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capital) || self.word(at).is_small
    }

    /// `st`, `nd`, `rd`, `th` behind a number.
    pub(super) fn past_ordinal(&self, at: usize) -> usize {
        // "St." is an abbreviation, so that the full stop of a sentence may stick to "31st".
        let is_ending =
            ["st", "nd", "rd", "th", "st."].iter().any(|ending| self.says(at, ending)) && self.is_joined(at);
        if is_ending { at + 1 } else { at }
    }

    /// The year behind a day or month, with what joins it: `, 2022`, `2022`, `last year`, `of next year`.
    pub(super) fn year_after(&self, at: usize) -> (usize, Year) {
        let comma = usize::from(self.is_mark(at, b','));
        if let Some(year) = self.number(at + comma, 1000..=2199) {
            let is_figure = self.tokens[at + comma].span.len() == 4 && !self.is_hyphen(at + comma);
            if is_figure {
                let noun = usize::from(self.word(at + comma + 1).year_noun);
                return (at + comma + 1 + noun, Year::Is(i32::try_from(year).unwrap_or(0)));
            }
        }
        if let Some(year) = self.short_year(at + usize::from(self.says(at, "of"))) {
            return (at + 2 + usize::from(self.says(at, "of")), Year::Is(year));
        }
        let of = usize::from(self.says(at, "of") || comma == 1);
        if self.says(at, "of")
            && let Some(year) = self.number(at + 1, 1000..=2199)
        {
            return (at + 2, Year::Is(i32::try_from(year).unwrap_or(0)));
        }
        if self.says(at, "of") && self.is_the(at + 1) && self.word(at + 2).unit == Some(Unit::Year) {
            return (at + 3, Year::Shift(0));
        }
        let shift = self.word(at + of).shift.filter(|_| self.word(at + of + 1).unit == Some(Unit::Year));
        shift.map_or((at, Year::Open), |shift| (at + of + 2, Year::Shift(shift)))
    }

    /// `'98`.
    fn short_year(&self, at: usize) -> Option<i32> {
        let year =
            self.number(at + 1, 0..=99).filter(|_| self.is_mark(at, b'\'') && self.is_joined(at + 1))?;
        let is_figures = self.tokens[at + 1].span.len() == 2
            && self.token(at + 2).is_none_or(|next| next.is(Look::SPACED) || next.mark != 0);
        is_figures.then_some(if year < 50 { 2000 } else { 1900 } + i32::try_from(year).unwrap_or(0))
    }

    /// `Thursday`, `Friday night`, `Thursday, October 10, 2019`, `Monday, 12 May`.
    pub(super) fn read_weekday(&self, at: usize) -> Option<Core> {
        let weekday = narrow(self.word(at).weekday?);
        let token = &self.tokens[at];
        let next_is_name = self.token(at + 1).is_some_and(|next| next.is_capital() && next.is(Look::SPACED))
            && self.word(at + 1).month.is_none()
            && self.word(at + 1).part.is_none();
        let is_short = token.span.len() < 6 && !token.of(self.text).ends_with('.');
        let is_named = at > 0 && self.word(at - 1).epithet && self.tokens[at - 1].is_capital();
        if !self.is_printed_so(at)
            || is_named
            || (next_is_name && self.is_name_after(at))
            || (is_short && !self.is_mark(at + 1, b','))
        {
            return None;
        }
        if self.is_the(at + 1)
            && let Some(day) = self.number(at + 2, 1..=31)
            && self.past_ordinal(at + 3) > at + 3
            && self.word(at + 4).month.is_none()
            && !self.says(at + 4, "of")
        {
            let reading = Reading::Calendar {
                year: Year::Open,
                month: None,
                day: Some(narrow_u32(day)),
                weekday: Some(weekday),
            };
            return Some(Core::date(at..at + 4, reading, rule::MONTH_DAY));
        }
        let comma = usize::from(self.is_mark(at + 1, b','));
        let skip = at + 1 + comma + usize::from(comma == 0 && self.says(at + 1, "the"));
        let dated =
            if self.word(skip).month.is_some() { self.read_month(skip) } else { self.read_day_month(skip) };
        if let Some(dated) = dated
            && let Reading::Calendar { year, month, day: day @ Some(_), .. } = dated.reading
        {
            let reading = Reading::Calendar { year, month, day, weekday: Some(weekday) };
            return Some(Core::date(at..dated.end, reading, rule::MONTH_DAY));
        }
        let core = Core::date(at..at + 1, Reading::Weekday { weekday, shift: None }, rule::WEEKDAY);
        Some(self.with_clock(self.with_part(core)))
    }

    /// Takes in `at 8 p.m.` behind a day.
    pub(super) fn with_clock(&self, mut core: Core) -> Core {
        let at = core.end + usize::from(self.says(core.end, "at"));
        let is_clock = self.token(at).is_some_and(|token| token.is(Look::NUMBER));
        if is_clock
            && core.time.is_none()
            && let Some(clock) = self.read_clock(at).filter(|clock| clock.rule == rule::CLOCK)
        {
            (core.end, core.kind, core.time) = (clock.end, TimexKind::Time, clock.time);
        }
        core
    }

    /// Takes in `on Sunday`, `Thursday` or `today` behind a time of day.
    pub(super) fn with_day(&self, core: Core) -> Core {
        let day_at = core.end + usize::from(self.says(core.end, "on"));
        let word = self.word(day_at);
        let day = if word.weekday.is_some() {
            self.read_weekday(day_at)
        } else if word.month.is_some() && day_at == core.end {
            self.read_month(day_at).filter(|day| day.rule == rule::MONTH_DAY)
        } else {
            word.day.and_then(|_| self.read_day(day_at))
        };
        let day = day.or_else(|| self.read_next_day(day_at));
        match day.filter(|day| day.time.is_none()) {
            Some(day) => Core { start: core.start, kind: TimexKind::Time, time: core.time, ..day },
            None => core,
        }
    }

    /// `the next day`, `the following day`.
    fn read_next_day(&self, at: usize) -> Option<Core> {
        let is_day = self.is_the(at)
            && self.word(at + 1).shift == Some(1)
            && self.word(at + 2).unit == Some(Unit::Day);
        let reading = Reading::Apart { unit: Unit::Day, shift: 1 };
        is_day.then(|| Core::date(at..at + 3, reading, rule::SAME_DAY))
    }

    /// `Sunday Times`: a weekday before a word that ends an organization's or event's name.
    fn is_name_after(&self, at: usize) -> bool {
        use crate::annotate::lexicon::Classes;
        self.classes[at + 1].has(Classes::ORGANIZATION_END.or(Classes::EVENT_END).or(Classes::PLACE_END))
    }

    /// `on Mondays`.
    pub(super) fn read_weekdays(&self, at: usize) -> Option<Core> {
        let weekday = self.word(at).weekdays?;
        let value = Reading::Fixed(format!("XXXX-WXX-{weekday}"));
        self.tokens[at].is_capital().then(|| Core::new(at..at + 1, TimexKind::Set, value, rule::SET))
    }

    /// `29 November 2022`, `29th of November`; and the second day of a range, `12` in `July 11-12`.
    pub(super) fn read_day_month(&self, at: usize) -> Option<Core> {
        let day = narrow_u32(self.number(at, 1..=31)?);
        if let Some(month) = self.month_of_range(at) {
            let end = self.past_ordinal(at + 1);
            let (end, year) = self.year_after(end);
            let reading = Reading::Calendar { year, month: Some(month), day: Some(day), weekday: None };
            return Some(Core::date(at..end, reading, rule::RANGE));
        }
        let stop = usize::from(
            self.is_mark(at + 1, b'.') && self.is_joined(at + 1) && self.word(at + 2).month.is_some(),
        );
        let end = self.past_ordinal(at + 1) + stop;
        let of = usize::from(self.says(end, "of"));
        let hyphen = usize::from(self.is_hyphen(end));
        let month_at = end + of.max(hyphen);
        let month = self.word(month_at).month.filter(|_| self.is_printed_so(month_at))?;
        let (end, year) = self.year_after(month_at + 1);
        let reading = Reading::Calendar { year, month: Some(narrow(month)), day: Some(day), weekday: None };
        Some(Core::date(at..end, reading, rule::MONTH_DAY))
    }

    /// The month that `11-` or `11 and` before the number belongs to.
    fn month_of_range(&self, at: usize) -> Option<u8> {
        let is_link = at >= 3
            && (self.is_mark(at - 1, b'-')
                || self.is_mark(at - 1, b'_')
                || self.says(at - 1, "and")
                || self.says(at - 1, "to"));
        if !is_link
            || self.word(at + 1).unit.is_some()
            || self.word(at + 1).units.is_some()
            || self.is_amount_of(at)
        {
            return None;
        }
        let first = if self.number(at - 2, 1..=31).is_some() { at - 2 } else { at - 3 };
        self.number(first, 1..=31)?;
        let is_link_word = self.says(at - 1, "and") || self.says(at - 1, "to");
        let ends = self.token(at + 1).is_none_or(|next| {
            next.mark != 0 || next.is_lower() && (self.word(at + 1).year_before || !is_link_word)
        });
        let month = self.word(first.checked_sub(1)?).month.filter(|_| self.tokens[first - 1].is_capital())?;
        ends.then_some(narrow(month))
    }

    /// `2022-11-29`, `11/29/2022`, `29.11.2022`, `9/11`.
    pub(super) fn read_figures(&self, at: usize) -> Option<Core> {
        let fixed = |end: usize, date: Date| {
            let reading = Reading::Calendar {
                year: Year::Is(date.year),
                month: Some(date.month),
                day: Some(date.day),
                weekday: None,
            };
            Some(Core::date(at..end, reading, rule::FIGURES))
        };
        let part = |at: usize| self.number(at, 1..=9999);
        if let (true, true) = (self.is_hyphen(at + 1), self.is_hyphen(at + 3)) {
            let date = date_of(part(at)?, part(at + 2)?, part(at + 4)?)?;
            return if self.tokens[at].span.len() == 4 { fixed(at + 5, date) } else { None };
        }
        let is_slash = |at: usize| self.is_mark(at, b'/') && self.is_joined(at) && self.is_joined(at + 1);
        if is_slash(at + 1) && is_slash(at + 3) {
            let (first, second, year) = (part(at)?, part(at + 2)?, self.full_year(at + 4)?);
            let date = date_of(year, first, second).or_else(|| date_of(year, second, first))?;
            return fixed(at + 5, date);
        }
        if is_slash(at + 1) && self.says(at, "9") && self.says(at + 2, "11") {
            return fixed(at + 3, Date::new(2001, 9, 11)?);
        }
        let mut parts = self.tokens[at].of(self.text).split('.');
        let mut next = || parts.next().and_then(|part| part.parse::<u32>().ok());
        let (day, month, year) = (next()?, next()?, next()?);
        fixed(at + 1, date_of(year, month, day).filter(|_| year > 999)?)
    }

    /// A year of four figures, or of two within fifty years of 2000.
    fn full_year(&self, at: usize) -> Option<u32> {
        let year = self.number(at, 0..=9999)?;
        match self.tokens[at].span.len() {
            4 if year > 999 => Some(year),
            2 => Some(if year < 50 { 2000 + year } else { 1900 + year }),
            _ => None,
        }
    }

    pub(super) fn before_is_the(&self, at: usize) -> bool {
        at > 0 && self.says(at - 1, "the")
    }

    /// `19th century`, `the fourth quarter of 2019`, `first half of this year`.
    pub(super) fn read_ordinal(&self, at: usize) -> Option<Core> {
        let (number, end) = match self.word(at).ordinal {
            Some(ordinal) => (u32::try_from(ordinal).ok()?, at + 1),
            None => (self.number(at, 1..=30)?, self.past_ordinal(at + 1)),
        };
        if end == at + 1 && self.word(at).ordinal.is_none() {
            return None;
        }
        let next = end + usize::from(self.is_hyphen(end));
        let word = self.word(next);
        match word.unit {
            Some(Unit::Century) if number > 1 => {
                Some(Core::date(at..next + 1, Reading::Fixed(format!("{:02}", number - 1)), rule::CENTURY))
            }
            Some(Unit::Quarter) if number <= 4 && self.is_fiscal(at, next + 1) => {
                let (end, year) = self.year_after(next + 1);
                Some(Core::date(
                    at..end,
                    Reading::Quarter { quarter: narrow_u32(number), year },
                    rule::QUARTER,
                ))
            }
            None if word.half_of && number <= 2 => {
                let (end, year) = self.year_after(next + 1);
                let is_year = year != Year::Open || self.is_hyphen(end - 2) && self.word(next + 1).business;
                is_year.then(|| {
                    Core::date(at..end, Reading::Half { half: narrow_u32(number), year }, rule::QUARTER)
                })
            }
            _ => None,
        }
    }

    /// `last year's third quarter`, `1988's second half`: the part behind a year that is already read.
    pub(super) fn with_part_of_year(&self, core: Core) -> Core {
        let year = match core.reading {
            Reading::Unit { unit: Unit::Year, shift } => Year::Shift(shift),
            Reading::Calendar { year: year @ Year::Is(_), month: None, .. } => year,
            _ => return core,
        };
        let is_owner = self.token(core.end).is_some_and(|next| next.is(Look::POSSESSIVE));
        let Some(number) = self.word(core.end + 1).ordinal.filter(|_| is_owner).map(narrow) else {
            return core;
        };
        let word = self.word(core.end + 2);
        let span = core.start..core.end + 3;
        match word.unit {
            Some(Unit::Quarter) if number <= 4 => {
                Core::date(span, Reading::Quarter { quarter: number, year }, rule::QUARTER)
            }
            None if word.half_of && number <= 2 => {
                Core::date(span, Reading::Half { half: number, year }, rule::QUARTER)
            }
            _ => core,
        }
    }

    /// `the first quarter` of a game is none of the year; a year, a determiner or an end of clause tells.
    fn is_fiscal(&self, at: usize, end: usize) -> bool {
        let is_joined = self.is_hyphen(end - 2);
        let is_owned = at > 0
            && (self.tokens[at - 1].is(Look::POSSESSIVE)
                || self.word(at - 1).fiscal
                || self.word(at - 1).owner);
        let is_business = (is_joined || is_owned || at > 0 && self.word(at - 1).article.is_some())
            && self.word(end).business;
        let has_fiscal = at > 0 && self.word(at - 1).fiscal;
        has_fiscal
            || self.year_after(end).1 != Year::Open
            || self.before_is_the(at)
            || is_business
            || is_joined
    }
}

pub(super) fn narrow_u32(value: u32) -> u8 {
    u8::try_from(value).unwrap_or_default()
}

fn date_of(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}
