//! Words into [`Form`]s: all that a word tells by itself, reckoned once for each spelling.

use super::hash::{Numbers, hash_bytes, hash_even, mix};
use super::lexicon::{BEGINS_ENTRY, Codes, Lexicon, List, PLACES};
use crate::text::fold;
use std::borrow::Cow;

/// What one spelling tells by itself, as far as its neighbors are told.
#[derive(Clone, Debug)]
pub struct Form {
    /// Hash of the spelling, digits made equal.
    pub word: u64,
    /// Hash of the lower-case spelling.
    pub lower: u64,
    /// Hash of the shape, runs made one: `Xx`, `d-d`.
    pub shape: u64,
    /// The lists the word stands in.
    pub lists: u32,
    /// The lists its own spelling stands in, and whether a longer entry begins with it.
    pub own_lists: u32,
    /// The place lists a lower-case word would stand in if it were capitalized.
    pub hidden_lists: u32,
    /// What it is at a glance.
    pub signs: Signs,
    /// Its first character, in lower case.
    pub first: char,
    /// Its word classes; those without one share one for each casing.
    pub codes: Codes,
}

/// What one spelling tells of itself alone.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// Hash of the shape up to eight characters, runs kept.
    pub long_shape: u64,
    /// Hashes of the first one to four letters; zero where the word is shorter.
    pub prefixes: [u64; 4],
    /// Hashes of the last one to four letters; zero where the word is shorter.
    pub suffixes: [u64; 4],
    /// Its number in the lexicon.
    pub entry: Option<u32>,
}

/// What a word is at a glance: a set of bits, kept beside the tokens so that most questions need nothing else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u32);

impl Signs {
    /// It holds a capital.
    pub const CAPITAL: Self = Self(1);
    /// It begins with a capital.
    pub const CAPITALIZED: Self = Self(1 << 1);
    /// It is all capitals, two or more.
    pub const ALL_CAPITALS: Self = Self(1 << 2);
    /// It is letters, all lower case.
    pub const LOWER: Self = Self(1 << 3);
    /// It begins with a digit.
    pub const NUMBER: Self = Self(1 << 4);
    /// It is a mark.
    pub const MARK: Self = Self(1 << 5);
    /// It would stand in a list of places if it were capitalized.
    pub const HIDDEN: Self = Self(1 << 6);
    /// It stands in a list, or a longer entry of one begins with it.
    pub const LISTED: Self = Self(1 << 7);
    /// It stands inside and in front of names: `al`, `von`.
    pub const PARTICLE: Self = Self(1 << 8);
    /// It may close a name though it is in lower case: `Democratic party`, `Odesa airport`.
    pub const HEAD: Self = Self(1 << 9);
    /// It may stand between two parts of one name: `of`, `-`, a number.
    pub const JOINER: Self = Self(1 << 10);
    /// It may stand inside a run of capitalized words: `-`, `&`.
    pub const IN_RUN: Self = Self(1 << 11);
    /// It is a hyphen.
    pub const HYPHEN: Self = Self(1 << 12);
    /// It stands in the list of given names.
    pub const GIVEN: Self = Self(1 << 13);
    /// It stands in the list of titles.
    pub const TITLE: Self = Self(1 << 14);
    /// It is a mark after which a capital tells nothing: a quotation mark, a stop, a colon.
    pub const OPENING: Self = Self(1 << 15);

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any bit of `other` is set.
    #[inline]
    #[must_use]
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    fn set(&mut self, sign: Self, holds: bool) {
        if holds {
            self.0 |= sign.0;
        }
    }
}

/// The numbers of all spellings seen, and what each tells.
#[derive(Debug, Default)]
pub struct Forms {
    ids: Numbers,
    lower_ids: Numbers,
    forms: Vec<Form>,
    signs: Vec<Signs>,
    /// The number of the lower-case spelling of each.
    lower_of: Vec<u32>,
    spellings: Vec<Spelling>,
}

impl Forms {
    /// How many spellings were seen.
    #[must_use]
    pub fn len(&self) -> usize {
        self.forms.len()
    }

