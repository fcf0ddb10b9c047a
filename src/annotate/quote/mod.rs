//! Tokens and mentions into [`Quote`]s: the words somebody said, who said them, and the rule that tells.
//!
//! Three passes over an article. [`mark`] pairs quotation marks, [`sentence`] cuts the text outside them into
//! *frames* (sentences in which a quotation is one opaque word), [`speaker`] walks the frames in order and asks
//! [`subject`] whose *cue* (verb of saying) stands beside each quotation. [`reported`] finds what is told without
//! marks. Where two readings compete nobody is named.

mod judge;
mod mark;
mod memory;
mod reported;
mod sentence;
mod speaker;
mod subject;

use super::lexicon::Classes;
use super::token::Token;
use super::{Mention, Quote};
use crate::text::Span;
use std::ops::Range;

/// The rules by which a quotation has its speaker; `lexicon/rules.tsv` says each in a sentence.
pub mod rule {
    use super::super::Rule;

    /// A name beside a verb of saying.
    pub const NAME: Rule = "speaker-named";
    /// “according to”.
    pub const ACCORDING_TO: Rule = "speaker-according-to";
    /// A pronoun, and the one it stands for.
    pub const PRONOUN: Rule = "speaker-pronoun";
    /// A title, and the one who bears it.
    pub const ROLE: Rule = "speaker-title";
    /// The speaker of the words before.
    pub const CARRIED: Rule = "speaker-carried";
    /// The subject of a sentence without a verb of saying.
    pub const SUBJECT: Rule = "speaker-subject";
    /// Somebody the article does not name.
    pub const UNNAMED: Rule = "speaker-unnamed";
    /// Two readings compete.
    pub const UNDECIDED: Rule = "speaker-undecided";
    /// Nobody is told.
    pub const UNTOLD: Rule = "speaker-untold";

    /// Every rule, for the test that each is explained.
    pub const ALL: [Rule; 9] =
        [NAME, ACCORDING_TO, PRONOUN, ROLE, CARRIED, SUBJECT, UNNAMED, UNDECIDED, UNTOLD];
}

/// What every pass may look at.
#[derive(Clone, Copy)]
pub(super) struct Page<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    /// The classes of each token, in step.
    pub classes: &'a [Classes],
    /// The names, in order of position.
    pub mentions: &'a [Mention],
}

impl Page<'_> {
    fn is(&self, at: usize, class: Classes) -> bool {
        self.classes.get(at).is_some_and(|classes| classes.has(class))
    }

    fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_mark(mark))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is_word(&self, at: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let is_it = |word: &&str| token.span.len() == word.len() && self.word(at).eq_ignore_ascii_case(word);
        words.iter().any(is_it)
    }

    /// The mention that holds a token, by its number.
    fn mention_at(&self, at: usize) -> Option<usize> {
        let start = self.tokens.get(at)?.span.start;
        let number = self.mentions.partition_point(|mention| mention.span.end <= start);
        (self.mentions.get(number)?.span.start <= start).then_some(number)
    }

    /// The mentions that begin among the tokens, by their numbers.
    fn mentions_in(&self, tokens: &Range<usize>) -> Range<usize> {
        let byte = |at: usize| self.tokens.get(at).map_or(u32::MAX, |token| token.span.start);
        if tokens.is_empty() {
            return 0..0;
        }
        let (start, end) = (byte(tokens.start), byte(tokens.end));
        self.mentions.partition_point(|mention| mention.span.start < start)
            ..self.mentions.partition_point(|mention| mention.span.start < end)
    }

    /// The first token of a mention.
    fn first_token(&self, mention: usize) -> usize {
        let start = self.mentions[mention].span.start;
        self.tokens.partition_point(|token| token.span.end <= start)
    }

    /// One past the last token of a mention.
    fn past_token(&self, mention: usize) -> usize {
        let end = self.mentions[mention].span.end;
        self.tokens.partition_point(|token| token.span.start < end)
    }
}

/// Finds the quotations; `blocks` are the headline and the paragraphs.
pub(super) fn find_quotes(page: Page<'_>, blocks: &[Span]) -> Vec<Quote> {
    let mut start = 0;
    let ranges: Vec<Range<usize>> = blocks
        .iter()
        .map(|block| {
            let length = page.tokens[start..].partition_point(|token| token.span.start < block.end);
            let range = start..start + length;
            start = range.end;
            range
        })
        .collect();
    let pairs = mark::find_pairs(page, &ranges);
    speaker::attribute(page, &ranges, &pairs)
}
