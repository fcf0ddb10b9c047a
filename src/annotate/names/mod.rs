//! Tokens into [`Mention`]s of people, places and organizations, by lexicon and rules.
//!
//! Two passes over an article: the first reads each sentence by itself ([`reading`]), the second ([`document`])
//! carries what the article makes plain in one place to the others. A *chunk* is a run of capitalised words with
//! what may join them; a *finding* is a mention still measured in tokens.

mod chunk;
mod document;
mod pattern;
mod reading;

pub(crate) use document::is_near;

use super::lexicon::{Classes, Lexicon, Sense};
use super::token::Token;
use super::{Mention, Rule};
use crate::key::Kind;
use crate::text::Span;
use std::ops::Range;

/// The rules by which names are recognised; `lexicon/rules.tsv` says each in a sentence.
pub mod rule {
    use super::Rule;

    /// A list of places.
    pub const KNOWN_PLACE: Rule = "known-place";
    /// A list of organizations.
    pub const KNOWN_ORGANIZATION: Rule = "known-organization";
    /// Words after a title.
    pub const AFTER_TITLE: Rule = "after-title";
    /// A given name and what follows.
    pub const GIVEN_NAME: Rule = "given-name";
    /// Initials and what follows.
    pub const INITIALS: Rule = "initials";
    /// Two or three words that end in a surname.
    pub const KNOWN_SURNAME: Rule = "known-surname";
    /// Words before a verb of saying.
    pub const BEFORE_SPEECH: Rule = "before-speech";
    /// Words before an age or `who`.
    pub const BEFORE_AGE: Rule = "before-age";
    /// Words with a particle between.
    pub const PARTICLE: Rule = "particle";
    /// Part of a person's name given in full in the article.
    pub const SAME_ARTICLE: Rule = "same-article";
    /// Nearly the surname of somebody in the article.
    pub const MISSPELLED: Rule = "misspelled-surname";
    /// A word as in `Council` at the end.
    pub const ORGANIZATION_WORD: Rule = "organization-word";
    /// Capital letters only.
    pub const ACRONYM: Rule = "acronym";
    /// Capital letters in brackets after the name they stand for.
    pub const DEFINED_ACRONYM: Rule = "defined-acronym";
    /// A word as in `Square` at the end or `Mount` at the start.
    pub const PLACE_WORD: Rule = "place-word";
    /// Words after `in`.
    pub const AFTER_IN: Rule = "after-in";
    /// Words before a comma and a known place.
    pub const BEFORE_PLACE: Rule = "before-place";
    /// Several capitalised words of no other sign.
    pub const CAPITALISED: Rule = "capitalised-words";

    /// Every rule, for the test that each is explained.
    pub const ALL: [Rule; 18] = [
        KNOWN_PLACE,
        KNOWN_ORGANIZATION,
        AFTER_TITLE,
        GIVEN_NAME,
        INITIALS,
        KNOWN_SURNAME,
        BEFORE_SPEECH,
        BEFORE_AGE,
        PARTICLE,
        SAME_ARTICLE,
        MISSPELLED,
        ORGANIZATION_WORD,
        ACRONYM,
        DEFINED_ACRONYM,
        PLACE_WORD,
        AFTER_IN,
        BEFORE_PLACE,
        CAPITALISED,
    ];
}

/// How sure each rule is: the share of its findings that hand-annotated Wikinews articles confirm, to the nearest
/// twentieth; a misspelling is a guess whatever its share.
fn confidence(rule: Rule) -> f32 {
    match rule {
        rule::AFTER_TITLE | rule::GIVEN_NAME | rule::INITIALS | rule::SAME_ARTICLE => 0.95,
        rule::KNOWN_ORGANIZATION | rule::KNOWN_PLACE | rule::BEFORE_PLACE | rule::DEFINED_ACRONYM => 0.9,
        rule::BEFORE_SPEECH | rule::CAPITALISED | rule::BEFORE_AGE => 0.8,
        rule::ORGANIZATION_WORD | rule::PLACE_WORD => 0.75,
        rule::KNOWN_SURNAME | rule::ACRONYM | rule::AFTER_IN => 0.6,
        _ => 0.35,
    }
}

