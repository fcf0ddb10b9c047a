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
