//! Entities across articles, by the cases in `tests/cases/resolve`, and what holds for any corpus.

mod marked;

use dateline::annotate::annotate;
use dateline::clean::Article;
use dateline::resolve::{Entity, EntityId, Resolved, RoleMention, resolve, resolve_alone};
use marked::{files, named_article};

#[test]
fn entities_are_those_stated() {
    let mut failures = Vec::new();
    for file in files("tests/cases/resolve") {
        for case in file.split("\n\n") {
            failures.extend(failure(case));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}

fn failure(case: &str) -> Option<String> {
    let lines = || case.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let articles: Vec<Article> = lines()
        .filter(|line| !line.starts_with('>'))
        .filter_map(|line| line.split_once(": "))
        .map(|(id, text)| named_article(id, text))
        .collect();
    let expected: Vec<String> =
        lines().filter_map(|line| line.strip_prefix("> ")).map(str::to_owned).collect();
    let found = describe(&articles, &expected);
    (found != expected).then(|| format!("in\n{case}\nfound {found:#?}"))
}

/// Entities of the kinds the expectations name, and undecided mentions, in the words of the case files.
fn describe(articles: &[Article], expected: &[String]) -> Vec<String> {
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve(articles, &annotations);
    let kinds: Vec<&str> = expected.iter().filter_map(|line| line.split(' ').next()).collect();
    let mut lines: Vec<String> = resolved
        .entities
        .iter()
        .filter(|entity| kinds.contains(&entity.kind.noun()))
        .map(|entity| {
            let ids: Vec<&str> =
                entity.articles.iter().map(|at| articles[*at as usize].id.as_str()).collect();
            let aliases: Vec<&str> = entity.aliases.iter().map(|alias| alias.text.as_str()).collect();
            format!("{} {}: {} | {}", entity.kind.noun(), entity.name, ids.join(" "), aliases.join(", "))
        })
        .collect();
    for ((article, found), resolved) in articles.iter().zip(&annotations).zip(&resolved.articles) {
        let open = found.mentions.iter().zip(&resolved.entities).filter(|(_, entity)| entity.is_none());
        lines.extend(open.map(|(mention, _)| format!("undecided: {}", mention.span.of(&article.text))));
    }
    lines
}

fn seeds() -> Vec<Article> {
    let mut articles: Vec<Article> = files("tests/gold/hand_cut")
        .iter()
        .enumerate()
        .map(|(at, text)| named_article(&at.to_string(), text))
        .collect();
    articles.push(named_article("5", "Kuleba spoke in Kiev. He met Mr Biden on Thursday (April 20)."));
    articles
}

/// Everything resolving says, with articles named by id and not by position.
fn by_id(articles: &[Article], resolved: &Resolved) -> Vec<String> {
    let id = |at: &u32| articles[*at as usize].id.clone();
    let sorted = |ats: &[u32]| {
        let mut ids: Vec<String> = ats.iter().map(id).collect();
        ids.sort();
        ids.join(" ")
    };
    let mut lines: Vec<String> = resolved
        .entities
        .iter()
        .map(|entity| {
            format!(
                "{:?} {} {} {:?} {} {:?}",
                entity.kind,
                entity.name,
                entity.slug,
                entity.aliases,
                sorted(&entity.articles),
                entity.note
            )
        })
        .chain(resolved.stories.iter().map(|story| sorted(story)))
        .chain(articles.iter().zip(&resolved.articles).map(|(article, found)| {
            let names: Vec<_> = found
                .entities
                .iter()
                .map(|entity| entity.map(|entity| &resolved.entities[entity.0 as usize].slug))
                .collect();
            format!("{} {:?} {:?} {names:?}", article.id, found.published, found.dates)
        }))
        .collect();
    lines.sort();
    lines
}

#[test]
fn an_article_alone_tells_what_a_collection_of_it_tells() {
    for article in seeds() {
        let found = annotate(&article);
        let alone = resolve_alone(&article, &found);
        let articles = [article];
        let resolved = resolve(&articles, &[found]);
        let whole = &resolved.articles[0];
        assert!(!whole.entities.is_empty());
        for (at, entity) in whole.entities.iter().enumerate() {
            let name = entity.map(|entity| resolved.entities[entity.0 as usize].name.as_str());
            assert_eq!(alone.name(at), name, "mention {at} of {}", articles[0].id);
        }
        assert_eq!((&alone.dates, &alone.published), (&whole.dates, &whole.published));
    }
}

#[test]
fn the_order_of_the_articles_does_not_matter() {
    let understand = |articles: &[Article]| {
        let annotations: Vec<_> = articles.iter().map(annotate).collect();
        by_id(articles, &resolve(articles, &annotations))
    };
    let articles = seeds();
    let expected = understand(&articles);
    for turn in 1..articles.len() {
        let mut turned = articles.clone();
        turned.rotate_left(turn);
        turned.swap(0, turn / 2);
        assert_eq!(understand(&turned), expected);
    }
}

#[test]
fn entities_and_mentions_agree() {
    let articles = seeds();
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve(&articles, &annotations);
    for (number, entity) in (0..).zip(&resolved.entities) {
        let n_linked = resolved
            .articles
            .iter()
            .flat_map(|article| &article.entities)
            .filter(|id| id.is_some_and(|id| id.0 == number))
            .count();
        assert_eq!(n_linked, entity.n_mentions as usize, "{}", entity.name);
        assert_eq!(entity.aliases.iter().map(|alias| alias.n_mentions).sum::<u32>(), entity.n_mentions);
        assert!(entity.aliases.iter().all(|alias| !alias.reason.is_empty()));
    }
    let mut all: Vec<u32> = resolved.stories.iter().flatten().copied().collect();
    all.sort_unstable();
    assert_eq!(all, (0..u32::try_from(articles.len()).expect("few")).collect::<Vec<_>>());
}

#[test]
fn places_have_a_country_and_coordinates() {
    let articles = seeds();
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve(&articles, &annotations);
    let place = |name: &str| {
        resolved.entities.iter().find(|entity| entity.name == name).and_then(|entity| entity.place())
    };
    let vilnius = place("Vilnius").expect("the list knows Vilnius");
    assert_eq!((vilnius.country, vilnius.at), ("LT", Some((5469, 2528))));
    assert_eq!(place("Mykolaiv").map(|place| place.country), Some("UA"));
    assert!(place("Ukraine").is_some_and(|place| place.at.is_some()));
    assert_eq!(place("St. Michael’s Square"), None);
}

fn resolve_texts(texts: &[(&str, &str)]) -> (Vec<Article>, Resolved) {
    let articles: Vec<Article> = texts.iter().map(|(id, text)| named_article(id, text)).collect();
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve(&articles, &annotations);
    (articles, resolved)
}

fn find<'a>(resolved: &'a Resolved, name: &str) -> &'a Entity {
    resolved.entities.iter().find(|entity| entity.name == name).unwrap_or_else(|| panic!("no {name}"))
}

