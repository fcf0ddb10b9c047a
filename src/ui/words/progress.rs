//! Words of what is shown while the articles are read, of failures, and of the list of keys.

use super::number::number;
use super::phrase::{Counted, Phrase};

/// Shown until the worker speaks.
pub const OPENING: Phrase =
    phrase!("Opening the articles", "Die Artikel werden geöffnet", "Відкриваємо статті");

const READING: Counted = counted!(
    ["Reading {1} of {0} article", "Reading {1} of {0} articles"],
    ["{1} von {0} Artikel gelesen", "{1} von {0} Artikeln gelesen"],
    ["Прочитано {1} з {0} статті", "Прочитано {1} з {0} статей", "Прочитано {1} з {0} статей"],
);

/// How far the worker is.
#[must_use]
pub fn reading(n_done: u32, n_total: u32) -> String {
    READING.with(n_total, &number(n_done.into()))
}

/// What is still to be done while words are answered already.
pub const FILLING: Phrase =
    phrase!("Looking for names and dates", "Namen und Daten werden gesucht", "Шукаємо імена й дати");

/// What a view that shows names and dates says meanwhile.
pub const AWAITED: Phrase = phrase!(
    "What is asked for here appears as soon as they are found.",
    "Was hier gefragt ist, erscheint, sobald sie gefunden sind.",
    "Те, про що тут ідеться, з’явиться, щойно їх буде знайдено.",
);

const SEARCHABLE: Phrase = phrase!(
    "Words can be searched. {0}: {1}",
    "Wörter sind schon durchsuchbar. {0}: {1}",
    "За словами вже можна шукати. {0}: {1}",
);
const OF_TOTAL: Counted = counted!(
    ["{1} of {0} article", "{1} of {0} articles"],
    ["{1} von {0} Artikel", "{1} von {0} Artikeln"],
    ["{1} з {0} статті", "{1} з {0} статей", "{1} з {0} статей"],
);

/// How far the worker is while words are answered already.
#[must_use]
pub fn filling(n_done: u32, n_total: u32) -> String {
    SEARCHABLE.with([&FILLING, &OF_TOTAL.with(n_total, &number(n_done.into()))])
}

/// Shown when the worker takes long to speak.
pub const SLOW: Phrase = phrase!(
    "This takes longer than usual. On a slow line, wait; otherwise load the page anew.",
    "Das dauert länger als üblich. Bei langsamer Verbindung warten Sie bitte; sonst laden Sie die Seite neu.",
    "Це триває довше, ніж зазвичай. Якщо з’єднання повільне, зачекайте; інакше перезавантажте сторінку.",
);
/// The heading of a failure.
pub const FAILED_TITLE: Phrase = phrase!(
    "The articles cannot be shown",
    "Die Artikel lassen sich nicht anzeigen",
    "Неможливо показати статті",
);
/// Loads the page anew.
pub const RELOAD: Phrase = phrase!("Load the page anew", "Seite neu laden", "Перезавантажити сторінку");
/// Introduces what a program said.
pub const DETAILS: Phrase = phrase!("What happened", "Was geschehen ist", "Що сталося");
/// What to do when the worker does not start.
pub const FAILED_START: Phrase = phrase!(
    "The part of the page that reads the articles could not be started. Check that the whole folder of the site was copied, then load the page anew.",
    "Der Teil der Seite, der die Artikel liest, konnte nicht gestartet werden. Prüfen Sie, ob der ganze Ordner der Website kopiert wurde, und laden Sie die Seite neu.",
    "Не вдалося запустити частину сторінки, що читає статті. Перевірте, чи скопійовано всю теку сайту, і перезавантажте сторінку.",
);
/// What to do when the page was opened from a folder.
pub const FAILED_FOLDER: Phrase = phrase!(
    "This browser does not run a site straight from a folder. Open it through a web server, or use the edition in one file.",
    "Dieser Browser führt keine Website direkt aus einem Ordner aus. Öffnen Sie sie über einen Webserver, oder verwenden Sie die Ausgabe in einer Datei.",
    "Цей браузер не запускає сайт просто з теки. Відкрийте його через вебсервер або скористайтеся виданням в одному файлі.",
);
/// What to do when a message cannot be read.
pub const FAILED_VERSIONS: Phrase = phrase!(
    "Two versions of the site seem to be mixed. Load the page anew without its cache: Ctrl + Shift + R, or Cmd + Shift + R.",
    "Zwei Fassungen der Website scheinen vermischt zu sein. Laden Sie die Seite ohne Zwischenspeicher neu: Strg + Umschalt + R oder Cmd + Umschalt + R.",
    "Схоже, змішалися дві версії сайту. Перезавантажте сторінку без кешу: Ctrl + Shift + R або Cmd + Shift + R.",
);
/// What to do when the worker stops.
pub const FAILED_STOPPED: Phrase = phrase!(
    "Reading the articles stopped. Memory may have run out: close other tabs, then load the page anew.",
    "Das Lesen der Artikel wurde abgebrochen. Vielleicht reicht der Speicher nicht: Schließen Sie andere Tabs und laden Sie die Seite neu.",
    "Читання статей перервалося. Можливо, забракло пам’яті: закрийте інші вкладки й перезавантажте сторінку.",
);
/// What to do when the corpus cannot be used.
pub const FAILED_CORPUS: Phrase = phrase!(
    "The articles in this copy of the site cannot be read. Build or download it again.",
    "Die Artikel in dieser Kopie der Website sind nicht lesbar. Bauen oder laden Sie sie noch einmal.",
    "Статті в цій копії сайту неможливо прочитати. Зберіть або завантажте її ще раз.",
);

/// The heading of the list of keys.
pub const KEYS_TITLE: Phrase = phrase!("Keys", "Tasten", "Клавіші");
/// The keys and what they do.
pub const KEYS: [(&str, Phrase); 11] = [
    ("/", phrase!("Search", "Suchen", "Пошук")),
    ("j", phrase!("Next article", "Nächster Artikel", "Наступна стаття")),
    ("k", phrase!("Previous article", "Voriger Artikel", "Попередня стаття")),
    (
        "n p",
        phrase!(
            "Next and previous match in the open article",
            "Nächste und vorige Fundstelle im offenen Artikel",
            "Наступний і попередній збіг у відкритій статті",
        ),
    ),
    ("Enter", phrase!("Open what has the focus", "Öffnen, was den Fokus hat", "Відкрити те, що у фокусі")),
    (
        "x",
        phrase!(
            "Exclude the filter value that has the focus",
            "Den Filterwert im Fokus ausschließen",
            "Виключити значення фільтра у фокусі",
        ),
    ),
    ("↑ ↓", phrase!("Walk through filter values", "Durch Filterwerte gehen", "Іти значеннями фільтра")),
    (
        "← →",
        phrase!(
            "Walk through the bars of the dates; with Shift, choose a range",
            "Durch die Balken der Daten gehen; mit Umschalt einen Zeitraum wählen",
            "Іти стовпчиками дат; із Shift обрати проміжок",
        ),
    ),
    ("+ −", phrase!("Zoom the dates", "Daten vergrößern und verkleinern", "Змінити масштаб дат")),
    (
        "Esc",
        phrase!(
            "Close the card, the filters, the article",
            "Karte, Filter, Artikel schließen",
            "Закрити картку, фільтри, статтю",
        ),
    ),
    ("?", phrase!("This list", "Diese Liste", "Цей список")),
];
