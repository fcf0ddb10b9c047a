//! One sentence into findings: a cursor walks its chunks and asks each rule in turn.

use super::chunk::{end_of_chunk, is_in_capitals, is_title_case};
use super::pattern::read_pattern;
use super::{Context, Finding, rule};
use crate::annotate::Rule;
use crate::annotate::lexicon::{Classes, PlaceKind, Sense};
use crate::annotate::token::Look;
use crate::key::Kind;
use std::ops::Range;

/// A city of this many thousand people is what its name first brings to mind, given names and surnames aside.
const UNMISTAKABLE_THOUSANDS: u32 = 1_000;

/// Longest name of a person, in tokens.
const MAX_PERSON: usize = 8;

/// Reads one sentence from left to right.
pub(super) fn read_sentence(context: &Context<'_>, sentence: Range<usize>, findings: &mut Vec<Finding>) {
    let is_title_case = is_title_case(context, sentence.clone());
    let is_shouted = is_in_capitals(context, sentence.clone());
    let mut reader =
        Reader { context, limit: sentence.end, is_title_case, is_shouted, pending: None, findings };
    let mut at = sentence.start;
    let mut is_fresh = true;
    while at < sentence.end {
        let next = reader.read_at(at, is_fresh);
        is_fresh = is_fresh_after(context, at, next, is_fresh);
        at = next;
    }
}

/// Whether the next token's capital may come from its position alone: after opening quotes, colons, bullets.
fn is_fresh_after(context: &Context<'_>, at: usize, next: usize, was_fresh: bool) -> bool {
    let token = &context.tokens[at];
    next == at + 1 && (matches!(token.mark, b'"' | b':' | b'*' | b'\'') || (was_fresh && token.mark != 0))
}

struct Reader<'a, 'b> {
    context: &'a Context<'b>,
    limit: usize,
    is_title_case: bool,
    /// All in capitals: only what the lists know is read.
    is_shouted: bool,
    /// A title that ends at the token where the cursor stands.
    pending: Option<Range<usize>>,
    findings: &'a mut Vec<Finding>,
}

impl Reader<'_, '_> {
    /// Reads what begins at `at` and says where to go on.
    fn read_at(&mut self, at: usize, is_fresh: bool) -> usize {
        let context = self.context;
        let token = &context.tokens[at];
        let pending = self.pending.take().filter(|title| title.end == at);
        if token.is_mark(b'[') && pending.is_some() {
            return self.read_bracketed(at, pending);
        }
        if token.mark == 0
            && let Some(next) = self.read_known(at, is_fresh, pending.as_ref())
        {
            return next;
        }
        if !token.is_capital() || self.is_shouted {
            return at + 1;
        }
        self.read_chunk(at, is_fresh, pending)
    }

    /// `President [Vladimir] Putin`: the editor's bracket is part of the name.
    fn read_bracketed(&mut self, at: usize, pending: Option<Range<usize>>) -> usize {
        let tokens = self.context.tokens;
        let closes = at + 2 < self.limit && tokens[at + 1].is_capital() && tokens[at + 2].is_mark(b']');
        if !closes {
            return at + 1;
        }
        let mut end = at + 3;
        while end < self.limit && tokens[end].is_capital() {
            end += 1;
        }
        self.push(at..end, Kind::Person, rule::AFTER_TITLE, pending);
        end
    }

    /// A phrase of the lexicon.
    fn read_known(&mut self, at: usize, is_fresh: bool, pending: Option<&Range<usize>>) -> Option<usize> {
        let context = self.context;
        let (length, sense) = context.longest(at..self.limit)?;
        let end = at + length;
        match sense {
            Sense::Title => self.read_title(at, end),
            Sense::Demonym => self.read_demonym(at, end),
            Sense::Place(_) | Sense::Organization(_) => {
                let is_word = length == 1
                    && (is_fresh && self.is_plain_word(at) || self.is_shouted && context.is_common(at));
                if is_word || self.belongs_to_person(at, end, pending) || self.is_weak_place(at, end, sense) {
                    return None;
                }
                let longer = self.read_longer(at, end, sense);
                if let Some(finding) = longer {
                    let end = finding.tokens.end;
                    self.findings.push(finding);
                    return Some(end);
                }
                let (kind, rule) = match sense {
                    Sense::Place(_) => (Kind::Place, rule::KNOWN_PLACE),
                    _ => (Kind::Organization, rule::KNOWN_ORGANIZATION),
                };
                self.push(at..end, kind, rule, None);
                Some(end)
            }
        }
    }

