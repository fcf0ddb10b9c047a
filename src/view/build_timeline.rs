//! [`TimelineView`] from a selection: which events are shown, in which lanes, with which sentences.

use super::known::Known;
use super::lay_out_timeline::{N_ROWS, Placed, lay_out, ticks};
use super::run::Layers;
use super::say_days::days_in_words;
use super::statement::{DAY_MINUTES, Event, Statement, Statements, When};
use super::timeline::{EventMark, EventView, Lane, LaneOf, Source, TimelineView, TimelineWindow};
use crate::index::{DaySpan, DocSet};
use crate::key::Kind;
use crate::resolve::EntityId;
use crate::search::find_all;
use crate::search::query::Selection;
use crate::search::url::LaneBy;
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::HashMap;

/// Events shown at most: as many as a picture holds and a list is read.
const N_EVENTS: usize = 240;
/// Lanes beside that of the rest on a wide screen, and on a narrow one.
const N_LANES: usize = 6;
const N_LANES_NARROW: usize = 4;
/// Narrower pictures are narrow, in pixels.
const NARROW_PX: u32 = 520;
/// Of all events this part lies outside of what is shown at first, on either side, in twentieths.
const OUTSIDE_TWENTIETHS: usize = 1;
/// Longer times do not decide what is shown at first, in minutes: a quarter.
const MAX_DECIDING: i64 = 92 * DAY_MINUTES;
/// Sentences listed for one event at most.
const N_SOURCES: usize = 24;

/// How a timeline is drawn: how much of it, and how large.
#[derive(Clone, Copy)]
pub(super) struct Drawing {
    /// What the lanes stand for; all in one, where nothing is said.
    pub by: Option<LaneBy>,
    /// Events at most.
    pub n_events: usize,
    /// Rows of a lane at most.
    pub n_rows: usize,
    pub window: TimelineWindow,
}

/// An event of the selection with those of its sentences that are in it.
pub(super) struct Picked<'a> {
    pub event: &'a Event,
    pub statements: Vec<&'a Statement>,
    pub n_stories: u32,
    pub n_articles: u32,
}

impl Picked<'_> {
    pub(super) fn when(&self) -> When {
        self.event.when
    }

    pub(super) fn is_certain(&self) -> bool {
        self.statements.iter().any(|statement| statement.is_certain)
    }
}

/// In how many articles statements stand, or in how many of what `of` makes of an article.
fn n_different(told: &[&Statement], of: impl Fn(u32) -> u32) -> u32 {
    if told.len() < 2 {
        return Span::new(0, told.len()).end;
    }
    let mut all: Vec<u32> = told.iter().map(|it| of(it.doc)).collect();
    all.sort_unstable();
    all.dedup();
    Span::new(0, all.len()).end
}

/// The events of a set of articles, in order of time.
pub(super) fn pick_events<'a>(
    known: Known<'_>,
    statements: &'a Statements,
    found: &DocSet,
) -> Vec<Picked<'a>> {
    let pick = |event: &'a Event| {
        let told: Vec<&Statement> = statements.of(event).iter().filter(|it| found.contains(it.doc)).collect();
        let n_articles = n_different(&told, |doc| doc);
        let n_stories = n_different(&told, |doc| known.index.stories.of(doc));
        (!told.is_empty()).then_some(Picked { event, statements: told, n_stories, n_articles })
    };
    statements.events.iter().filter_map(pick).collect()
}

/// Builds the timeline of a selection.
#[must_use]
pub fn build_timeline(
    known: Known<'_>,
    statements: &Statements,
    selection: &Selection,
    by: LaneBy,
    window: TimelineWindow,
) -> TimelineView {
    let found = find_all(known.index, selection);
    let drawing = Drawing { by: Some(by), n_events: N_EVENTS, n_rows: N_ROWS, window };
    draw_events(known, statements, &found, drawing)
}

/// The timeline of the statements of a set of articles.
pub(super) fn draw_events(
    known: Known<'_>,
    statements: &Statements,
    found: &DocSet,
    drawing: Drawing,
) -> TimelineView {
    let width_px = drawing.window.width_px;
    let picked = pick_events(known, statements, found);
    let mut view = count_all(known, found, &picked);
    let Some(shown) = find_shown(&picked, drawing.window.zoom) else { return view };
    let (from, to) = (i64::from(shown.first) * DAY_MINUTES, (i64::from(shown.last) + 1) * DAY_MINUTES);
    let (n_all, mut inside) = (picked.len(), picked);
    inside.retain(|it| it.when().to > from);
    let n_before = n_all - inside.len();
    inside.retain(|it| it.when().from < to);
    let n_after = n_all - n_before - inside.len();
    view.n_outside = [n_before, n_after].map(|n| Span::new(0, n).end);
    view.n_left_out = leave_out(&mut inside, drawing.n_events);
    view.shown = Some(shown);
    view.ticks = ticks(When { from, to }, width_px);
    view.lanes = build_lanes(known, &inside, When { from, to }, drawing);
    view.events = inside.iter().map(|it| show_event(known, it)).collect();
    view
}

