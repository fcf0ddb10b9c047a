//! One text in every language the interface speaks, and which of them it speaks now.
//!
//! A `Phrase` stands wherever a string may: as a child, as an attribute, where a `&str` is wanted; a
//! [`Counted`] is one that goes with a number. What changes stands in a text as `{0}`, `{1}`, so that each
//! language may order it as it likes. The language is one for the whole page. A text is no more than its place
//! among all texts, which the compiler finds in what `build.rs` gathered; English is in the program, and every
//! other language is learned first as a [`Translation`].
//! The glossary stands in CONTRIBUTING.md, "Adding a language".

use super::number::number;
use super::translation::{FORM_END, TEXT_END, Translation, key};
use std::cell::Cell;
use std::fmt;
use std::ops::Deref;
use std::sync::{LazyLock, OnceLock};

use yew::html::IntoPropValue;
use yew::{AttrValue, Html};

/// The same said in each language, as a [`Phrase`]: three texts written out, of which the program keeps the place.
macro_rules! phrase {
    ($english:literal, $german:literal, $ukrainian:literal $(,)?) => {{
        const PLACE: u16 = $crate::ui::words::phrase::place([$english, $german, $ukrainian]);
        $crate::ui::words::phrase::Phrase::at(PLACE)
    }};
}

/// The same said of a number in each language, as a [`Counted`]: one, other; one, other; one, few, many.
macro_rules! counted {
    (
        [$one:literal, $other:literal $(,)?],
        [$german_one:literal, $german_other:literal $(,)?],
        [$ukrainian_one:literal, $ukrainian_few:literal, $ukrainian_many:literal $(,)?] $(,)?
    ) => {{
        const PLACE: u16 = $crate::ui::words::phrase::place([
            concat!($one, '\n', $other),
            concat!($german_one, '\n', $german_other),
            concat!($ukrainian_one, '\n', $ukrainian_few, '\n', $ukrainian_many),
        ]);
        $crate::ui::words::phrase::Counted::at(PLACE)
    }};
}

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

include!(concat!(env!("OUT_DIR"), "/words_keys.rs"));

/// The place of a text, from what it says in each language; for the compiler alone.
pub(super) const fn place(texts: [&str; Language::ALL.len()]) -> u16 {
    let key = key(&texts);
    let (mut from, mut to) = (0, PLACES.len());
    while from < to {
        let middle = from.midpoint(to);
        if PLACES[middle].0 < key {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    assert!(from < PLACES.len() && PLACES[from].0 == key, "build.rs has not read this text");
    PLACES[from].1
}

/// Each text in its place.
type Texts = Vec<&'static str>;

static ENGLISH: LazyLock<Texts> =
    LazyLock::new(|| split(include_str!(concat!(env!("OUT_DIR"), "/words_en.txt"))));

fn split(texts: &'static str) -> Texts {
    texts.split(TEXT_END).collect()
}

/// What a language says that was learned.
struct Learned {
    texts: Texts,
    translation: &'static Translation,
}

impl Learned {
    fn keep(said: Translation) -> Self {
        let kept: &'static Translation = Box::leak(Box::new(said));
        Self { texts: split(&kept.texts), translation: kept }
    }
}

/// What each language says, once that is known; English needs nothing.
static LEARNED: [OnceLock<Learned>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

thread_local! {
    static SPOKEN: Cell<(Language, Option<&'static Learned>)> = const { Cell::new((Language::English, None)) };
}

/// The language the interface speaks now.
#[must_use]
pub fn language() -> Language {
    SPOKEN.get().0
}

/// What the language spoken now says in the place of English.
pub(super) fn translation() -> Option<&'static Translation> {
    SPOKEN.get().1.map(|learned| learned.translation)
}

/// Keeps what a language says, for as long as the page lives.
pub fn learn(language: Language, said: Translation) {
    LEARNED[language as usize].get_or_init(|| Learned::keep(said));
}

/// Whether it is known what a language says.
#[must_use]
pub fn is_known(language: Language) -> bool {
    language == Language::English || learned(language).is_some()
}

/// Speaks `language` from the next rendering on, if it is known what it says.
pub fn speak(language: Language) {
    if is_known(language) {
        SPOKEN.set((language, learned(language)));
    }
}

#[cfg(target_arch = "wasm32")]
fn learned(language: Language) -> Option<&'static Learned> {
    LEARNED[language as usize].get()
}

/// Natively there is no site to ask, and no size to keep small.
#[cfg(not(target_arch = "wasm32"))]
fn learned(language: Language) -> Option<&'static Learned> {
    let learned = || Learned::keep(super::bundled::translation(language.code()));
    (language != Language::English).then(|| LEARNED[language as usize].get_or_init(learned))
}

/// What stands in a place, in the language spoken now.
#[inline(never)]
fn text_at(place: u16) -> &'static str {
    let texts = SPOKEN.get().1.map_or(&*ENGLISH, |learned| &learned.texts);
    texts.get(usize::from(place)).copied().unwrap_or_default()
}

/// One text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase(u16);

impl Phrase {
    /// Nothing, in each language.
    pub const EMPTY: Self = phrase!("", "", "");

    /// See `phrase!`.
    pub(super) const fn at(place: u16) -> Self {
        Self(place)
    }

    /// The text in the language spoken now.
    #[must_use]
    pub fn text(&self) -> &'static str {
        text_at(self.0)
    }

    /// The English text, whatever is spoken now.
    #[must_use]
    pub fn english(&self) -> &'static str {
        ENGLISH[usize::from(self.0)]
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
pub struct Counted(u16);

impl Counted {
    /// See `counted!`.
    pub(super) const fn at(place: u16) -> Self {
        Self(place)
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
        let form = match language() {
            Language::English | Language::German => usize::from(n != 1),
            Language::Ukrainian => ukrainian_form(n),
        };
        text_at(self.0).split(FORM_END).nth(form).unwrap_or_default()
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

    // Said in the files beside this one, too: `build.rs` reads no tests.
    const OF_STORIES: Counted = counted!(
        ["{1} of {0} story", "{1} of {0} stories"],
        ["{1} zu {0} Bericht", "{1} zu {0} Berichten"],
        ["{1} з {0} матеріалу", "{1} з {0} матеріалів", "{1} з {0} матеріалів"],
    );
    const N_FILES: Counted = counted!(
        ["{0} file passed over", "{0} files passed over"],
        ["{0} Datei übergangen", "{0} Dateien übergangen"],
        ["{0} файл пропущено", "{0} файли пропущено", "{0} файлів пропущено"],
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
            assert!(is_known(language));
            speak(language);
            for (n, form) in [0, 1, 2, 5, 11, 21, 22, 25].into_iter().zip(forms) {
                let said = N_FILES.say(n);
                assert_eq!(said.split(' ').nth(1), Some(form), "{language:?} {n}");
                assert!(said.starts_with(&n.to_string()), "{said}");
            }
        }
        assert_eq!([101, 111, 112, 121].map(ukrainian_form), [0, 2, 2, 0]);
    }

    #[test]
    fn parts_stand_where_the_language_puts_them() {
        let phrase = phrase!("Exclude {0}", "{0} ausschließen", "Виключити: {0}");
        assert_eq!(phrase.with(["{0}"]), "Exclude {0}");
        speak(Language::German);
        assert_eq!(phrase.with(["5"]), "5 ausschließen");
        assert_eq!(OF_STORIES.with(1, "2"), "2 zu 1 Bericht");
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
