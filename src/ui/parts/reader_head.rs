//! The head of the open article: headline, medium, date with its grounds, authors, what was removed.

use super::date_stamp::DateStamp;
use super::hidden_character::draw_text;
use super::reader::{draw_mark, draw_said};
use super::run_text::draw_quoted_runs;
use crate::key::Basis;
use crate::search::url::Location;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{DateLabel, MarkDetail, ReaderView, Run};
use std::rc::Rc;
use yew::prelude::*;

/// See [`ReaderHead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReaderHeadProps {
    /// The article.
    pub view: Rc<ReaderView>,
    /// The mark whose card is open.
    pub open_mark: Option<u32>,
    /// The match that was walked to last.
    #[prop_or_default]
    pub at_match: Option<u32>,
    /// Called to walk that many matches on.
    #[prop_or_default]
    pub on_match: Callback<i32>,
    /// The ids of all matching articles, for walking through them.
    pub order: Rc<[String]>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The head of the open article.
#[component]
pub fn ReaderHead(props: &ReaderHeadProps) -> Html {
    use_language();
    let ReaderHeadProps { view, open_mark, navigation, .. } = props;
    let mark = |at: u32, runs: &[Run], text: Html| draw_mark(view, at, runs, text, *open_mark);
    let said = |at: u32, text: Html| draw_said(view, at, text, *open_mark);
    let outlet = view.outlet.as_ref().map(|(outlet, basis)| draw_given(outlet, *basis));
    html! {
        <header class="reader-head">
            { draw_bar(props) }
            <p class="reader-head-meta meta">
                { outlet.unwrap_or_else(|| html! { <span>{ words::NO_OUTLET }</span> }) }
                <DateStamp date={view.published.clone()} />
                <span>{ words::n_words(view.n_words) }</span>
                <span>{ words::minutes(view.n_words) }</span>
            </p>
            if !view.title.is_empty() {
                <h2 dir="auto" lang={view.language.clone()}>{ draw_quoted_runs(&view.title, said, mark, |_, text| text) }</h2>
            }
            { draw_credits(view) }
            <div class="reader-head-notes">
                { draw_matches(props) }
                { draw_quoted(view) }
                { draw_removed(view, navigation) }
                { draw_grounds(&view.published) }
            </div>
        </header>
    }
}

/// A fact, with a note when the editor gave it or it was inferred.
fn draw_given(value: &str, basis: Basis) -> Html {
    html! {
        <span>
            <bdi>{ draw_text(value) }</bdi>
            if let Some(note) = words::basis_note(basis) { <span class="basis">{ ", " }{ note }</span> }
        </span>
    }
}

fn draw_bar(props: &ReaderHeadProps) -> Html {
    let ReaderHeadProps { view, order, navigation, .. } = props;
    let location = &navigation.location;
    let at = order.iter().position(|id| *id == view.id);
    let step = |to: Option<usize>, name: words::Phrase, path: &'static str| {
        let article = to.and_then(|to| order.get(to))?;
        let href = location.reading(Some(article.clone())).to_hash();
        Some(html! { <a class="icon-button" {href} aria-label={name} title={name}>{ draw_icon(path) }</a> })
    };
    let position = at.map(|at| {
        let as_u32 = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        words::position(as_u32(at + 1), as_u32(order.len()))
    });
    html! {
        <div class="reader-head-bar">
            <a class="reader-head-back" href={location.reading(None).to_hash()}>
                { draw_icon("M10 3L5 8l5 5") }{ words::BACK_TO_LIST }
            </a>
            <span class="reader-head-position">{ position }</span>
            { step(at.and_then(|at| at.checked_sub(1)), words::PREVIOUS, "M3 10l5-5 5 5") }
            { step(at.map(|at| at + 1), words::NEXT, "M3 6l5 5 5-5") }
            <a class="reader-head-close icon-button" href={location.reading(None).to_hash()}
                aria-label={words::CLOSE_ARTICLE} title={words::CLOSE_ARTICLE}>{ draw_icon("M4 4l8 8M12 4l-8 8") }</a>
        </div>
    }
}

