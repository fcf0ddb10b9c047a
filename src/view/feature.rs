//! A sentence into its features: the stems of its content words and the names in it, as numbers.
//!
//! Two sentences that share rare features are likely to tell the same. Dates are left out, since
//! whoever compares sentences knows them already.

use super::known::Known;
use crate::annotate::hash_word;
use crate::annotate::lexicon::{self, Classes};
use crate::text::Span;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Bytes of a word that make its stem once its ending is gone.
const STEM_BYTES: usize = 6;
/// Shorter words carry no content, …
const MIN_WORD_BYTES: usize = 4;
/// … and neither do numbers with fewer figures.
const MIN_FIGURES: usize = 2;
/// Endings of English words that do not change what is told, longest first.
const ENDINGS: [&str; 5] = ["ing", "ed", "es", "s", "e"];
/// Set on the features that are names.
const NAME: u32 = 1 << 31;

/// The features of one sentence, sorted, each once.
#[must_use]
pub(super) fn find_features(known: Known<'_>, doc: usize, sentence: Span) -> Vec<u32> {
    let resolved = &known.resolved.articles[doc];
    let mentions = &known.annotations[doc].mentions;
    let mut taken: Vec<Span> = Vec::new();
    let mut features = Vec::new();
    let first = mentions.partition_point(|mention| mention.span.start < sentence.start);
    let inside = mentions[first..].iter().zip(&resolved.entities[first..]);
    for (mention, entity) in inside.take_while(|(mention, _)| mention.span.end <= sentence.end) {
        if let Some(id) = entity {
            features.push(NAME | id.0);
            taken.push(mention.span);
        }
    }
    let first = resolved.roles.partition_point(|role| role.span.start < sentence.start);
    let roles = resolved.roles[first..].iter().take_while(|role| role.span.end <= sentence.end);
    features.extend(roles.map(|role| NAME | role.entity.0));
    let first = resolved.dates.partition_point(|date| date.span.start < sentence.start);
    let dates = resolved.dates[first..].iter().map(|date| date.span);
    taken.extend(dates.take_while(|span| span.start < sentence.end).filter(|span| sentence.contains(*span)));
    taken.sort_unstable();
    push_stems(&known.articles[doc].text, sentence, &taken, &mut features);
    features.sort_unstable();
    features.dedup();
    features
}

fn push_stems(text: &str, sentence: Span, taken: &[Span], features: &mut Vec<u32>) {
    let lexicon = lexicon::get();
    let mut taken = taken.iter().peekable();
    let start = sentence.start as usize;
    let words = sentence.of(text).split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let is_telling = |word: &&str| match word.starts_with(|c: char| c.is_ascii_digit()) {
        true => word.len() >= MIN_FIGURES,
        false => word.len() >= MIN_WORD_BYTES,
    };
    for word in words.filter(is_telling) {
        // The words are slices of the sentence, so their place is the distance of their beginnings.
        let at = start + (word.as_ptr() as usize - sentence.of(text).as_ptr() as usize);
        while taken.peek().is_some_and(|span| (span.end as usize) <= at) {
            taken.next();
        }
        let is_taken = taken.peek().is_some_and(|span| (span.start as usize) <= at);
        if !is_taken && !lexicon.classes(hash_word(word)).has(Classes::FUNCTION) {
            features.push(feature_of(word));
        }
    }
}

/// Words of so many bytes say nothing of what is counted.
pub(super) const FUNCTION_END: usize = 2;

/// The feature of one word.
pub(super) fn feature_of(word: &str) -> u32 {
    hash_word(stem_of(word)) as u32 & !NAME
}

/// A word without a common ending and without what stands beyond the bytes that tell words apart.
fn stem_of(word: &str) -> &str {
    let is_lower_end =
        |ending: &&&str| word.len() >= ending.len() + MIN_WORD_BYTES && word.ends_with(**ending);
    let bare = ENDINGS.iter().find(is_lower_end).map_or(word, |ending| &word[..word.len() - ending.len()]);
    if bare.is_ascii() {
        return &bare[..bare.len().min(STEM_BYTES)];
    }
    let end =
        bare.char_indices().map(|(at, c)| at + c.len_utf8()).take_while(|end| *end <= STEM_BYTES).last();
    &bare[..end.unwrap_or(bare.len())]
}

/// Something for each feature.
pub(super) type FeatureMap<V> = HashMap<u32, V, BuildHasherDefault<FeatureHasher>>;

/// Spreads features, which are hashes already, but for those that are numbers of names.
#[derive(Default)]
pub(super) struct FeatureHasher(u64);

impl FeatureHasher {
    /// 2^64 by the golden ratio (Knuth).
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
}

impl Hasher for FeatureHasher {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u32(u32::from(*byte)));
    }

    fn write_u32(&mut self, feature: u32) {
        self.0 = (self.0 ^ u64::from(feature)).wrapping_mul(Self::FACTOR);
    }

    fn finish(&self) -> u64 {
        // A table takes the place from the low bits, which a product mixes least.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_their_stem() {
        for (a, b) in
            [("joined", "joining"), ("visits", "visited"), ("promise", "promised"), ("joins", "join")]
        {
            assert_eq!(stem_of(a), stem_of(b), "{a} {b}");
        }
        assert_ne!(stem_of("winter"), stem_of("wines"));
        assert!(!stem_of("Зеленський").is_empty());
    }
}
