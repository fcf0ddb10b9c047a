//! Rising numbers as bytes: where a term stands in one article, packed.
//!
//! Each number is written as its distance from the one before, in groups of seven bits, lowest first, where
//! the highest bit of a byte says that more follow. The lowest bit of a distance says whether it is the last
//! of its list, so that a list needs no length: in news most are one or two bytes.

/// The highest bit of a byte: more of the same number follow.
const MORE: u8 = 0x80;
/// Bits of a number in one byte.
const BITS: u32 = 7;

/// Appends a number of any size.
pub(super) fn push_number(mut number: u64, bytes: &mut Vec<u8>) {
    while number >= u64::from(MORE) {
        bytes.push((number & u64::from(MORE - 1)) as u8 | MORE);
        number >>= BITS;
    }
    bytes.push(number as u8);
}

/// The number that `bytes` begin with, and what follows; 0 where there is none.
pub(super) fn take_number(bytes: &[u8]) -> (u64, &[u8]) {
    let (mut number, mut shift) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        number |= u64::from(byte & (MORE - 1)) << shift;
        shift += BITS;
        if byte & MORE == 0 || shift >= u64::BITS {
            return (number, &bytes[at + 1..]);
        }
    }
    (number, &[])
}

/// Appends a list of rising numbers; an empty one cannot be told from that of a zero.
pub(super) fn pack(positions: impl ExactSizeIterator<Item = u32>, bytes: &mut Vec<u8>) {
    let n = positions.len();
    let mut before = 0;
    for (position, at) in positions.zip(1..) {
        let distance = u64::from(position.wrapping_sub(before));
        push_number(distance << 1 | u64::from(at == n), bytes);
        before = position;
    }
}

/// What follows the first list.
pub(super) fn skip(mut bytes: &[u8]) -> &[u8] {
    loop {
        let Some(first) = bytes.first() else { return bytes };
        let end = bytes.iter().position(|byte| byte & MORE == 0).unwrap_or(bytes.len() - 1);
        bytes = &bytes[end + 1..];
        if first & 1 == 1 {
            return bytes;
        }
    }
}

/// The numbers of one packed list, rising.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Positions<'a> {
    rest: &'a [u8],
    before: u32,
}

impl<'a> Positions<'a> {
    /// The list that `bytes` begin with.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, before: 0 }
    }
}

impl Iterator for Positions<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        if self.rest.is_empty() {
            return None;
        }
        let (number, rest) = take_number(self.rest);
        self.rest = if number & 1 == 1 { &[] } else { rest };
        self.before = self.before.wrapping_add((number >> 1) as u32);
        Some(self.before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_back_one_after_another() {
        let lists: [&[u32]; 5] =
            [&[0], &[63, 64, 8_192], &[0, 1, u32::MAX], &[u32::MAX], &[127, 128, 16_384]];
        let mut bytes = Vec::new();
        lists.iter().for_each(|list| pack(list.iter().copied(), &mut bytes));
        let mut rest = &bytes[..];
        for list in lists {
            assert_eq!(Positions::of(rest).collect::<Vec<_>>(), list);
            rest = skip(rest);
        }
        assert!(rest.is_empty() && Positions::of(rest).next().is_none());
    }

    #[test]
    fn what_is_cut_off_ends() {
        assert_eq!(take_number(&[MORE, MORE]).1, &[] as &[u8]);
        assert!(skip(&[MORE]).is_empty());
    }
}
