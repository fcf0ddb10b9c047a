//! A verb of saying into its [`Subject`]: who stands before it, or behind it where the order is turned round.

use super::Page;
use super::sentence::is_cue;
use crate::annotate::lexicon::Classes;
use crate::annotate::token::Look;
use crate::key::Kind;
use std::ops::Range;

/// Who says it, as the sentence puts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A name: the number of its mention.
    Name(usize),
    /// A pronoun, as a token.
    Pronoun(usize),
    /// Words without a name, such as `the Kremlin spokesman`, as tokens.
    Role(Range<usize>),
    /// More than one name.
    Several,
    /// Nothing that can speak.
    Nobody,
}

/// Commas and brackets passed over between a subject and its verb.
const MAX_INSERTIONS: usize = 6;
/// Tokens of the longest subject looked at behind a verb.
const MAX_SUBJECT: usize = 24;
/// Tokens between a quotation and the verb of an attribution behind it.
const MAX_ATTRIBUTION: usize = 28;
/// Words of the longest `the … spokesman`.
const MAX_ROLE: usize = 9;

const PREPOSITIONS: &[&str] = &[
    "of", "for", "with", "by", "from", "to", "in", "at", "on", "about", "against", "between", "than", "into",
    "over", "under", "behind", "near", "outside", "inside", "through", "like", "toward", "towards", "within",
];
const STOPPERS: &[&str] = &[
    "in",
    "on",
    "at",
    "during",
    "after",
    "before",
    "to",
    "via",
    "from",
    "as",
    "when",
    "while",
    "that",
    "by",
    "following",
    "about",
    "because",
    "if",
    "but",
    "through",
    "upon",
    "without",
    "adding",
    "referring",
    "regarding",
    "outside",
    "speaking",
    "since",
    "amid",
    "over",
    "with",
];
const PRONOUNS: &[&str] = &["he", "she", "they", "it", "i", "we", "you"];

/// Whether the token is a pronoun that can speak.
pub(super) fn is_pronoun(page: Page<'_>, at: usize) -> bool {
    page.is_word(at, PRONOUNS)
}

/// Whether words behind a quotation only say who said it: `Pelosi said.`, `He told reporters on Sunday.`
pub(super) fn is_attribution(page: Page<'_>, tokens: Range<usize>) -> bool {
    let short = tokens.start..tokens.end.min(tokens.start + MAX_ATTRIBUTION);
    let Some(cue) =
        short.clone().take(10).take_while(|at| page.tokens[*at].mark == 0).find(|at| is_cue(page, *at))
    else {
        return false;
    };
    let subject = before(page, tokens.start, cue);
    let is_speaker = matches!(subject, Subject::Name(_) | Subject::Pronoun(_));
    let Some(end) = (cue + 1..short.end).find(|at| {
        page.tokens[*at].is_mark(b'.')
            || page.is_mark(*at, b'"')
            || page.is_mark(*at, b':')
            || page.is_word(*at, &["that"])
    }) else {
        return false;
    };
    let is_told = page.is_word(cue, &["told", "tells"]);
    let next = cue + 1;
    let is_alone = page.is_mark(next, b'.')
        || page.is_mark(next, b',') && is_told
        || page.is_word(
            next,
            &["in", "on", "at", "via", "during", "after", "when", "yesterday", "by", "before"],
        )
        || page.is(next, Classes::CALENDAR);
    is_speaker && page.is_mark(end, b'.') && (is_alone || is_told)
}

