//! Where: the map, the sentences behind a place, the table below.

use crate::engine::protocol::Ask;
use crate::key::Kind;
use crate::search::url::Page;
use crate::ui::hooks::{EngineHandle, Navigation, use_language, use_width};
use crate::ui::parts::{
    DataTable, EmptyNote, MAP_ID, MapPlot, MapSentences, TakeAway, ViewPage, draw_awaited,
};
use crate::ui::words;
use crate::view::{Export, MapPlace, MapView, UnplacedPlace};
use yew::prelude::*;

/// See [`MapPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MapPageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Where.
#[component]
pub fn MapPage(props: &MapPageProps) -> Html {
    use_language();
    let MapPageProps { engine, navigation } = props;
    let location = &navigation.location;
    let room = use_node_ref();
    let width_px = use_width(&room);
    {
        let ask = engine.ask.clone();
        use_effect_with(
            (location.selection.clone(), location.options.place.clone()),
            move |(selection, place)| {
                ask.emit(Ask::Map { selection: selection.clone(), place: place.clone() });
            },
        );
    }
    let body = match engine.state.map.clone() {
        Some(view) if view.places.is_empty() && engine.state.status.is_filling() => {
            draw_awaited(&engine.state)
        }
        Some(view) if view.places.is_empty() => html! {
            <>
                <EmptyNote title={words::NO_PLACES_TITLE} body={words::NO_PLACES_BODY} />
                { draw_unplaced(&view, navigation) }
            </>
        },
        Some(view) => html! {
            <div class="map-page-columns">
                <div class="map-page-picture">
                    <MapPlot view={view.clone()} {width_px} navigation={navigation.clone()} />
                    <p class="view-page-counts">
                        { words::map_counts(view.places.len(), view.n_placed, view.n_articles) }{ ". " }
                        if view.places.iter().any(|place| place.is_wide) { { words::MAP_KEY } }
                    </p>
                </div>
                <MapSentences view={view.clone()} navigation={navigation.clone()} />
                <div class="view-page-foot">{ draw_foot(&view, navigation) }</div>
            </div>
        },
        None => draw_awaited(&engine.state),
    };
    let exports = vec![Export::MapCsv, Export::MapGeoJson];
    let tools = html! {
        <TakeAway drawing={MAP_ID} {exports} engine={engine.clone()} navigation={navigation.clone()} />
    };
    html! {
        <ViewPage class="map-page" title={words::MAP} {tools} ruler={room} engine={engine.clone()} navigation={navigation.clone()}>
            { body }
        </ViewPage>
    }
}

fn draw_foot(view: &MapView, navigation: &Navigation) -> Html {
    let row = |place: &MapPlace| {
        let href = navigation.href(Page::Entity(Kind::Place, place.slug.clone()));
        vec![
            html! { <a {href}><bdi>{ &place.name }</bdi></a> },
            words::number(place.n_articles.into()).into(),
            format!("{:.2}", place.at.0).into(),
            format!("{:.2}", place.at.1).into(),
        ]
    };
    html! {
        <>
            { draw_unplaced(view, navigation) }
            <DataTable columns={words::MAP_COLUMNS.to_vec()} rows={view.places.iter().map(row).collect::<Vec<_>>()} />
        </>
    }
}

/// The places that no list knows the coordinates of.
fn draw_unplaced(view: &MapView, navigation: &Navigation) -> Html {
    if view.unplaced.is_empty() {
        return Html::default();
    }
    let place = |place: &UnplacedPlace| {
        let href = navigation.href(Page::Entity(Kind::Place, place.slug.clone()));
        html! { <li><a {href}><bdi>{ &place.name }</bdi></a>{ " " }<span>{ words::number(place.n_articles.into()) }</span></li> }
    };
    html! {
        <section class="map-page-unplaced" data-tone="where">
            <h2>{ words::UNPLACED }</h2>
            <p>{ words::UNPLACED_BODY }</p>
            <ul role="list">{ for view.unplaced.iter().map(place) }</ul>
        </section>
    }
}
