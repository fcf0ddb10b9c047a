//! The pack: a corpus as the bytes that are compiled into the bundle.
//!
//! Like stands beside like, since the site is compressed on its way: a postcard-encoded table has the book of
//! frequent words and a *column* for each part of the articles, so that a reader can take an article
//! without holding two copies of the corpus. Ids, facts and line breaks stand in the packing order
//! (`ids.rs`); texts and titles, in codes of the book, by kind of article (`kinds.rs`).
//! Corrections follow behind the table when there are any: a byte that gives the
//! version of their form, then their list.

mod alphabet;
mod book;
mod ids;
mod kinds;
mod wrap;

use super::{Corpus, Format, Metadata, RawArticle, Repair, Skipped};
use crate::error::{Error, Result};
use book::{Book, BookBuilder, Writer};
use ids::Ids;
use serde::{Deserialize, Serialize};
use wrap::Wrap;

/// The form of packed corrections; a pack of another form is refused rather than misread.
const REPAIRS_VERSION: u8 = 1;

/// A pack without its corrections.
#[derive(Serialize, Deserialize)]
struct Table<'a> {
    n_articles: u32,
    skipped: Vec<Skipped>,
    hash: &'a str,
    book: &'a str,
    /// Whether articles are packed in the order that their ids tell, rather than in their own.
    has_packing_order: bool,
    ids: &'a [u8],
    /// [`Facts`] one after another.
    facts: &'a [u8],
    /// For each article the [`Wrap`] of its text, if it has one.
    wraps: &'a [u8],
    /// The kind of each article, a byte.
    kinds: &'a [u8],
    /// The titles of the page and of the editor where there are any, each with an end.
    titles: &'a [u8],
    /// The texts, each with an end.
    texts: &'a [u8],
}

/// What is told of an article beside its id, text and titles.
#[derive(Serialize, Deserialize)]
struct Facts {
    /// The path before and behind the id, if it holds that; nothing else is as hard to compress as ids.
    file: (String, Option<String>),
    format: Format,
    /// Which titles there are.
    has_title: [bool; 2],
    /// Without their titles.
    page: Metadata,
    editor: Metadata,
}

impl Facts {
    fn new(article: &RawArticle) -> Self {
        let around = if article.id.is_empty() { None } else { article.file.split_once(&article.id) };
        let file = match around {
            Some((before, behind)) => (before.to_owned(), Some(behind.to_owned())),
            None => (article.file.clone(), None),
        };
        let rest = |metadata: &Metadata| Metadata { title: None, ..metadata.clone() };
        Self {
            file,
            format: article.format,
            has_title: [&article.page, &article.editor].map(|metadata| metadata.title.is_some()),
            page: rest(&article.page),
            editor: rest(&article.editor),
        }
    }
}

/// Writes a corpus as a pack. The same corpus always gives the same bytes.
///
/// # Errors
/// If the corpus holds more than 4 billion articles or cannot be encoded.
pub fn encode(corpus: &Corpus) -> Result<Vec<u8>> {
    let n_articles = u32::try_from(corpus.articles.len())
        .map_err(|_| Error::new("packing the corpus: too many articles"))?;
    let mut builder = BookBuilder::default();
    corpus.articles.iter().flat_map(texts).for_each(|text| builder.count(text));
    let (book, writer) = builder.finish();
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    let order = ids::packing_order(&ids);
    let has_packing_order = order.is_some();
    let order = order.unwrap_or_else(|| (0..n_articles).collect());
    let articles: Vec<&RawArticle> = order.iter().map(|at| &corpus.articles[*at as usize]).collect();
    let columns = Columns::new(&articles, &writer)
        .map_err(|error| Error::new(format!("packing the corpus: {error}")))?;
    let table = Table {
        n_articles,
        skipped: corpus.skipped.clone(),
        hash: &corpus.hash,
        book: &book,
        has_packing_order,
        ids: &columns.ids,
        facts: &columns.facts,
        wraps: &columns.wraps,
        kinds: &columns.kinds,
        titles: &columns.titles,
        texts: &columns.texts,
    };
    let failed = |error| Error::new(format!("packing the corpus: {error}"));
    let mut bytes = postcard::to_allocvec(&table).map_err(failed)?;
    if !corpus.repairs.is_empty() {
        bytes.push(REPAIRS_VERSION);
        bytes.extend(postcard::to_allocvec(&corpus.repairs).map_err(failed)?);
    }
    Ok(bytes)
}

