//! Tokens into [`Expression`]s: where the time expressions stand and how they read, by no date but their own words.
//!
//! Small parsers, one for each way an expression begins; [`widen`](Parser::widen) then takes in determiners and
//! approximators to the left.

use super::words::{Language, TimeWord, Unit, time_word};
use super::{Expression, Reading, TimexKind, Year, rule};
use crate::annotate::Rule;
use crate::annotate::lexicon::Classes;
use crate::annotate::token::{Look, Token};
use std::ops::Range;

static NOTHING: TimeWord = TimeWord::NOTHING;

/// Finds the time expressions of one article; `sentences` are ranges of `tokens`.
#[must_use]
pub fn find(
    text: &str,
    tokens: &[Token],
    classes: &[Classes],
    sentences: &[Range<usize>],
    language: Language,
) -> Vec<Expression> {
    let mut found = Vec::new();
    for sentence in sentences {
        let parser = Parser { text, tokens, classes, limit: sentence.end, language };
        let (mut at, mut floor) = (sentence.start, sentence.start);
        while at < sentence.end {
            let Some(core) = parser.read(at) else {
                at += 1;
                continue;
            };
            let core = parser.with_part_of_year(core);
            let start = parser.widen(&core, floor);
            found.push(parser.expression(start, &core, sentence.start));
            (at, floor) = (core.end, core.end);
        }
    }
    found
}

/// An expression before it is widened.
pub(super) struct Core {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TimexKind,
    pub(super) reading: Reading,
    pub(super) time: Option<String>,
    pub(super) rule: Rule,
}

impl Core {
    pub(super) fn new(span: Range<usize>, kind: TimexKind, reading: Reading, rule: Rule) -> Self {
        Self { start: span.start, end: span.end, kind, reading, time: None, rule }
    }

    pub(super) fn date(span: Range<usize>, reading: Reading, rule: Rule) -> Self {
        Self::new(span, TimexKind::Date, reading, rule)
    }

    pub(super) fn at_time(mut self, time: impl Into<String>) -> Self {
        (self.kind, self.time) = (TimexKind::Time, Some(time.into()));
        self
    }
}

/// Reads the expression that begins at a token.
type Reader<'a> = fn(&Parser<'a>, usize) -> Option<Core>;

/// The tokens of one sentence.
pub(super) struct Parser<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) classes: &'a [Classes],
    pub(super) limit: usize,
    pub(super) language: Language,
}

