//! How fast every view answers, on articles made up from a seed or on a folder, and how long the largest network takes
//! to find its places.
//!
//! Prints one table: the first answer of each view, which also finds what it keeps, then medians and 95th percentiles
//! in milliseconds, over selections of nothing, one value, two values, a word, and a word with each story counted
//! once. Of several rounds the fastest counts, since nothing is kept between them that is not kept for every selection,
//! and whatever else runs only slows it. The last column is a checksum of
//! all answers, by which two versions of the program can be compared. A harness of its own, like its neighbors.
//!
//! `cargo bench --bench views [-- SIZE | FOLDER] [VIEW]`, by default 20000 articles and all views.

mod made;

use dateline::corpus::{Corpus, import::read_folder};
use dateline::engine::Engine;
use dateline::engine::protocol::{Ask, Request, to_bytes};
use dateline::key::Kind;
use dateline::resolve::Entity;
use dateline::search::query::Selection;
use dateline::search::url::{LaneBy, LinkWithin, ViewOptions};
use dateline::view::{Link, Node, StripWindow, TimelineWindow, lay_out_network};
use made::dice::Dice;
use made::{TOPICS, make_articles, pick};
use std::cmp::Reverse;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// Articles when none are asked for.
const N_ARTICLES: usize = 20_000;
/// Questions of each kind, and how often each is asked.
const N_QUESTIONS: usize = 60;
const N_ROUNDS: usize = 5;
/// Names of the largest network.
const N_NODES: usize = 300;
/// Results of a list, as many as a screen asks for.
const N_HITS: u32 = 20;
/// Quotations of a list.
const N_QUOTES: u32 = 40;
/// A wide screen, in pixels.
const WINDOW: TimelineWindow = TimelineWindow { zoom: None, width_px: 980 };

/// A corpus to ask, with the names in it that most articles have.
struct Asked {
    engine: Engine,
    dice: Dice,
    places: Vec<String>,
    people: Vec<String>,
    selections: Vec<Selection>,
    /// Only views with this word in their name are asked for.
    only: String,
}

impl Asked {
    fn new(corpus: &Corpus, only: String) -> Self {
        let engine = Engine::from_corpus(corpus, |_, _| {});
        let slugs = |kind: Kind| most_named(&engine, Some(kind)).map(|it| it.slug.clone()).collect();
        let (places, people) = (slugs(Kind::Place), slugs(Kind::Person));
        let mut asked = Self { engine, dice: Dice(7), places, people, selections: Vec::new(), only };
        asked.selections = (0..N_QUESTIONS).map(|at| asked.select(at)).collect();
        asked
    }

    fn select(&mut self, at: usize) -> Selection {
        let dice = &mut self.dice;
        let mut one =
            |slugs: &[String]| slugs.get(dice.zipf(slugs.len().max(1))).cloned().unwrap_or_default();
        let (place, person) = (one(&self.places), one(&self.people));
        let words = person.split('-').next_back().unwrap_or_default();
        let [in_place, of_person] = [(Kind::Place, &place), (Kind::Person, &person)];
        match at % 5 {
            0 => Selection::default(),
            1 => Selection::only(in_place.0.facet(), in_place.1),
            2 => Selection::only(in_place.0.facet(), in_place.1).toggled(of_person.0.facet(), of_person.1),
            3 => Selection::default().with_words(pick(dice, &TOPICS)),
            _ => Selection { once: true, ..Selection::default().with_words(words) },
        }
    }

    /// The milliseconds of one answer.
    fn time(&self, ask: &Ask) -> f64 {
        let request = Request { id: 1, ask: ask.clone() };
        let start = Instant::now();
        black_box(self.engine.handle(&request));
        start.elapsed().as_secs_f64() * 1e3
    }

    fn report(&self, name: &str, asks: impl IntoIterator<Item = Ask>) {
        if !name.contains(&self.only) {
            return;
        }
        let asks: Vec<Ask> = asks.into_iter().collect();
        let Some(first) = asks.first().map(|ask| self.time(ask)) else { return };
        let fastest = |ask: &Ask| (0..N_ROUNDS).map(|_| self.time(ask)).fold(f64::INFINITY, f64::min);
        let checksum = asks.iter().fold(0, |sum, ask| add_bytes(sum, &self.answer(ask)));
        print_row(name, first, asks.iter().map(fastest).collect(), &format!("{checksum:08x}"));
    }

    fn answer(&self, ask: &Ask) -> Vec<u8> {
        let response = self.engine.handle(&Request { id: 1, ask: ask.clone() });
        to_bytes(&response).expect("an answer can be sent")
    }

    fn of_selections(&self, name: &str, ask: impl Fn(Selection) -> Ask) {
        self.report(name, self.selections.iter().cloned().map(ask));
    }

    fn ids(&mut self) -> Vec<String> {
        let articles = self.engine.articles();
        (0..N_QUESTIONS).map(|_| articles[self.dice.below(articles.len())].id.clone()).collect()
    }
}

