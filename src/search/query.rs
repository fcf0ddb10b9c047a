//! What a reader has asked for: the words, the facet values, the order.

use crate::key::{Axis, Facet};
use serde::{Deserialize, Serialize};

pub use crate::index::DaySpan;

/// How the chosen values of one facet combine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// An article with any of the values matches.
    #[default]
    Any,
    /// An article must have all of them.
    All,
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Sort {
    /// Best match first; without words, newest first.
    #[default]
    Relevance,
    /// Latest publication date first, undated last.
    Newest,
    /// Earliest publication date first, undated last.
    Oldest,
    /// Most words first.
    Longest,
}

impl Sort {
    /// Every order, in the order menus list them.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Newest, Self::Oldest, Self::Longest];

    /// The word in URLs and menus.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Longest => "longest",
        }
    }
}

/// The values chosen in one facet, as slugs, in the order they were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Values an article must have, any or all of them by `mode`.
    pub with: Vec<String>,
    /// Values an article must not have.
    pub without: Vec<String>,
    /// How the values of `with` combine.
    pub mode: Mode,
}

impl Choice {
    /// Whether the choice leaves everything in.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.with.is_empty() && self.without.is_empty()
    }
}

/// What an article's date must be, on one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateRange {
    /// In these days, and no vaguer than they are: see [`DaySpan::falls_in`].
    Days(DaySpan),
    /// Unknown; for mentions, none.
    Undated,
}

/// [`DateRange::Undated`] in URLs.
const UNDATED: &str = "undated";

impl DateRange {
    /// The range as addresses write it: `2022-11..2023-04`, `2023`, `undated`.
    #[must_use]
    pub fn to_param(self) -> String {
        match self {
            Self::Days(days) => days.to_iso(),
            Self::Undated => UNDATED.to_owned(),
        }
    }

    /// The inverse of [`DateRange::to_param`]; reads any range of ISO 8601 or TIMEX3 values.
    #[must_use]
    pub fn from_param(text: &str) -> Option<Self> {
        if text == UNDATED { Some(Self::Undated) } else { DaySpan::of_range(text).map(Self::Days) }
    }
}

/// Everything that decides which articles are listed and in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// The words, as typed.
    pub words: String,
    /// The choice in each facet, by its place in [`Facet::ALL`].
    pub choices: [Choice; Facet::ALL.len()],
    /// The range on each axis of time, by its place in [`Axis::ALL`].
    pub dates: [Option<DateRange>; Axis::ALL.len()],
    /// Whether an article that only names a country's people, as in `the Norwegian prime minister`, counts for
    /// that country. Concerns the levels of places alone, as in `in:norway`.
    pub nationalities: bool,
    /// The order of the results.
    pub sort: Sort,
    /// Whether each story counts once, however many versions of it there are.
    pub once: bool,
}

/// Whether one date is a part of another: `2023-04-20` of `2023-04`.
fn lies_in(date: &str, wider: &str) -> bool {
    date.strip_prefix(wider).is_some_and(|rest| rest.starts_with('-'))
}

impl Selection {
    /// The choice in one facet.
    #[must_use]
    pub fn choice(&self, facet: Facet) -> &Choice {
        &self.choices[facet as usize]
    }

    /// The choice in one facet, to change.
    pub fn choice_mut(&mut self, facet: Facet) -> &mut Choice {
        &mut self.choices[facet as usize]
    }

    /// Whether nothing narrows the list.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let has_dates = self.dates.iter().any(Option::is_some);
        self.words.trim().is_empty() && !has_dates && self.choices.iter().all(Choice::is_empty)
    }

    /// The selection after a click on a value's box: chosen becomes unchosen, excluded or unchosen becomes chosen.
    ///
    /// Dates lie in each other: where any of the chosen will do, a month takes the place of its chosen year and a year
    /// that of its chosen months, for together the wider would win.
    #[must_use]
    pub fn toggled(&self, facet: Facet, slug: &str) -> Self {
        let mut next = self.clone();
        let choice = next.choice_mut(facet);
        let was_chosen = choice.with.iter().any(|value| value == slug);
        choice.with.retain(|value| value != slug);
        choice.without.retain(|value| value != slug);
        if !was_chosen {
            if facet == Facet::When && choice.mode == Mode::Any {
                choice.with.retain(|value| !lies_in(value, slug) && !lies_in(slug, value));
            }
            choice.with.push(slug.to_owned());
        }
        next
    }

    /// The selection with a value excluded, or no longer excluded if it was.
    #[must_use]
    pub fn excluding(&self, facet: Facet, slug: &str) -> Self {
        let mut next = self.clone();
        let choice = next.choice_mut(facet);
        let was_excluded = choice.without.iter().any(|value| value == slug);
        choice.with.retain(|value| value != slug);
        choice.without.retain(|value| value != slug);
        if !was_excluded {
            choice.without.push(slug.to_owned());
        }
        next
    }

    /// The selection with a value neither chosen nor excluded.
    #[must_use]
    pub fn dropping(&self, facet: Facet, slug: &str) -> Self {
        let mut next = self.clone();
        let choice = next.choice_mut(facet);
        choice.with.retain(|value| value != slug);
        choice.without.retain(|value| value != slug);
        next
    }

    /// The range on one axis.
    #[must_use]
    pub fn range(&self, axis: Axis) -> Option<DateRange> {
        self.dates[axis as usize]
    }

    /// The selection with another range on one axis, or none.
    #[must_use]
    pub fn with_range(&self, axis: Axis, range: Option<DateRange>) -> Self {
        let mut next = self.clone();
        next.dates[axis as usize] = range;
        next
    }

    /// A selection of nothing but one value.
    #[must_use]
    pub fn only(facet: Facet, slug: &str) -> Self {
        Self::default().toggled(facet, slug)
    }

    /// The selection with its words replaced.
    #[must_use]
    pub fn with_words(&self, words: &str) -> Self {
        Self { words: words.to_owned(), ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_never_both_chosen_and_excluded() {
        let chosen = Selection::default().toggled(Facet::Who, "jens-stoltenberg");
        let excluded = chosen.excluding(Facet::Who, "jens-stoltenberg");
        assert_eq!(excluded.choice(Facet::Who).with, [""; 0]);
        assert_eq!(excluded.choice(Facet::Who).without, ["jens-stoltenberg"]);
        assert_eq!(excluded.toggled(Facet::Who, "jens-stoltenberg"), chosen);
        assert!(chosen.toggled(Facet::Who, "jens-stoltenberg").is_empty());
    }
}