/// The titles of an article and its text.
fn texts(article: &RawArticle) -> impl Iterator<Item = &String> {
    [&article.page.title, &article.editor.title].into_iter().flatten().chain([&article.text])
}

/// The columns of a [`Table`].
#[derive(Default)]
struct Columns {
    ids: Vec<u8>,
    facts: Vec<u8>,
    wraps: Vec<u8>,
    kinds: Vec<u8>,
    titles: Vec<u8>,
    texts: Vec<u8>,
}

impl Columns {
    /// The columns of articles in the order they are packed in.
    fn new(articles: &[&RawArticle], writer: &Writer) -> postcard::Result<Self> {
        let mut columns =
            Self { ids: ids::encode(articles.iter().map(|article| article.id.as_str()))?, ..Self::default() };
        let words = |article: &&RawArticle| texts(article).flat_map(|text| writer.numbers(text)).collect();
        columns.kinds = kinds::find_kinds(articles.iter().map(words).collect());
        let mut unwrapped = Vec::with_capacity(articles.len());
        for article in articles {
            columns.facts.extend(postcard::to_allocvec(&Facts::new(article))?);
            let (text, wrap) = Wrap::undo(&article.text).unzip();
            columns.wraps.extend(postcard::to_allocvec(&wrap)?);
            unwrapped.push(text);
        }
        for at in by_kind(&columns.kinds) {
            let article = articles[at as usize];
            for title in [&article.page.title, &article.editor.title].into_iter().flatten() {
                columns.titles.extend(writer.encode(title));
                columns.titles.push(alphabet::END);
            }
            let text = unwrapped[at as usize].as_ref().unwrap_or(&article.text);
            columns.texts.extend(writer.encode(text));
            columns.texts.push(alphabet::END);
        }
        Ok(columns)
    }
}

/// The numbers of articles ordered by kind.
fn by_kind(kinds: &[u8]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(kinds.len()).collect();
    order.sort_by_key(|at| kinds[*at as usize]);
    order
}

/// Where the parts of an article are.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Where its facts and line breaks begin in their columns.
    facts: u32,
    wrap: u32,
    /// The number of its first title and that of its text, counted by ends.
    title: u32,
    text: u32,
}

/// Texts one after another, each with an end.
struct Texts<'a> {
    bytes: &'a [u8],
    ends: Vec<u32>,
}

impl<'a> Texts<'a> {
    fn new(bytes: &'a [u8]) -> Self {
        /// Bytes that are looked through at a time.
        const STRIDE: usize = 32;
        let mut ends = Vec::new();
        for (start, stride) in (0..).step_by(STRIDE).zip(bytes.chunks(STRIDE)) {
            if stride.iter().fold(false, |has_end, byte| has_end | (*byte == alphabet::END)) {
                let at = (start..).zip(stride).filter(|(_, byte)| **byte == alphabet::END);
                ends.extend(at.map(|(at, _): (u32, _)| at));
            }
        }
        Self { bytes, ends }
    }

    /// The text with this number, without its end.
    fn get(&self, number: u32) -> Option<&'a [u8]> {
        let end = *self.ends.get(number as usize)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before as usize] + 1);
        self.bytes.get(start as usize..end as usize)
    }
}

/// Reads a pack article by article.
pub struct PackReader<'a> {
    table: Table<'a>,
    book: Book,
    ids: Ids,
    titles: Texts<'a>,
    texts: Texts<'a>,
    /// In packing order.
    places: Vec<Place>,
    /// The articles in their own order, as numbers of the packing order.
    order: Vec<u32>,
    repairs: &'a [u8],
    n_read: usize,
}

