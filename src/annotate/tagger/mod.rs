//! Sentences into named people, places and organizations, by weights learned from articles read by people.
//!
//! A conditional random field over [`token::Token`]s, read twice: the second
//! reading knows what the first took the same words for elsewhere in the article.
//! `cargo xtask train` makes the weights.

pub mod decode;
pub mod feature;
mod features;
pub mod form;
pub mod hash;
pub mod label;
pub mod lexicon;
pub mod lists;
pub mod model;
pub mod reading;
mod reason;
pub mod sums;
pub mod token;
pub mod vote;
pub mod weights;

pub use reason::Reason;

use crate::text::Span;
use decode::Decoder;
use form::Forms;
use model::{FormSums, Model, Scores};
use reading::Reading;
use std::ops::Range;
use std::sync::{Mutex, TryLockError};
use sums::Sums;
use vote::Votes;
use weights::Weights;

/// What a name names, as the weights divide it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// A human being.
    Person = 0,
    /// A country, region, city, building or natural feature.
    Place = 1,
    /// A body of people that acts.
    Organization = 2,
    /// Any other name: a people, an event, a work, a law, a product.
    Other = 3,
}

impl Class {
    /// Every class, by its number.
    pub const ALL: [Self; 4] = [Self::Person, Self::Place, Self::Organization, Self::Other];
}

/// One name that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tagged {
    /// The name alone, titles and possessives outside.
    pub span: Span,
    /// What it names.
    pub class: Class,
    /// How often such a name is right, 0 to 1; see [`CONFIDENCE`].
    pub confidence: f32,
}

/// A name that was found, explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Explained {
    /// The name, as in [`Tagged`].
    pub span: Span,
    /// What spoke for it, the strongest first.
    pub reasons: Vec<Reason>,
    /// What else it could be, where it is not [`SURE`].
    pub rival: Option<Rival>,
}

/// What a name could be instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rival {
    /// A name of another class.
    Class(Class),
    /// No name.
    NoName,
}

/// From this confidence on, nothing else is worth telling.
pub const SURE: f32 = 0.89;

/// How often names are right by their margin, the distance to the best other reading in steps of a score: each
/// row holds from its margin on. Counted on articles that were kept from training.
pub const CONFIDENCE: [(i32, f32); 5] = [(0, 0.55), (32, 0.76), (64, 0.89), (120, 0.95), (160, 0.99)];

/// The most spellings that are remembered from one article to the next: those of ten thousand newswire reports. A page
/// remembers half as many, since each of its workers has a memory of its own: some 20 MB when it is full.
const MOST_FORMS: usize = if cfg!(target_arch = "wasm32") { 1 << 15 } else { 1 << 16 };

/// Finds names with one set of weights.
#[derive(Debug)]
pub struct Tagger {
    model: Model,
    scratch: Mutex<Scratch>,
}

/// What is kept between articles only so as not to reckon it again.
#[derive(Debug, Default)]
struct Scratch {
    forms: Forms,
    form_sums: FormSums,
    reading: Reading,
    sums: Vec<Sums>,
    scores: Vec<Scores>,
    votes: Votes,
    labels: Vec<u8>,
    margins: Vec<i32>,
    decoder: Decoder,
}

impl Tagger {
    /// A tagger with the weights of a file; none if the bytes are not such a file.
    #[must_use]
    pub fn load(bytes: &[u8]) -> Option<Self> {
        Weights::from_bytes(bytes).map(|weights| Self::new(Model::from(weights)))
    }

    /// A tagger with these weights.
    #[must_use]
    pub fn new(model: Model) -> Self {
        Self { model, scratch: Mutex::default() }
    }

    /// The names in the sentences of one article, in order; no two overlap.
    #[must_use]
    pub fn tag(&self, text: &str, sentences: &[Span]) -> Vec<Tagged> {
        self.with_scratch(|scratch| {
            scratch.read_twice(&self.model, text, sentences);
            label::names(&scratch.labels).map(|(range, class)| scratch.tagged(text, range, class)).collect()
        })
    }

