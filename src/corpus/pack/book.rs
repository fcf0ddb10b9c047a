//! Texts into bytes by a *book* of the words a corpus uses often, and back to the letter.
//!
//! A word of the book stands as a *code* of one to three bytes, the shorter the more often it is used. A
//! single space between two such words is left out. What the book does not know stands as it is. Texts come
//! to less than half their length so, which counts in memory, and a compressor that the site is sent through
//! makes about a tenth less of them than of plain text.
//!
//! | byte | says |
//! |---|---|
//! | `01` | the next code is a word with a capital |
//! | `02` | the next code is a word in capitals |
//! | `03`, n | n bytes of text stand as they are |
//! | `04` | all codes from here on are words in capitals, as in many headlines |
//! | other below `80` | itself, in ASCII |
//! | `80` to `BF` | a code of one byte |
//! | `C0` to `EF` | a code of two |
//! | `F0` to `FF` | a code of three |

use std::collections::{BTreeMap, HashMap};

const CAPITAL: u8 = 1;
const UPPER: u8 = 2;
const PLAIN: u8 = 3;
const ALL_UPPER: u8 = 4;

/// The first bytes of codes of one, two and three bytes.
const FIRSTS: [u8; 3] = [0x80, 0xc0, 0xf0];
/// How many words have codes of one, two and three bytes.
const ROOM: [usize; 3] = [64, 48 * FOLLOWING, 16 * FOLLOWING * FOLLOWING];
/// How many values the second and third byte of a code have: the upper half, so that no code holds ASCII.
const FOLLOWING: usize = 128;

/// How often a word is used at least to be worth an entry.
const MIN_USES: u32 = 3;
/// The shortest text worth a code, in bytes.
const MIN_BYTES: usize = 2;

/// What separates the words of a written book; no word holds it.
const SEPARATOR: char = '\n';

/// The words that codes stand for, in order of their codes.
#[derive(Default)]
pub struct Book {
    text: String,
    /// Where each ends in `text`, and whether it is letters rather than a single sign.
    ends: Vec<(u32, bool)>,
}

impl Book {
    /// Reads what [`BookBuilder::finish`] wrote.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let mut book = Self::default();
        for word in written.split(SEPARATOR).filter(|word| !word.is_empty()) {
            book.text.push_str(word);
            book.ends.push((u32::try_from(book.text.len()).unwrap_or(u32::MAX), is_word(word)));
        }
        book
    }

    /// The word of a code, and whether it is letters.
    fn word(&self, code: usize) -> Option<(&str, bool)> {
        let (end, is_word) = *self.ends.get(code)?;
        let start = code.checked_sub(1).map_or(0, |before| self.ends[before].0);
        Some((self.text.get(start as usize..end as usize)?, is_word))
    }

    /// The text that was written as `bytes`; `None` where they were not written with this book.
    #[must_use]
    pub fn decode(&self, bytes: &[u8]) -> Option<String> {
        let mut text = String::with_capacity(bytes.len() * 5 / 2);
        let mut rest = bytes;
        let (mut is_behind_word, mut usual_case) = (false, 0);
        while let [first, after @ ..] = rest {
            if *first == ALL_UPPER {
                (usual_case, rest) = (UPPER, after);
            } else if *first == PLAIN {
                let (n, after) = after.split_first()?;
                text.push_str(str::from_utf8(after.get(..usize::from(*n))?).ok()?);
                rest = &after[usize::from(*n)..];
                is_behind_word = false;
            } else if is_itself(*first) {
                let n = rest.iter().position(|byte| !is_itself(*byte)).unwrap_or(rest.len());
                text.push_str(str::from_utf8(&rest[..n]).ok()?);
                rest = &rest[n..];
                is_behind_word = false;
            } else {
                let (case, coded) = if first.is_ascii() { (*first, after) } else { (usual_case, rest) };
                let (code, after) = take_code(coded)?;
                let (word, is_word) = self.word(code)?;
                if is_behind_word && is_word {
                    text.push(' ');
                }
                push_in_case(case, word, &mut text)?;
                is_behind_word = is_word;
                rest = after;
            }
        }
        Some(text)
    }
}

/// Whether a byte of a written text stands for itself.
fn is_itself(byte: u8) -> bool {
    byte > ALL_UPPER && byte.is_ascii()
}

