//! [`EntityView`] from one entity: its sentences, the names beside it, its dates, its words and those of others.

use super::build_quotes::newest_quotes;
use super::build_timeline::{Drawing, draw_events};
use super::entity::{EntityView, Quoted, Sentence};
use super::known::Known;
use super::run::Layers;
use super::statement::{NameWalk, Statements, entities_in, names_in};
use super::timeline::{TimelineView, TimelineWindow};
use crate::index::{DocSet, QuoteRow};
use crate::key::Facet;
use crate::resolve::EntityId;
use crate::text::Span;
use std::cmp::Reverse;

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
    let named = find_sentences(known, id, &docs);
    let mut companions = named.companions;
    let by_count = |(other, count): &(EntityId, u32)| (Reverse(*count), *other);
    companions.sort_unstable_by_key(by_count);
    let speaker = known.quotes.speakers.binary_search(&id).ok();
    let speakers = &known.index.facet(Facet::Speaker).values;
    let is_about = about(known, id);
    EntityView {
        card: known.card(id),
        first_and_last: dates.last().zip(dates.first()).map(|(a, b)| ((*a).to_owned(), (*b).to_owned())),
        n_undated: Span::new(0, docs.len() - dates.len()).end,
        sentences: named.sentences,
        n_companions: Span::new(0, companions.len()).end,
        companions: companions
            .into_iter()
            .take(N_COMPANIONS)
            .map(|(other, count)| (known.card(other), count))
            .collect(),
        timeline: build_small_timeline(known, id, named.places, window),
        said: find_quotes(known, |row| row.speaker.is_some_and(|it| Some(it as usize) == speaker)),
        speaker: speaker.and_then(|at| speakers.get(at)).map(|value| value.slug.clone()),
        told: find_quotes(known, is_about),
    }
}

/// What happened by the dated sentences that name the entity, article by article.
fn build_small_timeline(
    known: Known<'_>,
    id: EntityId,
    mut named: Vec<(u32, Vec<Span>)>,
    window: TimelineWindow,
) -> TimelineView {
    named.sort_unstable_by_key(|(doc, _)| *doc);
    let of_docs = named.iter().map(|(doc, sentences)| (*doc, sentences.as_slice()));
    let statements = Statements::of_sentences(known, of_docs);
    let found = DocSet::of(known.articles.len(), &known.entity(id).articles);
    draw_events(known, &statements, &found, Drawing { by: None, n_events: N_EVENTS, n_rows: N_ROWS, window })
}

/// Says of a quotation whether somebody else says something with the name of the entity in it.
pub(super) fn about(known: Known<'_>, id: EntityId) -> impl Fn(&QuoteRow) -> bool + '_ {
    let naming = DocSet::of(known.articles.len(), &known.entity(id).articles);
    move |row| {
        let doc = row.doc as usize;
        naming.contains(row.doc)
            && row.speaker.is_none_or(|speaker| known.quotes.speakers[speaker as usize] != id)
            && entities_in(known, doc, known.annotations[doc].quotes[row.quote as usize].span)
                .any(|it| it == id)
    }
}

fn find_quotes(known: Known<'_>, is_wanted: impl Fn(&QuoteRow) -> bool) -> Quoted {
    let rows: Vec<QuoteRow> = known.quotes.rows.iter().filter(|row| is_wanted(row)).copied().collect();
    newest_quotes(known, &rows, &|_| 0, N_QUOTES)
}

/// Where an entity is named.
struct Named {
    /// The sentences that name it, article by article.
    places: Vec<(u32, Vec<Span>)>,
    /// The first of them in full.
    sentences: Vec<Sentence>,
    /// Who else is named in them, in how many.
    companions: Vec<(EntityId, u32)>,
}

/// Reads articles in their order.
fn find_sentences(known: Known<'_>, id: EntityId, docs: &[usize]) -> Named {
    let mut beside = vec![0_u32; known.resolved.entities.len()];
    let (mut places, mut sentences) = (Vec::with_capacity(docs.len()), Vec::new());
    let mut names: Vec<EntityId> = Vec::new();
    for doc in docs {
        let mut walk = NameWalk::of(known, *doc);
        let mut here = Vec::new();
        for sentence in &known.annotations[*doc].sentences {
            names.clear();
            walk.each(*sentence, |name| names.push(name));
            if !names.contains(&id) {
                continue;
            }
            here.push(*sentence);
            names.sort_unstable();
            names.dedup();
            names.iter().for_each(|name| beside[name.0 as usize] += 1);
            if sentences.len() < N_SENTENCES {
                sentences.push(show_sentence(known, *doc, *sentence, id));
            }
        }
        places.push((Span::new(0, *doc).end, here));
    }
    let others = (0u32..).map(EntityId).zip(beside).filter(|(other, count)| *other != id && *count > 0);
    Named { places, sentences, companions: others.collect() }
}

/// A sentence with the names of the entity as hits.
fn show_sentence(known: Known<'_>, doc: usize, sentence: Span, id: EntityId) -> Sentence {
    let article = &known.articles[doc];
    let own = names_in(known, doc, sentence).filter(|(_, entity)| *entity == id);
    let mut hits: Vec<Span> = own.map(|(span, _)| span).collect();
    hits.sort_unstable();
    Sentence {
        article: article.id.clone(),
        title: known.title(doc),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
        runs: Layers { hits, ..Layers::default() }.cut(&article.text, sentence),
    }
}
