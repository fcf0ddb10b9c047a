//! What speaks for or against a label: each feature is a template and a value, hashed to a key.
//!
//! Features of a form are summed once for each spelling; features of the
//! context are asked for at each token.

use super::form::{Form, Forms, Signs};
use super::hash::{key_of, mix};
use super::lexicon::CUES;
use super::reading::{Reading, Run, Sentence};
use super::vote::Votes;

/// How far to either side the forms around a token are looked at.
pub const REACH: usize = 2;
/// How many tokens a window holds.
pub const WINDOW: usize = 2 * REACH + 1;

/// The kinds of features, as far as an explanation tells them apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Template {
    /// Always there.
    Bias,
    /// The word as spelled.
    Word,
    /// The word in lower case.
    Lower,
    /// Its shape.
    Shape,
    /// Its first letters.
    Prefix,
    /// Its last letters.
    Suffix,
    /// Its word class.
    Code,
    /// A list it stands in.
    List,
    /// All the lists it stands in.
    Lists,
    /// An entry of a list that it is part of.
    Entry,
    /// Two neighboring words.
    Words,
    /// Shapes of neighbors.
    Shapes,
    /// Word classes of neighbors.
    Codes,
    /// What stands before the run of capitalized words.
    RunBefore,
    /// What stands after the run.
    RunAfter,
    /// The first word of the run.
    RunFirst,
    /// The last word of the run.
    RunLast,
    /// Length of the run and the place in it.
    RunPlace,
    /// Casing of the whole line.
    Line,
    /// First word of its sentence.
    Opening,
    /// How often it stands in lower case in the article.
    LowerElsewhere,
    /// How often it stands capitalized in the article.
    CapitalElsewhere,
    /// It stands after a title somewhere in the article.
    TitleElsewhere,
    /// It stands after a given name somewhere in the article.
    GivenElsewhere,
    /// It stands beside capitalized words somewhere in the article.
    RowElsewhere,
    /// What the first reading took the same word for elsewhere.
    WordVote,
    /// What the first reading took the same phrase for elsewhere.
    PhraseVote,
    /// Part of a longer name elsewhere.
    LongerVote,
    /// Initials of a longer name elsewhere.
    AcronymVote,
}

#[inline]
fn hashed(template: Template, place: usize, value: u64) -> u64 {
    mix((template as u64) << 8 | place as u64, value)
}

/// Receives features, one at a time.
pub trait Sink {
    /// One feature that holds.
    fn add(&mut self, template: Template, key: u32);
}

impl<F: FnMut(Template, u32)> Sink for F {
    #[inline]
    fn add(&mut self, template: Template, key: u32) {
        self(template, key);
    }
}

/// The features that the form numbered `id` gives a token `place - REACH` to its left or right.
pub fn form_features(forms: &Forms, id: u32, place: usize, sink: &mut impl Sink) {
    let (form, spelling) = (forms.form(id), forms.spelling(id));
    let distance = place.abs_diff(REACH);
    let mut add = |template: Template, value: u64| sink.add(template, key_of(hashed(template, place, value)));
    add(Template::Lower, form.lower);
    add(Template::Shape, form.shape);
    for (at, code) in form.codes.iter().enumerate() {
        add(Template::Code, (at as u64) << 32 | u64::from(*code));
    }
    if form.lists != 0 {
        add(Template::Lists, u64::from(form.lists));
    }
    if distance <= 1 {
        for list in bits(form.lists) {
            add(Template::List, list);
        }
        if spelling.suffixes[2] != 0 {
            add(Template::Suffix, spelling.suffixes[2]);
        }
    }
    if distance == 0 {
        add(Template::Bias, 0);
        add(Template::Word, form.word);
        add(Template::Shape, spelling.long_shape);
        if form.lists == 0 && form.signs.has(Signs::CAPITAL) {
            add(Template::Lists, 0);
        }
        if form.hidden_lists != 0 {
            add(Template::Lists, u64::from(form.hidden_lists) << 32);
        }
        if !form.signs.has(Signs::MARK) {
            spelling.prefixes.iter().filter(|hash| **hash != 0).for_each(|hash| add(Template::Prefix, *hash));
            spelling.suffixes.iter().filter(|hash| **hash != 0).for_each(|hash| add(Template::Suffix, *hash));
        }
    }
}

