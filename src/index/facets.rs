//! Facet columns: the values of one facet, who has them, and what each article has.

use super::place_tree::{PlaceTree, grow};
use super::{DocSet, Stories};
use crate::annotate::timex::month_names;
use crate::clean::Article;
use crate::key::{Axis, Facet, slug};
use crate::resolve::{Entity, EntityId, Resolved, ResolvedArticle};
use crate::text::FastMap;
use std::collections::{BTreeMap, HashSet};

/// One value of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// Its name in URLs, unique in its facet.
    pub slug: String,
    /// Its name on the screen; of a date the slug, which the screen puts in words.
    pub label: String,
    /// The folded label, aliases and names that no article prints, a line each, for searching within the facet.
    pub forms: String,
    /// The articles that have it, in order.
    pub docs: Vec<u32>,
    /// For a date: the articles published then, and those that mention it, each in order. Else empty.
    pub on_axis: [Vec<u32>; Axis::ALL.len()],
}

/// One facet over the whole corpus.
#[derive(Clone, Debug, Default)]
pub struct FacetColumn {
    /// The values in the order screens list them when counts are equal.
    pub values: Vec<Value>,
    /// The values in order of their slugs.
    by_slug: Vec<u32>,
    /// The values of each article: `of_doc[ends[doc - 1]..ends[doc]]`.
    of_doc: Vec<u32>,
    ends: Vec<u32>,
    /// For places, how they lie in each other; empty for other facets.
    pub tree: PlaceTree,
    /// How many articles have each value.
    totals: Vec<u32>,
}

impl FacetColumn {
    pub(super) fn build(facet: Facet, articles: &[Article], resolved: &Resolved) -> Self {
        let values = match facet {
            Facet::Where => {
                let (values, tree) = grow(entity_values(facet, resolved), resolved);
                return Self { tree, ..Self::from_values(values, articles.len()) };
            }
            Facet::Who | Facet::Organizations => entity_values(facet, resolved),
            Facet::When => when_values(resolved),
            Facet::Outlet => outlet_values(articles),
            Facet::Speaker => speaker_values(resolved),
        };
        Self::from_values(values, articles.len())
    }

    /// A column from its values; duplicates in a value's list of articles are left out.
    #[must_use]
    pub fn from_values(mut values: Vec<Value>, n_docs: usize) -> Self {
        let mut column = Self { ends: vec![0; n_docs], ..Self::default() };
        for value in &mut values {
            value.docs.sort_unstable();
            value.docs.dedup();
            value.docs.shrink_to_fit();
            value.docs.iter().for_each(|doc| column.ends[*doc as usize] += 1);
        }
        let mut n_before = 0;
        // Where the next value of each article goes: in the end, where its values end.
        for end in &mut column.ends {
            n_before += std::mem::replace(end, n_before);
        }
        column.of_doc = vec![0; n_before as usize];
        for (value, at) in values.iter().zip(0u32..) {
            for doc in &value.docs {
                let next = &mut column.ends[*doc as usize];
                column.of_doc[*next as usize] = at;
                *next += 1;
            }
        }
        column.by_slug = (0u32..).take(values.len()).collect();
        column.by_slug.sort_unstable_by_key(|at| values[*at as usize].slug.as_str());
        column.totals = values.iter().map(|value| value.docs.len()).map(narrow).collect();
        column.values = values;
        column
    }

    /// The same places under the same numbers, with the articles that only name a country's people counted for it.
    pub(super) fn with_nationalities(&self, resolved: &Resolved) -> Self {
        let mut values = self.values.clone();
        for (value, doc) in self.tree.by_nationality(resolved, |slug| self.find(slug)) {
            values[value as usize].docs.push(doc);
        }
        Self { tree: self.tree.clone(), ..Self::from_values(values, self.ends.len()) }
    }

    /// How many articles it is over.
    #[must_use]
    pub fn n_docs(&self) -> usize {
        self.ends.len()
    }