impl<'a> PackReader<'a> {
    /// Reads all but the articles themselves.
    ///
    /// # Errors
    /// If the bytes are not a pack of this version.
    pub fn open(bytes: &'a [u8]) -> Result<Self> {
        let failed = |why: &str| Error::new(format!("opening the packed corpus: {why}"));
        let (table, repairs): (Table<'_>, _) =
            postcard::take_from_bytes(bytes).map_err(|error| failed(&error.to_string()))?;
        let n_articles = table.n_articles as usize;
        // Numbers of articles and places in columns have 32 bits.
        if table.kinds.len() != n_articles || u32::try_from(bytes.len()).is_err() {
            return Err(failed("its columns have other lengths"));
        }
        let ids = Ids::read(table.ids, n_articles).ok_or_else(|| failed("its ids are damaged"))?;
        let order = if table.has_packing_order { ids.sorted() } else { (0..table.n_articles).collect() };
        let (titles, texts) = (Texts::new(table.titles), Texts::new(table.texts));
        let places = find_places(&table).ok_or_else(|| failed("its columns are damaged"))?;
        let book = Book::read(table.book);
        Ok(Self { table, book, ids, titles, texts, places, order, repairs, n_read: 0 })
    }

    /// Reads any article.
    ///
    /// # Errors
    /// If there is none with this number, or it is damaged.
    pub fn again(&self, number: usize) -> Result<RawArticle> {
        let failed = || Error::new(format!("reading packed article {number}: its parts are damaged"));
        self.order.get(number).and_then(|at| self.read(*at as usize)).ok_or_else(failed)
    }

    /// The article with this number in packing order; nothing where its parts are damaged.
    fn read(&self, at: usize) -> Option<RawArticle> {
        let place = *self.places.get(at)?;
        let facts = self.table.facts.get(place.facts as usize..)?;
        let (Facts { file: (before, behind), format, has_title, page, editor }, _) =
            postcard::take_from_bytes(facts).ok()?;
        let wrap = self.table.wraps.get(place.wrap as usize..)?;
        let (wrap, _): (Option<Wrap>, _) = postcard::take_from_bytes(wrap).ok()?;
        let title = |number: usize, n_before: bool| {
            let title = self.titles.get(place.title + u32::from(n_before));
            if has_title[number] { Some(Some(self.book.decode(title?)?)) } else { Some(None) }
        };
        let page = Metadata { title: title(0, false)?, ..page };
        let editor = Metadata { title: title(1, has_title[0])?, ..editor };
        let text = self.book.decode(self.texts.get(place.text)?)?;
        let text = match wrap {
            Some(wrap) => wrap.apply(text)?,
            None => text,
        };
        let id = self.ids.get(at).to_owned();
        let file = behind.map_or_else(|| before.clone(), |behind| format!("{before}{id}{behind}"));
        Some(RawArticle { id, file, format, text, page, editor })
    }

    /// How many articles the pack holds.
    #[must_use]
    pub fn n_articles(&self) -> usize {
        self.table.n_articles as usize
    }

    /// The files that were passed over when the pack was made.
    #[must_use]
    pub fn skipped(&self) -> &[Skipped] {
        &self.table.skipped
    }

    /// The content hash of the folder, 64 hexadecimal digits.
    #[must_use]
    pub fn hash(&self) -> &str {
        self.table.hash
    }

    /// The corrections.
    ///
    /// # Errors
    /// If they are damaged or of another version.
    pub fn repairs(&self) -> Result<Vec<Repair>> {
        let failed = |why: String| Error::new(format!("reading the packed repairs: {why}"));
        match self.repairs {
            [] => Ok(Vec::new()),
            [REPAIRS_VERSION, rest @ ..] => {
                postcard::from_bytes(rest).map_err(|error| failed(error.to_string()))
            }
            [version, ..] => Err(failed(format!("version {version}, expected {REPAIRS_VERSION}"))),
        }
    }
}

/// Where the parts of each article are, in packing order; nothing where columns end too early.
fn find_places(table: &Table<'_>) -> Option<Vec<Place>> {
    let mut places = Vec::with_capacity(table.kinds.len());
    let mut n_titles = Vec::with_capacity(table.kinds.len());
    let (mut facts, mut wraps) = (table.facts, table.wraps);
    for _ in table.kinds {
        let place = |column: &[u8], rest: &[u8]| (column.len() - rest.len()) as u32;
        let (facts_at, wrap) = (place(table.facts, facts), place(table.wraps, wraps));
        places.push(Place { facts: facts_at, wrap, ..Place::default() });
        let (read, rest) = postcard::take_from_bytes::<Facts>(facts).ok()?;
        n_titles.push(u32::from(read.has_title[0]) + u32::from(read.has_title[1]));
        facts = rest;
        (_, wraps) = postcard::take_from_bytes::<Option<Wrap>>(wraps).ok()?;
    }
    let mut title = 0;
    for (text, at) in (0..).zip(by_kind(table.kinds)) {
        let place = &mut places[at as usize];
        (place.title, place.text) = (title, text);
        title += n_titles[at as usize];
    }
    Some(places)
}

impl Iterator for PackReader<'_> {
    type Item = Result<RawArticle>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.n_read == self.n_articles() {
            return None;
        }
        self.n_read += 1;
        Some(self.again(self.n_read - 1))
    }
}
