//! Words for kinds, facets, orders and grounds.

use super::phrase::Phrase;
use crate::key::{Basis, Facet, Kind};
use crate::search::query::Sort;

/// The question a facet answers; also its accessible name.
#[must_use]
pub fn facet(facet: Facet) -> Phrase {
    match facet {
        Facet::Who => phrase!("Who", "Wer", "Хто"),
        Facet::Where => phrase!("Where", "Wo", "Де"),
        Facet::When => phrase!("When", "Wann", "Коли"),
        Facet::Organizations => phrase!("Organizations", "Organisationen", "Організації"),
        Facet::Outlet => phrase!("Outlet", "Medium", "Видання"),
        Facet::Speaker => phrase!("Quoted", "Zitiert", "Цитовані"),
    }
}

/// What a facet lists, for its finding field.
#[must_use]
pub fn find_in(facet: Facet) -> Phrase {
    match facet {
        Facet::Who => phrase!("Find a person", "Person suchen", "Знайти особу"),
        Facet::Where => phrase!("Find a place", "Ort suchen", "Знайти місце"),
        Facet::When => phrase!("Find a month or year", "Monat oder Jahr suchen", "Знайти місяць або рік"),
        Facet::Organizations => {
            phrase!("Find an organization", "Organisation suchen", "Знайти організацію")
        }
        Facet::Outlet => phrase!("Find an outlet", "Medium suchen", "Знайти видання"),
        Facet::Speaker => phrase!("Find a speaker", "Zitierte suchen", "Знайти спікера"),
    }
}

/// What a facet says when it has nothing to list.
#[must_use]
pub fn nothing_in(facet: Facet) -> Phrase {
    match facet {
        Facet::Who => phrase!(
            "Nobody is named in these articles.",
            "In diesen Artikeln ist niemand genannt.",
            "У цих статтях нікого не названо.",
        ),
        Facet::Where => phrase!(
            "No place is named in these articles.",
            "In diesen Artikeln ist kein Ort genannt.",
            "У цих статтях не названо місць.",
        ),
        Facet::When => phrase!(
            "No date is placed in these articles.",
            "In diesen Artikeln ist kein Datum bestimmt.",
            "У цих статтях немає визначених дат.",
        ),
        Facet::Organizations => phrase!(
            "No organization is named in these articles.",
            "In diesen Artikeln ist keine Organisation genannt.",
            "У цих статтях не названо організацій.",
        ),
        Facet::Outlet => phrase!(
            "No outlet is known for these articles.",
            "Zu diesen Artikeln ist kein Medium bekannt.",
            "Видання цих статей невідоме.",
        ),
        Facet::Speaker => phrase!(
            "Nobody is quoted by name in these articles.",
            "In diesen Artikeln wird niemand namentlich zitiert.",
            "У цих статтях нікого не цитують поіменно.",
        ),
    }
}

/// The button that lists more values of a facet: `21 more places`.
#[must_use]
pub fn more_values(facet: Facet, n: u32) -> String {
    let more = match facet {
        Facet::Who => counted!(
            ["{0} more person", "{0} more people"],
            ["{0} weitere Person", "{0} weitere Personen"],
            ["ще {0} особа", "ще {0} особи", "ще {0} осіб"],
        ),
        Facet::Where => counted!(
            ["{0} more place", "{0} more places"],
            ["{0} weiterer Ort", "{0} weitere Orte"],
            ["ще {0} місце", "ще {0} місця", "ще {0} місць"],
        ),
        Facet::When => counted!(
            ["{0} more date", "{0} more dates"],
            ["{0} weiteres Datum", "{0} weitere Daten"],
            ["ще {0} дата", "ще {0} дати", "ще {0} дат"],
        ),
        Facet::Organizations => counted!(
            ["{0} more organization", "{0} more organizations"],
            ["{0} weitere Organisation", "{0} weitere Organisationen"],
            ["ще {0} організація", "ще {0} організації", "ще {0} організацій"],
        ),
        Facet::Outlet => counted!(
            ["{0} more outlet", "{0} more outlets"],
            ["{0} weiteres Medium", "{0} weitere Medien"],
            ["ще {0} видання", "ще {0} видання", "ще {0} видань"],
        ),
        Facet::Speaker => counted!(
            ["{0} more speaker", "{0} more speakers"],
            ["{0} weitere zitierte Quelle", "{0} weitere zitierte Quellen"],
            ["ще {0} спікер", "ще {0} спікери", "ще {0} спікерів"],
        ),
    };
    more.say(n)
}

