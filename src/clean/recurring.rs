//! Lines that recur across the articles of one outlet.
//!
//! A line counts once for every *story* it is seen in; versions of one story,
//! told by their longest paragraph, count once together. So the paragraphs of a
//! story that was sent three times do not look like furniture.

use super::judge::Judged;
use super::line::{chain, for_each_key};
use super::phrase::Prehashed;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// The least share of an outlet's stories in which a line of furniture stands.
const MIN_SHARE: f32 = 0.1;

/// The fewest stories for a short line and for one that reads like a paragraph.
const MIN_STORIES: u32 = 3;
const MIN_STORIES_PROSE: u32 = 5;

/// The lines that were seen of some articles, as plain data: what others saw of other articles can be added.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct SeenLines {
    /// Article after article: nearly all are seen once, and a list of these is quicker to keep than a map.
    lines: Vec<u64>,
    articles: Vec<SeenArticle>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct SeenArticle {
    outlet: u64,
    /// The hash of its story.
    story: u64,
    n_lines: usize,
}

impl SeenLines {
    /// Takes in the lines of one article.
    pub(super) fn learn(&mut self, outlet: u64, raw: &str) {
        let (mut story, mut longest) = (0, f32::NEG_INFINITY);
        let start = self.lines.len();
        for_each_key(raw, |key, n_words| {
            // Of equally long ones the last.
            if n_words >= longest {
                (story, longest) = (key, n_words);
            }
            self.lines.push(key);
        });
        self.articles.push(SeenArticle { outlet, story, n_lines: self.lines.len() - start });
    }

    /// Adds what was seen of other articles. The order changes nothing of what comes of it.
    pub(super) fn join(&mut self, mut other: Self) {
        self.lines.append(&mut other.lines);
        self.articles.append(&mut other.articles);
    }

    /// Counts the lines that were seen, and forgets those of too few stories to recur.
    pub(super) fn settle(self) -> Recurring {
        let mut often = Often::for_lines(self.lines.len());
        self.each_line(|line, _, _| often.count(line));
        let mut tallies: HashMap<u64, Tally, Prehashed> = HashMap::default();
        self.each_line(|line, story, article| {
            if often.has(line) {
                tallies.entry(line).or_default().count(story, article);
            }
        });
        let known = tallies.into_iter().filter_map(|(line, tally)| {
            let n_stories = tally.n_stories();
            (n_stories >= MIN_STORIES).then_some((line, n_stories))
        });
        let mut recurring = Recurring { lines: known.collect(), ..Recurring::default() };
        recurring.lines.shrink_to_fit();
        for article in &self.articles {
            *recurring.outlets.entry(article.outlet).or_default() += 1;
        }
        recurring
    }

    /// Calls `visit` for every line that was seen: the line with its outlet as one key, the story, and the number of
    /// the article, from 1.
    fn each_line(&self, mut visit: impl FnMut(u64, u64, u32)) {
        let mut rest = &self.lines[..];
        for (SeenArticle { outlet, story, n_lines }, article) in self.articles.iter().zip(1..) {
            let (lines, others) = rest.split_at((*n_lines).min(rest.len()));
            lines.iter().for_each(|line| visit(chain(*outlet, *line), *story, article));
            rest = others;
        }
    }
}

/// Where a line was seen.
#[derive(Default)]
struct Tally {
    /// The stories, as bits of their hashes.
    stories: u64,
    n_articles: u32,
    last_article: u32,
}

/// From so many bits on they say only that there are many stories: 89 hashes set 48 of 64.
const MANY_BITS: u32 = 48;

impl Tally {
    fn count(&mut self, story: u64, article: u32) {
        self.stories |= 1 << (story >> 58);
        self.n_articles += u32::from(self.last_article != article);
        self.last_article = article;
    }

    /// In how many stories it was seen; of many, in how many articles.
    fn n_stories(&self) -> u32 {
        let n_bits = self.stories.count_ones();
        if n_bits < MANY_BITS { n_bits } else { self.n_articles }
    }
}

/// The lines that recur, as plain data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Recurring {
    /// By outlet and line: how many stories it was seen in.
    lines: HashMap<u64, u32, Prehashed>,
    /// By outlet: how many articles.
    outlets: HashMap<u64, u32, Prehashed>,
}

impl Recurring {
    /// Whether the line belongs to the outlet rather than to a story.
    pub(super) fn recurs(&self, outlet: u64, line: &Judged<'_>) -> bool {
        let n_stories = self.lines.get(&chain(outlet, line.key)).copied().unwrap_or(0);
        let n_articles = self.outlets.get(&outlet).copied().unwrap_or(0);
        let enough = if line.is_prose { MIN_STORIES_PROSE } else { MIN_STORIES };
        n_stories >= enough && n_stories as f32 >= MIN_SHARE * n_articles as f32
    }
}

/// Which lines may have been seen often enough: counts them by a part of their hash, so that it may take a
/// rare one for one that was seen often, and never the other way.
struct Often {
    counts: Vec<u8>,
}

impl Often {
    fn for_lines(n_lines: usize) -> Self {
        Self { counts: vec![0; n_lines.next_power_of_two()] }
    }

    fn at(&self, line: u64) -> usize {
        // The upper half is the better mixed.
        (line >> 32) as usize & (self.counts.len() - 1)
    }

    fn count(&mut self, line: u64) {
        let at = self.at(line);
        self.counts[at] = self.counts[at].saturating_add(1);
    }

    fn has(&self, line: u64) -> bool {
        u32::from(self.counts[self.at(line)]) >= MIN_STORIES
    }
}
