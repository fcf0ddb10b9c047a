//! [`QuotesView`] from a selection: the quotations of its articles counted by speaker, the first of them in full.

use super::align::shared_words;
use super::build_entity;
use super::entity::Quoted;
use super::export::Csv;
use super::known::Known;
use super::quotes::{Quotation, QuoteSource, QuotesView, SpeakerRow, Wording};
use super::run::{Layers, Run};
use crate::annotate::{Quote, explain};
use crate::index::{DaySpan, QuoteRow};
use crate::key::{Facet, Kind};
use crate::resolve::EntityId;
use crate::search::find_all;
use crate::search::query::Selection;
use crate::text::{Span, fold, split_words};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Lines of the source audit.
const N_SPEAKERS: usize = 100;
/// Sources of one wording that are listed.
const N_SOURCES: usize = 50;
/// Words of the longest wordings that are compared word by word.
const MAX_COMPARED: usize = 150;

/// What is counted of one speaker.
#[derive(Clone, Debug, Default)]
struct Count {
    n_direct: u32,
    n_indirect: u32,
    /// Articles or stories, in the order met.
    told_in: Vec<u32>,
    outlets: Vec<u32>,
}

/// Builds what the Quotes page shows of a selection, with no more than `n_quotes` quotations: all of them, or those
/// that are `about` somebody, as `person:joe-biden`.
#[must_use]
pub fn build_quotes(
    known: Known<'_>,
    selection: &Selection,
    about: Option<&str>,
    n_quotes: u32,
) -> QuotesView {
    let found = find_all(known.index, selection);
    let n_articles = if selection.once { known.index.stories.count(&found) } else { found.len() };
    let about = about.and_then(|name| find_named(known, name));
    let is_about = about.map(|id| build_entity::about(known, id));
    let is_wanted =
        |row: &&QuoteRow| found.contains(row.doc) && is_about.as_ref().is_none_or(|is_about| is_about(row));
    let mut rows: Vec<QuoteRow> = known.quotes.rows.iter().filter(is_wanted).copied().collect();
    let named = about.map(|id| name_of(known, id));
    let mut view = QuotesView { n_articles, about: named, ..QuotesView::default() };
    let counts = count(known, selection, &rows, &mut view);
    let mut order: Vec<u32> =
        (0u32..).zip(&counts).filter(|(_, it)| !it.told_in.is_empty()).map(|(at, _)| at).collect();
    order.sort_by_key(|at| {
        let count = &counts[*at as usize];
        (Reverse(count.n_direct + count.n_indirect), *at)
    });
    let chosen = chosen(known, selection);
    view.n_speakers = Span::new(0, order.len()).end;
    let row = |at: &u32| speaker_row(known, *at, &counts[*at as usize], chosen.contains(at));
    view.speakers = order.iter().take(N_SPEAKERS).map(row).collect();
    rows.retain(|row| chosen.is_empty() || row.speaker.is_some_and(|it| chosen.contains(&it)));
    let mut ranks = vec![u32::MAX; known.quotes.speakers.len()];
    order.iter().zip(0u32..).for_each(|(speaker, rank)| ranks[*speaker as usize] = rank);
    let rank = |row: &QuoteRow| row.speaker.map_or(u32::MAX - 1, |it| ranks[it as usize]);
    let Quoted { quotes, n_all } = newest_quotes(known, &rows, &rank, n_quotes as usize);
    (view.quotes, view.n_listed) = (quotes, n_all);
    view
}

/// The entity of a name such as `person:joe-biden`.
fn find_named(known: Known<'_>, name: &str) -> Option<EntityId> {
    let (noun, slug) = name.split_once(':')?;
    known.find_entity(Kind::from_noun(noun)?, slug)
}

fn name_of(known: Known<'_>, id: EntityId) -> (Kind, String, String) {
    let entity = known.entity(id);
    (entity.kind, entity.slug.clone(), entity.name.clone())
}

/// The speakers that the selection asks for, as values of their facet.
fn chosen(known: Known<'_>, selection: &Selection) -> Vec<u32> {
    let column = known.index.facet(Facet::Speaker);
    selection.choice(Facet::Speaker).with.iter().filter_map(|slug| column.find(slug)).collect()
}

