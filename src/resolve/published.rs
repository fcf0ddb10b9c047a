//! When an article was published, and how that is known.
//!
//! Given dates come first, then a date the text prints for itself (masthead, dateline), then what can be concluded
//! from a weekday, a day without its year and the dates around it. Where the text supports nothing, nothing is said.

use crate::annotate::Annotations;
use crate::annotate::timex::{Date, Expression, Reading, Tense, Year, days_in_month};
use crate::clean::Article;
use crate::key::Basis;
use crate::text::Span;

/// A publication date with its grounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// ISO 8601, as wide as is known: `2023-04-20`, `2023-04`, `2023`; `None` where nothing supports a date.
    pub value: Option<String>,
    /// Where it comes from; `None` exactly when there is no value.
    pub basis: Option<Basis>,
    /// The grounds in words a reader understands.
    pub reasons: Vec<String>,
}

impl Published {
    /// The day, where it is known to the day.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        self.value.as_deref().and_then(Date::parse)
    }

    /// The first and the last day it can have been.
    #[must_use]
    pub fn interval(&self) -> Option<(Date, Date)> {
        let value = self.value.as_deref()?;
        if let Some(day) = Date::parse(value) {
            return Some((day, day));
        }
        let year = value.get(0..4)?.parse().ok()?;
        match value.get(5..7) {
            Some(month) => {
                let month = month.parse().ok()?;
                Some((Date::new(year, month, 1)?, Date::new(year, month, days_in_month(year, month))?))
            }
            None => Some((Date::new(year, 1, 1)?, Date::new(year, 12, 31)?)),
        }
    }

    fn on(date: Date, basis: Basis, reasons: Vec<String>) -> Self {
        Self { value: Some(date.to_string()), basis: Some(basis), reasons }
    }
}

/// How many sentences count as the opening, where a report says when its news happened.
const OPENING_SENTENCES: usize = 8;
/// A paragraph is a masthead when all but this many bytes of it are a date.
const MASTHEAD_REST_BYTES: usize = 24;

/// A day without its year is placed after the last dated event when it follows within this many days: half a year,
/// beyond which the next such day is no likelier than another year's.
const MAX_DAYS_AFTER: i64 = 200;
/// A day so shortly before the last dated event belongs to the same time, and says nothing of what came after.
const MAX_DAYS_BEFORE: i64 = 31;

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Finds the publication date of one article.
pub(super) fn find(article: &Article, found: &Annotations) -> Published {
    given(article)
        .or_else(|| by_address(article))
        .or_else(|| printed(article, found))
        .or_else(|| by_weekday(article, found))
        .or_else(|| by_year_before(article, found))
        .unwrap_or_default()
}

fn given(article: &Article) -> Option<Published> {
    let given = article.published.as_ref()?;
    let reason = match given.basis {
        Basis::Editor => "stated beside the article",
        Basis::Page => "stated by the page it came from",
        Basis::Text => "printed with the text",
        Basis::Inferred => "concluded from the page",
    };
    Some(Published {
        value: Some(given.value.clone()),
        basis: Some(given.basis),
        reasons: vec![reason.to_owned()],
    })
}

/// The years in which pages of the web were published; figures of other years in an address are numbers.
const ADDRESS_YEARS: std::ops::RangeInclusive<i32> = 1991..=2099;

/// A day in the address of the page: `/2023/04/20/`, `/2023-04-20-`, `/20230420/`.
fn by_address(article: &Article) -> Option<Published> {
    let address = article.url.as_deref()?;
    let figures: Vec<&str> = address.split(|c: char| !c.is_ascii_digit()).collect();
    let day = |year: &str, month: &str, day: &str| {
        let lengths = (year.len(), month.len(), day.len());
        let is_date = matches!(lengths, (4, 1..=2, 1..=2));
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        Some(date).filter(|_| is_date && ADDRESS_YEARS.contains(&date.year))
    };
    let apart = figures.windows(3).find_map(|parts| day(parts[0], parts[1], parts[2]));
    let joined = || {
        let eight = figures.iter().filter(|figures| figures.len() == 8);
        eight.filter_map(|figures| day(&figures[..4], &figures[4..6], &figures[6..])).next()
    };
    let date = apart.or_else(joined)?;
    Some(Published::on(date, Basis::Page, vec![format!("the address of the page holds {date}")]))
}

