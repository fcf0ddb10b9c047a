//! What the words being typed could become: names, dates and fields.

use super::field::Field;
use crate::index::{Index, Value};
use crate::key::Facet;
use crate::text::fold;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// Names and dates that are offered at most.
const N_VALUES: usize = 7;
/// Fields that are offered at most beside them.
const N_FIELDS: usize = 3;
/// Words before the end that may belong to one name.
const N_WORDS: usize = 3;
/// Letters from which on names are offered: one letter begins too many.
const MIN_CHARS: usize = 2;

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// The facet the name belongs to; nothing for a field.
    pub facet: Option<Facet>,
    /// The name, or the field with its colon.
    pub label: String,
    /// The form that begins as typed, where it is not the name.
    pub form: Option<String>,
    /// In how many articles it is; 0 for a field.
    pub n_articles: u32,
    /// The words with the completion in place.
    pub words: String,
}

/// Offers completions of the end of what is typed: fields first where one begins so, then names, those in
/// most articles first.
#[must_use]
pub fn complete(index: &Index, typed: &str) -> Vec<Completion> {
    let (head, field, fragment) = split_end(typed);
    if let Some(field) = field {
        return complete_value(index, head, field, fragment);
    }
    let mut offers = Vec::new();
    if fragment.is_empty() {
        return offers;
    }
    let starts = Field::ALL.into_iter().filter(|field| field.name().starts_with(&fold(fragment)));
    offers.extend(starts.take(N_FIELDS).map(|field| Completion {
        facet: None,
        label: format!("{}:", field.name()),
        form: None,
        n_articles: 0,
        words: format!("{head}{}:", field.name()),
    }));
    let mut found: Vec<Offer<'_>> = Vec::new();
    for start in starts_of(head, fragment) {
        let wanted = fold(typed[start..].trim_start());
        for facet in [Facet::Who, Facet::Where, Facet::Organizations, Facet::Outlet] {
            for offer in offers_of(index, facet, &wanted, start) {
                if !found.iter().any(|other| other.facet == facet && other.value.slug == offer.value.slug) {
                    found.push(offer);
                }
            }
        }
    }
    found.sort_by_key(|offer| (offer.start, Reverse(offer.value.docs.len()), offer.facet, &offer.value.slug));
    offers.extend(found.into_iter().take(N_VALUES).map(|offer| offer.finish(&typed[..offer.start])));
    offers
}

fn complete_value(index: &Index, head: &str, field: Field, fragment: &str) -> Vec<Completion> {
    let facet = match field {
        Field::Name(facet) => facet,
        Field::Date(_) => Facet::When,
        Field::Title => return Vec::new(),
    };
    let mut found: Vec<Offer<'_>> = if let Field::Date(_) = field {
        let values = index.facet(facet).values.iter();
        let starts = values.filter(|value| value.slug.starts_with(fragment.trim()));
        let shortest = |value: &Value| value.slug.len();
        let least = starts.clone().map(shortest).filter(|len| *len > fragment.trim().len()).min();
        let next = starts.filter(|value| Some(value.slug.len()) == least);
        next.map(|value| Offer { facet, value, form: None, start: 0 }).collect()
    } else {
        offers_of(index, facet, &fold(fragment.trim()), 0)
    };
    found.sort_by_key(|offer| (Reverse(offer.value.docs.len()), &offer.value.slug));
    found.truncate(N_VALUES);
    let finish = |offer: Offer<'_>| {
        let value = if facet == Facet::When { &offer.value.slug } else { &offer.value.label };
        let words = format!("{head}{}:{} ", field.name(), quoted(value));
        Completion { words, ..offer.finish("") }
    };
    found.into_iter().map(finish).collect()
}

struct Offer<'a> {
    facet: Facet,
    value: &'a Value,
    form: Option<&'a str>,
    /// Where in what is typed the name begins.
    start: usize,
}

impl Offer<'_> {
    fn finish(&self, head: &str) -> Completion {
        Completion {
            facet: Some(self.facet),
            label: self.value.label.clone(),
            form: self.form.map(str::to_owned),
            n_articles: u32::try_from(self.value.docs.len()).unwrap_or(u32::MAX),
            words: format!("{head}{}:{} ", self.facet.param(), quoted(&self.value.label)),
        }
    }
}

fn quoted(name: &str) -> String {
    let is_plain = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
    if is_plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', " ")) }
}

/// The values with a form in which a word begins as wanted; the form is named where it is not the label.
fn offers_of<'a>(index: &'a Index, facet: Facet, wanted: &str, start: usize) -> Vec<Offer<'a>> {
    let values = index.facet(facet).values.iter().filter(|value| !value.docs.is_empty());
    values
        .filter_map(|value| {
            let (at, form) = value.forms.lines().enumerate().find(|(_, form)| begins(form, wanted))?;
            Some(Offer { facet, value, form: (at > 0).then_some(form), start })
        })
        .collect()
}

/// Whether some word of a folded name and what follows begins with `wanted`.
fn begins(form: &str, wanted: &str) -> bool {
    let is_start = |at: usize| form[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    form.match_indices(wanted).any(|(at, _)| is_start(at))
}

/// Splits what is typed into what stays, the field of the last part if it has one, and what is being typed of it.
fn split_end(typed: &str) -> (&str, Option<Field>, &str) {
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
    let opening = typed.match_indices(is_quote).step_by(2).last().map(|(at, _)| at);
    let is_open = typed.matches(is_quote).count() % 2 == 1;
    if let Some(at) = opening.filter(|_| is_open) {
        let before = &typed[..at];
        let inner = typed[at..].trim_start_matches(is_quote);
        let (head, field) = split_field(before);
        return (head, field, if field.is_some() { inner } else { "" });
    }
    let start = typed.rfind(|c: char| c.is_whitespace() || matches!(c, '(' | ')') || is_quote(c));
    let start = start.map_or(0, |at| at + typed[at..].chars().next().map_or(0, char::len_utf8));
    let signs = typed[start..].len() - typed[start..].trim_start_matches(['-', '−']).len();
    let (head, word) = typed.split_at(start + signs);
    match word.split_once(':') {
        Some((name, value)) => match Field::from_name(name) {
            Some(field) => (head, Some(field), value),
            None => (typed, None, ""),
        },
        None => (head, None, word),
    }
}

fn split_field(before: &str) -> (&str, Option<Field>) {
    let Some(body) = before.strip_suffix(':') else { return (before, None) };
    let start = body.rfind(|c: char| !c.is_alphanumeric());
    let start = start.map_or(0, |at| at + body[at..].chars().next().map_or(0, char::len_utf8));
    (&before[..start], Field::from_name(&body[start..]))
}

/// Where a name could begin that ends with the fragment, farthest first.
fn starts_of(head: &str, fragment: &str) -> Vec<usize> {
    let mut starts = vec![];
    if fragment.chars().count() >= MIN_CHARS {
        starts.push(head.len());
    }
    let mut end = head.trim_end().len();
    for _ in 1..N_WORDS {
        let word = head[..end]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + head[at..].chars().next().map_or(0, char::len_utf8));
        let is_word = !head[word..end].is_empty()
            && head[word..end].chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.'));
        if !is_word || matches!(&head[word..end], "OR" | "AND" | "NOT") || head[word..end].starts_with('-') {
            break;
        }
        starts.push(word);
        end = head[..word].trim_end().len();
    }
    starts.reverse();
    starts
}
