//! The page of a name and the quotations in the reader, against naive recounts on the sample articles.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use dateline::annotate::{TimexKind, annotate};
use dateline::corpus::import::read_folder;
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::index::DaySpan;
use dateline::key::Facet;
use dateline::resolve::{Entity, EntityId};
use dateline::search::query::Selection;
use dateline::search::url::ViewOptions;
use dateline::text::Span;
use dateline::view::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

fn read_seeds() -> Engine {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    Engine::from_corpus(&read_folder(&folder).unwrap(), |_, _| {})
}

static SEEDS: LazyLock<Engine> = LazyLock::new(read_seeds);

fn answer(engine: &Engine, ask: Ask) -> Answer {
    engine.handle(&Request { id: 1, ask }).answer
}

fn page_of(engine: &Engine, entity: &Entity) -> EntityView {
    let window = TimelineWindow { zoom: Some(DaySpan::EVER), width_px: 640 };
    match answer(engine, Ask::Entity { kind: entity.kind, slug: entity.slug.clone(), window }) {
        Answer::Entity(Some(view)) => *view,
        other => panic!("no page but {other:?}"),
    }
}

fn quotes(about: Option<String>, selection: Selection) -> QuotesView {
    match answer(&SEEDS, Ask::Quotes { selection, about, n_quotes: u32::MAX }) {
        Answer::Quotes(view) => *view,
        other => panic!("no quotes but {other:?}"),
    }
}

fn entities() -> impl Iterator<Item = (EntityId, &'static Entity)> {
    (0u32..).map(EntityId).zip(&SEEDS.resolved().entities)
}