fn count_all(known: Known<'_>, found: &DocSet, picked: &[Picked<'_>]) -> TimelineView {
    let mut dated = DocSet::none(known.articles.len());
    picked.iter().flat_map(|it| &it.statements).for_each(|it| dated.insert(it.doc));
    let first = picked.iter().map(|it| it.when().from).min();
    let last = picked.iter().map(|it| it.when().to).max();
    TimelineView {
        n_articles: found.len(),
        n_undated: found.len() - dated.len(),
        n_statements: Span::new(0, picked.iter().map(|it| it.statements.len()).sum()).end,
        n_events: Span::new(0, picked.len()).end,
        whole: first.zip(last).map(|(from, to)| days_of(When { from, to })),
        ..TimelineView::default()
    }
}

/// The days a stretch of time touches.
fn days_of(when: When) -> DaySpan {
    let day = |minute: i64| i32::try_from(minute.div_euclid(DAY_MINUTES)).unwrap_or(0);
    DaySpan::new(day(when.from), day(when.to - 1))
}

/// What is asked for, or nine tenths of the events with a little air around them.
fn find_shown(picked: &[Picked<'_>], zoom: Option<DaySpan>) -> Option<DaySpan> {
    if picked.is_empty() || zoom.is_some() {
        return zoom.filter(|_| !picked.is_empty());
    }
    let mut ends: Vec<When> = picked.iter().map(Picked::when).collect();
    let has_short = ends.iter().any(|when| when.minutes() <= MAX_DECIDING);
    ends.retain(|when| when.minutes() <= MAX_DECIDING || !has_short);
    let n_outside = ends.len() * OUTSIDE_TWENTIETHS / 20;
    let mut lasts: Vec<i64> = ends.iter().map(|when| when.to).collect();
    let at = lasts.len() - 1 - n_outside;
    let (from, to) = (ends[n_outside].from, *lasts.select_nth_unstable(at).1);
    let to = to.max(from + DAY_MINUTES);
    let air = ((to - from) / 24).max(DAY_MINUTES);
    Some(days_of(When { from: from - air, to: to + air }))
}

/// Keeps what most stories tell, in order of time; how many are left out.
fn leave_out(inside: &mut Vec<Picked<'_>>, n_most: usize) -> u32 {
    let n_left_out = inside.len().saturating_sub(n_most);
    if n_left_out > 0 {
        // Among equals the earlier event comes first, and of one time the one found first.
        let by_merit = |it: &Picked<'_>| {
            (Reverse(it.n_stories), !it.is_certain(), it.when().minutes(), it.when(), it.event.statements)
        };
        inside.select_nth_unstable_by_key(n_most, by_merit);
        inside.truncate(n_most);
        inside.sort_unstable_by_key(|it| (it.when(), it.event.statements));
    }
    Span::new(0, n_left_out).end
}

fn build_lanes(known: Known<'_>, inside: &[Picked<'_>], shown: When, drawing: Drawing) -> Vec<Lane> {
    let Drawing { by, n_rows, window: TimelineWindow { width_px, .. }, .. } = drawing;
    let n_lanes = if width_px < NARROW_PX { N_LANES_NARROW } else { N_LANES };
    let keys: Vec<Vec<u32>> =
        inside.iter().map(|it| by.map_or_else(Vec::new, |by| lane_keys(known, it, by))).collect();
    let mut n_having: HashMap<u32, u32> = HashMap::new();
    keys.iter().flatten().for_each(|key| *n_having.entry(*key).or_default() += 1);
    let mut chosen: Vec<(u32, u32)> = n_having.into_iter().collect();
    chosen.sort_by_key(|(key, n)| (Reverse(*n), *key));
    chosen.truncate(n_lanes);
    let is_chosen = |key: &u32| chosen.iter().any(|(other, _)| other == key);
    let lane = |of: LaneOf, label: String, holds: &dyn Fn(&[u32]) -> bool| {
        let placed: Vec<Placed> = (0u32..)
            .zip(inside)
            .filter(|(at, _)| holds(&keys[*at as usize]))
            .map(|(at, it)| Placed {
                event: at,
                when: it.when(),
                weight: it.n_stories,
                text: gist(known, it),
            })
            .collect();
        let (marks, n_rows) = lay_out(&placed, shown, width_px, n_rows);
        Lane { of, label, n_events: Span::new(0, placed.len()).end, n_rows, marks }
    };
    let named = by.into_iter().flat_map(|by| chosen.iter().map(move |(key, _)| (by, *key)));
    let mut lanes: Vec<Lane> = named
        .map(|(by, key)| {
            let (of, label) = name_lane(known, key, by);
            lane(of, label, &|keys| keys.contains(&key))
        })
        .collect();
    let rest = lane(LaneOf::Rest, String::new(), &|keys| !keys.iter().any(is_chosen));
    lanes.extend((rest.n_events > 0).then_some(rest));
    lanes
}

