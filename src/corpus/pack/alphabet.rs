//! The bytes of packed texts: which say a sign, which begin the code of a word, and which neither.
//!
//! Brotli takes a byte that it does not copy to be the likelier the more often it follows two bytes of the same
//! *groups*: 0, 1 to 15, 16 to 63, 64 to 127, 128 to 191, 192 to 239, 240 to 254 and 255 (RFC 7932, section
//! 7.1, signed mode). So what stands in like places has a group of its own here.
//!
//! | byte | says |
//! |---|---|
//! | `00` | the next word has a capital |
//! | `01` to `0E` | digits and what stands between them |
//! | `0F`, n | n bytes of text stand as they are |
//! | `10` to `2E` | space, line break and other signs of ASCII |
//! | `40` to `59` | a letter of ASCII |
//! | `66` to `BF` | a code of one byte |
//! | `C0` to `EF` | a code of two; the second is one of `40` to `BF` |
//! | `F0` to `FB` | a code of three; the others are as the second |
//! | `FC` | the next word is in capitals |
//! | `FD` | the next word is in small letters |
//! | `FE` | all words from here on are in capitals, as in many headlines |
//! | `FF` | the text ends; the byte stands nowhere else |

/// What is no text itself.
pub const CAPITAL: u8 = 0x00;
pub const PLAIN: u8 = 0x0f;
pub const UPPER: u8 = 0xfc;
pub const LOWER: u8 = 0xfd;
pub const ALL_UPPER: u8 = 0xfe;
pub const END: u8 = 0xff;

/// The most bytes that stand as they are in a row: their number is never [`END`].
pub const MOST_PLAIN: usize = 0xfe;

/// Characters with a byte of their own: the byte of the first of each row, and the row.
const ROWS: [(u8, &[u8]); 3] = [
    (0x01, b"0123456789,./-"),
    (0x10, b" \n\t\"'<>():;$%&*+=?!@#[]_{}|\\^`~"),
    (0x40, b"abcdefghijklmnopqrstuvwxyz"),
];
/// The character that each byte says; 0 for a byte that says none.
pub const CHARACTERS: [u8; 256] = characters();
/// The byte that says each character of ASCII; [`END`] for one without a byte.
pub const BYTES: [u8; 128] = bytes();

/// The first bytes of codes of one, two and three bytes, and how many there are of each.
const FIRSTS: [(u8, usize); 3] = [(0x66, 90), (0xc0, 48), (0xf0, 12)];
/// The second and third bytes of codes.
const FOLLOWING: (u8, usize) = (0x40, 128);
/// How many words have codes of one, two and three bytes.
pub const ROOM: [usize; 3] =
    [FIRSTS[0].1, FIRSTS[1].1 * FOLLOWING.1, FIRSTS[2].1 * FOLLOWING.1 * FOLLOWING.1];
/// How many words, in order of their codes, share all bytes but the last.
pub const BAND: usize = FOLLOWING.1;

const fn characters() -> [u8; 256] {
    let mut characters = [0; 256];
    let mut row = 0;
    while row < ROWS.len() {
        let (first, says) = ROWS[row];
        let mut at = 0;
        while at < says.len() {
            characters[first as usize + at] = says[at];
            at += 1;
        }
        row += 1;
    }
    characters
}

const fn bytes() -> [u8; 128] {
    let mut bytes = [END; 128];
    let mut byte = 0;
    while byte < CHARACTERS.len() {
        if CHARACTERS[byte] != 0 {
            bytes[CHARACTERS[byte] as usize] = byte as u8;
        }
        byte += 1;
    }
    bytes
}

/// The number of the word whose code `bytes` begin with, and what follows. A number that no code has is one of no
/// book.
#[inline]
pub fn take_code(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let [(one, _), (two, _), (three, _)] = FIRSTS;
    let (first, rest) = bytes.split_first()?;
    if *first < two {
        return Some((usize::from(first.checked_sub(one)?), rest));
    }
    let (second, rest) = rest.split_first()?;
    if *first < three {
        return Some((ROOM[0] + go_on(usize::from(first - two), *second)?, rest));
    }
    let (third, rest) = rest.split_first()?;
    let number = go_on(go_on(usize::from(first - three), *second)?, *third)?;
    Some((ROOM[0] + ROOM[1] + number, rest))
}

/// A number with one more byte of its code.
fn go_on(number: usize, byte: u8) -> Option<usize> {
    let digit = usize::from(byte.wrapping_sub(FOLLOWING.0));
    (digit < FOLLOWING.1).then_some(number * FOLLOWING.1 + digit)
}

/// Writes the code of the word with this number.
pub fn push_code(number: usize, bytes: &mut Vec<u8>) {
    let mut number = number;
    for (n_more, room) in ROOM.iter().enumerate() {
        if number < *room {
            bytes.push(FIRSTS[n_more].0 + (number / FOLLOWING.1.pow(n_more as u32)) as u8);
            for place in (0..n_more as u32).rev() {
                bytes.push(FOLLOWING.0 + (number / FOLLOWING.1.pow(place) % FOLLOWING.1) as u8);
            }
            return;
        }
        number -= room;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_every_length_come_back() {
        let [one, two, three] = ROOM;
        for number in [0, one - 1, one, one + two - 1, one + two, one + two + 16_384, one + two + three - 1] {
            let mut bytes = Vec::new();
            push_code(number, &mut bytes);
            assert_eq!(take_code(&bytes), Some((number, &[][..])), "{number}");
            assert!(!bytes.contains(&END), "{number}");
        }
    }

    #[test]
    fn each_byte_says_one_thing() {
        let marks = [CAPITAL, PLAIN, UPPER, LOWER, ALL_UPPER, END];
        for byte in 0..=u8::MAX {
            let is_first = FIRSTS.iter().any(|(least, n)| byte >= *least && usize::from(byte - least) < *n);
            let is_character = CHARACTERS[usize::from(byte)] != 0;
            let n_meanings =
                usize::from(is_first) + usize::from(is_character) + usize::from(marks.contains(&byte));
            assert!(n_meanings <= 1, "{byte:02x}");
        }
        for character in (b' '..=b'~').filter(|character| !character.is_ascii_uppercase()) {
            assert_eq!(CHARACTERS[usize::from(BYTES[usize::from(character)])], character);
        }
    }
}
