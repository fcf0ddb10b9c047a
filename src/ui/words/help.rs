//! Words of the page on how to ask.

use super::phrase::Phrase;
use crate::view::Lesson;

/// The heading of the help page.
pub const HELP_TITLE: Phrase = phrase!("How to search", "So sucht man", "Як шукати");
/// What the help page is for.
pub const HELP_LEAD: Phrase = phrase!(
    "Type words and read on: the list answers at each letter. Everything below can be mixed freely, and whatever is typed has a meaning; where it was read otherwise than you may have meant, a line above the results says so. The examples are made of words, names and dates of this folder; each leads to what it finds.",
    "Wörter eintippen und weiterlesen: Die Liste antwortet bei jedem Buchstaben. Alles Folgende lässt sich frei mischen, und jede Eingabe hat eine Bedeutung; wurde sie anders gelesen, als Sie es gemeint haben könnten, sagt das eine Zeile über den Ergebnissen. Die Beispiele bestehen aus Wörtern, Namen und Daten dieses Ordners; jedes führt zu dem, was es findet.",
    "Вводьте слова й читайте далі: список відповідає на кожну літеру. Усе наведене нижче можна вільно поєднувати, і будь-який запит має зміст; якщо його прочитано не так, як ви могли мати на увазі, про це скаже рядок над результатами. Приклади складено зі слів, імен і дат цієї теки; кожен веде до того, що знаходить.",
);
/// The columns of the table of examples.
pub const HELP_COLUMNS: [Phrase; 3] = [
    phrase!("Type", "Eingabe", "Введіть"),
    phrase!("to find", "findet", "щоб знайти"),
    phrase!("here", "hier", "тут"),
];

/// The headings of the help page with the lessons under each.
pub const HELP_SECTIONS: [(Phrase, &[Lesson]); 3] = [
    (
        phrase!("Words", "Wörter", "Слова"),
        &[
            Lesson::Words,
            Lesson::Beginning,
            Lesson::Phrase,
            Lesson::Near,
            Lesson::Either,
            Lesson::Without,
            Lesson::Brackets,
            Lesson::Title,
            Lesson::Slip,
        ],
    ),
    (
        phrase!("Names", "Namen", "Імена й назви"),
        &[
            Lesson::Who,
            Lesson::Where,
            Lesson::Organization,
            Lesson::Outlet,
            Lesson::Said,
            Lesson::Alias,
            Lesson::Together,
        ],
    ),
    (phrase!("Dates", "Daten", "Дати"), &[Lesson::When, Lesson::Published, Lesson::Mentioned]),
];

/// What an example finds.
#[must_use]
pub fn lesson(lesson: Lesson) -> Phrase {
    match lesson {
        Lesson::Words => phrase!(
            "articles with all the words, in any order and in their other forms; while you type, the last one may still go on",
            "Artikel mit allen Wörtern, in beliebiger Reihenfolge und auch in anderen Formen; beim Tippen darf das letzte noch weitergehen",
            "статті з усіма словами, у будь-якому порядку та в інших формах; поки ви друкуєте, останнє слово може бути незавершеним",
        ),
        Lesson::Beginning => {
            phrase!("words that begin so", "Wörter, die so beginnen", "слова, що так починаються")
        }
        Lesson::Phrase => phrase!(
            "these words in a row and in this form, whatever marks stand between them; first where the marks are as you typed them",
            "diese Wörter hintereinander und in dieser Form, gleich welche Zeichen dazwischenstehen; zuerst, wo die Zeichen wie getippt sind",
            "ці слова поспіль і саме в цій формі, хоч би які знаки стояли між ними; спершу там, де знаки такі, як ви набрали",
        ),
        Lesson::Near => phrase!(
            "the words near each other, with at most so many others among them",
            "die Wörter nahe beieinander, mit höchstens so vielen anderen dazwischen",
            "слова поблизу, між якими щонайбільше стільки інших",
        ),
        Lesson::Either => phrase!("one or the other", "das eine oder das andere", "одне або інше"),
        Lesson::Without => {
            phrase!("the first without the second", "das erste ohne das zweite", "перше без другого")
        }
        Lesson::Brackets => phrase!(
            "the first with one of those in brackets",
            "das erste mit einem von denen in Klammern",
            "перше з одним із тих, що в дужках",
        ),
        Lesson::Title => {
            phrase!("a word of the headline", "ein Wort der Überschrift", "слово із заголовка")
        }
        Lesson::Slip => phrase!(
            "what was meant, where a letter slipped: one from four letters, two from eight",
            "das Gemeinte trotz Tippfehlern: einem ab vier Buchstaben, zweien ab acht",
            "те, що малося на увазі, попри описку: одну від чотирьох літер, дві від восьми",
        ),
        Lesson::Who => phrase!(
            "a person, under all names the person goes by",
            "eine Person unter allen ihren Namen",
            "особу під усіма її іменами",
        ),
        Lesson::Where => phrase!(
            "a place, under all its names",
            "einen Ort unter allen seinen Namen",
            "місце під усіма його назвами",
        ),
        Lesson::Organization => phrase!("an organization", "eine Organisation", "організацію"),
        Lesson::Outlet => phrase!(
            "the medium it appeared in",
            "das Medium, in dem der Artikel erschien",
            "видання, де вийшла стаття",
        ),
        Lesson::Said => super::LESSON_SAID,
        Lesson::Alias => phrase!(
            "also what is printed only under another name of the same",
            "auch, was nur unter einem anderen Namen desselben gedruckt ist",
            "також те, що згадано лише під іншою назвою",
        ),
        Lesson::Together => {
            phrase!("several of these at once", "mehreres davon zugleich", "кілька умов водночас")
        }
        Lesson::When => phrase!(
            "a year, month or day that is printed or the date of publication",
            "ein Jahr, einen Monat oder einen Tag, im Text genannt oder als Erscheinungsdatum",
            "рік, місяць чи день, названий у тексті або дату публікації",
        ),
        Lesson::Published => phrase!(
            "a date of publication in a range; leave an end open with 2022.. or ..2023, or ask for published:undated",
            "ein Erscheinungsdatum in einem Zeitraum; offene Enden mit 2022.. oder ..2023, ohne Datum mit published:undated",
            "дату публікації в проміжку; відкритий край: 2022.. або ..2023, без дати: published:undated",
        ),
        Lesson::Mentioned => phrase!(
            "a date the text speaks of; one vaguer than the range does not count",
            "ein Datum, von dem der Text spricht; was ungenauer ist als der Zeitraum, zählt nicht",
            "дату, про яку йдеться в тексті; менш точна за проміжок не рахується",
        ),
    }
}
