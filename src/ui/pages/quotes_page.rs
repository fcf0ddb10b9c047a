//! Who said what in the selection: the source audit, and the quotations by speaker.

use crate::engine::protocol::Ask;
use crate::key::Facet;
use crate::search::query::{Choice, Selection};
use crate::search::url::{Location, Page};
use crate::ui::hooks::{EngineHandle, Navigation, use_language};
use crate::ui::parts::{EmptyNote, QuoteCard, SourceAudit};
use crate::ui::{dom, tone, words};
use crate::view::{Quotation, QuotesView, SpeakerRow};
use std::rc::Rc;
use yew::prelude::*;

/// Quotations listed at first and added at each click.
const N_QUOTES: u32 = 40;

/// See [`QuotesPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct QuotesPageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Who said what in the selection.
#[component]
pub fn QuotesPage(props: &QuotesPageProps) -> Html {
    use_language();
    let QuotesPageProps { engine, navigation } = props;
    let selection = &navigation.location.selection;
    let extent = use_state(|| None::<(Selection, u32)>);
    let asked = extent.as_ref().filter(|(asked_of, _)| asked_of == selection);
    let n_quotes = asked.map_or(N_QUOTES, |(_, n)| *n);
    {
        let ask = engine.ask.clone();
        use_effect_with((selection.clone(), n_quotes), move |(selection, n_quotes)| {
            ask.emit(Ask::Quotes { selection: selection.clone(), n_quotes: *n_quotes });
        });
    }
    let Some(view) = &engine.state.quotes else { return Html::default() };
    let on_more = {
        let (extent, selection) = (extent.clone(), selection.clone());
        move |_: MouseEvent| extent.set(Some((selection.clone(), n_quotes + N_QUOTES)))
    };
    let n_left = view.n_listed.saturating_sub(u32::try_from(view.quotes.len()).unwrap_or(u32::MAX));
    html! {
        <div class="quotes-page page">
            <header class="quotes-page-head">
                <h1>{ words::QUOTES }</h1>
                <p class="lead">{ words::QUOTES_LEAD }</p>
            </header>
            if view.n_direct + view.n_indirect == 0 { { draw_empty(navigation) } } else {
                <p class="quotes-page-summary" aria-live="polite">
                    { words::quotes_summary(view) }{ " " }{ words::unattributed(view) }
                </p>
                <div class="quotes-page-columns">
                    { draw_audit(view, navigation) }
                    <section class="quotes-page-list">
                        <h2>{ words::QUOTATIONS }</h2>
                        { for view.quotes.chunk_by(|a, b| a.speaker == b.speaker).map(|said| draw_speaker(said, navigation)) }
                        if n_left > 0 {
                            <button type="button" class="button" onclick={on_more}>{ words::show_more(n_left.min(N_QUOTES)) }</button>
                        }
                    </section>
                </div>
            }
        </div>
    }
}

fn draw_empty(navigation: &Navigation) -> Html {
    let all = Location { page: Page::Quotes, ..Location::default() }.to_hash();
    let has_filters = !navigation.location.selection.is_empty();
    html! {
        <EmptyNote title={words::NO_QUOTES_TITLE} body={words::NO_QUOTES_BODY}>
            if has_filters { <a class="button" href={all}>{ words::EVERY_SPEAKER }</a> }
        </EmptyNote>
    }
}

fn draw_audit(view: &Rc<QuotesView>, navigation: &Navigation) -> Html {
    let mut every = navigation.location.on(Page::Quotes);
    let is_narrowed = !every.selection.choice(Facet::Speaker).is_empty();
    *every.selection.choice_mut(Facet::Speaker) = Choice::default();
    let (speakers, quotes) = (view.clone(), view.clone());
    let save_speakers =
        move |_: MouseEvent| dom::save(words::SPEAKERS_FILE, &speakers_csv(&speakers.speakers));
    let save_quotes = move |_: MouseEvent| dom::save(words::QUOTES_FILE, &quotes_csv(&quotes.quotes));
    html! {
        <section class="quotes-page-audit">
            <h2>{ words::SOURCE_AUDIT }</h2>
            <SourceAudit speakers={view.speakers.clone()} navigation={navigation.clone()} />
            <div class="actions">
                if is_narrowed { <a class="button" href={every.to_hash()}>{ words::EVERY_SPEAKER }</a> }
                <button type="button" class="button" onclick={save_speakers}>{ words::SAVE_SPEAKERS }</button>
                <button type="button" class="button" onclick={save_quotes}>{ words::SAVE_QUOTES }</button>
            </div>
        </section>
    }
}

fn draw_speaker(said: &[Quotation], navigation: &Navigation) -> Html {
    let head = match &said[0].speaker {
        Some((kind, slug, name)) => html! {
            <h3 data-tone={tone::of_kind(Some(*kind))}>
                <a href={navigation.href(Page::Entity(*kind, slug.clone()))} dir="auto">{ name }</a>
            </h3>
        },
        None => html! { <h3>{ words::NOT_ATTRIBUTED }</h3> },
    };
    html! {
        <section class="quotes-page-speaker">
            { head }
            { for said.iter().map(|quotation| html! {
                <QuoteCard quotation={quotation.clone()} navigation={navigation.clone()} />
            }) }
        </section>
    }
}

/// A line of RFC 4180; what a spreadsheet would reckon as a formula is kept from it by an apostrophe.
fn push_line<'a>(csv: &mut String, cells: impl IntoIterator<Item = &'a str>) {
    for (at, cell) in cells.into_iter().enumerate() {
        let guard = if cell.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
        csv.push_str(if at > 0 { ",\"" } else { "\"" });
        csv.push_str(guard);
        csv.push_str(&cell.replace('"', "\"\""));
        csv.push('"');
    }
    csv.push_str("\r\n");
}

fn speakers_csv(speakers: &[SpeakerRow]) -> String {
    let mut csv = String::new();
    push_line(&mut csv, words::SPEAKERS_COLUMNS);
    for speaker in speakers {
        let counts = [speaker.n_direct, speaker.n_indirect, speaker.n_articles, speaker.n_outlets];
        let counts = counts.map(|n| n.to_string());
        push_line(&mut csv, std::iter::once(speaker.name.as_str()).chain(counts.iter().map(String::as_str)));
    }
    csv
}

fn quotes_csv(quotes: &[Quotation]) -> String {
    let mut csv = String::new();
    push_line(&mut csv, words::QUOTES_COLUMNS);
    for quotation in quotes {
        let name = quotation.speaker.as_ref().map_or("", |(_, _, name)| name);
        let kind = if quotation.is_indirect { "reported" } else { "quoted" };
        let said_on = quotation.said_on.as_deref().unwrap_or_default();
        for wording in &quotation.wordings {
            let said: String = wording.runs.iter().map(|run| run.text.as_str()).collect();
            for source in &wording.sources {
                let outlet = source.outlet.as_deref().unwrap_or_default();
                let published = source.published.value.as_deref().unwrap_or_default();
                let verb = quotation.verb.as_str();
                push_line(&mut csv, [name, verb, said_on, kind, &said, &source.title, outlet, published]);
            }
        }
    }
    csv
}
