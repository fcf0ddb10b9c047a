//! Whole pages with their styles, to be looked at in a browser.

use crate::fixture as fx;
use crate::render::{render, root};
use dateline::corpus::import::read_folder;
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::search::query::Selection;
use dateline::search::url::{Location, Page};
use dateline::ui::hooks::{Answered, EngineState, Failure, Status};
use dateline::ui::parts::*;
use dateline::ui::{Shell, ShellProps};
use dateline::view::{StripWindow, TimelineWindow};
use std::path::Path;

fn css() -> String {
    let styles = root().join("styles");
    let mut files = vec![];
    for name in ["main.css", "tokens.css", "base.css", "shell.css"] {
        files.push(styles.join(name));
    }
    for folder in ["parts", "pages"] {
        let mut inner = std::fs::read_dir(styles.join(folder))
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect::<Vec<_>>();
        inner.sort();
        files.extend(inner);
    }
    files.iter().map(|file| std::fs::read_to_string(file).unwrap_or_default()).collect()
}

fn write_page(folder: &Path, name: &str, body: &str, more: &str) {
    let css = css();
    let language = std::env::var("SCREENS_LANGUAGE").unwrap_or_else(|_| "en".to_owned());
    let page = format!(
        "<!doctype html><html lang={language}><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>Dateline</title><style>{css}{more}</style><body><div id=app>{body}</div></body></html>",
    );
    std::fs::write(folder.join(name).with_extension("html"), page).unwrap();
}

/// The articles page with the card of a mark open; where it stands is measured in a browser, so it is given.
fn write_card(folder: &Path, name: &str, mark: u32, place: &str) {
    let location = || Location { selection: fx::narrowed_selection(), ..fx::reading("003") };
    let list = render::<ResultList>(move || ResultListProps {
        explore: fx::narrowed().into(),
        is_busy: false,
        are_filters_open: false,
        on_filters: Default::default(),
        on_more: Default::default(),
        navigation: fx::at(location()),
    });
    let facets = render::<FacetPanel>(move || FacetPanelProps {
        explore: fx::narrowed().into(),
        windows: Vec::new(),
        on_window: Default::default(),
        on_branch: Default::default(),
        on_close: Default::default(),
        navigation: fx::at(location()),
    });
    let reader = render::<Reader>(move || ReaderProps {
        view: Some(fx::reader().into()),
        is_lost: false,
        is_busy: false,
        open_mark: Some(mark),
        on_mark: Default::default(),
        at_match: None,
        on_match: Default::default(),
        order: fx::narrowed().order.into(),
        navigation: fx::at(location()),
    });
    let masthead = render::<Masthead>(move || MastheadProps {
        navigation: fx::at(location()),
        completions: Default::default(),
        trust: fx::trust(),
    });
    let columns = format!("<div class=articles-page data-reading=true>{facets}{list}{reader}</div>");
    let body = format!("{masthead}<main class=shell>{columns}</main>");
    write_page(folder, name, &body, &format!(".mark-card{{{place}}}"));
}

fn write(
    folder: &Path,
    name: &str,
    state: impl FnOnce() -> EngineState + Send + 'static,
    location: Location,
) {
    let body = render::<Shell>(move || ShellProps {
        navigation: fx::at(location),
        engine: fx::engine(state()),
        trust: fx::trust(),
        is_help_open: false,
        on_help: Default::default(),
    });
    write_page(folder, name, &body, "");
}

/// What the engine answers of the sample articles, for pages drawn as they are.
fn real_state(location: &Location) -> EngineState {
    let root = root().join("seeds");
    let engine = Engine::from_corpus(&read_folder(&root).unwrap(), |_, _| {});
    let answer = |ask| engine.handle(&Request { id: 1, ask }).answer;
    let mut state = fx::state();
    let (selection, window) = (location.selection.clone(), TimelineWindow { zoom: None, width_px: 960 });
    let explore = Ask::Explore {
        selection: selection.clone(),
        n_hits: 50,
        windows: Vec::new(),
        tree: None,
        strip: StripWindow::default(),
    };
    if let Answer::Explore(view) = answer(explore) {
        state.explore = Some(view.into());
    }
    if let Answer::Quotes(view) =
        answer(Ask::Quotes { selection, about: location.options.about.clone(), n_quotes: 40 })
    {
        state.quotes = Some(view.into());
    }
    if let Page::Entity(kind, slug) = &location.page
        && let Answer::Entity(view) = answer(Ask::Entity { kind: *kind, slug: slug.clone(), window })
    {
        state.entity = Some(Answered { key: (*kind, slug.clone()), view: view.map(Into::into) });
    }
    if let Some(article) = &location.read
        && let Answer::Read(view) = answer(Ask::Read { article: article.clone(), words: String::new() })
    {
        state.read = Some(Answered { key: article.clone(), view: view.map(Into::into) });
    }
    state
}

#[test]
fn screens_are_written_on_request() {
    let Some(folder) = std::env::var_os("SCREENS") else { return };
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    let page = |page| Location { page, ..Location::default() };
    for (name, hash) in [
        ("real-person", "#/person/jens-stoltenberg"),
        ("real-place", "#/place/kyiv"),
        ("real-organization", "#/organization/nato"),
        ("real-quotes", "#/quotes"),
        ("real-about", "#/quotes?about=organization:nato"),
        ("real-reading", "#/?read=003_ba8f150e48c27e3d"),
        ("real-quoted", "#/?read=002_71a02698f07e61a3"),
    ] {
        let location = Location::parse(hash);
        write(folder, name, move || real_state(&Location::parse(hash)), location);
    }
    write(folder, "list", fx::state, Location::default());
    write(folder, "reading", fx::state, fx::reading("003"));
    write_card(folder, "card", 17, "--mark-top:520px;--mark-bottom:560px;--mark-left:0px");
    write_card(folder, "card-date", 4, "--mark-top:260px;--mark-bottom:290px;--mark-left:100px");
    write(folder, "removed", fx::state, Location { shows_removed: true, ..fx::reading("003") });
    let narrowed = || EngineState { explore: Some(fx::narrowed().into()), ..fx::state() };
    write(
        folder,
        "narrowed",
        narrowed,
        Location { selection: fx::narrowed_selection(), ..fx::reading("003") },
    );
    let none = || {
        let mut explore = fx::narrowed();
        (explore.n_articles, explore.hits, explore.order) = (0, Vec::new(), Vec::new());
        EngineState { explore: Some(explore.into()), ..fx::state() }
    };
    write(folder, "none", none, Location { selection: fx::narrowed_selection(), ..Location::default() });
    write(folder, "entity", fx::state, fx::entity_page());
    write(folder, "methods", fx::state, page(Page::Methods));
    write(folder, "help", fx::state, page(Page::Help));
    write(folder, "quotes", fx::state, page(Page::Quotes));
    write(folder, "seal", fx::state, page(Page::Seal));
    write(folder, "lost", fx::state, page(Page::NotFound("timeline".into())));
    let progress = || EngineState { status: Status::Reading(1_200, 20_000), ..EngineState::default() };
    write(folder, "progress", progress, Location::default());
    let failed = || EngineState {
        status: Status::Failed(Failure::Start, "NetworkError: Failed to load worker_loader.js".into()),
        ..EngineState::default()
    };
    write(
        folder,
        "failed",
        failed,
        Location { selection: Selection::default().with_words("tanks"), ..Location::default() },
    );
}
