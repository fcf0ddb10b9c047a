//! Names of places into places: which of several it is, and what it lies in.
//!
//! A *bearer* is a place that has the name in question; a *container* is the region or country printed
//! behind a place, as in `Long Beach, California`.

use super::gather::Key;
use super::{Parent, name};
use crate::annotate::Mention;
use crate::annotate::lexicon::{self, Place, PlaceKind, rows};
use crate::key::{Kind, slug};
use crate::text::{FastMap, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The reasons for which a place is chosen among those of its name, with how sure each is in percent.
mod reason {
    pub const CONTAINER: (&str, u8) = ("printed with the region or country it lies in", 97);
    pub const ELSEWHERE: (&str, u8) = ("printed with its region or country elsewhere in the article", 93);
    pub const NEIGHBORS: (&str, u8) = ("the article’s other places lie in the same country", 70);
    pub const LARGEST: (&str, u8) = ("the best known place of that name", 85);
}

/// Places of a country an article must name, besides, before a lesser bearer of a name is taken.
const MIN_NEIGHBORS: usize = 2;
/// A lesser bearer must have at least this part of the people of the best known one: one in ten.
const MAX_SHADOW: u32 = 10;

/// A reading of one mention.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub key: Key,
    pub reason: (&'static str, u8),
}

/// What the lists say of how places lie in each other.
struct Atlas {
    /// The places of each folded name that several have, best known first.
    bearers: FastMap<String, Vec<u32>>,
    /// The region of a city.
    region_of: FastMap<u32, u32>,
    /// The continent of a country by its code, and of wide regions by name.
    continent_of: FastMap<&'static str, &'static str>,
    metonyms: FastMap<&'static str, &'static str>,
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(Atlas::read);

impl Atlas {
    fn read() -> Self {
        let places = lexicon::get().places();
        let mut bearers: FastMap<String, Vec<u32>> = FastMap::default();
        let mut cities: FastMap<(&str, &str), u32> = FastMap::default();
        let mut regions: FastMap<(&str, &str), u32> = FastMap::default();
        for (place, number) in places.iter().zip(0u32..) {
            let names =
                [base_name(place.name)].into_iter().chain(place.variants.iter().map(|(name, _)| *name));
            for name in names.map(fold).collect::<BTreeSet<_>>() {
                bearers.entry(name).or_default().push(number);
            }
            let by_name = if place.kind == PlaceKind::Region { &mut regions } else { &mut cities };
            by_name.insert((place.country, place.name), number);
        }
        bearers.retain(|_, numbers| numbers.len() > 1);
        let mut region_of = FastMap::default();
        for row in rows(include_str!("../../lexicon/places/divisions.tsv")) {
            let mut columns = row.split('\t');
            let (Some(country), Some(region), Some(names)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let Some(region) = regions.get(&(country, region)) else { continue };
            let cities = names.split(',').filter_map(|name| cities.get(&(country, name)));
            region_of.extend(cities.map(|city| (*city, *region)));
        }
        Self { bearers, region_of, continent_of: read_continents(), metonyms: read_metonyms() }
    }
}

fn read_continents() -> FastMap<&'static str, &'static str> {
    let mut continent_of = FastMap::default();
    for row in rows(include_str!("../../lexicon/places/continents.tsv")) {
        let mut columns = row.split('\t');
        let continent = columns.next().unwrap_or_default();
        let codes = columns.next().unwrap_or_default().split(' ');
        let regions = columns.next().unwrap_or_default().split(',');
        continent_of
            .extend(codes.chain(regions).filter(|name| !name.is_empty()).map(|name| (name, continent)));
    }
    continent_of
}

fn read_metonyms() -> FastMap<&'static str, &'static str> {
    rows(include_str!("../../lexicon/places/metonyms.tsv")).filter_map(|row| row.split_once('\t')).collect()
}

/// A name without the qualifier in brackets: `Georgia` of `Georgia (U.S. state)`.
fn base_name(name: &'static str) -> &'static str {
    name.split_once(" (").map_or(name, |(base, _)| base)
}

/// What a place's name may stand for, as in `the European Union or NATO`.
pub(super) fn metonym(name: &str) -> Option<&'static str> {
    ATLAS.metonyms.get(name).copied()
}

/// The name of the country of an ISO code.
pub(super) fn country_name(code: &str) -> Option<&'static str> {
    if code.is_empty() {
        return None;
    }
    lexicon::get().country(code).map(|place| place.name)
}

/// The name a place is shown under: with its country or region where a better known place has the name.
pub(super) fn shown_name(number: u32) -> String {
    let place = lexicon::get().place(number);
    let base = base_name(place.name);
    let is_best_known = ATLAS.bearers.get(&fold(base)).is_none_or(|bearers| bearers.first() == Some(&number));
    if is_best_known || base != place.name {
        return place.name.to_owned();
    }
    let region = ATLAS.region_of.get(&number).map(|region| lexicon::get().place(*region).name);
    region
        .or_else(|| country_name(place.country))
        .map_or_else(|| base.to_owned(), |of| format!("{base}, {of}"))
}

/// The most namesakes that are told.
const MOST_NAMESAKES: usize = 3;

/// The other places of the name of a listed place, best known first, each as it is shown.
#[must_use]
pub fn namesakes(number: u32) -> Vec<String> {
    let name = fold(base_name(lexicon::get().place(number).name));
    let bearers = ATLAS.bearers.get(&name).map(Vec::as_slice).unwrap_or_default();
    let mut names: Vec<String> =
        bearers.iter().filter(|other| **other != number).map(|other| shown_name(*other)).collect();
    names.dedup();
    names.truncate(MOST_NAMESAKES);
    names
}

/// What a place lies in, widest first.
pub(super) fn parents(key: &Key) -> Vec<Parent> {
    if key.kind != Kind::Place {
        return Vec::new();
    }
    let lexicon = lexicon::get();
    let mut parents: Vec<&str> = Vec::new();
    let Some(number) = key.known.or(key.within) else { return Vec::new() };
    let place = lexicon.place(number);
    let is_container = key.known.is_none();
    let continent = ATLAS.continent_of.get(if place.country.is_empty() { place.name } else { place.country });
    parents.extend(continent.copied());
    if place.kind != PlaceKind::Country || is_container {
        parents.extend(country_name(place.country));
    }
    parents.extend(ATLAS.region_of.get(&number).map(|region| lexicon.place(*region).name));
    if is_container && place.kind != PlaceKind::Country {
        parents.push(place.name);
    }
    parents.dedup();
    parents.into_iter().map(|label| Parent { slug: slug(label), label: label.to_owned() }).collect()
}

/// What a listed place is to those that lie in it: a continent, a country, a region of a country. `None` for all others.
pub(super) fn own_level(number: u32) -> Option<Parent> {
    let place = lexicon::get().place(number);
    let is_wide = match place.kind {
        PlaceKind::Country => true,
        PlaceKind::Region if place.country.is_empty() => {
            ATLAS.continent_of.values().any(|it| *it == place.name)
        }
        PlaceKind::Region => true,
        _ => false,
    };
    is_wide.then(|| Parent { slug: slug(place.name), label: place.name.to_owned() })
}

/// The continent and the country of an ISO code, widest first.
pub(super) fn country_levels(code: &str) -> Vec<Parent> {
    let mut levels: Vec<&str> = ATLAS.continent_of.get(code).copied().into_iter().collect();
    levels.extend(country_name(code));
    levels.dedup();
    levels.into_iter().map(|label| Parent { slug: slug(label), label: label.to_owned() }).collect()
}

/// Whether a place lies in another, as far as the lists know; a city of unknown region may lie in any of its country.
fn lies_in(place: u32, container: u32) -> bool {
    let lexicon = lexicon::get();
    let (inner, outer) = (lexicon.place(place), lexicon.place(container));
    if inner.country.is_empty() || inner.country != outer.country || place == container {
        return false;
    }
    match outer.kind {
        PlaceKind::Country => inner.kind != PlaceKind::Country,
        PlaceKind::Region => {
            let is_city = matches!(inner.kind, PlaceKind::City | PlaceKind::Capital);
            is_city && ATLAS.region_of.get(&place).is_none_or(|region| *region == container)
        }
        _ => false,
    }
}

/// One place name of an article.
struct Named<'a> {
    /// Its place among the mentions of the article.
    at: usize,
    folded: String,
    text: &'a str,
    /// Every place of that name; empty where no list knows it.
    bearers: Vec<u32>,
    /// The container printed behind it.
    container: Option<u32>,
}

/// Reads the places of one article; `known` gives the place that the lists give a form, `None` for other kinds.
/// The answer is in step with `mentions`, `None` for what is no place.
pub(super) fn choose(
    text: &str,
    mentions: &[Mention],
    texts: &[&str],
    known: impl Fn(usize) -> Option<u32>,
) -> Vec<Option<Choice>> {
    let mut named: Vec<Named<'_>> = (0..mentions.len())
        .filter(|at| mentions[*at].kind == Kind::Place)
        .map(|at| {
            let folded = fold(&name::tidy(texts[at]));
            let bearers = match (known(at), ATLAS.bearers.get(&folded)) {
                (Some(_), Some(bearers)) => bearers.clone(),
                (Some(number), None) => vec![number],
                (None, _) => Vec::new(),
            };
            Named { at, folded, text: texts[at], bearers, container: None }
        })
        .collect();
    for index in 1..named.len() {
        let (before, container) = (&mentions[named[index - 1].at], &named[index]);
        if is_printed_behind(text, before, &mentions[container.at]) {
            named[index - 1].container = container_of(&named[index - 1], container);
        }
    }
    let evidence = Evidence::of(&named);
    let mut choices = vec![None; mentions.len()];
    for place in &named {
        choices[place.at] = Some(evidence.choose(place));
    }
    choices
}

/// Whether only a comma stands between two mentions: `Long Beach, California`, or a bracket: `Birmingham (Alabama)`.
fn is_printed_behind(text: &str, before: &Mention, after: &Mention) -> bool {
    let between = text.get(before.span.end as usize..after.span.start as usize).unwrap_or_default();
    let ends_so = || text[after.span.end as usize..].trim_start().starts_with(')');
    between.trim() == "," && between.starts_with(',') || between.trim() == "(" && ends_so()
}

/// The country or region among the bearers of the name behind, of several the one that can hold the place before.
fn container_of(place: &Named<'_>, behind: &Named<'_>) -> Option<u32> {
    let lexicon = lexicon::get();
    let is_wide = |number: &&u32| {
        let place = lexicon.place(**number);
        matches!(place.kind, PlaceKind::Country | PlaceKind::Region) && !place.country.is_empty()
    };
    // Countries in a row are a list: "France, Germany".
    let is_list = place.bearers.iter().any(|number| lexicon.place(*number).kind == PlaceKind::Country);
    let wide: Vec<u32> = behind.bearers.iter().filter(is_wide).copied().collect();
    let holds = |container: &&u32| place.bearers.iter().any(|number| lies_in(*number, **container));
    let holding = wide.iter().find(holds).copied();
    // "Moscow, Ukraine and" is a list as well: a region or country that cannot hold the city a list knows
    // says little, unless it is a state of the country where cities are always printed with their state.
    let is_state = |number: &u32| lexicon.place(*number).kind == PlaceKind::Region;
    holding.or_else(|| {
        let first = wide.iter().copied().find(is_state).or_else(|| wide.first().copied())?;
        (!is_list && (place.bearers.is_empty() || is_state(&first))).then_some(first)
    })
}

/// What an article says of its places together.
struct Evidence<'a> {
    /// The containers printed behind each folded name, anywhere in the article.
    containers: BTreeMap<&'a str, BTreeSet<u32>>,
    /// How many distinct other names speak for a country.
    countries: BTreeMap<&'static str, BTreeSet<&'a str>>,
}

