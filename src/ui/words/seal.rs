//! Words of the seal, of its page and of the note on a newer version.

use super::number::number;
use super::phrase::{Counted, Phrase};
use crate::ui::start::Offline;

const N_REQUESTS: Counted = counted!(
    ["{0} request", "{0} requests"],
    ["{0} Anfrage", "{0} Anfragen"],
    ["{0} запит", "{0} запити", "{0} запитів"],
);

/// The seal: how many requests were made since everything had arrived.
#[must_use]
pub fn requests(n: u32) -> String {
    N_REQUESTS.say(n)
}

/// Since when.
pub const SINCE_LOAD: Phrase = phrase!(" since load", " seit dem Laden", " від завантаження");
/// Stands before the number when the seal is broken.
pub const BROKEN: Phrase = phrase!("Seal broken: ", "Siegel gebrochen: ", "Пломбу зірвано: ");

const N_LEFT: Counted = counted!(
    [
        "{0} request left this page since it was loaded, {1} more were refused by the browser.",
        "{0} requests left this page since it was loaded, {1} more were refused by the browser.",
    ],
    [
        "{0} Anfrage verließ diese Seite, seit sie geladen ist; {1} weitere hat der Browser verweigert.",
        "{0} Anfragen verließen diese Seite, seit sie geladen ist; {1} weitere hat der Browser verweigert.",
    ],
    [
        "Від завантаження сторінку залишив {0} запит, ще {1} відхилив браузер.",
        "Від завантаження сторінку залишили {0} запити, ще {1} відхилив браузер.",
        "Від завантаження сторінку залишили {0} запитів, ще {1} відхилив браузер.",
    ],
);

/// What the alert says.
#[must_use]
pub fn broken(n_asked: u32, n_refused: u32) -> String {
    N_LEFT.with(n_asked, &number(n_refused.into()))
}

/// Leads from the alert to the page of the seal.
pub const SEE_WHICH: Phrase = phrase!("See which", "Welche, steht hier", "Подивитися, які");

/// The heading of the page.
pub const SEAL_TITLE: Phrase =
    phrase!("Nothing leaves this page", "Nichts verlässt diese Seite", "Ніщо не залишає цієї сторінки");
/// What the page says first, while the seal holds.
pub const SEAL_LEAD: Phrase = phrase!(
    "Search, reading and every analysis run inside your browser. Since this page was loaded it has asked nobody for anything: not the host it came from, and nobody else.",
    "Suche, Lesen und jede Auswertung laufen in Ihrem Browser. Seit diese Seite geladen ist, hat sie niemanden um etwas gebeten: nicht den Server, von dem sie kam, und auch sonst niemanden.",
    "Пошук, читання й увесь аналіз відбуваються у вашому браузері. Відколи сторінку завантажено, вона ні до кого не зверталася: ані до сервера, з якого прийшла, ані до когось іншого.",
);
/// What the page says first, when the seal is broken.
pub const SEAL_BROKEN_LEAD: Phrase = phrase!(
    "Something left this page, or tried to, after it was loaded. The program itself never does that: look for an extension of the browser or a changed copy of the site.",
    "Etwas hat diese Seite nach dem Laden verlassen oder es versucht. Das Programm selbst tut das nie: Suchen Sie nach einer Browser-Erweiterung oder einer veränderten Kopie der Website.",
    "Щось залишило цю сторінку після завантаження або намагалося. Сама програма ніколи цього не робить: перевірте розширення браузера та чи не змінено копію сайту.",
);

/// The heading of the counts.
pub const SEAL_COUNTS: Phrase =
    phrase!("What the browser noted", "Was der Browser vermerkt hat", "Що відзначив браузер");
/// The label of the number of requests.
pub const ASKED: Phrase =
    phrase!("Requests since load", "Anfragen seit dem Laden", "Запити від завантаження");
/// The label of the number of refusals.
pub const REFUSED: Phrase =
    phrase!("Refused by the policy", "Von der Richtlinie verweigert", "Відхилено політикою");
