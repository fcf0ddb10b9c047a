//! Days in words, in the order and with the month names of each language.
//!
//! `20 April 2023`, `20. April 2023`, `20 квітня 2023`; English is said by the view already.

use super::phrase::{Language, Phrase, language};
use crate::search::query::DaySpan;
use crate::view::{self, IsoParts};

const GERMAN_MONTHS: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const UKRAINIAN_MONTHS: [&str; 12] = [
    "січень",
    "лютий",
    "березень",
    "квітень",
    "травень",
    "червень",
    "липень",
    "серпень",
    "вересень",
    "жовтень",
    "листопад",
    "грудень",
];
/// Of a month, as days and limits ask for: `20 квітня`, `до квітня`.
const UKRAINIAN_GENITIVE: [&str; 12] = [
    "січня",
    "лютого",
    "березня",
    "квітня",
    "травня",
    "червня",
    "липня",
    "серпня",
    "вересня",
    "жовтня",
    "листопада",
    "грудня",
];
/// As the view abbreviates them on an axis.
const SHORT_MONTHS: [Phrase; 12] = [
    phrase!("Jan", "Jan.", "січ."),
    phrase!("Feb", "Feb.", "лют."),
    phrase!("Mar", "März", "бер."),
    phrase!("Apr", "Apr.", "квіт."),
    phrase!("May", "Mai", "трав."),
    phrase!("Jun", "Juni", "черв."),
    phrase!("Jul", "Juli", "лип."),
    phrase!("Aug", "Aug.", "серп."),
    phrase!("Sep", "Sept.", "вер."),
    phrase!("Oct", "Okt.", "жовт."),
    phrase!("Nov", "Nov.", "лист."),
    phrase!("Dec", "Dez.", "груд."),
];

/// The case a month stands in where no day stands before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Nominative,
    Genitive,
}

/// An ISO 8601 date as a reader says it: `2023-04-20` → `20 April 2023`, `2023-04` → `April 2023`.
///
/// A time of day is left out. What is no such date stays as it is.
#[must_use]
pub fn iso_date(value: &str) -> String {
    say(value, Case::Nominative)
}

fn say(value: &str, case: Case) -> String {
    if language() == Language::English {
        return view::iso_date(value);
    }
    view::iso_parts(value).map_or_else(|| value.to_owned(), |parts| say_parts(parts, case))
}

/// The parts that there are, without an empty year.
fn say_parts(parts: IsoParts<'_>, case: Case) -> String {
    let IsoParts { year, month, day } = parts;
    let is_german = language() == Language::German;
    let months = match (is_german, day.is_some() || case == Case::Genitive) {
        (true, _) => GERMAN_MONTHS,
        (false, true) => UKRAINIAN_GENITIVE,
        (false, false) => UKRAINIAN_MONTHS,
    };
    let day = day.map(|day| if is_german { format!("{day}.") } else { day.to_string() });
    let month = month.and_then(|month| months.get(month)).map(|month| (*month).to_owned());
    let year = Some(year.to_owned()).filter(|year| !year.is_empty());
    [day, month, year].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

const ANY_DAY: Phrase = phrase!("any day", "beliebiger Tag", "будь-який день");
const UNTIL: Phrase = phrase!("until {0}", "bis {0}", "до {0}");
const FROM: Phrase = phrase!("from {0}", "ab {0}", "від {0}");

/// Days in words, as short as says them all. A range without a beginning or an end says so.
#[must_use]
pub fn days_in_words(days: DaySpan) -> String {
    if language() == Language::English {
        return view::days_in_words(days);
    }
    let iso = days.to_iso();
    let (from, to) = iso.split_once("..").unwrap_or((&iso, &iso));
    match (from.is_empty(), to.is_empty()) {
        (true, true) => ANY_DAY.text().to_owned(),
        (true, false) => UNTIL.with([&say(to, Case::Genitive)]),
        (false, true) => FROM.with([&say(from, Case::Genitive)]),
        (false, false) if from == to => iso_date(from),
        (false, false) => say_range(from, to),
    }
}

/// From one date to another: what both share is said once.
fn say_range(from: &str, to: &str) -> String {
    let mut beginning = view::iso_parts(from).unwrap_or(IsoParts { year: from, month: None, day: None });
    if from.get(..7) == to.get(..7) && from.len() == 10 {
        (beginning.year, beginning.month) = ("", None);
    } else if from.get(..4) == to.get(..4) {
        beginning.year = "";
    }
    let (begin, end) = (say_parts(beginning, Case::Nominative), iso_date(to));
    match language() {
        // Between single words the dash stands close.
        Language::Ukrainian if !begin.contains(' ') => [begin, end].join("–"),
        Language::Ukrainian => [begin, end].join(" – "),
        _ => [begin, end].join(" bis "),
    }
}

/// What an axis says, from what the view says in English: `20 Apr 2023` → `20. Apr. 2023`.
#[must_use]
pub fn tick(text: &str) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let month = words.iter().enumerate().find_map(|(at, word)| {
        SHORT_MONTHS.iter().find(|month| month.english() == word.as_str()).map(|month| (at, month))
    });
    if let Some((at, month)) = month {
        words[at] = month.text().to_owned();
        if at > 0 && language() == Language::German {
            words[at - 1].push('.');
        }
    }
    words.join(" ")
}

