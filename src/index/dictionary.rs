//! Words into dense numbers, in order of their first use.
//!
//! All words lie in one string and the table holds their numbers alone, so that a word costs a few bytes
//! more than its letters and no allocation of its own.

use super::terms::range;
use crate::text::{FastHasher, Span};
use std::hash::{Hash, Hasher};

/// Slots of the first table; a power of two, as all are.
const FIRST_SLOTS: usize = 1 << 10;
/// What stands in a slot without a word.
const EMPTY: u32 = u32::MAX;

/// Every word once.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    text: String,
    /// Where each word ends in `text`, by its number.
    ends: Vec<u32>,
    /// A part of the hash of each word, by its number.
    hashes: Vec<u32>,
    /// The numbers of words, each at the first free slot from that of its hash on.
    slots: Vec<u32>,
}

impl Dictionary {
    /// The number of a word, a new one if need be.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if self.ends.len() * 2 >= self.slots.len() {
            self.grow();
        }
        let hash = hash(word);
        let mut at = self.first_slot(hash);
        loop {
            match self.slots[at] {
                EMPTY => break,
                number if self.hashes[number as usize] == hash && self.word(number) == word => return number,
                _ => at = (at + 1) & (self.slots.len() - 1),
            }
        }
        let number = Span::new(0, self.ends.len()).end;
        self.slots[at] = number;
        self.text.push_str(word);
        self.ends.push(Span::new(0, self.text.len()).end);
        self.hashes.push(hash);
        number
    }

    /// The word of a number.
    pub(super) fn word(&self, number: u32) -> &str {
        &self.text[range(&self.ends, number)]
    }

    /// Gives back what only new words need.
    pub(super) fn close(&mut self) {
        (self.hashes, self.slots) = (Vec::new(), Vec::new());
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    fn first_slot(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }

    fn grow(&mut self) {
        let n_slots = (self.slots.len() * 2).max(FIRST_SLOTS);
        self.slots.clear();
        self.slots.resize(n_slots, EMPTY);
        for (hash, number) in self.hashes.iter().zip(0..) {
            let mut at = *hash as usize & (n_slots - 1);
            while self.slots[at] != EMPTY {
                at = (at + 1) & (n_slots - 1);
            }
            self.slots[at] = number;
        }
    }
}

fn hash(word: &str) -> u32 {
    let mut hasher = FastHasher::default();
    word.hash(&mut hasher);
    // The middle of what is mixed.
    (hasher.finish() >> 8) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_has_one_number_in_order_of_first_use() {
        let mut dictionary = Dictionary::default();
        let words: Vec<String> = (0..5_000).map(|n| format!("w{n}")).collect();
        for _ in 0..2 {
            for (word, number) in words.iter().zip(0..) {
                assert_eq!(dictionary.number(word), number);
            }
        }
        assert_eq!(dictionary.len(), words.len());
        assert_eq!((dictionary.word(0), dictionary.word(4_999)), ("w0", "w4999"));
        assert_eq!(dictionary.number(""), 5_000);
    }
}
