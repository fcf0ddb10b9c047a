//! Turns a file of texts, form feeds between them, into megabytes a second on one thread, natively.
//!
//! Prints a line for names and dates together and one for dates alone: what was read, a tab, the speed.

use dateline_face::{count_dates, count_names_and_dates};
use std::time::Instant;

fn main() {
    let file = std::env::args().nth(1).unwrap_or_default();
    let texts = match std::fs::read_to_string(&file) {
        Ok(texts) => texts,
        Err(error) => {
            eprintln!("error: cannot read '{file}': {error}");
            std::process::exit(1);
        }
    };
    report("names and dates", &texts, count_names_and_dates);
    report("dates alone", &texts, count_dates);
}

fn report(what: &str, texts: &str, count: fn(&str) -> usize) {
    // What is loaded late is loaded before the clock starts.
    count(texts.split('\u{c}').next().unwrap_or_default());
    let start = Instant::now();
    let n_found: usize = texts.split('\u{c}').map(count).sum();
    let megabytes = texts.len() as f64 / 1e6;
    println!("{what}\t{:.2}\t{n_found} found", megabytes / start.elapsed().as_secs_f64());
}
