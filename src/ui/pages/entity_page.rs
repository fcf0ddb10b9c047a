//! One person, place or organization: its dates, its words and those of others, its names, its sentences, its company.

use crate::engine::protocol::Ask;
use crate::key::{Facet, Kind};
use crate::search::query::Selection;
use crate::search::url::{Location, Page, ViewOptions};
use crate::ui::hooks::{EngineHandle, Navigation, use_language, use_width};
use crate::ui::parts::{
    DateStamp, EmptyNote, QuoteCard, RankRow, SmallTimeline, draw_awaited, draw_hits, draw_ranks,
};
use crate::ui::{tone, words};
use crate::view::{Card, CardAlias, EntityView, Quotation, Quoted, Sentence, TimelineWindow};
use std::rc::Rc;
use yew::prelude::*;

/// How many sentences the page shows at first and adds at each click.
const N_SENTENCES: usize = 50;

/// See [`EntityPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EntityPageProps {
    /// What it is.
    pub kind: Kind,
    /// Its name in URLs.
    pub slug: AttrValue,
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// One person, place or organization.
#[component]
pub fn EntityPage(props: &EntityPageProps) -> Html {
    use_language();
    let EntityPageProps { kind, slug, engine, navigation } = props;
    let n_shown = use_state(|| N_SENTENCES);
    let room = use_node_ref();
    let width_px = use_width(&room);
    let zoom = navigation.location.zoom;
    {
        let ask = engine.ask.clone();
        use_effect_with((*kind, slug.clone(), zoom, width_px), move |(kind, slug, zoom, width_px)| {
            let window = TimelineWindow { zoom: *zoom, width_px: *width_px };
            ask.emit(Ask::Entity { kind: *kind, slug: slug.to_string(), window });
        });
    }
    let answer =
        engine.state.entity.as_ref().filter(|answer| answer.key.0 == *kind && *answer.key.1 == **slug);
    let on_more = {
        let n_shown = n_shown.clone();
        Callback::from(move |()| n_shown.set(*n_shown + N_SENTENCES))
    };
    let speaker = |quotation: &Quotation| draw_speaker(quotation, navigation);
    let body = match answer.map(|answer| &answer.view) {
        Some(Some(view)) => html! {
            <>
                { draw_head(view, navigation) }
                <div class="entity-page-columns">
                    <div>
                        { draw_timeline(view, width_px, navigation) }
                        { draw_quoted(words::OWN_WORDS, &view.said, said_by(view), |_| Html::default(), navigation) }
                        { draw_quoted(words::OTHERS_WORDS, &view.told, told_of(view), speaker, navigation) }
                        { draw_names(&view.card.aliases) }
                        { draw_sentences(view, *n_shown, on_more, navigation) }
                    </div>
                    { draw_companions(view, navigation) }
                </div>
            </>
        },
        Some(None) if !engine.state.status.is_filling() => draw_lost(navigation),
        _ => draw_awaited(&engine.state),
    };
    html! {
        <div class="entity-page page" data-tone={tone::of_kind(Some(*kind))}>
            <div ref={room} class="entity-page-ruler" />
            { body }
        </div>
    }
}

/// The articles that name it and nothing else.
fn only(view: &EntityView) -> Location {
    let Card { kind, slug, .. } = &view.card;
    Location { selection: Selection::only(kind.facet(), slug), ..Location::default() }
}

/// All it said.
fn said_by(view: &EntityView) -> Location {
    let speaker = view.speaker.as_deref().unwrap_or_default();
    let selection = Selection::only(Facet::Speaker, speaker);
    Location { page: Page::Quotes, selection, ..Location::default() }
}

/// All that others said of it.
fn told_of(view: &EntityView) -> Location {
    only(view).on(Page::Quotes).showing(ViewOptions { about: Some(key_of(view)), ..ViewOptions::default() })
}

/// The network with it looked at.
fn network_of(view: &EntityView) -> Location {
    let names = [Some(key_of(view)), None];
    only(view).on(Page::Network).showing(ViewOptions { names, ..ViewOptions::default() })
}

/// What the address calls it among the options of a view.
fn key_of(view: &EntityView) -> String {
    [view.card.kind.noun(), ":", &view.card.slug].concat()
}

