//! Text that was broken into lines of one width, into text without these breaks, and back to the letter.
//!
//! Wire copy, mail and old text files end a line where the next word would not fit. Such a break says
//! nothing, and is hard to compress: it stands between words that else stand together. A *seam* is a single
//! space or line break between two words; of the seams of a wrapped text only those are kept that are not as
//! its widths have them: one for the lines that begin a paragraph, which are often indented, one for all others.

use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// How a text was broken into lines.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrap {
    /// The longest line that begins a paragraph, and the longest other, in characters.
    widths: [u8; 2],
    /// The seams that are not as the widths have them: for each, how many others stand between it and the one before.
    odd: Vec<u32>,
}

impl Wrap {
    /// The text with spaces for its line breaks, and how to have them again; nothing for a text that was not
    /// broken at a width.
    #[must_use]
    pub fn undo(text: &str) -> Option<(String, Self)> {
        let mut bytes = text.as_bytes().to_vec();
        let mut seams = Vec::new();
        each_seam(&mut bytes, |seam| {
            seams.push(seam);
            seam.is_break
        });
        let of = |begins: bool| find_width(seams.iter().filter(move |seam| seam.begins == begins));
        let widths = [of(true), of(false)];
        let mut odd = Vec::new();
        let mut n_even = 0;
        for seam in &seams {
            bytes[seam.at] = b' ';
            if seam.is_break == seam.is_full(widths) {
                n_even += 1;
            } else {
                odd.push(std::mem::take(&mut n_even));
            }
        }
        let n_breaks = seams.iter().filter(|seam| seam.is_break).count();
        // With more of them the list would say hardly less than the breaks do.
        let is_worth_it = odd.len() * 2 < n_breaks;
        if is_worth_it { Some((String::from_utf8(bytes).ok()?, Self { widths, odd })) } else { None }
    }

    /// The text with its line breaks.
    #[must_use]
    pub fn apply(&self, text: String) -> Option<String> {
        let mut bytes = text.into_bytes();
        let mut odd = self.odd.iter().copied();
        let mut n_even = odd.next();
        each_seam(&mut bytes, |seam| {
            let is_odd = n_even == Some(0);
            n_even = if is_odd { odd.next() } else { n_even.map(|n| n - 1) };
            seam.is_full(self.widths) != is_odd
        });
        String::from_utf8(bytes).ok()
    }
}

/// A single space or line break between two words.
#[derive(Clone, Copy)]
struct Seam {
    at: usize,
    is_break: bool,
    /// Whether its line begins a paragraph.
    begins: bool,
    /// The characters of the line before it, and of the word behind it.
    column: usize,
    word: usize,
}

impl Seam {
    /// Whether the word behind it finds no room in its line any more.
    fn is_full(self, [first, other]: [u8; 2]) -> bool {
        let width = if self.begins { first } else { other };
        self.column + 1 + self.word > usize::from(width)
    }
}

/// Visits all seams in order and makes each a line break or a space as `is_break` says.
fn each_seam(text: &mut [u8], mut is_break: impl FnMut(Seam) -> bool) {
    let (mut column, mut begins) = (0, true);
    let (mut at, mut n_before) = find_word_end(text, 0);
    while at < text.len() {
        column += n_before;
        let (end, word) = find_word_end(text, at + 1);
        let is_seam = n_before > 0 && word > 0 && matches!(text[at], b' ' | b'\n');
        if is_seam {
            let breaks = is_break(Seam { at, is_break: text[at] == b'\n', begins, column, word });
            text[at] = if breaks { b'\n' } else { b' ' };
        }
        (column, begins) = if text[at] == b'\n' { (0, !is_seam) } else { (column + 1, begins) };
        (at, n_before) = (end, word);
    }
}

/// Where the word that begins at `start` ends, and its length in characters; 0 where none begins.
fn find_word_end(text: &[u8], start: usize) -> (usize, usize) {
    let mut n_chars = 0;
    let mut end = start;
    while end < text.len() && !text[end].is_ascii_whitespace() {
        // All bytes of a character but the first begin with the bits 10.
        n_chars += usize::from(text[end] & 0xc0 != 0x80);
        end += 1;
    }
    (end, n_chars)
}

/// The width with which most seams are as they are.
fn find_width<'a>(seams: impl Iterator<Item = &'a Seam>) -> u8 {
    const WIDTHS: usize = u8::MAX as usize + 1;
    // By width, how many more seams are so with it than with the width one less.
    let mut gains = [0_i64; WIDTHS + 1];
    for seam in seams {
        let fits = (seam.column + 1 + seam.word).min(WIDTHS);
        if seam.is_break {
            gains[seam.column.min(WIDTHS)] += 1;
            gains[fits] -= 1;
        } else {
            gains[fits] += 1;
        }
    }
    let mut n_even = 0;
    let sums = gains[..WIDTHS].iter().zip(0..=u8::MAX).map(|(gain, width)| {
        n_even += gain;
        (n_even, Reverse(width))
    });
    // Of equally good widths the least.
    sums.max().map_or(0, |(_, Reverse(width))| width)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIRE: &str = "The issue carries a call option from 1993 at\n102 pct, declining thereafter by half a point\n\
                        per year.\n  Subscriptions close on March 18, and\npayment is due on April 2.";

    #[test]
    fn lines_broken_at_a_width_come_back_from_few_numbers() {
        let (flat, wrap) = Wrap::undo(WIRE).expect("wrapped");
        assert!(
            flat.starts_with("The issue carries a call option from 1993 at 102 pct, declining"),
            "{flat}"
        );
        assert!(flat.contains("per year.\n  Subscriptions"), "a paragraph is no seam: {flat}");
        assert!(wrap.odd.is_empty(), "{wrap:?}");
        assert_eq!(wrap.apply(flat).as_deref(), Some(WIRE));
    }

    #[test]
    fn breaks_out_of_order_come_back_too() {
        let thrice = [WIRE; 3].join("\n  ");
        let odd = thrice.replacen("1993 at\n102", "1993\nat 102", 1);
        let (flat, wrap) = Wrap::undo(&odd).expect("wrapped");
        assert_eq!(wrap.odd.len(), 2, "a break too early, and a line too long");
        assert_eq!(wrap.apply(flat).as_deref(), Some(&odd[..]));
    }

    #[test]
    fn characters_count_and_not_bytes() {
        let text = "Über die Straße fährt ein\ngrüner Bus nach Köln und\nzurück über Düsseldorf am";
        let (flat, wrap) = Wrap::undo(text).expect("wrapped");
        assert!(wrap.odd.is_empty(), "{wrap:?}");
        assert_eq!(wrap.apply(flat).as_deref(), Some(text));
    }

    #[test]
    fn paragraphs_of_any_length_are_not_wrapped() {
        for text in [
            "",
            "\n",
            " \n ",
            "One line.",
            "A long paragraph about ships.\nShort.\nAnother one that is long.",
        ] {
            assert!(Wrap::undo(text).is_none(), "{text:?}");
        }
    }
}
