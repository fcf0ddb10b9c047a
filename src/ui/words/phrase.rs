//! One text in every language the interface speaks, and which of them it speaks now.
//!
//! A `Phrase` stands wherever a string may: as a child, as an attribute, where a `&str` is wanted; a
//! [`Counted`] is one that goes with a number. What changes stands in a text as `{0}`, `{1}`, so that each
//! language may order it as it likes. The language is one for the whole page, chosen before the first paint
//! and by the switch. The glossary stands in CONTRIBUTING.md, "Adding a language".

use super::number::number;
use std::cell::Cell;
use std::fmt;
use std::ops::Deref;

use yew::html::IntoPropValue;
use yew::{AttrValue, Html};

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
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

    /// ISO 639-1 code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::Ukrainian => "uk",
        }
    }

    /// What those who speak it call it.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::Ukrainian => "Українська",
        }
    }

    /// The language of a BCP 47 tag: `de-AT` is German.
    #[must_use]
    pub fn of_tag(tag: &str) -> Option<Self> {
        let code = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| code.eq_ignore_ascii_case(language.code()))
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language the interface speaks now.
#[must_use]
pub fn language() -> Language {
    SPOKEN.get()
}

/// Speaks `language` from the next rendering on.
pub fn speak(language: Language) {
    SPOKEN.set(language);
}

/// One text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    english: &'static str,
    german: &'static str,
    ukrainian: &'static str,
}

impl Phrase {
    /// Nothing, in each language.
    pub const EMPTY: Self = Self::new("", "", "");

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

    /// The English text, whatever is spoken now.
    #[must_use]
    pub fn english(&self) -> &'static str {
        self.english
    }

    /// The text with `parts` in the places of `{0}`, `{1}` …
    #[must_use]
    pub fn with<const N: usize>(&self, parts: [&str; N]) -> String {
        fill(self.text(), &parts)
    }
}

/// Puts `parts` in the places of `{0}`, `{1}` …; a place without its part stays as it is.
pub(super) fn fill(text: &str, parts: &[&str]) -> String {
    let mut out = String::with_capacity(text.len() + parts.iter().map(|part| part.len()).sum::<usize>());
    let mut rest = text;
    while let Some((before, number, behind)) = split_at_place(rest) {
        out.push_str(before);
        match parts.get(number) {
            Some(part) => out.push_str(part),
            None => out.push_str(&rest[before.len()..rest.len() - behind.len()]),
        }
        rest = behind;
    }
    out + rest
}

/// The text before the first `{0}` or its like, the number in it, and the text behind it.
pub(super) fn split_at_place(text: &str) -> Option<(&str, usize, &str)> {
    let mut from = 0;
    while let Some(at) = text[from..].find('{').map(|at| from + at) {
        if let &[digit @ b'0'..=b'9', b'}', ..] = &text.as_bytes()[at + 1..] {
            return Some((&text[..at], usize::from(digit - b'0'), &text[at + 3..]));
        }
        from = at + 1;
    }
    None
}

/// A text that goes with a whole number, which stands in it as `{0}`, in the forms that numbers ask for.
///
/// The forms are those of the Unicode plural rules: English and German have one and other, Ukrainian has one
/// (1, 21, 31 …), few (2 to 4, 22 to 24 …) and many (0, 5 to 20, 25 …).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    english: [&'static str; 2],
    german: [&'static str; 2],
    ukrainian: [&'static str; 3],
}

impl Counted {
    /// The same said in each language: one, other; one, other; one, few, many.
    #[must_use]
    pub const fn new(
        english: [&'static str; 2],
        german: [&'static str; 2],
        ukrainian: [&'static str; 3],
    ) -> Self {
        Self { english, german, ukrainian }
    }

    /// The text with the number in it: `1 article`, `12,345 articles`.
    #[must_use]
    pub fn say(&self, n: u32) -> String {
        fill(self.form(n), &[&number(n.into())])
    }

    /// The text with the number as `{0}`, and `part` as `{1}`.
    #[must_use]
    pub fn with(&self, n: u32, part: &str) -> String {
        fill(self.form(n), &[&number(n.into()), part])
    }

    /// The form that a number asks for, with `{0}` in the place of the number.
    pub(super) fn form(&self, n: u32) -> &'static str {
        match language() {
            Language::English => self.english[usize::from(n != 1)],
            Language::German => self.german[usize::from(n != 1)],
            Language::Ukrainian => self.ukrainian[ukrainian_form(n)],
        }
    }
}

/// 0 is one, 1 few, 2 many, by the plural rules of Ukrainian for whole numbers (Unicode CLDR).
fn ukrainian_form(n: u32) -> usize {
    match (n % 10, n % 100) {
        (1, last_two) if last_two != 11 => 0,
        (2..=4, last_two) if !(12..=14).contains(&last_two) => 1,
        _ => 2,
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

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: Counted = Counted::new(
        ["{0} file in {1}", "{0} files in {1}"],
        ["{0} Datei in {1}", "{0} Dateien in {1}"],
        ["{0} файл у {1}", "{0} файли у {1}", "{0} файлів у {1}"],
    );

    #[test]
    fn numbers_take_the_form_that_each_language_asks_for() {
        for (language, forms) in [
            (Language::English, ["files", "file", "files", "files", "files", "files", "files", "files"]),
            (
                Language::German,
                ["Dateien", "Datei", "Dateien", "Dateien", "Dateien", "Dateien", "Dateien", "Dateien"],
            ),
            (Language::Ukrainian, ["файлів", "файл", "файли", "файлів", "файлів", "файл", "файли", "файлів"]),
        ] {
            speak(language);
            for (n, form) in [0, 1, 2, 5, 11, 21, 22, 25].into_iter().zip(forms) {
                let said = FILES.with(n, "x");
                assert_eq!(said.split(' ').nth(1), Some(form), "{language:?} {n}");
                assert!(said.starts_with(&n.to_string()) && said.ends_with(" x"), "{said}");
            }
        }
        assert_eq!([101, 111, 112, 121].map(ukrainian_form), [0, 2, 2, 0]);
    }

    #[test]
    fn parts_stand_where_the_language_puts_them() {
        let phrase = Phrase::new("{0} of {1}", "{1}: {0}", "{0} з {1}");
        assert_eq!(phrase.with(["2", "{0}"]), "2 of {0}");
        speak(Language::German);
        assert_eq!(phrase.with(["2", "5"]), "5: 2");
        assert_eq!(fill("{ {x} {7} {0}", &["a"]), "{ {x} {7} a");
    }

    #[test]
    fn a_tag_names_its_language() {
        assert_eq!(Language::of_tag("de-AT"), Some(Language::German));
        assert_eq!(Language::of_tag("UK"), Some(Language::Ukrainian));
        assert_eq!(Language::of_tag("den"), None);
        assert_eq!(Language::of_tag(""), None);
    }
}
