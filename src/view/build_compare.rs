//! [`CompareView`] from two articles: aligned passages, the words that changed, the facts that did.

use super::align::{Group, align, shared_words, words_of};
use super::compare::{CompareRow, CompareView, Flag, Piece, SideView};
use super::differ::{Found, Side, find_differences};
use super::fact::{Facts, find_facts};
use super::feature::find_features;
use super::known::Known;
use crate::text::Span;

/// Compares two articles by their places.
#[must_use]
pub fn build_compare(known: Known<'_>, docs: [usize; 2]) -> CompareView {
    let features = docs.map(|doc| {
        let sentences = &known.annotations[doc].sentences;
        sentences.iter().map(|sentence| find_features(known, doc, *sentence)).collect::<Vec<_>>()
    });
    let mut sides = docs.map(|doc| show_side(known, doc));
    let n_titles = docs.map(|doc| {
        let title = known.articles[doc].title;
        known.annotations[doc].sentences.iter().filter(|sentence| title.contains(**sentence)).count()
    });
    let (titles, stories): (Vec<_>, Vec<_>) =
        features.iter().zip(n_titles).map(|(features, n_titles)| features.split_at(n_titles)).unzip();
    let shift = |at: &usize, side: usize| at + n_titles[side];
    let words = |at: usize, side: usize| {
        let doc = docs[side];
        known.annotations[doc].sentences[shift(&at, side)].of(&known.articles[doc].text)
    };
    let moved =
        align(stories[0], stories[1], |i, j| words(i, 0) == words(j, 1)).into_iter().map(|group| Group {
            left: group.left.iter().map(|at| shift(at, 0)).collect(),
            right: group.right.iter().map(|at| shift(at, 1)).collect(),
        });
    // Headlines stand against each other, whatever they say.
    let headline = Group { left: (0..n_titles[0]).collect(), right: (0..n_titles[1]).collect() };
    let headline = (!titles.iter().all(|title| title.is_empty())).then_some(headline);
    let rows =
        headline.into_iter().chain(moved).map(|group| build_row(known, docs, &group, &mut sides)).collect();
    CompareView { sides, rows }
}

fn show_side(known: Known<'_>, doc: usize) -> SideView {
    let article = &known.articles[doc];
    let sentences = &known.annotations[doc].sentences;
    let n_words = sentences.iter().map(|sentence| words_of(&article.text, *sentence).len()).sum();
    SideView {
        id: article.id.clone(),
        title: known.title(doc),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
        n_words: Span::new(0, n_words).end,
        n_shared: 0,
        n_reworded: 0,
    }
}

/// The words of some sentences of one article, in order.
struct Passage<'a> {
    text: &'a str,
    sentences: Vec<Span>,
    words: Vec<(Span, String)>,
}

impl<'a> Passage<'a> {
    fn of(known: Known<'a>, doc: usize, places: &[usize]) -> Self {
        let text = known.articles[doc].text.as_str();
        let sentences: Vec<Span> = places.iter().map(|at| known.annotations[doc].sentences[*at]).collect();
        let words = sentences.iter().flat_map(|sentence| words_of(text, *sentence)).collect();
        Self { text, sentences, words }
    }

    fn folded(&self) -> Vec<String> {
        self.words.iter().map(|(_, word)| word.clone()).collect()
    }

    fn facts(&self, known: Known<'_>, doc: usize) -> Facts {
        let mut all = Facts::default();
        for sentence in &self.sentences {
            let Facts { numbers, dates, names } = find_facts(known, doc, *sentence);
            all.numbers.extend(numbers);
            all.dates.extend(dates);
            all.names.extend(names);
        }
        all
    }

    /// The text in pieces; `is_shared` says of each word whether the other side has it.
    fn pieces(&self, is_shared: &[bool]) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut words = self.words.iter().zip(is_shared).peekable();
        let mut was_changed = false;
        for (number, sentence) in self.sentences.iter().enumerate() {
            if number > 0 {
                push(&mut pieces, " ", false);
            }
            let mut at = sentence.start;
            while let Some(((span, _), is_shared)) = words.next_if(|((span, _), _)| sentence.contains(*span))
            {
                let gap = Span { start: at, end: span.start };
                push(&mut pieces, gap.of(self.text), was_changed && !is_shared);
                push(&mut pieces, span.of(self.text), !is_shared);
                (at, was_changed) = (span.end, !is_shared);
            }
            push(&mut pieces, Span { start: at, end: sentence.end }.of(self.text), false);
            was_changed = false;
        }
        pieces
    }
}

fn push(pieces: &mut Vec<Piece>, text: &str, is_changed: bool) {
    match pieces.last_mut().filter(|last| last.is_changed == is_changed) {
        _ if text.is_empty() => {}
        Some(last) => last.text.push_str(text),
        None => pieces.push(Piece { text: text.to_owned(), is_changed }),
    }
}

fn build_row(known: Known<'_>, docs: [usize; 2], group: &Group, sides: &mut [SideView; 2]) -> CompareRow {
    let passages = [Passage::of(known, docs[0], &group.left), Passage::of(known, docs[1], &group.right)];
    if group.left.is_empty() || group.right.is_empty() {
        let alone = |passage: &Passage<'_>| passage.pieces(&vec![true; passage.words.len()]);
        return CompareRow {
            sides: [alone(&passages[0]), alone(&passages[1])],
            is_same: false,
            flags: Vec::new(),
        };
    }
    let (left, right) = shared_words(&passages[0].folded(), &passages[1].folded());
    let shared = [left, right];
    for (side, shared) in sides.iter_mut().zip(&shared) {
        let n_shared = Span::new(0, shared.iter().filter(|is_shared| **is_shared).count()).end;
        side.n_shared += n_shared;
        side.n_reworded += Span::new(0, shared.len()).end - n_shared;
    }
    let facts = [passages[0].facts(known, docs[0]), passages[1].facts(known, docs[1])];
    let [left, right] = [0, 1].map(|at| Side { text: passages[at].text, facts: &facts[at] });
    let flags = find_differences(known, [left, right], false);
    CompareRow {
        is_same: shared.iter().flatten().all(|is_shared| *is_shared),
        flags: flags.iter().map(|found| show_flag(found, [passages[0].text, passages[1].text])).collect(),
        sides: [passages[0].pieces(&shared[0]), passages[1].pieces(&shared[1])],
    }
}

pub(super) fn show_flag(found: &Found, texts: [&str; 2]) -> Flag {
    let printed = [found.spans[0].of(texts[0]).to_owned(), found.spans[1].of(texts[1]).to_owned()];
    Flag { of: found.of, printed }
}
