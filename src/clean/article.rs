//! The cleaned article: one text, its parts as spans, and what was taken out.

use super::source_map::SourceMap;
use crate::corpus::{Metadata, RawArticle};
use crate::key::Basis;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A reason as its number in the list of reasons, on its way between workers.
mod reason_number {
    use super::Reason;
    use crate::clean::phrase::reasons;
    use crate::text::{number_of, of_number};
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(reason: &Reason, serializer: S) -> Result<S::Ok, S::Error> {
        number_of(reason, reasons().map(|(name, _)| name), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Reason, D::Error> {
        of_number(reasons().map(|(name, _)| name), deserializer)
    }
}

/// A value with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub basis: Basis,
}

/// Why something is cut, as in `share bar`; reasons are listed in `lexicon/clean/`.
pub type Reason = &'static str;

/// A stretch of the raw text that is not part of the story's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Where it stood in the raw text.
    pub raw: Span,
    /// The place in the cleaned text at which it was cut, a byte offset.
    pub at: u32,
    /// The rule that cut it.
    #[serde(with = "reason_number")]
    pub reason: Reason,
}

/// An article ready to be read and analysed.
///
/// `text` is the headline, a blank line, then the paragraphs with a blank line
/// between them. Every later position is a byte [`Span`] in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// See [`RawArticle::id`].
    pub id: String,
    /// See [`RawArticle::file`].
    pub file: String,
    /// The cleaned text.
    pub text: String,
    /// The headline in `text`; empty when none was found.
    pub title: Span,
    /// Where the headline comes from, when there is one.
    pub title_basis: Option<Basis>,
    /// The paragraphs in `text`, in order, headline left out.
    pub paragraphs: Vec<Span>,
    /// The place and agency before the first sentence, as in `KYIV` or `Kyiv, Ukraine`; lies inside the first paragraph.
    pub dateline: Option<Span>,
    /// The authors.
    pub byline: Vec<Given<String>>,
    /// The agencies credited.
    pub agencies: Vec<String>,
    /// The medium.
    pub outlet: Option<Given<String>>,
    /// The publication date as given or printed (ISO 8601); inference is the work of `resolve`.
    pub published: Option<Given<String>>,
    /// Where it was found.
    pub url: Option<String>,
    /// ISO 639-1 code, where the text is long enough to tell.
    pub language: Option<Given<String>>,
    /// What was cut, in raw order.
    pub removed: Vec<Removal>,
    /// Leads from `text` back to the raw text.
    pub source: SourceMap,
}

impl Article {
    /// An article whose text is already clean: nothing removed, no headline, one paragraph a line.
    #[must_use]
    pub fn plain(raw: &RawArticle) -> Self {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in raw.text.split_inclusive('\n') {
            let trimmed = line.trim();
            if !trimmed.is_empty() {
                let indent = line.len() - line.trim_start().len();
                paragraphs.push(Span::new(start + indent, start + indent + trimmed.len()));
            }
            start += line.len();
        }
        let Metadata { outlet, published, url, .. } = raw.page.clone();
        let page = |value| Given { value, basis: Basis::Page };
        Self {
            id: raw.id.clone(),
            file: raw.file.clone(),
            text: raw.text.clone(),
            title: Span::default(),
            title_basis: None,
            paragraphs,
            dateline: None,
            byline: Vec::new(),
            agencies: Vec::new(),
            outlet: outlet.map(page),
            published: published.map(page),
            url,
            language: None,
            removed: Vec::new(),
            source: SourceMap::identity(raw.text.len()),
        }
    }

    /// The headline, or the empty string.
    #[must_use]
    pub fn headline(&self) -> &str {
        self.title.of(&self.text)
    }

    /// The text without the headline.
    #[must_use]
    pub fn body(&self) -> &str {
        let start = self.paragraphs.first().map_or(self.text.len(), |first| first.start as usize);
        &self.text[start..]
    }
}
