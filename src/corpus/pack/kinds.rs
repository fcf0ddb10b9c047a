//! Articles into *kinds* by the words they use: reports of earnings beside reports of earnings.
//!
//! The texts of a kind are packed one after another. A compressor then finds what it has seen
//! before near by, and says where in fewer bits. That is all kinds are for.

use std::collections::HashMap;

/// How many kinds there are in a large folder; with more of them saying the kind takes what they save. Measured
/// on 20,000 wire reports.
const N_KINDS: usize = 64;
/// How many articles there are for each kind at least.
const ARTICLES_A_KIND: usize = 100;
/// How many articles the kinds are learned from, and how often they are made better.
const N_LEARNED_FROM: usize = 20_000;
const ROUNDS: usize = 6;
/// In how many articles a word stands at least to tell kinds apart, and the part of all in which it stands at most.
const MIN_ARTICLES: usize = 20;
const MOST_ARTICLES: usize = 2;

/// How much each kind is like a word or an article.
type Likeness = [f32; N_KINDS];
/// The words of an article that tell kinds apart, with their weights, whose squares add up to 1.
type Weighted = Vec<(usize, f32)>;

/// The kind of each article, from its words in any order. The same words always give the same kinds: sums,
/// products and roots come out alike on every machine.
pub fn find_kinds(articles: Vec<Vec<usize>>) -> Vec<u8> {
    let n_kinds = (articles.len() / ARTICLES_A_KIND).min(N_KINDS);
    if n_kinds < 2 {
        return vec![0; articles.len()];
    }
    let (articles, n_words) = weigh(articles);
    let learned_from: Vec<&Weighted> =
        articles.iter().step_by(articles.len().div_ceil(N_LEARNED_FROM)).collect();
    // At first each kind is one article.
    let first = |kind: usize| learned_from[kind * learned_from.len() / n_kinds];
    let mut middles = middles((0..n_kinds).map(|kind| (first(kind), kind)), n_words);
    for _ in 0..ROUNDS {
        let likest = learned_from.iter().map(|article| (*article, find_likest(article, &middles, n_kinds)));
        middles = self::middles(likest.collect::<Vec<_>>().into_iter(), n_words);
    }
    let order = chain(&middles, n_kinds);
    articles.iter().map(|article| order[find_likest(article, &middles, n_kinds)]).collect()
}

/// The articles with weights for their words, and how many different words there are.
fn weigh(articles: Vec<Vec<usize>>) -> (Vec<Weighted>, usize) {
    let n_articles = articles.len();
    let mut n_with: HashMap<usize, usize> = HashMap::new();
    let sets: Vec<Vec<usize>> = articles
        .into_iter()
        .map(|mut words| {
            words.sort_unstable();
            words.dedup();
            words.iter().for_each(|word| *n_with.entry(*word).or_default() += 1);
            words
        })
        .collect();
    let n_words = n_with.keys().max().map_or(0, |word| word + 1);
    let weight = |word: &usize| {
        let n = n_with[word];
        let tells = n >= MIN_ARTICLES && n * MOST_ARTICLES <= n_articles;
        // A whole number: logarithms do not come out alike on every machine.
        tells.then(|| (*word, (n_articles / n).ilog2() as f32))
    };
    let weighted = |words: Vec<usize>| {
        let mut words: Weighted = words.iter().filter_map(weight).collect();
        let length = words.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        words.iter_mut().for_each(|(_, weight)| *weight /= length);
        words
    };
    (sets.into_iter().map(weighted).collect(), n_words)
}

/// How much each word is like each kind, from the articles of the kinds.
fn middles<'a>(articles: impl Iterator<Item = (&'a Weighted, usize)>, n_words: usize) -> Vec<Likeness> {
    let mut middles = vec![[0.0; N_KINDS]; n_words];
    for (article, kind) in articles {
        article.iter().for_each(|(word, weight)| middles[*word][kind] += weight);
    }
    let mut squares = [0.0_f32; N_KINDS];
    for middle in &middles {
        squares.iter_mut().zip(middle).for_each(|(square, weight)| *square += weight * weight);
    }
    let lengths = squares.map(|square| square.sqrt().max(f32::MIN_POSITIVE));
    for middle in &mut middles {
        middle.iter_mut().zip(lengths).for_each(|(weight, length)| *weight /= length);
    }
    middles
}

/// The kind an article is most like, of several the first.
fn find_likest(article: &Weighted, middles: &[Likeness], n_kinds: usize) -> usize {
    let mut likeness = [0.0_f32; N_KINDS];
    for (word, weight) in article {
        likeness.iter_mut().zip(&middles[*word]).for_each(|(sum, like)| *sum += weight * like);
    }
    (1..n_kinds).fold(0, |best, kind| if likeness[kind] > likeness[best] { kind } else { best })
}

/// The place of each kind in a row in which each stands behind the one it is most like of those that are left.
fn chain(middles: &[Likeness], n_kinds: usize) -> [u8; N_KINDS] {
    let mut places = [0; N_KINDS];
    let (mut last, mut left) = (0, (1..n_kinds).collect::<Vec<_>>());
    for place in 1..n_kinds as u8 {
        let mut likeness = [0.0_f32; N_KINDS];
        for middle in middles {
            likeness.iter_mut().zip(middle).for_each(|(sum, like)| *sum += middle[last] * like);
        }
        let likest = (1..left.len())
            .fold(0, |best, at| if likeness[left[at]] > likeness[left[best]] { at } else { best });
        last = left.remove(likest);
        places[last] = place;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_with_the_same_words_are_of_a_kind() {
        let words = |at: usize| match at % 3 {
            0 => vec![0, 1, 2, 9],
            1 => vec![9, 3, 4, 5, 3],
            _ => vec![6, 9, 7, 8],
        };
        let kinds = find_kinds((0..ARTICLES_A_KIND * 3).map(words).collect());
        assert!((0..kinds.len()).all(|at| kinds[at] == kinds[at % 3]));
        assert_eq!(kinds, find_kinds((0..ARTICLES_A_KIND * 3).map(words).collect()));
    }

    #[test]
    fn few_articles_are_all_of_one_kind() {
        assert_eq!(find_kinds(vec![vec![1, 2], vec![], vec![7]]), [0; 3]);
    }
}
