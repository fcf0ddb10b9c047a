//! The features of many sentences in one table: what each says is worked out once, so that two sentences are compared
//! without anything being looked up.

use super::feature::FeatureMap;
use crate::text::Span;

/// Sentences by their features, which are numbered anew from 0, in their order.
#[derive(Debug, Default)]
pub(super) struct FeatureTable {
    /// Those of all sentences, one sentence after the other.
    features: Vec<u32>,
    sentences: Vec<Span>,
    /// In how many sentences each feature is.
    n_having: Vec<u32>,
    /// What each feature says: the rarer, the more.
    weights: Vec<f32>,
    /// What each sentence says.
    totals: Vec<f32>,
}

impl FeatureTable {
    /// Takes in sentences by their features, which are sorted, each once.
    pub(super) fn of(sentences: &mut dyn Iterator<Item = Vec<u32>>) -> Self {
        let mut table = Self::default();
        let mut numbers: FeatureMap<u32> = FeatureMap::default();
        for sentence in sentences {
            let start = table.features.len();
            for feature in sentence {
                let number = *numbers.entry(feature).or_insert_with(|| {
                    table.n_having.push(0);
                    Span::new(0, table.n_having.len() - 1).end
                });
                table.n_having[number as usize] += 1;
                table.features.push(number);
            }
            table.sentences.push(Span::new(start, table.features.len()));
        }
        table.put_in_order(numbers);
        table.weigh();
        table
    }

    /// Numbers features by their order instead of by that in which they were met.
    fn put_in_order(&mut self, numbers: FeatureMap<u32>) {
        let mut order: Vec<(u32, u32)> = numbers.into_iter().collect();
        order.sort_unstable();
        let mut ranks = vec![0_u32; order.len()];
        (0u32..).zip(&order).for_each(|(rank, (_, number))| ranks[*number as usize] = rank);
        self.features.iter_mut().for_each(|feature| *feature = ranks[*feature as usize]);
        self.n_having = order.into_iter().map(|(_, number)| self.n_having[number as usize]).collect();
    }

    fn weigh(&mut self) {
        let n_sentences = self.sentences.len() as f32;
        self.weights = self.n_having.iter().map(|n_having| weight(*n_having, n_sentences)).collect();
        let total =
            |span: &Span| self.features[span.range()].iter().map(|it| self.weights[*it as usize]).sum();
        self.totals = self.sentences.iter().map(total).collect();
    }

    /// How many features there are.
    pub(super) fn n_features(&self) -> usize {
        self.n_having.len()
    }

    /// The features of a sentence, sorted.
    pub(super) fn features(&self, sentence: usize) -> &[u32] {
        &self.features[self.sentences[sentence].range()]
    }

    /// In how many sentences a feature is.
    pub(super) fn n_having(&self, feature: u32) -> u32 {
        self.n_having[feature as usize]
    }

    /// What two sentences share of the one that says less, 0 to 1, and how many features that is. Symmetric.
    pub(super) fn overlap(&self, a: usize, b: usize) -> (f32, usize) {
        let (shared, n_shared) = self.shared(a, b);
        let least = self.totals[a].min(self.totals[b]);
        if least > 0.0 { (shared / least, n_shared) } else { (0.0, 0) }
    }

    /// What two sentences share of both, 0 to 1 (cosine). Symmetric.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f32 {
        let both = (self.totals[a] * self.totals[b]).sqrt();
        if both > 0.0 { self.shared(a, b).0 / both } else { 0.0 }
    }

    fn shared(&self, a: usize, b: usize) -> (f32, usize) {
        let (left, right) = (self.features(a), self.features(b));
        let (mut shared, mut n_shared) = (0.0, 0);
        let (mut i, mut j) = (0, 0);
        while let (Some(one), Some(other)) = (left.get(i), right.get(j)) {
            if one == other {
                shared += self.weights[*one as usize];
                n_shared += 1;
            }
            i += usize::from(one <= other);
            j += usize::from(other <= one);
        }
        (shared, n_shared)
    }
}

/// The logarithm of how seldom a feature is; never negative.
fn weight(n_having: u32, n_sentences: f32) -> f32 {
    (1.0 + n_sentences / (n_having as f32 + 0.5)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shared_is_symmetric_and_never_more_than_whole() {
        let sentences: [&[u32]; 4] = [&[7, 90, 1 << 31], &[90, 91, 1 << 31], &[5], &[]];
        let table = FeatureTable::of(&mut sentences.iter().map(|features| features.to_vec()));
        for a in 0..sentences.len() {
            for b in 0..sentences.len() {
                let overlap = table.overlap(a, b);
                assert_eq!(overlap, table.overlap(b, a));
                assert!((0.0..=1.0).contains(&overlap.0));
                assert!((0.0..=1.0 + f32::EPSILON).contains(&table.likeness(a, b)));
            }
        }
        assert_eq!(table.overlap(0, 0), (1.0, 3));
        assert_eq!(table.overlap(0, 1).1, 2);
        assert_eq!(table.overlap(0, 2), (0.0, 0));
    }

    #[test]
    fn features_keep_their_order() {
        let table = FeatureTable::of(&mut [vec![30, 40], vec![10, 30, 50]].into_iter());
        assert_eq!((table.features(0), table.features(1)), (&[1, 2][..], &[0, 1, 3][..]));
        assert_eq!((table.n_features(), table.n_having(1), table.n_having(3)), (4, 2, 1));
    }
}
