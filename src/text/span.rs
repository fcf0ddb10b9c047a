//! Positions: half-open byte ranges, and their translation to code points.

use serde::{Deserialize, Serialize};

/// A half-open range of bytes in one text. Both ends lie on character boundaries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets.
    ///
    /// # Panics
    /// If an offset exceeds 4 GiB, which the corpus reader refuses beforehand.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        let narrow = |at: usize| u32::try_from(at).expect("texts are shorter than 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// The text under the span, or the empty string if it does not lie in `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// The span as a range for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether the span holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Translates byte offsets of one text to code points, in one pass for rising offsets.
pub struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl<'a> CodePoints<'a> {
    /// A translator at the start of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        Self { text, byte: 0, point: 0 }
    }

    /// The number of code points before byte `offset`, clamped to the text.
    /// An offset inside a character counts that character as not yet begun.
    pub fn at(&mut self, offset: u32) -> usize {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        if offset < self.byte {
            (self.byte, self.point) = (0, 0);
        }
        self.point += self.text[self.byte..offset].chars().count();
        self.byte = offset;
        self.point
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_count_characters_not_bytes() {
        let mut points = CodePoints::new("«Київ» x");
        assert_eq!(points.at(2), 1);
        assert_eq!(points.at(10), 5);
        assert_eq!(points.at(0), 0, "going back is allowed");
        assert_eq!(points.at(99), 8, "past the end is the end");
    }

    #[test]
    fn a_span_outside_the_text_reads_as_nothing() {
        assert_eq!(Span::new(3, 9).of("abc"), "");
        assert_eq!(Span::new(1, 3).of("abc"), "bc");
    }
}
