//! `repairs.toml` at the root of a folder into [`Repair`]s.
//!
//! Kept by hand, so nothing in it is passed over: every mistake names its line and what is allowed
//! there. Whether the names in it occur is not asked here; only the analysis knows.

use super::list_mistakes;
use super::sidecar::Mistake;
use super::walk::{RESERVED, reason};
use crate::corpus::{Action, Repair};
use crate::error::{Error, Result};
use sha2::{Digest, Sha256};
use std::io::ErrorKind;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const OPERATIONS: &str = "merge, split, rename, retype, hide and alias";
const KINDS: [&str; 3] = ["person", "place", "organization"];

/// Reads the corrections of a folder, if it has any, and counts them into the hash of the folder.
///
/// # Errors
/// If the file cannot be read, or with every mistake in it.
pub fn read_beside(folder: &Path, hash: &mut Sha256) -> Result<Vec<Repair>> {
    let path = folder.join(RESERVED);
    let bytes = match std::fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::new(format!("reading {}: {}", path.display(), reason(&error)))),
    };
    hash.update(RESERVED.as_bytes());
    hash.update(Sha256::digest(&bytes));
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
    let text = std::str::from_utf8(bytes)
        .map_err(|_| Error::new(format!("reading {}: not UTF-8", path.display())))?;
    read_repairs(&text.replace("\r\n", "\n")).map_err(|mistakes| {
        let tell = |m: Mistake| format!("reading {}, line {}: {}", path.display(), m.line, m.message);
        list_mistakes(mistakes.into_iter().map(tell).collect())
    })
}

/// Reads corrections.
///
/// # Errors
/// Every mistake, by line.
pub fn read_repairs(text: &str) -> std::result::Result<Vec<Repair>, Vec<Mistake>> {
    let line_of = |at: usize| 1 + text[..at.min(text.len())].matches('\n').count();
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut mistakes: Vec<Mistake> = errors
        .iter()
        .map(|error| Mistake {
            line: line_of(error.span().map_or(0, |span| span.start)),
            message: format!("not valid TOML: {}", error.message().replace('\n', ", ")),
        })
        .collect();
    let mut repairs = Vec::new();
    let operations = if mistakes.is_empty() { Some(table.get_ref()) } else { None };
    for (operation, entries) in operations.into_iter().flatten() {
        let name = operation.get_ref().as_ref();
        if name == "and" || !OPERATIONS.split([',', ' ']).any(|known| known == name) {
            let message = format!("unknown correction \"{name}\"; allowed are {OPERATIONS}");
            mistakes.push(Mistake { line: line_of(operation.span().start), message });
            continue;
        }
        let Some(entries) = entries.get_ref().as_array() else {
            let message = format!("\"{name}\" must begin with a line [[{name}]]; allowed are {OPERATIONS}");
            mistakes.push(Mistake { line: line_of(operation.span().start), message });
            continue;
        };
        for entry in entries.iter() {
            let line = line_of(entry.span().start);
            match read_repair(name, entry) {
                Ok(repair) => {
                    repairs.push(Repair { line: u32::try_from(line).unwrap_or(u32::MAX), ..repair })
                }
                Err((at, message)) => {
                    let line = at.map_or(line, line_of);
                    mistakes.push(Mistake { line, message: format!("in [[{name}]], {message}") });
                }
            }
        }
    }
    mistakes.sort();
    repairs.sort_by_key(|repair| repair.line);
    if mistakes.is_empty() { Ok(repairs) } else { Err(mistakes) }
}

/// What is wrong, and where in the file if it can be said more closely than by the entry.
type Wrong = (Option<usize>, String);

/// One entry of the file, as its keys are taken from it.
struct Entry<'a> {
    table: &'a DeTable<'a>,
    asked: Vec<&'static str>,
}

impl<'a> Entry<'a> {
    fn value(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.push(key);
        self.table.get(key)
    }

    fn word(&mut self, key: &'static str) -> std::result::Result<String, Wrong> {
        self.optional_word(key)?.ok_or_else(|| (None, format!("{key} is missing")))
    }

    fn optional_word(&mut self, key: &'static str) -> std::result::Result<Option<String>, Wrong> {
        let Some(value) = self.value(key) else { return Ok(None) };
        read_word(key, value).map(Some)
    }

    /// A string or a list of strings; never empty.
    fn words(&mut self, key: &'static str) -> std::result::Result<Vec<String>, Wrong> {
        let words = self.optional_words(key)?;
        if words.is_empty() { Err((None, format!("{key} is missing or empty"))) } else { Ok(words) }
    }

    fn optional_words(&mut self, key: &'static str) -> std::result::Result<Vec<String>, Wrong> {
        let Some(value) = self.value(key) else { return Ok(Vec::new()) };
        match value.get_ref() {
            DeValue::Array(words) => words.iter().map(|word| read_word(key, word)).collect(),
            _ => Ok(vec![read_word(key, value)?]),
        }
    }

