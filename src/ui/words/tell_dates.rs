//! How the date of publication of an article is known.

use super::phrase::Phrase;

/// Grounds without words of the article.
#[rustfmt::skip]
pub(super) const DATES: [Phrase; 4] = [
    Phrase::new("stated beside the article", "neben dem Artikel angegeben", "вказано поруч зі статтею"),
    Phrase::new("stated by the page it came from", "auf der Herkunftsseite angegeben", "вказано на сторінці, звідки її взято"),
    Phrase::new("printed with the text", "mit dem Text gedruckt", "надруковано разом із текстом"),
    Phrase::new("concluded from the page", "aus der Seite geschlossen", "виведено зі сторінки"),
];

/// Grounds with a date or words of the article.
#[rustfmt::skip]
pub(super) const DATE_TEMPLATES: [Phrase; 16] = [
    Phrase::new("the address of the page holds {0}", "in der Adresse der Seite steht {0}", "в адресі сторінки є {0}"),
    Phrase::new("another version of this story, “{0}”, was published {1}", "eine andere Fassung dieses Berichts, „{0}“, erschien am {1}", "іншу версію цього матеріалу, «{0}», опубліковано {1}"),
    Phrase::new("another version of this story was published {0}", "eine andere Fassung dieses Berichts erschien am {0}", "іншу версію цього матеріалу опубліковано {0}"),
    Phrase::new("the dateline prints “{0}”", "in der Ortsmarke steht „{0}“", "у рядку дати надруковано «{0}»"),
    Phrase::new("the masthead prints “{0}”", "im Titelkopf steht „{0}“", "у шапці надруковано «{0}»"),
    Phrase::new("the text says “{0}” without a year", "im Text steht „{0}“ ohne Jahr", "у тексті є «{0}» без року"),
    Phrase::new("the text also prints “{0}”", "im Text steht auch „{0}“", "у тексті є також «{0}»"),
    Phrase::new("the last dated event in the text is “{0}”", "das letzte datierte Ereignis im Text ist „{0}“", "остання датована подія в тексті: «{0}»"),
    Phrase::new("{0} is the next such day after it", "{0} ist der nächste solche Tag danach", "{0} — наступний такий день після неї"),
    Phrase::new("{0} is a Monday", "{0} ist ein Montag", "{0} — це понеділок"),
    Phrase::new("{0} is a Tuesday", "{0} ist ein Dienstag", "{0} — це вівторок"),
    Phrase::new("{0} is a Wednesday", "{0} ist ein Mittwoch", "{0} — це середа"),
    Phrase::new("{0} is a Thursday", "{0} ist ein Donnerstag", "{0} — це четвер"),
    Phrase::new("{0} is a Friday", "{0} ist ein Freitag", "{0} — це п’ятниця"),
    Phrase::new("{0} is a Saturday", "{0} ist ein Samstag", "{0} — це субота"),
    Phrase::new("{0} is a Sunday", "{0} ist ein Sonntag", "{0} — це неділя"),
];
