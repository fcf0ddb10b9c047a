//! Facets, results and reader side by side.

use crate::engine::protocol::{Ask, Window};
use crate::key::Facet;
use crate::search::query::Selection;
use crate::search::url::Location;
use crate::ui::hooks::{EngineHandle, Navigation, list_ask, use_keys, use_language};
use crate::ui::parts::{
    FILTERS_BUTTON_ID, FILTERS_ID, FacetPanel, N_HITS, READER_ID, RESULTS_ID, Reader, ResultList, TimeStrip,
    hit_id, hit_mark_id, mark_id, n_drawn,
};
use crate::ui::{dom, words};
use crate::view::{Branch, ExploreView, ReaderView};
use std::rc::Rc;
use yew::prelude::*;

/// See [`ArticlesPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ArticlesPageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// How much is listed. Belongs to the screen, not to the address: nobody sends it to a colleague.
#[derive(Clone, Debug, Default, PartialEq)]
struct Extent {
    /// The number of results, for the selection it was asked for.
    hits: Option<(Selection, u32)>,
    /// Facets listed other than by default.
    windows: Vec<Window>,
    /// Rows of the tree of places that the reader has opened or closed.
    branches: Vec<Branch>,
}

/// Facets, results and reader side by side.
#[component]
pub fn ArticlesPage(props: &ArticlesPageProps) -> Html {
    use_language();
    let ArticlesPageProps { engine, navigation } = props;
    let location = &navigation.location;
    let extent = use_state(Extent::default);
    let open = use_state(|| None::<(String, u32)>);
    let are_filters_open = use_state(|| false);
    let n_hits = n_hits(&extent, location);
    let room = engine.room;
    use_asks(engine, location, n_hits, &extent, room.n_slots);
    use_reading_focus(location.read.clone());

    let (view, is_lost) = opened(engine, location);
    let is_its = |(article, _): &&(String, u32)| view.as_ref().is_some_and(|view| view.id == *article);
    let open_mark = open.as_ref().filter(is_its).map(|(_, mark)| *mark);
    let on_mark = {
        let open = open.setter();
        let article = view.as_ref().map(|view| view.id.clone()).unwrap_or_default();
        use_callback(article, move |mark: Option<u32>, article| {
            open.set(mark.map(|mark| (article.clone(), mark)));
        })
    };
    let n_matches = view.as_ref().map_or(0, |view| view.n_matches);
    let (at_match, on_match) =
        use_match_walk((location.read.clone(), location.selection.words.clone()), n_matches);
    let on_filters = {
        let setter = are_filters_open.setter();
        use_callback(*are_filters_open, move |(), are_open| setter.set(!are_open))
    };
    let on_more = use_more(&extent, &location.selection, n_hits);
    let (on_window, on_branch) = use_windows(&extent);
    use_filter_focus(*are_filters_open);
    let explore = engine.state.explore.clone();
    let order = use_memo(explore.clone(), |explore| order_of(explore.as_deref()));
    use_keys(Callback::from({
        let (navigation, on_mark, on_filters) = (navigation.clone(), on_mark.clone(), on_filters.clone());
        let (order, is_open, extent) = ((*order).clone(), *are_filters_open, extent.clone());
        let n_drawn = explore.as_ref().map_or(0, |explore| n_drawn(explore, &navigation));
        let on_match = on_match.clone();
        move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" => escape(&event, &navigation, open_mark, &on_mark, is_open.then_some(&on_filters)),
            _ if dom::is_typing(&event) => {}
            "j" => walk(&navigation, &order, 1, n_drawn, &extent),
            "k" => walk(&navigation, &order, -1, n_drawn, &extent),
            "n" => on_match.emit(1),
            "p" => on_match.emit(-1),
            _ => {}
        }
    }));

    let Some(explore) = explore else { return Html::default() };
    html! {
        <div class="articles-page" data-reading={location.read.is_some().then_some("true")}
            data-filters={are_filters_open.then_some("true")}>
            <h1 class="unseen">{ words::ARTICLES }</h1>
            <TimeStrip explore={explore.clone()} width_px={room.width_px} navigation={navigation.clone()} />
            <FacetPanel explore={explore.clone()} windows={extent.windows.clone()} {on_window}
                {on_branch} on_close={on_filters.clone()} navigation={navigation.clone()} />
            <ResultList {explore} is_busy={engine.state.is_exploring()} are_filters_open={*are_filters_open}
                {on_filters} {on_more} navigation={navigation.clone()} />
            <Reader {view} {is_lost} is_busy={engine.state.is_opening()} {open_mark} {on_mark} {at_match} {on_match}
                order={(*order).clone()} navigation={navigation.clone()} />
        </div>
    }
}

