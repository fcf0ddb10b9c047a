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
    /// The words by the number of articles that hold them, fewest first.
    by_rarity: Vec<usize>,
    /// Where in the article at hand the leaf may begin.
    starts: Vec<u32>,
    /// The places behind seams in the article at hand.
    seams: Vec<u32>,
}

impl<'a> Places<'a> {
    /// A walk that stands before the first article.
    pub(super) fn new(index: &'a Index, read: &'a ReadLeaf<'a>) -> Self {
        let cursors: Vec<Vec<_>> =
            read.words.iter().map(|word| word.terms().map(|term| (term, 0)).collect()).collect();
        let n_docs = |word: &usize| -> usize {
            cursors[*word].iter().map(|(term, _)| index.terms.docs(*term).len()).sum()
        };
        let mut by_rarity: Vec<usize> = (0..cursors.len()).collect();
        by_rarity.sort_by_key(n_docs);
        let places = vec![Vec::new(); cursors.len()];
        Self { index, read, cursors, places, by_rarity, starts: Vec::new(), seams: Vec::new() }
    }

    /// Whether the words stand together in an article, as the leaf asks.
    pub(super) fn are_together(&mut self, doc: u32) -> bool {
        match self.read.leaf.slop {
            Some(slop) => {
                (0..self.cursors.len()).for_each(|word| self.find(word, doc));
                self.are_near(slop)
            }
            None => self.are_in_a_row(doc),
        }
    }

    /// Whether the words stand one after another, but nowhere with marks just where some were typed.
    pub(super) fn are_across_marks(&mut self, doc: u32) -> bool {
        if !self.are_in_a_row(doc) {
            return false;
        }
        self.seams.clear();
        self.seams.extend(self.index.seams.of(doc));
        let n_words = Span::new(0, self.places.len()).end;
        let is_as_typed = |start: &u32, word: u32| {
            let has_seam = self.seams.binary_search(&(start + word)).is_ok();
            has_seam == (self.read.leaf.seams >> word & 1 == 1)
        };
        !self.starts.iter().any(|start| (1..n_words).all(|word| is_as_typed(start, word)))
    }

    /// Reads the places of a word in an article.
    fn find(&mut self, word: usize, doc: u32) {
        let (cursors, places) = (&mut self.cursors[word], &mut self.places[word]);
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
            let title_end = self.index.fields[doc as usize].title_end;
            places.truncate(places.partition_point(|at| *at < title_end));
        }
    }

    /// Whether the words stand one after another. Most articles are ruled out by the rarer words, before the many
    /// places of the frequent ones are read.
    fn are_in_a_row(&mut self, doc: u32) -> bool {
        self.starts.clear();
        for nth in 0..self.by_rarity.len() {
            let word = self.by_rarity[nth];
            self.find(word, doc);
            let (places, offset) = (&self.places[word], Span::new(0, word).end);
            if nth == 0 {
                self.starts.extend(places.iter().filter_map(|place| place.checked_sub(offset)));
            } else {
                self.starts.retain(|start| places.binary_search(&(start + offset)).is_ok());
            }
            if self.starts.is_empty() {
                return false;
            }
        }
        !self.starts.is_empty()
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
