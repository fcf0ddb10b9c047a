//! The words behind `dateline` into a [`Command`].

use crate::help::Topic;
use std::ffi::OsString;
use std::path::PathBuf;

/// The folder that `dateline corpus` reads when none is named.
const DEFAULT_FOLDER: &str = "seeds";

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Analyze articles from standard input, one a line.
    Annotate {
        /// Whether the texts are clean already.
        is_plain: bool,
    },
    /// Analyze a folder.
    Corpus {
        /// Which one.
        folder: PathBuf,
    },
    /// Teach.
    Help(Topic),
    /// Say which version this is.
    Version,
}

/// Reads the command line.
///
/// # Errors
/// Says which word was not understood.
pub fn parse(words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut words = words.peekable();
    let Some(first) = words.next() else { return Err("no command given".to_owned()) };
    match first.to_str() {
        Some("annotate") => parse_annotate(words),
        Some("corpus") => parse_corpus(words),
        Some("help") => parse_help(words),
        Some("-h" | "--help") => Ok(Command::Help(Topic::All)),
        Some("-V" | "--version") => nothing_more(words, Command::Version),
        Some(option) if option.starts_with('-') => Err(format!("unknown option \"{option}\"")),
        _ => Err(format!("unknown command \"{}\"", first.to_string_lossy())),
    }
}

fn parse_annotate(words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut is_plain = false;
    for word in words {
        match word.to_str() {
            Some("--plain") => is_plain = true,
            Some("-h" | "--help") => return Ok(Command::Help(Topic::Annotate)),
            _ => return Err(unexpected(&word, "annotate")),
        }
    }
    Ok(Command::Annotate { is_plain })
}

fn parse_corpus(words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut folder = None;
    let is_option = |word: &OsString| word.to_string_lossy().starts_with('-') && word != "-";
    let mut only_names = false;
    for word in words {
        if !only_names && word == "--" {
            only_names = true;
        } else if !only_names && (word == "-h" || word == "--help") {
            return Ok(Command::Help(Topic::Corpus));
        } else if (!only_names && is_option(&word)) || folder.is_some() {
            return Err(unexpected(&word, "corpus"));
        } else {
            folder = Some(PathBuf::from(word));
        }
    }
    Ok(Command::Corpus { folder: folder.unwrap_or_else(|| DEFAULT_FOLDER.into()) })
}

fn parse_help(mut words: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let topic = match words.next() {
        None => Topic::All,
        Some(word) => match word.to_str() {
            Some("annotate") => Topic::Annotate,
            Some("corpus") => Topic::Corpus,
            _ => return Err(format!("unknown command \"{}\"", word.to_string_lossy())),
        },
    };
    nothing_more(words, Command::Help(topic))
}

fn nothing_more(mut words: impl Iterator<Item = OsString>, command: Command) -> Result<Command, String> {
    match words.next() {
        None => Ok(command),
        Some(word) => Err(format!("unexpected \"{}\"", word.to_string_lossy())),
    }
}

fn unexpected(word: &OsString, command: &str) -> String {
    let word = word.to_string_lossy();
    let kind = if word.starts_with('-') { "unknown option" } else { "unexpected" };
    format!("{kind} \"{word}\" for \"dateline {command}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn commands_and_their_options_are_understood() {
        for (line, expected) in [
            ("annotate", Command::Annotate { is_plain: false }),
            ("annotate --plain", Command::Annotate { is_plain: true }),
            ("corpus", Command::Corpus { folder: "seeds".into() }),
            ("corpus clippings", Command::Corpus { folder: "clippings".into() }),
            ("corpus -- --odd", Command::Corpus { folder: "--odd".into() }),
            ("--help", Command::Help(Topic::All)),
            ("help corpus", Command::Help(Topic::Corpus)),
            ("annotate --plain --help", Command::Help(Topic::Annotate)),
            ("--version", Command::Version),
        ] {
            assert_eq!(parsed(line), Ok(expected), "{line}");
        }
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (line, expected) in [
            ("", "no command given"),
            ("anotate", "unknown command \"anotate\""),
            ("--plain", "unknown option \"--plain\""),
            ("annotate file", "unexpected \"file\" for \"dateline annotate\""),
            ("corpus --fast", "unknown option \"--fast\" for \"dateline corpus\""),
            ("corpus a b", "unexpected \"b\" for \"dateline corpus\""),
            ("help me", "unknown command \"me\""),
        ] {
            assert_eq!(parsed(line), Err(expected.to_owned()), "{line}");
        }
    }
}
