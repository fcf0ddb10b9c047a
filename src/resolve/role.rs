//! Titles into the people who hold them: `NATO chief`, `the Secretary General`, `the Kremlin spokesman`.
//!
//! A *role* is a class of titles with the body or country it belongs to, its *scope*. Who holds which
//! role is read from the titles that stand with names; a title without a name is then that person where
//! exactly one in the article fits.

use crate::annotate::lexicon::{self, HashedMap, Sense, rows};
use crate::annotate::{Mention, add_word, hash_word};
use crate::key::Kind;
use crate::text::{FastMap, Span, fold};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// Why a title is taken for a person.
pub(super) const SAME_ROLE: &str =
    "the article gives this title, of the same body or country, to one person only";
/// Why a title without body or country is.
pub(super) const ONLY_ROLE: &str = "the article gives this title to one person only";
/// How sure the two are, in percent.
const SAME_ROLE_PERCENT: u8 = 85;
const ONLY_ROLE_PERCENT: u8 = 70;
/// Longest title in words.
const MAX_WORDS: usize = 5;
/// The class that any highest office fulfils.
const HEAD: &str = "head";
/// Words that say somebody else holds the role.
const NOT_THE_HOLDER: [&str; 10] =
    ["former", "ex", "deputy", "vice", "acting", "then", "late", "assistant", "incoming", "outgoing"];

/// The body or country a role belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Scope {
    Organization(u32),
    Country(&'static str),
    /// Folded, as printed.
    Other(String),
}

/// A class of titles with what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Role {
    class: u16,
    scope: Option<Scope>,
}

impl Role {
    /// The number of the class of titles.
    pub fn class(&self) -> u16 {
        self.class
    }
}

/// A title that stands for a person without naming them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reference {
    /// The title, the body before it left out.
    pub span: Span,
    /// The mention in the article that names the person.
    pub holder: usize,
    pub reason: &'static str,
    pub confidence: u8,
}

struct Titles {
    classes: Vec<&'static str>,
    /// The class of each phrase.
    phrases: HashedMap<u16>,
    /// The last words of phrases.
    lasts: HashedMap<()>,
    /// The country of each demonym, folded.
    demonyms: FastMap<String, &'static str>,
}

static TITLES: LazyLock<Titles> = LazyLock::new(|| {
    let mut titles = Titles {
        classes: Vec::new(),
        phrases: HashedMap::default(),
        lasts: HashedMap::default(),
        demonyms: FastMap::default(),
    };
    for (row, class) in rows(include_str!("../../lexicon/people/roles.tsv")).zip(0u16..) {
        let Some((name, phrases)) = row.split_once('\t') else { continue };
        titles.classes.push(name);
        for phrase in phrases.split(',') {
            let words: Vec<u64> = phrase.split(' ').map(hash_word).collect();
            titles.lasts.extend(words.last().map(|last| (*last, ())));
            titles.phrases.insert(words.iter().fold(0, |hash, word| add_word(hash, *word)), class);
        }
    }
    for row in rows(include_str!("../../lexicon/places/countries.tsv")) {
        let columns: Vec<&'static str> = row.split('\t').collect();
        let [code, _, _, demonyms] = columns.as_slice() else { continue };
        titles.demonyms.extend(demonyms.split(',').map(|demonym| (fold(demonym), *code)));
    }
    titles
});

/// The country whose people a word names, as an ISO code: `NO` for `Norwegian`.
pub(super) fn country_of_demonym(word: &str) -> Option<&'static str> {
    TITLES.demonyms.get(&fold(word)).copied()
}

/// Reads the title in front of a mention, unless the word before it says that somebody else holds the role.
pub(super) fn title_in_front(text: &str, mention: &Mention) -> Option<Role> {
    let title = mention.title.filter(|title| title.end <= mention.span.start)?;
    let before = text[..title.start as usize].trim_end_matches([' ', '-']);
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_near = text[..title.start as usize].ends_with([' ', '-']);
    let is_other = is_near && NOT_THE_HOLDER.contains(&fold(word).as_str());
    if is_other { None } else { read_title(title.of(text)) }
}

/// Reads a title as printed with a name: `NATO Secretary-General`, `Russian President`.
pub(super) fn read_title(title: &str) -> Option<Role> {
    let words: Vec<&str> = title.split([' ', '-', '\u{a0}', '\n']).filter(|word| !word.is_empty()).collect();
    let start = (words.len().saturating_sub(MAX_WORDS)..words.len())
        .find(|start| class_of(&words[*start..]).is_some())?;
    let class = class_of(&words[start..])?;
    let rest: Vec<&str> =
        words[..start].iter().copied().filter(|word| !matches!(*word, "the" | "The")).collect();
    if rest.iter().any(|word| NOT_THE_HOLDER.contains(&fold(word).as_str())) {
        return None;
    }
    Some(Role { class, scope: scope_of(&rest.join(" ")) })
}