/// The subject in front of a verb, no further left than `lower`.
pub(super) fn before(page: Page<'_>, lower: usize, cue: usize) -> Subject {
    let mut end = skip_beside(page, lower, cue);
    for _ in 0..MAX_INSERTIONS {
        if end <= lower {
            return Subject::Nobody;
        }
        let last = end - 1;
        if is_break(page, last) {
            let Some(open) = (lower..last).rev().take(60).find(|at| is_break(page, *at)) else {
                return Subject::Nobody;
            };
            let described = ends_in_person(page, open).filter(|name| page.first_token(*name) >= lower);
            if let Some(name) = lone_person(page, open + 1..last, described.is_some()) {
                return Subject::Name(name);
            }
            end = skip_beside(page, lower, open);
        } else if page.is_mark(last, b')') {
            let Some(open) = (lower..last).rev().take(40).find(|at| page.is_mark(*at, b'(')) else {
                return Subject::Nobody;
            };
            end = open;
        } else if page.is_word(last, &["who", "which"]) {
            end = if last > lower && page.is_mark(last - 1, b',') { last - 1 } else { last };
            if let Some(name) = ends_in_person(page, end).filter(|name| page.first_token(*name) >= lower) {
                return Subject::Name(name);
            }
        } else if page.tokens[last].mark != 0 {
            return Subject::Nobody;
        } else if let Some(open) = inserted_phrase(page, lower, last) {
            end = open;
        } else {
            return whole_phrase(page, lower, end);
        }
    }
    Subject::Nobody
}

/// Where a phrase begins that a comma sets apart from a person: `, of CNN` in “Anderson Cooper, of CNN, said”.
fn inserted_phrase(page: Page<'_>, lower: usize, last: usize) -> Option<usize> {
    let words =
        (lower..last).rev().take(MAX_ROLE).take_while(|at| page.tokens[*at].mark == 0 || is_break(page, *at));
    let comma = words.clone().find(|at| is_break(page, *at))?;
    (page.is_word(comma + 1, PREPOSITIONS) && ends_in_person(page, comma).is_some()).then_some(comma)
}

/// The subject that ends in front of `end`, which may begin with a person further left.
fn whole_phrase(page: Page<'_>, lower: usize, end: usize) -> Subject {
    let found = noun_phrase(page, lower, end);
    let looks_on = match &found {
        Subject::Name(name) => !is_person(page, *name),
        Subject::Role(_) => true,
        _ => false,
    };
    if !looks_on {
        return found;
    }
    busy_person(page, lower, end).or_else(|| issuer(page, lower, end, &found)).unwrap_or(found)
}

/// The person in front of a participle or an origin: `Smith speaking to the council`, `Smith of the agency`.
fn busy_person(page: Page<'_>, lower: usize, end: usize) -> Option<Subject> {
    let names = page.mentions_in(&(lower.max(end.saturating_sub(MAX_SUBJECT))..end));
    let is_busy = |name: &usize| {
        let next = page.past_token(*name);
        is_person(page, *name)
            && is_free(page, lower, *name)
            && (page.tokens[next].is_lower() && page.word(next).ends_with("ing")
                || page.is_word(next, &["of", "from", "for", "with", "in", "at"]))
            && (next..end).all(|at| {
                let token = &page.tokens[at];
                (token.mark == 0 || token.is_mark(b'-') || token.is(Look::POSSESSIVE)) && !is_cue(page, at)
            })
    };
    names.rev().find(is_busy).map(Subject::Name)
}

/// Who puts out a statement that then reads: `Facebook released a statement which read`.
fn issuer(page: Page<'_>, lower: usize, end: usize, found: &Subject) -> Option<Subject> {
    let Subject::Role(tokens) = found else { return None };
    let is_statement = page.is_word(end - 1, UTTERANCES) && page.is_word(tokens.start, &["a", "an"]);
    let name = page.mentions_in(&(lower..tokens.start)).find(|name| is_free(page, lower, *name))?;
    (is_statement && page.tokens[page.past_token(name)].is_lower()).then_some(Subject::Name(name))
}

fn is_break(page: Page<'_>, at: usize) -> bool {
    page.is_mark(at, b',') || page.is_mark(at, b'_')
}

/// The end of what stands in front of adverbs and auxiliaries.
fn skip_beside(page: Page<'_>, lower: usize, mut end: usize) -> usize {
    while end > lower {
        let last = end - 1;
        let is_adverb = page.tokens[last].is_lower() && page.word(last).ends_with("ly");
        let is_day = page.is(last, Classes::CALENDAR) && page.mention_at(last).is_none();
        let holds_day = page.is_word(last, &["on"]) && page.is(end, Classes::CALENDAR);
        if !(page.is(last, Classes::BESIDE_SAYING) || is_adverb || is_day || holds_day)
            || page.mention_at(last).is_some()
        {
            break;
        }
        end = last;
    }
    end
}

