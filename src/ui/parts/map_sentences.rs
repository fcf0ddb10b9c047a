//! The sentences behind a place of the map, and ways to narrow the selection to it.

use super::event_list::{draw_marked, draw_source};
use super::rank_list::{RankRow, draw_ranks};
use crate::key::{Facet, Kind};
use crate::search::query::Selection;
use crate::search::url::{Location, Page, ViewOptions};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{MapPlace, MapView, StepSentence};
use std::rc::Rc;
use yew::prelude::*;

/// Places listed while none is looked at.
const N_MOST: usize = 12;

/// See [`MapSentences`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MapSentencesProps {
    /// The map.
    pub view: Rc<MapView>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The sentences behind a place.
#[component]
pub fn MapSentences(props: &MapSentencesProps) -> Html {
    use_language();
    let MapSentencesProps { view, navigation } = props;
    let looked = view.looked.as_ref();
    let looked = looked.and_then(|looked| Some((view.places.get(looked.place as usize)?, &looked.sentences)));
    html! {
        <section class="map-sentences" aria-label={words::MAP_SENTENCES} data-tone="where">
            { match looked {
                Some((place, sentences)) => draw_place(place, sentences, navigation),
                None => html! { <><p class="none">{ words::MAP_LEAD }</p>{ draw_most(view, navigation) }</> },
            } }
        </section>
    }
}

/// The places that most articles name, to begin with.
fn draw_most(view: &MapView, navigation: &Navigation) -> Html {
    let row = |place: &MapPlace| {
        let options = ViewOptions { place: Some(place.slug.clone()), ..navigation.location.options.clone() };
        RankRow {
            name: html! { <bdi>{ &place.name }</bdi> },
            href: navigation.location.showing(options).to_hash(),
            n: place.n_articles,
            said: words::articles(place.n_articles),
        }
    };
    // They come in this order already.
    let rows: Vec<RankRow> = view.places.iter().take(N_MOST).map(row).collect();
    let most = rows.first().map_or(0, |row| row.n);
    html! { <><h2>{ words::MOST_PLACES }</h2>{ draw_ranks(&rows, most) }</> }
}

fn draw_place(place: &MapPlace, sentences: &[StepSentence], navigation: &Navigation) -> Html {
    let href = navigation.href(Page::Entity(Kind::Place, place.slug.clone()));
    let clear = {
        let navigation = navigation.clone();
        move |_: MouseEvent| {
            navigation.show(ViewOptions { place: None, ..navigation.location.options.clone() }, true);
        }
    };
    let sentence = |it: &StepSentence| {
        html! {
            <li>
                <p class="map-sentences-sentence" dir="auto">{ draw_marked(&it.runs, &it.marks, navigation) }</p>
                <ul role="list">{ draw_source(&it.source, navigation, false) }</ul>
            </li>
        }
    };
    html! {
        <>
            <h2><a {href}><bdi>{ &place.name }</bdi></a></h2>
            <p class="map-sentences-count">{ words::articles(place.n_articles) }</p>
            <div class="actions">
                { draw_narrowing(&place.slug, None, navigation) }
                if let Some((level, n_articles)) = &place.level {
                    { draw_narrowing(level, Some(*n_articles), navigation) }
                }
                <button type="button" class="link-button" onclick={clear}>{ words::CLOSE_PLACE }</button>
            </div>
            if sentences.is_empty() { <p class="none">{ words::NO_MAP_SENTENCES }</p> }
            <ol role="list">{ for sentences.iter().map(sentence) }</ol>
        </>
    }
}

/// Narrows the selection to a value, or takes that back. The map then shows all places of the new selection.
fn draw_narrowing(slug: &str, n_in_level: Option<u32>, navigation: &Navigation) -> Html {
    let location = &navigation.location;
    let is_chosen = location.selection.choice(Facet::Where).with.iter().any(|chosen| chosen == slug);
    let selection: Selection = location.selection.toggled(Facet::Where, slug);
    let options = ViewOptions { lens: None, ..location.options.clone() };
    let next = Location { selection, options, ..(**location).clone() };
    let text = match n_in_level {
        _ if is_chosen => words::NOT_ONLY_THIS_PLACE.to_string(),
        None => words::ONLY_THIS_PLACE.to_string(),
        Some(n_articles) => words::only_level(n_articles),
    };
    html! { <a class="button" href={next.to_hash()}>{ text }</a> }
}