    /// A known name may begin a longer one: `Ukraine` in `Ukraine Defense Contact Group`.
    fn read_longer(&self, at: usize, end: usize, sense: Sense) -> Option<Finding> {
        let context = self.context;
        let chunk_end = end_of_chunk(context, at, self.limit);
        if chunk_end < end {
            return None;
        }
        let rest = (end < chunk_end).then(|| context.longest(end..self.limit)).flatten();
        if matches!(sense, Sense::Place(_))
            && matches!(rest, Some((_, Sense::Organization(_) | Sense::Title)))
        {
            return None;
        }
        let longer = read_pattern(context, at, chunk_end, self.limit)?;
        (longer.tokens.end > end).then_some(longer)
    }

    /// A common word that is a name only by its capital, which here may mean nothing.
    fn is_plain_word(&self, at: usize) -> bool {
        self.context.is_common(at) && !self.context.tokens[at].is(Look::ALL_CAPS)
    }

    /// Whether a town shares its name with people or common words and nothing near says it is meant.
    fn is_weak_place(&self, at: usize, end: usize, sense: Sense) -> bool {
        let context = self.context;
        let Sense::Place(number) = sense else { return false };
        let place = context.lexicon.place(number);
        let ambiguous = Classes::COMMON.or(Classes::GIVEN).or(Classes::SURNAME).or(Classes::PARTICLE);
        let is_weak = end == at + 1
            && place.kind == PlaceKind::City
            && place.population_thousands < UNMISTAKABLE_THOUSANDS
            && (context.is(at, ambiguous) || context.is_common(at));
        let is_after_in =
            at > 0 && context.tokens[at - 1].is_lower() && context.is(at - 1, Classes::PLACE_BEFORE);
        is_weak && !is_after_in && !self.is_before_known_place(end)
    }

    /// Whether a known one-word name is part of a person's name: `Paris Hilton`, `Mr London`, `Chelsea Clinton`.
    fn belongs_to_person(&self, at: usize, end: usize, pending: Option<&Range<usize>>) -> bool {
        if end > at + 1 {
            return false;
        }
        let context = self.context;
        let is_name = context.is(at, Classes::GIVEN.or(Classes::SURNAME));
        let next_is_name = end < self.limit
            && context.tokens[end].is_capital()
            && !self.is_plain_word(end)
            && !context.is(
                end,
                Classes::ORGANIZATION_END.or(Classes::PLACE_END).or(Classes::CALENDAR).or(Classes::NEVER),
            )
            && !matches!(
                context.longest(end..self.limit),
                Some((_, Sense::Title | Sense::Organization(_) | Sense::Place(_)))
            );
        (is_name && pending.is_some_and(|title| self.context.tokens[title.start].is_capital()))
            || (context.is(at, Classes::GIVEN) && next_is_name)
    }

    fn read_title(&mut self, at: usize, end: usize) -> Option<usize> {
        let context = self.context;
        if context.tokens[at].is_capital() {
            let chunk_end = end_of_chunk(context, at, self.limit);
            // "Prime Minister's Office", "Justice Department", "King University": a name after all.
            if chunk_end > end
                && let Some(finding) = read_pattern(context, at, chunk_end, self.limit)
                && !self.is_person_word(end)
            {
                let end = finding.tokens.end;
                self.findings.push(finding);
                return Some(end);
            }
        }
        self.pending = Some(self.title_start(at)..end);
        Some(end)
    }

    fn is_person_word(&self, at: usize) -> bool {
        self.context.is(at, Classes::GIVEN)
    }

