//! Where the words of a phrase stand in an article, and whether they stand together.

use super::forms::ReadLeaf;
use crate::index::{Index, TermId};
use crate::text::Span;

/// Walks through the places of a leaf's words, article by article in rising order.
pub(super) struct Places<'a> {
    index: &'a Index,
    read: &'a ReadLeaf<'a>,
    /// For each word its terms, each with the entry to go on from.
    cursors: Vec<Vec<(TermId, usize)>>,
    /// For each word its places in the article at hand.
    places: Vec<Vec<u32>>,
}

impl<'a> Places<'a> {
    /// A walk that stands before the first article.
    pub(super) fn new(index: &'a Index, read: &'a ReadLeaf<'a>) -> Self {
        let cursors = read.words.iter().map(|word| word.terms().map(|term| (term, 0)).collect());
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
                places.extend(posting.into_iter().flat_map(|posting| posting.positions));
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
        rows(&self.places).next().is_some()
    }

    /// Whether some window of the words' number and `slop` more holds all of them, each at a place of its own.
    fn are_near(&self, slop: u32) -> bool {
        let mut all: Vec<(u32, usize)> = Vec::new();
        for (word, places) in self.places.iter().enumerate() {
            all.extend(places.iter().map(|place| (*place, word)));
        }
        all.sort_unstable();
        let most = Span::new(0, self.places.len()).end.saturating_add(slop);
        narrowest(&all, self.places.len()).is_some_and(|width| width <= most)
    }
}

/// The positions at which words stand one after another, given the sorted positions of each.
pub(super) fn rows(places: &[Vec<u32>]) -> impl Iterator<Item = u32> + '_ {
    let rarest = (0..places.len()).min_by_key(|at| places[*at].len());
    rarest.into_iter().flat_map(move |rarest| {
        let starts =
            places[rarest].iter().filter_map(move |place| place.checked_sub(Span::new(0, rarest).end));
        starts.filter(move |start| {
            places.iter().zip(*start..).all(|(places, wanted)| places.binary_search(&wanted).is_ok())
        })
    })
}

/// The least number of positions in a row that hold every one of `n_words` words, given all their
/// places in order; nothing where one of them has none.
pub(super) fn narrowest(places: &[(u32, usize)], n_words: usize) -> Option<u32> {
    let mut counts = vec![0usize; n_words];
    let mut n_missing = n_words;
    let (mut start, mut least) = (0, None);
    for (end, word) in places {
        n_missing -= usize::from(counts[*word] == 0);
        counts[*word] += 1;
        while n_missing == 0 {
            let (first, word) = places[start];
            let width = end - first + 1;
            least = Some(least.map_or(width, |least: u32| least.min(width)));
            counts[word] -= 1;
            n_missing += usize::from(counts[word] == 0);
            start += 1;
        }
    }
    least
}
