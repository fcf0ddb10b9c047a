//! The names that the whole of `annotate` finds, against those marked: figures and their floors.

use crate::corpus::{Annotated, read};
use crate::score::{Tallies, compare, line};
use dateline::annotate::annotate;
use dateline::annotate::tagger::Class;
use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::key::Kind;
use dateline::text::Span;
use std::path::Path;

/// The figures that may rise and never fall.
const BASELINE: &str = "tests/gold/baseline.toml";
/// The classes of a line of figures, as the floors name them.
const CLASSES: [&str; 4] = ["PER", "LOC", "ORG", "ALL"];
/// How far, in points of F1, a figure may lie under its floor for rounding: floors have one decimal.
const ROUNDING: f64 = 0.05;

/// Prints the figures of one file.
pub fn score_file(file: &Path) -> Result<(), String> {
    println!("{}", line(&measure(&read(file)?)));
    Ok(())
}

/// Prints the figures of each file of a folder that the baseline has floors for; fails where one has fallen.
pub fn hold_floors(folder: &Path) -> Result<(), String> {
    let (mut n_held, mut fallen) = (0, Vec::new());
    for (name, floors) in read_floors()? {
        let file = folder.join(&name).with_extension("jsonl");
        if !file.exists() {
            continue;
        }
        let tallies = measure(&read(&file)?);
        println!("{name:14} {}", line(&tallies));
        for (class, tally) in CLASSES.iter().zip(&tallies) {
            let Some(floor) = floors.get(*class).and_then(toml::Value::as_float) else { continue };
            let [_, _, f1] = tally.rates();
            n_held += 1;
            if f1 + ROUNDING < floor {
                fallen.push(format!("{name} {class} is {f1:.1}, its floor {floor:.1}"));
            }
        }
    }
    match (n_held, fallen.is_empty()) {
        (0, _) => {
            Err(format!("cannot hold floors in '{}': it has no file that {BASELINE} names", folder.display()))
        }
        (_, false) => Err(fallen.join("; ")),
        _ => {
            println!("{n_held} floors held");
            Ok(())
        }
    }
}

fn read_floors() -> Result<Vec<(String, toml::Table)>, String> {
    let text = std::fs::read_to_string(BASELINE).map_err(|error| format!("reading {BASELINE}: {error}"))?;
    let baseline: toml::Table = text.parse().map_err(|error| format!("reading {BASELINE}: {error}"))?;
    let sets = baseline.get("names").and_then(|names| names.get("sets")).and_then(toml::Value::as_table);
    let set = |(name, floors): (&String, &toml::Value)| Some((name.clone(), floors.as_table()?.clone()));
    Ok(sets.into_iter().flatten().filter_map(set).collect())
}

fn measure(articles: &[Annotated]) -> Tallies {
    let found: Vec<_> = articles.iter().map(|article| found(&article.text)).collect();
    compare(articles, &found)
}

/// The names of a text that is taken as clean.
fn found(text: &str) -> Vec<(Span, Class)> {
    let raw = RawArticle {
        id: String::new(),
        file: String::new(),
        format: Format::Text,
        text: text.to_owned(),
        page: Metadata::default(),
        editor: Metadata::default(),
    };
    let mentions = annotate(&Article::plain(&raw)).mentions;
    mentions.into_iter().map(|mention| (mention.span, class(mention.kind))).collect()
}

fn class(kind: Kind) -> Class {
    match kind {
        Kind::Person => Class::Person,
        Kind::Place => Class::Place,
        Kind::Organization => Class::Organization,
    }
}
