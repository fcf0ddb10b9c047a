//! The open article: text with its marks, one mark's card, and what was removed.

use super::empty_note::EmptyNote;
use super::hidden_character::draw_text;
use super::mark_card::MarkCard;
use super::reader_head::ReaderHead;
use super::run_text::{draw_quoted_runs, draw_runs};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::{dom, tone, words};
use crate::view::{Block, Card, Mark, MarkDetail, ReaderView, Run};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The id by which links and keys find the reader.
pub const READER_ID: &str = "reader";

const MARK_PREFIX: &str = "mark-";

/// See [`Reader`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReaderProps {
    /// The article; nothing where none is open.
    pub view: Option<Rc<ReaderView>>,
    /// Whether the address names an article that does not exist.
    #[prop_or_default]
    pub is_lost: bool,
    /// Whether another article is on its way.
    #[prop_or_default]
    pub is_busy: bool,
    /// The mark whose card is open.
    #[prop_or_default]
    pub open_mark: Option<u32>,
    /// Called to open a mark's card, or to close the one that is open.
    pub on_mark: Callback<Option<u32>>,
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

/// The id of a mark.
#[must_use]
pub fn mark_id(at: u32) -> String {
    [MARK_PREFIX, &at.to_string()].concat()
}

/// The open article.
#[component]
pub fn Reader(props: &ReaderProps) -> Html {
    use_language();
    let content = match &props.view {
        Some(view) => draw_article(props, view),
        None if props.is_lost => html! {
            <EmptyNote title={words::LOST_ARTICLE_TITLE} body={words::LOST_ARTICLE_BODY}>
                <a class="button" href={props.navigation.location.reading(None).to_hash()}>{ words::CLOSE_ARTICLE }</a>
            </EmptyNote>
        },
        None if props.navigation.location.read.is_some() => Html::default(),
        None => html! { <EmptyNote title={words::NO_ARTICLE_TITLE} body={words::NO_ARTICLE_BODY} /> },
    };
    html! {
        <section class="reader" id={READER_ID} aria-label={words::READER} tabindex="-1"
            aria-busy={props.is_busy.then_some("true")}>
            { content }
        </section>
    }
}

fn draw_article(props: &ReaderProps, view: &Rc<ReaderView>) -> Html {
    let ReaderProps { open_mark, on_mark, navigation, order, .. } = props;
    let open_mark = open_mark.filter(|at| (*at as usize) < view.marks.len());
    let shows_removed = navigation.location.shows_removed;
    let on_close = {
        let on_mark = on_mark.clone();
        Callback::from(move |()| {
            on_mark.emit(None);
            if let Some(at) = open_mark {
                dom::focus(&mark_id(at));
            }
        })
    };
    html! {
        <article class="reader-sheet" onclick={on_click(open_mark, on_mark)}
            onkeydown={on_key(open_mark, on_mark)}>
            <ReaderHead view={view.clone()} {open_mark} at_match={props.at_match} on_match={props.on_match.clone()} order={order.clone()} navigation={navigation.clone()} />
            <div class="reader-body" lang={view.language.clone()}>
                { for view.blocks.iter().map(|block| draw_block(view, block, open_mark, shows_removed)) }
            </div>
            { draw_foot(view) }
            if let Some(mark) = open_mark {
                <MarkCard key={mark} view={view.clone()} {mark} {on_close} navigation={navigation.clone()} />
            }
        </article>
    }
}

/// Where the article came from.
fn draw_foot(view: &ReaderView) -> Html {
    // The address comes checked; the check is repeated here because here it becomes a link.
    let url = view.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        <footer class="reader-foot">
            <span>{ words::FILE }{ " " }<bdi>{ draw_text(&view.file) }</bdi></span>
            if let Some(href) = url {
                <a {href} rel="noopener noreferrer nofollow">{ words::ORIGINAL }</a>
            }
        </footer>
    }
}

fn draw_block(view: &ReaderView, block: &Block, open_mark: Option<u32>, shows_removed: bool) -> Html {
    if block.is_cut && !shows_removed {
        return Html::default();
    }
    let mark = |at: u32, runs: &[Run], text: Html| draw_mark(view, at, runs, text, open_mark);
    let said = |at: u32, text: Html| draw_said(view, at, text, open_mark);
    if block.is_cut {
        let reason = block.runs.iter().find_map(|run| reason_of(view, run.cut?));
        let text = draw_runs(&block.runs, mark, |_, text| text);
        return html! {
            <div class="reader-cut">
                if let Some(reason) = reason { <p class="reader-cut-reason">{ words::removed(&reason) }</p> }
                <p dir="auto"><del>{ text }</del></p>
            </div>
        };
    }
    let cut = |at: u32, text: Html| match reason_of(view, at) {
        _ if !shows_removed => Html::default(),
        Some(reason) => html! {
            <><del title={words::removed(&reason)}>{ text }</del><small class="reader-cut-reason">{ reason }</small></>
        },
        None => html! { <del>{ text }</del> },
    };
    html! { <p dir="auto">{ draw_quoted_runs(&block.runs, said, mark, cut) }</p> }
}

