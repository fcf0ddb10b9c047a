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
    /// How sure that reason is, in percent.
    pub confidence: u8,
    /// Whether the reason is a guess from likeness rather than knowledge.
    pub is_guess: bool,
}

/// A place that holds another: continent, country or region.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Parent {
    /// Its name in URLs, the same for all that it holds.
    pub slug: String,
    /// Its name on the screen.
    pub label: String,
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
    /// Other names that no article prints, by the lists or by hand: what a reader may search for.
    pub variants: Vec<String>,
    /// For places, what they lie in, widest first: continent, country, region. Empty where not known.
    pub parents: Vec<Parent>,
    /// The number of the place in the lexicon, for [`Entity::place`].
    pub known_place: Option<u32>,
    /// The articles that mention it, as indices in order.
    pub articles: Vec<u32>,
    /// How many mentions there are in all.
    pub n_mentions: u32,
    /// How many of them name it as the source of what is told, as in `told Reuters`.
    pub n_as_source: u32,
    /// What a reader should know, as in “capital of Ukraine; older spelling: Kiev”.
    pub note: Option<String>,
}

impl Entity {
    /// An entity of which nothing is known but its name.
    #[must_use]
    pub fn named(kind: Kind, name: &str) -> Self {
        Self {
            kind,
            name: name.to_owned(),
            slug: crate::key::slug(name),
            aliases: Vec::new(),
            variants: Vec::new(),
            parents: Vec::new(),
            known_place: None,
            articles: Vec::new(),
            n_mentions: 0,
            n_as_source: 0,
            note: None,
        }
    }

    /// For places, the levels it is counted at, widest first: what it lies in, then itself where it can hold others.
    #[must_use]
    pub fn levels(&self) -> Vec<Parent> {
        let mut levels = self.parents.clone();
        let own = self.known_place.and_then(super::place::own_level);
        levels.extend(own.filter(|own| self.parents.last() != Some(own)));
        levels
    }

    /// Whether it is a continent, country or region, which other places can lie in.
    #[must_use]
    pub fn holds_places(&self) -> bool {
        self.known_place.and_then(super::place::own_level).is_some()
    }

    /// What the list of places knows of it: country, kind, coordinates. `None` for what is no place or no known one.
    #[must_use]
    pub fn place(&self) -> Option<&'static Place> {
        self.known_place.map(|number| lexicon::get().place(number))
    }
}