fn class_of(words: &[&str]) -> Option<u16> {
    let hash = words.iter().fold(0, |hash, word| add_word(hash, hash_word(word)));
    TITLES.phrases.get(&hash).copied()
}

/// What the words before a title name; nothing for none.
fn scope_of(words: &str) -> Option<Scope> {
    let words = words.strip_suffix("'s").or_else(|| words.strip_suffix("’s")).unwrap_or(words);
    if words.is_empty() {
        return None;
    }
    if let Some(code) = country_of_demonym(words) {
        return Some(Scope::Country(code));
    }
    Some(match lexicon::get().sense(words) {
        Some(Sense::Organization(number)) => Scope::Organization(number),
        Some(Sense::Place(number)) if !lexicon::get().place(number).country.is_empty() => {
            Scope::Country(lexicon::get().place(number).country)
        }
        _ => Scope::Other(fold(words)),
    })
}

/// Finds the titles of an article that stand for one of its people. `holders` are mentions of people, by their place
/// among `mentions`, with their role and a number that tells persons apart.
pub(super) fn find_references(
    text: &str,
    sentences: &[Span],
    mentions: &[Mention],
    holders: &[(usize, Role, u32)],
) -> Vec<Reference> {
    if holders.is_empty() {
        return Vec::new();
    }
    let holders = Holders::new(holders);
    let mut references = Vec::new();
    let mut next = 0;
    for sentence in sentences {
        let words = words_of(text, *sentence);
        let mut from = 0;
        for at in 0..words.len() {
            if !TITLES.lasts.contains_key(&words[at].hash) {
                continue;
            }
            let Some((start, class)) = phrase_that_ends(&words, at, from) else { continue };
            let span = Span { start: words[start].span.start, end: words[at].span.end };
            while next < mentions.len() && mentions[next].span.end <= span.start {
                next += 1;
            }
            let front = next.checked_sub(1).map(|before| &mentions[before]);
            if let Some(found) = holders.find(text, &words, (start, at), class, front, mentions.get(next)) {
                from = at + 1;
                references.push(Reference { span, ..found });
            }
        }
    }
    references
}

struct Word {
    span: Span,
    hash: u64,
}

