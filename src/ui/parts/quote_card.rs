//! One quotation: the words, the verb, the day, who prints it, other wordings, the sentences around on demand.

use super::{DateStamp, draw_hits};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{Quotation, QuoteSource, Wording};
use yew::prelude::*;

/// See [`QuoteCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct QuoteCardProps {
    /// The quotation.
    pub quotation: Quotation,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// One quotation.
#[component]
pub fn QuoteCard(props: &QuoteCardProps) -> Html {
    use_language();
    let QuoteCardProps { quotation, navigation } = props;
    let Quotation { verb, said_on, is_indirect, wordings, .. } = quotation;
    let why = words::tell(&quotation.why);
    let said_on =
        said_on.as_ref().map(|day| html! { <time datetime={day.clone()}>{ words::iso_date(day) }</time> });
    html! {
        <article class="quote-card" data-indirect={is_indirect.then_some("true")}>
            { for wordings.iter().enumerate().map(|(at, wording)| draw_wording(at, wording, *is_indirect)) }
            <p class="quote-card-facts meta" title={why.clone()}>
                if *is_indirect { <span class="quote-card-kind">{ words::REPORTED }</span> }
                if !verb.is_empty() { <span>{ verb }</span> }
                { said_on }
                <span class="unseen">{ why }</span>
            </p>
            <ul class="quote-card-sources" role="list">
                { for wordings.iter().flat_map(|wording| &wording.sources).map(|source| draw_source(source, navigation)) }
            </ul>
        </article>
    }
}

fn draw_wording(at: usize, wording: &Wording, is_indirect: bool) -> Html {
    let note = (at > 0).then(|| html! { <p class="quote-card-other">{ words::OTHER_WORDING }</p> });
    let words = draw_hits(&wording.runs);
    html! {
        <>
            { note }
            if is_indirect { <p class="quote-card-words" dir="auto">{ words }</p> }
            else { <blockquote class="quote-card-words" dir="auto"><p>{ words }</p></blockquote> }
        </>
    }
}

fn draw_source(source: &QuoteSource, navigation: &Navigation) -> Html {
    let href = navigation.location.reading(Some(source.article.clone())).to_hash();
    html! {
        <li>
            <p class="meta">
                <a {href} dir="auto">{ if source.title.is_empty() { words::NO_TITLE.text() } else { &source.title } }</a>
                <bdi>{ source.outlet.as_deref().unwrap_or(&words::NO_OUTLET) }</bdi>
                <DateStamp date={source.published.clone()} />
            </p>
            <details>
                <summary>{ words::CONTEXT }</summary>
                <p dir="auto">{ draw_hits(&source.context) }</p>
            </details>
        </li>
    }
}
