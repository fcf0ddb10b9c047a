//! [`ReaderView`] from one article: paragraphs in runs, marks with their reasons, cuts in their places.

use super::known::Known;
use super::mark_quotes::mark_quotes;
use super::reader::{Block, Cut, Mark, MarkDetail, ReaderView};
use super::run::{Layers, Run};
use crate::annotate::{Because, LEARNED, Mention, Timex, explain};
use crate::clean::{Article, Removal};
use crate::index::{DaySpan, when_slugs};
use crate::key::Kind;
use crate::resolve::{EntityId, RoleMention, namesakes};
use crate::search::{Matcher, parse_query};
use crate::text::Span;
use std::collections::BTreeMap;

/// Removal reasons whose words stand in the reader's head already.
const SHOWN_ABOVE: [&str; 1] = ["headline"];

/// Below this, in percent, whom a name stands for is drawn as a guess.
const SURE_PERCENT: u8 = 50;
/// Why a title is marked at all.
const ROLE: &str = "A title that stands for the person who holds it.";

/// Builds what the reader shows of one article, matches of `words` marked; `learned` says why each learned name of it
/// was taken for one.
#[must_use]
pub fn build_reader(known: Known<'_>, doc: usize, words: &str, learned: &[Because]) -> ReaderView {
    let article = &known.articles[doc];
    let matcher = Matcher::new(known.index, parse_query(words));
    let mut marks = Marks::default();
    let layers = build_layers(known, doc, &matcher, learned, &mut marks);
    let cuts = article.removed.iter().map(|removal| Cut { reason: removal.reason.to_owned() }).collect();
    let layers_of = |span: Span| layers.inside(span).cut(&article.text, span);
    let pair = |given: &crate::clean::Given<String>| (given.value.clone(), given.basis);
    ReaderView {
        id: article.id.clone(),
        file: article.file.clone(),
        title: layers_of(article.title),
        title_basis: article.title_basis,
        byline: article.byline.iter().map(pair).collect(),
        outlet: article.outlet.as_ref().map(pair),
        agencies: article.agencies.clone(),
        published: known.date_label(doc),
        url: article.url.clone(),
        language: article.language.as_ref().map(|language| language.value.clone()),
        n_words: known.index.fields[doc].n_words,
        blocks: build_blocks(known, doc, &layers),
        n_matches: Span::new(0, layers.hits.len()).end,
        marks: marks.marks,
        cards: marks.cards.iter().map(|id| known.card(*id)).collect(),
        cuts,
    }
}

/// The marks of one article and the entities they lead to, each entity once.
#[derive(Default)]
pub(super) struct Marks {
    pub marks: Vec<Mark>,
    cards: Vec<EntityId>,
    card_of: BTreeMap<EntityId, u32>,
}

impl Marks {
    pub fn card(&mut self, id: EntityId) -> u32 {
        let next = Span::new(0, self.cards.len()).end;
        *self.card_of.entry(id).or_insert_with(|| {
            self.cards.push(id);
            next
        })
    }

    pub fn push(&mut self, mark: Mark) -> u32 {
        self.marks.push(mark);
        Span::new(0, self.marks.len() - 1).end
    }
}

fn build_layers(
    known: Known<'_>,
    doc: usize,
    matcher: &Matcher<'_>,
    learned: &[Because],
    marks: &mut Marks,
) -> Layers {
    let article = &known.articles[doc];
    let resolved = &known.resolved.articles[doc];
    let mut spans = Vec::new();
    for (at, mention) in known.annotations[doc].mentions.iter().enumerate() {
        if !resolved.grounds.get(at).is_some_and(|ground| ground.is_hidden) {
            let why = why(mention, learned);
            let mark = mark_name(known, doc, at, why, marks);
            spans.push((mention.span, marks.push(mark)));
        }
    }
    for role in &resolved.roles {
        let mark = mark_role(known, doc, role, marks);
        spans.push((role.span, marks.push(mark)));
    }
    spans.sort_unstable();
    let n_names = spans.len();
    for date in &resolved.dates {
        if overlapping(&spans[..n_names], date.span).is_empty() {
            spans.push((date.span, marks.push(mark_date(article, date))));
        }
    }
    spans.sort_unstable();
    let said = mark_quotes(known, doc, &mut spans, marks);
    let mut hits = matcher.mark_title(&article.text, article.title);
    hits.extend(article.paragraphs.iter().flat_map(|paragraph| matcher.mark(&article.text, *paragraph)));
    let removed = article.removed.iter().zip(&known.cuts[doc]).zip(0u32..);
    let cuts = removed.map(|((removal, words), at)| (removal.at, words.clone(), at)).collect();
    Layers { marks: spans, said, hits, first_hit: 0, numbers_hits: true, cuts }
}

/// The marks that a stretch shares text with; both are in order, and no two marks share any.
pub(super) fn overlapping(marks: &[(Span, u32)], with: Span) -> &[(Span, u32)] {
    let from = marks.partition_point(|(span, _)| span.end <= with.start);
    let to = marks.partition_point(|(span, _)| span.start < with.end);
    &marks[from..to.max(from)]
}