/// The words of a sentence, hyphens between them left out.
fn words_of(text: &str, sentence: Span) -> Vec<Word> {
    let (mut words, mut start) = (Vec::new(), None);
    let inner = sentence.of(text);
    for (at, c) in inner.char_indices().chain([(inner.len(), ' ')]) {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                let span = Span::new(sentence.start as usize + from, sentence.start as usize + at);
                words.push(Word { span, hash: hash_word(&inner[from..at]) });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// The longest title that ends at a word and begins at `from` or later.
fn phrase_that_ends(words: &[Word], at: usize, from: usize) -> Option<(usize, u16)> {
    (at.saturating_sub(MAX_WORDS - 1).max(from)..=at).find_map(|start| {
        let hash = words[start..=at].iter().fold(0, |hash, word| add_word(hash, word.hash));
        TITLES.phrases.get(&hash).map(|class| (start, *class))
    })
}

/// Who holds which roles in one article.
struct Holders<'a> {
    /// Persons of each class, with the first mention that shows it.
    by_class: BTreeMap<u16, BTreeMap<(u32, Option<&'a Scope>), usize>>,
}

impl<'a> Holders<'a> {
    fn new(holders: &'a [(usize, Role, u32)]) -> Self {
        let mut by_class: BTreeMap<u16, BTreeMap<(u32, Option<&Scope>), usize>> = BTreeMap::new();
        for (mention, role, person) in holders {
            let of_class = by_class.entry(role.class).or_default();
            of_class.entry((*person, role.scope.as_ref())).or_insert(*mention);
        }
        Self { by_class }
    }

    /// The person a title stands for, given the mentions before and behind it.
    fn find(
        &self,
        text: &str,
        words: &[Word],
        (start, end): (usize, usize),
        class: u16,
        front: Option<&Mention>,
        behind: Option<&Mention>,
    ) -> Option<Reference> {
        let span = Span { start: words[start].span.start, end: words[end].span.end };
        // A name that stands directly behind or covers the title has it for its own.
        let is_taken = |mention: &Mention| {
            let gap = text.get(span.end as usize..mention.span.start as usize);
            mention.span.start < span.end
                || mention.title.is_some_and(|title| title.overlaps(span))
                || mention.kind == Kind::Person
                    && gap.is_some_and(|gap| gap.trim_matches([' ', ',']).is_empty())
        };
        let next_is_name = words.get(end + 1).is_some_and(|next| {
            let gap = text.get(span.end as usize..next.span.start as usize).unwrap_or_default();
            gap == " " && next.span.of(text).starts_with(char::is_uppercase)
        });
        if behind.is_some_and(is_taken) || next_is_name || front.is_some_and(|front| is_titled(front, span)) {
            return None;
        }
        let scope = self.scope_before(text, words, start, front)?;
        self.holder(class, scope.as_ref()).map(|(holder, reason, confidence)| Reference {
            span,
            holder,
            reason,
            confidence,
        })
    }

    /// The body or country before a title: outer `None` where the title stands for nobody in particular.
    fn scope_before(
        &self,
        text: &str,
        words: &[Word],
        start: usize,
        front: Option<&Mention>,
    ) -> Option<Option<Scope>> {
        let word = |back: usize| start.checked_sub(back).map(|at| words[at].span.of(text));
        let title_start = words[start].span.start;
        if let Some(front) = front.filter(|front| front.kind != Kind::Person) {
            let gap = text.get(front.span.end as usize..title_start as usize).unwrap_or_default();
            if matches!(gap, " " | "’s " | "'s " | "-") {
                return Some(scope_of(front.span.of(text)));
            }
        }
        let before = word(1)?;
        if matches!(before, "the" | "The") {
            return Some(None);
        }
        let code = country_of_demonym(before)?;
        matches!(word(2), Some("the" | "The")).then_some(Some(Scope::Country(code)))
    }

    fn holder(&self, class: u16, scope: Option<&Scope>) -> Option<(usize, &'static str, u8)> {
        let classes = &TITLES.classes;
        let is_head = classes[class as usize] == HEAD;
        // "The leader" without a body could be anybody's.
        if is_head && scope.is_none() {
            return None;
        }
        let fits = |other: &u16| *other == class || (is_head && classes[*other as usize].starts_with(HEAD));
        let fitting =
            || self.by_class.iter().filter(|(other, _)| fits(other)).flat_map(|(_, holders)| holders);
        if scope.is_some() {
            let same = fitting().filter(|((_, held), _)| *held == scope);
            return only_person(same).map(|holder| (holder, SAME_ROLE, SAME_ROLE_PERCENT));
        }
        only_person(fitting()).map(|holder| (holder, ONLY_ROLE, ONLY_ROLE_PERCENT))
    }
}

fn is_titled(front: &Mention, span: Span) -> bool {
    front.title.is_some_and(|title| title.overlaps(span)) || front.span.overlaps(span)
}

/// The earliest mention of the only person among some.
fn only_person<'a>(
    holders: impl Iterator<Item = (&'a (u32, Option<&'a Scope>), &'a usize)>,
) -> Option<usize> {
    let found: Vec<(u32, usize)> = holders.map(|((person, _), mention)| (*person, *mention)).collect();
    let persons: BTreeSet<u32> = found.iter().map(|(person, _)| *person).collect();
    if persons.len() == 1 { found.into_iter().map(|(_, mention)| mention).min() } else { None }
}

/// The role in a title printed behind a name between commas: `Jens Stoltenberg, NATO secretary general,`.
pub(super) fn title_behind(text: &str, mention: &Mention) -> Option<Role> {
    /// Longest apposition, in bytes.
    const LONGEST: usize = 60;
    let rest = text.get(mention.span.end as usize..)?.strip_prefix(", ")?;
    let end = rest.find([',', '.', ';', '\n', '(', '–', '—'])?;
    if end > LONGEST {
        return None;
    }
    let words = rest[..end].strip_prefix("the ").unwrap_or(&rest[..end]);
    // "President of Ukraine": the body stands behind.
    if let Some((title, body)) = words.split_once(" of ") {
        let body = body.strip_prefix("the ").unwrap_or(body);
        if let Some(role) = read_title(title).filter(|role| role.scope.is_none()) {
            return Some(Role { scope: scope_of(body), ..role });
        }
    }
    read_title(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_read_with_their_body() {
        let chief = read_title("NATO Secretary-General").expect("a title");
        assert!(matches!(chief.scope, Some(Scope::Organization(_))));
        assert_eq!(read_title("Russian President").expect("a title").scope, Some(Scope::Country("RU")));
        assert_eq!(read_title("former President"), None);
        assert_eq!(read_title("Mr"), None);
        assert_eq!(country_of_demonym("Norwegian"), Some("NO"));
    }
}
