//! Dates, by the cases in `tests/cases/dates`.

mod marked;

use dateline::annotate::annotate;
use dateline::annotate::timex::{Date, Modifier, resolve_all};
use dateline::clean::Given;
use dateline::key::Basis;
use marked::{Marked, article, files, mark};

#[test]
fn dates_are_those_marked() {
    let mut failures = Vec::new();
    for file in files("tests/cases/dates") {
        let (mut reference, mut language) = (None, None);
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
            match line.strip_prefix('@') {
                Some(setting) => {
                    let mut words = setting.split_whitespace();
                    reference = words.next().and_then(Date::parse);
                    language = words.next().map(str::to_owned);
                }
                None => failures.extend(failure(line, reference, language.as_deref())),
            }
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

/// The cases may grow and never shrink; the floor stands in `tests/gold/baseline.toml`.
#[test]
fn the_cases_hold_as_many_dates_as_ever() {
    let baseline: toml::Table =
        std::fs::read_to_string("tests/gold/baseline.toml").expect("floors").parse().expect("TOML");
    let floor = baseline["dates"]["n_marked"].as_integer().expect("a number");
    let cases = marked::cases("tests/cases/dates");
    let lines = cases.iter().filter(|line| !line.starts_with('@'));
    let n_marked: usize = lines.map(|line| Marked::read(line).marks.len()).sum();
    assert!(i64::try_from(n_marked).is_ok_and(|n| n >= floor), "{n_marked} dates marked, {floor} before");
}

fn failure(line: &str, reference: Option<Date>, language: Option<&str>) -> Option<String> {
    let Marked { text, .. } = Marked::read(line);
    let mut article = article(&text);
    article.language = language.map(|code| Given { value: code.to_owned(), basis: Basis::Editor });
    let marks = resolve_all(&annotate(&article).expressions, reference)
        .into_iter()
        .map(|timex| (timex.span, format!("{} {}", timex.kind.word().to_lowercase(), timex.value)));
    let printed = mark(&text, marks.collect::<Vec<_>>().into_iter());
    (printed != line).then(|| format!("expected {line}\n   found {printed}"))
}

/// Every figure of a value stands where TIMEX3 has one.
fn is_value(value: &str) -> bool {
    let is_ref = matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF");
    let is_length = value.starts_with('P')
        && value.bytes().all(|byte| byte.is_ascii_digit() || b"PTYMWDHSQXEC.".contains(&byte));
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let is_part = |part: &str| {
        matches!(part, "SP" | "SU" | "FA" | "WI" | "WE" | "H1" | "H2" | "QX")
            || part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
            || part.strip_prefix(['W', 'Q']).is_some_and(|rest| {
                !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'X')
            })
    };
    let is_time = matches!(time, "" | "MO" | "MI" | "AF" | "EV" | "NI" | "DT")
        || time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'X'));
    let date = date.trim_start_matches("FY").trim_start_matches("BC");
    is_ref || is_length || !date.is_empty() && date.split('-').all(is_part) && is_time
}

#[test]
fn values_are_valid_and_the_same_each_time_on_any_words() {
    let words = [
        "last",
        "the",
        "Friday",
        "29",
        "1",
        "2022",
        "February",
        "31",
        "ago",
        "two",
        "years",
        "quarter",
        ",",
        "of",
        "and",
        "a",
        "half",
        "Easter",
        "noon",
        "p.m.",
        "12",
        "fiscal",
        "day",
        "before",
        "99999999",
        "century",
        "'s",
        "-",
        "24:59",
        "10:30",
        "UTC",
        "(",
        ")",
        "until",
        "next",
        "weekend",
        "этого",
        "😀",
        "same",
        "period",
        "0",
    ];
    // A linear congruential walk (Numerical Recipes): the same texts on every machine.
    let mut state = 1_u32;
    for round in 0..400 {
        let mut text = String::new();
        for _ in 0..60 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text += words[(state >> 16) as usize % words.len()];
            text += if state & 0x800 == 0 { " " } else { "" };
        }
        let found = annotate(&article(&text)).expressions;
        for reference in
            [None, Date::parse("2023-04-20"), Date::parse("0001-01-01"), Date::parse("9999-12-31")]
        {
            let timexes = resolve_all(&found, reference);
            assert_eq!(timexes, resolve_all(&found, reference), "round {round}");
            for timex in timexes {
                assert!(is_value(&timex.value), "{} in {text}", timex.value);
            }
        }
    }
}

#[test]
fn what_narrows_a_date_is_kept() {
    let text = "In early 2023, by the end of 2024, more than a year ago, for at least two years, about 1970, on Friday.";
    let modifiers: Vec<_> = resolve_all(&annotate(&article(text)).expressions, Date::parse("2023-04-20"))
        .into_iter()
        .map(|timex| timex.modifier.map(Modifier::word))
        .collect();
    let expected = [Some("START"), Some("END"), Some("BEFORE"), Some("EQUAL_OR_MORE"), Some("APPROX"), None];
    assert_eq!(modifiers, expected);
}
