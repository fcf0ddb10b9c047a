//! Entities across articles, by the cases in `tests/cases/resolve`, and what holds for any corpus.

mod marked;

use dateline::annotate::annotate;
use dateline::clean::Article;
use dateline::resolve::{Resolved, resolve};
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
