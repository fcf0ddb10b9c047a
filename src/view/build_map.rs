//! [`MapView`] from a selection: which places it names, where they lie, how the globe becomes a plane that suits them.

use super::build_network::find_sentences;
use super::cluster::{Spot, join};
use super::export::{Csv, json_string};
use super::known::Known;
use super::map::{LookedPlace, MapCountry, MapPlace, MapView, UnplacedPlace};
use super::outlines::{draw, draw_globe};
use super::projection::Projection;
use crate::annotate::lexicon::{Place, PlaceKind};
use crate::index::{DocSet, FacetColumn};
use crate::key::{Facet, Kind};
use crate::resolve::EntityId;
use crate::search::find_all;
use crate::search::query::Selection;
use crate::search::url::LinkWithin;
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Sentences shown of one place.
const N_SENTENCES: usize = 24;
/// Places without coordinates that are listed at most.
const N_UNPLACED: usize = 100;
/// A map is at least so wide and high, in radii of the globe: 800 km, so that a single city has its country around it.
const LEAST_FRAME: f64 = 0.125;
/// The southernmost and northernmost degrees of a map of the world that no place widens.
const INHABITED: (f64, f64) = (-57.0, 84.0);
/// Room around the places, as a share of the frame.
const AIR: f64 = 0.1;
/// Around a middle the map reaches so many times as far as the places, and at least and at most so many degrees.
const REACH: (f64, f64, f64) = (3.0, 20.0, 100.0);
/// The grid of the outlines is so many times as fine as the wider side of the frame.
const GRID_STEPS: f64 = 5000.0;

/// The places of a selection, counted.
struct Counts<'a> {
    known: Known<'a>,
    column: &'a FacetColumn,
    found: DocSet,
    once: bool,
    /// The entity of each value that is a place; the values behind them are levels.
    ids: Vec<EntityId>,
    /// Articles of each value, or stories.
    n_of: Vec<u32>,
    /// The values that are places of the selection, most named first.
    values: Vec<u32>,
}

impl<'a> Counts<'a> {
    fn of(known: Known<'a>, selection: &Selection) -> Self {
        let index = known.index;
        let column = match selection.nationalities {
            true => index.places_with_nationalities(),
            false => index.facet(Facet::Where),
        };
        let found = find_all(index, selection);
        let n_of =
            if selection.once { column.count_stories(&found, &index.stories) } else { column.count(&found) };
        let places = (0u32..).zip(&known.resolved.entities).filter(|(_, entity)| entity.kind == Kind::Place);
        let ids: Vec<EntityId> = places.map(|(id, _)| EntityId(id)).collect();
        let mut values: Vec<u32> =
            (0u32..).zip(&n_of).take(ids.len()).filter(|(_, n)| **n > 0).map(|(at, _)| at).collect();
        values.sort_by_key(|value| (Reverse(n_of[*value as usize]), *value));
        Self { known, column, found, once: selection.once, ids, n_of, values }
    }

    fn n(&self, value: u32) -> u32 {
        self.n_of[value as usize]
    }

    fn place(&self, value: u32) -> Option<&'static Place> {
        self.known.entity(self.ids[value as usize]).place()
    }

    /// Latitude and longitude in degrees.
    fn at(&self, value: u32) -> Option<(f64, f64)> {
        let (latitude, longitude) = self.place(value)?.at?;
        Some((f64::from(latitude) / 100.0, f64::from(longitude) / 100.0))
    }

    /// The places with and without coordinates.
    fn split(&self) -> (Vec<u32>, Vec<u32>) {
        self.values.iter().partition(|value| self.at(**value).is_some())
    }

    fn n_selected(&self) -> u32 {
        if self.once { self.known.index.stories.count(&self.found) } else { self.found.len() }
    }

    /// The level that each place is named after, by the place.
    fn levels(&self) -> BTreeMap<u32, u32> {
        let levels = Span::new(0, self.ids.len()).end..Span::new(0, self.column.values.len()).end;
        levels.filter_map(|level| Some((self.column.tree.place_of(level)?, level))).collect()
    }

    /// For the code of each country in which something is named, its level: the one below the continent.
    fn countries(&self) -> BTreeMap<&'static str, u32> {
        let country = |value: &u32| {
            let code = self.place(*value).map(|place| place.country).filter(|code| !code.is_empty())?;
            let around: Vec<u32> = self.column.tree.around(*value).collect();
            Some((code, *around.get(around.len().checked_sub(2)?)?))
        };
        self.values.iter().filter_map(country).collect()
    }
}

/// The articles of each circle, or their stories, while circles are joined.
struct Circles<'a> {
    counts: &'a Counts<'a>,
    placed: &'a [u32],
    /// By the place; nothing for those that have taken none in, or are taken in.
    sets: Vec<Option<DocSet>>,
}

impl<'a> Circles<'a> {
    fn new(counts: &'a Counts<'a>, placed: &'a [u32]) -> Self {
        Self { counts, placed, sets: vec![None; placed.len()] }
    }