impl<'a> Evidence<'a> {
    fn of(named: &'a [Named<'_>]) -> Self {
        let mut evidence = Self { containers: BTreeMap::new(), countries: BTreeMap::new() };
        for place in named {
            if let Some(container) = place.container {
                evidence.containers.entry(&place.folded).or_default().insert(container);
            }
            if let [only] = place.bearers.as_slice() {
                let country = lexicon::get().place(*only).country;
                evidence.countries.entry(country).or_default().insert(&place.folded);
            }
        }
        evidence
    }

    fn choose(&self, place: &Named<'_>) -> Choice {
        let elsewhere = self.containers.get(place.folded.as_str()).filter(|found| found.len() == 1);
        let container = match (place.container, elsewhere) {
            (Some(container), _) => Some((container, reason::CONTAINER)),
            (None, Some(found)) => found.first().map(|container| (*container, reason::ELSEWHERE)),
            _ => None,
        };
        if let Some((container, reason)) = container {
            let holds = |number: &&u32| lies_in(**number, container);
            let key = match place.bearers.iter().find(holds) {
                Some(number) => Key::known(Kind::Place, *number),
                None => {
                    Key { within: Some(container), ..Key::named(Kind::Place, name::plain_key(place.text)) }
                }
            };
            return Choice { key, reason };
        }
        let Some(first) = place.bearers.first() else {
            let key = Key::named(Kind::Place, name::plain_key(place.text));
            return Choice { key, reason: ("the name as printed", 80) };
        };
        if let [only] = place.bearers.as_slice() {
            return Choice { key: Key::known(Kind::Place, *only), reason: known_reason(*only, place.text) };
        }
        let near = self.with_neighbors(&place.bearers);
        let reason = if near.is_some() { reason::NEIGHBORS } else { reason::LARGEST };
        Choice { key: Key::known(Kind::Place, near.unwrap_or(*first)), reason }
    }

    /// The lesser bearer whose country the article's other places speak for, when none speaks for the best known.
    fn with_neighbors(&self, bearers: &[u32]) -> Option<u32> {
        let lexicon = lexicon::get();
        let n_neighbors = |number: &u32| {
            let country = lexicon.place(*number).country;
            self.countries.get(country).map_or(0, BTreeSet::len)
        };
        let (first, rest) = bearers.split_first()?;
        if n_neighbors(first) > 0 {
            return None;
        }
        let best = lexicon.place(*first);
        let is_plausible = |place: &Place| {
            place.population_thousands.saturating_mul(MAX_SHADOW) >= best.population_thousands
        };
        let mut near = rest
            .iter()
            .filter(|number| n_neighbors(number) >= MIN_NEIGHBORS && is_plausible(lexicon.place(**number)));
        near.next().copied()
    }
}

/// Why a form stands for the only place that has it.
fn known_reason(number: u32, text: &str) -> (&'static str, u8) {
    let place = lexicon::get().place(number);
    let text = name::tidy(text);
    let variant = place.variants.iter().find(|(variant, _)| *variant == text).map(|(_, what)| *what);
    match variant {
        _ if text == place.name => ("the name shown", 98),
        Some(what) => (what, 97),
        None if fold(&text) == fold(place.name) => ("differs only in capitals or accents", 97),
        None => ("another name of it in the lists", 95),
    }
}
