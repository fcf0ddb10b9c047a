//! How fast the views answer, on articles made up from a seed: timeline, network, map, quotes, comparison,
//! disagreements, pages of names, and how long the largest network takes to find its places.
//!
//! Sentences are drawn from patterns with names, places, dates and numbers as unevenly spread as in news, so that the
//! whole chain of stages runs as it does on a folder. Prints one table: the first answer of each view, which also
//! finds what it keeps, then medians and 95th percentiles in milliseconds. A harness of its own, like its neighbors.
//!
//! `cargo bench --bench views [-- SIZE]`, by default 20000 articles.

use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::{Ask, Request};
use dateline::key::{Facet, Kind};
use dateline::resolve::Entity;
use dateline::search::query::Selection;
use dateline::search::url::{LaneBy, LinkWithin, ViewOptions};
use dateline::view::{Link, Node, TimelineWindow, lay_out_network};
use std::cmp::Reverse;
use std::hint::black_box;
use std::time::Instant;

/// Articles when none are asked for.
const N_ARTICLES: usize = 20_000;
/// Questions of each kind.
const N_QUESTIONS: usize = 60;
/// Names of the largest network.
const N_NODES: usize = 300;
/// Sentences of an article.
const SENTENCES: std::ops::Range<usize> = 6..18;

const GIVEN: [&str; 12] = [
    "Anna", "Boris", "Clara", "David", "Elena", "Frank", "Greta", "Henry", "Irene", "James", "Karin", "Louis",
];
const SURNAMES: [&str; 40] = [
    "Abbott", "Baker", "Carver", "Dalton", "Ellis", "Fischer", "Garner", "Harding", "Ivanov", "Jensen",
    "Keller", "Lindgren", "Mercer", "Novak", "Olsen", "Parker", "Quinn", "Ramsey", "Sutton", "Tanner",
    "Ullman", "Vargas", "Walker", "Yates", "Zimmer", "Archer", "Bishop", "Coleman", "Drake", "Emerson",
    "Foster", "Graham", "Holland", "Irving", "Jordan", "Kramer", "Lambert", "Morris", "Nelson", "Osborne",
];
const PLACES: [&str; 24] = [
    "Berlin",
    "Paris",
    "London",
    "Madrid",
    "Rome",
    "Vienna",
    "Warsaw",
    "Prague",
    "Oslo",
    "Stockholm",
    "Helsinki",
    "Lisbon",
    "Athens",
    "Dublin",
    "Brussels",
    "Kyiv",
    "Tokyo",
    "Cairo",
    "Nairobi",
    "Lima",
    "Bogota",
    "Ottawa",
    "Delhi",
    "Seoul",
];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const TOPICS: [&str; 20] = [
    "the budget",
    "a new bridge",
    "the harbor strike",
    "grain exports",
    "the election",
    "a trade agreement",
    "flood defenses",
    "the railway",
    "fishing quotas",
    "the power grid",
    "a school reform",
    "the ceasefire",
    "border controls",
    "the festival",
    "a steel merger",
    "water supplies",
    "the airport",
    "housing rents",
    "the pension law",
    "a vaccine program",
];
const VERBS: [&str; 10] = [
    "discussed",
    "announced",
    "criticized",
    "defended",
    "postponed",
    "approved",
    "rejected",
    "welcomed",
    "described",
    "inspected",
];

/// Pseudo-random numbers from a seed (xorshift64*), so that every run measures the same.
struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    /// A rank below `n` by Zipf's law.
    fn zipf(&mut self, n: usize) -> usize {
        (((n + 1) as f64).powf(self.unit()) as usize - 1).min(n - 1)
    }

    fn one<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.zipf(list.len())]
    }

    fn person(&mut self) -> String {
        format!("{} {}", self.one(&GIVEN), self.one(&SURNAMES))
    }
}

fn sentence(dice: &mut Dice) -> String {
    let (who, verb, topic, place) = (dice.person(), dice.one(&VERBS), dice.one(&TOPICS), dice.one(&PLACES));
    let date = format!("{} {} {}", 1 + dice.below(28), MONTHS[dice.below(12)], 2024 - dice.zipf(20));
    match dice.below(6) {
        0 => format!("{who} {verb} {topic} in {place} on {date}."),
        1 => format!("On {date}, {who} met {} in {place} and {verb} {topic}.", dice.person()),
        2 => format!("About {} people in {place} {verb} {topic}, {who} said.", 100 + dice.below(900)),
        3 => format!("{who} {verb} {topic} before the assembly in {place}."),
        4 => format!("“{} {verb} {topic} too late,” {who} said in {place}.", dice.person()),
        _ => format!("Nobody {verb} {topic} as sharply as {who} did."),
    }
}

