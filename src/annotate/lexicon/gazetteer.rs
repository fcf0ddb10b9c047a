//! The tables of places and organizations into phrases with facts.

use super::{Classes, Lexicon, Sense, hash_word, rows};
use std::collections::BTreeMap;

/// What sort of place a [`Place`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceKind {
    /// A country or territory.
    Country,
    /// A country or region of the past.
    Historical,
    /// A state, province, continent, sea or other region.
    Region,
    /// The capital of a country.
    Capital,
    /// Any other city.
    City,
}

/// A place as the lexicon knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The name shown, in today's spelling.
    pub name: &'static str,
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// ISO 3166-1 code of its country; empty where it lies in none or several.
    pub country: &'static str,
    /// Latitude and longitude in hundredths of a degree, where known.
    pub at: Option<(i16, i16)>,
    /// Thousands of people, for cities; 0 where not known.
    pub population_thousands: u32,
    /// What a reader should know.
    pub note: &'static str,
    /// Its other names, each with what it is, as in `older spelling`.
    pub variants: Vec<(&'static str, &'static str)>,
}

/// An organization as the lexicon knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// The name shown.
    pub name: &'static str,
    /// What a reader should know, as in `metonym: the Russian presidency`.
    pub note: &'static str,
    /// Its other names.
    pub variants: Vec<&'static str>,
}

type Coordinates = BTreeMap<(&'static str, &'static str), (i16, i16)>;

fn columns<const N: usize>(row: &'static str) -> [&'static str; N] {
    let mut columns = [""; N];
    for (column, value) in columns.iter_mut().zip(row.split('\t')) {
        *column = value;
    }
    columns
}

fn alternatives(column: &'static str) -> impl Iterator<Item = &'static str> {
    column.split(',').filter(|name| !name.is_empty())
}

/// Degrees as written, in hundredths.
fn hundredths(degrees: &str) -> Option<i16> {
    let degrees: f32 = degrees.parse().ok()?;
    // Degrees lie between -180 and 180, so hundredths of them always fit.
    #[allow(clippy::cast_possible_truncation)]
    Some((degrees * 100.0).round() as i16)
}

fn coordinates(latitude: &str, longitude: &str) -> Option<(i16, i16)> {
    Some((hundredths(latitude)?, hundredths(longitude)?))
}

/// The middle of countries and regions, by name and country.
fn read_coordinates() -> Coordinates {
    rows(include_str!("../../../lexicon/places/coordinates.tsv"))
        .filter_map(|row| {
            let [name, country, latitude, longitude] = columns(row);
            Some(((name, country), coordinates(latitude, longitude)?))
        })
        .collect()
}

impl Lexicon {
    /// Countries before organizations before cities: of equal names the better known is read.
    pub(super) fn read_gazetteer(&mut self) {
        let coordinates = read_coordinates();
        self.read_countries(&coordinates);
        self.read_historical();
        let cities = self.read_variants();
        self.read_regions(&coordinates);
        self.read_organizations();
        self.read_cities(&cities);
    }

    fn add_place(&mut self, place: Place) -> u32 {
        let number = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.add_phrase(place.name, Sense::Place(number));
        for at in 0..place.variants.len() {
            self.add_phrase(place.variants[at].0, Sense::Place(number));
        }
        self.places.push(place);
        number
    }

    fn read_countries(&mut self, coordinates: &Coordinates) {
        for row in rows(include_str!("../../../lexicon/places/countries.tsv")) {
            let [country, name, others, demonyms] = columns(row);
            let variants = alternatives(others).map(|other| (other, "other name")).collect();
            let at = coordinates.get(&(name, country)).copied();
            let kind = PlaceKind::Country;
            self.add_place(Place { name, kind, country, at, population_thousands: 0, note: "", variants });
            for demonym in alternatives(demonyms) {
                self.add_phrase(demonym, Sense::Demonym);
                if !demonym.contains([' ', '-']) {
                    self.add_class(hash_word(demonym), Classes::DEMONYM);
                }
            }
        }
    }

    fn read_historical(&mut self) {
        for row in rows(include_str!("../../../lexicon/places/historical.tsv")) {
            let [name, others, note] = columns(row);
            let variants = alternatives(others).map(|other| (other, "other name")).collect();
            let kind = PlaceKind::Historical;
            self.add_place(Place {
                name,
                kind,
                country: "",
                at: None,
                population_thousands: 0,
                note,
                variants,
            });
        }
    }

    fn read_regions(&mut self, coordinates: &Coordinates) {
        for row in rows(include_str!("../../../lexicon/places/regions.tsv")) {
            let [country, name, others] = columns(row);
            let variants = alternatives(others).map(|other| (other, "other name")).collect();
            let at = coordinates.get(&(name, country)).copied();
            let kind = PlaceKind::Region;
            self.add_place(Place { name, kind, country, at, population_thousands: 0, note: "", variants });
        }
    }

    /// Cities with several names; the list of cities completes them afterwards.
    fn read_variants(&mut self) -> BTreeMap<(&'static str, &'static str), u32> {
        let mut numbers = BTreeMap::new();
        for row in rows(include_str!("../../../lexicon/places/variants.tsv")) {
            let [country, name, others, note] = columns(row);
            let variants = alternatives(others).map(|other| (other, note)).collect();
            let kind = PlaceKind::City;
            let place = Place { name, kind, country, at: None, population_thousands: 0, note: "", variants };
            numbers.insert((country, name), self.add_place(place));
        }
        numbers
    }

    fn read_cities(&mut self, known: &BTreeMap<(&'static str, &'static str), u32>) {
        let mut cities: Vec<Place> = rows(include_str!("../../../lexicon/places/cities.tsv"))
            .map(|row| {
                let [name, country, latitude, longitude, thousands, mark] = columns(row);
                let kind = if mark == "C" { PlaceKind::Capital } else { PlaceKind::City };
                let at = coordinates(latitude, longitude);
                let population_thousands = thousands.parse().unwrap_or(0);
                Place { name, kind, country, at, population_thousands, note: "", variants: Vec::new() }
            })
            .collect();
        // The largest city of a name is read first and so keeps the name.
        cities.sort_by_key(|city| std::cmp::Reverse(city.population_thousands));
        for city in cities {
            if let Some(number) = known.get(&(city.country, city.name)) {
                let place = &mut self.places[*number as usize];
                (place.kind, place.at, place.population_thousands) =
                    (city.kind, city.at, city.population_thousands);
            } else {
                self.add_place(city);
            }
        }
    }

    fn read_organizations(&mut self) {
        for row in rows(include_str!("../../../lexicon/organizations/known.tsv")) {
            let [name, others, note] = columns(row);
            self.add_organization(Organization { name, note, variants: alternatives(others).collect() });
        }
        for name in rows(include_str!("../../../lexicon/organizations/listed.txt")) {
            self.add_organization(Organization { name, note: "", variants: Vec::new() });
        }
    }

    fn add_organization(&mut self, organization: Organization) {
        let number = u32::try_from(self.organizations.len()).unwrap_or(u32::MAX);
        self.add_phrase(organization.name, Sense::Organization(number));
        for at in 0..organization.variants.len() {
            self.add_phrase(organization.variants[at], Sense::Organization(number));
        }
        self.organizations.push(organization);
    }
}
