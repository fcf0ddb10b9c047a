//! [`HitCard`] from one story: headline, the passage that matches best, the other versions.

use super::explore::{HitCard, Version};
use super::known::Known;
use super::run::{Layers, Run};
use crate::key::Kind;
use crate::search::{Match, Matcher, StoryHit};
use crate::text::Span;

/// Longest passage of a result, in bytes of its text.
const PASSAGE_LEN: usize = 260;
/// Text kept in front of the first match of a passage that has to be cut, in bytes.
const PASSAGE_LEAD: usize = 80;
/// Versions that are named at most; nobody reads more of them from a list.
const N_VERSIONS: usize = 100;

/// Where a story matches: the paragraphs that may hold the best passage, and how many matches there are in all.
struct Evidence {
    /// The matches in the paragraph that has most, in order.
    hits: Vec<Span>,
    /// The matches in the whole story, without its headline.
    n_matches: usize,
}

pub(super) fn build_hit(known: Known<'_>, story: &StoryHit, matcher: &Matcher<'_>) -> HitCard {
    let doc = story.head as usize;
    let article = &known.articles[doc];
    let text = &article.text;
    let title_span = known.title_span(doc);
    let hits = matcher.mark_title(text, title_span);
    let mut title = Layers { hits, ..Layers::default() }.cut(text, title_span);
    if article.title.is_empty() {
        title.push(Run::plain("…"));
    }
    let Evidence { hits, n_matches } = find_evidence(known, story.head, matcher);
    let passage = best_passage(known, doc, &hits);
    let (marks, kinds) = passage_marks(known, doc, passage);
    let n_shown = hits.iter().filter(|hit| passage.contains(**hit)).count();
    let layers = Layers { marks, hits, ..Layers::default() }.inside(passage);
    let version = |doc: &u32| build_version(known, *doc as usize);
    HitCard {
        id: article.id.clone(),
        title,
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
        snippet: with_ellipses(known, doc, passage, layers.cut(text, passage)),
        marks: kinds,
        n_more_matches: Span::new(0, n_matches.saturating_sub(n_shown)).end,
        n_words: known.index.fields[doc].n_words,
        versions: story.versions.iter().take(N_VERSIONS).map(version).collect(),
    }
}

fn build_version(known: Known<'_>, doc: usize) -> Version {
    let article = &known.articles[doc];
    Version {
        id: article.id.clone(),
        title: known.title(doc),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
    }
}

/// Finds the matches by the index and reads only the paragraph with most of them; reads the article where
/// the index would take longer.
fn find_evidence(known: Known<'_>, doc: u32, matcher: &Matcher<'_>) -> Evidence {
    let article = &known.articles[doc as usize];
    let Some(matches) = matcher.matches_in(doc) else {
        let marks = article.paragraphs.iter().flat_map(|paragraph| matcher.mark(&article.text, *paragraph));
        let hits: Vec<Span> = marks.collect();
        return Evidence { n_matches: hits.len(), hits };
    };
    let title_end = known.index.fields[doc as usize].title_end;
    let in_story = &matches[matches.partition_point(|it| it.start < title_end)..];
    let starts = known.index.paragraphs(doc);
    let paragraph_of = |it: &Match| starts.partition_point(|start| *start <= it.start).saturating_sub(1);
    let groups = in_story.chunk_by(|a, b| paragraph_of(a) == paragraph_of(b));
    // The first of those with most different parts of the query, then with most matches.
    let best = groups.rev().max_by_key(|group| (count_parts(group), group.len()));
    let paragraph = best.and_then(|group| article.paragraphs.get(paragraph_of(group.first()?)));
    let hits = paragraph.map(|paragraph| matcher.mark(&article.text, *paragraph)).unwrap_or_default();
    Evidence { hits, n_matches: in_story.len() }
}

fn count_parts(matches: &[Match]) -> usize {
    let mut parts: Vec<u32> = matches.iter().map(|it| it.part).collect();
    parts.sort_unstable();
    parts.dedup();
    parts.len()
}

