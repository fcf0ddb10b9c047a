//! [`EntityView`] from one entity: its sentences and the names beside it.

use super::entity::{EntityView, Sentence};
use super::known::Known;
use super::run::Layers;
use crate::resolve::EntityId;
use crate::text::Span;
use std::collections::BTreeMap;

/// Sentences shown at most; the articles behind the rest are one click away.
const N_SENTENCES: usize = 200;
/// Companions shown at most.
const N_COMPANIONS: usize = 12;

/// Builds what an entity's page shows.
#[must_use]
pub fn build_entity(known: Known<'_>, id: EntityId) -> EntityView {
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
    EntityView {
        card: known.card(id),
        first_and_last: dates.last().zip(dates.first()).map(|(a, b)| ((*a).to_owned(), (*b).to_owned())),
        n_undated: Span::new(0, docs.len() - dates.len()).end,
        sentences,
        companions: companions
            .into_iter()
            .take(N_COMPANIONS)
            .map(|(other, count)| (known.card(other), count))
            .collect(),
    }
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
    let entities = &known.resolved.articles[doc].entities;
    let mentions: Vec<(Span, EntityId)> = known.annotations[doc]
        .mentions
        .iter()
        .zip(entities)
        .filter_map(|(mention, entity)| Some((mention.span, (*entity)?)))
        .collect();
    for sentence in &known.annotations[doc].sentences {
        let inside: Vec<_> = mentions.iter().filter(|(span, _)| sentence.contains(*span)).collect();
        if !inside.iter().any(|(_, entity)| *entity == id) {
            continue;
        }
        let mut others: Vec<EntityId> =
            inside.iter().map(|(_, entity)| *entity).filter(|other| *other != id).collect();
        others.sort_unstable();
        others.dedup();
        others.into_iter().for_each(|other| *beside.entry(other).or_default() += 1);
        if sentences.len() < N_SENTENCES {
            let hits = inside.iter().filter(|(_, entity)| *entity == id).map(|(span, _)| *span).collect();
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
