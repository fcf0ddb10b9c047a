//! One snapshot for each part and page.

use crate::fixture as fx;
use crate::render::{assert_snapshot, render};
use dateline::engine::protocol::Window;
use dateline::key::{Basis, Facet};
use dateline::search::query::{Mode, Selection};
use dateline::search::url::{Location, Page};
use dateline::ui::hooks::{EngineState, Failure, Navigation, Status};
use dateline::ui::pages::*;
use dateline::ui::parts::*;
use dateline::ui::words;
use dateline::view::{BranchState, DateLabel, FacetValue, FacetView, ValueState, Version};
use yew::html::BaseComponent;
use yew::{Callback, Html};

fn holds<C: BaseComponent>(name: &str, props: impl FnOnce() -> C::Properties + Send + 'static) {
    assert_snapshot(name, &render::<C>(props));
}

fn narrowed() -> Navigation {
    fx::at(Location { selection: fx::narrowed_selection(), ..Location::default() })
}

fn home() -> Navigation {
    fx::at(Location::default())
}

#[test]
fn chip_row() {
    holds::<ChipRow>("chip_row", || ChipRowProps { chips: fx::narrowed().chips, navigation: narrowed() });
}

#[test]
fn chip_row_before_the_answer() {
    let chips = || ChipRowProps { chips: fx::narrowed().chips, navigation: home() };
    assert_eq!(render::<ChipRow>(chips), "", "the address is ahead of the engine");
}

#[test]
fn date_stamp() {
    let inferred = || fx::published("2023-04-20", Basis::Inferred, &[]);
    holds::<DateStamp>("date_stamp", move || DateStampProps { date: inferred() });
    let editor = || fx::published("2023-04", Basis::Editor, &[]);
    holds::<DateStamp>("date_stamp_editor", move || DateStampProps { date: editor() });
    holds::<DateStamp>("date_stamp_undated", || DateStampProps { date: DateLabel::default() });
}

#[test]
fn empty_note() {
    holds::<EmptyNote>("empty_note", || EmptyNoteProps {
        title: "Nothing".into(),
        body: "Take a filter away.".into(),
        children: Html::from("a button"),
    });
}

fn group(at: usize, navigation: Navigation) -> FacetGroupProps {
    let facet = fx::narrowed().facets.remove(at);
    FacetGroupProps {
        facet,
        window: None,
        on_window: Callback::noop(),
        on_branch: Callback::noop(),
        navigation,
    }
}

#[test]
fn facet_group() {
    holds::<FacetGroup>("facet_group", || group(0, narrowed()));
    holds::<FacetGroup>("facet_group_when", || group(2, narrowed()));
}

/// Europe open, Lithuania with a place in it, a country by nationality alone.
fn place_tree() -> FacetView {
    let row = |slug: &str, label: &str, n_articles, depth, branch: Option<(bool, u32)>| FacetValue {
        slug: slug.into(),
        label: label.into(),
        n_articles,
        share: u8::try_from(n_articles * 20).unwrap(),
        depth,
        branch: branch.map(|(is_open, n_itself)| BranchState { is_open, n_itself }),
        ..FacetValue::default()
    };
    let values = vec![
        row("in:europe", "Europe", 5, 0, Some((true, 0))),
        row("in:lithuania", "Lithuania", 3, 1, Some((true, 2))),
        row("vilnius", "Vilnius", 3, 2, None),
        row("in:germany", "Germany", 2, 1, Some((false, 2))),
        FacetValue { n_by_nationality: 1, ..row("in:norway", "Norway", 1, 1, None) },
    ];
    FacetView { facet: Facet::Where, mode: Mode::Any, values, n_more: 4, n_values: 9 }
}

#[test]
fn facet_group_tree() {
    holds::<FacetGroup>("facet_group_tree", || {
        let selection = Selection::only(Facet::Where, "in:lithuania");
        let selection = Selection { nationalities: true, ..selection.excluding(Facet::Where, "in:germany") };
        let location = Location { selection, has_tree: true, ..Location::default() };
        FacetGroupProps { facet: place_tree(), ..group(1, fx::at(location)) }
    });
}

#[test]
fn place_switch() {
    let props = |has_tree| {
        move || PlaceSwitchProps { navigation: fx::at(Location { has_tree, ..Location::default() }) }
    };
    holds::<PlaceSwitch>("place_switch", props(false));
    holds::<PlaceSwitch>("place_switch_tree", props(true));
}