/// Counts each quotation once, however many articles print it.
fn count(known: Known<'_>, selection: &Selection, rows: &[QuoteRow], view: &mut QuotesView) -> Vec<Count> {
    let mut counts = vec![Count::default(); known.quotes.speakers.len()];
    let mut seen = vec![false; known.quotes.n_groups as usize];
    let mut quoting = Vec::new();
    for row in rows {
        let is_new = !std::mem::replace(&mut seen[row.group as usize], true);
        let told_in = if selection.once { known.index.stories.of(row.doc) } else { row.doc };
        quoting.push(told_in);
        if is_new {
            view.n_direct += u32::from(!row.is_indirect);
            view.n_indirect += u32::from(row.is_indirect);
            view.n_unattributed += u32::from(row.speaker.is_none());
        }
        let Some(speaker) = row.speaker else { continue };
        let count = &mut counts[speaker as usize];
        if is_new {
            count.n_direct += u32::from(!row.is_indirect);
            count.n_indirect += u32::from(row.is_indirect);
        }
        count.told_in.push(told_in);
        count.outlets.extend(known.index.facet(Facet::Outlet).of_doc(row.doc));
    }
    view.n_quoting = n_different(quoting);
    counts
}

fn n_different(mut list: Vec<u32>) -> u32 {
    list.sort_unstable();
    list.dedup();
    Span::new(0, list.len()).end
}

fn speaker_row(known: Known<'_>, speaker: u32, count: &Count, is_chosen: bool) -> SpeakerRow {
    let entity = known.entity(known.quotes.speakers[speaker as usize]);
    SpeakerRow {
        kind: entity.kind,
        name: entity.name.clone(),
        slug: known.index.facet(Facet::Speaker).values[speaker as usize].slug.clone(),
        n_direct: count.n_direct,
        n_indirect: count.n_indirect,
        n_articles: n_different(count.told_in.clone()),
        n_outlets: n_different(count.outlets.clone()),
        is_chosen,
    }
}

/// The quotations that some rows are of: by rank, then newest first, no more than `n`; and how many there are.
pub(super) fn newest_quotes(
    known: Known<'_>,
    rows: &[QuoteRow],
    rank: &dyn Fn(&QuoteRow) -> u32,
    n: usize,
) -> Quoted {
    let mut ages = vec![u32::MAX; known.articles.len()];
    known.index.orders.newest.iter().zip(0u32..).for_each(|(doc, age)| ages[*doc as usize] = age);
    let n_groups = known.quotes.n_groups as usize;
    let mut keys = vec![(u32::MAX, u32::MAX); n_groups];
    let mut groups = Vec::new();
    for row in rows {
        let slot = &mut keys[row.group as usize];
        if *slot == (u32::MAX, u32::MAX) {
            groups.push(row.group);
        }
        *slot = (rank(row), ages[row.doc as usize]).min(*slot);
    }
    let n_all = Span::new(0, groups.len()).end;
    let by_key = |group: &u32| (keys[*group as usize], *group);
    if groups.len() > n {
        groups.select_nth_unstable_by_key(n, by_key);
        groups.truncate(n);
    }
    groups.sort_unstable_by_key(by_key);
    let mut places = vec![usize::MAX; n_groups];
    groups.iter().enumerate().for_each(|(place, group)| places[*group as usize] = place);
    let mut members: Vec<Vec<QuoteRow>> = vec![Vec::new(); groups.len()];
    for row in rows {
        if let Some(list) = members.get_mut(places[row.group as usize]) {
            list.push(*row);
        }
    }
    Quoted { quotes: members.iter().map(|list| quotation(known, list)).collect(), n_all }
}

fn quotation(known: Known<'_>, rows: &[QuoteRow]) -> Quotation {
    let mut by_wording: BTreeMap<u32, Vec<QuoteRow>> = BTreeMap::new();
    rows.iter().for_each(|row| by_wording.entry(row.wording).or_default().push(*row));
    let mut wordings: Vec<Vec<QuoteRow>> = by_wording.into_values().collect();
    wordings.sort_by_key(|rows| Reverse(rows.len()));
    let first = wordings[0][0];
    let (quote, text) = (quote_of(known, first), known.articles[first.doc as usize].text.as_str());
    let speaker = first.speaker.map(|at| name_of(known, known.quotes.speakers[at as usize]));
    Quotation {
        speaker,
        verb: quote.cue.map_or("", |cue| cue.of(text)).to_owned(),
        said_on: rows.iter().find_map(|row| said_on(known, row.doc as usize, quote_of(known, *row))),
        is_indirect: first.is_indirect,
        why: explain(quote.rule).to_owned(),
        wordings: wordings.iter().map(|rows| wording(known, rows, quote.span.of(text))).collect(),
    }
}

fn quote_of(known: Known<'_>, row: QuoteRow) -> &Quote {
    &known.annotations[row.doc as usize].quotes[row.quote as usize]
}

fn wording(known: Known<'_>, rows: &[QuoteRow], first: &str) -> Wording {
    let text = &known.articles[rows[0].doc as usize].text;
    let words = quote_of(known, rows[0]).span.of(text);
    Wording {
        runs: compare(first, words),
        sources: rows.iter().take(N_SOURCES).map(|row| source(known, *row)).collect(),
    }
}

