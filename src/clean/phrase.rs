//! The vocabulary of furniture: phrases from `lexicon/clean/` and where they stand in a line.
//!
//! A *section* gathers the phrases that have one reason and one consequence. The
//! form of the files is explained in `lexicon/clean/en.txt`. Knows nothing of
//! what surrounds a line: that is the work of the rules.

use super::line::{Line, NUMBER, chain, hash_words};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

const PHRASES: [&str; 15] = [
    include_str!("../../lexicon/clean/en.txt"),
    include_str!("../../lexicon/clean/de.txt"),
    include_str!("../../lexicon/clean/fr.txt"),
    include_str!("../../lexicon/clean/es.txt"),
    include_str!("../../lexicon/clean/pt.txt"),
    include_str!("../../lexicon/clean/it.txt"),
    include_str!("../../lexicon/clean/nl.txt"),
    include_str!("../../lexicon/clean/sv.txt"),
    include_str!("../../lexicon/clean/pl.txt"),
    include_str!("../../lexicon/clean/tr.txt"),
    include_str!("../../lexicon/clean/id.txt"),
    include_str!("../../lexicon/clean/ru.txt"),
    include_str!("../../lexicon/clean/uk.txt"),
    include_str!("../../lexicon/clean/ja.txt"),
    include_str!("../../lexicon/clean/ko.txt"),
];
const FUNCTION_WORDS: &str = include_str!("../../lexicon/clean/function_words.txt");
const REASONS: &str = include_str!("../../lexicon/clean/reasons.tsv");

/// What a hit of a section means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Consequence {
    /// The line goes.
    Cut,
    /// The line goes when it holds an address.
    CutAddress,
    /// The line goes and the story is over.
    Opener,
    /// The line goes, and the run of short lines behind it.
    List,
    /// Evidence only.
    Mark,
}

/// A phrase found in a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// The reason of its section.
    pub reason: &'static str,
    /// The consequence of its section.
    pub consequence: Consequence,
    /// Whether the phrase is the whole line.
    pub is_whole: bool,
    /// Whether the phrase begins the line.
    pub is_anchored: bool,
    /// The length of the phrase in words.
    pub n_words: usize,
}

struct Phrase {
    reason: &'static str,
    consequence: Consequence,
    /// Runs of words with gaps between them; the first is the key it is found by.
    runs: Vec<Vec<u64>>,
    opens: bool,
    closes: bool,
    /// Whether its first run is a label, closed by a colon, bar or dash.
    is_label: bool,
}

#[derive(Default)]
struct Book {
    phrases: Vec<Phrase>,
    /// By the hash of the first run, for phrases that begin a line.
    anchored: HashMap<u64, Vec<usize>, Prehashed>,
    /// The same for phrases that may begin anywhere.
    floating: HashMap<u64, Vec<usize>, Prehashed>,
    /// First words of floating phrases with the lengths of their first runs, one bit a length.
    floating_starts: HashMap<u64, u16, Prehashed>,
}

/// Passes through keys that are hashes already.
#[derive(Default)]
pub(super) struct PassThrough(u64);

/// Builds maps over keys that are hashes already; their order is never looked at.
pub(super) type Prehashed = BuildHasherDefault<PassThrough>;

impl Hasher for PassThrough {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = chain(self.0, key);
    }
}

static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let mut book = Book::default();
    for file in PHRASES {
        book.read(file);
    }
    book
});

/// The function words of all languages by their hash, one bit a language in the order of the file.
pub(super) fn function_words() -> &'static HashMap<u64, u32, Prehashed> {
    static WORDS: LazyLock<HashMap<u64, u32, Prehashed>> = LazyLock::new(|| {
        let mut words: HashMap<u64, u32, Prehashed> = HashMap::default();
        for (number, (_, line)) in languages().enumerate() {
            for word in line.split_whitespace() {
                for hash in hash_words(word) {
                    *words.entry(hash).or_default() |= 1 << number;
                }
            }
        }
        words
    });
    &WORDS
}

/// The languages that have function words: ISO 639-1 code and words.
pub(super) fn languages() -> impl Iterator<Item = (&'static str, &'static str)> {
    FUNCTION_WORDS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// Every reason for which something is cut, with the sentence that explains it to a reader, in a fixed order.
pub fn reasons() -> impl Iterator<Item = (&'static str, &'static str)> {
    REASONS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once("\t"))
}

/// The sentence that explains a reason to a reader.
#[must_use]
pub fn explain(reason: &str) -> Option<&'static str> {
    reasons().find(|(name, _)| *name == reason).map(|(_, sentence)| sentence)
}

/// The longest line, in words, in which a phrase that is only part of it counts.
const MAX_PART_WORDS: f32 = 40.0;

/// The same for the beginnings of bylines and timestamps, which sentences share.
const MAX_MARK_WORDS: f32 = 14.0;

/// The phrase that says most about the line: a whole line before a part, long before short.
pub(super) fn find_phrase(line: &Line<'_>) -> Option<Hit> {
    BOOK.find(line)
}