/// The rule's own sentence, or what spoke for a name that was learned.
fn why(mention: &Mention, learned: &[Because]) -> String {
    let told = learned
        .binary_search_by_key(&mention.span, |(span, _)| *span)
        .ok()
        .filter(|_| mention.rule == LEARNED);
    told.map_or_else(|| explain(mention.rule).to_owned(), |at| learned[at].1.clone())
}

fn mark_name(known: Known<'_>, doc: usize, at: usize, why: String, marks: &mut Marks) -> Mark {
    let mention = &known.annotations[doc].mentions[at];
    let resolved = &known.resolved.articles[doc];
    let entity = resolved.entities[at];
    let detail = match entity {
        Some(id) => MarkDetail::Name(known.entity(id).kind, marks.card(id)),
        None => MarkDetail::Undecided(mention.kind, could_be(known, doc, at)),
    };
    let ground = resolved.grounds.get(at).copied().unwrap_or_default();
    Mark {
        text: mention.span.of(&known.articles[doc].text).to_owned(),
        detail,
        why,
        because: because(ground.reason, ground.confidence) + &rather_than(known, entity),
        is_guess: mention.confidence < 0.5 || entity.is_none() || ground.confidence < SURE_PERCENT,
    }
}

/// A title that stands for a person.
fn mark_role(known: Known<'_>, doc: usize, role: &RoleMention, marks: &mut Marks) -> Mark {
    Mark {
        text: role.span.of(&known.articles[doc].text).to_owned(),
        detail: MarkDetail::Name(Kind::Person, marks.card(role.entity)),
        why: ROLE.to_owned(),
        because: because(role.reason, role.confidence),
        is_guess: role.confidence < SURE_PERCENT,
    }
}

fn because(reason: &str, confidence: u8) -> String {
    if reason.is_empty() { String::new() } else { format!("{reason} ({confidence}% sure)") }
}

/// The other places that a place was chosen from: `, rather than Paris, Texas`.
fn rather_than(known: Known<'_>, entity: Option<EntityId>) -> String {
    let number = entity.and_then(|id| known.entity(id).known_place);
    let others = number.map(namesakes).unwrap_or_default();
    if others.is_empty() { String::new() } else { format!(", rather than {}", others.join(" or ")) }
}

/// Whom an undecided mention could be.
pub(super) fn could_be(known: Known<'_>, doc: usize, at: usize) -> Vec<String> {
    let rivals = known.resolved.articles[doc].rivals.iter().find(|(mention, _)| *mention as usize == at);
    let rivals = rivals.into_iter().flat_map(|(_, rivals)| rivals);
    rivals.map(|id| known.entity(*id).name.clone()).collect()
}

fn mark_date(article: &Article, date: &Timex) -> Mark {
    let slug = when_slugs(&date.value).last().map(str::to_owned);
    // A time of day counts for its day; a week or a decade is no value of the facet.
    let date_len = date.value.find('T').unwrap_or(date.value.len());
    let is_slug = slug.as_ref().is_some_and(|slug| slug.len() == date_len);
    Mark {
        text: date.span.of(&article.text).to_owned(),
        detail: MarkDetail::Date {
            value: date.value.clone(),
            reference: date.reference.clone(),
            rivals: date.rivals.clone(),
            days: DaySpan::of_value(&date.value).filter(|_| !is_slug),
            slug,
        },
        why: explain(date.rule).to_owned(),
        because: String::new(),
        is_guess: !date.certain,
    }
}

/// Paragraphs in order, with what was removed between them.
fn build_blocks(known: Known<'_>, doc: usize, layers: &Layers) -> Vec<Block> {
    let article = &known.articles[doc];
    let mut blocks = Vec::new();
    let mut removed = article.removed.iter().zip(&known.cuts[doc]).zip(0u32..).peekable();
    let mut push_removed = |before: u32, blocks: &mut Vec<Block>| {
        while let Some(((removal, words), at)) = removed.next_if(|((removal, _), _)| removal.at <= before) {
            if is_between(article, removal) && !words.trim().is_empty() {
                let run = Run { cut: Some(at), ..Run::plain(words.trim()) };
                blocks.push(Block { runs: vec![run], is_cut: true });
            }
        }
    };
    for paragraph in &article.paragraphs {
        push_removed(paragraph.start, &mut blocks);
        let runs = layers.inside(*paragraph).cut(&article.text, *paragraph);
        blocks.push(Block { runs, is_cut: false });
    }
    push_removed(u32::MAX, &mut blocks);
    blocks
}

/// Whether a removal stood between paragraphs rather than inside one, and is not shown elsewhere.
fn is_between(article: &Article, removal: &Removal) -> bool {
    let is_inside = |span: &Span| span.start < removal.at && removal.at < span.end;
    !SHOWN_ABOVE.contains(&removal.reason) && !article.paragraphs.iter().any(is_inside)
}
