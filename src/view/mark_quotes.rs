//! The quotations of an article into soft marks: their words, the *key* that opens the card, what the card says.
//!
//! The key is the mark that opens a quotation, and the verb of a statement told without marks: a stretch that holds no
//! name, so that the names inside the words keep cards of their own.

use super::build_quotes::{said_on, sentences_around};
use super::build_reader::{Marks, could_be, overlapping};
use super::known::Known;
use super::reader::{Mark, MarkDetail};
use super::statement::names_in;
use crate::annotate::{Quote, explain, speaker_rule};
use crate::key::{Facet, Kind};
use crate::resolve::EntityId;
use crate::text::Span;

/// Names listed of those who could have said something, at most.
const N_OTHERS: usize = 4;

/// Adds a mark for the key of each quotation to `spans`, which are in order, and gives the words of each with the index
/// of its mark.
pub(super) fn mark_quotes(
    known: Known<'_>,
    doc: usize,
    spans: &mut Vec<(Span, u32)>,
    marks: &mut Marks,
) -> Vec<(Span, u32)> {
    let text = &known.articles[doc].text;
    let (mut keys, mut said, mut end) = (Vec::new(), Vec::new(), 0);
    let speakers = &known.resolved.articles[doc].speakers;
    for (quote, speaker) in known.annotations[doc].quotes.iter().zip(speakers) {
        let key = if quote.indirect { quote.cue } else { opening_mark(text, quote.span) };
        let key = key.filter(|key| overlapping(spans, *key).is_empty());
        let words = clip(quote.span, spans).filter(|words| words.start >= end);
        if let Some((key, words)) = key.zip(words) {
            let at = marks.push_quote(known, doc, quote, *speaker, key);
            keys.push((key, at));
            said.push((words, at));
            end = words.end;
        }
    }
    spans.extend(keys);
    spans.sort_unstable();
    said
}

/// The mark in front of the words.
fn opening_mark(text: &str, words: Span) -> Option<Span> {
    let before = text.get(..words.start as usize)?.trim_end();
    let mark = before.chars().next_back().filter(|c| !c.is_alphanumeric())?;
    let start = before.len() - mark.len_utf8();
    Some(Span::new(start, before.len()))
}

/// The words without the marks that reach over their ends, so that no mark is torn.
fn clip(words: Span, marks: &[(Span, u32)]) -> Option<Span> {
    let across = overlapping(marks, words);
    let start = across
        .first()
        .map_or(words.start, |(mark, _)| if mark.start < words.start { mark.end } else { words.start });
    let end = across.last().map_or(
        words.end,
        |(mark, _)| {
            if mark.end > words.end { mark.start } else { words.end }
        },
    );
    (start < end).then_some(Span { start, end })
}

impl Marks {
    fn push_quote(
        &mut self,
        known: Known<'_>,
        doc: usize,
        quote: &Quote,
        speaker: Option<EntityId>,
        key: Span,
    ) -> u32 {
        let text = &known.articles[doc].text;
        let is_inferred = [speaker_rule::CARRIED, speaker_rule::SUBJECT].contains(&quote.rule);
        let detail = MarkDetail::Quote {
            speaker: speaker.map(|id| self.card(id)),
            printed: quote
                .speaker
                .map_or("", |at| known.annotations[doc].mentions[at].span.of(text))
                .to_owned(),
            slug: speaker.and_then(|id| speaker_slug(known, id)),
            is_indirect: quote.indirect,
            verb: quote.cue.map_or("", |cue| cue.of(text)).to_owned(),
            said_on: said_on(known, doc, quote),
            others: others(known, doc, quote, speaker),
        };
        self.push(Mark {
            text: key.of(text).to_owned(),
            detail,
            why: explain(quote.rule).to_owned(),
            because: String::new(),
            is_guess: is_inferred || speaker.is_none(),
        })
    }
}

fn speaker_slug(known: Known<'_>, id: EntityId) -> Option<String> {
    let at = known.quotes.speakers.binary_search(&id).ok()?;
    known.index.facet(Facet::Speaker).values.get(at).map(|value| value.slug.clone())
}

/// Who else could have said it: those whom the speaker's printed name fits, or, where the speaker is no name beside the
/// verb, those named in the sentences around and the one before.
fn others(known: Known<'_>, doc: usize, quote: &Quote, speaker: Option<EntityId>) -> Vec<String> {
    let is_named = [speaker_rule::NAME, speaker_rule::ACCORDING_TO].contains(&quote.rule);
    if is_named {
        let undecided = quote.speaker.filter(|_| speaker.is_none());
        return undecided.map_or_else(Vec::new, |mention| could_be(known, doc, mention));
    }
    let around = sentences_around(known, doc, quote);
    let sentences = &known.annotations[doc].sentences;
    let before = sentences.partition_point(|sentence| sentence.end <= around.start).checked_sub(1);
    let start = before.map_or(around.start, |at| sentences[at].start);
    let mut named: Vec<(Span, EntityId)> = names_in(known, doc, Span { start, end: around.end }).collect();
    named.sort_unstable();
    let mut names: Vec<String> = Vec::new();
    for (_, id) in named.into_iter().filter(|(span, id)| !quote.span.overlaps(*span) && Some(*id) != speaker)
    {
        let entity = known.entity(id);
        if entity.kind == Kind::Person && !names.contains(&entity.name) && names.len() < N_OTHERS {
            names.push(entity.name.clone());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_the_mark_in_front() {
        for (text, words, key) in [
            ("He said: “We will come.”", "We will", "“"),
            ("« Nous venons », a-t-il dit", "Nous", "«"),
            ("\"We come,\" he said", "We come", "\""),
        ] {
            let start = text.find(words).expect("words");
            let span = opening_mark(text, Span::new(start, start + words.len()));
            assert_eq!(span.map(|span| span.of(text)), Some(key));
        }
        assert_eq!(opening_mark("We come", Span::new(0, 2)), None);
    }

    #[test]
    fn no_mark_is_torn() {
        let marks = [(Span::new(0, 6), 0), (Span::new(8, 9), 1), (Span::new(12, 20), 2)];
        assert_eq!(clip(Span::new(4, 15), &marks), Some(Span::new(6, 12)));
        assert_eq!(clip(Span::new(7, 12), &marks), Some(Span::new(7, 12)));
        assert_eq!(clip(Span::new(13, 15), &marks), None);
    }
}