/// The names of a stretch, counted one by one.
fn named(doc: usize, within: Span) -> Vec<EntityId> {
    let resolved = &SEEDS.resolved().articles[doc];
    let mentions = SEEDS.annotations()[doc].mentions.iter().zip(&resolved.entities);
    let names = mentions.filter(|(mention, _)| within.contains(mention.span)).filter_map(|(_, id)| *id);
    let roles = resolved.roles.iter().filter(|role| within.contains(role.span)).map(|role| role.entity);
    let mut all: Vec<EntityId> = names.chain(roles).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn key(entity: &Entity) -> String {
    [entity.kind.noun(), ":", &entity.slug].concat()
}

#[test]
fn companions_are_as_many_as_sentences_that_name_both() {
    let options = ViewOptions { least: Some(1), ..ViewOptions::default() };
    let Answer::Network(network) = answer(&SEEDS, Ask::Network { selection: Selection::default(), options })
    else {
        panic!("another answer")
    };
    for (id, entity) in entities() {
        let mut beside: BTreeMap<EntityId, u32> = BTreeMap::new();
        for (doc, found) in SEEDS.annotations().iter().enumerate() {
            for names in found.sentences.iter().map(|sentence| named(doc, *sentence)) {
                if names.contains(&id) {
                    names.iter().filter(|it| **it != id).for_each(|it| *beside.entry(*it).or_default() += 1);
                }
            }
        }
        let view = page_of(&SEEDS, entity);
        assert_eq!(view.n_companions as usize, beside.len(), "{}", entity.name);
        assert!(view.companions.is_sorted_by_key(|(_, n)| std::cmp::Reverse(*n)));
        for (card, n) in &view.companions {
            let (other, _) = entities().find(|(_, it)| it.kind == card.kind && it.slug == card.slug).unwrap();
            assert_eq!(*n, beside[&other], "{} and {}", entity.name, card.name);
            let ends = [key(entity), [card.kind.noun(), ":", &card.slug].concat()];
            let is_it =
                |link: &&Link| link.ends.iter().all(|end| ends.contains(&network.nodes[*end as usize].key()));
            if let Some(link) = network.links.iter().find(is_it) {
                assert_eq!(link.n_together, *n, "the network tells the same of {ends:?}");
            }
        }
    }
}

#[test]
fn the_small_timeline_tells_every_dated_sentence_that_names_it() {
    for (id, entity) in entities() {
        let mut n_dated = 0;
        for (doc, article) in SEEDS.articles().iter().enumerate() {
            let dates = &SEEDS.resolved().articles[doc].dates;
            for sentence in annotate(article).sentences {
                let is_dated = dates.iter().any(|date| {
                    let is_placed = matches!(date.kind, TimexKind::Date | TimexKind::Time);
                    is_placed && sentence.contains(date.span) && DaySpan::of_value(&date.value).is_some()
                });
                n_dated += u32::from(is_dated && named(doc, sentence).contains(&id));
            }
        }
        let timeline = page_of(&SEEDS, entity).timeline;
        assert_eq!(timeline.n_statements, n_dated, "{}", entity.name);
        assert_eq!(timeline.n_events as usize, timeline.events.len() + timeline.n_left_out as usize);
        assert!(timeline.lanes.len() <= 1, "all in one lane");
    }
}

#[test]
fn quotations_by_and_about_a_name_are_those_the_page_of_quotes_lists() {
    for (id, entity) in entities() {
        let view = page_of(&SEEDS, entity);
        if let Some(slug) = &view.speaker {
            let listed = quotes(None, Selection::only(Facet::Speaker, slug));
            assert_eq!(view.said.n_all, listed.n_listed, "{}", entity.name);
            assert_eq!(view.said.quotes[..], listed.quotes[..view.said.quotes.len()]);
        } else {
            assert_eq!(view.said.n_all, 0);
        }
        let about = quotes(Some(key(entity)), Selection::only(entity.kind.facet(), &entity.slug));
        assert_eq!(view.told.n_all, about.n_listed, "{}", entity.name);
        let n_told = SEEDS.annotations().iter().enumerate().flat_map(|(doc, found)| {
            let speakers = &SEEDS.resolved().articles[doc].speakers;
            found.quotes.iter().zip(speakers).map(move |(quote, speaker)| (doc, quote, *speaker))
        });
        let n_told = n_told
            .filter(|(doc, quote, speaker)| *speaker != Some(id) && named(*doc, quote.span).contains(&id))
            .count();
        let n_printed: usize =
            about.quotes.iter().flat_map(|it| &it.wordings).map(|wording| wording.sources.len()).sum();
        assert_eq!(n_printed, n_told, "{}", entity.name);
    }
}

#[test]
fn the_same_folder_gives_the_same_pages() {
    let again = read_seeds();
    for (_, entity) in entities() {
        assert_eq!(page_of(&again, entity), page_of(&SEEDS, entity));
    }
}

#[test]
fn every_quotation_in_the_reader_has_its_words_and_one_key() {
    let mut n_marked = 0;
    for (doc, article) in SEEDS.articles().iter().enumerate() {
        let ask = Ask::Read { article: article.id.clone(), words: "NATO".into() };
        let Answer::Read(Some(view)) = answer(&SEEDS, ask) else { panic!("another answer") };
        let runs = || view.title.iter().chain(view.blocks.iter().flat_map(|block| &block.runs));
        let quotes = &SEEDS.annotations()[doc].quotes;
        let is_quote = |mark: &&Mark| matches!(mark.detail, MarkDetail::Quote { .. });
        assert_eq!(view.marks.iter().filter(is_quote).count(), quotes.len(), "{}", article.id);
        let marks = (0u32..).zip(&view.marks).filter(|(_, mark)| is_quote(mark));
        for ((at, mark), quote) in marks.zip(quotes) {
            let said: String =
                runs().filter(|run| run.said == Some(at)).map(|run| run.text.as_str()).collect();
            let words = quote.span.of(&article.text).replace("\n\n", "");
            assert_eq!(said.replace('\n', ""), words.replace('\n', ""), "{}", article.id);
            let key: String =
                runs().filter(|run| run.mark == Some(at)).map(|run| run.text.as_str()).collect();
            assert_eq!(key, mark.text);
            assert!(!key.is_empty() && !mark.why.is_empty());
            n_marked += 1;
        }
    }
    assert!(n_marked > 20);
}

#[test]
fn the_tables_of_quotations_hold_every_source() {
    let export = |what| match answer(&SEEDS, Ask::Export { selection: Selection::default(), what }) {
        Answer::Export(text) => text,
        other => panic!("no file but {other:?}"),
    };
    let view = quotes(None, Selection::default());
    let n_sources: usize =
        view.quotes.iter().flat_map(|it| &it.wordings).map(|wording| wording.sources.len()).sum();
    let n_rows = |csv: &str| csv.matches("\r\n").count();
    assert_eq!(n_rows(&export(Export::QuotesCsv)), n_sources + 1);
    assert_eq!(n_rows(&export(Export::SpeakersCsv)), view.speakers.len() + 1);
}