/// The date of the other versions of the same story, as far as they agree: to the day, the month or the year.
pub(super) fn by_versions<'a>(versions: impl Iterator<Item = (&'a Published, &'a str)>) -> Option<Published> {
    let mut dated: Vec<(Date, &str)> =
        versions.filter_map(|(published, headline)| Some((published.day()?, headline))).collect();
    dated.sort_unstable();
    let ((first, headline), (last, _)) = (dated.first()?, dated.last()?);
    let shared =
        [10, 7, 4].into_iter().find(|width| first.to_string()[..*width] == last.to_string()[..*width])?;
    let value = first.to_string()[..shared].to_owned();
    let name = if headline.is_empty() { String::new() } else { format!(", “{headline}”,") };
    let reason = format!("another version of this story{name} was published {first}");
    Some(Published { value: Some(value), basis: Some(Basis::Inferred), reasons: vec![reason] })
}

/// Year, month, day and weekday of a calendar date, as far as they are printed.
type Printed = (Option<i32>, u8, Option<u8>, Option<u8>);

fn calendar(expression: &Expression) -> Option<Printed> {
    match expression.reading {
        Reading::Calendar { year, month: Some(month), day, weekday } => {
            let year = match year {
                Year::Is(year) => Some(year),
                Year::Open => None,
                Year::Shift(_) => return None,
            };
            Some((year, month, day, weekday))
        }
        _ => None,
    }
}

fn full_date(expression: &Expression) -> Option<Date> {
    let (year, month, day, weekday) = calendar(expression)?;
    let date = Date::new(year?, month, day?)?;
    // A date whose weekday is another's has a mistake in one of them.
    weekday.is_none_or(|weekday| weekday == date.weekday()).then_some(date)
}

/// A full date that is a paragraph of its own near the start, or stands in the dateline.
fn printed(article: &Article, found: &Annotations) -> Option<Published> {
    let is_masthead =
        |span: Span| {
            article.paragraphs.iter().take(3).any(|paragraph| {
                paragraph.contains(span) && paragraph.len() <= span.len() + MASTHEAD_REST_BYTES
            })
        };
    let is_dateline = |span: Span| article.dateline.is_some_and(|dateline| dateline.contains(span));
    found.expressions.iter().find_map(|expression| {
        let date = full_date(expression)?;
        let place = if is_dateline(expression.span) {
            "dateline"
        } else if is_masthead(expression.span) {
            "masthead"
        } else {
            return None;
        };
        let words = expression.span.of(&article.text);
        Some(Published::on(date, Basis::Text, vec![format!("the {place} prints “{words}”")]))
    })
}

/// A weekday beside a day without its year (`Tuesday (November 29)`), and the year from a full date of the same day,
/// or from the one year near the text's other years in which that day has that weekday.
fn by_weekday(article: &Article, found: &Annotations) -> Option<Published> {
    let (weekday, month, day, words) = weekday_and_day(article, found)?;
    let reasons = |date: Date, source: String| {
        vec![
            format!("the text says “{words}” without a year"),
            source,
            format!("{date} is a {}", WEEKDAYS[usize::from(weekday.clamp(1, 7)) - 1]),
        ]
    };
    let same_day = found.expressions.iter().find_map(|expression| {
        let date = full_date(expression)?;
        let fits = date.month == month && date.day == day && date.weekday() == weekday;
        fits.then(|| (date, format!("the text also prints “{}”", expression.span.of(&article.text))))
    });
    if let Some((date, source)) = same_day {
        return Some(Published::on(date, Basis::Inferred, reasons(date, source)));
    }
    let latest = latest_past(found)?;
    let date = (latest.0.year..=latest.0.year + 5)
        .filter_map(|year| Date::new(year, month, day))
        .find(|date| date.weekday() == weekday && *date >= latest.0)?;
    let source = format!("the last dated event in the text is “{}”", latest.1.of(&article.text));
    Some(Published::on(date, Basis::Inferred, reasons(date, source)))
}

/// The first weekday of the opening that a day and month explain.
fn weekday_and_day(article: &Article, found: &Annotations) -> Option<(u8, u8, u8, String)> {
    let limit = opening_end(found);
    for (at, expression) in found.expressions.iter().enumerate() {
        if expression.span.start > limit {
            return None;
        }
        if let Some((None, month, Some(day), Some(weekday))) = calendar(expression) {
            return Some((weekday, month, day, expression.span.of(&article.text).to_owned()));
        }
        let Reading::Weekday { weekday, shift: None } = expression.reading else { continue };
        let Some(next) = found.expressions.get(at + 1) else { continue };
        let between = Span { start: expression.span.end, end: next.span.start }.of(&article.text);
        if let (Some((None, month, Some(day), _)), "(" | ",") = (calendar(next), between.trim()) {
            let words = Span { start: expression.span.start, end: next.span.end }.of(&article.text);
            let closing = if between.trim() == "(" { ")" } else { "" };
            return Some((weekday, month, day, format!("{words}{closing}")));
        }
    }
    None
}