/// The number of the word whose code `bytes` begin with, and what follows.
fn take_code(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (first, rest) = bytes.split_first()?;
    let n_more = FIRSTS.iter().rposition(|least| first >= least)?;
    let mut number = usize::from(first - FIRSTS[n_more]);
    for byte in rest.get(..n_more)? {
        number = number * FOLLOWING + usize::from(byte.checked_sub(0x80)?);
    }
    Some((number + ROOM[..n_more].iter().sum::<usize>(), &rest[n_more..]))
}

fn push_code(number: usize, bytes: &mut Vec<u8>) {
    let mut number = number;
    for (n_more, room) in ROOM.iter().enumerate() {
        if number < *room {
            let high = number / FOLLOWING.pow(n_more as u32);
            bytes.push(FIRSTS[n_more] + high as u8);
            for place in (0..n_more as u32).rev() {
                bytes.push(0x80 + (number / FOLLOWING.pow(place) % FOLLOWING) as u8);
            }
            return;
        }
        number -= room;
    }
}

fn push_in_case(case: u8, word: &str, text: &mut String) -> Option<()> {
    let mut letters = word.chars();
    match case {
        0 => text.push_str(word),
        CAPITAL if word.as_bytes().first().is_some_and(u8::is_ascii) => {
            text.push(letters.next()?.to_ascii_uppercase());
            text.push_str(letters.as_str());
        }
        UPPER if word.is_ascii() => {
            let start = text.len();
            text.push_str(word);
            text.get_mut(start..)?.make_ascii_uppercase();
        }
        CAPITAL => {
            text.extend(letters.next()?.to_uppercase());
            text.push_str(letters.as_str());
        }
        UPPER => text.extend(letters.flat_map(char::to_uppercase)),
        _ => return None,
    }
    Some(())
}

/// Whether an entry is letters rather than a single sign.
fn is_word(entry: &str) -> bool {
    entry.starts_with(char::is_alphabetic)
}

/// The pieces of a text that may have an entry, and what stands between them: letters in a row, single signs
/// beyond ASCII, ASCII signs in a row.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else if first.is_ascii() {
            rest.find(|c: char| c.is_alphabetic() || !c.is_ascii()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// The case of a word and its small form, where the two give the word again.
fn read_case(word: &str) -> Option<(u8, String)> {
    let small = word.to_lowercase();
    let cases = if small == word { 0..1 } else { CAPITAL..UPPER + 1 };
    let mut again = String::with_capacity(word.len());
    for case in cases {
        again.clear();
        push_in_case(case, &small, &mut again)?;
        if again == word {
            return Some((case, small));
        }
    }
    None
}

/// Counts words, then writes texts.
#[derive(Default)]
pub struct BookBuilder {
    uses: BTreeMap<String, u32>,
}

impl BookBuilder {
    /// Counts the words of a text.
    pub fn count(&mut self, text: &str) {
        for piece in split(text).filter(|piece| may_have_entry(piece)) {
            if let Some((_, small)) = read_case(piece) {
                *self.uses.entry(small).or_default() += 1;
            }
        }
    }

    /// The words used often: as they are written in a pack, and for writing texts by them.
    #[must_use]
    pub fn finish(self) -> (String, Writer) {
        let often = self.uses.into_iter().filter(|(_, n)| *n >= MIN_USES);
        let mut words: Vec<(String, u32)> = often.collect();
        words.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
        words.truncate(ROOM.iter().sum());
        let mut start = 0;
        for room in ROOM {
            let end = words.len().min(start + room);
            // Words in order take less room when the pack is compressed.
            words[start..end].sort();
            start = end;
        }
        let words: Vec<String> = words.into_iter().map(|(word, _)| word).collect();
        let written = words.join(&SEPARATOR.to_string());
        (written, Writer { codes: words.into_iter().zip(0..).collect() })
    }
}

/// Writes texts with the codes of a book.
pub struct Writer {
    codes: HashMap<String, usize>,
}

impl Writer {
    /// A text in codes.
    #[must_use]
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() / 2);
        let is_upper = is_upper(text);
        bytes.extend(is_upper.then_some(ALL_UPPER));
        // A space that is left out if a word of the book follows.
        let mut has_space = false;
        let mut is_behind_word = false;
        for piece in split(text) {
            if let Some((case, code, is_word)) = self.find(piece, is_upper) {
                if has_space && !is_word {
                    bytes.push(b' ');
                }
                bytes.extend((case != 0).then_some(case));
                push_code(code, &mut bytes);
                (is_behind_word, has_space) = (is_word, false);
            } else if piece == " " && is_behind_word {
                has_space = true;
            } else {
                if has_space {
                    bytes.push(b' ');
                }
                push_plain(piece, &mut bytes);
                (is_behind_word, has_space) = (false, false);
            }
        }
        if has_space {
            bytes.push(b' ');
        }
        bytes
    }

    /// The case in which a piece is written, its code, and whether it is letters; nothing without an entry.
    fn find(&self, piece: &str, is_upper: bool) -> Option<(u8, usize, bool)> {
        let (case, small) = if may_have_entry(piece) { read_case(piece)? } else { return None };
        let mut again = String::with_capacity(piece.len());
        let case = if is_upper {
            push_in_case(UPPER, &small, &mut again)?;
            (again == piece).then_some(0)?
        } else {
            case
        };
        Some((case, *self.codes.get(&small)?, is_word(&small)))
    }
}

