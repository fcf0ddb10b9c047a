//! Words of the masthead, of the filters and of the list of results.

use super::number::{articles, narrow, number};
use super::phrase::{Counted, Phrase};
use super::rule::facet;
use crate::key::Facet;

/// The program.
pub const SITE: &str = "Dateline";

/// The articles page in the navigation; also the accessible name of the list of results.
pub const ARTICLES: Phrase = phrase!("Articles", "Artikel", "Статті");
/// The methods page in the navigation.
pub const METHODS: Phrase = phrase!("Methods", "Methodik", "Методи");
/// The help page in the navigation.
pub const HELP: Phrase = phrase!("Help", "Hilfe", "Довідка");
/// The accessible name of the navigation.
pub const PAGES: Phrase = phrase!("Pages", "Seiten", "Сторінки");
/// What the wordmark leads to.
pub const HOME: Phrase = phrase!("Dateline, all articles", "Dateline, alle Artikel", "Dateline, усі статті");
/// The accessible name of the switch between languages.
pub const LANGUAGE_SWITCH: Phrase = phrase!("Language of the page", "Sprache der Seite", "Мова сторінки");
/// Said when another language was chosen.
pub const LANGUAGE_NOW: Phrase =
    phrase!("The page is in English now", "Die Seite ist jetzt auf Deutsch", "Сторінка тепер українською",);

/// The accessible name of the search field.
pub const SEARCH: Phrase = phrase!("Search articles", "Artikel durchsuchen", "Шукати в статтях");
/// The accessible name of what the words could become.
pub const SUGGESTIONS: Phrase = phrase!("Suggestions", "Vorschläge", "Підказки");

const N_SUGGESTIONS: Counted = counted!(
    ["{0} suggestion", "{0} suggestions"],
    ["{0} Vorschlag", "{0} Vorschläge"],
    ["{0} підказка", "{0} підказки", "{0} підказок"],
);

/// How many suggestions there are, said but not shown.
#[must_use]
pub fn suggestions(n: usize) -> String {
    N_SUGGESTIONS.say(narrow(n))
}

const AS_FORM: Phrase = phrase!("as “{0}”", "als „{0}“", "як «{0}»");

/// Another form of a suggested name, the one that begins as typed.
#[must_use]
pub fn as_form(form: &str) -> String {
    AS_FORM.with([form])
}

/// What a field of the query language asks for, by its name and colon.
#[must_use]
pub fn field(name: &str) -> Phrase {
    match name {
        "who:" => phrase!("a person", "eine Person", "особа"),
        "where:" => phrase!("a place", "ein Ort", "місце"),
        "when:" => phrase!(
            "a date, printed or of publication",
            "ein Datum, im Text oder der Veröffentlichung",
            "дата в тексті або дата публікації",
        ),
        "org:" => phrase!("an organization", "eine Organisation", "організація"),
        "outlet:" => phrase!("the medium", "das Medium", "видання"),
        "title:" => phrase!("words of the headline", "Wörter der Überschrift", "слова заголовка"),
        "published:" => phrase!("when it was published", "wann es erschien", "коли опубліковано"),
        "said:" => super::FIELD_SAID,
        "mentioned:" => {
            phrase!("a date it speaks of", "ein Datum, von dem es spricht", "дата, про яку йдеться")
        }
        _ => Phrase::EMPTY,
    }
}

/// Stands before other words that would find something.
pub const DID_YOU_MEAN: Phrase = phrase!("Did you mean ", "Meinten Sie ", "Можливо, ви мали на увазі ");

/// The switch that counts each story once.
pub const EACH_STORY_ONCE: Phrase =
    phrase!("count each story once", "jeden Bericht nur einmal zählen", "рахувати кожен матеріал раз");

const N_STORIES: Counted = counted!(
    ["{0} story", "{0} stories"],
    ["{0} Bericht", "{0} Berichte"],
    ["{0} матеріал", "{0} матеріали", "{0} матеріалів"],
);
const N_VERSIONS: Counted = counted!(
    ["{0} version of this story", "{0} versions of this story"],
    ["{0} Fassung dieses Berichts", "{0} Fassungen dieses Berichts"],
    ["{0} версія цього матеріалу", "{0} версії цього матеріалу", "{0} версій цього матеріалу"],
);
const MORE_VERSIONS: Counted = counted!(
    ["Show {0} more version", "Show {0} more versions"],
    ["{0} weitere Fassung zeigen", "{0} weitere Fassungen zeigen"],
    ["Показати ще {0} версію", "Показати ще {0} версії", "Показати ще {0} версій"],
);

/// How many stories match.
#[must_use]
pub fn stories(n: u32) -> String {
    N_STORIES.say(n)
}

