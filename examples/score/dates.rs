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

/// All expressions, and calendar dates alone: the names of the lines printed and of the floors.
const SCOPES: [(&str, bool); 2] = [("ALL", false), ("CAL", true)];
/// How far, in points of F1, a figure may lie under its floor for rounding: floors have one decimal.
const ROUNDING: f64 = 0.05;

/// Prints both lines of figures for a file.
pub fn score(records: &[Value]) {
    for (name, counts) in measure(records) {
        print(name, &counts);
    }
}

fn measure(records: &[Value]) -> [(&'static str, Counts); 2] {
    let pairs: Vec<(Vec<Timex>, Vec<Timex>)> =
        records.iter().map(|record| (marked(record), found(record))).collect();
    SCOPES.map(|(name, calendar_only)| {
        let mut counts = Counts::default();
        for (gold, found) in &pairs {
            count(gold, found, calendar_only, &mut counts);
        }
        (name, counts)
    })
}

/// Scores every file of a folder that has floors, `[dates.NAME.ALL]` in `baseline`, and prints each figure beside its
/// floor.
///
/// # Errors
/// A figure lies under its floor, a file or the floors cannot be read, or the folder has none of the files.
pub fn hold_floors(folder: &str, baseline: &str) -> Result<(), Box<dyn std::error::Error>> {
    let floors: toml::Table = std::fs::read_to_string(baseline)?.parse()?;
    let sets = floors.get("dates").and_then(|dates| dates.get("sets")).and_then(toml::Value::as_table);
    let (mut n_held, mut fallen) = (0, Vec::new());
    for (name, floors) in sets.into_iter().flatten() {
        let file = std::path::Path::new(folder).join(name).with_extension("jsonl");
        let Some(file) = file.to_str().filter(|file| std::path::Path::new(file).exists()) else { continue };
        println!("{name}");
        for (scope, counts) in measure(&super::read_records(file)?) {
            print(scope, &counts);
            for (figure, value) in counts.figures() {
                let floor =
                    floors.get(scope).and_then(|scope| scope.get(figure)).and_then(toml::Value::as_float);
                let Some(floor) = floor else { continue };
                n_held += 1;
                if value + ROUNDING < floor {
                    fallen.push(format!("{name} {scope} {figure} is {value:.1}, its floor {floor:.1}"));
                }
            }
        }
    }
    match (n_held, fallen.is_empty()) {
        (0, _) => {
            Err(format!("cannot hold floors in '{folder}': it has no file that {baseline} names").into())
        }
        (_, false) => Err(fallen.join("; ").into()),
        _ => {
            println!("{n_held} floors held");
            Ok(())
        }
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

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { 100.0 * part as f64 / whole as f64 }
}

impl Counts {
    fn f1(&self, part: usize) -> f64 {
        share(2 * part, self.gold + self.found)
    }

    /// The F1 figures that have floors.
    fn figures(&self) -> [(&'static str, f64); 3] {
        [("strict", self.f1(self.strict)), ("relaxed", self.f1(self.relaxed)), ("value", self.f1(self.value))]
    }
}

fn print(name: &str, counts: &Counts) {
    println!(
        "  {name}  strict F1 {:.1} | relaxed P/R/F1 {:.1}/{:.1}/{:.1} | value F1 {:.1} (acc {:.1}) gold {} pred {}",
        counts.f1(counts.strict),
        share(counts.relaxed, counts.found),
        share(counts.relaxed, counts.gold),
        counts.f1(counts.relaxed),
        counts.f1(counts.value),
        share(counts.value, counts.relaxed),
        counts.gold,
        counts.found
    );
}
