//! When an article was published, and how that is known.

use crate::key::Basis;

/// A publication date with its grounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// ISO 8601, as wide as is known: `2023-04-20`, `2023-04`, `2023`; `None` where nothing supports a date.
    pub value: Option<String>,
    /// Where it comes from; `None` exactly when there is no value.
    pub basis: Option<Basis>,
    /// The grounds in words a reader understands.
    pub reasons: Vec<String>,
}
