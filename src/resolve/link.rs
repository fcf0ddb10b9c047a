//! Every mention into a link: its key, why, and whom an undecided one could be.

use super::gather::{Forms, Key, KeyId, Keys, Link};
use super::name::{PersonName, person_name};
use super::person::{NameId, Named, PersonMention, Register};
use super::{Backing, Entity, EntityId, Ground, ResolvedArticle, RoleMention, organization, place, role};
use crate::annotate::lexicon::{self, Classes, Sense};
use crate::annotate::{Annotations, hash_word};
use crate::clean::Article;
use crate::key::Kind;
use crate::text::FastMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The links of all mentions.
pub(super) struct Linked {
    pub keys: Keys,
    /// In step with the mentions of each article; `None` where undecided.
    pub links: Vec<Vec<Option<Link>>>,
    /// For undecided mentions of each article, by place: the keys they could have.
    pub rivals: Vec<Vec<(u32, Vec<KeyId>)>>,
}

/// Links every mention of the corpus.
pub(super) fn link_mentions(
    articles: &[Article],
    annotations: &[Annotations],
    texts: &[Vec<&str>],
    forms: &Forms,
) -> Linked {
    let people = People::new(articles, annotations, forms);
    let register = Register::new(&people.names, &people.mentions);
    let known = KnownForms::new(articles, annotations, forms);
    let mut linked = Linked { keys: Keys::default(), links: Vec::new(), rivals: Vec::new() };
    let mut person_keys: FastMap<NameId, KeyId> = FastMap::default();
    let mut organizations: FastMap<u32, Link> = FastMap::default();
    for (at, found) in annotations.iter().enumerate() {
        let article = &articles[at];
        let of = &forms.of[at];
        let mut persons = register.link(&people.mentions[at]).into_iter();
        let places =
            place::choose(&article.text, &found.mentions, &texts[at], |mention| known.place(of[mention]));
        let mut rivals = Vec::new();
        let mut links = Vec::with_capacity(found.mentions.len());
        let keys = &mut linked.keys;
        let mut person_key = |id: NameId, keys: &mut Keys| {
            *person_keys
                .entry(id)
                .or_insert_with(|| keys.id(Key::named(Kind::Person, register.name(id).key())))
        };
        for ((number, mention), place) in (0..).zip(&found.mentions).zip(places) {
            let form = of[number as usize];
            links.push(match mention.kind {
                Kind::Person => match persons.next() {
                    Some(Named::One(id, (reason, confidence), is_guess)) => {
                        Some(Link { is_guess, ..Link::new(person_key(id, keys), reason, confidence) })
                    }
                    Some(Named::Undecided(ids)) => {
                        rivals.push((number, ids.into_iter().map(|id| person_key(id, keys)).collect()));
                        None
                    }
                    None => None,
                },
                Kind::Place => {
                    place.map(|choice| Link::new(keys.id(choice.key), choice.reason.0, choice.reason.1))
                }
                Kind::Organization => {
                    let link = *organizations.entry(form).or_insert_with(|| {
                        let (key, reason, confidence) = organization::link(forms.text(form), &known.acronyms);
                        Link::new(keys.id(key), reason, confidence)
                    });
                    let is_source = known.is_medium(form) && organization::is_source(&article.text, mention);
                    Some(Link { is_source, ..link })
                }
            });
        }
        linked.links.push(links);
        linked.rivals.push(rivals);
    }
    linked.join_bare_places();
    linked
}

/// What the lists say of each printed form, looked up once.
struct KnownForms {
    places: Vec<Option<u32>>,
    media: Vec<bool>,
    acronyms: organization::Acronyms,
}

impl KnownForms {
    fn new(articles: &[Article], annotations: &[Annotations], forms: &Forms) -> Self {
        let n = forms.texts.len();
        let mut known = Self {
            places: vec![None; n],
            media: vec![false; n],
            acronyms: organization::find_acronyms(articles, annotations),
        };
        let mut is_done = vec![[false; Kind::ALL.len()]; n];
        for (found, of) in annotations.iter().zip(&forms.of) {
            for (mention, form) in found.mentions.iter().zip(of) {
                let form = *form as usize;
                if std::mem::replace(&mut is_done[form][mention.kind as usize], true) {
                    continue;
                }
                match mention.kind {
                    Kind::Place => known.places[form] = known_place(&forms.texts[form]),
                    Kind::Organization => known.media[form] = super::note::is_medium(&forms.texts[form]),
                    Kind::Person => {}
                }
            }
        }
        known
    }

