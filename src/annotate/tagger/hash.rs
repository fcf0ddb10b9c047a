//! Hashes of words and features, and the table they are looked up in.
//!
//! Keys have 28 bits: short enough to store, long enough that two of a
//! hundred thousand features rarely meet, and where they do the trainer has
//! met them in the same way.

/// Bits of a stored key.
pub const KEY_BITS: u32 = 28;

const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

/// Mixes `value` into `hash`.
#[inline]
#[must_use]
pub fn mix(hash: u64, value: u64) -> u64 {
    let mixed = (hash.rotate_left(23) ^ value).wrapping_mul(ODD);
    mixed ^ (mixed >> 29)
}

/// The hash of some bytes.
#[must_use]
pub fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        hash = mix(hash, u64::from_le_bytes(word));
    }
    hash
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
    slots: Vec<(u32, u32)>,
    mask: usize,
}

impl Table {
    /// A table of `entries`; of two with one key the first counts.
    #[must_use]
    pub fn new(entries: impl ExactSizeIterator<Item = (u32, u32)>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(16);
        let mut table = Self { slots: vec![(0, 0); size], mask: size - 1 };
        for (key, value) in entries {
            let slot = table.slot(key);
            if table.slots[slot].0 == 0 {
                table.slots[slot] = (key, value);
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
        let (found, value) = self.slots[self.slot(key)];
        (found == key).then_some(value)
    }

    /// Where `key` is or would be.
    #[inline]
    fn slot(&self, key: u32) -> usize {
        let mut slot = key as usize & self.mask;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != key {
            slot = (slot + 1) & self.mask;
        }
        slot
    }
}