/// How many versions of a story match, the head of its group included.
#[must_use]
pub fn versions(n: usize) -> String {
    N_VERSIONS.say(narrow(n))
}

/// Lists the versions of a story that are not shown yet.
#[must_use]
pub fn more_versions(n: usize) -> String {
    MORE_VERSIONS.say(narrow(n))
}

/// The key that leads to the search field.
pub const SEARCH_KEY: &str = "/";
/// Jumps over the navigation.
pub const SKIP_TO_FILTERS: Phrase =
    phrase!("Skip to filters", "Zu den Filtern springen", "Перейти до фільтрів");
/// Jumps to the results.
pub const SKIP_TO_RESULTS: Phrase =
    phrase!("Skip to articles", "Zu den Artikeln springen", "Перейти до статей");
/// Jumps to the open article.
pub const SKIP_TO_READER: Phrase =
    phrase!("Skip to the reader", "Zum Lesebereich springen", "Перейти до читання");
/// Jumps to the content of a page.
pub const SKIP_TO_CONTENT: Phrase = phrase!("Skip to content", "Zum Inhalt springen", "Перейти до вмісту");

/// The accessible name of the facets.
pub const FILTERS: Phrase = phrase!("Filters", "Filter", "Фільтри");
/// The accessible name of the results with what is applied.
pub const RESULTS: Phrase = phrase!("Results", "Ergebnisse", "Результати");
/// Shown when no value of a facet holds the words typed.
pub const NONE_FOUND: Phrase =
    phrase!("None by this name.", "Nichts unter diesem Namen.", "Нічого з такою назвою.");
/// A number of things removed from a selection: takes everything away.
pub const CLEAR_ALL: Phrase = phrase!("Clear all", "Alles zurücksetzen", "Скинути все");
/// The label of the menu of orders.
pub const SORT: Phrase = phrase!("Sort", "Sortierung", "Порядок");
/// The accessible name of what is applied.
pub const APPLIED: Phrase = phrase!("Applied", "Angewendet", "Застосовано");
/// Between the values of a facet that are read as any-of.
pub const ANY_OF: Phrase = phrase!("any of", "eins davon", "будь-що з");
/// Between the values of a facet that are read as all-of.
pub const ALL_OF: Phrase = phrase!("all of", "alle davon", "усе з");
/// Lists fewer values again.
pub const FEWER: Phrase = phrase!("fewer", "weniger", "менше");
/// Sets excluded values off.
pub const NOT: Phrase = phrase!("not", "nicht", "не");
/// Closes whatever it stands in.
pub const CLOSE: Phrase = phrase!("Close", "Schließen", "Закрити");

/// The button that opens the filters on a narrow screen.
#[must_use]
pub fn filters(n_applied: usize) -> String {
    match n_applied {
        0 => FILTERS.text().to_owned(),
        n => [FILTERS.text(), &number(n as u64)].join(" · "),
    }
}

const SHOW_ARTICLES: Counted = counted!(
    ["Show {0} article", "Show {0} articles"],
    ["{0} Artikel zeigen", "{0} Artikel zeigen"],
    ["Показати {0} статтю", "Показати {0} статті", "Показати {0} статей"],
);
const OF_TOTAL: Phrase = phrase!("of {0}", "von {0}", "з {0}");
const SHOW_MORE: Phrase = phrase!("Show {0} more", "{0} weitere zeigen", "Показати ще {0}");
const EXCLUDE_VALUE: Phrase = phrase!("Exclude {0}", "{0} ausschließen", "Виключити: {0}");
const REQUIRE_ALL: Phrase = phrase!(
    "{0}: require all chosen values",
    "{0}: alle gewählten Werte verlangen",
    "{0}: вимагати всі обрані значення",
);
const ALL_REQUIRED: Phrase = phrase!("{0}: all of", "{0}: alle davon", "{0}: усе з");
const TAKE_FILTER: Phrase = phrase!("Remove filter {0}", "Filter entfernen: {0}", "Прибрати фільтр: {0}");
const QUOTED: Phrase = phrase!("“{0}”", "„{0}“", "«{0}»");

/// Leads from the filters back to the results.
#[must_use]
pub fn show_articles(n: u32) -> String {
    SHOW_ARTICLES.say(n)
}

/// What stands beside the number of matches: `of 5`.
#[must_use]
pub fn of_total(n: u32) -> String {
    OF_TOTAL.with([&number(n.into())])
}

/// Grows the list of results.
#[must_use]
pub fn show_more(n: u32) -> String {
    SHOW_MORE.with([&number(n.into())])
}

/// The accessible name of a facet's value: `Jens Stoltenberg, 5 articles`.
#[must_use]
pub fn value(label: &str, n: u32) -> String {
    [label, &articles(n)].join(", ")
}

