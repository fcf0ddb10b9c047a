//! The views over a selection, drawn from hand-made views of the sample articles.

use crate::fixture as fx;
use crate::render::{assert_snapshot, render, render_in};
use dateline::key::{Basis, Kind};
use dateline::search::query::DaySpan;
use dateline::search::url::{Lens, Location, Page, ViewOptions};
use dateline::ui::hooks::{Answered, EngineState, Status};
use dateline::ui::pages::*;
use dateline::ui::parts::*;
use dateline::ui::words::Language;
use dateline::ui::{Shell, ShellProps};
use dateline::view::*;
use yew::Callback;

fn source(article: &str, text: &str) -> Source {
    Source {
        article: article.into(),
        title: "NATO chief visits Ukraine for 1st time since Russia invaded".into(),
        outlet: None,
        published: fx::published("2023-04-20", Basis::Editor, &[]),
        text: text.into(),
    }
}

fn runs() -> (Vec<Run>, Vec<EventMark>) {
    let marked = |text: &str, mark: u32| Run { mark: Some(mark), ..fx::run(text) };
    let runs = vec![
        marked("Stoltenberg", 0),
        fx::run(" visited "),
        marked("Kyiv", 1),
        fx::run(" on "),
        marked("Thursday", 2),
    ];
    let named = |kind: Kind, slug: &str| EventMark { kind: Some(kind), slug: Some(slug.into()) };
    let marks = vec![
        named(Kind::Person, "jens-stoltenberg"),
        named(Kind::Place, "kyiv"),
        EventMark { kind: None, slug: None },
    ];
    (runs, marks)
}

pub fn timeline() -> TimelineView {
    let (line, marks) = runs();
    let event = |label: &str, iso: &str, is_certain: bool, sources: &[&str]| EventView {
        label: label.into(),
        iso: iso.into(),
        is_certain,
        runs: line.clone(),
        marks: marks.clone(),
        n_stories: 1,
        n_articles: u32::try_from(sources.len()).unwrap(),
        sources: sources.iter().map(|id| source(id, "Stoltenberg visited Kyiv on Thursday")).collect(),
    };
    let mark = |event: u32, x: f32, width: Option<f32>, label: &str| LaneMark {
        event,
        x,
        width,
        row: event,
        label: label.into(),
        is_left: false,
    };
    TimelineView {
        n_articles: 5,
        n_undated: 1,
        n_statements: 3,
        n_events: 2,
        shown: DaySpan::of_range("2022-11..2023-12"),
        whole: DaySpan::of_range("2008..2024"),
        n_outside: [2, 0],
        n_left_out: 0,
        ticks: vec![
            TimeTick { x: 120.0, text: "2023".into(), is_major: true },
            TimeTick { x: 340.0, text: "Apr".into(), is_major: false },
        ],
        lanes: vec![
            Lane {
                of: LaneOf::Entity(Kind::Person, "jens-stoltenberg".into()),
                label: "Jens Stoltenberg".into(),
                n_events: 1,
                n_rows: 1,
                marks: vec![mark(0, 370.0, None, "Stoltenberg visited…")],
            },
            Lane {
                of: LaneOf::Rest,
                label: String::new(),
                n_events: 1,
                n_rows: 2,
                marks: vec![mark(1, 60.0, Some(180.5), "")],
            },
        ],
        events: vec![
            event("20 April 2023", "2023-04-20", true, &["003", "004"]),
            event("December 2022 to February 2023", "2022-12..2023-02", false, &["001"]),
        ],
    }
}

fn piece(text: &str, is_changed: bool) -> Piece {
    Piece { text: text.into(), is_changed }
}

