//! The parsers of expressions that a unit of time carries without a number, of fixed phrases and of holidays.

use super::find::{Core, Parser};
use super::holiday;
use super::words::Unit;
use super::{Reading, TimexKind, rule};
use crate::annotate::lexicon::Classes;
use crate::annotate::token::Look;

impl Parser<'_> {
    /// `years`, `for decades`, `the weekend`, `the day before`, `year-earlier`.
    pub(super) fn read_unit(&self, at: usize) -> Option<Core> {
        let word = self.word(at);
        if let Some(unit) = word.unit {
            return self
                .read_another(at, unit)
                .or_else(|| self.read_week_of(at, unit))
                .or_else(|| self.read_weekend(at, unit))
                .or_else(|| self.read_year_ago(at, unit))
                .or_else(|| self.read_year_end(at, unit))
                .or_else(|| self.read_neighbor(at, unit))
                .or_else(|| self.read_joined_unit(at, unit))
                .or_else(|| self.read_anaphor(at, unit));
        }
        if self.before(at).recent {
            return Some(Core::date(at - 1..at + 1, Reading::Fixed("PAST_REF".to_owned()), rule::REFERENCE));
        }
        if let Some(core) = self.read_joined_unit(at, word.units?) {
            return Some(core);
        }
        let is_long = matches!(
            word.units,
            Some(Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century)
        );
        let next = self.word(at + 1);
        let is_length = self.before(at).length_before
            || next.ago.is_some()
            || next.apart.is_some() && (self.says(at + 1, "later") || self.says(at + 1, "earlier"))
            || next.link && !self.is_capital_inside(at)
            || is_long && self.says(at + 1, "of") && !self.is_capital_inside(at);
        is_length.then(|| self.length(at, at, word.units, None)).flatten()
    }

    fn is_capital_inside(&self, at: usize) -> bool {
        self.is_capital(at) && at > 0 && self.tokens[at - 1].mark == 0
    }

    /// `another year`, `another week or two`.
    fn read_another(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_noun = self.token(at + 1).is_some_and(|next| next.is_lower()) && !self.ends_phrase(at + 1);
        if at == 0 || !self.says(at - 1, "another") || unit == Unit::Second || is_noun {
            return None;
        }
        let is_more = self.says(at + 1, "or") && self.says(at + 2, "two");
        let (end, amount) = if is_more { (at + 3, None) } else { (at + 1, Some(1)) };
        let value = Reading::Fixed(unit.duration(amount));
        Some(Core::new(at - 1..end, TimexKind::Duration, value, rule::DURATION))
    }

    /// `the week of March 18`.
    fn read_week_of(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_led = unit == Unit::Week && self.says(at + 1, "of") && self.word(at + 2).month.is_some();
        let core = is_led.then(|| self.read_month(at + 2)).flatten()?;
        let Reading::Calendar { year, month: Some(month), day: Some(day), .. } = core.reading else {
            return None;
        };
        Some(Core::date(at..core.end, Reading::WeekOf { month, day, year }, rule::SAME_DAY))
    }

    fn read_weekend(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_weekend = unit == Unit::Weekend && self.before_is_the(at);
        is_weekend.then(|| Core::date(at..at + 1, Reading::Unit { unit, shift: 0 }, rule::SHIFTED))
    }

    /// `year-ago`, `the year-earlier quarter`.
    fn read_year_ago(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_ago =
            self.is_hyphen(at + 1) && (self.word(at + 2).ago == Some(-1) || self.says(at + 2, "earlier"));
        if !is_ago || unit != Unit::Year {
            return None;
        }
        let has_noun = self.word(at + 3).period;
        let reading = Reading::SamePart { years: -1, is_named: has_noun };
        Some(Core::date(at..at + 3 + usize::from(has_noun), reading, rule::AGO))
    }

    /// `year-end`, `month end`.
    fn read_year_end(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_owner = self.token(at + 1).is_some_and(|next| next.is(Look::POSSESSIVE));
        let is_joint = self.is_hyphen(at + 1) || is_owner;
        let is_end =
            is_joint && self.says(at + 2, "end") || self.says(at + 1, "end") && self.before(at).year_before;
        let end = at + 2 + usize::from(is_joint);
        (is_end && matches!(unit, Unit::Year | Unit::Month | Unit::Quarter))
            .then(|| Core::date(at..end, Reading::Unit { unit, shift: 0 }, rule::SHIFTED))
    }

    /// `the day before`, `the year after`.
    fn read_neighbor(&self, at: usize, unit: Unit) -> Option<Core> {
        if !self.before_is_the(at) || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
            return None;
        }
        let is_before = self.says(at + 1, "before") || self.says(at + 1, "previous");
        let shift = if is_before { -1 } else { 1 };
        if let Some(day) = self.word(at + 2).day.filter(|_| unit == Unit::Day) {
            return Some(Core::date(
                at..at + 3,
                Reading::Unit { unit, shift: day + shift },
                rule::RELATIVE_DAY,
            ));
        }
        (is_before || self.says(at + 1, "after"))
            .then(|| Core::date(at..at + 2, Reading::Apart { unit, shift }, rule::SAME_DAY))
    }

    /// `week-long`, `decades-old`.
    fn read_joined_unit(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_joined = self.is_hyphen(at + 1) && (self.says(at + 2, "long") || self.says(at + 2, "old"));
        let amount = self.word(at).unit.map(|_| 1);
        let value = Reading::Fixed(unit.duration(amount));
        (is_joined && unit != Unit::Second)
            .then(|| Core::new(at..at + 3, TimexKind::Duration, value, rule::DURATION))
    }

    /// `the day` and `the year` where they mean that of the report: `to end the day`, `the end of the year`.
    fn read_anaphor(&self, at: usize, unit: Unit) -> Option<Core> {
        let is_unit =
            !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour | Unit::Weekend | Unit::Fortnight);
        if !is_unit || at < 2 || !self.is_the(at - 1) || !self.ends_phrase(at + 1) {
            return None;
        }
        let edge = at.checked_sub(3).map(|before| self.word(before));
        let is_edge = edge.is_some_and(|word| word.edge_of || word.edge.is_some());
        let is_led =
            self.word(at - 2).period_verb || is_edge && (self.says(at - 2, "of") || self.says(at - 2, "in"));
        let reading = match unit {
            Unit::Day if self.says(at - 2, "in") => Reading::Apart { unit, shift: 0 },
            Unit::Quarter => Reading::SamePart { years: 0, is_named: true },
            _ => Reading::Unit { unit, shift: 0 },
        };
        is_led.then(|| Core::date(at..at + 1, reading, rule::SAME_DAY))
    }

    fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return true };
        let is_mark = token.mark != 0 && !token.is(Look::POSSESSIVE) && !self.is_hyphen(at);
        is_mark
            || !self.says(at, "of") && self.classes[at].has(Classes::FUNCTION)
            || self.word(at).year_before && !self.says(at, "of")
    }

    /// `at this time`, `at the moment`, `at present`; `half an hour`; `the same period a year earlier`; `aged 13`.
    pub(super) fn read_phrase(&self, at: usize) -> Option<Core> {
        self.read_half(at).or_else(|| self.read_age(at)).or_else(|| self.read_present(at))
    }

    fn read_present(&self, at: usize) -> Option<Core> {
        if self.says(at, "long") && self.word(at + 1).ago == Some(-1) && self.says(at + 1, "ago") {
            return Some(Core::date(at..at + 2, Reading::Fixed("PAST_REF".to_owned()), rule::REFERENCE));
        }
        if self.says(at + 1, "days") && (self.says(at, "these") || self.says(at, "those")) {
            let value = if self.says(at, "these") { "PRESENT_REF" } else { "PAST_REF" };
            let is_now = self.ends_phrase(at + 2) && !self.says(at + 2, "when");
            return is_now.then(|| Core::date(at..at + 2, Reading::Fixed(value.to_owned()), rule::REFERENCE));
        }
        let before = at.checked_sub(1)?;
        let led = |words: &[&str]| before > 0 && words.iter().any(|word| self.says(before - 1, word));
        let is_present = self.says(at, "present") && self.says(before, "at");
        let is_moment = self.says(at, "moment") && self.is_the(before) && led(&["at", "for"]);
        let is_this = self.says(before, "this") && led(&["at", "by", "until"]) && !self.says(at, "present");
        let is_that = self.says(at, "time")
            && self.says(before, "that")
            && led(&["at", "by", "since", "until", "before", "from", "during"]);
        if !(is_present || is_moment || is_this || is_that) {
            return None;
        }
        let (start, value) = (before, if is_that { "PAST_REF" } else { "PRESENT_REF" });
        (!self.says(at + 1, "of") && !self.is_hyphen(at + 1))
            .then(|| Core::date(start..at + 1, Reading::Fixed(value.to_owned()), rule::REFERENCE))
    }

    /// `half an hour`, `a half-century`.
    fn read_half(&self, at: usize) -> Option<Core> {
        let joint = self.is_hyphen(at + 1) || self.word(at + 1).article.is_some();
        if !self.word(at).half_of || !joint {
            return None;
        }
        let value = self.word(at + 2).unit?.half_duration()?;
        let start = at - usize::from(at > 0 && self.word(at - 1).article.is_some());
        Some(Core::new(start..at + 3, TimexKind::Duration, Reading::Fixed(value.to_owned()), rule::DURATION))
    }

    /// `aged 13`.
    fn read_age(&self, at: usize) -> Option<Core> {
        let years = self.number(at + 1, 0..=120).filter(|_| self.says(at, "aged"))?;
        let is_counted =
            self.word(at + 2).units.is_some() || self.is_hyphen(at + 2) || self.is_mark(at + 2, b'_');
        let value = Reading::Fixed(Unit::Year.duration(Some(years)));
        (!is_counted).then(|| Core::new(at..at + 2, TimexKind::Duration, value, rule::DURATION))
    }

    /// `weeklong`, `yearlong`.
    pub(super) fn read_length(&self, at: usize) -> Option<Core> {
        let value = Reading::Fixed(self.word(at).length?.to_owned());
        Some(Core::new(at..at + 1, TimexKind::Duration, value, rule::DURATION))
    }

    /// `$10 million a year`, `three times a day`.
    pub(super) fn read_rate(&self, at: usize) -> Option<Core> {
        let before = at.checked_sub(1)?;
        let unit = self.word(at + 1).unit.filter(|_| self.word(at).article.is_some())?;
        let is_figure = self.tokens[before].is(Look::NUMBER);
        let is_count = is_figure
            || self.word(before).number.is_some()
            || self.word(before).counted
            || self.is_mark(before, b'%')
            || self.word(before).per_unit
            || self.counts_nouns(before);
        let is_speed = matches!(unit, Unit::Hour | Unit::Minute) && !is_figure;
        let next = self.word(at + 2);
        let is_apart = next.ago.is_some() || next.apart.is_some() || next.link || self.is_hyphen(at + 2);
        let is_rate = is_count && !is_speed && !is_apart && !matches!(unit, Unit::Second | Unit::Quarter);
        is_rate
            .then(|| Core::new(at..at + 2, TimexKind::Set, Reading::Fixed(unit.duration(Some(1))), rule::SET))
    }

    /// `15 accidents a year`: a plural whose number stands a few words before.
    fn counts_nouns(&self, noun: usize) -> bool {
        let is_noun = self.tokens[noun].is_lower()
            && !self.word(noun).length_before
            && !self.word(noun).past_verb
            && !self.classes[noun].has(Classes::FUNCTION);
        let is_number = |at: usize| {
            let token = &self.tokens[at];
            token.is(Look::NUMBER) && self.number(at, 1900..=2100).is_none() || self.word(at).number.is_some()
        };
        is_noun && (1..=4).any(|back| noun >= back && is_number(noun - back))
    }

    /// `the same period a year earlier`, `the same month last year`, `the same quarter of 1989`.
    pub(super) fn read_same_part(&self, start: usize, noun: usize) -> Option<Core> {
        if !self.word(noun).period {
            return None;
        }
        let next = noun + 1;
        let article = usize::from(self.word(next).article.is_some());
        let is_ago = self.word(next + 1).unit == Some(Unit::Year)
            && article == 1
            && (self.word(next + 2).ago == Some(-1) || self.word(next + 2).apart == Some(-1));
        let is_last = self.word(next).shift == Some(-1) && self.word(next + 1).unit == Some(Unit::Year);
        let end = next + if is_ago { 3 } else { 2 };
        let reading = Reading::SamePart { years: -1, is_named: true };
        if is_ago || is_last {
            return Some(Core::date(start..end, reading, rule::SAME_DAY));
        }
        let is_of = self.says(next, "of") || self.says(next, "in");
        let year = self.number(next + 1, 1900..=2100).filter(|_| is_of)?;
        let reading = Reading::SamePartOf { year: i32::try_from(year).ok()? };
        Some(Core::date(start..next + 2, reading, rule::SAME_DAY))
    }

    /// `Christmas Eve`, `Easter Sunday 2024`.
    pub(super) fn read_holiday(&self, at: usize) -> Option<Core> {
        let tokens = &self.tokens[at..self.limit];
        let (length, holiday) = holiday::longest(self.language, tokens)?;
        let is_first_name = tokens.get(length).is_some_and(|next| next.is_capital() && next.is(Look::SPACED))
            && self.word(at + length).month.is_none();
        let is_last_name = at > 0
            && self.is_capital(at - 1)
            && !self.classes[at - 1].has(Classes::FUNCTION.or(Classes::TIME));
        if !tokens[0].is_capital() || is_first_name || is_last_name {
            return None;
        }
        let (end, year) = self.year_after(at + length);
        Some(Core::date(at..end, Reading::Holiday { holiday, year, shift: None }, rule::HOLIDAY))
    }

    /// `fiscal 1989`, `the fiscal year`, `fiscal year 2013`.
    pub(super) fn read_fiscal(&self, at: usize) -> Option<Core> {
        let has_year = self.word(at + 1).unit == Some(Unit::Year);
        let next = at + 1 + usize::from(has_year);
        if let Some(year) = self.number(next, 1900..=2100) {
            return Some(Core::date(at..next + 1, Reading::Fixed(format!("FY{year}")), rule::YEAR));
        }
        if let Some(quarter) = self.word(next).ordinal.filter(|_| !has_year)
            && let Some(core) = self.read_ordinal(next)
            && core.rule == rule::QUARTER
            && quarter > 0
        {
            return Some(Core { start: at, ..core });
        }
        let shift = self.before(at).shift;
        let is_led = has_year && (shift.is_some() || self.before_is_the(at));
        let start = at - usize::from(shift.is_some());
        is_led.then(|| Core::date(start..next, Reading::FiscalYear { shift: shift.unwrap_or(0) }, rule::YEAR))
    }
}