    /// Why each name that [`Self::tag`] finds in the same text was taken for what it was, and what else it could be.
    #[must_use]
    pub fn explain(&self, text: &str, sentences: &[Span]) -> Vec<Explained> {
        self.with_scratch(|scratch| {
            scratch.read_twice(&self.model, text, sentences);
            let ranges: Vec<_> = label::names(&scratch.labels).collect();
            let reasons = scratch.reasons(&self.model, &ranges);
            let explained = |((range, class), reasons): ((Range<usize>, Class), Vec<Reason>)| {
                let tagged = scratch.tagged(text, range.clone(), class);
                let is_open = tagged.confidence < SURE;
                let rival = is_open.then(|| scratch.rival(&self.model, range, class));
                Explained { span: tagged.span, reasons, rival }
            };
            ranges.into_iter().zip(reasons).map(explained).collect()
        })
    }

    /// Runs `work` with the scratch, or with a fresh one while another thread holds it: the result is the same.
    fn with_scratch<T>(&self, work: impl FnOnce(&mut Scratch) -> T) -> T {
        match self.scratch.try_lock() {
            Ok(mut scratch) => work(&mut scratch),
            Err(TryLockError::Poisoned(_) | TryLockError::WouldBlock) => work(&mut Scratch::default()),
        }
    }
}

impl Scratch {
    fn read_twice(&mut self, model: &Model, text: &str, sentences: &[Span]) {
        if self.forms.len() > MOST_FORMS {
            self.forms.clear();
            self.form_sums.clear();
            self.reading = Reading::default();
        }
        let transitions = &model.transitions;
        self.reading.read(&model.lexicon, &mut self.forms, text, sentences);
        model.sum(&self.forms, &mut self.form_sums, &self.reading, &mut self.sums);
        model.scores(&self.forms, &self.reading, &self.sums, &mut self.scores);
        self.decoder.decode(transitions, &self.reading, &self.scores, &mut self.labels, None);
        self.votes.count(&self.forms, &self.reading, &self.labels);
        model.add_votes(&self.forms, &self.reading, &self.votes, &mut self.sums, &mut self.scores);
        let margins = Some(&mut self.margins);
        self.decoder.decode(transitions, &self.reading, &self.scores, &mut self.labels, margins);
    }

    fn tagged(&self, text: &str, range: Range<usize>, class: Class) -> Tagged {
        let tokens = &self.reading.tokens[range.clone()];
        let mut span = Span { start: tokens[0].span.start, end: tokens[tokens.len() - 1].span.end };
        if tokens.len() > 1 && matches!(tokens[0].span.of(text), "The" | "the" | "THE") {
            span.start = tokens[1].span.start;
        }
        let margin = self.margins[range].iter().copied().min().unwrap_or(0);
        let rung = CONFIDENCE.iter().rev().find(|(least, _)| margin >= *least);
        Tagged { span, class, confidence: rung.map_or(CONFIDENCE[0].1, |(_, confidence)| *confidence) }
    }

    /// The best other reading of the tokens of a name, all of them read alike.
    fn rival(&self, model: &Model, range: Range<usize>, class: Class) -> Rival {
        let n_before = self.reading.is_active[..range.start].iter().filter(|active| **active).count();
        let rows = &self.scores[n_before..][..range.len()];
        let total = |label_at: &dyn Fn(usize) -> u8| {
            let mut before = label::OUTSIDE;
            let mut sum = 0;
            for (at, row) in rows.iter().enumerate() {
                let label = label_at(at);
                sum += i32::from(row[label as usize])
                    + i32::from(model.transitions[before as usize][label as usize]);
                before = label;
            }
            sum + i32::from(model.transitions[before as usize][label::OUTSIDE as usize])
        };
        let others = Class::ALL.into_iter().filter(|other| *other != class);
        let of_class = |other: Class| {
            let score = total(&|at| label::label_of(other, label::Position::of(at, rows.len())));
            (score, Rival::Class(other))
        };
        let no_name = (total(&|_| label::OUTSIDE), Rival::NoName);
        let first_best = |best: (i32, Rival), next: (i32, Rival)| if next.0 > best.0 { next } else { best };
        others.map(of_class).fold(no_name, first_best).1
    }

