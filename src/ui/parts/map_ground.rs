//! What lies under the circles of the map: the sea, the land, and a tint on countries in which something is named.

use crate::ui::hooks::use_language;
use crate::ui::words;
use crate::view::{MapCountry, MapView};
use std::rc::Rc;
use yew::prelude::*;

/// How strong the faintest and the strongest tint are.
const TINTS: (f64, f64) = (0.06, 0.26);

/// See [`MapGround`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MapGroundProps {
    /// The map.
    pub view: Rc<MapView>,
}

/// What lies under the circles, in steps of the paths; drawn once for a map, wherever it is moved.
#[component]
pub fn MapGround(props: &MapGroundProps) -> Html {
    use_language();
    let view = &props.view;
    let most = view.countries.iter().map(|country| country.n_articles).max().unwrap_or(1);
    html! {
        <>
            if !view.globe.is_empty() { <path class="map-globe" d={view.globe.clone()} /> }
            <path class="map-land" fill-rule="evenodd" d={view.land.clone()} />
            { for view.countries.iter().map(|country| draw_country(country, most)) }
            <path class="map-borders" d={view.land.clone()} />
        </>
    }
}

fn draw_country(country: &MapCountry, most: u32) -> Html {
    let part = (f64::from(country.n_articles) / f64::from(most.max(1))).sqrt();
    let opacity = TINTS.0 + (TINTS.1 - TINTS.0) * part;
    html! {
        <path class="map-country" fill-rule="evenodd" fill-opacity={format!("{opacity:.2}")} d={country.path.clone()}>
            <title>{ words::country_title(&country.name, country.n_articles) }</title>
        </path>
    }
}
