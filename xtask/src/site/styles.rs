//! Turns the folder `styles/` into one style sheet.
//!
//! `main.css` comes first and states the order of the layers; then `tokens`, `base` and `shell`, each a
//! file or a folder; then `parts/` and `pages/`, alphabetically. A file belongs to the layer of its
//! place; one that opens a layer itself is taken as it is. No file has to be listed anywhere.

use crate::{Outcome, project};
use std::path::{Path, PathBuf};

/// The layers, weakest first.
const LAYERS: &[&str] = &["tokens", "base", "shell", "parts", "pages"];

/// The style sheet.
///
/// # Errors
/// `main.css` is missing, a file cannot be read, or lies in no layer's place.
pub fn bundle(folder: &Path) -> Outcome<String> {
    let main = folder.join("main.css");
    let mut sheet = without_imports(&without_comments(&project::read(&main)?)).trim().to_string();
    sheet.push('\n');
    let mut files = Vec::new();
    for path in project::files_below(folder, ".css")? {
        if path != main {
            files.push((layer_of(folder, &path)?, path));
        }
    }
    // The paths are sorted and the sort is stable.
    files.sort_by_key(|(layer, _)| *layer);
    for (layer, path) in files {
        let text = without_indentation(&without_comments(&project::read(&path)?));
        let text = text.trim();
        if text.contains("@layer") {
            sheet.push_str(&format!("{text}\n"));
        } else if !text.is_empty() {
            sheet.push_str(&format!("@layer {} {{\n{text}\n}}\n", LAYERS[layer]));
        }
    }
    Ok(sheet)
}

fn layer_of(folder: &Path, path: &Path) -> Outcome<usize> {
    let within: PathBuf = path.strip_prefix(folder).unwrap_or(path).with_extension("");
    let first = within.iter().next().unwrap_or_default().to_string_lossy().into_owned();
    LAYERS.iter().position(|layer| *layer == first).ok_or_else(|| {
        format!(
            "cannot place {} in a layer: it belongs in {} of styles/",
            path.display(),
            LAYERS.join(".css, or ")
        )
    })
}

/// Every file arrives anyway, so an import of one of them would fetch what is already there.
fn without_imports(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("@import")).collect::<Vec<_>>().join("\n")
}

/// Indentation and empty lines are for who reads the files.
fn without_indentation(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

fn without_comments(text: &str) -> String {
    let mut kept = String::new();
    let mut rest = text;
    let mut quote = None;
    while let Some(next) = rest.chars().next() {
        if quote.is_none()
            && let Some(comment) = rest.strip_prefix("/*")
        {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        match (quote, next) {
            (None, '"' | '\'') => quote = Some(next),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
        kept.push(next);
        rest = &rest[next.len_utf8()..];
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn bundle_of(name: &str, files: &[(&str, &str)]) -> Outcome<String> {
        let folder =
            std::env::temp_dir().join(format!("dateline-xtask-{}-styles-{name}", std::process::id()));
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        let bundle = bundle(&folder);
        fs::remove_dir_all(folder).unwrap();
        bundle
    }

    #[test]
    fn layers_come_in_order_and_files_in_alphabetical_order() {
        let sheet = bundle_of(
            "order",
            &[
                ("main.css", "/* order */\n@layer tokens, base;\n@import \"tokens.css\";\n"),
                ("pages/a.css", "p1{}"),
                ("parts/b.css", "b{}"),
                ("parts/a.css", "a{}"),
                ("tokens.css", ":root{}"),
                ("shell/top.css", "@layer shell { header{} }"),
            ],
        );
        assert_eq!(
            sheet.unwrap(),
            "@layer tokens, base;\n@layer tokens {\n:root{}\n}\n@layer shell { header{} }\n@layer parts {\na{}\n}\n@layer parts {\nb{}\n}\n@layer pages {\np1{}\n}\n"
        );
    }

    #[test]
    fn a_file_outside_the_layers_is_refused() {
        let message = bundle_of("stray", &[("main.css", ""), ("stray.css", "a{}")]).unwrap_err();
        assert!(message.contains("stray.css"), "{message}");
    }

    #[test]
    fn indentation_goes() {
        assert_eq!(without_indentation("a {\n  color: red;\n\n}\n"), "a {\ncolor: red;\n}");
    }

    #[test]
    fn comments_go_and_strings_stay() {
        assert_eq!(without_comments("a{content:\"/* é */\"}/* x */b{}"), "a{content:\"/* é */\"}b{}");
        assert_eq!(without_comments("a{}/* open"), "a{}");
    }
}
