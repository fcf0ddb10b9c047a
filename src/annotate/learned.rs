//! The name tagger with the weights the program ships, loaded when the first article is read.
//!
//! They were learned from English: an article in another language is read by the rules alone.

use super::tagger::{Class, Explained, Rival, Tagger};
use crate::clean::Article;
use crate::text::Span;
use std::sync::LazyLock;

/// The language of the articles that were learned from.
const LEARNED_LANGUAGE: &str = "en";

static TAGGER: LazyLock<Tagger> = LazyLock::new(|| {
    Tagger::load(include_bytes!("../../lexicon/model/names.bin")).expect("the weights in the repository load")
});

/// The tagger, for an article in the language it learned or in none that is known.
pub(super) fn tagger_for(article: &Article) -> Option<&'static Tagger> {
    let language = article.language.as_ref().map_or(LEARNED_LANGUAGE, |language| language.value.as_str());
    (language == LEARNED_LANGUAGE).then(|| &*TAGGER)
}

/// A name and why the weights took it for one, in a sentence a reader understands.
pub type Because = (Span, String);

/// Why the weights took each name they found in an article for one, in order.
#[must_use]
pub fn reasons(article: &Article, sentences: &[Span]) -> Vec<Because> {
    let Some(tagger) = tagger_for(article) else { return Vec::new() };
    let told = tagger.explain(&article.text, sentences).into_iter();
    told.filter(|name| !name.reasons.is_empty()).map(|name| (name.span, sentences_of(&name))).collect()
}

/// `It follows a title, and is spelled like such names. It could also be a place.`
fn sentences_of(name: &Explained) -> String {
    let words: Vec<&str> = name.reasons.iter().map(|reason| reason.words()).collect();
    let told = match words.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("It {}, and {last}.", before.join(", ")),
        all => format!("It {}.", all.concat()),
    };
    let rival = name.rival.map(|rival| format!(" It could also be {}.", rival_words(rival)));
    told + &rival.unwrap_or_default()
}

fn rival_words(rival: Rival) -> &'static str {
    match rival {
        Rival::Class(Class::Person) => "a person",
        Rival::Class(Class::Place) => "a place",
        Rival::Class(Class::Organization) => "an organization",
        Rival::Class(Class::Other) => "a name of another kind",
        Rival::NoName => "no name at all",
    }
}
