//! A corpus comes to the same whoever reads it: alone, dealt among workers, in whatever order they are done.

use dateline::clean::{Cleaner, Learned};
use dateline::corpus::import::read_folder;
use dateline::corpus::pack::encode;
use dateline::corpus::{Corpus, RawArticle};
use dateline::engine::Engine;
use dateline::engine::load::{Done, Intake, Loader, Share, n_blocks};
use dateline::engine::portion::Portion;
use dateline::engine::protocol::{Answer, Ask, Request, from_bytes, to_bytes};
use dateline::search::query::Selection;
use dateline::view::StripWindow;
use std::path::Path;

/// The sample articles, often enough for several blocks, each time under other ids.
fn corpus() -> Corpus {
    let seeds = read_folder(Path::new("seeds")).expect("the samples are readable");
    let again = |turn: usize| {
        let renamed =
            move |raw: &RawArticle| RawArticle { id: format!("{turn:03}-{}", raw.id), ..raw.clone() };
        seeds.articles.iter().map(renamed).collect::<Vec<_>>()
    };
    Corpus { articles: (0..26).flat_map(again).collect(), ..seeds.clone() }
}

fn explore(engine: &Engine, words: &str) -> Answer {
    let selection = Selection { words: words.to_owned(), ..Selection::default() };
    let ask = Ask::Explore {
        selection,
        n_hits: 20,
        windows: Vec::new(),
        tree: None,
        strip: StripWindow::default(),
    };
    engine.handle(&Request { id: 1, ask }).answer
}

/// What was learned of all articles, by so many workers.
fn learn(loader: &Loader<'_>, of: usize) -> Cleaner {
    let mut intake = Intake::new(loader.n_articles(), of);
    for number in (0..of).rev() {
        assert!(intake.take_learned().is_none(), "a share is missing");
        let portion = Portion::open(loader, Share { number, of }).expect("readable");
        let (number, learned) = portion.learn();
        let said = to_bytes(&learned).expect("it travels");
        intake.take(number, from_bytes(&said).expect("it arrives"));
        // Heard twice, it counts once.
        intake.take(number, learned);
    }
    let cleaner = intake.take_learned().expect("all are learned");
    from_bytes(&to_bytes(&cleaner).expect("it travels")).expect("it arrives")
}

/// What one worker says of its share, as it travels.
fn read_share(loader: &Loader<'_>, cleaner: &Cleaner, share: Share) -> Vec<(usize, Vec<u8>)> {
    let mut portion = Portion::open(loader, share).expect("readable");
    let mut said = Vec::new();
    let mut hear = |block: usize, done: &Done| said.push((block, to_bytes(done).expect("it travels")));
    while portion.clean_next(cleaner, &mut hear) {}
    while portion.annotate_next(&mut hear) {}
    said
}

#[test]
fn the_number_of_workers_and_their_order_change_nothing() {
    let pack = encode(&corpus()).expect("packed");
    let alone = Engine::from_pack(&pack, |_, _| {}).expect("a pack");
    let of = 3;
    let loader = Loader::open(&pack).expect("a pack");
    let cleaner = learn(&loader, of);
    assert_eq!(cleaner, loader.learn(Share::ALL).expect("readable").settle());
    let mut said: Vec<_> =
        (0..of).flat_map(|number| read_share(&loader, &cleaner, Share { number, of })).collect();
    said.reverse();
    let mut intake = Intake::new(loader.n_articles(), of);
    for (block, bytes) in said {
        intake.take(block, from_bytes::<Done>(&bytes).expect("it arrives"));
    }
    let cleaned = intake.take_cleaned().expect("all are cleaned");
    let found = intake.take_annotated().expect("all are annotated");
    let mut first = Engine::without_names(cleaned, loader.about().expect("readable"));
    assert!(first.read_ahead(), "some of what is to be done can be done before");
    let engine = first.with_names(found);
    assert_eq!(engine.articles(), alone.articles());
    assert_eq!(engine.annotations(), alone.annotations());
    assert_eq!(engine.resolved(), alone.resolved());
    assert_eq!(explore(&engine, "nato"), explore(&alone, "nato"));
}

#[test]
fn words_are_found_before_any_name_is() {
    let pack = encode(&corpus()).expect("packed");
    let loader = Loader::open(&pack).expect("a pack");
    let cleaner = learn(&loader, 1);
    let blocks = 0..n_blocks(loader.n_articles());
    let cleaned: Vec<_> = blocks.flat_map(|block| loader.clean(&cleaner, block).expect("readable")).collect();
    let first = Engine::without_names(cleaned.into(), loader.about().expect("readable"));
    let alone = Engine::from_pack(&pack, |_, _| {}).expect("a pack");
    let (Answer::Explore(early), Answer::Explore(late)) = (explore(&first, "nato"), explore(&alone, "nato"))
    else {
        panic!("an answer to another question")
    };
    assert_eq!((early.n_articles, early.n_total), (late.n_articles, late.n_total));
    assert!(early.n_articles > 0 && early.hits[0].marks.is_empty());
}

#[test]
fn what_is_missing_is_known() {
    let pack = encode(&corpus()).expect("packed");
    let loader = Loader::open(&pack).expect("a pack");
    let mut intake = Intake::new(loader.n_articles(), 2);
    assert_eq!(intake.missing_learned().collect::<Vec<_>>(), [0, 1]);
    intake.take(0, Done::Learned(loader.learn(Share { number: 0, of: 2 }).expect("readable")));
    assert_eq!(intake.missing_learned().collect::<Vec<_>>(), [1]);
    assert_eq!(intake.missing_cleaned().next(), Some(0));
    intake.take(0, Done::Cleaned(loader.clean(&Cleaner::default(), 0).expect("readable")));
    let missing: Vec<usize> = intake.missing_cleaned().collect();
    assert_eq!(missing, (1..n_blocks(loader.n_articles())).collect::<Vec<_>>());
    assert_eq!(intake.missing_annotated().next(), Some(0));
    assert!(intake.take_cleaned().is_none() && intake.take_annotated().is_none());
    // A block or share that nobody knows is passed over.
    intake.take(usize::MAX, Done::Annotated(Vec::new()));
    intake.take(usize::MAX, Done::Learned(Learned::default()));
}

#[test]
fn what_is_said_of_a_pack_needs_no_article() {
    let corpus = corpus();
    let pack = encode(&corpus).expect("packed");
    let loader = Loader::open(&pack).expect("a pack");
    let about = loader.about().expect("readable");
    assert_eq!((loader.n_articles(), &about.hash), (corpus.articles.len(), &corpus.hash));
    assert!(Loader::open(&pack[..pack.len() / 2]).is_err());
}
