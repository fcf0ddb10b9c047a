//! Words of the comparison and of the disagreements.

use super::number::percent;
use super::phrase::{Counted, Phrase};
use crate::view::{Difference, Flag, SideView};

/// Leads to the comparison of two versions.
pub const COMPARE_THESE: Phrase = phrase!("compare", "vergleichen", "порівняти");
/// The heading of the disagreements.
pub const DISAGREEMENTS: Phrase = phrase!("Disagreements", "Widersprüche", "Розбіжності");
/// What a disagreement is.
pub const DISAGREEMENTS_LEAD: Phrase = phrase!(
    "Sentences that tell the same but for one number, date, place or spelling. What looks like a mistake may be the news of another day: the sources say when.",
    "Sätze, die dasselbe melden, bis auf eine Zahl, ein Datum, einen Ort oder eine Schreibweise. Was wie ein Fehler aussieht, kann der Stand eines anderen Tages sein: Die Quellen sagen, von wann er ist.",
    "Речення, що повідомляють те саме, крім одного числа, дати, місця чи написання. Те, що схоже на помилку, може бути новиною іншого дня: дату видно з джерел.",
);
/// The heading of the menus that choose two articles.
pub const CHOOSE_TWO: Phrase =
    phrase!("Two articles side by side", "Zwei Artikel nebeneinander", "Дві статті поруч");
/// The accessible names of the menus.
pub const SIDES: [Phrase; 2] = [
    phrase!("Left article", "Linker Artikel", "Стаття ліворуч"),
    phrase!("Right article", "Rechter Artikel", "Стаття праворуч"),
];
/// Stands in a menu in which nothing is chosen.
pub const CHOOSE: Phrase = phrase!("Choose an article", "Artikel wählen", "Оберіть статтю");
/// The heading of the stories with versions.
pub const VERSIONS_TITLE: Phrase =
    phrase!("Versions of one story", "Fassungen eines Berichts", "Версії одного матеріалу");
/// Leads back to the disagreements.
pub const ALL_DISAGREEMENTS: Phrase = phrase!("All disagreements", "Alle Widersprüche", "Усі розбіжності");
/// Exchanges the sides.
pub const EXCHANGE: Phrase = phrase!("Exchange the sides", "Seiten tauschen", "Поміняти місцями");
/// Shown when nothing is in disagreement.
pub const NO_DISAGREEMENT_TITLE: Phrase =
    phrase!("No disagreement was found", "Keine Widersprüche gefunden", "Розбіжностей не знайдено");
/// Why there is none.
pub const NO_DISAGREEMENT_BODY: Phrase = phrase!(
    "No two of the selected articles tell the same with another number, date, place or spelling. Only what is nearly certain is listed.",
    "Keine zwei der ausgewählten Artikel melden dasselbe mit anderer Zahl, anderem Datum, anderem Ort oder anderer Schreibweise. Aufgeführt wird nur, was so gut wie sicher ist.",
    "Жодні дві статті з добірки не повідомляють те саме з іншим числом, датою, місцем чи написанням. До списку потрапляє лише майже певне.",
);
/// Shown when the address names an article that does not exist.
pub const LOST_PAIR_TITLE: Phrase = phrase!(
    "One of the two articles is not in the folder",
    "Einer der beiden Artikel ist nicht im Ordner",
    "Однієї з двох статей немає в теці",
);
/// Says that a passage is on one side only.
pub const ONLY_HERE: Phrase = phrase!("only here", "nur hier", "лише тут");

/// What differs.
#[must_use]
pub fn difference(of: Difference) -> Phrase {
    match of {
        Difference::Number => phrase!("Number", "Zahl", "Число"),
        Difference::Date => phrase!("Date", "Datum", "Дата"),
        Difference::Place => phrase!("Place", "Ort", "Місце"),
        Difference::Name => phrase!("Name", "Name", "Ім’я чи назва"),
        Difference::Spelling => phrase!("Spelling", "Schreibweise", "Написання"),
    }
}

const FLAG: Phrase = phrase!("{0}: “{1}” and “{2}”", "{0}: „{1}“ und „{2}“", "{0}: «{1}» і «{2}»");

/// A difference in words: `Number: “30” and “31”`.
#[must_use]
pub fn flag(flag: &Flag) -> String {
    let [left, right] = &flag.printed;
    FLAG.with([&difference(flag.of), left, right])
}

const SHARES: Phrase = phrase!(
    "{0} of its words shared, {1} reworded, {2} only here",
    "{0} der Wörter gemeinsam, {1} umformuliert, {2} nur hier",
    "{0} слів спільні, {1} перефразовано, {2} лише тут",
);

/// How much of an article the other one has.
#[must_use]
pub fn shares(side: &SideView) -> String {
    let share = |n: u32| percent(n.into(), side.n_words.into());
    SHARES.with([&share(side.n_shared), &share(side.n_reworded), &share(side.n_alone())])
}

const N_DISAGREEMENTS: Counted = counted!(
    ["{0} disagreement", "{0} disagreements"],
    ["{0} Widerspruch", "{0} Widersprüche"],
    ["{0} розбіжність", "{0} розбіжності", "{0} розбіжностей"],
);

/// How many disagreements there are.
#[must_use]
pub fn disagreements(n: u32) -> String {
    N_DISAGREEMENTS.say(n)
}
