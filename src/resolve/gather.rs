//! Links of mentions into [`Entity`]s: names, slugs, aliases, counts.

use super::note::{known_note, known_variants};
use super::{Alias, Entity, EntityId, place};
use crate::annotate::lexicon;
use crate::key::{Kind, slug};
use crate::text::FastMap;
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

/// What makes two mentions name one entity.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key {
    pub kind: Kind,
    /// The number in the lexicon, for places and organizations it knows.
    pub known: Option<u32>,
    /// The folded name of others.
    pub name: String,
    /// The number of the place that holds it, for a place no list knows that is named with it.
    pub within: Option<u32>,
}

impl Key {
    pub fn named(kind: Kind, name: String) -> Self {
        Self { kind, known: None, name, within: None }
    }

    pub fn known(kind: Kind, number: u32) -> Self {
        Self { kind, known: Some(number), name: String::new(), within: None }
    }
}

/// The number of a [`Key`] in [`Keys`].
pub(super) type KeyId = u32;

/// Every key once.
#[derive(Default)]
pub(super) struct Keys {
    list: Vec<Key>,
    ids: FastMap<Key, KeyId>,
}

impl Keys {
    pub fn id(&mut self, key: Key) -> KeyId {
        if let Some(id) = self.ids.get(&key) {
            return *id;
        }
        let id = KeyId::try_from(self.list.len()).expect("fewer than 4 billion names");
        self.list.push(key.clone());
        self.ids.insert(key, id);
        id
    }

    pub fn get(&self, id: KeyId) -> &Key {
        &self.list[id as usize]
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }
}

/// A mention's entity, and why.
#[derive(Clone, Copy, Debug)]
pub(super) struct Link {
    pub key: KeyId,
    pub reason: &'static str,
    /// In percent.
    pub confidence: u8,
    pub is_guess: bool,
    /// Whether it is named as the source of what is told.
    pub is_source: bool,
}

impl Link {
    pub fn new(key: KeyId, reason: &'static str, confidence: u8) -> Self {
        Self { key, reason, confidence, is_guess: false, is_source: false }
    }
}

/// The printed forms of all mentions, each distinct one once.
pub(super) struct Forms {
    /// Tidy: without brackets, white space single.
    pub texts: Vec<String>,
    /// The form of each mention, article by article.
    pub of: Vec<Vec<u32>>,
}

impl Forms {
    pub fn new(mentions: &[Vec<&str>]) -> Self {
        let mut ids: FastMap<&str, u32> = FastMap::default();
        let mut forms = Self { texts: Vec::new(), of: Vec::with_capacity(mentions.len()) };
        let mut tidy_ids: FastMap<String, u32> = FastMap::default();
        for texts in mentions {
            let id = |text: &&'_ str| {
                let tidy = super::name::tidy(text);
                let next = u32::try_from(tidy_ids.len()).expect("fewer than 4 billion forms");
                *tidy_ids.entry(tidy).or_insert_with_key(|tidy| {
                    forms.texts.push(tidy.clone());
                    next
                })
            };
            let mut id = id;
            let list = texts.iter().map(|text| match ids.get(text) {
                Some(known) => *known,
                None => {
                    let new = id(text);
                    ids.insert(text, new);
                    new
                }
            });
            forms.of.push(list.collect());
        }
        forms
    }

    pub fn text(&self, form: u32) -> &str {
        &self.texts[form as usize]
    }
}

/// What the person who keeps the folder decides about the entities of single keys.
#[derive(Default)]
pub(super) struct ByHand {
    /// The name to show.
    pub names: BTreeMap<KeyId, String>,
    /// Names to find it by.
    pub variants: BTreeMap<KeyId, BTreeSet<String>>,
}

/// One form of a name while counting.
#[derive(Clone, Debug)]
struct Form {
    n_mentions: u32,
    /// Guess or not, uncertainty, reason: the least is told, the same one every time.
    why: (bool, Reverse<u8>, &'static str),
}

#[derive(Default)]
struct Draft {
    forms: FastMap<u32, Form>,
    articles: Vec<u32>,
    n_mentions: u32,
    n_as_source: u32,
}

/// The entities of all links, and for each mention its entity.
pub(super) struct Gathered {
    pub entities: Vec<Entity>,
    pub linked: Vec<Vec<Option<EntityId>>>,
    /// The key of each entity, in step.
    pub keys: Vec<KeyId>,
}

/// Builds the entities of all links; `forms.of` and `links` are in step, article by article.
pub(super) fn gather(forms: &Forms, keys: &Keys, links: &[Vec<Option<Link>>], by_hand: &ByHand) -> Gathered {
    let mut drafts = count(forms, keys, links);
    let mut order: Vec<KeyId> =
        (0..).zip(&drafts).filter(|(_, d)| d.n_mentions > 0).map(|(id, _)| id).collect();
    order.sort_by(|a, b| keys.get(*a).cmp(keys.get(*b)));
    let mut taken: BTreeSet<(Kind, String)> = BTreeSet::new();
    let mut entities: Vec<(KeyId, Entity)> = Vec::with_capacity(order.len());
    for id in order {
        let draft = std::mem::take(&mut drafts[id as usize]);
        entities.push((id, entity(keys.get(id), id, draft, forms, by_hand, &mut taken)));
    }
    let entities = in_order(entities, |(_, a), (_, b)| rank(a).cmp(&rank(b)));
    let mut ids: Vec<Option<EntityId>> = vec![None; keys.len()];
    for ((key, _), id) in entities.iter().zip(0..) {
        ids[*key as usize] = Some(EntityId(id));
    }
    let entity_of = |link: &Option<Link>| link.as_ref().and_then(|link| ids[link.key as usize]);
    let linked = links.iter().map(|links| links.iter().map(entity_of).collect()).collect();
    let (keys, entities) = entities.into_iter().unzip();
    Gathered { entities, linked, keys }
}

/// The name that each key's entity is shown under, and nothing else of it; empty where nothing is linked to the key.
pub(super) fn names(forms: &Forms, keys: &Keys, links: &[Vec<Option<Link>>]) -> Vec<String> {
    let name = |(key, draft): (&Key, Draft)| shown_name(key, &aliases(draft.forms, forms));
    keys.list.iter().zip(count(forms, keys, links)).map(name).collect()
}

/// Counts what is linked to each key.
fn count(forms: &Forms, keys: &Keys, links: &[Vec<Option<Link>>]) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    drafts.resize_with(keys.len(), Draft::default);
    for (article, (forms, links)) in (0..).zip(forms.of.iter().zip(links)) {
        for (form, link) in forms.iter().zip(links) {
            let Some(link) = link else { continue };
            drafts[link.key as usize].add(article, *form, link);
        }
    }
    drafts
}

