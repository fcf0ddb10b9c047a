//! A packed corpus into cleaned articles and what they say, block by block, alone or dealt among workers.
//!
//! A *share* is the blocks that one of several workers reads. Whoever reads a block comes to the same
//! result, so that neither the number of workers nor the order in which they are done changes anything.

use crate::annotate::{Annotations, find_names_in, find_sentences};
use crate::clean::{Article, Cleaner, Given, Learned, tell_language};
use crate::corpus::pack::PackReader;
use crate::corpus::{RawArticle, Repair, Skipped};
use crate::error::Result;
use crate::index::TermsBuilder;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// Articles of a block: few enough that work is dealt evenly and a question waits only a moment, enough that
/// messages cost nothing.
pub(super) const BLOCK: usize = 64;

/// An article with what is read of it before names are. Its language is told only then.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cleaned {
    /// The article.
    pub article: Article,
    /// The text of each removal, in step with [`Article::removed`].
    pub cuts: Vec<String>,
    /// The sentences, headline first.
    pub sentences: Vec<Span>,
}

impl Cleaned {
    /// Cleans an article.
    #[must_use]
    pub fn of(cleaner: &Cleaner, raw: &RawArticle) -> Self {
        let article = cleaner.clean_words(raw);
        let removed = article.removed.iter();
        let cuts = removed.map(|removal| removal.raw.of(&raw.text).to_owned()).collect();
        let sentences = find_sentences(&article);
        Self { article, cuts, sentences }
    }

    /// The article with its sentences, as [`annotate_block`] reads it.
    #[must_use]
    pub fn parts(&mut self) -> (&mut Article, &[Span]) {
        (&mut self.article, &self.sentences)
    }
}

/// What is found in an article when its names are.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Annotated {
    /// All but the sentences, which are known.
    pub found: Annotations,
    /// See [`Article::language`].
    pub language: Option<Given<String>>,
}

/// What a worker has done with a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Done {
    /// All of the share that begins with this block is learned.
    Learned(Learned),
    /// It is cleaned.
    Cleaned(Vec<Cleaned>),
    /// Names and dates are found.
    Annotated(Vec<Annotated>),
}

/// How many blocks there are.
#[must_use]
pub fn n_blocks(n_articles: usize) -> usize {
    n_articles.div_ceil(BLOCK)
}

/// The articles of a block.
#[must_use]
pub fn block_range(block: usize, n_articles: usize) -> Range<usize> {
    block * BLOCK..((block + 1) * BLOCK).min(n_articles)
}

/// Which blocks one of several workers reads: every so-manieth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// The number of the worker, from 0.
    pub number: usize,
    /// How many workers there are.
    pub of: usize,
}

/// What the name of a worker with a share begins with.
const SHARE: &str = "share";

impl Share {
    /// The share of one that reads all.
    pub const ALL: Self = Self { number: 0, of: 1 };

    /// The name of the worker that reads this share.
    #[must_use]
    pub fn name(self) -> String {
        format!("{SHARE} {} {}", self.number, self.of)
    }

    /// The share of the worker with this name; nothing for a worker that reads none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let (number, of) = name.strip_prefix(SHARE)?.trim_start().split_once(' ')?;
        let share = Self { number: number.parse().ok()?, of: of.parse().ok()? };
        (share.number < share.of).then_some(share)
    }

    /// Its blocks, of all those of so many articles, rising.
    pub fn blocks(self, n_articles: usize) -> impl Iterator<Item = usize> {
        (0..n_blocks(n_articles)).filter(move |block| self.has(*block))
    }

    /// Its articles, of so many, rising.
    pub fn articles(self, n_articles: usize) -> impl Iterator<Item = usize> {
        self.blocks(n_articles).flat_map(move |block| block_range(block, n_articles))
    }

    /// Whether a block is in it.
    #[must_use]
    pub fn has(self, block: usize) -> bool {
        block % self.of.max(1) == self.number
    }
}

/// Reads any block of a pack.
pub struct Loader<'a> {
    pack: PackReader<'a>,
}

impl<'a> Loader<'a> {
    /// Opens a pack. Reads no text yet.
    ///
    /// # Errors
    /// If the bytes are not a pack.
    pub fn open(pack: &'a [u8]) -> Result<Self> {
        Ok(Self { pack: PackReader::open(pack)? })
    }