/// The lanes an event could stand in.
fn lane_keys(known: Known<'_>, it: &Picked<'_>, by: LaneBy) -> Vec<u32> {
    let kind = match by {
        LaneBy::Person => Kind::Person,
        LaneBy::Place => Kind::Place,
        LaneBy::Article => {
            let mut docs: Vec<u32> = it.statements.iter().map(|it| it.doc).collect();
            docs.dedup();
            return docs;
        }
    };
    let is_of_kind = |id: &&EntityId| known.entity(**id).kind == kind;
    it.event.entities.iter().filter(is_of_kind).map(|id| id.0).collect()
}

fn name_lane(known: Known<'_>, key: u32, by: LaneBy) -> (LaneOf, String) {
    if by == LaneBy::Article {
        let article = &known.articles[key as usize];
        return (LaneOf::Article(article.id.clone()), known.title(key as usize));
    }
    let entity = known.entity(EntityId(key));
    (LaneOf::Entity(entity.kind, entity.slug.clone()), entity.name.clone())
}

/// What an event is about, for where there is room for a few words.
fn gist(known: Known<'_>, it: &Picked<'_>) -> String {
    let told = it.statements[0];
    let article = &known.articles[told.doc as usize];
    // Where it was reported from says little of what happened.
    let dateline = article.dateline.filter(|dateline| told.sentence.contains(*dateline));
    let start = dateline.map_or(told.sentence.start, |dateline| dateline.end);
    let sentence = Span { start, ..told.sentence }.of(&article.text);
    sentence.trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// When an event was, as a range of ISO 8601.
pub(super) fn iso_of(when: When) -> String {
    let days = days_of(when).to_iso();
    let from = when.from.rem_euclid(DAY_MINUTES);
    if when.minutes() >= DAY_MINUTES {
        return days;
    }
    format!("{days}T{:02}:{:02}", from / 60, from % 60)
}

/// When an event was, in words.
pub(super) fn say_when(when: When) -> String {
    let days = days_in_words(days_of(when));
    let from = when.from.rem_euclid(DAY_MINUTES);
    let clock = |minute: i64| format!("{:02}:{:02}", minute / 60, minute % 60);
    match when.minutes() {
        1 => format!("{days}, {}", clock(from)),
        minutes if minutes < DAY_MINUTES => format!("{days}, {}–{}", clock(from), clock(from + minutes)),
        _ => days,
    }
}

fn show_event(known: Known<'_>, it: &Picked<'_>) -> EventView {
    let first = it.statements[0];
    let (runs, marks) = show_sentence(known, first.doc as usize, first.sentence);
    EventView {
        label: say_when(it.when()),
        iso: iso_of(it.when()),
        is_certain: it.is_certain(),
        runs,
        marks,
        n_stories: it.n_stories,
        n_articles: it.n_articles,
        sources: it
            .statements
            .iter()
            .take(N_SOURCES)
            .map(|it| show_source(known, it.doc as usize, it.sentence))
            .collect(),
    }
}

/// A sentence with its names and dates marked.
pub(super) fn show_sentence(
    known: Known<'_>,
    doc: usize,
    sentence: Span,
) -> (Vec<super::run::Run>, Vec<EventMark>) {
    let resolved = &known.resolved.articles[doc];
    let mentions = known.annotations[doc].mentions.iter().zip(&resolved.entities);
    let names =
        mentions.filter(|(mention, _)| sentence.contains(mention.span)).filter_map(|(mention, id)| {
            let entity = known.entity((*id)?);
            Some((mention.span, EventMark { kind: Some(entity.kind), slug: Some(entity.slug.clone()) }))
        });
    let dates = resolved.dates.iter().filter(|date| sentence.contains(date.span));
    let dates = dates.map(|date| (date.span, EventMark { kind: None, slug: None }));
    let mut all: Vec<(Span, EventMark)> = names.chain(dates).collect();
    all.sort_by_key(|(span, _)| *span);
    let mut end = 0;
    all.retain(|(span, _)| {
        let is_free = span.start >= end;
        end = end.max(span.end);
        is_free
    });
    let marks = all.iter().zip(0u32..).map(|((span, _), at)| (*span, at)).collect();
    let runs = Layers { marks, ..Layers::default() }.cut(&known.articles[doc].text, sentence);
    (runs, all.into_iter().map(|(_, mark)| mark).collect())
}

/// A sentence with the article it stands in.
pub(super) fn show_source(known: Known<'_>, doc: usize, sentence: Span) -> Source {
    let article = &known.articles[doc];
    Source {
        article: article.id.clone(),
        title: known.title(doc),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
        text: sentence.of(&article.text).to_owned(),
    }
}
