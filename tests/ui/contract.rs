//! The names that tests from outside rely on, and what a strict content security policy asks of every page.

use crate::fixture as fx;
use crate::render::render;
use dateline::search::url::{Location, Page};
use dateline::ui::hooks::{EngineState, Status};
use dateline::ui::{Shell, ShellProps};
use dateline::view::{Block, Run};

fn draw(location: Location, state: impl FnOnce() -> EngineState + Send + 'static) -> String {
    render::<Shell>(move || ShellProps {
        navigation: fx::at(location),
        engine: fx::engine(state()),
        trust: fx::trust(),
        is_help_open: false,
        on_help: Default::default(),
    })
}

fn every_page() -> Vec<String> {
    let page = |page| Location { page, ..Location::default() };
    [
        Location::default(),
        fx::reading("003"),
        Location { selection: fx::narrowed_selection(), shows_removed: true, ..fx::reading("003") },
        fx::entity_page(),
        page(Page::Methods),
        page(Page::Help),
        page(Page::Quotes),
        page(Page::Seal),
        page(Page::NotFound("timeline".into())),
    ]
    .map(|location| draw(location, fx::state))
    .into()
}

#[test]
fn the_search_field_and_the_facets_have_their_names() {
    let html = draw(Location::default(), fx::state);
    assert!(html.contains(r#"type="search" aria-label="Search articles""#), "{html}");
    for name in ["Who", "Where", "When", "Organizations", "Outlet"] {
        assert!(html.contains(&format!("<legend>{name}</legend>")), "{name}");
    }
}

#[test]
fn a_value_is_named_by_its_label_and_count() {
    let html = draw(Location::default(), fx::state);
    assert!(html.contains(r#"aria-label="Jens Stoltenberg, 5 articles""#));
    assert!(html.contains(r#"aria-label="Antony Blinken, 1 article""#));
}

#[test]
fn the_status_says_how_many_articles_match_and_nothing_else() {
    let html = draw(Location::default(), fx::state);
    assert!(html.contains(r#"role="status">5 articles<"#));
    let narrowed = || EngineState { explore: Some(fx::narrowed().into()), ..fx::state() };
    let html = draw(Location { selection: fx::narrowed_selection(), ..Location::default() }, narrowed);
    assert!(html.contains(r#"role="status">2 articles<"#));
    assert!(html.contains("of 5"));
}

#[test]
fn results_are_a_list_of_linked_headings() {
    let html = draw(Location::default(), fx::state);
    let list = html.split(r#"aria-label="Articles">"#).nth(1).unwrap().split("</ol>").next().unwrap();
    assert_eq!(list.matches("<li ").count(), 5);
    assert_eq!(list.matches("<h3 ").count(), 5);
    assert!(list.contains(r##"href="#/?read=003""##), "{list}");
}

#[test]
fn marks_in_the_reader_are_buttons_named_by_text_and_kind() {
    let html = draw(fx::reading("003"), fx::state);
    let reader = html.split(r#"aria-label="Reader""#).nth(1).unwrap();
    for name in ["Stoltenberg, person", "Kyiv, place", "NATO, organization", "Thursday, date"] {
        let mark = reader.split("<span ").find(|tag| tag.contains(&format!(r#"aria-label="{name}""#)));
        assert!(mark.is_some_and(|mark| mark.contains(r#"role="button""#)), "{name}");
    }
}

#[test]
fn quotations_are_opened_by_a_key_that_holds_no_name() {
    let html = draw(fx::reading("003"), fx::state);
    for name in ["quotation, Dmitry Peskov", "said, reported statement, Nobody named"] {
        let key = html.split("<span ").find(|tag| tag.contains(&format!(r#"aria-label="{name}""#)));
        assert!(
            key.is_some_and(|key| key.contains(r#"role="button""#) && key.contains("said-key")),
            "{name}"
        );
    }
    for words in html.split(r#"class="said""#).skip(1) {
        let words = words.split("said-key").next().unwrap();
        assert!(!words.contains(r#"<span class="said""#), "one quotation holds no other");
    }
}

#[test]
fn removed_text_is_drawn_only_on_request() {
    let hidden = draw(fx::reading("003"), fx::state);
    let shown = draw(Location { shows_removed: true, ..fx::reading("003") }, fx::state);
    for (text, reason) in [("Source link", "source link"), ("Leave a Reply", "comment form")] {
        assert!(!hidden.contains(text), "{text}");
        assert!(shown.contains(text) && shown.contains(reason), "{text}");
    }
    assert!(hidden.contains("3 passages removed"));
}

#[test]
fn no_page_needs_an_exception_from_the_content_security_policy() {
    for html in every_page() {
        for forbidden in [" style=", "<script", "<style", " onclick=", "javascript:", "data:", "srcdoc"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
}

#[test]
fn ids_are_unique_on_every_page() {
    for html in every_page() {
        let mut ids =
            html.split(r#" id=""#).skip(1).map(|rest| rest.split('"').next().unwrap()).collect::<Vec<_>>();
        ids.sort_unstable();
        let n_ids = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), n_ids);
    }
}

#[test]
fn links_lead_within_the_site_or_to_web_pages_without_a_referrer() {
    for html in every_page() {
        for link in html.split("<a ").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            let href = link.split(r#"href=""#).nth(1).unwrap();
            let is_inside = href.starts_with('#');
            assert!(is_inside || link.contains(r#"rel="noopener noreferrer nofollow""#), "{link}");
        }
    }
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    let evil = "<img src=x onerror=alert(1)>\u{202e}";
    let html = draw(fx::reading("003"), || {
        let mut reader = fx::reader();
        reader.title = vec![Run { text: evil.into(), ..Run::default() }];
        reader.blocks.push(Block { runs: reader.title.clone(), is_cut: false });
        reader.url = Some("javascript:alert(1)".into());
        let read = dateline::ui::hooks::Answered { key: "003".into(), view: Some(reader.into()) };
        EngineState { read: Some(read), ..fx::state() }
    });
    assert!(!html.contains("<img"));
    assert!(html.contains("&lt;img"));
    assert!(!html.contains("javascript:"));
}

#[test]
fn marks_and_cuts_that_lead_nowhere_are_drawn_as_plain_text() {
    let html = draw(fx::reading("003"), || {
        let mut reader = fx::reader();
        (reader.marks, reader.cards, reader.cuts) = (Vec::new(), Vec::new(), Vec::new());
        let read = dateline::ui::hooks::Answered { key: "003".into(), view: Some(reader.into()) };
        EngineState { read: Some(read), ..fx::state() }
    });
    assert!(html.contains("Secretary-General Jens Stoltenberg visited Ukraine on Thursday"));
}

#[test]
fn what_cannot_be_seen_is_drawn_as_its_code() {
    let html = draw(fx::reading("003"), || {
        let mut reader = fx::reader();
        let text = "invoice\u{202e}fdp.exe\u{200b}";
        reader.blocks.push(Block { runs: vec![Run { text: text.into(), ..Run::default() }], is_cut: false });
        let read = dateline::ui::hooks::Answered { key: "003".into(), view: Some(reader.into()) };
        EngineState { read: Some(read), ..fx::state() }
    });
    assert!(html.contains("U+202E") && html.contains("U+200B"));
    assert!(!html.contains('\u{202e}') && !html.contains('\u{200b}'));
}

/// What says that it takes a moment stands inside the content, so that nothing moves when that comes; a page that is
/// there without the articles is not told what the site is.
#[test]
fn a_first_visitor_reads_what_this_is() {
    let lead = "This page holds a folder of news articles";
    let index = std::fs::read_to_string("index.html").expect("the page");
    for status in [Status::Starting, Status::Reading(1_200, 20_000)] {
        let state = move || EngineState { status, ..EngineState::default() };
        let list = draw(Location::default(), state.clone());
        let (_, content) = list.split_once("<main").expect("the content");
        assert!(content.contains(lead) && content.contains("progress-note"), "{list}");
        let seal = draw(Location { page: Page::Seal, ..Location::default() }, state);
        assert!(!seal.contains(lead), "{seal}");
    }
    assert!(!draw(Location::default(), fx::state).contains(lead));
    let said = &*dateline::ui::words::OPENING_LEAD;
    assert!(index.contains(said), "index.html says the same: {said}");
}
