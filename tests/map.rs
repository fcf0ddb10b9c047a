//! The map against naive recounts, and how it is laid out.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use dateline::annotate::lexicon;
use dateline::corpus::import::read_folder;
use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::key::{Facet, Kind};
use dateline::search::query::Selection;
use dateline::view::*;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

static SEEDS: LazyLock<Engine> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    Engine::from_corpus(&read_folder(&folder).unwrap(), |_, _| {})
});

/// Articles that name cities of the whole world, each some of them, from a seed.
static WORLD: LazyLock<Engine> = LazyLock::new(|| {
    let cities: Vec<&str> = lexicon::get()
        .places()
        .iter()
        .filter(|place| place.population_thousands > 900 && place.name.is_ascii())
        .map(|place| place.name)
        .collect();
    let mut state = 7_u32;
    let mut below = |n: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % n
    };
    let article = |at: usize| {
        let sentences: Vec<String> =
            (0..5).map(|_| format!("Officials met in {} on Monday.", cities[below(cities.len())])).collect();
        let id = format!("{at:04}");
        RawArticle {
            file: id.clone(),
            id,
            format: Format::Text,
            text: format!("Talks of the week\n\n{}", sentences.join(" ")),
            page: Metadata::default(),
            editor: Metadata::default(),
        }
    };
    let corpus = Corpus { articles: (0..150).map(article).collect(), ..Corpus::default() };
    Engine::from_corpus(&corpus, |_, _| {})
});

fn map_of(engine: &Engine, selection: &Selection, place: Option<&str>) -> MapView {
    let ask = Ask::Map { selection: selection.clone(), place: place.map(str::to_owned) };
    let Answer::Map(view) = engine.handle(&Request { id: 1, ask }).answer else { panic!("another answer") };
    *view
}

fn selections() -> Vec<Selection> {
    vec![
        Selection::default(),
        Selection { once: true, ..Selection::default() },
        Selection { nationalities: true, ..Selection::default() },
        Selection::only(Facet::Where, "kyiv"),
        Selection::default().with_words("minister"),
    ]
}

/// The articles of a selection that have some of these places, one by one; each story once where the selection says so.
fn count(engine: &Engine, selection: &Selection, slugs: &[&str]) -> usize {
    let ask = Ask::Explore {
        selection: selection.clone(),
        n_hits: 1000,
        windows: Vec::new(),
        tree: None,
        strip: StripWindow::default(),
    };
    let Answer::Explore(view) = engine.handle(&Request { id: 1, ask }).answer else {
        panic!("another answer")
    };
    let found: BTreeSet<&str> = view
        .hits
        .iter()
        .flat_map(|hit| std::iter::once(hit.id.as_str()).chain(hit.versions.iter().map(|it| it.id.as_str())))
        .collect();
    let resolved = engine.resolved();
    let story_of = |doc: u32| {
        let story = resolved.stories.iter().position(|story| story.contains(&doc));
        story.map_or_else(|| format!("alone {doc}"), |at| format!("story {at}"))
    };
    let units: BTreeSet<String> = (0u32..)
        .zip(engine.articles())
        .filter(|(doc, article)| {
            let known = &resolved.articles[*doc as usize];
            let named =
                resolved.entities.iter().filter(|it| it.kind == Kind::Place && it.articles.contains(doc));
            let mut slugs_of: Vec<String> = named.map(|entity| entity.slug.clone()).collect();
            if selection.nationalities {
                slugs_of.extend(known.backing.iter().map(|it| dateline::key::slug(&country_of(it.country))));
            }
            found.contains(article.id.as_str()) && slugs_of.iter().any(|slug| slugs.contains(&slug.as_str()))
        })
        .map(|(doc, _)| if selection.once { story_of(doc) } else { doc.to_string() })
        .collect();
    units.len()
}

fn country_of(code: &str) -> String {
    lexicon::get().country(code).map(|place| place.name.to_owned()).unwrap_or_default()
}

#[test]
fn counts_equal_a_naive_recount() {
    for selection in selections().into_iter().filter(|selection| !selection.nationalities) {
        let view = map_of(&SEEDS, &selection, None);
        assert!(!view.places.is_empty());
        for place in &view.places {
            let wanted = count(&SEEDS, &selection, &[place.slug.as_str()]);
            assert_eq!(place.n_articles as usize, wanted, "{} {selection:?}", place.slug);
        }
        let all: Vec<&str> = view.places.iter().map(|place| place.slug.as_str()).collect();
        assert_eq!(view.n_placed as usize, count(&SEEDS, &selection, &all));
    }
}

#[test]
fn circles_keep_every_place_and_every_article() {
    for (engine, selection) in
        selections().into_iter().map(|it| (&*SEEDS, it)).chain([(&*WORLD, Selection::default())])
    {
        let view = map_of(engine, &selection, None);
        for level in 0..N_LEVELS {
            let circles = view.circles(level);
            let mut places: Vec<u32> = circles.iter().flat_map(|circle| circle.places.clone()).collect();
            places.sort_unstable();
            assert_eq!(places, (0..u32::try_from(view.places.len()).unwrap()).collect::<Vec<_>>());
            if level % 9 == 0 && !selection.nationalities {
                for circle in circles {
                    let slugs: Vec<&str> =
                        circle.places.iter().map(|at| view.places[*at as usize].slug.as_str()).collect();
                    assert_eq!(circle.n_articles as usize, count(engine, &selection, &slugs), "{slugs:?}");
                }
            }
        }
    }
}

