//! One text in every language the interface speaks, and which of them it speaks now.
//!
//! A `Phrase` stands wherever a string may: as a child, as an attribute, where a `&str` is wanted.
//! The language is one for the whole page, chosen before the first paint and by the switch.

use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicU8, Ordering};

use yew::html::IntoPropValue;
use yew::{AttrValue, Html};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum Language {
    /// American English.
    #[default]
    English,
    /// German.
    German,
    /// Ukrainian.
    Ukrainian,
}

impl Language {
    /// All of them, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::Ukrainian];
}

static SPOKEN: AtomicU8 = AtomicU8::new(Language::English as u8);

/// The language the interface speaks now.
#[must_use]
pub fn language() -> Language {
    let spoken = SPOKEN.load(Ordering::Relaxed);
    Language::ALL.into_iter().find(|&language| language as u8 == spoken).unwrap_or_default()
}

/// Speaks `language` from the next rendering on.
pub fn speak(language: Language) {
    SPOKEN.store(language as u8, Ordering::Relaxed);
}

/// One text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    english: &'static str,
    german: &'static str,
    ukrainian: &'static str,
}

impl Phrase {
    /// The same said in each language.
    #[must_use]
    pub const fn new(english: &'static str, german: &'static str, ukrainian: &'static str) -> Self {
        Self { english, german, ukrainian }
    }

    /// The text in the language spoken now.
    #[must_use]
    pub fn text(&self) -> &'static str {
        match language() {
            Language::English => self.english,
            Language::German => self.german,
            Language::Ukrainian => self.ukrainian,
        }
    }
}

impl Deref for Phrase {
    type Target = str;

    fn deref(&self) -> &str {
        self.text()
    }
}

impl fmt::Display for Phrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.text())
    }
}

impl From<Phrase> for AttrValue {
    fn from(phrase: Phrase) -> Self {
        Self::Static(phrase.text())
    }
}

impl IntoPropValue<AttrValue> for Phrase {
    fn into_prop_value(self) -> AttrValue {
        self.into()
    }
}

impl IntoPropValue<Option<AttrValue>> for Phrase {
    fn into_prop_value(self) -> Option<AttrValue> {
        Some(self.into())
    }
}

impl IntoPropValue<Html> for Phrase {
    fn into_prop_value(self) -> Html {
        self.text().into()
    }
}
