//! How many megabytes of text a second one thread reads for dates: tokens, time expressions, their values.
//!
//! `cargo bench --no-default-features --bench dates [-- FILE]`; FILE is any text, its paragraphs on lines. Without one the
//! articles in `seeds/` are read over and over. No harness: the best of several rounds, so that
//! tables built once and other work on the machine do not count.

use dateline::annotate::timex::{Date, resolve_all};
use dateline::annotate::{annotate, find_expressions};
use dateline::clean::Article;
use dateline::corpus::{Format, Metadata, RawArticle};
use std::hint::black_box;
use std::time::Instant;

/// Text read in one round, in bytes: a second or less at any speed worth having.
const ROUND_LEN: usize = 4_000_000;
/// Rounds.
const ROUNDS: usize = 9;
/// Text of one article, in bytes: a long report.
const ARTICLE_LEN: usize = 5_000;

fn main() -> std::io::Result<()> {
    let given = std::env::args().skip(1).find(|word| !word.starts_with("--"));
    let text = match given {
        Some(file) => std::fs::read_to_string(file)?,
        None => read_folder("seeds")? + &read_folder("tests/gold/hand_cut")?,
    };
    let articles = cut(&text);
    let n_bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let reference = Date::parse("2023-04-20");
    report("dates", n_bytes, || {
        articles.iter().map(|article| resolve_all(&find_expressions(&article.text), reference).len()).sum()
    });
    report("all that annotate finds", n_bytes, || {
        articles.iter().map(|article| annotate(article).dates.len()).sum()
    });
    Ok(())
}

fn read_folder(folder: &str) -> std::io::Result<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)?.filter_map(|file| Some(file.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.iter().map(std::fs::read_to_string).collect()
}

/// Articles of whole lines, the text repeated until a round is full.
fn cut(text: &str) -> Vec<Article> {
    let mut articles = Vec::new();
    let (mut body, mut n_bytes) = (String::new(), 0);
    for line in text.lines().cycle().take_while(|_| !text.is_empty()) {
        body.push_str(line);
        body.push('\n');
        if body.len() >= ARTICLE_LEN {
            n_bytes += body.len();
            articles.push(article(articles.len(), std::mem::take(&mut body)));
        }
        if n_bytes >= ROUND_LEN {
            break;
        }
    }
    articles
}

fn article(number: usize, text: String) -> Article {
    let (page, editor) = (Metadata::default(), Metadata::default());
    let id = number.to_string();
    Article::plain(&RawArticle { file: id.clone(), id, format: Format::Text, text, page, editor })
}

fn report(name: &str, n_bytes: usize, read: impl Fn() -> usize) {
    let seconds = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        black_box(read());
        start.elapsed().as_secs_f64()
    });
    let best = seconds.fold(f64::INFINITY, f64::min);
    println!("{name}: {:.1} MB/s ({} dates in {n_bytes} bytes)", n_bytes as f64 / 1e6 / best, read());
}
