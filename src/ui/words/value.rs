//! A TIMEX3 value in words: `2023-W16` → `17 to 23 April 2023`, `2023-SU` → `summer 2023`, `P3D` → `3 days`.
//!
//! What has no words here stays as TimeML writes it.

use super::date::{days_in_words, iso_date};
use super::phrase::{Counted, Language, Phrase, fill, language};
use crate::search::query::DaySpan;
use crate::view::when_slugs;

/// The value in words.
#[must_use]
pub fn value_in_words(value: &str) -> String {
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let day = match when_slugs(date).last() {
        Some(slug) if slug.len() == date.len() => Some(iso_date(slug)),
        _ => say_part(date).or_else(|| say_weekday(date)),
    };
    let words = match (day, say_time(time)) {
        (Some(day), None) if time.is_empty() => Some(day),
        (Some(day), Some(time)) => Some([day, time].join(", ")),
        _ => say_fixed(value).map(|fixed| fixed.text().to_owned()).or_else(|| say_length(value)),
    };
    words.unwrap_or_else(|| value.to_owned())
}

/// `PAST_REF` and its like.
fn say_fixed(value: &str) -> Option<Phrase> {
    Some(match value {
        "PAST_REF" => phrase!("some time before", "irgendwann zuvor", "колись раніше"),
        "PRESENT_REF" => phrase!("now", "jetzt", "тепер"),
        "FUTURE_REF" => phrase!("some time ahead", "irgendwann später", "колись згодом"),
        _ => return None,
    })
}

const DECADE: Phrase = phrase!("{0}0s", "{0}0er-Jahre", "{0}0-ті");
const FISCAL_YEAR: Phrase = phrase!("fiscal year {0}", "Geschäftsjahr {0}", "фінансовий рік {0}");

/// A quarter, half, season, week, weekend, decade or century.
fn say_part(date: &str) -> Option<String> {
    let is_figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_figures(date) && date.len() == 3 {
        return Some(DECADE.with([date]));
    }
    if let Some(year) = date.strip_prefix("FY").filter(|year| is_figures(year)) {
        return Some(FISCAL_YEAR.with([year]));
    }
    let (year, part) = date.split_once('-')?;
    let name = match part {
        "SP" => phrase!("spring {0}", "Frühling {0}", "весна {0}"),
        "SU" => phrase!("summer {0}", "Sommer {0}", "літо {0}"),
        "FA" => phrase!("autumn {0}", "Herbst {0}", "осінь {0}"),
        "WI" => phrase!("winter {0}", "Winter {0}", "зима {0}"),
        "Q1" => phrase!("first quarter of {0}", "1. Quartal {0}", "1-й квартал {0}"),
        "Q2" => phrase!("second quarter of {0}", "2. Quartal {0}", "2-й квартал {0}"),
        "Q3" => phrase!("third quarter of {0}", "3. Quartal {0}", "3-й квартал {0}"),
        "Q4" => phrase!("fourth quarter of {0}", "4. Quartal {0}", "4-й квартал {0}"),
        "H1" => phrase!("first half of {0}", "1. Halbjahr {0}", "1-ше півріччя {0}"),
        "H2" => phrase!("second half of {0}", "2. Halbjahr {0}", "2-ге півріччя {0}"),
        _ if part.starts_with('W') => return DaySpan::of_value(date).map(days_in_words),
        _ => return None,
    };
    is_figures(year).then(|| name.with([year]))
}

/// `XXXX-WXX-4`: a weekday that nothing places.
fn say_weekday(date: &str) -> Option<String> {
    let day = match date.strip_prefix("XXXX-WXX-")? {
        "1" => phrase!("a Monday", "ein Montag", "понеділок"),
        "2" => phrase!("a Tuesday", "ein Dienstag", "вівторок"),
        "3" => phrase!("a Wednesday", "ein Mittwoch", "середа"),
        "4" => phrase!("a Thursday", "ein Donnerstag", "четвер"),
        "5" => phrase!("a Friday", "ein Freitag", "п’ятниця"),
        "6" => phrase!("a Saturday", "ein Samstag", "субота"),
        "7" => phrase!("a Sunday", "ein Sonntag", "неділя"),
        _ => return None,
    };
    Some(day.text().to_owned())
}

