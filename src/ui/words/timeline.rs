//! Words of the timeline.

use super::number::{articles, number};
use super::phrase::{Counted, Phrase};
use crate::search::url::LaneBy;

/// The accessible name of the menu of lanes.
pub const LANES: Phrase = phrase!("Lanes by", "Zeilen nach", "Рядки за");
/// The accessible name of the list beside the picture.
pub const EVENTS: Phrase = phrase!("What happened", "Was geschah", "Що сталося");
/// How to use the picture without a pointer.
pub const TIMELINE_HELP: Phrase = phrase!(
    "Arrow keys walk through what happened, Enter opens its sentences. Plus and minus zoom, Page Up and Page Down move through time.",
    "Pfeiltasten führen durch die Ereignisse, die Eingabetaste öffnet ihre Sätze. Plus und Minus vergrößern und verkleinern, Bild auf und Bild ab bewegen durch die Zeit.",
    "Клавіші зі стрілками ведуть від події до події, Enter відкриває речення про неї. Плюс і мінус змінюють масштаб, Page Up і Page Down рухають у часі.",
);
/// Sets a time off that is not sure.
pub const GUESSED: Phrase = phrase!("guessed", "vermutet", "припущення");
/// What the looks of marks mean, where not all times are sure.
pub const TIMELINE_KEY: Phrase = phrase!(
    "hatched where the date is guessed",
    "schraffiert, wo das Datum vermutet ist",
    "заштриховано, де дата є припущенням",
);
/// The columns of the table.
pub const TIMELINE_COLUMNS: [Phrase; 4] = [
    phrase!("When", "Wann", "Коли"),
    phrase!("What", "Was", "Що"),
    phrase!("Stories", "Berichte", "Матеріали"),
    phrase!("Articles", "Artikel", "Статті"),
];
/// Shown when nothing selected has a date.
pub const NO_EVENTS_TITLE: Phrase =
    phrase!("Nothing here is dated", "Hier ist nichts datiert", "Тут немає нічого датованого");
/// Why the timeline is empty.
pub const NO_EVENTS_BODY: Phrase = phrase!(
    "The timeline shows sentences that name a date. No sentence of the selected articles does.",
    "Die Zeitleiste zeigt Sätze, die ein Datum nennen. Kein Satz der ausgewählten Artikel tut das.",
    "Хронологія показує речення з датою. У статтях добірки таких немає.",
);
/// The lane of whatever stands in no other.
pub const REST: Phrase = phrase!("Everything else", "Alles Übrige", "Решта");
/// Nothing happened in what is shown.
pub const NO_EVENTS_SHOWN: Phrase = phrase!(
    "Nothing happened in these days by these articles.",
    "In diesen Tagen geschah laut diesen Artikeln nichts.",
    "За цими статтями, у ці дні нічого не сталося.",
);

/// What lanes can stand for.
#[must_use]
pub fn lane_by(by: LaneBy) -> Phrase {
    match by {
        LaneBy::Person => phrase!("Person", "Person", "Особа"),
        LaneBy::Place => phrase!("Place", "Ort", "Місце"),
        LaneBy::Article => phrase!("Article", "Artikel", "Стаття"),
    }
}

const N_EVENTS: Counted = counted!(
    ["{0} event", "{0} events"],
    ["{0} Ereignis", "{0} Ereignisse"],
    ["{0} подія", "{0} події", "{0} подій"],
);
const IN_N_DATED: Counted = counted!(
    ["in {0} dated sentence", "in {0} dated sentences"],
    ["in {0} datierten Satz", "in {0} datierten Sätzen"],
    ["у {0} реченні з датою", "у {0} реченнях із датою", "у {0} реченнях із датою"],
);
const N_WITHOUT_DATE: Counted = counted!(
    ["{0} article names no date", "{0} articles name no date"],
    ["{0} Artikel nennt kein Datum", "{0} Artikel nennen kein Datum"],
    ["{0} стаття не називає дат", "{0} статті не називають дат", "{0} статей не називають дат"],
);

/// How much the timeline shows: `20 events in 22 dated sentences; 1 article names no date`.
#[must_use]
pub fn timeline_counts(n_events: u32, n_statements: u32, n_undated: u32) -> String {
    let dated = [N_EVENTS.say(n_events), IN_N_DATED.say(n_statements)].join(" ");
    if n_undated == 0 { dated } else { [dated, N_WITHOUT_DATE.say(n_undated)].join("; ") }
}

const EARLIER: Phrase = phrase!("← {0} earlier", "← {0} früher", "← {0} раніше");
const LATER: Phrase = phrase!("{0} later →", "{0} später →", "{0} пізніше →");

/// Events before what is shown.
#[must_use]
pub fn earlier(n: u32) -> String {
    EARLIER.with([&number(n.into())])
}

/// Events after what is shown.
#[must_use]
pub fn later(n: u32) -> String {
    LATER.with([&number(n.into())])
}

const LEFT_OUT: Counted = counted!(
    [
        "{0} event told by fewer articles left out: zoom in to see them",
        "{0} events told by fewer articles left out: zoom in to see them",
    ],
    [
        "{0} Ereignis, von dem weniger Artikel berichten, ausgelassen: zum Ansehen vergrößern",
        "{0} Ereignisse, von denen weniger Artikel berichten, ausgelassen: zum Ansehen vergrößern",
    ],
    [
        "{0} подію, про яку пише менше статей, пропущено: збільште масштаб, щоб побачити",
        "{0} події, про які пише менше статей, пропущено: збільште масштаб, щоб побачити",
        "{0} подій, про які пише менше статей, пропущено: збільште масштаб, щоб побачити",
    ],
);

/// Events that others leave no room for.
#[must_use]
pub fn events_left_out(n: u32) -> String {
    LEFT_OUT.say(n)
}

const TOLD_BY: Phrase = phrase!("told by {0}", "berichtet in: {0}", "про це: {0}");
const OF_STORIES: Counted = counted!(
    ["{1} of {0} story", "{1} of {0} stories"],
    ["{1} zu {0} Bericht", "{1} zu {0} Berichten"],
    ["{1} з {0} матеріалу", "{1} з {0} матеріалів", "{1} з {0} матеріалів"],
);

/// Who tells an event.
#[must_use]
pub fn told_by(n_stories: u32, n_articles: u32) -> String {
    let told = articles(n_articles);
    let told = if n_stories == n_articles { told } else { OF_STORIES.with(n_stories, &told) };
    TOLD_BY.with([&told])
}