/// The person whose name ends in front of `end`.
fn ends_in_person(page: Page<'_>, end: usize) -> Option<usize> {
    let name = page.mention_at(end.checked_sub(1)?)?;
    (page.mentions[name].kind == Kind::Person && page.past_token(name) == end).then_some(name)
}

/// The person that ends an apposition such as `the director, Mariela Belski,`; behind another person only a name
/// alone does.
fn lone_person(page: Page<'_>, segment: Range<usize>, is_described: bool) -> Option<usize> {
    let name = ends_in_person(page, segment.end)?;
    let start = title_start(page, name);
    let describes = start > segment.start
        && (is_described
            || page.is_word(segment.start, &["a", "an"])
            || (segment.start..start).any(|at| page.word(at).ends_with("ing")));
    let is_person = start >= segment.start && !describes;
    let is_free = start <= segment.start
        || !page.is_word(start - 1, PREPOSITIONS) && !page.is_word(start - 1, &["and"]);
    let is_clause =
        (segment.start..start).any(|at| is_cue(page, at) || page.is_word(at, &["who", "whose", "which"]));
    (is_person && is_free && !is_clause).then_some(name)
}

/// The first token of a name with its title.
fn title_start(page: Page<'_>, name: usize) -> usize {
    let mention = &page.mentions[name];
    let byte = mention
        .title
        .filter(|title| title.end <= mention.span.start)
        .map_or(mention.span.start, |title| title.start);
    page.tokens.partition_point(|token| token.span.end <= byte)
}

/// The subject that ends in front of `end`.
fn noun_phrase(page: Page<'_>, lower: usize, end: usize) -> Subject {
    let last = end - 1;
    if is_pronoun(page, last) {
        return Subject::Pronoun(last);
    }
    let Some(name) = page.mention_at(last).filter(|name| page.past_token(*name) == end) else {
        return role(page, lower, end);
    };
    let mut start = title_start(page, name);
    if start > lower && page.is_word(start - 1, &["the"]) {
        start -= 1;
    }
    if start <= lower {
        return Subject::Name(name);
    }
    let front = start - 1;
    let governs = |at: &usize| page.tokens[*at].is_lower() && page.is_word(*at, PREPOSITIONS);
    let adjectives = (lower + 1..start).rev().take(4).take_while(|at| {
        page.tokens[*at].is_lower() && !page.is_word(*at, &["what", "which", "that", "who", "and"])
    });
    // “The government of Samoa said”: the country speaks.
    if front > lower
        && governs(&front)
        && page.mentions[name].kind == Kind::Place
        && page.is_word(front - 1, GOVERNMENTS)
    {
        return Subject::Name(name);
    }
    if page.is_word(front, &["with"]) && page.is(end, Classes::SAYING_PARTICIPLE) {
        return Subject::Name(name);
    }
    if let Some(preposition) =
        adjectives.clone().find(governs).filter(|at| *at == front || !is_person(page, name))
    {
        return head_before(page, lower, preposition).unwrap_or(Subject::Name(name));
    }
    let is_joined = page.is_word(front, &["and"]) && front > lower && page.mention_at(front - 1).is_some();
    if is_joined { Subject::Several } else { Subject::Name(name) }
}

/// What `of …` or `for …` belongs to: `Ted Scambos` in “Ted Scambos of CU Boulder”.
fn head_before(page: Page<'_>, lower: usize, end: usize) -> Option<Subject> {
    let last = end - 1;
    if let Some(name) = page.mention_at(last) {
        let speaks = page.mentions[name].kind != Kind::Place && page.past_token(name) == end;
        return speaks.then_some(Subject::Name(name));
    }
    let found = role(page, lower, end);
    (found != Subject::Nobody).then_some(found)
}

fn is_person(page: Page<'_>, name: usize) -> bool {
    page.mentions[name].kind == Kind::Person
}

/// What speaks for a place.
const GOVERNMENTS: &[&str] = &["government", "parliament", "authorities", "military", "army"];

