//! A phrase is its words in a row, whatever signs stand between them, and never across a paragraph.

use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::search::query::Selection;
use dateline::view::StripWindow;

const BODIES: [&str; 8] = [
    "“We go on,” she said Tuesday that week, and left.",
    "The minister said, Tuesday, that talks had failed.",
    "What he said (Tuesday) – that nobody won – was heard.",
    "“It is what he said.” “Tuesday,” that was all she heard.",
    "She said Tuesday-that much is known-it was late.",
    "They said that on Tuesday.",
    "It is all that he said.\n\nTuesday that rain came to the coast and stayed.",
    "SAID\u{a0}TUESDAY: “That…”",
];

fn engine() -> Engine {
    let article = |(at, body): (usize, &&str)| RawArticle {
        id: at.to_string(),
        file: format!("{at}.txt"),
        format: Format::Text,
        text: format!("A headline over it\n\n{body}"),
        page: Metadata::default(),
        editor: Metadata::default(),
    };
    let articles = BODIES.iter().enumerate().map(article).collect();
    Engine::from_corpus(&Corpus { articles, ..Corpus::default() }, |_, _| {})
}

/// The articles that a query finds, best first.
fn ranked(engine: &Engine, words: &str) -> Vec<usize> {
    let selection = Selection { words: words.to_owned(), ..Selection::default() };
    let ask = Ask::Explore {
        selection,
        n_hits: 20,
        windows: Vec::new(),
        tree: None,
        strip: StripWindow::default(),
    };
    let Answer::Explore(view) = engine.handle(&Request { id: 1, ask }).answer else {
        panic!("an answer to another question")
    };
    view.order.iter().map(|id| id.parse().expect("a number")).collect()
}

/// The articles that a query finds, in order of their ids.
fn found(engine: &Engine, words: &str) -> Vec<usize> {
    let mut found = ranked(engine, words);
    found.sort_unstable();
    found
}

#[test]
fn a_phrase_as_it_was_typed_comes_first() {
    let engine = engine();
    let first = |words: &str, n: usize| {
        let mut first = ranked(&engine, words)[..n].to_vec();
        first.sort_unstable();
        first
    };
    assert_eq!(first(r#""said Tuesday that""#, 1), [0]);
    assert_eq!(first(r#""said Tuesday—that""#, 2), [4, 7]);
    assert_eq!(first(r#""said, Tuesday, that""#, 3), [1, 2, 3]);
    // In several words of which one is a phrase, and in either of two.
    assert_eq!(first(r#"headline "said Tuesday that""#, 1), [0]);
    assert_eq!(first(r#""said Tuesday that" OR "rain came""#, 2), [0, 6]);
}

#[test]
fn signs_between_words_do_not_part_a_phrase() {
    let engine = engine();
    let expected = [0, 1, 2, 3, 4, 7];
    for words in [
        r#""said Tuesday that""#,
        r#""said, Tuesday, that""#,
        r#""said Tuesday—that""#,
        "“said Tuesday that”",
        "«SAID tuesday THAT»",
    ] {
        assert_eq!(found(&engine, words), expected, "{words}");
    }
}

#[test]
fn a_phrase_is_in_order_and_in_one_paragraph() {
    let engine = engine();
    assert_eq!(found(&engine, r#""that he said""#), [6]);
    assert_eq!(found(&engine, r#""Tuesday said that""#), [0usize; 0]);
    assert_eq!(found(&engine, r#""said that on Tuesday""#), [5]);
}
