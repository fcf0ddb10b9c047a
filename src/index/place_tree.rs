//! Places into a tree: continent, country, region, place.
//!
//! Introduces *levels*: values of the facet that stand for a place together with everything in it.
//! `lithuania` are the articles that name Lithuania, `in:lithuania` those that name it or anything in
//! it; an article counts once at each level. The colon keeps them apart from the names of entities,
//! which hold none.

use super::Value;
use crate::resolve::{Backing, Parent, Resolved};
use std::collections::BTreeMap;

/// What the names of levels begin with.
const IN: &str = "in:";
/// The level of places of which no list knows what they lie in.
pub const ELSEWHERE: &str = "in:elsewhere";
/// Its name on the screen.
const ELSEWHERE_LABEL: &str = "Elsewhere";

/// How the values of the `Where` facet lie in each other. Places come first, then the levels.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceTree {
    /// The level directly around each value.
    parents: Vec<Option<u32>>,
    /// For each level the place of that name, if any article names it.
    places: Vec<Option<u32>>,
}

impl PlaceTree {
    /// The level directly around a value.
    #[must_use]
    pub fn parent(&self, value: u32) -> Option<u32> {
        self.parents.get(value as usize).copied().flatten()
    }

    /// Whether a value stands for a place together with everything in it.
    #[must_use]
    pub fn is_level(&self, value: u32) -> bool {
        value as usize >= self.n_places() && (value as usize) < self.parents.len()
    }

    /// The place that a level is named after, if any article names it.
    #[must_use]
    pub fn place_of(&self, level: u32) -> Option<u32> {
        let at = (level as usize).checked_sub(self.n_places())?;
        self.places.get(at).copied().flatten()
    }

    /// The levels around a value, narrowest first.
    pub fn around(&self, value: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(self.parent(value), |level| self.parent(*level))
    }

    fn n_places(&self) -> usize {
        self.parents.len() - self.places.len()
    }

    /// The levels that demonyms speak for, each with the article.
    pub(super) fn by_nationality(
        &self,
        resolved: &Resolved,
        find: impl Fn(&str) -> Option<u32>,
    ) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        let mut countries: BTreeMap<&str, Option<u32>> = BTreeMap::new();
        for (article, doc) in resolved.articles.iter().zip(0u32..) {
            for backing in &article.backing {
                let country = countries.entry(backing.country);
                let country = *country.or_insert_with(|| find(&slug_of(&backing.levels())));
                let levels = country.into_iter().flat_map(|country| {
                    std::iter::once(country).chain(self.around(country)).map(|level| (level, doc))
                });
                pairs.extend(levels);
            }
        }
        pairs
    }
}

/// The name of a level in URLs: `in:europe`, `in:ukraine`, `in:united-states:california`.
fn slug_of(path: &[Parent]) -> String {
    // A country needs no continent to be told from others; a region needs its country.
    let told = if path.len() > 1 { &path[1..] } else { path };
    let slugs: Vec<&str> = told.iter().map(|parent| parent.slug.as_str()).collect();
    format!("{IN}{}", slugs.join(":"))
}

/// The levels while they are found, by slug.
#[derive(Default)]
struct Levels {
    found: BTreeMap<String, Level>,
}

struct Level {
    label: String,
    /// The slug of the level around it.
    parent: Option<String>,
    /// The place it is named after.
    place: Option<u32>,
    docs: Vec<u32>,
}

impl Levels {
    /// Adds every level of a path, and gives the slug of the innermost.
    fn add(&mut self, path: &[Parent], docs: &[u32]) -> Option<String> {
        let mut parent: Option<String> = None;
        for (end, level) in (1..).zip(path) {
            let slug = slug_of(&path[..end]);
            let around = parent.replace(slug.clone());
            let new = || Level { label: level.label.clone(), parent: around, place: None, docs: Vec::new() };
            self.found.entry(slug).or_insert_with(new).docs.extend(docs);
        }
        parent
    }
}

/// Adds the levels to the values of places, which are in step with the places among the entities.
pub(super) fn grow(mut values: Vec<Value>, resolved: &Resolved) -> (Vec<Value>, PlaceTree) {
    let places = resolved.entities.iter().filter(|entity| entity.kind == crate::key::Kind::Place);
    let elsewhere = [Parent { slug: ELSEWHERE[IN.len()..].to_owned(), label: ELSEWHERE_LABEL.to_owned() }];
    let mut levels = Levels::default();
    let mut around: Vec<Option<String>> = Vec::with_capacity(values.len());
    for (entity, at) in places.zip(0u32..) {
        let path = entity.levels();
        let path = if path.is_empty() { &elsewhere[..] } else { &path };
        let level = levels.add(path, &entity.articles);
        if entity.holds_places()
            && let Some(level) = level.as_ref().and_then(|slug| levels.found.get_mut(slug))
        {
            level.place = Some(at);
            level.label.clone_from(&entity.name);
        }
        around.push(level);
    }
    let backings = resolved.articles.iter().flat_map(|article| &article.backing);
    let countries: BTreeMap<&str, &Backing> = backings.map(|backing| (backing.country, backing)).collect();
    for backing in countries.values() {
        levels.add(&backing.levels(), &[]);
    }
    let n_places = u32::try_from(values.len()).expect("fewer than 4 billion places");
    let numbers: BTreeMap<&str, u32> = levels.found.keys().map(String::as_str).zip(n_places..).collect();
    let number = |slug: Option<&String>| slug.and_then(|slug| numbers.get(slug.as_str()).copied());
    let mut tree = PlaceTree::default();
    tree.parents.extend(around.iter().map(|slug| number(slug.as_ref())));
    tree.parents.extend(levels.found.values().map(|level| number(level.parent.as_ref())));
    tree.places.extend(levels.found.values().map(|level| level.place));
    // Without forms: a name typed in the search box means the place itself.
    let value = |(slug, Level { label, docs, .. })| Value { slug, label, docs, ..Value::default() };
    values.extend(levels.found.into_iter().map(value));
    (values, tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_named_with_their_country() {
        let path = |labels: &[&str]| -> Vec<Parent> {
            let parent = |label: &&str| Parent { slug: crate::key::slug(label), label: (*label).to_owned() };
            labels.iter().map(parent).collect()
        };
        assert_eq!(slug_of(&path(&["Europe"])), "in:europe");
        assert_eq!(slug_of(&path(&["Europe", "Lithuania"])), "in:lithuania");
        assert_eq!(slug_of(&path(&["North America", "United States", "Texas"])), "in:united-states:texas");
    }
}
