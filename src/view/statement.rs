//! Every dated sentence of a corpus, those that tell one event in one group. Built once, for every timeline.
//!
//! A sentence stands at the narrowest of its dates. Sentences tell one event when they stand at the same time
//! and share enough of what they say beside it; versions of one story need to share less.

use super::feature::{FeatureMap, find_features};
use super::feature_table::FeatureTable;
use super::known::Known;
use crate::annotate::{Mention, Timex, TimexKind};
use crate::index::DaySpan;
use crate::resolve::{EntityId, RoleMention};
use crate::text::Span;

/// Minutes of a day.
pub(super) const DAY_MINUTES: i64 = 24 * 60;
/// What two sentences of different stories share of the one that says less, at least …
const MIN_OVERLAP: f32 = 0.5;
/// … and two of versions of one story.
const MIN_OVERLAP_IN_STORY: f32 = 0.25;
/// Fewer shared words and names are no ground.
const MIN_SHARED: usize = 2;
/// The same for different stories.
const MIN_SHARED_APART: usize = 3;
/// A word or name in more sentences of one time than this proposes no partner.
const MAX_HAVING: usize = 64;

/// A stretch of time in minutes from 1970-01-01T00:00, the end outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct When {
    pub from: i64,
    pub to: i64,
}

impl When {
    fn of(days: DaySpan, value: &str) -> Self {
        let from = i64::from(days.first) * DAY_MINUTES;
        match value.split_once('T').and_then(|(_, time)| minutes_of(time)) {
            Some((first, last)) => Self { from: from + first, to: from + last },
            None => Self { from, to: (i64::from(days.last) + 1) * DAY_MINUTES },
        }
    }

    pub(super) fn minutes(self) -> i64 {
        self.to - self.from
    }
}

/// The minutes of a day that a time of day covers: `10:30`, `10`, or a part of the day as commonly understood.
fn minutes_of(time: &str) -> Option<(i64, i64)> {
    let hours = |from: i64, to: i64| Some((from * 60, to * 60));
    match time {
        "MO" => hours(6, 12),
        "AF" => hours(12, 18),
        "EV" => hours(18, 22),
        "NI" => hours(20, 24),
        _ => {
            let (hour, minute) = time.split_once(':').unwrap_or((time, ""));
            let hour: i64 = hour.parse().ok().filter(|hour| (0..24).contains(hour))?;
            match minute.get(..2).and_then(|minute| minute.parse::<i64>().ok()) {
                Some(minute) if (0..60).contains(&minute) => {
                    Some((hour * 60 + minute, hour * 60 + minute + 1))
                }
                _ => Some((hour * 60, hour * 60 + 60)),
            }
        }
    }
}

/// One dated sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Statement {
    pub doc: u32,
    pub sentence: Span,
    /// The place of its date in the article's list.
    pub date: u32,
    pub is_certain: bool,
}

/// What happened at some time, by the sentences that tell it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Event {
    pub when: When,
    /// Its place in the list of statements.
    pub statements: Span,
    /// The names in its sentences, each once, in order.
    pub entities: Vec<EntityId>,
}

/// Every dated sentence of a corpus, by event, in order of time.
#[derive(Debug, Default)]
pub struct Statements {
    pub(super) statements: Vec<Statement>,
    pub(super) events: Vec<Event>,
}

impl Statements {
    /// Finds the dated sentences of all articles and groups them.
    #[must_use]
    pub fn build(known: Known<'_>) -> Self {
        let sentences = known.annotations.iter().map(|found| found.sentences.as_slice());
        Self::of_sentences(known, (0u32..).zip(sentences))
    }

    /// The same of some sentences only, those of an article in order.
    pub(super) fn of_sentences<'a>(
        known: Known<'_>,
        of_docs: impl Iterator<Item = (u32, &'a [Span])>,
    ) -> Self {
        let mut found = Vec::new();
        of_docs.for_each(|(doc, sentences)| find_statements(known, doc, sentences, &mut found));
        Self::group(known, &found)
    }

    /// Puts together what tells the same.
    fn group(known: Known<'_>, found: &[(When, Statement)]) -> Self {
        let mut features = found.iter().map(|(_, it)| find_features(known, it.doc as usize, it.sentence));
        let table = FeatureTable::of(&mut features);
        let mut order: Vec<usize> = (0..found.len()).collect();
        order.sort_by_key(|at| (found[*at].0, *at));
        let mut built = Self::default();
        for same_time in order.chunk_by(|a, b| found[*a].0 == found[*b].0) {
            for group in group_events(known, same_time, found, &table) {
                built.add(known, found[group[0]].0, group.iter().map(|at| found[*at].1.clone()));
            }
        }
        built
    }

    fn add(&mut self, known: Known<'_>, when: When, statements: impl Iterator<Item = Statement>) {
        let start = self.statements.len();
        self.statements.extend(statements);
        let mut entities: Vec<EntityId> = self.statements[start..]
            .iter()
            .flat_map(|it| entities_in(known, it.doc as usize, it.sentence))
            .collect();
        entities.sort_unstable();
        entities.dedup();
        let statements = Span::new(start, self.statements.len());
        self.events.push(Event { when, statements, entities });
    }

    /// The sentences of an event.
    pub(super) fn of(&self, event: &Event) -> &[Statement] {
        &self.statements[event.statements.range()]
    }
}

