//! The labels of a first reading into [`Votes`]: what the same words were
//! taken for elsewhere in the article.

use super::form::{Forms, Signs, word_hash};
use super::hash::{hash_even, mix};
use super::label::{Position, class_of, names, position_of};
use super::lexicon::LONGEST_ENTRY;
use super::reading::Reading;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What the rest of the article says of one token; zero where it says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Vote {
    /// The class most other occurrences of the word have, and how clearly.
    pub word: u16,
    /// The class another occurrence of the phrase has, and the position of the token in the phrase.
    pub phrase: u16,
    /// The class of a longer name that the word is part of elsewhere, and the position in it.
    pub longer: u16,
    /// The class of a name whose initials the word is.
    pub acronym: u16,
}

/// One [`Vote`] for each token of a text, and the room to count them in.
#[derive(Debug, Default)]
pub struct Votes {
    votes: Vec<Vote>,
    ballot: Ballot,
}

/// Outside, and the four classes.
type Counts = [u32; 5];

/// A map whose keys are hashes.
type Map<K, V> = HashMap<K, V, BuildHasherDefault<Hashed>>;

/// The hasher of keys that are hashes already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = hash_even(bytes);
    }
    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}

/// What the labels of a text say of one spelling.
#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    words: Counts,
    longer: [[u32; 4]; 3],
    /// Tokens of the longest name that begins with it.
    longest: usize,
}

#[derive(Debug, Default)]
struct Ballot {
    /// For each form one more than the place of its tally, zero where it has none.
    slots: Vec<u32>,
    /// The form of each tally.
    forms: Vec<u32>,
    tallies: Vec<Tally>,
    phrases: Map<u64, Counts>,
    acronyms: Map<u64, Counts>,
}

impl Votes {
    /// The vote on the token at `at`.
    #[inline]
    #[must_use]
    pub fn of(&self, at: usize) -> Vote {
        self.votes[at]
    }

    /// Counts what the labels of a whole text say, each token's own label left out of its vote.
    pub fn count(&mut self, forms: &Forms, reading: &Reading, labels: &[u8]) {
        let Self { votes, ballot } = self;
        votes.clear();
        votes.resize(reading.tokens.len(), Vote::default());
        ballot.fill(forms, reading, labels);
        let is_asked = |at: &usize| reading.is_active[*at] && reading.signs[*at].has(Signs::CAPITAL);
        for at in (0..labels.len()).filter(is_asked) {
            let id = reading.forms[at];
            let Some(tally) = ballot.tally(id) else { continue };
            let vote = &mut votes[at];
            let own = class_of(labels[at]).map_or(0, |class| 1 + class as usize);
            vote.word = clear_majority(&tally.words, own);
            vote.longer = longer_vote(&tally.longer, labels[at]);
            if reading.signs[at].has(Signs::ALL_CAPITALS) {
                let lower = forms.form(id).lower;
                vote.acronym = ballot.acronyms.get(&lower).map_or(0, |counts| clear_majority(counts, 9));
            }
        }
        if !ballot.phrases.is_empty() {
            count_phrases(votes, ballot, reading, labels);
        }
    }
}

fn count_phrases(votes: &mut [Vote], ballot: &Ballot, reading: &Reading, labels: &[u8]) {
    for sentence in &reading.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let longest = ballot.tally(reading.forms[at]).map_or(0, |tally| tally.longest);
            let found = (1..=longest.min(sentence.tokens.end - at)).rev().find_map(|length| {
                let counts = ballot.phrases.get(&phrase_hash(&reading.forms[at..at + length]))?;
                let own = own_class(&labels[at..at + length]);
                let vote = clear_majority(counts, own);
                (vote != 0).then_some((length, vote))
            });
            let Some((length, vote)) = found else {
                at += 1;
                continue;
            };
            for step in 0..length {
                votes[at + step].phrase = vote << 2 | Position::of(step, length) as u16;
            }
            at += length;
        }
    }
}

