//! Words of the reader and of the cards in it.

use super::number::{in_articles, number};
use super::phrase::{Counted, Phrase};

/// The accessible name of an open article's region.
pub const READER: Phrase = phrase!("Reader", "Lesebereich", "Читання");
/// The match before in the open article.
pub const PREVIOUS_MATCH: Phrase = phrase!("Previous match", "Vorige Fundstelle", "Попередній збіг");
/// The match after in the open article.
pub const NEXT_MATCH: Phrase = phrase!("Next match", "Nächste Fundstelle", "Наступний збіг");

const N_MATCHES: Counted = counted!(
    ["{0} match", "{0} matches"],
    ["{0} Fundstelle", "{0} Fundstellen"],
    ["{0} збіг", "{0} збіги", "{0} збігів"],
);
const OF_N_MATCHES: Counted = counted!(
    ["{1} of {0} match", "{1} of {0} matches"],
    ["{1} von {0} Fundstelle", "{1} von {0} Fundstellen"],
    ["{1} з {0} збігу", "{1} з {0} збігів", "{1} з {0} збігів"],
);

/// How many places in the article match the words.
#[must_use]
pub fn matches(n: u32) -> String {
    N_MATCHES.say(n)
}

/// Where in the matches of an article a reader is: `2 of 7 matches`.
#[must_use]
pub fn at_match(at: Option<u32>, n: u32) -> String {
    match at {
        Some(at) => OF_N_MATCHES.with(n, &number((at + 1).into())),
        None => matches(n),
    }
}

/// Shown in the reader when no article is chosen.
pub const NO_ARTICLE_TITLE: Phrase = phrase!(
    "Choose an article to read it here",
    "Wählen Sie einen Artikel, um ihn hier zu lesen",
    "Оберіть статтю, щоб прочитати її тут",
);
/// What to do when no article is chosen.
pub const NO_ARTICLE_BODY: Phrase = phrase!(
    "People, places, dates and organizations are marked in the text; each mark says what it stands for and why.",
    "Personen, Orte, Daten und Organisationen sind im Text markiert; jede Markierung sagt, wofür sie steht und warum.",
    "Особи, місця, дати й організації позначено в тексті; кожна позначка каже, що вона означає й чому.",
);
/// Shown in the reader when the address names an article that does not exist.
pub const LOST_ARTICLE_TITLE: Phrase = phrase!(
    "This article is not in the folder",
    "Dieser Artikel ist nicht im Ordner",
    "Цієї статті немає в теці",
);
/// What to do when the address names an article that does not exist.
pub const LOST_ARTICLE_BODY: Phrase = phrase!(
    "It may have been renamed or taken out since the address was noted.",
    "Er wurde vielleicht umbenannt oder entfernt, seit die Adresse notiert wurde.",
    "Можливо, відколи адресу записано, її перейменовано або вилучено.",
);
/// Closes the reader.
pub const CLOSE_ARTICLE: Phrase = phrase!("Close the article", "Artikel schließen", "Закрити статтю");
/// Leads from the reader to the list on a narrow screen.
pub const BACK_TO_LIST: Phrase = phrase!("Back to the list", "Zurück zur Liste", "Назад до списку");
/// The article before this one in the list.
pub const PREVIOUS: Phrase = phrase!("Previous article", "Voriger Artikel", "Попередня стаття");
/// The article after this one in the list.
pub const NEXT: Phrase = phrase!("Next article", "Nächster Artikel", "Наступна стаття");

const POSITION: Phrase = phrase!("{0} of {1}", "{0} von {1}", "{0} з {1}");

/// Where an open article stands in the list: `2 of 5`.
#[must_use]
pub fn position(at: u32, of: u32) -> String {
    POSITION.with([&number(at.into()), &number(of.into())])
}

const N_WORDS: Counted =
    counted!(["{0} word", "{0} words"], ["{0} Wort", "{0} Wörter"], ["{0} слово", "{0} слова", "{0} слів"],);

/// The length of a story.
#[must_use]
pub fn n_words(n: u32) -> String {
    N_WORDS.say(n)
}

/// Words an adult reads in a minute of silent non-fiction reading (Brysbaert 2019: 238).
const WORDS_PER_MINUTE: u32 = 238;
const MINUTES: Phrase = phrase!("{0} min", "{0} Min.", "{0} хв");

