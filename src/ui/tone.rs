//! Which color a thing is drawn in: one for each question, the same in marks, facets and chips.
//!
//! A tone is the value of a `data-tone` attribute; `styles/tokens.css` gives each its ink and tint.

use crate::key::{Facet, Kind};

/// The tone of a facet.
#[must_use]
pub fn of_facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Speaker => Facet::Who.param(),
        _ => facet.param(),
    }
}

/// The tone of a name's kind; a date where there is none.
#[must_use]
pub fn of_kind(kind: Option<Kind>) -> &'static str {
    kind.map_or(Facet::When.param(), |kind| kind.facet().param())
}
