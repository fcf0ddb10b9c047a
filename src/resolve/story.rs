//! Articles that tell one story in versions, also where machine translation has rewritten every sentence.
//!
//! Two articles are versions when the stems of their content words overlap beyond what a common subject brings.
//! Candidates come from an inverted index over rare stems, so the work grows with the text, not with pairs.

use crate::annotate::hash_word;
use crate::annotate::lexicon::{self, Classes, HashedMap};
use crate::annotate::timex::Date;
use crate::clean::Article;

/// Bytes of a word that make its stem: enough to tell words apart, few enough to drop endings.
const STEM_BYTES: usize = 5;
/// Shorter words carry no content.
const MIN_WORD_BYTES: usize = 4;
/// Shared stems as a share of the shorter article's. Two rewordings of one report reach 0.68; reports of the
/// same war, the same week and the same speaker stay below 0.50.
const MIN_OVERLAP: f32 = 0.58;
/// Shared stems as a share of both articles' together, so that a brief is not a version of every long report.
const MIN_LIKENESS: f32 = 0.25;
/// Below this many shared stems likeness must be nearly whole …
const FEW_SHARED: usize = 40;
/// … namely this share of both together.
const MIN_LIKENESS_SHORT: f32 = 0.85;
/// An article with fewer stems is too short to compare.
const MIN_STEMS: usize = 8;
/// A stem in more articles than this proposes no candidates.
const MAX_FREQUENCY: usize = 64;
/// How many of an article's rarest stems propose candidates …
const N_PROBES: usize = 32;
/// … and how many of them a candidate must share.
const MIN_PROBES_SHARED: u32 = 4;
/// Versions of one story appear within this many days.
const MAX_DAYS_APART: i64 = 7;

/// Groups the articles; groups and their members in rising order, every article in exactly one.
pub(super) fn group(articles: &[Article], days: &[Option<Date>]) -> Vec<Vec<u32>> {
    let stems: Vec<Vec<u64>> = articles.iter().map(|article| stems_of(&article.text)).collect();
    let postings = index(&stems);
    let mut groups = Groups::new(articles.len());
    let mut shared = vec![0_u32; articles.len()];
    for at in 0..articles.len() {
        for other in candidates(at, &stems[at], &postings, &mut shared) {
            if groups.root(at) != groups.root(other)
                && near_in_time(days[at], days[other])
                && is_version(&stems[at], &stems[other])
            {
                groups.join(at, other);
            }
        }
    }
    groups.lists()
}

fn near_in_time(a: Option<Date>, b: Option<Date>) -> bool {
    a.zip(b).is_none_or(|(a, b)| (a.number() - b.number()).abs() <= MAX_DAYS_APART)
}

/// The stems of the content words, sorted, each once.
fn stems_of(text: &str) -> Vec<u64> {
    let lexicon = lexicon::get();
    let mut stems: Vec<u64> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.len() >= MIN_WORD_BYTES && !lexicon.classes(hash_word(word)).has(Classes::FUNCTION)
        })
        .map(|word| {
            let end = (STEM_BYTES..=word.len()).find(|end| word.is_char_boundary(*end)).unwrap_or(word.len());
            hash_word(&word[..end])
        })
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// The articles of each stem, in order.
fn index(stems: &[Vec<u64>]) -> HashedMap<Vec<u32>> {
    let mut postings: HashedMap<Vec<u32>> = HashedMap::default();
    for (article, stems) in (0_u32..).zip(stems) {
        for stem in stems {
            postings.entry(*stem).or_default().push(article);
        }
    }
    postings
}

/// The articles that share enough of this one's rarest stems; `shared` is all zero before and after.
fn candidates(at: usize, stems: &[u64], postings: &HashedMap<Vec<u32>>, shared: &mut [u32]) -> Vec<usize> {
    let frequency = |stem: &u64| postings.get(stem).map_or(0, Vec::len);
    let mut probes: Vec<u64> =
        stems.iter().copied().filter(|stem| (2..=MAX_FREQUENCY).contains(&frequency(stem))).collect();
    probes.sort_by_key(|stem| (frequency(stem), *stem));
    probes.truncate(N_PROBES);
    let mut touched = Vec::new();
    for other in probes.iter().filter_map(|stem| postings.get(stem)).flatten() {
        let other = *other as usize;
        if other != at {
            if shared[other] == 0 {
                touched.push(other);
            }
            shared[other] += 1;
        }
    }
    touched.sort_unstable();
    let is_candidate = |other: &usize| shared[*other] >= MIN_PROBES_SHARED;
    let candidates = touched.iter().copied().filter(is_candidate).collect();
    for other in touched {
        shared[other] = 0;
    }
    candidates
}

/// Whether two articles, by their stems, tell one story.
fn is_version(a: &[u64], b: &[u64]) -> bool {
    let shorter = a.len().min(b.len());
    if shorter < MIN_STEMS {
        return false;
    }
    let n_shared = count_shared(a, b);
    let share = |of: usize| ratio(n_shared, of);
    let likeness = share(a.len() + b.len() - n_shared);
    if n_shared < FEW_SHARED {
        return likeness >= MIN_LIKENESS_SHORT;
    }
    share(shorter) >= MIN_OVERLAP && likeness >= MIN_LIKENESS
}

#[allow(clippy::cast_precision_loss)]
fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn count_shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut n) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                (i, j, n) = (i + 1, j + 1, n + 1);
            }
        }
    }
    n
}

/// Disjoint groups, each known by its smallest member.
struct Groups(Vec<usize>);

impl Groups {
    fn new(n: usize) -> Self {
        Self((0..n).collect())
    }

    fn root(&mut self, at: usize) -> usize {
        let mut root = at;
        while self.0[root] != root {
            self.0[root] = self.0[self.0[root]];
            root = self.0[root];
        }
        root
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }

    fn lists(mut self) -> Vec<Vec<u32>> {
        let mut lists: std::collections::BTreeMap<usize, Vec<u32>> = std::collections::BTreeMap::new();
        for (at, name) in (0..self.0.len()).zip(0_u32..) {
            lists.entry(self.root(at)).or_default().push(name);
        }
        lists.into_values().collect()
    }
}
