//! `dateline corpus`: a folder into one JSON object, analyzed as the site would.

use crate::{Ending, report};
use dateline::annotate::annotate;
use dateline::clean::{Article, clean};
use dateline::corpus::{Corpus, RawArticle, Skipped, import};
use dateline::key::Kind;
use dateline::resolve::{Published, RepairReport, Resolved, ResolvedArticle, resolve_with};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

#[derive(Serialize)]
struct CorpusLine<'a> {
    articles: Vec<ArticlePart<'a>>,
    facets: Facets<'a>,
    stories: Vec<Vec<&'a str>>,
    skipped: Vec<SkippedPart<'a>>,
    repairs: Vec<RepairPart<'a>>,
}

#[derive(Serialize)]
struct ArticlePart<'a> {
    id: &'a str,
    file: &'a str,
    title: Option<&'a str>,
    byline: Vec<&'a str>,
    outlet: Option<&'a str>,
    language: Option<&'a str>,
    published: Option<PublishedPart<'a>>,
    body: &'a str,
    removed: Vec<RemovedPart<'a>>,
    dates: Vec<DatePart<'a>>,
}

/// A publication date with its grounds.
#[derive(Serialize)]
pub struct PublishedPart<'a> {
    value: &'a str,
    basis: &'static str,
}

impl<'a> PublishedPart<'a> {
    /// The date, if there is one.
    pub fn of(published: &'a Published) -> Option<Self> {
        let basis = published.basis.map_or("", dateline::key::Basis::word);
        published.value.as_deref().map(|value| Self { value, basis })
    }
}

#[derive(Serialize)]
struct RemovedPart<'a> {
    text: &'a str,
    reason: &'a str,
}

#[derive(Serialize)]
struct DatePart<'a> {
    text: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    value: &'a str,
    rule: &'a str,
}

#[derive(Serialize)]
struct Facets<'a> {
    person: Vec<FacetValue<'a>>,
    place: Vec<FacetValue<'a>>,
    organization: Vec<FacetValue<'a>>,
    outlet: Vec<FacetValue<'a>>,
}

#[derive(Serialize)]
struct FacetValue<'a> {
    value: &'a str,
    aliases: Vec<&'a str>,
    articles: Vec<&'a str>,
}

#[derive(Serialize)]
struct SkippedPart<'a> {
    file: &'a str,
    reason: &'a str,
}

/// What became of a correction in `repairs.toml`.
#[derive(Serialize)]
struct RepairPart<'a> {
    line: u32,
    repair: &'a str,
    mentions: u32,
    warnings: &'a [String],
}

impl<'a> RepairPart<'a> {
    fn of(report: &'a RepairReport) -> Self {
        let RepairReport { line, what, n_mentions, warnings } = report;
        Self { line: *line, repair: what, mentions: *n_mentions, warnings }
    }
}

/// Writes what is found in `folder`.
pub fn run(folder: &Path, out: &mut impl Write) -> io::Result<Ending> {
    let corpus = match import::read_folder(folder) {
        Ok(corpus) => corpus,
        Err(error) => return Ok(Ending::Failed(error)),
    };
    let articles = clean(&corpus.articles);
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve_with(&articles, &annotations, &corpus.repairs);
    for RepairReport { line, what, warnings, .. } in &resolved.repairs {
        let place = format!("{}, line {line}", folder.join("repairs.toml").display());
        warnings.iter().for_each(|warning| report(&format!("{place}: {what}: {warning}")));
    }
    serde_json::to_writer(&mut *out, &describe(&corpus, &articles, &resolved))?;
    out.write_all(b"\n")?;
    Ok(Ending::Well)
}

fn describe<'a>(corpus: &'a Corpus, articles: &'a [Article], resolved: &'a Resolved) -> CorpusLine<'a> {
    let id = |at: &u32| articles[*at as usize].id.as_str();
    let parts = corpus.articles.iter().zip(articles).zip(&resolved.articles);
    let skipped = |Skipped { file, reason }: &'a Skipped| SkippedPart { file, reason };
    CorpusLine {
        articles: parts.map(|((raw, article), resolved)| describe_article(raw, article, resolved)).collect(),
        facets: Facets {
            person: entities(Kind::Person, articles, resolved),
            place: entities(Kind::Place, articles, resolved),
            organization: entities(Kind::Organization, articles, resolved),
            outlet: outlets(articles),
        },
        stories: resolved.stories.iter().map(|story| story.iter().map(id).collect()).collect(),
        skipped: corpus.skipped.iter().map(skipped).collect(),
        repairs: resolved.repairs.iter().map(RepairPart::of).collect(),
    }
}

fn describe_article<'a>(
    raw: &'a RawArticle,
    article: &'a Article,
    resolved: &'a ResolvedArticle,
) -> ArticlePart<'a> {
    let removed = article.removed.iter();
    let dates = resolved.dates.iter();
    ArticlePart {
        id: &article.id,
        file: &article.file,
        title: Some(article.headline()).filter(|title| !title.is_empty()),
        byline: article.byline.iter().map(|name| name.value.as_str()).collect(),
        outlet: article.outlet.as_ref().map(|outlet| outlet.value.as_str()),
        language: article.language.as_ref().map(|language| language.value.as_str()),
        published: PublishedPart::of(&resolved.published),
        body: article.body(),
        removed: removed.map(|cut| RemovedPart { text: cut.raw.of(&raw.text), reason: cut.reason }).collect(),
        dates: dates
            .map(|date| DatePart {
                text: date.span.of(&article.text),
                kind: date.kind.word(),
                value: &date.value,
                rule: date.rule,
            })
            .collect(),
    }
}

fn entities<'a>(kind: Kind, articles: &'a [Article], resolved: &'a Resolved) -> Vec<FacetValue<'a>> {
    let of_kind = resolved.entities.iter().filter(|entity| entity.kind == kind);
    of_kind
        .map(|entity| FacetValue {
            value: &entity.name,
            aliases: entity
                .aliases
                .iter()
                .map(|alias| alias.text.as_str())
                .filter(|text| *text != entity.name)
                .collect(),
            articles: entity.articles.iter().map(|at| articles[*at as usize].id.as_str()).collect(),
        })
        .collect()
}

/// Every outlet, that with most articles first.
fn outlets(articles: &[Article]) -> Vec<FacetValue<'_>> {
    let mut by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for article in articles {
        if let Some(outlet) = &article.outlet {
            by_name.entry(&outlet.value).or_default().push(&article.id);
        }
    }
    let mut outlets: Vec<_> = by_name
        .into_iter()
        .map(|(value, articles)| FacetValue { value, aliases: Vec::new(), articles })
        .collect();
    outlets.sort_by_key(|outlet| std::cmp::Reverse(outlet.articles.len()));
    outlets
}
