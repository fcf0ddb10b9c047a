//! The main block: which lines of a whole web page are the story.
//!
//! Used only for text that [`is_page`] finds to be a page with its menus. Each
//! line gets the odds of belonging to the story from a linear model over a few
//! features of itself and its neighbors; then the likeliest sequence of
//! stretches inside and outside the story is taken, where every change costs.
//! Does not name reasons.

use super::judge::Judged;
use super::line::{Ending, Line};
use super::masthead::find_echo;
use super::phrase::{Consequence, Hit, Prehashed};
use super::weights::{SWITCH_COST, WEIGHTS};
use std::collections::{HashMap, HashSet};

/// The number of features, bias included.
pub const N_FEATURES: usize = 26;

/// One line as the model sees it; the order is that of [`FEATURE_NAMES`].
pub type Features = [f32; N_FEATURES];

/// What the features say, in order.
pub const FEATURE_NAMES: [&str; N_FEATURES] = [
    "bias",
    "furniture since the story began",
    "ends a sentence",
    "ends openly",
    "is prose beside prose",
    "is furniture by its whole wording",
    "is furniture by part of its wording",
    "is a menu word",
    "is a caption or credit",
    "is a byline or timestamp",
    "holds numbers only",
    "share of capitals",
    "prose close before",
    "prose close behind",
    "stands twice on the page",
    "is three words or fewer",
    "holds a number among words",
    "shares words with its neighbor",
    "is prose beside furniture",
    "is no prose and furniture close before",
    "is no prose and furniture close behind",
    "comments have begun",
    "is a list item",
    "stands between empty lines",
    "no furniture since prose",
    "no furniture until prose",
];

/// The fewest different pieces of furniture that make a text a whole page. Of 86 pages of the article extraction
/// benchmark 76 have as many, and of what an extractor left of them none has more than 5.
const MIN_FURNITURE: usize = 6;

/// Half as many do when at least half of at least so many lines are shorter than so many words.
const MIN_LINES: usize = 40;
const SHORT_WORDS: f32 = 6.0;

/// How much of a line's weight reaches its neighbor.
const DECAY: f32 = 0.6;

/// Words of prose above which more say nothing.
const PROSE_CAP: f32 = 60.0;

/// Words of story before a comment form counts as the end of it.
const STORY_WORDS: f32 = 60.0;

/// The fewest words of lines that can be alike.
const ALIKE_WORDS: usize = 3;

/// How many words alike lines share.
const SHARED_WORDS: usize = 2;

/// The fewest items of a list, and the fewest words of a sentence, that are drawn into the story they touch.
const LIST_ITEMS: usize = 3;
const MAX_GAP: usize = 6;
const SENTENCE_WORDS: f32 = 5.0;

/// How many words at the head of a line are compared with its neighbor.
const ALIKE_HEAD: usize = 12;

/// The odds of a line above the headline.
const ABOVE_HEADLINE: f32 = -20.0;

/// A page holds a story: while none is found, all odds rise by this much, this many times.
const CONCESSION: f32 = 0.5;
const MAX_CONCESSIONS: usize = 20;