/// The article to show: the last good one until the one in the address arrives; and whether that does not exist.
fn opened(engine: &EngineHandle, location: &Location) -> (Option<Rc<ReaderView>>, bool) {
    let answer = engine.state.read.as_ref().filter(|_| location.read.is_some());
    let is_lost =
        answer.is_some_and(|answer| answer.view.is_none() && Some(&answer.key) == location.read.as_ref());
    (answer.and_then(|answer| answer.view.clone()), is_lost)
}

fn order_of(explore: Option<&ExploreView>) -> Rc<[String]> {
    explore.map(|explore| explore.order.as_slice()).unwrap_or_default().into()
}

fn n_hits(extent: &Extent, location: &Location) -> u32 {
    let asked = extent.hits.as_ref().filter(|(selection, _)| *selection == location.selection);
    asked.map_or(N_HITS, |(_, n_hits)| *n_hits)
}

fn with_window(extent: &Extent, facet: Facet, window: Option<Window>) -> Extent {
    let mut next = extent.clone();
    next.windows.retain(|window| window.facet != facet);
    next.windows.extend(window);
    next
}

fn with_branch(extent: &Extent, branch: Branch) -> Extent {
    let mut next = extent.clone();
    next.branches.retain(|other| other.slug != branch.slug);
    next.branches.push(branch);
    next
}

/// Lists more results. Stays the same callback as long as it does the same, as the two of [`use_windows`]: a part
/// whose callbacks are new is drawn anew.
#[hook]
fn use_more(extent: &UseStateHandle<Extent>, selection: &Selection, n_hits: u32) -> Callback<()> {
    let setter = extent.setter();
    let of = ((**extent).clone(), selection.clone(), n_hits);
    use_callback(of, move |(), (extent, selection, n_hits)| {
        setter.set(Extent { hits: Some((selection.clone(), n_hits + N_HITS)), ..extent.clone() });
    })
}

/// Lists other values of a facet; opens or closes a row of the tree of places.
#[hook]
fn use_windows(extent: &UseStateHandle<Extent>) -> (Callback<(Facet, Option<Window>)>, Callback<Branch>) {
    let (setter, now) = (extent.setter(), (**extent).clone());
    let on_window =
        use_callback(now, move |(facet, window), extent| setter.set(with_window(extent, facet, window)));
    let (setter, now) = (extent.setter(), (**extent).clone());
    let on_branch = use_callback(now, move |branch, extent| setter.set(with_branch(extent, branch)));
    (on_window, on_branch)
}

/// Asks for the list and for the open article whenever the address wants others.
#[hook]
fn use_asks(engine: &EngineHandle, location: &Location, n_hits: u32, extent: &Extent, n_slots: u32) {
    let Extent { windows, branches, .. } = extent.clone();
    let list = list_ask(location, n_hits, n_slots, windows, branches);
    let words = location.selection.words.clone();
    let article = location.read.clone().map(|article| Ask::Read { article, words });
    use_ask(engine, Some(list));
    use_ask(engine, article);
}

#[hook]
fn use_ask(engine: &EngineHandle, ask: Option<Ask>) {
    let engine_ask = engine.ask.clone();
    use_effect_with(ask, move |ask| {
        if let Some(ask) = ask.clone() {
            engine_ask.emit(ask);
        }
    });
}

