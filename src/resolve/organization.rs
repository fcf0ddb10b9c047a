//! Names of organizations into organizations: the lists, acronyms that the text itself defines
//! (`North Atlantic Treaty Organization (NATO)`), and which of them are named as sources.

use super::gather::Key;
use super::name::{plain_key, tidy};
use crate::annotate::lexicon::{self, Sense};
use crate::annotate::{Annotations, Mention};
use crate::clean::Article;
use crate::key::Kind;
use crate::text::fold;
use std::collections::BTreeMap;

/// Acronyms with the full names the corpus gives them.
#[derive(Debug, Default)]
pub(super) struct Acronyms {
    /// `None` where two articles define the acronym differently.
    full: BTreeMap<String, Option<String>>,
}

impl Acronyms {
    /// The full name of an acronym, when the corpus defines it in one way only.
    pub fn full(&self, acronym: &str) -> Option<&str> {
        self.full.get(acronym)?.as_deref()
    }

    fn define(&mut self, short: &str, full: &str) {
        self.full
            .entry(short.to_owned())
            .and_modify(|known| *known = known.take().filter(|known| plain_key(known) == plain_key(full)))
            .or_insert_with(|| Some(full.to_owned()));
    }
}

/// Finds the definitions in all articles.
pub(super) fn find_acronyms(articles: &[Article], annotations: &[Annotations]) -> Acronyms {
    let mut acronyms = Acronyms::default();
    for (article, found) in articles.iter().zip(annotations) {
        for pair in found.mentions.windows(2) {
            let [first, second] = pair else { continue };
            if first.kind != Kind::Organization || second.kind != Kind::Organization {
                continue;
            }
            let between = article.text.get(first.span.end as usize..second.span.start as usize);
            if between.is_none_or(|between| between.trim() != "(") {
                continue;
            }
            let (first, second) = (first.span.of(&article.text), second.span.of(&article.text));
            for (full, short) in [(first, second), (second, first)] {
                if initials(full) == short.replace('.', "") {
                    acronyms.define(short, full);
                }
            }
        }
    }
    acronyms
}

/// The capitals that begin the words of a name.
fn initials(name: &str) -> String {
    name.split([' ', '-'])
        .filter_map(|word| word.chars().next())
        .filter(|first| first.is_uppercase())
        .collect()
}

/// An organization by the lists, by a defined acronym, or by its own folded name, with the reason and how sure it is.
pub(super) fn link(text: &str, acronyms: &Acronyms) -> (Key, &'static str, u8) {
    let tidy = tidy(text);
    if let Some(Sense::Organization(number)) = lexicon::get().sense(&tidy) {
        let name = lexicon::get().organization(number).name;
        let (reason, confidence) = match () {
            () if tidy == name => ("the name shown", 98),
            () if fold(&tidy) == fold(name) => ("differs only in capitals or accents", 97),
            () => ("another name of it in the lists", 96),
        };
        return (Key::known(Kind::Organization, number), reason, confidence);
    }
    if let Some(full) = acronyms.full(&tidy) {
        let (key, ..) = link(full, &Acronyms::default());
        return (key, "an acronym the collection defines", 95);
    }
    (Key::named(Kind::Organization, plain_key(text)), "the name as printed", 80)
}

/// Words before a medium that make it the source: `told Reuters`, `according to the BBC`.
const BEFORE_SOURCE: [&str; 6] = ["to", "told", "by", "via", "from", "with"];
/// Of these, the ones that need a word of telling before them.
const WEAK: [&str; 4] = ["to", "by", "with", "from"];
const TELLING: [&str; 14] = [
    "according",
    "told",
    "said",
    "spoke",
    "speaking",
    "reported",
    "obtained",
    "seen",
    "interview",
    "statement",
    "published",
    "quoted",
    "cited",
    "information",
];
/// Words behind a medium that make it the source: `Reuters reported`.
const AFTER_SOURCE: [&str; 16] = [
    "reported",
    "reports",
    "said",
    "says",
    "writes",
    "wrote",
    "quoted",
    "quotes",
    "quoting",
    "cited",
    "citing",
    "learned",
    "revealed",
    "published",
    "noted",
    "broadcast",
];
/// Words looked back at before a weak word.
const N_BACK: usize = 4;

/// Whether an organization is named as the source of what the sentence tells.
pub(super) fn is_source(text: &str, mention: &Mention) -> bool {
    let after = text.get(mention.span.end as usize..).unwrap_or_default();
    let next = after.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.', ':']);
    if AFTER_SOURCE.contains(&next) {
        return true;
    }
    let before = text.get(..mention.span.start as usize).unwrap_or_default();
    let mut words = before.split_whitespace().rev().filter(|word| !is_article(word)).take(N_BACK + 1);
    let Some(last) = words.next() else { return false };
    if !BEFORE_SOURCE.contains(&last) {
        return false;
    }
    !WEAK.contains(&last) || words.any(|word| TELLING.contains(&fold(word).as_str()))
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "an" | "news" | "agency" | "newspaper" | "broadcaster" | "channel")
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_skip_small_words() {
        assert_eq!(super::initials("Organization for Security and Co-operation in Europe"), "OSCE");
    }
}