/// A mention still measured in tokens.
#[derive(Clone, Debug)]
struct Finding {
    tokens: Range<usize>,
    kind: Kind,
    title: Option<Range<usize>>,
    rule: Rule,
}

/// A small table of the capitalised words of an article, each with whether it also comes in lower case.
struct Lower {
    /// Open addressing by the hash's high bits; 0 is an empty slot.
    slots: Vec<(u64, bool)>,
    shift: u32,
}

impl Lower {
    fn new(tokens: &[Token]) -> Self {
        let n_capital = tokens.iter().filter(|token| token.is_capital()).count();
        let bits = (2 * n_capital + 2).next_power_of_two().trailing_zeros();
        let mut table = Self { slots: vec![(0, false); 1 << bits], shift: 64 - bits };
        for token in tokens.iter().filter(|token| token.is_capital()) {
            let slot = table.slot(token.hash);
            table.slots[slot].0 = token.hash;
        }
        for token in tokens.iter().filter(|token| token.is_lower()) {
            let slot = table.slot(token.hash);
            table.slots[slot].1 |= table.slots[slot].0 == token.hash;
        }
        table
    }

    /// The slot of a hash, or the empty one where it would go; the table is never more than half full.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        // The high bits of the product are the well-mixed ones, and they fit a table index.
        #[allow(clippy::cast_possible_truncation)]
        let mut slot = (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> self.shift) as usize;
        while self.slots[slot].0 != 0 && self.slots[slot].0 != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn contains(&self, hash: u64) -> bool {
        let (found, is_lower) = self.slots[self.slot(hash)];
        found == hash && is_lower
    }
}

/// What every rule may look at.
struct Context<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The classes of each token, in step.
    classes: &'a [Classes],
    lexicon: &'static Lexicon,
    /// Which of the article's capitalised words it prints in lower case as well.
    lower: Lower,
}

impl Context<'_> {
    fn is(&self, at: usize, class: Classes) -> bool {
        self.classes.get(at).is_some_and(|classes| classes.has(class))
    }

    /// The longest phrase of the lexicon that begins at `range` and stands in it, with its length.
    fn longest(&self, range: Range<usize>) -> Option<(usize, Sense)> {
        // What the classes tell already saves asking the lexicon for most words.
        if !self.is(range.start, Classes::FIRST) {
            return None;
        }
        self.lexicon.longest(&self.tokens[range])
    }

    /// Whether the word is printed in lower case here or as a rule.
    fn is_common(&self, at: usize) -> bool {
        self.is(at, Classes::COMMON) || self.lower.contains(self.tokens[at].hash)
    }
}

/// Finds the names among `tokens`; `sentences` are ranges of them.
#[must_use]
pub fn find_names(
    text: &str,
    tokens: &[Token],
    classes: &[Classes],
    sentences: &[Range<usize>],
) -> Vec<Mention> {
    let lexicon = super::lexicon::get();
    let lower = Lower::new(tokens);
    let context = Context { text, tokens, classes, lexicon, lower };
    let mut findings = Vec::new();
    for sentence in sentences {
        reading::read_sentence(&context, sentence.clone(), &mut findings);
    }
    document::spread(&context, sentences, &mut findings);
    findings.iter().map(|finding| mention(tokens, finding)).collect()
}

fn mention(tokens: &[Token], finding: &Finding) -> Mention {
    let span = |range: &Range<usize>| Span {
        start: tokens[range.start].span.start,
        end: tokens[range.end - 1].span.end,
    };
    Mention {
        span: span(&finding.tokens),
        kind: finding.kind,
        title: finding.title.as_ref().map(span),
        rule: finding.rule,
        confidence: confidence(finding.rule),
    }
}
