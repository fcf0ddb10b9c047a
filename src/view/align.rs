//! The sentences of two articles into pairs that tell the same, and the words of a pair into shared and changed.
//!
//! Both are symmetric: with the articles exchanged, the result is the same with its sides exchanged.

use super::feature_table::FeatureTable;
use crate::text::{Span, fold};

/// What two sentences share of the one that says less, at least …
const MIN_OVERLAP: f32 = 0.38;
/// … with so many words and names in common, …
const MIN_SHARED: usize = 3;
/// … or with fewer, where they share nearly all.
const MIN_OVERLAP_SHORT: f32 = 0.65;
const MIN_SHARED_SHORT: usize = 2;
/// … or with many, though both go on with something else.
const MIN_OVERLAP_LONG: f32 = 0.25;
const MIN_SHARED_LONG: usize = 4;
/// A sentence beside one that has found its partner needs to share less with that partner to join them.
const MIN_OVERLAP_BESIDE: f32 = 0.3;
/// Sentences of an article that are aligned at most; a book is not compared.
const N_SENTENCES: usize = 400;
/// Two passages with more words, multiplied, are not compared word by word.
const MAX_WORD_PAIRS: usize = 400_000;

/// Sentences of both sides that tell the same, by their places; one side is empty where the other has no partner.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Group {
    pub left: Vec<usize>,
    pub right: Vec<usize>,
}

struct Candidate {
    left: usize,
    right: usize,
    overlap: f32,
    likeness: f32,
    /// Whether it can stand by itself, not only beside another.
    is_firm: bool,
}

impl Candidate {
    /// What decides between two candidates: the same from either side, but for pairs that do not compete.
    fn key(&self) -> (usize, usize, usize) {
        (self.left.abs_diff(self.right), self.left.min(self.right), self.left.max(self.right))
    }
}

/// Aligns sentences by their features; `is_same` says which are the same words. Every sentence is in exactly one group, the groups in the order of the left
/// side, those without it after the sentence they follow on the right.
pub(super) fn align(
    left: &[Vec<u32>],
    right: &[Vec<u32>],
    is_same: impl Fn(usize, usize) -> bool,
) -> Vec<Group> {
    let table = FeatureTable::of(&mut left.iter().chain(right).cloned());
    let mut candidates = Vec::new();
    for i in 0..left.len().min(N_SENTENCES) {
        for j in 0..right.len().min(N_SENTENCES) {
            if is_same(i, j) {
                candidates.push(Candidate { left: i, right: j, overlap: 1.0, likeness: 1.0, is_firm: true });
                continue;
            }
            let (overlap, n_shared) = table.overlap(i, left.len() + j);
            let is_like = overlap >= MIN_OVERLAP && n_shared >= MIN_SHARED;
            let is_long = overlap >= MIN_OVERLAP_LONG && n_shared >= MIN_SHARED_LONG;
            let is_firm = is_like || is_long || overlap >= MIN_OVERLAP_SHORT && n_shared >= MIN_SHARED_SHORT;
            if is_firm || overlap >= MIN_OVERLAP_BESIDE && n_shared >= MIN_SHARED {
                let likeness = table.likeness(i, left.len() + j);
                candidates.push(Candidate { left: i, right: j, overlap, likeness, is_firm });
            }
        }
    }
    let merit = |it: &Candidate| it.likeness + it.overlap / 2.0;
    candidates.sort_by(|a, b| merit(b).total_cmp(&merit(a)).then_with(|| a.key().cmp(&b.key())));
    let (mut of_left, mut of_right) = (vec![None; left.len()], vec![None; right.len()]);
    let mut groups: Vec<Group> = Vec::new();
    for it in candidates.iter().filter(|it| it.is_firm) {
        if of_left[it.left].is_none() && of_right[it.right].is_none() {
            (of_left[it.left], of_right[it.right]) = (Some(groups.len()), Some(groups.len()));
            groups.push(Group { left: vec![it.left], right: vec![it.right] });
        }
    }
    let (paired_left, paired_right) = (of_left.clone(), of_right.clone());
    for it in &candidates {
        // A sentence that one side has split in two joins the pair of its other half.
        let is_beside = |list: &[usize], at: usize| list[0].abs_diff(at) == 1;
        if let (None, Some(group)) = (of_left[it.left], paired_right[it.right])
            && is_beside(&groups[group].left, it.left)
        {
            of_left[it.left] = Some(group);
            groups[group].left.push(it.left);
        }
        if let (Some(group), None) = (paired_left[it.left], of_right[it.right])
            && is_beside(&groups[group].right, it.right)
        {
            of_right[it.right] = Some(group);
            groups[group].right.push(it.right);
        }
    }
    for group in &mut groups {
        group.left.sort_unstable();
        group.right.sort_unstable();
    }
    in_reading_order(groups, &of_left, &of_right)
}