#[test]
fn nationality_switch() {
    let at = |location| NationalitySwitchProps { navigation: fx::at(location) };
    let tree = || Location { has_tree: true, ..Location::default() };
    holds::<NationalitySwitch>("nationality_switch", move || at(tree()));
    assert_eq!(render::<NationalitySwitch>(move || at(Location::default())), "", "a list counts no people");
}

#[test]
fn facet_group_found_and_all_of() {
    holds::<FacetGroup>("facet_group_found_and_all_of", || {
        let mut selection = fx::narrowed_selection();
        selection.choice_mut(Facet::Who).mode = Mode::All;
        let window = Window { facet: Facet::Who, n_values: 25, filter: "xyz".into() };
        let mut props = group(0, fx::at(Location { selection, ..Location::default() }));
        (props.facet.values, props.facet.n_values, props.facet.n_more) = (Vec::new(), 0, 0);
        FacetGroupProps { window: Some(window), ..props }
    });
}

#[test]
fn a_value_that_would_find_nothing_is_hidden_unless_it_is_chosen() {
    let html = render::<FacetGroup>(|| {
        let mut props = group(0, narrowed());
        props.facet.values.iter_mut().for_each(|value| value.n_articles = 0);
        props
    });
    assert!(html.contains("Jens Stoltenberg, 0 articles") && html.contains("Antony Blinken, 0 articles"));
    assert!(!html.contains("Vladimir Putin"));
}

#[test]
fn facet_panel() {
    holds::<FacetPanel>("facet_panel", || FacetPanelProps {
        explore: fx::explore().into(),
        windows: Vec::new(),
        on_window: Callback::noop(),
        on_branch: Callback::noop(),
        on_close: Callback::noop(),
        navigation: home(),
    });
}

#[test]
fn facet_row() {
    let row = |state| {
        move || FacetRowProps {
            facet: Facet::Who,
            value: fx::explore().facets[0].values[2].clone(),
            state,
            on_act: Callback::noop(),
        }
    };
    holds::<FacetRow>("facet_row", row(ValueState::Off));
    holds::<FacetRow>("facet_row_chosen", row(ValueState::With));
    holds::<FacetRow>("facet_row_excluded", row(ValueState::Without));
}

#[test]
fn failure_note() {
    holds::<FailureNote>("failure_note", || FailureNoteProps {
        failure: Failure::Stopped,
        reason: "out of memory".into(),
    });
}

#[test]
fn hit_card() {
    let card = |open: Option<&'static str>| {
        move || HitCardProps {
            hit: fx::narrowed().hits.remove(0),
            open: open.map(Into::into),
            navigation: narrowed(),
        }
    };
    holds::<HitCard>("hit_card", card(None));
    holds::<HitCard>("hit_card_open", card(Some("002")));
    holds::<HitCard>("hit_card_versions", || HitCardProps {
        hit: fx::grouped().hits.remove(1),
        open: Some("004".into()),
        navigation: home(),
    });
    holds::<HitCard>("hit_card_many_versions", || {
        let mut hit = fx::grouped().hits.remove(1);
        hit.versions = (5..10).map(|id| Version { id: id.to_string(), ..hit.versions[0].clone() }).collect();
        HitCardProps { hit, open: None, navigation: home() }
    });
}

#[test]
fn key_help() {
    holds::<KeyHelp>("key_help", || KeyHelpProps {
        is_open: true,
        help: "#/help".into(),
        on_close: Callback::noop(),
    });
}

fn card(text: &str) -> impl FnOnce() -> MarkCardProps + Send + 'static {
    let at = fx::reader().marks.iter().position(|mark| mark.text == text).unwrap();
    let mark = u32::try_from(at).unwrap();
    move || MarkCardProps { view: fx::reader().into(), mark, on_close: Callback::noop(), navigation: home() }
}

#[test]
fn mark_card() {
    holds::<MarkCard>("mark_card", card("Vladimir Putin"));
    holds::<MarkCard>("mark_card_guessed_alias", card("Ukraine Defense Contact Group"));
    holds::<MarkCard>("mark_card_date", card("Thursday"));
    holds::<MarkCard>("mark_card_undecided", card("Finland"));
    holds::<MarkCard>("mark_card_quote", card("“"));
    holds::<MarkCard>("mark_card_quote_of_nobody", card("said"));
}

