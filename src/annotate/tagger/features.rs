//! The weights of features, looked up by key for one token after another.
//!
//! All features of a token are looked up side by side, so that the waits for
//! memory overlap, and most of those that were never learned are turned away
//! by a small set of bits.

use super::hash::KEY_BITS;
use super::label::LABELS;

/// Bits of a key that choose its bit among [`Features::seen`].
const SEEN_BITS: u32 = 20;

/// How many keys are looked up side by side.
const BATCH: usize = 64;

/// Every feature that has weights; each has the number of its place among them.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// A set of bits: unset where no key that shares its upper bits has weights.
    seen: Vec<u64>,
    /// Open addressing, at most half full: a key, and its number and one; zero in an empty slot.
    slots: Vec<(u32, u32)>,
    rows: Vec<[i8; LABELS]>,
}

impl Features {
    /// Numbers features with their keys, which differ, in order.
    #[must_use]
    pub fn new(rows: impl ExactSizeIterator<Item = (u32, [i8; LABELS])>) -> Self {
        let size = (rows.len() * 2).next_power_of_two().max(16);
        let mut features =
            Self { seen: vec![0; 1 << (SEEN_BITS - 6)], slots: vec![(0, 0); size], rows: Vec::new() };
        for (key, weights) in rows {
            if let Err(empty) = features.find(key) {
                let (word, bit) = seen_at(key);
                features.seen[word] |= 1 << bit;
                features.rows.push(weights);
                features.slots[empty] = (key, features.rows.len() as u32);
            }
        }
        features
    }

    /// The weights of a feature, if it has any.
    #[must_use]
    pub fn row(&self, key: u32) -> Option<&[i8; LABELS]> {
        if self.slots.is_empty() {
            return None;
        }
        self.find(key).ok().map(|number| self.weights(number))
    }

    /// The weights of the feature with this number.
    #[inline]
    #[must_use]
    pub fn weights(&self, number: usize) -> &[i8; LABELS] {
        &self.rows[number]
    }

    /// Gives the number of each of `keys` that has weights to `found`.
    #[inline]
    pub fn find_all(&self, keys: &[u32], mut found: impl FnMut(usize)) {
        if self.slots.is_empty() {
            return;
        }
        for batch in keys.chunks(BATCH) {
            let mut likely = [0; BATCH];
            let mut count = 0;
            for key in batch {
                let (word, bit) = seen_at(*key);
                likely[count] = *key;
                count += (self.seen[word] >> bit & 1) as usize;
            }
            let likely = &likely[..count];
            // All are asked for before the first answer is looked at.
            let mut first = [(0, 0); BATCH];
            first.iter_mut().zip(likely).for_each(|(slot, key)| *slot = self.slots[self.first_slot(*key)]);
            for (key, (kept, number)) in likely.iter().zip(first) {
                if kept == *key {
                    found(number as usize - 1);
                } else if number != 0
                    && let Ok(number) = self.find(*key)
                {
                    found(number);
                }
            }
        }
    }

    /// The number of `key`, or the empty slot where it would go.
    #[inline]
    fn find(&self, key: u32) -> Result<usize, usize> {
        let mut slot = self.first_slot(key);
        loop {
            match self.slots[slot] {
                (_, 0) => return Err(slot),
                (kept, number) if kept == key => return Ok(number as usize - 1),
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
    }

    #[inline]
    fn first_slot(&self, key: u32) -> usize {
        key as usize & (self.slots.len() - 1)
    }
}

/// The word of [`Features::seen`] and the bit in it that stand for a key: its upper bits, since the lower ones choose
/// the slot.
#[inline]
fn seen_at(key: u32) -> (usize, u32) {
    let upper = (key >> (KEY_BITS - SEEN_BITS)) & ((1 << SEEN_BITS) - 1);
    ((upper >> 6) as usize, upper & 63)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_are_found_by_their_keys() {
        let key = |at: u32| at * 7_919 % (1 << KEY_BITS);
        let rows: Vec<_> = (1..2_000).map(|at| (key(at), [at as i8; LABELS])).collect();
        let features = Features::new(rows.into_iter());
        let asked: Vec<u32> = (0..4_000).map(key).collect();
        let mut found = Vec::new();
        features.find_all(&asked, |number| found.push(number));
        assert_eq!(found, (0..1_999).collect::<Vec<_>>());
        assert_eq!(features.row(key(5)), Some(&[5; LABELS]));
        assert_eq!(features.row(key(3_000)), None);
        assert_eq!(Features::default().row(1), None);
        Features::default().find_all(&[1, 2], |_| unreachable!("there are none"));
    }
}