    /// The title with the country or body directly in front: `NATO Secretary-General`, `Estonian Foreign Minister`.
    fn title_start(&self, at: usize) -> usize {
        let before = self.findings.last().filter(|last| last.tokens.end == at && last.kind != Kind::Person);
        if let Some(before) = before {
            return before.tokens.start;
        }
        let is_demonym =
            at > 0 && self.context.is(at - 1, Classes::DEMONYM) && self.context.tokens[at].is(Look::SPACED);
        if is_demonym { at - 1 } else { at }
    }

    fn read_demonym(&mut self, at: usize, end: usize) -> Option<usize> {
        let context = self.context;
        let chunk_end = end_of_chunk(context, at, self.limit);
        if chunk_end > end
            && context.tokens[at].is_capital()
            && !matches!(context.longest(end..self.limit), Some((_, Sense::Title)))
            && let Some(finding) = read_pattern(context, at, chunk_end, self.limit)
        {
            let end = finding.tokens.end;
            self.findings.push(finding);
            return Some(end);
        }
        Some(end)
    }

    /// A chunk that no list knows at its start.
    fn read_chunk(&mut self, at: usize, is_fresh: bool, pending: Option<Range<usize>>) -> usize {
        let context = self.context;
        let chunk_end = end_of_chunk(context, at, self.limit);
        let may_begin = !context.is(at, Classes::FUNCTION.or(Classes::CALENDAR));
        if pending.is_none()
            && may_begin
            && let Some(finding) = read_pattern(context, at, chunk_end, self.limit)
            && !self.is_heading(&finding.tokens)
        {
            let end = finding.tokens.end;
            self.findings.push(finding);
            return end;
        }
        if self.skips(at, is_fresh, chunk_end) {
            return at + 1;
        }
        if let Some(end) = self.read_event(at, chunk_end) {
            return end;
        }
        let end = self.end_of_person(at, chunk_end);
        if end > at
            && let Some(rule) = self.person_rule(at..end, is_fresh, pending.as_ref())
        {
            self.push(
                at..end,
                Kind::Person,
                rule,
                pending.filter(|_| rule == rule::AFTER_TITLE || rule == rule::GIVEN_NAME),
            );
            return end;
        }
        self.read_other(at, chunk_end, is_fresh)
    }

    fn skips(&self, at: usize, is_fresh: bool, chunk_end: usize) -> bool {
        let context = self.context;
        let is_given = context.is(at, Classes::GIVEN) && chunk_end > at + 1;
        context.is(at, Classes::NEVER)
            || context.is(at, Classes::FUNCTION)
            || (context.is(at, Classes::CALENDAR) && !(is_given && context.is(at + 1, Classes::SURNAME)))
            || (is_fresh && self.is_plain_word(at) && chunk_end == at + 1)
    }

    /// In headlines in title case every word is capitalised, so a pattern of common words proves nothing.
    fn is_heading(&self, tokens: &Range<usize>) -> bool {
        self.is_title_case && tokens.clone().all(|at| self.context.is_common(at))
    }

    /// Wars, prizes and laws are none of the three kinds: passed over whole.
    fn read_event(&self, at: usize, chunk_end: usize) -> Option<usize> {
        let context = self.context;
        if context.is(at, Classes::GIVEN) && !context.is_common(at) {
            return None;
        }
        let last = (at + 1..chunk_end).rev().find(|last| context.is(*last, Classes::EVENT_END))?;
        let has_known = (at + 1..last).any(|word| context.longest(word..last).is_some());
        // "World War II", "Apollo 11": the number belongs to the event.
        let is_numbered = |at: usize| {
            at < self.limit && (context.is(at, Classes::PERSON_SUFFIX) || context.tokens[at].is(Look::NUMBER))
        };
        (!has_known).then(|| last + 1 + usize::from(is_numbered(last + 1)))
    }