/// The label of the state without a network.
pub const OFFLINE: Phrase = phrase!("Without a network", "Ohne Netz", "Без мережі");
/// The heading of the addresses asked for.
pub const ASKED_TITLE: Phrase = phrase!("Asked for", "Angefragt", "Запитано");
/// The heading of what was refused.
pub const REFUSED_TITLE: Phrase = phrase!("Refused", "Verweigert", "Відхилено");
/// The heading of the policy.
pub const POLICY_TITLE: Phrase = phrase!(
    "The policy it stands under",
    "Die Richtlinie, unter der sie steht",
    "Політика, якій вона підлягає",
);
/// What the policy means.
pub const POLICY_LEAD: Phrase = phrase!(
    "The first lines of the page give the browser this policy. It shuts out every script but the site’s own, every form and frame, every picture from elsewhere. Once everything has arrived, the page adds “connect-src 'none'”: from then on the browser itself refuses every request, and a policy cannot be taken back.",
    "Die ersten Zeilen der Seite geben dem Browser diese Richtlinie. Sie schließt jedes Skript außer den eigenen aus, jedes Formular, jeden Rahmen und jedes Bild von anderswo. Ist alles angekommen, fügt die Seite „connect-src 'none'“ hinzu: Von da an verweigert der Browser selbst jede Anfrage, und eine Richtlinie lässt sich nicht zurücknehmen.",
    "Перші рядки сторінки задають браузерові цю політику. Вона не пропускає жодного скрипту, крім власних, жодної форми чи рамки, жодного зображення ззовні. Щойно все завантажено, сторінка додає «connect-src 'none'»: відтоді сам браузер відхиляє кожен запит, а скасувати політику неможливо.",
);

/// The heading of the ways to verify it.
pub const VERIFY_TITLE: Phrase =
    phrase!("Do not take our word for it", "Prüfen Sie es selbst nach", "Не вірте на слово, перевірте");
/// The ways to verify it: what to do, and what it shows.
pub const VERIFY: [(Phrase, Phrase); 5] = [
    (
        phrase!("Watch the network", "Das Netz beobachten", "Спостерігайте за мережею"),
        phrase!(
            "Open the developer tools of the browser (F12), choose “Network”, clear the list, and use the site: search, filter, open articles. The list stays empty.",
            "Öffnen Sie die Entwicklerwerkzeuge des Browsers (F12), wählen Sie „Netzwerk“, leeren Sie die Liste und benutzen Sie die Website: suchen, filtern, Artikel öffnen. Die Liste bleibt leer.",
            "Відкрийте інструменти розробника (F12), оберіть «Мережа», очистьте список і користуйтеся сайтом: шукайте, фільтруйте, відкривайте статті. Список залишиться порожнім.",
        ),
    ),
    (
        phrase!("Cut the network", "Das Netz trennen", "Вимкніть мережу"),
        phrase!(
            "Switch to airplane mode or pull the cable, and go on. Nothing changes. Where the site is kept, it even opens so.",
            "Schalten Sie den Flugmodus ein oder ziehen Sie das Kabel, und machen Sie weiter. Nichts ändert sich. Wo die Website gespeichert ist, öffnet sie sich sogar so.",
            "Увімкніть режим польоту або від’єднайте кабель і продовжуйте. Нічого не зміниться. Якщо сайт збережено, він так навіть відкриється.",
        ),
    ),
    (
        phrase!("Try to break it", "Das Siegel zu brechen versuchen", "Спробуйте зламати"),
        phrase!(
            "Type fetch(\"https://example.org\") into the console of the developer tools. The browser refuses, and the seal above breaks until the page is loaded anew.",
            "Geben Sie fetch(\"https://example.org\") in die Konsole der Entwicklerwerkzeuge ein. Der Browser verweigert es, und das Siegel oben bricht, bis die Seite neu geladen wird.",
            "Введіть fetch(\"https://example.org\") у консолі інструментів розробника. Браузер відмовить, а пломба вгорі буде зірвана, доки сторінку не перезавантажать.",
        ),
    ),
    (
        phrase!("Read the first lines", "Die ersten Zeilen lesen", "Прочитайте перші рядки"),
        phrase!(
            "View the source of the page. The policy stands at its beginning, with a hash of the one script in the page; every other file is named with its own hash and is refused when it is another.",
            "Sehen Sie sich den Quelltext der Seite an. Die Richtlinie steht am Anfang, mit einer Prüfsumme des einzigen Skripts in der Seite; jede weitere Datei ist mit eigener Prüfsumme genannt und wird verweigert, wenn sie eine andere ist.",
            "Перегляньте вихідний код сторінки. Політика стоїть на початку разом із хешем єдиного скрипту на сторінці; кожен інший файл названо з власним хешем, і підмінений файл буде відхилено.",
        ),
    ),
    (
        phrase!("Build it yourself", "Die Website selbst bauen", "Зберіть самі"),
        phrase!(
            "The same sources give the same bytes: build the site twice, on two machines, and compare the files.",
            "Gleiche Quellen ergeben gleiche Bytes: Bauen Sie die Website zweimal, auf zwei Rechnern, und vergleichen Sie die Dateien.",
            "Ті самі джерела дають ті самі байти: зберіть сайт двічі, на двох комп’ютерах, і порівняйте файли.",
        ),
    ),
];

