//! The one door: [`Engine::handle`] turns a [`Request`] into a [`Response`].
//!
//! Runs in the worker, and natively in tests and on the command line. It answers as soon as the articles are
//! cleaned, first by their words alone, then by names and dates as well.

pub mod crew;
pub mod front;
pub mod load;
pub mod portion;
pub mod protocol;

use crate::annotate::{Annotations, Because, reasons};
use crate::clean::Article;
use crate::corpus::{Corpus, pack};
use crate::error::Result;
use crate::index::{Index, QuoteColumn, WordIndex};
use crate::resolve::{Prepared, Resolved, resolve_given, resolve_prepared};
use crate::search::{complete, rehearsal};
use crate::text::Span;
use crate::view::{
    Disagreements, FacetWindow, Known, STRIP_ROOMS, Statements, Tables, build_compare, build_disagreements,
    build_entity, build_explore, build_help, build_map, build_methods, build_network, build_quotes,
    build_reader, build_timeline, export,
};
use load::{
    About, Annotated, BLOCK, Cleaned, Collected, Done, Intake, Loader, Share, annotate_block, block_range,
    n_blocks,
};
use protocol::{Answer, Ask, Request, Response, Window};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A corpus, analysed and ready to answer.
#[derive(Debug)]
pub struct Engine {
    articles: Vec<Article>,
    annotations: Vec<Annotations>,
    resolved: Resolved,
    index: Index,
    quotes: QuoteColumn,
    cuts: Vec<Vec<String>>,
    about: About,
    /// What was read ahead for [`Engine::with_names`].
    prepared: Prepared,
    /// Found when first asked for: a list of articles needs them not.
    statements: OnceLock<Statements>,
    disagreements: OnceLock<Disagreements>,
    /// Why the names of the article that was opened last were taken for names, which is asked for at each letter typed.
    learned: Mutex<Option<(usize, Arc<[Because]>)>>,
}

impl Engine {
    /// Analyses a packed corpus. `progress` hears how many articles are done, of how many.
    ///
    /// # Errors
    /// If the bytes are not a pack.
    pub fn from_pack(pack: &[u8], mut progress: impl FnMut(usize, usize)) -> Result<Self> {
        let loader = Loader::open(pack)?;
        let n_articles = loader.n_articles();
        let mut intake = Intake::new(n_articles, 1);
        let cleaner = loader.learn(Share::ALL)?.settle();
        for block in 0..n_blocks(n_articles) {
            let mut cleaned = loader.clean(&cleaner, block)?;
            progress(intake.n_annotated(), n_articles);
            intake.take(block, Done::Annotated(annotate_block(cleaned.iter_mut().map(Cleaned::parts))));
            intake.take(block, Done::Cleaned(cleaned));
        }
        let (cleaned, found) = (intake.take_cleaned(), intake.take_annotated());
        let engine = Self::analyze(cleaned.unwrap_or_default(), found.unwrap_or_default(), loader.about()?);
        progress(n_articles, n_articles);
        Ok(engine)
    }

    /// Analyses a corpus. `progress` hears how many articles are done, of how many.
    ///
    /// # Panics
    /// If the corpus cannot be packed, as when it holds more than 4 billion articles.
    #[must_use]
    pub fn from_corpus(corpus: &Corpus, progress: impl FnMut(usize, usize)) -> Self {
        let pack = pack::encode(corpus).expect("a corpus in memory can be packed");
        Self::from_pack(&pack, progress).expect("what was packed can be read")
    }

    /// An engine that knows the words of the articles and what was given beside them, but no names yet.
    #[must_use]
    pub fn without_names(cleaned: Collected, about: About) -> Self {
        let Collected { articles, cuts, sentences, words } = cleaned;
        let words = WordIndex::of(words);
        let annotations = before_names(sentences);
        let resolved = resolve_given(&articles);
        let index = Index::with_words(words, &articles, &resolved);
        Self::new(articles, annotations, resolved, index, QuoteColumn::default(), cuts, about)
    }