#[test]
fn masthead() {
    holds::<Masthead>("masthead", || MastheadProps {
        navigation: narrowed(),
        trust: fx::trust(),
        completions: Default::default(),
    });
}

#[test]
fn progress_note() {
    holds::<ProgressNote>("progress_note", || ProgressNoteProps {
        status: Status::Reading(1_200, 20_000),
        is_beside: false,
    });
    holds::<ProgressNote>("progress_note_filling", || ProgressNoteProps {
        status: Status::Filling(800, 20_000),
        is_beside: true,
    });
    holds::<ProgressNote>("progress_note_starting", || ProgressNoteProps {
        status: Status::Starting,
        is_beside: false,
    });
}

fn reader(navigation: Navigation) -> ReaderProps {
    ReaderProps {
        view: Some(fx::reader().into()),
        is_lost: false,
        is_busy: false,
        open_mark: None,
        on_mark: Callback::noop(),
        at_match: None,
        on_match: Callback::noop(),
        order: fx::explore().order.into(),
        navigation,
    }
}

#[test]
fn reader_in_every_state() {
    let removed = || fx::at(Location { shows_removed: true, ..fx::reading("003") });
    holds::<Reader>("reader", || reader(fx::at(fx::reading("003"))));
    holds::<Reader>("reader_removed_shown", move || reader(removed()));
    holds::<Reader>("reader_card_open", || ReaderProps {
        open_mark: Some(4),
        ..reader(fx::at(fx::reading("003")))
    });
    holds::<Reader>("reader_without_headline", || ReaderProps {
        view: Some(fx::reader_without_headline().into()),
        ..reader(fx::at(fx::reading("000")))
    });
    holds::<Reader>("reader_empty", || ReaderProps { view: None, ..reader(home()) });
    holds::<Reader>("reader_lost", || ReaderProps {
        view: None,
        is_lost: true,
        ..reader(fx::at(fx::reading("nope")))
    });
}

#[test]
fn reader_head() {
    holds::<ReaderHead>("reader_head", || ReaderHeadProps {
        view: fx::reader().into(),
        open_mark: None,
        at_match: None,
        on_match: Callback::noop(),
        order: fx::explore().order.into(),
        navigation: fx::at(fx::reading("003")),
    });
    holds::<ReaderHead>("reader_head_matches", || {
        let mut view = fx::reader();
        view.n_matches = 7;
        ReaderHeadProps {
            view: view.into(),
            open_mark: None,
            at_match: Some(1),
            on_match: Callback::noop(),
            order: fx::explore().order.into(),
            navigation: fx::at(fx::reading("003")),
        }
    });
}

#[test]
fn result_head() {
    holds::<ResultHead>("result_head", || ResultHeadProps {
        explore: fx::narrowed().into(),
        are_filters_open: true,
        on_filters: Callback::noop(),
        navigation: narrowed(),
    });
    holds::<ResultHead>("result_head_once_with_a_suggestion", || {
        let selection = Selection { once: true, ..Selection::default().with_words("stoltenburk") };
        let mut explore = fx::grouped();
        (explore.n_articles, explore.n_total) = (0, 4);
        explore.suggestion = Some("stoltenberg".into());
        explore.reading = vec!["“Kiev” also as “Kyiv”.".into()];
        ResultHeadProps {
            explore: explore.into(),
            are_filters_open: false,
            on_filters: Callback::noop(),
            navigation: fx::at(Location { selection, ..Location::default() }),
        }
    });
}

fn list(change: impl FnOnce(&mut dateline::view::ExploreView), navigation: Navigation) -> ResultListProps {
    let mut explore = fx::narrowed();
    change(&mut explore);
    ResultListProps {
        explore: explore.into(),
        is_busy: false,
        are_filters_open: false,
        on_filters: Callback::noop(),
        on_more: Callback::noop(),
        navigation,
    }
}

#[test]
fn result_list() {
    holds::<ResultList>("result_list", || list(|_| (), narrowed()));
    holds::<ResultList>("result_list_more", || {
        list(|explore| (explore.n_articles, explore.has_more) = (20_000, true), narrowed())
    });
    let none = |explore: &mut dateline::view::ExploreView| {
        (explore.n_articles, explore.hits, explore.order) = (0, Vec::new(), Vec::new());
    };
    holds::<ResultList>("result_list_none", move || list(none, narrowed()));
    holds::<ResultList>("result_list_empty_corpus", || list(|explore| *explore = Default::default(), home()));
}

