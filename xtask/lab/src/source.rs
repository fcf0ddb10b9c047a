//! Word lists and word vectors into what is known before any article is read.

use crate::vectors::{self, WIDTH};
use crate::{lists, vectors::Vectors};
use dateline::annotate::tagger::form::word_hash;
use dateline::annotate::tagger::hash::key_of;
use dateline::annotate::tagger::lexicon::Lexicon;
use dateline::annotate::tagger::weights::codes;
use dateline::text::fold;
use std::collections::BTreeMap;
use std::path::Path;

/// How many words have a vector.
const WORDS: usize = 40_000;
/// How much longer than one the vectors are that the net receives.
const VECTOR_LENGTH: f32 = 3.0;

/// What is known of words before any article is read.
#[derive(Debug)]
pub struct Source {
    /// Phrases and their lists, by rising key.
    pub phrases: Vec<(u32, u32)>,
    /// Words and their finest class, by rising key.
    pub words: Vec<(u32, u16)>,
    /// The vectors of the words.
    pub vectors: Vec<[f32; WIDTH]>,
    /// The lists and classes, to be looked up.
    pub lexicon: Lexicon,
}

impl Source {
    /// Reads the lists of a folder and a package of word vectors.
    ///
    /// # Errors
    /// If one of them cannot be read.
    pub fn read(lists_folder: &Path, vectors_file: &Path) -> Result<Self, String> {
        let phrases = lists::read(lists_folder)?;
        let Vectors { words, rows } = vectors::read(vectors_file, WORDS)?;
        let vectors = Vectors { words, rows };
        let mut by_key = BTreeMap::new();
        for ((word, row), classes) in vectors.words.iter().zip(&vectors.rows).zip(vectors::classes(&vectors))
        {
            by_key
                .entry(key_of(word_hash(&fold(word))))
                .or_insert((classes[2], row.map(|x| x * VECTOR_LENGTH)));
        }
        let words: Vec<(u32, u16)> = by_key.iter().map(|(key, (fine, _))| (*key, *fine)).collect();
        let keys: Vec<u32> = by_key.keys().copied().collect();
        let lexicon = Lexicon::new(&phrases, &keys, words.iter().map(|(_, fine)| codes(*fine)).collect());
        let vectors = by_key.into_values().map(|(_, row)| row).collect();
        Ok(Self { phrases, words, vectors, lexicon })
    }
}
