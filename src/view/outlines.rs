//! Outlines of the countries, as they ship with the page, into paths of a picture.
//!
//! On a map of the world a country that crosses its edge is cut there; around a middle everything within reach is
//! drawn whole. Points nearer to each other than a step of the picture's grid are left out, arc by arc, so that two
//! countries keep one border.

use super::projection::{Projection, equal_earth, turn};
use std::sync::LazyLock;

/// Points of an arc stand at least so many steps of the grid apart.
const LEAST_STEP: f64 = 1.5;
/// Along the edge of the map of the world a point every so many degrees of latitude, since that edge is curved.
const EDGE_STEP: f64 = 4.0;

/// Latitude and longitude, in degrees.
type Place = (f64, f64);

/// The outline of a country.
pub(super) struct Outline {
    /// Its ISO 3166-1 code; two dashes where it has none.
    pub code: String,
    /// Its outline as a path, in steps of the grid.
    pub path: String,
}

/// The countries of the world, as arcs that neighbors share.
struct Atlas {
    arcs: Vec<Vec<Place>>,
    countries: Vec<(String, Vec<Vec<i64>>)>,
}

static ATLAS: LazyLock<Atlas> =
    LazyLock::new(|| Atlas::read(&mut Reader(include_bytes!("../../lexicon/places/outlines.bin"))));

/// Reads whole numbers as LEB128; what is missing reads as nothing.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    fn number(&mut self) -> u64 {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 || shift > 56 {
                return number;
            }
        }
    }

    fn signed(&mut self) -> i64 {
        let number = self.number();
        let half = i64::try_from(number >> 1).unwrap_or_default();
        if number & 1 == 1 { -1 - half } else { half }
    }

    fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.number()).map(|_| read(self)).collect()
    }
}

impl Atlas {
    fn read(reader: &mut Reader<'_>) -> Self {
        let arcs = reader.list(|reader| {
            let (mut longitude, mut latitude) = (0, 0);
            reader.list(|reader| {
                (longitude, latitude) = (longitude + reader.signed(), latitude + reader.signed());
                (latitude as f64 / 100.0, longitude as f64 / 100.0)
            })
        });
        let countries = reader.list(|reader| {
            let code = [reader.byte(), reader.byte()].map(char::from).iter().collect();
            (code, reader.list(|reader| reader.list(Reader::signed)))
        });
        Self { arcs, countries }
    }
}

/// Draws the countries within reach of the middle, in degrees; `grid` is how many steps of the picture go to a radius
/// of the globe.
pub(super) fn draw(projection: Projection, reach: f64, grid: f64) -> Vec<Outline> {
    let thin: Vec<Vec<Place>> = ATLAS.arcs.iter().map(|arc| thin_out(arc, LEAST_STEP / grid)).collect();
    let draw = |(code, rings): &(String, Vec<Vec<i64>>)| {
        let mut pen = Pen { path: String::new(), grid };
        for ring in rings {
            let places = places_of(ring, &thin);
            match projection {
                Projection::World(middle) => draw_on_world(&places, middle, &mut pen),
                Projection::Around(..) => draw_around(&places, projection, reach, &mut pen),
            }
        }
        Outline { code: code.clone(), path: pen.path }
    };
    let outlines = ATLAS.countries.iter().map(draw);
    outlines.filter(|outline| !outline.path.is_empty()).collect()
}

/// The edge of the map of the world.
pub(super) fn draw_globe(grid: f64) -> String {
    let mut pen = Pen { path: String::new(), grid };
    let edge = along_edge(-90.0, 90.0, 180.0).chain(along_edge(90.0, -90.0, -180.0));
    pen.ring(edge.map(|(latitude, longitude)| equal_earth(latitude, longitude)));
    pen.path
}

fn thin_out(arc: &[Place], least: f64) -> Vec<Place> {
    let Some((first, last)) = arc.first().copied().zip(arc.last().copied()) else { return Vec::new() };
    let mut thin = vec![first];
    let mut before = first;
    for place in &arc[1..arc.len().max(2) - 1] {
        let step = (place.0 - before.0).to_radians();
        let across = turn(place.1 - before.1).to_radians() * place.0.to_radians().cos();
        if step * step + across * across >= least * least {
            thin.push(*place);
            before = *place;
        }
    }
    thin.push(last);
    thin
}

