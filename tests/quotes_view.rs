//! The counts of the Quotes page equal a naive recount, and the same words are one quotation.

use dateline::annotate::annotate;
use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::{Answer, Ask, Request};
use dateline::key::Facet;
use dateline::search::query::Selection;
use dateline::view::QuotesView;
use std::collections::BTreeSet;

/// Pseudo-random numbers from a seed (xorshift64*), so that every run tries the same cases.
struct Dice(u64);

impl Dice {
    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let value = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        of[usize::try_from(value).expect("31 bits") % of.len()]
    }
}

const SPEAKERS: [&str; 4] = ["Jens Stoltenberg", "Joe Biden", "Dmytro Kuleba", "Mary Jones"];
const SAID: [&str; 5] = [
    "We will stand with Ukraine for as long as it takes",
    "We will stand with Ukraine for as long as it is needed",
    "Winter is near and nobody is ready",
    "There is no reason to wait any longer",
    "Nothing has been decided about the tanks yet",
];

fn article(id: String, text: String) -> RawArticle {
    let (page, editor) = (Metadata::default(), Metadata::default());
    RawArticle { file: id.clone(), id, format: Format::Text, text, page, editor }
}

fn engine(texts: &[String]) -> Engine {
    let articles =
        texts.iter().enumerate().map(|(at, text)| article(format!("{at:03}"), text.clone())).collect();
    Engine::from_corpus(&Corpus { articles, ..Corpus::default() }, |_, _| {})
}

fn quotes(engine: &Engine, selection: Selection) -> QuotesView {
    let ask = Ask::Quotes { selection, about: None, n_quotes: 1000 };
    match engine.handle(&Request { id: 1, ask }).answer {
        Answer::Quotes(view) => *view,
        other => panic!("no quotes but {other:?}"),
    }
}

fn random_engine(seed: u64) -> Engine {
    let mut dice = Dice(seed);
    let texts: Vec<String> = (0..30)
        .map(|at| {
            let mut sentence = || format!("“{},” {} said.", dice.pick(&SAID), dice.pick(&SPEAKERS));
            format!("Report number {at}\n\n{} It was cold.\n\n{}", sentence(), sentence())
        })
        .collect();
    engine(&texts)
}

#[test]
fn counts_equal_a_naive_recount() {
    for seed in 1..6 {
        let engine = random_engine(seed);
        let view = quotes(&engine, Selection::default());
        for speaker in &view.speakers {
            let mut docs = BTreeSet::new();
            for (doc, (article, resolved)) in
                engine.articles().iter().zip(&engine.resolved().articles).enumerate()
            {
                assert_eq!(annotate(article).quotes.len(), resolved.speakers.len());
                let names = resolved.speakers.iter().flatten();
                if names.clone().any(|id| engine.resolved().entities[id.0 as usize].name == speaker.name) {
                    docs.insert(doc);
                }
            }
            assert_eq!(speaker.n_articles as usize, docs.len(), "{}", speaker.name);
            let narrowed = quotes(&engine, Selection::only(Facet::Speaker, &speaker.slug));
            assert_eq!(
                narrowed.n_articles, speaker.n_articles,
                "the facet finds the articles that are counted"
            );
            let of_speaker = |view: &QuotesView| {
                let is_theirs = |name: &str| name == speaker.name;
                view.quotes
                    .iter()
                    .filter(|it| it.speaker.as_ref().is_some_and(|(_, _, name)| is_theirs(name)))
                    .count()
            };
            assert_eq!(of_speaker(&view), (speaker.n_direct + speaker.n_indirect) as usize);
            assert_eq!(of_speaker(&narrowed), narrowed.quotes.len(), "only the chosen speaker is listed");
        }
        assert_eq!(view.quotes.len(), (view.n_direct + view.n_indirect) as usize);
        assert_eq!(view.n_listed as usize, view.quotes.len());
    }
}

#[test]
fn the_same_words_are_one_quotation_and_others_stand_against_each_other() {
    let words = [
        "We will stand with Ukraine for as long as it takes",
        "We will stand with Ukraine as long as it takes",
    ];
    let texts = [words[0], words[0], words[1]]
        .map(|words| format!("News\n\n“{words},” Jens Stoltenberg said on Monday."));
    let view = quotes(&engine(&texts), Selection::default());
    assert_eq!((view.n_direct, view.quotes.len()), (1, 1));
    let quotation = &view.quotes[0];
    assert_eq!(quotation.verb, "said");
    let sources: Vec<usize> = quotation.wordings.iter().map(|wording| wording.sources.len()).collect();
    assert_eq!(sources, [2, 1]);
}

#[test]
fn a_corpus_without_quotations_has_an_empty_view() {
    let view = quotes(&engine(&["News\n\nIt rained.".to_owned()]), Selection::default());
    assert_eq!((view.n_articles, view.n_direct, view.n_indirect, view.quotes.len()), (1, 0, 0, 0));
}

#[test]
fn said_finds_the_articles_that_quote_somebody() {
    let texts = [
        "“We will stand with Ukraine,” Jens Stoltenberg said.".to_owned(),
        "Jens Stoltenberg came to Kyiv. “We are glad to see him,” Dmytro Kuleba said.".to_owned(),
    ];
    let engine = engine(&texts);
    let found = |words: &str| quotes(&engine, Selection::default().with_words(words)).n_articles;
    assert_eq!((found("who:stoltenberg "), found("said:stoltenberg "), found("said:kuleba ")), (2, 1, 1));
}
