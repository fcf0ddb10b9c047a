//! A text into a [`Reading`]: its tokens with their forms, which of them could
//! belong to a name, and what the article as a whole tells about each word.

use super::feature::Context;
use super::form::{Form, Forms};
use super::lexicon::{Lexicon, List};
use super::token::{Token, split_tokens};
use crate::text::Span;
use std::ops::Range;

/// A line in capitals has more than this share of its words in capitals, in tenths.
const SHOUTED_TENTHS: usize = 8;
/// A headline has more than this share of its words capitalized, in tenths.
const TITLED_TENTHS: usize = 7;

/// Words that may close a name though they are in lower case: `Democratic party`, `Odesa airport`.
const HEADS: u32 = List::OrganizationHead.bit() | List::PlaceHead.bit();

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
        self.find_runs(forms);
        self.find_entries(lexicon, forms);
        self.find_active(forms);
        self.remember(forms);
    }

    /// The active tokens in order, each in its context.
    pub fn active<'a>(&'a self, lexicon: &'a Lexicon, forms: &'a Forms) -> impl Iterator<Item = Context<'a>> {
        let of_sentence = move |sentence: &'a Sentence| {
            let active = sentence.tokens.clone().filter(|at| self.is_active[*at]);
            active.map(move |at| Context { lexicon, forms, reading: self, sentence, at })
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
        for at in tokens.clone() {
            let id = forms.id(lexicon, self.tokens[at].span.of(text), false);
            self.forms.push(id);
            let form = forms.form(id);
            words += usize::from(!form.is_mark && !form.is_number);
            capitalized += usize::from(form.is_capitalized);
            all_capitals += usize::from(form.is_all_capitals);
        }
        let is_shouted = words > 1 && all_capitals * 10 > words * SHOUTED_TENTHS;
        let is_titled = !is_shouted && words > 3 && capitalized * 10 > words * TITLED_TENTHS;
        if is_shouted {
            for at in tokens.clone() {
                self.forms[at] = forms.id(lexicon, self.tokens[at].span.of(text), true);
            }
        }
        self.sentences.push(Sentence { tokens, is_shouted, is_titled });
    }

    fn find_runs(&mut self, forms: &Forms) {
        self.runs.clear();
        self.runs.resize(self.tokens.len(), Run::default());
        for sentence in &self.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let end = self.run_end(forms, at, sentence.tokens.end);
                self.runs[at..end].fill(Run { start: at as u32, end: end as u32 });
                at = end.max(at + 1);
            }
        }
    }

    /// The end of the run of capitalized words that begins at `start`; hyphens and `&` may stand inside.
    fn run_end(&self, forms: &Forms, start: usize, limit: usize) -> usize {
        let mut end = start;
        let mut at = start;
        while at < limit {
            let form = forms.form(self.forms[at]);
            if form.has_capital {
                end = at + 1;
            } else if at == start || !matches!(form.first, '-' | '&') {
                break;
            }
            at += 1;
        }
        end
    }

    fn find_entries(&mut self, lexicon: &Lexicon, forms: &Forms) {
        self.entries.clear();
        self.entries.resize(self.tokens.len(), [0; 4]);
        for sentence in &self.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                let form = forms.form(self.forms[at]);
                let longest = if form.begins_entry || form.lists != 0 {
                    let words = self.forms[at..sentence.tokens.end].iter().map(|id| forms.form(*id).word);
                    lexicon.longest(words)
                } else {
                    None
                };
                let length = longest.map_or(1, |(length, lists)| {
                    mark_entry(&mut self.entries[at..at + length], lists);
                    length
                });
                at += length;
            }
        }
    }

    fn find_active(&mut self, forms: &Forms) {
        self.is_active.clear();
        self.is_active.resize(self.tokens.len(), false);
        for number in 0..self.sentences.len() {
            let tokens = self.sentences[number].tokens.clone();
            for at in tokens.clone() {
                let form = forms.form(self.forms[at]);
                self.is_active[at] = form.has_capital || form.hidden_lists != 0;
            }
            self.activate_neighbors(forms, tokens);
        }
    }

    /// Lower-case words, numbers and marks that a name could hold together with the capitalized words beside them.
    fn activate_neighbors(&mut self, forms: &Forms, tokens: Range<usize>) {
        let has_capital = |at: usize| tokens.contains(&at) && forms.form(self.forms[at]).has_capital;
        let mut last_capital = None;
        for at in tokens.clone() {
            let form = forms.form(self.forms[at]);
            if form.has_capital {
                if let Some(last) = last_capital
                    && self.may_bridge(forms, last + 1..at)
                {
                    self.is_active[last + 1..at].fill(true);
                }
                last_capital = Some(at);
                continue;
            }
            let beside = has_capital(at + 1) || (at > 0 && has_capital(at - 1));
            let is_particle = form.lists & List::Particle.bit() != 0 && has_capital(at + 1);
            let is_glued = |at: usize| tokens.contains(&at) && self.tokens[at].glued;
            let is_hyphen = |at: usize| {
                tokens.contains(&at)
                    && forms.form(self.forms[at]).first == '-'
                    && is_glued(at)
                    && is_glued(at + 1)
            };
            let hyphened = (is_hyphen(at + 1) && has_capital(at + 2))
                || (at >= 2 && is_hyphen(at - 1) && has_capital(at - 2))
                || (is_hyphen(at) && beside);
            let is_head = form.lists & HEADS != 0 && at > 0 && has_capital(at - 1);
            if is_particle || is_head || (form.is_number && beside) || hyphened {
                self.is_active[at] = true;
            }
        }
    }

    /// Whether the tokens between two capitalized words could be inside one name: `of the`, `-`, one lower-case word.
    fn may_bridge(&self, forms: &Forms, gap: Range<usize>) -> bool {
        let joins = |id: &u32| {
            let form = forms.form(*id);
            form.lists & (List::Particle.bit() | List::Joiner.bit()) != 0
                || matches!(form.first, '-' | '&' | '\'' | '’' | '/' | '.' | '!' | '*')
                || form.is_number
        };
        let is_word = |id: &u32| !forms.form(*id).is_mark;
        match gap.len() {
            0 => false,
            1 => joins(&self.forms[gap.start]) || is_word(&self.forms[gap.start]),
            2..=3 => self.forms[gap].iter().all(joins),
            _ => false,
        }
    }

    /// Forgets what the text read before told about its words; the rest of the memory is empty already.
    fn forget(&mut self, forms: &Forms) {
        for id in self.forms.drain(..) {
            self.memory[id as usize] = FormMemory::default();
            self.lower_counts[forms.form(id).lower_id as usize] = 0;
        }
    }

    fn remember(&mut self, forms: &Forms) {
        self.memory.resize(forms.len(), FormMemory::default());
        self.lower_counts.resize(forms.lower_len(), 0);
        for sentence in &self.sentences {
            for at in sentence.tokens.clone() {
                let form = forms.form(self.forms[at]);
                if form.is_lower {
                    let count = &mut self.lower_counts[form.lower_id as usize];
                    *count = count.saturating_add(1);
                } else if form.is_capitalized && at > sentence.tokens.start && !sentence.is_shouted {
                    let before = forms.form(self.forms[at - 1]);
                    remember_capitalized(
                        &mut self.memory[self.forms[at] as usize],
                        before,
                        sentence.is_titled,
                    );
                }
            }
        }
    }
}

/// Notes a capitalized word that stands after `before`.
fn remember_capitalized(memory: &mut FormMemory, before: &Form, is_titled: bool) {
    memory.after_given |= before.lists & List::Given.bit() != 0;
    if is_titled || matches!(before.first, '"' | '“' | '.' | ':') {
        return;
    }
    memory.capitalized = memory.capitalized.saturating_add(1);
    memory.after_title |= before.lists & List::Title.bit() != 0;
    memory.in_row |= before.is_capitalized;
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