/// The places of a ring; an arc that is run backwards is written as `-1 - number`.
fn places_of(ring: &[i64], arcs: &[Vec<Place>]) -> Vec<Place> {
    let mut places = Vec::new();
    for number in ring {
        let at = usize::try_from(if *number < 0 { -1 - number } else { *number }).unwrap_or_default();
        let arc = arcs.get(at).map(Vec::as_slice).unwrap_or_default();
        if *number < 0 { places.extend(arc.iter().rev()) } else { places.extend(arc) }
    }
    places
}

/// A ring that holds what lies opposite the middle would be drawn inside out; none that reaches near the middle does.
fn draw_around(places: &[Place], projection: Projection, reach: f64, pen: &mut Pen) {
    let radius = 2.0 * (reach.to_radians() / 2.0).sin();
    let points: Vec<(f64, f64)> =
        places.iter().map(|(latitude, longitude)| projection.project(*latitude, *longitude)).collect();
    if points.iter().any(|(x, y)| x.hypot(*y) <= radius) {
        pen.ring(points.into_iter());
    }
}

/// Draws a ring unrolled along the equator, cut at both edges, once for each time round that it touches.
fn draw_on_world(places: &[Place], middle: f64, pen: &mut Pen) {
    let mut unrolled = unroll(places, middle);
    let ends = unrolled.first().copied().zip(unrolled.last().copied());
    if let Some((first, last)) = ends.filter(|(first, last)| (last.1 - first.1).abs() > 180.0) {
        // It goes around a pole: the ring is closed there.
        let pole = 90.0_f64.copysign(first.0);
        unrolled.extend([(pole, last.1), (pole, first.1)]);
    }
    for round in [-360.0, 0.0, 360.0] {
        let shifted: Vec<Place> = unrolled.iter().map(|(latitude, at)| (*latitude, at + round)).collect();
        let inside = cut(&cut(&shifted, 1.0), -1.0);
        if inside.len() > 2 {
            pen.ring(bend(&inside).into_iter().map(|(latitude, at)| equal_earth(latitude, at)));
        }
    }
}

/// Longitudes from the middle that go on beyond 180 instead of jumping.
fn unroll(places: &[Place], middle: f64) -> Vec<Place> {
    let mut at = None;
    let next = |(latitude, longitude): &Place| {
        let from_middle = turn(longitude - middle);
        let here = at.map_or(from_middle, |before: f64| before + turn(from_middle - before));
        at = Some(here);
        (*latitude, here)
    };
    places.iter().map(next).collect()
}

/// What of a ring lies on this side of the edge: of 180 degrees for a positive sign, of -180 for a negative one
/// (Sutherland and Hodgman 1974).
fn cut(ring: &[Place], sign: f64) -> Vec<Place> {
    let beyond = |place: &Place| place.1 * sign - 180.0;
    let mut kept = Vec::with_capacity(ring.len());
    for (at, place) in ring.iter().enumerate() {
        let before = &ring[at.checked_sub(1).unwrap_or(ring.len() - 1)];
        let (from, to) = (beyond(before), beyond(place));
        if (from > 0.0) != (to > 0.0) {
            let part = from / (from - to);
            kept.push((before.0 + (place.0 - before.0) * part, 180.0 * sign));
        }
        if to <= 0.0 {
            kept.push(*place);
        }
    }
    kept
}

/// Adds points along the edge of the map, which is curved.
fn bend(ring: &[Place]) -> Vec<Place> {
    let mut bent: Vec<Place> = Vec::with_capacity(ring.len());
    for (at, place) in ring.iter().enumerate() {
        let before = ring[at.checked_sub(1).unwrap_or(ring.len() - 1)];
        let is_along =
            before.1.abs() >= 180.0 && place.1.abs() >= 180.0 && before.1.signum() == place.1.signum();
        if is_along {
            bent.extend(along_edge(before.0, place.0, place.1).skip(1));
        } else {
            bent.push(*place);
        }
    }
    bent
}

