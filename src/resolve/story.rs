//! Articles that tell one story in versions, also where machine translation has rewritten every sentence.
//!
//! Two articles are versions when the stems of their content words overlap beyond what a common subject brings.
//! Candidates come from an inverted index over rare stems, so the work grows with the text, not with pairs.

use crate::annotate::hash_word;
use crate::annotate::lexicon::{self, Classes, HashedMap};
use crate::annotate::timex::Date;
use crate::text::{FastMap, Span};
use std::ops::Range;

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
/// How many of an article's rarest stems propose candidates …
const N_PROBES: usize = 32;
/// … of those that no more articles have than this …
const MAX_FREQUENCY: usize = 64;
/// … and where there are fewer of these, how many in all: a story in more versions has no rare stems …
const FEW_PROBES: usize = 8;
/// … as long as they are in no more articles than this, all together, so that a story in a thousand versions
/// is found still. Versions of one day that agree in every stem count as one.
const MAX_PROPOSALS: usize = 4096;
/// … and how many of them a candidate must share.
const MIN_PROBES_SHARED: u8 = 4;
/// Versions of one story appear within this many days.
const MAX_DAYS_APART: i64 = 7;

/// Groups the articles, given by their stems; groups and their members in rising order, every article in exactly one.
pub(super) fn group(stems: Stems, days: &[Option<Date>]) -> Vec<Vec<u32>> {
    if days.len() < 2 {
        return (0..).take(days.len()).map(|only| vec![only]).collect();
    }
    let mut groups = Groups::new(days.len());
    let heads = join_equal(&stems, days, &mut groups);
    let row = Row::new(heads, days);
    let postings = Postings::new(&stems, &row.heads);
    let mut shared = vec![0_u8; row.heads.len()];
    for (place, at) in row.heads.iter().enumerate() {
        for other in candidates(place, &row, &stems, &postings, &mut shared) {
            let other = row.heads[other];
            if groups.root(*at) != groups.root(other) && is_version(stems.of(*at), stems.of(other)) {
                groups.join(*at, other);
            }
        }
    }
    groups.lists()
}

/// Joins the articles of one day that have the same stems, and gives the first of each such group and all others.
fn join_equal(stems: &Stems, days: &[Option<Date>], groups: &mut Groups) -> Vec<usize> {
    let mut first: FastMap<(&[u32], Option<Date>), usize> = FastMap::default();
    let mut heads = Vec::with_capacity(days.len());
    for (at, day) in days.iter().enumerate() {
        let of = stems.of(at);
        match first.get(&(of, *day)) {
            Some(head) if of.len() >= MIN_STEMS => groups.join(*head, at),
            _ => {
                first.insert((of, *day), at);
                heads.push(at);
            }
        }
    }
    heads
}

/// Articles in a row by their days, those without one first, so that what is near in time stands together.
struct Row {
    heads: Vec<usize>,
    /// The number of each one's day, in step.
    days: Vec<Option<i64>>,
    n_undated: usize,
}

impl Row {
    fn new(mut heads: Vec<usize>, days: &[Option<Date>]) -> Self {
        let day = |at: &usize| days[*at].map(Date::number);
        heads.sort_by_key(day);
        let days: Vec<Option<i64>> = heads.iter().map(day).collect();
        let n_undated = days.partition_point(Option::is_none);
        Self { heads, days, n_undated }
    }

    /// The places of dated articles near one in time; those without a day may be near any, and any near them.
    fn near(&self, place: usize) -> Range<usize> {
        let Some(day) = self.days[place] else { return self.n_undated..self.days.len() };
        let start = self.days.partition_point(|other| *other < Some(day - MAX_DAYS_APART));
        let end = self.days.partition_point(|other| *other <= Some(day + MAX_DAYS_APART));
        start..end
    }
}

/// The stems of the content words of every article.
#[derive(Debug, Default)]
pub(super) struct Stems {
    numbers: HashedMap<u32>,
    /// The hash of each stem, by its number.
    hashes: Vec<u64>,
    /// The last article of each stem so far, by its number: one more than its place.
    last: Vec<usize>,
    /// The numbers of each article's stems, sorted, each once: `list[ends[at - 1]..ends[at]]`.
    list: Vec<u32>,
    ends: Vec<usize>,
}

