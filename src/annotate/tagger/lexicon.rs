//! What is known of words and phrases before any text is read: the lists they
//! stand in, the word classes they belong to, and the vector of their company.

use super::hash::{Table, key_of, mix};
use super::lists::shared_phrases;

/// Word classes of one word, coarse to fine: of 64, of 256, of 1024.
pub type Codes = [u16; 3];

/// Marks, beside the lists, a word that begins a longer entry.
pub const BEGINS_ENTRY: u32 = 1 << 31;

/// The tokens of the longest entry that is looked for.
pub const LONGEST_ENTRY: usize = 6;

/// The lists a word or phrase can stand in, each one bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum List {
    /// Countries and continents.
    Country,
    /// Cities above 100,000 people, and those much in the news.
    City,
    /// Cities above 15,000 people.
    Town,
    /// Other names of cities.
    CityAlias,
    /// States, regions, seas and other places that are neither country nor city.
    State,
    /// Words for the people of a place.
    Demonym,
    /// Given names.
    Given,
    /// Surnames.
    Surname,
    /// Companies, parties and other bodies.
    Organization,
    /// Words in front of a person's name: `president`, `mr`.
    Title,
    /// Words that head an organization's name: `ministry`, `university`.
    OrganizationHead,
    /// Words that close a company's name: `inc`.
    CompanySuffix,
    /// Words that head a place's name: `river`, `airport`.
    PlaceHead,
    /// Months, weekdays and feasts.
    Calendar,
    /// Lower-case words inside and in front of names: `al`, `bin`, `von`.
    Particle,
    /// Lower-case words that join parts of a name: `of`, `the`, `and`.
    Joiner,
    /// Words of relation, rank and trade behind or before a person: `mother`, `striker`.
    Trade,
    /// Points of the compass and their like: `north`, `upper`.
    Compass,
    /// Words of events and works: `cup`, `war`, `act`.
    Event,
}

impl List {
    /// Every list, by its bit.
    pub const ALL: [Self; 19] = [
        Self::Country,
        Self::City,
        Self::Town,
        Self::CityAlias,
        Self::State,
        Self::Demonym,
        Self::Given,
        Self::Surname,
        Self::Organization,
        Self::Title,
        Self::OrganizationHead,
        Self::CompanySuffix,
        Self::PlaceHead,
        Self::Calendar,
        Self::Particle,
        Self::Joiner,
        Self::Trade,
        Self::Compass,
        Self::Event,
    ];

    /// The bit of the list in a set of lists.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self as u8
    }
}

/// Places that are written in lower case now and then.
pub const PLACES: u32 = List::Country.bit() | List::City.bit() | List::State.bit();

/// Lists of words rather than names, kept and looked up in lower case.
pub const CUES: u32 = u32::MAX << List::Title as u8 & !BEGINS_ENTRY;

/// Lists, word classes and vectors, looked up by hash.
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    phrases: Table,
    words: Table,
    codes: Vec<Codes>,
}

/// The hash of a phrase so far, with one more word.
#[inline]
#[must_use]
pub fn extend_phrase(phrase: u64, word: u64) -> u64 {
    mix(phrase ^ 0x51, word)
}

impl Lexicon {
    /// A lexicon of phrases with their lists beside those of `lexicon/`, and of words with their classes in the
    /// same order.
    #[must_use]
    pub fn new(phrases: &[(u32, u32)], words: &[u32], codes: Vec<Codes>) -> Self {
        let numbered = words.iter().enumerate().map(|(at, key)| (*key, at as u32));
        let phrases = joined(shared_phrases(), phrases);
        Self { phrases: Table::new(phrases.into_iter()), words: Table::new(numbered), codes }
    }

    /// The lists that hold the word with this hash as an entry of its own.
    #[must_use]
    pub fn lists(&self, word: u64) -> u32 {
        self.entry(word) & !BEGINS_ENTRY
    }

    /// The lists that hold the word, with [`BEGINS_ENTRY`] where a longer entry begins with it.
    #[must_use]
    pub fn entry(&self, word: u64) -> u32 {
        self.phrases.get(key_of(word)).unwrap_or(0)
    }

    /// The number of a word, by the hash of its folded form.
    #[must_use]
    pub fn word(&self, folded: u64) -> Option<u32> {
        self.words.get(key_of(folded))
    }

    /// The classes of a word.
    #[must_use]
    pub fn codes(&self, word: u32) -> Codes {
        self.codes[word as usize]
    }

    /// The longest entry that the words spell from their beginning: its length in words and its lists. `begins` is
    /// [`Self::entry`] of the first word.
    #[must_use]
    pub fn longest(&self, begins: u32, mut words: impl Iterator<Item = u64>) -> Option<(usize, u32)> {
        let lists = begins & !BEGINS_ENTRY & !CUES;
        let mut best = (lists != 0).then_some((1, lists));
        if begins & BEGINS_ENTRY == 0 {
            return best;
        }
        let mut phrase = words.next()?;
        for (length, word) in (2..=LONGEST_ENTRY).zip(words) {
            phrase = extend_phrase(phrase, word);
            if let Some(lists) = self.phrases.get(key_of(phrase)) {
                best = Some((length, lists & !BEGINS_ENTRY));
            }
        }
        best
    }
}

/// Both sets of phrases, the lists of a phrase that stands in both put together.
fn joined(mut phrases: Vec<(u32, u32)>, others: &[(u32, u32)]) -> Vec<(u32, u32)> {
    phrases.extend(others);
    phrases.sort_unstable();
    phrases.dedup_by(|next, last| {
        let is_same = next.0 == last.0;
        last.1 |= if is_same { next.1 } else { 0 };
        is_same
    });
    phrases
}

/// Gathers phrases and their lists for [`Lexicon::new`].
#[derive(Debug, Default)]
pub struct Phrases {
    lists: std::collections::BTreeMap<u32, u32>,
}

impl Phrases {
    /// Adds the entry that these words spell to a list.
    pub fn add(&mut self, words: &[u64], list: List) {
        let Some((first, rest)) = words.split_first() else { return };
        if rest.len() >= LONGEST_ENTRY {
            return;
        }
        let whole = rest.iter().fold(*first, |phrase, word| extend_phrase(phrase, *word));
        *self.lists.entry(key_of(whole)).or_default() |= list.bit();
        if !rest.is_empty() {
            *self.lists.entry(key_of(*first)).or_default() |= BEGINS_ENTRY;
        }
    }

    /// Keys with their lists, by rising key.
    #[must_use]
    pub fn build(self) -> Vec<(u32, u32)> {
        self.lists.into_iter().collect()
    }
}
