//! Acronyms that the text itself defines: `North Atlantic Treaty Organization (NATO)`.

use crate::annotate::Annotations;
use crate::clean::Article;
use crate::key::Kind;
use crate::text::Span;
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
}

/// Finds the definitions in all articles.
pub(super) fn find_acronyms(articles: &[Article], annotations: &[Annotations]) -> Acronyms {
    let mut acronyms = Acronyms::default();
    for (article, found) in articles.iter().zip(annotations) {
        for pair in found.mentions.windows(2) {
            let [full, short] = pair else { continue };
            if full.kind != Kind::Organization || short.kind != Kind::Organization {
                continue;
            }
            let between =
                Span { start: full.span.end, end: short.span.start.max(full.span.end) }.of(&article.text);
            let (full, short) = (full.span.of(&article.text), short.span.of(&article.text));
            if between.trim() == "(" && initials(full) == short {
                acronyms
                    .full
                    .entry(short.to_owned())
                    .and_modify(|known| {
                        *known = known
                            .take()
                            .filter(|known| super::name::plain_key(known) == super::name::plain_key(full))
                    })
                    .or_insert_with(|| Some(full.to_owned()));
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

#[cfg(test)]
mod tests {
    #[test]
    fn initials_skip_small_words() {
        assert_eq!(super::initials("Organization for Security and Co-operation in Europe"), "OSCE");
    }
}
