//! Labels that the worker gives in English, said from what they stand for: dates of a facet, levels of the tree of places.

use super::date::iso_date;
use super::phrase::{Language, Phrase, language};
use crate::key::Facet;

const WITHIN: Phrase = phrase!("in {0}", "in {0}", "у межах: {0}");
const ITSELF: Phrase = phrase!("{0} itself", "{0} selbst", "саме {0}");

/// What a value of a facet is called: a date by its slug, `in Lithuania` and `Lithuania itself` in words, a name as it is.
#[must_use]
pub fn value_label(facet: Facet, slug: &str, label: &str) -> String {
    if language() == Language::English {
        return label.to_owned();
    }
    match facet {
        Facet::When => iso_date(slug),
        Facet::Where => {
            match (slug.starts_with("in:"), label.strip_prefix("in "), label.strip_suffix(" itself")) {
                (true, Some(place), _) => WITHIN.with([place]),
                (false, _, Some(place)) => ITSELF.with([place]),
                _ => label.to_owned(),
            }
        }
        _ => label.to_owned(),
    }
}

/// What an article's language is called: `en` → `English`; another code stays.
#[must_use]
pub fn language_name(code: &str) -> String {
    let name = match code {
        "ar" => phrase!("ar", "Arabisch", "арабська"),
        "be" => phrase!("be", "Belarussisch", "білоруська"),
        "bg" => phrase!("bg", "Bulgarisch", "болгарська"),
        "cs" => phrase!("cs", "Tschechisch", "чеська"),
        "de" => phrase!("de", "Deutsch", "німецька"),
        "en" => phrase!("en", "Englisch", "англійська"),
        "es" => phrase!("es", "Spanisch", "іспанська"),
        "fr" => phrase!("fr", "Französisch", "французька"),
        "it" => phrase!("it", "Italienisch", "італійська"),
        "lt" => phrase!("lt", "Litauisch", "литовська"),
        "lv" => phrase!("lv", "Lettisch", "латиська"),
        "et" => phrase!("et", "Estnisch", "естонська"),
        "nl" => phrase!("nl", "Niederländisch", "нідерландська"),
        "pl" => phrase!("pl", "Polnisch", "польська"),
        "pt" => phrase!("pt", "Portugiesisch", "португальська"),
        "ru" => phrase!("ru", "Russisch", "російська"),
        "tr" => phrase!("tr", "Türkisch", "турецька"),
        "uk" => phrase!("uk", "Ukrainisch", "українська"),
        other => return other.to_owned(),
    };
    name.text().to_owned()
}