impl Stems {
    /// Adds the next article.
    pub(super) fn add(&mut self, text: &str) {
        let lexicon = lexicon::get();
        let start = self.list.len();
        let article = self.ends.len() + 1;
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| {
            word.len() >= MIN_WORD_BYTES && !lexicon.classes(hash_word(word)).has(Classes::FUNCTION)
        });
        for word in words {
            let end = (STEM_BYTES..=word.len()).find(|end| word.is_char_boundary(*end));
            let hash = hash_word(&word[..end.unwrap_or(word.len())]);
            let number = *self.numbers.entry(hash).or_insert_with(|| {
                self.hashes.push(hash);
                self.last.push(0);
                Span::new(0, self.hashes.len() - 1).end
            });
            if std::mem::replace(&mut self.last[number as usize], article) != article {
                self.list.push(number);
            }
        }
        self.list[start..].sort_unstable();
        self.ends.push(self.list.len());
    }

    /// The stems of one article, in order of their numbers.
    fn of(&self, at: usize) -> &[u32] {
        &self.list[at.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[at]]
    }
}

/// The articles of each stem by their places in a row, in order.
struct Postings {
    places: Vec<u32>,
    /// Where those of each stem end, by its number.
    ends: Vec<usize>,
}

impl Postings {
    fn new(stems: &Stems, articles: &[usize]) -> Self {
        let mut ends = vec![0; stems.hashes.len() + 1];
        articles.iter().flat_map(|at| stems.of(*at)).for_each(|stem| ends[*stem as usize + 1] += 1);
        for stem in 1..ends.len() {
            ends[stem] += ends[stem - 1];
        }
        let mut list = vec![0; ends.last().copied().unwrap_or(0)];
        // Where the next article of each stem goes: in the end, where those of the stem end.
        for (at, place) in articles.iter().zip(0..) {
            for stem in stems.of(*at) {
                let next = &mut ends[*stem as usize];
                list[*next] = place;
                *next += 1;
            }
        }
        Self { places: list, ends }
    }

    fn of(&self, stem: u32) -> &[u32] {
        let stem = stem as usize;
        &self.places[stem.checked_sub(1).map_or(0, |before| self.ends[before])..self.ends[stem]]
    }
}

/// The stems of an article that propose candidates. `hashes` decide between stems in equally many articles, since
/// their numbers depend on the order of the articles.
fn probes(stems: &[u32], hashes: &[u64], postings: &Postings) -> Vec<u32> {
    let key = |stem: &u32| (postings.of(*stem).len(), hashes[*stem as usize], *stem);
    let is_shared = stems.iter().map(key).filter(|(frequency, ..)| *frequency > 1);
    let (mut rare, mut frequent): (Vec<_>, Vec<_>) =
        is_shared.partition(|(frequency, ..)| *frequency <= MAX_FREQUENCY);
    if rare.len() > N_PROBES {
        rare.select_nth_unstable(N_PROBES);
        rare.truncate(N_PROBES);
    } else if rare.len() < FEW_PROBES {
        frequent.sort_unstable();
        let mut n_proposals = 0;
        rare.extend(frequent.into_iter().take(FEW_PROBES - rare.len()).take_while(|(frequency, ..)| {
            n_proposals += frequency;
            n_proposals <= MAX_PROPOSALS
        }));
    }
    rare.into_iter().map(|(_, _, stem)| stem).collect()
}

/// The articles near one in time that share enough of its rarest stems, all by their places; `shared` is all zero
/// before and after.
fn candidates(place: usize, row: &Row, stems: &Stems, postings: &Postings, shared: &mut [u8]) -> Vec<usize> {
    let mut touched = Vec::new();
    let near = row.near(place);
    for stem in probes(stems.of(row.heads[place]), &stems.hashes, postings) {
        let all = postings.of(stem);
        let before = |end: usize| all.partition_point(|other| (*other as usize) < end);
        let (undated, dated) = (&all[..before(row.n_undated)], &all[before(near.start)..before(near.end)]);
        let others = undated.iter().chain(dated).map(|other| *other as usize);
        for other in others.filter(|other| *other != place) {
            if shared[other] == 0 {
                touched.push(other);
            }
            shared[other] += 1;
        }
    }
    // Few of the many that share a stem share enough.
    touched.retain(|other| std::mem::take(&mut shared[*other]) >= MIN_PROBES_SHARED);
    touched.sort_unstable();
    touched
}

/// Whether two articles, by their stems, tell one story.
fn is_version(a: &[u32], b: &[u32]) -> bool {
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

fn count_shared(a: &[u32], b: &[u32]) -> usize {
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
