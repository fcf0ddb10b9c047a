//! [`ExploreView`] from a selection: facets in their order, chips, results with passages.

use super::build_places::{build_places, chip_label};
use super::build_strip::build_strip;
use super::explore::{AxisCount, Chip, ExploreView, FacetValue, FacetView, HitCard, ValueState};
use super::known::Known;
use super::run::{Layers, Run};
use super::say_days::iso_date;
use super::strip::StripWindow;
use crate::index::{FacetColumn, Value};
use crate::key::{Axis, Facet, Kind};
use crate::search::query::{Choice, Selection};
use crate::search::{FacetCounts, Matcher, search};
use crate::text::{Span, fold};
use serde::{Deserialize, Serialize};

/// Values a facet lists when nobody asked for more, chosen ones not counted.
const N_VALUES: u32 = 8;
/// Values the `When` facet lists when nobody asked for more: a few years with their months.
const N_WHEN_VALUES: u32 = 12;
/// Places the tree lists when nobody asked for more: the continents with their most named countries.
const N_TREE_VALUES: u32 = 16;
/// Longest passage of a result, in bytes of its text.
const PASSAGE_LEN: usize = 260;
/// Text kept in front of the first match of a passage that has to be cut, in bytes.
const PASSAGE_LEAD: usize = 80;

/// How much of one facet to list.
#[derive(Clone, Copy, Debug)]
pub struct FacetWindow<'a> {
    /// Which facet.
    pub facet: Facet,
    /// How many values at most, chosen ones not counted.
    pub n_values: u32,
    /// Only values with these words in their label or an alias.
    pub filter: &'a str,
}

/// A place of the tree that a reader has opened or closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its name in URLs.
    pub slug: String,
    /// Whether it is open.
    pub is_open: bool,
}

