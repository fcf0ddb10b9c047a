//! What holds for any text at all: nothing panics, spans lie on characters, mentions do not overlap,
//! values are TIMEX3, and time grows with length.

mod marked;

use dateline::annotate::timex::{Date, resolve_all};
use dateline::annotate::{Annotations, annotate};
use dateline::clean::{Article, Given};
use dateline::key::Basis;
use dateline::resolve::resolve;
use dateline::text::Span;
use marked::{article, files};
use std::time::Instant;

/// A generator of equal numbers for equal seeds (xorshift).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).expect("small")
    }
}

/// Words that rules look at, and characters that break careless code.
const PIECES: [&str; 96] = [
    "NATO",
    "Secretary-General",
    "President",
    "[",
    "]",
    "Putin",
    "Vladimir",
    "U.S.",
    "Kyiv",
    "’s",
    "'",
    "‘",
    "\"",
    "“",
    "”",
    "St.",
    "Michael",
    "Square",
    "Air",
    "Base",
    ",",
    ".",
    "(",
    ")",
    "-",
    "–",
    "&",
    "of",
    "the",
    "and",
    "van",
    "der",
    "al-",
    "May",
    "March",
    "Sunday",
    "Thursday",
    "29",
    "31",
    "2022",
    "1990",
    "s",
    "th",
    "00:61",
    "25:99",
    "9/11",
    "2023-02-31",
    "1.2.3",
    "0000",
    "9999999999999",
    "last",
    "this",
    "next",
    "two",
    "a",
    "few",
    "years",
    "ago",
    "later",
    "day",
    "week",
    "quarter",
    "first",
    "half",
    "century",
    "every",
    "said",
    "Mr",
    "Mr.",
    "Ministry",
    "Council",
    "in",
    "at",
    "early",
    "end",
    "mid",
    "one",
    "twenty",
    "old",
    "winter",
    "p.m.",
    "UTC",
    "é",
    "e\u{301}",
    "İ",
    "ß",
    "ﬁ",
    "Ⅳ",
    "Київ",
    "北京",
    "🇺🇦",
    "\u{200d}",
    "\u{feff}",
    "\u{0}",
    "\n",
    "…",
];

fn random_text(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..dice.roll(60) {
        text += PIECES[dice.roll(PIECES.len())];
        if dice.roll(4) > 0 {
            text.push(' ');
        }
        if dice.roll(9) == 0 {
            text.extend(char::from_u32(u32::try_from(dice.roll(0x11_0000)).expect("small")));
        }
    }
    text
}

fn check_span(text: &str, span: Span) {
    assert!(!span.is_empty() && text.get(span.range()).is_some(), "{span:?} in {text:?}");
}

fn check(article: &Article, found: &Annotations) {
    let text = &article.text;
    for mention in &found.mentions {
        check_span(text, mention.span);
        mention.title.into_iter().for_each(|title| check_span(text, title));
        assert!((0.0..=1.0).contains(&mention.confidence));
    }
    let apart = |a: Span, b: Span| assert!(a.end <= b.start, "{a:?} {b:?} in {text:?}");
    found.mentions.windows(2).for_each(|pair| apart(pair[0].span, pair[1].span));
    found.dates.windows(2).for_each(|pair| apart(pair[0].span, pair[1].span));
    assert_eq!(found.dates.len(), found.expressions.len());
    for reference in [None, Date::parse("2024-02-29"), Date::parse("0001-01-01"), Date::parse("9999-12-31")] {
        for timex in resolve_all(&found.expressions, reference) {
            check_span(text, timex.span);
            assert!(is_timex3(&timex.value), "{:?} of {:?} in {text:?}", timex.value, timex.span.of(text));
            assert!(timex.rivals.iter().all(|rival| is_timex3(rival)));
        }
    }
}

/// Numbers, whole or with a fraction, or `X`, each with its unit.
fn is_length(length: &str) -> bool {
    let mut rest = length.strip_prefix('T').unwrap_or(length);
    let mut n_parts = 0;
    while !rest.is_empty() {
        let number = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let number = if number.len() == rest.len() { rest.strip_prefix('X').unwrap_or("?") } else { number };
        let units = ["DE", "CE", "WE", "S", "M", "H", "D", "W", "Y", "Q"];
        let Some(after) = units.iter().find_map(|unit| number.strip_prefix(unit)) else { return false };
        (rest, n_parts) = (after, n_parts + 1);
    }
    n_parts > 0
}