impl Book {
    fn read(&mut self, file: &'static str) {
        let mut section = None;
        for line in file.lines() {
            if let Some(header) = line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
                section = Some(read_header(header));
            } else if let Some((reason, consequence)) = section {
                self.add(line, reason, consequence);
            }
        }
    }

    fn add(&mut self, line: &str, reason: &'static str, consequence: Consequence) {
        let opens = line.starts_with('…');
        let closes = line.ends_with('…');
        let runs: Vec<Vec<u64>> = line.split('…').map(read_run).filter(|run| !run.is_empty()).collect();
        let Some(first) = runs.first() else { return };
        let is_label = closes && !opens && line.trim_end_matches(['…', ' ']).ends_with([':', '|', '–']);
        let number = self.phrases.len();
        let key = first.iter().fold(0, |hash, word| chain(hash, *word));
        if opens {
            *self.floating_starts.entry(first[0]).or_default() |= 1 << first.len().min(15);
            self.floating.entry(key).or_default().push(number);
        } else {
            self.anchored.entry(key).or_default().push(number);
        }
        self.phrases.push(Phrase { reason, consequence, runs, opens, closes, is_label });
    }

    fn find(&self, line: &Line<'_>) -> Option<Hit> {
        let mut best: Option<Hit> = None;
        let mut hash = 0;
        for (at, word) in line.words.iter().take(16).enumerate() {
            hash = chain(hash, *word);
            for number in self.anchored.get(&hash).into_iter().flatten() {
                self.phrases[*number].consider(line, at + 1, &mut best);
            }
        }
        if line.n_words <= MAX_PART_WORDS && best.is_none_or(|hit| !hit.is_whole) {
            for at in 0..line.words.len() {
                self.find_floating(line, at, &mut best);
            }
        }
        best
    }

    fn find_floating(&self, line: &Line<'_>, at: usize, best: &mut Option<Hit>) {
        let Some(lengths) = self.floating_starts.get(&line.words[at]) else { return };
        for n in (1..16).filter(|n| lengths & (1 << n) != 0) {
            let Some(run) = line.words.get(at..at + n) else { return };
            let key = run.iter().fold(0, |hash, word| chain(hash, *word));
            for number in self.floating.get(&key).into_iter().flatten() {
                self.phrases[*number].consider(line, at + n, best);
            }
        }
    }
}

impl Phrase {
    /// Takes the phrase, whose first run ends before word `end`, as the best hit if it holds and says more.
    fn consider(&self, line: &Line<'_>, end: usize, best: &mut Option<Hit>) {
        let Some(end) = self.find_rest(&line.words, end) else { return };
        if !self.closes && end != line.words.len() {
            return;
        }
        if self.is_label && line.label_words() != Some(self.runs[0].len()) {
            return;
        }
        let is_whole = !self.opens && !self.closes && self.runs.len() == 1;
        let is_short_mark = matches!(self.reason, "byline" | "timestamp");
        if !is_whole && line.n_words > if is_short_mark { MAX_MARK_WORDS } else { MAX_PART_WORDS } {
            return;
        }
        if !is_whole && self.consequence != Consequence::Mark && line.is_quoted() {
            return;
        }
        if self.consequence == Consequence::CutAddress && !line.has_address() {
            return;
        }
        let n_words = self.runs.iter().map(Vec::len).sum();
        let hit = Hit {
            reason: self.reason,
            consequence: self.consequence,
            is_whole,
            is_anchored: !self.opens,
            n_words,
        };
        let rank = |hit: &Hit| (hit.is_whole, hit.consequence != Consequence::Mark, hit.n_words);
        if best.as_ref().is_none_or(|best| rank(&hit) > rank(best)) {
            *best = Some(hit);
        }
    }

    /// The end of the last run, each searched behind the one before.
    fn find_rest(&self, words: &[u64], mut end: usize) -> Option<usize> {
        for run in &self.runs[1..] {
            let from = words.get(end..)?;
            let at = from.windows(run.len()).position(|window| window == run)?;
            end += at + run.len();
        }
        Some(end)
    }
}

fn read_header(header: &'static str) -> (&'static str, Consequence) {
    let (reason, consequence) = header.split_once(": ").unwrap_or((header, ""));
    let consequence = match consequence {
        "opener" => Consequence::Opener,
        "list" => Consequence::List,
        "mark" => Consequence::Mark,
        "address" => Consequence::CutAddress,
        _ => Consequence::Cut,
    };
    (reason, consequence)
}

/// The words of a run, with `#` for a number.
fn read_run(run: &str) -> Vec<u64> {
    let mut words = Vec::new();
    for word in run.split_whitespace() {
        if word == "#" { words.push(NUMBER) } else { words.extend(hash_words(word)) }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    fn reason(text: &str) -> Option<&'static str> {
        find_phrase(&Line::new(text, Span::new(0, text.len()), false)).map(|hit| hit.reason)
    }

    #[test]
    fn phrases_stand_where_their_gaps_allow() {
        assert_eq!(reason("SHARE THIS:"), Some("share bar"));
        assert_eq!(reason("34 Comments"), Some("reader comments"));
        assert_eq!(reason("Share prices fell"), None);
        assert_eq!(reason("© 2019 NJ.com. All rights reserved (About Us)."), Some("legal notice"));
        assert_eq!(reason("“Sign up for our classes,” she said"), None);
    }

    #[test]
    fn contact_lines_need_an_address() {
        assert_eq!(reason("Write to Al Root at allen.root@dowjones.com"), Some("contact line"));
        assert_eq!(reason("Contact with the crew was lost at dawn"), None);
    }

    #[test]
    fn every_section_has_an_explained_reason() {
        for phrase in &BOOK.phrases {
            assert!(explain(phrase.reason).is_some(), "{} is not in reasons.tsv", phrase.reason);
        }
    }
}
