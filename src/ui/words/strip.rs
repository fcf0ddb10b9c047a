//! Words of the strip of dates.

use super::date::days_in_words;
use super::number::number;
use super::page::{MENTIONED, PUBLISHED, UNDATED, undated};
use super::phrase::{Counted, Phrase};
use crate::key::Axis;
use crate::search::query::DateRange;
use crate::view::{StripBar, StripUnit};

/// The accessible name of the strip; also the button that opens it on a narrow screen.
pub const STRIP: Phrase = phrase!("Dates", "Daten", "Дати");
/// Shows fewer days, wider.
pub const ZOOM_IN: Phrase = phrase!("Zoom in", "Vergrößern", "Збільшити");
/// Shows more days, narrower.
pub const ZOOM_OUT: Phrase = phrase!("Zoom out", "Verkleinern", "Зменшити");
/// Shows all days.
pub const ALL_DATES: Phrase = phrase!("All dates", "Alle Daten", "Усі дати");
/// How to use a row without a pointer.
pub const STRIP_HELP: Phrase = phrase!(
    "Arrow keys move through time. Shift with an arrow key chooses a range, Enter the bar itself, Delete takes the choice away. Plus and minus zoom.",
    "Pfeiltasten bewegen durch die Zeit. Umschalttaste und Pfeiltaste wählen einen Zeitraum, die Eingabetaste den Balken selbst, Entf nimmt die Wahl zurück. Plus und Minus vergrößern und verkleinern.",
    "Клавіші зі стрілками рухають у часі. Shift зі стрілкою обирає проміжок, Enter сам стовпчик, Delete скасовує вибір. Плюс і мінус змінюють масштаб.",
);

/// The name of an axis.
#[must_use]
pub fn axis(axis: Axis) -> Phrase {
    match axis {
        Axis::Published => PUBLISHED,
        Axis::Mentioned => MENTIONED,
    }
}

const N_PUBLISHED: Counted = counted!(
    ["{0} article published", "{0} articles published"],
    ["{0} Artikel erschienen", "{0} Artikel erschienen"],
    ["опубліковано {0} статтю", "опубліковано {0} статті", "опубліковано {0} статей"],
);
const N_MENTION: Counted = counted!(
    ["{0} mentions it", "{0} mention it"],
    ["{0} erwähnt diese Zeit", "{0} erwähnen diese Zeit"],
    ["згадує {0}", "згадують {0}", "згадують {0}"],
);
const N_PUBLISHED_AROUND: Counted = counted!(
    ["{0} published at some time around it", "{0} published at some time around it"],
    ["{0} irgendwann um diese Zeit erschienen", "{0} irgendwann um diese Zeit erschienen"],
    ["{0} опубліковано десь у цей час", "{0} опубліковано десь у цей час", "{0} опубліковано десь у цей час"],
);
const N_MENTION_AROUND: Counted = counted!(
    ["{0} mentions a longer time around it", "{0} mention a longer time around it"],
    ["{0} erwähnt einen längeren Zeitraum darum", "{0} erwähnen einen längeren Zeitraum darum"],
    [
        "{0} згадує довший проміжок довкола",
        "{0} згадують довший проміжок довкола",
        "{0} згадують довший проміжок довкола",
    ],
);

/// What a slot holds: `April 2023: 2 articles published, 3 mention it`.
#[must_use]
pub fn strip_bar(label: &str, published: StripBar, mentioned: StripBar) -> String {
    let mut out = [label, ": ", &N_PUBLISHED.say(published.n_articles())].concat();
    out.push_str(&guessed(published));
    out.push_str(", ");
    out.push_str(&N_MENTION.say(mentioned.n_articles()));
    out.push_str(&guessed(mentioned));
    for (around, n) in [(N_PUBLISHED_AROUND, published.n_spanning), (N_MENTION_AROUND, mentioned.n_spanning)]
    {
        if n > 0 {
            out.push_str("; ");
            out.push_str(&around.say(n));
        }
    }
    out
}

const ON_AXES: Phrase = phrase!("{0} published then, {1}", "{0} dann erschienen, {1}", "тоді {0}, {1}");

