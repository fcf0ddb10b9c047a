//! How fast the index answers, by kind of question and size of folder, on articles made up from a seed.
//!
//! Words follow Zipf's law as in news, names and dates are as unevenly spread; 100,000 articles are 20,000
//! repeated under other names and dates. Prints one table with a row for each size: medians and 99th percentiles in
//! milliseconds, and the bytes the index holds for each article (where the system says what a process holds). A harness
//! of its own, since those of the field print no percentiles of many different questions.
//!
//! `cargo xtask bench [SIZE…]`, by default 1000 5000 20000 100000; these `cargo xtask` writes into the README.

#[path = "made/dice.rs"]
mod dice;

use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::index::Index;
use dateline::key::{Basis, Facet, Kind};
use dateline::resolve::{Entity, Published, Resolved, ResolvedArticle};
use dateline::search::query::Selection;
use dateline::search::{Matcher, parse_query, search_top};
use dice::Dice;
use std::hint::black_box;
use std::time::Instant;

/// Sizes measured when none are given, in articles.
const SIZES: [usize; 4] = [1_000, 5_000, 20_000, 100_000];
/// Beyond so many articles, they are repeated under other names and dates.
const N_DIFFERENT: usize = 20_000;
/// Different words there are to draw from; newswire of this size has about as many.
const N_WORDS: usize = 60_000;
/// Words of an article: as many as a short report has.
const WORDS: std::ops::Range<usize> = 80..240;
/// Different people, places and organizations, and how many of each an article names at most.
const NAMES: [(Kind, usize, usize); 3] =
    [(Kind::Person, 20_000, 4), (Kind::Place, 3_000, 4), (Kind::Organization, 5_000, 3)];
/// Questions of each kind.
const N_QUESTIONS: usize = 200;
/// Results asked for, as many as a screen shows.
const N_HITS: usize = 10;

