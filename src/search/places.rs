//! Where the words of a phrase stand in an article, and whether they stand together.

use super::forms::ReadLeaf;
use crate::index::{Index, TermId};
use crate::text::Span;

/// Walks through the places of a leaf's words, article by article in rising order.
pub(super) struct Places<'a> {
    index: &'a Index,
    read: &'a ReadLeaf,
    /// For each word its terms, each with the entry to go on from.
    cursors: Vec<Vec<(TermId, usize)>>,
    /// For each word its places in the article at hand.
    places: Vec<Vec<u32>>,
}

impl<'a> Places<'a> {
    /// A walk that stands before the first article.
    pub(super) fn new(index: &'a Index, read: &'a ReadLeaf) -> Self {
        let cursors = read.words.iter().map(|word| word.terms.iter().map(|(term, _)| (*term, 0)).collect());
        Self { index, read, cursors: cursors.collect(), places: vec![Vec::new(); read.words.len()] }
    }

    /// Whether the words stand together in an article, as the leaf asks.
    pub(super) fn are_together(&mut self, doc: u32) -> bool {
        let title_end = self.index.fields[doc as usize].title_end;
        for (cursors, places) in self.cursors.iter_mut().zip(&mut self.places) {
            places.clear();
            for (term, from) in cursors.iter_mut() {
                let (posting, next) = self.index.terms.posting_in(*term, doc, *from);
                *from = next;
                places.extend(posting.iter().flat_map(|posting| posting.positions));
            }
            if cursors.len() > 1 {
                places.sort_unstable();
            }
            if self.read.leaf.in_title {
                places.truncate(places.partition_point(|at| *at < title_end));
            }
        }
        match self.read.leaf.slop {
            Some(slop) => self.are_near(slop),
            None => self.are_in_a_row(),
        }
    }

    fn are_in_a_row(&self) -> bool {
        let rarest = (0..self.places.len()).min_by_key(|at| self.places[*at].len()).unwrap_or(0);
        self.places[rarest].iter().any(|place| {
            let start = i64::from(*place) - rarest as i64;
            self.places.iter().zip(start..).all(|(places, wanted)| {
                u32::try_from(wanted).is_ok_and(|wanted| places.binary_search(&wanted).is_ok())
            })
        })
    }

    /// Whether some window of the words' number and `slop` more holds all of them, each at a place of its own.
    fn are_near(&self, slop: u32) -> bool {
        let width = Span::new(0, self.places.len()).end.saturating_add(slop);
        let mut all: Vec<(u32, usize)> = Vec::new();
        for (word, places) in self.places.iter().enumerate() {
            all.extend(places.iter().map(|place| (*place, word)));
        }
        all.sort_unstable();
        let mut counts = vec![0usize; self.places.len()];
        let mut start = 0;
        for end in 0..all.len() {
            counts[all[end].1] += 1;
            while all[end].0 - all[start].0 >= width {
                counts[all[start].1] -= 1;
                start += 1;
            }
            if counts.iter().all(|count| *count > 0) {
                return true;
            }
        }
        false
    }
}