fn draw_icon(path: &'static str) -> Html {
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}

fn draw_credits(view: &ReaderView) -> Html {
    let authors = view.byline.iter().map(|(author, basis)| draw_given(author, *basis)).collect::<Vec<_>>();
    let agencies = view.agencies.iter().map(|agency| html! { <bdi>{ agency }</bdi> }).collect::<Vec<_>>();
    let listed = |name: words::Phrase, items: Vec<Html>| {
        let items = items.into_iter().map(|item| html! { <li>{ item }</li> });
        html! { <div class="reader-head-credit"><span>{ name }</span><ul role="list">{ for items }</ul></div> }
    };
    if authors.is_empty() && agencies.is_empty() {
        return Html::default();
    }
    html! {
        <div class="reader-head-credits">
            if !authors.is_empty() { { listed(words::BY, authors) } }
            if !agencies.is_empty() { { listed(words::AGENCIES, agencies) } }
        </div>
    }
}

fn draw_grounds(published: &DateLabel) -> Html {
    if published.reasons.is_empty() {
        return Html::default();
    }
    let name = if published.value.is_some() { words::WHY_THIS_DATE } else { words::WHY_NO_DATE };
    let clause = published.basis.map(|basis| html! { <li>{ words::basis_clause(basis) }</li> });
    html! {
        <details class="reader-head-grounds">
            <summary>{ name }</summary>
            <ul>
                { clause }
                { for published.reasons.iter().map(|reason| html! { <li dir="auto">{ words::tell(reason) }</li> }) }
            </ul>
        </details>
    }
}

/// How many matches there are, with the way from one to the next.
fn draw_matches(props: &ReaderHeadProps) -> Html {
    let n = props.view.n_matches;
    if n == 0 {
        return Html::default();
    }
    let step = |by: i32, name: words::Phrase, keys: &'static str, path: &'static str| {
        let on_match = props.on_match.clone();
        html! {
            <button type="button" class="icon-button" aria-label={name} title={name} aria-keyshortcuts={keys}
                onclick={move |_| on_match.emit(by)}>{ draw_icon(path) }</button>
        }
    };
    html! {
        <p class="reader-head-matches">
            <span aria-live="polite">{ words::at_match(props.at_match, n) }</span>
            { step(-1, words::PREVIOUS_MATCH, "p", "M3 10l5-5 5 5") }
            { step(1, words::NEXT_MATCH, "n", "M3 6l5 5 5-5") }
        </p>
    }
}

/// How many quotations the article holds, drawn as they are in the text.
fn draw_quoted(view: &ReaderView) -> Html {
    let count = |reported: bool| {
        let is_so = |detail: &MarkDetail| matches!(detail, MarkDetail::Quote { is_indirect, .. } if *is_indirect == reported);
        view.marks.iter().filter(|mark| is_so(&mark.detail)).count()
    };
    let (n_direct, n_indirect) = (count(false), count(true));
    if n_direct + n_indirect == 0 {
        return Html::default();
    }
    html! {
        <p class="reader-head-said">
            if n_direct > 0 { <span class="said" data-tone="who">{ words::n_quoted(n_direct) }</span> }
            if n_direct > 0 && n_indirect > 0 { { ", " } }
            if n_indirect > 0 { <span class="said" data-tone="who" data-indirect="true">{ words::n_reported(n_indirect) }</span> }
        </p>
    }
}

fn draw_removed(view: &ReaderView, navigation: &Navigation) -> Html {
    let n_cuts = u32::try_from(view.cuts.len()).unwrap_or(u32::MAX);
    let is_shown = navigation.location.shows_removed;
    let next = Location { shows_removed: !is_shown, ..(*navigation.location).clone() };
    let push = navigation.push.clone();
    html! {
        <>
            if n_cuts > 0 {
                <p>
                    { words::passages_removed(n_cuts) }{ " · " }
                    <button type="button" class="link-button" aria-pressed={if is_shown { "true" } else { "false" }}
                        onclick={move |_| push.emit(next.clone())}>
                        { if is_shown { words::HIDE } else { words::SHOW } }
                    </button>
                </p>
            }
        </>
    }
}
