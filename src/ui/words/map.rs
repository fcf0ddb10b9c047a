//! Words of the map.

use super::number::{articles, number};
use super::phrase::{Language, Phrase, language};

/// Where.
pub const MAP: Phrase = phrase!("Map", "Karte", "Карта");
/// How to use the picture without a pointer.
pub const MAP_HELP: Phrase = phrase!(
    "Arrow keys walk through the circles, most articles first. Enter shows the sentences of one. Plus and minus zoom, Shift with arrow keys moves the map, 0 shows all places, Escape clears.",
    "Pfeiltasten gehen durch die Kreise, die meisten Artikel zuerst. Eingabe zeigt die Sätze dazu. Plus und Minus vergrößern und verkleinern, Umschalt mit Pfeiltasten verschiebt die Karte, 0 zeigt alle Orte, Escape hebt die Auswahl auf.",
    "Клавіші зі стрілками ведуть від кола до кола, спершу ті, де найбільше статей. Enter показує речення. Плюс і мінус змінюють масштаб, Shift зі стрілками рухає карту, 0 показує всі місця, Escape знімає вибір.",
);
/// Brings the map nearer.
pub const MAP_NEARER: Phrase = phrase!("Zoom in", "Vergrößern", "Наблизити");
/// Takes it farther away.
pub const MAP_FARTHER: Phrase = phrase!("Zoom out", "Verkleinern", "Віддалити");
/// Shows all places.
pub const MAP_WHOLE: Phrase = phrase!("Show all places", "Alle Orte zeigen", "Показати всі місця");
/// The accessible name of the buttons of the map.
pub const MAP_TOOLS: Phrase = phrase!("Part of the map", "Kartenausschnitt", "Частина карти");
/// Shown where no place is on the map.
pub const NO_PLACES_TITLE: Phrase =
    phrase!("No places to show", "Keine Orte zu zeigen", "Немає місць для показу");
/// Why there are none.
pub const NO_PLACES_BODY: Phrase = phrase!(
    "The map shows places that the selected articles name and whose coordinates are known. These name none.",
    "Die Karte zeigt Orte, die in den ausgewählten Artikeln vorkommen und deren Koordinaten bekannt sind. Hier kommt keiner vor.",
    "Карта показує місця, які названо у вибраних статтях і координати яких відомі. Тут таких немає.",
);
/// What the page says while no place is looked at.
pub const MAP_LEAD: Phrase = phrase!(
    "Choose a circle to read the sentences that name the place. Circles that would cover each other are one; zoom in and they part.",
    "Wählen Sie einen Kreis, um die Sätze über den Ort zu lesen. Kreise, die einander verdecken würden, sind einer; beim Vergrößern teilen sie sich.",
    "Виберіть коло, щоб прочитати речення про це місце. Кола, які закривали б одне одного, об’єднано; наблизьте карту, і вони розійдуться.",
);
/// The heading of the places that most articles name.
pub const MOST_PLACES: Phrase =
    phrase!("In most articles", "In den meisten Artikeln", "У найбільшій кількості статей");
/// What the looks of circles mean.
pub const MAP_KEY: Phrase = phrase!(
    "A ring is wider than a city and stands in its middle.",
    "Ein Ring ist größer als eine Stadt und steht in der Mitte.",
    "Кільце більше за місто й стоїть у середині.",
);
/// The sentences beside the map.
pub const MAP_SENTENCES: Phrase =
    phrase!("Sentences that name the place", "Sätze, die den Ort nennen", "Речення, у яких названо місце",);
/// Shown where a place is counted by its people alone.
pub const NO_MAP_SENTENCES: Phrase = phrase!(
    "No sentence names it: it is counted because its people are named.",
    "Kein Satz nennt es: Es zählt mit, weil seine Bewohner genannt werden.",
    "Його не названо в жодному реченні: його пораховано, бо згадано його мешканців.",
);
/// Stands before the places of one circle.
pub const IN_THIS_CIRCLE: Phrase = phrase!("In this circle", "In diesem Kreis", "У цьому колі");
/// Zooms in on a circle of several places.
pub const PART_CIRCLE: Phrase =
    phrase!("Zoom in until they part", "Vergrößern, bis sie sich teilen", "Наблизити, доки не розійдуться",);