#[test]
fn circles_stand_apart_and_part_only_once() {
    let view = map_of(&WORLD, &Selection::default(), None);
    assert!(view.places.len() > 150, "{}", view.places.len());
    let mut before = 0;
    for level in 0..N_LEVELS {
        let circles = view.circles(level);
        assert!(circles.len() >= before, "what is parted stays parted");
        before = circles.len();
        for (at, a) in circles.iter().enumerate() {
            for b in &circles[at + 1..] {
                let [one, other] = [a, b].map(|circle| &view.places[circle.places[0] as usize]);
                let apart = f64::from((one.x - other.x).hypot(one.y - other.y)) * scale_of(level);
                let radii = radius_of(a.n_articles, view.n_placed) + radius_of(b.n_articles, view.n_placed);
                assert!(apart >= radii * 0.84, "{} and {} at level {level}", one.name, other.name);
            }
        }
    }
    assert!(before > view.circles(0).len() * 3);
}

#[test]
fn the_same_selection_gives_the_same_map() {
    for selection in selections() {
        assert_eq!(map_of(&SEEDS, &selection, Some("kyiv")), map_of(&SEEDS, &selection, Some("kyiv")));
    }
}

#[test]
fn every_place_is_within_the_frame_and_where_its_list_says() {
    for engine in [&*SEEDS, &*WORLD] {
        let view = map_of(engine, &Selection::default(), None);
        let [left, top, right, bottom] = view.frame;
        for place in &view.places {
            assert!((left..=right).contains(&place.x) && (top..=bottom).contains(&place.y), "{}", place.name);
            let (latitude, longitude) =
                view.projection.invert(f64::from(place.x), f64::from(place.y)).unwrap();
            assert!((latitude - f64::from(place.at.0)).abs() < 0.01, "{}", place.name);
            assert!((longitude - f64::from(place.at.1)).abs() < 0.02, "{}", place.name);
        }
    }
}

#[test]
fn the_projection_suits_the_selection() {
    assert!(matches!(map_of(&WORLD, &Selection::default(), None).projection, Projection::World(_)));
    assert!(!map_of(&WORLD, &Selection::default(), None).globe.is_empty());
    let empty = map_of(&SEEDS, &Selection::default().with_words("no-such-word"), None);
    assert!(empty.places.is_empty() && empty.n_placed == 0 && empty.looked.is_none());
}

#[test]
fn a_place_shows_the_sentences_that_name_it() {
    let view = map_of(&SEEDS, &Selection::default(), Some("kyiv"));
    let looked = view.looked.as_ref().unwrap();
    assert_eq!(view.places[looked.place as usize].name, "Kyiv");
    assert!(!looked.sentences.is_empty());
    for sentence in &looked.sentences {
        let slugs: Vec<_> = sentence.marks.iter().filter_map(|mark| mark.slug.as_deref()).collect();
        assert!(slugs.contains(&"kyiv"), "{}", sentence.source.text);
    }
    assert_eq!(map_of(&SEEDS, &Selection::default(), Some("atlantis")).looked, None);
}

#[test]
fn countries_count_what_is_in_them() {
    let view = map_of(&SEEDS, &Selection::default(), None);
    let ukraine = view.countries.iter().find(|country| country.name == "Ukraine").unwrap();
    let in_ukraine: Vec<&str> = SEEDS
        .resolved()
        .entities
        .iter()
        .filter(|entity| entity.kind == Kind::Place && entity.place().is_some_and(|it| it.country == "UA"))
        .map(|entity| entity.slug.as_str())
        .collect();
    assert_eq!(ukraine.n_articles as usize, count(&SEEDS, &Selection::default(), &in_ukraine));
    assert!(ukraine.path.starts_with('M'));
    let place = view.places.iter().find(|place| place.slug == "ukraine").unwrap();
    assert_eq!(place.level.as_ref().unwrap().0, "in:ukraine");
    assert!(place.is_wide);
}

#[test]
fn a_reader_takes_the_places_away() {
    let export = |what: Export| {
        let ask = Ask::Export { selection: Selection::default(), what };
        let Answer::Export(text) = SEEDS.handle(&Request { id: 1, ask }).answer else {
            panic!("another answer")
        };
        text
    };
    let view = map_of(&SEEDS, &Selection::default(), None);
    let csv = export(Export::MapCsv);
    assert_eq!(csv.lines().count(), 1 + view.places.len() + view.unplaced.len());
    assert!(csv.contains("Kyiv,capital,UA,50.45,30.52,"), "{csv}");
    let read: serde_json::Value = serde_json::from_str(&export(Export::MapGeoJson)).unwrap();
    assert_eq!(read["features"].as_array().unwrap().len(), view.places.len());
}