/// How long a story takes to read.
#[must_use]
pub fn minutes(n_words: u32) -> String {
    MINUTES.with([&number(n_words.div_ceil(WORDS_PER_MINUTE).max(1).into())])
}

/// Names the authors.
pub const BY: Phrase = phrase!("By", "Von", "Автор:");
/// Names the agencies.
pub const AGENCIES: Phrase = phrase!("With", "Mit", "Агенції:");
/// Opens the grounds of the publication date.
pub const WHY_THIS_DATE: Phrase = phrase!("Why this date", "Warum dieses Datum", "Чому саме ця дата");
/// Opens the grounds of a missing publication date.
pub const WHY_NO_DATE: Phrase = phrase!("Why no date", "Warum kein Datum", "Чому без дати");
/// Leads to the article's own page on the web.
pub const ORIGINAL: Phrase = phrase!("Original page", "Originalseite", "Оригінальна сторінка");
/// The file an article came from.
pub const FILE: Phrase = phrase!("File", "Datei", "Файл");
/// Shows what was removed.
pub const SHOW: Phrase = phrase!("show", "zeigen", "показати");
/// Hides what was removed.
pub const HIDE: Phrase = phrase!("hide", "verbergen", "сховати");

const N_REMOVED: Counted = counted!(
    ["{0} passage removed", "{0} passages removed"],
    ["{0} Stelle entfernt", "{0} Stellen entfernt"],
    ["вилучено {0} уривок", "вилучено {0} уривки", "вилучено {0} уривків"],
);
const REMOVED: Phrase = phrase!("removed: {0}", "entfernt: {0}", "вилучено: {0}");

/// How much was removed from the article.
#[must_use]
pub fn passages_removed(n: u32) -> String {
    N_REMOVED.say(n)
}

/// Why a stretch was removed.
#[must_use]
pub fn removed(reason: &str) -> String {
    REMOVED.with([reason])
}

/// Shows only articles with the value.
pub const ONLY: Phrase = phrase!("Only", "Nur", "Лише");
/// Leaves articles with the value out.
pub const EXCLUDE: Phrase = phrase!("Exclude", "Ausschließen", "Виключити");
/// Undoes [`EXCLUDE`].
pub const EXCLUDED: Phrase = phrase!("Excluded", "Ausgeschlossen", "Виключено");
/// Opens the page of a name.
pub const OPEN_PAGE: Phrase = phrase!("Open page", "Seite öffnen", "Відкрити сторінку");
/// Narrows the list to a date.
pub const USE_AS_FILTER: Phrase = phrase!("Use as filter", "Als Filter verwenden", "Фільтрувати за цим");
/// Undoes [`USE_AS_FILTER`].
pub const REMOVE_FILTER: Phrase = phrase!("Remove filter", "Filter entfernen", "Прибрати фільтр");
/// Sets what is not certain off.
pub const GUESS: Phrase = phrase!("a guess", "eine Vermutung", "припущення");
/// Introduces the other forms of a name.
pub const ALSO: Phrase = phrase!("also", "auch", "також");
/// Introduces the date a date was reckoned from.
pub const RECKONED_FROM: Phrase = phrase!("Reckoned from", "Gerechnet ab", "Відлік від");
/// Introduces the other readings of a date.
pub const OR_ELSE: Phrase = phrase!("Could also be", "Könnte auch sein", "Може також бути");
/// Introduces the names an undecided name could stand for.
pub const COULD_BE: Phrase = phrase!("Could be", "Könnte sein", "Може бути");
/// Says that a name stays undecided.
pub const UNDECIDED: Phrase = phrase!("undecided", "unentschieden", "не визначено");

const N_MENTIONS: Counted = counted!(
    ["{0} mention {1}", "{0} mentions {1}"],
    ["{0} Erwähnung {1}", "{0} Erwähnungen {1}"],
    ["{0} згадка {1}", "{0} згадки {1}", "{0} згадок {1}"],
);

/// How often a name is mentioned: `7 mentions in 3 articles`.
#[must_use]
pub fn mentions(n_mentions: u32, n_articles: u32) -> String {
    N_MENTIONS.with(n_mentions, &in_articles(n_articles))
}
