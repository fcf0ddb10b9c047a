//! Every disagreement of a corpus: two sentences of different articles that tell the same but for one fact.
//!
//! Built once, for every selection. Candidates share several rare words or names, found through an inverted index,
//! so that the work grows with the text and not with its square.

use super::build_compare::show_flag;
use super::build_timeline::show_source;
use super::compare::{Difference, DisagreeView, Disagreement, Flag, Piece, VersionPair};
use super::differ::{Found, Side, find_differences};
use super::export::Csv;
use super::fact::{Facts, Number, find_facts};
use super::feature::{feature_of, find_features};
use super::feature_table::FeatureTable;
use super::known::Known;
use crate::index::DocSet;
use crate::key::Kind;
use crate::resolve::EntityId;
use crate::search::find_all;
use crate::search::query::Selection;
use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// What two sentences share of the one that says less, at least, to tell the same …
const MIN_OVERLAP: f32 = 0.6;
/// … and two of versions of one story.
const MIN_OVERLAP_IN_STORY: f32 = 0.45;
/// Words and names they have in common, at least.
const MIN_SHARED: usize = 4;
/// Sentences with fewer words and names say too little to be compared.
const MIN_FEATURES: usize = 5;
/// How many of a sentence's rarest words and names propose candidates, how many a candidate shares at least …
const N_PROBES: usize = 6;
const MIN_PROBES_SHARED: usize = 2;
/// … and in how many sentences one may stand.
const MAX_HAVING: u32 = 24;
/// Disagreements listed at most.
const N_LISTED: usize = 100;
/// Versions of stories that are offered for comparison at most.
const N_VERSIONS: usize = 12;

/// A sentence by its article and place.
type Place = (u32, Span);

#[derive(Clone, Debug)]
struct Pair {
    found: Found,
    places: [Place; 2],
    /// How telling it is: what differs, then how alike the rest is.
    merit: f32,
}

/// Every disagreement of a corpus, the most telling first.
#[derive(Debug, Default)]
pub struct Disagreements {
    pairs: Vec<Pair>,
}

/// The sentences of a corpus that say enough to be compared.
struct Sentences {
    places: Vec<Place>,
    table: FeatureTable,
}

impl Sentences {
    fn find(known: Known<'_>) -> Self {
        let mut places: Vec<Place> = Vec::new();
        let all = (0u32..).zip(known.annotations);
        let all = all.flat_map(|(doc, found)| found.sentences.iter().map(move |sentence| (doc, *sentence)));
        let mut features = all.filter_map(|place| {
            let features = find_features(known, place.0 as usize, place.1);
            (features.len() >= MIN_FEATURES).then(|| {
                places.push(place);
                features
            })
        });
        let table = FeatureTable::of(&mut features);
        Self { places, table }
    }
}

impl Disagreements {
    /// Finds what articles disagree on.
    #[must_use]
    pub fn build(known: Known<'_>) -> Self {
        let sentences = Sentences::find(known);
        let mut pairs = Vec::new();
        each_candidate(&sentences, |a, b| compare(known, &sentences, [a, b], &mut pairs));
        pairs.extend(find_member_counts(known));
        pairs.sort_by(|a, b| b.merit.total_cmp(&a.merit).then_with(|| a.places.cmp(&b.places)));
        Self { pairs }
    }
}

/// Gives pairs of sentences of different articles that share several of their rarest words and names.
fn each_candidate(Sentences { places, table }: &Sentences, mut give: impl FnMut(usize, usize)) {
    let mut having: Vec<Vec<usize>> = vec![Vec::new(); table.n_features()];
    let (mut met, mut probes): (Vec<usize>, Vec<u32>) = (Vec::new(), Vec::new());
    for (at, place) in places.iter().enumerate() {
        probes.clear();
        let features = table.features(at).iter().copied();
        probes.extend(features.filter(|feature| (2..=MAX_HAVING).contains(&table.n_having(*feature))));
        probes.sort_by_key(|feature| (table.n_having(*feature), *feature));
        probes.truncate(N_PROBES);
        met.clear();
        for probe in &probes {
            let holders = &mut having[*probe as usize];
            met.extend_from_slice(holders);
            holders.push(at);
        }
        met.sort_unstable();
        let groups = met.chunk_by(|a, b| a == b).filter(|group| group.len() >= MIN_PROBES_SHARED);
        let others = groups.map(|group| group[0]).filter(|other| places[*other].0 != place.0);
        others.for_each(|other| give(other, at));
    }
}