impl<'a> Parser<'a> {
    /// The token at `at`, if the sentence reaches so far.
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens[..self.limit].get(at)
    }

    pub(super) fn word(&self, at: usize) -> &'static TimeWord {
        let is_time = at < self.limit && self.classes[at].has(Classes::TIME);
        if is_time { time_word(self.language, self.tokens[at].hash).unwrap_or(&NOTHING) } else { &NOTHING }
    }

    pub(super) fn before(&self, at: usize) -> &'static TimeWord {
        at.checked_sub(1).map_or(&NOTHING, |before| self.word(before))
    }

    /// Whether the token is this word, in any case.
    pub(super) fn says(&self, at: usize, word: &str) -> bool {
        self.token(at).is_some_and(|token| {
            token.span.len() == word.len() && token.of(self.text).eq_ignore_ascii_case(word)
        })
    }

    pub(super) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(mark))
    }

    /// Whether the token follows the one before without a space.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.is(Look::SPACED))
    }

    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.is_mark(at, b'-') && self.is_joined(at) && self.is_joined(at + 1)
    }

    pub(super) fn is_the(&self, at: usize) -> bool {
        self.says(at, "the")
    }

    /// The value of a plain number in `range`.
    pub(super) fn number(&self, at: usize, range: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let token = self.token(at)?;
        (token.is(Look::NUMBER) && range.contains(&token.number)).then_some(token.number)
    }

    /// The expression that begins with `at`, determiners left out.
    fn read(&self, at: usize) -> Option<Core> {
        if self.tokens[at].is(Look::NUMBER) {
            return self.read_number(at);
        }
        if !self.classes[at].has(Classes::TIME) {
            return self.read_quarter_code(at);
        }
        let word = self.word(at);
        if word.holiday
            && let Some(core) = self.read_holiday(at)
        {
            return Some(core);
        }
        let readers: [(bool, Reader<'a>); 18] = [
            (word.ago_before.is_some(), Self::read_ago_before),
            (word.fiscal, Self::read_fiscal),
            (word.phrase, Self::read_phrase),
            (word.length.is_some(), Self::read_length),
            (word.month.is_some(), Self::read_month),
            (word.weekday.is_some(), Self::read_weekday),
            (word.weekdays.is_some(), Self::read_weekdays),
            (word.day.is_some() || word.night.is_some(), Self::read_day),
            (word.ref_noun.is_some(), Self::read_ref_noun),
            (word.shift.is_some(), Self::read_shift),
            (word.same.is_some(), Self::read_same),
            (word.ordinal.is_some(), Self::read_ordinal),
            (word.number.is_some() || word.article.is_some() || word.vague, Self::read_amount),
            (word.unit.is_some() || word.units.is_some(), Self::read_unit),
            (word.every || word.per || word.often || word.set.is_some(), Self::read_set),
            (word.season.is_some() || word.decade.is_some(), Self::read_season),
            (word.part.is_some() || word.clock.is_some(), Self::read_part),
            (word.reference.is_some() || word.recent, Self::read_reference),
        ];
        readers.into_iter().filter(|(may, _)| *may).find_map(|(_, read)| read(self, at))
    }

    fn read_number(&self, at: usize) -> Option<Core> {
        self.read_clock(at)
            .or_else(|| self.read_figures(at))
            .or_else(|| self.read_day_month(at))
            .or_else(|| self.read_decade(at))
            .or_else(|| self.read_ordinal(at))
            .or_else(|| self.read_decimal(at))
            .or_else(|| self.read_amount(at))
            .or_else(|| self.read_year(at))
    }

    /// `Q4 2019`.
    fn read_quarter_code(&self, at: usize) -> Option<Core> {
        let code = self.tokens[at].of(self.text).as_bytes();
        let [b'Q', digit @ b'1'..=b'4'] = code else { return None };
        let (end, year) = self.year_after(at + 1);
        Some(Core::date(at..end, Reading::Quarter { quarter: digit - b'0', year }, rule::QUARTER))
    }

    /// `today`, `tomorrow night`, `tonight`.
    pub(super) fn read_day(&self, at: usize) -> Option<Core> {
        let word = self.word(at);
        if let Some(shift) = word.night {
            return Some(
                Core::date(at..at + 1, Reading::Unit { unit: Unit::Day, shift }, rule::RELATIVE_DAY)
                    .at_time("TNI"),
            );
        }
        let core =
            Core::date(at..at + 1, Reading::Unit { unit: Unit::Day, shift: word.day? }, rule::RELATIVE_DAY);
        Some(self.with_clock(self.with_part(core)))
    }

    /// Takes in a part of the day behind a day: `Friday night`, `yesterday morning`.
    pub(super) fn with_part(&self, mut core: Core) -> Core {
        if let Some(part) = self.word(core.end).part {
            core.end += 1;
            return core.at_time(format!("T{part}"));
        }
        core
    }

    /// `the past`, `the future`.
    fn read_ref_noun(&self, at: usize) -> Option<Core> {
        let next = self.token(at + 1);
        let near = usize::from(at > 0 && self.says(at - 1, "near"));
        let is_in = at > 1 + near
            && self.says(at - 2 - near, "in")
            && self.number(at + 1, 0..=u32::MAX - 1).is_none();
        let next_word = self.word(at + 1);
        let counts = next_word.number.is_some()
            || next_word.vague
            || next_word.unit.is_some()
            || next_word.units.is_some();
        let is_verb = is_in && !counts && !self.says(at + 1, "of") && !self.is_hyphen(at + 1);
        let is_noun = !self.is_capital(at)
            && (is_verb
                || next.is_none_or(|next| {
                    next.mark != 0 && !next.is(Look::POSSESSIVE) || self.says(at + 1, "and")
                }));
        let is_the = at > 0 && (self.is_the(at - 1) || self.says(at - 1, "near"));
        let value = self.word(at).ref_noun?;
        (is_the && is_noun)
            .then(|| Core::date(at - 1..at + 1, Reading::Fixed(value.to_owned()), rule::REFERENCE))
    }

    /// `last year`, `this month`, `next Friday`, `the past nine days`, `last night`.
    fn read_shift(&self, at: usize) -> Option<Core> {
        let shift = self.word(at).shift?;
        let has_the = at > 0 && self.is_the(at - 1);
        let is_weak = ["past", "previous", "prior", "following", "coming", "upcoming", "current", "latest"]
            .iter()
            .any(|word| self.says(at, word));
        let next = self.word(at + 1);
        let has_this = at > 0 && self.says(at - 1, "this");
        let is_weak = is_weak && !has_this;
        let start = at - usize::from(has_this);
        if let Some(unit) = next.unit.filter(|_| !self.is_hyphen(at + 2)) {
            let is_plain = !has_this || unit == Unit::Weekend;
            return self
                .shifted_unit(at, unit, shift, has_the, is_weak && is_plain)
                .map(|core| Core { start: start.min(core.start), ..core });
        }
        if let Some(part) = next.part.filter(|_| !is_weak) {
            let reading = if has_the {
                Reading::Apart { unit: Unit::Day, shift }
            } else {
                Reading::Unit { unit: Unit::Day, shift }
            };
            return Some(Core::date(start..at + 2, reading, rule::SHIFTED).at_time(format!("T{part}")));
        }
        if let Some(weekday) = next.weekday.filter(|_| !is_weak || has_the) {
            let core = Core::date(
                start..at + 2,
                Reading::Weekday { weekday: narrow(weekday), shift: Some(shift) },
                rule::WEEKDAY,
            );
            let comma = usize::from(self.is_mark(at + 2, b','));
            if let Some(dated) = self.word(at + 2 + comma).month.and_then(|_| self.read_month(at + 2 + comma))
                && matches!(dated.reading, Reading::Calendar { day: Some(_), .. })
            {
                return Some(Core { start, ..dated });
            }
            return Some(self.with_clock(self.with_part(core)));
        }
        if let Some(month) = next.month.filter(|_| (!is_weak || has_the) && self.is_capital(at + 1)) {
            let reading = Reading::Month { month: narrow(month), shift };
            return Some(Core::date(start..at + 2, reading, rule::SHIFTED));
        }
        if next.holiday
            && !is_weak
            && let Some(core) = self.read_holiday(at + 1)
            && let Reading::Holiday { holiday, year: Year::Open, .. } = core.reading
        {
            let reading = Reading::Holiday { holiday, year: Year::Open, shift: Some(shift) };
            return Some(Core { start, reading, ..core });
        }
        if let Some(season) = next.season.filter(|_| !is_weak) {
            return Some(Core::date(
                start..at + 2,
                Reading::Season { season, year: Year::Open, shift: Some(shift) },
                rule::SEASON,
            ));
        }
        if let Some(unit) = next.units.filter(|_| is_weak || has_the) {
            if has_the && !self.says(at, "coming") {
                let value = Reading::Fixed(unit.duration(None));
                return Some(Core::new(at..at + 2, TimexKind::Duration, value, rule::DURATION));
            }
            let value = if shift > 0 { "FUTURE_REF" } else { "PAST_REF" };
            return Some(Core::date(at..at + 2, Reading::Fixed(value.to_owned()), rule::REFERENCE));
        }
        let (mut end, mut amount) = self.amount(at + 1)?;
        if self.says(at, "following") && !has_the {
            return None;
        }
        if let Some(range) = self.amount_of_range(end) {
            (end, amount) = range;
        }
        let unit = self.word(end).units.or(self.word(end).unit)?;
        let is_length = shift != 0 && self.word(end).units.is_some();
        is_length.then(|| {
            Core::new(at..end + 1, TimexKind::Duration, Reading::Fixed(unit.duration(amount)), rule::DURATION)
        })
    }

    fn shifted_unit(&self, at: usize, unit: Unit, shift: i32, has_the: bool, is_weak: bool) -> Option<Core> {
        let span = at..at + 2;
        if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) && shift == 0 {
            return None;
        }
        if has_the
            && (self.says(at, "previous")
                || self.says(at, "prior")
                || self.says(at, "following")
                || (self.says(at, "next") && unit == Unit::Day))
        {
            return Some(Core::date(span, Reading::Apart { unit, shift }, rule::SAME_DAY));
        }
        if has_the && shift != 0 && !self.says(at, "upcoming") {
            return Some(Core::new(
                span,
                TimexKind::Duration,
                Reading::Fixed(unit.duration(Some(1))),
                rule::DURATION,
            ));
        }
        let is_date = !is_weak || has_the || (self.says(at, "past") && at > 0 && self.says(at - 1, "this"));
        is_date.then(|| Core::date(span, Reading::Unit { unit, shift }, rule::SHIFTED))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(Token::is_capital)
    }

    /// `the same day`, `that night`.
    fn read_same(&self, at: usize) -> Option<Core> {
        let is_same = self.says(at, "same") && at > 0 && (self.is_the(at - 1) || self.says(at - 1, "that"));
        let next = self.word(at + 1);
        let start = if is_same { at - 1 } else { at };
        if self.says(at, "same") && !is_same {
            return None;
        }
        if is_same && let Some(core) = self.read_same_part(start, at + 1) {
            return Some(core);
        }
        if let Some(part) = next.part {
            return Some(
                Core::date(start..at + 2, Reading::Apart { unit: Unit::Day, shift: 0 }, rule::SAME_DAY)
                    .at_time(format!("T{part}")),
            );
        }
        let unit =
            next.unit.filter(|unit| matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year))?;
        Some(Core::date(start..at + 2, Reading::Apart { unit, shift: 0 }, rule::SAME_DAY))
    }

    /// `every year`, `each Monday`, `twice a week`, `per day`, `annual`.
    fn read_set(&self, at: usize) -> Option<Core> {
        let word = self.word(at);
        let set = |end: usize, value: String| {
            Some(Core::new(at..end, TimexKind::Set, Reading::Fixed(value), rule::SET))
        };
        if let Some(value) = word.set {
            let is_name = self.is_capital(at)
                && (self.is_capital(at + 1)
                    || self.is_mark(at + 1, b'-')
                    || (at > 0 && self.is_capital(at - 1)));
            return if is_name { None } else { set(at + 1, value.to_owned()) };
        }
        let mut next = at + 1;
        if word.often && !word.every {
            let is_rate =
                self.says(next, "a") || self.says(next, "an") || self.word(next).per || self.word(next).every;
            if !is_rate {
                return None;
            }
            next += 1;
        }
        let mut amount = Some(1);
        if word.every && self.says(next, "other") {
            (next, amount) = (next + 1, Some(2));
        } else if word.every
            && let Some((end, count)) = self.amount(next)
            && self.word(end).units.is_some()
        {
            (next, amount) = (end, count);
        }
        let last = self.word(next);
        let is_speed = word.per && matches!(last.unit, Some(Unit::Second | Unit::Minute | Unit::Hour));
        if let Some(unit) = last.unit.or(last.units).filter(|_| !is_speed) {
            return set(next + 1, unit.duration(amount));
        }
        let is_every = word.every;
        if let Some(weekday) = last.weekday.filter(|_| is_every) {
            return set(next + 1, format!("XXXX-WXX-{weekday}"));
        }
        let part = last.part.filter(|_| is_every)?;
        set(next + 1, format!("XXXX-XX-XXT{part}"))
    }

    /// `vor zwei Tagen`: the word that counts back stands in front.
    fn read_ago_before(&self, at: usize) -> Option<Core> {
        let sign = self.word(at).ago_before?;
        let (end, amount) = self.amount(at + 1)?;
        let unit = self.word(end).unit.or(self.word(end).units)?;
        let shift = sign * i32::try_from(amount?).ok()?;
        Some(Core::date(at..end + 1, Reading::Unit { unit, shift }, rule::AGO))
    }

    /// `now`, `recently`, `soon`.
    fn read_reference(&self, at: usize) -> Option<Core> {
        let value = self.word(at).reference?;
        let is_soon = self.says(at, "soon");
        let is_link = self.says(at + 1, "as")
            || self.says(at + 1, "after")
            || (at > 0 && (self.says(at - 1, "as") || self.says(at - 1, "too")));
        let is_part = self.is_joined(at) && at > 0 && self.is_mark(at - 1, b'-') || self.is_hyphen(at + 1);
        let has_degree = at > 0 && self.word(at - 1).degree;
        ((!is_soon || !is_link) && !is_part).then(|| {
            Core::date(
                at - usize::from(has_degree)..at + 1,
                Reading::Fixed(value.to_owned()),
                rule::REFERENCE,
            )
        })
    }
}

/// A small number of the table as a byte.
pub(super) fn narrow(value: i32) -> u8 {
    u8::try_from(value).unwrap_or_default()
}
