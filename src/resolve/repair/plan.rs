//! Repairs into moves: which entities and printed forms the names of each repair match.
//!
//! Warns of what was not found. Changes no mention.

use super::super::gather::{ByHand, Key, KeyId, Keys};
use super::super::name::{person_name, plain_key, tidy};
use super::super::{Entity, organization, place};
use super::{Before, Deed, Move, RepairReport, Weight, describe};
use crate::annotate::lexicon::{self, Sense};
use crate::corpus::{Action, Repair};
use crate::key::Kind;
use crate::text::fold;
use std::collections::{BTreeSet, HashMap};

/// What a name in a repair matches.
#[derive(Default)]
struct Matched {
    entities: Vec<usize>,
    forms: Vec<usize>,
}

/// The repairs as moves, with the names they match.
pub(super) struct Plan<'a, 'b> {
    before: &'a Before<'a>,
    keys: &'b mut Keys,
    by_hand: &'b mut ByHand,
    /// Entities by folded shown name.
    names: HashMap<String, Vec<usize>>,
    /// Forms by folded text.
    forms: HashMap<String, Vec<usize>>,
    articles: HashMap<&'a str, u32>,
    pub reports: Vec<RepairReport>,
    pub moves: Vec<Move>,
    /// The moves for each entity and each form.
    pub of_entity: Vec<Vec<usize>>,
    pub of_form: Vec<Vec<usize>>,
}

impl<'a, 'b> Plan<'a, 'b> {
    pub fn new(before: &'a Before<'a>, keys: &'b mut Keys, by_hand: &'b mut ByHand) -> Self {
        let (mut names, mut forms): (HashMap<String, Vec<usize>>, HashMap<String, Vec<usize>>) =
            Default::default();
        for (at, entity) in before.gathered.entities.iter().enumerate() {
            names.entry(fold(&entity.name)).or_default().push(at);
        }
        for (at, text) in before.forms.texts.iter().enumerate() {
            forms.entry(fold(text)).or_default().push(at);
        }
        let articles = before.articles.iter().map(|article| article.id.as_str()).zip(0..).collect();
        let of_entity = vec![Vec::new(); before.gathered.entities.len()];
        let of_form = vec![Vec::new(); before.forms.texts.len()];
        Self {
            before,
            keys,
            by_hand,
            names,
            forms,
            articles,
            reports: Vec::new(),
            moves: Vec::new(),
            of_entity,
            of_form,
        }
    }

