//! Lists of articles by their numbers, in two bytes each where a corpus has few enough of them.
//!
//! They are most of an index, and read more often than anything else in it.

/// From so many articles on a number takes four bytes.
const NARROW: usize = 1 << u16::BITS;

/// The numbers of articles, list after list.
#[derive(Debug)]
pub(super) enum DocNumbers {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

impl Default for DocNumbers {
    fn default() -> Self {
        Self::Narrow(Vec::new())
    }
}

impl DocNumbers {
    /// So many numbers of a corpus of so many articles, all of them 0.
    pub(super) fn zeros(n: usize, n_docs: usize) -> Self {
        if n_docs <= NARROW { Self::Narrow(vec![0; n]) } else { Self::Wide(vec![0; n]) }
    }

    pub(super) fn set(&mut self, at: usize, doc: u32) {
        match self {
            Self::Narrow(docs) => docs[at] = doc as u16,
            Self::Wide(docs) => docs[at] = doc,
        }
    }

    pub(super) fn all(&self) -> Docs<'_> {
        match self {
            Self::Narrow(docs) => Docs::Narrow(docs),
            Self::Wide(docs) => Docs::Wide(docs),
        }
    }
}

/// A list of articles; of a single term they rise.
#[derive(Clone, Copy, Debug)]
pub enum Docs<'a> {
    /// Two bytes each.
    Narrow(&'a [u16]),
    /// Four bytes each.
    Wide(&'a [u32]),
}

impl<'a> Docs<'a> {
    /// The list without any.
    pub const NONE: Self = Self::Narrow(&[]);

    /// How many there are.
    #[must_use]
    pub fn len(self) -> usize {
        match self {
            Self::Narrow(docs) => docs.len(),
            Self::Wide(docs) => docs.len(),
        }
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The article at a place in the list.
    #[must_use]
    pub fn get(self, at: usize) -> Option<u32> {
        match self {
            Self::Narrow(docs) => docs.get(at).map(|doc| u32::from(*doc)),
            Self::Wide(docs) => docs.get(at).copied(),
        }
    }

    /// Calls `visit` for each, with its place in the list.
    pub fn for_each(self, mut visit: impl FnMut(usize, u32)) {
        match self {
            Self::Narrow(docs) => docs.iter().enumerate().for_each(|(at, doc)| visit(at, u32::from(*doc))),
            Self::Wide(docs) => docs.iter().enumerate().for_each(|(at, doc)| visit(at, *doc)),
        }
    }

    /// The place of the first article of a rising list that is not before `doc`, from place `from` on. Quick where it
    /// is near.
    #[must_use]
    pub fn seek(self, doc: u32, from: usize) -> usize {
        match self {
            Self::Narrow(docs) => seek(docs, doc, from),
            Self::Wide(docs) => seek(docs, doc, from),
        }
    }

    pub(super) fn slice(self, range: std::ops::Range<usize>) -> Self {
        match self {
            Self::Narrow(docs) => Self::Narrow(&docs[range]),
            Self::Wide(docs) => Self::Wide(&docs[range]),
        }
    }
}

/// Looks ahead in steps that double, then in halves.
fn seek<T: Copy + Into<u32>>(docs: &[T], doc: u32, from: usize) -> usize {
    let from = from.min(docs.len());
    let mut step = 1;
    while from + step < docs.len() && docs[from + step].into() < doc {
        step *= 2;
    }
    let window = &docs[from..(from + step + 1).min(docs.len())];
    from + window.partition_point(|other| (*other).into() < doc)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_widths_hold_the_same() {
        let given: Vec<u32> = (0..200).map(|at| at * 7 % 601).collect();
        for n_docs in [NARROW, NARROW + 1] {
            let mut docs = DocNumbers::zeros(given.len(), n_docs);
            given.iter().enumerate().for_each(|(at, doc)| docs.set(at, *doc));
            let mut found = vec![0; given.len()];
            docs.all().for_each(|at, doc| found[at] = doc);
            assert_eq!(found, given);
            assert_eq!(docs.all().slice(3..5).get(1), Some(given[4]));
            assert!(docs.all().slice(3..3).is_empty() && docs.all().get(given.len()).is_none());
        }
        assert_eq!(Docs::Narrow(&[u16::MAX]).get(0), Some(65_535));
    }

    #[test]
    fn seeking_finds_what_a_look_at_each_finds() {
        let docs: Vec<u32> = (0..100).map(|at| at * at / 7).collect();
        for from in 0..=docs.len() {
            for doc in 0..1_500 {
                let expected = (from..docs.len()).find(|at| docs[*at] >= doc).unwrap_or(docs.len());
                assert_eq!(Docs::Wide(&docs).seek(doc, from), expected, "{doc} from {from}");
            }
        }
    }
}
