//! Maps over short words and small numbers that hash them quickly.
//!
//! The hash is a few multiplications and no defense: words that somebody chose to collide cost time and
//! nothing else. Nothing may depend on the order in which such a map is walked.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map that hashes its keys quickly.
pub type FastMap<K, V> = HashMap<K, V, BuildHasherDefault<FastHasher>>;
/// A set that hashes its members quickly.
pub type FastSet<K> = HashSet<K, BuildHasherDefault<FastHasher>>;

/// Hashes eight bytes at a time.
#[derive(Clone, Copy, Debug, Default)]
pub struct FastHasher(u64);

impl FastHasher {
    fn mix(&mut self, word: u64) {
        self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for FastHasher {
    fn finish(&self) -> u64 {
        // The upper bits are the best mixed; a table looks at both ends.
        self.0.rotate_left(26)
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        words.iter().for_each(|word| self.mix(u64::from_le_bytes(*word)));
        let tail = match (rest.first_chunk::<4>(), rest.last_chunk::<4>()) {
            (Some(first), Some(last)) => {
                u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << 32
            }
            _ => rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
        };
        // The length, so that zeros in front count, too.
        self.mix(tail.wrapping_add((bytes.len() as u64) << 56));
    }

    fn write_u8(&mut self, byte: u8) {
        self.mix(u64::from(byte));
    }

    fn write_u16(&mut self, number: u16) {
        self.mix(u64::from(number));
    }

    fn write_u32(&mut self, number: u32) {
        self.mix(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hash::{BuildHasher, Hash};

    #[test]
    fn words_that_are_nearly_alike_hash_apart() {
        let mut seen = FastSet::default();
        let hasher = BuildHasherDefault::<FastHasher>::default();
        for length in 1..40 {
            for letter in ["a", "b", "\0"] {
                let word = letter.repeat(length) + "c";
                assert!(seen.insert(hasher.hash_one(word.as_str())), "{word:?}");
            }
        }
    }

    #[test]
    fn equal_keys_hash_alike_wherever_they_lie() {
        let hash = |key: &dyn Fn(&mut FastHasher)| {
            let mut hasher = FastHasher::default();
            key(&mut hasher);
            hasher.finish()
        };
        let word = String::from("xNATO");
        assert_eq!(hash(&|hasher| word[1..].hash(hasher)), hash(&|hasher| "NATO".hash(hasher)));
    }
}
