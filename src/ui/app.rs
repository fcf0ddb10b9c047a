//! The whole page: masthead, the page the address names, the list of keys.

use super::hooks::{
    EngineHandle, Navigation, Spoken, Status, Trust, speak_first, use_engine, use_keys, use_language,
    use_navigation, use_spoken, use_steps, use_trust,
};
use super::pages::{
    ArticlesPage, ComparePage, EntityPage, HelpPage, MapPage, MethodsPage, NetworkPage, NotFoundPage,
    QuotesPage, SealPage, TimelinePage,
};
use super::parts::{
    FILTERS_ID, FailureNote, KeyHelp, Masthead, ProgressNote, READER_ID, RESULTS_ID, SEARCH_ID, SealWarning,
    SkipLinks, UpdateNote,
};
use super::{dom, words};
use crate::engine::protocol::Ask;
use crate::search::url::Page;
use crate::view::Completion;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// The element of `index.html` that the page is drawn into.
const ROOT_ID: &str = "app";

/// The element of `index.html` that lies over it until it is drawn.
const BOOT_ID: &str = "boot";

/// The id of the content below the masthead.
const CONTENT_ID: &str = "content";

/// Draws the page into the document, below what stands there while it loads, in the reader's language.
///
/// The program begins in one task of the browser, draws the frame in the next and the content in a third, so that
/// none of them is long.
pub fn mount() {
    spawn_local(async {
        speak_first().await;
        Timeout::new(0, draw).forget();
    });
}

fn draw() {
    match dom::by_id(ROOT_ID) {
        Some(root) => yew::Renderer::<App>::with_root(root.into()).render(),
        None => yew::Renderer::<App>::new().render(),
    };
}

/// The page in a browser: follows the address, owns the engine.
#[component]
pub fn App() -> Html {
    let navigation = use_navigation();
    let engine = use_engine();
    let trust = use_trust();
    let spoken = use_spoken();
    let is_help_open = use_state(|| false);
    use_page_focus(&navigation.location.page);
    use_title(&engine, &navigation);
    use_completions(&engine, &navigation);
    let on_help = {
        let is_help_open = is_help_open.clone();
        Callback::from(move |is_open| is_help_open.set(is_open))
    };
    use_keys({
        let on_help = on_help.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            _ if dom::is_typing(&event) => {}
            "/" => {
                event.prevent_default();
                dom::focus(SEARCH_ID);
            }
            "?" => on_help.emit(true),
            _ => {}
        })
    });
    html! {
        <ContextProvider<Spoken> context={spoken}>
            <Shell {navigation} {engine} {trust} is_help_open={*is_help_open} {on_help} />
        </ContextProvider<Spoken>>
    }
}

/// See [`Shell`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ShellProps {
    /// Where the reader is.
    pub navigation: Navigation,
    /// The engine.
    pub engine: EngineHandle,
    /// What the page has asked of the network and whether it is kept.
    #[prop_or_default]
    pub trust: Rc<Trust>,
    /// Whether the list of keys is open.
    #[prop_or_default]
    pub is_help_open: bool,
    /// Called to open or close the list of keys.
    #[prop_or_default]
    pub on_help: Callback<bool>,
}

/// The page without a browser: draws what it is given.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    use_language();
    let ShellProps { navigation, engine, trust, is_help_open, on_help } = props;
    let (navigation_, engine_) = (navigation.clone(), engine.clone());
    let page = match &navigation.location.page {
        Page::Articles => html! { <ArticlesPage navigation={navigation_} engine={engine_} /> },
        Page::Entity(kind, slug) => html! {
            <EntityPage key={navigation.href(navigation.location.page.clone())} kind={*kind} slug={slug.clone()} navigation={navigation_} engine={engine_} />
        },
        Page::Quotes => html! { <QuotesPage engine={engine_} navigation={navigation_} /> },
        Page::Methods => html! { <MethodsPage engine={engine_} /> },
        Page::Help => html! { <HelpPage engine={engine_} navigation={navigation_} /> },
        Page::Seal => html! { <SealPage trust={trust.clone()} /> },
        Page::NotFound(path) => html! { <NotFoundPage path={path.clone()} navigation={navigation_} /> },
        Page::Timeline => html! { <TimelinePage engine={engine_} navigation={navigation_} /> },
        Page::Compare => html! { <ComparePage engine={engine_} navigation={navigation_} /> },
        Page::Map => html! { <MapPage engine={engine_} navigation={navigation_} /> },
        Page::Network => html! { <NetworkPage engine={engine_} navigation={navigation_} /> },
    };
    let (note, opening) = notes(engine, &navigation.location.page);
    let has_content = use_steps(1, 0, 1) == 1;
    use_reveal(has_content);
    let on_close = on_help.reform(|()| false);
    html! {
        <>
            <SkipLinks targets={skip_targets(&navigation.location.page)} />
            <Masthead navigation={navigation.clone()} completions={completions(engine, navigation)} trust={trust.clone()} />
            <SealWarning trust={trust.clone()} href={navigation.href(Page::Seal)} />
            <UpdateNote offline={trust.offline} />
            { note }
            <main id={CONTENT_ID} class="shell" tabindex={content_tabindex(&navigation.location.page)}>
                if has_content {
                    { opening }
                    { page }
                }
            </main>
            <KeyHelp is_open={*is_help_open} {on_close} help={navigation.href(Page::Help)} />
        </>
    }
}