/// `TNI`, `T19:38`, without its `T`.
fn say_time(time: &str) -> Option<String> {
    let part = match time {
        "MO" => phrase!("morning", "Morgen", "ранок"),
        "MI" => phrase!("midday", "Mittag", "полудень"),
        "AF" => phrase!("afternoon", "Nachmittag", "пообіддя"),
        "EV" => phrase!("evening", "Abend", "вечір"),
        "NI" => phrase!("night", "Nacht", "ніч"),
        _ => {
            let is_clock = !time.is_empty() && time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
            return is_clock.then(|| time.to_owned());
        }
    };
    Some(part.text().to_owned())
}

/// A unit of time: so many of it, some of it, and a part of it, which Ukrainian says in a form of its own.
struct Unit {
    counted: Counted,
    some: Phrase,
    part: Phrase,
}

fn unit(code: &str, is_clock: bool) -> Option<Unit> {
    let (counted, some, part) = match (code, is_clock) {
        ("S", true) => (
            counted!(
                ["{0} second", "{0} seconds"],
                ["{0} Sekunde", "{0} Sekunden"],
                ["{0} секунда", "{0} секунди", "{0} секунд"]
            ),
            phrase!("some seconds", "einige Sekunden", "кілька секунд"),
            phrase!("{0} seconds", "{0} Sekunden", "{0} секунди"),
        ),
        ("M", true) => (
            counted!(
                ["{0} minute", "{0} minutes"],
                ["{0} Minute", "{0} Minuten"],
                ["{0} хвилина", "{0} хвилини", "{0} хвилин"]
            ),
            phrase!("some minutes", "einige Minuten", "кілька хвилин"),
            phrase!("{0} minutes", "{0} Minuten", "{0} хвилини"),
        ),
        ("H", true) => (
            counted!(
                ["{0} hour", "{0} hours"],
                ["{0} Stunde", "{0} Stunden"],
                ["{0} година", "{0} години", "{0} годин"]
            ),
            phrase!("some hours", "einige Stunden", "кілька годин"),
            phrase!("{0} hours", "{0} Stunden", "{0} години"),
        ),
        ("D", false) => (
            counted!(["{0} day", "{0} days"], ["{0} Tag", "{0} Tage"], ["{0} день", "{0} дні", "{0} днів"]),
            phrase!("some days", "einige Tage", "кілька днів"),
            phrase!("{0} days", "{0} Tage", "{0} дня"),
        ),
        ("W", false) => (
            counted!(
                ["{0} week", "{0} weeks"],
                ["{0} Woche", "{0} Wochen"],
                ["{0} тиждень", "{0} тижні", "{0} тижнів"]
            ),
            phrase!("some weeks", "einige Wochen", "кілька тижнів"),
            phrase!("{0} weeks", "{0} Wochen", "{0} тижня"),
        ),
        ("WE", false) => (
            counted!(
                ["{0} weekend", "{0} weekends"],
                ["{0} Wochenende", "{0} Wochenenden"],
                ["{0} вікенд", "{0} вікенди", "{0} вікендів"]
            ),
            phrase!("some weekends", "einige Wochenenden", "кілька вікендів"),
            phrase!("{0} weekends", "{0} Wochenenden", "{0} вікенду"),
        ),
        ("M", false) => (
            counted!(
                ["{0} month", "{0} months"],
                ["{0} Monat", "{0} Monate"],
                ["{0} місяць", "{0} місяці", "{0} місяців"]
            ),
            phrase!("some months", "einige Monate", "кілька місяців"),
            phrase!("{0} months", "{0} Monate", "{0} місяця"),
        ),
        ("Q", false) => (
            counted!(
                ["{0} quarter", "{0} quarters"],
                ["{0} Quartal", "{0} Quartale"],
                ["{0} квартал", "{0} квартали", "{0} кварталів"]
            ),
            phrase!("some quarters", "einige Quartale", "кілька кварталів"),
            phrase!("{0} quarters", "{0} Quartale", "{0} кварталу"),
        ),
        ("Y", false) => (
            counted!(
                ["{0} year", "{0} years"],
                ["{0} Jahr", "{0} Jahre"],
                ["{0} рік", "{0} роки", "{0} років"]
            ),
            phrase!("some years", "einige Jahre", "кілька років"),
            phrase!("{0} years", "{0} Jahre", "{0} року"),
        ),
        ("DE", false) => (
            counted!(
                ["{0} decade", "{0} decades"],
                ["{0} Jahrzehnt", "{0} Jahrzehnte"],
                ["{0} десятиліття", "{0} десятиліття", "{0} десятиліть"]
            ),
            phrase!("some decades", "einige Jahrzehnte", "кілька десятиліть"),
            phrase!("{0} decades", "{0} Jahrzehnte", "{0} десятиліття"),
        ),
        _ => return None,
    };
    Some(Unit { counted, some, part })
}