    fn new(
        articles: Vec<Article>,
        annotations: Vec<Annotations>,
        resolved: Resolved,
        index: Index,
        quotes: QuoteColumn,
        cuts: Vec<Vec<String>>,
        about: About,
    ) -> Self {
        let (statements, disagreements) = (OnceLock::new(), OnceLock::new());
        let (prepared, learned) = (Prepared::default(), Mutex::new(None));
        Self {
            articles,
            annotations,
            resolved,
            index,
            quotes,
            cuts,
            about,
            prepared,
            statements,
            disagreements,
            learned,
        }
    }

    /// Finds the names and dates of a block for [`Engine::with_names`].
    #[must_use]
    pub fn annotate(&mut self, block: usize) -> Vec<Annotated> {
        let block = block_range(block, self.articles.len());
        let sentences = self.annotations[block.clone()].iter().map(|known| &known.sentences[..]);
        annotate_block(self.articles[block].iter_mut().zip(sentences))
    }

    /// Does a piece of what [`Engine::with_names`] has to do and no name is needed for, while names are awaited;
    /// whether there was one.
    pub fn read_ahead(&mut self) -> bool {
        let n_read = self.prepared.n_articles();
        self.articles.iter().skip(n_read).take(BLOCK).for_each(|article| self.prepared.add(article));
        self.prepared.n_articles() > n_read
    }

    /// The same engine with the names and dates that were found in its articles, in their order.
    #[must_use]
    pub fn with_names(self, found: Vec<Annotated>) -> Self {
        let Self { mut articles, annotations, index, cuts, about, prepared, .. } = self;
        let annotations = join(&mut articles, annotations, found);
        Self::resolve(articles, annotations, index.into_words(), cuts, about, prepared)
    }

    fn analyze(cleaned: Collected, found: Vec<Annotated>, about: About) -> Self {
        let Collected { mut articles, cuts, sentences, words } = cleaned;
        let words = WordIndex::of(words);
        let annotations = join(&mut articles, before_names(sentences), found);
        Self::resolve(articles, annotations, words, cuts, about, Prepared::default())
    }

    fn resolve(
        articles: Vec<Article>,
        mut annotations: Vec<Annotations>,
        words: WordIndex,
        cuts: Vec<Vec<String>>,
        about: About,
        prepared: Prepared,
    ) -> Self {
        let resolved = resolve_prepared(&articles, &annotations, &about.repairs, prepared);
        // The dates are placed, and the resolved ones say all that is shown.
        annotations.iter_mut().for_each(|found| found.expressions = Vec::new());
        let index = Index::with_words(words, &articles, &resolved);
        let quotes = QuoteColumn::build(&articles, &annotations, &resolved);
        Self::new(articles, annotations, resolved, index, quotes, cuts, about)
    }

    /// Makes the next table that several answers are read from, where one is missing; whether there was one. For a
    /// moment in which nobody asks: whoever asks first would wait for it.
    pub fn prepare(&self) -> bool {
        if self.statements.get().is_none() {
            self.statements();
            return true;
        }
        let is_missing = self.disagreements.get().is_none();
        if is_missing {
            self.disagreements();
        }
        is_missing
    }

    /// What readers are likely to ask first, for [`Engine::handle`] to answer once while nobody asks: see [`rehearsal`].
    #[must_use]
    pub fn rehearsal(&self) -> Vec<Ask> {
        let n_slots = STRIP_ROOMS[STRIP_ROOMS.len() - 1];
        rehearsal(&self.index).into_iter().map(|selection| front::ask(selection, n_slots)).collect()
    }

    /// The cleaned articles, in order of their ids.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// What the articles mean together.
    #[must_use]
    pub fn resolved(&self) -> &Resolved {
        &self.resolved
    }

    /// What was found in each article but the dates, which [`Engine::resolved`] has.
    #[must_use]
    pub fn annotations(&self) -> &[Annotations] {
        &self.annotations
    }

    /// Answers one request. Never fails: what does not exist is answered as not found.
    #[must_use]
    pub fn handle(&self, request: &Request) -> Response {
        Response { id: request.id, answer: self.answer(&request.ask) }
    }

