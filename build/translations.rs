//! Packs what each language but English says, for the worker to carry: `$OUT_DIR/words_de.pack` and its like.

use crate::error::{Error, Result};
use crate::translation::{FORM_END, Translation, key};
use crate::words::{self, N_LANGUAGES, Said};
use std::collections::BTreeMap;
use std::path::Path;

/// The files to write, with their places in the texts.
pub const PACKS: [(usize, &str); N_LANGUAGES - 1] = [(1, "words_de.pack"), (2, "words_uk.pack")];

/// What stands in the English of a sentence with names or dates in it.
const PLACE: &str = "{0}";

/// The bytes of each of [`PACKS`].
///
/// # Errors
/// A text cannot be read, two texts have the same key, or a sentence is said in two ways: with file and line.
pub fn pack(root: &Path) -> Result<[Vec<u8>; N_LANGUAGES - 1]> {
    let translations = translations(root).map_err(Error::new)?;
    let [german, ukrainian] = translations.each_ref().map(postcard::to_allocvec);
    let bytes = german.and_then(|german| Ok([german, ukrainian?]));
    bytes.map_err(|error| Error::new(format!("packing the words of the interface: {error}")))
}

fn translations(root: &Path) -> std::result::Result<[Translation; N_LANGUAGES - 1], String> {
    let (phrases, told) = (words::phrases(root)?, words::told(root)?);
    let mut by_key: BTreeMap<u32, [String; N_LANGUAGES]> = BTreeMap::new();
    for said in &phrases {
        let texts = texts(said);
        let key = key(&texts.each_ref().map(String::as_str));
        let known = by_key.entry(key).or_insert_with(|| texts.clone());
        if *known != texts {
            return Err(format!(
                "{}: has the key of another text, '{}': word one of them otherwise",
                said.place, known[0]
            ));
        }
    }
    let mut by_english: BTreeMap<String, [String; N_LANGUAGES]> = BTreeMap::new();
    for said in told.iter().filter(|said| !is_template(said)) {
        let texts = texts(said);
        let known = by_english.entry(texts[0].clone()).or_insert_with(|| texts.clone());
        if *known != texts {
            return Err(format!("{}: '{}' is said otherwise before", said.place, texts[0]));
        }
    }
    let templates: Vec<_> = told.iter().filter(|said| is_template(said)).map(texts).collect();
    let pair = |texts: &[String; N_LANGUAGES], at: usize| (texts[0].clone(), texts[at].clone());
    Ok(PACKS.map(|(at, _)| Translation {
        phrases: by_key.iter().map(|(key, texts)| (*key, texts[at].clone())).collect(),
        told: by_english.values().map(|texts| pair(texts, at)).collect(),
        templates: templates.iter().map(|texts| pair(texts, at)).collect(),
    }))
}

/// Whether a sentence has names or dates in it.
fn is_template(said: &Said) -> bool {
    said.forms[0].iter().any(|form| form.contains(PLACE))
}

/// What each language says, its forms one after the other.
fn texts(said: &Said) -> [String; N_LANGUAGES] {
    said.forms.each_ref().map(|forms| forms.join(FORM_END.encode_utf8(&mut [0; 4])))
}
