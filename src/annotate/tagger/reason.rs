//! The features that spoke for a name into reasons a reader understands.

use super::feature::{Context, REACH, Template, WINDOW, form_features};
use super::label::{LABELS, OUTSIDE, class_of};
use super::lexicon::{CUES, List};
use super::model::{Model, STEPS};
use super::vote::Votes;
use std::collections::BTreeMap;

/// Why a name was taken for what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The name, or a word of it, stands in one of the lists.
    Listed(List),
    /// It was read as the same elsewhere in the article.
    SameElsewhere,
    /// It is part of a longer name elsewhere in the article.
    LongerElsewhere,
    /// Its letters begin the words of a name elsewhere in the article.
    InitialsElsewhere,
    /// It follows a title.
    AfterTitle,
    /// The word itself was met while learning.
    Word,
    /// Its first or last letters, or its casing.
    Spelling,
    /// Words used like it.
    Company,
    /// A word of the name that tells what it names: `University of …`.
    HeadWord,
    /// The words in front of it.
    Before,
    /// The words behind it.
    After,
    /// How the word is written elsewhere in the article.
    Writing,
}

impl Reason {
    /// The reason in words, to stand after “it”.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Listed(list) => listed(list),
            Self::SameElsewhere => "is named so elsewhere in the article",
            Self::LongerElsewhere => "is part of a longer name elsewhere in the article",
            Self::InitialsElsewhere => "is made of the initials of a name in the article",
            Self::AfterTitle => "follows a title",
            Self::Word => "is a word known from the articles learned from",
            Self::Spelling => "is spelled like such names",
            Self::Company => "is used like such names in other texts",
            Self::HeadWord => "holds a word that tells what it names",
            Self::Before => "follows words that stand before such names",
            Self::After => "is followed by words that stand behind such names",
            Self::Writing => "is always capitalized in the article",
        }
    }
}

fn listed(list: List) -> &'static str {
    match list {
        List::Country => "is in the list of countries",
        List::City | List::Town | List::CityAlias => "is in the list of cities",
        List::State => "is in the list of regions",
        List::Demonym => "is in the list of peoples",
        List::Given => "holds a word from the list of given names",
        List::Surname => "holds a word from the list of surnames",
        List::Organization => "is in the list of organizations",
        _ => "holds a word that tells what it names",
    }
}

/// How strong each reason is, in natural logarithms.
#[derive(Debug, Default)]
pub struct Reasons {
    weights: BTreeMap<Reason, f32>,
}

/// The most reasons that are told.
const MOST_REASONS: usize = 4;
/// The least weight of a reason that is told, in natural logarithms.
const LEAST_WEIGHT: f32 = 0.25;

impl Reasons {
    /// Adds what spoke for `label` at one token, against being no name or a name of another class.
    pub fn add(&mut self, model: &Model, context: Context<'_>, votes: &Votes, label: u8) {
        let mut add = |place: usize, template: Template, key: u32| {
            let Some(row) = model.row(key) else { return };
            let weight = f32::from(row[label as usize]) - rivals(row, label);
            if let Some(reason) = reason(context, place, template) {
                *self.weights.entry(reason).or_default() += weight / STEPS;
            }
        };
        for place in 0..WINDOW {
            if let Some(id) = context.form_id(place) {
                form_features(context.forms, id, place, &mut |template: Template, key: u32| {
                    add(place, template, key);
                });
            }
        }
        context.features(&mut |template: Template, key: u32| add(REACH, template, key));
        context.vote_features(votes, &mut |template: Template, key: u32| add(REACH, template, key));
    }

    /// The reasons that weigh most, strongest first.
    #[must_use]
    pub fn strongest(self) -> Vec<Reason> {
        let mut reasons: Vec<(Reason, f32)> =
            self.weights.into_iter().filter(|(_, weight)| *weight >= LEAST_WEIGHT).collect();
        reasons.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        reasons.into_iter().take(MOST_REASONS).map(|(reason, _)| reason).collect()
    }
}

/// The mean weight of being outside and of the same position in other classes.
fn rivals(row: &[i8; LABELS], label: u8) -> f32 {
    let class = class_of(label);
    let rival = |other: &usize| {
        *other == OUTSIDE as usize
            || (class_of(*other as u8) != class && (*other as i32 - i32::from(label)) % 4 == 0)
    };
    let others: Vec<f32> = (0..LABELS).filter(rival).map(|other| f32::from(row[other])).collect();
    others.iter().sum::<f32>() / others.len().max(1) as f32
}

/// The reason that a feature stands for.
fn reason(context: Context<'_>, place: usize, template: Template) -> Option<Reason> {
    use Template as T;
    Some(match template {
        T::WordVote | T::PhraseVote => Reason::SameElsewhere,
        T::LongerVote => Reason::LongerElsewhere,
        T::AcronymVote => Reason::InitialsElsewhere,
        T::TitleElsewhere => Reason::AfterTitle,
        T::GivenElsewhere | T::RowElsewhere | T::LowerElsewhere | T::CapitalElsewhere => Reason::Writing,
        T::RunLast | T::RunFirst => head(context),
        T::RunBefore => before(context),
        T::RunAfter => Reason::After,
        T::List | T::Lists | T::Entry if place == REACH => listed_in(context)?,
        _ if place < REACH => before(context),
        _ if place > REACH => Reason::After,
        T::Word | T::Lower => Reason::Word,
        T::Shape | T::Prefix | T::Suffix => Reason::Spelling,
        T::Code => Reason::Company,
        _ => return None,
    })
}

fn before(context: Context<'_>) -> Reason {
    let title = |form: &super::form::Form| form.lists & List::Title.bit() != 0;
    if context.form(REACH - 1).is_some_and(title) { Reason::AfterTitle } else { Reason::Before }
}

/// The lists of words that tell what a name names.
const HEADS: u32 =
    List::OrganizationHead.bit() | List::CompanySuffix.bit() | List::PlaceHead.bit() | List::Event.bit();

/// Whether the run of capitalized words begins or ends with a word that tells what it names.
fn head(context: Context<'_>) -> Reason {
    let run = context.reading.runs[context.at];
    let is_head = |at: u32| {
        let form = context.reading.forms.get(at as usize).map(|id| context.forms.form(*id));
        form.is_some_and(|form| form.lists & HEADS != 0)
    };
    if is_head(run.start) || is_head(run.end.saturating_sub(1)) { Reason::HeadWord } else { Reason::Word }
}

/// The list that holds the token, or the entry it is part of; the first of several.
fn listed_in(context: Context<'_>) -> Option<Reason> {
    let entries = context.reading.entries[context.at].iter().fold(0, |all, lists| all | lists);
    let word = context.form(REACH).map_or(0, |form| form.lists);
    let lists = if entries & !CUES == 0 { word } else { entries };
    let list = List::ALL.into_iter().find(|list| lists & !CUES & list.bit() != 0);
    list.map(Reason::Listed).or((lists & HEADS != 0).then_some(Reason::HeadWord))
}
