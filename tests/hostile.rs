//! Text from enemies is read, analyzed and answered for, or refused with a message that says what and where.
//!
//! `DATELINE_HOSTILE_OUT=<folder>` writes the whole hostile folder there, for building a site from it, among a
//! thousand made-up articles, so that the same site also shows how a large folder moves.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "../benches/made/mod.rs"]
mod made;

use dateline::corpus::Corpus;
use dateline::corpus::import::read_folder;
use dateline::corpus::pack::encode;
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::search::query::Selection;
use dateline::view::TimelineWindow;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Made-up articles beside the hostile ones: enough that the first answers come before names are found.
const N_CROWD: usize = 1_200;
/// Where they are from, by which a page can leave them out.
const CROWD_OUTLET: &str = "Crowd";

/// The longest line, in bytes: without optimization everything takes some thirty times as long.
const LONGEST: usize = if cfg!(debug_assertions) { 300_000 } else { 10_000_000 };
/// What it may take from file to answers on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// What is linear takes four times as long for four times the line, what is quadratic sixteen; in between is room for
/// a busy machine.
const MOST_TIMES: f64 = 10.0;

fn hostile(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/hostile").join(name)
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&root);
    fs::create_dir_all(&root).unwrap();
    root
}

/// Files that cannot stand in a repository: their names, or their size.
fn write_made(root: &Path) {
    let name = "\"><img src=x onerror=window.pwned=1> \u{202e}txt.exe";
    fs::write(root.join(format!("{name}.txt")), "A name that is markup.\n\nKyiv was calm on Monday.\n")
        .unwrap();
    let title = "Endless headline about Kyiv and NATO ".repeat(2_000);
    fs::write(root.join("long-title.md"), format!("---\ntitle: {title}\n---\n\nThe story is short.\n"))
        .unwrap();
    fs::write(root.join("one-word.txt"), "a".repeat(200_000)).unwrap();
    let nested = format!("Nested\n\n{}no{}\n", "\u{201c}‘".repeat(20_000), "’\u{201d}".repeat(20_000));
    fs::write(root.join("deep-quotes.txt"), nested).unwrap();
    fs::write(root.join("marks.txt"), format!("Marks\n\nThe mayor e{} spoke.\n", "\u{301}".repeat(50_000)))
        .unwrap();
}

fn write_crowd(root: &Path) {
    let line = |article: &dateline::corpus::RawArticle| {
        let published = article.editor.published.as_deref();
        let row = serde_json::json!({ "id": article.id, "text": article.text, "outlet": CROWD_OUTLET, "published": published });
        format!("{row}\n")
    };
    let lines: String = made::make_articles(N_CROWD).articles.iter().map(line).collect();
    fs::write(root.join("crowd.jsonl"), lines).unwrap();
}

fn copy_files(to: &Path) {
    for file in fs::read_dir(hostile("files")).unwrap().flatten() {
        fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

fn answer(engine: &Engine, ask: Ask) -> Answer {
    engine.handle(&Request { id: 1, ask }).answer
}

/// Asks everything that the pages ask.
fn ask_everything(corpus: Corpus) {
    let ids: Vec<_> = corpus.articles.iter().map(|article| article.id.clone()).collect();
    encode(&corpus).unwrap();
    let engine = Engine::from_corpus(&corpus, |_, _| ());
    for words in ["", "kyiv", "\"", "who:( -\u{202e}", "<script>"] {
        let selection = Selection::default().with_words(words);
        let (windows, strip) = (Vec::new(), Default::default());
        answer(&engine, Ask::Explore { selection, n_hits: 50, windows, tree: Some(Vec::new()), strip });
        answer(&engine, Ask::Complete { words: words.into() });
    }
    for article in ids.iter().take(50) {
        let read = answer(&engine, Ask::Read { article: article.clone(), words: "the".into() });
        let Answer::Read(Some(view)) = read else { panic!("no article {article}") };
        let is_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        assert!(view.url.as_ref().is_none_or(is_web), "{:?}", view.url);
    }
    for entity in &engine.resolved().entities {
        answer(
            &engine,
            Ask::Entity {
                kind: entity.kind,
                slug: entity.slug.clone(),
                window: TimelineWindow { zoom: None, width_px: 640 },
            },
        );
    }
    answer(&engine, Ask::Methods);
    answer(&engine, Ask::Help);
}

#[test]
fn hostile_files_are_read_and_answered_for() {
    let root = folder("files");
    copy_files(&root);
    write_made(&root);
    let corpus = read_folder(&root).unwrap();
    assert!(corpus.articles.len() >= 14, "{:?}", corpus.skipped);
    ask_everything(corpus);
    if let Some(out) = std::env::var_os("DATELINE_HOSTILE_OUT") {
        fs::create_dir_all(&out).unwrap();
        copy_files(Path::new(&out));
        write_made(Path::new(&out));
        write_crowd(Path::new(&out));
    }
}

/// How long one line takes from file to answers.
fn read_line(root: &Path, bytes: usize) -> Duration {
    let sentence =
        "President Anna Smith of Example Corp. said in Kyiv on 3 March 2023 that “nothing” had changed, ";
    fs::write(root.join("line.txt"), sentence.repeat(bytes / sentence.len())).unwrap();
    let begun = Instant::now();
    let corpus = read_folder(root).unwrap();
    assert_eq!(corpus.articles.len(), 1);
    let engine = Engine::from_corpus(&corpus, |_, _| ());
    assert_eq!(engine.articles().len(), 1);
    begun.elapsed()
}

#[test]
fn a_line_without_end_is_read_in_time() {
    let root = folder("line");
    let (short, long) = (read_line(&root, LONGEST / 4), read_line(&root, LONGEST));
    println!("{LONGEST} bytes in {long:?}, a quarter of them in {short:?}");
    assert!(long < PATIENCE, "{long:?}");
    let times = long.as_secs_f64() / short.as_secs_f64();
    assert!(times < MOST_TIMES, "four times the line takes {times:.1} times as long");
}

#[test]
fn ten_thousand_files_are_read() {
    let root = folder("many");
    for at in 0..10_000 {
        fs::write(root.join(format!("{at}.txt")), format!("Story {at}\n\nThe council met on day {at}.\n"))
            .unwrap();
    }
    let corpus = read_folder(&root).unwrap();
    assert_eq!(corpus.articles.len(), 10_000);
    fs::remove_dir_all(root).unwrap();
}

#[test]
fn nothing_at_all_is_answered_for() {
    ask_everything(read_folder(&folder("none")).unwrap());
    let root = folder("silent");
    fs::write(root.join("silent.txt"), "…\n\n— — —\n").unwrap();
    ask_everything(read_folder(&root).unwrap());
}

#[test]
fn what_is_refused_says_what_and_where() {
    let message = read_folder(&hostile("refused")).unwrap_err().to_string();
    for part in [
        "broken-sidecar.toml, line 1",
        "evil-link.toml, line 1: url must start with http",
        "broken.jsonl, line 1",
    ] {
        assert!(message.contains(part), "{message}");
    }
}
