//! One line of a `.jsonl` file into a [`Record`].
//!
//! Takes the names that collections commonly use for the same thing: `text`,
//! `body` or `content`; `byline`, `author` or `authors`; `outlet` or `source`;
//! `published` or `date`; `language` or `lang`. Other keys are passed over.

use super::date::read_any;
use super::fact::{read_language, read_line, read_names, read_url};
use crate::corpus::Metadata;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// One article of a `.jsonl` file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Record {
    /// Its own id, a string or a number, as given.
    pub id: Option<Value>,
    /// Its text as given; `None` when it has none, empty where it is given as empty.
    pub text: Option<String>,
    /// What it says of itself.
    pub facts: Metadata,
}

impl Record {
    /// The id as text, if there is one that is not empty.
    #[must_use]
    pub fn own_id(&self) -> Option<String> {
        match self.id.as_ref()? {
            Value::String(id) => read_line(id),
            other => Some(other.to_string()),
        }
    }
}

/// Reads one line. A half of a surrogate pair standing alone, which no text can hold, becomes U+FFFD.
///
/// # Errors
/// Says what is wrong with a line that is not a JSON object or gives a fact as something it cannot be.
pub fn read_record(line: &str) -> Result<Record, String> {
    let value = serde_json::from_str(&mend_surrogates(line)).map_err(|error| json_mistake(&error))?;
    let Value::Object(mut fields) = value else {
        return Err("not a JSON object".to_owned());
    };
    let id = match first(&fields, &["id"]) {
        Some((_, id @ (Value::String(_) | Value::Number(_)))) => Some(id.clone()),
        Some(_) => return Err("\"id\" must be a string or a number".to_owned()),
        None => None,
    };
    let facts = Metadata {
        title: line_of(&fields, &["title"])?,
        byline: byline_of(&fields)?,
        outlet: line_of(&fields, &["outlet", "source"])?,
        published: published_of(&fields)?,
        url: line_of(&fields, &["url"])?.as_deref().and_then(read_url),
        language: line_of(&fields, &["language", "lang"])?.as_deref().and_then(read_language),
    };
    Ok(Record { id, text: text_of(&mut fields)?, facts })
}

/// The first of several keys that is present and not null.
fn first<'a>(fields: &'a Map<String, Value>, keys: &[&'a str]) -> Option<(&'a str, &'a Value)> {
    keys.iter().find_map(|key| fields.get(*key).filter(|value| !value.is_null()).map(|value| (*key, value)))
}

/// Takes the text out of the fields.
fn text_of(fields: &mut Map<String, Value>) -> Result<Option<String>, String> {
    let mut text: Option<String> = None;
    for key in ["text", "body", "content"] {
        match fields.get_mut(key) {
            Some(Value::String(found)) if text.as_ref().is_none_or(|text| text.trim().is_empty()) => {
                text = Some(std::mem::take(found));
            }
            None | Some(Value::Null | Value::String(_)) => {}
            Some(_) => return Err(format!("\"{key}\" must be a string")),
        }
    }
    Ok(text)
}

fn line_of(fields: &Map<String, Value>, keys: &[&str]) -> Result<Option<String>, String> {
    let Some((key, value)) = first(fields, keys) else { return Ok(None) };
    name_of(value).map(read_line).ok_or_else(|| format!("\"{key}\" must be a string"))
}

fn byline_of(fields: &Map<String, Value>) -> Result<Vec<String>, String> {
    let Some((key, value)) = first(fields, &["byline", "authors", "author"]) else { return Ok(Vec::new()) };
    let wrong = || format!("\"{key}\" must be a string or a list of strings");
    match value {
        Value::Array(names) => {
            let names =
                names.iter().map(|name| name_of(name).ok_or_else(wrong)).collect::<Result<Vec<_>, _>>()?;
            Ok(names.into_iter().filter_map(read_line).collect())
        }
        one => Ok(read_names(name_of(one).ok_or_else(wrong)?)),
    }
}

/// A string, or the name of an object that has one: `{"name": "Reuters"}`.
fn name_of(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("name")?.as_str())
}

