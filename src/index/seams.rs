//! Where more than white space parts two words.
//!
//! Phrases are found across such seams; those that were typed tell whether one stands as it was typed.

use super::positions::{Positions, pack};
use super::terms::range;
use crate::text::Span;

/// The seams of one article after another.
#[derive(Debug, Default)]
pub struct Seams {
    /// The positions of the words that stand behind seams, article after article, packed.
    packed: Vec<u8>,
    /// Where each article's seams end.
    ends: Vec<u32>,
}

impl Seams {
    /// Adds the next article by the positions of its words behind seams, rising.
    pub(super) fn add(&mut self, positions: &[u32]) {
        pack(positions.iter().copied(), &mut self.packed);
        self.ends.push(Span::new(0, self.packed.len()).end);
    }

    /// Gives back what was reserved for more articles.
    pub(super) fn close(&mut self) {
        self.packed.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The positions of an article's words that stand behind a seam, rising.
    #[must_use]
    pub fn of(&self, doc: u32) -> Positions<'_> {
        Positions::of(&self.packed[range(&self.ends, doc)])
    }
}

/// Tells for one word of a text after another whether a seam stands before it.
#[derive(Debug)]
pub struct SeamFinder<'a> {
    text: &'a str,
    /// Where the word before ends; the first word of a text has none before it.
    end: Option<u32>,
}

impl<'a> SeamFinder<'a> {
    /// A finder that stands before the first word.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, end: None }
    }

    /// Whether a seam stands before the next word.
    pub fn is_behind_seam(&mut self, word: Span) -> bool {
        let before = self.end.replace(word.end).map(|end| Span { start: end, end: word.start });
        before.is_some_and(|gap| gap.of(self.text).contains(|c: char| !c.is_whitespace()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::split_terms;
    use super::*;

    #[test]
    fn a_seam_is_all_that_is_no_white_space() {
        let behind = |text: &'static str| {
            let mut seams = SeamFinder::new(text);
            let words = split_terms(text).filter(|word| seams.is_behind_seam(*word));
            words.map(|word| word.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(behind("(the) will\u{a0}one\n day"), ["will"]);
        assert_eq!(behind("will “one” day, NATO-led"), ["one", "day", "NATO", "led"]);
        assert_eq!(behind("OBOZ.UA at 3.5"), ["UA"]);
        assert_eq!(behind("“only”"), [""; 0]);
    }

    #[test]
    fn every_article_has_its_own() {
        let mut seams = Seams::default();
        let lists: [&[u32]; 4] = [&[], &[0], &[3, 700], &[]];
        lists.iter().for_each(|list| seams.add(list));
        seams.close();
        for (doc, list) in (0..).zip(lists) {
            assert_eq!(seams.of(doc).collect::<Vec<_>>(), list);
        }
    }
}
