//! What a mark stands for, why, and what can be done with it.

use super::reader::mark_id;
use crate::key::{Axis, Facet, Kind};
use crate::search::query::{DateRange, Selection};
use crate::search::url::{Location, Page};
use crate::ui::hooks::{Navigation, use_anchor, use_language};
use crate::ui::{tone, words};
use crate::view::{Card, Mark, MarkDetail, ReaderView};
use std::rc::Rc;
use yew::prelude::*;

/// How many other forms of a name a card lists; its page lists all.
const N_ALIASES: usize = 6;

/// See [`MarkCard`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MarkCardProps {
    /// The article.
    pub view: Rc<ReaderView>,
    /// The mark, an index into the article's marks.
    pub mark: u32,
    /// Called to close the card.
    pub on_close: Callback<()>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// What a mark stands for.
#[component]
pub fn MarkCard(props: &MarkCardProps) -> Html {
    use_language();
    let MarkCardProps { view, mark: at, on_close, navigation } = props;
    let card = use_node_ref();
    use_anchor(card.clone(), mark_id(*at));
    let Some(mark) = view.marks.get(*at as usize) else { return Html::default() };
    let (kind, name, content) = match &mark.detail {
        MarkDetail::Name(kind, card) => match view.cards.get(*card as usize) {
            Some(card) => (Some(*kind), card.name.clone(), draw_name(card, mark, navigation)),
            None => (Some(*kind), mark.text.clone(), draw_why(mark)),
        },
        MarkDetail::Undecided(kind, names) => (Some(*kind), mark.text.clone(), draw_undecided(names, mark)),
        MarkDetail::Date { value, .. } => (None, words::value_in_words(value), draw_date(mark, navigation)),
        MarkDetail::Quote { speaker, printed, .. } => {
            let card = speaker.and_then(|at| view.cards.get(at as usize));
            let name = match card {
                Some(card) => card.name.clone(),
                None if printed.is_empty() => words::NOBODY_NAMED.to_string(),
                None => printed.clone(),
            };
            (card.map(|card| card.kind), name, draw_quote(card, mark, navigation))
        }
    };
    let noun: AttrValue = match &mark.detail {
        MarkDetail::Quote { is_indirect: true, .. } => words::REPORTED_STATEMENT.into(),
        MarkDetail::Quote { .. } => words::QUOTATION.into(),
        _ => words::mark_noun(kind).into(),
    };
    let is_plain = matches!(&mark.detail, MarkDetail::Quote { speaker: None, .. });
    let tone = if is_plain { "words" } else { tone::of_kind(kind) };
    let on_close = on_close.clone();
    html! {
        <aside ref={card} class="mark-card" role="dialog" aria-labelledby="mark-card-name" tabindex="-1"
            data-tone={tone}>
            <p class="mark-card-kind">
                { noun }
                if mark.is_guess && !is_plain { <span class="mark-card-guess">{ words::GUESS }</span> }
            </p>
            <h3 id="mark-card-name" dir="auto">{ name }</h3>
            { content }
            <button type="button" class="mark-card-close icon-button" aria-label={words::CLOSE}
                onclick={move |_| on_close.emit(())}>
                <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
            </button>
        </aside>
    }
}

fn draw_fact(name: words::Phrase, fact: Html) -> Html {
    html! { <p class="mark-card-fact"><span class="mark-card-label">{ name }{ ": " }</span>{ fact }</p> }
}

fn draw_why(mark: &Mark) -> Html {
    let kind = match &mark.detail {
        MarkDetail::Name(kind, _) | MarkDetail::Undecided(kind, _) => Some(*kind),
        MarkDetail::Date { .. } | MarkDetail::Quote { .. } => None,
    };
    if mark.why.is_empty() {
        Html::default()
    } else {
        draw_fact(words::why_a(kind), words::tell(&mark.why).into())
    }
}

fn draw_list(names: &[String]) -> Html {
    let name = |(at, name): (usize, &String)| {
        let comma = if at == 0 { "" } else { ", " };
        html! { <>{ comma }<bdi>{ name }</bdi></> }
    };
    names.iter().enumerate().map(name).collect()
}

fn say_values(values: &[String]) -> Vec<String> {
    values.iter().map(|value| words::value_in_words(value)).collect()
}

fn draw_name(card: &Card, mark: &Mark, navigation: &Navigation) -> Html {
    let alias = |(at, alias): (usize, &crate::view::CardAlias)| {
        let comma = if at == 0 { "" } else { ", " };
        let is_guess = alias.is_guess.then_some("true");
        html! { <>{ comma }<bdi class="alias" data-guess={is_guess} title={words::tell(&alias.reason)}>{ &alias.text }</bdi></> }
    };
    let others = card.aliases.iter().filter(|alias| alias.text != card.name).take(N_ALIASES);
    let others = others.enumerate().map(alias).collect::<Vec<_>>();
    html! {
        <>
            if let Some(note) = &card.note { <p dir="auto">{ words::tell(note) }</p> }
            if !others.is_empty() { { draw_fact(words::ALSO, others.into_iter().collect()) } }
            <p class="mark-card-count">{ words::mentions(card.n_mentions, card.n_articles) }</p>
            { draw_why(mark) }
            if !mark.because.is_empty() { { draw_fact(words::why_this(card.kind), words::tell(&mark.because).into()) } }
            { draw_name_actions(card.kind, &card.slug, navigation) }
        </>
    }
}

