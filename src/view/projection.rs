//! Places on the globe into a plane and back: a map of the world, or one around a middle. Both keep areas.
//!
//! Plane lengths are in radii of the globe, from the middle to the right and down. Equal Earth by Šavrič, Patterson
//! and Jenny (2018), Lambert's azimuthal equal-area projection by Snyder (1987, pages 182 to 190), for the sphere.
//! A few formulas, where a crate of projections would be larger than all other views.

use serde::{Deserialize, Serialize};
use std::f64::consts::PI;

/// The coefficients of Equal Earth.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
/// Half of the square root of three, likewise.
const M: f64 = 0.866_025_403_784_438_6;
/// Rounds of Newton's method; four are enough for a double.
const N_ROUNDS: usize = 12;
/// Places within so many degrees of a middle are drawn around it, wider ones on a map of the world.
const MOST_AROUND: f64 = 52.0;
/// Steps toward the middle of the smallest circle around all places; each halves nothing, but the last are minute.
const N_STEPS: u32 = 64;
/// The meridian in the middle of a map of the world that nothing speaks against: it cuts the Bering Strait.
const USUAL_MIDDLE: f64 = 11.0;

/// How the globe becomes a plane. Degrees, north and east positive.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Projection {
    /// The whole world, with this meridian in the middle.
    World(f64),
    /// What lies around this latitude and longitude.
    Around(f64, f64),
}

impl Default for Projection {
    fn default() -> Self {
        Self::World(USUAL_MIDDLE)
    }
}

impl Projection {
    /// The projection that suits places, given by latitude and longitude, and how far they reach from the middle in degrees.
    #[must_use]
    pub fn suiting(places: &[(f64, f64)]) -> (Self, f64) {
        let (latitude, longitude, reach) = enclose(places);
        if places.is_empty() || reach > MOST_AROUND {
            return (Self::World(middle_of_world(places)), 180.0);
        }
        (Self::Around(latitude.round(), longitude.round()), reach)
    }

    /// Where a place lies in the plane.
    #[must_use]
    pub fn project(self, latitude: f64, longitude: f64) -> (f64, f64) {
        match self {
            Self::World(middle) => equal_earth(latitude, turn(longitude - middle)),
            Self::Around(of, middle) => {
                let (sin_of, cos_of) = of.to_radians().sin_cos();
                let (sin, cos) = latitude.to_radians().sin_cos();
                let (sin_turn, cos_turn) = (longitude - middle).to_radians().sin_cos();
                let nearness = (1.0 + sin_of * sin + cos_of * cos * cos_turn).max(1e-9);
                let scale = (2.0 / nearness).sqrt();
                (scale * cos * sin_turn, -scale * (cos_of * sin - sin_of * cos * cos_turn))
            }
        }
    }

    /// The latitude and longitude of a place in the plane; nothing outside the globe.
    #[must_use]
    pub fn invert(self, x: f64, y: f64) -> Option<(f64, f64)> {
        match self {
            Self::World(middle) => {
                let (latitude, turned) = equal_earth_inverse(x, -y)?;
                Some((latitude, turn(turned + middle)))
            }
            Self::Around(of, middle) => {
                let distance = x.hypot(y);
                if distance > 2.0 {
                    return None;
                }
                if distance < 1e-12 {
                    return Some((of, middle));
                }
                let (sin_of, cos_of) = of.to_radians().sin_cos();
                let (sin, cos) = (2.0 * (distance / 2.0).asin()).sin_cos();
                let latitude = (cos * sin_of - y * sin * cos_of / distance).clamp(-1.0, 1.0).asin();
                let turned = (x * sin).atan2(distance * cos_of * cos + y * sin_of * sin);
                Some((latitude.to_degrees(), turn(middle + turned.to_degrees())))
            }
        }
    }
}

/// Degrees of longitude from -180 to 180.
pub(super) fn turn(longitude: f64) -> f64 {
    if (-180.0..=180.0).contains(&longitude) {
        return longitude;
    }
    (longitude + 180.0).rem_euclid(360.0) - 180.0
}

