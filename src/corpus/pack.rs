//! The pack: a corpus as the bytes that are compiled into the bundle.
//!
//! Layout: a postcard-encoded header (count of articles, skipped files, content
//! hash, the book of frequent words), then one postcard-encoded article after another, so that a reader can
//! take them one by one without holding two copies of the corpus. Texts are without their breaks of lines at
//! one width and in codes of the book.
//! Corrections follow behind the last article when there are any: a byte that gives the
//! version of their form, then their list.

mod book;
mod wrap;

use super::{Corpus, Format, Metadata, RawArticle, Repair, Skipped};
use crate::error::{Error, Result};
use book::{Book, BookBuilder, Writer};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use wrap::Wrap;

/// The form of packed corrections; a pack of another form is refused rather than misread.
const REPAIRS_VERSION: u8 = 1;

#[derive(Serialize, Deserialize)]
struct Header {
    n_articles: u32,
    skipped: Vec<Skipped>,
    hash: String,
    book: String,
}

/// An article as it is packed.
#[derive(Serialize, Deserialize)]
struct Packed<'a> {
    id: String,
    /// The path before and behind the id, if it holds that; nothing else is as hard to compress as ids.
    file: (String, Option<String>),
    format: Format,
    /// Text and titles in codes of the book.
    #[serde(borrow)]
    text: Cow<'a, [u8]>,
    wrap: Option<Wrap>,
    titles: [Option<Vec<u8>>; 2],
    /// Without their titles.
    page: Metadata,
    editor: Metadata,
}

impl Packed<'_> {
    fn new(article: &RawArticle, writer: &Writer) -> Self {
        let around = if article.id.is_empty() { None } else { article.file.split_once(&article.id) };
        let file = match around {
            Some((before, behind)) => (before.to_owned(), Some(behind.to_owned())),
            None => (article.file.clone(), None),
        };
        let title = |metadata: &Metadata| metadata.title.as_ref().map(|title| writer.encode(title));
        let rest = |metadata: &Metadata| Metadata { title: None, ..metadata.clone() };
        let unwrapped = Wrap::undo(&article.text);
        let text = unwrapped.as_ref().map_or(&article.text, |(text, _)| text);
        Self {
            id: article.id.clone(),
            file,
            format: article.format,
            text: writer.encode(text).into(),
            wrap: unwrapped.map(|(_, wrap)| wrap),
            titles: [title(&article.page), title(&article.editor)],
            page: rest(&article.page),
            editor: rest(&article.editor),
        }
    }

    /// The article again; nothing where the codes are not those of the book.
    fn unpack(self, book: &Book) -> Option<RawArticle> {
        let Self {
            id,
            file: (before, behind),
            format,
            text,
            wrap,
            titles: [page_title, editor_title],
            page,
            editor,
        } = self;
        let titled = |title: Option<Vec<u8>>, rest: Metadata| {
            let title = match title {
                Some(title) => Some(book.decode(&title)?),
                None => None,
            };
            Some(Metadata { title, ..rest })
        };
        let file = behind.map_or_else(|| before.clone(), |behind| format!("{before}{id}{behind}"));
        let text = book.decode(&text)?;
        let text = match wrap {
            Some(wrap) => wrap.apply(text)?,
            None => text,
        };
        Some(RawArticle {
            id,
            file,
            format,
            text,
            page: titled(page_title, page)?,
            editor: titled(editor_title, editor)?,
        })
    }
}

/// Writes a corpus as a pack. The same corpus always gives the same bytes.
///
/// # Errors
/// If the corpus holds more than 4 billion articles or cannot be encoded.
pub fn encode(corpus: &Corpus) -> Result<Vec<u8>> {
    let failed = |error| Error::new(format!("packing the corpus: {error}"));
    let n_articles = u32::try_from(corpus.articles.len())
        .map_err(|_| Error::new("packing the corpus: too many articles"))?;
    let mut builder = BookBuilder::default();
    for article in &corpus.articles {
        let titles = [&article.page.title, &article.editor.title].into_iter().flatten();
        titles.chain([&article.text]).for_each(|text| builder.count(text));
    }
    let (book, writer) = builder.finish();
    let header = Header { n_articles, skipped: corpus.skipped.clone(), hash: corpus.hash.clone(), book };
    let mut bytes = postcard::to_allocvec(&header).map_err(failed)?;
    for article in &corpus.articles {
        bytes.extend(postcard::to_allocvec(&Packed::new(article, &writer)).map_err(failed)?);
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
    book: Book,
    articles: &'a [u8],
    /// Where each article that was read begins.
    starts: Vec<u32>,
    rest: &'a [u8],
    n_read: u32,
}

impl<'a> PackReader<'a> {
    /// Reads the header of a pack.
    ///
    /// # Errors
    /// If the bytes are not a pack of this version.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let (mut header, rest): (Header, _) = postcard::take_from_bytes(bytes)
            .map_err(|error| Error::new(format!("opening the packed corpus: {error}")))?;
        let book = Book::read(&std::mem::take(&mut header.book));
        Ok(Self { header, book, articles: rest, starts: Vec::new(), rest, n_read: 0 })
    }

    /// Goes to what stands behind the articles without reading their texts.
    ///
    /// # Errors
    /// If an article cannot be read.
    pub fn pass_over(&mut self) -> Result<()> {
        while self.n_read < self.header.n_articles {
            let (_, rest) = postcard::take_from_bytes::<Packed<'_>>(self.rest)
                .map_err(|error| Error::new(format!("passing over packed articles: {error}")))?;
            self.rest = rest;
            self.n_read += 1;
        }
        Ok(())
    }

    /// Reads an article once more.
    ///
    /// # Errors
    /// If it has not been read yet.
    pub fn again(&self, number: usize) -> Result<RawArticle> {
        let rest = self.starts.get(number).and_then(|start| self.articles.get(*start as usize..));
        let (article, _) = self.read(number, rest.unwrap_or_default())?;
        Ok(article)
    }

    fn read<'b>(&self, number: usize, bytes: &'b [u8]) -> Result<(RawArticle, &'b [u8])> {
        let failed = |why: &str| Error::new(format!("reading packed article {number}: {why}"));
        let (packed, rest) =
            postcard::take_from_bytes::<Packed<'_>>(bytes).map_err(|error| failed(&error.to_string()))?;
        let article =
            packed.unpack(&self.book).ok_or_else(|| failed("its text is in no words of the book"))?;
        Ok((article, rest))
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
        match self.read(self.n_read as usize, self.rest) {
            Ok((article, rest)) => {
                let start = self.articles.len() - self.rest.len();
                self.starts.push(u32::try_from(start).unwrap_or(u32::MAX));
                self.rest = rest;
                self.n_read += 1;
                Some(Ok(article))
            }
            Err(error) => {
                // Nothing after a broken article can be found again.
                self.n_read = self.header.n_articles;
                Some(Err(error))
            }
        }
    }
}
