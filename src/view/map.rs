//! Where: the places of a selection on a plane, with the outlines of the countries.

use super::cluster::Join;
use super::network::StepSentence;
use super::projection::Projection;
use serde::{Deserialize, Serialize};

/// The places of a selection. Plane lengths are in radii of the globe, to the right and down.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MapView {
    /// Articles of the selection, or stories where each counts once.
    pub n_articles: u32,
    /// Those of them that name a place on the map.
    pub n_placed: u32,
    /// How the globe becomes a plane.
    pub projection: Projection,
    /// The part of the plane that holds all places, with room around them: left, top, right, bottom.
    pub frame: [f32; 4],
    /// The part of the plane that is drawn.
    pub whole: [f32; 4],
    /// Steps of the paths to a radius of the globe.
    pub grid: f32,
    /// The edge of the globe as a path; empty where it is not on the map.
    pub globe: String,
    /// The outlines of all countries as a path.
    pub land: String,
    /// The countries in which something is named.
    pub countries: Vec<MapCountry>,
    /// The places on the map, most named first.
    pub places: Vec<MapPlace>,
    /// The places that no list knows the coordinates of, most named first.
    pub unplaced: Vec<UnplacedPlace>,
    /// What is looked at.
    pub looked: Option<LookedPlace>,
}

/// A country in which something is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapCountry {
    /// Its name.
    pub name: String,
    /// Articles that name it or anything in it.
    pub n_articles: u32,
    /// Its outline as a path.
    pub path: String,
}

/// A place on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MapPlace {
    /// Its name in URLs.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// For a country or region, what the address calls it with everything in it, and articles that name any of it.
    pub level: Option<(String, u32)>,
    /// Whether it is wider than a city: its circle stands in its middle.
    pub is_wide: bool,
    /// Latitude and longitude in degrees.
    pub at: (f32, f32),
    /// Where it lies in the plane.
    pub x: f32,
    /// Likewise, downward.
    pub y: f32,
    /// Articles that name it.
    pub n_articles: u32,
    /// What takes it in when the map is seen from afar; nothing for what always stands alone.
    pub join: Option<Join>,
    /// From which level outward it takes others in, and how many articles they have together.
    pub counts: Vec<(u8, u32)>,
}

/// A place without coordinates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnplacedPlace {
    /// Its name in URLs.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Articles that name it.
    pub n_articles: u32,
}

/// A place that is looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookedPlace {
    /// Its number among the places.
    pub place: u32,
    /// Some of the sentences that name it.
    pub sentences: Vec<StepSentence>,
}

/// A circle of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapCircle {
    /// The numbers of the places in it, the one it stands at first, then the others, most named first.
    pub places: Vec<u32>,
    /// Articles that name any of them.
    pub n_articles: u32,
}

impl MapView {
    /// The place that stands for a place at a level: itself, or what has taken it in.
    #[must_use]
    pub fn root(&self, place: u32, level: u8) -> u32 {
        let mut at = place;
        // Each step leads to a place that is taken in later, so that there is an end.
        while let Some(join) =
            self.places.get(at as usize).and_then(|it| it.join).filter(|it| it.level >= level)
        {
            at = join.into;
        }
        at
    }

    /// The circles of a level, those of the most named place first.
    #[must_use]
    pub fn circles(&self, level: u8) -> Vec<MapCircle> {
        let mut circles: Vec<MapCircle> = Vec::new();
        let mut circle_of = vec![usize::MAX; self.places.len()];
        let all = || (0u32..).zip(&self.places);
        for (at, place) in all().filter(|(at, _)| self.root(*at, level) == *at) {
            circle_of[at as usize] = circles.len();
            let joined = place.counts.iter().rev().find(|(from, _)| *from >= level);
            let n_articles = joined.map_or(place.n_articles, |(_, n)| *n);
            circles.push(MapCircle { places: vec![at], n_articles });
        }
        for (at, _) in all() {
            let root = self.root(at, level);
            if let Some(circle) = circles.get_mut(circle_of[root as usize]).filter(|_| root != at) {
                circle.places.push(at);
            }
        }
        circles
    }

    /// The least level at which a circle's first place stands without any of the others; nothing where they never part.
    #[must_use]
    pub fn parts_at(&self, circle: &MapCircle) -> Option<u8> {
        let last = super::cluster::N_LEVELS - 1;
        let first = circle.places.first().copied()?;
        (0..=last).find(|level| circle.places[1..].iter().any(|other| self.root(*other, *level) != first))
    }
}
