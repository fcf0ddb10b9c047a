//! Places as a tree: each level counts what names it or anything in it, and narrows the list as it counts.

#![allow(clippy::unwrap_used)]

use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request, Window};
use dateline::key::Facet;
use dateline::search::query::Selection;
use dateline::view::{Branch, ExploreView, FacetValue, StripWindow};

const TEXTS: [(&str, &str); 6] = [
    ("a", "The president flew to Vilnius on Tuesday. The summit in Vilnius lasted two days."),
    ("b", "The government of Lithuania agreed to send more aid."),
    ("c", "He lived in Paris, France, before the war."),
    ("d", "The Norwegian prime minister spoke in Berlin on Monday."),
    ("e", "The storm reached Houston, Texas, on Friday."),
    ("f", "They sailed across the Black Sea for three weeks."),
];

fn engine() -> Engine {
    let article = |(id, text): &(&str, &str)| RawArticle {
        id: (*id).to_owned(),
        file: format!("{id}.txt"),
        format: Format::Text,
        text: (*text).to_owned(),
        page: Metadata::default(),
        editor: Metadata::default(),
    };
    let articles = TEXTS.iter().map(article).collect();
    Engine::from_corpus(&Corpus { articles, ..Corpus::default() }, |_, _| {})
}

/// The articles page with places as a tree, `opened` and `closed` rows, and a filter.
fn explore(selection: &Selection, turned: &[(&str, bool)], filter: &str) -> ExploreView {
    let branch = |(slug, is_open): &(&str, bool)| Branch { slug: (*slug).to_owned(), is_open: *is_open };
    let window = Window { facet: Facet::Where, n_values: 40, filter: filter.to_owned() };
    let ask = Ask::Explore {
        selection: selection.clone(),
        n_hits: 20,
        windows: vec![window],
        tree: Some(turned.iter().map(branch).collect()),
        strip: StripWindow::default(),
    };
    match engine().handle(&Request { id: 1, ask }).answer {
        Answer::Explore(view) => *view,
        other => panic!("not a list: {other:?}"),
    }
}

fn rows(view: &ExploreView) -> &[FacetValue] {
    &view.facets[Facet::Where as usize].values
}

/// The rows as an outline: `-` for a row that can be closed, `+` for one that can be opened.
fn outline(view: &ExploreView) -> Vec<String> {
    let sign = |row: &FacetValue| match row.branch {
        Some(branch) if branch.is_open => "- ",
        Some(_) => "+ ",
        None => "",
    };
    let line = |row: &FacetValue| {
        let indent = "  ".repeat(row.depth.into());
        format!("{indent}{}{}, {}", sign(row), row.label, row.n_articles)
    };
    rows(view).iter().map(line).collect()
}

fn order(selection: &Selection) -> Vec<String> {
    let mut found = explore(selection, &[], "").order;
    found.sort_unstable();
    found
}

#[test]
fn continents_open_onto_countries_and_what_is_in_none_comes_last() {
    assert_eq!(
        outline(&explore(&Selection::default(), &[], "")),
        [
            "- Europe, 4",
            "  + Lithuania, 2",
            "  + France, 1",
            "  + Germany, 1",
            "- North America, 1",
            "  + United States, 1",
            "- Elsewhere, 1",
            "  Black Sea, 1",
        ]
    );
}

#[test]
fn rows_open_and_close() {
    let turned = [
        ("in:lithuania", true),
        ("in:elsewhere", false),
        ("in:united-states", true),
        ("in:united-states:texas", true),
    ];
    assert_eq!(
        outline(&explore(&Selection::default(), &turned, "")),
        [
            "- Europe, 4",
            "  - Lithuania, 2",
            "    Vilnius, 1",
            "  + France, 1",
            "  + Germany, 1",
            "- North America, 1",
            "  - United States, 1",
            "    - Texas, 1",
            "      Houston, 1",
            "+ Elsewhere, 1",
        ]
    );
}

