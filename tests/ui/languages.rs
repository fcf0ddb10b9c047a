//! The interface in each of its languages: every text has all of them, and no page keeps a word of another.

use crate::fixture as fx;
use crate::render::{render_in, root};
use crate::words::{self, Said};
use crate::{quotes, views};
use dateline::search::url::{Location, Page};
use dateline::ui::hooks::EngineState;
use dateline::ui::words::Language;
use dateline::ui::{Shell, ShellProps};
use std::collections::BTreeMap;

/// Every text of `src/ui/words/` and `lexicon/told/`.
fn all_said() -> Vec<Said> {
    let [phrases, told] = [words::phrases(&root()), words::told(&root())];
    phrases.unwrap().into_iter().chain(told.unwrap()).collect()
}

fn places(text: &str) -> Vec<char> {
    let mut places: Vec<char> = text.split('{').skip(1).filter_map(|part| part.chars().next()).collect();
    places.sort_unstable();
    places
}

#[test]
fn every_text_is_said_in_each_language() {
    let all = all_said();
    assert!(all.len() > 400, "{}", all.len());
    for said in &all {
        let Said { place, forms } = said;
        if forms.iter().flatten().all(String::is_empty) {
            continue;
        }
        let places_of_all = places(&forms[0][0]);
        for text in forms.iter().flatten() {
            assert!(!text.trim().is_empty(), "{place}: {forms:?}");
            assert_eq!(places(text), places_of_all, "{place}: {forms:?}");
        }
    }
}

#[test]
fn each_language_is_written_as_it_is_written() {
    for said in all_said() {
        let Said { place: file, forms } = &said;
        let english = &forms[0][0];
        let is_name = forms.iter().flatten().all(|text| text == english);
        for german in &forms[1] {
            assert!(!german.contains('”') && !german.contains('«'), "{file}: {german}");
            assert!(german.matches('„').count() >= german.matches('“').count().min(1), "{file}: {german}");
        }
        for ukrainian in &forms[2] {
            let is_foreign = |c: char| "“”„'".contains(c) || "ыэёъЫЭЁЪ".contains(c);
            let bare = ukrainian.replace("'none'", "");
            assert!(!bare.contains(is_foreign), "{file}: {ukrainian}");
            let has_words = english.contains(|c: char| c.is_ascii_lowercase());
            let is_cyrillic = ukrainian.contains(|c: char| ('а'..='я').contains(&c) || "іїєґ".contains(c));
            assert!(is_name || !has_words || is_cyrillic || ukrainian.contains('Ц'), "{file}: {ukrainian}");
        }
    }
}

/// The texts of elements, and the attributes that are read out.
fn visible(html: &str) -> Vec<String> {
    let texts = html.split('<').filter_map(|part| Some(part.split_once('>')?.1));
    let mut all: Vec<String> = texts.map(str::to_owned).collect();
    for name in
        [" aria-label=\"", " title=\"", " placeholder=\"", " aria-valuetext=\"", " aria-description=\""]
    {
        let values = html.split(name).skip(1).filter_map(|rest| rest.split('"').next());
        all.extend(values.map(str::to_owned));
    }
    let plain = |text: &String| text.replace("&quot;", "\"").replace("&amp;", "&").replace("&#x27;", "'");
    all.iter().map(plain).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect()
}

fn shell_in(language: Language, state: fn() -> EngineState, location: Location) -> String {
    render_in::<Shell>(language, move || ShellProps {
        navigation: fx::at(location),
        engine: fx::engine(state()),
        trust: fx::broken_trust(),
        is_help_open: true,
        on_help: Default::default(),
    })
}

/// Every page, whole.
fn pages(language: Language) -> BTreeMap<&'static str, String> {
    let page = |page| Location { page, ..Location::default() };
    let with_quotes = || EngineState { quotes: Some(quotes::view().into()), ..fx::state() };
    BTreeMap::from([
        ("list", shell_in(language, fx::state, Location::default())),
        ("reading", shell_in(language, fx::state, Location { shows_removed: true, ..fx::reading("003") })),
        ("entity", shell_in(language, fx::state, fx::entity_page())),
        ("methods", shell_in(language, fx::state, page(Page::Methods))),
        ("help", shell_in(language, fx::state, page(Page::Help))),
        ("seal", shell_in(language, fx::state, page(Page::Seal))),
        ("quotes", shell_in(language, with_quotes, page(Page::Quotes))),
        ("nowhere", shell_in(language, fx::state, page(Page::NotFound("x".into())))),
        ("timeline", views::shell_in(language, page(Page::Timeline))),
        ("network", views::shell_in(language, page(Page::Network))),
        ("compare", views::shell_in(language, page(Page::Compare))),
        ("side by side", views::shell_in(language, views::side_by_side())),
    ])
}

#[test]
fn no_page_keeps_a_word_of_english() {
    let said = all_said();
    for (at, language) in [(1, Language::German), (2, Language::Ukrainian)] {
        let other = |said: &&Said| !said.forms[at].contains(&said.forms[0][0]);
        let is_english = |text: &str| {
            said.iter().filter(other).any(|said| said.forms[0].iter().any(|it| it.trim() == text))
        };
        // What stands between the places of a text, where that is long enough to be no word of an article.
        let pieces: Vec<&str> = said
            .iter()
            .filter(other)
            .flat_map(|said| &said.forms[0])
            .filter(|text| text.contains("{0}"))
            .flat_map(|text| text.split(['{', '}']).filter(|piece| piece.split_whitespace().count() > 2))
            .collect();
        let is_put_together = |text: &str| pieces.iter().any(|piece| text.contains(piece.trim()));
        for (name, html) in pages(language) {
            let left: Vec<String> =
                visible(&html).into_iter().filter(|text| is_english(text) || is_put_together(text)).collect();
            assert!(left.is_empty(), "{language:?}, {name}: {left:#?}");
        }
    }
}

#[test]
fn a_page_says_numbers_and_dates_as_its_language_does() {
    let german = shell_in(Language::German, fx::state, fx::reading("003"));
    assert!(german.contains(">20. April 2023<") && german.contains("5 Artikel"));
    let ukrainian = shell_in(Language::Ukrainian, fx::state, fx::reading("003"));
    assert!(ukrainian.contains(">20 квітня 2023<") && ukrainian.contains("5 статей"));
    assert!(!ukrainian.contains("20 April 2023") && !german.contains("20 April 2023"));
}

#[test]
fn every_part_that_says_something_follows_the_language() {
    let mut deaf = Vec::new();
    for folder in ["src/ui/parts", "src/ui/pages"] {
        for file in std::fs::read_dir(root().join(folder)).unwrap() {
            let path = file.unwrap().path();
            let source = std::fs::read_to_string(&path).unwrap();
            let n_parts = source.matches("#[component]").count();
            let says = source.contains("words::");
            if says && source.matches("use_language();").count() < n_parts {
                deaf.push(path);
            }
        }
    }
    assert!(deaf.is_empty(), "call use_language() first in each component of {deaf:#?}");
}