pub fn compare() -> CompareView {
    let side = |id: &str, n_words, n_shared, n_reworded| SideView {
        id: id.into(),
        title: "NATO chief visits Kyiv".into(),
        outlet: None,
        published: fx::published("2023-04-20", Basis::Editor, &[]),
        n_words,
        n_shared,
        n_reworded,
    };
    CompareView {
        sides: [side("003", 587, 143, 152), side("004", 367, 143, 192)],
        rows: vec![
            CompareRow {
                sides: [
                    vec![piece("to the government ", false), piece("in Kyiv", true), piece(".", false)],
                    vec![piece("to the government ", false), piece("of Kiev", true), piece(".", false)],
                ],
                is_same: false,
                flags: vec![Flag { of: Difference::Spelling, printed: ["Kyiv".into(), "Kiev".into()] }],
            },
            CompareRow {
                sides: [vec![piece("It plans to provide 14 tanks.", false)], vec![]],
                is_same: false,
                flags: vec![],
            },
        ],
    }
}

pub fn disagree() -> DisagreeView {
    DisagreeView {
        n_articles: 5,
        n_found: 1,
        pairs: vec![Disagreement {
            flag: Flag { of: Difference::Number, printed: ["30".into(), "31".into()] },
            sides: [source("001", "the 30-member NATO forces"), source("004", "its 31 member states")],
            pieces: [
                vec![piece("the ", false), piece("30", true), piece("-member NATO forces", false)],
                vec![piece("its ", false), piece("31", true), piece(" member states", false)],
            ],
        }],
        versions: vec![VersionPair {
            ids: ["003".into(), "004".into()],
            titles: ["One".into(), "Two".into()],
        }],
    }
}

pub fn network() -> NetworkView {
    let node = |kind: Kind, slug: &str, name: &str, n_units, x, y| Node {
        kind,
        slug: slug.into(),
        name: name.into(),
        n_units,
        x,
        y,
    };
    let (line, marks) = runs();
    NetworkView {
        n_articles: 5,
        n_names: 60,
        nodes: vec![
            node(Kind::Person, "jens-stoltenberg", "Jens Stoltenberg", 24, 0.0, 0.25),
            node(Kind::Place, "kyiv", "Kyiv", 12, 1.0, 1.0),
            node(Kind::Organization, "nato", "NATO", 30, 0.5, 0.0),
        ],
        links: vec![
            Link { ends: [0, 1], n_together: 6, strength: 0.5 },
            Link { ends: [0, 2], n_together: 18, strength: 0.25 },
        ],
        least: 2,
        most: 18,
        steps: vec![Step {
            ends: vec![0, 1],
            n_units: 6,
            sentences: vec![StepSentence {
                runs: line,
                marks,
                source: source("003", "Stoltenberg visited Kyiv on Thursday"),
            }],
        }],
        is_apart: false,
    }
}

pub fn map() -> MapView {
    let (line, marks) = runs();
    let place = |slug: &str, name: &str, n_articles, at: (f32, f32), (x, y)| MapPlace {
        slug: slug.into(),
        name: name.into(),
        level: None,
        is_wide: false,
        at,
        x,
        y,
        n_articles,
        join: None,
        counts: Vec::new(),
    };
    let ukraine = MapPlace {
        level: Some(("in:ukraine".into(), 5)),
        is_wide: true,
        ..place("ukraine", "Ukraine", 5, (48.9, 31.5), (0.02, -0.01))
    };
    let bucha = MapPlace {
        join: Some(Join { into: 1, level: 18 }),
        ..place("bucha", "Bucha", 1, (50.54, 30.22), (-0.021, -0.032))
    };
    MapView {
        n_articles: 5,
        n_placed: 5,
        projection: Projection::Around(50.0, 30.0),
        frame: [-0.3, -0.2, 0.3, 0.2],
        whole: [-0.8, -0.8, 0.8, 0.8],
        grid: 5000.0,
        globe: String::new(),
        land: "M0 0l10 0l0 10z".into(),
        countries: vec![MapCountry { name: "Ukraine".into(), n_articles: 5, path: "M0 0l10 0l0 10z".into() }],
        places: vec![
            ukraine,
            MapPlace { counts: vec![(18, 4)], ..place("kyiv", "Kyiv", 4, (50.45, 30.52), (-0.02, -0.03)) },
            place("vilnius", "Vilnius", 1, (54.69, 25.28), (-0.1, -0.11)),
            bucha,
        ],
        unplaced: vec![UnplacedPlace { slug: "ramstein".into(), name: "Ramstein".into(), n_articles: 2 }],
        looked: Some(LookedPlace {
            place: 1,
            sentences: vec![StepSentence {
                runs: line,
                marks,
                source: source("003", "Stoltenberg visited Kyiv on Thursday"),
            }],
        }),
    }
}

