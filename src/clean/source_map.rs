//! The way back: from byte offsets in the cleaned text to byte offsets in the raw text.

use super::wrap::{is_inside_word, split_stretches};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A stretch of cleaned text copied from the raw text unchanged, but for line breaks that became spaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Piece {
    clean: u32,
    raw: u32,
    len: u32,
}

/// Leads from the cleaned text back to the raw text, piece by piece.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMap {
    /// In order of `clean`, not overlapping; cleaned text between pieces was inserted.
    pieces: Vec<Piece>,
}

impl SourceMap {
    /// The map of a text that was not changed, `len` bytes long.
    #[must_use]
    pub fn identity(len: usize) -> Self {
        let len = Span::new(0, len).end;
        Self { pieces: vec![Piece { clean: 0, raw: 0, len }] }
    }

    /// The raw span under a cleaned span: from the raw place of its first copied byte to that of
    /// its last. `None` when no byte of it was copied, as in a headline given by the editor.
    #[must_use]
    pub fn to_raw(&self, clean: Span) -> Option<Span> {
        let mut raw: Option<Span> = None;
        let first = self.pieces.partition_point(|piece| piece.clean + piece.len <= clean.start);
        for piece in &self.pieces[first..] {
            let start = clean.start.max(piece.clean);
            let end = clean.end.min(piece.clean + piece.len);
            if piece.clean >= clean.end {
                break;
            }
            if start < end {
                let (start, end) = (piece.raw + start - piece.clean, piece.raw + end - piece.clean);
                raw = Some(raw.map_or(Span { start, end }, |raw| Span {
                    start: raw.start.min(start),
                    end: raw.end.max(end),
                }));
            }
        }
        raw
    }

    /// The raw stretches from which the bytes of a cleaned span were copied, in cleaned order.
    pub(super) fn to_raw_pieces(&self, clean: Span) -> impl Iterator<Item = Span> + '_ {
        let first = self.pieces.partition_point(|piece| piece.clean + piece.len <= clean.start);
        self.pieces[first..].iter().take_while(move |piece| piece.clean < clean.end).map(move |piece| {
            let start = clean.start.max(piece.clean) - piece.clean;
            let end = clean.end.min(piece.clean + piece.len) - piece.clean;
            Span { start: piece.raw + start, end: piece.raw + end }
        })
    }

    /// The map that leads from this map's cleaned text through `before`, whose cleaned text was this map's raw text.
    #[must_use]
    pub(super) fn through(&self, before: &Self) -> Self {
        let mut pieces: Vec<Piece> = Vec::new();
        for piece in &self.pieces {
            let span = Span { start: piece.raw, end: piece.raw + piece.len };
            let first = before.pieces.partition_point(|earlier| earlier.clean + earlier.len <= span.start);
            for earlier in before.pieces[first..].iter().take_while(|earlier| earlier.clean < span.end) {
                let start = span.start.max(earlier.clean);
                let len = span.end.min(earlier.clean + earlier.len) - start;
                pieces.push(Piece {
                    clean: piece.clean + start - span.start,
                    raw: earlier.raw + start - earlier.clean,
                    len,
                });
            }
        }
        Self { pieces }
    }

    /// The copied stretches as pairs of raw span and cleaned end, in raw order.
    pub(super) fn in_raw_order(&self) -> Vec<(Span, u32)> {
        let mut pieces: Vec<(Span, u32)> = self
            .pieces
            .iter()
            .map(|piece| (Span { start: piece.raw, end: piece.raw + piece.len }, piece.clean + piece.len))
            .collect();
        pieces.sort_by_key(|(span, _)| *span);
        pieces
    }

    /// The same map for a text whose bytes before `from` were replaced so that `from` now stands at `to`.
    #[must_use]
    pub(super) fn rebased(mut self, from: u32, to: u32) -> Self {
        self.pieces.retain(|piece| piece.clean >= from);
        self.pieces.iter_mut().for_each(|piece| piece.clean = piece.clean - from + to);
        self
    }
}

/// Builds a cleaned text together with its [`SourceMap`].
#[derive(Debug, Default)]
pub struct SourceMapBuilder {
    text: String,
    pieces: Vec<Piece>,
}

impl SourceMapBuilder {
    /// A builder with room for a text of so many bytes, copied in so many stretches.
    #[must_use]
    pub fn with_room(n_bytes: usize, n_pieces: usize) -> Self {
        Self { text: String::with_capacity(n_bytes), pieces: Vec::with_capacity(n_pieces) }
    }

    /// Appends `raw` under `span`, unchanged.
    pub fn copy(&mut self, raw: &str, span: Span) {
        let slice = span.of(raw);
        if slice.is_empty() {
            return;
        }
        let clean = self.at();
        match self.pieces.last_mut() {
            Some(last) if last.raw + last.len == span.start && last.clean + last.len == clean => {
                last.len += span.end - span.start;
            }
            _ => self.pieces.push(Piece { clean, raw: span.start, len: span.end - span.start }),
        }
        self.text.push_str(slice);
    }

    /// Appends `raw` under `span` with a space for every line break in it and the white space around that.
    pub(super) fn copy_unwrapped(&mut self, raw: &str, span: Span) {
        let mut last_end = None;
        for stretch in split_stretches(span.of(raw)) {
            let stretch = Span { start: span.start + stretch.span.start, end: span.start + stretch.span.end };
            if let Some(start) = last_end {
                self.join(raw, Span { start, end: stretch.start });
            }
            self.copy(raw, stretch);
            last_end = Some(stretch.end);
        }
    }

    /// Appends what stands for a line break and the white space around it: a space, or nothing between the parts of
    /// a hyphenated word.
    fn join(&mut self, raw: &str, gap: Span) {
        if is_inside_word(raw, gap) {
            return;
        }
        self.text.push(' ');
        // One byte for one byte keeps both texts in step, so that the paragraph stays one piece.
        if let (1, Some(piece)) = (gap.len(), self.pieces.last_mut()) {
            piece.len += 1;
        }
    }

    /// Appends text that does not stand in the raw text.
    pub fn insert(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The text built so far.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The next byte offset in the cleaned text.
    #[must_use]
    pub fn at(&self) -> u32 {
        Span::new(0, self.text.len()).end
    }

    /// The text and its map.
    #[must_use]
    pub fn finish(mut self) -> (String, SourceMap) {
        // They stay as long as the article, and most of a page may have been cut.
        self.text.shrink_to_fit();
        self.pieces.shrink_to_fit();
        (self.text, SourceMap { pieces: self.pieces })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_over_a_cut_reaches_from_its_first_to_its_last_raw_byte() {
        let raw = "Kuleba [ad] welcomed";
        let mut built = SourceMapBuilder::default();
        built.copy(raw, Span::new(0, 6));
        built.insert(" ");
        built.copy(raw, Span::new(12, 20));
        let (text, map) = built.finish();
        assert_eq!(text, "Kuleba welcomed");
        assert_eq!(map.to_raw(Span::new(0, 15)), Some(Span::new(0, 20)));
        assert_eq!(map.to_raw(Span::new(7, 15)), Some(Span::new(12, 20)));
        assert_eq!(map.to_raw(Span::new(6, 7)), None);
    }
}
