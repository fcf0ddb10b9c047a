//! Words of the network.

use super::number::{articles, narrow, number};
use super::phrase::{Counted, Phrase};
use crate::search::url::LinkWithin;

/// The accessible name of the menu of units.
pub const LINKED_WITHIN: Phrase = phrase!("Linked within a", "Verbunden in einem", "Зв’язок у межах");
/// The accessible name of the slider.
pub const LEAST: Phrase = phrase!("Together at least", "Gemeinsam mindestens", "Разом щонайменше");
/// The accessible names of the menus that choose two names.
pub const CHAIN: [Phrase; 2] =
    [phrase!("Look at", "Ansehen", "Розглянути"), phrase!("Chain to", "Kette zu", "Ланцюжок до")];
/// Stands in a menu in which no name is chosen.
pub const NO_NAME: Phrase = phrase!("No name", "Kein Name", "Не обрано");
/// Takes the names back.
pub const CLEAR_NAMES: Phrase = phrase!("Clear", "Zurücksetzen", "Скинути");
/// How to use the picture without a pointer.
pub const NETWORK_HELP: Phrase = phrase!(
    "Arrow keys walk through the names, most named first. Enter looks at one, then at the chain to another. Plus and minus zoom, Escape clears.",
    "Pfeiltasten führen durch die Namen, die häufigsten zuerst. Die Eingabetaste zeigt einen Namen, dann die Kette zu einem anderen. Plus und Minus vergrößern und verkleinern, Escape setzt zurück.",
    "Клавіші зі стрілками ведуть від імені до імені, починаючи з найчастіших. Enter показує ім’я, потім ланцюжок до іншого. Плюс і мінус змінюють масштаб, Escape скидає вибір.",
);
/// The columns of the table.
pub const NETWORK_COLUMNS: [Phrase; 4] = [
    phrase!("Name", "Name", "Ім’я"),
    phrase!("Linked with", "Verbunden mit", "Пов’язано з"),
    phrase!("Together", "Gemeinsam", "Разом"),
    phrase!("Strength", "Stärke", "Сила"),
];
/// Shown when nothing is linked.
pub const NO_LINKS_TITLE: Phrase =
    phrase!("No names are linked here", "Hier sind keine Namen verbunden", "Тут немає пов’язаних імен");
/// Why there is no network.
pub const NO_LINKS_BODY: Phrase = phrase!(
    "A link joins people, places and organizations that stand together more often than chance would have it. The selected articles hold none that do.",
    "Eine Verbindung besteht zwischen Personen, Orten und Organisationen, die häufiger zusammen stehen, als es der Zufall wollte. In den ausgewählten Artikeln gibt es keine solchen.",
    "Зв’язок поєднує осіб, місця й організації, які трапляються разом частіше, ніж випадково. У статтях добірки таких немає.",
);
/// Shown when no chain joins two names.
pub const NO_CHAIN: Phrase = phrase!(
    "No chain of links joins these two names. Fewer times together, or a wider unit, may join them.",
    "Keine Kette verbindet diese beiden Namen. Eine kleinere Mindestzahl oder eine größere Einheit kann sie verbinden.",
    "Жоден ланцюжок не поєднує ці два імені. Спробуйте менше разів разом або ширші межі.",
);
/// What the picture shows while nothing is looked at.
pub const NETWORK_LEAD: Phrase = phrase!(
    "Choose a name to read its sentences, then another for the shortest chain between the two.",
    "Wählen Sie einen Namen, um seine Sätze zu lesen, dann einen zweiten für die kürzeste Kette zwischen beiden.",
    "Оберіть ім’я, щоб прочитати речення з ним, потім друге, щоб побачити найкоротший ланцюжок між ними.",
);
/// The heading of the names that stand together most often.
pub const MOST_LINKS: Phrase = phrase!("Together most often", "Am häufigsten zusammen", "Найчастіше разом");
/// The kind of sentences beside the picture.
pub const STEPS: Phrase = phrase!(
    "Sentences behind the links",
    "Sätze hinter den Verbindungen",
    "Речення, що стоять за зв’язками",
);

/// Within what two names are linked.
#[must_use]
pub fn within(within: LinkWithin) -> Phrase {
    match within {
        LinkWithin::Sentence => phrase!("Sentence", "Satz", "Речення"),
        LinkWithin::Paragraph => phrase!("Paragraph", "Absatz", "Абзац"),
        LinkWithin::Article => phrase!("Article", "Artikel", "Стаття"),
    }
}

/// `5 sentences`.
pub(super) const N_SENTENCES: Counted = counted!(
    ["{0} sentence", "{0} sentences"],
    ["{0} Satz", "{0} Sätze"],
    ["{0} речення", "{0} речення", "{0} речень"],
);
const N_PARAGRAPHS: Counted = counted!(
    ["{0} paragraph", "{0} paragraphs"],
    ["{0} Absatz", "{0} Absätze"],
    ["{0} абзац", "{0} абзаци", "{0} абзаців"],
);

/// So many units.
#[must_use]
pub fn units(within: LinkWithin, n: u32) -> String {
    match within {
        LinkWithin::Sentence => N_SENTENCES.say(n),
        LinkWithin::Paragraph => N_PARAGRAPHS.say(n),
        LinkWithin::Article => articles(n),
    }
}

/// How many times, as the slider says it.
#[must_use]
pub fn least_times(n: u32) -> String {
    super::times(n)
}

const OF_N_NAMES: Counted = counted!(
    ["{1} of {0} name", "{1} of {0} names"],
    ["{1} von {0} Namen", "{1} von {0} Namen"],
    ["{1} з {0} імені", "{1} з {0} імен", "{1} з {0} імен"],
);
const N_LINKS: Counted = counted!(
    ["{0} link", "{0} links"],
    ["{0} Verbindung", "{0} Verbindungen"],
    ["{0} зв’язок", "{0} зв’язки", "{0} зв’язків"],
);

/// How much the picture shows: `24 of 60 names, 80 links`.
#[must_use]
pub fn network_counts(n_nodes: usize, n_names: u32, n_links: usize) -> String {
    [OF_N_NAMES.with(n_names, &number(n_nodes as u64)), N_LINKS.say(narrow(n_links))].join(", ")
}
