//! Words of the page on how to ask.

use crate::view::Lesson;

/// The heading of the help page.
pub const HELP_TITLE: &str = "How to search";
/// What the help page is for.
pub const HELP_LEAD: &str = "Type words and read on: the list answers at each letter. Everything below can be mixed freely, and whatever is typed has a meaning; where it was read otherwise than you may have meant, a line above the results says so. The examples are made of words, names and dates of this folder; each leads to what it finds.";
/// The columns of the table of examples.
pub const HELP_COLUMNS: [&str; 3] = ["Type", "to find", "here"];

/// The headings of the help page with the lessons under each.
pub const HELP_SECTIONS: [(&str, &[Lesson]); 3] = [
    (
        "Words",
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
        "Names",
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
    ("Dates", &[Lesson::When, Lesson::Published, Lesson::Mentioned]),
];

/// What an example finds.
#[must_use]
pub fn lesson(lesson: Lesson) -> &'static str {
    match lesson {
        Lesson::Words => {
            "articles with all the words, in any order and in their other forms; while you type, the last one may still go on"
        }
        Lesson::Beginning => "words that begin so",
        Lesson::Phrase => "these words in a row and in this form, whatever marks stand between them",
        Lesson::Near => "the words near each other, with at most so many others among them",
        Lesson::Either => "one or the other",
        Lesson::Without => "the first without the second",
        Lesson::Brackets => "the first with one of those in brackets",
        Lesson::Title => "a word of the headline",
        Lesson::Slip => "what was meant, where a letter slipped: one from four letters, two from eight",
        Lesson::Who => "a person, under all names the person goes by",
        Lesson::Where => "a place, under all its names",
        Lesson::Organization => "an organization",
        Lesson::Outlet => "the medium it appeared in",
        Lesson::Said => super::LESSON_SAID.text(),
        Lesson::Alias => "also what is printed only under another name of the same",
        Lesson::Together => "several of these at once",
        Lesson::When => "a year, month or day that is printed or the date of publication",
        Lesson::Published => {
            "a date of publication in a range; leave an end open with 2022.. or ..2023, or ask for published:undated"
        }
        Lesson::Mentioned => "a date the text speaks of; one vaguer than the range does not count",
    }
}
