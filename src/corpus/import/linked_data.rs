//! The JSON-LD of a web page into the one article it is about.
//!
//! Pages describe their own article, the site, and often other articles, in
//! any nesting. The article nearest the top is the page's own.

use super::date::read_any;
use super::fact::{read_language, read_line, read_url};
use dom_query::Document;
use serde_json::{Map, Value};
use std::collections::VecDeque;

/// What JSON-LD says of the article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LinkedArticle {
    /// The headline.
    pub title: Option<String>,
    /// The authors, as written.
    pub authors: Vec<String>,
    /// The name of the publisher.
    pub outlet: Option<String>,
    /// The publication date, ISO 8601.
    pub published: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// Its language code.
    pub language: Option<String>,
}

/// Finds the article nearest the top of all JSON-LD of a page.
pub fn find_article(document: &Document) -> LinkedArticle {
    let mut level: VecDeque<Value> = VecDeque::new();
    for script in document.select("script[type='application/ld+json']").iter() {
        let text = script.text();
        let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        level.extend(serde_json::from_str::<Value>(text.trim().trim_end_matches(';')));
    }
    while let Some(value) = level.pop_front() {
        match value {
            Value::Object(object) if is_article(&object) => return read_article(&object),
            Value::Object(object) => level.extend(object.into_iter().map(|(_, value)| value)),
            Value::Array(items) => level.extend(items),
            _ => {}
        }
    }
    LinkedArticle::default()
}

fn is_article(object: &Map<String, Value>) -> bool {
    let is_article =
        |kind: &str| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind.ends_with("Report");
    match object.get("@type") {
        Some(Value::String(kind)) => is_article(kind),
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).any(is_article),
        _ => false,
    }
}

fn read_article(object: &Map<String, Value>) -> LinkedArticle {
    let text = |key: &str| object.get(key).and_then(Value::as_str);
    let name = |key: &str| object.get(key).map(names).unwrap_or_default().into_iter().next();
    let page = object.get("mainEntityOfPage");
    let page = page.and_then(|page| page.as_str().or_else(|| page.get("@id")?.as_str()));
    LinkedArticle {
        title: text("headline").or_else(|| text("name")).map(decode_entities).as_deref().and_then(read_line),
        authors: object.get("author").or_else(|| object.get("creator")).map(names).unwrap_or_default(),
        outlet: name("publisher"),
        published: text("datePublished").or_else(|| text("dateCreated")).and_then(read_any),
        url: text("url").and_then(read_url).or_else(|| page.and_then(read_url)),
        language: name("inLanguage").as_deref().and_then(read_language),
    }
}

/// The names of a string, an object with a name, or a list of either.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().flat_map(names).collect(),
        Value::String(name) => read_line(&decode_entities(name)).into_iter().collect(),
        Value::Object(object) => object.get("name").map(names).unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// JSON is not HTML, but many publishers escape it as if it were.
fn decode_entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let html = format!("<p>{}</p>", text.replace('<', "&lt;"));
    Document::from(html).select("p").text().to_string()
}