    /// Adds what tells of one place to a set: its articles in the selection, or their stories.
    fn add(&self, place: u32, set: &mut DocSet) {
        let Counts { column, found, once, known, .. } = self.counts;
        let value = self.placed[place as usize] as usize;
        for doc in column.values[value].docs.iter().filter(|doc| found.contains(**doc)) {
            set.insert(if *once { known.index.stories.of(*doc) } else { *doc });
        }
    }

    /// How many articles name any of the places.
    fn n_all(&self) -> u32 {
        let mut all = DocSet::none(self.counts.known.articles.len());
        (0u32..).zip(self.placed).for_each(|(place, _)| self.add(place, &mut all));
        all.len()
    }

    /// Joins circles to one; how many articles they have together.
    fn take_in(&mut self, place: u32, others: &[u32]) -> u32 {
        let own = self.sets[place as usize].take();
        let mut set = own.unwrap_or_else(|| {
            let mut set = DocSet::none(self.counts.known.articles.len());
            self.add(place, &mut set);
            set
        });
        for other in others {
            match self.sets[*other as usize].take() {
                Some(its) => set.unite(&its),
                None => self.add(*other, &mut set),
            }
        }
        let n = set.len();
        self.sets[place as usize] = Some(set);
        n
    }
}

/// Builds the map of a selection; `looked` is the place whose sentences are shown.
#[must_use]
pub fn build_map(known: Known<'_>, selection: &Selection, looked: Option<&str>) -> MapView {
    let counts = Counts::of(known, selection);
    let (placed, unplaced) = counts.split();
    let mut circles = Circles::new(&counts, &placed);
    let n_placed = circles.n_all();
    let at: Vec<(f64, f64)> = placed.iter().filter_map(|value| counts.at(*value)).collect();
    let (projection, reach) = Projection::suiting(&at);
    let points: Vec<(f64, f64)> =
        at.iter().map(|(latitude, longitude)| projection.project(*latitude, *longitude)).collect();
    let frame = frame_of(projection, &points);
    let plane = Plane::of(projection, reach, frame);
    let mut spots: Vec<Spot> = (0u32..)
        .zip(placed.iter().zip(&points))
        .map(|(number, (value, point))| Spot::new(number, *point, counts.n(*value)))
        .collect();
    join(&mut spots, n_placed, |place, others| circles.take_in(place, others));
    let levels = counts.levels();
    let places = spots.into_iter().zip(placed.iter().zip(&at));
    let places = places.map(|(spot, (value, at))| show_place(&counts, *value, *at, spot, levels.get(value)));
    let (land, countries) = plane.draw_countries(&counts);
    MapView {
        n_articles: counts.n_selected(),
        n_placed,
        projection,
        frame: frame.map(|side| side as f32),
        whole: plane.whole.map(|side| side as f32),
        grid: plane.grid as f32,
        globe: if plane.is_world() { draw_globe(plane.grid) } else { String::new() },
        land,
        countries,
        places: places.collect(),
        unplaced: unplaced.iter().take(N_UNPLACED).map(|value| show_unplaced(&counts, *value)).collect(),
        looked: looked.and_then(|slug| look(&counts, &placed, slug)),
    }
}

/// The smallest frame that holds all points, with air around them; of the world what is inhabited, from edge to edge.
fn frame_of(projection: Projection, points: &[(f64, f64)]) -> [f64; 4] {
    if let Projection::World(middle) = projection {
        let height = |latitude: f64| projection.project(latitude, middle).1;
        let (mut top, mut bottom) = (height(INHABITED.1), height(INHABITED.0));
        points.iter().for_each(|(_, y)| (top, bottom) = (top.min(*y), bottom.max(*y)));
        let right = projection.project(0.0, middle + 180.0).0.abs();
        return [-right, top, right, bottom];
    }
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let least = points.iter().map(of).fold(f64::INFINITY, f64::min);
        let most = points.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        if points.is_empty() { (-1.0, 1.0) } else { (least, most) }
    };
    let widen = |(least, most): (f64, f64)| {
        let half = ((most - least) * (0.5 + AIR)).max(LEAST_FRAME / 2.0);
        ((least + most) / 2.0 - half, (least + most) / 2.0 + half)
    };
    let ((left, right), (top, bottom)) = (widen(bounds(|it| it.0)), widen(bounds(|it| it.1)));
    [left, top, right, bottom]
}

/// The part of the plane that is drawn, and how finely.
struct Plane {
    projection: Projection,
    reach: f64,
    whole: [f64; 4],
    grid: f64,
}

