//! Turns bytes into few, and those into text that a page can hold: deflated, then six bytes in seven characters.
//!
//! Base64 holds six bits in a byte. Of the 128 characters that are one byte in UTF-8 all but four stand in
//! a page as they are: with digits of base 124, seven characters hold six bytes and a page as a whole
//! takes 1.17 bytes for one.

use crate::Outcome;

/// What the parser of a page changes or ends a script at; `site/parts-file.js` lists the same.
const NOT_AS_THEY_ARE: [char; 4] = ['\0', '\n', '\r', '<'];
/// The characters that are digits.
const BASE: u64 = 124;
/// Bytes that are one number, of one digit more: as many as JavaScript reckons with exactly.
const GROUP: usize = 6;

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

/// The bytes as text.
pub fn as_text(bytes: &[u8]) -> String {
    let digits: Vec<char> = ('\0'..='\x7f').filter(|c| !NOT_AS_THEY_ARE.contains(c)).collect();
    let mut text = String::with_capacity(bytes.len() * (GROUP + 1) / GROUP + 1);
    for group in bytes.chunks(GROUP) {
        let number = group.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
        let places = (0..=group.len() as u32).rev().map(|place| BASE.pow(place));
        text.extend(places.map(|place| digits[(number / place % BASE) as usize]));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_bytes_stand_in_seven_characters() {
        assert_eq!(as_text(&[0; 6]), "\u{1}".repeat(7));
        assert_eq!(as_text(&[123]), "\u{1}\u{7f}", "the last digit");
        assert_eq!(as_text(&[124]), "\u{2}\u{1}", "the first number of two digits");
        let text = as_text(&(0..=255).collect::<Vec<u8>>());
        assert_eq!(text.len(), 256 / 6 * 7 + 256 % 6 + 1);
        assert!(text.is_ascii() && !text.contains(NOT_AS_THEY_ARE));
    }

    #[test]
    fn what_repeats_takes_little() {
        assert!(deflate(&[7; 10_000]).unwrap().len() < 100);
    }
}
