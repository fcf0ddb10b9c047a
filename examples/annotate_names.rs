//! Annotates the names and dates of a JSON Lines file, for the scorers.
//!
//! `cargo run --release --example annotate_names -- IN.jsonl OUT.jsonl` reads records with `id`, `text` and perhaps
//! `dct`, and writes `id`, `entities` and `timexes` with offsets in code points.

use dateline::annotate::timex::Date;
use dateline::annotate::{Annotations, annotate, timex};
use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::key::{Basis, Kind};
use dateline::text::{CodePoints, Span};
use serde_json::{Value, json};
use std::error::Error;
use std::fmt::Write as _;
use std::time::Instant;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, output] = arguments.as_slice() else { return Err("usage: annotate_names IN OUT".into()) };
    let mut out = String::new();
    let (mut n_bytes, mut seconds) = (0, 0.0);
    let _ = dateline::annotate::lexicon::get();
    for line in std::fs::read_to_string(input)?.lines() {
        let record: Value = serde_json::from_str(line)?;
        let article = article(&record);
        n_bytes += article.text.len();
        let start = Instant::now();
        let found = annotate(&article);
        seconds += start.elapsed().as_secs_f64();
        writeln!(out, "{}", prediction(&record, &article, &found))?;
    }
    std::fs::write(output, out)?;
    #[allow(clippy::cast_precision_loss)]
    let megabytes = n_bytes as f64 / 1e6;
    eprintln!("{megabytes:.2} MB in {seconds:.3} s: {:.1} MB/s", megabytes / seconds);
    Ok(())
}

fn article(record: &Value) -> Article {
    let text = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
    let raw = RawArticle {
        id: text("id"),
        file: text("id"),
        format: Format::JsonLine,
        text: text("text"),
        page: Metadata::default(),
        editor: Metadata::default(),
    };
    let mut article = Article::plain(&raw);
    let published = if record["dct"].is_string() { text("dct") } else { text("published") };
    if !published.is_empty() {
        article.published = Some(dateline::clean::Given { value: published, basis: Basis::Page });
    }
    article
}

fn prediction(record: &Value, article: &Article, found: &Annotations) -> Value {
    let points = std::cell::RefCell::new(CodePoints::new(&article.text));
    let place = |span: Span| {
        let mut points = points.borrow_mut();
        (points.at(span.start), points.at(span.end))
    };
    let entities: Vec<Value> = found
        .mentions
        .iter()
        .map(|mention| {
            let (start, end) = place(mention.span);
            let kind = match mention.kind {
                Kind::Person => "PER",
                Kind::Place => "LOC",
                Kind::Organization => "ORG",
            };
            json!({"start": start, "end": end, "type": kind, "rule": mention.rule})
        })
        .collect();
    let reference = article.published.as_ref().and_then(|published| Date::parse(&published.value));
    let timexes: Vec<Value> = timex::resolve_all(&found.expressions, reference)
        .into_iter()
        .map(|timex| {
            let (start, end) = place(timex.span);
            json!({"start": start, "end": end, "type": timex.kind.word(), "value": timex.value, "rule": timex.rule})
        })
        .collect();
    json!({"id": record["id"], "entities": entities, "timexes": timexes})
}
