//! What the sentences before tell: who spoke last and who was spoken of, by which pronouns and titles are read.

use super::Page;
use super::sentence::is_cue;
use super::subject::{self, Subject};
use crate::annotate::Rule;
use crate::annotate::token::Look;
use crate::key::Kind;
use std::ops::Range;

use super::rule;

/// Who said something, as far as the article tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// The one of this mention.
    Known(usize, Rule),
    /// Somebody without a name.
    Unnamed,
    /// One of several.
    Undecided,
    /// Nobody is told.
    Untold,
}

/// Names looked back at for a title; longer lists of people tell nothing.
const MAX_LOOK_BACK: usize = 150;
/// Words in front of and behind a name in which its title can stand.
const TITLE_REACH: usize = 9;

/// What was read so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Memory {
    /// Who spoke last, in which block.
    spoke: Option<(Who, usize)>,
    /// The person the last sentences are about, and the sentence that said so.
    focus: Option<(usize, usize)>,
    /// Whether the sentence of the focus names other people beside.
    has_rival: bool,
    /// Whether another person speaks in the sentence of the focus.
    has_second_speaker: bool,
    /// The only person whom a sentence names, not as its subject, and that sentence.
    aside: Option<(usize, usize)>,
    /// The organization the last sentences are about, and the sentence that said so.
    organization: Option<(usize, usize)>,
    /// The number of the sentence that is read.
    sentence: usize,
    /// The number of the block that is read.
    block: usize,
    /// The first sentence of the block.
    block_start: usize,
}

/// Sentences after which a pronoun no longer reaches back to a name.
const PRONOUN_REACH: usize = 4;

impl Memory {
    pub fn begin_block(&mut self, block: usize) {
        self.block = block;
        self.block_start = self.sentence;
    }

    /// Keeps who spoke in a sentence.
    pub fn hear(&mut self, page: Page<'_>, who: Who) {
        self.spoke = Some((who, self.block));
        if let Who::Known(name, _) = who {
            match page.mentions[name].kind {
                Kind::Person => {
                    self.has_second_speaker = self
                        .focus
                        .is_some_and(|(other, at)| at == self.sentence && !is_same(page, other, name));
                    self.has_rival = false;
                    self.focus = Some((name, self.sentence));
                }
                _ => self.organization = Some((name, self.sentence)),
            }
        }
    }

    /// Keeps whom a sentence without an attribution is about.
    pub fn pass(&mut self, page: Page<'_>, tokens: &Range<usize>, heard: bool) {
        if !heard {
            match subject::main(page, tokens.start, tokens.end) {
                Subject::Name(name) if page.mentions[name].kind == Kind::Person => {
                    self.has_rival = self.names_others(page, tokens, name);
                    self.has_second_speaker = has_other_speaker(page, tokens, name);
                    self.focus = Some((name, self.sentence));
                }
                Subject::Name(name) => self.organization = Some((name, self.sentence)),
                _ => {}
            }
            let mut people =
                page.mentions_in(tokens).filter(|name| page.mentions[*name].kind == Kind::Person);
            if let Some(name) = people.next().filter(|name| !self.names_others(page, tokens, *name)) {
                self.aside = Some((name, self.sentence));
            }
        } else if let Some((name, sentence)) = self.focus {
            self.has_second_speaker |= sentence == self.sentence && has_other_speaker(page, tokens, name);
        }
        self.sentence += 1;
    }

    fn names_others(&self, page: Page<'_>, tokens: &Range<usize>, name: usize) -> bool {
        let is_other =
            |other: usize| page.mentions[other].kind == Kind::Person && !is_same(page, other, name);
        page.mentions_in(tokens).take(MAX_LOOK_BACK).any(is_other)
    }

    /// Who spoke before in the same block; the last speaker of the block before, if that is `near`.
    pub fn carried(&self) -> Option<(Who, bool)> {
        let (who, block) = self.spoke?;
        match self.block - block {
            0 => Some((who, true)),
            1 => Some((who, false)),
            _ => None,
        }
    }