fn compare(known: Known<'_>, sentences: &Sentences, [a, b]: [usize; 2], pairs: &mut Vec<Pair>) {
    let (overlap, n_shared) = sentences.table.overlap(a, b);
    let places = [a, b].map(|at| sentences.places[at]);
    let [story, other] = places.map(|(doc, _)| known.index.stories.of(doc));
    let least = if story == other { MIN_OVERLAP_IN_STORY } else { MIN_OVERLAP };
    if overlap < least || n_shared < MIN_SHARED {
        return;
    }
    let facts = places.map(|(doc, sentence)| find_facts(known, doc as usize, sentence));
    let sides = [(places[0], &facts[0]), (places[1], &facts[1])];
    let sides = sides.map(|((doc, _), facts)| Side { text: &known.articles[doc as usize].text, facts });
    for found in find_differences(known, sides, true) {
        // A name told otherwise is as often another way to say it as another person.
        if found.of != Difference::Name {
            pairs.push(Pair { merit: weight(found.of) + overlap, found, places });
        }
    }
}

/// How much a kind of difference tells.
fn weight(of: Difference) -> f32 {
    match of {
        Difference::Number => 4.0,
        Difference::Date => 3.0,
        Difference::Place => 2.0,
        Difference::Name => 1.0,
        Difference::Spelling => 0.0,
    }
}

/// How many members a body has, where articles say it with different numbers: `the 30-member NATO`, `its 31 member states`.
fn find_member_counts(known: Known<'_>) -> Vec<Pair> {
    let unit = feature_of("member");
    let mut by_body: BTreeMap<EntityId, Vec<(Number, Place)>> = BTreeMap::new();
    for (doc, found) in (0u32..).zip(known.annotations) {
        let text = &known.articles[doc as usize].text;
        for sentence in found.sentences.iter().filter(|sentence| counts_members(sentence.of(text))) {
            let facts = find_facts(known, doc as usize, *sentence);
            for number in facts.numbers.iter().filter(|number| number.unit == unit) {
                if let Some(body) = find_body(known, doc as usize, number, &facts) {
                    by_body.entry(body).or_default().push((number.clone(), (doc, *sentence)));
                }
            }
        }
    }
    let mut pairs = Vec::new();
    for counts in by_body.into_values() {
        let mut told: Vec<(Number, Place)> = Vec::new();
        for count in counts {
            if told.iter().all(|(other, _)| (other.value - count.0.value).abs() > f64::EPSILON) {
                told.push(count);
            }
        }
        for (at, (a, place_a)) in told.iter().enumerate() {
            for (b, place_b) in told[at + 1..].iter().filter(|(_, place)| place.0 != place_a.0) {
                let found = Found { of: Difference::Number, spans: [a.span, b.span] };
                let merit = weight(Difference::Number);
                pairs.push(Pair { found, places: [*place_a, *place_b], merit });
            }
        }
    }
    pairs
}

/// Whether a sentence has a word that begins like `member` at all.
fn counts_members(sentence: &str) -> bool {
    const WORD: &[u8] = b"member";
    let mut windows = sentence.as_bytes().windows(WORD.len());
    windows.any(|window| window[0] | 0x20 == WORD[0] && window.eq_ignore_ascii_case(WORD))
}

/// The organization whose members are counted: the nearest in the sentence, else the last one named before it.
fn find_body(known: Known<'_>, doc: usize, number: &Number, facts: &Facts) -> Option<EntityId> {
    let bodies = facts.names.iter().filter(|named| named.kind == Kind::Organization);
    let nearest = bodies.min_by_key(|named| named.span.start.abs_diff(number.span.start));
    let before = || {
        let mentions = known.annotations[doc].mentions.iter().zip(&known.resolved.articles[doc].entities);
        let before = mentions.take_while(|(mention, _)| mention.span.start < number.span.start);
        let ids = before.filter_map(|(_, id)| *id).filter(|id| known.entity(*id).kind == Kind::Organization);
        ids.last()
    };
    nearest.map(|named| named.entity).or_else(before)
}