#[test]
fn choosing_a_country_finds_what_names_it_or_anything_in_it() {
    assert_eq!(order(&Selection::only(Facet::Where, "in:lithuania")), ["a", "b"]);
    assert_eq!(order(&Selection::only(Facet::Where, "lithuania")), ["b"]);
    assert_eq!(order(&Selection::only(Facet::Where, "in:europe")), ["a", "b", "c", "d"]);
    assert_eq!(order(&Selection::default().excluding(Facet::Where, "in:europe")), ["e", "f"]);
    assert_eq!(order(&Selection::only(Facet::Where, "in:united-states:texas")), ["e"]);
}

#[test]
fn a_row_says_how_many_name_the_place_itself() {
    let view = explore(&Selection::default(), &[], "");
    let lithuania = rows(&view).iter().find(|row| row.slug == "in:lithuania").unwrap();
    assert_eq!(lithuania.branch.unwrap().n_itself, 1);
}

#[test]
fn a_place_chosen_by_itself_stands_below_the_row_of_all_in_it() {
    let selection = Selection::only(Facet::Where, "lithuania");
    let view = explore(&selection, &[], "");
    let outline = outline(&view);
    assert_eq!(&outline[..3], ["- Europe, 4", "  - Lithuania, 2", "    Lithuania itself, 1"]);
    assert_eq!(view.chips[0].label, "Lithuania");
    let all = explore(&Selection::only(Facet::Where, "in:lithuania"), &[], "");
    assert_eq!(all.chips[0].label, "in Lithuania");
}

#[test]
fn looking_for_a_place_opens_the_way_to_it() {
    assert_eq!(
        outline(&explore(&Selection::default(), &[("in:lithuania", false)], "viln")),
        ["- Europe, 4", "  - Lithuania, 2", "    Vilnius, 1"]
    );
}

#[test]
fn nationalities_count_only_where_a_reader_asks_and_say_so() {
    assert_eq!(order(&Selection::only(Facet::Where, "in:norway")), [""; 0]);
    let mut selection = Selection::only(Facet::Where, "in:norway");
    selection.nationalities = true;
    assert_eq!(order(&selection), ["d"]);
    let view = explore(&selection, &[], "");
    let norway = rows(&view).iter().find(|row| row.slug == "in:norway").unwrap();
    assert_eq!((norway.n_articles, norway.n_by_nationality), (1, 1));
    let europe = rows(&view).iter().find(|row| row.slug == "in:europe").unwrap();
    assert_eq!((europe.n_articles, europe.n_by_nationality), (4, 0), "the article names Berlin as well");
    let after = rows(&view).iter().skip_while(|row| row.slug != "in:norway").nth(1).unwrap();
    assert_eq!(
        after.depth, 0,
        "a nationality weighs less than a name, so that Norway is the last of its continent"
    );
}

#[test]
fn every_country_of_the_lists_lies_in_a_continent() {
    use dateline::annotate::lexicon::{PlaceKind, get};
    use dateline::resolve::Backing;
    for place in get().places().iter().filter(|place| place.kind == PlaceKind::Country) {
        let levels = Backing { country: place.country, n_words: 1 }.levels();
        assert!(levels.len() == 2 || place.name == "Antarctica", "{}: {levels:?}", place.name);
    }
}

#[test]
fn a_place_is_told_from_those_of_its_name() {
    use dateline::annotate::lexicon::get;
    use dateline::resolve::namesakes;
    let number = |name: &str, country: &str| {
        let is_it =
            |place: &dateline::annotate::lexicon::Place| place.name == name && place.country == country;
        u32::try_from(get().places().iter().position(is_it).unwrap()).unwrap()
    };
    assert_eq!(namesakes(number("Birmingham", "GB")), ["Birmingham, Alabama"]);
    assert_eq!(namesakes(number("Birmingham", "US")), ["Birmingham"]);
    assert!(namesakes(number("Kyiv", "UA")).is_empty());
}
