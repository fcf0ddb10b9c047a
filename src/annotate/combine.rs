//! What the learned weights and the rules found into one list of [`Mention`]s.
//!
//! The weights decide where a name begins, where it ends and what it names; the rules add the title in front,
//! the reason a reader understands, and the few names that only a list or the rest of the article can tell.
//! Decides nothing about which entity a name stands for.

use super::lexicon::{self, Classes, Sense};
use super::names::rule as named;
use super::tagger::{Class, Tagged};
use super::token::{Look, Token};
use super::{Mention, Rule};
use crate::key::Kind;
use crate::text::Span;
use std::ops::Range;

/// The rules by which names are recognised without a hand-written reason.
pub mod rule {
    use super::Rule;

    /// Weights learned from annotated articles.
    pub const LEARNED: Rule = "learned";
}

/// A name of one common word is believed from this confidence on.
const SURE_OF_COMMON: f32 = 0.75;

/// A name of another sort is believed against the list of organizations from this confidence on.
const SURE_OF_OTHER: f32 = 0.6;

/// What both looked at.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// The classes of each token, in step.
    pub classes: &'a [Classes],
}

/// Joins the two lists, each in order and without overlap of its own.
#[must_use]
pub fn combine(words: Words<'_>, by_rule: Vec<Mention>, tagged: &[Tagged]) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::with_capacity(by_rule.len().max(tagged.len()));
    let mut rules = by_rule.into_iter().peekable();
    let mut touching: Vec<Mention> = Vec::new();
    for (at, name) in tagged.iter().enumerate() {
        touching.retain(|mention| mention.span.end > name.span.start);
        while let Some(mention) = rules.next_if(|mention| mention.span.start < name.span.end) {
            if mention.span.end > name.span.start {
                touching.push(mention);
            } else if words.stand_alone(&mention) {
                mentions.push(mention);
            }
        }
        let free = mentions.last().map_or(0, |last| last.span.end);
        if name.span.start < free {
            continue;
        }
        let outweighs =
            |mention: &&Mention| mention.span.start >= free && outweighs(words.text, &tagged[at..], mention);
        match (touching.iter().find(outweighs), kind(name.class)) {
            (Some(mention), _) => mentions.push(mention.clone()),
            (None, Some(kind)) => mentions.extend(words.decide(name, kind, &touching)),
            (None, None) => {}
        }
    }
    mentions.extend(rules.filter(|mention| words.stand_alone(mention)));
    mentions
}

fn kind(class: Class) -> Option<Kind> {
    match class {
        Class::Person => Some(Kind::Person),
        Class::Place => Some(Kind::Place),
        Class::Organization => Some(Kind::Organization),
        Class::Other => None,
    }
}

impl Words<'_> {
    /// The mention of a name the weights found, with what the rules that touch it add.
    fn decide(self, name: &Tagged, kind: Kind, touching: &[Mention]) -> Option<Mention> {
        let exact = touching.iter().find(|mention| mention.span == name.span && mention.kind == kind);
        if let Some(mention) = exact {
            return Some(Mention { confidence: mention.confidence.max(name.confidence), ..mention.clone() });
        }
        if !self.are_plausible(name) {
            return None;
        }
        let mut titles = touching.iter().filter(|_| kind == Kind::Person).filter_map(|mention| mention.title);
        let title = titles.rfind(|title| title.end <= name.span.start);
        Some(Mention { span: name.span, kind, title, rule: rule::LEARNED, confidence: name.confidence })
    }

    /// Whether a name that the weights passed over holds all the same: those of the lists, those with a sign that is
    /// never wrong by itself, and those that only the rest of the article tells.
    fn stand_alone(self, mention: &Mention) -> bool {
        let name = mention.span.of(self.text);
        match mention.rule {
            named::KNOWN_PLACE | named::KNOWN_ORGANIZATION | named::DEFINED_ACRONYM | named::MISSPELLED => {
                true
            }
            named::GIVEN_NAME | named::INITIALS => name.contains(' '),
            named::ACRONYM => is_site(name),
            // The month May, unless a verb shows that it is the person.
            named::SAME_ARTICLE => self.classes[self.tokens_of(mention.span).start].has(Classes::CALENDAR),
            _ => false,
        }
    }

    /// Whether the words can be a name at all: not a title or a people alone, no common word unless it is sure, no
    /// place that a treaty or battle is called after.
    fn are_plausible(self, name: &Tagged) -> bool {
        let range = self.tokens_of(name.span);
        let (first, tokens) = (range.start, &self.tokens[range.clone()]);
        let known = lexicon::get().longest(tokens).filter(|(length, _)| *length == tokens.len());
        let is = |class: Classes| {
            tokens.len() == 1 && self.classes[first].has(class) && !tokens[0].is(Look::ALL_CAPS)
        };
        let is_common = is(Classes::NEVER) || name.confidence < SURE_OF_COMMON && is(Classes::COMMON);
        let names_event = first > 1
            && self.tokens[first - 1].of(self.text) == "of"
            && self.tokens[first - 2].is_capital()
            && self.classes[first - 2].has(Classes::EVENT_END);
        !matches!(known, Some((_, Sense::Title | Sense::Demonym))) && !is_common && !names_event
    }

    fn tokens_of(self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        start..start + self.tokens[start..].partition_point(|token| token.span.start < span.end)
    }
}

