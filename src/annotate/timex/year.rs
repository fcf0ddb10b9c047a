//! The parsers of years and decades in figures: a number is a year where its neighbors let it be one, else a count.

use super::find::{Core, Parser};
use super::{Reading, Year, rule};
use crate::annotate::lexicon::Classes;
use crate::annotate::token::Look;
use std::ops::RangeInclusive;

/// The years that news speaks of without saying that they are years.
const YEARS: RangeInclusive<u32> = 1500..=2100;
/// The years that need no preposition before them.
const PLAIN_YEARS: RangeInclusive<u32> = 1900..=2050;

/// The years that also follow the name of an event: `World Cup 2018`.
const EVENT_YEARS: RangeInclusive<u32> = 1990..=2039;

impl Parser<'_> {
    /// `the 1990s`, `the '90s`.
    pub(super) fn read_decade(&self, at: usize) -> Option<Core> {
        let number = self.number(at, 10..=2090)?;
        let is_short = (20..100).contains(&number)
            && number % 10 == 0
            && self.says(at + 1, "s")
            && self.is_joined(at + 1)
            && at > 0
            && (self.is_the(at - 1)
                || self.word(at - 1).edge.is_some()
                || self.is_hyphen(at - 1) && at > 2 && self.says(at - 2, "mid") && self.is_the(at - 3)
                || self.is_link_word(at - 1) && at > 2 && self.says(at - 2, "s"));
        if is_short {
            let decade = if number <= 20 { 200 + number / 10 } else { 190 + number / 10 };
            return Some(Core::date(at..at + 2, Reading::Fixed(decade.to_string()), rule::DECADE));
        }
        let is_plural = self.says(at + 1, "s") && self.is_joined(at + 1)
            || self.token(at + 1).is_some_and(|next| next.is(Look::POSSESSIVE))
                && number % 10 == 0
                && self.before_is_the(at);
        let is_decade = is_plural
            && number % 10 == 0
            && (number >= 1500 || number < 100 && at > 0 && self.is_mark(at - 1, b'\''));
        if !is_decade {
            return None;
        }
        if (1500..2000).contains(&number) && number % 100 == 0 {
            return Some(Core::date(at..at + 2, Reading::Fixed((number / 100).to_string()), rule::CENTURY));
        }
        let (start, decade) = if number < 100 { (at - 1, 190 + number / 10) } else { (at, number / 10) };
        Some(Core::date(start..at + 2, Reading::Fixed(decade.to_string()), rule::DECADE))
    }

    /// `2008`, where it is a year and not a count.
    pub(super) fn read_year(&self, at: usize) -> Option<Core> {
        let year = self.number(at, YEARS)?;
        let token = &self.tokens[at];
        if token.span.len() != 4 || (!token.is(Look::SPACED) && !self.follows_opening(at)) {
            return None;
        }
        let before = at.checked_sub(1);
        let is_led = before.is_some_and(|before| {
            self.word(before).year_before
                || self.word(before).edge.is_some()
                || self.word(before).month.is_some()
        });
        let next = self.token(at + 1);
        let is_range = (self.is_mark(at + 1, b'-') || self.is_mark(at + 1, b'_'))
            && self.number(at + 2, YEARS).is_some();
        let is_until = at > 2
            && self.says(at - 1, "least")
            && (self.says(at - 3, "until") || self.says(at - 3, "through"));
        let is_led = is_led || is_range || is_until;
        let is_count = !is_range
            && !is_until
            && before.is_some_and(|before| {
                let is_bound =
                    before > 0 && (self.says(before - 1, "later") || self.says(before - 1, "earlier"));
                self.word(before).counter && !is_bound
                    || matches!(
                        self.text[..self.tokens[at].span.start as usize].chars().next_back(),
                        Some('$' | '€' | '£')
                    )
            });
        let counts =
            next.is_some_and(|next| next.is_lower() && next.is(Look::SPACED) && self.is_counted(at + 1));
        let is_joined = next.is_some_and(|next| {
            !next.is(Look::SPACED) && (next.is(Look::LETTERS) || matches!(next.mark, b'%' | b'/'))
                || self.is_hyphen(at + 1) && self.token(at + 2).is_some_and(|next| next.is(Look::LETTERS))
        });
        let has_the = before.is_some_and(|before| {
            self.is_the(before) || self.says(before, "upcoming") || self.tokens[before].is(Look::POSSESSIVE)
        });
        let counts = counts && !(has_the && PLAIN_YEARS.contains(&year) && !self.is_people(at + 1));
        let is_led = is_led || self.word(at + 1).year_noun;
        if is_count || is_joined || (counts && (!is_led || self.is_people(at + 1))) {
            return None;
        }
        let is_event = EVENT_YEARS.contains(&year) && self.token(at + 1).is_none_or(|next| next.mark != b'-');
        let is_plain = PLAIN_YEARS.contains(&year)
            && (is_event
                || !before.is_some_and(|before| {
                    self.tokens[before].is_capital() && !is_led && !self.is_fresh(before)
                }));
        (is_led || is_plain).then(|| {
            let reading = Reading::Calendar {
                year: Year::Is(i32::try_from(year).unwrap_or(0)),
                month: None,
                day: None,
                weekday: None,
            };
            Core::date(at..at + 1 + usize::from(self.word(at + 1).year_noun), reading, rule::YEAR)
        })
    }

    fn is_fresh(&self, at: usize) -> bool {
        at == 0 || self.tokens[at - 1].mark != 0
    }

    fn follows_opening(&self, at: usize) -> bool {
        at > 0
            && (matches!(self.tokens[at - 1].mark, b'(' | b'"' | b'\'' | b'-' | b'_')
                || self.is_mark(at - 1, b'/') && (at < 2 || !self.tokens[at - 2].is(Look::NUMBER)))
    }

    /// Whether the word is a plural or a unit, as behind counts.
    fn is_counted(&self, at: usize) -> bool {
        let word = self.tokens[at].of(self.text);
        let is_plural = word.ends_with('s')
            && !word.ends_with("ss")
            && word.len() > 3
            && !self.classes[at].has(Classes::FUNCTION.or(Classes::SPEECH));
        is_plural || self.is_people(at)
    }

    fn is_people(&self, at: usize) -> bool {
        let word = self.word(at);
        word.counted || word.zone
    }
}