/// Whether a value is one TIMEX3 allows: a reference, a duration, or a date with an optional time.
fn is_timex3(value: &str) -> bool {
    if ["PRESENT_REF", "PAST_REF", "FUTURE_REF"].contains(&value) {
        return true;
    }
    if let Some(length) = value.strip_prefix('P') {
        return is_length(length);
    }
    let value = value.strip_prefix("FY").or_else(|| value.strip_prefix("BC")).unwrap_or(value);
    let (day, time) = value.split_once('T').unwrap_or((value, "NI"));
    let is_clock = |time: &str| {
        let figures = time.len() == 5 && time.as_bytes()[2] == b':';
        figures
            && time[..2].parse().is_ok_and(|hour: u8| hour <= 24)
            && time[3..].parse().is_ok_and(|minute: u8| minute < 60)
    };
    let is_time = ["MO", "MI", "AF", "EV", "NI", "XX:XX"].contains(&time) || is_clock(time);
    is_time && is_day(day)
}

fn is_day(day: &str) -> bool {
    let parts: Vec<&str> = day.split('-').collect();
    let is = |part: &str, n: usize| {
        part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
    };
    match parts.as_slice() {
        [century] => is(century, 2) || is(century, 3) || is(century, 4),
        [year, part] => {
            is(year, 4) && (is(part, 2) || ["SP", "SU", "FA", "WI"].contains(part) || is_part(part))
        }
        [year, week, end] if week.starts_with('W') => {
            is(year, 4) && is(&week[1..], 2) && (*end == "WE" || is(end, 1))
        }
        [year, month, day] => {
            let is_real = Date::parse(&format!("{year}-{month}-{day}")).is_some()
                || day.contains('X')
                || year.contains('X');
            is(year, 4) && is(month, 2) && is(day, 2) && is_real
        }
        _ => false,
    }
}

fn is_part(part: &str) -> bool {
    match part.split_at_checked(1) {
        Some(("W", week)) => week == "XX" || week.parse().is_ok_and(|week: u8| (1..=53).contains(&week)),
        Some(("Q", quarter)) => ["1", "2", "3", "4", "X"].contains(&quarter),
        Some(("H", half)) => ["1", "2"].contains(&half),
        _ => false,
    }
}

#[test]
fn nothing_panics_and_spans_and_values_are_sound() {
    let mut dice = Dice(0x5eed);
    for _ in 0..4000 {
        let mut corpus = vec![article(&random_text(&mut dice)), article(&random_text(&mut dice))];
        if dice.roll(2) == 0 {
            corpus[0].published = Some(Given { value: "2023-04-20".to_owned(), basis: Basis::Editor });
        }
        let annotations: Vec<_> = corpus.iter().map(annotate).collect();
        corpus.iter().zip(&annotations).for_each(|(article, found)| check(article, found));
        let resolved = resolve(&corpus, &annotations);
        for (found, resolved) in annotations.iter().zip(&resolved.articles) {
            assert_eq!(found.mentions.len(), resolved.entities.len());
            assert_eq!(found.dates.len(), resolved.dates.len());
            assert!(resolved.dates.iter().all(|date| is_timex3(&date.value)));
        }
    }
}

#[test]
fn texts_cut_anywhere_are_read() {
    for text in files("tests/gold/hand_cut") {
        let cuts: Vec<usize> = text.char_indices().map(|(at, _)| at).step_by(61).collect();
        for cut in cuts {
            let (front, back) = text.split_at(cut);
            for piece in [front, back] {
                let article = article(piece);
                check(&article, &annotate(&article));
            }
        }
    }
}

/// How long the short line is.
const SHORT_BYTES: usize = 25_000;
/// How many times longer the long line is.
const LONGER: usize = 4;
/// What is linear takes `LONGER` times as long, what is quadratic its square; in between is room for a busy machine.
const MOST_TIMES: f64 = 10.0;
/// A shorter time is the clock's and the other tests' doing: a line that takes it is told from none.
const LEAST_SECONDS: f64 = 0.01;
/// Of so many tries the quickest counts.
const TRIES: usize = 3;

#[test]
fn a_long_line_takes_time_in_proportion() {
    for piece in [
        "WORD",
        "Word ",
        "a",
        "Kyiv, ",
        "1990-",
        "last ",
        "[",
        "van ",
        "al-",
        "of the ",
        "Mr Stolten berg ",
        "\u{301}",
        "U.S.",
        "' ",
        "\"",
        "“a b c” ",
        "“a,” he said ",
        "Kyiv he said “a” ",
        "he said, ",
        "according to ",
        "the man who, ",
    ] {
        let seconds = |bytes: usize| {
            let article = article(&piece.repeat(bytes / piece.len()));
            let tries = (0..TRIES).map(|_| {
                let start = Instant::now();
                drop(annotate(&article));
                start.elapsed().as_secs_f64()
            });
            tries.fold(f64::INFINITY, f64::min)
        };
        let times = seconds(LONGER * SHORT_BYTES) / seconds(SHORT_BYTES).max(LEAST_SECONDS);
        assert!(times < MOST_TIMES, "{piece:?}: {LONGER} times the text takes {times:.1} times as long");
    }
}