    fn place(&self, form: u32) -> Option<u32> {
        self.places[form as usize]
    }

    fn is_medium(&self, form: u32) -> bool {
        self.media[form as usize]
    }
}

fn known_place(text: &str) -> Option<u32> {
    match lexicon::get().sense(text) {
        Some(Sense::Place(number)) => Some(number),
        _ => None,
    }
}

/// The people's names of a corpus, each distinct one once.
struct People {
    names: Vec<PersonName>,
    mentions: Vec<Vec<PersonMention>>,
}

impl People {
    fn new(articles: &[Article], annotations: &[Annotations], forms: &Forms) -> Self {
        let mut ids: FastMap<PersonName, NameId> = FastMap::default();
        let mut of_form: FastMap<u32, (NameId, bool)> = FastMap::default();
        let mut roles: FastMap<&str, Option<u16>> = FastMap::default();
        let mut people = Self { names: Vec::new(), mentions: Vec::with_capacity(articles.len()) };
        for ((article, found), of) in articles.iter().zip(annotations).zip(&forms.of) {
            let is_person = found.mentions.iter().zip(of).filter(|(mention, _)| mention.kind == Kind::Person);
            let mentions = is_person.map(|(mention, form)| {
                let (name, is_unknown) = *of_form.entry(*form).or_insert_with(|| {
                    let text = forms.text(*form);
                    let name = person_name(text);
                    let next = NameId::try_from(ids.len()).expect("fewer than 4 billion names");
                    let id = *ids.entry(name).or_insert_with_key(|name| {
                        people.names.push(name.clone());
                        next
                    });
                    (id, lexicon::get().classes(hash_word(text)) == Classes::default())
                });
                let title = mention.title.map(|title| title.of(&article.text));
                let role = title.and_then(|title| {
                    *roles.entry(title).or_insert_with(|| role::read_title(title).map(|role| role.class()))
                });
                PersonMention { name, role, may_be_misspelled: is_unknown && mention.title.is_none() }
            });
            let mentions = mentions.collect();
            people.mentions.push(mentions);
        }
        people
    }
}

/// Why a bare name is the place that another article prints with its region or country, and how sure that is in percent.
const ONLY_CONTAINED: (&str, u8) =
    ("the only place of that name, printed with its region or country in the collection", 80);

impl Linked {
    /// A place no list knows, printed bare, is the one that the collection prints with what holds it, if it is one.
    fn join_bare_places(&mut self) {
        let mut contained: FastMap<&str, Vec<KeyId>> = FastMap::default();
        let all = (0..self.keys.len()).zip(0..).map(|(_, id): (_, KeyId)| (id, self.keys.get(id)));
        let unlisted = all.filter(|(_, key)| key.kind == Kind::Place && key.known.is_none());
        let (within, bare): (Vec<_>, Vec<_>) = unlisted.partition(|(_, key)| key.within.is_some());
        within.iter().for_each(|(id, key)| contained.entry(&key.name).or_default().push(*id));
        let joined: FastMap<KeyId, KeyId> = bare
            .iter()
            .filter_map(|(id, key)| match contained.get(key.name.as_str()).map(Vec::as_slice) {
                Some([only]) => Some((*id, *only)),
                _ => None,
            })
            .collect();
        for link in self.links.iter_mut().flatten().flatten() {
            if let Some(key) = joined.get(&link.key) {
                *link = Link::new(*key, ONLY_CONTAINED.0, ONLY_CONTAINED.1);
            }
        }
    }

