//! Lines that recur across the articles of one outlet.
//!
//! A line counts once for every *story* it is seen in; versions of one story,
//! told by their longest paragraph, count once together. So the paragraphs of a
//! story that was sent three times do not look like furniture.

use super::judge::Judged;
use super::line::{chain, for_each_key};
use super::phrase::Prehashed;
use std::collections::HashMap;

/// The least share of an outlet's stories in which a line of furniture stands.
const MIN_SHARE: f32 = 0.1;

/// The fewest stories for a short line and for one that reads like a paragraph.
const MIN_STORIES: u32 = 3;
const MIN_STORIES_PROSE: u32 = 5;

/// What has been seen of an outlet's lines.
#[derive(Default)]
pub(super) struct Recurring {
    /// The lines that were seen, article after article, until they are settled: nearly all are seen once, and
    /// a list of these is quicker to keep than a map.
    seen: Vec<u64>,
    articles: Vec<Seen>,
    /// By outlet and line: the stories it was seen in, as bits of their hashes.
    lines: HashMap<u64, u64, Prehashed>,
    /// By outlet: how many articles.
    outlets: HashMap<u64, u32, Prehashed>,
}

/// An article that was seen.
struct Seen {
    outlet: u64,
    /// The hash of its story.
    story: u64,
    /// Where its lines end.
    end: usize,
}

impl Recurring {
    /// Takes in the lines of one article.
    pub(super) fn learn(&mut self, outlet: u64, raw: &str) {
        let (mut story, mut longest) = (0, f32::NEG_INFINITY);
        for_each_key(raw, |key, n_words| {
            // Of equally long ones the last.
            if n_words >= longest {
                (story, longest) = (key, n_words);
            }
            self.seen.push(key);
        });
        *self.outlets.entry(outlet).or_default() += 1;
        self.articles.push(Seen { outlet, story, end: self.seen.len() });
    }

    /// Counts the lines that were seen, and forgets those of too few stories to recur.
    pub(super) fn settle(&mut self) {
        let (seen, articles) = (std::mem::take(&mut self.seen), std::mem::take(&mut self.articles));
        let mut often = Often::for_lines(seen.len());
        each_line(&seen, &articles, |line, _| often.count(line));
        each_line(&seen, &articles, |line, story| {
            if often.has(line) {
                *self.lines.entry(line).or_default() |= 1 << (story >> 58);
            }
        });
        self.lines.retain(|_, stories| stories.count_ones() >= MIN_STORIES);
        self.lines.shrink_to_fit();
    }

    /// Whether the line belongs to the outlet rather than to a story.
    pub(super) fn recurs(&self, outlet: u64, line: &Judged<'_>) -> bool {
        let n_stories = self.lines.get(&chain(outlet, line.key)).map_or(0, |stories| stories.count_ones());
        let n_articles = self.outlets.get(&outlet).copied().unwrap_or(0);
        let enough = if line.is_prose { MIN_STORIES_PROSE } else { MIN_STORIES };
        // Above 64 stories the bits are full, and the count says only "many".
        let share = if n_stories >= 48 { 1.0 } else { n_stories as f32 / n_articles.max(1) as f32 };
        n_stories >= enough && share >= MIN_SHARE
    }
}

/// Calls `visit` for every line that was seen: the line with its outlet as one key, and the story.
fn each_line(seen: &[u64], articles: &[Seen], mut visit: impl FnMut(u64, u64)) {
    let mut start = 0;
    for Seen { outlet, story, end } in articles {
        seen[start..*end].iter().for_each(|key| visit(chain(*outlet, *key), *story));
        start = *end;
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