/// A day without its year in the opening, and the year from the last dated event before it.
fn by_year_before(article: &Article, found: &Annotations) -> Option<Published> {
    let limit = opening_end(found);
    let latest = latest_past(found)?;
    let (date, expression) = found
        .expressions
        .iter()
        .take_while(|expression| expression.span.start <= limit)
        .filter(|expression| expression.tense != Tense::Future)
        .find_map(|expression| {
            let (None, month, Some(day), _) = calendar(expression)? else { return None };
            let gap = |year: i32| Some(Date::new(year, month, day)?.number() - latest.0.number());
            let is_just_before = gap(latest.0.year).is_some_and(|gap| (-MAX_DAYS_BEFORE..=0).contains(&gap));
            let date = (latest.0.year..=latest.0.year + 1)
                .filter(|year| gap(*year).is_some_and(|gap| (1..=MAX_DAYS_AFTER).contains(&gap)))
                .find_map(|year| Date::new(year, month, day))
                .filter(|_| !is_just_before);
            Some((date?, expression))
        })?;
    let reasons = vec![
        format!("the text says “{}” without a year", expression.span.of(&article.text)),
        format!("the last dated event in the text is “{}”", latest.1.of(&article.text)),
        format!("{date} is the next such day after it"),
    ];
    Some(Published::on(date, Basis::Inferred, reasons))
}

/// Where the opening ends, a byte offset.
fn opening_end(found: &Annotations) -> u32 {
    found.sentences.get(OPENING_SENTENCES).map_or(u32::MAX, |sentence| sentence.start)
}

/// The latest date with a year and a month that the text does not speak of as to come; the month's first day where no day is printed.
fn latest_past(found: &Annotations) -> Option<(Date, Span)> {
    found
        .expressions
        .iter()
        .filter(|expression| expression.tense != Tense::Future)
        .filter_map(|expression| {
            let (year, month, day, _) = calendar(expression)?;
            Some((Date::new(year?, month, day.unwrap_or(1))?, expression.span))
        })
        .max_by_key(|(date, span)| (*date, std::cmp::Reverse(span.start)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Format, Metadata, RawArticle};

    fn published_at(url: &str) -> Option<String> {
        let page = Metadata { url: Some(url.to_owned()), ..Metadata::default() };
        let raw = RawArticle {
            id: "page".to_owned(),
            file: "page.txt".to_owned(),
            format: Format::Text,
            text: "Nothing is dated here.".to_owned(),
            page,
            editor: Metadata::default(),
        };
        by_address(&Article::plain(&raw)).and_then(|published| published.value)
    }

    #[test]
    fn addresses_hold_days() {
        assert_eq!(published_at("https://a.example/2023/04/20/visit").as_deref(), Some("2023-04-20"));
        assert_eq!(published_at("https://a.example/news-20230420.html").as_deref(), Some("2023-04-20"));
        assert_eq!(published_at("https://a.example/2023/13/40/visit"), None, "no such day");
        assert_eq!(published_at("https://a.example/id/19830420"), None, "before there were pages");
    }

    #[test]
    fn versions_date_each_other_as_far_as_they_agree() {
        let on = |day: &str| Published { value: Some(day.to_owned()), ..Published::default() };
        let dated = |days: &[&str]| {
            let versions: Vec<Published> = days.iter().copied().map(on).collect();
            by_versions(versions.iter().map(|version| (version, "Visit")))
                .and_then(|published| published.value)
        };
        assert_eq!(dated(&["2023-04-20", "2023-04-20"]).as_deref(), Some("2023-04-20"));
        assert_eq!(dated(&["2023-04-20", "2023-04-21"]).as_deref(), Some("2023-04"));
        assert_eq!(dated(&["2022-12-31", "2023-01-01"]), None);
    }

    #[test]
    fn an_interval_is_as_wide_as_its_value() {
        let interval = |value: &str| {
            let published = Published { value: Some(value.to_owned()), ..Published::default() };
            published.interval().map(|(first, last)| format!("{first}/{last}"))
        };
        assert_eq!(interval("2023-04-20").as_deref(), Some("2023-04-20/2023-04-20"));
        assert_eq!(interval("2024-02").as_deref(), Some("2024-02-01/2024-02-29"));
        assert_eq!(interval("2023").as_deref(), Some("2023-01-01/2023-12-31"));
    }
}