fn most_named(engine: &Engine, kind: Option<Kind>) -> impl Iterator<Item = &Entity> {
    let all = engine.resolved().entities.iter();
    let mut entities: Vec<&Entity> = all.filter(|it| kind.is_none_or(|kind| it.kind == kind)).collect();
    entities.sort_by_key(|entity| Reverse(entity.articles.len()));
    entities.into_iter().take(N_QUESTIONS)
}

/// FNV-1a.
fn add_bytes(sum: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(sum, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn print_row(name: &str, first: f64, mut times: Vec<f64>, checksum: &str) {
    times.sort_by(f64::total_cmp);
    let (median, most) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    println!("| {name} | {first:.1} | {median:.1} | {most:.1} | {checksum} |");
}

fn report_all(asked: &mut Asked) {
    let ids = [asked.ids(), asked.ids()];
    asked.of_selections("explore", |selection| Ask::Explore {
        selection,
        n_hits: N_HITS,
        windows: Vec::new(),
        tree: None,
        strip: StripWindow::default(),
    });
    asked.of_selections("explore, places as a tree", |selection| Ask::Explore {
        selection,
        n_hits: N_HITS,
        windows: Vec::new(),
        tree: Some(Vec::new()),
        strip: StripWindow::default(),
    });
    let words = &asked.selections[3].words;
    asked.report("reader", ids[0].iter().map(|id| Ask::Read { article: id.clone(), words: words.clone() }));
    let entity =
        |entity: &Entity| Ask::Entity { kind: entity.kind, slug: entity.slug.clone(), window: WINDOW };
    asked.report("page of a name, the most named", most_named(&asked.engine, None).map(entity));
    asked.of_selections("map", |selection| Ask::Map { selection, place: None });
    let place = asked.places.first().cloned();
    asked.of_selections("map, a place looked at", |selection| Ask::Map { selection, place: place.clone() });
    for within in LinkWithin::ALL {
        let options = ViewOptions { within, ..ViewOptions::default() };
        asked.of_selections(&format!("network, {}", within.word()), |selection| Ask::Network {
            selection,
            options: options.clone(),
        });
    }
    let names = [(Kind::Place, &asked.places), (Kind::Person, &asked.people)]
        .map(|(kind, slugs)| slugs.first().map(|slug| [kind.noun(), ":", slug].concat()));
    let options = ViewOptions { names, ..ViewOptions::default() };
    asked.of_selections("network, a chain", |selection| Ask::Network { selection, options: options.clone() });
    for lanes in LaneBy::ALL {
        asked.of_selections(&format!("timeline, {lanes:?}"), |selection| Ask::Timeline {
            selection,
            lanes,
            window: WINDOW,
        });
    }
    asked.of_selections("quotes", |selection| Ask::Quotes { selection, about: None, n_quotes: N_QUOTES });
    let about = most_named(&asked.engine, None).next().map(|it| [it.kind.noun(), ":", &it.slug].concat());
    asked.of_selections("quotes about a name", |selection| Ask::Quotes {
        selection,
        about: about.clone(),
        n_quotes: N_QUOTES,
    });
    let [left, right] = &ids;
    let pairs = left.iter().zip(right);
    asked
        .report("comparison", pairs.map(|(left, right)| Ask::Compare { ids: [left.clone(), right.clone()] }));
    asked.of_selections("disagreements", |selection| Ask::Disagree { selection });
    asked.report("methods", [Ask::Methods]);
    asked.report("help", [Ask::Help]);
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
    let mut lay_out = || {
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
    };
    print_row(
        &format!("places of {N_NODES} names"),
        lay_out(),
        (0..N_QUESTIONS).map(|_| lay_out()).collect(),
        "",
    );
}

/// The corpus that the command line asks for, and the word of the views.
fn read_arguments() -> (Corpus, String) {
    let (mut corpus, mut only) = (None, String::new());
    for word in std::env::args().skip(1).filter(|word| !word.starts_with('-')) {
        match word.parse() {
            Ok(size) => corpus = Some(make_articles(size)),
            Err(_) if Path::new(&word).is_dir() => {
                corpus = Some(read_folder(Path::new(&word)).expect("a folder of articles can be read"));
            }
            Err(_) => only = word,
        }
    }
    (corpus.unwrap_or_else(|| make_articles(N_ARTICLES)), only)
}

fn main() {
    let (corpus, only) = read_arguments();
    let start = Instant::now();
    let mut asked = Asked::new(&corpus, only);
    let n_entities = asked.engine.resolved().entities.len();
    println!(
        "{} articles with {n_entities} names, analyzed in {:.1} s\n",
        corpus.articles.len(),
        start.elapsed().as_secs_f64()
    );
    drop(corpus);
    println!("| view | first ms | p50 ms | p95 ms | answers |\n|---|---:|---:|---:|---|");
    report_all(&mut asked);
    report_layout(&mut asked.dice);
}