    fn entity(&self, at: usize) -> &'a Entity {
        &self.before.gathered.entities[at]
    }

    pub fn add(&mut self, repair: &Repair) {
        let what = describe(repair);
        self.reports.push(RepairReport { line: repair.line, what, n_mentions: 0, warnings: Vec::new() });
        let kind = repair.kind.as_deref().and_then(Kind::from_noun);
        match &repair.action {
            Action::Merge { names, into } => self.add_names(repair, names, kind, Some(into), None),
            Action::Rename { name, to } => self.add_rename(repair, name, to, kind),
            Action::Split { names, from, into } => self.add_split(repair, names, from, into.as_deref(), kind),
            Action::Retype { names, to } => {
                let deed = Kind::from_noun(to).map(Deed::Retype);
                self.add_names(repair, names, kind, None, deed);
            }
            Action::Hide { names } => self.add_names(repair, names, kind, None, Some(Deed::Hide)),
            Action::Alias { name, add } => self.add_alias(repair, name, add, kind),
        }
    }

    fn warn(&mut self, warning: String) {
        if let Some(report) = self.reports.last_mut() {
            report.warnings.push(warning);
        }
    }

    /// What a name matches: entities shown so, else printed forms. Warns where it matches nothing.
    fn find(&mut self, name: &str, kind: Option<Kind>) -> Matched {
        let folded = fold(name);
        let shown = self.names.get(&folded).into_iter().flatten().copied();
        let entities: Vec<usize> =
            shown.filter(|at| kind.is_none_or(|kind| self.entity(*at).kind == kind)).collect();
        if !entities.is_empty() {
            return Matched { entities, forms: Vec::new() };
        }
        let forms = self.forms.get(&folded).cloned().unwrap_or_default();
        if forms.is_empty() {
            let kind = kind.map_or("name", Kind::noun);
            self.warn(format!("no {kind} “{name}” was found in the articles"));
        }
        Matched { entities, forms }
    }

    /// The articles of a repair, `None` for all. Warns of unknown ids.
    fn scope(&mut self, repair: &Repair) -> Option<BTreeSet<u32>> {
        let known = repair.articles.iter().filter_map(|id| self.articles.get(id.as_str()).copied()).collect();
        let unknown: Vec<&String> =
            repair.articles.iter().filter(|id| !self.articles.contains_key(id.as_str())).collect();
        for id in unknown {
            self.warn(format!("there is no article “{id}”"));
        }
        (!repair.articles.is_empty()).then_some(known)
    }

    /// Moves for names that go to the entity `into`, or that `deed` is done to.
    fn add_names(
        &mut self,
        repair: &Repair,
        names: &[String],
        kind: Option<Kind>,
        into: Option<&str>,
        deed: Option<Deed>,
    ) {
        let articles = self.scope(repair);
        let found: Vec<Matched> = names.iter().map(|name| self.find(name, kind)).collect();
        let deed = deed.or_else(|| into.and_then(|into| self.destination(into, kind, &found)).map(Deed::Is));
        let Some(deed) = deed else { return };
        for matched in &found {
            self.push(matched, &deed, articles.as_ref(), None, kind);
        }
    }

    /// A new name for one entity; where others bear that name, or only in single articles, its mentions go there.
    fn add_rename(&mut self, repair: &Repair, name: &str, to: &str, kind: Option<Kind>) {
        let folded = fold(name);
        let named = self.names.get(&folded).into_iter().flatten().copied();
        let named: Vec<usize> =
            named.filter(|at| kind.is_none_or(|kind| self.entity(*at).kind == kind)).collect();
        let [entity] = named.as_slice() else {
            return self.add_names(repair, std::slice::from_ref(&name.to_owned()), kind, Some(to), None);
        };
        let others = self.names.get(&fold(to)).into_iter().flatten();
        let is_taken =
            others.filter(|at| *at != entity).any(|at| self.entity(*at).kind == self.entity(*entity).kind);
        if is_taken || !repair.articles.is_empty() {
            return self.add_names(repair, std::slice::from_ref(&name.to_owned()), kind, Some(to), None);
        }
        let key = self.before.gathered.keys[*entity];
        match self.by_hand.names.get(&key) {
            Some(other) if other != to => {
                let warning = format!("contradicts another repair, which names it “{other}”");
                self.warn(warning);
            }
            _ => {
                self.by_hand.names.insert(key, tidy(to));
                let n_mentions = self.entity(*entity).n_mentions;
                if let Some(report) = self.reports.last_mut() {
                    report.n_mentions = n_mentions;
                }
            }
        }
    }

    fn push(
        &mut self,
        matched: &Matched,
        deed: &Deed,
        articles: Option<&BTreeSet<u32>>,
        only: Option<&BTreeSet<usize>>,
        kind: Option<Kind>,
    ) {
        let is_form = !matched.forms.is_empty();
        let weight = Weight { is_local: articles.is_some(), is_form };
        let at = self.moves.len();
        self.moves.push(Move {
            report: self.reports.len() - 1,
            deed: deed.clone(),
            weight,
            articles: articles.cloned(),
            only: only.cloned(),
            kind,
        });
        matched.entities.iter().for_each(|entity| self.of_entity[*entity].push(at));
        matched.forms.iter().for_each(|form| self.of_form[*form].push(at));
    }

    fn add_split(
        &mut self,
        repair: &Repair,
        names: &[String],
        from: &str,
        into: Option<&str>,
        kind: Option<Kind>,
    ) {
        let articles = self.scope(repair);
        let whole = self.find(from, kind).entities;
        if whole.is_empty() {
            if self.forms.contains_key(&fold(from)) {
                self.warn(format!("nothing is shown under the name “{from}”"));
            }
            return;
        }
        let kind = kind.or_else(|| whole.first().map(|at| self.entity(*at).kind));
        let only: BTreeSet<usize> = whole.into_iter().collect();
        for name in names {
            let is_among = |form: &usize| {
                let text = &self.before.forms.texts[*form];
                only.iter().any(|at| self.entity(*at).aliases.iter().any(|alias| alias.text == *text))
            };
            let forms = self.forms.get(&fold(name)).cloned().unwrap_or_default();
            let forms: Vec<usize> = forms.into_iter().filter(is_among).collect();
            if forms.is_empty() {
                self.warn(format!("“{from}” is not printed as “{name}”"));
                continue;
            }
            let matched = Matched { entities: Vec::new(), forms };
            let deed = match into {
                Some(into) => self.destination(into, kind, &[]).map(Deed::Is),
                None => kind.map(|kind| Deed::Is(self.own_key(kind, name))),
            };
            if let Some(deed) = deed {
                self.push(&matched, &deed, articles.as_ref(), Some(&only), None);
            }
        }
    }

    fn add_alias(&mut self, repair: &Repair, name: &str, add: &[String], kind: Option<Kind>) {
        let articles = self.scope(repair);
        let Matched { entities, .. } = self.find(name, kind);
        let [entity] = entities.as_slice() else {
            match entities.len() {
                0 => {}
                n => self.warn(format!("{n} entities are shown as “{name}”; say which with kind")),
            }
            return;
        };
        let key = self.before.gathered.keys[*entity];
        if articles.is_none() {
            self.by_hand.variants.entry(key).or_default().extend(add.iter().cloned());
        }
        for alias in add {
            let forms = self.forms.get(&fold(alias)).cloned().unwrap_or_default();
            if !forms.is_empty() {
                self.push(
                    &Matched { entities: Vec::new(), forms },
                    &Deed::Is(key),
                    articles.as_ref(),
                    None,
                    None,
                );
            }
        }
    }

    /// The entity that names go to: the one shown so, else the only one printed so, else a new one of that name.
    fn destination(&mut self, into: &str, kind: Option<Kind>, found: &[Matched]) -> Option<KeyId> {
        let folded = fold(into);
        let of_sources =
            found.iter().flat_map(|matched| &matched.entities).map(|at| self.entity(*at).kind).min();
        let of_forms =
            found.iter().flat_map(|matched| &matched.forms).filter_map(|form| self.kind_of_form(*form)).min();
        let wanted = kind.or(of_sources).or(of_forms);
        let shown = self.names.get(&folded).cloned().unwrap_or_default();
        let same_kind = shown.iter().find(|at| wanted.is_none_or(|wanted| self.entity(**at).kind == wanted));
        let any = if kind.is_none() { shown.first() } else { None };
        if let Some(at) = same_kind.or(any) {
            return Some(self.before.gathered.keys[*at]);
        }
        let wanted = wanted?;
        let printed = |entity: &Entity| {
            entity.kind == wanted && entity.aliases.iter().any(|alias| fold(&alias.text) == folded)
        };
        let entities = &self.before.gathered.entities;
        // A rename to a form that is printed already means the entity itself; it only changes the name shown.
        let is_source = |at: &usize| found.iter().any(|matched| matched.entities.contains(at));
        let mut holders = (0..entities.len()).filter(|at| printed(&entities[*at]) && !is_source(at));
        match (holders.next(), holders.next()) {
            (Some(only), None) => Some(self.before.gathered.keys[only]),
            _ => Some(self.own_key(wanted, into)),
        }
    }

    fn kind_of_form(&self, form: usize) -> Option<Kind> {
        let is_form = |of: &u32| *of as usize == form;
        let all = self.before.forms.of.iter().zip(self.before.annotations);
        all.flat_map(|(of, found)| of.iter().zip(&found.mentions))
            .find(|(of, _)| is_form(of))
            .map(|(_, mention)| mention.kind)
    }

    /// The key a name has by itself, shown as written.
    fn own_key(&mut self, kind: Kind, name: &str) -> KeyId {
        let key = self.keys.id(key_by_name(kind, name));
        self.by_hand.names.entry(key).or_insert_with(|| tidy(name));
        key
    }
}

/// The key that a name of a kind has by the lists or by itself.
pub(super) fn key_by_name(kind: Kind, name: &str) -> Key {
    match kind {
        Kind::Person => Key::named(kind, person_name(name).key()),
        Kind::Organization => organization::link(name, &organization::Acronyms::default()).0,
        Kind::Place => match lexicon::get().sense(name) {
            Some(Sense::Place(number)) if fold(&place::shown_name(number)) == fold(name) => {
                Key::known(kind, number)
            }
            _ => Key::named(kind, plain_key(name)),
        },
    }
}
