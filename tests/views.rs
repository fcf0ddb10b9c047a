//! The views against naive recounts, and what the sample articles must show.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use dateline::annotate::{TimexKind, annotate};
use dateline::corpus::import::read_folder;
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::index::DaySpan;
use dateline::key::Facet;
use dateline::search::query::Selection;
use dateline::search::url::{LaneBy, LinkWithin, ViewOptions};
use dateline::view::*;
use std::path::Path;
use std::sync::LazyLock;

static SEEDS: LazyLock<Engine> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    Engine::from_corpus(&read_folder(&folder).unwrap(), |_, _| {})
});

fn answer(ask: Ask) -> Answer {
    SEEDS.handle(&Request { id: 1, ask }).answer
}

fn timeline(selection: &Selection, lanes: LaneBy) -> TimelineView {
    let window = TimelineWindow { zoom: Some(DaySpan::EVER), width_px: 980 };
    let Answer::Timeline(view) = answer(Ask::Timeline { selection: selection.clone(), lanes, window }) else {
        panic!("another answer")
    };
    *view
}

fn network(selection: &Selection, options: ViewOptions) -> NetworkView {
    let Answer::Network(view) = answer(Ask::Network { selection: selection.clone(), options }) else {
        panic!("another answer")
    };
    *view
}

fn compare(left: &str, right: &str) -> CompareView {
    let ids = [left, right].map(id);
    let Answer::Compare(Some(view)) = answer(Ask::Compare { ids }) else { panic!("another answer") };
    *view
}

fn id(start: &str) -> String {
    SEEDS.articles().iter().find(|article| article.id.starts_with(start)).unwrap().id.clone()
}

fn disagreements() -> DisagreeView {
    let Answer::Disagree(view) = answer(Ask::Disagree { selection: Selection::default() }) else {
        panic!("another answer")
    };
    *view
}

/// Sentences with a date that has a place on the calendar, counted one by one.
fn count_dated(docs: &[usize]) -> usize {
    let is_dated = |doc: usize, sentence: dateline::text::Span| {
        SEEDS.resolved().articles[doc].dates.iter().any(|date| {
            let is_placed = matches!(date.kind, TimexKind::Date | TimexKind::Time);
            is_placed && sentence.contains(date.span) && DaySpan::of_value(&date.value).is_some()
        })
    };
    let count = |doc: &usize| {
        let sentences = annotate(&SEEDS.articles()[*doc]).sentences;
        sentences.into_iter().filter(|sentence| is_dated(*doc, *sentence)).count()
    };
    docs.iter().map(count).sum()
}

#[test]
fn every_dated_sentence_is_told_once() {
    let all: Vec<usize> = (0..SEEDS.articles().len()).collect();
    let view = timeline(&Selection::default(), LaneBy::Person);
    assert_eq!(view.n_statements as usize, count_dated(&all));
    assert_eq!(view.n_events as usize, view.events.len());
    let n_sources: usize = view.events.iter().map(|event| event.sources.len()).sum();
    assert_eq!(n_sources, count_dated(&all));
    let undated = all.iter().filter(|doc| count_dated(&[**doc]) == 0).count();
    assert_eq!(view.n_undated as usize, undated);
}

#[test]
fn a_selection_tells_only_its_own_articles() {
    let place = Selection::only(Facet::Where, "bucharest");
    let docs: Vec<usize> = (0..SEEDS.articles().len())
        .filter(|doc| {
            let entities = SEEDS.resolved().articles[*doc].entities.iter().flatten();
            entities.clone().any(|id| SEEDS.resolved().entities[id.0 as usize].slug == "bucharest")
        })
        .collect();
    assert!(!docs.is_empty());
    assert_eq!(timeline(&place, LaneBy::Place).n_statements as usize, count_dated(&docs));
}