    fn answer(&self, ask: &Ask) -> Answer {
        let known = self.known();
        match ask {
            Ask::Explore { selection, n_hits, windows, tree, strip } => {
                let windows: Vec<_> = windows.iter().map(window).collect();
                Answer::Explore(Box::new(build_explore(
                    known,
                    selection,
                    *n_hits,
                    &windows,
                    tree.as_deref(),
                    *strip,
                )))
            }
            Ask::Read { article, words } => {
                let doc = known.find_article(article);
                Answer::Read(doc.map(|doc| Box::new(build_reader(known, doc, words, &self.learned(doc)))))
            }
            Ask::Entity { kind, slug, window } => {
                let entity = known.find_entity(*kind, slug);
                Answer::Entity(entity.map(|id| Box::new(build_entity(known, id, *window))))
            }
            Ask::Complete { words } => Answer::Complete(complete(&self.index, words)),
            Ask::Quotes { selection, about, n_quotes } => {
                Answer::Quotes(Box::new(build_quotes(known, selection, about.as_deref(), *n_quotes)))
            }
            Ask::Help => Answer::Help(Box::new(build_help(known))),
            Ask::Timeline { selection, lanes, window } => {
                let view = build_timeline(known, self.statements(), selection, *lanes, *window);
                Answer::Timeline(Box::new(view))
            }
            Ask::Compare { ids } => {
                let [left, right] = ids.each_ref().map(|id| known.find_article(id));
                let docs = left.zip(right).map(|(left, right)| [left, right]);
                Answer::Compare(docs.map(|docs| Box::new(build_compare(known, docs))))
            }
            Ask::Disagree { selection } => {
                Answer::Disagree(Box::new(build_disagreements(known, self.disagreements(), selection)))
            }
            Ask::Network { selection, options } => {
                Answer::Network(Box::new(build_network(known, selection, options)))
            }
            Ask::Map { selection, place } => {
                Answer::Map(Box::new(build_map(known, selection, place.as_deref())))
            }
            Ask::Export { selection, what } => Answer::Export(export(known, self, selection, *what)),
            Ask::Methods => {
                Answer::Methods(Box::new(build_methods(known, &self.about.skipped, &self.about.hash)))
            }
        }
    }

    fn learned(&self, doc: usize) -> Arc<[Because]> {
        let mut last = self.learned.lock().unwrap_or_else(PoisonError::into_inner);
        match last.as_ref().filter(|(of, _)| *of == doc) {
            Some((_, told)) => told.clone(),
            None => {
                let told: Arc<[Because]> =
                    reasons(&self.articles[doc], &self.annotations[doc].sentences).into();
                *last = Some((doc, told.clone()));
                told
            }
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            articles: &self.articles,
            annotations: &self.annotations,
            resolved: &self.resolved,
            index: &self.index,
            quotes: &self.quotes,
            cuts: &self.cuts,
        }
    }
}

/// What is known of articles before names are found: their sentences.
fn before_names(sentences: Vec<Vec<Span>>) -> Vec<Annotations> {
    let known = |sentences| Annotations { sentences, ..Annotations::default() };
    sentences.into_iter().map(known).collect()
}

/// What was found, beside the sentences that were known; the articles learn their languages.
fn join(articles: &mut [Article], known: Vec<Annotations>, found: Vec<Annotated>) -> Vec<Annotations> {
    let all = articles.iter_mut().zip(known).zip(found);
    all.map(|((article, known), Annotated { found, language })| {
        article.language = language;
        Annotations { sentences: known.sentences, ..found }
    })
    .collect()
}

impl Tables for Engine {
    #[inline(never)]
    fn statements(&self) -> &Statements {
        self.statements.get_or_init(|| Statements::build(self.known()))
    }

    #[inline(never)]
    fn disagreements(&self) -> &Disagreements {
        self.disagreements.get_or_init(|| Disagreements::build(self.known()))
    }
}

fn window(window: &Window) -> FacetWindow<'_> {
    FacetWindow { facet: window.facet, n_values: window.n_values, filter: &window.filter }
}
