//! Hashes of words and features, and the table they are looked up in.
//!
//! Keys have 24 bits: short enough to store, long enough that a feature never
//! learned from is taken for one of fifty thousand that were once in three
//! hundred times; the trainer meets the same.

/// Bits of a stored key.
pub const KEY_BITS: u32 = 24;

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes `value` into `hash`.
#[inline]
#[must_use]
pub fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash.rotate_left(23) ^ value).wrapping_mul(ODD);
    mixed ^ (mixed >> 29)
}

/// The hash of some bytes.
#[inline]
#[must_use]
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    hash_words(bytes, |word| word)
}

/// The hash of a spelling, digits made equal.
#[inline]
#[must_use]
pub fn hash_even(spelling: &[u8]) -> u64 {
    hash_words(spelling, even)
}

/// The hash of some bytes, eight at a time as `change` makes them.
#[inline]
fn hash_words(bytes: &[u8], change: impl Fn(u64) -> u64) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut hash = bytes.len() as u64;
    for word in words {
        hash = mix(hash, change(u64::from_le_bytes(*word)));
    }
    if rest.is_empty() { hash } else { mix(hash, change(short_word(rest))) }
}

/// One to seven bytes as a number, the first one lowest. Reads that overlap are quicker than a copy of unknown length.
#[inline]
fn short_word(bytes: &[u8]) -> u64 {
    let last = bytes.len() - 1;
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let (head, tail) = (u32::from_le_bytes(*head), u32::from_le_bytes(*tail));
        return u64::from(head) | u64::from(tail) << (8 * (bytes.len() - 4));
    }
    let byte = |at: usize| u64::from(bytes[at]) << (8 * at);
    byte(0) | byte(bytes.len() / 2) | byte(last)
}

/// Eight bytes with every ASCII digit made a zero, all at once.
#[inline]
fn even(word: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    const ZEROS: u64 = b'0' as u64 * EACH;
    // A digit less `0` is at most 9: adding 118 then leaves the highest bit of its byte unset.
    let less = word ^ ZEROS;
    let digits = !(((less & !HIGH) + (0x80 - 10) * EACH) | less) & HIGH;
    let whole = (digits >> 7) * 0xff;
    (word & !whole) | (ZEROS & whole)
}

/// The stored key of a hash; never zero.
#[inline]
#[must_use]
pub fn key_of(hash: u64) -> u32 {
    ((hash.wrapping_mul(ODD) >> (64 - KEY_BITS)) as u32).max(1)
}

/// From keys to numbers: open addressing, at most half full.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// A part of the key in each slot, zero in an empty one: small enough to stay near, it answers most questions
    /// after keys that are not stored.
    tags: Vec<u8>,
    slots: Vec<(u32, u32)>,
}

impl Table {
    /// A table of `entries`; of two with one key the first counts.
    #[must_use]
    pub fn new(entries: impl ExactSizeIterator<Item = (u32, u32)>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(16);
        let mut table = Self { tags: vec![0; size], slots: vec![(0, 0); size] };
        for (key, value) in entries {
            if let Err(empty) = table.find(key) {
                table.tags[empty] = tag(key);
                table.slots[empty] = (key, value);
            }
        }
        table
    }

    /// The number stored under `key`.
    #[inline]
    #[must_use]
    pub fn get(&self, key: u32) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.find(key).ok().map(|slot| self.slots[slot].1)
    }

    /// The slot of `key`, or the empty one where it would go.
    #[inline]
    fn find(&self, key: u32) -> Result<usize, usize> {
        let (mask, tag) = (self.tags.len() - 1, tag(key));
        let mut slot = key as usize & mask;
        loop {
            match self.tags[slot] {
                0 => return Err(slot),
                found if found == tag && self.slots[slot].0 == key => return Ok(slot),
                _ => slot = (slot + 1) & mask,
            }
        }
    }
}

/// The upper bits of a key, with one that is always set: the lower ones choose the slot.
#[inline]
fn tag(key: u32) -> u8 {
    (key >> (KEY_BITS - 7)) as u8 | 1 << 7
}

/// Numbers for hashes, from zero in the order they are first asked for.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    /// Open addressing, at most half full: a hash, and its number and one; zero where none is.
    slots: Vec<(u64, u32)>,
    len: usize,
}

/// Slots of the smallest table.
const FEWEST_SLOTS: usize = 1 << 10;

impl Numbers {
    /// How many hashes have a number.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether none has one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Forgets all of them.
    pub fn clear(&mut self) {
        self.slots.fill((0, 0));
        self.len = 0;
    }

    /// The number of a hash, which is the count of those before it if it was not asked for till now.
    #[inline]
    pub fn number(&mut self, hash: u64) -> u32 {
        if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        let slot = self.slot(hash);
        let (kept, number) = &mut self.slots[slot];
        if *number == 0 {
            self.len += 1;
            (*kept, *number) = (hash, self.len as u32);
        }
        *number - 1
    }

    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot].1 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }

    #[cold]
    fn grow(&mut self) {
        let size = (self.slots.len() * 2).max(FEWEST_SLOTS);
        let before = std::mem::replace(&mut self.slots, vec![(0, 0); size]);
        for entry in before.into_iter().filter(|(_, number)| *number != 0) {
            let slot = self.slot(entry.0);
            self.slots[slot] = entry;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_that_differ_in_digits_alone_are_one() {
        let text = "Boeing 737-800 / A320: é9\u{39f}0 no-1 1996";
        let evened: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
        let mut hashes = std::collections::BTreeMap::new();
        let mut exact = std::collections::BTreeMap::new();
        for start in 0..text.len() {
            for end in start + 1..=text.len() {
                let hash = hash_even(&text.as_bytes()[start..end]);
                let even = &evened.as_bytes()[start..end];
                assert_eq!(hash, hash_even(even), "{:?}", String::from_utf8_lossy(even));
                assert_eq!(*hashes.entry(hash).or_insert(even), even, "one hash, two spellings");
                let bytes = &text.as_bytes()[start..end];
                assert_eq!(
                    *exact.entry(hash_bytes(bytes)).or_insert(bytes),
                    bytes,
                    "one hash, two spellings"
                );
            }
        }
    }

    #[test]
    fn a_hash_keeps_its_number() {
        let mut numbers = Numbers::default();
        for round in 0..2 {
            for at in 0..5_000 {
                assert_eq!(numbers.number(mix(0, at)), at as u32, "round {round}");
            }
        }
        assert_eq!(numbers.len(), 5_000);
        numbers.clear();
        assert_eq!(numbers.number(mix(0, 4_999)), 0);
    }
}