    /// How far a person's name reaches from `at`.
    fn end_of_person(&self, at: usize, chunk_end: usize) -> usize {
        let context = self.context;
        let stops = Classes::NEVER
            .or(Classes::ORGANIZATION_END)
            .or(Classes::CALENDAR)
            .or(Classes::DEMONYM)
            .or(Classes::FUNCTION);
        let mut end = at;
        while end < chunk_end.min(at + MAX_PERSON) {
            let token = &context.tokens[end];
            let is_surname = context.is(end, Classes::SURNAME) && end > at;
            if token.is_capital() && context.is(end, stops) && !is_surname && !token.is(Look::DOTTED) {
                break;
            }
            // A word that the article or the language prints small ends the name: "NATO Chief Visits".
            let is_particle = end > at && end + 1 < chunk_end && context.is(end, Classes::PARTICLE);
            let is_name = is_particle || context.is(end, Classes::GIVEN.or(Classes::SURNAME));
            if token.is_capital()
                && !token.is(Look::DOTTED)
                && self.is_plain_word(end)
                && (!is_name || self.is_title_case)
            {
                break;
            }
            let known = context.longest(end..self.limit);
            let is_other = match known {
                Some((_, Sense::Title)) => end > at && !is_surname,
                Some((length, Sense::Place(_) | Sense::Organization(_))) => {
                    let may_be_name = is_surname
                        || context.is(end, Classes::GIVEN)
                        || (end == at + 1 && context.is(at, Classes::GIVEN) && self.is_small_city(known));
                    length > 1 || (end > at && !may_be_name)
                }
                _ => false,
            };
            if token.is_capital() && is_other {
                break;
            }
            end += 1;
        }
        // A name ends in a word, not in the mark or particle that joined it to the next.
        let ends_name = |last: usize| {
            let token = &context.tokens[last];
            let is_syllable =
                token.is_lower() && !token.is(Look::SPACED) && context.tokens[last - 1].is_mark(b'-');
            token.is_capital() || token.is_mark(b']') || (is_syllable && !context.is(last, Classes::PARTICLE))
        };
        while end > at && !ends_name(end - 1) {
            end -= 1;
        }
        end
    }

    /// Whether a place is a city that fewer people think of than bear its name.
    fn is_small_city(&self, known: Option<(usize, Sense)>) -> bool {
        let Some((1, Sense::Place(number))) = known else { return false };
        let place = self.context.lexicon.place(number);
        place.kind == PlaceKind::City && place.population_thousands < UNMISTAKABLE_THOUSANDS
    }

    /// Why the words are a person, if they are.
    fn person_rule(
        &self,
        words: Range<usize>,
        is_fresh: bool,
        pending: Option<&Range<usize>>,
    ) -> Option<Rule> {
        let context = self.context;
        let first = words.start;
        let n_words = words.clone().filter(|at| context.tokens[*at].is_capital()).count();
        let is_acronym = n_words == 1 && context.tokens[first].is(Look::ALL_CAPS) && !self.is_title_case;
        let is_given =
            context.is(first, Classes::GIVEN) && !(is_fresh && self.is_plain_word(first) && n_words < 2);
        if let Some(title) = pending
            && !is_acronym
            && (context.tokens[title.start].is_capital()
                || n_words > 1
                || context.is(first, Classes::GIVEN.or(Classes::SURNAME)))
        {
            return Some(rule::AFTER_TITLE);
        }
        if is_given && n_words > 1 {
            return Some(rule::GIVEN_NAME);
        }
        if n_words > 1
            && context.tokens[first].is(Look::DOTTED)
            && !context.tokens[words.end - 1].is(Look::DOTTED)
        {
            return Some(rule::INITIALS);
        }
        if n_words > 1
            && words.clone().any(|at| context.tokens[at].is_lower() && context.is(at, Classes::PARTICLE))
        {
            return Some(rule::PARTICLE);
        }
        if is_acronym {
            return None;
        }
        if self.is_before_age(words.end) {
            return Some(rule::BEFORE_AGE);
        }
        let is_before_speech = words.end < self.limit
            && context.is(words.end, Classes::SPEECH)
            && context.tokens[words.end].is_lower();
        if is_before_speech && !(is_fresh && n_words == 1 && self.is_plain_word(first)) && n_words <= 3 {
            return Some(rule::BEFORE_SPEECH);
        }
        let ends_in_surname =
            context.is(words.end - 1, Classes::SURNAME) && !self.is_plain_word(words.end - 1);
        ((2..=3).contains(&n_words) && ends_in_surname && !self.is_plain_word(first))
            .then_some(rule::KNOWN_SURNAME)
    }

