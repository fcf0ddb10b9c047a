//! Sets of articles as plain bitmaps: one bit an article, whole words at a time.

/// A set of articles out of a fixed number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocSet {
    words: Vec<u64>,
    n_docs: u32,
}

impl DocSet {
    /// No article out of `n_docs`.
    #[must_use]
    pub fn none(n_docs: usize) -> Self {
        let n = u32::try_from(n_docs).expect("a corpus holds fewer than 4 billion articles");
        Self { words: vec![0; n_docs.div_ceil(64)], n_docs: n }
    }

    /// All of `n_docs` articles.
    #[must_use]
    pub fn all(n_docs: usize) -> Self {
        let mut set = Self::none(n_docs);
        set.words.fill(u64::MAX);
        set.trim();
        set
    }

    /// The listed articles out of `n_docs`.
    #[must_use]
    pub fn of(n_docs: usize, docs: &[u32]) -> Self {
        let mut set = Self::none(n_docs);
        set.insert_all(docs);
        set
    }

    /// Adds articles; those past the end are left out.
    pub fn insert_all(&mut self, docs: &[u32]) {
        docs.iter().for_each(|doc| self.insert(*doc));
    }

    /// Adds an article; one past the end is left out.
    pub fn insert(&mut self, doc: u32) {
        if doc < self.n_docs {
            self.words[doc as usize / 64] |= 1 << (doc % 64);
        }
    }

    /// Whether an article is in the set.
    #[must_use]
    pub fn contains(&self, doc: u32) -> bool {
        self.words.get(doc as usize / 64).is_some_and(|word| word >> (doc % 64) & 1 == 1)
    }

    /// Whether every article is in the set.
    #[must_use]
    pub fn is_all(&self) -> bool {
        self.len() == self.n_docs
    }

    /// Keeps what is in both.
    pub fn intersect(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, its)| *mine &= its);
    }

    /// Adds what is in the other.
    pub fn unite(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, its)| *mine |= its);
    }

    /// Takes out what is in the other.
    pub fn subtract(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(mine, its)| *mine &= !its);
    }

    /// How many articles are in the set.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether no article is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The articles in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.words.iter().zip(0u32..).flat_map(|(word, at)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                if rest == 0 {
                    return None;
                }
                let bit = rest.trailing_zeros();
                rest &= rest - 1;
                Some(at * 64 + bit)
            })
        })
    }

    fn trim(&mut self) {
        if let (Some(last), used @ 1..) = (self.words.last_mut(), self.n_docs % 64) {
            *last &= u64::MAX >> (64 - used);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_at_word_bounds() {
        for n in [0, 1, 63, 64, 65, 200] {
            let all = DocSet::all(n);
            assert_eq!(all.len() as usize, n);
            assert_eq!(all.iter().count(), n);
            let mut none = all.clone();
            none.subtract(&all);
            assert!(none.is_empty());
            assert!(!all.contains(u32::try_from(n).expect("small")));
        }
        let mut some = DocSet::of(200, &[3, 64, 199, 200]);
        assert_eq!(some.iter().collect::<Vec<_>>(), [3, 64, 199]);
        some.intersect(&DocSet::of(200, &[64]));
        assert_eq!(some.iter().collect::<Vec<_>>(), [64]);
    }
}
