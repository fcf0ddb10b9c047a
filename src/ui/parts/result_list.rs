//! The results, or why there are none.

use super::empty_note::EmptyNote;
use super::hit_card::{HitCard, hit_id};
use super::result_head::{RESULTS_ID, ResultHead};
use crate::key::Axis;
use crate::search::query::Selection;
use crate::search::url::Page;
use crate::ui::hooks::{Navigation, use_language, use_refocus, use_steps};
use crate::ui::words;
use crate::view::{Chip, ExploreView, HitCard as HitView};
use std::rc::Rc;
use yew::prelude::*;

/// How many results the list shows at first and adds at each click: two or three screens.
pub const N_HITS: u32 = 50;

/// Results that are first drawn in one task: what a tall window shows, some 200 elements.
const N_STEP: usize = 10;

/// See [`ResultList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ResultListProps {
    /// The results.
    pub explore: Rc<ExploreView>,
    /// Whether newer results are on their way.
    pub is_busy: bool,
    /// Whether the filters are open on a narrow screen.
    pub are_filters_open: bool,
    /// Called to open or close the filters on a narrow screen.
    pub on_filters: Callback<()>,
    /// Called to list more results.
    pub on_more: Callback<()>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The results, or why there are none.
#[component]
pub fn ResultList(props: &ResultListProps) -> Html {
    use_language();
    let ResultListProps { explore, is_busy, are_filters_open, on_filters, on_more, navigation } = props;
    let refocus = use_refocus();
    let n_listed = use_steps(explore.hits.len(), N_STEP, N_STEP);
    let open = navigation.location.read.as_deref();
    let card = |hit: &HitView| {
        let is_its = |id: &&str| hit.id == *id || hit.versions.iter().any(|version| version.id == *id);
        let open = open.filter(is_its).map(|id| AttrValue::from(id.to_owned()));
        html! { <HitCard key={hit.id.as_str()} hit={hit.clone()} {open} navigation={navigation.clone()} /> }
    };
    let more = {
        let on_more = on_more.clone();
        let next = explore.order.get(n_drawn(explore, navigation)).map(|id| hit_id(id));
        move |_| {
            // The last click takes the button away; the first new result is where it stood.
            refocus.expect(next.clone());
            on_more.emit(());
        }
    };
    html! {
        <section class="result-list" id={RESULTS_ID} aria-label={words::RESULTS} tabindex="-1"
            aria-busy={is_busy.then_some("true")}>
            <h2 class="unseen">{ words::RESULTS }</h2>
            <ResultHead explore={explore.clone()} are_filters_open={*are_filters_open}
                on_filters={on_filters.clone()} navigation={navigation.clone()} />
            <ol role="list" aria-label={words::ARTICLES}>{ for explore.hits.iter().take(n_listed).map(card) }</ol>
            if explore.has_more && n_listed == explore.hits.len() {
                <button type="button" class="result-list-more button" onclick={more}>
                    { words::show_more(N_HITS) }
                </button>
            }
            if explore.n_articles == 0 { { draw_none(explore, navigation) } }
        </section>
    }
}

/// How many of the articles in order are drawn: of each story its head, and its versions where they are in order.
#[must_use]
pub fn n_drawn(explore: &ExploreView, navigation: &Navigation) -> usize {
    let is_once = navigation.location.selection.once;
    explore.hits.iter().map(|hit| 1 + if is_once { 0 } else { hit.versions.len() }).sum()
}

/// Why no article is listed, and ways to widen the selection.
pub(super) fn draw_none(explore: &ExploreView, navigation: &Navigation) -> Html {
    if explore.n_total == 0 {
        return html! {
            <EmptyNote title={words::EMPTY_TITLE} body={words::EMPTY_BODY}>
                <a class="button" href={navigation.href(Page::Methods)}>{ words::METHODS }</a>
            </EmptyNote>
        };
    }
    let selection = &navigation.location.selection;
    let go = |selection: Selection| {
        let navigation = navigation.clone();
        move |_| navigation.select(selection.clone())
    };
    let clear = Selection { sort: selection.sort, ..Selection::default() };
    html! {
        <EmptyNote title={words::NO_MATCH_TITLE} body={words::NO_MATCH_BODY}>
            if let Some((label, without)) = without_last(selection, explore) {
                <button type="button" class="button" onclick={go(without)}>{ words::drop_last(&label) }</button>
            }
            <button type="button" class="button" onclick={go(clear)}>{ words::CLEAR_ALL }</button>
        </EmptyNote>
    }
}

/// The last filter's name and the selection without it; the words once no value is left.
fn without_last(selection: &Selection, explore: &ExploreView) -> Option<(String, Selection)> {
    let ranges = Axis::ALL.into_iter().rev().find_map(|axis| Some((axis, selection.range(axis)?)));
    if let Some((axis, range)) = ranges {
        return Some((words::range(axis, range), selection.with_range(axis, None)));
    }
    let last = explore.chips.iter().rev().find(|chip| {
        let choice = selection.choice(chip.facet);
        choice.with.contains(&chip.slug) || choice.without.contains(&chip.slug)
    });
    let label = |chip: &Chip| words::value_label(chip.facet, &chip.slug, &chip.label);
    match last {
        Some(chip) if chip.is_without => {
            let name = [words::NOT.text(), &label(chip)].join(" ");
            Some((name, selection.dropping(chip.facet, &chip.slug)))
        }
        Some(chip) => Some((label(chip), selection.dropping(chip.facet, &chip.slug))),
        None if selection.words.trim().is_empty() => None,
        None => Some((words::quoted(&selection.words), selection.with_words(""))),
    }
}
