//! One training with its scores.
use crate::corpus::{Annotated, read, sentences};
use crate::examples::Examples;
use crate::learn::{Recipe, Weights, learn};
use crate::{lists, score};
use dateline::annotate::tagger::form::{Forms, word_hash};
use dateline::annotate::tagger::hash::{Table, key_of};
use dateline::annotate::tagger::label::LABELS;
use dateline::annotate::tagger::lexicon::{Codes, Lexicon};
use dateline::annotate::tagger::model::{Model, STEPS};
use dateline::annotate::tagger::reading::Reading;
use dateline::annotate::tagger::{Tagger, decode};
use dateline::text::fold;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

fn options(arguments: &[String]) -> BTreeMap<String, String> {
    arguments.chunks(2).map(|c| (c[0].trim_start_matches('-').to_string(), c.get(1).cloned().unwrap_or_default())).collect()
}

pub fn run(arguments: &[String]) -> Result<(), String> {
    let o = options(arguments);
    let get = |k: &str, d: &str| o.get(k).cloned().unwrap_or_else(|| d.to_string());
    let num = |k: &str, d: f32| o.get(k).map_or(d, |v| v.parse().expect("number"));
    let data = get("data", "/work/shared/data");
    let ner = Path::new(&data).join("ner");
    let phrases = lists::read(&Path::new(&data).join("gazetteer"))?;
    let (keys, codes) = brown(&get("brown", "/work/shared/data/gazetteer/brown.tsv"), num("words", 60000.0) as usize)?;
    let lexicon = Lexicon::new(&phrases, &keys, codes);
    let recipe = Recipe {
        epochs: num("epochs", 12.0) as usize, alpha: num("alpha", 0.1), l1: num("l1", 0.5), l2: num("l2", 0.5),
        least: num("least", 2.0) as u32, hide_words: num("hide-words", 0.0), hide_codes: num("hide-codes", 0.0),
        hide_lists: num("hide-lists", 0.0), votes: num("votes", 0.0), seed: num("seed", 1.0) as u64,
    };
    let mut train = Vec::new();
    let mut held = Vec::new();
    let set = get("set", "news");
    for (file, weight) in [("uner_ewt_dev", num("w-ewt", 1.0)), ("wikigold", 1.0), ("gum_open_nonnews", num("w-gum", 0.5)), ("wikinews_gold", 1.0), ("wikinews_business_gold", 1.0)] {
        let mut articles = read(&ner.join("train").join(format!("{file}.jsonl")))?;
        articles.iter_mut().for_each(|a| a.weight = weight);
        if file.starts_with("wikinews") {
            let (fold, folds) = match set.as_str() { "ood" => (0, 1), "all" => (9, 10), "news2" => (3, 5), _ => (1, 5) };
            for (n, a) in articles.into_iter().enumerate() {
                if n % folds == fold { held.push(a) } else { train.push(a) }
            }
            if set == "all" { train.append(&mut held) }
        } else { train.extend(articles) }
    }
    let t = Instant::now();
    let model = fit(&lexicon, &train, &recipe);
    eprintln!("trained in {:.0} s", t.elapsed().as_secs_f32());
    let nz: usize = model.rows.iter().map(|r| r.iter().filter(|w| **w != 0).count()).sum();
    eprintln!("rows {} weights {}", model.rows.len(), nz);
    let tagger = Tagger::new(model);
    let mut sum = 0.0;
    let mut sets = vec![("held".to_string(), held)];
    for f in ["gum_news", "uner_ewt_test", "wikinews_gold"] { sets.push((f.into(), read(&ner.join("dev").join(format!("{f}.jsonl")))?)) }
    for (name, articles) in &sets {
        if articles.is_empty() { continue }
        let t = Instant::now();
        let found: Vec<_> = articles.iter().map(|a| tagger.tag(&a.text, &sentences(&a.text)).into_iter().map(|x| (x.span, x.class)).collect()).collect();
        let secs = t.elapsed().as_secs_f64();
        let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
        let tallies = score::compare(articles, &found);
        sum += tallies[3].rates()[2];
        println!("{name:14} {}  [{:.1} MB/s]", score::line(&tallies), bytes as f64 / 1e6 / secs);
        if let Some(dir) = o.get("out") { dump(dir, name, articles, &found) }
    }
    println!("MEAN {:.2}   {}", sum / sets.iter().filter(|s| !s.1.is_empty()).count() as f64, arguments.join(" "));
    Ok(())
}