/// Equal Earth of a latitude and a longitude from the middle, which may be 180 on either side.
pub(super) fn equal_earth(latitude: f64, longitude: f64) -> (f64, f64) {
    let theta = (M * latitude.to_radians().sin()).asin();
    let (square, sixth) = (theta * theta, theta.powi(6));
    let x = longitude.to_radians() * theta.cos() / (M * slope(square, sixth));
    (x, -height(theta, square, sixth))
}

fn height(theta: f64, square: f64, sixth: f64) -> f64 {
    theta * (A[0] + A[1] * square + sixth * (A[2] + A[3] * square))
}

fn slope(square: f64, sixth: f64) -> f64 {
    A[0] + 3.0 * A[1] * square + sixth * (7.0 * A[2] + 9.0 * A[3] * square)
}

fn equal_earth_inverse(x: f64, y: f64) -> Option<(f64, f64)> {
    let mut theta = y;
    for _ in 0..N_ROUNDS {
        let (square, sixth) = (theta * theta, theta.powi(6));
        theta -= (height(theta, square, sixth) - y) / slope(square, sixth);
    }
    let sin = theta.sin() / M;
    let longitude = M * x * slope(theta * theta, theta.powi(6)) / theta.cos();
    let is_inside = sin.abs() <= 1.0 + 1e-9 && longitude.abs() <= PI + 1e-9;
    is_inside.then(|| (sin.clamp(-1.0, 1.0).asin().to_degrees(), longitude.to_degrees()))
}

/// The middle of the smallest circle around places and how far it reaches, in degrees: toward the farthest place by
/// ever smaller steps (Bădoiu and Clarkson 2003).
fn enclose(places: &[(f64, f64)]) -> (f64, f64, f64) {
    let points: Vec<[f64; 3]> = places.iter().map(|place| vector(*place)).collect();
    let Some(mut middle) = points.first().copied() else { return (0.0, 0.0, 0.0) };
    let nearness = |a: &[f64; 3], b: &[f64; 3]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
    let farthest = |middle: &[f64; 3]| {
        points.iter().copied().min_by(|a, b| nearness(a, middle).total_cmp(&nearness(b, middle)))
    };
    for step in 1..=N_STEPS {
        let Some(far) = farthest(&middle) else { break };
        let part = 1.0 / f64::from(step + 1);
        let moved: [f64; 3] = std::array::from_fn(|at| middle[at] + (far[at] - middle[at]) * part);
        let length = nearness(&moved, &moved).sqrt();
        if length < 1e-6 {
            return (0.0, 0.0, 180.0);
        }
        middle = moved.map(|it| it / length);
    }
    let reach = farthest(&middle).map_or(0.0, |far| nearness(&far, &middle).clamp(-1.0, 1.0).acos());
    (middle[2].asin().to_degrees(), middle[1].atan2(middle[0]).to_degrees(), reach.to_degrees())
}

fn vector((latitude, longitude): (f64, f64)) -> [f64; 3] {
    let ((sin, cos), (sin_turn, cos_turn)) =
        (latitude.to_radians().sin_cos(), longitude.to_radians().sin_cos());
    [cos * cos_turn, cos * sin_turn, sin]
}

