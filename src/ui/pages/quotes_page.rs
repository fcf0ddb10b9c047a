//! Who said what in the selection: the source audit, and the quotations by speaker.

use crate::engine::protocol::Ask;
use crate::key::Facet;
use crate::search::query::{Choice, Selection};
use crate::search::url::{Location, Page, ViewOptions};
use crate::ui::hooks::{EngineHandle, Navigation, use_language};
use crate::ui::parts::{EmptyNote, QuoteCard, SourceAudit, TakeAway, ViewPage, draw_awaited};
use crate::ui::{tone, words};
use crate::view::{Export, Quotation, QuotesView};
use std::rc::Rc;
use yew::prelude::*;

/// Quotations listed at first and added at each click.
const N_QUOTES: u32 = 40;
/// The forms of its data.
const EXPORTS: [Export; 2] = [Export::SpeakersCsv, Export::QuotesCsv];

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
    let Location { selection, options, .. } = &*navigation.location;
    let extent = use_state(|| None::<(Selection, u32)>);
    let asked = extent.as_ref().filter(|(asked_of, _)| asked_of == selection);
    let n_quotes = asked.map_or(N_QUOTES, |(_, n)| *n);
    {
        let ask = engine.ask.clone();
        use_effect_with((selection.clone(), options.about.clone(), n_quotes), move |asked| {
            let (selection, about, n_quotes) = asked.clone();
            ask.emit(Ask::Quotes { selection, about, n_quotes });
        });
    }
    let on_more = {
        let (extent, selection) = (extent.clone(), selection.clone());
        Callback::from(move |_: MouseEvent| extent.set(Some((selection.clone(), n_quotes + N_QUOTES))))
    };
    let tools = html! {
        <TakeAway exports={EXPORTS.to_vec()} engine={engine.clone()} navigation={navigation.clone()} />
    };
    let body = match &engine.state.quotes {
        Some(view) if view.n_direct + view.n_indirect == 0 => match engine.state.status.is_filling() {
            true => draw_awaited(&engine.state),
            false => draw_empty(navigation),
        },
        Some(view) => draw_view(view, on_more, navigation),
        None => draw_awaited(&engine.state),
    };
    html! {
        <ViewPage class="quotes-page" title={words::QUOTES} {tools} engine={engine.clone()} navigation={navigation.clone()}>
            <p class="lead">{ words::QUOTES_LEAD }</p>
            { body }
        </ViewPage>
    }
}

fn draw_view(view: &Rc<QuotesView>, on_more: Callback<MouseEvent>, navigation: &Navigation) -> Html {
    let n_left = view.n_listed.saturating_sub(u32::try_from(view.quotes.len()).unwrap_or(u32::MAX));
    html! {
        <>
            { draw_about(view, navigation) }
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
        </>
    }
}

/// Whom all quotations are about, and the way back to those about anybody.
fn draw_about(view: &QuotesView, navigation: &Navigation) -> Html {
    let Some((kind, slug, name)) = &view.about else { return Html::default() };
    let options = ViewOptions { about: None, ..navigation.location.options.clone() };
    html! {
        <p class="quotes-page-about" data-tone={tone::of_kind(Some(*kind))}>
            { words::ABOUT }{ " " }
            <a href={navigation.href(Page::Entity(*kind, slug.clone()))} dir="auto">{ name }</a>{ " · " }
            <a href={navigation.location.showing(options).to_hash()}>{ words::ABOUT_ANYBODY }</a>
        </p>
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
    html! {
        <section class="quotes-page-audit">
            <h2>{ words::SOURCE_AUDIT }</h2>
            <SourceAudit speakers={view.speakers.clone()} navigation={navigation.clone()} />
            if is_narrowed {
                <div class="actions"><a class="button" href={every.to_hash()}>{ words::EVERY_SPEAKER }</a></div>
            }
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