impl Draft {
    fn add(&mut self, article: u32, form: u32, link: &Link) {
        if self.articles.last() != Some(&article) {
            self.articles.push(article);
        }
        self.n_mentions += 1;
        self.n_as_source += u32::from(link.is_source);
        let why = (link.is_guess, Reverse(link.confidence), link.reason);
        let form = self.forms.entry(form).or_insert(Form { n_mentions: 0, why });
        form.n_mentions += 1;
        form.why = form.why.min(why);
    }
}

/// Sorts what is large: only its places in the list are moved about, each of the things once.
fn in_order<T>(list: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut places: Vec<usize> = (0..list.len()).collect();
    places.sort_by(|a, b| compare(&list[*a], &list[*b]));
    let mut list: Vec<Option<T>> = list.into_iter().map(Some).collect();
    places.into_iter().filter_map(|at| list[at].take()).collect()
}

fn rank(entity: &Entity) -> (Kind, Reverse<usize>, &str, &str) {
    (entity.kind, Reverse(entity.articles.len()), &entity.name, &entity.slug)
}

fn entity(
    key: &Key,
    id: KeyId,
    draft: Draft,
    forms: &Forms,
    by_hand: &ByHand,
    taken: &mut BTreeSet<(Kind, String)>,
) -> Entity {
    let aliases = aliases(draft.forms, forms);
    let name = by_hand.names.get(&id).cloned().unwrap_or_else(|| shown_name(key, &aliases));
    let base = slug(&name);
    let mut unique = base.clone();
    let mut number = 2;
    while !taken.insert((key.kind, unique.clone())) {
        unique = format!("{base}-{number}");
        number += 1;
    }
    let mut variants: BTreeSet<String> = known_variants(key, &name).into_iter().collect();
    variants.extend(by_hand.variants.get(&id).into_iter().flatten().cloned());
    let is_printed = |text: &String| *text == name || aliases.iter().any(|alias| alias.text == *text);
    let mut articles = draft.articles;
    articles.shrink_to_fit();
    Entity {
        kind: key.kind,
        slug: unique,
        variants: variants.into_iter().filter(|text| !is_printed(text)).collect(),
        parents: place::parents(key),
        known_place: key.known.filter(|_| key.kind == Kind::Place),
        articles,
        n_mentions: draft.n_mentions,
        n_as_source: draft.n_as_source,
        note: known_note(key, &name, &aliases, draft.n_as_source),
        name,
        aliases,
    }
}

/// The printed forms of an entity, most frequent first.
fn aliases(counted: FastMap<u32, Form>, forms: &Forms) -> Vec<Alias> {
    let mut aliases: Vec<Alias> = counted
        .into_iter()
        .map(|(form, Form { n_mentions, why: (is_guess, Reverse(confidence), reason) })| Alias {
            text: forms.text(form).to_owned(),
            n_mentions,
            reason,
            confidence,
            is_guess,
        })
        .collect();
    // They stay as long as the page, and most names have one form and one article.
    aliases.shrink_to_fit();
    aliases.sort_by(|a, b| b.n_mentions.cmp(&a.n_mentions).then_with(|| a.text.cmp(&b.text)));
    aliases
}

/// The lexicon's name, or the most frequent of the forms of two words and more.
fn shown_name(key: &Key, aliases: &[Alias]) -> String {
    let lexicon = lexicon::get();
    match (key.kind, key.known) {
        (Kind::Place, Some(number)) => return place::shown_name(number),
        (Kind::Organization, Some(number)) => return lexicon.organization(number).name.to_owned(),
        _ => {}
    }
    let n_words = |text: &str| text.split(' ').filter(|word| word.chars().count() > 2).count();
    let is_shouted = |text: &str| text.contains(' ') && !text.chars().any(char::is_lowercase);
    let best = aliases.iter().max_by_key(|alias| {
        let text = alias.text.as_str();
        let n = n_words(text);
        (!alias.is_guess, !is_shouted(text), n.min(2), alias.n_mentions, n, Reverse(text))
    });
    best.map(|alias| alias.text.clone()).unwrap_or_default()
}
