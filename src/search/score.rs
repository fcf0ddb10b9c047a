//! How well articles match: BM25F over the words, more where they stand together.

use super::forms::{ReadLeaf, WHOLE, WordForms};
use super::matcher::Matcher;
use super::places::{Places, narrowest};
use crate::index::{DocSet, TermId};

/// Articles, best first by words alone, in which it is then looked how near the words stand, and between which marks.
const N_LOOKED_INTO: usize = 64;
/// What words in a row, in any order, add to an article's score at most, as a share of it: enough to order
/// articles that match alike. Chosen with the weights of the fields.
const NEARNESS: f32 = 0.03;
/// What remains of an article's score if a phrase stands in it only across other marks than were typed: little enough
/// that it follows those that have it word for word.
const ACROSS_MARKS: f32 = 0.1;
/// Forms of a word that are looked for there; a word with more is a prefix of little meaning.
const N_FORMS: usize = 8;

impl Matcher<'_> {
    /// The best of `found`, best first: `n` of them, or all where there are fewer. Ties end at the
    /// article's place in the corpus.
    #[must_use]
    pub fn rank(&self, found: &DocSet, n: usize) -> Vec<u32> {
        let mut ranked = self.score(found);
        let by_score = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        let n_sorted = n.max(N_LOOKED_INTO);
        if ranked.len() > n_sorted {
            ranked.select_nth_unstable_by(n_sorted, by_score);
            ranked.truncate(n_sorted);
        }
        ranked.sort_unstable_by(by_score);
        let head = ranked.len().min(N_LOOKED_INTO);
        self.add_nearness(&mut ranked[..head]);
        self.set_back_across_marks(&mut ranked[..head]);
        ranked[..head].sort_by(by_score);
        ranked.truncate(n);
        ranked.into_iter().map(|(doc, _)| doc).collect()
    }

    /// The score of every article of `among`, in order; higher is better, 0 for those without any wanted word.
    fn score(&self, among: &DocSet) -> Vec<(u32, f32)> {
        let mut scores: Vec<(u32, f32)> = among.iter().map(|doc| (doc, 0.0)).collect();
        let mut best = vec![0u32; self.index.n_docs()];
        for read in self.query.wanted() {
            for word in &read.words {
                self.weigh_word(word, &mut best);
                let rarity = self.rarity(self.n_having(word));
                for (doc, score) in &mut scores {
                    *score += rarity * best[*doc as usize] as f32;
                }
                best.fill(0);
            }
        }
        scores
    }

    /// Sets in `best` what one word counts for in each article: that of its best form, of [`WHOLE`] × `u16::MAX`.
    fn weigh_word(&self, word: &WordForms<'_>, best: &mut [u32]) {
        let terms = &self.index.terms;
        for (range, factor) in word.ranges() {
            let weights = terms.weights_of(range.clone());
            terms.docs_of(range).for_each(|at, doc| {
                let best = &mut best[doc as usize];
                *best = (*best).max(u32::from(weights[at]) * factor);
            });
        }
        for (term, factor, alias) in word.named(self.index) {
            let weights = terms.weights(term);
            let mut rest = &alias.docs[..];
            terms.docs(term).for_each(|at, doc| {
                rest = &rest[rest.partition_point(|other| *other < doc)..];
                if rest.first() == Some(&doc) {
                    let best = &mut best[doc as usize];
                    *best = (*best).max(u32::from(weights[at]) * factor);
                }
            });
        }
    }

    /// In how many articles a word is, by which it is rare: in its own form, if it has one.
    fn n_having(&self, word: &WordForms<'_>) -> usize {
        let n_articles = |term: TermId| self.index.terms.docs(term).len();
        let n_own = word.exact.map(n_articles);
        let n_aliases: usize = word.aliases.iter().map(|alias| alias.docs.len()).sum();
        let n_any = || word.ranges().map(|(terms, _)| self.index.terms.docs_of(terms).len()).sum();
        n_own.unwrap_or_else(n_any).max(n_aliases)
    }

    /// BM25's inverse document frequency, never negative, for one unit of a word's weight.
    fn rarity(&self, n_having: usize) -> f32 {
        let (n, having) = (self.index.n_docs() as f32, n_having.min(self.index.n_docs()) as f32);
        (1.0 + (n - having + 0.5) / (having + 0.5)).ln() / (f32::from(u16::MAX) * WHOLE as f32)
    }

    /// Raises the scores of articles in which the words stand near each other.
    fn add_nearness(&self, ranked: &mut [(u32, f32)]) {
        let leaves = self.query.wanted();
        let words: Vec<Vec<TermId>> =
            leaves.iter().flat_map(|read| read.words.iter().map(few_terms)).collect();
        if words.len() < 2 || leaves.iter().all(|read: &&ReadLeaf<'_>| read.leaf.is_quoted) {
            return;
        }
        let mut places = Vec::new();
        for (doc, score) in ranked {
            places.clear();
            for (at, terms) in words.iter().enumerate() {
                for term in terms {
                    let (posting, _) = self.index.terms.posting_in(*term, *doc, 0);
                    places.extend(posting.into_iter().flat_map(|it| it.positions).map(|place| (place, at)));
                }
            }
            places.sort_unstable();
            if let Some(width) = narrowest(&places, words.len()) {
                *score *= 1.0 + NEARNESS * (words.len() as f32 / width as f32).min(1.0);
            }
        }
    }

    /// Lowers the scores of articles in which a phrase in quotation marks stands, but nowhere as it was typed.
    fn set_back_across_marks(&self, ranked: &mut [(u32, f32)]) {
        let is_phrase =
            |read: &&ReadLeaf<'_>| read.leaf.is_quoted && read.leaf.slop.is_none() && read.words.len() > 1;
        for read in self.query.wanted().into_iter().filter(is_phrase) {
            let mut places = Places::new(self.index, read);
            // Places are walked through article by article.
            ranked.sort_unstable_by_key(|(doc, _)| *doc);
            for (doc, score) in &mut *ranked {
                if places.are_across_marks(*doc) {
                    *score *= ACROSS_MARKS;
                }
            }
        }
    }
}

fn few_terms(word: &WordForms<'_>) -> Vec<TermId> {
    if word.n_terms() > N_FORMS { word.exact.into_iter().collect() } else { word.terms().collect() }
}