    /// The person the sentence before is about, within the block.
    pub fn in_focus(&self) -> Option<usize> {
        self.focus
            .filter(|(_, sentence)| *sentence + 1 >= self.sentence && *sentence >= self.block_start)
            .map(|(name, _)| name)
    }

    /// The reading of a subject; `frame` is where the sentence begins.
    pub fn read(&self, page: Page<'_>, subject: &Subject, start: usize) -> Who {
        match subject {
            Subject::Name(name) => Who::Known(*name, rule::NAME),
            Subject::Pronoun(at) => self.read_pronoun(page, *at, start),
            Subject::Role(tokens) => self.read_role(page, tokens),
            Subject::Several => Who::Undecided,
            Subject::Nobody => Who::Untold,
        }
    }

    fn read_pronoun(&self, page: Page<'_>, at: usize, start: usize) -> Who {
        if page.is_word(at, &["they", "it", "we", "i"]) {
            let just_before = self
                .organization
                .filter(|(_, sentence)| *sentence + 1 >= self.sentence && self.sentence > self.block_start);
            return match just_before {
                Some((name, _)) if page.is_word(at, &["it", "they"]) => Who::Known(name, rule::PRONOUN),
                _ => Who::Unnamed,
            };
        }
        let before = start..at;
        let is_person = |name: &usize| page.mentions[*name].kind == Kind::Person;
        if let Subject::Name(name) = subject::main(page, start, at)
            && is_person(&name)
        {
            return Who::Known(name, rule::PRONOUN);
        }
        let here = page.mentions_in(&before).rev().take(MAX_LOOK_BACK).find(is_person);
        let focus = self
            .focus
            .filter(|(_, sentence)| *sentence + PRONOUN_REACH >= self.sentence)
            .or(self.aside.filter(|(_, sentence)| *sentence + 1 >= self.sentence));
        match (here, focus) {
            (None, Some(_)) if self.has_second_speaker => Who::Undecided,
            (Some(here), Some((name, _))) if is_same(page, here, name) => Who::Known(name, rule::PRONOUN),
            (Some(_), Some(_)) if self.has_rival => Who::Undecided,
            (Some(here), None) => Who::Known(here, rule::PRONOUN),
            (_, Some((name, _))) if !self.has_rival => Who::Known(name, rule::PRONOUN),
            (None, Some((name, _))) => Who::Known(name, rule::PRONOUN),
            (None, None) => Who::Unnamed,
            _ => Who::Undecided,
        }
    }

    /// The bearer of a title: the one person, or organization, whom the article calls so.
    fn read_role(&self, page: Page<'_>, tokens: &Range<usize>) -> Who {
        let Some(head) = head_of(page, tokens) else { return Who::Unnamed };
        if page.is_word(tokens.start, &["a", "an", "one", "another", "some", "other"]) {
            return self.read_voice(page, tokens, head);
        }
        let end = page.mentions_in(&(tokens.start..page.tokens.len())).start;
        let mut best: Option<(usize, usize)> = None;
        let mut is_tied = false;
        for name in (end.saturating_sub(MAX_LOOK_BACK)..end).rev() {
            let Some(score) = title_score(page, name, head, tokens) else { continue };
            match best {
                Some((other, _)) if is_same(page, other, name) => {
                    best = best.map(|(other, most)| (other, most.max(score)))
                }
                Some((_, most)) if score < most => {}
                Some((_, most)) if score == most => is_tied = true,
                _ => {
                    best = Some((name, score));
                    is_tied = false;
                }
            }
        }
        match best {
            Some(_) if is_tied => Who::Undecided,
            Some((name, _)) => Who::Known(name, rule::ROLE),
            None => self.read_voice(page, tokens, head),
        }
    }

    /// The organization that somebody without a name speaks for: `an Interpol spokesperson`, `an official from TfL`.
    fn read_voice(&self, page: Page<'_>, tokens: &Range<usize>, head: usize) -> Who {
        let is_organization = |name: &usize| page.mentions[*name].kind == Kind::Organization;
        let organization = page.mentions_in(tokens).find(is_organization);
        if let Some(name) = organization.filter(|_| page.is_word(head, VOICES)) {
            return Who::Known(name, rule::ROLE);
        }
        // “The politician said”: the one person the sentence before is about.
        let is_the = page.is_word(tokens.start, &["the"]) && page.is_word(head, PERSONS);
        let near = self.focus.filter(|(_, sentence)| sentence + 1 >= self.sentence);
        match near.filter(|_| is_the && !self.has_rival && !self.has_second_speaker) {
            Some((name, _)) => Who::Known(name, rule::ROLE),
            None => Who::Unnamed,
        }
    }
}