/// What somebody puts out, and what then speaks for them.
const UTTERANCES: &[&str] = &[
    "statement",
    "message",
    "post",
    "tweet",
    "letter",
    "memo",
    "opinion",
    "email",
    "note",
    "speech",
    "lawsuit",
    "motion",
    "petition",
    "blog",
    "column",
    "testimony",
    "filing",
    "tweets",
    "words",
    "announcement",
    "release",
];

/// Whose statement it is: `Judge Miller's statement`, `her statement`.
fn owner(page: Page<'_>, tokens: &Range<usize>) -> Option<Subject> {
    if !page.is_word(tokens.end.checked_sub(1)?, UTTERANCES) {
        return None;
    }
    let pronoun = tokens.clone().find(|at| page.is_word(*at, &["his", "her"]));
    let possessive = tokens.clone().find(|at| page.tokens[*at].is(Look::POSSESSIVE));
    let named =
        possessive.and_then(|at| page.mention_at(at.checked_sub(1)?)).filter(|name| is_person(page, *name));
    named.map(Subject::Name).or(pronoun.map(Subject::Pronoun))
}

/// Words without a name that end in front of `end`.
fn role(page: Page<'_>, lower: usize, end: usize) -> Subject {
    let mut start = end;
    while start > lower && end - start < MAX_ROLE {
        let at = start - 1;
        let token = &page.tokens[at];
        let is_inside = token.is(Look::LETTERS)
            || token.is(Look::NUMBER)
            || token.is(Look::POSSESSIVE)
            || token.is_mark(b'-');
        if !is_inside || is_cue(page, at) || page.is_word(at, &["and", "but", "that", "when", "as"]) {
            break;
        }
        start = at;
        if page
            .is_word(at, &["the", "a", "an", "his", "her", "their", "its", "one", "another", "this", "some"])
        {
            break;
        }
    }
    if let Some(found) = owner(page, &(start..end)) {
        return found;
    }
    // “Regina Ip from the camp said”, “a spokesman for the ministry said”.
    if start > lower + 1 && page.is_word(start - 1, PREPOSITIONS) && page.tokens[start - 1].is_lower() {
        if let Some(name) = ends_in_person(page, start - 1) {
            return Subject::Name(name);
        }
        let noun =
            (lower..start - 1).rev().take(4).take_while(|at| page.tokens[*at].is(Look::LETTERS)).last();
        start = noun.filter(|_| page.is_word(start - 1, &["of", "for"])).unwrap_or(start);
    }
    let has_noun = (start..end).any(|at| page.tokens[at].is(Look::LETTERS));
    if has_noun { Subject::Role(start..end) } else { Subject::Nobody }
}

/// The subject behind a verb: `said Detective Inspector Steven Jones`.
pub(super) fn after(page: Page<'_>, start: usize, limit: usize) -> Subject {
    let limit = limit.min(start + MAX_SUBJECT);
    if start >= limit {
        return Subject::Nobody;
    }
    if is_pronoun(page, start)
        || page.is_word(start, &["him"])
        || page.is_word(start, &["her"]) && page.tokens.get(start + 1).is_none_or(|next| next.mark != 0)
    {
        return Subject::Pronoun(start);
    }
    let end = (start..limit)
        .find(|at| {
            matches!(page.tokens[*at].mark, b'.' | b';' | b':' | b'"' | b'!' | b'?')
                || page.is_word(*at, STOPPERS) && page.mention_at(*at).is_none()
        })
        .unwrap_or(limit);
    let names = page.mentions_in(&(start..end));
    let is_person = |name: usize| page.mentions[name].kind == Kind::Person;
    let mut free = names.clone().filter(|name| is_free(page, start, *name));
    if let Some(name) = free.clone().find(|name| is_person(*name)) {
        return joined(page, name, end);
    }
    let comma = (start..end).find(|at| is_break(page, *at)).unwrap_or(end);
    match free.find(|name| page.past_token(*name) <= comma) {
        Some(name) if page.past_token(name) == comma => Subject::Name(name),
        _ if let Some(name) = author(page, start, limit) => Subject::Name(name),
        _ if start < comma => Subject::Role(start..comma),
        _ => Subject::Nobody,
    }
}