/// Walks through the matches of the open article, around its ends, and takes the focus along. A walk
/// belongs to one article and its words.
#[hook]
fn use_match_walk(of: (Option<String>, String), n_matches: u32) -> (Option<u32>, Callback<i32>) {
    let walk = use_state(|| None::<((Option<String>, String), u32)>);
    let at = walk.as_ref().filter(|(what, at)| *what == of && *at < n_matches).map(|(_, at)| *at);
    let walk = walk.setter();
    let on_match = use_callback((of, at, n_matches), move |by: i32, (of, at, n_matches)| {
        if let Some(next) = next_match(*at, by, *n_matches) {
            dom::focus(&hit_mark_id(next));
            walk.set(Some((of.clone(), next)));
        }
    });
    (at, on_match)
}

/// The match after or before one, around the ends.
fn next_match(at: Option<u32>, by: i32, n_matches: u32) -> Option<u32> {
    let last = n_matches.checked_sub(1)?;
    Some(match at {
        None if by > 0 => 0,
        None => last,
        Some(at) if by > 0 => (at + 1) % n_matches,
        Some(at) => at.checked_sub(1).unwrap_or(last),
    })
}

/// Begins each article at its top, and lets the focus follow where the screen shows one thing at a time.
#[hook]
fn use_reading_focus(read: Option<String>) {
    let last = use_mut_ref(|| None::<String>);
    use_effect_with(read, move |read| {
        let before = std::mem::replace(&mut *last.borrow_mut(), read.clone());
        match (before, read) {
            (_, Some(_)) => {
                dom::scroll_to_top(READER_ID);
                if !dom::is_shown(RESULTS_ID) {
                    dom::scroll_page_to_top();
                    dom::focus(READER_ID);
                }
            }
            (Some(closed), None) => {
                let _ = dom::focus(&hit_id(&closed)) || dom::focus(RESULTS_ID);
            }
            (None, None) => {}
        }
    });
}

/// Takes the focus along into the sheet of filters and back out.
#[hook]
fn use_filter_focus(is_open: bool) {
    let was_open = use_mut_ref(|| false);
    use_effect_with(is_open, move |is_open| {
        let was_open = std::mem::replace(&mut *was_open.borrow_mut(), *is_open);
        match (was_open, is_open) {
            (false, true) => drop(dom::focus(FILTERS_ID)),
            (true, false) => drop(dom::focus(FILTERS_BUTTON_ID)),
            _ => {}
        }
    });
}

/// Closes what lies on top: the card, then the filters, then leaves a field, then closes the article.
fn escape(
    event: &KeyboardEvent,
    navigation: &Navigation,
    open_mark: Option<u32>,
    on_mark: &Callback<Option<u32>>,
    close_filters: Option<&Callback<()>>,
) {
    event.prevent_default();
    if let Some(at) = open_mark {
        on_mark.emit(None);
        dom::focus(&mark_id(at));
    } else if let Some(close) = close_filters {
        close.emit(());
    } else if dom::is_typing(event) {
        dom::blur_active();
    } else if navigation.location.read.is_some() {
        navigation.read(None);
    }
}

/// Opens the article after or before the open one. Walking leaves one step in the browser's history.
fn walk(
    navigation: &Navigation,
    order: &[String],
    step: isize,
    n_drawn: usize,
    extent: &UseStateHandle<Extent>,
) {
    let location = &navigation.location;
    let at = location.read.as_ref().and_then(|read| order.iter().position(|id| id == read));
    let next = at.map_or(Some(0), |at| at.checked_add_signed(step));
    let Some((next, article)) = next.and_then(|next| Some((next, order.get(next)?))) else { return };
    let place = location.reading(Some(article.clone()));
    if location.read.is_some() {
        navigation.replace.emit(place)
    } else {
        navigation.push.emit(place)
    }
    if next + 1 >= n_drawn && n_drawn < order.len() {
        let hits = Some((location.selection.clone(), n_hits(extent, location) + N_HITS));
        extent.set(Extent { hits, ..(**extent).clone() });
    }
    dom::focus(&hit_id(article));
}