/// Who speaks for an organization without being named.
const VOICES: &[&str] = &[
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "spokespeople",
    "spokesmen",
    "official",
    "officials",
    "representative",
    "representatives",
    "website",
    "statement",
    "release",
    "report",
    "account",
];

/// Nouns for anybody, by which a text avoids to repeat a name.
const PERSONS: &[&str] = &[
    "politician",
    "man",
    "woman",
    "leader",
    "diplomat",
    "actor",
    "actress",
    "singer",
    "author",
    "writer",
    "player",
    "coach",
    "professor",
    "scientist",
    "researcher",
    "lawmaker",
    "businessman",
    "candidate",
    "artist",
    "director",
    "musician",
    "maker",
];

/// Whether another person than `name` is the subject of a verb of saying.
fn has_other_speaker(page: Page<'_>, tokens: &Range<usize>, name: usize) -> bool {
    tokens.clone().filter(|at| is_cue(page, *at)).take(4).any(|cue| {
        matches!(subject::before(page, tokens.start, cue), Subject::Name(other) if page.mentions[other].kind == Kind::Person && !is_same(page, other, name))
    })
}

/// The noun of a title: the last word in front of `of` or `for`.
fn head_of(page: Page<'_>, tokens: &Range<usize>) -> Option<usize> {
    let end = tokens
        .clone()
        .skip(1)
        .find(|at| page.is_word(*at, &["of", "for", "in", "at", "from"]))
        .unwrap_or(tokens.end);
    (tokens.start..end).rev().find(|at| page.tokens[*at].is(Look::LETTERS))
}

/// How many words of a title stand beside a name; `None` unless its noun does.
fn title_score(page: Page<'_>, name: usize, head: usize, tokens: &Range<usize>) -> Option<usize> {
    let (start, end) = (page.first_token(name), page.past_token(name));
    let head = page.tokens[head].hash;
    if page.mentions[name].kind != Kind::Person {
        let holds_head = (start..end).any(|at| page.tokens[at].hash == head);
        return (page.mentions[name].kind == Kind::Organization && holds_head).then_some(1);
    }
    let front = (start.saturating_sub(TITLE_REACH)..start).rev().take_while(|at| {
        let token = &page.tokens[*at];
        token.mark == 0 || token.is_mark(b'-') || token.is(Look::POSSESSIVE)
    });
    let has_apposition = page.is_mark(end, b',');
    let behind = (end + 1..(end + 1 + TITLE_REACH).min(page.tokens.len()))
        .take_while(|at| has_apposition && page.tokens[*at].mark == 0);
    let is_lesser =
        |at: usize| page.is_word(at, &["deputy", "vice", "assistant", "former", "ex", "shadow", "then"]);
    let around: Vec<usize> = front.chain(behind).collect();
    if around.iter().any(|at| is_lesser(*at)) && !tokens.clone().any(is_lesser) {
        return None;
    }
    let around: Vec<u64> = around.into_iter().map(|at| page.tokens[at].hash).collect();
    if !around.contains(&head) {
        return None;
    }
    let words = tokens.clone().filter(|at| page.tokens[*at].is(Look::LETTERS));
    Some(words.filter(|at| around.contains(&page.tokens[*at].hash)).count())
}

/// Whether two mentions name one person, as far as their last words tell.
pub(super) fn is_same(page: Page<'_>, one: usize, other: usize) -> bool {
    let name = |number: usize| page.mentions[number].span.of(page.text);
    let (one, other) = (name(one), name(other));
    let last = |name: &'_ str| name.rsplit(' ').next().map(str::to_owned).unwrap_or_default();
    one == other
        || last(one) == last(other)
        || one.split(' ').next() == Some(other)
        || other.split(' ').next() == Some(one)
}