/// Runs a selection and builds what the list side of the explorer shows.
#[must_use]
pub fn build_explore(
    known: Known<'_>,
    selection: &Selection,
    n_hits: u32,
    windows: &[FacetWindow<'_>],
    tree: Option<&[Branch]>,
    strip: StripWindow,
) -> ExploreView {
    let hits = search(known.index, selection);
    let facets = Facet::ALL.into_iter().zip(&hits.facets).map(|(facet, counts)| {
        let tree = tree.filter(|_| facet == Facet::Where);
        let n_values = match facet {
            Facet::When => N_WHEN_VALUES,
            _ if tree.is_some() => N_TREE_VALUES,
            _ => N_VALUES,
        };
        let usual = FacetWindow { facet, n_values, filter: "" };
        let window = windows.iter().find(|window| window.facet == facet).copied().unwrap_or(usual);
        match tree {
            Some(branches) => {
                build_places(known.index.facet(facet), selection.choice(facet), counts, window, branches)
            }
            None => build_facet(known.index.facet(facet), selection, counts, window),
        }
    });
    let cards =
        hits.order.iter().take(n_hits as usize).map(|doc| build_hit(known, *doc as usize, &hits.matcher));
    ExploreView {
        n_articles: Span::new(0, hits.order.len()).end,
        n_total: Span::new(0, known.articles.len()).end,
        facets: facets.collect(),
        strip: build_strip(known.index, selection, &hits.on_axis, strip),
        chips: build_chips(known, selection),
        hits: cards.collect(),
        order: hits.order.iter().map(|doc| known.articles[*doc as usize].id.clone()).collect(),
        reading: read_aloud(&hits.matcher),
    }
}

/// How the words were read, where they were not found as typed.
fn read_aloud(matcher: &Matcher<'_>) -> Option<String> {
    let taken = matcher.taken_for();
    let say =
        |(typed, taken): &(&str, &str)| format!("No article has “{typed}”; “{taken}” was taken for it.");
    (!taken.is_empty()).then(|| taken.iter().map(say).collect::<Vec<_>>().join(" "))
}

fn build_chips(known: Known<'_>, selection: &Selection) -> Vec<Chip> {
    let mut chips = Vec::new();
    for facet in Facet::ALL {
        let column = known.index.facet(facet);
        let choice = selection.choice(facet);
        let with = choice.with.iter().map(|slug| (slug, false));
        for (slug, is_without) in with.chain(choice.without.iter().map(|slug| (slug, true))) {
            let label = column.find(slug).map(|at| match facet {
                Facet::When => iso_date(slug),
                _ => chip_label(column, at),
            });
            let label = label.unwrap_or_else(|| slug.clone());
            chips.push(Chip { facet, slug: slug.clone(), label, is_without });
        }
    }
    chips
}

fn build_facet(
    column: &FacetColumn,
    selection: &Selection,
    counts: &FacetCounts,
    window: FacetWindow<'_>,
) -> FacetView {
    let facet = window.facet;
    let choice = selection.choice(facet);
    let filter = fold(window.filter.trim());
    let n_articles = |at: u32| counts.n_articles[at as usize];
    let is_chosen = |at: &u32| counts.with.contains(at) || counts.without.contains(at);
    let all = (0u32..).zip(&column.values);
    let mut found: Vec<u32> = all
        .filter(|(at, value)| {
            n_articles(*at) > 0
                && !column.tree.is_level(*at)
                && (filter.is_empty() || value.forms.contains(&filter))
        })
        .map(|(at, _)| at)
        .collect();
    let n_values = Span::new(0, found.len()).end;
    let max = found.iter().map(|at| n_articles(*at)).max().unwrap_or(1);
    found.retain(|at| !is_chosen(at));
    let listed = if facet == Facet::When {
        list_dates(column, counts, found, window.n_values)
    } else {
        found.sort_by_key(|at| std::cmp::Reverse(n_articles(*at)));
        found.truncate(window.n_values as usize);
        counts.with.iter().chain(&counts.without).copied().chain(found).collect()
    };
    let n_listed_found = listed.iter().filter(|at| n_articles(**at) > 0).count();
    let on_axis = count_on_axes(column, counts, &listed);
    let value = |(at, on_axis): (u32, Option<[AxisCount; Axis::ALL.len()]>)| {
        let state = state_of(counts, at);
        let value = show_value(facet, &column.values[at as usize], n_articles(at), max, state);
        let label = if column.tree.is_level(at) { chip_label(column, at) } else { value.label.clone() };
        FacetValue { label, on_axis, ..value }
    };
    let unknown = unknown_values(column, choice);
    FacetView {
        facet,
        mode: choice.mode,
        n_more: n_values.saturating_sub(Span::new(0, n_listed_found).end),
        n_values,
        values: unknown.chain(listed.into_iter().zip(on_axis).map(value)).collect(),
    }
}

/// Chosen values that the corpus does not have.
pub(super) fn unknown_values(column: &FacetColumn, choice: &Choice) -> impl Iterator<Item = FacetValue> {
    let unknown = choice.with.iter().filter(|slug| column.find(slug).is_none());
    unknown.map(|slug| FacetValue {
        slug: slug.clone(),
        label: slug.clone(),
        state: ValueState::With,
        ..FacetValue::default()
    })
}

/// A count against the largest, 0 to 100.
pub(super) fn share_of(n_articles: u32, max: u32) -> u8 {
    u8::try_from(u64::from(n_articles.min(max)) * 100 / u64::from(max.max(1))).unwrap_or(100)
}

/// How many of the counted articles were published then and how many mention it, for the listed dates.
fn count_on_axes(
    column: &FacetColumn,
    counts: &FacetCounts,
    listed: &[u32],
) -> Vec<Option<[AxisCount; Axis::ALL.len()]>> {
    let count = |docs: &Vec<u32>| docs.iter().filter(|doc| counts.counted.contains(**doc)).count();
    let numbers = listed.iter().map(|at| {
        let on_axis = &column.values[*at as usize].on_axis;
        let is_date = on_axis.iter().any(|docs| !docs.is_empty());
        is_date.then(|| Axis::ALL.map(|axis| count(&on_axis[axis as usize])))
    });
    let numbers: Vec<_> = numbers.collect();
    let most = numbers.iter().flatten().flatten().max().copied().unwrap_or(1).max(1);
    let share = |n: usize| AxisCount {
        n_articles: u32::try_from(n).unwrap_or(u32::MAX),
        share: u8::try_from(n * 100 / most).unwrap_or(100),
    };
    numbers.into_iter().map(|counts| counts.map(|counts| counts.map(share))).collect()
}

pub(super) fn state_of(counts: &FacetCounts, at: u32) -> ValueState {
    if counts.with.contains(&at) {
        ValueState::With
    } else if counts.without.contains(&at) {
        ValueState::Without
    } else {
        ValueState::Off
    }
}

fn show_value(facet: Facet, value: &Value, n_articles: u32, max: u32, state: ValueState) -> FacetValue {
    let depth = if facet == Facet::When { date_depth(&value.slug) } else { 0 };
    FacetValue {
        slug: value.slug.clone(),
        label: if facet == Facet::When { iso_date(&value.slug) } else { value.label.clone() },
        n_articles,
        share: share_of(n_articles, max),
        state,
        depth,
        ..FacetValue::default()
    }
}

fn date_depth(slug: &str) -> u8 {
    match slug.len() {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

/// The dates to list, newest year first and its months in order of time. Years come first, then
/// months, then days, as long as there is room; a chosen year always opens its months and a chosen
/// month its days, so that one can always go down.
fn list_dates(column: &FacetColumn, counts: &FacetCounts, found: Vec<u32>, n_values: u32) -> Vec<u32> {
    let slug = |at: u32| column.values[at as usize].slug.as_str();
    let chosen: Vec<u32> = counts.with.iter().chain(&counts.without).copied().collect();
    let is_opened = |at: u32| {
        counts.with.iter().any(|chosen| {
            let (parent, child) = (slug(*chosen), slug(at));
            child.starts_with(parent) && date_depth(child) <= date_depth(parent) + 1
                || child.len() == parent.len()
                    && parent.len() > 4
                    && child[..parent.len() - 3] == parent[..parent.len() - 3]
        })
    };
    let (opened, mut rest): (Vec<u32>, Vec<u32>) = found.into_iter().partition(|at| is_opened(*at));
    rest.sort_by_key(|at| (date_depth(slug(*at)), std::cmp::Reverse(counts.n_articles[*at as usize])));
    let shown_depth = (0..=1u8)
        .rev()
        .find(|depth| rest.iter().filter(|at| date_depth(slug(**at)) <= *depth).count() <= n_values as usize);
    let is_wide = |at: &u32| date_depth(slug(*at)) <= shown_depth.unwrap_or(0);
    let rest = rest.into_iter().filter(is_wide).take(n_values as usize);
    let mut listed: Vec<u32> = chosen.into_iter().chain(opened).chain(rest).collect();
    let parents: Vec<u32> = listed
        .iter()
        .flat_map(|at| [4, 7].map(|len| slug(*at).get(..len)).into_iter().flatten())
        .filter_map(|parent| column.find(parent))
        .collect();
    listed.extend(parents);
    listed.sort_by(|a, b| slug(*b)[..4].cmp(&slug(*a)[..4]).then_with(|| slug(*a).cmp(slug(*b))));
    listed.dedup();
    listed
}

fn build_hit(known: Known<'_>, doc: usize, matcher: &Matcher<'_>) -> HitCard {
    let article = &known.articles[doc];
    let text = &article.text;
    let title_span = known.title_span(doc);
    let hits = matcher.mark(text, title_span);
    let mut title = Layers { hits, ..Layers::default() }.cut(text, title_span);
    if article.title.is_empty() {
        title.push(Run::plain("…"));
    }
    let hits: Vec<Span> =
        article.paragraphs.iter().flat_map(|paragraph| matcher.mark(text, *paragraph)).collect();
    let passage = best_passage(known, doc, &hits);
    let (marks, kinds) = passage_marks(known, doc, passage);
    let n_shown = hits.iter().filter(|hit| passage.contains(**hit)).count();
    let n_more = hits.len() - n_shown;
    let layers = Layers { marks, hits, cuts: Vec::new() }.inside(passage);
    HitCard {
        id: article.id.clone(),
        title,
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.clone()),
        published: known.date_label(doc),
        snippet: with_ellipses(known, doc, passage, layers.cut(text, passage)),
        marks: kinds,
        n_more_matches: Span::new(0, n_more).end,
        n_words: known.index.fields[doc].n_words,
    }
}

/// The sentence of the story with the most matches, or its first; cut at word bounds when it is long.
fn best_passage(known: Known<'_>, doc: usize, hits: &[Span]) -> Span {
    let article = &known.articles[doc];
    let body_start = article.paragraphs.first().map_or(0, |first| first.start);
    let sentences = known.annotations[doc].sentences.iter().filter(|sentence| sentence.start >= body_start);
    let mut best: Option<(usize, Span)> = None;
    for sentence in sentences {
        let n_hits = hits.iter().filter(|hit| sentence.contains(**hit)).count();
        if best.is_none_or(|(most, _)| n_hits > most) {
            best = Some((n_hits, *sentence));
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