fn in_reading_order(groups: Vec<Group>, of_left: &[Option<usize>], of_right: &[Option<usize>]) -> Vec<Group> {
    let alone = of_left.iter().enumerate().filter(|(_, group)| group.is_none());
    let mut rows = groups;
    rows.extend(alone.map(|(at, _)| Group { left: vec![at], right: Vec::new() }));
    rows.sort();
    for (at, _) in of_right.iter().enumerate().filter(|(_, group)| group.is_none()) {
        let before =
            at.checked_sub(1).and_then(|before| rows.iter().position(|row| row.right.contains(&before)));
        let place = before.map_or(0, |before| before + 1);
        rows.insert(place, Group { left: Vec::new(), right: vec![at] });
    }
    rows
}

/// Which of the words of two passages are in both, in order (a longest common subsequence).
pub(super) fn shared_words(left: &[String], right: &[String]) -> (Vec<bool>, Vec<bool>) {
    // One of several longest is chosen by going from one side, so the side is chosen by the words.
    if left <= right {
        return find_shared(left, right);
    }
    let (right, left) = find_shared(right, left);
    (left, right)
}

fn find_shared(a: &[String], b: &[String]) -> (Vec<bool>, Vec<bool>) {
    let (mut in_a, mut in_b) = (vec![false; a.len()], vec![false; b.len()]);
    if a.len() * b.len() > MAX_WORD_PAIRS {
        return (in_a, in_b);
    }
    let width = b.len() + 1;
    let mut longest = vec![0_u32; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i * width + j] = match a[i] == b[j] {
                true => longest[(i + 1) * width + j + 1] + 1,
                false => longest[(i + 1) * width + j].max(longest[i * width + j + 1]),
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            (in_a[i], in_b[j]) = (true, true);
            (i, j) = (i + 1, j + 1);
        } else if longest[(i + 1) * width + j] >= longest[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    (in_a, in_b)
}

/// The words of a passage, each with its place, marks left out.
pub(super) fn words_of(text: &str, within: Span) -> Vec<(Span, String)> {
    let words = crate::text::split_words(within.of(text)).filter(|word| word.is_term());
    let start = within.start;
    let place = |span: Span| Span { start: start + span.start, end: start + span.end };
    words.map(|word| (place(word.span), fold(word.span.of(within.of(text))))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences of a few features, drawn from a seed.
    fn sentences(seed: &mut u64, n: usize) -> Vec<Vec<u32>> {
        let mut draw = |below: u64| {
            *seed ^= *seed << 13;
            *seed ^= *seed >> 7;
            *seed ^= *seed << 17;
            u32::try_from(*seed % below).expect("small")
        };
        (0..n)
            .map(|_| {
                let mut features: Vec<u32> = (0..2 + draw(7)).map(|_| draw(24)).collect();
                features.sort_unstable();
                features.dedup();
                features
            })
            .collect()
    }

    #[test]
    fn alignment_is_symmetric_and_loses_no_sentence() {
        let mut seed = 0x2545_F491_4F6C_DD1D;
        for round in 0..400 {
            let (left, right) = (sentences(&mut seed, round % 9), sentences(&mut seed, round % 7));
            let groups = align(&left, &right, |i, j| left[i] == right[j]);
            let mut mirrored: Vec<Group> = align(&right, &left, |j, i| left[i] == right[j])
                .into_iter()
                .map(|group| Group { left: group.right, right: group.left })
                .collect();
            let mut sorted = groups.clone();
            mirrored.sort();
            sorted.sort();
            assert_eq!(sorted, mirrored);
            let mut places: Vec<usize> = groups.iter().flat_map(|group| group.left.clone()).collect();
            places.sort_unstable();
            assert_eq!(places, (0..left.len()).collect::<Vec<_>>());
            let mut places: Vec<usize> = groups.iter().flat_map(|group| group.right.clone()).collect();
            places.sort_unstable();
            assert_eq!(places, (0..right.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn shared_words_are_symmetric_and_the_same_words() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (a, b) in [
            ("a b c d", "b a d c"),
            ("x y", "y x"),
            ("", "a"),
            ("the visit was short", "his visit was not short"),
        ] {
            let (a, b) = (words(a), words(b));
            let (in_a, in_b) = shared_words(&a, &b);
            assert_eq!(shared_words(&b, &a), (in_b.clone(), in_a.clone()));
            let pick = |words: &[String], is_in: &[bool]| {
                words
                    .iter()
                    .zip(is_in)
                    .filter(|(_, is_in)| **is_in)
                    .map(|(word, _)| word.clone())
                    .collect::<Vec<_>>()
            };
            assert_eq!(pick(&a, &in_a), pick(&b, &in_b));
        }
    }
}
