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

use super::lexicon::{Classes, Lexicon};
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

/// How sure each rule is: the share of its findings that hand-annotated Wikinews articles confirm, rounded.
fn confidence(rule: Rule) -> f32 {
    match rule {
        rule::KNOWN_PLACE | rule::AFTER_TITLE | rule::DEFINED_ACRONYM | rule::SAME_ARTICLE => 0.95,
        rule::KNOWN_ORGANIZATION | rule::GIVEN_NAME | rule::INITIALS | rule::BEFORE_PLACE => 0.9,
        rule::PLACE_WORD | rule::ORGANIZATION_WORD | rule::BEFORE_AGE | rule::KNOWN_SURNAME => 0.8,
        rule::PARTICLE | rule::ACRONYM | rule::BEFORE_SPEECH => 0.7,
        _ => 0.4,
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

/// What every rule may look at.
struct Context<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// The classes of each token, in step.
    classes: &'a [Classes],
    lexicon: &'static Lexicon,
    /// The words the article prints in lower case, by hash, sorted.
    lower: Vec<u64>,
}

impl Context<'_> {
    fn is(&self, at: usize, class: Classes) -> bool {
        self.classes.get(at).is_some_and(|classes| classes.has(class))
    }

    /// Whether the word is printed in lower case here or as a rule.
    fn is_common(&self, at: usize) -> bool {
        self.is(at, Classes::COMMON) || self.lower.binary_search(&self.tokens[at].hash).is_ok()
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
    let mut lower: Vec<u64> =
        tokens.iter().filter(|token| token.is_lower()).map(|token| token.hash).collect();
    lower.sort_unstable();
    lower.dedup();
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
