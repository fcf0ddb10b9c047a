//! Date columns: for each article the days it was published on, or the days it mentions.
//!
//! Equal spans are stored once and articles refer to them, so that a question for a range and a
//! histogram look at each span once and then only read two flat arrays.

use super::{DaySpan, DocSet, Stories};
use crate::annotate::timex::TimexKind;
use crate::key::{Axis, Basis};
use crate::resolve::ResolvedArticle;

/// What a range of days holds, in articles; each is counted once, under the first that is true of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateCount {
    /// Articles with a certain date in it.
    pub n_certain: u32,
    /// Articles whose only dates in it are guessed.
    pub n_guessed: u32,
    /// Articles that reach it only by something longer than the range: a year, for a month.
    pub n_spanning: u32,
}

/// The dates of all articles on one axis.
#[derive(Clone, Debug, Default)]
pub struct DateColumn {
    /// Every span that occurs, in order, once.
    spans: Vec<DaySpan>,
    /// The dates of each article, a span's number times two, plus one where it is guessed:
    /// `of_doc[ends[doc - 1]..ends[doc]]`, without duplicates.
    of_doc: Vec<u32>,
    ends: Vec<u32>,
}

/// How certain a date of an article is; the order is that of [`DateCount`]'s fields.
const CERTAIN: u8 = 0;
const GUESSED: u8 = 1;
const SPANNING: u8 = 2;

impl DateColumn {
    pub(super) fn build(axis: Axis, articles: &[ResolvedArticle]) -> Self {
        Self::from_dates(articles.iter().map(|article| dates_of(axis, article)))
    }

    /// A column from each article's dates with whether each is guessed. What is certain once is not guessed.
    pub fn from_dates(articles: impl IntoIterator<Item = Vec<(DaySpan, bool)>>) -> Self {
        let mut column = Self::default();
        let mut lists: Vec<(DaySpan, bool)> = Vec::new();
        for mut dates in articles {
            dates.sort_unstable();
            dates.dedup_by_key(|(span, _)| *span);
            lists.append(&mut dates);
            column.ends.push(u32::try_from(lists.len()).expect("fewer than 4 billion dates"));
        }
        column.spans = lists.iter().map(|(span, _)| *span).collect();
        column.spans.sort_unstable();
        column.spans.dedup();
        let number = |span: DaySpan| {
            let at = column.spans.partition_point(|other| *other < span);
            u32::try_from(at).expect("fewer than 4 billion dates")
        };
        column.of_doc = lists.iter().map(|(span, guess)| number(*span) * 2 + u32::from(*guess)).collect();
        column
    }

    /// Every span that occurs, in order, once.
    #[must_use]
    pub fn spans(&self) -> &[DaySpan] {
        &self.spans
    }

    /// The articles with a date that [falls in](DaySpan::falls_in) a range.
    #[must_use]
    pub fn docs_in(&self, range: DaySpan) -> DocSet {
        let falls_in: Vec<bool> = self.spans.iter().map(|span| span.falls_in(range)).collect();
        self.docs_where(|dates| dates.iter().any(|date| falls_in[*date as usize / 2]))
    }

    /// The articles without any date.
    #[must_use]
    pub fn docs_undated(&self) -> DocSet {
        self.docs_where(<[u32]>::is_empty)
    }

    fn docs_where(&self, holds: impl Fn(&[u32]) -> bool) -> DocSet {
        let mut docs = DocSet::none(self.ends.len());
        for doc in (0u32..).take(self.ends.len()) {
            if holds(self.of_doc(doc)) {
                docs.insert(doc);
            }
        }
        docs
    }

    /// What each bucket holds of `set`. `buckets` are in order and do not overlap.
    #[must_use]
    pub fn count(&self, set: &DocSet, buckets: &[DaySpan]) -> Vec<DateCount> {
        self.count_rows(set.iter().map(|doc| (doc, doc)), buckets)
    }

    /// The same in stories: one counts once in each bucket, by the version that is surest.
    #[must_use]
    pub fn count_stories(&self, set: &DocSet, stories: &Stories, buckets: &[DaySpan]) -> Vec<DateCount> {
        self.count_rows(stories.rows(set), buckets)
    }

    /// Counts what `rows` hold, articles with what each counts as, equals in a row.
    fn count_rows(&self, rows: impl Iterator<Item = (u32, u32)>, buckets: &[DaySpan]) -> Vec<DateCount> {
        let reach: Vec<(u32, u32)> = self.spans.iter().map(|span| reach(*span, buckets)).collect();
        let n_days: Vec<u32> = buckets.iter().map(|bucket| bucket.n_days()).collect();
        let mut tally = vec![[0u32; 3]; buckets.len()];
        // What was last counted in each bucket, and as what.
        let mut last = vec![(u32::MAX, SPANNING); buckets.len()];
        for (row, doc) in rows {
            for date in self.of_doc(doc) {
                let (from, to) = reach[*date as usize / 2];
                let length = self.spans[*date as usize / 2].n_days();
                let narrow = if date % 2 == 0 { CERTAIN } else { GUESSED };
                for at in from as usize..to as usize {
                    let level = if length <= n_days[at] { narrow } else { SPANNING };
                    let (seen, as_what) = last[at];
                    if seen != row {
                        tally[at][usize::from(level)] += 1;
                        last[at] = (row, level);
                    } else if level < as_what {
                        tally[at][usize::from(as_what)] -= 1;
                        tally[at][usize::from(level)] += 1;
                        last[at] = (row, level);
                    }
                }
            }
        }
        let count =
            |[n_certain, n_guessed, n_spanning]: [u32; 3]| DateCount { n_certain, n_guessed, n_spanning };
        tally.into_iter().map(count).collect()
    }

    fn of_doc(&self, doc: u32) -> &[u32] {
        let at = doc as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.of_doc[start as usize..self.ends[at] as usize]
    }
}

/// The buckets that a span overlaps, from the first to before the last.
fn reach(span: DaySpan, buckets: &[DaySpan]) -> (u32, u32) {
    let from = buckets.partition_point(|bucket| bucket.last < span.first);
    let to = buckets.partition_point(|bucket| bucket.first <= span.last);
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    (narrow(from), narrow(to.max(from)))
}

fn dates_of(axis: Axis, article: &ResolvedArticle) -> Vec<(DaySpan, bool)> {
    match axis {
        Axis::Published => {
            let published = &article.published;
            let span = published.value.as_deref().and_then(DaySpan::of_value);
            span.map(|span| (span, published.basis == Some(Basis::Inferred))).into_iter().collect()
        }
        Axis::Mentioned => {
            let is_placed = |kind: TimexKind| matches!(kind, TimexKind::Date | TimexKind::Time);
            let dates = article.dates.iter().filter(|date| is_placed(date.kind));
            dates.filter_map(|date| Some((DaySpan::of_value(&date.value)?, !date.certain))).collect()
        }
    }
}