/// Narrows the selection to a place.
pub const ONLY_THIS_PLACE: Phrase =
    phrase!("Only articles that name it", "Nur Artikel, die es nennen", "Лише статті, де його названо");
/// Widens the selection again.
pub const NOT_ONLY_THIS_PLACE: Phrase =
    phrase!("No longer only these", "Nicht mehr nur diese", "Більше не лише ці");
/// Looks at no place.
pub const CLOSE_PLACE: Phrase = phrase!("Clear", "Aufheben", "Зняти вибір");
/// Stands before places without coordinates.
pub const UNPLACED: Phrase = phrase!("Not on the map", "Nicht auf der Karte", "Немає на карті");
/// Why they are not.
pub const UNPLACED_BODY: Phrase = phrase!(
    "No list says where these lie.",
    "Von diesen sagt keine Liste, wo sie liegen.",
    "Жоден список не каже, де вони.",
);
/// Shown over a part of the map without circles.
pub const NOTHING_HERE: Phrase = phrase!(
    "No place of the selection lies in this part of the map.",
    "In diesem Teil der Karte liegt kein Ort der Auswahl.",
    "У цій частині карти немає місць із вибраного.",
);
/// The columns of the table.
pub const MAP_COLUMNS: [Phrase; 4] = [
    phrase!("Place", "Ort", "Місце"),
    phrase!("Articles", "Artikel", "Статей"),
    phrase!("Latitude", "Breite", "Широта"),
    phrase!("Longitude", "Länge", "Довгота"),
];
/// The places as programs for maps read them.
pub const MAP_GEOJSON: Phrase = phrase!("Places, GeoJSON", "Orte, GeoJSON", "Місця, GeoJSON");

/// The name of a circle: `Kyiv`, `Kyiv and 5 more`.
#[must_use]
pub fn circle_name(name: &str, n_others: usize) -> String {
    let n_others_said = number(n_others as u64);
    match (n_others, language()) {
        (0, _) => name.to_owned(),
        (_, Language::English) => [name, " and ", &n_others_said, " more"].concat(),
        (_, Language::German) => [name, " und ", &n_others_said, " weitere"].concat(),
        (_, Language::Ukrainian) => [name, " та ще ", &n_others_said].concat(),
    }
}

/// What a country of the map says of itself: `Ukraine and places in it: 5 articles`.
#[must_use]
pub fn country_title(name: &str, n_articles: u32) -> String {
    let and_places = match language() {
        Language::English => " and places in it: ",
        Language::German => " und Orte darin: ",
        Language::Ukrainian => " і місця в ній: ",
    };
    [name, and_places, &articles(n_articles)].concat()
}

/// Narrows the selection to a country or region with all that is in it.
#[must_use]
pub fn only_level(n_articles: u32) -> String {
    let only = match language() {
        Language::English => "Or anything in it: ",
        Language::German => "Oder etwas darin: ",
        Language::Ukrainian => "Або щось у ньому: ",
    };
    [only, &articles(n_articles)].concat()
}

/// How much the map shows: `24 places, named in 60 of 80 articles`.
#[must_use]
pub fn map_counts(n_places: usize, n_placed: u32, n_articles: u32) -> String {
    let [places, placed, all] = [n_places as u64, n_placed.into(), n_articles.into()].map(number);
    match language() {
        Language::English => {
            let noun = if n_places == 1 { " place, named in " } else { " places, named in " };
            let articles = if n_articles == 1 { " article" } else { " articles" };
            [&places, noun, &placed, " of ", &all, articles].concat()
        }
        Language::German => {
            let noun = if n_places == 1 { " Ort in " } else { " Orte in " };
            [&places, noun, &placed, " von ", &all, " Artikeln"].concat()
        }
        Language::Ukrainian => ["Місць: ", &places, "; названо в ", &placed, " статтях із ", &all].concat(),
    }
}
