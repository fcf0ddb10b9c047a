//! Reads text files (or JSON Lines with `title` and `body`), runs the pipeline and prints what it understood.
//!
//! `cargo run --release --example resolve_texts -- FILE...`

use dateline::annotate::annotate;
use dateline::clean::{Given, clean};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::key::Basis;
use dateline::resolve::resolve;
use std::error::Error;
use std::time::Instant;

fn raw(id: &str, text: String, published: Option<String>) -> RawArticle {
    let page = Metadata { published, ..Metadata::default() };
    RawArticle {
        id: id.to_owned(),
        file: id.to_owned(),
        format: Format::Text,
        text,
        page,
        editor: Metadata::default(),
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut corpus = Vec::new();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        if !path.ends_with(".jsonl") {
            corpus.push(raw(&path, text, None));
            continue;
        }
        for (at, line) in text.lines().enumerate() {
            let record: serde_json::Value = serde_json::from_str(line)?;
            let field = |key: &str| record[key].as_str().unwrap_or_default();
            let body = field("body").replace('\n', " ");
            corpus.push(raw(
                &format!("{at}"),
                format!("{}\n\n{body}", field("title")),
                Some(field("date").to_owned()),
            ));
        }
    }
    let start = Instant::now();
    let mut articles = clean(&corpus);
    for (article, raw) in articles.iter_mut().zip(&corpus) {
        article.published = raw.page.published.clone().map(|value| Given { value, basis: Basis::Page });
    }
    let n_bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    let cleaned = start.elapsed();
    let annotations: Vec<_> = articles.iter().map(annotate).collect();
    let annotated = start.elapsed();
    let resolved = resolve(&articles, &annotations);
    eprintln!(
        "{n_bytes} bytes; annotate {:?}, resolve {:?}",
        annotated - cleaned,
        start.elapsed() - annotated
    );
    if articles.len() > 50 {
        for entity in resolved.entities.iter().take(60) {
            println!("{:?} {} {} {}", entity.kind, entity.name, entity.articles.len(), entity.n_mentions);
        }
        let mut groups: Vec<_> = resolved.stories.iter().filter(|group| group.len() > 1).collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
        println!(
            "{} entities, {} groups, the largest {:?}",
            resolved.entities.len(),
            groups.len(),
            groups.iter().take(5).map(|group| group.len()).collect::<Vec<_>>()
        );
        for group in groups.iter().step_by(groups.len() / 25 + 1) {
            println!("--");
            group.iter().take(3).for_each(|at| {
                println!("  {}", articles[*at as usize].text.chars().take(110).collect::<String>())
            });
        }
        return Ok(());
    }
    for entity in &resolved.entities {
        println!(
            "{:?} {} [{}] articles {:?} n {} note {:?}",
            entity.kind, entity.name, entity.slug, entity.articles, entity.n_mentions, entity.note
        );
        for alias in &entity.aliases {
            println!(
                "    {} {} ({}{})",
                alias.text,
                alias.n_mentions,
                alias.reason,
                if alias.is_guess { ", GUESS" } else { "" }
            );
        }
    }
    for ((article, found), resolved) in articles.iter().zip(&annotations).zip(&resolved.articles) {
        println!("== {} published {:?}", article.id, resolved.published);
        for (mention, entity) in found.mentions.iter().zip(&resolved.entities) {
            if entity.is_none() {
                println!("  undecided {}", mention.span.of(&article.text));
            }
        }
        for date in &resolved.dates {
            println!(
                "  {} | {} {} {} {:?} {}",
                date.span.of(&article.text),
                date.kind.word(),
                date.value,
                date.rule,
                date.rivals,
                date.certain
            );
        }
        for mention in &found.mentions {
            let title = mention.title.map_or("", |title| title.of(&article.text));
            println!("  {:?} {} {} <{}>", mention.kind, mention.span.of(&article.text), mention.rule, title);
        }
    }
    println!("{:?}", resolved.stories);
    Ok(())
}
