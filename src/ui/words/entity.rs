//! Words of the page of a person, place or organization.

use super::network::N_SENTENCES;
use super::phrase::{Counted, Phrase};

const N_TIMES: Counted =
    counted!(["{0} time", "{0} times"], ["{0}-mal", "{0}-mal"], ["{0} раз", "{0} рази", "{0} разів"]);

/// How often a form of a name is printed.
#[must_use]
pub fn times(n: u32) -> String {
    N_TIMES.say(n)
}

/// The forms a name is printed in.
pub const NAMES: Phrase = phrase!("Printed as", "Gedruckt als", "Як надруковано");
/// The columns of the table of forms.
pub const NAMES_COLUMNS: [Phrase; 3] = [
    phrase!("Form", "Form", "Форма"),
    phrase!("Mentions", "Erwähnungen", "Згадки"),
    phrase!("Why it is the same", "Warum es dasselbe ist", "Чому це те саме"),
];
/// The sentences that name an entity.
pub const SENTENCES: Phrase = phrase!("Sentences", "Sätze", "Речення");
/// What is named beside an entity.
pub const COMPANIONS: Phrase =
    phrase!("Named in the same sentences", "In denselben Sätzen genannt", "Названо в тих самих реченнях");
/// Shows an entity's articles.
pub const SHOW_ITS_ARTICLES: Phrase = phrase!("Show the articles", "Artikel zeigen", "Показати статті");
/// Adds an entity to what is applied.
pub const ADD_TO_FILTERS: Phrase =
    phrase!("Add to the filters", "Zu den Filtern hinzufügen", "Додати до фільтрів");
/// Shown when the address names an entity that does not exist.
pub const LOST_ENTITY_TITLE: Phrase = phrase!(
    "Nothing in the folder goes by this name",
    "Im Ordner gibt es nichts unter diesem Namen",
    "У теці немає нічого з такою назвою",
);
/// What to do when the address names an entity that does not exist.
pub const LOST_ENTITY_BODY: Phrase = phrase!(
    "The address may come from another folder, or an article was taken out since.",
    "Die Adresse stammt vielleicht aus einem anderen Ordner, oder ein Artikel wurde inzwischen entfernt.",
    "Можливо, адреса з іншої теки, або статтю відтоді вилучено.",
);

/// How many sentences name two things together.
#[must_use]
pub fn together(n: u32) -> String {
    N_SENTENCES.say(n)
}
