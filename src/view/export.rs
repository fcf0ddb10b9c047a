//! What a reader takes away from a view, as a file: Markdown, CSV (RFC 4180), JSON.

use super::disagreement::{self, Disagreements};
use super::export_timeline::{self, Form};
use super::known::Known;
use super::statement::Statements;
use super::{build_map, build_network, build_quotes};
use crate::search::query::Selection;
use serde::{Deserialize, Serialize};

/// What is found once for all selections, when it is first asked for.
pub trait Tables {
    /// Every dated sentence.
    fn statements(&self) -> &Statements;
    /// Everything articles disagree on.
    fn disagreements(&self) -> &Disagreements;
}

/// Writes what a reader takes away of a selection.
#[must_use]
pub fn export(known: Known<'_>, tables: &dyn Tables, selection: &Selection, what: Export) -> String {
    let timeline = |form| export_timeline::export(known, tables.statements(), selection, form);
    match what {
        Export::TimelineMarkdown => timeline(Form::Markdown),
        Export::TimelineCsv => timeline(Form::Csv),
        Export::TimelineJson => timeline(Form::Json),
        Export::NetworkCsv => build_network::export(known, selection),
        Export::MapCsv => build_map::export_csv(known, selection),
        Export::MapGeoJson => build_map::export_geojson(known, selection),
        Export::SpeakersCsv => build_quotes::export_speakers(known, selection),
        Export::QuotesCsv => build_quotes::export_quotes(known, selection),
        Export::DisagreementsCsv => disagreement::export(known, tables.disagreements(), selection),
    }
}

/// What is exported, in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// The timeline as a list to read.
    TimelineMarkdown,
    /// The timeline as a table, a row for each sentence.
    TimelineCsv,
    /// The timeline as TimelineJS reads it.
    TimelineJson,
    /// The disagreements as a table.
    DisagreementsCsv,
    /// The links of the network as a table.
    NetworkCsv,
    /// The places of the map as a table.
    MapCsv,
    /// The places of the map as programs for maps read them.
    MapGeoJson,
    /// Who is quoted, as a table.
    SpeakersCsv,
    /// The quotations as a table.
    QuotesCsv,
}

impl Export {
    /// The name of the file, and the media type of what is in it.
    #[must_use]
    pub fn file(self) -> (&'static str, &'static str) {
        const CSV: &str = "text/csv;charset=utf-8";
        match self {
            Self::TimelineMarkdown => ("timeline.md", "text/markdown;charset=utf-8"),
            Self::TimelineCsv => ("timeline.csv", CSV),
            Self::TimelineJson => ("timeline.json", "application/json"),
            Self::DisagreementsCsv => ("disagreements.csv", CSV),
            Self::NetworkCsv => ("network.csv", CSV),
            Self::MapCsv => ("map.csv", CSV),
            Self::MapGeoJson => ("map.geojson", "application/geo+json"),
            Self::SpeakersCsv => ("speakers.csv", CSV),
            Self::QuotesCsv => ("quotations.csv", CSV),
        }
    }
}

/// A table in the making.
pub(super) struct Csv(String);

impl Csv {
    pub(super) fn with_columns(columns: &[&str]) -> Self {
        let mut csv = Self(String::new());
        csv.push(columns);
        csv
    }

    /// Adds a row. What a spreadsheet would take for a formula is kept from being one by an apostrophe.
    pub(super) fn push(&mut self, row: &[&str]) {
        for (at, value) in row.iter().enumerate() {
            if at > 0 {
                self.0.push(',');
            }
            let is_formula =
                value.starts_with(['=', '+', '@', '\t', '\r']) || (value.starts_with('-') && value.len() > 1);
            let guard = if is_formula { "'" } else { "" };
            if is_formula || value.contains([',', '"', '\n', '\r']) {
                self.0.push('"');
                self.0.push_str(guard);
                self.0.push_str(&value.replace('"', "\"\""));
                self.0.push('"');
            } else {
                self.0.push_str(value);
            }
        }
        self.0.push_str("\r\n");
    }

    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// A text as a JSON string, quotation marks included.
pub(super) fn json_string(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || matches!(c, '<' | '\u{2028}' | '\u{2029}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// A text in which Markdown sees no marks of its own.
pub(super) fn markdown_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_a_table_holds_anything() {
        let mut csv = Csv::with_columns(&["a", "b"]);
        csv.push(&["x, \"y\"\nz", "=1+1"]);
        csv.push(&["-", "–5"]);
        assert_eq!(csv.finish(), "a,b\r\n\"x, \"\"y\"\"\nz\",\"'=1+1\"\r\n-,–5\r\n");
    }

    #[test]
    fn a_json_string_holds_anything() {
        let text = "“a” \"b\" \\ \n \u{1} </script> \u{2028} Київ";
        let read: String = serde_json::from_str(&json_string(text)).expect("JSON");
        assert_eq!(read, text);
        assert!(!json_string(text).contains("</"));
    }
}