impl Plane {
    fn of(projection: Projection, reach: f64, frame: [f64; 4]) -> Self {
        let grid = GRID_STEPS / (frame[2] - frame[0]).max(frame[3] - frame[1]);
        let reach = (REACH.0 * reach).clamp(REACH.1, REACH.2);
        let (half_width, half_height) = match projection {
            Projection::World(middle) => {
                (projection.project(0.0, middle + 180.0).0.abs(), projection.project(-90.0, middle).1)
            }
            Projection::Around(..) => {
                let radius = 2.0 * (reach.to_radians() / 2.0).sin();
                (radius, radius)
            }
        };
        Self { projection, reach, whole: [-half_width, -half_height, half_width, half_height], grid }
    }

    fn is_world(&self) -> bool {
        matches!(self.projection, Projection::World(_))
    }

    /// All land, and the countries in which something is named.
    fn draw_countries(&self, counts: &Counts<'_>) -> (String, Vec<MapCountry>) {
        let named = counts.countries();
        let (mut land, mut countries) = (String::new(), Vec::new());
        for outline in draw(self.projection, self.reach, self.grid) {
            land.push_str(&outline.path);
            if let Some(level) = named.get(outline.code.as_str()) {
                let name = counts.column.values[*level as usize].label.clone();
                countries.push(MapCountry { name, n_articles: counts.n(*level), path: outline.path });
            }
        }
        (land, countries)
    }
}

fn show_place(counts: &Counts<'_>, value: u32, at: (f64, f64), spot: Spot, level: Option<&u32>) -> MapPlace {
    let entity = counts.known.entity(counts.ids[value as usize]);
    let is_city =
        counts.place(value).is_some_and(|it| matches!(it.kind, PlaceKind::Capital | PlaceKind::City));
    let level = level.map(|level| (counts.column.values[*level as usize].slug.clone(), counts.n(*level)));
    MapPlace {
        slug: entity.slug.clone(),
        name: entity.name.clone(),
        level,
        is_wide: !is_city,
        at: (at.0 as f32, at.1 as f32),
        x: spot.x as f32,
        y: spot.y as f32,
        n_articles: counts.n(value),
        join: spot.join,
        counts: spot.counts,
    }
}

fn show_unplaced(counts: &Counts<'_>, value: u32) -> UnplacedPlace {
    let entity = counts.known.entity(counts.ids[value as usize]);
    UnplacedPlace { slug: entity.slug.clone(), name: entity.name.clone(), n_articles: counts.n(value) }
}

fn look(counts: &Counts<'_>, placed: &[u32], slug: &str) -> Option<LookedPlace> {
    let id = |value: u32| counts.ids[value as usize];
    let at = placed.iter().position(|value| counts.known.entity(id(*value)).slug == slug)?;
    let sentences =
        find_sentences(counts.known, &counts.found, &[id(placed[at])], LinkWithin::Sentence, N_SENTENCES);
    Some(LookedPlace { place: Span::new(0, at).end, sentences })
}

/// What a place is, as its list says.
fn noun_of(place: Option<&Place>) -> &'static str {
    match place.map(|place| place.kind) {
        Some(PlaceKind::Country) => "country",
        Some(PlaceKind::Historical) => "historical",
        Some(PlaceKind::Region) => "region",
        Some(PlaceKind::Capital) => "capital",
        Some(PlaceKind::City) => "city",
        None => "",
    }
}

/// The places of a selection as a table, those without coordinates included.
pub(super) fn export_csv(known: Known<'_>, selection: &Selection) -> String {
    let counts = Counts::of(known, selection);
    let mut csv = Csv::with_columns(&["place", "kind", "country", "latitude", "longitude", "articles"]);
    for value in &counts.values {
        let (entity, place) = (known.entity(counts.ids[*value as usize]), counts.place(*value));
        let [latitude, longitude] = degrees(counts.at(*value));
        let country = place.map_or("", |place| place.country);
        csv.push(&[
            &entity.name,
            noun_of(place),
            country,
            &latitude,
            &longitude,
            &counts.n(*value).to_string(),
        ]);
    }
    csv.finish()
}

fn degrees(at: Option<(f64, f64)>) -> [String; 2] {
    at.map_or_else(Default::default, |(latitude, longitude)| {
        [latitude, longitude].map(|it| format!("{it:.2}"))
    })
}

/// The places with coordinates as GeoJSON (RFC 7946).
pub(super) fn export_geojson(known: Known<'_>, selection: &Selection) -> String {
    let counts = Counts::of(known, selection);
    let feature = |value: &u32| {
        let [latitude, longitude] = degrees(Some(counts.at(*value)?));
        let name = json_string(&known.entity(counts.ids[*value as usize]).name);
        let (kind, n) = (noun_of(counts.place(*value)), counts.n(*value));
        Some(format!(
            "{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Point\",\"coordinates\":[{longitude},{latitude}]}},\"properties\":{{\"name\":{name},\"kind\":\"{kind}\",\"articles\":{n}}}}}"
        ))
    };
    let features: Vec<String> = counts.values.iter().filter_map(feature).collect();
    format!("{{\"type\":\"FeatureCollection\",\"features\":[{}]}}\n", features.join(",\n"))
}