    /// How many articles there are.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.pack.n_articles()
    }

    /// What the pack says beside the articles. Reads none of their texts.
    ///
    /// # Errors
    /// If the corrections cannot be read.
    pub fn about(&self) -> Result<About> {
        About::of(&self.pack)
    }

    /// Learns the articles of a share, and keeps none of them.
    ///
    /// # Errors
    /// If an article cannot be read.
    pub fn learn(&self, share: Share) -> Result<Learned> {
        let mut learned = Learned::default();
        for at in share.articles(self.n_articles()) {
            learned.learn(&self.read(at)?);
        }
        Ok(learned)
    }

    /// An article, decoded.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn read(&self, article: usize) -> Result<RawArticle> {
        self.pack.again(article)
    }

    /// Cleans the articles of a block by what was learned of all. Each raw text goes as soon as it is cleaned.
    ///
    /// # Errors
    /// If an article cannot be read.
    pub fn clean(&self, cleaner: &Cleaner, block: usize) -> Result<Vec<Cleaned>> {
        let articles = block_range(block, self.n_articles());
        articles.map(|at| Ok(Cleaned::of(cleaner, &self.read(at)?))).collect()
    }
}

/// What a corpus is beside its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The files passed over.
    pub skipped: Vec<Skipped>,
    /// The content hash of the folder.
    pub hash: String,
    /// The corrections.
    pub repairs: Vec<Repair>,
}

impl About {
    fn of(pack: &PackReader<'_>) -> Result<Self> {
        let (skipped, hash) = (pack.skipped().to_vec(), pack.hash().to_owned());
        Ok(Self { skipped, hash, repairs: pack.repairs()? })
    }
}

/// Finds names and dates in the articles of a block, each given with its sentences, and tells their languages.
#[must_use]
pub fn annotate_block<'a>(articles: impl Iterator<Item = (&'a mut Article, &'a [Span])>) -> Vec<Annotated> {
    let annotate = |(article, sentences): (&mut Article, &[Span])| {
        tell_language(article);
        let found = shrink(find_names_in(article, sentences));
        Annotated { found, language: article.language.clone() }
    };
    articles.map(annotate).collect()
}

/// Gives back the room that the lists grew into: they stay as long as the page.
fn shrink(mut found: Annotations) -> Annotations {
    found.sentences = Vec::new();
    found.mentions.shrink_to_fit();
    found.expressions.shrink_to_fit();
    found.quotes.shrink_to_fit();
    found
}

/// Cleaned articles with the words that were collected of them, each list in order of their ids.
#[derive(Debug, Default)]
pub struct Collected {
    /// The articles.
    pub articles: Vec<Article>,
    /// See [`Cleaned::cuts`].
    pub cuts: Vec<Vec<String>>,
    /// See [`Cleaned::sentences`].
    pub sentences: Vec<Vec<Span>>,
    /// The words of all.
    pub words: TermsBuilder,
}

impl Collected {
    /// Room for so many articles: lists that grow would leave holes between the texts.
    fn with_room(n_articles: usize) -> Self {
        Self {
            articles: Vec::with_capacity(n_articles),
            cuts: Vec::with_capacity(n_articles),
            sentences: Vec::with_capacity(n_articles),
            words: TermsBuilder::default(),
        }
    }

    fn add(&mut self, articles: Vec<Cleaned>) {
        for Cleaned { article, cuts, sentences } in articles {
            self.words.add(&article);
            self.articles.push(article);
            self.cuts.push(cuts);
            self.sentences.push(sentences);
        }
    }
}

impl From<Vec<Cleaned>> for Collected {
    fn from(articles: Vec<Cleaned>) -> Self {
        let mut collected = Self::with_room(articles.len());
        collected.add(articles);
        collected
    }
}

/// Takes in what workers have done, in any order.
#[derive(Debug, Default)]
pub struct Intake {
    learned: Learned,
    /// Of which shares something was learned.
    has_learned: Vec<bool>,
    /// The first blocks, as many as have come without a gap.
    collected: Collected,
    n_collected: usize,
    /// The blocks that have come; those that are collected are empty.
    cleaned: Vec<Option<Vec<Cleaned>>>,
    annotated: Vec<Option<Vec<Annotated>>>,
    n_cleaned: usize,
    n_annotated: usize,
}

