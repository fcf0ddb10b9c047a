//! The facts at the head of a Markdown file, between `---` or `+++`, into [`Metadata`].
//!
//! Reads the part of YAML and TOML that such heads are written in. Other
//! programs keep their own keys there, so what is not known or not understood
//! is passed over. Does not touch the text below.

use super::date::read_any;
use super::fact::{read_language, read_line, read_names, read_url};
use crate::corpus::Metadata;

/// One key with its values; a single value is a list of one.
type Entry = (String, Vec<String>);

/// Divides a file into the facts at its head and the text below. A file without such a head is all text.
pub fn split_front_matter(text: &str) -> (Metadata, &str) {
    let entries = |fence: &str, closing: &[&str], read: fn(&str) -> Option<Vec<Entry>>| {
        let (head, body) = fenced(text, fence, closing)?;
        Some((facts(read(head)?), body))
    };
    entries("---", &["---", "..."], read_yaml)
        .or_else(|| entries("+++", &["+++"], read_toml))
        .unwrap_or((Metadata::default(), text))
}

/// The lines between an opening fence on the first line and the next closing one, and the rest.
fn fenced<'a>(text: &'a str, fence: &str, closing: &[&str]) -> Option<(&'a str, &'a str)> {
    let start = text.find('\n').filter(|end| text[..*end].trim_end() == fence)? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if closing.contains(&line.trim_end()) {
            return Some((&text[start..at], &text[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn facts(entries: Vec<Entry>) -> Metadata {
    let values = |keys: &[&str]| {
        let of = |key: &&str| entries.iter().find(|(found, values)| found == key && !values.is_empty());
        keys.iter().find_map(of).map(|(_, values)| values.as_slice()).unwrap_or_default()
    };
    let one = |keys: &[&str]| values(keys).first().and_then(|value| read_line(value));
    let read = |keys: &[&str], read: fn(&str) -> Option<String>| {
        keys.iter().find_map(|key| read(values(&[*key]).first()?))
    };
    let byline = match values(&["byline", "authors", "author"]) {
        [names] => read_names(names),
        names => names.iter().filter_map(|name| read_line(name)).collect(),
    };
    Metadata {
        title: one(&["title"]),
        byline,
        outlet: one(&["outlet", "source"]),
        published: read(&["published", "date"], read_any),
        url: read(&["url"], read_url),
        language: read(&["language", "lang"], read_language),
    }
}

fn read_toml(head: &str) -> Option<Vec<Entry>> {
    let table: toml::Table = head.parse().ok()?;
    let text = |value: &toml::Value| match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        toml::Value::Integer(number) => Some(number.to_string()),
        _ => None,
    };
    let values = |value: &toml::Value| match value {
        toml::Value::Array(list) => list.iter().filter_map(text).collect(),
        one => text(one).into_iter().collect(),
    };
    Some(table.iter().map(|(key, value)| (key.to_lowercase(), values(value))).collect())
}

/// The top-level keys of a YAML head. Nothing when the lines are no such head: a file may begin with
/// a rule and go on with text.
fn read_yaml(head: &str) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut folded = false;
    for line in head.lines() {
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') {
            continue;
        }
        let is_inside = line.starts_with([' ', '\t']) || line == "-" || line.starts_with("- ");
        if is_inside {
            continue_value(&mut entries.last_mut()?.1, content, folded);
            continue;
        }
        let (key, value) = content.split_once(':').filter(|(key, _)| !key.contains(' '))?;
        let value = without_note(value.trim());
        folded = matches!(value.chars().next(), Some('|' | '>'));
        let values = if folded { Vec::new() } else { read_value(value) };
        entries.push((unquote(key).to_lowercase(), values));
    }
    Some(entries)
}

/// Adds an indented line to the value of the key above: an item of a list, the name in an item that
/// is a table, or another line of a long text.
fn continue_value(values: &mut Vec<String>, content: &str, folded: bool) {
    let item = if content == "-" { Some("") } else { content.strip_prefix("- ") };
    if folded || (item.is_none() && !values.is_empty() && !content.contains(": ")) {
        match values.last_mut() {
            Some(text) => *text = format!("{text} {content}"),
            None => values.push(content.to_owned()),
        }
        return;
    }
    let content = item.unwrap_or(content).trim();
    if let Some(name) = content.strip_prefix("name:") {
        values.extend(read_value(without_note(name.trim())));
    } else if item.is_some() && !content.contains(": ") {
        values.extend(read_value(without_note(content)));
    }
}

/// A plain or quoted value, or a list in brackets.
fn read_value(value: &str) -> Vec<String> {
    let list = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
    let items = match list {
        Some(list) => split_list(list),
        None => vec![unquote(value)],
    };
    items.into_iter().filter(|item| !matches!(item.as_str(), "" | "~" | "null")).collect()
}

fn split_list(list: &str) -> Vec<String> {
    let mut items = Vec::new();
    let (mut start, mut quote) = (0, None);
    for (at, c) in list.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') if list[start..at].trim().is_empty() => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, ',') => {
                items.push(unquote(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(unquote(&list[start..]));
    items
}

fn unquote(value: &str) -> String {
    let value = value.trim();
    let inside = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(text) = inside('"') {
        text.replace("\\\"", "\"").replace("\\\\", "\\")
    } else if let Some(text) = inside('\'') {
        text.replace("''", "'")
    } else {
        value.to_owned()
    }
}

/// A value without the remark behind it; inside quotation marks a `#` is text.
fn without_note(value: &str) -> &str {
    let from = closing_quote(value).unwrap_or(0);
    match value[from..].find(" #") {
        Some(note) => value[..from + note].trim_end(),
        None => value,
    }
}

/// Where the quoted value at the start ends. A doubled `'` and an escaped `"` stand inside it.
fn closing_quote(value: &str) -> Option<usize> {
    let quote = value.bytes().next().filter(|quote| matches!(quote, b'"' | b'\''))?;
    let mut bytes = value.bytes().enumerate().skip(1).peekable();
    while let Some((at, byte)) = bytes.next() {
        let is_doubled =
            byte == b'\'' && quote == b'\'' && bytes.peek().is_some_and(|(_, next)| *next == quote);
        if is_doubled || (byte == b'\\' && quote == b'"') {
            bytes.next();
        } else if byte == quote {
            return Some(at + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn expected() -> Metadata {
        Metadata {
            title: Some("Kyiv: what's next #1".to_owned()),
            byline: vec!["Anna Smith".to_owned(), "Bo Li".to_owned()],
            outlet: Some("The Example".to_owned()),
            published: Some("2023-04-20".to_owned()),
            url: Some("https://example.org/a".to_owned()),
            language: Some("en".to_owned()),
        }
    }

    #[test]
    fn a_yaml_head_gives_its_facts() {
        for head in [
            "title: \"Kyiv: what's next #1\"\nauthors: [Anna Smith, \"Bo Li\"]\nsource: The Example # paper\n\
             date: 2023-04-20T10:00:00Z\nurl: https://example.org/a\nlang: en-US\ntags:\n  - a\n",
            "# remark\ntitle: 'Kyiv: what''s next #1'\nauthor:\n  - Anna Smith\n  - Bo Li\noutlet: The Example\n\
             draft: false\npublished: true\ndate: April 20, 2023\nurl: 'https://example.org/a'\nlanguage: en\n",
            "title: >-\n  Kyiv: what's\n  next #1\nByline: Anna Smith and Bo Li\nsource: \"The Example\"\n\
             published: 2023-04-20\nurl: https://example.org/a\nlang: en\n",
            "Title: Kyiv: what's\n  next #1\nauthors:\n- name: Anna Smith\n  role: editor\n- name: Bo Li\n\
             source: The Example\nuser: ~\ndate: 2023/04/20\nurl: https://example.org/a\nlang: en\n",
        ] {
            let text = format!("---\n{head}---\nText.\n");
            assert_eq!(split_front_matter(&text), (expected(), "Text.\n"), "{head}");
        }
    }

    #[test]
    fn a_toml_head_gives_its_facts() {
        let text = "+++\ntitle = \"Kyiv: what's next #1\"\nauthors = [\"Anna Smith\", \"Bo Li\"]\n\
                    outlet = 'The Example'\ndate = 2023-04-20T10:00:00Z\nurl = 'https://example.org/a'\n\
                    language = 'en'\n[extra]\ntitle = 'other'\n+++\nText.\n";
        assert_eq!(split_front_matter(text), (expected(), "Text.\n"));
    }

    #[test]
    fn text_that_begins_with_a_rule_is_text() {
        for text in [
            "---\nIt was a dark night.\n---\nText",
            "---\ntitle: a\n",
            "+++\nno toml\n+++\n",
            "----\na: b\n---\n",
        ] {
            assert_eq!(split_front_matter(text), (Metadata::default(), text));
        }
    }

    #[test]
    fn an_empty_head_is_taken_off() {
        assert_eq!(split_front_matter("---\n---\nText"), (Metadata::default(), "Text"));
    }
}
