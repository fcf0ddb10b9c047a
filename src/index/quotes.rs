//! The quotations of all articles as rows: who said each, and which are the same words or nearly the same.

use crate::annotate::{Annotations, add_word, hash_word};
use crate::clean::Article;
use crate::resolve::{EntityId, Resolved};
use crate::text::{FastMap, split_words};

/// Words in a row by which wordings are compared.
const SHINGLE: usize = 4;
/// The part of its shingles that one wording must share with another to be the same quotation: one in so many.
const SHARED_PART: usize = 2;

/// One quotation in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuoteRow {
    /// The article.
    pub doc: u32,
    /// Its place in the article's list of quotations.
    pub quote: u32,
    /// Who said it, as a value of the facet of speakers.
    pub speaker: Option<u32>,
    /// The number of its exact words, of one speaker.
    pub wording: u32,
    /// The number of the quotation that its wording is one of.
    pub group: u32,
    /// Whether it is reported rather than quoted.
    pub is_indirect: bool,
}

/// All quotations, in order of articles.
#[derive(Clone, Debug, Default)]
pub struct QuoteColumn {
    /// The rows, in order of articles and within them of position.
    pub rows: Vec<QuoteRow>,
    /// Everybody who is quoted, in step with the values of the facet of speakers.
    pub speakers: Vec<EntityId>,
    /// How many different quotations there are.
    pub n_groups: u32,
}

impl QuoteColumn {
    /// Reads the quotations of a corpus; all three lists of articles are in step.
    #[must_use]
    pub fn build(articles: &[Article], annotations: &[Annotations], resolved: &Resolved) -> Self {
        let mut speakers: Vec<EntityId> =
            resolved.articles.iter().flat_map(|article| article.speakers.iter().flatten().copied()).collect();
        speakers.sort_unstable();
        speakers.dedup();
        let mut column = Self { rows: Vec::new(), speakers, n_groups: 0 };
        let mut groups = Groups::default();
        for ((article, found), (resolved, doc)) in
            articles.iter().zip(annotations).zip(resolved.articles.iter().zip(0u32..))
        {
            for ((quote, speaker), at) in found.quotes.iter().zip(&resolved.speakers).zip(0u32..) {
                let speaker = speaker.and_then(|id| column.speakers.binary_search(&id).ok()).map(narrow);
                let words = quote.span.of(&article.text);
                let (wording, group) = groups.find(speaker, quote.indirect, words);
                let is_indirect = quote.indirect;
                column.rows.push(QuoteRow { doc, quote: at, speaker, wording, group, is_indirect });
            }
        }
        column.n_groups = groups.n_groups;
        column
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).expect("fewer than 4 billion quotations")
}

/// The wordings met so far.
#[derive(Default)]
struct Groups {
    /// The wording and the group of exact words.
    exact: FastMap<u64, (u32, u32)>,
    /// The first group in which some words in a row were met.
    shingles: FastMap<u64, u32>,
    n_wordings: u32,
    n_groups: u32,
}

impl Groups {
    fn find(&mut self, speaker: Option<u32>, is_indirect: bool, words: &str) -> (u32, u32) {
        let seed = u64::from(speaker.map_or(0, |speaker| speaker + 1)) << 1 | u64::from(is_indirect);
        let terms = split_words(words).filter(|word| word.is_term());
        let hashes: Vec<u64> = terms.map(|word| hash_word(word.span.of(words))).collect();
        let key = hashes.iter().fold(seed, |hash, word| add_word(hash, *word));
        if let Some(known) = self.exact.get(&key) {
            return *known;
        }
        let shingles: Vec<u64> = hashes
            .windows(SHINGLE)
            .map(|window| window.iter().fold(seed, |hash, word| add_word(hash, *word)))
            .collect();
        let group = self.nearest(&shingles).unwrap_or(self.n_groups);
        self.n_groups = self.n_groups.max(group + 1);
        for shingle in shingles {
            self.shingles.entry(shingle).or_insert(group);
        }
        let found = (self.n_wordings, group);
        self.n_wordings += 1;
        self.exact.insert(key, found);
        found
    }

    /// The group that most of the shingles were met in, if they are enough.
    fn nearest(&self, shingles: &[u64]) -> Option<u32> {
        let mut met: Vec<u32> =
            shingles.iter().filter_map(|shingle| self.shingles.get(shingle).copied()).collect();
        met.sort_unstable();
        let runs = met.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0]));
        let (n_shared, group) = runs.max_by_key(|(n, group)| (*n, std::cmp::Reverse(*group)))?;
        (n_shared * SHARED_PART >= shingles.len()).then_some(group)
    }
}
