//! Word lists into lookups: what class a word is of, and which known name begins at a token.
//!
//! Reads the files of `lexicon/` once. Knows nothing of sentences; a trained tagger can take its
//! features from here as well as the rules do.

mod gazetteer;

pub use gazetteer::{Organization, Place, PlaceKind};

use super::token::{Look, Token, add_word, hash_word};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// Hands a hash through: the keys are hashes already.
#[derive(Clone, Copy, Default)]
pub struct Through(u64);

impl Hasher for Through {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// A map whose keys are hashes; looked up, never walked through, so its order never shows.
pub type HashedMap<V> = HashMap<u64, V, BuildHasherDefault<Through>>;

/// The classes of a word, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $word:literal;)*) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*

            /// The class of a name in `lexicon/en/name_words.tsv` and `lexicon/en/quote_words.tsv`.
            fn named(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$name),)*
                    _ => None,
                }
            }
        }
    };
}

classes! {
    /// A given name.
    GIVEN = 0, "given";
    /// A surname.
    SURNAME = 1, "surname";
    /// Printed in lower case as a rule.
    COMMON = 2, "common";
    /// A verb of saying or doing that has a person before it.
    SPEECH = 3, "speech";
    /// What follows a person: `who`.
    PERSON_AFTER = 4, "person_after";
    /// Ends an organization's name: `Council`.
    ORGANIZATION_END = 5, "organization_end";
    /// Begins an organization's name before `of`: `Ministry of`.
    ORGANIZATION_OF = 6, "organization_of";
    /// Joins the words of an organization's name: `of`, `and`.
    ORGANIZATION_LINK = 7, "organization_link";
    /// Ends a place's name: `Square`.
    PLACE_END = 8, "place_end";
    /// Begins a place's name: `Mount`.
    PLACE_START = 9, "place_start";
    /// Stands before places: `near`.
    PLACE_BEFORE = 10, "place_before";
    /// A small word inside people's names: `van`.
    PARTICLE = 11, "particle";
    /// Ends a person's name: `Jr`.
    PERSON_SUFFIX = 12, "person_suffix";
    /// Capitalised, yet none of the three kinds of name.
    NEVER = 13, "never";
    /// Ends the name of an event, a law or a prize.
    EVENT_END = 14, "event_end";
    /// So frequent that a capital at the start of a sentence never makes it part of a name.
    FUNCTION = 15, "function";
    /// Names a people or an origin: `Norwegian`.
    DEMONYM = 16, "demonym";
    /// A month or a weekday.
    CALENDAR = 17, "calendar";
    /// A word that ends in a full stop without ending a sentence.
    ABBREVIATION = 18, "abbreviation";
    /// Begins some phrase of the lexicon.
    FIRST = 19, "first";
    /// Stands behind a name and a hyphen without being part of it: `led`.
    HYPHEN_END = 21, "hyphen_end";
    /// Stands in the table of time words.
    TIME = 20, "time";
    /// A verb of saying.
    SAYING = 22, "saying";
    /// A participle of saying: `adding`.
    SAYING_PARTICIPLE = 23, "saying_participle";
    /// A verb of saying that what is told can follow at once.
    SAYING_CLAUSE = 24, "saying_clause";
    /// Stands between a subject and its verb: `has`, `also`.
    BESIDE_SAYING = 25, "beside_saying";
    /// Stands before titles and names in quotation marks: `nicknamed`.
    NAMING = 26, "naming";
}

impl Classes {
    /// Whether one of the classes in `other` is among these.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a phrase of the lexicon stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sense {
    /// A place, by its number for [`Lexicon::place`].
    Place(u32),
    /// An organization, by its number for [`Lexicon::organization`].
    Organization(u32),
    /// A title that stands before people.
    Title,
    /// A people or an origin.
    Demonym,
}

#[derive(Clone, Copy)]
struct Entry {
    sense: Sense,
    /// Read only where printed all in capitals.
    needs_caps: bool,
    /// Read in lower case as well.
    allows_lower: bool,
}

/// Longest phrase of the lexicon, in tokens.
const MAX_PHRASE: usize = 10;

/// Every word list, ready for lookup.
pub struct Lexicon {
    classes: HashedMap<Classes>,
    phrases: HashedMap<Entry>,
    places: Vec<Place>,
    organizations: Vec<Organization>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::read);

/// The lexicon; read on first use.
#[must_use]
pub fn get() -> &'static Lexicon {
    &LEXICON
}

