//! Annotated articles into [`Examples`]: rows of tokens with their features and the labels they may have.

use crate::corpus::{Annotated, sentences};
use crate::score::trim;
use dateline::annotate::tagger::Class;
use dateline::annotate::tagger::feature::{Context, REACH, Template, WINDOW, form_features};
use dateline::annotate::tagger::form::Forms;
use dateline::annotate::tagger::label::{LABELS, OUTSIDE, Position, label_of, position_of};
use dateline::annotate::tagger::lexicon::Lexicon;
use dateline::annotate::tagger::model::unknown_kind;
use dateline::annotate::tagger::reading::{Reading, Sentence};
use dateline::annotate::tagger::vote::Votes;
use dateline::text::Span;
use std::collections::HashMap;
use std::ops::Range;

/// A set of labels, one bit each.
pub type LabelSet = u32;
/// Any label at all.
pub const ANY: LabelSet = (1 << LABELS) - 1;

/// One active token.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its features among [`Examples::features`], those of votes last.
    pub features: Range<u32>,
    /// Where the features of votes begin.
    pub votes_from: u32,
    /// The lexicon's words around it, or the kinds of unknown ones.
    pub words: [Option<Result<u32, u8>>; WINDOW],
    /// The labels it may have.
    pub allowed: LabelSet,
}

/// A row of active tokens between tokens that are outside of every name.
#[derive(Clone, Debug)]
pub struct Segment {
    /// Its tokens among [`Examples::tokens`].
    pub tokens: Range<usize>,
    /// How much it counts.
    pub weight: f32,
}

/// What there is to learn from.
#[derive(Debug, Default)]
pub struct Examples {
    /// Keys of features, later their numbers.
    pub features: Vec<u32>,
    /// The active tokens.
    pub tokens: Vec<Token>,
    /// The rows they stand in.
    pub segments: Vec<Segment>,
    /// The template of each key.
    pub templates: HashMap<u32, Template>,
}

impl Examples {
    /// Adds an article; `votes` are the labels of a first reading, if there was one.
    pub fn add(&mut self, lexicon: &Lexicon, article: &Annotated, first: Option<&[u8]>) {
        let mut forms = Forms::default();
        let mut reading = Reading::default();
        reading.read(lexicon, &mut forms, &article.text, &sentences(&article.text));
        let allowed = allowed_labels(article, &reading);
        let votes = first.map(|labels| {
            let mut votes = Votes::default();
            votes.count(&forms, &reading, labels);
            votes
        });
        for sentence in &reading.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let start = at;
                while at < sentence.tokens.end && reading.is_active[at] {
                    let context = Context { forms: &forms, reading: &reading, sentence, at };
                    self.add_token(context, votes.as_ref(), allowed[at]);
                    at += 1;
                }
                let length = at - start;
                if length > 0 {
                    let tokens = self.tokens.len() - length..self.tokens.len();
                    self.segments.push(Segment { tokens, weight: article.weight });
                }
                at = at.max(start + 1);
            }
        }
    }

    fn add_token(&mut self, context: Context<'_>, votes: Option<&Votes>, allowed: LabelSet) {
        let start = self.features.len() as u32;
        let (features, templates) = (&mut self.features, &mut self.templates);
        let mut sink = |template: Template, key: u32| {
            features.push(key);
            templates.entry(key).or_insert(template);
        };
        let mut words = [None; WINDOW];
        for (place, word) in words.iter_mut().enumerate() {
            if let Some(id) = context.form_id(place) {
                form_features(context.forms, id, place, &mut sink);
                let kind = unknown_kind(context.forms.signs(id)) as u8;
                *word = Some(context.forms.spelling(id).entry.ok_or(kind));
            }
        }
        context.features(&mut sink);
        let votes_from = self.features.len() as u32;
        if let Some(votes) = votes {
            let (features, templates) = (&mut self.features, &mut self.templates);
            context.vote_features(votes, &mut |template: Template, key: u32| {
                features.push(key);
                templates.entry(key).or_insert(template);
            });
        }
        self.tokens.push(Token { features: start..self.features.len() as u32, votes_from, words, allowed });
    }

    /// Numbers the features that are seen at least `least` times and drops the rest; gives their keys.
    pub fn number(&mut self, least: u32) -> Vec<u32> {
        let mut counts: HashMap<u32, u32> = HashMap::new();
        for key in &self.features {
            *counts.entry(*key).or_default() += 1;
        }
        let mut keys: Vec<u32> =
            counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
        keys.sort_unstable();
        let numbers: HashMap<u32, u32> = keys.iter().enumerate().map(|(at, key)| (*key, at as u32)).collect();
        let mut kept = Vec::with_capacity(self.features.len());
        for token in &mut self.tokens {
            let start = kept.len() as u32;
            let mut votes_from = None;
            for at in token.features.clone() {
                if at == token.votes_from {
                    votes_from = Some(kept.len() as u32);
                }
                kept.extend(numbers.get(&self.features[at as usize]));
            }
            token.features = start..kept.len() as u32;
            token.votes_from = votes_from.unwrap_or(kept.len() as u32);
        }
        self.features = kept;
        keys
    }
}