    /// `, 45,` or `who` after the words.
    fn is_before_age(&self, end: usize) -> bool {
        let tokens = self.context.tokens;
        let is_age = end + 2 < self.limit
            && tokens[end].is_mark(b',')
            && (1..=115).contains(&tokens[end + 1].number)
            && matches!(tokens[end + 2].mark, b',' | b'.');
        let at = if end < self.limit && tokens[end].is_mark(b',') { end + 1 } else { end };
        is_age || (at < self.limit && self.context.is(at, Classes::PERSON_AFTER))
    }

    /// Words that are no person and that no list knows.
    fn read_other(&mut self, at: usize, chunk_end: usize, is_fresh: bool) -> usize {
        let context = self.context;
        let token = &context.tokens[at];
        let n_letters = token.span.len();
        if token.is(Look::ALL_CAPS) && !self.is_title_case && !token.is(Look::DOTTED) {
            let is_code = token.of(context.text).bytes().any(|byte| byte.is_ascii_digit());
            if (2..=6).contains(&n_letters)
                && !is_code
                && !context.is(at, Classes::PERSON_SUFFIX)
                && !(self.is_plain_word_in_caps(at))
            {
                self.push(at..at + 1, Kind::Organization, rule::ACRONYM, None);
            }
            return at + 1;
        }
        if self.is_title_case || (is_fresh && context.is_common(at)) {
            return at + 1;
        }
        let end = self.end_of_unknown(at, chunk_end);
        if end == at || context.is(at, Classes::PERSON_SUFFIX) {
            return at + 1;
        }
        if self.is_before_known_place(end) {
            self.push(at..end, Kind::Place, rule::BEFORE_PLACE, None);
            return end;
        }
        let before = at.checked_sub(1).filter(|before| {
            context.is(*before, Classes::PLACE_BEFORE) && context.tokens[*before].is_lower()
        });
        if before.is_some() {
            self.push(at..end, Kind::Place, rule::AFTER_IN, None);
        } else if end - at > 1 {
            self.push(at..end, Kind::Organization, rule::CAPITALISED, None);
        }
        end
    }

    /// Whole sentences in capitals hold common words in capitals.
    fn is_plain_word_in_caps(&self, at: usize) -> bool {
        let context = self.context;
        context.is_common(at)
            && ((at > 0 && context.tokens[at - 1].is(Look::ALL_CAPS))
                || context.tokens.get(at + 1).is_some_and(|next| next.is(Look::ALL_CAPS)))
    }

    fn end_of_unknown(&self, at: usize, chunk_end: usize) -> usize {
        let context = self.context;
        let mut end = at;
        while end < chunk_end {
            let is_known = end > at && context.longest(end..self.limit).is_some();
            let is_word = context.tokens[end].is_capital();
            if is_known
                || context.is(end, Classes::NEVER.or(Classes::CALENDAR))
                || (is_word && context.is_common(end) && end == at)
            {
                break;
            }
            end += 1;
        }
        while end > at && !context.tokens[end - 1].is_capital() {
            end -= 1;
        }
        end
    }

    /// `, Germany` after the words.
    fn is_before_known_place(&self, end: usize) -> bool {
        let context = self.context;
        end + 1 < self.limit
            && context.tokens[end].is_mark(b',')
            && matches!(context.longest(end + 1..self.limit), Some((_, Sense::Place(_))))
    }

    fn push(&mut self, tokens: Range<usize>, kind: Kind, rule: Rule, title: Option<Range<usize>>) {
        self.findings.push(Finding { tokens, kind, title, rule });
    }
}
