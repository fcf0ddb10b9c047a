//! Words for kinds, facets, orders and grounds.

use super::phrase::{Counted, Phrase};
use crate::key::{Basis, Facet, Kind};
use crate::search::query::Sort;

/// The question a facet answers; also its accessible name.
#[must_use]
pub fn facet(facet: Facet) -> Phrase {
    match facet {
        Facet::Who => Phrase::new("Who", "Wer", "Хто"),
        Facet::Where => Phrase::new("Where", "Wo", "Де"),
        Facet::When => Phrase::new("When", "Wann", "Коли"),
        Facet::Organizations => Phrase::new("Organizations", "Organisationen", "Організації"),
        Facet::Outlet => Phrase::new("Outlet", "Medium", "Видання"),
        Facet::Speaker => Phrase::new("Quoted", "Zitiert", "Цитовані"),
    }
}

/// What a facet lists, for its finding field.
#[must_use]
pub fn find_in(facet: Facet) -> Phrase {
    match facet {
        Facet::Who => Phrase::new("Find a person", "Person suchen", "Знайти особу"),
        Facet::Where => Phrase::new("Find a place", "Ort suchen", "Знайти місце"),
        Facet::When => Phrase::new("Find a month or year", "Monat oder Jahr suchen", "Знайти місяць або рік"),
        Facet::Organizations => {
            Phrase::new("Find an organization", "Organisation suchen", "Знайти організацію")
        }
        Facet::Outlet => Phrase::new("Find an outlet", "Medium suchen", "Знайти видання"),
        Facet::Speaker => Phrase::new("Find a speaker", "Zitierte suchen", "Знайти спікера"),
    }
}