/// How far the engine is: beside the content, and inside it as long as there is none that could be moved by it.
fn notes(engine: &EngineHandle, page: &Page) -> (Html, Html) {
    match &engine.state.status {
        Status::Failed(failure, reason) => {
            (html! { <FailureNote failure={*failure} reason={reason.clone()} /> }, Html::default())
        }
        status if status.is_loading() && !has_front(engine, page) => {
            let is_list = *page == Page::Articles;
            let opening = html! {
                <>
                    if is_list { <p class="opening-lead">{ words::OPENING_LEAD }</p> }
                    <ProgressNote status={status.clone()} />
                </>
            };
            (Html::default(), opening)
        }
        status => (html! { <ProgressNote status={status.clone()} is_beside=true /> }, Html::default()),
    }
}

/// Whether the list that came with the site stands there while the worker reads.
fn has_front(engine: &EngineHandle, page: &Page) -> bool {
    *page == Page::Articles && engine.state.explore.is_some()
}

/// A page of text scrolls, and must do so by keys where it holds no link; the list has enough to stop at.
fn content_tabindex(page: &Page) -> &'static str {
    if *page == Page::Articles { "-1" } else { "0" }
}

/// What the words could become, as soon as it is known of these words.
fn completions(engine: &EngineHandle, navigation: &Navigation) -> Rc<[Completion]> {
    let answer = engine.state.completions.as_ref();
    let answer = answer.filter(|answer| answer.key == navigation.location.selection.words);
    answer.and_then(|answer| answer.view.as_ref()).map(|view| view.as_slice().into()).unwrap_or_default()
}

/// Asks what the words could become while they are typed.
#[hook]
fn use_completions(engine: &EngineHandle, navigation: &Navigation) {
    let ask = engine.ask.clone();
    use_effect_with(navigation.location.selection.words.clone(), move |words| {
        if dom::has_focus(SEARCH_ID) {
            ask.emit(Ask::Complete { words: words.clone() });
        }
    });
}

fn skip_targets(page: &Page) -> Vec<(&'static str, words::Phrase)> {
    match page {
        Page::Articles => vec![
            (FILTERS_ID, words::SKIP_TO_FILTERS),
            (RESULTS_ID, words::SKIP_TO_RESULTS),
            (READER_ID, words::SKIP_TO_READER),
        ],
        _ => vec![(CONTENT_ID, words::SKIP_TO_CONTENT)],
    }
}

/// Takes away what lies over the page as soon as that is drawn: a reader sees it whole or not at all.
#[hook]
fn use_reveal(has_content: bool) {
    use_effect_with(has_content, |has_content| {
        if *has_content {
            dom::take_away(BOOT_ID);
        }
    });
}

/// Begins another page at its top and with the focus in it; the first one is left to the browser.
#[hook]
fn use_page_focus(page: &Page) {
    let is_first = use_mut_ref(|| true);
    use_effect_with(page.clone(), move |_| {
        let is_first = std::mem::replace(&mut *is_first.borrow_mut(), false);
        // Typing in the search field leads to the list and must not lose the field.
        if !is_first && !dom::has_focus(SEARCH_ID) {
            dom::scroll_page_to_top();
            dom::focus(CONTENT_ID);
        }
    });
}

/// Names the page in the browser's tab: the open article, the entity, the page.
#[hook]
fn use_title(engine: &EngineHandle, navigation: &Navigation) {
    use_effect_with(title(engine, navigation), |title| dom::set_title(title));
}

fn title(engine: &EngineHandle, navigation: &Navigation) -> String {
    let state = &engine.state;
    let name = match &navigation.location.page {
        Page::Articles => {
            let view =
                state.read.as_ref().filter(|read| Some(&read.key) == navigation.location.read.as_ref());
            let view = view.and_then(|read| read.view.as_ref());
            view.map(|view| view.title.iter().map(|run| run.text.as_str()).collect()).unwrap_or_default()
        }
        Page::Entity(..) => {
            let view = state.entity.as_ref().and_then(|entity| entity.view.as_ref());
            view.map(|view| view.card.name.clone()).unwrap_or_default()
        }
        Page::Methods => words::METHODS.to_string(),
        Page::Help => words::HELP_TITLE.to_string(),
        Page::Seal => words::SEAL_TITLE.to_string(),
        Page::NotFound(_) => words::NOT_FOUND_TITLE.to_string(),
        view => words::page(view).to_string(),
    };
    if name.is_empty() { words::SITE.to_owned() } else { [&name, words::SITE].join(" · ") }
}
