//! Words of quotations in the open article, and of quotations about somebody.

use super::number::number;
use super::phrase::{Language, Phrase, language};

/// What a quotation is called on its card.
pub const QUOTATION: Phrase = phrase!("quotation", "Zitat", "цитата");
/// What a statement told without marks is called on its card.
pub const REPORTED_STATEMENT: Phrase =
    phrase!("reported statement", "wiedergegebene Aussage", "переказане твердження");
/// Stands where the name of a speaker would.
pub const NOBODY_NAMED: Phrase = phrase!("Nobody named", "Niemand genannt", "Нікого не названо");
/// Introduces the verb that tells.
pub const TOLD_BY_VERB: Phrase = phrase!("Told by", "Eingeleitet durch", "Введено словом");
/// Introduces the day on which it was said.
pub const SAID_ON: Phrase = phrase!("Said on", "Gesagt am", "Сказано");
/// Introduces the rule that found the speaker.
pub const WHY_SPEAKER: Phrase = phrase!("Why this speaker", "Warum diese Person", "Чому саме ця особа");
/// Introduces why no speaker was found.
pub const WHY_NOBODY: Phrase = phrase!("Why nobody", "Warum niemand", "Чому нікого");
/// Introduces others who could have said it.
pub const NAMED_NEARBY: Phrase = phrase!("Named nearby", "In der Nähe genannt", "Названо поруч");
/// Leads to everything somebody said.
pub const THEIR_QUOTATIONS: Phrase = phrase!("All quotations", "Alle Zitate", "Усі цитати");
/// Introduces whom the listed quotations are about.
pub const ABOUT: Phrase = phrase!("About", "Über", "Про");
/// Takes [`ABOUT`] back.
pub const ABOUT_ANYBODY: Phrase = phrase!("about anybody", "über alle", "про всіх");
/// What `said:` finds, on the page of help.
pub const LESSON_SAID: Phrase = phrase!(
    "articles that quote somebody or report what they said",
    "Artikel, die jemanden zitieren oder wiedergeben, was die Person gesagt hat",
    "статті, що когось цитують або переказують сказане",
);
/// What `said:` asks for, beside the words typed.
pub const FIELD_SAID: Phrase = phrase!("somebody who is quoted", "wer zitiert wird", "кого цитують");

/// The accessible name of what opens the card of a quotation: `quotation, Jens Stoltenberg`. Begins with the verb that
/// is printed where a statement is told, so that who speaks to the page can say what they see.
#[must_use]
pub fn said_key(printed: &str, speaker: Option<&str>, is_indirect: bool) -> String {
    let speaker = speaker.unwrap_or(&NOBODY_NAMED);
    if is_indirect {
        [printed, ", ", &*REPORTED_STATEMENT, ", ", speaker].concat()
    } else {
        [&*QUOTATION, ", ", speaker].concat()
    }
}

/// How many quotations an article holds: `4 quotations`.
#[must_use]
pub fn n_quoted(n: usize) -> String {
    let n_text = number(n as u64);
    match (language(), n) {
        (Language::English, 1) => [&n_text, " quotation"].concat(),
        (Language::English, _) => [&n_text, " quotations"].concat(),
        (Language::German, 1) => [&n_text, " Zitat"].concat(),
        (Language::German, _) => [&n_text, " Zitate"].concat(),
        (Language::Ukrainian, _) => ["цитат: ", &n_text].concat(),
    }
}

/// How many statements it tells without marks: `2 reported`.
#[must_use]
pub fn n_reported(n: usize) -> String {
    let n_text = number(n as u64);
    match (language(), n) {
        (Language::English, _) => [&n_text, " reported"].concat(),
        (Language::German, _) => [&n_text, " wiedergegeben"].concat(),
        (Language::Ukrainian, _) => ["переказів: ", &n_text].concat(),
    }
}
