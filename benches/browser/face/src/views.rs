//! Turns texts into the whole engine, and numbers into the questions that each view asks it: for measuring how long a
//! reader waits for a view.

use dateline::corpus::{Corpus, Format, Metadata, RawArticle};
use dateline::engine::Engine;
use dateline::engine::protocol::{Ask, Request, to_bytes};
use dateline::key::{Facet, Kind};
use dateline::search::query::Selection;
use dateline::search::url::{LaneBy, LinkWithin, ViewOptions};
use dateline::view::{StripWindow, TimelineWindow};
use std::cmp::Reverse;
use wasm_bindgen::prelude::wasm_bindgen;

/// The views that are asked for, by the names that the report shows.
const VIEWS: [&str; 8] = [
    "list and facets",
    "timeline",
    "map",
    "network",
    "quotes",
    "disagreements",
    "two articles",
    "page of a name",
];
/// Names that selections are made of: those with most articles, where views are slowest.
const N_NAMES: usize = 50;
/// What a page asks for at first: results, quotations, the width of a wide screen in pixels.
const N_HITS: u32 = 20;
const N_QUOTES: u32 = 40;
const WINDOW: TimelineWindow = TimelineWindow { zoom: None, width_px: 980 };
/// Coprime to all list lengths that are asked for, so that it leads through a list without order.
const STRIDE: usize = 7919;

/// The engine of a page.
#[wasm_bindgen]
#[derive(Default)]
pub struct Views {
    corpus: Corpus,
    engine: Option<Engine>,
    places: Vec<String>,
    people: Vec<String>,
}

#[wasm_bindgen]
impl Views {
    /// The engine of no article.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in one article: its headline, its text and the ISO day it was published.
    pub fn add(&mut self, title: String, text: String, published: String) {
        let id = format!("{:06}", self.corpus.articles.len());
        let page = Metadata { title: Some(title), published: Some(published), ..Metadata::default() };
        let editor = Metadata::default();
        let file = id.clone();
        self.corpus.articles.push(RawArticle { id, file, format: Format::JsonLine, text, page, editor });
    }

    /// Analyses every article. From here on questions are answered.
    pub fn build(&mut self) {
        let engine = Engine::from_corpus(&std::mem::take(&mut self.corpus), |_, _| {});
        let names = |kind: Kind| {
            let mut all: Vec<_> = engine.resolved().entities.iter().filter(|it| it.kind == kind).collect();
            all.sort_by_key(|it| Reverse(it.articles.len()));
            all.into_iter().take(N_NAMES).map(|it| it.slug.clone()).collect()
        };
        (self.places, self.people) = (names(Kind::Place), names(Kind::Person));
        self.engine = Some(engine);
    }

    /// Makes the next table that views share, if one is missing, as the worker does while the reader asks nothing.
    pub fn prepare(&self) -> bool {
        self.engine.as_ref().is_some_and(Engine::prepare)
    }

    /// The names of the views.
    #[must_use]
    pub fn names() -> String {
        VIEWS.join("\n")
    }

    /// The bytes of the answer of a view to one of any number of different questions.
    #[must_use]
    pub fn answer(&self, view: usize, at: usize) -> usize {
        let Some(engine) = &self.engine else { return 0 };
        let answer = engine.handle(&Request { id: 1, ask: self.ask(engine, view, at) });
        to_bytes(&answer).map_or(0, |bytes| bytes.len())
    }
}

impl Views {
    fn ask(&self, engine: &Engine, view: usize, at: usize) -> Ask {
        let selection = self.select(at);
        let article = |at: usize| engine.articles()[at * STRIDE % engine.articles().len()].id.clone();
        match view {
            0 => Ask::Explore {
                selection,
                n_hits: N_HITS,
                windows: Vec::new(),
                tree: None,
                strip: StripWindow::default(),
            },
            1 => Ask::Timeline { selection, lanes: LaneBy::ALL[at % LaneBy::ALL.len()], window: WINDOW },
            2 => Ask::Map { selection, place: None },
            3 => {
                let within = LinkWithin::ALL[at % LinkWithin::ALL.len()];
                Ask::Network { selection, options: ViewOptions { within, ..ViewOptions::default() } }
            }
            4 => Ask::Quotes { selection, about: None, n_quotes: N_QUOTES },
            5 => Ask::Disagree { selection },
            6 => Ask::Compare { ids: [article(at), article(at + 1)] },
            _ => {
                let (kind, slugs) = if at.is_multiple_of(2) {
                    (Kind::Place, &self.places)
                } else {
                    (Kind::Person, &self.people)
                };
                Ask::Entity { kind, slug: slugs[at / 2 % slugs.len()].clone(), window: WINDOW }
            }
        }
    }

    /// Nothing, a place, a place and a person, a word, or a word with each story once.
    fn select(&self, at: usize) -> Selection {
        let place = &self.places[at % self.places.len()];
        let person = &self.people[at / 2 % self.people.len()];
        let word = person.split('-').next_back().unwrap_or_default();
        let in_place = || Selection::only(Facet::Where, place);
        match at % 5 {
            0 if at == 0 => Selection::default(),
            0 => Selection::only(Facet::Who, person),
            1 => in_place(),
            2 => in_place().toggled(Facet::Who, person),
            3 => Selection::default().with_words(word),
            _ => Selection { once: true, ..Selection::default().with_words(word) },
        }
    }
}