#[test]
fn versions_of_one_event_are_one_entry() {
    let view = timeline(&Selection::default(), LaneBy::Article);
    let visit = view.events.iter().find(|event| event.iso == "2023-04-20" && event.n_articles > 1).unwrap();
    assert_eq!((visit.n_articles, visit.n_stories), (2, 1), "two versions of one story are one source");
    assert!(visit.sources.iter().all(|source| source.text.contains("for the first time since Russia")));
    let in_order = view.events.windows(2).all(|pair| pair[0].iso[..4] <= pair[1].iso[..4]);
    assert!(in_order);
}

#[test]
fn every_event_stands_in_a_lane() {
    for lanes in LaneBy::ALL {
        let view = timeline(&Selection::default(), lanes);
        let mut drawn: Vec<u32> =
            view.lanes.iter().flat_map(|lane| &lane.marks).map(|mark| mark.event).collect();
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), view.events.len(), "{lanes:?}");
    }
}

#[test]
fn links_are_as_many_as_sentences_that_name_both() {
    let view = network(&Selection::default(), ViewOptions { least: Some(1), ..ViewOptions::default() });
    assert!(view.links.len() > 20);
    let known = SEEDS.resolved();
    let key = |id: dateline::resolve::EntityId| {
        let entity = &known.entities[id.0 as usize];
        [entity.kind.noun(), ":", &entity.slug].concat()
    };
    let mut named_together: Vec<Vec<String>> = Vec::new();
    for (doc, article) in SEEDS.articles().iter().enumerate() {
        let found = annotate(article);
        for sentence in &found.sentences {
            let named = found.mentions.iter().zip(&known.articles[doc].entities);
            let names =
                named.filter(|(mention, _)| sentence.contains(mention.span)).filter_map(|(_, id)| *id);
            let roles = known.articles[doc].roles.iter().filter(|role| sentence.contains(role.span));
            named_together.push(names.chain(roles.map(|role| role.entity)).map(key).collect());
        }
    }
    for link in &view.links {
        let [a, b] = link.ends.map(|end| view.nodes[end as usize].key());
        let n_together =
            named_together.iter().filter(|names| names.contains(&a) && names.contains(&b)).count();
        assert_eq!(link.n_together as usize, n_together, "{a} {b}");
    }
}

#[test]
fn the_same_selection_gives_the_same_picture() {
    for within in LinkWithin::ALL {
        let options = ViewOptions { within, ..ViewOptions::default() };
        assert_eq!(network(&Selection::default(), options.clone()), network(&Selection::default(), options));
    }
}

#[test]
fn a_chain_joins_two_names_and_shows_its_sentences() {
    let names = ["person:lloyd-austin", "person:dmytro-kuleba"].map(|name| Some(name.to_owned()));
    let view = network(&Selection::default(), ViewOptions { names, ..ViewOptions::default() });
    assert!(!view.is_apart && !view.steps.is_empty());
    assert!(view.steps.iter().all(|step| !step.sentences.is_empty()));
    let ends: Vec<u32> = view.steps.iter().flat_map(|step| step.ends.clone()).collect();
    assert_eq!(view.nodes[ends[0] as usize].slug, "lloyd-austin");
    assert_eq!(view.nodes[ends[ends.len() - 1] as usize].slug, "dmytro-kuleba");
}

#[test]
fn the_rewrite_shows_what_it_dropped_and_what_it_changed() {
    let view = compare("003", "004");
    let text = |row: &CompareRow, side: usize| {
        row.sides[side].iter().map(|piece| piece.text.as_str()).collect::<String>()
    };
    let only_left = view.rows.iter().filter(|row| row.sides[1].is_empty());
    assert!(only_left.clone().any(|row| text(row, 0).contains("Leopard 2")), "the tanks were dropped");
    assert!(only_left.clone().any(|row| text(row, 0).contains("Peskov")), "so was the Kremlin");
    let square = view.rows.iter().find(|row| text(row, 0).contains("Michael’s Square")).unwrap();
    assert!(text(square, 1).contains("pay homage"));
    let spelling = Flag { of: Difference::Spelling, printed: ["Kyiv".into(), "Kiev".into()] };
    assert!(square.flags.contains(&spelling), "{:?}", square.flags);
    let group = view.rows.iter().find(|row| text(row, 0).contains("Contact Group")).unwrap();
    assert!(
        group.flags.iter().any(|flag| flag.of == Difference::Name && flag.printed[1].contains("Liaison"))
    );
}

