//! The small words every layer shares: kinds of names, facets, and the slugs
//! by which URLs name them.

use serde::{Deserialize, Serialize};

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A human being.
    Person,
    /// A country, region, city, building or natural feature.
    Place,
    /// A body of people that acts: alliance, ministry, company, medium, team.
    Organization,
}

impl Kind {
    /// Every kind, in the order screens list them.
    pub const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Organization];

    /// The lower-case English noun used in URLs, exports and accessible names.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
        }
    }

    /// The kind a noun names, the inverse of [`Kind::noun`].
    #[must_use]
    pub fn from_noun(noun: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.noun() == noun)
    }

    /// The facet that lists entities of this kind.
    #[must_use]
    pub fn facet(self) -> Facet {
        match self {
            Self::Person => Facet::Who,
            Self::Place => Facet::Where,
            Self::Organization => Facet::Organizations,
        }
    }
}

/// A question the explorer filters by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Facet {
    /// People.
    Who,
    /// Places.
    Where,
    /// Years, months and days an article speaks of or was published on.
    When,
    /// Organizations.
    Organizations,
    /// The medium an article appeared in.
    Outlet,
    /// Who is quoted, in their words or in the article's.
    Speaker,
}

impl Facet {
    /// Every facet, in the order screens list them.
    pub const ALL: [Self; 6] =
        [Self::Who, Self::Where, Self::When, Self::Organizations, Self::Outlet, Self::Speaker];

    /// The name of the facet in URLs and in the query language.
    #[must_use]
    pub fn param(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Where => "where",
            Self::When => "when",
            Self::Organizations => "org",
            Self::Outlet => "outlet",
            Self::Speaker => "said",
        }
    }

    /// The facet a URL parameter names, the inverse of [`Facet::param`].
    #[must_use]
    pub fn from_param(param: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.param() == param)
    }

    /// The kind of entity the facet lists, if it lists entities.
    #[must_use]
    pub fn kind(self) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.facet() == self)
    }
}

/// A line of time that articles stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Axis {
    /// When articles were published.
    Published,
    /// The dates they speak of.
    Mentioned,
}

impl Axis {
    /// Both, in the order screens draw them.
    pub const ALL: [Self; 2] = [Self::Published, Self::Mentioned];

    /// The name of the axis in URLs.
    #[must_use]
    pub fn param(self) -> &'static str {
        match self {
            Self::Published => "published",
            Self::Mentioned => "mentioned",
        }
    }

    /// The axis a URL parameter names, the inverse of [`Axis::param`].
    #[must_use]
    pub fn from_param(param: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|axis| axis.param() == param)
    }
}

/// Where a fact about an article comes from, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Basis {
    /// Stated by the person who keeps the folder: a sidecar or front matter.
    Editor,
    /// Stated by the page or record the text came in: HTML metadata, JSON fields, a URL.
    Page,
    /// Read from the text itself.
    Text,
    /// Concluded from other facts.
    Inferred,
}

impl Basis {
    /// The word exports and the command line print.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Editor => "editor",
            Self::Page => "page",
            Self::Text => "text",
            Self::Inferred => "inferred",
        }
    }
}

/// The stable name of a value in URLs: lower-case letters and digits of any
/// script, words joined by single hyphens. `Jens Stoltenberg` → `jens-stoltenberg`.
///
/// Diacritics fold away so that a URL survives being typed. A label without a
/// letter or digit gives `x`, never the empty string.
#[must_use]
pub fn slug(label: &str) -> String {
    let mut slug = String::with_capacity(label.len());
    for c in crate::text::fold(label).chars() {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !matches!(c, '\'' | '’') && !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    if slug.ends_with('-') {
        slug.pop();
    }
    if slug.is_empty() { "x".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_typable_and_never_empty() {
        assert_eq!(slug("Jens Stoltenberg"), "jens-stoltenberg");
        assert_eq!(slug("São Tomé & Príncipe"), "sao-tome-principe");
        assert_eq!(slug("St. Michael’s Square"), "st-michaels-square");
        assert_eq!(slug("Київ"), "київ");
        assert_eq!(slug("…"), "x");
    }

    #[test]
    fn nouns_and_params_round_trip() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_noun(kind.noun()), Some(kind));
            assert_eq!(kind.facet().kind(), Some(kind));
        }
        for facet in Facet::ALL {
            assert_eq!(Facet::from_param(facet.param()), Some(facet));
        }
    }
}
