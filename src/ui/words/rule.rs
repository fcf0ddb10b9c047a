//! Words for kinds, facets, orders and grounds.

use crate::key::{Basis, Facet, Kind};
use crate::search::query::Sort;

/// The question a facet answers; also its accessible name.
#[must_use]
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Who => "Who",
        Facet::Where => "Where",
        Facet::When => "When",
        Facet::Organizations => "Organizations",
        Facet::Outlet => "Outlet",
        Facet::Speaker => "Quoted",
    }
}

/// What a facet lists, for its finding field.
#[must_use]
pub fn find_in(facet: Facet) -> &'static str {
    match facet {
        Facet::Who => "Find a person",
        Facet::Where => "Find a place",
        Facet::When => "Find a month or year",
        Facet::Organizations => "Find an organization",
        Facet::Outlet => "Find an outlet",
        Facet::Speaker => "Find a speaker",
    }
}

/// What a facet says when it has nothing to list.
#[must_use]
pub fn nothing_in(facet: Facet) -> &'static str {
    match facet {
        Facet::Who => "Nobody is named in these articles.",
        Facet::Where => "No place is named in these articles.",
        Facet::When => "No date is placed in these articles.",
        Facet::Organizations => "No organization is named in these articles.",
        Facet::Outlet => "No outlet is known for these articles.",
        Facet::Speaker => "Nobody is quoted by name in these articles.",
    }
}

/// The button that lists more values of a facet: `21 more places`.
#[must_use]
pub fn more_values(facet: Facet, n: u32) -> String {
    let (one, many) = match facet {
        Facet::Who => ("more person", "more people"),
        Facet::Where => ("more place", "more places"),
        Facet::When => ("more date", "more dates"),
        Facet::Organizations => ("more organization", "more organizations"),
        Facet::Outlet => ("more outlet", "more outlets"),
        Facet::Speaker => ("more speaker", "more speakers"),
    };
    super::counted(n, one, many)
}

/// A kind as a heading's kicker.
#[must_use]
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Person",
        Kind::Place => "Place",
        Kind::Organization => "Organization",
    }
}

/// Several of a kind.
#[must_use]
pub fn kinds(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "People",
        Kind::Place => "Places",
        Kind::Organization => "Organizations",
    }
}

/// The noun that completes a mark's accessible name; a date where there is no kind.
#[must_use]
pub fn mark_noun(kind: Option<Kind>) -> &'static str {
    kind.map_or("date", Kind::noun)
}

/// Introduces the rule that recognised something as what it is: `Why a person`.
#[must_use]
pub fn why_a(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Person) => "Why a person",
        Some(Kind::Place) => "Why a place",
        Some(Kind::Organization) => "Why an organization",
        None => "Why a date",
    }
}

/// Introduces the reason for which a name stands for one person, place or organization.
#[must_use]
pub fn why_this(kind: Kind) -> &'static str {
    match kind {
        Kind::Person => "Why this person",
        Kind::Place => "Why this place",
        Kind::Organization => "Why this organization",
    }
}

/// The accessible name of a mark: `Stoltenberg, person`.
#[must_use]
pub fn mark(text: &str, kind: Option<Kind>) -> String {
    [text, mark_noun(kind)].join(", ")
}

/// An order of the results.
#[must_use]
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Longest => "Longest first",
    }
}

/// Where a fact comes from, as a note beside it; nothing where that goes without saying.
#[must_use]
pub fn basis_note(basis: Basis) -> Option<&'static str> {
    match basis {
        Basis::Editor => Some("from the editor"),
        Basis::Page | Basis::Text => None,
        Basis::Inferred => Some("inferred"),
    }
}

/// Where a fact comes from, in a clause.
#[must_use]
pub fn basis_clause(basis: Basis) -> &'static str {
    match basis {
        Basis::Editor => "stated by the keeper of the folder",
        Basis::Page => "stated by the page the article came in",
        Basis::Text => "printed in the article",
        Basis::Inferred => "inferred from other facts",
    }
}