const ONE_CENTURY: Phrase = phrase!("1 century", "1 Jahrhundert", "1 століття");

/// `P3D`, `PT20M`, `PXY`: a length of one unit.
fn say_length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (rest, is_clock) = rest.strip_prefix('T').map_or((rest, false), |rest| (rest, true));
    let split = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == 'X'))?;
    let (amount, code) = rest.split_at(split);
    if (code, is_clock) == ("CE", false) {
        return (amount == "1").then(|| ONE_CENTURY.text().to_owned());
    }
    let unit = unit(code, is_clock)?;
    Some(match (amount, amount.parse()) {
        ("", _) => return None,
        ("X", _) => unit.some.text().to_owned(),
        (_, Ok(n)) => fill(unit.counted.form(n), &[amount]),
        _ if language() == Language::English => unit.part.with([amount]),
        _ => unit.part.with([&amount.replace('.', ",")]),
    })
}

#[cfg(test)]
mod tests {
    use super::super::phrase::speak;
    use super::*;

    #[test]
    fn values_read_as_a_person_would_say_them() {
        for (value, english, german, ukrainian) in [
            ("2023-04-20", "20 April 2023", "20. April 2023", "20 квітня 2023"),
            ("2023-04-20T19:38", "20 April 2023, 19:38", "20. April 2023, 19:38", "20 квітня 2023, 19:38"),
            ("2023-04-20TNI", "20 April 2023, night", "20. April 2023, Nacht", "20 квітня 2023, ніч"),
            ("2023-W16", "17 to 23 April 2023", "17. bis 23. April 2023", "17–23 квітня 2023"),
            ("2023-W16-WE", "22 to 23 April 2023", "22. bis 23. April 2023", "22–23 квітня 2023"),
            ("2023-SU", "summer 2023", "Sommer 2023", "літо 2023"),
            ("2023-Q1", "first quarter of 2023", "1. Quartal 2023", "1-й квартал 2023"),
            ("199", "1990s", "1990er-Jahre", "1990-ті"),
            ("P3D", "3 days", "3 Tage", "3 дні"),
            ("P1.5Y", "1.5 years", "1,5 Jahre", "1,5 року"),
            ("PT1H", "1 hour", "1 Stunde", "1 година"),
            ("P1CE", "1 century", "1 Jahrhundert", "1 століття"),
            ("PXY", "some years", "einige Jahre", "кілька років"),
            ("PRESENT_REF", "now", "jetzt", "тепер"),
            ("XXXX-WXX-4", "a Thursday", "ein Donnerstag", "четвер"),
        ] {
            for (language, words) in Language::ALL.into_iter().zip([english, german, ukrainian]) {
                speak(language);
                assert_eq!(value_in_words(value), words);
            }
        }
    }

    #[test]
    fn what_has_no_words_stays() {
        for language in Language::ALL {
            speak(language);
            for odd in ["XXXX-XX-XXTNI", "P2Y6M", "18", "XXXX", "", "P", "PT", "T", "2023-W99X", "XXXX-SP"] {
                assert_eq!(value_in_words(odd), odd);
            }
        }
    }
}
