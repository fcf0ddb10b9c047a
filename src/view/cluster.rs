//! Circles that would cover each other into one, for every scale a map is drawn at.
//!
//! Introduces *levels*: scales from the farthest, 0, to the nearest, each 1.41 times the one before. From the nearest
//! to the farthest, the place of the most articles takes in what it would cover, and keeps it: what parts on the way
//! in parts once, and no article is lost or counted twice in one circle.

use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The farthest scale in pixels to a radius of the globe: the whole world 300 pixels wide.
pub const FARTHEST_SCALE: f64 = 55.0;
/// The nearest: 200 m to a pixel, where places known to a hundredth of a degree stand five pixels from where they are.
pub const NEAREST_SCALE: f64 = 32_000.0;
/// How many levels there are.
pub const N_LEVELS: u8 = 19;
/// The radius of a circle that holds every article on the map, and the least of all, in pixels.
const MOST_RADIUS: f64 = 27.0;
const LEAST_RADIUS: f64 = 3.5;
/// The middles of two circles are at least so many pixels apart, and at least this share of both radii.
const LEAST_APART: f64 = 15.0;
const PART_APART: f64 = 0.85;

/// The level of a scale, in pixels to a radius of the globe.
#[must_use]
pub fn level_of(scale: f64) -> u8 {
    let at = 2.0 * (scale / FARTHEST_SCALE).max(1.0).log2();
    (0..N_LEVELS).rev().find(|level| f64::from(*level) <= at).unwrap_or_default()
}

/// The scale of a level: the least that it is drawn at.
#[must_use]
pub fn scale_of(level: u8) -> f64 {
    FARTHEST_SCALE * (f64::from(level) / 2.0).exp2()
}

/// The radius of a circle in pixels: its area grows with its articles, of so many on the map.
#[must_use]
pub fn radius_of(n_articles: u32, n_all: u32) -> f64 {
    (MOST_RADIUS * (f64::from(n_articles) / f64::from(n_all.max(1))).sqrt()).max(LEAST_RADIUS)
}

/// Where a place goes when the map is seen from afar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Join {
    /// The number of the place that takes it in.
    pub into: u32,
    /// The nearest level at which it does.
    pub level: u8,
}

/// A place while circles are joined.
pub(super) struct Spot {
    pub x: f64,
    pub y: f64,
    /// Its own articles.
    n_own: u32,
    /// Where it has taken others in: from which level outward, and how many articles they have together.
    pub counts: Vec<(u8, u32)>,
    pub join: Option<Join>,
    number: u32,
}

impl Spot {
    pub(super) fn new(number: u32, (x, y): (f64, f64), n_articles: u32) -> Self {
        Self { x, y, n_own: n_articles, counts: Vec::new(), join: None, number }
    }

    fn n_articles(&self) -> u32 {
        self.counts.last().map_or(self.n_own, |(_, n)| *n)
    }

    fn is_near(&self, other: &Self, scale: f64, n_all: u32) -> bool {
        let radii = radius_of(self.n_articles(), n_all) + radius_of(other.n_articles(), n_all);
        let apart = (self.x - other.x).hypot(self.y - other.y) * scale;
        apart < LEAST_APART.max(PART_APART * radii)
    }
}

/// Joins spots for every level; `take_in` joins circles to one and says how many articles they then have together.
pub(super) fn join(spots: &mut [Spot], n_all: u32, mut take_in: impl FnMut(u32, &[u32]) -> u32) {
    let mut apart: Vec<usize> = (0..spots.len()).collect();
    apart.sort_by(|a, b| spots[*a].x.total_cmp(&spots[*b].x).then(a.cmp(b)));
    for level in (0..N_LEVELS).rev() {
        // A circle that has grown may cover another.
        while join_level(spots, &mut apart, level, n_all, &mut take_in) {}
    }
}

/// Joins what stands too near at one level; `apart` holds the spots that are left, from left to right.
fn join_level(
    spots: &mut [Spot],
    apart: &mut Vec<usize>,
    level: u8,
    n_all: u32,
    take_in: &mut impl FnMut(u32, &[u32]) -> u32,
) -> bool {
    let scale = scale_of(level);
    let mut order: Vec<usize> = (0..apart.len()).collect();
    order.sort_unstable_by_key(|at| (Reverse(spots[apart[*at]].n_articles()), apart[*at]));
    let mut taken: Vec<(usize, Vec<u32>)> = Vec::new();
    for at in order {
        let own = apart[at];
        if spots[own].join.is_some() {
            continue;
        }
        // What is larger has had its turn, and would have taken this one in if they were near.
        let radius = radius_of(spots[own].n_articles(), n_all);
        let widest = (2.0 * PART_APART * radius).max(LEAST_APART) / scale;
        let (x, number) = (spots[own].x, spots[own].number);
        let mut others = Vec::new();
        let mut meet = |other: usize| {
            let is_beside = (spots[other].x - x).abs() <= widest;
            if is_beside && spots[other].join.is_none() && spots[own].is_near(&spots[other], scale, n_all) {
                spots[other].join = Some(Join { into: number, level });
                others.push(spots[other].number);
            }
            is_beside
        };
        let _ = apart[..at].iter().rev().all(|other| meet(*other));
        let _ = apart[at + 1..].iter().all(|other| meet(*other));
        if !others.is_empty() {
            taken.push((own, others));
        }
    }
    apart.retain(|at| spots[*at].join.is_none());
    for (own, others) in &taken {
        let n = take_in(spots[*own].number, others);
        spots[*own].counts.retain(|(at, _)| *at != level);
        spots[*own].counts.push((level, n));
    }
    !taken.is_empty()
}
