//! Words of the Methods page.

use super::number::{articles, narrow, number, percent};
use super::phrase::{Counted, Phrase};

/// What the page is for.
pub const METHODS_LEAD: Phrase = phrase!(
    "How these pages came about: what was read, what was left out, which rules found the names and dates, and where the word lists come from.",
    "Wie diese Seiten entstanden sind: was gelesen und was weggelassen wurde, welche Regeln Namen und Daten fanden und woher die Wortlisten stammen.",
    "Як постали ці сторінки: що прочитано, що пропущено, за якими правилами знайдено імена й дати та звідки взято списки слів.",
);
/// The heading of the counts.
pub const WHAT_WAS_READ: Phrase = phrase!("What was read", "Was gelesen wurde", "Що прочитано");
/// The heading of the files that hold no article.
pub const SKIPPED_TITLE: Phrase = phrase!("Files passed over", "Übergangene Dateien", "Пропущені файли");
/// The heading of the removals.
pub const REMOVALS_TITLE: Phrase = phrase!("What was removed", "Was entfernt wurde", "Що вилучено");
/// What removing means.
pub const REMOVALS_LEAD: Phrase = phrase!(
    "Page furniture is taken out before the text is read. Each article can show its removed passages in their places.",
    "Beiwerk der Webseiten wird entfernt, bevor der Text gelesen wird. Jeder Artikel kann seine entfernten Stellen an ihrem Platz zeigen.",
    "Оздоблення вебсторінок вилучено до читання тексту. Кожна стаття може показати вилучені уривки на їхніх місцях.",
);
/// The heading of the rules.
pub const RULES_TITLE: Phrase = phrase!(
    "How names and dates were found",
    "Wie Namen und Daten gefunden wurden",
    "Як знайдено імена й дати",
);
/// The heading of the languages.
pub const LANGUAGES_TITLE: Phrase = phrase!("Languages", "Sprachen", "Мови");
/// The heading of the dates.
pub const DATES_TITLE: Phrase =
    phrase!("How articles are dated", "Wie Artikel datiert sind", "Як датовано статті");
/// The heading of the guesses.
pub const GUESSES_TITLE: Phrase = phrase!(
    "Names joined by a guess",
    "Vermutlich zusammengehörige Namen",
    "Імена, поєднані за припущенням",
);
/// The heading of the corrections made by hand.
pub const REPAIRS_TITLE: Phrase = phrase!("Corrected by hand", "Von Hand berichtigt", "Виправлено вручну");
/// The heading of the sources.
pub const SOURCES_TITLE: Phrase =
    phrase!("Sources and licences", "Quellen und Lizenzen", "Джерела та ліцензії");
/// Stands under a heading with nothing to list.
pub const NONE: Phrase = phrase!("None.", "Keine.", "Немає.");

/// The column of things removed.
pub const REASON: Phrase = phrase!("Reason", "Grund", "Причина");
/// The column of rules.
pub const RULE: Phrase = phrase!("Rule", "Regel", "Правило");
/// The column of languages.
pub const LANGUAGE: Phrase = phrase!("Language", "Sprache", "Мова");
/// The column of bases.
pub const BASIS: Phrase = phrase!("Basis", "Grundlage", "Підстава");
/// The column of counts.
pub const COUNT: Phrase = phrase!("Times", "Anzahl", "Разів");
/// The column of articles.
pub const IN_ARTICLES: Phrase = phrase!("Articles", "Artikel", "Статті");

/// The label of the number of articles.
pub const READ: Phrase = phrase!("Read", "Gelesen", "Прочитано");
/// The label of the number of words.
pub const LENGTH: Phrase = phrase!("Length", "Länge", "Обсяг");
/// The label of the share that was removed.
pub const REMOVED: Phrase = phrase!("Removed", "Entfernt", "Вилучено");
/// The label of the version.
pub const VERSION: Phrase = phrase!("Dateline", "Dateline", "Dateline");
/// The label of the content hash.
pub const CORPUS_HASH: Phrase = phrase!("Folder, SHA-256", "Ordner, SHA-256", "Тека, SHA-256");

const N_SKIPPED: Counted = counted!(
    ["{0} file passed over", "{0} files passed over"],
    ["{0} Datei übergangen", "{0} Dateien übergangen"],
    ["{0} файл пропущено", "{0} файли пропущено", "{0} файлів пропущено"],
);

/// What was read.
#[must_use]
pub fn read(n_articles: u32, n_skipped: usize) -> String {
    match narrow(n_skipped) {
        0 => articles(n_articles),
        n => [articles(n_articles), N_SKIPPED.say(n)].join(", "),
    }
}

const REMOVED_SHARE: Phrase =
    phrase!("{0} of {1} characters, {2}", "{0} von {1} Zeichen, {2}", "знаків: {0} з {1}, {2}");

/// How much of what was read was removed.
#[must_use]
pub fn removed_share(n_read: u64, n_removed: u64) -> String {
    REMOVED_SHARE.with([&number(n_removed), &number(n_read), &percent(n_removed, n_read)])
}

const REPAIRED: Counted = counted!(
    ["{0} mention changed; repairs.toml, line {1}", "{0} mentions changed; repairs.toml, line {1}"],
    ["{0} Erwähnung geändert; repairs.toml, Zeile {1}", "{0} Erwähnungen geändert; repairs.toml, Zeile {1}"],
    [
        "змінено {0} згадку; repairs.toml, рядок {1}",
        "змінено {0} згадки; repairs.toml, рядок {1}",
        "змінено {0} згадок; repairs.toml, рядок {1}",
    ],
);

/// What a correction did, and where it stands.
#[must_use]
pub fn repaired(n_mentions: u32, line: u32) -> String {
    REPAIRED.with(n_mentions, &number(u64::from(line)))
}

const WARNING: Phrase =
    phrase!("Not as written: {0}.", "Nicht wie geschrieben: {0}.", "Не так, як записано: {0}.");

/// What went wrong with a correction.
#[must_use]
pub fn warning(warning: &str) -> String {
    WARNING.with([&super::tell(warning)])
}
