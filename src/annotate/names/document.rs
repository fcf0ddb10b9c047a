//! What the article makes plain in one place, carried to the others: surnames, acronyms, misspellings.

use super::{Context, Finding, rule};
use crate::annotate::lexicon::{Classes, HashedMap};
use crate::annotate::token::{Look, Token};
use crate::key::Kind;
use std::ops::Range;

/// A misspelling is looked for in words of at least this many letters …
const MIN_MISSPELLED: usize = 6;
/// … at most this many letters away from a surname of the article.
const MAX_DISTANCE: usize = 2;
/// An article with more surnames than this is a list, where likeness says nothing.
const MAX_SURNAMES: usize = 200;

/// What a word was seen as within a longer name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Surname,
    Given,
}

/// Adds the mentions that only the rest of the article explains; keeps `findings` in order.
pub(super) fn spread(context: &Context<'_>, sentences: &[Range<usize>], findings: &mut Vec<Finding>) {
    name_unknown(context, sentences, findings);
    let parts = parts_of_people(context, findings);
    retype(context, &parts, findings);
    drop_weak_people(context, &parts, findings);
    take_particles(context, &parts, findings);
    let found = std::mem::take(findings);
    let mut known = found.into_iter().peekable();
    for sentence in sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            if known.peek().is_some_and(|next| next.tokens.start <= at) {
                let finding = known.next().expect("just peeked");
                at = at.max(finding.tokens.end);
                findings.push(finding);
                continue;
            }
            if let Some(mut finding) = read_part(context, at, &parts) {
                let free = findings.last().map_or(sentence.start, |last| last.tokens.end.max(sentence.start));
                finding.tokens.start = finding.tokens.start.max(free);
                findings.push(finding);
            }
            at += 1;
        }
    }
    findings.extend(known);
    find_misspelled(context, sentences, &parts, findings);
}

/// Unknown capitalised words are a person when the last of them comes back alone, as surnames do; else they are dropped.
fn name_unknown(context: &Context<'_>, sentences: &[Range<usize>], findings: &mut Vec<Finding>) {
    let mut lasts: HashedMap<bool> = HashedMap::default();
    for finding in findings.iter().filter(|finding| finding.rule == rule::CAPITALISED) {
        lasts.insert(context.tokens[finding.tokens.end - 1].hash, false);
    }
    if lasts.is_empty() {
        return;
    }
    for at in sentences.iter().flat_map(Clone::clone) {
        let is_capital =
            |at: Option<usize>| at.and_then(|at| context.tokens.get(at)).is_some_and(Token::is_capital);
        if context.tokens[at].is_capital() && !is_capital(at.checked_sub(1)) && !is_capital(Some(at + 1)) {
            lasts.entry(context.tokens[at].hash).and_modify(|is_alone| *is_alone = true);
        }
    }
    findings.retain_mut(|finding| {
        let last = finding.tokens.end - 1;
        if finding.rule != rule::CAPITALISED {
            return true;
        }
        finding.kind = Kind::Person;
        finding.tokens.len() <= 4
            && !context.is_common(last)
            && lasts.get(&context.tokens[last].hash) == Some(&true)
    });
}

/// The words of people's full names.
fn parts_of_people(context: &Context<'_>, findings: &[Finding]) -> HashedMap<Part> {
    let mut parts = HashedMap::default();
    for finding in findings.iter().filter(|finding| finding.kind == Kind::Person) {
        let is_word = |at: &usize| {
            let token = &context.tokens[*at];
            token.is_capital() && !token.is(Look::DOTTED) && !context.is(*at, Classes::PERSON_SUFFIX)
        };
        let mut words = finding.tokens.clone().filter(is_word);
        let Some(last) = words.next_back() else { continue };
        let is_single = words.next().is_none();
        if is_single && finding.rule != rule::AFTER_TITLE {
            continue;
        }
        parts.insert(context.tokens[last].hash, Part::Surname);
        for at in finding.tokens.clone().filter(|at| is_word(at) && *at != last) {
            parts.entry(context.tokens[at].hash).or_insert(Part::Given);
        }
    }
    parts
}

/// A place or organization read from one word is a person where the article names a person so: `Lincoln said`.
fn retype(context: &Context<'_>, parts: &HashedMap<Part>, findings: &mut [Finding]) {
    for finding in
        findings.iter_mut().filter(|finding| finding.kind != Kind::Person && finding.tokens.len() == 1)
    {
        let at = finding.tokens.start;
        let is_surname = parts.get(&context.tokens[at].hash) == Some(&Part::Surname);
        let is_placed =
            at > 0 && context.is(at - 1, Classes::PLACE_BEFORE) && context.tokens[at - 1].is_lower();
        if is_surname && (!is_placed || finding.rule == rule::AFTER_IN) {
            (finding.kind, finding.rule) = (Kind::Person, rule::SAME_ARTICLE);
        }
    }
}

/// A single word before a verb of saying is a person unless the article shows it to be something else.
fn drop_weak_people(context: &Context<'_>, parts: &HashedMap<Part>, findings: &mut Vec<Finding>) {
    findings.retain(|finding| {
        let at = finding.tokens.start;
        let is_weak =
            finding.kind == Kind::Person && finding.rule == rule::BEFORE_SPEECH && finding.tokens.len() == 1;
        !is_weak || parts.contains_key(&context.tokens[at].hash) || !context.is_common(at)
    });
}