#[test]
fn comparing_the_other_way_round_shows_the_same() {
    let (there, back) = (compare("003", "004"), compare("004", "003"));
    let numbers = |side: &SideView| (side.n_words, side.n_shared, side.n_reworded, side.n_alone());
    assert_eq!(numbers(&there.sides[0]), numbers(&back.sides[1]));
    assert_eq!(numbers(&there.sides[1]), numbers(&back.sides[0]));
    assert_eq!(there.sides[0].n_shared, there.sides[1].n_shared);
    let mut rows: Vec<_> =
        there.rows.iter().map(|row| (row.sides[0].clone(), row.sides[1].clone())).collect();
    let mut mirrored: Vec<_> =
        back.rows.iter().map(|row| (row.sides[1].clone(), row.sides[0].clone())).collect();
    let key = |row: &(Vec<Piece>, Vec<Piece>)| format!("{row:?}");
    rows.sort_by_key(key);
    mirrored.sort_by_key(key);
    assert_eq!(rows, mirrored);
}

#[test]
fn any_two_articles_compare_alike_from_both_sides() {
    for a in SEEDS.articles() {
        for b in SEEDS.articles() {
            let (there, back) = (compare(&a.id, &b.id), compare(&b.id, &a.id));
            assert_eq!(there.rows.len(), back.rows.len(), "{} {}", a.id, b.id);
            for (side, other) in [(0, 1), (1, 0)] {
                let (side, other) = (&there.sides[side], &back.sides[other]);
                assert_eq!((side.n_words, side.n_shared), (other.n_words, other.n_shared));
                assert_eq!((side.n_reworded, side.n_alone()), (other.n_reworded, other.n_alone()));
            }
        }
    }
}

#[test]
fn an_article_is_wholly_shared_with_itself() {
    for article in SEEDS.articles() {
        let view = compare(&article.id, &article.id);
        assert!(view.rows.iter().all(|row| row.is_same && row.flags.is_empty()));
        assert_eq!((view.sides[0].n_alone(), view.sides[0].n_reworded), (0, 0));
    }
}

#[test]
fn articles_disagree_on_the_number_of_members() {
    let view = disagreements();
    let members = view.pairs.iter().find(|pair| pair.flag.of == Difference::Number).unwrap();
    assert_eq!(members.flag.printed, ["30", "31"]);
    assert!(
        members.sides[0].text.contains("30-member") && members.sides[1].text.contains("31 member states")
    );
    assert_eq!(view.pairs[0], *members, "the most telling first");
    let false_ones =
        view.pairs.iter().filter(|pair| matches!(pair.flag.of, Difference::Place | Difference::Date));
    assert_eq!(false_ones.count(), 0, "quiet rather than wrong");
    assert_eq!(view.versions.len(), 1, "003 and 004 are versions");
}

#[test]
fn exports_hold_every_event() {
    let export = |what| match answer(Ask::Export { selection: Selection::default(), what }) {
        Answer::Export(text) => text,
        _ => panic!("another answer"),
    };
    let view = timeline(&Selection::default(), LaneBy::Person);
    let json: serde_json::Value = serde_json::from_str(&export(Export::TimelineJson)).unwrap();
    assert_eq!(json["events"].as_array().unwrap().len(), view.events.len());
    assert!(json["events"].as_array().unwrap().iter().all(|event| event["start_date"]["year"].is_i64()));
    let csv = export(Export::TimelineCsv);
    assert_eq!(csv.matches("\r\n").count(), view.n_statements as usize + 1);
    let markdown = export(Export::TimelineMarkdown);
    assert_eq!(markdown.lines().filter(|line| line.starts_with("- **")).count(), view.events.len());
    assert!(export(Export::NetworkCsv).lines().count() > 20);
    assert!(export(Export::DisagreementsCsv).contains("number,30,31,"));
}