    fn kind(&mut self, key: &'static str) -> std::result::Result<Option<String>, Wrong> {
        let at = self.table.get(key).map(|value| value.span().start);
        let word = self.optional_word(key)?;
        match word {
            Some(word) if !KINDS.contains(&word.as_str()) => {
                Err((at, format!("{key} must be one of {}, found \"{word}\"", KINDS.join(", "))))
            }
            word => Ok(word),
        }
    }

    /// Refuses keys that nothing asked for.
    fn finish(self) -> std::result::Result<(), Wrong> {
        let unknown = self.table.iter().find(|(key, _)| !self.asked.contains(&key.get_ref().as_ref()));
        unknown.map_or(Ok(()), |(key, _)| {
            let message = format!("unknown key \"{}\"; allowed are {}", key.get_ref(), self.asked.join(", "));
            Err((Some(key.span().start), message))
        })
    }
}

fn read_word(key: &str, value: &Spanned<DeValue<'_>>) -> std::result::Result<String, Wrong> {
    let word = value.get_ref().as_str().map(|word| word.split_whitespace().collect::<Vec<_>>().join(" "));
    let word = word.filter(|word| !word.is_empty());
    word.ok_or_else(|| (Some(value.span().start), format!("{key} must be a string that is not empty")))
}

fn read_repair(operation: &str, entry: &Spanned<DeValue<'_>>) -> std::result::Result<Repair, Wrong> {
    let Some(table) = entry.get_ref().as_table() else {
        return Err((None, format!("must begin with a line [[{operation}]]")));
    };
    let mut entry = Entry { table, asked: Vec::new() };
    let action = match operation {
        "merge" => Action::Merge { names: entry.words("names")?, into: entry.word("into")? },
        "split" => Action::Split {
            names: entry.words("names")?,
            from: entry.word("from")?,
            into: entry.optional_word("into")?,
        },
        "rename" => Action::Rename { name: entry.word("name")?, to: entry.word("to")? },
        "retype" => Action::Retype {
            names: entry.words("names")?,
            to: entry.kind("to")?.ok_or_else(|| (None, "to is missing".to_owned()))?,
        },
        "hide" => Action::Hide { names: entry.words("names")? },
        _ => Action::Alias { name: entry.word("name")?, add: entry.words("add")? },
    };
    let kind = entry.kind("kind")?;
    let articles = entry.optional_words("article")?;
    entry.finish()?;
    Ok(Repair { line: 0, articles, kind, action })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_is_read() {
        let repairs = read_repairs(
            "# by hand\n[[merge]]\nnames = [\"V.  Zelensky\"]\ninto = \"Volodymyr Zelensky\"\n\n\
             [[split]]\nnames = \"Biden\"\nfrom = \"Joe Biden\"\ninto = \"Hunter Biden\"\narticle = \"a\"\n\n\
             [[rename]]\nname = \"Kiev\"\nto = \"Kyiv\"\n[[retype]]\nnames = [\"Paris\"]\nkind = \"place\"\nto = \"person\"\n\
             [[hide]]\nnames = [\"Share\", \"Print\"]\narticle = [\"a\", \"b\"]\n[[alias]]\nname = \"NATO\"\nadd = [\"the alliance\"]\n",
        )
        .expect("sound repairs");
        let lines: Vec<u32> = repairs.iter().map(|repair| repair.line).collect();
        assert_eq!(lines, [2, 6, 12, 15, 19, 22]);
        assert_eq!(
            repairs[0].action,
            Action::Merge { names: vec!["V. Zelensky".to_owned()], into: "Volodymyr Zelensky".to_owned() }
        );
        assert_eq!(repairs[1].articles, ["a"]);
        assert_eq!(repairs[3].kind.as_deref(), Some("place"));
        assert_eq!(repairs[4].articles, ["a", "b"]);
        assert_eq!(read_repairs(""), Ok(Vec::new()));
    }

    #[test]
    fn every_mistake_names_its_line_and_what_is_allowed() {
        let mistakes = read_repairs(
            "[[merge]]\nname = \"x\"\ninto = \"y\"\n[[hide]]\nnames = [5]\n[[retype]]\nnames = \"x\"\nto = \"city\"\n\
             [[join]]\nnames = \"x\"\n[[rename]]\nname = \"x\"\nto = \"y\"\nlocal = true\n[split]\nfrom = \"x\"\n",
        )
        .expect_err("mistakes");
        let told: Vec<String> = mistakes.iter().map(|m| format!("{}: {}", m.line, m.message)).collect();
        assert_eq!(
            told,
            [
                "1: in [[merge]], names is missing or empty",
                "5: in [[hide]], names must be a string that is not empty",
                "8: in [[retype]], to must be one of person, place, organization, found \"city\"",
                "9: unknown correction \"join\"; allowed are merge, split, rename, retype, hide and alias",
                "14: in [[rename]], unknown key \"local\"; allowed are name, to, kind, article",
                "15: \"split\" must begin with a line [[split]]; allowed are merge, split, rename, retype, hide and alias",
            ]
        );
        assert!(read_repairs("[[merge]\n").expect_err("broken")[0].message.starts_with("not valid TOML"));
    }
}
