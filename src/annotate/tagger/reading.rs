//! A text into a [`Reading`]: its tokens with their forms, which of them could
//! belong to a name, and what the article as a whole tells about each word.

use super::feature::Context;
use super::form::{Forms, Signs};
use super::lexicon::Lexicon;
use super::token::{Token, split_tokens};
use crate::text::Span;
use std::ops::Range;

/// A line in capitals has more than this share of its words in capitals, in tenths.
const SHOUTED_TENTHS: usize = 8;
/// A headline has more than this share of its words capitalized, in tenths.
const TITLED_TENTHS: usize = 7;

/// One sentence of a [`Reading`].
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Whether it is all in capitals.
    pub is_shouted: bool,
    /// Whether it is capitalized like a headline.
    pub is_titled: bool,
}

/// What the article tells about one spelling.
#[derive(Clone, Copy, Debug, Default)]
pub struct FormMemory {
    /// How often it stands capitalized where nothing asks for a capital.
    pub capitalized: u16,
    /// Whether it ever stands after a title.
    pub after_title: bool,
    /// Whether it ever stands after a given name.
    pub after_given: bool,
    /// Whether it ever stands beside another capitalized word.
    pub in_row: bool,
}

/// A run of capitalized words around a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
}

/// A text as the tagger sees it.
#[derive(Debug, Default)]
pub struct Reading {
    /// Every token, sentence by sentence.
    pub tokens: Vec<Token>,
    /// The number of each token's form.
    pub forms: Vec<u32>,
    /// What each token is at a glance.
    pub signs: Vec<Signs>,
    /// The sentences that hold a token.
    pub sentences: Vec<Sentence>,
    /// Whether a token could belong to a name.
    pub is_active: Vec<bool>,
    /// The lists whose entry begins at, goes through, ends at, or is the token, by [`super::label::Position`].
    pub entries: Vec<[u32; 4]>,
    /// The run of capitalized words each token stands in; empty where it is not capitalized.
    pub runs: Vec<Run>,
    /// What the article tells about each spelling, by number.
    pub memory: Vec<FormMemory>,
    /// How often each lower-case spelling stands in lower case, by number.
    pub lower_counts: Vec<u16>,
}

impl Reading {
    /// Reads the sentences of `text` anew, in the place of what was read before.
    pub fn read(&mut self, lexicon: &Lexicon, forms: &mut Forms, text: &str, sentences: &[Span]) {
        self.forget(forms);
        self.tokens.clear();
        self.sentences.clear();
        for span in sentences {
            self.read_sentence(lexicon, forms, text, *span);
        }
        self.find_runs();
        self.find_entries(lexicon, forms);
        self.find_active();
        self.remember(forms);
    }

