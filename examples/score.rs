//! Measures a stage against marked data, and refits what was fitted to it.
//!
//! `score clean FILE FIELD` — shingle F1 of the cleaned bodies in a JSON Lines
//! file of `{id, page, residue, body}`, as the article extraction benchmark
//! computes it; FIELD names the text to clean.
//! `score speed FILE FIELD` — how fast that goes.
//! `score fit FILE` — fits the main-block model to field `page` and prints the weights of `src/clean/weights.rs`.
//! `score dates FILE` — F1 of the time expressions in a JSON Lines file of `{id, dct, text, timexes}`, or of
//! `{id, published, text, dates}`: strict (same bounds), relaxed (overlap) and value (overlap and the same value); `ALL`
//! counts every TIMEX3, `CAL` calendar dates alone. A mark is `{start, end, type, value}`, bounds in code points, half open.
//! `score dates --floors FOLDER` — the same for each file of a folder that `tests/gold/baseline.toml` has floors for;
//! fails where a figure has fallen under its floor.
//! `score quotes FILE` — precision, recall and F1 of the quotations in a JSON Lines file of `{id, text, quotes}`, and the
//! shares of known speakers that are named right, wrong or not at all. A mark is `{start, end, speaker}`, bounds in code
//! points, half open; `--floors FOLDER` as above.
//! `score halves FILE` — fits to either half and judges the lines of the other.

#[path = "score/dates.rs"]
mod dates;
#[path = "score/quotes.rs"]
mod quotes;

use dateline::clean::{Cleaner, FEATURE_NAMES, Features, N_FEATURES, story_features};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::text::Span;
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::time::Instant;

/// Words in a shingle, as in the benchmark.
const SHINGLE: usize = 4;

/// The figures that may rise and never fall.
const BASELINE: &str = "tests/gold/baseline.toml";

const USAGE: &str = "usage: score clean|speed FILE FIELD [--each] | score dates|quotes [--floors] FILE | score fit|halves FILE";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["clean", file, field] => score(&read_records(file)?, field, false),
        ["clean", file, field, "--each"] => score(&read_records(file)?, field, true),
        ["speed", file, field] => measure_speed(&read_records(file)?, field),
        ["fit", file] => print_weights(&fit(&read_records(file)?)),
        ["dates", "--floors", folder] => dates::hold_floors(folder, BASELINE)?,
        ["dates", file] => dates::score(&read_records(file)?),
        ["quotes", "--floors", folder] => quotes::hold_floors(folder, BASELINE)?,
        ["quotes", file] => quotes::score(&read_records(file)?),
        ["halves", file] => compare_halves(&read_records(file)?),
        _ => return Err(USAGE.into()),
    }
    Ok(())
}

fn read_records(file: &str) -> Result<Vec<Value>, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(file)?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn text_of<'a>(record: &'a Value, field: &str) -> &'a str {
    record[field].as_str().unwrap_or_default()
}

fn raw(id: &str, text: &str) -> RawArticle {
    RawArticle {
        id: id.to_owned(),
        file: format!("{id}.txt"),
        format: Format::Text,
        text: text.to_owned(),
        page: Metadata::default(),
        editor: Metadata::default(),
    }
}

/// The raw text minus everything removed.
fn body(raw: &RawArticle) -> String {
    let article = Cleaner::default().clean(raw);
    let mut body = String::new();
    let mut start = 0;
    for removal in &article.removed {
        body.push_str(
            Span::new(start.min(removal.raw.start as usize), removal.raw.start as usize).of(&raw.text),
        );
        body.push(' ');
        start = start.max(removal.raw.end as usize);
    }
    body.push_str(&raw.text[start..]);
    body
}

fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect()
}