#[test]
fn search_box() {
    holds::<SearchBox>("search_box", || SearchBoxProps {
        words: "tanks & \"aid\"".into(),
        on_words: Callback::noop(),
        completions: fx::completions().into(),
        is_open: false,
    });
    holds::<SearchBox>("search_box_open", || SearchBoxProps {
        words: "o".into(),
        on_words: Callback::noop(),
        completions: fx::completions().into(),
        is_open: true,
    });
}

#[test]
fn skip_links() {
    holds::<SkipLinks>("skip_links", || SkipLinksProps {
        targets: vec![(RESULTS_ID, words::SKIP_TO_RESULTS)],
    });
}

#[test]
fn sort_menu() {
    holds::<SortMenu>("sort_menu", || {
        let sort = dateline::search::query::Sort::Oldest;
        let selection = Selection { sort, ..Selection::default() };
        SortMenuProps { navigation: fx::at(Location { selection, ..Location::default() }) }
    });
}

#[test]
fn tally_table() {
    holds::<TallyTable>("tally_table", || TallyTableProps {
        names: TallyNames::Told,
        caption: "Reason".into(),
        tallies: fx::methods().removals,
    });
}

#[test]
fn time_strip() {
    let strip = |navigation: fn() -> Navigation| {
        move || TimeStripProps { explore: fx::explore().into(), width_px: 980, navigation: navigation() }
    };
    holds::<TimeStrip>("time_strip", strip(home));
    holds::<TimeStrip>("time_strip_chosen", strip(narrowed));
    holds::<TimeStrip>(
        "time_strip_undated_and_zoomed",
        strip(|| fx::at(Location::parse("#/?published=undated&zoom=2023-04"))),
    );
    let empty = || TimeStripProps {
        explore: dateline::view::ExploreView::default().into(),
        width_px: 980,
        navigation: home(),
    };
    assert_eq!(render::<TimeStrip>(empty), "", "no article has a date");
}

#[test]
fn articles_page() {
    holds::<ArticlesPage>("articles_page", || ArticlesPageProps {
        engine: fx::engine(EngineState { explore: Some(fx::narrowed().into()), ..fx::state() }),
        navigation: fx::at(Location { selection: fx::narrowed_selection(), ..fx::reading("003") }),
    });
}

#[test]
fn entity_page() {
    let page = |slug: &'static str| {
        move || {
            let kind = dateline::key::Kind::Person;
            let location = Location { page: Page::Entity(kind, slug.into()), ..Location::default() };
            EntityPageProps {
                kind,
                slug: slug.into(),
                engine: fx::engine(fx::state()),
                navigation: fx::at(location),
            }
        }
    };
    holds::<EntityPage>("entity_page", page("jens-stoltenberg"));
    let other = render::<EntityPage>(page("joe-biden"));
    assert!(!other.contains("Stoltenberg"), "another entity's answer is never shown for this one: {other}");
}

#[test]
fn help_page() {
    holds::<HelpPage>("help_page", || HelpPageProps { engine: fx::engine(fx::state()), navigation: home() });
}

#[test]
fn methods_page() {
    holds::<MethodsPage>("methods_page", || MethodsPageProps { engine: fx::engine(fx::state()) });
}

#[test]
fn not_found_page() {
    holds::<NotFoundPage>("not_found_page", || NotFoundPageProps {
        path: "timeline".into(),
        navigation: home(),
    });
}

#[test]
fn seal() {
    let props = |trust| SealProps { trust, href: "#/seal".into(), is_current: false };
    holds::<Seal>("seal", move || props(fx::trust()));
    holds::<Seal>("seal_broken", move || props(fx::broken_trust()));
    holds::<SealWarning>("seal_warning", move || props(fx::broken_trust()));
    assert_eq!(render::<SealWarning>(move || props(fx::trust())), "");
}

#[test]
fn seal_page() {
    holds::<SealPage>("seal_page", || SealPageProps { trust: fx::trust() });
    holds::<SealPage>("seal_page_broken", || SealPageProps { trust: fx::broken_trust() });
}

#[test]
fn update_note() {
    use dateline::ui::start::Offline;
    holds::<UpdateNote>("update_note", || UpdateNoteProps { offline: Offline::Waiting });
    assert_eq!(render::<UpdateNote>(|| UpdateNoteProps { offline: Offline::Stored }), "");
}