    /// The reasons for each of `names`, which are in order.
    fn reasons(&self, model: &Model, names: &[(Range<usize>, Class)]) -> Vec<Vec<Reason>> {
        let mut all: Vec<reason::Reasons> = names.iter().map(|_| reason::Reasons::default()).collect();
        let mut next = 0;
        for context in self.reading.active(&self.forms) {
            while names.get(next).is_some_and(|(range, _)| range.end <= context.at) {
                next += 1;
            }
            if names.get(next).is_some_and(|(range, _)| range.contains(&context.at)) {
                all[next].add(model, context, &self.votes, self.labels[context.at]);
            }
        }
        all.into_iter().map(reason::Reasons::strongest).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::split_sentences;

    fn tagger() -> Tagger {
        Tagger::load(include_bytes!("../../../lexicon/model/names.bin"))
            .expect("the weights in the repository load")
    }

    /// Checks the names that a tagger finds against those marked `[Name|class]`.
    fn check(tagger: &Tagger, marked: &str) {
        let (mut text, mut expected) = (String::new(), Vec::new());
        for (number, piece) in marked.split('[').enumerate() {
            let Some((name, rest)) = piece.split_once(']').filter(|_| number > 0) else {
                text.push_str(piece);
                continue;
            };
            let (name, class) = name.split_once('|').expect("a name and its class");
            expected.push((text.len(), name.to_string(), class.to_string()));
            text.push_str(name);
            text.push_str(rest);
        }
        let sentences = split_sentences(&text, Span::new(0, text.len()));
        let found: Vec<_> = tagger
            .tag(&text, &sentences)
            .into_iter()
            .filter(|name| name.class != Class::Other)
            .map(|name| {
                (name.span.start as usize, name.span.of(&text).to_string(), word(name.class).to_string())
            })
            .collect();
        assert_eq!(found, expected, "in {text:?}");
    }

    fn word(class: Class) -> &'static str {
        match class {
            Class::Person => "person",
            Class::Place => "place",
            Class::Organization => "organization",
            Class::Other => "other",
        }
    }

    #[test]
    fn names_are_found_without_titles_and_possessives() {
        let tagger = tagger();
        check(
            &tagger,
            "German Chancellor [Angela Merkel|person] met [Emmanuel Macron|person] in [Paris|place] on Tuesday.",
        );
        check(
            &tagger,
            "[Merkel|person]'s visit to [France|place] was short. Chancellor [Merkel|person] left at noon.",
        );
        check(
            &tagger,
            "The [United Nations|organization] and the [World Health Organization|organization] said so.",
        );
        check(
            &tagger,
            "He left the [Democratic party|organization] after years in the [Senate|organization].",
        );
        check(&tagger, "It rained all day and nobody came.");
    }

    #[test]
    fn what_was_read_before_does_not_matter() {
        let (used, fresh) = (tagger(), tagger());
        let text = "Dr. Ana Ruiz of Madrid works for Airbus. RUIZ SAID NO.";
        let sentences = split_sentences(text, Span::new(0, text.len()));
        let before = "Ruiz is a city. Airbus, Airbus! ruiz madrid";
        let _ = used.tag(before, &split_sentences(before, Span::new(0, before.len())));
        assert_eq!(used.tag(text, &sentences), fresh.tag(text, &sentences));
    }

    #[test]
    fn any_text_has_a_reading() {
        let tagger = tagger();
        for text in [
            "",
            " ",
            "\u{0}",
            "...",
            "- & -",
            "A-",
            "-A",
            "İ İI ǅ ﬁ",
            "भारत में",
            "«Ж» 🙂🙂 A🙂B",
            "' 's 'S",
            "McX O'",
            "e\u{301}E\u{301}",
        ] {
            let whole = Span::new(0, text.len());
            let _ = tagger.tag(text, &[whole]);
            for name in tagger.tag(text, &split_sentences(text, whole)) {
                assert!(!name.span.of(text).is_empty(), "a name of {text:?}");
            }
        }
    }

    #[test]
    fn a_name_has_reasons() {
        let tagger = tagger();
        let text = "President Joe Biden spoke in Ohio. Biden left.";
        let sentences = split_sentences(text, Span::new(0, text.len()));
        let reasons = tagger.explain(text, &sentences);
        assert_eq!(reasons.len(), tagger.tag(text, &sentences).len());
        let last = reasons.last().expect("a name");
        assert!(last.reasons.contains(&Reason::LongerElsewhere), "{last:?}");
        assert_eq!(last.rival, None, "the article says who Biden is");
    }

    #[test]
    fn a_doubtful_name_could_be_something_else() {
        let text = "Observers in Tarn disagree. Tarn declined to comment.";
        let tagger = tagger();
        let explained = tagger.explain(text, &split_sentences(text, Span::new(0, text.len())));
        assert_eq!(explained.len(), 2, "Tarn, twice");
        for name in explained {
            assert_ne!(name.rival, None, "nothing tells what Tarn is: {name:?}");
        }
    }
}
