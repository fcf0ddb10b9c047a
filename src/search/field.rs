//! The fields of the query language and their names: `who:`, `title:`, `published:`.

use crate::key::{Axis, Facet};

/// What stands before a colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A name that a facet lists.
    Name(Facet),
    /// A range of dates.
    Date(DateField),
    /// Words of the headline.
    Title,
}

/// Which dates a range is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateField {
    /// Those of either axis.
    Either,
    /// Those of one.
    On(Axis),
}

impl DateField {
    /// The name a reader types.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Either => Facet::When.param(),
            Self::On(axis) => axis.param(),
        }
    }

    /// The axes whose dates count.
    #[must_use]
    pub fn axes(self) -> &'static [Axis] {
        match self {
            Self::Either => &Axis::ALL,
            Self::On(Axis::Published) => &[Axis::Published],
            Self::On(Axis::Mentioned) => &[Axis::Mentioned],
        }
    }
}

impl Field {
    /// Every field that is worth offering, in the order help lists them.
    pub const ALL: [Self; 9] = [
        Self::Name(Facet::Who),
        Self::Name(Facet::Where),
        Self::Date(DateField::Either),
        Self::Name(Facet::Organizations),
        Self::Name(Facet::Outlet),
        Self::Name(Facet::Speaker),
        Self::Title,
        Self::Date(DateField::On(Axis::Published)),
        Self::Date(DateField::On(Axis::Mentioned)),
    ];

    /// The name a reader types.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Name(facet) => facet.param(),
            Self::Date(field) => field.name(),
            Self::Title => "title",
        }
    }

    /// The field a name in any case means, the inverse of [`Field::name`].
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name().eq_ignore_ascii_case(name))
    }
}
