//! Corrections made by hand, applied to the links of mentions.
//!
//! All names are looked up in what was found before any repair, so the order of the repairs does not
//! matter. A name matches the entities shown under it; where there is none, the mentions printed so,
//! undecided ones included. Of two repairs for one mention the more particular holds: one for single
//! articles before one for all, one for a printed form before one for a whole entity.

mod plan;
mod work;

use super::gather::{ByHand, Forms, Gathered, KeyId};
use super::link::Linked;
use crate::annotate::Annotations;
use crate::clean::Article;
use crate::corpus::{Action, Repair};
use crate::key::Kind;
use plan::Plan;
use std::collections::BTreeSet;
use work::{Joined, Work};

/// What became of one repair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepairReport {
    /// The line of `repairs.toml` it begins at.
    pub line: u32,
    /// What it does, as in `merge “Zelenskii” into “Volodymyr Zelensky”`.
    pub what: String,
    /// How many mentions it changed.
    pub n_mentions: u32,
    /// What was not found or is contradicted, each in a sentence.
    pub warnings: Vec<String>,
}

/// Everything found before the repairs.
pub(super) struct Before<'a> {
    pub articles: &'a [Article],
    pub annotations: &'a [Annotations],
    pub forms: &'a Forms,
    pub gathered: &'a Gathered,
}

/// What a repair does to the mentions it matches.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Deed {
    /// They are this entity.
    Is(KeyId),
    /// They are of another kind, under the same name.
    Retype(Kind),
    /// They are no name.
    Hide,
}

/// How particular a match is; the greater holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    is_local: bool,
    is_form: bool,
}

#[derive(Clone, Debug)]
struct Move {
    /// Its place among the reports.
    report: usize,
    deed: Deed,
    weight: Weight,
    /// The articles it holds for; all where there are none.
    articles: Option<BTreeSet<u32>>,
    /// Only for mentions of these entities, by place.
    only: Option<BTreeSet<usize>>,
    kind: Option<Kind>,
}

/// Applies the repairs: changes links, names and variants, lists hidden mentions as article and mention.
pub(super) fn apply(
    repairs: &[Repair],
    before: &Before<'_>,
    linked: &mut Linked,
    by_hand: &mut ByHand,
    hidden: &mut Vec<(u32, u32)>,
) -> Vec<RepairReport> {
    let mut plan = Plan::new(before, &mut linked.keys, by_hand);
    // By content, so that the order in the file decides nothing; reports return to that order below.
    let mut order: Vec<usize> = (0..repairs.len()).collect();
    order.sort_by(|a, b| sort_key(&repairs[*a]).cmp(&sort_key(&repairs[*b])));
    for at in order {
        plan.add(&repairs[at]);
    }
    let Plan { mut reports, moves, of_entity, of_form, .. } = plan;
    let joined = Joined::new(&moves, &of_entity, before, &mut reports);
    let mut work = Work { before, linked, moves: &moves, joined, reports: &mut reports };
    for article in 0..before.articles.len() {
        for mention in 0..before.forms.of[article].len() {
            let entity = before.gathered.linked[article][mention].map(|id| id.0 as usize);
            let form = before.forms.of[article][mention] as usize;
            let candidates = entity.map_or(&[][..], |entity| &of_entity[entity]).iter().chain(&of_form[form]);
            let candidates: Vec<usize> = candidates.copied().collect();
            if !candidates.is_empty() && work.change(article, mention, entity, &candidates) {
                hidden.push((index(article), index(mention)));
            }
        }
    }
    work.settle_names(by_hand);
    reports.sort_by_key(|report| report.line);
    reports
}

fn sort_key(repair: &Repair) -> (&Action, &[String], &Option<String>, u32) {
    (&repair.action, &repair.articles, &repair.kind, repair.line)
}

fn index(at: usize) -> u32 {
    u32::try_from(at).expect("fewer than 4 billion articles and mentions")
}

/// A repair in words, as the page Methods shows it.
fn describe(repair: &Repair) -> String {
    let quoted =
        |names: &[String]| names.iter().map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    let what = match &repair.action {
        Action::Merge { names, into } => format!("merge {} into “{into}”", quoted(names)),
        Action::Split { names, from, into: Some(into) } => {
            format!("split {} from “{from}” into “{into}”", quoted(names))
        }
        Action::Split { names, from, into: None } => format!("split {} from “{from}”", quoted(names)),
        Action::Rename { name, to } => format!("rename “{name}” to “{to}”"),
        Action::Retype { names, to } => format!("retype {} to {to}", quoted(names)),
        Action::Hide { names } => format!("hide {}", quoted(names)),
        Action::Alias { name, add } => format!("add {} to “{name}”", quoted(add)),
    };
    match repair.articles.len() {
        0 => what,
        1 => format!("{what}, in article {}", repair.articles[0]),
        _ => format!("{what}, in articles {}", repair.articles.join(", ")),
    }
}