impl Intake {
    /// An intake for so many articles, which come in so many shares.
    #[must_use]
    pub fn new(n_articles: usize, n_shares: usize) -> Self {
        let (n_blocks, has_learned) = (n_blocks(n_articles), vec![false; n_shares]);
        let (mut cleaned, mut annotated) = (Vec::new(), Vec::new());
        cleaned.resize_with(n_blocks, || None);
        annotated.resize_with(n_blocks, || None);
        let collected = Collected::with_room(n_articles);
        Self { has_learned, collected, cleaned, annotated, ..Self::default() }
    }

    /// Takes in what was done with a block. What was done before counts once.
    pub fn take(&mut self, block: usize, done: Done) {
        let fill = |slot: bool, n: usize| if slot { n } else { 0 };
        match done {
            Done::Learned(learned) => {
                let Some(has_learned @ false) = self.has_learned.get_mut(block) else { return };
                *has_learned = true;
                self.learned.join(learned);
            }
            Done::Cleaned(articles) => {
                let Some(slot) = self.cleaned.get_mut(block) else { return };
                self.n_cleaned += fill(slot.is_none(), articles.len());
                slot.get_or_insert(articles);
                self.collect();
            }
            Done::Annotated(found) => {
                let Some(slot) = self.annotated.get_mut(block) else { return };
                self.n_annotated += fill(slot.is_none(), found.len());
                slot.get_or_insert(found);
            }
        }
    }

    /// Collects what has come, in the order of the articles: while blocks are awaited there is time for it, and
    /// little is left when the last has come.
    fn collect(&mut self) {
        while let Some(Some(block)) = self.cleaned.get_mut(self.n_collected) {
            self.collected.add(std::mem::take(block));
            self.n_collected += 1;
        }
    }

    /// How many articles names were found in so far.
    #[must_use]
    pub fn n_annotated(&self) -> usize {
        self.n_annotated
    }

    /// How many articles are cleaned so far.
    #[must_use]
    pub fn n_cleaned(&self) -> usize {
        self.n_cleaned
    }

    /// The shares that are not learned yet, each by its first block, which has its number.
    pub fn missing_learned(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.has_learned.len()).filter(|share| !self.has_learned[*share])
    }

    /// What was learned of all articles, once every share is learned.
    #[must_use]
    pub fn take_learned(&mut self) -> Option<Cleaner> {
        let all = self.has_learned.iter().all(|has_learned| *has_learned);
        all.then(|| std::mem::take(&mut self.learned).settle())
    }

    /// The blocks that are not cleaned yet.
    pub fn missing_cleaned(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.cleaned.len()).filter(|block| self.cleaned[*block].is_none())
    }

    /// The blocks in which names are not found yet.
    pub fn missing_annotated(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.annotated.len()).filter(|block| self.annotated[*block].is_none())
    }

    /// All cleaned articles, once every block is cleaned.
    #[must_use]
    pub fn take_cleaned(&mut self) -> Option<Collected> {
        let all = self.n_collected == self.cleaned.len();
        all.then(|| std::mem::take(&mut self.collected))
    }

    /// What was found in all articles, once every block is done.
    #[must_use]
    pub fn take_annotated(&mut self) -> Option<Vec<Annotated>> {
        let all = self.annotated.iter().all(Option::is_some);
        all.then(|| {
            let mut found = Vec::with_capacity(self.n_annotated);
            self.annotated.iter_mut().filter_map(Option::take).for_each(|block| found.extend(block));
            found
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_in_one_share_and_names_come_back() {
        for of in 1..5 {
            let shares: Vec<Share> = (0..of).map(|number| Share { number, of }).collect();
            assert!((0..40).all(|block| shares.iter().filter(|share| share.has(block)).count() == 1));
            assert!(shares.iter().all(|share| Share::from_name(&share.name()) == Some(*share)));
        }
        for name in ["", "share", "share 1", "share 2 2", "share x 2"] {
            assert_eq!(Share::from_name(name), None, "{name}");
        }
    }

    #[test]
    fn blocks_cover_every_article_once() {
        for n in [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 5] {
            let all: Vec<usize> = (0..n_blocks(n)).flat_map(|block| block_range(block, n)).collect();
            assert_eq!(all, (0..n).collect::<Vec<_>>());
        }
    }
}
