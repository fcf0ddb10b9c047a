//! The three parts of an article that ranking tells apart, and the weight of a term in them (BM25F).

use crate::text::Span;

/// What a word in the headline counts for, in words of the story. This and the numbers below were chosen
/// together on known-item searches over 20,000 newswire articles: by headline words, by words of the story.
const TITLE_WEIGHT: f32 = 20.0;
/// What a word in the first paragraph counts for: news says first what matters most, so it settles ties.
const LEAD_WEIGHT: f32 = 1.03;
/// How far a field's length discounts its words: 0 not at all, 1 wholly.
const TITLE_B: f32 = 0.75;
/// The same for lead and story.
const BODY_B: f32 = 0.97;
/// Saturation of repeated words in BM25: low, since a report that has all words says more than one that repeats one.
const K1: f32 = 0.28;

/// Where the parts of one article end, in word positions, and how long they are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The headline's words stand before this position.
    pub title_end: u32,
    /// The first paragraph's words stand before this position.
    pub lead_end: u32,
    /// Words of the headline.
    pub n_title_words: u32,
    /// Words of the story without its headline.
    pub n_words: u32,
    /// The article's stretch in the list of where paragraphs begin.
    pub(super) paragraphs: Span,
}

/// Mean lengths over a corpus, against which an article is long or short.
#[derive(Clone, Copy, Debug)]
pub(super) struct FieldLengths {
    title: f32,
    story: f32,
}

impl FieldLengths {
    pub(super) fn of(fields: &[Fields]) -> Self {
        let mean = |length: fn(&Fields) -> u32| {
            let total: u64 = fields.iter().map(|field| u64::from(length(field))).sum();
            (total as f32 / fields.len().max(1) as f32).max(1.0)
        };
        Self { title: mean(|field| field.n_title_words), story: mean(|field| field.n_words) }
    }

    /// The saturated weight of a term that stands at `positions`, 0 to 1 as 0 to `u16::MAX`, never 0.
    pub(super) fn weigh(&self, fields: &Fields, positions: impl Iterator<Item = u32>) -> u16 {
        let (mut n_title, mut n_lead, mut n_rest) = (0u32, 0u32, 0u32);
        for at in positions {
            let n = if at < fields.title_end {
                &mut n_title
            } else if at < fields.lead_end {
                &mut n_lead
            } else {
                &mut n_rest
            };
            *n += 1;
        }
        let title_norm = 1.0 - TITLE_B + TITLE_B * fields.n_title_words as f32 / self.title;
        let story_norm = 1.0 - BODY_B + BODY_B * fields.n_words as f32 / self.story;
        let frequency = TITLE_WEIGHT * n_title as f32 / title_norm
            + (LEAD_WEIGHT * n_lead as f32 + n_rest as f32) / story_norm;
        let weight = frequency / (K1 + frequency);
        ((weight * f32::from(u16::MAX)) as u16).max(1)
    }
}