fn draw_lost(navigation: &Navigation) -> Html {
    html! {
        <EmptyNote title={words::LOST_ENTITY_TITLE} body={words::LOST_ENTITY_BODY}>
            <a class="button" href={navigation.href(Page::Articles)}>{ words::ALL_ARTICLES }</a>
        </EmptyNote>
    }
}

fn draw_head(view: &EntityView, navigation: &Navigation) -> Html {
    let Card { kind, slug, name, n_mentions, n_articles, note, .. } = &view.card;
    let only = only(view);
    let map = only.on(Page::Map).showing(ViewOptions { place: Some(slug.clone()), ..ViewOptions::default() });
    let selection = &navigation.location.selection;
    let mut more = navigation.location.on(Page::Articles);
    if !selection.choice(kind.facet()).with.contains(slug) {
        more.selection = selection.toggled(kind.facet(), slug);
    }
    html! {
        <header class="entity-page-head">
            <p class="kicker">{ words::kind(*kind) }</p>
            <h1 dir="auto">{ name }</h1>
            if let Some(note) = note { <p class="lead" dir="auto">{ note }</p> }
            <dl class="facts">
                <div><dt>{ words::MENTIONED }</dt><dd>{ words::mentions(*n_mentions, *n_articles) }</dd></div>
                <div><dt>{ words::PUBLISHED }</dt><dd>{ draw_published(view) }</dd></div>
            </dl>
            <div class="actions">
                <a class="button" href={only.to_hash()}>{ words::SHOW_ITS_ARTICLES }</a>
                <a class="button" href={only.on(Page::Timeline).to_hash()}>{ words::TIMELINE }</a>
                if *kind == Kind::Place {
                    <a class="button" href={map.to_hash()}>{ words::MAP }</a>
                }
                <a class="button" href={network_of(view).to_hash()}>{ words::NETWORK }</a>
                if !selection.is_empty() {
                    <a class="button" href={more.to_hash()}>{ words::ADD_TO_FILTERS }</a>
                }
            </div>
        </header>
    }
}

fn draw_published(view: &EntityView) -> Html {
    let time = |value: &String| html! { <time datetime={value.clone()}>{ words::iso_date(value) }</time> };
    let range = view.first_and_last.as_ref().map(|(first, last)| match first == last {
        true => time(first),
        false => html! { <>{ time(first) }{ " – " }{ time(last) }</> },
    });
    // A number and what it counts stay on one line.
    let undated = (view.n_undated > 0).then(|| words::undated(view.n_undated).replace(' ', "\u{a0}"));
    let comma = if range.is_some() && undated.is_some() { ", " } else { "" };
    html! { <>{ range }{ comma }{ undated }</> }
}

/// The newest of what happened, and the way to all of it.
fn draw_timeline(view: &EntityView, width_px: u32, navigation: &Navigation) -> Html {
    if view.timeline.n_events == 0 {
        return Html::default();
    }
    let all = only(view).on(Page::Timeline).to_hash();
    html! {
        <section class="entity-page-timeline">
            <h2>{ words::ITS_DATES }</h2>
            <SmallTimeline view={Rc::new(view.timeline.clone())} {width_px} navigation={navigation.clone()} />
            <p class="entity-page-all"><a href={all}>{ words::ITS_TIMELINE }</a></p>
        </section>
    }
}

/// Who said a quotation.
fn draw_speaker(quotation: &Quotation, navigation: &Navigation) -> Html {
    match &quotation.speaker {
        Some((kind, slug, name)) => html! {
            <p class="entity-page-speaker" data-tone={tone::of_kind(Some(*kind))}>
                <a href={navigation.href(Page::Entity(*kind, slug.clone()))} dir="auto">{ name }</a>
            </p>
        },
        None => html! { <p class="entity-page-speaker" data-tone="words">{ words::NOT_ATTRIBUTED }</p> },
    }
}