/// Whether the text is a whole page with menus, rather than an article somebody kept.
pub(super) fn is_page(lines: &[Judged<'_>]) -> bool {
    let mut seen: HashSet<u64, Prehashed> = HashSet::default();
    let mut n_furniture = 0;
    for line in lines {
        if line.hit.is_some_and(is_furniture) && seen.insert(line.key) {
            n_furniture += 1;
        }
    }
    let n_short = lines
        .iter()
        .filter(|line| line.line.ending == Ending::Bare && line.line.n_words < SHORT_WORDS)
        .count();
    let is_mostly_short = lines.len() >= MIN_LINES && n_short * 2 >= lines.len();
    n_furniture >= MIN_FURNITURE || is_mostly_short && n_furniture * 2 >= MIN_FURNITURE
}

fn is_furniture(hit: Hit) -> bool {
    hit.is_whole && (hit.consequence != Consequence::Mark || hit.reason == "navigation")
}

/// For each line, whether it belongs to the story.
pub(super) fn find_story(lines: &[Judged<'_>]) -> Vec<bool> {
    let mut odds: Vec<f32> = features(lines).iter().map(log_odds).collect();
    odds[..find_head(lines)].fill(ABOVE_HEADLINE);
    for _ in 0..MAX_CONCESSIONS {
        let story = likeliest(&odds);
        if story.contains(&true) {
            return extend(lines, story);
        }
        odds.iter_mut().for_each(|odds| *odds += CONCESSION);
    }
    vec![true; lines.len()]
}

/// The line on which the headline of the page stands first, 0 where it is not known or too little follows.
fn find_head(lines: &[Judged<'_>]) -> usize {
    let head = find_echo(lines).unwrap_or(0);
    let words: f32 = lines[head..].iter().map(Judged::prose_words).sum();
    if words >= STORY_WORDS { head } else { 0 }
}

/// Takes into the story what hangs on it: sentences close in front of it or directly
/// behind, and a list or table directly behind.
fn extend(lines: &[Judged<'_>], mut story: Vec<bool>) -> Vec<bool> {
    let is_plain = |at: usize| lines[at].hit.is_none() && lines[at].date.is_none();
    let is_sentence =
        |at: usize| lines[at].line.ending == Ending::Stop && lines[at].line.n_words >= SENTENCE_WORDS;
    let mut next = lines.len();
    for at in (0..lines.len()).rev() {
        if story[at] {
            next = at;
        } else if !is_plain(at) {
            next = lines.len();
        } else if next - at <= MAX_GAP && next < lines.len() && is_sentence(at) {
            story[at..next].fill(true);
            next = at;
        }
    }
    for at in 1..lines.len() {
        let is_saying = lines[at].line.is_quoted() && lines[at].line.ending == Ending::Stop;
        story[at] |= story[at - 1] && is_plain(at) && (is_sentence(at) || is_saying);
    }
    let mut at = 0;
    while at + 1 < lines.len() {
        at += 1;
        if !story[at - 1] || story[at] || !is_plain(at) {
            continue;
        }
        let is_listed = |at: usize| is_plain(at) && has_twin(lines, at);
        // A heading may stand between the story and its list.
        let start = if is_listed(at) { at } else { at + 1 };
        let end = (start..lines.len()).find(|at| !is_listed(*at)).unwrap_or(lines.len());
        if end >= start + LIST_ITEMS {
            story[at..end].fill(true);
            at = end;
        }
    }
    story
}

/// Whether a line is alike one of the two lines before it or behind it.
fn has_twin(lines: &[Judged<'_>], at: usize) -> bool {
    let near = at.saturating_sub(2)..(at + 3).min(lines.len());
    near.into_iter().any(|other| other != at && are_alike(&lines[at].line, &lines[other].line))
}

fn log_odds(features: &Features) -> f32 {
    features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum()
}

/// The sequence of inside and outside with the greatest sum of odds minus the cost of changes.
fn likeliest(odds: &[f32]) -> Vec<bool> {
    let mut inside = f32::NEG_INFINITY;
    let mut outside = 0.0;
    let mut came_from = Vec::with_capacity(odds.len());
    for odds in odds {
        let stays_inside = inside >= outside - SWITCH_COST;
        let stays_outside = outside >= inside - SWITCH_COST;
        let (was_inside, was_outside) = (inside, outside);
        inside = odds + if stays_inside { was_inside } else { was_outside - SWITCH_COST };
        outside = if stays_outside { was_outside } else { was_inside - SWITCH_COST };
        came_from.push((stays_inside, stays_outside));
    }
    let mut is_inside = inside > outside;
    let mut story = vec![false; odds.len()];
    for (at, (stays_inside, stays_outside)) in came_from.into_iter().enumerate().rev() {
        story[at] = is_inside;
        is_inside = if is_inside { stays_inside } else { !stays_outside };
    }
    story
}

/// The features of every line.
pub(super) fn features(lines: &[Judged<'_>]) -> Vec<Features> {
    let mut counts: HashMap<u64, u32, Prehashed> = HashMap::default();
    for line in lines {
        *counts.entry(line.key).or_default() += 1;
    }
    let mut features: Vec<Features> = (0..lines.len()).map(|at| own_features(lines, at, &counts)).collect();
    add_neighbors(lines, &mut features);
    features
}

fn own_features(lines: &[Judged<'_>], at: usize, counts: &HashMap<u64, u32, Prehashed>) -> Features {
    let flag = |is: bool| if is { 1.0 } else { 0.0 };
    let judged = &lines[at];
    let line = &judged.line;
    let n_words = line.n_words.max(0.5);
    let hit = judged.hit;
    let cuts = hit.is_some_and(|hit| hit.consequence != Consequence::Mark);
    let is_reason = |reason: &str| hit.is_some_and(|hit| hit.reason == reason);
    let blank_behind = lines.get(at + 1).is_none_or(|next| next.line.after_blank);
    let mut features = [0.0; N_FEATURES];
    features[0] = 1.0;
    features[2] = flag(line.ending == Ending::Stop);
    features[3] = flag(line.ending == Ending::Open);
    features[5] = flag(cuts && hit.is_some_and(|hit| hit.is_whole));
    features[6] = flag(cuts && hit.is_some_and(|hit| !hit.is_whole));
    features[7] = flag(is_reason("navigation"));
    features[8] = flag(is_reason("caption"));
    features[9] = flag(is_reason("byline") || is_reason("timestamp") || judged.date.is_some());
    features[10] = flag(line.n_number as usize >= line.words.len());
    features[11] = if line.is_dense { 0.2 } else { line.n_capital as f32 / n_words };
    features[14] = flag(counts.get(&judged.key).is_some_and(|count| *count > 1));
    features[15] = flag(n_words <= 3.0);
    features[16] = flag(line.n_number > 0 && (line.n_number as usize) < line.words.len());
    features[17] = flag(has_twin(lines, at));
    features[22] = flag(line.text.starts_with(['-', '•', '*', '·', '–', '►', '▪']));
    features[23] = flag(line.after_blank && blank_behind);
    features
}

/// Whether two lines have words in common as items of one list or table have.
fn are_alike(one: &Line<'_>, other: &Line<'_>) -> bool {
    let head = |line: &Line<'_>| line.words.len().min(ALIKE_HEAD);
    let (n_one, n_other) = (head(one), head(other));
    if n_one.min(n_other) < ALIKE_WORDS {
        return false;
    }
    let mut taken = 0_u32;
    let mut n_shared = 0;
    for word in &one.words[..n_one] {
        let free = (0..n_other).find(|at| taken & (1 << at) == 0 && other.words[*at] == *word);
        if let Some(at) = free {
            taken |= 1 << at;
            n_shared += 1;
        }
    }
    n_shared >= SHARED_WORDS
}

fn add_neighbors(lines: &[Judged<'_>], features: &mut [Features]) {
    let head = find_head(lines);
    let n_lines = lines.len();
    let mut sweep = |at: usize, state: &mut Sweep, [near, furniture, clear]: [usize; 3]| {
        features[at][near] = state.prose.ln_1p();
        features[at][furniture] = state.furniture;
        features[at][clear] = if state.is_clear { 1.0 } else { 0.0 };
        state.pass(&lines[at]);
    };
    let mut forward = Sweep::default();
    for at in 0..n_lines {
        sweep(at, &mut forward, [12, 19, 24]);
    }
    let mut backward = Sweep::default();
    for at in (0..n_lines).rev() {
        sweep(at, &mut backward, [13, 20, 25]);
    }
    let mut words = 0.0;
    let mut n_furniture = 0.0_f32;
    let mut has_comments = false;
    for (line, features) in lines.iter().zip(features).skip(head) {
        features[1] = n_furniture.ln_1p();
        n_furniture += if words >= STORY_WORDS && line.is_furniture() { 1.0 } else { 0.0 };
        has_comments |= line.opens_comments() && words >= STORY_WORDS;
        features[21] = if has_comments { 1.0 } else { 0.0 };
        if line.is_prose {
            features[4] = features[12] + features[13];
            features[18] = features[19] + features[20];
            (features[19], features[20]) = (0.0, 0.0);
        }
        words += line.prose_words();
    }
}

/// What a walk over the lines has gathered so far.
#[derive(Default)]
struct Sweep {
    prose: f32,
    furniture: f32,
    is_clear: bool,
}

impl Sweep {
    fn pass(&mut self, line: &Judged<'_>) {
        let prose = line.prose_words().min(PROSE_CAP);
        let is_furniture = line.hit.is_some_and(is_furniture);
        self.prose = DECAY * self.prose + prose;
        self.is_clear = (self.is_clear || line.is_prose) && !is_furniture && !line.is_furniture();
        self.furniture = DECAY * self.furniture + if is_furniture { 1.0 - DECAY } else { 0.0 };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_odd_line_does_not_break_a_stretch() {
        let cost = SWITCH_COST;
        assert_eq!(likeliest(&[-9.0, 9.0, -cost, 9.0, -9.0]), [false, true, true, true, false]);
        assert_eq!(likeliest(&[9.0, -3.0 * cost, 9.0]), [true, false, true]);
        assert!(likeliest(&[]).is_empty());
    }
}