/// The usual meridian, unless the widest stretch of longitude without a place lies elsewhere than at the edge of that
/// map: then the one opposite its middle, so that the edge of the map parts no places.
fn middle_of_world(places: &[(f64, f64)]) -> f64 {
    let mut longitudes: Vec<f64> = places.iter().map(|(_, longitude)| turn(*longitude)).collect();
    longitudes.sort_by(f64::total_cmp);
    let Some((first, last)) = longitudes.first().copied().zip(longitudes.last().copied()) else {
        return USUAL_MIDDLE;
    };
    let around = [(last, first + 360.0)];
    let gaps = longitudes.windows(2).map(|pair| (pair[0], pair[1])).chain(around);
    let edge = USUAL_MIDDLE + 180.0;
    let holds_edge =
        |(from, to): (f64, f64)| (from < edge && edge < to) || (from < edge - 360.0 && edge - 360.0 < to);
    let widest = gaps.max_by(|a, b| (a.1 - a.0).total_cmp(&(b.1 - b.0)));
    match widest {
        Some(gap) if !holds_edge(gap) => turn((gap.0 + gap.1) / 2.0 + 180.0).round(),
        _ => USUAL_MIDDLE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: (f64, f64), wanted: (f64, f64), by: f64) {
        let is_near = (found.0 - wanted.0).abs() <= by && (found.1 - wanted.1).abs() <= by;
        assert!(is_near, "{found:?} is not {wanted:?}");
    }

    /// The numbers that PROJ is tested with, for a sphere of 6,378,137 m; up is positive there.
    #[test]
    fn equal_earth_is_as_published() {
        let radius = 6_378_137.0;
        let at = |latitude, longitude| {
            let (x, y) = Projection::World(0.0).project(latitude, longitude);
            (x * radius, -y * radius)
        };
        assert_near(at(0.0, 0.0), (0.0, 0.0), 0.01);
        assert_near(at(0.0, 180.0), (17_263_256.84, 0.0), 0.01);
        assert_near(at(45.0, 180.0), (14_795_421.79, 5_486_671.72), 0.01);
        assert_near(at(90.0, -180.0), (-10_227_908.09, 8_402_320.16), 0.01);
    }

    /// Snyder's numerical example (1987, page 332), for a sphere of radius 3; up is positive there.
    #[test]
    fn the_azimuthal_projection_is_as_published() {
        let (x, y) = Projection::Around(40.0, -100.0).project(-20.0, 100.0);
        assert_near((x * 3.0, -y * 3.0), (-4.233_930_3, 4.025_777_5), 1e-6);
    }

    #[test]
    fn a_place_comes_back() {
        let projections = [
            Projection::World(11.0),
            Projection::World(-160.0),
            Projection::Around(50.0, 30.0),
            Projection::Around(-90.0, 0.0),
            Projection::Around(3.0, 179.0),
        ];
        for projection in projections {
            for (latitude, longitude) in (-17..18).flat_map(|a| (-17..18).map(move |b| (a * 5, b * 10))) {
                let place = (f64::from(latitude), f64::from(longitude));
                let (x, y) = projection.project(place.0, place.1);
                let is_antipode = matches!(projection, Projection::Around(of, middle)
                    if place.0 == -of && (turn(place.1 - middle).abs() > 179.0 || of.abs() == 90.0));
                if !is_antipode {
                    let found = projection.invert(x, y).expect("a place on the globe");
                    assert!((found.0 - place.0).abs() < 1e-6, "{projection:?} {place:?} {found:?}");
                    assert!((turn(found.1 - place.1) * place.0.to_radians().cos()).abs() < 1e-6);
                }
            }
        }
        assert_eq!(Projection::World(0.0).invert(3.0, 0.0), None);
        assert_eq!(Projection::Around(0.0, 0.0).invert(2.0, 1.0), None);
    }

    #[test]
    fn the_projection_suits_the_places() {
        let (kyiv, vilnius, tokyo, lima) =
            ((50.45, 30.52), (54.69, 25.28), (35.69, 139.69), (-12.04, -77.03));
        assert!(
            matches!(Projection::suiting(&[kyiv, vilnius]), (Projection::Around(53.0, 28.0), reach) if reach < 4.0)
        );
        assert!(matches!(Projection::suiting(&[kyiv, tokyo, lima]).0, Projection::World(_)));
        assert_eq!(Projection::suiting(&[]).0, Projection::World(USUAL_MIDDLE));
        let (fiji, samoa) = ((-18.1, 178.4), (-13.8, -171.8));
        let (projection, reach) = Projection::suiting(&[fiji, samoa]);
        assert!(reach < 10.0, "the date line lies between them and parts nothing: {projection:?}");
        let (x, _) = projection.project(fiji.0, fiji.1);
        let (other, _) = projection.project(samoa.0, samoa.1);
        assert!(x < 0.0 && 0.0 < other && other - x < 0.3);
    }

    #[test]
    fn the_edge_of_the_world_parts_no_places() {
        let pacific =
            [(35.0, 139.0), (21.0, -158.0), (34.0, -118.0), (-34.0, 151.0), (-33.0, -71.0), (60.0, -150.0)];
        let Projection::World(middle) = Projection::suiting(&pacific).0 else {
            panic!("the Pacific is wide")
        };
        assert!(turn(middle - 180.0).abs() < 60.0, "{middle}");
    }
}