fn dump(dir: &str, name: &str, articles: &[Annotated], found: &[Vec<(dateline::text::Span, dateline::annotate::tagger::Class)>]) {
    let mut s = String::new();
    for (a, f) in articles.iter().zip(found) {
        let ents: Vec<_> = f.iter().map(|(sp, c)| { let ty = ["PER","LOC","ORG","MISC"][*c as usize]; let st = a.text[..sp.start as usize].chars().count(); serde_json::json!({"start": st, "end": st + sp.of(&a.text).chars().count(), "type": ty}) }).collect();
        s += &serde_json::json!({"id": a.id, "text": a.text, "entities": ents}).to_string(); s.push('\n');
    }
    std::fs::write(format!("{dir}/{name}.jsonl"), s).expect("write");
}

fn fit(lexicon: &Lexicon, train: &[Annotated], recipe: &Recipe) -> Model {
    let mut first: Vec<Option<Vec<u8>>> = vec![None; train.len()];
    if recipe.votes > 0.0 {
        for half in 0..2 {
            let mut examples = Examples::default();
            for (n, a) in train.iter().enumerate() { if n % 2 != half { examples.add(lexicon, a, None) } }
            let r = Recipe { votes: 0.0, epochs: recipe.epochs.min(8), ..recipe.clone() };
            let model = quantize(lexicon, &learn(&mut examples, &r));
            for (n, a) in train.iter().enumerate() { if n % 2 == half { first[n] = Some(first_labels(&model, &a.text)) } }
        }
    }
    let mut examples = Examples::default();
    for (a, f) in train.iter().zip(&first) { examples.add(lexicon, a, f.as_deref()) }
    eprintln!("{} articles, {} active tokens, {} segments, {} features", train.len(), examples.tokens.len(), examples.segments.len(), examples.features.len());
    quantize(lexicon, &learn(&mut examples, recipe))
}

fn first_labels(model: &Model, text: &str) -> Vec<u8> {
    let (mut forms, mut reading, mut cached, mut scores, mut labels) = (Forms::default(), Reading::default(), vec![], vec![], vec![]);
    reading.read(&model.lexicon, &mut forms, text, &sentences(text));
    model.score(&forms, &mut cached, &reading, &mut scores);
    decode::decode(&model.transitions, &reading, &scores, &mut labels);
    labels
}

fn quantize(lexicon: &Lexicon, weights: &Weights) -> Model {
    let q = |w: f32| (w * STEPS).round();
    let mut keys = vec![]; let mut rows = vec![];
    for (k, r) in weights.keys.iter().zip(&weights.rows) {
        let row: [i8; LABELS] = r.map(|w| q(w).clamp(-127.0, 127.0) as i8);
        if row.iter().any(|w| *w != 0) { keys.push((*k, rows.len() as u32)); rows.push(row) }
    }
    Model { lexicon: lexicon.clone(), features: Table::new(keys.into_iter()), rows, transitions: weights.transitions.map(|r| r.map(|w| q(w) as i16)) }
}

fn brown(file: &str, n: usize) -> Result<(Vec<u32>, Vec<Codes>), String> {
    let mut seen = BTreeMap::new();
    let mut keys = vec![]; let mut codes = vec![];
    for l in lists::entries(Path::new(file))? {
        if keys.len() >= n { break }
        let mut parts = l.split('\t');
        let w = parts.next().unwrap_or(""); let c: Vec<u32> = parts.map(|c| c.parse().expect("code")).collect();
        let k = key_of(word_hash(&fold(w)));
        if seen.insert(k, ()).is_some() { continue }
        keys.push(k); codes.push(if c.len() == 1 { [(c[0] & 63) as u16, (c[0] & 1023) as u16, (c[0] & 0xffff) as u16] } else { [c[0] as u16, c[1] as u16, c[2] as u16] });
    }
    Ok((keys, codes))
}