fn reason_of(view: &ReaderView, cut: u32) -> Option<String> {
    Some(words::tell(&view.cuts.get(cut as usize)?.reason))
}

/// Draws a mark. Not a `button` element: that would neither break across lines nor be copied with the text.
pub(super) fn draw_mark(
    view: &ReaderView,
    at: u32,
    runs: &[Run],
    text: Html,
    open_mark: Option<u32>,
) -> Html {
    let Some(Mark { detail, is_guess, .. }) = view.marks.get(at as usize) else { return text };
    let (kind, is_undecided) = match detail {
        MarkDetail::Name(kind, _) => (Some(*kind), false),
        MarkDetail::Undecided(kind, _) => (Some(*kind), true),
        MarkDetail::Date { .. } | MarkDetail::Quote { .. } => (None, false),
    };
    let printed = runs.iter().map(|run| run.text.as_str()).collect::<String>();
    let (tone, label) = match detail {
        MarkDetail::Quote { speaker, is_indirect, .. } => {
            let card = speaker_of(view, *speaker);
            let name = card.map(|card| card.name.as_str());
            (tone_of_speaker(card), words::said_key(&printed, name, *is_indirect))
        }
        _ => (tone::of_kind(kind), words::mark(&printed, kind)),
    };
    let is_key = matches!(detail, MarkDetail::Quote { .. });
    html! {
        <span class={classes!("mark", is_key.then_some("said-key"))} role="button" tabindex="0" id={mark_id(at)} data-tone={tone}
            data-guess={(*is_guess || is_undecided).then_some("true")} aria-label={label}
            aria-haspopup="dialog" aria-expanded={if open_mark == Some(at) { "true" } else { "false" }}>
            { text }
        </span>
    }
}

fn speaker_of(view: &ReaderView, speaker: Option<u32>) -> Option<&Card> {
    view.cards.get(speaker? as usize)
}

fn tone_of_speaker(card: Option<&Card>) -> &'static str {
    card.map_or("words", |card| tone::of_kind(Some(card.kind)))
}

/// Draws the words of a quotation. A finger or a mouse opens its card anywhere in them, keys do so on its mark.
pub(super) fn draw_said(view: &ReaderView, at: u32, text: Html, open_mark: Option<u32>) -> Html {
    let Some(Mark { detail: MarkDetail::Quote { speaker, is_indirect, .. }, .. }) =
        view.marks.get(at as usize)
    else {
        return text;
    };
    html! {
        <span class="said" data-mark={at.to_string()} data-tone={tone_of_speaker(speaker_of(view, *speaker))}
            data-indirect={is_indirect.then_some("true")} data-open={(open_mark == Some(at)).then_some("true")}>
            { text }
        </span>
    }
}

/// The mark an event comes from. One listener for all marks keeps a long article light.
fn mark_of(event: &Event) -> Option<u32> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    let mark = element.closest("[role=button].mark, .said").ok()??;
    let at =
        mark.get_attribute("data-mark").or_else(|| Some(mark.id().strip_prefix(MARK_PREFIX)?.to_owned()));
    at?.parse().ok()
}

fn on_click(open_mark: Option<u32>, on_mark: &Callback<Option<u32>>) -> Callback<MouseEvent> {
    let on_mark = on_mark.clone();
    Callback::from(move |event: MouseEvent| {
        if dom::is_inside(&event, ".mark-card") || dom::has_text_selection() {
            return;
        }
        let clicked = mark_of(&event);
        if clicked.is_some() || open_mark.is_some() {
            on_mark.emit(clicked.filter(|at| open_mark != Some(*at)));
        }
    })
}

fn on_key(open_mark: Option<u32>, on_mark: &Callback<Option<u32>>) -> Callback<KeyboardEvent> {
    let on_mark = on_mark.clone();
    Callback::from(move |event: KeyboardEvent| {
        let Some(at) = mark_of(&event).filter(|_| matches!(event.key().as_str(), "Enter" | " ")) else {
            return;
        };
        event.prevent_default();
        on_mark.emit((open_mark != Some(at)).then_some(at));
    })
}