#[test]
fn places_lie_in_regions_countries_and_continents() {
    let (_, resolved) = resolve_texts(&[(
        "a",
        "He flew from Vilnius to Kherson. The Kherson region was shelled. They met in Long Beach, California. \
         Ukraine and Europe waited. In Smallbrook, Illinois, it rained.",
    )]);
    let parents = |name: &str| {
        find(&resolved, name).parents.iter().map(|parent| parent.slug.as_str()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(parents("Vilnius"), "europe lithuania");
    assert_eq!(parents("Kherson"), "europe ukraine kherson-oblast");
    assert_eq!(parents("Kherson Oblast"), "europe ukraine");
    assert_eq!(parents("Ukraine"), "europe");
    assert_eq!(parents("Europe"), "");
    assert_eq!(parents("Long Beach"), "north-america united-states california");
    assert_eq!(parents("Smallbrook"), "north-america united-states illinois");
}

#[test]
fn names_that_no_article_prints_are_known() {
    let (_, resolved) = resolve_texts(&[("a", "Volodymyr Zelensky spoke in Kyiv about NATO.")]);
    let has = |name: &str, variant: &str| find(&resolved, name).variants.iter().any(|known| known == variant);
    assert!(has("Kyiv", "Kiev") && has("Volodymyr Zelensky", "Zelenskiy"));
    assert!(has("NATO", "North Atlantic Treaty Organization"));
    assert!(resolved.entities.iter().all(|entity| !entity.variants.contains(&entity.name)));
}

/// The titles that stand for people, each with its person.
fn roles(text: &str) -> Vec<String> {
    let (articles, resolved) = resolve_texts(&[("a", text)]);
    let tell = |role: &RoleMention| {
        assert!(!role.reason.is_empty() && role.confidence > 0);
        format!("{} = {}", role.span.of(&articles[0].text), resolved.entities[role.entity.0 as usize].name)
    };
    resolved.articles[0].roles.iter().map(tell).collect()
}

#[test]
fn titles_stand_for_the_one_who_holds_them() {
    assert_eq!(
        roles(
            "NATO Secretary-General Jens Stoltenberg came. The NATO chief spoke. The Secretary General left."
        ),
        ["chief = Jens Stoltenberg", "Secretary General = Jens Stoltenberg"]
    );
    assert_eq!(
        roles("Kremlin spokesman Dmitry Peskov spoke. Later the Kremlin spokesman denied it."),
        ["spokesman = Dmitry Peskov"]
    );
    assert_eq!(
        roles(
            "Russian President Vladimir Putin met Ukrainian President Volodymyr Zelensky. The Russian president left."
        ),
        ["president = Vladimir Putin"]
    );
}

#[test]
fn titles_that_two_hold_or_that_name_others_stand_for_nobody() {
    let both = "Russian President Vladimir Putin met Ukrainian President Volodymyr Zelensky.";
    assert!(roles(&format!("{both} The president left.")).is_empty());
    assert!(roles(&format!("{both} The Polish president left.")).is_empty());
    assert!(roles(&format!("{both} A president left.")).is_empty());
    assert!(roles("Former President Bill Clinton spoke. The president left.").is_empty());
}

#[test]
fn a_medium_that_tells_is_a_source_and_one_that_is_spoken_of_is_not() {
    let (_, resolved) = resolve_texts(&[("a", "Jens Stoltenberg told Reuters that he would come.")]);
    assert_eq!(find(&resolved, "Reuters").n_as_source, 1);
    assert!(find(&resolved, "Reuters").note.as_ref().is_some_and(|note| note.contains("named as a source")));
    let (_, resolved) = resolve_texts(&[("a", "Jens Stoltenberg visited the offices of Reuters.")]);
    assert_eq!(find(&resolved, "Reuters").n_as_source, 0);
}

#[test]
fn demonyms_back_a_country_without_naming_it() {
    let (_, resolved) = resolve_texts(&[("a", "The Norwegian prime minister spoke to Norwegian media.")]);
    assert!(resolved.entities.iter().all(|entity| entity.name != "Norway"));
    let backing = &resolved.articles[0].backing;
    assert_eq!(backing.iter().map(|found| (found.country, found.n_words)).collect::<Vec<_>>(), [("NO", 2)]);
}

#[test]
fn every_link_has_its_reason_and_every_open_name_its_rivals() {
    let (articles, resolved) =
        resolve_texts(&[("a", "Joe Biden met Hunter Biden in Kyiv. Then Biden smiled. NATO agreed.")]);
    let article = &resolved.articles[0];
    assert_eq!(article.grounds.len(), article.entities.len());
    for (ground, entity) in article.grounds.iter().zip(&article.entities) {
        assert_eq!(
            entity.is_some(),
            !ground.reason.is_empty() && ground.confidence > 0,
            "{}",
            articles[0].text
        );
    }
    let names = |ids: &[EntityId]| -> Vec<&str> {
        ids.iter().map(|id| resolved.entities[id.0 as usize].name.as_str()).collect()
    };
    let rivals: Vec<_> = article.rivals.iter().map(|(_, ids)| names(ids)).collect();
    assert_eq!(rivals, [["Hunter Biden", "Joe Biden"]]);
}

/// A word of letters that no other number has.
fn word_of(number: usize) -> String {
    let letter = |at: u32| char::from(b'a' + u8::try_from(number / 26_usize.pow(at) % 26).expect("a letter"));
    format!("{}{}{}xo", letter(0), letter(1), letter(2))
}

#[test]
fn a_story_is_found_in_however_many_papers_it_was_reprinted() {
    const N_REPRINTS: usize = 150;
    let story: Vec<String> = (0..60).map(word_of).collect();
    let reprint = |paper: usize| {
        // Every paper adds words of its own.
        let own: Vec<String> = (0..3).map(|at| word_of(1_000 + paper * 3 + at)).collect();
        (format!("{paper:03}"), format!("{}. {}.", story.join(" "), own.join(" ")))
    };
    let mut texts: Vec<(String, String)> = (0..N_REPRINTS).map(reprint).collect();
    // The same again to the letter, and something else.
    texts.push(("same".to_owned(), texts[0].1.clone()));
    texts.push(("x-other".to_owned(), (5_000..5_060).map(word_of).collect::<Vec<_>>().join(" ")));
    let texts: Vec<(&str, &str)> = texts.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let (_, resolved) = resolve_texts(&texts);
    let sizes: Vec<usize> = resolved.stories.iter().map(Vec::len).collect();
    assert_eq!(sizes, [N_REPRINTS + 1, 1]);
}
