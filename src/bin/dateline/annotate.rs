//! `dateline annotate`: JSON Lines in, JSON Lines out, in order, holding one article at a time.

use crate::Ending;
use crate::corpus::PublishedPart;
use dateline::annotate::{Annotations, find_names_and_expressions};
use dateline::clean::{Article, clean};
use dateline::corpus::import::{Record, read_record};
use dateline::corpus::{Format, Metadata, RawArticle};
use dateline::resolve::{Alone, resolve_alone};
use dateline::text::{CodePoints, Span};
use serde::Serialize;
use serde_json::Value;
use std::io::{self, BufRead, BufReader, Read, Write};

#[derive(Serialize)]
struct AnswerLine<'a> {
    id: &'a Value,
    language: Option<&'a str>,
    title: Option<&'a str>,
    byline: Vec<&'a str>,
    outlet: Option<&'a str>,
    published: Option<PublishedPart<'a>>,
    removed: Vec<RemovedPart>,
    mentions: Vec<MentionPart<'a>>,
    dates: Vec<DatePart<'a>>,
    quotes: Vec<QuotePart<'a>>,
}

#[derive(Serialize)]
struct ErrorLine<'a> {
    error: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct RemovedPart {
    start: usize,
    end: usize,
    reason: &'static str,
}

#[derive(Serialize)]
struct MentionPart<'a> {
    start: usize,
    end: usize,
    kind: &'static str,
    entity: Option<&'a str>,
    rule: &'static str,
}

#[derive(Serialize)]
struct DatePart<'a> {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: &'a str,
    rule: &'static str,
}

#[derive(Serialize)]
struct QuotePart<'a> {
    start: usize,
    end: usize,
    speaker: Option<&'a str>,
    rule: &'static str,
    indirect: bool,
}

/// How much is read or written at once, in bytes.
pub const BUFFER: usize = 1 << 16;

/// Answers every line of `input`.
pub fn run(input: impl Read, out: &mut impl Write, is_plain: bool) -> io::Result<Ending> {
    let mut input = BufReader::with_capacity(BUFFER, input);
    let mut ending = Ending::Well;
    let mut bytes = Vec::new();
    for line in 1.. {
        // Nothing more to answer at once: whoever feeds the pipe may be waiting for what there is.
        if !input.buffer().contains(&b'\n') {
            out.flush()?;
        }
        bytes.clear();
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = answer(&bytes, out, is_plain)? {
            ending = Ending::WithErrors;
            serde_json::to_writer(&mut *out, &ErrorLine { error: &error, line })?;
        }
        out.write_all(b"\n")?;
    }
    Ok(ending)
}

/// Writes the answer to one line, or gives back why it cannot be read.
fn answer(bytes: &[u8], out: &mut impl Write, is_plain: bool) -> io::Result<Result<(), String>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let record = std::str::from_utf8(bytes).map_err(|_| "not UTF-8".to_owned()).and_then(read_record);
    let (id, given, facts) = match record {
        Ok(Record { id, text: Some(text), facts }) => (id.unwrap_or(Value::Null), text, facts),
        Ok(_) => return Ok(Err("no \"text\"".to_owned())),
        Err(error) => return Ok(Err(error)),
    };
    let given = GivenText::new(given);
    let raw = RawArticle {
        id: String::new(),
        file: String::new(),
        format: Format::JsonLine,
        text: given.text.clone(),
        page: facts,
        editor: Metadata::default(),
    };
    let articles = if is_plain { vec![Article::plain(&raw)] } else { clean(std::slice::from_ref(&raw)) };
    let article = &articles[0];
    let annotations = find_names_and_expressions(article);
    let resolved = resolve_alone(article, &annotations);
    let found = Found { article, annotations: &annotations, resolved: &resolved };
    serde_json::to_writer(out, &found.describe(&id, &given))?;
    Ok(Ok(()))
}

/// The text as given and as analyzed: with `\n` for every line end.
struct GivenText {
    text: String,
    /// The code points of `text` in front of which a `\r` was dropped, rising.
    dropped: Vec<usize>,
}

impl GivenText {
    fn new(given: String) -> Self {
        if !given.contains('\r') {
            return Self { text: given, dropped: Vec::new() };
        }
        let mut text = String::with_capacity(given.len());
        let (mut dropped, mut n_points) = (Vec::new(), 0);
        let mut chars = given.chars().peekable();
        while let Some(c) = chars.next() {
            if c == '\r' && chars.peek() == Some(&'\n') {
                dropped.push(n_points);
                continue;
            }
            text.push(if c == '\r' { '\n' } else { c });
            n_points += 1;
        }
        Self { text, dropped }
    }

