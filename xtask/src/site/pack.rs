//! Turns bytes into few, and those into text that a page can hold: deflated, then seven bits in a byte.
//!
//! Base64 holds six bits in a byte. Of the 128 characters that are one byte in UTF-8 all but four stand in a page as they
//! are. Where the next seven bits make one of the four, a character of two bytes stands for them and the seven bits behind
//! them, so that a page as a whole takes eight bytes for seven.

use crate::Outcome;

/// What the parser of a page changes or ends a script at; `site/parts-file.js` lists the same, in this order.
const NOT_AS_THEY_ARE: [char; 4] = ['\0', '\n', '\r', '<'];
/// Bits in a character of one byte.
const BITS: u32 = 7;
/// The first of the characters of two bytes. Which of the four it is stands above the seven bits behind.
const PAIRS: u32 = 1 << BITS;

/// The bytes as raw deflate, as small as it gets: it is done once and read often.
///
/// # Errors
/// They cannot be compressed.
pub fn deflate(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut packed)
        .map_err(|e| format!("cannot compress a part of the site: {e}"))?;
    Ok(packed)
}

/// The bytes as text. What is missing to the last character is zeros, so a reader must be told how many bytes there are.
pub fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let mut sevens = Sevens { bytes, n_bits: 0 };
    while let Some(seven) = sevens.next() {
        let as_it_is = char::from_u32(seven).unwrap_or_default();
        match (0..).zip(NOT_AS_THEY_ARE).find(|(_, not)| *not == as_it_is) {
            Some((which, _)) => {
                let pair = PAIRS + (which << BITS) + sevens.next().unwrap_or_default();
                text.extend(char::from_u32(pair));
            }
            None => text.push(as_it_is),
        }
    }
    text
}

/// Bytes, seven bits at a time, the highest first.
struct Sevens<'a> {
    bytes: &'a [u8],
    /// How many were taken.
    n_bits: usize,
}

impl Iterator for Sevens<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let (at, bit) = (self.n_bits / 8, self.n_bits % 8);
        let high = u32::from(*self.bytes.get(at)?) << 8;
        let both = high | self.bytes.get(at + 1).map_or(0, |low| u32::from(*low));
        self.n_bits += BITS as usize;
        Some(both >> (16 - BITS as usize - bit) & (PAIRS - 1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_bytes_stand_in_eight() {
        assert_eq!(as_text(b""), "");
        assert_eq!(as_text(&[0xff; 7]), "\u{7f}".repeat(8));
        assert_eq!(as_text(&[0b0000_0011]), "\u{1}@", "seven bits, then the last one above six zeros");
        assert_eq!(as_text(&[0, 0b0000_0101]), "\u{81} ", "the first of the four and what is behind it");
        assert_eq!(as_text(&[b'<' << 1]), "\u{200}", "the last of the four and nothing behind it but zeros");
        let all: Vec<u8> = (0..=255).cycle().take(7 * 512).collect();
        let text = as_text(&all);
        assert!(text.len() <= 8 * 512 + 1 && !text.contains(NOT_AS_THEY_ARE));
    }

    #[test]
    fn what_repeats_takes_little() {
        assert!(deflate(&[7; 10_000]).unwrap().len() < 100);
    }
}