/// The sentence of the story with the most different matches, then with the most, or its first; cut at
/// word bounds when it is long.
fn best_passage(known: Known<'_>, doc: usize, hits: &[Span]) -> Span {
    let article = &known.articles[doc];
    let body_start = article.paragraphs.first().map_or(0, |first| first.start);
    let sentences = known.annotations[doc].sentences.iter().filter(|sentence| sentence.start >= body_start);
    let mut best: Option<((usize, usize), Span)> = None;
    for sentence in sentences {
        let held: Vec<Span> = hits.iter().filter(|hit| sentence.contains(**hit)).copied().collect();
        let merit = (count_words(&article.text, &held), held.len());
        if best.is_none_or(|(most, _)| merit > most) {
            best = Some((merit, *sentence));
        }
        if hits.is_empty() {
            break;
        }
    }
    let Some((_, sentence)) = best else { return Span::default() };
    let sentence = if hits.is_empty() { opening(known, doc, sentence) } else { sentence };
    if sentence.len() <= PASSAGE_LEN {
        return sentence;
    }
    let first_hit = hits.iter().find(|hit| sentence.contains(**hit)).map_or(sentence.start, |hit| hit.start);
    let start = if first_hit as usize - sentence.start as usize > PASSAGE_LEN - PASSAGE_LEAD {
        first_hit as usize - PASSAGE_LEAD
    } else {
        sentence.start as usize
    };
    cut_at_words(&article.text, start, start + PASSAGE_LEN, sentence)
}

/// How many different words the matches are.
fn count_words(text: &str, hits: &[Span]) -> usize {
    let mut words: Vec<String> = hits.iter().map(|hit| crate::text::fold(hit.of(text))).collect();
    words.sort_unstable();
    words.dedup();
    words.len()
}

/// The first sentence and those of its paragraph that still fit.
fn opening(known: Known<'_>, doc: usize, first: Span) -> Span {
    let paragraph = known.articles[doc].paragraphs.iter().find(|paragraph| paragraph.contains(first));
    let rest = known.annotations[doc].sentences.iter().filter(|sentence| {
        sentence.start >= first.start && paragraph.is_some_and(|paragraph| paragraph.contains(**sentence))
    });
    let fits = rest.take_while(|sentence| (sentence.end - first.start) as usize <= PASSAGE_LEN).last();
    Span { start: first.start, end: fits.map_or(first.end, |last| last.end.max(first.end)) }
}

fn cut_at_words(text: &str, start: usize, end: usize, within: Span) -> Span {
    let is_space = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_whitespace);
    let mut start = start.max(within.start as usize);
    while start > within.start as usize && !is_space(start - 1) {
        start -= 1;
    }
    let mut end = end.min(within.end as usize);
    if end < within.end as usize {
        let full = end;
        while end > start && !is_space(end) {
            end -= 1;
        }
        if end == start {
            end = full;
            while !text.is_char_boundary(end) {
                end += 1;
            }
        }
    }
    Span::new(start, end)
}

fn with_ellipses(known: Known<'_>, doc: usize, passage: Span, mut runs: Vec<Run>) -> Vec<Run> {
    let sentences = &known.annotations[doc].sentences;
    if passage.is_empty() {
        return runs;
    }
    if !sentences.iter().any(|sentence| sentence.start == passage.start) {
        runs.insert(0, Run::plain("…"));
    }
    if !sentences.iter().any(|sentence| sentence.end == passage.end) {
        runs.push(Run::plain(" …"));
    }
    runs
}

type PassageMarks = (Vec<(Span, u32)>, Vec<Option<Kind>>);

fn passage_marks(known: Known<'_>, doc: usize, passage: Span) -> PassageMarks {
    let resolved = &known.resolved.articles[doc];
    let kind = |at: usize, mention: &crate::annotate::Mention| {
        resolved.entities[at].map_or(mention.kind, |id| known.entity(id).kind)
    };
    let is_hidden = |at: usize| resolved.grounds.get(at).is_some_and(|ground| ground.is_hidden);
    let names = known.annotations[doc].mentions.iter().enumerate().filter(|(at, _)| !is_hidden(*at));
    let names = names.map(|(at, mention)| (mention.span, Some(kind(at, mention))));
    let dates = resolved.dates.iter().map(|date| (date.span, None));
    let mut all: Vec<_> = names.chain(dates).filter(|(span, _)| passage.contains(*span)).collect();
    all.sort_by_key(|(span, kind)| (*span, kind.is_none()));
    let mut end = 0;
    all.retain(|(span, _)| {
        let is_free = span.start >= end;
        end = if is_free { span.end } else { end };
        is_free
    });
    let spans = all.iter().zip(0u32..).map(|((span, _), at)| (*span, at)).collect();
    (spans, all.into_iter().map(|(_, kind)| kind).collect())
}
