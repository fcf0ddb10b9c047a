//! Words of the strip of dates.

use super::number::{articles, counted, number};
use super::page::{MENTIONED, PUBLISHED, UNDATED, undated};
use super::phrase::Phrase;
use crate::key::Axis;
use crate::search::query::DateRange;
use crate::view::{StripBar, StripUnit, days_in_words};

/// The accessible name of the strip; also the button that opens it on a narrow screen.
pub const STRIP: Phrase = Phrase::new("Dates", "Daten", "Дати");
/// Shows fewer days, wider.
pub const ZOOM_IN: Phrase = Phrase::new("Zoom in", "Vergrößern", "Збільшити");
/// Shows more days, narrower.
pub const ZOOM_OUT: Phrase = Phrase::new("Zoom out", "Verkleinern", "Зменшити");
/// Shows all days.
pub const ALL_DATES: Phrase = Phrase::new("All dates", "Alle Daten", "Усі дати");
/// How to use a row without a pointer.
pub const STRIP_HELP: &str = "Arrow keys move through time. Shift with an arrow key chooses a range, Enter the bar itself, Delete takes the choice away. Plus and minus zoom.";

/// The name of an axis.
#[must_use]
pub fn axis(axis: Axis) -> &'static str {
    match axis {
        Axis::Published => PUBLISHED,
        Axis::Mentioned => MENTIONED,
    }
}

/// What a slot holds: `April 2023: 2 articles published, 3 mention it`.
#[must_use]
pub fn strip_bar(label: &str, published: StripBar, mentioned: StripBar) -> String {
    let n_published = published.n_articles();
    let mut out = [label, ": ", &articles(n_published), " published"].concat();
    out.push_str(&guessed(published));
    out.push_str(", ");
    out.push_str(&counted(mentioned.n_articles(), "mentions it", "mention it"));
    out.push_str(&guessed(mentioned));
    if published.n_spanning > 0 {
        out.push_str("; ");
        out.push_str(&number(published.n_spanning.into()));
        out.push_str(" published at some time around it");
    }
    if mentioned.n_spanning > 0 {
        out.push_str("; ");
        out.push_str(&counted(
            mentioned.n_spanning,
            "mentions a longer time around it",
            "mention a longer time around it",
        ));
    }
    out
}

/// What a date of the `When` facet holds on both axes: `2 articles published then, 3 mention it`.
#[must_use]
pub fn on_axes(n_published: u32, n_mentioned: u32) -> String {
    [&articles(n_published), " published then, ", &counted(n_mentioned, "mentions it", "mention it")].concat()
}

fn guessed(bar: StripBar) -> String {
    match bar.n_guessed {
        0 => String::new(),
        n if n == bar.n_articles() => " (guessed)".to_owned(),
        n => [" (", &number(n.into()), " guessed)"].concat(),
    }
}

/// What a break leaves out.
#[must_use]
pub fn strip_break(label: &str) -> String {
    [label, ": left out, no article has a date there"].concat()
}

/// The accessible name of the bin without a date.
#[must_use]
pub fn undated_bin(of: Axis, n: u32) -> String {
    let what = match of {
        Axis::Published => "articles whose publication date is unknown",
        Axis::Mentioned => "articles that mention no date",
    };
    // Begins with what is printed, so that it can be called by it (WCAG 2.5.3).
    [&undated(n), what].join(": ")
}

/// A range of dates as something applied: `Published November 2022 to April 2023`.
#[must_use]
pub fn range(of: Axis, range: DateRange) -> String {
    match (of, range) {
        (_, DateRange::Days(days)) => [axis(of), &days_in_words(days)].join(" "),
        (Axis::Published, DateRange::Undated) => [PUBLISHED, UNDATED].join(": "),
        (Axis::Mentioned, DateRange::Undated) => "No date mentioned".to_owned(),
    }
}

/// What a row says when a range is chosen on it.
#[must_use]
pub fn with_range(bar: &str, chosen: &str) -> String {
    [bar, ". Chosen: ", chosen].concat()
}

/// What the strip shows: `2008 to 2024, by month`.
#[must_use]
pub fn strip_caption(days: &str, unit: StripUnit) -> String {
    let unit = match unit {
        StripUnit::Day => "day",
        StripUnit::Week => "week",
        StripUnit::Month => "month",
        StripUnit::Quarter => "quarter",
        StripUnit::Year => "year",
        StripUnit::Decade => "decade",
        StripUnit::Century => "century",
    };
    [days, ", by ", unit].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(n_certain: u32, n_guessed: u32, n_spanning: u32) -> StripBar {
        StripBar { n_certain, n_guessed, n_spanning }
    }

    #[test]
    fn a_bar_says_what_it_holds() {
        let say = |published, mentioned| strip_bar("April 2023", published, mentioned);
        assert_eq!(say(bar(2, 0, 0), bar(3, 0, 0)), "April 2023: 2 articles published, 3 mention it");
        assert_eq!(
            say(bar(0, 1, 0), bar(2, 1, 1)),
            "April 2023: 1 article published (guessed), 3 mention it (1 guessed); 1 mentions a longer time around it"
        );
    }
}