fn along_edge(from: f64, to: f64, longitude: f64) -> impl Iterator<Item = Place> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 45 steps")]
    let n_steps = ((to - from).abs() / EDGE_STEP).ceil().max(1.0) as u32;
    (0..=n_steps).map(move |step| (from + (to - from) * f64::from(step) / f64::from(n_steps), longitude))
}

/// Writes a path in whole steps of a grid.
struct Pen {
    path: String,
    grid: f64,
}

impl Pen {
    fn ring(&mut self, points: impl Iterator<Item = (f64, f64)>) {
        #[expect(clippy::cast_possible_truncation, reason = "a picture is a few thousand steps wide")]
        let step = |at: f64| (at * self.grid).round() as i32;
        let mut points: Vec<(i32, i32)> = points.map(|(x, y)| (step(x), step(y))).collect();
        points.dedup();
        if points.len() < 4 {
            return;
        }
        let mut last = points[0];
        self.pair('M', last);
        for (x, y) in &points[1..] {
            self.pair('l', (x - last.0, y - last.1));
            last = (*x, *y);
        }
        self.path.push('z');
    }

    fn pair(&mut self, command: char, (x, y): (i32, i32)) {
        self.path.push(command);
        self.path.push_str(&x.to_string());
        if y >= 0 {
            self.path.push(' ');
        }
        self.path.push_str(&y.to_string());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_is_read() {
        let codes: Vec<&str> = ATLAS.countries.iter().map(|(code, _)| code.as_str()).collect();
        for code in ["UA", "RU", "US", "XK", "PS", "TW", "FJ", "AQ", "MT", "VA", "SG"] {
            assert!(codes.contains(&code), "{code}");
        }
        let places = || ATLAS.arcs.iter().flatten();
        assert!(places().count() > 8000);
        assert!(places().all(|(latitude, longitude)| latitude.abs() <= 90.0 && longitude.abs() <= 180.0));
        let arcs = ATLAS.countries.iter().flat_map(|(_, rings)| rings).flatten();
        assert!(arcs.copied().all(|arc| arc.max(-1 - arc) < i64::try_from(ATLAS.arcs.len()).expect("few")));
    }

    fn numbers(path: &str) -> Vec<(i32, i32)> {
        let (mut x, mut y) = (0, 0);
        let mut points = Vec::new();
        for step in path.split(['M', 'l', 'z']).filter(|step| !step.is_empty()) {
            let cut = step[1..].find([' ', '-']).expect("two numbers") + 1;
            let (dx, dy): (i32, i32) =
                (step[..cut].parse().expect("a number"), step[cut..].trim().parse().expect("a number"));
            // Only the first ring of a path is followed from an absolute place; others begin anew.
            (x, y) = (x + dx, y + dy);
            points.push((x, y));
        }
        points
    }

    #[test]
    fn nothing_reaches_beyond_the_edge_of_the_world() {
        for middle in [0.0, 11.0, -170.0, 95.0] {
            for outline in draw(Projection::World(middle), 180.0, 1000.0) {
                for ring in outline.path.split_inclusive('z') {
                    for (x, y) in numbers(ring) {
                        assert!(x.abs() <= 2708 && y.abs() <= 1319, "{} {x} {y} at {middle}", outline.code);
                    }
                }
            }
        }
    }

    /// No line runs across the whole map: what crosses the edge is cut there.
    #[test]
    fn countries_are_cut_at_the_edge() {
        for outline in draw(Projection::World(11.0), 180.0, 1000.0) {
            for ring in outline.path.split_inclusive('z').filter(|_| outline.code != "AQ") {
                let points = numbers(ring);
                let widest = points.windows(2).map(|pair| (pair[0].0 - pair[1].0).abs()).max().unwrap_or(0);
                assert!(widest < 400, "{} {widest}", outline.code);
            }
        }
    }

    #[test]
    fn a_ring_over_the_edge_becomes_two() {
        let mut pen = Pen { path: String::new(), grid: 100.0 };
        let ring = [(10.0, 170.0), (10.0, -170.0), (0.0, -170.0), (0.0, 170.0), (10.0, 170.0)];
        draw_on_world(&ring, 0.0, &mut pen);
        assert_eq!(pen.path.matches('M').count(), 2, "{}", pen.path);
    }
}
