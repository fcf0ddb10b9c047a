//! Labels that the worker gives in English, said from what they stand for: dates of a facet, levels of the tree of places.

use super::date::iso_date;
use super::phrase::{Language, Phrase, language};
use crate::key::Facet;

const WITHIN: Phrase = Phrase::new("in {0}", "in {0}", "у межах: {0}");
const ITSELF: Phrase = Phrase::new("{0} itself", "{0} selbst", "саме {0}");

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
        "ar" => Phrase::new("ar", "Arabisch", "арабська"),
        "be" => Phrase::new("be", "Belarussisch", "білоруська"),
        "bg" => Phrase::new("bg", "Bulgarisch", "болгарська"),
        "cs" => Phrase::new("cs", "Tschechisch", "чеська"),
        "de" => Phrase::new("de", "Deutsch", "німецька"),
        "en" => Phrase::new("en", "Englisch", "англійська"),
        "es" => Phrase::new("es", "Spanisch", "іспанська"),
        "fr" => Phrase::new("fr", "Französisch", "французька"),
        "it" => Phrase::new("it", "Italienisch", "італійська"),
        "lt" => Phrase::new("lt", "Litauisch", "литовська"),
        "lv" => Phrase::new("lv", "Lettisch", "латиська"),
        "et" => Phrase::new("et", "Estnisch", "естонська"),
        "nl" => Phrase::new("nl", "Niederländisch", "нідерландська"),
        "pl" => Phrase::new("pl", "Polnisch", "польська"),
        "pt" => Phrase::new("pt", "Portugiesisch", "португальська"),
        "ru" => Phrase::new("ru", "Russisch", "російська"),
        "tr" => Phrase::new("tr", "Türkisch", "турецька"),
        "uk" => Phrase::new("uk", "Ukrainisch", "українська"),
        other => return other.to_owned(),
    };
    name.text().to_owned()
}