/// The newest of some quotations, each under what `head` draws, and the way to `all` of them.
fn draw_quoted(
    heading: words::Phrase,
    quoted: &Quoted,
    all: Location,
    head: impl Fn(&Quotation) -> Html,
    navigation: &Navigation,
) -> Html {
    let quote = |quotation: &Quotation| {
        html! {
            <>
                { head(quotation) }
                <QuoteCard quotation={quotation.clone()} navigation={navigation.clone()} />
            </>
        }
    };
    if quoted.n_all == 0 {
        return Html::default();
    }
    html! {
        <section class="entity-page-quoted">
            <h2>{ heading }</h2>
            { for quoted.quotes.iter().map(quote) }
            if quoted.n_all as usize > quoted.quotes.len() {
                <p class="entity-page-all"><a href={all.to_hash()}>{ words::all_quotations(quoted.n_all) }</a></p>
            }
        </section>
    }
}

fn draw_names(aliases: &[CardAlias]) -> Html {
    let row = |alias: &CardAlias| {
        html! {
            <tr>
                <th scope="row"><bdi class="alias" data-guess={alias.is_guess.then_some("true")}>{ &alias.text }</bdi></th>
                <td>{ words::number(alias.n_mentions.into()) }</td>
                <td>
                    { words::tell(&alias.reason) }
                    if alias.is_guess { { ", " }<span class="guess">{ words::GUESS }</span> }
                </td>
            </tr>
        }
    };
    if aliases.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ words::NAMES }</h2>
            <table class="entity-page-names">
                <thead><tr>{ for words::NAMES_COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>{ for aliases.iter().map(row) }</tbody>
            </table>
        </section>
    }
}

fn draw_sentences(view: &EntityView, n_shown: usize, on_more: Callback<()>, navigation: &Navigation) -> Html {
    let shown = &view.sentences[..view.sentences.len().min(n_shown)];
    let n_left = view.sentences.len() - shown.len();
    let n_more = u32::try_from(n_left.min(N_SENTENCES)).unwrap_or(u32::MAX);
    let articles = shown.chunk_by(|a, b| a.article == b.article);
    html! {
        <section>
            <h2>{ words::SENTENCES }</h2>
            { for articles.map(|sentences| draw_article(sentences, navigation)) }
            if n_left > 0 {
                <button type="button" class="button" onclick={move |_| on_more.emit(())}>{ words::show_more(n_more) }</button>
            }
        </section>
    }
}

fn draw_article(sentences: &[Sentence], navigation: &Navigation) -> Html {
    let Sentence { article, title, outlet, published, .. } = &sentences[0];
    let href = navigation.location.reading(Some(article.clone())).to_hash();
    html! {
        <article class="entity-page-article">
            <p class="entity-page-meta meta">
                <bdi>{ outlet.as_deref().unwrap_or(&words::NO_OUTLET) }</bdi>
                <DateStamp date={published.clone()} />
            </p>
            <h3 dir="auto"><a {href}>{ if title.is_empty() { words::NO_TITLE.text() } else { title } }</a></h3>
            { for sentences.iter().map(|sentence| html! { <p dir="auto">{ draw_hits(&sentence.runs) }</p> }) }
        </article>
    }
}

fn draw_companions(view: &EntityView, navigation: &Navigation) -> Html {
    if view.companions.is_empty() {
        return Html::default();
    }
    let most = view.companions.iter().map(|(_, n)| *n).max().unwrap_or_default();
    let row = |(card, n): &(Card, u32)| RankRow {
        name: html! { <bdi>{ &card.name }</bdi> },
        href: navigation.href(Page::Entity(card.kind, card.slug.clone())),
        n: *n,
        said: words::together(*n),
    };
    let of_kind = |kind: Kind| {
        let rows: Vec<RankRow> =
            view.companions.iter().filter(|(card, _)| card.kind == kind).map(row).collect();
        if rows.is_empty() {
            return Html::default();
        }
        html! {
            <div data-tone={tone::of_kind(Some(kind))}>
                <h3>{ words::kinds(kind) }</h3>{ draw_ranks(&rows, most) }
            </div>
        }
    };
    html! {
        <section class="entity-page-companions">
            <h2>{ words::COMPANIONS }</h2>
            { for Kind::ALL.map(of_kind) }
            <p class="entity-page-all">
                if view.n_companions as usize > view.companions.len() {
                    { words::of_names(view.companions.len(), view.n_companions) }{ " · " }
                }
                <a href={network_of(view).to_hash()}>{ words::IN_THE_NETWORK }</a>
            </p>
        </section>
    }
}