/// What a date of the `When` facet holds on both axes: `2 articles published then, 3 mention it`.
#[must_use]
pub fn on_axes(n_published: u32, n_mentioned: u32) -> String {
    let published = match super::language() {
        super::Language::Ukrainian => N_PUBLISHED.say(n_published),
        _ => super::articles(n_published),
    };
    ON_AXES.with([&published, &N_MENTION.say(n_mentioned)])
}

const ALL_GUESSED: Phrase = phrase!(" (guessed)", " (vermutet)", " (за припущенням)");
const SOME_GUESSED: Phrase = phrase!(" ({0} guessed)", " ({0} vermutet)", " (за припущенням {0})");

fn guessed(bar: StripBar) -> String {
    match bar.n_guessed {
        0 => String::new(),
        n if n == bar.n_articles() => ALL_GUESSED.text().to_owned(),
        n => SOME_GUESSED.with([&number(n.into())]),
    }
}

const BREAK: Phrase = phrase!(
    "{0}: left out, no article has a date there",
    "{0}: ausgelassen, kein Artikel hat dort ein Datum",
    "{0}: пропущено, жодна стаття не має там дати",
);

/// What a break leaves out.
#[must_use]
pub fn strip_break(label: &str) -> String {
    BREAK.with([label])
}

const UNKNOWN_PUBLISHED: Phrase = phrase!(
    "articles whose publication date is unknown",
    "Artikel mit unbekanntem Erscheinungsdatum",
    "статті, дата публікації яких невідома",
);
const NO_DATE_IN: Phrase = phrase!(
    "articles that mention no date",
    "Artikel, die kein Datum erwähnen",
    "статті, що не згадують жодної дати",
);

/// The accessible name of the bin without a date.
#[must_use]
pub fn undated_bin(of: Axis, n: u32) -> String {
    let what = match of {
        Axis::Published => UNKNOWN_PUBLISHED,
        Axis::Mentioned => NO_DATE_IN,
    };
    // Begins with what is printed, so that it can be called by it (WCAG 2.5.3).
    [undated(n).as_str(), &what].join(": ")
}

const RANGE: Phrase = phrase!("{0} {1}", "{0}: {1}", "{0}: {1}");
const NO_DATE_MENTIONED: Phrase = phrase!("No date mentioned", "Kein Datum erwähnt", "Без згаданих дат");

/// A range of dates as something applied: `Published November 2022 to April 2023`.
#[must_use]
pub fn range(of: Axis, range: DateRange) -> String {
    match (of, range) {
        (_, DateRange::Days(days)) => RANGE.with([&axis(of), &days_in_words(days)]),
        (Axis::Published, DateRange::Undated) => [PUBLISHED.text(), UNDATED.text()].join(": "),
        (Axis::Mentioned, DateRange::Undated) => NO_DATE_MENTIONED.text().to_owned(),
    }
}

const WITH_RANGE: Phrase = phrase!("{0}. Chosen: {1}", "{0}. Gewählt: {1}", "{0}. Обрано: {1}");

/// What a row says when a range is chosen on it.
#[must_use]
pub fn with_range(bar: &str, chosen: &str) -> String {
    WITH_RANGE.with([bar, chosen])
}

/// What the strip shows: `2008 to 2024, by month`.
#[must_use]
pub fn strip_caption(days: &str, unit: StripUnit) -> String {
    let caption = match unit {
        StripUnit::Day => phrase!("{0}, by day", "{0}, nach Tagen", "{0}, за днями"),
        StripUnit::Week => phrase!("{0}, by week", "{0}, nach Wochen", "{0}, за тижнями"),
        StripUnit::Month => phrase!("{0}, by month", "{0}, nach Monaten", "{0}, за місяцями"),
        StripUnit::Quarter => phrase!("{0}, by quarter", "{0}, nach Quartalen", "{0}, за кварталами"),
        StripUnit::Year => phrase!("{0}, by year", "{0}, nach Jahren", "{0}, за роками"),
        StripUnit::Decade => phrase!("{0}, by decade", "{0}, nach Jahrzehnten", "{0}, за десятиліттями"),
        StripUnit::Century => phrase!("{0}, by century", "{0}, nach Jahrhunderten", "{0}, за століттями"),
    };
    caption.with([days])
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
