//! Corrections that the person who keeps the folder made to names: what `repairs.toml` says, as data.
//!
//! Read by `import`, carried by `pack`, applied by `resolve`. Names are kept as written.

use serde::{Deserialize, Serialize};

/// One correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// The line of the file it begins at, counted from 1.
    pub line: u32,
    /// The ids of the articles it holds for; empty for all.
    pub articles: Vec<String>,
    /// The kind of name it is about, as `person`, `place` or `organization`, where names of several kinds are alike.
    pub kind: Option<String>,
    /// What to do.
    pub action: Action,
}

/// What a correction does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Action {
    /// Several names are one.
    Merge {
        /// The names that go.
        names: Vec<String>,
        /// The name they go to.
        into: String,
    },
    /// Printed names were given to the wrong one.
    Split {
        /// The names as printed.
        names: Vec<String>,
        /// Who they were given to.
        from: String,
        /// Who they are; their own where nothing is said.
        into: Option<String>,
    },
    /// Something is shown under another name.
    Rename {
        /// The name shown so far.
        name: String,
        /// The name to show.
        to: String,
    },
    /// Names are of another kind.
    Retype {
        /// The names.
        names: Vec<String>,
        /// `person`, `place` or `organization`.
        to: String,
    },
    /// Words that are no name.
    Hide {
        /// The words.
        names: Vec<String>,
    },
    /// Further names of something, printed or not.
    Alias {
        /// The name shown.
        name: String,
        /// The names to add.
        add: Vec<String>,
    },
}
