//! One person, place or organization under all its names.

use crate::annotate::lexicon::{self, Place};
use crate::key::Kind;

/// The dense number of an [`Entity`] in one [`Resolved`](super::Resolved) corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

/// A name an entity goes by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The name as printed.
    pub text: String,
    /// How many mentions print it so.
    pub n_mentions: u32,
    /// Why it is this entity, as in `last name of a person named in full in the same article`.
    pub reason: &'static str,
    /// Whether the reason is a guess from likeness rather than knowledge.
    pub is_guess: bool,
}

/// One person, place or organization.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// What it is.
    pub kind: Kind,
    /// The name shown: the fullest common form, in today's spelling for places.
    pub name: String,
    /// Unique among entities of its kind; stable as long as the name is.
    pub slug: String,
    /// Every form it is printed in, most frequent first, the shown name included when it is printed.
    pub aliases: Vec<Alias>,
    /// The articles that mention it, as indices in order.
    pub articles: Vec<u32>,
    /// How many mentions there are in all.
    pub n_mentions: u32,
    /// What a reader should know, as in “capital of Ukraine; older spelling: Kiev”.
    pub note: Option<String>,
}

impl Entity {
    /// What the list of places knows of it: country, kind, coordinates. `None` for what is no place or no known one.
    #[must_use]
    pub fn place(&self) -> Option<&'static Place> {
        (self.kind == Kind::Place).then(|| lexicon::get().find_place(&self.name)).flatten()
    }
}
