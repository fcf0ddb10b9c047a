//! The pack: a corpus as the bytes that are compiled into the bundle.
//!
//! Layout: a postcard-encoded header (count of articles, skipped files, content
//! hash), then one postcard-encoded article after another, so that a reader can
//! take them one by one without holding two copies of the corpus. Corrections
//! follow behind the last article when there are any: a byte that gives the
//! version of their form, then their list.

use super::{Corpus, RawArticle, Repair, Skipped};
use crate::error::{Error, Result};
use serde::{Deserialize, Serialize};

/// The form of packed corrections; a pack of another form is refused rather than misread.
const REPAIRS_VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Header {
    n_articles: u32,
    skipped: Vec<Skipped>,
    hash: String,
}

/// Writes a corpus as a pack. The same corpus always gives the same bytes.
///
/// # Errors
/// If the corpus holds more than 4 billion articles or cannot be encoded.
pub fn encode(corpus: &Corpus) -> Result<Vec<u8>> {
    let failed = |error| Error::new(format!("packing the corpus: {error}"));
    let n_articles = u32::try_from(corpus.articles.len())
        .map_err(|_| Error::new("packing the corpus: too many articles"))?;
    let header = Header { n_articles, skipped: corpus.skipped.clone(), hash: corpus.hash.clone() };
    let mut bytes = postcard::to_allocvec(&header).map_err(failed)?;
    for article in &corpus.articles {
        bytes.extend(postcard::to_allocvec(article).map_err(failed)?);
    }
    if !corpus.repairs.is_empty() {
        bytes.push(REPAIRS_VERSION);
        bytes.extend(postcard::to_allocvec(&corpus.repairs).map_err(failed)?);
    }
    Ok(bytes)
}

/// Reads a pack article by article.
pub struct PackReader<'a> {
    header: Header,
    rest: &'a [u8],
    n_read: u32,
}

impl<'a> PackReader<'a> {
    /// Reads the header of a pack.
    ///
    /// # Errors
    /// If the bytes are not a pack of this version.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let (header, rest) = postcard::take_from_bytes(bytes)
            .map_err(|error| Error::new(format!("opening the packed corpus: {error}")))?;
        Ok(Self { header, rest, n_read: 0 })
    }

    /// How many articles the pack holds.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.header.n_articles as usize
    }

    /// The files that were passed over when the pack was made.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.header.skipped
    }

    /// The content hash of the folder, 64 hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> &str {
        &self.header.hash
    }

    /// The corrections, which stand behind the articles: call it when every article is read.
    ///
    /// # Errors
    /// If articles are still unread, or the corrections are of another version.
    pub fn repairs(&self) -> Result<Vec<Repair>> {
        let failed = |why: String| Error::new(format!("reading the packed repairs: {why}"));
        if self.n_read < self.header.n_articles {
            return Err(failed("articles are still unread".to_owned()));
        }
        match self.rest {
            [] => Ok(Vec::new()),
            [REPAIRS_VERSION, rest @ ..] => {
                postcard::from_bytes(rest).map_err(|error| failed(error.to_string()))
            }
            [version, ..] => Err(failed(format!("version {version}, expected {REPAIRS_VERSION}"))),
        }
    }
}

impl Iterator for PackReader<'_> {
    type Item = Result<RawArticle>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.n_read == self.header.n_articles {
            return None;
        }
        let number = self.n_read;
        match postcard::take_from_bytes(self.rest) {
            Ok((article, rest)) => {
                self.rest = rest;
                self.n_read += 1;
                Some(Ok(article))
            }
            Err(error) => {
                // Nothing after a broken article can be found again.
                self.n_read = self.header.n_articles;
                Some(Err(Error::new(format!("reading packed article {number}: {error}"))))
            }
        }
    }
}
