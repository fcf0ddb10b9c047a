//! [`Article`] into [`Annotations`]: sentences, names, dates, quotations.
//!
//! One article at a time, by its own text alone: what a name means beside other
//! articles is the work of `resolve`.

mod combine;
mod explain;
mod learned;
pub mod lexicon;
mod names;
mod quote;
pub mod tagger;
pub mod timex;
mod token;

pub use combine::rule::LEARNED;
pub use explain::explain;
pub use learned::{Because, reasons};
pub(crate) use names::is_near;
pub use quote::rule as speaker_rule;
pub use timex::{Expression, Timex, TimexKind};
pub use token::{Look, Token, add_word, find_tokens, hash_word};

use crate::clean::Article;
use crate::key::Kind;
use crate::text::{Span, push_sentences, split_sentences};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The name of the rule that found something. `lexicon/rules.tsv` says each in a sentence a reader understands.
pub type Rule = &'static str;

/// Bytes of text to a token on average, in English news; sizes the buffer.
const BYTES_A_TOKEN: usize = 5;

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// The name alone: `Vladimir Putin` in “Russian President Vladimir Putin’s”, titles and possessives outside.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// The title in front or behind, as in `NATO Secretary-General`, when there is one.
    pub title: Option<Span>,
    /// The rule that recognised it.
    #[serde(with = "rule_number")]
    pub rule: Rule,
    /// How sure the rule is, 0 to 1: 1 is a certain reading, below 0.5 is a guess and drawn dashed.
    pub confidence: f32,
}

/// Words somebody said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words, quotation marks outside.
    pub span: Span,
    /// The index in [`Annotations::mentions`] of who said them, if known.
    pub speaker: Option<usize>,
    /// The rule that found who said them.
    #[serde(with = "rule_number")]
    pub rule: Rule,
    /// Whether they are reported (“said that …”) rather than quoted.
    pub indirect: bool,
    /// The verb that tells who said them, or “according”, where there is one.
    pub cue: Option<Span>,
}

/// Everything found in one article, each list in order of position.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Annotations {
    /// The sentences, headline first.
    pub sentences: Vec<Span>,
    /// The names; no two overlap.
    pub mentions: Vec<Mention>,
    /// The dates; no two overlap. They follow from the expressions and do not travel between workers.
    #[serde(skip)]
    pub dates: Vec<Timex>,
    /// How each of the dates reads, in step with `dates`: what `resolve` places them by.
    pub expressions: Vec<timex::Expression>,
    /// The quotations.
    pub quotes: Vec<Quote>,
}

/// A rule as its number in the list of rules, on its way between workers.
pub(crate) mod rule_number {
    use super::{Rule, rules};
    use crate::text::{number_of, of_number};
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(rule: &Rule, serializer: S) -> Result<S::Ok, S::Error> {
        number_of(rule, rules(), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Rule, D::Error> {
        of_number(rules(), deserializer)
    }
}

/// The names of every rule that [`annotate`] can give.
pub fn rules() -> impl Iterator<Item = Rule> {
    names::rule::ALL
        .into_iter()
        .chain([combine::rule::LEARNED])
        .chain(timex::rule::ALL)
        .chain(quote::rule::ALL)
}

/// Finds the time expressions of a text alone, by the English table: what tokens and sentences cost and nothing else.
#[must_use]
pub fn find_expressions(text: &str) -> Vec<timex::Expression> {
    let lines = text.split_inclusive('\n').scan(0, |start, line| {
        let span = Span::new(*start, *start + line.len());
        *start += line.len();
        Some(span)
    });
    let sentences: Vec<Span> = lines.flat_map(|line| split_sentences(text, line)).collect();
    let (tokens, ranges) = read_tokens(text, &sentences);
    let lexicon = lexicon::get();
    let classes: Vec<_> = tokens.iter().map(|token| lexicon.classes(token.hash)).collect();
    let stretches = timex::join_wrapped(text, &sentences, &ranges);
    timex::find(text, &tokens, &classes, &stretches, timex::Language::English)
}

/// The tokens of the sentences, and which of them each sentence holds.
fn read_tokens(text: &str, sentences: &[Span]) -> (Vec<Token>, Vec<Range<usize>>) {
    let lexicon = lexicon::get();
    let mut tokens = Vec::with_capacity(text.len() / BYTES_A_TOKEN);
    let mut ranges = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let start = tokens.len();
        find_tokens(text, *sentence, lexicon, &mut tokens);
        ranges.push(start..tokens.len());
    }
    (tokens, ranges)
}

/// Finds everything there is to find in one article.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    let found = find_names_and_expressions(article);
    Annotations { dates: timex::resolve_all(&found.expressions, None), ..found }
}

/// The sentences of one article, headline first.
#[must_use]
pub fn find_sentences(article: &Article) -> Vec<Span> {
    let mut sentences = Vec::with_capacity(2 * article.paragraphs.len());
    let parts = std::iter::once(article.title).chain(article.paragraphs.iter().copied());
    parts.for_each(|part| push_sentences(&article.text, part, &mut sentences));
    sentences
}

/// What [`annotate`] finds but for the dates, which `resolve` places anew.
#[must_use]
pub fn find_names_and_expressions(article: &Article) -> Annotations {
    let sentences = find_sentences(article);
    let found = find_names_in(article, &sentences);
    Annotations { sentences, ..found }
}

/// What [`find_names_and_expressions`] finds in an article of which the sentences are known, without these.
#[must_use]
pub fn find_names_in(article: &Article, sentences: &[Span]) -> Annotations {
    let text = &article.text;
    let lexicon = lexicon::get();
    let (tokens, ranges) = read_tokens(text, sentences);
    let classes: Vec<_> = tokens.iter().map(|token| lexicon.classes(token.hash)).collect();
    let by_rule = names::find_names(text, &tokens, &classes, &ranges);
    let mentions = match learned::tagger_for(article) {
        Some(tagger) => {
            let words = combine::Words { text, tokens: &tokens, classes: &classes };
            combine::combine(words, by_rule, &tagger.tag(text, sentences))
        }
        None => by_rule,
    };
    let language = timex::Language::of(article.language.as_ref().map(|language| language.value.as_str()));
    let stretches = timex::join_wrapped(text, sentences, &ranges);
    let expressions = timex::find(text, &tokens, &classes, &stretches, language);
    let page = quote::Page { text, tokens: &tokens, classes: &classes, mentions: &mentions };
    let blocks: Vec<Span> =
        std::iter::once(article.title).chain(article.paragraphs.iter().copied()).collect();
    let quotes = quote::find_quotes(page, &blocks);
    Annotations { mentions, expressions, quotes, ..Annotations::default() }
}