/// Who wrote what speaks: `a tweet on Monday by Mike Pompeo`, `a statement from the ministry`.
fn author(page: Page<'_>, start: usize, limit: usize) -> Option<usize> {
    let utterance = (start..limit).take(4).find(|at| page.is_word(*at, UTTERANCES))?;
    let is_clear = |at: &usize| page.tokens[*at].mark == 0;
    let by = (utterance + 1..limit).take_while(is_clear).find(|at| page.is_word(*at, &["by", "from"]))?;
    let mut names = page.mentions_in(&(by + 1..limit.min(by + MAX_ROLE)));
    names.find(|name| is_free(page, by + 1, *name) && page.mentions[*name].kind != Kind::Place)
}

/// A name, unless another person is joined to it.
fn joined(page: Page<'_>, name: usize, end: usize) -> Subject {
    let next = page.past_token(name);
    let other = page.mention_at(next + 1).is_some_and(|other| page.mentions[other].kind == Kind::Person);
    if next + 1 < end && page.is_word(next, &["and"]) && other {
        Subject::Several
    } else {
        Subject::Name(name)
    }
}

/// Whether a name is not part of what describes another: no possessive behind, no `of` in front.
fn is_free(page: Page<'_>, lower: usize, name: usize) -> bool {
    let start = title_start(page, name);
    let front = start.checked_sub(1).filter(|front| *front >= lower);
    let front =
        front.map(|front| if page.is_word(front, &["the"]) && front > lower { front - 1 } else { front });
    let next = page.past_token(name);
    let is_owner = page.tokens.get(next).is_some_and(|token| token.is(Look::POSSESSIVE))
        && !page.is_word(next + 1, UTTERANCES);
    let leads_to = page.mentions.get(name + 1).is_some_and(|other| other.kind == Kind::Person)
        && !is_person(page, name)
        && (next..page.first_token(name + 1).min(next + MAX_ROLE))
            .all(|at| page.tokens[at].mark == 0 && !is_cue(page, at) && !page.is(at, Classes::FUNCTION))
        && page.first_token(name + 1) <= next + MAX_ROLE;
    !is_owner && !leads_to && !front.is_some_and(|front| page.is_word(front, PREPOSITIONS))
}

/// The subject of the sentence that begins at `lower`: the first pronoun or name that no preposition governs.
pub(super) fn main(page: Page<'_>, lower: usize, end: usize) -> Subject {
    // A phrase in front, as in “In a statement to Reuters, Smith …”, holds no subject.
    let is_fronted = lower < end
        && (page.is(lower, Classes::FUNCTION)
            && !is_pronoun(page, lower)
            && !page.is_word(lower, &["the", "a", "an", "his", "her"])
            || page.is_word(lower, PREPOSITIONS)
            || page.is(lower, Classes::CALENDAR)
            || page.word(lower).ends_with("ing"));
    if is_fronted && let Some(comma) = (lower..end).find(|at| page.is_mark(*at, b',')) {
        let found = first_subject(page, comma + 1, end);
        if found != Subject::Nobody {
            return found;
        }
    }
    first_subject(page, lower, end)
}

fn first_subject(page: Page<'_>, lower: usize, end: usize) -> Subject {
    let is_main = |at: usize| {
        at == lower
            || !page.is_word(at - 1, &["that", "when", "as", "after", "because", "before", "while", "which"])
    };
    let pronoun = (lower..end).take(MAX_ATTRIBUTION).find(|at| is_pronoun(page, *at) && is_main(*at));
    let speaks = |name: &usize| page.mentions[*name].kind != Kind::Place && is_free(page, lower, *name);
    let name = page.mentions_in(&(lower..end)).find(speaks);
    match (pronoun, name) {
        (Some(pronoun), Some(name)) if page.first_token(name) < pronoun => Subject::Name(name),
        (Some(pronoun), _) => Subject::Pronoun(pronoun),
        (None, Some(name)) => Subject::Name(name),
        (None, None) => Subject::Nobody,
    }
}
