//! Sentences into named people, places and organizations, by weights learned from articles read by people.
//!
//! A conditional random field over [`token::Token`]s, read twice: the second
//! reading knows what the first took the same words for elsewhere in the article.
//! `cargo xtask train` makes the weights.

pub mod decode;
pub mod feature;
pub mod form;
pub mod hash;
pub mod label;
pub mod lexicon;
pub mod model;
pub mod reading;
pub mod token;
pub mod vote;
pub mod weights;

use crate::text::Span;
use form::Forms;
use model::{FormSums, Model, Scores, Sums};
use reading::Reading;
use std::sync::{Mutex, MutexGuard};
use vote::Votes;

/// What a name names, as the weights divide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A human being.
    Person = 0,
    /// A country, region, city, building or natural feature.
    Place = 1,
    /// A body of people that acts.
    Organization = 2,
    /// Any other name: a people, an event, a work, a law, a product.
    Other = 3,
}

impl Class {
    /// Every class, by its number.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organization, Self::Other];
}

/// One name that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// The name alone, titles and possessives outside.
    pub span: Span,
    /// What it names.
    pub class: Class,
}

/// The most spellings that are remembered from one article to the next.
const MOST_FORMS: usize = 16_384;

/// Finds names with one set of weights.
#[derive(Debug)]
pub struct Tagger {
    model: Model,
    scratch: Mutex<Scratch>,
}

/// What is kept between articles only so as not to reckon it again.
#[derive(Debug, Default)]
struct Scratch {
    forms: Forms,
    form_sums: Vec<FormSums>,
    sums: Vec<Sums>,
    reading: Reading,
    scores: Vec<Scores>,
    votes: Votes,
    labels: Vec<u8>,
}

impl Tagger {
    /// A tagger with these weights.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self { model, scratch: Mutex::default() }
    }

    /// The names in the sentences of one article, in order; no two overlap.
    #[must_use]
    pub fn tag(&self, text: &str, sentences: &[Span]) -> Vec<Tagged> {
        let mut fresh;
        let mut held: MutexGuard<'_, Scratch>;
        let scratch = match self.scratch.try_lock() {
            Ok(lock) => {
                held = lock;
                &mut *held
            }
            Err(_) => {
                fresh = Scratch::default();
                &mut fresh
            }
        };
        scratch.read_twice(&self.model, text, sentences);
        let tokens = &scratch.reading.tokens;
        label::names(&scratch.labels)
            .map(|(range, class)| {
                let (first, last) = (tokens[range.start].span, tokens[range.end - 1].span);
                Tagged { span: Span { start: first.start, end: last.end }, class }
            })
            .collect()
    }
}

impl Scratch {
    fn read_twice(&mut self, model: &Model, text: &str, sentences: &[Span]) {
        if self.forms.len() > MOST_FORMS {
            self.forms.clear();
            self.form_sums.clear();
        }
        self.reading.read(&model.lexicon, &mut self.forms, text, sentences);
        model.sum(&self.forms, &mut self.form_sums, &self.reading, &mut self.sums);
        model.scores(&self.reading, &self.sums, &mut self.scores);
        decode::decode(&model.transitions, &self.reading, &self.scores, &mut self.labels);
        self.votes.count(&self.forms, &self.reading, &self.labels);
        model.sum_votes(&self.forms, &self.reading, &self.votes, &mut self.sums);
        model.scores(&self.reading, &self.sums, &mut self.scores);
        decode::decode(&model.transitions, &self.reading, &self.scores, &mut self.labels);
    }
}