fn source(known: Known<'_>, row: QuoteRow) -> QuoteSource {
    let doc = row.doc as usize;
    let (article, quote) = (&known.articles[doc], quote_of(known, row));
    let around = sentences_around(known, doc, quote);
    let layers = Layers { hits: vec![quote.span], ..Layers::default() };
    QuoteSource {
        article: article.id.clone(),
        title: known.title(doc),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
        context: layers.cut(&article.text, around),
    }
}

/// The sentences that hold a quotation and its verb.
pub(super) fn sentences_around(known: Known<'_>, doc: usize, quote: &Quote) -> Span {
    let sentences = &known.annotations[doc].sentences;
    let (start, end) = quote.cue.map_or((quote.span.start, quote.span.end), |cue| {
        (quote.span.start.min(cue.start), quote.span.end.max(cue.end))
    });
    let held = &sentences[sentences.partition_point(|sentence| sentence.end <= start)..];
    let held = &held[..held.partition_point(|sentence| sentence.start < end)];
    let [first, last] = [held.first(), held.last()].map(|it| it.copied().unwrap_or(quote.span));
    Span { start: first.start.min(quote.span.start), end: last.end.max(quote.span.end) }
}

/// The day on which something was said, where the sentence of its verb tells one outside the quotation.
pub(super) fn said_on(known: Known<'_>, doc: usize, quote: &Quote) -> Option<String> {
    let cue = quote.cue?;
    let sentences = &known.annotations[doc].sentences;
    let sentence = sentences.get(sentences.partition_point(|sentence| sentence.end <= cue.start))?;
    let dates = &known.resolved.articles[doc].dates;
    let dates = &dates[dates.partition_point(|date| date.span.start < sentence.start)..];
    let mut inside = dates.iter().take_while(|date| date.span.end <= sentence.end);
    let tells = |date: &&crate::annotate::Timex| {
        !quote.span.overlaps(date.span) && DaySpan::of_range(&date.value).is_some()
    };
    Some(inside.find(tells)?.value.clone())
}

/// The speakers of a selection as a table.
pub(super) fn export_speakers(known: Known<'_>, selection: &Selection) -> String {
    let mut csv = Csv::with_columns(&["speaker", "quoted", "reported", "articles", "outlets"]);
    for row in build_quotes(known, selection, None, 0).speakers {
        let counts = [row.n_direct, row.n_indirect, row.n_articles, row.n_outlets].map(|n| n.to_string());
        let [direct, indirect, articles, outlets] = &counts;
        csv.push(&[&row.name, direct, indirect, articles, outlets]);
    }
    csv.finish()
}

/// The quotations of a selection as a table, a row for each article that prints one.
pub(super) fn export_quotes(known: Known<'_>, selection: &Selection) -> String {
    const COLUMNS: [&str; 8] =
        ["speaker", "verb", "said on", "kind", "words", "article", "outlet", "published"];
    let mut csv = Csv::with_columns(&COLUMNS);
    for quotation in build_quotes(known, selection, None, u32::MAX).quotes {
        let name = quotation.speaker.as_ref().map_or("", |(_, _, name)| name);
        let kind = if quotation.is_indirect { "reported" } else { "quoted" };
        let said_on = quotation.said_on.as_deref().unwrap_or_default();
        for wording in &quotation.wordings {
            let said: String = wording.runs.iter().map(|run| run.text.as_str()).collect();
            for source in &wording.sources {
                let outlet = source.outlet.as_deref().unwrap_or_default();
                let published = source.published.value.as_deref().unwrap_or_default();
                csv.push(&[name, &quotation.verb, said_on, kind, &said, &source.title, outlet, published]);
            }
        }
    }
    csv.finish()
}

/// The words of a wording; those that `first` has not in this order are hits.
fn compare(first: &str, words: &str) -> Vec<Run> {
    let terms = |text: &str| -> Vec<Span> {
        split_words(text).filter(|word| word.is_term()).map(|word| word.span).collect()
    };
    let (old, new) = (terms(first), terms(words));
    if first == words || old.len() > MAX_COMPARED || new.len() > MAX_COMPARED {
        return vec![Run::plain(words)];
    }
    let folded = |text: &str, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| fold(span.of(text))).collect()
    };
    let (_, is_kept) = shared_words(&folded(first, &old), &folded(words, &new));
    let hits = new.iter().zip(is_kept).filter(|(_, is_kept)| !is_kept).map(|(span, _)| *span).collect();
    Layers { hits, ..Layers::default() }.cut(words, Span::new(0, words.len()))
}