/// Builds the page of disagreements of a selection.
#[must_use]
pub fn build_disagreements(known: Known<'_>, all: &Disagreements, selection: &Selection) -> DisagreeView {
    let found = find_all(known.index, selection);
    let pairs = pick(known, all, &found);
    DisagreeView {
        n_articles: found.len(),
        n_found: Span::new(0, pairs.len()).end,
        pairs: pairs.iter().take(N_LISTED).map(|pair| show(known, pair)).collect(),
        versions: offer_versions(known, &found),
    }
}

/// The disagreements within a set of articles; the same one in several copies counts once.
fn pick<'a>(known: Known<'_>, all: &'a Disagreements, found: &DocSet) -> Vec<&'a Pair> {
    let mut seen: Vec<(Flag, [u32; 2])> = Vec::new();
    let mut picked = Vec::new();
    for pair in all.pairs.iter().filter(|pair| pair.places.iter().all(|(doc, _)| found.contains(*doc))) {
        let texts = pair.places.map(|(doc, _)| known.articles[doc as usize].text.as_str());
        let mut flag = show_flag(&pair.found, texts);
        flag.printed = flag.printed.map(|printed| fold(&printed));
        // Of a spelling one example is enough; other things are told once for two stories.
        let stories = match flag.of {
            Difference::Spelling => [0, 0],
            _ => pair.places.map(|(doc, _)| known.index.stories.of(doc)),
        };
        let mirrored = Flag { of: flag.of, printed: [flag.printed[1].clone(), flag.printed[0].clone()] };
        let is_known = |(other, others): &(Flag, [u32; 2])| {
            *other == flag && *others == stories || *other == mirrored && *others == [stories[1], stories[0]]
        };
        if picked.len() >= 4 * N_LISTED || seen.iter().any(is_known) {
            continue;
        }
        seen.push((flag, stories));
        picked.push(pair);
    }
    picked
}

fn show(known: Known<'_>, pair: &Pair) -> Disagreement {
    let texts = pair.places.map(|(doc, _)| known.articles[doc as usize].text.as_str());
    let pieces = [0, 1].map(|at| {
        let (span, sentence) = (pair.found.spans[at], pair.places[at].1);
        let piece = |start: u32, end: u32, is_changed: bool| Piece {
            text: Span { start, end }.of(texts[at]).to_owned(),
            is_changed,
        };
        let all = [
            piece(sentence.start, span.start, false),
            piece(span.start, span.end, true),
            piece(span.end, sentence.end, false),
        ];
        all.into_iter().filter(|piece| !piece.text.is_empty()).collect()
    });
    Disagreement {
        flag: show_flag(&pair.found, texts),
        sides: pair.places.map(|(doc, sentence)| show_source(known, doc as usize, sentence)),
        pieces,
    }
}

fn offer_versions(known: Known<'_>, found: &DocSet) -> Vec<VersionPair> {
    let rows: Vec<(u32, u32)> = known.index.stories.rows(found).collect();
    let groups = rows.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1);
    let pair = |group: &[(u32, u32)]| {
        let docs = [group[0].1 as usize, group[1].1 as usize];
        VersionPair {
            ids: docs.map(|doc| known.articles[doc].id.clone()),
            titles: docs.map(|doc| known.title(doc)),
        }
    };
    groups.take(N_VERSIONS).map(pair).collect()
}

/// The disagreements of a selection as a table.
pub(super) fn export(known: Known<'_>, all: &Disagreements, selection: &Selection) -> String {
    let found = find_all(known.index, selection);
    let mut csv = Csv::with_columns(&[
        "differs",
        "left",
        "right",
        "left sentence",
        "right sentence",
        "left article",
        "right article",
    ]);
    for pair in pick(known, all, &found) {
        let Disagreement { flag, sides: [left, right], .. } = show(known, pair);
        let [a, b] = &flag.printed;
        csv.push(&[flag.of.word(), a, b, &left.text, &right.text, &left.article, &right.article]);
    }
    csv.finish()
}