/// The class, counted from one, of a name that covers exactly these labels; nine if none does.
fn own_class(labels: &[u8]) -> usize {
    let begins = |label: &u8| matches!(position_of(*label), Some(Position::Begin | Position::Only));
    if !labels.first().is_some_and(begins) {
        return 9;
    }
    match names(labels).next() {
        Some((range, class)) if range.len() == labels.len() => 1 + class as usize,
        _ => 9,
    }
}

fn phrase_hash(forms: &[u32]) -> u64 {
    forms.iter().fold(forms.len() as u64, |hash, id| mix(hash, u64::from(*id)))
}

impl Ballot {
    /// Counts anew, in the place of what was counted before.
    fn fill(&mut self, forms: &Forms, reading: &Reading, labels: &[u8]) {
        self.forms.drain(..).for_each(|id| self.slots[id as usize] = 0);
        self.slots.resize(forms.len(), 0);
        self.tallies.clear();
        self.phrases.clear();
        self.acronyms.clear();
        for at in (0..labels.len()).filter(|at| reading.is_active[*at]) {
            let class = class_of(labels[at]).map_or(0, |class| 1 + class as usize);
            self.tally_mut(reading.forms[at]).words[class] += 1;
        }
        for (range, class) in names(labels) {
            self.add_name(forms, &reading.forms[range], class as usize);
        }
    }

    #[inline]
    fn tally(&self, id: u32) -> Option<&Tally> {
        self.slots[id as usize].checked_sub(1).map(|slot| &self.tallies[slot as usize])
    }

    #[inline]
    fn tally_mut(&mut self, id: u32) -> &mut Tally {
        let slot = &mut self.slots[id as usize];
        if *slot == 0 {
            self.tallies.push(Tally::default());
            self.forms.push(id);
            *slot = self.tallies.len() as u32;
        }
        &mut self.tallies[*slot as usize - 1]
    }

    fn add_name(&mut self, forms: &Forms, name: &[u32], class: usize) {
        if name.len() <= LONGEST_ENTRY {
            let tally = self.tally_mut(name[0]);
            tally.longest = name.len().max(tally.longest);
            self.phrases.entry(phrase_hash(name)).or_default()[1 + class] += 1;
        }
        if name.len() < 2 {
            return;
        }
        for (step, id) in name.iter().enumerate() {
            let part = usize::from(step > 0) + usize::from(step + 1 == name.len());
            self.tally_mut(*id).longer[part][class] += 1;
        }
        let initials: String = name
            .iter()
            .map(|id| forms.form(*id))
            .filter(|form| form.signs.has(Signs::CAPITALIZED))
            .map(|form| form.first)
            .collect();
        if initials.chars().count() > 1 {
            self.acronyms.entry(word_hash(&initials)).or_default()[1 + class] += 1;
        }
    }
}

/// The class most counted, with one vote of class `own` left out, and how clearly: `class * 4 + clearness`, from 4.
fn clear_majority(counts: &Counts, own: usize) -> u16 {
    let count = |class: usize| counts[class].saturating_sub(u32::from(class == own));
    let total: u32 = (0..5).map(count).sum();
    let (mut best, mut most) = (0, 0);
    for class in 0..5 {
        if count(class) > most {
            (best, most) = (class, count(class));
        }
    }
    if total == 0 {
        return 0;
    }
    let clearness = match (most == total, u64::from(most) * 5 > u64::from(total) * 3) {
        (true, _) if total > 1 => 3,
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    };
    (best as u16 + 1) << 2 | clearness
}

/// The class and part of the longer names that hold the word elsewhere: `class * 4 + part`, from 4.
fn longer_vote(counts: &[[u32; 4]; 3], own: u8) -> u16 {
    let own_part = match position_of(own) {
        Some(Position::Begin) => 0,
        Some(Position::Inside) => 1,
        Some(Position::Last) => 2,
        _ => 9,
    };
    let own_class = class_of(own).map_or(9, |class| class as usize);
    let (mut best, mut most) = (0, 0);
    for (part, classes) in counts.iter().enumerate() {
        for (class, count) in classes.iter().enumerate() {
            let count = count.saturating_sub(u32::from(part == own_part && class == own_class));
            if count > most {
                (best, most) = ((class as u16 + 1) << 2 | part as u16, count);
            }
        }
    }
    best
}
