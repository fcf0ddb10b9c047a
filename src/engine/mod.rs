//! The one door: [`Engine::handle`] turns a [`Request`] into a [`Response`].
//!
//! Runs in the worker, and natively in tests and on the command line.

pub mod protocol;

use crate::annotate::{Annotations, annotate};
use crate::clean::{Article, clean};
use crate::corpus::{Corpus, Skipped, pack::PackReader};
use crate::error::Result;
use crate::index::Index;
use crate::resolve::{Resolved, resolve_with};
use crate::search::complete;
use crate::view::{
    Disagreements, FacetWindow, Known, Statements, Tables, build_compare, build_disagreements, build_entity,
    build_explore, build_help, build_methods, build_network, build_reader, build_timeline, export,
};
use protocol::{Answer, Ask, Request, Response, Window};
use std::sync::OnceLock;

/// A corpus, analysed and ready to answer.
#[derive(Debug)]
pub struct Engine {
    articles: Vec<Article>,
    annotations: Vec<Annotations>,
    resolved: Resolved,
    index: Index,
    cuts: Vec<Vec<String>>,
    skipped: Vec<Skipped>,
    hash: String,
    /// Found when first asked for: a list of articles needs them not.
    statements: OnceLock<Statements>,
    disagreements: OnceLock<Disagreements>,
}

impl Engine {
    /// Analyses a packed corpus. `progress` hears how many articles are done, of how many.
    ///
    /// # Errors
    /// If the bytes are not a pack.
    pub fn from_pack(pack: &[u8], progress: impl FnMut(usize, usize)) -> Result<Self> {
        let mut reader = PackReader::open(pack)?;
        let mut corpus = Corpus {
            skipped: reader.skipped().to_vec(),
            hash: reader.hash().to_owned(),
            ..Corpus::default()
        };
        corpus.articles = reader.by_ref().collect::<Result<_>>()?;
        corpus.repairs = reader.repairs()?;
        Ok(Self::from_corpus(corpus, progress))
    }

    /// Analyses a corpus. `progress` hears how many articles are done, of how many.
    #[must_use]
    pub fn from_corpus(corpus: Corpus, mut progress: impl FnMut(usize, usize)) -> Self {
        let Corpus { articles: raw, skipped, hash, repairs } = corpus;
        let articles = clean(&raw);
        let cut = |(article, raw): (&Article, &crate::corpus::RawArticle)| {
            article.removed.iter().map(|removal| removal.raw.of(&raw.text).to_owned()).collect()
        };
        let cuts = articles.iter().zip(&raw).map(cut).collect();
        drop(raw);
        let n_total = articles.len();
        let annotations: Vec<_> = articles
            .iter()
            .enumerate()
            .map(|(n_done, article)| {
                progress(n_done, n_total);
                annotate(article)
            })
            .collect();
        let resolved = resolve_with(&articles, &annotations, &repairs);
        let index = Index::build(&articles, &resolved);
        progress(n_total, n_total);
        Self {
            articles,
            annotations,
            resolved,
            index,
            cuts,
            skipped,
            hash,
            statements: OnceLock::new(),
            disagreements: OnceLock::new(),
        }
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
                Answer::Read(doc.map(|doc| Box::new(build_reader(known, doc, words))))
            }
            Ask::Entity { kind, slug } => {
                let entity = known.find_entity(*kind, slug);
                Answer::Entity(entity.map(|id| Box::new(build_entity(known, id))))
            }
            Ask::Complete { words } => Answer::Complete(complete(&self.index, words)),
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
            Ask::Export { selection, what } => Answer::Export(export(known, self, selection, *what)),
            Ask::Methods => Answer::Methods(Box::new(build_methods(known, &self.skipped, &self.hash))),
        }
    }

    fn known(&self) -> Known<'_> {
        Known {
            articles: &self.articles,
            annotations: &self.annotations,
            resolved: &self.resolved,
            index: &self.index,
            cuts: &self.cuts,
        }
    }
}

impl Tables for Engine {
    fn statements(&self) -> &Statements {
        self.statements.get_or_init(|| Statements::build(self.known()))
    }

    fn disagreements(&self) -> &Disagreements {
        self.disagreements.get_or_init(|| Disagreements::build(self.known()))
    }
}

fn window(window: &Window) -> FacetWindow<'_> {
    FacetWindow { facet: window.facet, n_values: window.n_values, filter: &window.filter }
}