/// The places of the bits set.
fn bits(mut set: u32) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        let bit = set.trailing_zeros();
        set &= set.wrapping_sub(1);
        (bit < 32).then_some(u64::from(bit))
    })
}

/// One token in its context.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The forms of the text.
    pub forms: &'a Forms,
    /// The text.
    pub reading: &'a Reading,
    /// The sentence of the token.
    pub sentence: &'a Sentence,
    /// The token.
    pub at: usize,
}

impl<'a> Context<'a> {
    /// The form `place - REACH` tokens away, if the sentence reaches so far.
    #[inline]
    #[must_use]
    pub fn form(&self, place: usize) -> Option<&'a Form> {
        let at = (self.at + place).checked_sub(REACH)?;
        self.form_at(at)
    }

    /// The number of the form `place - REACH` tokens away, if the sentence reaches so far.
    #[inline]
    #[must_use]
    pub fn form_id(&self, place: usize) -> Option<u32> {
        let at = (self.at + place).checked_sub(REACH)?;
        self.sentence.tokens.contains(&at).then(|| self.reading.forms[at])
    }

    fn form_at(&self, at: usize) -> Option<&'a Form> {
        self.sentence.tokens.contains(&at).then(|| self.forms.form(self.reading.forms[at]))
    }

    /// The features of the token that its neighbors and its article give.
    pub fn features(&self, sink: &mut impl Sink) {
        self.neighbor_features(sink);
        self.entry_features(sink);
        self.run_features(sink);
        self.article_features(sink);
    }

    fn neighbor_features(&self, sink: &mut impl Sink) {
        let mut add = |template: Template, place: usize, value: u64| {
            sink.add(template, key_of(hashed(template, place, value)));
        };
        let (before, after) = (self.form(REACH - 1), self.form(REACH + 1));
        let here = self.forms.form(self.reading.forms[self.at]);
        let lower = |form: Option<&Form>| form.map_or(1, |form| form.lower);
        let shape = |form: Option<&Form>| form.map_or(1, |form| form.shape);
        let code = |form: Option<&Form>| form.map_or(9, |form| u64::from(form.codes[1]));
        add(Template::Words, 0, mix(lower(before), here.lower));
        add(Template::Words, 1, mix(here.lower, lower(after)));
        add(Template::Words, 2, mix(lower(before), lower(after)));
        add(Template::Shapes, 0, mix(shape(before), here.shape));
        add(Template::Shapes, 1, mix(here.shape, shape(after)));
        add(Template::Shapes, 2, mix(mix(shape(before), here.shape), shape(after)));
        add(Template::Codes, 0, mix(code(before), code(Some(here))));
        add(Template::Codes, 1, mix(code(Some(here)), code(after)));
        add(Template::Codes, 2, mix(code(before), code(after)));
        for (place, form) in [(0, self.form(0)), (1, before), (3, after), (4, self.form(2 * REACH))] {
            if form.is_none() {
                add(Template::Opening, place, 0);
            }
        }
        let line = u64::from(self.sentence.is_shouted) + 2 * u64::from(self.sentence.is_titled);
        if line > 0 {
            add(Template::Line, 0, line);
            add(Template::Line, 1, mix(line, here.shape));
        }
    }

    fn entry_features(&self, sink: &mut impl Sink) {
        for place in [REACH - 1, REACH, REACH + 1] {
            let Some(at) = (self.at + place).checked_sub(REACH) else { continue };
            if !self.sentence.tokens.contains(&at) {
                continue;
            }
            for (position, lists) in self.reading.entries[at].iter().enumerate() {
                for list in bits(lists & !CUES) {
                    let value = list << 2 | position as u64;
                    sink.add(Template::Entry, key_of(hashed(Template::Entry, place, value)));
                }
                if place == REACH && *lists != 0 {
                    let value = u64::from(*lists) << 2 | position as u64;
                    sink.add(Template::Entry, key_of(hashed(Template::Entry, 9, value)));
                }
            }
        }
    }

    fn run_features(&self, sink: &mut impl Sink) {
        let Run { start, end } = self.reading.runs[self.at];
        if end <= start {
            return;
        }
        let mut add = |template: Template, place: usize, value: u64| {
            sink.add(template, key_of(hashed(template, place, value)));
        };
        let (start, end) = (start as usize, end as usize);
        let place = u64::from(self.at == start) + 2 * u64::from(self.at + 1 == end);
        let length = (end - start).min(4) as u64;
        add(Template::RunPlace, 0, length << 2 | place);
        let last = self.forms.form(self.reading.forms[end - 1]);
        let first = self.forms.form(self.reading.forms[start]);
        if end - start > 1 {
            add(Template::RunLast, 0, last.lower);
            add(Template::RunLast, 1, mix(u64::from(last.codes[1]), place));
            add(Template::RunLast, 2, mix(u64::from(last.lists), place));
            add(Template::RunFirst, 0, mix(first.lower, place));
            add(Template::RunFirst, 1, mix(u64::from(first.lists), place));
        }
        let before = start.checked_sub(1).and_then(|at| self.form_at(at));
        let after = self.form_at(end);
        add(Template::RunBefore, 0, before.map_or(1, |form| form.lower));
        add(Template::RunAfter, 0, after.map_or(1, |form| form.lower));
        let code = |form: Option<&Form>| form.map_or(9, |form| u64::from(form.codes[2]));
        add(Template::RunBefore, 1, code(before));
        add(Template::RunAfter, 1, code(after));
    }

    fn article_features(&self, sink: &mut impl Sink) {
        let id = self.reading.forms[self.at];
        if !self.reading.signs[self.at].has(Signs::CAPITAL) {
            return;
        }
        let mut add = |template: Template, value: u64| sink.add(template, key_of(hashed(template, 0, value)));
        let lower = bucket(self.reading.lower_counts[self.forms.lower_id(id) as usize]);
        let memory = self.reading.memory[id as usize];
        let opens = self.at == self.sentence.tokens.start || self.reading.signs[self.at - 1].has(Signs::MARK);
        let capitalized = bucket(memory.capitalized.saturating_sub(u16::from(!opens)));
        add(Template::LowerElsewhere, lower);
        add(Template::CapitalElsewhere, capitalized);
        if opens {
            add(Template::Opening, 16 + lower * 4 + capitalized);
        }
        if memory.after_title {
            add(Template::TitleElsewhere, 0);
        }
        if memory.after_given {
            add(Template::GivenElsewhere, 0);
        }
        if memory.in_row {
            add(Template::RowElsewhere, 0);
        }
    }

    /// The features that the labels of a first reading give.
    pub fn vote_features(&self, votes: &Votes, sink: &mut impl Sink) {
        for place in [REACH - 1, REACH, REACH + 1] {
            let Some(at) = (self.at + place).checked_sub(REACH) else { continue };
            if !self.sentence.tokens.contains(&at) || !self.reading.is_active[at] {
                continue;
            }
            let vote = votes.of(at);
            for (template, value) in [
                (Template::WordVote, vote.word),
                (Template::PhraseVote, vote.phrase),
                (Template::LongerVote, vote.longer),
                (Template::AcronymVote, vote.acronym),
            ] {
                if value != 0 && (place == REACH || template != Template::AcronymVote) {
                    sink.add(template, key_of(hashed(template, place, u64::from(value))));
                }
            }
        }
    }
}

/// None, one or two, more.
fn bucket(count: u16) -> u64 {
    match count {
        0 => 0,
        1..=2 => 1,
        _ => 2,
    }
}