    /// The active tokens in order, each in its context.
    pub fn active<'a>(&'a self, forms: &'a Forms) -> impl Iterator<Item = Context<'a>> {
        let of_sentence = move |sentence: &'a Sentence| {
            let active = sentence.tokens.clone().filter(|at| self.is_active[*at]);
            active.map(move |at| Context { forms, reading: self, sentence, at })
        };
        self.sentences.iter().flat_map(of_sentence)
    }

    fn read_sentence(&mut self, lexicon: &Lexicon, forms: &mut Forms, text: &str, span: Span) {
        let start = self.tokens.len();
        split_tokens(text, span, &mut self.tokens);
        let tokens = start..self.tokens.len();
        if tokens.is_empty() {
            return;
        }
        let (mut words, mut capitalized, mut all_capitals) = (0, 0, 0);
        for token in &self.tokens[tokens.clone()] {
            let id = forms.id(lexicon, token.span.of(text), false);
            let signs = forms.signs(id);
            self.forms.push(id);
            self.signs.push(signs);
            words += usize::from(!signs.has(Signs::MARK.and(Signs::NUMBER)));
            capitalized += usize::from(signs.has(Signs::CAPITALIZED));
            all_capitals += usize::from(signs.has(Signs::ALL_CAPITALS));
        }
        let is_shouted = words > 1 && all_capitals * 10 > words * SHOUTED_TENTHS;
        let is_titled = !is_shouted && words > 3 && capitalized * 10 > words * TITLED_TENTHS;
        if is_shouted {
            for at in tokens.clone() {
                let id = forms.id(lexicon, self.tokens[at].span.of(text), true);
                (self.forms[at], self.signs[at]) = (id, forms.signs(id));
            }
        }
        self.sentences.push(Sentence { tokens, is_shouted, is_titled });
    }

    fn find_runs(&mut self) {
        self.runs.clear();
        self.runs.resize(self.tokens.len(), Run::default());
        for sentence in &self.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let end = self.run_end(at, sentence.tokens.end);
                self.runs[at..end].fill(Run { start: at as u32, end: end as u32 });
                at = end.max(at + 1);
            }
        }
    }

    /// The end of the run of capitalized words that begins at `start`; hyphens and `&` may stand inside.
    fn run_end(&self, start: usize, limit: usize) -> usize {
        let mut end = start;
        for at in start..limit {
            if self.signs[at].has(Signs::CAPITAL) {
                end = at + 1;
            } else if at == start || !self.signs[at].has(Signs::IN_RUN) {
                break;
            }
        }
        end
    }

    fn find_entries(&mut self, lexicon: &Lexicon, forms: &Forms) {
        self.entries.clear();
        self.entries.resize(self.tokens.len(), [0; 4]);
        for sentence in &self.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                if !self.signs[at].has(Signs::LISTED) {
                    at += 1;
                    continue;
                }
                let words = self.forms[at..sentence.tokens.end].iter().map(|id| forms.form(*id).word);
                let longest = lexicon.longest(forms.form(self.forms[at]).own_lists, words);
                at += longest.map_or(1, |(length, lists)| {
                    mark_entry(&mut self.entries[at..at + length], lists);
                    length
                });
            }
        }
    }

    fn find_active(&mut self) {
        const SIGNS: Signs = Signs::CAPITAL.and(Signs::HIDDEN);
        self.is_active.clear();
        self.is_active.extend(self.signs.iter().map(|signs| signs.has(SIGNS)));
        for number in 0..self.sentences.len() {
            self.activate_neighbors(self.sentences[number].tokens.clone());
        }
    }

    /// Lower-case words, numbers and marks that a name could hold together with the capitalized words beside them.
    fn activate_neighbors(&mut self, tokens: Range<usize>) {
        let mut last_capital: Option<usize> = None;
        for at in tokens.clone() {
            if self.signs[at].has(Signs::CAPITAL) {
                if let Some(last) = last_capital
                    && self.may_bridge(last + 1..at)
                {
                    self.is_active[last + 1..at].fill(true);
                }
                last_capital = Some(at);
            } else if self.may_join(&tokens, at) {
                self.is_active[at] = true;
            }
        }
    }

    /// Whether a token without a capital could belong to a name that stands beside it.
    fn may_join(&self, tokens: &Range<usize>, at: usize) -> bool {
        let is = |at: usize, signs: Signs| tokens.contains(&at) && self.signs[at].has(signs);
        let before = |steps: usize, signs: Signs| at.checked_sub(steps).is_some_and(|at| is(at, signs));
        let (follows, precedes) = (before(1, Signs::CAPITAL), is(at + 1, Signs::CAPITAL));
        let is_glued = |at: usize| tokens.contains(&at) && self.tokens[at].glued;
        let is_hyphen = |at: usize| is(at, Signs::HYPHEN) && is_glued(at) && is_glued(at + 1);
        let signs = self.signs[at];
        (precedes && signs.has(Signs::PARTICLE))
            || (follows && signs.has(Signs::HEAD))
            || ((follows || precedes) && (signs.has(Signs::NUMBER) || is_hyphen(at)))
            || (is(at + 2, Signs::CAPITAL) && is_hyphen(at + 1))
            || (before(2, Signs::CAPITAL) && is_hyphen(at - 1))
    }

    /// Whether the tokens between two capitalized words could be inside one name: `of the`, `-`, one lower-case word.
    fn may_bridge(&self, gap: Range<usize>) -> bool {
        let signs = &self.signs[gap];
        match signs {
            [] => false,
            [one] => one.has(Signs::JOINER) || !one.has(Signs::MARK),
            [_, _] | [_, _, _] => signs.iter().all(|signs| signs.has(Signs::JOINER)),
            _ => false,
        }
    }

    /// Forgets what the text read before told about its words; the rest of the memory is empty already.
    fn forget(&mut self, forms: &Forms) {
        self.signs.clear();
        for id in self.forms.drain(..) {
            self.memory[id as usize] = FormMemory::default();
            self.lower_counts[forms.lower_id(id) as usize] = 0;
        }
    }

    fn remember(&mut self, forms: &Forms) {
        self.memory.resize(forms.len(), FormMemory::default());
        self.lower_counts.resize(forms.lower_len(), 0);
        for sentence in &self.sentences {
            for at in sentence.tokens.clone() {
                let signs = self.signs[at];
                if signs.has(Signs::LOWER) {
                    let count = &mut self.lower_counts[forms.lower_id(self.forms[at]) as usize];
                    *count = count.saturating_add(1);
                } else if signs.has(Signs::CAPITALIZED) && at > sentence.tokens.start && !sentence.is_shouted
                {
                    let memory = &mut self.memory[self.forms[at] as usize];
                    remember_capitalized(memory, self.signs[at - 1], sentence.is_titled);
                }
            }
        }
    }
}

/// Notes a capitalized word that stands after `before`.
fn remember_capitalized(memory: &mut FormMemory, before: Signs, is_titled: bool) {
    memory.after_given |= before.has(Signs::GIVEN);
    if is_titled || before.has(Signs::OPENING) {
        return;
    }
    memory.capitalized = memory.capitalized.saturating_add(1);
    memory.after_title |= before.has(Signs::TITLE);
    memory.in_row |= before.has(Signs::CAPITALIZED);
}

/// Notes that an entry of `lists` stands on these tokens.
fn mark_entry(tokens: &mut [[u32; 4]], lists: u32) {
    let last = tokens.len() - 1;
    for (at, token) in tokens.iter_mut().enumerate() {
        let position = match (at, last) {
            (0, 0) => 3,
            (0, _) => 0,
            _ if at == last => 2,
            _ => 1,
        };
        token[position] |= lists;
    }
}