/// A kind as a heading's kicker.
#[must_use]
pub fn kind(kind: Kind) -> Phrase {
    match kind {
        Kind::Person => phrase!("Person", "Person", "Особа"),
        Kind::Place => phrase!("Place", "Ort", "Місце"),
        Kind::Organization => phrase!("Organization", "Organisation", "Організація"),
    }
}

/// Several of a kind.
#[must_use]
pub fn kinds(kind: Kind) -> Phrase {
    match kind {
        Kind::Person => phrase!("People", "Personen", "Особи"),
        Kind::Place => phrase!("Places", "Orte", "Місця"),
        Kind::Organization => phrase!("Organizations", "Organisationen", "Організації"),
    }
}

/// The noun that completes a mark's accessible name; a date where there is no kind.
#[must_use]
pub fn mark_noun(kind: Option<Kind>) -> Phrase {
    match kind {
        Some(Kind::Person) => phrase!("person", "Person", "особа"),
        Some(Kind::Place) => phrase!("place", "Ort", "місце"),
        Some(Kind::Organization) => phrase!("organization", "Organisation", "організація"),
        None => phrase!("date", "Datum", "дата"),
    }
}

/// Introduces the rule that recognised something as what it is: `Why a person`.
#[must_use]
pub fn why_a(kind: Option<Kind>) -> Phrase {
    match kind {
        Some(Kind::Person) => phrase!("Why a person", "Warum eine Person", "Чому особа"),
        Some(Kind::Place) => phrase!("Why a place", "Warum ein Ort", "Чому місце"),
        Some(Kind::Organization) => {
            phrase!("Why an organization", "Warum eine Organisation", "Чому організація")
        }
        None => phrase!("Why a date", "Warum ein Datum", "Чому дата"),
    }
}

/// Introduces the reason for which a name stands for one person, place or organization.
#[must_use]
pub fn why_this(kind: Kind) -> Phrase {
    match kind {
        Kind::Person => phrase!("Why this person", "Warum diese Person", "Чому саме ця особа"),
        Kind::Place => phrase!("Why this place", "Warum dieser Ort", "Чому саме це місце"),
        Kind::Organization => {
            phrase!("Why this organization", "Warum diese Organisation", "Чому саме ця організація")
        }
    }
}

/// The accessible name of a mark: `Stoltenberg, person`.
#[must_use]
pub fn mark(text: &str, kind: Option<Kind>) -> String {
    [text, &mark_noun(kind)].join(", ")
}

/// An order of the results.
#[must_use]
pub fn sort(sort: Sort) -> Phrase {
    match sort {
        Sort::Relevance => phrase!("Best match", "Beste Treffer", "Найточніші"),
        Sort::Newest => phrase!("Newest first", "Neueste zuerst", "Спершу нові"),
        Sort::Oldest => phrase!("Oldest first", "Älteste zuerst", "Спершу давні"),
        Sort::Longest => phrase!("Longest first", "Längste zuerst", "Спершу довгі"),
    }
}

/// Where a fact comes from, as a note beside it; nothing where that goes without saying.
#[must_use]
pub fn basis_note(basis: Basis) -> Option<Phrase> {
    match basis {
        Basis::Editor => Some(phrase!("from the editor", "von der Redaktion", "від упорядника")),
        Basis::Page | Basis::Text => None,
        Basis::Inferred => Some(phrase!("inferred", "erschlossen", "виведено")),
    }
}

/// Where a fact comes from, in a clause.
#[must_use]
pub fn basis_clause(basis: Basis) -> Phrase {
    match basis {
        Basis::Editor => phrase!(
            "stated by the keeper of the folder",
            "angegeben von der Betreuung des Ordners",
            "вказав упорядник теки",
        ),
        Basis::Page => phrase!(
            "stated by the page the article came in",
            "angegeben auf der Seite, von der der Artikel stammt",
            "вказано на сторінці, з якої взято статтю",
        ),
        Basis::Text => phrase!("printed in the article", "im Artikel gedruckt", "надруковано в статті"),
        Basis::Inferred => phrase!(
            "inferred from other facts",
            "aus anderen Angaben erschlossen",
            "виведено з інших відомостей",
        ),
    }
}
