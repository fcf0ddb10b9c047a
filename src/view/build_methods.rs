//! [`MethodsView`] from everything that was done to a corpus.

use super::known::Known;
use super::methods::{AppliedRepair, MethodsView, SkippedFile, Tally};
use crate::annotate::explain;
use crate::corpus::Skipped;
use crate::text::Span;
use std::collections::BTreeMap;

const SOURCES: &str = include_str!("../../lexicon/sources.tsv");

/// Counts how often and in how many articles each name occurs.
#[derive(Default)]
struct Counter<'a> {
    counts: BTreeMap<&'a str, (u32, u32)>,
}

impl<'a> Counter<'a> {
    fn add(&mut self, names: impl Iterator<Item = &'a str>) {
        let mut here: BTreeMap<&str, u32> = BTreeMap::new();
        names.for_each(|name| *here.entry(name).or_default() += 1);
        for (name, count) in here {
            let entry = self.counts.entry(name).or_default();
            entry.0 += count;
            entry.1 += 1;
        }
    }

    fn tally(self, meaning: impl Fn(&str) -> String) -> Vec<Tally> {
        let tally = |(name, (count, n_articles)): (&str, (u32, u32))| Tally {
            name: name.to_owned(),
            meaning: meaning(name),
            count,
            n_articles,
        };
        let mut tallies: Vec<_> = self.counts.into_iter().map(tally).collect();
        tallies.sort_by_key(|tally| std::cmp::Reverse(tally.count));
        tallies
    }
}

/// Builds what the Methods page shows.
#[must_use]
pub fn build_methods(known: Known<'_>, skipped: &[Skipped], hash: &str) -> MethodsView {
    let (mut removals, mut rules) = (Counter::default(), Counter::default());
    let (mut languages, mut dates) = (Counter::default(), Counter::default());
    let mut n_removed = 0;
    for (doc, article) in known.articles.iter().enumerate() {
        let found = &known.annotations[doc];
        removals.add(article.removed.iter().map(|removal| removal.reason));
        n_removed += known.cuts[doc].iter().map(|cut| cut.chars().count() as u64).sum::<u64>();
        let timexes = known.resolved.articles[doc].dates.iter().map(|date| date.rule);
        rules.add(found.mentions.iter().map(|mention| mention.rule).chain(timexes));
        languages.add(article.language.iter().map(|language| language.value.as_str()));
        let basis = known.resolved.articles[doc].published.basis;
        dates.add(std::iter::once(basis.map_or("unknown", |basis| basis.word())));
    }
    let n_kept: u64 = known.articles.iter().map(|article| article.text.chars().count() as u64).sum();
    MethodsView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        corpus_hash: hash.to_owned(),
        n_articles: Span::new(0, known.articles.len()).end,
        n_words: known.index.fields.iter().map(|fields| fields.n_words).sum(),
        n_chars: (n_kept + n_removed, n_removed),
        skipped: skipped
            .iter()
            .map(|skip| SkippedFile { file: skip.file.clone(), reason: skip.reason.clone() })
            .collect(),
        removals: removals.tally(|reason| crate::clean::explain(reason).unwrap_or_default().to_owned()),
        rules: rules.tally(|rule| explain(rule).to_owned()),
        languages: languages.tally(|_| String::new()),
        dates: dates.tally(|_| String::new()),
        guesses: list_guesses(known),
        repairs: list_repairs(known),
        sources: list_sources(),
    }
}

/// The lists behind the analysis, each with its source and licence.
fn list_sources() -> Vec<(String, String)> {
    let rows = SOURCES.lines().filter(|row| !row.starts_with('#'));
    let pairs = rows.filter_map(|row| row.split_once('\t'));
    pairs.map(|(name, source)| (name.to_owned(), source.to_owned())).collect()
}

fn list_repairs(known: Known<'_>) -> Vec<AppliedRepair> {
    let repair = |report: &crate::resolve::RepairReport| AppliedRepair {
        line: report.line,
        what: report.what.clone(),
        n_mentions: report.n_mentions,
        warnings: report.warnings.clone(),
    };
    known.resolved.repairs.iter().map(repair).collect()
}

/// Names that were joined by likeness alone.
fn list_guesses(known: Known<'_>) -> Vec<(String, String)> {
    let mut guesses = Vec::new();
    for entity in &known.resolved.entities {
        for alias in entity.aliases.iter().filter(|alias| alias.is_guess) {
            guesses.push((format!("{} → {}", alias.text, entity.name), alias.reason.to_owned()));
        }
    }
    guesses
}