/// The lines of a word list that are not comments.
pub(crate) fn rows(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

impl Lexicon {
    fn read() -> Self {
        let mut lexicon = Self {
            classes: HashedMap::default(),
            phrases: HashedMap::default(),
            places: Vec::new(),
            organizations: Vec::new(),
        };
        lexicon.read_words();
        lexicon.read_time_words();
        for title in rows(include_str!("../../../lexicon/en/titles.txt")) {
            lexicon.add_phrase(title, Sense::Title);
        }
        lexicon.read_gazetteer();
        lexicon
    }

    fn read_words(&mut self) {
        let lists = [
            (Classes::ABBREVIATION, include_str!("../../../lexicon/en/abbreviations.txt")),
            (Classes::COMMON, include_str!("../../../lexicon/en/common.txt")),
            (Classes::GIVEN, include_str!("../../../lexicon/people/given.txt")),
            (Classes::GIVEN, include_str!("../../../lexicon/people/given_news.txt")),
            (Classes::SURNAME, include_str!("../../../lexicon/people/surnames.txt")),
        ];
        for (class, file) in lists {
            rows(file).for_each(|word| self.add_class(hash_word(word), class));
        }
        let words = [
            include_str!("../../../lexicon/en/name_words.tsv"),
            include_str!("../../../lexicon/en/quote_words.tsv"),
        ];
        for row in words.into_iter().flat_map(rows) {
            let Some((class, words)) = row.split_once('\t') else { continue };
            if let Some(class) = Classes::named(class) {
                words.split(' ').for_each(|word| self.add_class(hash_word(word), class));
            }
        }
    }

    fn read_time_words(&mut self) {
        for row in super::timex::TABLES.into_iter().flat_map(rows) {
            let word = row.split([' ', '\t']).next().unwrap_or_default();
            self.add_class(hash_word(word.strip_suffix("'s").unwrap_or(word)), Classes::TIME);
        }
    }

    fn add_class(&mut self, hash: u64, class: Classes) {
        let classes = self.classes.entry(hash).or_default();
        *classes = classes.or(class);
    }

    /// Adds a phrase unless it is known already: what is read first wins.
    fn add_phrase(&mut self, phrase: &str, sense: Sense) {
        let mut tokens = Vec::new();
        let whole = crate::text::Span::new(0, phrase.len());
        super::token::find_tokens(phrase, whole, self, &mut tokens);
        let Some(first) = tokens.first() else { return };
        let letters = || phrase.chars().filter(|c| c.is_alphabetic());
        let entry = Entry {
            sense,
            needs_caps: letters().count() > 1 && letters().count() <= 6 && letters().all(char::is_uppercase),
            allows_lower: first.is_lower(),
        };
        self.add_class(first.hash, Classes::FIRST);
        let hash = tokens.iter().fold(0, |hash, token| add_word(hash, token.hash));
        let known = self.phrases.entry(hash).or_insert(entry);
        if known.sense == sense {
            known.allows_lower |= entry.allows_lower;
            known.needs_caps &= entry.needs_caps;
        }
    }

    /// The classes of a word.
    #[must_use]
    pub fn classes(&self, hash: u64) -> Classes {
        self.classes.get(&hash).copied().unwrap_or_default()
    }

    /// Whether the word keeps its full stop.
    #[must_use]
    pub fn is_abbreviation(&self, hash: u64) -> bool {
        self.classes(hash).has(Classes::ABBREVIATION)
    }

    /// The longest phrase that begins at the first of `tokens`, with its length in tokens.
    #[must_use]
    pub fn longest(&self, tokens: &[Token]) -> Option<(usize, Sense)> {
        let first = tokens.first()?;
        if !self.classes(first.hash).has(Classes::FIRST) {
            return None;
        }
        let mut best = None;
        let mut hash = 0;
        for (at, token) in tokens.iter().take(MAX_PHRASE).enumerate() {
            hash = add_word(hash, token.hash);
            let Some(entry) = self.phrases.get(&hash) else { continue };
            let fits_caps = !entry.needs_caps
                || tokens[..=at]
                    .iter()
                    .all(|token| token.is(Look::ALL_CAPS) || token.mark != 0 || token.is(Look::NUMBER));
            if fits_caps && (first.is_capital() || entry.allows_lower || first.is(Look::NUMBER)) {
                best = Some((at + 1, entry.sense));
            }
        }
        best
    }

    /// The sense of a whole phrase, capitals as printed.
    #[must_use]
    pub fn sense(&self, phrase: &str) -> Option<Sense> {
        let mut tokens = Vec::new();
        super::token::find_tokens(phrase, crate::text::Span::new(0, phrase.len()), self, &mut tokens);
        self.longest(&tokens).filter(|(length, _)| *length == tokens.len()).map(|(_, sense)| sense)
    }

    /// Every place, by its number.
    #[must_use]
    pub fn places(&self) -> &[Place] {
        &self.places
    }

    /// The place of a number that [`Sense::Place`] gave.
    #[must_use]
    pub fn place(&self, number: u32) -> &Place {
        &self.places[number as usize]
    }

    /// The country of an ISO 3166-1 code.
    #[must_use]
    pub fn country(&self, code: &str) -> Option<&Place> {
        self.places.iter().find(|place| place.kind == PlaceKind::Country && place.country == code)
    }

    /// The place a name stands for, if the lists know one.
    #[must_use]
    pub fn find_place(&self, name: &str) -> Option<&Place> {
        match self.sense(name)? {
            Sense::Place(number) => Some(self.place(number)),
            _ => None,
        }
    }

    /// The organization of a number that [`Sense::Organization`] gave.
    #[must_use]
    pub fn organization(&self, number: u32) -> &Organization {
        &self.organizations[number as usize]
    }
}
