//! Words that the views over a selection share.

use super::phrase::Phrase;
use crate::search::url::Page;
use crate::view::Export;

/// The accessible name of the views in the navigation.
pub const VIEWS: Phrase = phrase!("Views", "Ansichten", "Перегляди");
/// When.
pub const TIMELINE: Phrase = phrase!("Timeline", "Zeitleiste", "Хронологія");
/// With whom.
pub const NETWORK: Phrase = phrase!("Network", "Netzwerk", "Зв’язки");
/// In whose words.
pub const QUOTES: Phrase = phrase!("Quotes", "Zitate", "Цитати");
/// In how many versions.
pub const COMPARE: Phrase = phrase!("Compare", "Vergleich", "Порівняння");

/// The name of a page that shows the selection.
#[must_use]
pub fn page(page: &Page) -> Phrase {
    match page {
        Page::Timeline => TIMELINE,
        Page::Map => super::MAP,
        Page::Network => NETWORK,
        Page::Quotes => QUOTES,
        Page::Compare => COMPARE,
        _ => super::ARTICLES,
    }
}

/// Leads from a view to the filters.
pub const CHANGE_SELECTION: Phrase = phrase!("change the selection", "Auswahl ändern", "змінити добірку");
/// Opens the table under a picture.
pub const AS_A_TABLE: Phrase = phrase!("As a table", "Als Tabelle", "Таблицею");
/// Opens the menu of files.
pub const TAKE_AWAY: Phrase = phrase!("Save", "Speichern", "Зберегти");
/// The picture as SVG.
pub const PICTURE_SVG: Phrase = phrase!("Picture, SVG", "Bild, SVG", "Зображення, SVG");
/// The picture as PNG.
pub const PICTURE_PNG: Phrase = phrase!("Picture, PNG", "Bild, PNG", "Зображення, PNG");

/// The name of a form of a view's data.
#[must_use]
pub fn export(what: Export) -> Phrase {
    match what {
        Export::TimelineMarkdown => phrase!("Text, Markdown", "Text, Markdown", "Текст, Markdown"),
        Export::TimelineCsv | Export::DisagreementsCsv | Export::NetworkCsv | Export::MapCsv => {
            phrase!("Table, CSV", "Tabelle, CSV", "Таблиця, CSV")
        }
        Export::SpeakersCsv => super::SAVE_SPEAKERS,
        Export::QuotesCsv => super::SAVE_QUOTES,
        Export::MapGeoJson => super::MAP_GEOJSON,
        Export::TimelineJson => phrase!("TimelineJS, JSON", "TimelineJS, JSON", "TimelineJS, JSON"),
    }
}
