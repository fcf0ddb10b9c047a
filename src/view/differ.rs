//! The facts of two passages that tell the same into what they tell differently. Symmetric.
//!
//! Quiet rather than wrong: a difference is told only where each side has exactly one thing of its kind that
//! the other has not, so that the two stand against each other.

use super::compare::Difference;
use super::fact::{Facts, Named, Number};
use super::known::Known;
use crate::index::n_slips;
use crate::key::Kind;
use crate::text::{Span, fold};

/// A difference with the places where it is printed, left and right.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    pub of: Difference,
    pub spans: [Span; 2],
}

/// One side: the text its facts lie in, and the facts.
#[derive(Clone, Copy)]
pub(super) struct Side<'a> {
    pub text: &'a str,
    pub facts: &'a Facts,
}

/// Letters in which two spellings of one name may differ at most.
const MAX_SLIPS: u8 = 3;
/// Shorter names are not compared by letters.
const MIN_LETTERS: usize = 4;

/// What two passages tell differently; dates count as different where they are not the same days, or, where
/// `is_strict`, only where they share no day.
pub(super) fn find_differences(known: Known<'_>, sides: [Side<'_>; 2], is_strict: bool) -> Vec<Found> {
    let [a, b] = sides;
    let mut found = find_numbers(&a.facts.numbers, &b.facts.numbers);
    found.extend(find_dates(a.facts, b.facts, is_strict));
    for (of, kind) in [
        (Difference::Place, Kind::Place),
        (Difference::Name, Kind::Person),
        (Difference::Name, Kind::Organization),
    ] {
        found.extend(find_names(known, sides, of, kind));
    }
    found.extend(find_spellings(a, b));
    found
}

/// Numbers that count the same, one on each side.
fn find_numbers(a: &[Number], b: &[Number]) -> Vec<Found> {
    let only = |numbers: &[Number], unit: u32| {
        let mut of_unit = numbers.iter().filter(|number| number.unit == unit);
        of_unit.next().cloned().filter(|_| of_unit.next().is_none())
    };
    let mut found = Vec::new();
    for left in a.iter().filter(|number| number.unit != 0) {
        if let (Some(_), Some(right)) = (only(a, left.unit), only(b, left.unit)) {
            // Read from the same words, the same numbers are exactly equal.
            if (left.value - right.value).abs() > f64::EPSILON * left.value.abs() {
                found.push(Found { of: Difference::Number, spans: [left.span, right.span] });
            }
        }
    }
    found
}

/// The only one of a list that `is_own` holds for.
fn only<T>(list: &[T], is_own: impl Fn(&T) -> bool) -> Option<&T> {
    let mut own = list.iter().filter(|it| is_own(it));
    own.next().filter(|_| own.next().is_none())
}

fn find_dates(a: &Facts, b: &Facts, is_strict: bool) -> Option<Found> {
    let is_known = |days: crate::index::DaySpan, others: &Facts| {
        others
            .dates
            .iter()
            .any(|other| if is_strict { other.days.overlaps(days) } else { other.days == days })
    };
    let left = only(&a.dates, |date| !is_known(date.days, b))?;
    let right = only(&b.dates, |date| !is_known(date.days, a))?;
    let is_sure = left.is_certain && right.is_certain;
    (is_sure || !is_strict).then_some(Found { of: Difference::Date, spans: [left.span, right.span] })
}

fn find_names(known: Known<'_>, sides: [Side<'_>; 2], of: Difference, kind: Kind) -> Option<Found> {
    let [a, b] = sides.map(|side| side.facts);
    let texts = sides.map(|side| side.text);
    let is_known =
        |named: &Named, others: &Facts| others.names.iter().any(|other| other.entity == named.entity);
    let own = |own: &Facts, others: &Facts| {
        let mut left: Vec<Named> = Vec::new();
        for named in own.names.iter().filter(|named| named.kind == kind && !is_known(named, others)) {
            if left.iter().all(|other| other.entity != named.entity) {
                left.push(named.clone());
            }
        }
        left
    };
    let ([left], [right]) = (&own(a, b)[..], &own(b, a)[..]) else { return None };
    let lies_in = |inner: &Named, outer: &Named| {
        let slug = &known.entity(outer.entity).slug;
        known.entity(inner.entity).parents.iter().any(|parent| parent.slug.ends_with(slug.as_str()))
    };
    let is_within = lies_in(left, right) || lies_in(right, left);
    let stands_alike = stand_alike([(texts[0], left.span), (texts[1], right.span)]);
    (!is_within && stands_alike).then_some(Found { of, spans: [left.span, right.span] })
}

/// Whether two names stand in the same place of what is told: behind the same word, or with a word in common.
fn stand_alike(names: [(&str, Span); 2]) -> bool {
    let [before_a, before_b] = names.map(|(text, span)| {
        let before = &text[..span.start as usize];
        fold(before.split_whitespace().next_back().unwrap_or_default())
    });
    let [a, b] = names.map(|(text, span)| fold(span.of(text)));
    let shares_word =
        a.split(' ').any(|word| word.len() >= MIN_LETTERS && b.split(' ').any(|other| other == word));
    let is_telling = before_a.chars().any(char::is_alphanumeric)
        && !matches!(before_a.as_str(), "the" | "a" | "an" | "and" | "of");
    shares_word || (before_a == before_b && is_telling)
}

/// Names that both sides print, each in a spelling of its own.
fn find_spellings(a: Side<'_>, b: Side<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for left in &a.facts.names {
        let same = |named: &&Named| named.entity == left.entity;
        let forms = |side: Side<'_>| -> Vec<String> {
            side.facts.names.iter().filter(same).map(|named| fold(named.span.of(side.text))).collect()
        };
        let (of_a, of_b) = (forms(a), forms(b));
        let is_first = a.facts.names.iter().find(same).is_some_and(|first| first.span == left.span);
        let Some(right) = b.facts.names.iter().find(same).filter(|_| is_first) else { continue };
        let is_other = of_a.iter().all(|form| of_b.iter().all(|other| is_respelled(form, other)));
        if is_other {
            found.push(Found { of: Difference::Spelling, spans: [left.span, right.span] });
        }
    }
    found
}

/// Whether two folded names are spellings of one: as many words, and nearly the same letters.
pub(super) fn is_respelled(a: &str, b: &str) -> bool {
    let letters = |name: &str| name.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let (a_letters, b_letters) = (letters(a), letters(b));
    let n_least = a_letters.chars().count().min(b_letters.chars().count());
    let at_most = usize::from(MAX_SLIPS).min(n_least / 2);
    a.split(' ').count() == b.split(' ').count()
        && n_least >= MIN_LETTERS
        && a_letters.chars().next() == b_letters.chars().next()
        && n_slips(&a_letters, &b_letters, MAX_SLIPS).is_some_and(|n| (1..=at_most).contains(&usize::from(n)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_differ_by_letters_alone() {
        for (a, b) in
            [("kyiv", "kiev"), ("volodymyr zelenskyy", "volodymyr zelensky"), ("reinsalu", "reinsaru")]
        {
            assert!(is_respelled(a, b) && is_respelled(b, a), "{a} {b}");
        }
        for (a, b) in
            [("us", "u.s."), ("stoltenberg", "jens stoltenberg"), ("kyiv", "kyiv"), ("nato", "otan")]
        {
            assert!(!is_respelled(a, b), "{a} {b}");
        }
    }
}