fn shingles<'a>(words: &'a [&'a str]) -> HashMap<&'a [&'a str], usize> {
    let mut counts = HashMap::new();
    if !words.is_empty() {
        for at in 0..words.len().saturating_sub(SHINGLE - 1).max(1) {
            *counts.entry(&words[at..words.len().min(at + SHINGLE)]).or_default() += 1;
        }
    }
    counts
}

fn precision_recall(truth: &str, predicted: &str) -> (f64, f64) {
    let (truth, predicted) = (words(truth), words(predicted));
    let (truth, predicted) = (shingles(&truth), shingles(&predicted));
    let n_shared: usize = truth.iter().map(|(shingle, n)| *n.min(predicted.get(shingle).unwrap_or(&0))).sum();
    let total = |counts: &HashMap<&[&str], usize>| counts.values().sum::<usize>();
    let share = |of: usize, empty| if of == 0 { empty } else { n_shared as f64 / of as f64 };
    (share(total(&predicted), 0.0), share(total(&truth), 1.0))
}

fn score(records: &[Value], field: &str, shows_each: bool) {
    let mut sums = [0.0; 2];
    let mut n_bytes = 0;
    let start = Instant::now();
    let cleaned: Vec<String> = records
        .iter()
        .map(|record| {
            let text = text_of(record, field);
            n_bytes += text.len();
            body(&raw(text_of(record, "id"), text))
        })
        .collect();
    let seconds = start.elapsed().as_secs_f64();
    for (number, (record, cleaned)) in records.iter().zip(&cleaned).enumerate() {
        let (precision, recall) = precision_recall(text_of(record, "body"), cleaned);
        if shows_each {
            println!("{number:3} {} P {precision:.3} R {recall:.3}", text_of(record, "id"));
        }
        sums[0] += precision;
        sums[1] += recall;
    }
    let [precision, recall] = sums.map(|sum| sum / records.len() as f64);
    let f1 = 2.0 * precision * recall / (precision + recall);
    println!("{field}: P {precision:.4} R {recall:.4} F1 {f1:.4}");
    println!("{:.1} MB/s", n_bytes as f64 / 1e6 / seconds);
}

/// Cleans all texts again and again for about a second each, so that tables built once do not count.
fn measure_speed(records: &[Value], field: &str) {
    let articles: Vec<RawArticle> =
        records.iter().map(|record| raw(text_of(record, "id"), text_of(record, field))).collect();
    let n_bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let mut best = 0.0_f64;
    for _ in 0..10 {
        let start = Instant::now();
        let n_removed: usize =
            articles.iter().map(|article| Cleaner::default().clean(article).removed.len()).sum();
        assert!(n_removed > 0, "nothing was removed");
        best = best.max(n_bytes as f64 / 1e6 / start.elapsed().as_secs_f64());
    }
    println!("{best:.1} MB/s");
}

/// A line of a page to learn from: features, whether it is story, its weight.
struct Example {
    features: Features,
    is_story: bool,
    weight: f64,
}

fn examples(record: &Value) -> Vec<Example> {
    let (page, body) = (text_of(record, "page"), text_of(record, "body"));
    let body_words = words(body);
    let shingles: HashSet<&[&str]> = body_words.windows(SHINGLE).collect();
    let lines: HashSet<Vec<&str>> = body.lines().map(words).collect();
    let judge = |text: &str| {
        let words = words(text);
        let n_shared = words.windows(SHINGLE).filter(|shingle| shingles.contains(shingle)).count();
        let is_covered = words.len() >= SHINGLE && n_shared * 10 >= (words.len() + 1 - SHINGLE) * 7;
        (is_covered || lines.contains(&words), (words.len() as f64).min(60.0))
    };
    let features = story_features(page);
    let total: f64 = features.iter().map(|(span, _)| judge(span.of(page)).1).sum();
    features
        .into_iter()
        .map(|(span, features)| {
            let (is_story, weight) = judge(span.of(page));
            let weight = weight / total * if is_story { STORY_WEIGHT } else { 1.0 };
            Example { features, is_story, weight }
        })
        .collect()
}

/// Rounds of gradient descent and its step.
const ROUNDS: usize = 3000;
const STEP: f64 = 0.3;

/// How much worse it is to cut a line of the story than to keep one of furniture.
const STORY_WEIGHT: f64 = 2.0;

/// The pull of the weights towards 0.
const PULL: f64 = 1e-3;

/// Logistic regression by gradient descent, each feature scaled to its spread.
fn fit(records: &[Value]) -> Vec<f64> {
    let examples: Vec<Example> = records.iter().flat_map(examples).collect();
    let scale: Vec<f64> = (0..N_FEATURES)
        .map(|at| {
            let squares: f64 = examples.iter().map(|example| f64::from(example.features[at]).powi(2)).sum();
            (squares / examples.len() as f64).sqrt().max(1e-3)
        })
        .collect();
    let total: f64 = examples.iter().map(|example| example.weight).sum();
    let mut weights = vec![0.0; N_FEATURES];
    for _ in 0..ROUNDS {
        let mut gradient: Vec<f64> = weights.iter().map(|weight| PULL * weight).collect();
        for example in &examples {
            let odds: f64 =
                (0..N_FEATURES).map(|at| weights[at] * f64::from(example.features[at]) / scale[at]).sum();
            let error = 1.0 / (1.0 + (-odds).exp()) - f64::from(u8::from(example.is_story));
            for at in 0..N_FEATURES {
                gradient[at] += example.weight / total * error * f64::from(example.features[at]) / scale[at];
            }
        }
        for at in 0..N_FEATURES {
            weights[at] -= STEP * gradient[at];
        }
    }
    weights.iter().zip(scale).map(|(weight, scale)| weight / scale).collect()
}

fn print_weights(weights: &[f64]) {
    for (weight, name) in weights.iter().zip(FEATURE_NAMES) {
        println!("    {weight:.2}, // {name}");
    }
}

/// Fits on either half and prints the share of rightly judged words of the other, to show overfitting.
fn compare_halves(records: &[Value]) {
    for half in 0..2 {
        let pick = |wanted: usize| -> Vec<Value> {
            records
                .iter()
                .enumerate()
                .filter(|(at, _)| at % 2 == wanted)
                .map(|(_, record)| record.clone())
                .collect()
        };
        let weights = fit(&pick(half));
        for (name, side) in [("seen", half), ("unseen", 1 - half)] {
            let examples: Vec<Example> = pick(side).iter().flat_map(examples).collect();
            let (mut right, mut total) = (0.0, 0.0);
            for example in &examples {
                let odds: f64 = weights.iter().zip(example.features).map(|(w, f)| w * f64::from(f)).sum();
                total += example.weight;
                right += if (odds > 0.0) == example.is_story { example.weight } else { 0.0 };
            }
            println!("half {half} {name}: {:.4} of weighted lines right", right / total);
        }
    }
}
