//! Time expressions found against those marked: strict, relaxed and value F1, as the TempEval contests count them.

use super::{raw, text_of};
use dateline::annotate::annotate;
use dateline::annotate::timex::{Date, resolve_all};
use dateline::clean::Article;
use dateline::text::CodePoints;
use serde_json::Value;
use std::collections::HashSet;

/// A time expression: bounds in code points, half open.
struct Timex {
    start: usize,
    end: usize,
    kind: String,
    value: String,
}

impl Timex {
    fn overlap(&self, other: &Self) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// Whether the value is a year, a month or a day, perhaps with a time.
    fn is_calendar(&self) -> bool {
        let date = self.value.split_once('T').map_or(self.value.as_str(), |(date, _)| date);
        let mut parts = date.split('-');
        let is_figures =
            |part: &str, n: usize| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
        parts.next().is_some_and(|year| is_figures(year, 4))
            && parts.clone().count() <= 2
            && parts.all(|part| is_figures(part, 2))
    }
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    value: usize,
}

/// Prints both lines of figures for a file.
pub fn score(records: &[Value]) {
    let pairs: Vec<(Vec<Timex>, Vec<Timex>)> =
        records.iter().map(|record| (marked(record), found(record))).collect();
    for (name, calendar_only) in [("ALL", false), ("CAL", true)] {
        let mut counts = Counts::default();
        for (gold, found) in &pairs {
            count(gold, found, calendar_only, &mut counts);
        }
        print(name, &counts);
    }
}

fn marked(record: &Value) -> Vec<Timex> {
    let list = if record["timexes"].is_array() { &record["timexes"] } else { &record["dates"] };
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap_or(0)).unwrap_or(0);
    let read = |timex: &Value| Timex {
        start: number(&timex["start"]),
        end: number(&timex["end"]),
        kind: text_of(timex, "type").to_owned(),
        value: text_of(timex, "value").to_owned(),
    };
    list.as_array().map(|list| list.iter().map(read).collect()).unwrap_or_default()
}

fn found(record: &Value) -> Vec<Timex> {
    let article = Article::plain(&raw("line", text_of(record, "text")));
    let reference = Date::parse(text_of(record, "dct")).or_else(|| Date::parse(text_of(record, "published")));
    let mut points = CodePoints::new(&article.text);
    resolve_all(&annotate(&article).expressions, reference)
        .into_iter()
        .map(|timex| Timex {
            start: points.at(timex.span.start),
            end: points.at(timex.span.end),
            kind: timex.kind.word().to_owned(),
            value: timex.value,
        })
        .collect()
}

fn count(gold: &[Timex], found: &[Timex], calendar_only: bool, counts: &mut Counts) {
    let is_date = |timex: &&Timex| matches!(timex.kind.as_str(), "DATE" | "TIME") && timex.is_calendar();
    let wanted: Vec<&Timex> = gold.iter().filter(|timex| !calendar_only || is_date(timex)).collect();
    // What was found in place of another kind of expression is not counted against the calendar dates.
    let touches = |timex: &Timex, list: &[&Timex]| list.iter().any(|gold| timex.overlap(gold) > 0);
    let all: Vec<&Timex> = gold.iter().collect();
    let counted: Vec<&Timex> = found
        .iter()
        .filter(|timex| {
            !calendar_only || timex.is_calendar() && (touches(timex, &wanted) || !touches(timex, &all))
        })
        .collect();
    let bounds = |list: &[&Timex]| -> HashSet<(usize, usize)> {
        list.iter().map(|timex| (timex.start, timex.end)).collect()
    };
    let cut = |value: &str| -> String {
        value.to_uppercase().chars().take(if calendar_only { 10 } else { usize::MAX }).collect()
    };
    counts.gold += wanted.len();
    counts.found += counted.len();
    counts.strict += bounds(&wanted).intersection(&bounds(&counted)).count();
    let mut is_used = vec![false; wanted.len()];
    for timex in counted {
        let open = (0..wanted.len()).rev().filter(|at| !is_used[*at] && timex.overlap(wanted[*at]) > 0);
        let Some(at) = open.max_by_key(|at| timex.overlap(wanted[*at])) else { continue };
        is_used[at] = true;
        counts.relaxed += 1;
        counts.value += usize::from(cut(&timex.value) == cut(&wanted[at].value));
    }
}

fn print(name: &str, counts: &Counts) {
    let share = |part: usize, whole: usize| if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 };
    let f1 = |part: usize| share(2 * part, counts.gold + counts.found);
    println!(
        "  {name}  strict F1 {:.1} | relaxed P/R/F1 {:.1}/{:.1}/{:.1} | value F1 {:.1} (acc {:.1}) gold {} pred {}",
        f1(counts.strict),
        share(counts.relaxed, counts.found),
        share(counts.relaxed, counts.gold),
        f1(counts.relaxed),
        f1(counts.value),
        share(counts.value, counts.relaxed),
        counts.gold,
        counts.found
    );
}