/// The heading of what is not covered.
pub const LIMITS_TITLE: Phrase =
    phrase!("What this does not cover", "Was das nicht abdeckt", "Чого це не охоплює");
/// What is not covered.
pub const LIMITS: Phrase = phrase!(
    "When you open the site, its host sees that you asked for it, as with every website; the edition in one file asks nobody even then. On each visit the browser looks whether the site has a newer version. A link to an original page leads to its publisher. Extensions of the browser can see and send what they like.",
    "Wenn Sie die Website öffnen, sieht ihr Server, dass Sie sie abgerufen haben, wie bei jeder Website; die Ausgabe in einer Datei fragt selbst dann niemanden. Bei jedem Besuch prüft der Browser, ob es eine neuere Fassung der Website gibt. Ein Verweis auf eine Originalseite führt zu deren Verlag. Browser-Erweiterungen können sehen und senden, was sie wollen.",
    "Коли ви відкриваєте сайт, його сервер бачить ваш запит, як і в будь-якого сайту; видання в одному файлі навіть тоді нікого не запитує. За кожного відвідування браузер перевіряє, чи немає новішої версії сайту. Посилання на оригінальну сторінку веде до її видавця. Розширення браузера можуть бачити й надсилати що завгодно.",
);

/// The state without a network in words.
#[must_use]
pub fn offline(state: Offline) -> Phrase {
    match state {
        Offline::None => phrase!(
            "not kept in this browser",
            "in diesem Browser nicht gespeichert",
            "не збережено в цьому браузері",
        ),
        Offline::Storing => phrase!("being kept", "wird gespeichert", "зберігається"),
        Offline::Stored => phrase!(
            "kept: the site opens without one",
            "gespeichert: Die Website öffnet sich auch ohne",
            "збережено: сайт відкривається й без неї",
        ),
        Offline::Waiting => phrase!(
            "kept; a newer version waits",
            "gespeichert; eine neuere Fassung steht bereit",
            "збережено; чекає новіша версія",
        ),
        Offline::Refused => phrase!(
            "not kept: the browser has no room for it or does not allow it, as in a private window",
            "nicht gespeichert: Der Browser hat keinen Platz dafür oder erlaubt es nicht, wie im privaten Fenster",
            "не збережено: браузер не має місця або не дозволяє, як-от у приватному вікні",
        ),
    }
}

/// Says that a newer version waits.
pub const NEWER_VERSION: Phrase = phrase!(
    "A newer version of this site is here.",
    "Eine neuere Fassung dieser Website ist da.",
    "Доступна новіша версія цього сайту.",
);
/// Takes the newer version.
pub const TAKE_NEWER: Phrase = phrase!("Reload", "Neu laden", "Перезавантажити");
