//! Annotated articles: JSON lines `{id, text, entities: [{start, end, type}]}`, offsets in code points.

use dateline::annotate::tagger::Class;
use dateline::text::{Span, split_sentences};
use serde::Deserialize;
use std::path::Path;

/// One article with the names that people marked in it.
#[derive(Clone, Debug)]
pub struct Annotated {
    /// Its name in the file.
    pub id: String,
    /// Its text.
    pub text: String,
    /// The names, as byte ranges.
    pub names: Vec<(Span, Class)>,
    /// Whether names of the fourth class are marked as well.
    pub has_other: bool,
    /// How much its labels count.
    pub weight: f32,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    entities: Vec<Entity>,
}

#[derive(Deserialize)]
struct Entity {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    class: String,
}

/// The articles of one file.
///
/// # Errors
/// If the file cannot be read or a line is not such an article.
pub fn read(path: &Path) -> Result<Vec<Annotated>, String> {
    let lines =
        std::fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()))?;
    let mut articles = Vec::new();
    for line in lines.lines() {
        let line: Line =
            serde_json::from_str(line).map_err(|error| format!("reading {}: {error}", path.display()))?;
        articles.push(line.into_article());
    }
    let has_other = articles.iter().any(|article| article.names.iter().any(|name| name.1 == Class::Other));
    articles.iter_mut().for_each(|article| article.has_other = has_other);
    Ok(articles)
}

impl Line {
    fn into_article(self) -> Annotated {
        let mut bytes: Vec<usize> = self.text.char_indices().map(|(at, _)| at).collect();
        bytes.push(self.text.len());
        let names = self
            .entities
            .iter()
            .filter_map(|entity| {
                let span = Span::new(*bytes.get(entity.start)?, *bytes.get(entity.end)?);
                Some((span, class(&entity.class)?))
            })
            .collect();
        Annotated { id: self.id, text: self.text, names, has_other: false, weight: 1.0 }
    }
}

fn class(word: &str) -> Option<Class> {
    Some(match word {
        "PER" => Class::Person,
        "LOC" => Class::Place,
        "ORG" => Class::Organization,
        "MISC" => Class::Other,
        _ => return None,
    })
}

/// The sentences of a text, line by line.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    split_sentences(text, Span::new(0, text.len()))
}
