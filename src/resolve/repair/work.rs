//! Moves at work: the link of each mention that a repair matches, changed once.
//!
//! Of several moves for one mention the most particular holds; a chain of merges is followed to its end.

use super::super::gather::{ByHand, KeyId, Link};
use super::super::link::Linked;
use super::plan::key_by_name;
use super::{Before, Deed, Move, RepairReport, index};
use std::collections::{BTreeMap, BTreeSet};

/// Why a repaired mention is its entity.
const BY_HAND: &str = "decided by hand, in repairs.toml";
/// How sure that is, in percent.
const BY_HAND_PERCENT: u8 = 100;

/// Entities that are wholly another now: where a chain of merges ends.
pub(super) struct Joined(BTreeMap<KeyId, KeyId>);

impl Joined {
    pub fn new(
        moves: &[Move],
        of_entity: &[Vec<usize>],
        before: &Before<'_>,
        reports: &mut [RepairReport],
    ) -> Self {
        let mut joined: BTreeMap<KeyId, (KeyId, usize)> = BTreeMap::new();
        for (entity, of) in of_entity.iter().enumerate() {
            let from = before.gathered.keys[entity];
            for at in of {
                let Move { deed: Deed::Is(to), articles: None, report, .. } = moves[*at] else { continue };
                match joined.get(&from) {
                    _ if to == from => {}
                    None => {
                        joined.insert(from, (to, report));
                    }
                    Some((other, first)) if *other != to => {
                        let line = reports[*first].line;
                        reports[report].warnings.push(format!("contradicts line {line}, which was followed"));
                    }
                    Some(_) => {}
                }
            }
        }
        Self(joined.into_iter().map(|(from, (to, _))| (from, to)).collect())
    }

    /// Where a key ends; a circle of merges ends at its least key.
    fn end(&self, key: KeyId) -> KeyId {
        let (mut at, mut seen) = (key, BTreeSet::new());
        while let Some(next) = self.0.get(&at) {
            if !seen.insert(at) {
                return seen.into_iter().min().unwrap_or(key);
            }
            at = *next;
        }
        at
    }
}

/// The moves at work on the mentions.
pub(super) struct Work<'a> {
    pub before: &'a Before<'a>,
    pub linked: &'a mut Linked,
    pub moves: &'a [Move],
    pub joined: Joined,
    pub reports: &'a mut [RepairReport],
}

impl Work<'_> {
    /// Changes one mention; says whether it is hidden.
    pub fn change(
        &mut self,
        article: usize,
        mention: usize,
        entity: Option<usize>,
        candidates: &[usize],
    ) -> bool {
        let of = self.before.annotations[article].mentions[mention].kind;
        let kind = entity.map_or(of, |at| self.before.gathered.entities[at].kind);
        let moves = self.moves;
        let applies = |at: &&usize| {
            let found = &moves[**at];
            found.articles.as_ref().is_none_or(|articles| articles.contains(&index(article)))
                && found.only.as_ref().is_none_or(|only| entity.is_some_and(|entity| only.contains(&entity)))
                && found.kind.is_none_or(|wanted| wanted == kind)
        };
        let best = |is_wanted: fn(&Deed) -> bool| {
            let fitting = candidates.iter().filter(applies).filter(|at| is_wanted(&moves[**at].deed));
            // The first of equals, by the order of contents.
            fitting.copied().rev().max_by_key(|at| moves[*at].weight)
        };
        let place = best(|deed| matches!(deed, Deed::Is(_)));
        let retype = best(|deed| matches!(deed, Deed::Retype(_)));
        let hide = best(|deed| matches!(deed, Deed::Hide));
        if let Some(hide) = hide {
            self.reports[moves[hide].report].n_mentions += 1;
            self.linked.links[article][mention] = None;
            return true;
        }
        let mut key = self.linked.links[article][mention].map(|link| link.key);
        if let Some(at) = place
            && let Deed::Is(to) = moves[at].deed
        {
            self.reports[moves[at].report].n_mentions += 1;
            key = Some(self.joined.end(to));
        }
        if let Some(at) = retype
            && let Deed::Retype(kind) = moves[at].deed
        {
            self.reports[moves[at].report].n_mentions += 1;
            let form = self.before.forms.of[article][mention];
            let name =
                entity.map_or(self.before.forms.text(form), |at| &self.before.gathered.entities[at].name);
            key = Some(self.linked.keys.id(key_by_name(kind, name)));
        }
        if let (true, Some(key)) = (place.or(retype).is_some(), key) {
            let is_source = self.linked.links[article][mention].is_some_and(|link| link.is_source);
            let link = Link { is_source, ..Link::new(key, BY_HAND, BY_HAND_PERCENT) };
            self.linked.links[article][mention] = Some(link);
        }
        false
    }

    /// Names and variants given to an entity that went wholly to another go with it; a name shown stays with the end.
    pub fn settle_names(&self, by_hand: &mut ByHand) {
        let moved: Vec<KeyId> =
            by_hand.variants.keys().copied().filter(|key| self.joined.end(*key) != *key).collect();
        for key in moved {
            let variants = by_hand.variants.remove(&key).unwrap_or_default();
            by_hand.variants.entry(self.joined.end(key)).or_default().extend(variants);
        }
    }
}