/// The word of a rank: pronounceable, frequent ones short, no two alike.
fn word(rank: usize) -> String {
    const ONSETS: [&str; 16] =
        ["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "pl"];
    const VOWELS: [&str; 5] = ["a", "e", "i", "o", "u"];
    let mut word = String::new();
    let mut rest = rank + 1;
    while rest > 0 {
        word.push_str(ONSETS[rest % 16]);
        rest /= 16;
        word.push_str(VOWELS[(rest + rank) % 5]);
        rest /= 5;
    }
    word
}

struct Corpus {
    articles: Vec<Article>,
    resolved: Resolved,
}

fn make_corpus(n: usize) -> Corpus {
    let mut dice = Dice(20_230_420);
    let mut articles = Vec::with_capacity(n);
    let mut resolved = Resolved::default();
    let mut holders: Vec<Vec<Vec<u32>>> = NAMES.iter().map(|(_, n, _)| vec![Vec::new(); *n]).collect();
    let mut texts: Vec<String> = Vec::new();
    for doc in 0..n {
        if doc < N_DIFFERENT {
            texts.push(make_text(&mut dice));
        }
        let mut text = texts[doc % N_DIFFERENT].clone();
        let doc = u32::try_from(doc).expect("few");
        for ((_, n_names, most), holders) in NAMES.iter().zip(&mut holders) {
            for _ in 0..dice.below(most + 1) {
                let name = dice.zipf(*n_names);
                holders[name].push(doc);
                text.push_str(&format!(" {}", name_of(name)));
            }
        }
        articles.push(make_article(doc, text));
        resolved.articles.push(make_date(&mut dice));
    }
    for ((kind, ..), holders) in NAMES.iter().zip(holders) {
        for (name, mut docs) in holders.into_iter().enumerate().filter(|(_, docs)| !docs.is_empty()) {
            docs.dedup();
            let entity = Entity::named(*kind, &format!("{} {name}", name_of(name)));
            resolved.entities.push(Entity { articles: docs, n_mentions: 1, ..entity });
        }
    }
    Corpus { articles, resolved }
}

fn make_text(dice: &mut Dice) -> String {
    let n_words = WORDS.start + dice.below(WORDS.len());
    let mut text = String::new();
    for at in 0..n_words {
        text.push_str(&word(dice.zipf(N_WORDS)));
        // A headline, then paragraphs.
        text.push(if at == 8 || at % 50 == 49 { '\n' } else { ' ' });
    }
    text
}

fn name_of(name: usize) -> String {
    let mut name = word(name * 7 + 3);
    name.push_str("ov");
    name
}

fn make_article(doc: u32, text: String) -> Article {
    let id = format!("{doc:06}");
    let (page, editor) = (Metadata::default(), Metadata::default());
    let mut article =
        Article::plain(&RawArticle { file: id.clone(), id, format: Format::Text, text, page, editor });
    if article.paragraphs.len() > 1 {
        article.title = article.paragraphs.remove(0);
    }
    article
}

fn make_date(dice: &mut Dice) -> ResolvedArticle {
    let value = format!("20{:02}-{:02}-{:02}", 23 - dice.zipf(20), 1 + dice.below(12), 1 + dice.below(28));
    let published = Published { value: Some(value), basis: Some(Basis::Text), ..Published::default() };
    ResolvedArticle { published, ..ResolvedArticle::default() }
}

/// A kind of question: its name and the questions.
type Class = (&'static str, Vec<Selection>);

fn make_classes(corpus: &Corpus, index: &Index) -> Vec<Class> {
    let mut dice = Dice(42);
    let mut words_of = |n: usize| -> Vec<String> {
        let article = &corpus.articles[dice.below(corpus.articles.len())];
        let body = article.paragraphs[0].of(&article.text);
        let words: Vec<&str> = body.split_whitespace().filter(|word| word.len() > 3).collect();
        let at = dice.below(words.len().saturating_sub(n).max(1));
        words.iter().skip(at).take(n).map(|word| (*word).to_owned()).collect()
    };
    let mut make = |n: usize, change: &dyn Fn(Vec<String>) -> String| -> Vec<Selection> {
        (0..N_QUESTIONS).map(|_| Selection::default().with_words(&change(words_of(n)))).collect()
    };
    let cut = |words: Vec<String>| words[0].chars().take(3).collect();
    let slip = |words: Vec<String>| {
        let word = &words[0];
        format!("{}q{} ", &word[..word.len() / 2], &word[word.len() / 2..])
    };
    let mut classes = vec![
        ("one word", make(1, &|words| words.join(" "))),
        ("two words", make(2, &|words| words.join(" "))),
        ("prefix", make(1, &cut)),
        ("typo", make(1, &slip)),
        ("phrase", make(2, &|words| format!("\"{}\"", words.join(" ")))),
    ];
    let clicks = make_clicks(index);
    let words = make(1, &|words| words.join(" "));
    let with_text = clicks.iter().zip(&words).map(|(click, words)| click.with_words(&words.words)).collect();
    classes.push(("facet click", clicks));
    classes.push(("facet with text", with_text));
    classes
}

/// One to three values, of different facets, frequent ones more often.
fn make_clicks(index: &Index) -> Vec<Selection> {
    let mut dice = Dice(7);
    let facets = [Facet::Where, Facet::When, Facet::Who];
    let click = |at: usize| {
        let mut selection = Selection::default();
        for facet in facets.into_iter().take(1 + at % 3) {
            let values = &index.facet(facet).values;
            selection = selection.toggled(facet, &values[dice.zipf(values.len())].slug);
        }
        selection
    };
    (0..N_QUESTIONS).map(click).collect()
}

/// Answers as the worker does: words alone are ranked, clicks are counted too.
fn answer(index: &Index, selection: &Selection) {
    if selection.choices.iter().all(|choice| choice.is_empty()) {
        let matcher = Matcher::new(index, parse_query(&selection.words));
        black_box(matcher.rank(&matcher.find(), N_HITS));
    } else {
        black_box(search_top(index, selection, N_HITS));
    }
}

fn measure(index: &Index, questions: &[Selection]) -> (f64, f64) {
    questions.iter().for_each(|selection| answer(index, selection));
    let time = |selection: &Selection| {
        let start = Instant::now();
        answer(index, selection);
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut times: Vec<f64> = questions.iter().map(time).collect();
    times.sort_by(f64::total_cmp);
    (times[times.len() / 2], times[times.len() * 99 / 100])
}

/// What the process holds in memory, in bytes, where the system says so; 0 elsewhere.
fn held() -> usize {
    const PAGE_BYTES: usize = 4096;
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split(' ').nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or(0) * PAGE_BYTES
}

/// A number with commas between its thousands.
fn grouped(n: usize) -> String {
    if n < 1000 { n.to_string() } else { format!("{},{:03}", grouped(n / 1000), n % 1000) }
}

fn row(cells: &[String]) -> String {
    format!("| {} |", cells.join(" | "))
}

/// Measures one size: the head of the table and its row.
fn measure_size(n: usize) -> (Vec<String>, Vec<String>) {
    let corpus = make_corpus(n.max(10));
    let (before, start) = (held(), Instant::now());
    let index = Index::build(&corpus.articles, &corpus.resolved);
    let (took, bytes) = (start.elapsed(), held().saturating_sub(before) / n.max(1));
    let (mut head, mut cells) = (vec!["articles".to_owned()], vec![grouped(n)]);
    for (name, questions) in make_classes(&corpus, &index) {
        let (p50, p99) = measure(&index, &questions);
        head.push(name.to_owned());
        cells.push(format!("{p50:.3} / {p99:.3}"));
    }
    let memory = if bytes > 0 { format!("{} bytes", grouped(bytes)) } else { "not known".to_owned() };
    head.extend(["indexed in, s".to_owned(), "memory an article".to_owned()]);
    cells.extend([format!("{:.2}", took.as_secs_f64()), memory]);
    (head, cells)
}

fn main() {
    let given: Vec<usize> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if given.is_empty() { SIZES.to_vec() } else { given };
    for (at, n) in sizes.into_iter().enumerate() {
        eprintln!("{} articles", grouped(n));
        let (head, cells) = measure_size(n);
        if at == 0 {
            let rule: Vec<String> = head.iter().map(|_| "---:".to_owned()).collect();
            println!("{}\n{}", row(&head), row(&rule));
        }
        println!("{}", row(&cells));
    }
}
