//! Turns bytes into text that a page can hold: deflated, then seven bits in each character.
//!
//! Base64 holds six bits in a byte; of the 128 characters that are one byte in UTF-8 all but four stand
//! in a page as they are, and those four come as two bytes each. So it takes 1.18 bytes for one.

use crate::Outcome;
use std::io;

/// What the parser of a page changes or ends a script at; `site/parts-file.js` lists the same.
const NOT_AS_THEY_ARE: [char; 4] = ['\0', '\n', '\r', '<'];
/// What stands for the first of them.
const STAND_IN: u32 = 192;
const BITS: u32 = 7;

/// The bytes, compressed, as text.
///
/// # Errors
/// They cannot be compressed.
pub fn pack(bytes: &[u8]) -> Outcome<String> {
    deflate(bytes)
        .map(|packed| as_text(&packed))
        .map_err(|e| format!("cannot compress a part of the file: {e}"))
}

/// Raw deflate, as small as it gets: it is done once and read often.
fn deflate(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut packed)?;
    Ok(packed)
}

fn as_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 6 / 5);
    let (mut held, mut n_held) = (0u32, 0u32);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        n_held += 8;
        while n_held >= BITS {
            n_held -= BITS;
            text.push(stand_in((held >> n_held) & 0x7f));
        }
        held &= (1 << n_held) - 1;
    }
    if n_held > 0 {
        text.push(stand_in((held << (BITS - n_held)) & 0x7f));
    }
    text
}

fn stand_in(code: u32) -> char {
    let c = char::from_u32(code).expect("seven bits are a character");
    match (0u32..).zip(NOT_AS_THEY_ARE).find(|(_, other)| *other == c) {
        Some((at, _)) => char::from_u32(STAND_IN + at).expect("Latin-1 is characters"),
        None => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_bits_stand_in_each_character() {
        assert_eq!(as_text(&[0b1000_0011]), "A@");
        assert_eq!(as_text(&[0; 7]), "\u{c0}".repeat(8));
        let text = as_text(&(0..=255).collect::<Vec<u8>>());
        assert_eq!(text.chars().count(), (256 * 8usize).div_ceil(7));
        assert!(!text.contains(NOT_AS_THEY_ARE));
    }

    #[test]
    fn what_repeats_takes_little() {
        assert!(pack(&[7; 10_000]).unwrap().len() < 100);
    }
}
