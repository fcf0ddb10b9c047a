//! The raw articles of one share into what was learned of them, cleaned articles and what these say, step by step.
//!
//! Each form goes when the next is made of it. Does not know who hears what is done.

use super::load::{BLOCK, Cleaned, Done, Loader, Share, annotate_block};
use crate::clean::{Cleaner, Learned};
use crate::corpus::RawArticle;
use crate::error::Result;
use std::collections::VecDeque;

/// What one worker reads.
#[derive(Debug)]
pub struct Portion {
    share: Share,
    /// Blocks that are not cleaned yet, the first of them the next.
    raw: VecDeque<(usize, Vec<RawArticle>)>,
    cleaned: VecDeque<(usize, Vec<Cleaned>)>,
}

impl Portion {
    /// The articles of a share, in order.
    #[must_use]
    pub fn new(share: Share, articles: Vec<RawArticle>) -> Self {
        let mut raw: VecDeque<(usize, Vec<RawArticle>)> = VecDeque::new();
        for (at, article) in articles.into_iter().enumerate() {
            if at.is_multiple_of(BLOCK) {
                raw.push_back((share.number + share.of * raw.len(), Vec::with_capacity(BLOCK)));
            }
            if let Some((_, block)) = raw.back_mut() {
                block.push(article);
            }
        }
        Self { share, raw, cleaned: VecDeque::new() }
    }

    /// The articles of a share of a pack, decoded.
    ///
    /// # Errors
    /// If one cannot be read.
    pub fn open(loader: &Loader<'_>, share: Share) -> Result<Self> {
        let articles = share.articles(loader.n_articles());
        Ok(Self::new(share, articles.map(|at| loader.read(at)).collect::<Result<_>>()?))
    }

    /// What is learned of them all, and under which number it is to be handed on.
    #[must_use]
    pub fn learn(&self) -> (usize, Done) {
        let mut learned = Learned::default();
        self.raw.iter().flat_map(|(_, block)| block).for_each(|raw| learned.learn(raw));
        (self.share.number, Done::Learned(learned))
    }

    /// Cleans the next block, shows `hear` what was done, and keeps it until names are found in it; false if there is
    /// none.
    pub fn clean_next(&mut self, cleaner: &Cleaner, hear: impl FnOnce(usize, &Done)) -> bool {
        let Some((block, raw)) = self.raw.pop_front() else { return false };
        // Each raw text goes as soon as it is cleaned.
        let done = Done::Cleaned(raw.into_iter().map(|raw| Cleaned::of(cleaner, &raw)).collect());
        hear(block, &done);
        if let Done::Cleaned(cleaned) = done {
            self.cleaned.push_back((block, cleaned));
        }
        true
    }

    /// Finds names and dates in the next block that is cleaned, shows `hear` what was found, and forgets it all; false
    /// if there is none.
    pub fn annotate_next(&mut self, hear: impl FnOnce(usize, &Done)) -> bool {
        let Some((block, mut cleaned)) = self.cleaned.pop_front() else { return false };
        let found = annotate_block(cleaned.iter_mut().map(Cleaned::parts));
        hear(block, &Done::Annotated(found));
        true
    }
}
