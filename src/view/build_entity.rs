//! [`EntityView`] from one entity: its sentences, the names beside it, its dates, its words and those of others.

use super::build_quotes::newest_quotes;
use super::build_timeline::{Drawing, draw_events};
use super::entity::{EntityView, Quoted, Sentence};
use super::known::Known;
use super::run::Layers;
use super::statement::{Statements, entities_in, names_in};
use super::timeline::{TimelineView, TimelineWindow};
use crate::index::{DocSet, QuoteRow};
use crate::key::Facet;
use crate::resolve::EntityId;
use crate::text::Span;
use std::collections::BTreeMap;

/// Sentences shown at most; the articles behind the rest are one click away.
const N_SENTENCES: usize = 200;
/// Companions shown at most.
const N_COMPANIONS: usize = 12;
/// Events of its timeline at most, and the rows they stand in: a glance, of which the page of timelines shows all.
const N_EVENTS: usize = 60;
const N_ROWS: usize = 4;
/// Quotations shown by it, and as many about it.
const N_QUOTES: usize = 3;

/// Builds what an entity's page shows, its timeline for a picture of some width.
#[must_use]
pub fn build_entity(known: Known<'_>, id: EntityId, window: TimelineWindow) -> EntityView {
    let entity = known.entity(id);
    let mut docs: Vec<usize> = entity.articles.iter().map(|doc| *doc as usize).collect();
    let date = |doc: usize| known.resolved.articles[doc].published.value.as_deref();
    docs.sort_by(|a, b| date(*b).cmp(&date(*a)).then(a.cmp(b)));
    let dates: Vec<&str> = docs.iter().filter_map(|doc| date(*doc)).collect();
    let mut sentences = Vec::new();
    let mut beside: BTreeMap<EntityId, u32> = BTreeMap::new();
    for doc in &docs {
        read_sentences(known, *doc, id, &mut sentences, &mut beside);
    }
    let mut companions: Vec<(EntityId, u32)> = beside.into_iter().collect();
    companions.sort_by_key(|(other, count)| (std::cmp::Reverse(*count), *other));
    let speaker = known.quotes.speakers.binary_search(&id).ok();
    let speakers = &known.index.facet(Facet::Speaker).values;
    EntityView {
        card: known.card(id),
        first_and_last: dates.last().zip(dates.first()).map(|(a, b)| ((*a).to_owned(), (*b).to_owned())),
        n_undated: Span::new(0, docs.len() - dates.len()).end,
        sentences,
        n_companions: Span::new(0, companions.len()).end,
        companions: companions
            .into_iter()
            .take(N_COMPANIONS)
            .map(|(other, count)| (known.card(other), count))
            .collect(),
        timeline: build_small_timeline(known, id, &docs, window),
        said: find_quotes(known, |row| row.speaker.is_some_and(|it| Some(it as usize) == speaker)),
        speaker: speaker.and_then(|at| speakers.get(at)).map(|value| value.slug.clone()),
        told: find_quotes(known, |row| is_about(known, row, id)),
    }
}

/// What happened by the dated sentences that name the entity.
fn build_small_timeline(
    known: Known<'_>,
    id: EntityId,
    docs: &[usize],
    window: TimelineWindow,
) -> TimelineView {
    let names = |doc: u32, sentence: Span| entities_in(known, doc as usize, sentence).any(|it| it == id);
    let mut in_order = docs.to_vec();
    in_order.sort_unstable();
    let statements = Statements::of_articles(known, &in_order, &|it| names(it.doc, it.sentence));
    let mut found = DocSet::none(known.articles.len());
    known.entity(id).articles.iter().for_each(|doc| found.insert(*doc));
    draw_events(known, &statements, &found, Drawing { by: None, n_events: N_EVENTS, n_rows: N_ROWS, window })
}

/// Whether somebody else says something with the name of the entity in it.
pub(super) fn is_about(known: Known<'_>, row: &QuoteRow, id: EntityId) -> bool {
    let doc = row.doc as usize;
    known.entity(id).articles.binary_search(&row.doc).is_ok()
        && row.speaker.is_none_or(|speaker| known.quotes.speakers[speaker as usize] != id)
        && entities_in(known, doc, known.annotations[doc].quotes[row.quote as usize].span).any(|it| it == id)
}

fn find_quotes(known: Known<'_>, is_wanted: impl Fn(&QuoteRow) -> bool) -> Quoted {
    let rows: Vec<QuoteRow> = known.quotes.rows.iter().filter(|row| is_wanted(row)).copied().collect();
    newest_quotes(known, &rows, &|_| 0, N_QUOTES)
}

/// Adds the sentences of one article that name the entity, and counts who else they name.
fn read_sentences(
    known: Known<'_>,
    doc: usize,
    id: EntityId,
    sentences: &mut Vec<Sentence>,
    beside: &mut BTreeMap<EntityId, u32>,
) {
    let article = &known.articles[doc];
    for sentence in &known.annotations[doc].sentences {
        let inside: Vec<(Span, EntityId)> = names_in(known, doc, *sentence).collect();
        if !inside.iter().any(|(_, entity)| *entity == id) {
            continue;
        }
        let mut others: Vec<EntityId> =
            inside.iter().map(|(_, entity)| *entity).filter(|other| *other != id).collect();
        others.sort_unstable();
        others.dedup();
        others.into_iter().for_each(|other| *beside.entry(other).or_default() += 1);
        if sentences.len() < N_SENTENCES {
            let mut hits: Vec<Span> =
                inside.iter().filter(|(_, entity)| *entity == id).map(|(span, _)| *span).collect();
            hits.sort_unstable();
            sentences.push(Sentence {
                article: article.id.clone(),
                title: known.title(doc),
                outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
                published: known.date_label(doc),
                runs: Layers { hits, ..Layers::default() }.cut(&article.text, *sentence),
            });
        }
    }
}
