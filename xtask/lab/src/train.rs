//! Annotated articles into a weight file.

use crate::chance::Chance;
use crate::corpus::{Annotated, read, sentences};
use crate::examples::Examples;
use crate::invent::invent;
use crate::learn::{Learned, learn};
use crate::net::{Learning, MEMBERS};
use crate::quantize::quantize;
use crate::recipe::Recipe;
use crate::source::Source;
use crate::vary::{Stock, recase, rename};
use dateline::annotate::tagger::decode::Decoder;
use dateline::annotate::tagger::form::Forms;
use dateline::annotate::tagger::model::{FormSums, Model};
use dateline::annotate::tagger::reading::Reading;
use dateline::annotate::tagger::weights::Weights;
use std::path::Path;

/// The files to learn from: articles of news, other texts, and other texts whose names were derived.
const NEWS: [&str; 2] = ["wikinews_gold", "wikinews_business_gold"];
const OTHERS: [&str; 2] = ["uner_ewt_dev", "wikigold"];
const DERIVED: [&str; 1] = ["gum_open_nonnews"];

/// Articles of news, and other texts.
///
/// # Errors
/// If a file cannot be read.
pub fn read_articles(folder: &Path, recipe: &Recipe) -> Result<(Vec<Annotated>, Vec<Annotated>), String> {
    let read_all = |names: &[&str], weight: f32| -> Result<Vec<Annotated>, String> {
        let mut articles = Vec::new();
        for name in names {
            articles.extend(read(&folder.join(format!("{name}.jsonl")))?);
        }
        articles.iter_mut().for_each(|article| article.weight = weight);
        Ok(articles)
    };
    let mut others = read_all(&OTHERS, 1.0)?;
    others.extend(read_all(&DERIVED, recipe.derived_weight)?);
    Ok((read_all(&NEWS, 1.0)?, others))
}

/// Learns from the articles and varied copies of them.
///
/// # Errors
/// If a word list cannot be read.
pub fn train(
    source: &Source,
    lists: &Path,
    mut articles: Vec<Annotated>,
    recipe: &Recipe,
) -> Result<Weights, String> {
    let copies = varied(&articles, &Stock::read(lists, &articles)?, recipe);
    articles.extend(copies);
    let first = first_labels(source, &articles, recipe);
    let mut examples = Examples::default();
    for (article, labels) in articles.iter().zip(&first) {
        examples.add(&source.lexicon, article, Some(labels));
    }
    let keys = examples.number(recipe.least);
    Ok(quantize(source, &learn_members(source, &examples, &keys, recipe), recipe))
}

/// Learners of different beginnings; those after the first learn side by side, with its vectors.
fn learn_members(source: &Source, examples: &Examples, keys: &[u32], recipe: &Recipe) -> Vec<Learned> {
    let learn_one = |member: usize, first: Option<&Learning>| {
        let recipe = Recipe { seed: recipe.seed + member as u64, ..recipe.clone() };
        let learned = learn(examples, keys, &source.vectors, &recipe, first);
        eprintln!("learner {} of {MEMBERS}: loss {:.0}", member + 1, learned.loss);
        learned
    };
    let first = learn_one(0, None);
    let others = side_by_side((1..MEMBERS).collect(), |member| learn_one(member, Some(&first.net)));
    std::iter::once(first).chain(others).collect()
}

/// The results of `work` on each item, in the order of the items, whichever is done first.
fn side_by_side<T: Send, U: Send>(items: Vec<T>, work: impl Fn(T) -> U + Sync) -> Vec<U> {
    std::thread::scope(|scope| {
        let threads: Vec<_> = items.into_iter().map(|item| scope.spawn(|| work(item))).collect();
        threads.into_iter().map(|thread| thread.join().expect("learning does not panic")).collect()
    })
}

fn varied(articles: &[Annotated], stock: &Stock, recipe: &Recipe) -> Vec<Annotated> {
    let mut chance = Chance::new(recipe.seed + 100);
    let mut copies = Vec::new();
    let mut add = |mut copy: Annotated, weight: f32| {
        copy.weight *= weight;
        if weight > 0.0 {
            copies.push(copy);
        }
    };
    for article in articles {
        add(rename(article, stock, &mut chance), recipe.rename_weight);
    }
    for article in articles {
        add(recase(article, &mut chance), recipe.recase_weight);
    }
    for number in 0..recipe.invented {
        add(invent(number, stock, &mut chance), recipe.invented_weight);
    }
    copies
}

/// The labels that a learner gives each article that learned from the other half of them.
fn first_labels(source: &Source, articles: &[Annotated], recipe: &Recipe) -> Vec<Vec<u8>> {
    let recipe = Recipe { votes: 0.0, epochs: recipe.first_epochs, ..recipe.clone() };
    let read_half = |half: usize| -> Vec<Vec<u8>> {
        let mut examples = Examples::default();
        for article in articles.iter().skip(1 - half).step_by(2) {
            examples.add(&source.lexicon, article, None);
        }
        let keys = examples.number(recipe.least);
        let learned = learn(&examples, &keys, &source.vectors, &recipe, None);
        let model = Model::from(quantize(source, &[learned], &recipe));
        articles.iter().skip(half).step_by(2).map(|article| read_once(&model, &article.text)).collect()
    };
    let mut halves = side_by_side(vec![0, 1], read_half).into_iter().map(Vec::into_iter);
    let (Some(mut even), Some(mut odd)) = (halves.next(), halves.next()) else { return Vec::new() };
    let next = |at: usize| if at.is_multiple_of(2) { even.next() } else { odd.next() };
    (0..articles.len()).filter_map(next).collect()
}

/// The labels of a first reading.
fn read_once(model: &Model, text: &str) -> Vec<u8> {
    let (mut forms, mut reading) = (Forms::default(), Reading::default());
    let (mut known, mut sums, mut scores, mut labels) =
        (FormSums::default(), Vec::new(), Vec::new(), Vec::new());
    reading.read(&model.lexicon, &mut forms, text, &sentences(text));
    model.sum(&forms, &mut known, &reading, &mut sums);
    model.scores(&forms, &reading, &sums, &mut scores);
    Decoder::default().decode(&model.transitions, &reading, &scores, &mut labels, None);
    labels
}
