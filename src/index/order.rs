//! Every order a list can have without words, worked out once.

use super::Fields;
use std::cmp::Reverse;

/// The articles in each order; ties end at the article's place in the corpus.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    /// Latest publication date first, undated last.
    pub newest: Vec<u32>,
    /// Earliest publication date first, undated last.
    pub oldest: Vec<u32>,
    /// Most words first.
    pub longest: Vec<u32>,
}

impl Orders {
    /// Sorts the articles. Dates of ISO 8601 sort as their strings do.
    pub(super) fn build(published: &[Option<String>], fields: &[Fields]) -> Self {
        let date = |doc: &u32| published[*doc as usize].as_deref();
        let all: Vec<u32> = (0u32..).take(fields.len()).collect();
        let (mut newest, mut oldest, mut longest) = (all.clone(), all.clone(), all);
        newest.sort_by_key(|doc| (date(doc).is_none(), Reverse(date(doc))));
        oldest.sort_by_key(|doc| (date(doc).is_none(), date(doc)));
        longest.sort_by_key(|doc| Reverse(fields[*doc as usize].n_words));
        Self { newest, oldest, longest }
    }
}