    /// Whether none was seen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.forms.is_empty()
    }

    /// How many lower-case spellings were seen.
    #[must_use]
    pub fn lower_len(&self) -> usize {
        self.lower_ids.len()
    }

    /// Forgets every spelling.
    pub fn clear(&mut self) {
        self.ids.clear();
        self.lower_ids.clear();
        self.forms.clear();
        self.signs.clear();
        self.lower_of.clear();
        self.spellings.clear();
    }

    /// What the spelling with this number tells its neighbors.
    #[inline]
    #[must_use]
    pub fn form(&self, id: u32) -> &Form {
        &self.forms[id as usize]
    }

    /// What the spelling with this number is at a glance.
    #[inline]
    #[must_use]
    pub fn signs(&self, id: u32) -> Signs {
        self.signs[id as usize]
    }

    /// The number of its lower-case spelling among those seen.
    #[inline]
    #[must_use]
    pub fn lower_id(&self, id: u32) -> u32 {
        self.lower_of[id as usize]
    }

    /// What the spelling with this number tells of itself.
    #[inline]
    #[must_use]
    pub fn spelling(&self, id: u32) -> &Spelling {
        &self.spellings[id as usize]
    }

    /// The number of the spelling; `shouted` if its whole line is in capitals.
    #[inline]
    pub fn id(&mut self, lexicon: &Lexicon, word: &str, shouted: bool) -> u32 {
        let id = self.ids.number(hash_bytes(word.as_bytes()) ^ u64::from(shouted));
        if id as usize == self.forms.len() {
            self.add(lexicon, word, shouted);
        }
        id
    }

    #[cold]
    fn add(&mut self, lexicon: &Lexicon, word: &str, shouted: bool) {
        let letters = Letters::new(word);
        let spelling = letters.spelling(lexicon);
        let form = letters.form(lexicon, spelling.entry, shouted);
        self.lower_of.push(self.lower_ids.number(form.lower));
        self.signs.push(form.signs);
        self.forms.push(form);
        self.spellings.push(spelling);
    }
}

/// A word and what its letters are.
struct Letters<'a> {
    word: &'a str,
    lower: Cow<'a, str>,
    /// Its first character, as written.
    first: char,
    has_capital: bool,
    has_lower: bool,
}

