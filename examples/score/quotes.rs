//! `score quotes`: the quotations of annotated articles and their speakers, against those marked.
//!
//! A found quotation is right when its bounds agree with a marked one once quotation marks, spaces and closing
//! punctuation are dropped from both; fragments of one or two words count only where they are marked. A speaker is right
//! when the last word of one name stands in the other. Reported statements are no quotations.

use dateline::annotate::annotate;
use dateline::clean::clean;
use dateline::resolve::resolve;
use dateline::text::{CodePoints, Span};
use serde_json::Value;
use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;

/// Words of the shortest quotation that counts against precision.
const MIN_WORDS: usize = 3;
/// How far a share may lie under its floor, or over its ceiling, for rounding: they have three decimals.
const ROUNDING: f64 = 0.0005;

/// The bounds of a quotation in code points, and its speaker.
type Quotes = BTreeMap<(usize, usize), Option<String>>;

#[derive(Default)]
struct Tally {
    n_found: usize,
    n_marked: usize,
    n_matched: usize,
    n_right: usize,
    n_wrong: usize,
    n_abstained: usize,
}

/// Prints the figures of one file.
pub fn score(records: &[Value]) {
    println!("{}", tally(records).line());
}

/// Prints the figures of each file of a folder that the baseline has floors for; fails where one has fallen.
pub fn hold_floors(folder: &str, baseline: &str) -> Result<(), Box<dyn Error>> {
    let table: toml::Table = std::fs::read_to_string(baseline)?.parse()?;
    let sets = table.get("quotes").and_then(|quotes| quotes.get("sets")).and_then(toml::Value::as_table);
    let (mut n_held, mut fallen) = (0, Vec::new());
    for (name, floors) in sets.into_iter().flatten() {
        let file = Path::new(folder).join(name).with_extension("jsonl");
        if !file.exists() {
            continue;
        }
        let tally = tally(&super::read_records(&file.to_string_lossy())?);
        println!("{name}: {}", tally.line());
        let floor = |key: &str| floors.get(key).and_then(toml::Value::as_float);
        let [_, _, f1] = tally.rates();
        let [right, wrong, _] = tally.shares();
        let held = [
            floor("f1").is_none_or(|floor| f1 + ROUNDING >= floor),
            floor("right").is_none_or(|floor| right + ROUNDING >= floor),
            floor("wrong").is_none_or(|ceiling| wrong - ROUNDING <= ceiling),
        ];
        n_held += held.len();
        if held.contains(&false) {
            fallen.push(format!("{name} has fallen under its floors"));
        }
    }
    if !fallen.is_empty() {
        return Err(fallen.join("; ").into());
    }
    if n_held == 0 {
        return Err(format!("cannot hold floors in '{folder}': it has no file that {baseline} names").into());
    }
    println!("{n_held} floors held");
    Ok(())
}

impl Tally {
    /// Precision, recall and F1 of the quotations.
    fn rates(&self) -> [f64; 3] {
        let (precision, recall) = (share(self.n_matched, self.n_found), share(self.n_matched, self.n_marked));
        let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
        [precision, recall, f1]
    }

    /// The shares of known speakers that are right, wrong and not named.
    fn shares(&self) -> [f64; 3] {
        let all = self.n_right + self.n_wrong + self.n_abstained;
        [share(self.n_right, all), share(self.n_wrong, all), share(self.n_abstained, all)]
    }

    fn line(&self) -> String {
        let ([precision, recall, f1], [right, wrong, abstained]) = (self.rates(), self.shares());
        let n_known = self.n_right + self.n_wrong + self.n_abstained;
        format!(
            "quotations P {precision:.3} R {recall:.3} F1 {f1:.3} | speaker of {n_known}: right {right:.3} wrong {wrong:.3} abstained {abstained:.3}"
        )
    }
}

fn share(part: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { part as f64 / all as f64 }
}

fn tally(records: &[Value]) -> Tally {
    let mut tally = Tally::default();
    for record in records {
        let text: Vec<char> = super::text_of(record, "text").chars().collect();
        let marked = marked(record, &text);
        let found = found(record, &text);
        let counts = |(bounds, _): &(&(usize, usize), &Option<String>)| {
            n_words(&text[bounds.0..bounds.1]) >= MIN_WORDS || marked.contains_key(bounds)
        };
        tally.n_marked += marked.len();
        for (bounds, speaker) in found.iter().filter(counts) {
            tally.n_found += 1;
            let Some(known) = marked.get(bounds) else { continue };
            tally.n_matched += 1;
            match (known, speaker) {
                (None, _) => {}
                (Some(_), None) => tally.n_abstained += 1,
                (Some(known), Some(speaker)) if is_same(known, speaker) => tally.n_right += 1,
                _ => tally.n_wrong += 1,
            }
        }
    }
    tally
}

fn n_words(words: &[char]) -> usize {
    words.split(|c| c.is_whitespace()).filter(|word| !word.is_empty()).count()
}

fn marked(record: &Value, text: &[char]) -> Quotes {
    let quotes = record["quotes"].as_array().map(Vec::as_slice).unwrap_or_default();
    let bound = |value: &Value| usize::try_from(value.as_u64().unwrap_or_default()).unwrap_or_default();
    quotes
        .iter()
        .map(|quote| {
            let bounds = trim(text, bound(&quote["start"]), bound(&quote["end"]));
            (bounds, quote["speaker"].as_str().map(str::to_owned))
        })
        .collect()
}

/// The quotations of one article with the names of their speakers, as `dateline annotate` gives them.
fn found(record: &Value, text: &[char]) -> Quotes {
    let raw = super::raw("line", super::text_of(record, "text"));
    let articles = clean(std::slice::from_ref(&raw));
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve(&articles, &annotations);
    let (article, found) = (&articles[0], &annotations[0]);
    let mut points = CodePoints::new(&raw.text);
    let name = |mention: usize| {
        let entity =
            resolved.articles[0].entities[mention].map(|id| resolved.entities[id.0 as usize].name.clone());
        entity.unwrap_or_else(|| found.mentions[mention].span.of(&article.text).to_owned())
    };
    let direct = found.quotes.iter().filter(|quote| !quote.indirect);
    direct
        .filter_map(|quote| {
            let Span { start, end } = article.source.to_raw(quote.span)?;
            let bounds = trim(text, points.at(start), points.at(end));
            Some((bounds, quote.speaker.map(name)))
        })
        .collect()
}

/// The bounds without marks, spaces and closing punctuation.
fn trim(text: &[char], start: usize, end: usize) -> (usize, usize) {
    let (mut start, mut end) = (start.min(text.len()), end.min(text.len()));
    let is_edge = |c: char| "\"“”‘’' \n\t.,;:!?…".contains(c);
    while start < end && is_edge(text[start]) {
        start += 1;
    }
    while end > start && is_edge(text[end - 1]) {
        end -= 1;
    }
    (start, end)
}

fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.trim().to_lowercase(), other.trim().to_lowercase());
    let holds_last = |name: &str, words: &str| {
        let last = name.split_whitespace().next_back();
        last.is_some_and(|last| words.split_whitespace().any(|word| word == last))
    };
    one == other || holds_last(&one, &other) || holds_last(&other, &one)
}