pub fn state() -> EngineState {
    EngineState {
        map: Some(map().into()),
        timeline: Some(timeline().into()),
        disagree: Some(disagree().into()),
        compare: Some(Answered { key: ["003".into(), "004".into()], view: Some(compare().into()) }),
        network: Some(network().into()),
        ..fx::state()
    }
}

fn on(page: Page) -> Location {
    Location { page, ..Location::default() }
}

pub fn side_by_side() -> Location {
    on(Page::Compare)
        .showing(ViewOptions { pair: [Some("003".into()), Some("004".into())], ..ViewOptions::default() })
}

pub fn shell(location: Location) -> String {
    shell_in(Language::English, location)
}

pub fn shell_in(language: Language, location: Location) -> String {
    render_in::<Shell>(language, move || ShellProps {
        navigation: fx::at(location),
        engine: fx::engine(state()),
        trust: fx::trust(),
        is_help_open: false,
        on_help: Callback::noop(),
    })
}

#[test]
fn timeline_page() {
    let props = || TimelinePageProps { engine: fx::engine(state()), navigation: fx::at(on(Page::Timeline)) };
    assert_snapshot("timeline_page", &render::<TimelinePage>(props));
}

#[test]
fn an_empty_timeline_says_why() {
    let empty = || EngineState { timeline: Some(TimelineView::default().into()), ..state() };
    let props =
        move || TimelinePageProps { engine: fx::engine(empty()), navigation: fx::at(on(Page::Timeline)) };
    assert!(render::<TimelinePage>(props).contains("Nothing here is dated"));
}

#[test]
fn compare_table() {
    let props = || CompareTableProps { view: compare().into(), navigation: fx::at(side_by_side()) };
    assert_snapshot("compare_table", &render::<CompareTable>(props));
}

#[test]
fn compare_page() {
    let props = || ComparePageProps { engine: fx::engine(state()), navigation: fx::at(on(Page::Compare)) };
    assert_snapshot("compare_page", &render::<ComparePage>(props));
}

#[test]
fn network_page() {
    let props = || NetworkPageProps { engine: fx::engine(state()), navigation: fx::at(on(Page::Network)) };
    assert_snapshot("network_page", &render::<NetworkPage>(props));
}

#[test]
fn an_empty_network_says_why() {
    let empty = || EngineState { network: Some(NetworkView::default().into()), ..state() };
    let props =
        move || NetworkPageProps { engine: fx::engine(empty()), navigation: fx::at(on(Page::Network)) };
    assert!(render::<NetworkPage>(props).contains("No names are linked here"));
}

#[test]
fn map_page() {
    let looked = ViewOptions { place: Some("kyiv".into()), ..ViewOptions::default() };
    let props =
        || MapPageProps { engine: fx::engine(state()), navigation: fx::at(on(Page::Map).showing(looked)) };
    assert_snapshot("map_page", &render::<MapPage>(props));
}

#[test]
fn a_map_says_what_is_not_on_it() {
    let props = |lens| {
        let options = ViewOptions { lens, ..ViewOptions::default() };
        move || MapPageProps {
            engine: fx::engine(state()),
            navigation: fx::at(on(Page::Map).showing(options)),
        }
    };
    // Near Lisbon, where the selection names nothing.
    let far = Lens { latitude: 3872, longitude: -914, doublings: 800 };
    assert!(render::<MapPage>(props(Some(far))).contains("No place of the selection lies in this part"));
    let near = render::<MapPage>(props(None));
    assert!(near.contains("Kyiv +1") && near.contains("Not on the map") && near.contains("Ramstein"));
}

