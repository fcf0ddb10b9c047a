//! The five seeds through the pipeline, against what a careful reader found in them (`tests/gold/seeds.toml`).

use dateline::annotate::annotate;
use dateline::clean::{Article, Given, clean};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::key::{Basis, Kind};
use dateline::resolve::{Resolved, resolve};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Lists = BTreeMap<String, Vec<String>>;
type Dates = BTreeMap<String, Vec<(String, String)>>;

#[derive(Deserialize)]
struct Gold {
    who: Lists,
    r#where: Lists,
    organizations: Lists,
    dates: Dates,
    dates_given: Dates,
    published: BTreeMap<String, String>,
    stories: BTreeMap<String, Vec<Vec<String>>>,
    quotes: BTreeMap<String, Vec<(String, String)>>,
    cut: Lists,
    keep: Lists,
}

fn gold() -> Gold {
    toml::from_str(&fs::read_to_string("tests/gold/seeds.toml").expect("the gold is there"))
        .expect("the gold reads")
}

/// The files of a folder by the first three figures of their names.
fn read(folder: &str) -> Vec<RawArticle> {
    let mut files: Vec<_> =
        fs::read_dir(Path::new(folder)).expect("a folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .map(|path| {
            let id = path.file_stem().expect("a name").to_string_lossy()[..3].to_owned();
            let text = fs::read_to_string(path).expect("text");
            let (page, editor) = (Metadata::default(), Metadata::default());
            RawArticle { file: id.clone(), id, format: Format::Text, text, page, editor }
        })
        .collect()
}

fn hand_cut() -> Vec<Article> {
    read("tests/gold/hand_cut").iter().map(Article::plain).collect()
}

fn understand(articles: &[Article]) -> Resolved {
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    resolve(articles, &annotations)
}

fn names(articles: &[Article], resolved: &Resolved, kind: Kind) -> Lists {
    resolved
        .entities
        .iter()
        .filter(|entity| entity.kind == kind)
        .map(|entity| {
            (
                entity.name.clone(),
                entity.articles.iter().map(|at| articles[*at as usize].id.clone()).collect(),
            )
        })
        .collect()
}

fn assert_names(articles: &[Article]) {
    let (gold, resolved) = (gold(), understand(articles));
    assert_eq!(names(articles, &resolved, Kind::Person), gold.who);
    assert_eq!(names(articles, &resolved, Kind::Place), gold.r#where);
    assert_eq!(names(articles, &resolved, Kind::Organization), gold.organizations);
}

fn assert_dates(articles: &[Article], gold: &Dates) {
    let resolved = understand(articles);
    for (article, resolved) in articles.iter().zip(&resolved.articles) {
        let Some(expected) = gold.get(&article.id) else { continue };
        let found: Vec<_> = resolved
            .dates
            .iter()
            .map(|date| (date.span.of(&article.text).to_owned(), date.value.clone()))
            .collect();
        assert_eq!(&found, expected, "dates of {}", article.id);
    }
}

fn assert_published_and_stories(articles: &[Article]) {
    let (gold, resolved) = (gold(), understand(articles));
    for (article, found) in articles.iter().zip(&resolved.articles) {
        assert_eq!(found.published.value.as_ref(), gold.published.get(&article.id), "{:?}", found.published);
        assert_eq!(found.published.value.is_some(), !found.published.reasons.is_empty());
    }
    let stories: Vec<Vec<String>> = resolved
        .stories
        .iter()
        .map(|story| story.iter().map(|at| articles[*at as usize].id.clone()).collect())
        .collect();
    assert_eq!(stories, gold.stories["groups"]);
}

fn with_date(mut articles: Vec<Article>) -> Vec<Article> {
    for article in articles.iter_mut().filter(|article| ["003", "004"].contains(&article.id.as_str())) {
        article.published = Some(Given { value: "2023-04-20".to_owned(), basis: Basis::Editor });
    }
    articles
}

#[test]
fn names_of_the_seeds_cut_by_hand() {
    assert_names(&hand_cut());
}

#[test]
fn dates_of_the_seeds_cut_by_hand() {
    assert_dates(&hand_cut(), &gold().dates);
}

#[test]
fn a_publication_date_beside_the_article_places_its_weekdays() {
    assert_dates(&with_date(hand_cut()), &gold().dates_given);
}

#[test]
fn publication_dates_and_stories_of_the_seeds_cut_by_hand() {
    assert_published_and_stories(&hand_cut());
}

#[test]
fn a_misspelled_surname_is_a_guess_with_its_reason() {
    let resolved = understand(&hand_cut());
    let minister =
        resolved.entities.iter().find(|entity| entity.name == "Urmas Reinsalu").expect("the minister");
    let guess = minister.aliases.iter().find(|alias| alias.text == "Reinsaru").expect("the misspelling");
    assert!(guess.is_guess && guess.reason.contains("spelled nearly like"), "{guess:?}");
}

#[test]
fn older_spellings_are_told() {
    let resolved = understand(&hand_cut());
    let note = |name: &str| {
        resolved.entities.iter().find(|entity| entity.name == name).and_then(|entity| entity.note.clone())
    };
    assert!(note("Kyiv").is_some_and(|note| note.contains("older spelling: Kiev")), "{:?}", note("Kyiv"));
    assert!(note("Mykolaiv").is_some_and(|note| note.contains("older spelling: Nikolaev")));
    assert!(note("Kremlin").is_some_and(|note| note.contains("metonym")));
}

#[test]
fn names_of_the_seeds() {
    assert_names(&clean(&read("seeds")));
}

#[test]
fn dates_of_the_seeds() {
    let articles = clean(&read("seeds"));
    assert_dates(&articles, &gold().dates);
    assert_dates(&with_date(articles), &gold().dates_given);
}

#[test]
fn publication_dates_and_stories_of_the_seeds() {
    assert_published_and_stories(&clean(&read("seeds")));
}

#[test]
fn furniture_goes_and_the_story_stays() {
    let gold = gold();
    for article in clean(&read("seeds")) {
        for furniture in gold.cut.get(&article.id).into_iter().flatten() {
            assert!(!article.text.contains(furniture), "{} still holds {furniture:?}", article.id);
        }
        for sentence in gold.keep.get(&article.id).into_iter().flatten() {
            assert!(article.text.contains(sentence), "{} lost {sentence:?}", article.id);
        }
    }
}

#[test]
fn the_quotations_of_the_seeds_are_those_a_reader_finds() {
    let articles = hand_cut();
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let resolved = resolve(&articles, &annotations);
    for (number, (article, found)) in articles.iter().zip(&annotations).enumerate() {
        let gold = &gold().quotes[&article.id];
        let name = |mention: usize| {
            let entity = resolved.articles[number].entities[mention].expect("an entity");
            resolved.entities[entity.0 as usize].name.clone()
        };
        let told: Vec<(String, String)> = found
            .quotes
            .iter()
            .filter(|quote| !quote.indirect)
            .zip(gold)
            .map(|(quote, (words, _))| {
                let said = quote.span.of(&article.text);
                let said = if said.starts_with(words.as_str()) { words.as_str() } else { said };
                (said.to_owned(), quote.speaker.map(name).unwrap_or_default())
            })
            .collect();
        assert_eq!(&told, gold, "in {}", article.id);
        assert_eq!(
            found.quotes.iter().filter(|quote| !quote.indirect).count(),
            gold.len(),
            "in {}",
            article.id
        );
    }
}