fn published_of(fields: &Map<String, Value>) -> Result<Option<String>, String> {
    match first(fields, &["published", "date"]) {
        None => Ok(None),
        Some((_, Value::String(written))) => Ok(read_any(written)),
        Some((_, Value::Number(year))) => Ok(read_any(&year.to_string())),
        Some((key, _)) => Err(format!("\"{key}\" must be a date such as \"2023-04-20\"")),
    }
}

/// The parser's message with the column but without the line, which is always 1 to it.
fn json_mistake(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    format!("not valid JSON: {what} (column {})", error.column())
}

/// Replaces escapes such as `\ud83d` that stand without their other half.
fn mend_surrogates(line: &str) -> Cow<'_, str> {
    if !line.contains("\\ud") && !line.contains("\\uD") {
        return Cow::Borrowed(line);
    }
    let mut mended = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let length = match (surrogate(escape), escape.get(6..).and_then(surrogate)) {
            (Some(0xd800..=0xdbff), Some(0xdc00..=0xdfff)) => 12,
            (Some(_), _) => 6,
            // The escaped character itself may be a backslash, and is never half of an escape.
            _ => 1 + escape[1..].chars().next().map_or(0, char::len_utf8),
        };
        mended.push_str(if length == 6 { "\\ufffd" } else { &escape[..length] });
        rest = &escape[length..];
    }
    mended.push_str(rest);
    Cow::Owned(mended)
}

/// The surrogate that an escape at the start of `text` stands for.
fn surrogate(text: &str) -> Option<u32> {
    let code = u32::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    (0xd800..=0xdfff).contains(&code).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_common_names_of_a_field_are_the_same_field() {
        let a = r#"{"text":"T","title":"H","byline":"Anna Smith","outlet":"O","published":"2023-04-20","language":"en"}"#;
        let b =
            r#"{"body":"T","title":"H","author":"Anna Smith","source":"O","date":"2023-04-20","lang":"en"}"#;
        let c = r#"{"content":"T","title":"H","authors":["Anna Smith"],"source":{"id":null,"name":"O"},
                    "date":"Thu, 20 Apr 2023 10:00:00 GMT","lang":"en-GB","extra":[1]}"#;
        let read = |line| read_record(line).expect("a record");
        assert_eq!(read(a), read(b));
        assert_eq!(read(a), read(c));
    }

    #[test]
    fn nulls_and_empty_values_are_not_given() {
        let record = read_record(r#"{"id":null,"text":"","body":"T","title":" ","byline":[],"url":""}"#);
        assert_eq!(record, Ok(Record { text: Some("T".to_owned()), ..Record::default() }));
    }

    #[test]
    fn an_id_is_a_string_or_a_number() {
        let id = |line| read_record(line).expect("a record").own_id();
        assert_eq!(id(r#"{"id":"a-1"}"#).as_deref(), Some("a-1"));
        assert_eq!(id(r#"{"id":17}"#).as_deref(), Some("17"));
        assert_eq!(id(r#"{"id":""}"#), None);
    }

    #[test]
    fn what_a_fact_cannot_be_is_told() {
        for (line, expected) in [
            ("[1]", "not a JSON object"),
            (r#"{"text":5}"#, "\"text\" must be a string"),
            (r#"{"id":[]}"#, "\"id\" must be a string or a number"),
            (r#"{"authors":[5]}"#, "\"authors\" must be a string or a list of strings"),
            (r#"{"date":{}}"#, "\"date\" must be a date such as \"2023-04-20\""),
            (r#"{"text":"a""#, "not valid JSON: EOF while parsing an object (column 11)"),
        ] {
            assert_eq!(read_record(line), Err(expected.to_owned()), "{line}");
        }
    }

    #[test]
    fn half_a_surrogate_pair_becomes_the_replacement_character() {
        let text = |line| read_record(line).expect("a record").text.expect("text");
        assert_eq!(text(r#"{"text":"a\ud83db"}"#), "a\u{fffd}b");
        assert_eq!(text(r#"{"text":"\udc00\ud83d\ude00\\ud83d"}"#), "\u{fffd}😀\\ud83d");
        assert_eq!(text(r#"{"text":"\ud83d\ud83d\ude00"}"#), "\u{fffd}😀");
        assert!(read_record(r#"{"text":"\ud8"}"#).is_err());
        assert!(read_record("{\"text\":\"\\ud83d\\").is_err());
    }
}