fn read_part(context: &Context<'_>, at: usize, parts: &HashedMap<Part>) -> Option<Finding> {
    let token = &context.tokens[at];
    if !token.is_capital() || token.is(Look::DOTTED) {
        return None;
    }
    let part = parts.get(&token.hash)?;
    let is_ambiguous =
        context.is_common(at) || context.is(at, Classes::CALENDAR.or(Classes::NEVER).or(Classes::DEMONYM));
    let starts_run =
        context.tokens.get(at + 1).is_some_and(|next| next.is_capital() && next.is(Look::SPACED));
    if *part == Part::Given && (is_ambiguous || starts_run) {
        return None;
    }
    if is_ambiguous && (at == 0 || !context.tokens[at - 1].is_lower()) && !is_before_verb(context, at + 1) {
        return None;
    }
    let start = if *part == Part::Surname { start_of_particles(context, at) } else { at };
    Some(Finding { tokens: start..at + 1, kind: Kind::Person, title: None, rule: rule::SAME_ARTICLE })
}

/// Whether a verb stands there that has a person before it.
fn is_before_verb(context: &Context<'_>, at: usize) -> bool {
    const AUXILIARIES: [&str; 12] =
        ["will", "would", "has", "had", "was", "is", "could", "did", "does", "also", "should", "must"];
    let Some(token) = context.tokens.get(at).filter(|token| token.is_lower()) else { return false };
    context.is(at, Classes::SPEECH) || AUXILIARIES.contains(&token.of(context.text))
}

/// Takes particles before lone surnames into the name: `von der Leyen said`.
fn take_particles(context: &Context<'_>, parts: &HashedMap<Part>, findings: &mut [Finding]) {
    let mut free = 0;
    for finding in findings {
        let at = finding.tokens.start;
        let is_surname =
            finding.kind == Kind::Person && parts.get(&context.tokens[at].hash) == Some(&Part::Surname);
        if is_surname && finding.title.is_none() {
            finding.tokens.start = start_of_particles(context, at).max(free);
        }
        free = finding.tokens.end;
    }
}

/// Where the particles before a surname begin: `de Blasio`, `al-Assad`.
fn start_of_particles(context: &Context<'_>, at: usize) -> usize {
    let mut start = at;
    while start > 0 {
        let hyphens =
            usize::from(context.tokens[start - 1].is_mark(b'-') && !context.tokens[start].is(Look::SPACED));
        let Some(before) = start.checked_sub(1 + hyphens) else { break };
        if !context.is(before, Classes::PARTICLE) || at - before > 4 {
            break;
        }
        start = before;
    }
    start
}

/// Unknown words that are nearly a surname of the article, as machine translation leaves them.
fn find_misspelled(
    context: &Context<'_>,
    sentences: &[Range<usize>],
    parts: &HashedMap<Part>,
    findings: &mut Vec<Finding>,
) {
    let mut surnames: Vec<&str> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.kind == Kind::Person) {
        let last = &context.tokens[finding.tokens.end - 1];
        let word = last.of(context.text);
        if word.len() >= MIN_MISSPELLED && word.is_ascii() && parts.get(&last.hash) == Some(&Part::Surname) {
            surnames.push(word);
        }
    }
    surnames.sort_unstable();
    surnames.dedup();
    if surnames.is_empty() || surnames.len() > MAX_SURNAMES {
        return;
    }
    let is_misspelled = |at: usize| {
        let word = context.tokens[at].of(context.text);
        is_unknown(context, at)
            && surnames.binary_search(&word).is_err()
            && surnames.iter().any(|surname| is_near(word, surname))
    };
    for finding in findings.iter_mut() {
        let is_lone_speaker = finding.rule == rule::BEFORE_SPEECH && finding.tokens.len() == 1;
        if is_lone_speaker && is_misspelled(finding.tokens.start) {
            finding.rule = rule::MISSPELLED;
        }
    }
    let covered: Vec<Range<usize>> = findings.iter().map(|finding| finding.tokens.clone()).collect();
    let mut next = 0;
    for at in sentences.iter().flat_map(Clone::clone) {
        while covered.get(next).is_some_and(|range| range.end <= at) {
            next += 1;
        }
        if covered.get(next).is_some_and(|range| range.contains(&at)) {
            continue;
        }
        if is_misspelled(at) {
            findings.push(Finding {
                tokens: at..at + 1,
                kind: Kind::Person,
                title: None,
                rule: rule::MISSPELLED,
            });
        }
    }
    findings.sort_by_key(|finding| finding.tokens.start);
}

/// A capitalised word that no list knows.
fn is_unknown(context: &Context<'_>, at: usize) -> bool {
    let token = &context.tokens[at];
    token.is_capital()
        && context.classes[at] == Classes::default()
        && !context.is_common(at)
        && token.span.len() >= MIN_MISSPELLED
}

/// Whether two words of ASCII differ by one or two letters, the first letter being the same.
#[must_use]
pub(crate) fn is_near(a: &str, b: &str) -> bool {
    if !a.is_ascii()
        || !b.is_ascii()
        || a.len().abs_diff(b.len()) > MAX_DISTANCE
        || a.len().min(b.len()) < MIN_MISSPELLED
    {
        return false;
    }
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a[0].eq_ignore_ascii_case(&b[0]) && distance(a, b) <= MAX_DISTANCE
}

/// The number of letters to change, add or leave out (Levenshtein), for words of at most 32 letters.
fn distance(a: &[u8], b: &[u8]) -> usize {
    const MAX: usize = 32;
    if a.len() > MAX || b.len() > MAX {
        return MAX;
    }
    let mut row: [usize; MAX + 1] = std::array::from_fn(|at| at);
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(!x.eq_ignore_ascii_case(y));
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