fn make_corpus(n: usize) -> Corpus {
    let mut dice = Dice(20_230_420);
    let article = |at: usize| {
        let n_sentences = SENTENCES.start + dice.below(SENTENCES.len());
        let mut text = format!("{} on {}\n\n", dice.person(), dice.one(&TOPICS));
        for at in 0..n_sentences {
            text.push_str(&sentence(&mut dice));
            text.push_str(if at % 3 == 2 { "\n\n" } else { " " });
        }
        let id = format!("{at:06}");
        RawArticle {
            file: id.clone(),
            id,
            format: Format::Text,
            text,
            page: Metadata::default(),
            editor: Metadata::default(),
        }
    };
    Corpus { articles: (0..n).map(article).collect(), ..Corpus::default() }
}

fn selections(dice: &mut Dice) -> Vec<Selection> {
    let select = |at: usize| match at % 4 {
        0 => Selection::default(),
        1 => Selection::only(Facet::Where, &PLACES[dice.zipf(PLACES.len())].to_lowercase()),
        2 => Selection::default().with_words(TOPICS[dice.zipf(TOPICS.len())]),
        _ => Selection { once: true, ..Selection::default().with_words(dice.one(&SURNAMES)) },
    };
    (0..N_QUESTIONS).map(select).collect()
}

fn ask(engine: &Engine, ask: Ask) -> f64 {
    let start = Instant::now();
    black_box(engine.handle(&Request { id: 1, ask }));
    start.elapsed().as_secs_f64() * 1e3
}

fn report(name: &str, engine: &Engine, asks: impl Iterator<Item = Ask>) {
    let mut times: Vec<f64> = asks.map(|question| ask(engine, question)).collect();
    let first = times.remove(0);
    times.sort_by(f64::total_cmp);
    println!(
        "| {name} | {first:.1} | {:.1} | {:.1} |",
        times[times.len() / 2],
        times[times.len() * 95 / 100]
    );
}

/// Lays out a network of as many names as a picture could hold, most of them linked to a few.
fn report_layout(dice: &mut Dice) {
    let node = |at: usize| Node {
        kind: Kind::Person,
        slug: at.to_string(),
        name: at.to_string(),
        n_units: 1,
        x: 0.0,
        y: 0.0,
    };
    let mut times: Vec<f64> = (0..N_QUESTIONS)
        .map(|_| {
            let mut nodes: Vec<Node> = (0..N_NODES).map(node).collect();
            let link = |[a, b]: [usize; 2]| Link {
                ends: [a, b].map(|end| u32::try_from(end).unwrap_or(0)),
                n_together: 1,
                strength: 0.5,
            };
            let ends = (0..2 * N_NODES).map(|_| [dice.zipf(N_NODES), dice.below(N_NODES)]);
            let links: Vec<Link> = ends.filter(|[a, b]| a != b).map(link).collect();
            let start = Instant::now();
            lay_out_network(&mut nodes, &links);
            black_box(nodes);
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (median, most) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    println!("| places of {N_NODES} names | {:.1} | {median:.1} | {most:.1} |", times[0]);
}

fn main() {
    let n = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(N_ARTICLES);
    let start = Instant::now();
    let engine = Engine::from_corpus(&make_corpus(n), |_, _| {});
    println!("{n} articles, analyzed in {:.1} s\n", start.elapsed().as_secs_f64());
    println!("| view | first ms | p50 ms | p95 ms |\n|---|---:|---:|---:|");
    let mut dice = Dice(7);
    let selections = selections(&mut dice);
    let window = TimelineWindow { zoom: None, width_px: 980 };
    let timeline =
        |selection: &Selection| Ask::Timeline { selection: selection.clone(), lanes: LaneBy::Person, window };
    report("timeline", &engine, selections.iter().map(timeline));
    for within in LinkWithin::ALL {
        let options = ViewOptions { within, ..ViewOptions::default() };
        let network =
            |selection: &Selection| Ask::Network { selection: selection.clone(), options: options.clone() };
        report(&format!("network, {}", within.word()), &engine, selections.iter().map(network));
    }
    let map = |selection: &Selection| Ask::Map { selection: selection.clone(), place: None };
    report("map", &engine, selections.iter().map(map));
    let ids: Vec<String> = engine.articles().iter().map(|article| article.id.clone()).collect();
    let pairs =
        (0..N_QUESTIONS).map(|_| Ask::Compare { ids: [0, 1].map(|_| ids[dice.below(ids.len())].clone()) });
    report("comparison", &engine, pairs.collect::<Vec<_>>().into_iter());
    let disagree = |selection: &Selection| Ask::Disagree { selection: selection.clone() };
    report("disagreements", &engine, selections.iter().map(disagree));
    let quotes =
        |selection: &Selection| Ask::Quotes { selection: selection.clone(), about: None, n_quotes: 40 };
    report("quotes", &engine, selections.iter().map(quotes));
    let entity = |entity: &Entity| Ask::Entity { kind: entity.kind, slug: entity.slug.clone(), window };
    let mut entities: Vec<&Entity> = engine.resolved().entities.iter().collect();
    entities.sort_by_key(|entity| Reverse(entity.articles.len()));
    report("page of a name, the most named", &engine, entities.into_iter().take(N_QUESTIONS).map(entity));
    report_layout(&mut dice);
}