    /// Positions of the analyzed text, for spans in rising order.
    fn positions(&self) -> Positions<'_> {
        Positions { points: CodePoints::new(&self.text), dropped: &self.dropped }
    }
}

struct Positions<'a> {
    points: CodePoints<'a>,
    dropped: &'a [usize],
}

impl Positions<'_> {
    /// The code points of the given text that a span covers.
    fn of(&mut self, raw: Span) -> (usize, usize) {
        let start = self.points.at(raw.start);
        let end = self.points.at(raw.end);
        let shift = |point: usize| point + self.dropped.partition_point(|dropped| *dropped < point);
        (shift(start), shift(end))
    }
}

/// All that is known of one article.
#[derive(Clone, Copy)]
struct Found<'a> {
    article: &'a Article,
    annotations: &'a Annotations,
    resolved: &'a Alone,
}

impl<'a> Found<'a> {
    fn describe(self, id: &'a Value, given: &GivenText) -> AnswerLine<'a> {
        let article = self.article;
        AnswerLine {
            id,
            language: article.language.as_ref().map(|language| language.value.as_str()),
            title: Some(article.headline()).filter(|title| !title.is_empty()),
            byline: article.byline.iter().map(|name| name.value.as_str()).collect(),
            outlet: article.outlet.as_ref().map(|outlet| outlet.value.as_str()),
            published: PublishedPart::of(&self.resolved.published),
            removed: self.removed(given),
            mentions: self.mentions(given),
            dates: self.dates(given),
            quotes: self.quotes(given),
        }
    }

    /// The places of cleaned spans in the given text, each with its index. What stands only in the
    /// cleaned text, such as a headline given beside it, has no place.
    fn places(self, spans: impl Iterator<Item = Span>, given: &GivenText) -> Vec<(usize, usize, usize)> {
        let mut positions = given.positions();
        let place = |(at, span): (usize, Span)| {
            let (start, end) = positions.of(self.article.source.to_raw(span)?);
            Some((at, start, end))
        };
        spans.enumerate().filter_map(place).collect()
    }

    fn removed(self, given: &GivenText) -> Vec<RemovedPart> {
        let mut positions = given.positions();
        let part = |cut: &dateline::clean::Removal| {
            let (start, end) = positions.of(cut.raw);
            RemovedPart { start, end, reason: cut.reason }
        };
        self.article.removed.iter().map(part).collect()
    }

    fn mentions(self, given: &GivenText) -> Vec<MentionPart<'a>> {
        let mentions = &self.annotations.mentions;
        let part = |(at, start, end): (usize, usize, usize)| {
            let mention = &mentions[at];
            MentionPart {
                start,
                end,
                kind: mention.kind.noun(),
                entity: self.resolved.name(at),
                rule: mention.rule,
            }
        };
        self.places(mentions.iter().map(|mention| mention.span), given).into_iter().map(part).collect()
    }

    fn dates(self, given: &GivenText) -> Vec<DatePart<'a>> {
        let dates = &self.resolved.dates;
        let part = |(at, start, end): (usize, usize, usize)| {
            let date = &dates[at];
            DatePart { start, end, kind: date.kind.word(), value: &date.value, rule: date.rule }
        };
        self.places(dates.iter().map(|date| date.span), given).into_iter().map(part).collect()
    }

    fn quotes(self, given: &GivenText) -> Vec<QuotePart<'a>> {
        let quotes = &self.annotations.quotes;
        let part = |(at, start, end): (usize, usize, usize)| {
            let quote = &quotes[at];
            let speaker = quote
                .speaker
                .and_then(|mention| self.resolved.name(mention).or_else(|| self.printed(mention)));
            QuotePart { start, end, speaker, rule: quote.rule, indirect: quote.indirect }
        };
        self.places(quotes.iter().map(|quote| quote.span), given).into_iter().map(part).collect()
    }

    /// A mention as it is printed.
    fn printed(self, mention: usize) -> Option<&'a str> {
        self.annotations.mentions.get(mention).map(|mention| mention.span.of(&self.article.text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_the_code_points_of_the_given_text() {
        let given = GivenText::new("😀\r\nKyiv\rLviv\r\n".to_owned());
        assert_eq!(given.text, "😀\nKyiv\nLviv\n");
        let mut positions = given.positions();
        let mut of = |word: &str| {
            let at = given.text.find(word).expect("the word stands there");
            positions.of(Span::new(at, at + word.len()))
        };
        assert_eq!(of("😀"), (0, 1));
        assert_eq!(of("Kyiv"), (3, 7));
        assert_eq!(of("Lviv"), (8, 12));
        assert_eq!(of("\nLviv\n"), (7, 14), "the line end belongs to the span whole");
    }
}