    /// The value with this slug.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<u32> {
        let slug_of = |at: &u32| self.values[*at as usize].slug.as_str();
        let at = self.by_slug.binary_search_by(|at| slug_of(at).cmp(slug)).ok()?;
        Some(self.by_slug[at])
    }

    /// The articles that have a value.
    #[must_use]
    pub fn docs(&self, value: u32, n_docs: usize) -> DocSet {
        DocSet::of(n_docs, &self.values[value as usize].docs)
    }

    /// How many articles of `set` have each value. Costs what the smaller of the set and its complement holds.
    #[must_use]
    pub fn count(&self, set: &DocSet) -> Vec<u32> {
        let n_docs = self.ends.len();
        if set.len() as usize <= n_docs / 2 {
            let mut counts = vec![0; self.values.len()];
            self.each_value(set, |value| counts[value as usize] += 1);
            return counts;
        }
        let mut rest = DocSet::all(n_docs);
        rest.subtract(set);
        let mut counts = self.totals.clone();
        self.each_value(&rest, |value| counts[value as usize] -= 1);
        counts
    }

    /// How many stories of `set` have each value in some version that is in it.
    #[must_use]
    pub fn count_stories(&self, set: &DocSet, stories: &Stories) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        let mut last = vec![u32::MAX; self.values.len()];
        for (story, doc) in stories.rows(set) {
            for value in self.of_doc(doc) {
                if std::mem::replace(&mut last[*value as usize], story) != story {
                    counts[*value as usize] += 1;
                }
            }
        }
        counts
    }

    fn each_value(&self, set: &DocSet, mut each: impl FnMut(u32)) {
        for doc in set.iter() {
            self.of_doc(doc).iter().for_each(|value| each(*value));
        }
    }

    /// The values of one article.
    #[must_use]
    pub fn of_doc(&self, doc: u32) -> &[u32] {
        let at = doc as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.of_doc[start as usize..self.ends[at] as usize]
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).expect("fewer than 4 billion pairs of article and value")
}

fn entity_values(facet: Facet, resolved: &Resolved) -> Vec<Value> {
    let of_facet = resolved.entities.iter().filter(|entity| entity.kind.facet() == facet);
    of_facet.map(entity_value).collect()
}

fn entity_value(entity: &Entity) -> Value {
    let aliases = entity.aliases.iter().map(|alias| alias.text.as_str());
    let variants = entity.variants.iter().map(String::as_str);
    let names = std::iter::once(entity.name.as_str()).chain(aliases).chain(variants);
    let forms: Vec<_> = names.map(crate::text::fold).collect();
    Value {
        slug: entity.slug.clone(),
        label: entity.name.clone(),
        forms: forms.join("\n"),
        docs: entity.articles.clone(),
        on_axis: Default::default(),
    }
}

/// Those who are quoted, with the articles that quote them. A person and a place of one name have one slug, so the
/// later says its kind: `georgia`, `georgia-place`.
fn speaker_values(resolved: &Resolved) -> Vec<Value> {
    let mut docs_of: BTreeMap<EntityId, Vec<u32>> = BTreeMap::new();
    for (article, doc) in resolved.articles.iter().zip(0u32..) {
        for speaker in article.speakers.iter().flatten() {
            docs_of.entry(*speaker).or_default().push(doc);
        }
    }
    let mut slugs = HashSet::new();
    let value = |(id, mut docs): (EntityId, Vec<u32>)| {
        let entity = &resolved.entities[id.0 as usize];
        docs.dedup();
        let mut slug = entity.slug.clone();
        if !slugs.insert(slug.clone()) {
            slug = format!("{slug}-{}", entity.kind.noun());
            slugs.insert(slug.clone());
        }
        Value { slug, docs, ..entity_value(entity) }
    };
    docs_of.into_iter().map(value).collect()
}

fn outlet_values(articles: &[Article]) -> Vec<Value> {
    let mut by_slug: BTreeMap<String, Value> = BTreeMap::new();
    for (article, doc) in articles.iter().zip(0u32..) {
        let Some(outlet) = &article.outlet else { continue };
        let slug = slug(&outlet.value);
        let value = by_slug.entry(slug.clone()).or_insert_with(|| Value {
            slug,
            label: outlet.value.clone(),
            forms: crate::text::fold(&outlet.value),
            docs: Vec::new(),
            on_axis: Default::default(),
        });
        value.docs.push(doc);
    }
    by_slug.into_values().collect()
}