/// Excludes a value.
#[must_use]
pub fn exclude_value(label: &str) -> String {
    EXCLUDE_VALUE.with([label])
}

/// The switch between any-of and all-of.
#[must_use]
pub fn require_all(name: Facet) -> String {
    REQUIRE_ALL.with([&facet(name)])
}

/// The chip that says a facet's values are all required.
#[must_use]
pub fn all_required(name: Facet) -> String {
    ALL_REQUIRED.with([&facet(name)])
}

/// Takes a filter away.
#[must_use]
pub fn remove_filter(label: &str) -> String {
    TAKE_FILTER.with([label])
}

/// The searched words as a chip.
#[must_use]
pub fn quoted(words: &str) -> String {
    QUOTED.with([words.trim()])
}

const MORE_MATCHES: Counted = counted!(
    ["{0} more match in this article", "{0} more matches in this article"],
    ["{0} weitere Fundstelle in diesem Artikel", "{0} weitere Fundstellen in diesem Artikel"],
    ["ще {0} збіг у цій статті", "ще {0} збіги в цій статті", "ще {0} збігів у цій статті"],
);

/// How many further places in an article match the words.
#[must_use]
pub fn more_matches(n: u32) -> String {
    MORE_MATCHES.say(n)
}

/// Stands where an outlet is not known.
pub const NO_OUTLET: Phrase = phrase!("unknown outlet", "unbekanntes Medium", "видання невідоме");
/// Stands where a publication date is not known.
pub const UNDATED: Phrase = phrase!("undated", "ohne Datum", "без дати");
/// Stands where an article has no words at all.
pub const NO_TITLE: Phrase = phrase!("Untitled", "Ohne Titel", "Без назви");

/// Publication dates of articles.
pub const PUBLISHED: Phrase = phrase!("Published", "Erschienen", "Вийшло");
/// Mentions of a time or an entity.
pub const MENTIONED: Phrase = phrase!("Mentioned", "Erwähnt", "Згадано");

const N_UNDATED: Phrase = phrase!("{0} undated", "{0} ohne Datum", "{0} без дати");

/// How many articles carry no date.
#[must_use]
pub fn undated(n: u32) -> String {
    N_UNDATED.with([&number(n.into())])
}

/// Shown when the corpus is empty.
pub const EMPTY_TITLE: Phrase =
    phrase!("There are no articles here", "Hier gibt es keine Artikel", "Тут немає статей");
/// What to do when the corpus is empty.
pub const EMPTY_BODY: Phrase = phrase!(
    "The folder this site was built from held no readable article. The Methods page says which files were passed over and why.",
    "Der Ordner, aus dem diese Website gebaut wurde, enthielt keinen lesbaren Artikel. Die Seite „Methodik“ sagt, welche Dateien übergangen wurden und warum.",
    "У теці, з якої зібрано цей сайт, не було жодної читабельної статті. Сторінка «Методи» каже, які файли пропущено й чому.",
);
/// Shown when nothing matches.
pub const NO_MATCH_TITLE: Phrase = phrase!(
    "No article matches all of this",
    "Kein Artikel erfüllt all das",
    "Жодна стаття не відповідає всьому цьому",
);
/// What to do when nothing matches.
pub const NO_MATCH_BODY: Phrase = phrase!(
    "Each filter narrows the list further. Take one away, or begin again.",
    "Jeder Filter engt die Liste weiter ein. Nehmen Sie einen weg, oder beginnen Sie von vorn.",
    "Кожен фільтр звужує список. Приберіть якийсь або почніть спочатку.",
);

const DROP: Phrase = phrase!("Drop {0}", "{0} weglassen", "Прибрати: {0}");

/// Takes the last filter away.
#[must_use]
pub fn drop_last(label: &str) -> String {
    DROP.with([label])
}

/// Leads to the list.
pub const ALL_ARTICLES: Phrase = phrase!("All articles", "Alle Artikel", "Усі статті");

/// The heading of the Not-found page.
pub const NOT_FOUND_TITLE: Phrase = phrase!("No such page", "Seite nicht gefunden", "Такої сторінки немає");

/// What to do on the Not-found page.
pub const NOT_FOUND_BODY: Phrase = phrase!(
    "The address may have been cut short on its way here.",
    "Die Adresse wurde unterwegs vielleicht abgeschnitten.",
    "Можливо, адресу дорогою обрізано.",
);

const NOT_FOUND: Phrase = phrase!(
    "Nothing on this site goes by “{0}”.",
    "Auf dieser Website heißt nichts „{0}“.",
    "На цьому сайті немає нічого з назвою «{0}».",
);

/// What the Not-found page says.
#[must_use]
pub fn not_found(path: &str) -> String {
    NOT_FOUND.with([path])
}
