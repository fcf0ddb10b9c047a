//! A sidecar, `NAME.toml` beside `NAME.txt`, into [`Metadata`].
//!
//! A sidecar is kept by hand, so nothing in it is passed over: every mistake
//! is reported with its line and with what is allowed there.

use super::date::read_iso;
use super::fact::{read_language, read_line, read_names, read_url};
use crate::corpus::Metadata;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A mistake in a file, at a line counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mistake {
    /// The line it stands on.
    pub line: usize,
    /// What is wrong and what is allowed instead.
    pub message: String,
}

/// Reads a sidecar.
///
/// # Errors
/// Every mistake in it, by line.
pub fn read_sidecar(text: &str) -> Result<Metadata, Vec<Mistake>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let line_of = |at: usize| 1 + text[..at.min(text.len())].matches('\n').count();
    let mut mistakes: Vec<Mistake> = errors
        .iter()
        .map(|error| Mistake {
            line: line_of(error.span().map_or(0, |span| span.start)),
            message: format!("not valid TOML: {}", error.message().replace('\n', ", ")),
        })
        .collect();
    let mut metadata = Metadata::default();
    if mistakes.is_empty() {
        for (key, value) in table.get_ref() {
            if let Err(message) = set(&mut metadata, key.get_ref(), value) {
                mistakes.push(Mistake { line: line_of(key.span().start), message });
            }
        }
    }
    mistakes.sort();
    if mistakes.is_empty() { Ok(metadata) } else { Err(mistakes) }
}

fn set(metadata: &mut Metadata, key: &str, value: &Spanned<DeValue<'_>>) -> Result<(), String> {
    let value = value.get_ref();
    match key {
        "title" => metadata.title = read_line(string(key, value)?),
        "outlet" => metadata.outlet = read_line(string(key, value)?),
        "byline" => metadata.byline = byline(value)?,
        "published" => metadata.published = published(value)?,
        "url" => {
            metadata.url = given(string(key, value)?, read_url, "url must start with http:// or https://")?;
        }
        "language" => {
            let allowed = "language must be a code such as \"en\" or \"pt-BR\"";
            metadata.language = given(string(key, value)?, read_language, allowed)?;
        }
        _ => {
            let allowed = "title, byline, outlet, published, url and language";
            return Err(format!("unknown key \"{key}\"; allowed are {allowed}"));
        }
    }
    Ok(())
}

fn string<'a>(key: &str, value: &'a DeValue<'_>) -> Result<&'a str, String> {
    value.as_str().ok_or_else(|| format!("{key} must be a string, found {}", found(value)))
}

/// A value that is empty, or that `read` understands.
fn given(written: &str, read: fn(&str) -> Option<String>, allowed: &str) -> Result<Option<String>, String> {
    if written.trim().is_empty() {
        return Ok(None);
    }
    read(written).map(Some).ok_or_else(|| format!("{allowed}, found \"{}\"", written.trim()))
}

fn byline(value: &DeValue<'_>) -> Result<Vec<String>, String> {
    let wrong = |found: &DeValue<'_>| {
        format!("byline must be a string or a list of strings, found {}", self::found(found))
    };
    match value {
        DeValue::String(names) => Ok(read_names(names)),
        DeValue::Array(names) => {
            let name = |name: &Spanned<DeValue<'_>>| {
                let name = name.get_ref();
                name.as_str().map(read_line).ok_or_else(|| format!("{} in the list", wrong(name)))
            };
            Ok(names.iter().map(name).collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
        }
        other => Err(wrong(other)),
    }
}

fn published(value: &DeValue<'_>) -> Result<Option<String>, String> {
    let allowed = "published must be a date: 2023-04-20, or \"2023-04\" or \"2023\" in quotation marks";
    match value {
        DeValue::String(written) => given(written, read_iso, allowed),
        DeValue::Datetime(moment) => match moment.date {
            Some(date) => given(&date.to_string(), read_iso, allowed),
            None => Err(format!("{allowed}, found a time of day")),
        },
        other => Err(format!("{allowed}, found {}", found(other))),
    }
}

fn found(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sidecar_gives_every_fact() {
        let metadata = read_sidecar(
            "# kept by hand\ntitle = \"NATO chief\\n visits\"\nbyline = [\"Anna Smith\", \"Bo Li\"]\n\
             outlet = \"The Example\"\npublished = 2023-04-20\nurl = \"https://example.org/a\"\nlanguage = \"en-GB\"\n",
        )
        .expect("a sound sidecar");
        assert_eq!(metadata.title.as_deref(), Some("NATO chief visits"));
        assert_eq!(metadata.byline, ["Anna Smith", "Bo Li"]);
        assert_eq!(metadata.outlet.as_deref(), Some("The Example"));
        assert_eq!(metadata.published.as_deref(), Some("2023-04-20"));
        assert_eq!(metadata.url.as_deref(), Some("https://example.org/a"));
        assert_eq!(metadata.language.as_deref(), Some("en"));
    }

    #[test]
    fn empty_values_are_not_given() {
        assert_eq!(
            read_sidecar("title = ''\nbyline = ''\npublished = ''\nurl = ' '\nlanguage = ''\n"),
            Ok(Metadata::default())
        );
        assert_eq!(read_sidecar(""), Ok(Metadata::default()));
    }

    #[test]
    fn a_date_may_be_a_string_or_a_toml_date_of_any_kind() {
        for (written, expected) in [
            ("'2023-04'", "2023-04"),
            ("'2023'", "2023"),
            ("2023-04-20T23:15:00-04:00", "2023-04-20"),
            ("2023-04-20 07:00:00", "2023-04-20"),
        ] {
            let metadata = read_sidecar(&format!("published = {written}")).expect("a date");
            assert_eq!(metadata.published.as_deref(), Some(expected));
        }
    }

    #[test]
    fn every_mistake_names_its_line_and_what_is_allowed() {
        let mistakes = read_sidecar(
            "titel = \"x\"\ntitle = 5\n\nurl = \"ftp://example.org\"\npublished = \"soon\"\nbyline = [1]\n\
             outlet = [\"a\"]\nlanguage = \"English\"\n",
        )
        .expect_err("mistakes");
        let told: Vec<String> = mistakes.iter().map(|m| format!("{}: {}", m.line, m.message)).collect();
        assert_eq!(
            told,
            [
                "1: unknown key \"titel\"; allowed are title, byline, outlet, published, url and language",
                "2: title must be a string, found a number",
                "4: url must start with http:// or https://, found \"ftp://example.org\"",
                "5: published must be a date: 2023-04-20, or \"2023-04\" or \"2023\" in quotation marks, found \"soon\"",
                "6: byline must be a string or a list of strings, found a number in the list",
                "7: outlet must be a string, found a list",
                "8: language must be a code such as \"en\" or \"pt-BR\", found \"English\"",
            ]
        );
    }

    #[test]
    fn broken_toml_names_its_line() {
        let mistakes = read_sidecar("title = \"x\"\nbyline = \"open\n").expect_err("a mistake");
        assert_eq!(mistakes[0].line, 2);
        assert!(mistakes[0].message.starts_with("not valid TOML: "), "{mistakes:?}");
        let mistakes = read_sidecar("published = 2023-02-30\n").expect_err("a mistake");
        assert_eq!(mistakes[0].line, 1);
    }
}
