//! [`Article`](crate::clean::Article) into [`Annotations`]: sentences, names, dates, quotations.
//!
//! One article at a time, by its own text alone: what a name means beside other
//! articles is the work of `resolve`.

pub mod tagger;
mod timex;

pub use timex::{Timex, TimexKind};

use crate::clean::Article;
use crate::key::Kind;
use crate::text::{Span, split_sentences};

/// The name of the rule that found something. `lexicon/rules.tsv` says each in a sentence a reader understands.
pub type Rule = &'static str;

/// One occurrence of a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The name alone: `Vladimir Putin` in “Russian President [Vladimir] Putin’s”, titles and possessives outside.
    pub span: Span,
    /// What it names.
    pub kind: Kind,
    /// The title in front or behind, as in `NATO Secretary-General`, when there is one.
    pub title: Option<Span>,
    /// The rule that recognised it.
    pub rule: Rule,
    /// How sure the rule is, 0 to 1: 1 is a certain reading, below 0.5 is a guess and drawn dashed.
    pub confidence: f32,
}

/// Words somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The words, quotation marks outside.
    pub span: Span,
    /// The index in [`Annotations::mentions`] of who said them, if known.
    pub speaker: Option<usize>,
    /// The rule that found them.
    pub rule: Rule,
    /// Whether they are reported (“said that …”) rather than quoted.
    pub indirect: bool,
}

/// Everything found in one article, each list in order of position.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// The sentences, headline first.
    pub sentences: Vec<Span>,
    /// The names; no two overlap.
    pub mentions: Vec<Mention>,
    /// The dates; no two overlap.
    pub dates: Vec<Timex>,
    /// The quotations.
    pub quotes: Vec<Quote>,
}

/// Finds everything there is to find in one article.
#[must_use]
pub fn annotate(article: &Article) -> Annotations {
    let mut sentences = split_sentences(&article.text, article.title);
    for paragraph in &article.paragraphs {
        sentences.extend(split_sentences(&article.text, *paragraph));
    }
    Annotations { sentences, ..Annotations::default() }
}

/// What a rule means, in a sentence a reader understands; the name of the rule where nothing is written.
#[must_use]
pub fn explain(rule: &str) -> &str {
    rule
}
