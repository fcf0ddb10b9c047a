//! The front page says what the engine answers to somebody who has just come, in any window.
#![allow(clippy::unwrap_used, reason = "a test may fail")]

use dateline::corpus::import;
use dateline::engine::Engine;
use dateline::engine::front::{Front, N_FRONT_HITS};
use dateline::engine::protocol::{Answer, Ask, Request, Window, from_bytes, to_bytes};
use dateline::key::Facet;
use dateline::search::query::Selection;
use dateline::view::{ExploreView, STRIP_ROOMS, StripWindow};
use std::path::Path;

const ANY_HITS: u32 = 50;

fn engine() -> Engine {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    Engine::from_corpus(&import::read_folder(&seeds).unwrap(), |_, _| ())
}

fn first(n_hits: u32, n_slots: u32) -> Ask {
    let strip = StripWindow { zoom: None, n_slots };
    Ask::Explore { selection: Selection::default(), n_hits, windows: Vec::new(), tree: None, strip }
}

fn explore(engine: &Engine, ask: Ask) -> ExploreView {
    match engine.handle(&Request { id: 1, ask }).answer {
        Answer::Explore(view) => *view,
        other => panic!("not a list: {other:?}"),
    }
}

#[test]
fn it_is_the_first_answer_in_every_window() {
    let engine = engine();
    let front = from_bytes::<Front>(&to_bytes(&Front::of(&engine)).unwrap()).unwrap();
    for n_slots in STRIP_ROOMS {
        let view = front.clone().into_view(n_slots);
        assert_eq!(view, explore(&engine, first(N_FRONT_HITS, n_slots)), "{n_slots} bars");
        assert!(!view.hits.is_empty() && !view.strip.slots.is_empty());
    }
    assert_eq!(front.clone().into_view(60), front.clone().into_view(54), "the next narrower one");
    assert_eq!(front.clone().into_view(10).n_articles, 5, "no narrower one is there");
}

#[test]
fn it_answers_what_is_asked_at_first_and_nothing_else() {
    let ask = first(ANY_HITS, 72);
    assert!(Front::answers(&ask, ANY_HITS));
    assert!(!Front::answers(&ask, ANY_HITS - 1), "more results were asked for");
    let changed = |change: fn(&mut Selection, &mut Vec<Window>)| {
        let Ask::Explore { mut selection, n_hits, mut windows, tree, strip } = ask.clone() else {
            unreachable!()
        };
        change(&mut selection, &mut windows);
        Ask::Explore { selection, n_hits, windows, tree, strip }
    };
    for other in [
        changed(|selection, _| selection.words = "Kyiv".into()),
        changed(|selection, _| selection.once = true),
        changed(|_, windows| {
            windows.push(Window { facet: Facet::Who, n_values: 100, filter: String::new() })
        }),
        Ask::Methods,
    ] {
        assert!(!Front::answers(&other, ANY_HITS), "{other:?}");
    }
}

#[test]
fn a_site_without_articles_has_one_too() {
    let engine = Engine::from_corpus(&dateline::corpus::Corpus::default(), |_, _| ());
    assert_eq!(Front::of(&engine).into_view(96).n_total, 0);
}