/// When an event was, from its ISO 8601 and the view's English words, which end in the time of day if there is one.
#[must_use]
pub fn event_time(iso: &str, label: &str) -> String {
    let days = iso.split('T').next().unwrap_or(iso);
    let said = DaySpan::of_range(days).map(days_in_words).unwrap_or_else(|| label.to_owned());
    match label.rsplit_once(", ").filter(|_| iso.contains('T')) {
        Some((_, clock)) => [said.as_str(), clock].join(", "),
        None => said,
    }
}

#[cfg(test)]
mod tests {
    use super::super::phrase::speak;
    use super::*;

    #[test]
    fn days_are_said_once_in_each_language() {
        for (range, english, german, ukrainian) in [
            ("2023-04-20", "20 April 2023", "20. April 2023", "20 квітня 2023"),
            ("2023-04", "April 2023", "April 2023", "квітень 2023"),
            ("2023", "2023", "2023", "2023"),
            ("2023-W16", "17 to 23 April 2023", "17. bis 23. April 2023", "17–23 квітня 2023"),
            (
                "2023-W13",
                "27 March to 2 April 2023",
                "27. März bis 2. April 2023",
                "27 березня – 2 квітня 2023",
            ),
            (
                "2020-W53",
                "28 December 2020 to 3 January 2021",
                "28. Dezember 2020 bis 3. Januar 2021",
                "28 грудня 2020 – 3 січня 2021",
            ),
            ("2023-Q1", "January to March 2023", "Januar bis März 2023", "січень–березень 2023"),
            (
                "2022-11..2023-04",
                "November 2022 to April 2023",
                "November 2022 bis April 2023",
                "листопад 2022 – квітень 2023",
            ),
            ("202", "2020 to 2029", "2020 bis 2029", "2020–2029"),
            ("..2023-04", "until April 2023", "bis April 2023", "до квітня 2023"),
            ("2023-04-20..", "from 20 April 2023", "ab 20. April 2023", "від 20 квітня 2023"),
            ("..", "any day", "beliebiger Tag", "будь-який день"),
        ] {
            let days = DaySpan::of_range(range).expect("a range");
            for (language, words) in Language::ALL.into_iter().zip([english, german, ukrainian]) {
                speak(language);
                assert_eq!(days_in_words(days), words, "{range}");
            }
        }
    }

    #[test]
    fn what_is_no_date_stays() {
        for language in Language::ALL {
            speak(language);
            for odd in ["", "2023-13", "2023-04-00", "2023-W16-4", "1-2-3-4"] {
                assert_eq!(iso_date(odd), odd);
            }
        }
    }

    #[test]
    fn an_axis_says_months_shortly() {
        for (text, german, ukrainian) in [
            ("20 Apr 2023", "20. Apr. 2023", "20 квіт. 2023"),
            ("Mar", "März", "бер."),
            ("May 2022", "Mai 2022", "трав. 2022"),
            ("2023", "2023", "2023"),
            ("17", "17", "17"),
            ("03:00", "03:00", "03:00"),
            ("", "", ""),
        ] {
            for (language, words) in Language::ALL.into_iter().zip([text, german, ukrainian]) {
                speak(language);
                assert_eq!(tick(text), words);
            }
        }
    }

    #[test]
    fn an_event_keeps_its_time_of_day() {
        speak(Language::German);
        assert_eq!(
            event_time("2023-04-20T10:00", "20 April 2023, 10:00–12:00"),
            "20. April 2023, 10:00–12:00"
        );
        assert_eq!(event_time("2023-04", "April 2023"), "April 2023");
        assert_eq!(event_time("?", "some day"), "some day");
    }
}
