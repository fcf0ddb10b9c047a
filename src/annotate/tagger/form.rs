//! Words into [`Form`]s: all that a word tells by itself, reckoned once for each spelling.

use super::hash::{hash_bytes, mix};
use super::lexicon::{Lexicon, PLACES};
use crate::text::fold;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What one spelling tells by itself.
#[derive(Clone, Debug)]
pub struct Form {
    /// Hash of the spelling, digits made equal.
    pub word: u64,
    /// Hash of the lower-case spelling.
    pub lower: u64,
    /// Hash of the shape, runs made one: `Xx`, `d-d`.
    pub shape: u64,
    /// Hash of the shape up to eight characters, runs kept.
    pub long_shape: u64,
    /// Hashes of the first one to four letters; zero where the word is shorter.
    pub prefixes: [u64; 4],
    /// Hashes of the last one to four letters; zero where the word is shorter.
    pub suffixes: [u64; 4],
    /// The lists the word stands in.
    pub lists: u32,
    /// The place lists a lower-case word would stand in if it were capitalized.
    pub hidden_lists: u32,
    /// Its number in the lexicon.
    pub entry: Option<u32>,
    /// The number of its lower-case spelling among those seen.
    pub lower_id: u32,
    /// Whether a longer entry of the lists begins with it.
    pub begins_entry: bool,
    /// Whether it holds a capital.
    pub has_capital: bool,
    /// Whether it begins with a capital.
    pub is_capitalized: bool,
    /// Whether it is all capitals, two or more.
    pub is_all_capitals: bool,
    /// Whether it is letters, all lower case.
    pub is_lower: bool,
    /// Whether it begins with a digit.
    pub is_number: bool,
    /// Whether it is a mark.
    pub is_mark: bool,
    /// Its first character, in lower case.
    pub first: char,
}

/// The numbers of all spellings seen, and what each tells.
#[derive(Debug, Default)]
pub struct Forms {
    ids: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
    lower_ids: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
    forms: Vec<Form>,
}

/// The hasher of keys that are hashes already.
#[derive(Debug, Default)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash_bytes(bytes);
    }
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
    fn write_u32(&mut self, number: u32) {
        self.0 = mix(0, u64::from(number));
    }
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
    }

    /// What the spelling with this number tells.
    #[inline]
    #[must_use]
    pub fn form(&self, id: u32) -> &Form {
        &self.forms[id as usize]
    }

    /// The number of the spelling; `shouted` if its whole line is in capitals.
    pub fn id(&mut self, lexicon: &Lexicon, word: &str, shouted: bool) -> u32 {
        let hash = hash_bytes(word.as_bytes()) ^ u64::from(shouted);
        if let Some(id) = self.ids.get(&hash) {
            return *id;
        }
        let mut form = Form::new(lexicon, word, shouted);
        let next = self.lower_ids.len() as u32;
        form.lower_id = *self.lower_ids.entry(form.lower).or_insert(next);
        let id = self.forms.len() as u32;
        self.forms.push(form);
        self.ids.insert(hash, id);
        id
    }
}

impl Form {
    /// All that `word` tells by itself.
    #[must_use]
    pub fn new(lexicon: &Lexicon, word: &str, shouted: bool) -> Self {
        let lower = word.to_lowercase();
        let first = word.chars().next().unwrap_or(' ');
        let titled = capitalize(&lower);
        let has_capital = word.chars().any(char::is_uppercase);
        let is_letters = first.is_alphabetic();
        let is_lower = is_letters && !has_capital;
        let is_all_capitals =
            has_capital && word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
        let spelled = if shouted && is_all_capitals { titled.as_str() } else { word };
        let (word_hash, lower_hash) = (word_hash(spelled), word_hash(&lower));
        let folded = fold(&lower);
        let bare: String = folded.chars().filter(|c| *c != '.').collect();
        Self {
            word: word_hash,
            lower: lower_hash,
            shape: mix(shape_hash(word, true), u64::from(shouted)),
            long_shape: shape_hash(word, false),
            prefixes: std::array::from_fn(|at| prefix_hash(&lower, at + 1)),
            suffixes: std::array::from_fn(|at| suffix_hash(&lower, at + 1)),
            lists: lexicon.lists(word_hash) | lexicon.lists(lower_hash),
            hidden_lists: if is_lower { lexicon.lists(self::word_hash(&titled)) & PLACES } else { 0 },
            entry: lexicon.word(self::word_hash(&folded)).or_else(|| lexicon.word(self::word_hash(&bare))),
            lower_id: 0,
            begins_entry: lexicon.begins_entry(word_hash),
            has_capital: has_capital || (is_letters && !has_case(first)),
            is_capitalized: first.is_uppercase(),
            is_all_capitals,
            is_lower: is_lower && has_case(first),
            is_number: first.is_numeric(),
            is_mark: !first.is_alphanumeric(),
            first: lower.chars().next().unwrap_or(' '),
        }
    }
}

/// Whether a letter has two cases, as those of most alphabets do.
fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// The hash of a spelling, digits made equal.
#[must_use]
pub fn word_hash(word: &str) -> u64 {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        let even: Vec<u8> =
            word.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte }).collect();
        hash_bytes(&even)
    } else {
        hash_bytes(word.as_bytes())
    }
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

fn prefix_hash(word: &str, letters: usize) -> u64 {
    let end = word.char_indices().nth(letters).map_or(0, |(at, _)| at);
    if end == 0 { 0 } else { mix(letters as u64, hash_bytes(&word.as_bytes()[..end])) }
}

fn suffix_hash(word: &str, letters: usize) -> u64 {
    let start = word.char_indices().rev().nth(letters - 1).map_or(0, |(at, _)| at);
    if start == 0 { 0 } else { mix(letters as u64 + 8, hash_bytes(&word.as_bytes()[start..])) }
}