/// The labels each token of an article may have.
fn allowed_labels(article: &Annotated, reading: &Reading) -> Vec<LabelSet> {
    let outside = if article.has_other { 1 << OUTSIDE } else { 1 << OUTSIDE | others() };
    let mut allowed = vec![outside; reading.tokens.len()];
    for (span, class) in &article.names {
        let (start, end) = trim(&article.text, span.range());
        if start < end {
            mark(article, reading, Span::new(start, end), *class, &mut allowed);
        }
    }
    for (allowed, is_active) in allowed.iter_mut().zip(&reading.is_active) {
        if !is_active {
            *allowed = 1 << OUTSIDE;
        }
    }
    allowed
}

/// The labels of other names.
fn others() -> LabelSet {
    (0..LABELS as u8).filter(|label| position_of(*label).is_some()).map(|label| 1 << label).sum::<u32>()
        & !((1 << label_of(Class::Other, Position::Begin)) - 1)
}

/// Marks one name; where it does not begin and end with tokens, or not all of it is active, any label is allowed.
fn mark(article: &Annotated, reading: &Reading, name: Span, class: Class, allowed: &mut [LabelSet]) {
    let first = reading.tokens.partition_point(|token| token.span.end <= name.start);
    let last = reading.tokens.partition_point(|token| token.span.start < name.end);
    if first >= last {
        return;
    }
    let (head, tail) = (reading.tokens[first].span, reading.tokens[last - 1].span);
    let stop_only = tail.end == name.end + 1 && tail.of(&article.text).ends_with('.');
    let fits = head.start == name.start && (tail.end == name.end || stop_only);
    let whole =
        within_sentence(reading, first, last) && reading.is_active[first..last].iter().all(|active| *active);
    for (at, allowed) in allowed.iter_mut().enumerate().take(last).skip(first) {
        let position = match (at == first, at + 1 == last) {
            (true, true) => Position::Only,
            (true, false) => Position::Begin,
            (false, true) => Position::Last,
            (false, false) => Position::Inside,
        };
        *allowed = if fits && whole { 1 << label_of(class, position) } else { ANY };
    }
}

fn within_sentence(reading: &Reading, first: usize, last: usize) -> bool {
    let holds = |sentence: &Sentence| sentence.tokens.contains(&first);
    reading
        .sentences
        .iter()
        .find(|sentence| holds(sentence))
        .is_some_and(|sentence| last <= sentence.tokens.end)
}

/// How far a window reaches to either side; kept beside [`WINDOW`] so that both are seen to agree.
const _: () = assert!(WINDOW == 2 * REACH + 1);
