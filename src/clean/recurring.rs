//! Lines that recur across the articles of one outlet.
//!
//! A line counts once for every *story* it is seen in; versions of one story,
//! told by their longest paragraph, count once together. So the paragraphs of a
//! story that was sent three times do not look like furniture.

use super::judge::Judged;
use super::line::{chain, line_keys};
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
    /// By outlet and line: the stories it was seen in, as bits of their hashes.
    lines: HashMap<u64, u64, Prehashed>,
    /// By outlet: how many articles.
    outlets: HashMap<u64, u32, Prehashed>,
}

impl Recurring {
    /// Takes in the lines of one article.
    pub(super) fn learn(&mut self, outlet: u64, raw: &str) {
        let lines = line_keys(raw);
        let longest = lines.iter().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let story = longest.map_or(0, |(key, _)| *key);
        *self.outlets.entry(outlet).or_default() += 1;
        for (key, _) in lines {
            *self.lines.entry(chain(outlet, key)).or_default() |= 1 << (story >> 58);
        }
    }

    /// Forgets the lines of too few stories to recur.
    pub(super) fn settle(&mut self) {
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