fn when_values(resolved: &Resolved) -> Vec<Value> {
    let mut docs_of: FastMap<&str, [Vec<u32>; Axis::ALL.len()]> = FastMap::default();
    for (article, doc) in resolved.articles.iter().zip(0u32..) {
        for axis in Axis::ALL {
            for slug in dates_of(article, axis).flat_map(when_slugs) {
                let docs = &mut docs_of.entry(slug).or_default()[axis as usize];
                // Articles come in order, so that one mentioned twice is the last one.
                if docs.last() != Some(&doc) {
                    docs.push(doc);
                }
            }
        }
    }
    let month_names = month_names();
    let value = |(slug, on_axis): (&str, [Vec<u32>; Axis::ALL.len()])| Value {
        slug: slug.to_owned(),
        label: slug.to_owned(),
        forms: when_forms(slug, &month_names),
        docs: on_axis.concat(),
        on_axis,
    };
    let mut docs_of: Vec<_> = docs_of.into_iter().collect();
    docs_of.sort_unstable_by_key(|(slug, _)| *slug);
    docs_of.into_iter().map(value).collect()
}

fn dates_of(article: &ResolvedArticle, axis: Axis) -> impl Iterator<Item = &str> {
    let mentioned = article.dates.iter().map(|date| date.value.as_str());
    let published = article.published.value.as_deref();
    let is_mentioned = axis == Axis::Mentioned;
    mentioned.filter(move |_| is_mentioned).chain(published.filter(move |_| !is_mentioned))
}

/// How a date may be typed: as its slug, and with the name of its month in every language there is a table for.
fn when_forms(slug: &str, month_names: &[Vec<&str>]) -> String {
    let mut parts = slug.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let mut forms = slug.to_owned();
    let month = month.and_then(|month| month.parse::<usize>().ok()).and_then(|month| month.checked_sub(1));
    for name in month.and_then(|month| month_names.get(month)).into_iter().flatten() {
        forms.push('\n');
        if let Some(day) = day {
            forms.push_str(day.trim_start_matches('0'));
            forms.push(' ');
        }
        forms.push_str(&crate::text::fold(name));
        forms.push(' ');
        forms.push_str(year);
    }
    forms
}

/// The values of the `When` facet that hold a TIMEX3 value, widest first: `2023-04-20T10:00` gives
/// `2023`, `2023-04`, `2023-04-20`. Weeks, quarters and seasons count for their year; what is
/// not placed on the calendar, and anything wider than a year, gives nothing.
pub fn when_slugs(value: &str) -> impl Iterator<Item = &str> {
    /// Where year, month and day stand.
    const PARTS: [(usize, usize); 3] = [(0, 4), (5, 7), (8, 10)];
    let has = |at: usize, marks: &[u8]| value.as_bytes().get(at).is_some_and(|byte| marks.contains(byte));
    let is_part = move |(start, end): &(usize, usize)| {
        let digits = value.get(*start..*end).unwrap_or("?");
        digits.bytes().all(|byte| byte.is_ascii_digit())
            && (*start == 0 || has(start - 1, b"-"))
            && (*end == value.len() || has(*end, b"-T"))
    };
    PARTS.into_iter().take_while(is_part).map(|(_, end)| &value[..end])
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_date_counts_for_its_month_and_year() {
        let when_slugs = |value: &'static str| super::when_slugs(value).collect::<Vec<_>>();
        assert_eq!(when_slugs("2023-04-20"), ["2023", "2023-04", "2023-04-20"]);
        assert_eq!(when_slugs("2023-04-20T10:00"), ["2023", "2023-04", "2023-04-20"]);
        assert_eq!(when_slugs("2023-W16"), ["2023"]);
        assert_eq!(when_slugs("2023-Q1"), ["2023"]);
        for unplaced in ["XXXX-WXX-4", "202", "P1Y", "PAST_REF", "", "20234", "２０２３"] {
            assert!(when_slugs(unplaced).is_empty(), "{unplaced}");
        }
    }
}