/// The entities named in a stretch of an article, roles included, in no order.
pub(super) fn entities_in(known: Known<'_>, doc: usize, within: Span) -> impl Iterator<Item = EntityId> {
    names_in(known, doc, within).map(|(_, entity)| entity)
}

/// The same with the places where they are named.
pub(super) fn names_in(known: Known<'_>, doc: usize, within: Span) -> impl Iterator<Item = (Span, EntityId)> {
    let resolved = &known.resolved.articles[doc];
    let mentions = &known.annotations[doc].mentions;
    let first = mentions.partition_point(|mention| mention.span.start < within.start);
    let inside = mentions[first..].iter().take_while(move |mention| mention.span.end <= within.end);
    let named = inside
        .zip(&resolved.entities[first..])
        .filter_map(|(mention, entity)| Some((mention.span, (*entity)?)));
    let first = resolved.roles.partition_point(|role| role.span.start < within.start);
    let roles = resolved.roles[first..].iter().take_while(move |role| role.span.end <= within.end);
    named.chain(roles.map(|role| (role.span, role.entity)))
}

/// The names of one article for stretches that are asked for in order: one walk over all of them.
pub(super) struct NameWalk<'a> {
    mentions: &'a [Mention],
    /// In step with the mentions.
    entities: &'a [Option<EntityId>],
    roles: &'a [RoleMention],
}

impl<'a> NameWalk<'a> {
    pub(super) fn of(known: Known<'a>, doc: usize) -> Self {
        let resolved = &known.resolved.articles[doc];
        let mentions = &known.annotations[doc].mentions;
        Self { mentions, entities: &resolved.entities, roles: &resolved.roles }
    }

    /// Gives the entities named in the next stretch, roles included, in no order.
    pub(super) fn each(&mut self, within: Span, mut give: impl FnMut(EntityId)) {
        while let Some((mention, rest)) = self.mentions.split_first() {
            if mention.span.start >= within.start {
                if mention.span.end > within.end {
                    break;
                }
                self.entities[0].into_iter().for_each(&mut give);
            }
            (self.mentions, self.entities) = (rest, &self.entities[1..]);
        }
        while let Some((role, rest)) = self.roles.split_first() {
            if role.span.start >= within.start {
                if role.span.end > within.end {
                    break;
                }
                give(role.entity);
            }
            self.roles = rest;
        }
    }
}

fn find_statements(known: Known<'_>, doc: u32, sentences: &[Span], found: &mut Vec<(When, Statement)>) {
    let dates = &known.resolved.articles[doc as usize].dates;
    let (mut rest, mut at_rest) = (&dates[..], 0);
    for sentence in sentences {
        let n_before = rest.partition_point(|date| date.span.start < sentence.start);
        (rest, at_rest) = (&rest[n_before..], at_rest + Span::new(0, n_before).end);
        let inside = rest.iter().take_while(|date| date.span.end <= sentence.end);
        let placed = (at_rest..).zip(inside).filter_map(|(at, date)| Some((at, date, when_of(date)?)));
        let best = placed.min_by_key(|(at, date, when)| (when.minutes(), !date.certain, *at));
        if let Some((date, Timex { certain: is_certain, .. }, when)) = best {
            found.push((when, Statement { doc, sentence: *sentence, date, is_certain: *is_certain }));
        }
    }
}

/// When a date is, if it has a place on the calendar.
fn when_of(date: &Timex) -> Option<When> {
    let is_placed = matches!(date.kind, TimexKind::Date | TimexKind::Time);
    let days = is_placed.then(|| DaySpan::of_value(&date.value))??;
    Some(When::of(days, &date.value))
}

/// Groups the statements of one time: each joins the group whose first statement it shares most with, if enough.
fn group_events(
    known: Known<'_>,
    same_time: &[usize],
    found: &[(When, Statement)],
    table: &FeatureTable,
) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut having: FeatureMap<Vec<usize>> = FeatureMap::default();
    let mut asked = Vec::new();
    for at in same_time {
        asked.clear();
        for feature in table.features(*at) {
            let holders = having.get(feature).map_or(&[][..], Vec::as_slice);
            asked.extend_from_slice(if holders.len() <= MAX_HAVING { holders } else { &[] });
        }
        asked.sort_unstable();
        asked.dedup();
        let mut best: Option<(f32, usize)> = None;
        for group in &asked {
            let other = groups[*group][0];
            let (overlap, n_shared) = table.overlap(*at, other);
            let story = |at: usize| known.index.stories.of(found[at].1.doc);
            let is_version = story(*at) == story(other);
            let (least, fewest) = match is_version {
                true => (MIN_OVERLAP_IN_STORY, MIN_SHARED),
                false => (MIN_OVERLAP, MIN_SHARED_APART),
            };
            if overlap >= least && n_shared >= fewest && best.is_none_or(|(most, _)| overlap > most) {
                best = Some((overlap, *group));
            }
        }
        match best {
            Some((_, group)) => groups[group].push(*at),
            None => {
                let group = groups.len();
                table
                    .features(*at)
                    .iter()
                    .for_each(|feature| having.entry(*feature).or_default().push(group));
                groups.push(vec![*at]);
            }
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_covers_its_minutes() {
        assert_eq!(minutes_of("10:30"), Some((630, 631)));
        assert_eq!(minutes_of("10"), Some((600, 660)));
        assert_eq!(minutes_of("MO"), Some((360, 720)));
        assert_eq!(minutes_of("25:00"), None);
        assert_eq!(minutes_of("é9:00"), None);
    }
}
