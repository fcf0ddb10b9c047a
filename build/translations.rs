//! Packs what each language says: `words_de.pack` and its like, which lie beside the page, and for the page itself
//! the English, `words_en.txt`, and the place of each text, `words_keys.rs`.

use crate::error::{Error, Result};
use crate::translation::{FORM_END, TEXT_END, Translation, key};
use crate::words::{self, N_LANGUAGES, Said};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// What a text says in each language.
type Texts = [String; N_LANGUAGES];

/// What stands in the English of a sentence with names or dates in it.
const PLACE: &str = "{0}";

/// Files to write, by their names.
///
/// # Errors
/// A text cannot be read, two texts have the same key, or a sentence is said in two ways: with file and line.
pub fn files(root: &Path) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let (texts, keys) = texts(root).map_err(Error::new)?;
    let told = told(root).map_err(Error::new)?;
    let pack = |at: usize| {
        let translation = Translation {
            texts: joined(&texts, at),
            told: told.whole.values().map(|texts| pair(texts, at)).collect(),
            templates: told.templates.iter().map(|texts| pair(texts, at)).collect(),
        };
        postcard::to_allocvec(&translation)
            .map_err(|error| Error::new(format!("packing the words of the interface: {error}")))
    };
    Ok(vec![
        ("words_en.txt", joined(&texts, 0).into_bytes()),
        ("words_de.pack", pack(1)?),
        ("words_uk.pack", pack(2)?),
        ("words_keys.rs", keys_in_rust(&keys).into_bytes()),
    ])
}

/// The texts of the interface in their places, and the places by their keys.
fn texts(root: &Path) -> std::result::Result<(Vec<Texts>, BTreeMap<u32, usize>), String> {
    let (mut all, mut places): (Vec<Texts>, BTreeMap<u32, usize>) = (Vec::new(), BTreeMap::new());
    for said in words::phrases(root)? {
        let texts = texts_of(&said);
        let place = *places.entry(key(&texts.each_ref().map(String::as_str))).or_insert(all.len());
        if place == all.len() {
            all.push(texts);
        } else if all[place] != texts {
            let other = &all[place][0];
            return Err(format!(
                "{}: has the key of another text, '{other}': word one of them otherwise",
                said.place
            ));
        }
    }
    Ok((all, places))
}

/// The sentences of the analysis.
#[derive(Default)]
struct Told {
    whole: BTreeMap<String, Texts>,
    templates: Vec<Texts>,
}

fn told(root: &Path) -> std::result::Result<Told, String> {
    let mut told = Told::default();
    for said in words::told(root)? {
        let texts = texts_of(&said);
        if is_template(&said) {
            told.templates.push(texts);
            continue;
        }
        let known = told.whole.entry(texts[0].clone()).or_insert_with(|| texts.clone());
        if *known != texts {
            return Err(format!("{}: '{}' is said otherwise before", said.place, texts[0]));
        }
    }
    Ok(told)
}

fn pair(texts: &Texts, at: usize) -> (String, String) {
    (texts[0].clone(), texts[at].clone())
}

fn joined(all: &[Texts], at: usize) -> String {
    all.iter().map(|texts| texts[at].as_str()).collect::<Vec<_>>().join(&TEXT_END.to_string())
}

/// A table of keys and places, for the compiler to look texts up in.
fn keys_in_rust(keys: &BTreeMap<u32, usize>) -> String {
    let mut code = format!("const PLACES: [(u32, u16); {}] = [\n", keys.len());
    for (key, place) in keys {
        writeln!(code, "    ({key:#x}, {place}),").expect("a string takes all that is written");
    }
    code + "];\n"
}

/// Whether a sentence has names or dates in it.
fn is_template(said: &Said) -> bool {
    said.forms[0].iter().any(|form| form.contains(PLACE))
}

/// What each language says, its forms one after the other.
fn texts_of(said: &Said) -> Texts {
    said.forms.each_ref().map(|forms| forms.join(FORM_END.encode_utf8(&mut [0; 4])))
}