/// What a facet says when it has nothing to list.
#[must_use]
pub fn nothing_in(facet: Facet) -> Phrase {
    match facet {
        Facet::Who => Phrase::new(
            "Nobody is named in these articles.",
            "In diesen Artikeln ist niemand genannt.",
            "У цих статтях нікого не названо.",
        ),
        Facet::Where => Phrase::new(
            "No place is named in these articles.",
            "In diesen Artikeln ist kein Ort genannt.",
            "У цих статтях не названо місць.",
        ),
        Facet::When => Phrase::new(
            "No date is placed in these articles.",
            "In diesen Artikeln ist kein Datum bestimmt.",
            "У цих статтях немає визначених дат.",
        ),
        Facet::Organizations => Phrase::new(
            "No organization is named in these articles.",
            "In diesen Artikeln ist keine Organisation genannt.",
            "У цих статтях не названо організацій.",
        ),
        Facet::Outlet => Phrase::new(
            "No outlet is known for these articles.",
            "Zu diesen Artikeln ist kein Medium bekannt.",
            "Видання цих статей невідоме.",
        ),
        Facet::Speaker => Phrase::new(
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
        Facet::Who => Counted::new(
            ["{0} more person", "{0} more people"],
            ["{0} weitere Person", "{0} weitere Personen"],
            ["ще {0} особа", "ще {0} особи", "ще {0} осіб"],
        ),
        Facet::Where => Counted::new(
            ["{0} more place", "{0} more places"],
            ["{0} weiterer Ort", "{0} weitere Orte"],
            ["ще {0} місце", "ще {0} місця", "ще {0} місць"],
        ),
        Facet::When => Counted::new(
            ["{0} more date", "{0} more dates"],
            ["{0} weiteres Datum", "{0} weitere Daten"],
            ["ще {0} дата", "ще {0} дати", "ще {0} дат"],
        ),
        Facet::Organizations => Counted::new(
            ["{0} more organization", "{0} more organizations"],
            ["{0} weitere Organisation", "{0} weitere Organisationen"],
            ["ще {0} організація", "ще {0} організації", "ще {0} організацій"],
        ),
        Facet::Outlet => Counted::new(
            ["{0} more outlet", "{0} more outlets"],
            ["{0} weiteres Medium", "{0} weitere Medien"],
            ["ще {0} видання", "ще {0} видання", "ще {0} видань"],
        ),
        Facet::Speaker => Counted::new(
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
        Kind::Person => Phrase::new("Person", "Person", "Особа"),
        Kind::Place => Phrase::new("Place", "Ort", "Місце"),
        Kind::Organization => Phrase::new("Organization", "Organisation", "Організація"),
    }
}

/// Several of a kind.
#[must_use]
pub fn kinds(kind: Kind) -> Phrase {
    match kind {
        Kind::Person => Phrase::new("People", "Personen", "Особи"),
        Kind::Place => Phrase::new("Places", "Orte", "Місця"),
        Kind::Organization => Phrase::new("Organizations", "Organisationen", "Організації"),
    }
}

/// The noun that completes a mark's accessible name; a date where there is no kind.
#[must_use]
pub fn mark_noun(kind: Option<Kind>) -> Phrase {
    match kind {
        Some(Kind::Person) => Phrase::new("person", "Person", "особа"),
        Some(Kind::Place) => Phrase::new("place", "Ort", "місце"),
        Some(Kind::Organization) => Phrase::new("organization", "Organisation", "організація"),
        None => Phrase::new("date", "Datum", "дата"),
    }
}

/// Introduces the rule that recognised something as what it is: `Why a person`.
#[must_use]
pub fn why_a(kind: Option<Kind>) -> Phrase {
    match kind {
        Some(Kind::Person) => Phrase::new("Why a person", "Warum eine Person", "Чому особа"),
        Some(Kind::Place) => Phrase::new("Why a place", "Warum ein Ort", "Чому місце"),
        Some(Kind::Organization) => {
            Phrase::new("Why an organization", "Warum eine Organisation", "Чому організація")
        }
        None => Phrase::new("Why a date", "Warum ein Datum", "Чому дата"),
    }
}

/// Introduces the reason for which a name stands for one person, place or organization.
#[must_use]
pub fn why_this(kind: Kind) -> Phrase {
    match kind {
        Kind::Person => Phrase::new("Why this person", "Warum diese Person", "Чому саме ця особа"),
        Kind::Place => Phrase::new("Why this place", "Warum dieser Ort", "Чому саме це місце"),
        Kind::Organization => {
            Phrase::new("Why this organization", "Warum diese Organisation", "Чому саме ця організація")
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
        Sort::Relevance => Phrase::new("Best match", "Beste Treffer", "Найточніші"),
        Sort::Newest => Phrase::new("Newest first", "Neueste zuerst", "Спершу нові"),
        Sort::Oldest => Phrase::new("Oldest first", "Älteste zuerst", "Спершу давні"),
        Sort::Longest => Phrase::new("Longest first", "Längste zuerst", "Спершу довгі"),
    }
}

/// Where a fact comes from, as a note beside it; nothing where that goes without saying.
#[must_use]
pub fn basis_note(basis: Basis) -> Option<Phrase> {
    match basis {
        Basis::Editor => Some(Phrase::new("from the editor", "von der Redaktion", "від упорядника")),
        Basis::Page | Basis::Text => None,
        Basis::Inferred => Some(Phrase::new("inferred", "erschlossen", "виведено")),
    }
}

/// Where a fact comes from, in a clause.
#[must_use]
pub fn basis_clause(basis: Basis) -> Phrase {
    match basis {
        Basis::Editor => Phrase::new(
            "stated by the keeper of the folder",
            "angegeben von der Betreuung des Ordners",
            "вказав упорядник теки",
        ),
        Basis::Page => Phrase::new(
            "stated by the page the article came in",
            "angegeben auf der Seite, von der der Artikel stammt",
            "вказано на сторінці, з якої взято статтю",
        ),
        Basis::Text => Phrase::new("printed in the article", "im Artikel gedruckt", "надруковано в статті"),
        Basis::Inferred => Phrase::new(
            "inferred from other facts",
            "aus anderen Angaben erschlossen",
            "виведено з інших відомостей",
        ),
    }
}