/// Whether a text is all in capitals.
fn is_upper(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

fn may_have_entry(piece: &str) -> bool {
    piece.len() >= MIN_BYTES && (is_word(piece) || !piece.is_ascii())
}

fn push_plain(piece: &str, bytes: &mut Vec<u8>) {
    if piece.bytes().all(is_itself) {
        return bytes.extend(piece.as_bytes());
    }
    let mut rest = piece;
    while !rest.is_empty() {
        let mut end = rest.len().min(usize::from(u8::MAX));
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        bytes.extend([PLAIN, end as u8]);
        bytes.extend(&rest.as_bytes()[..end]);
        rest = &rest[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(texts: &[&str]) {
        let mut builder = BookBuilder::default();
        // Three times, so that every word has an entry.
        (0..MIN_USES).for_each(|_| texts.iter().for_each(|text| builder.count(text)));
        let (written, writer) = builder.finish();
        let book = Book::read(&written);
        for text in texts {
            assert_eq!(book.decode(&writer.encode(text)).as_deref(), Some(*text));
            // Without any entry all stands as it is.
            let (_, plain) = BookBuilder::default().finish();
            assert_eq!(Book::default().decode(&plain.encode(text)).as_deref(), Some(*text));
        }
    }

    #[test]
    fn texts_come_back_to_the_letter() {
        round_trip(&["DOW FALLS 3 PCT, ẞ I.B.M. A ǅ", "ÉTÉ \u{4}the", "日本 “A” ΣΊΣΥΦΟΣ"]);
        round_trip(&["", " ", "a b", "The NATO chief’s visit  to Kyiv, Ukraine.\n\nKYIV Kyiv kyiv kYiV "]);
        round_trip(&[
            "\u{1}\u{2}\u{3}\0 x\u{1}the",
            "Straße STRASSE ǅungla İstanbul ΣΊΣΥΦΟΣ ﬁn ﬁN",
            "the 3rd the",
        ]);
        round_trip(&[
            "“Die Straße” — “die Straße”",
            "日本 日本語",
            "e\u{301}te\u{301} ete\u{301}",
            "the’ the ’ ’the",
        ]);
    }

    #[test]
    fn codes_of_every_length_come_back() {
        for number in [0, 63, 64, 6_207, 6_208, 6_208 + 16_383, ROOM.iter().sum::<usize>() - 1] {
            let mut bytes = Vec::new();
            push_code(number, &mut bytes);
            assert_eq!(take_code(&bytes), Some((number, &[][..])), "{number}");
        }
    }

    #[test]
    fn a_space_is_left_out_between_words_only() {
        let mut builder = BookBuilder::default();
        (0..MIN_USES).for_each(|_| builder.count("the war"));
        let (_, writer) = builder.finish();
        assert_eq!(writer.encode("The war"), [CAPITAL, 0x80, 0x81]);
        assert_eq!(writer.encode("the x "), [0x80, b' ', b'x', b' ']);
    }
}
