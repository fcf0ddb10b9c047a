//! The languages of the interface, carried natively: in a browser they lie beside the page.

use super::translation::Translation;

/// Each language but English by its code, as `build.rs` packed it.
static TRANSLATIONS: [(&str, &[u8]); 2] = [
    ("de", include_bytes!(concat!(env!("OUT_DIR"), "/words_de.pack"))),
    ("uk", include_bytes!(concat!(env!("OUT_DIR"), "/words_uk.pack"))),
];

/// What a language says, by its ISO 639-1 code; nothing for one that there is none of.
#[must_use]
pub fn translation(code: &str) -> Translation {
    let bundled = TRANSLATIONS.into_iter().find(|(bundled, _)| *bundled == code);
    let unpacked =
        bundled.map(|(_, bytes)| postcard::from_bytes(bytes).expect("build.rs packed a translation"));
    unpacked.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::translation::TEXT_END;
    use super::*;

    #[test]
    fn every_language_says_the_same_texts() {
        let [german, ukrainian] = ["de", "uk"].map(translation);
        let n_texts = |said: &Translation| said.texts.split(TEXT_END).count();
        assert!(n_texts(&german) > 400 && n_texts(&german) == n_texts(&ukrainian));
        assert!(german.told.is_sorted() && ukrainian.told.is_sorted());
        assert_eq!(german.templates.len(), ukrainian.templates.len());
        assert_eq!(german.told("the name in full"), Some("der volle Name"));
        assert_eq!(translation("en"), Translation::default());
    }
}