    /// Tells each article why its mentions are their entities, and whom undecided ones could be.
    pub fn explain(
        &self,
        keys: &[KeyId],
        entities: &[Entity],
        hidden: &[(u32, u32)],
        articles: &mut [ResolvedArticle],
    ) {
        let ids: FastMap<KeyId, EntityId> = keys.iter().copied().zip((0..).map(EntityId)).collect();
        for (article, (links, rivals)) in articles.iter_mut().zip(self.links.iter().zip(&self.rivals)) {
            let ground = |link: &Option<Link>| match link {
                Some(Link { reason, confidence, is_source, .. }) => {
                    Ground { reason, confidence: *confidence, is_source: *is_source, is_hidden: false }
                }
                None => Ground::default(),
            };
            article.grounds = links.iter().map(ground).collect();
            let open = rivals.iter().filter(|(at, _)| links[*at as usize].is_none());
            article.rivals = open
                .map(|(at, keys)| {
                    let mut could_be: Vec<EntityId> =
                        keys.iter().filter_map(|key| ids.get(key).copied()).collect();
                    could_be.sort_by_key(|id| (Reverse(entities[id.0 as usize].n_mentions), *id));
                    could_be.dedup();
                    (*at, could_be)
                })
                .collect();
        }
        for (article, mention) in hidden {
            articles[*article as usize].grounds[*mention as usize] =
                Ground { is_hidden: true, ..Ground::default() };
            articles[*article as usize].rivals.retain(|(at, _)| at != mention);
        }
    }
}

/// Adds the titles that stand for people of the article.
pub(super) fn add_roles(article: &Article, found: &Annotations, resolved: &mut ResolvedArticle) {
    let text = &article.text;
    let people = found.mentions.iter().zip(&resolved.entities).enumerate();
    let holders: Vec<(usize, role::Role, u32)> = people
        .filter(|(_, (mention, _))| mention.kind == Kind::Person)
        .flat_map(|(at, (mention, entity))| {
            let roles =
                role::title_in_front(text, mention).into_iter().chain(role::title_behind(text, mention));
            roles.filter_map(move |role| Some((at, role, (*entity)?.0)))
        })
        .collect();
    let references = role::find_references(text, &found.sentences, &found.mentions, &holders);
    let role = |reference: role::Reference| {
        let entity = resolved.entities[reference.holder]?;
        let role::Reference { span, reason, confidence, .. } = reference;
        Some(RoleMention { span, entity, reason, confidence })
    };
    resolved.roles = references.into_iter().filter_map(role).collect();
}

/// The words that begin with a capital.
fn capitalized_words(text: &str) -> impl Iterator<Item = &str> {
    /// The first byte of a letter beyond ASCII.
    const BEYOND_ASCII: u8 = 0xc0;
    let bytes = text.as_bytes();
    let may_begin = |at: &usize| {
        (bytes[*at].is_ascii_uppercase() || bytes[*at] >= BEYOND_ASCII)
            && (*at == 0 || !bytes[*at - 1].is_ascii_alphabetic())
    };
    (0..bytes.len()).filter(may_begin).filter_map(|at| {
        let (before, rest) = text.split_at(at);
        let begins = rest.starts_with(char::is_uppercase) && !before.ends_with(char::is_alphabetic);
        begins.then(|| &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())])
    })
}

/// The countries whose people the words of an article name.
pub(super) fn find_backing(article: &Article) -> Vec<Backing> {
    let lexicon = lexicon::get();
    let mut counts: BTreeMap<&'static str, u32> = BTreeMap::new();
    for word in capitalized_words(&article.text) {
        if lexicon.classes(hash_word(word)).has(Classes::DEMONYM)
            && let Some(country) = role::country_of_demonym(word)
        {
            *counts.entry(country).or_default() += 1;
        }
    }
    counts.into_iter().map(|(country, n_words)| Backing { country, n_words }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_with_a_capital_are_found_in_any_script() {
        let words = |text| capitalized_words(text).collect::<Vec<_>>();
        assert_eq!(
            words("German and non-French, Österreicher éÀ aB 3Cs"),
            ["German", "French", "Österreicher", "Cs"]
        );
        assert_eq!(words("Українці та Ґанок"), ["Українці", "Ґанок"]);
        assert!(words("").is_empty());
    }
}
