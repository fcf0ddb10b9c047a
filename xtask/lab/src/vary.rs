//! Annotated articles into copies with other names and other casing, so that
//! what is learned is where names stand rather than which names there were.

use crate::chance::Chance;
use crate::corpus::Annotated;
use crate::lists::entries;
use dateline::annotate::tagger::Class;
use dateline::text::Span;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Names to put in the place of others.
#[derive(Debug)]
pub struct Stock {
    /// Given names.
    pub given: Vec<String>,
    /// Surnames.
    pub surnames: Vec<String>,
    /// Cities.
    pub cities: Vec<String>,
    /// Countries.
    pub countries: Vec<String>,
    city_set: BTreeSet<String>,
    country_set: BTreeSet<String>,
    organizations: Vec<String>,
}

impl Stock {
    /// The names of the word lists, and of the organizations in the articles to learn from.
    ///
    /// # Errors
    /// If a list cannot be read.
    pub fn read(folder: &Path, articles: &[Annotated]) -> Result<Self, String> {
        let list = |file: &str| entries(&folder.join(file));
        let (cities, countries) = (list("cities_100k.txt")?, list("countries.txt")?);
        let organizations: BTreeSet<String> = articles
            .iter()
            .flat_map(|article| {
                article.names.iter().map(move |(span, class)| (span.of(&article.text), *class))
            })
            .filter(|(name, class)| *class == Class::Organization && is_ordinary(name))
            .map(|(name, _)| name.to_string())
            .collect();
        Ok(Self {
            given: list("given_names.txt")?,
            surnames: list("surnames_20k.txt")?,
            city_set: cities.iter().cloned().collect(),
            country_set: countries.iter().cloned().collect(),
            cities,
            countries,
            organizations: organizations.into_iter().collect(),
        })
    }
}

/// Whether a name is long enough to be told by its own words, and on one line.
fn is_ordinary(name: &str) -> bool {
    name.len() > 4 && name.contains(' ') && !name.contains('\n')
}

/// One of `items`.
pub fn pick<'a>(items: &'a [String], chance: &mut Chance) -> &'a str {
    &items[chance.below(items.len())]
}

/// A copy of the article with most of its names replaced, each everywhere by the same one.
#[must_use]
pub fn rename(article: &Annotated, stock: &Stock, chance: &mut Chance) -> Annotated {
    let mut renamed: BTreeMap<(String, Class), String> = BTreeMap::new();
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let mut names: Vec<(Span, Class)> = article.names.clone();
    names.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut text = String::new();
    let mut marked = Vec::new();
    let mut at = 0;
    for (span, class) in names {
        if (span.start as usize) < at {
            continue;
        }
        text.push_str(&article.text[at..span.start as usize]);
        let old = span.of(&article.text);
        let new = renamed
            .entry((old.to_string(), class))
            .or_insert_with(|| other_name(old, class, stock, &mut words, chance));
        let start = text.len();
        text.push_str(new);
        marked.push((Span::new(start, text.len()), class));
        at = span.end as usize;
    }
    text.push_str(&article.text[at..]);
    Annotated { text, names: marked, id: article.id.clone(), ..*article }
}

fn other_name(
    old: &str,
    class: Class,
    stock: &Stock,
    words: &mut BTreeMap<String, String>,
    chance: &mut Chance,
) -> String {
    let upper = old.len() > 3 && !old.chars().any(char::is_lowercase);
    let new = match class {
        Class::Person => other_person(old, stock, words, chance),
        Class::Place if stock.country_set.contains(old) && chance.share() < 0.5 => {
            pick(&stock.countries, chance).to_string()
        }
        Class::Place if stock.city_set.contains(old) && chance.share() < 0.8 => {
            pick(&stock.cities, chance).to_string()
        }
        Class::Organization if is_ordinary(old) && chance.share() < 0.4 => {
            pick(&stock.organizations, chance).to_string()
        }
        _ => old.to_string(),
    };
    if upper { new.to_uppercase() } else { new }
}

fn other_person(
    old: &str,
    stock: &Stock,
    words: &mut BTreeMap<String, String>,
    chance: &mut Chance,
) -> String {
    let parts: Vec<&str> = old.split(' ').collect();
    let mut new = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let is_plain = part.len() > 2 && part.chars().all(|c| c.is_alphabetic() || c == '’' || c == '\'');
        let is_name =
            is_plain && part.starts_with(char::is_uppercase) && !matches!(*part, "Jr" | "Sr" | "III");
        if !is_name {
            new.push((*part).to_string());
            continue;
        }
        let list = if at == 0 && parts.len() > 1 { &stock.given } else { &stock.surnames };
        let other = words.entry((*part).to_string()).or_insert_with(|| pick(list, chance).to_string());
        new.push(other.clone());
    }
    new.join(" ")
}

/// A copy in which some lines are in capitals, others capitalized like headlines.
#[must_use]
pub fn recase(article: &Annotated, chance: &mut Chance) -> Annotated {
    let mut copy = article.clone();
    let mut bytes = std::mem::take(&mut copy.text).into_bytes();
    let is_inside = |at: usize| article.names.iter().any(|(span, _)| span.range().contains(&at));
    for span in crate::corpus::sentences(&article.text) {
        let style = chance.below(3);
        for at in span.range() {
            let begins_word =
                at == span.start as usize || !article.text.as_bytes()[at - 1].is_ascii_alphanumeric();
            let is_long = at + 4 <= article.text.len()
                && article.text.as_bytes()[at..at + 4].iter().all(u8::is_ascii_alphabetic);
            if style == 0 || (style == 1 && begins_word && is_long && !is_inside(at)) {
                bytes[at].make_ascii_uppercase();
            }
        }
    }
    copy.text = String::from_utf8(bytes).unwrap_or_else(|_| article.text.clone());
    copy
}