impl<'a> Letters<'a> {
    fn new(word: &'a str) -> Self {
        let has_capital = word.chars().any(char::is_uppercase);
        let is_lower_already = word.is_ascii() && !has_capital;
        Self {
            word,
            lower: if is_lower_already { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) },
            first: word.chars().next().unwrap_or(' '),
            has_capital,
            has_lower: word.chars().any(char::is_lowercase),
        }
    }

    fn is_all_capitals(&self) -> bool {
        self.has_capital && !self.has_lower && self.word.chars().nth(1).is_some()
    }

    fn is_lower(&self) -> bool {
        self.first.is_alphabetic() && !self.has_capital
    }

    fn spelling(&self, lexicon: &Lexicon) -> Spelling {
        let folded: Cow<'_, str> =
            if self.lower.is_ascii() { Cow::Borrowed(&self.lower) } else { Cow::Owned(fold(&self.lower)) };
        let bare = || folded.contains('.').then(|| folded.replace('.', ""));
        let entry = lexicon.word(word_hash(&folded));
        Spelling {
            long_shape: shape_hash(self.word, false),
            prefixes: prefix_hashes(&self.lower),
            suffixes: suffix_hashes(&self.lower),
            entry: entry.or_else(|| lexicon.word(word_hash(&bare()?))),
        }
    }

    fn form(&self, lexicon: &Lexicon, entry: Option<u32>, shouted: bool) -> Form {
        let titled = || word_hash(&capitalize(&self.lower));
        let word = if shouted && self.is_all_capitals() { titled() } else { word_hash(self.word) };
        let lower = word_hash(&self.lower);
        let own_lists = lexicon.entry(word);
        let lists = own_lists & !BEGINS_ENTRY | lexicon.lists(lower);
        let hidden_lists = if self.is_lower() { lexicon.lists(titled()) & PLACES } else { 0 };
        let signs = self.signs(lists, own_lists, hidden_lists);
        Form {
            word,
            lower,
            shape: mix(shape_hash(self.word, true), u64::from(shouted)),
            lists,
            own_lists,
            hidden_lists,
            signs,
            first: self.lower.chars().next().unwrap_or(' '),
            codes: entry.map_or_else(|| unknown_codes(signs), |entry| lexicon.codes(entry)),
        }
    }

    fn signs(&self, lists: u32, own_lists: u32, hidden_lists: u32) -> Signs {
        let first = self.first;
        let is_letter_without_case = first.is_alphabetic() && !has_case(first);
        let is_listed = |list: List| lists & list.bit() != 0;
        let joins = matches!(first, '-' | '&' | '\'' | '’' | '/' | '.' | '!' | '*');
        let mut signs = Signs::default();
        for (sign, holds) in [
            (Signs::CAPITAL, self.has_capital || is_letter_without_case),
            (Signs::CAPITALIZED, first.is_uppercase()),
            (Signs::ALL_CAPITALS, self.is_all_capitals()),
            (Signs::LOWER, self.is_lower() && has_case(first)),
            (Signs::NUMBER, first.is_numeric()),
            (Signs::MARK, !first.is_alphanumeric()),
            (Signs::HIDDEN, hidden_lists != 0),
            (Signs::LISTED, lists | own_lists != 0),
            (Signs::PARTICLE, is_listed(List::Particle)),
            (Signs::HEAD, is_listed(List::OrganizationHead) || is_listed(List::PlaceHead)),
            (
                Signs::JOINER,
                joins || first.is_numeric() || is_listed(List::Particle) || is_listed(List::Joiner),
            ),
            (Signs::IN_RUN, matches!(first, '-' | '&')),
            (Signs::HYPHEN, first == '-'),
            (Signs::GIVEN, is_listed(List::Given)),
            (Signs::TITLE, is_listed(List::Title)),
            (Signs::OPENING, matches!(first, '"' | '“' | '.' | ':')),
        ] {
            signs.set(sign, holds);
        }
        signs
    }
}

/// The classes of a word without one.
fn unknown_codes(signs: Signs) -> Codes {
    /// Beyond every class.
    const UNKNOWN: u16 = 60_000;
    let bit = |sign: Signs, value: u16| if signs.has(sign) { value } else { 0 };
    [UNKNOWN + bit(Signs::CAPITALIZED, 1) + bit(Signs::MARK, 2) + bit(Signs::NUMBER, 4); 3]
}

/// Whether a letter has two cases, as those of most alphabets do.
fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// The hash of a spelling, digits made equal.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    hash_even(word.as_bytes())
}

/// `new` → `New`.
fn capitalize(lower: &str) -> String {
    let mut chars = lower.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn shape_hash(word: &str, short: bool) -> u64 {
    let mut hash = u64::from(short) + 1;
    let mut last = ' ';
    for c in word.chars().take(if short { usize::MAX } else { 8 }) {
        let kind = match c {
            _ if c.is_uppercase() => 'X',
            _ if c.is_alphabetic() => 'x',
            _ if c.is_numeric() => 'd',
            _ => c,
        };
        if kind != last || !short {
            hash = mix(hash, kind as u64);
        }
        last = kind;
    }
    hash
}

/// Hashes of the first one to four characters; zero where there are fewer.
fn prefix_hashes(word: &str) -> [u64; 4] {
    let mut ends = word.char_indices().map(|(at, _)| at).skip(1);
    std::array::from_fn(|at| {
        ends.next().map_or(0, |end| mix(at as u64 + 1, hash_bytes(&word.as_bytes()[..end])))
    })
}

/// Hashes of the last one to four characters; zero where there are fewer.
fn suffix_hashes(word: &str) -> [u64; 4] {
    let mut starts = word.char_indices().rev().map(|(at, _)| at);
    std::array::from_fn(|at| {
        let start = starts.next().filter(|start| *start > 0);
        start.map_or(0, |start| mix(at as u64 + 9, hash_bytes(&word.as_bytes()[start..])))
    })
}