#[test]
fn an_empty_map_says_why() {
    let empty = || EngineState { map: Some(MapView::default().into()), ..state() };
    let props = move || MapPageProps { engine: fx::engine(empty()), navigation: fx::at(on(Page::Map)) };
    assert!(render::<MapPage>(props).contains("No places to show"));
}

#[test]
fn where_nothing_is_looked_at_the_most_named_places_lead_to_their_sentences() {
    let view = || MapView { looked: None, ..map() };
    let props = move || MapSentencesProps { view: view().into(), navigation: fx::at(on(Page::Map)) };
    assert_snapshot("map_sentences_of_no_place", &render::<MapSentences>(props));
}

#[test]
fn where_nothing_is_looked_at_the_names_most_together_lead_to_their_sentences() {
    let view = || NetworkView { steps: Vec::new(), ..network() };
    let props = move || NetworkStepsProps { view: view().into(), navigation: fx::at(on(Page::Network)) };
    assert_snapshot("network_steps_of_no_name", &render::<NetworkSteps>(props));
}

#[test]
fn a_view_of_no_article_says_what_to_take_away() {
    let none = || ExploreView { n_articles: 0, hits: Vec::new(), ..fx::narrowed() };
    let state = move || EngineState { explore: Some(none().into()), ..state() };
    let location = |page| Location { selection: fx::narrowed_selection(), ..on(page) };
    let shown = |location: Location| {
        render::<Shell>(move || ShellProps {
            navigation: fx::at(location),
            engine: fx::engine(state()),
            trust: fx::trust(),
            is_help_open: false,
            on_help: Callback::noop(),
        })
    };
    for (page, _) in Page::VIEWS {
        assert!(shown(location(page.clone())).contains("No article matches all of this"), "{page:?}");
    }
    // Two articles that are chosen by name are compared whatever is selected.
    assert!(!shown(side_by_side()).contains("No article matches all of this"));
}

#[test]
fn views_say_that_names_are_still_being_found() {
    let filling = || EngineState {
        status: Status::Filling(100, 2000),
        timeline: Some(TimelineView::default().into()),
        map: Some(MapView::default().into()),
        network: Some(NetworkView::default().into()),
        quotes: None,
        disagree: Some(disagree().into()),
        ..fx::state()
    };
    for (page, _) in Page::VIEWS {
        let location = on(page.clone());
        let html = render::<Shell>(move || ShellProps {
            navigation: fx::at(location),
            engine: fx::engine(filling()),
            trust: fx::trust(),
            is_help_open: false,
            on_help: Callback::noop(),
        });
        assert!(html.contains("appears as soon as they are found"), "{page:?}");
    }
}

#[test]
fn views_need_no_exception_from_the_content_security_policy() {
    for location in [on(Page::Timeline), on(Page::Map), on(Page::Compare), on(Page::Network), side_by_side()]
    {
        let html = shell(location);
        for forbidden in [" style=", "<script", "<style", " onclick=", "javascript:", "data:", "srcdoc"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}

#[test]
fn view_page() {
    let props = || ViewPageProps {
        is_free: false,
        class: "timeline-page",
        title: "Timeline".into(),
        engine: fx::engine(fx::state()),
        navigation: fx::at(Location::default()),
        n_hits: 0,
        tools: yew::html! { <button type="button">{ "Save" }</button> },
        ruler: Default::default(),
        children: yew::html! { <p>{ "What the view shows" }</p> },
    };
    assert_snapshot("view_page", &render::<ViewPage>(props));
}

#[test]
fn small_timeline() {
    let view = || fx::entity().timeline;
    let props = move || SmallTimelineProps {
        view: view().into(),
        width_px: 640,
        navigation: fx::at(fx::entity_page()),
    };
    let html = render::<SmallTimeline>(props);
    assert!(!html.contains("timeline-name"), "a lane alone needs no name");
    assert_snapshot("small_timeline", &html);
}