/// Whether a mention by rule holds against the first of `names`, which the weights took the same words for.
fn outweighs(text: &str, names: &[Tagged], mention: &Mention) -> bool {
    let Some(name) = names.first() else { return false };
    if mention.span.start > name.span.start || mention.span.end < name.span.end {
        return false;
    }
    if mention.span == name.span {
        return match mention.rule {
            named::MISSPELLED => true,
            named::KNOWN_ORGANIZATION => name.class != Class::Other || name.confidence < SURE_OF_OTHER,
            named::KNOWN_PLACE => name.class == Class::Other || mention.span.of(text).contains(' '),
            named::SAME_ARTICLE => name.class == Class::Place,
            named::PLACE_WORD => name.class != Class::Person,
            _ => false,
        };
    }
    let holds_next = names.get(1).is_some_and(|next| next.span.start < mention.span.end);
    match mention.rule {
        // It makes the name longer (`Kherson region`) more often than the weights know.
        named::PLACE_WORD => true,
        named::KNOWN_PLACE | named::KNOWN_ORGANIZATION if holds_next => true,
        named::KNOWN_PLACE if ends_in_noun(text, mention) => true,
        named::ORGANIZATION_WORD | named::KNOWN_ORGANIZATION if continues_place(text, name, mention) => true,
        named::ORGANIZATION_WORD if begins_late(text, name, mention) => true,
        _ => is_cut_short(text, name, mention) || has_bracket(text, mention),
    }
}

/// Whether an editor's brackets stand in the name, as in `[Vladimir] Putin`: learned from texts without them, the
/// weights see two names.
fn has_bracket(text: &str, mention: &Mention) -> bool {
    mention.kind == Kind::Person && mention.span.of(text).contains([']', '['])
}

/// Whether the lists know the name with the common noun behind it: `Kherson region` is another place than Kherson.
fn ends_in_noun(text: &str, mention: &Mention) -> bool {
    let last = mention.span.of(text).rsplit(' ').next().unwrap_or_default();
    last.chars().all(char::is_lowercase)
}

/// Whether the weights read only the country in front of a longer name: `Ukraine Defense Contact Group`.
fn continues_place(text: &str, name: &Tagged, mention: &Mention) -> bool {
    let rest = Span { start: name.span.end, end: mention.span.end };
    name.class == Class::Place
        && mention.span.start == name.span.start
        && rest.of(text).split_whitespace().count() > 1
}

/// Whether the weights begin within what an article opens: `the Global Widget Council`.
fn begins_late(text: &str, name: &Tagged, mention: &Mention) -> bool {
    let before = &text[..mention.span.start as usize];
    name.class == Class::Organization
        && mention.span.end == name.span.end
        && (before.ends_with("the ") || before.ends_with("The "))
}

/// Whether the weights stop inside a word: at the hyphen of `Moon Jae-in`, before the full stop of `Acme Inc.`.
fn is_cut_short(text: &str, name: &Tagged, mention: &Mention) -> bool {
    let rest = Span { start: name.span.end, end: mention.span.end }.of(text);
    mention.span.start == name.span.start && (rest == "." || rest.starts_with('-'))
}

/// Whether capitals name a site of the web, as in `OBOZ.UA`: letters, a full stop, letters.
fn is_site(name: &str) -> bool {
    let is_capitals = |part: &str| part.len() > 1 && part.chars().all(char::is_uppercase);
    name.split_once('.').is_some_and(|(host, domain)| is_capitals(host) && is_capitals(domain))
}