fn draw_name_actions(kind: Kind, slug: &str, navigation: &Navigation) -> Html {
    let (facet, selection) = (kind.facet(), &navigation.location.selection);
    let is_out = selection.choice(facet).without.iter().any(|value| value == slug);
    let act = |next: Selection, name: words::Phrase, is_pressed: Option<bool>| {
        let navigation = navigation.clone();
        let pressed = is_pressed.map(|is_pressed| if is_pressed { "true" } else { "false" });
        html! {
            <button type="button" class="button" aria-pressed={pressed} onclick={move |_| navigation.select(next.clone())}>
                { name }
            </button>
        }
    };
    let page = Page::Entity(kind, slug.to_owned());
    html! {
        <div class="actions">
            { act(Selection { sort: selection.sort, ..Selection::only(facet, slug) }, words::ONLY, None) }
            { act(selection.excluding(facet, slug), if is_out { words::EXCLUDED } else { words::EXCLUDE }, Some(is_out)) }
            <a class="button" href={navigation.href(page)}>{ words::OPEN_PAGE }</a>
        </div>
    }
}

fn draw_undecided(names: &[String], mark: &Mark) -> Html {
    html! {
        <>
            <p class="mark-card-guess">{ words::UNDECIDED }</p>
            if !names.is_empty() { { draw_fact(words::COULD_BE, draw_list(names)) } }
            { draw_why(mark) }
        </>
    }
}

fn draw_date(mark: &Mark, navigation: &Navigation) -> Html {
    let MarkDetail::Date { value, reference, rivals, slug, days, .. } = &mark.detail else {
        return Html::default();
    };
    let selection = &navigation.location.selection;
    let by_slug = |slug: &str| {
        let is_chosen = selection.choice(Facet::When).with.iter().any(|value| value == slug);
        (is_chosen, selection.toggled(Facet::When, slug))
    };
    let by_days = |days| {
        let range = Some(DateRange::Days(days));
        let is_chosen = selection.range(Axis::Mentioned) == range;
        (is_chosen, selection.with_range(Axis::Mentioned, range.filter(|_| !is_chosen)))
    };
    let filter = days.map(by_days).or_else(|| slug.as_deref().map(by_slug));
    let action = filter.map(|(is_chosen, next)| {
        let navigation = navigation.clone();
        html! {
            <div class="actions">
                <button type="button" class="button" onclick={move |_| navigation.select(next.clone())}>
                    { if is_chosen { words::REMOVE_FILTER } else { words::USE_AS_FILTER } }
                </button>
            </div>
        }
    });
    html! {
        <>
            <p class="mark-card-count"><code>{ value }</code></p>
            { draw_why(mark) }
            if let Some(reference) = reference { { draw_fact(words::RECKONED_FROM, words::value_in_words(reference).into()) } }
            if !rivals.is_empty() { { draw_fact(words::OR_ELSE, draw_list(&say_values(rivals))) } }
            { action }
        </>
    }
}

/// Who says it: the verb, the day, the rule that decided, who else it could be.
fn draw_quote(card: Option<&Card>, mark: &Mark, navigation: &Navigation) -> Html {
    let MarkDetail::Quote { printed, slug, verb, said_on, others, .. } = &mark.detail else {
        return Html::default();
    };
    let is_undecided = card.is_none() && !printed.is_empty();
    let why = if card.is_some() || is_undecided { words::WHY_SPEAKER } else { words::WHY_NOBODY };
    let others_are = if is_undecided { words::COULD_BE } else { words::NAMED_NEARBY };
    let said_on =
        said_on.as_ref().map(|day| html! { <time datetime={day.clone()}>{ words::iso_date(day) }</time> });
    let only = |slug: &String| Selection::only(Facet::Speaker, slug);
    let all = |slug: &String| Location { page: Page::Quotes, selection: only(slug), ..Location::default() };
    html! {
        <>
            if let Some(note) = card.and_then(|card| card.note.as_ref()) { <p dir="auto">{ words::tell(note) }</p> }
            if !verb.is_empty() { { draw_fact(words::TOLD_BY_VERB, html! { <bdi>{ verb }</bdi> }) } }
            if let Some(day) = said_on { { draw_fact(words::SAID_ON, day) } }
            { draw_fact(why, words::tell(&mark.why).into()) }
            if !others.is_empty() { { draw_fact(others_are, draw_list(others)) } }
            if let Some(card) = card {
                <div class="actions">
                    if let Some(slug) = slug {
                        <a class="button" href={all(slug).to_hash()}>{ words::THEIR_QUOTATIONS }</a>
                    }
                    <a class="button" href={navigation.href(Page::Entity(card.kind, card.slug.clone()))}>{ words::OPEN_PAGE }</a>
                </div>
            }
        </>
    }
}
