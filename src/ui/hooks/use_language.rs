//! The language of the page: chosen by the browser's languages, kept when a reader chooses another.
//!
//! The choice is kept in the browser and not in the address, so that a link reads in the language of whoever
//! follows it. What is kept and no language, and a browser that keeps nothing, count as no choice.

use crate::ui::dom;
use crate::ui::words::{Language, language, speak};
use yew::prelude::*;

/// What the choice is kept under.
const KEPT_AS: &str = "dateline-language";

/// The language spoken, handed to every part so that it is drawn anew when another is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The language.
    pub language: Language,
    /// Called to speak another.
    pub choose: Callback<Language>,
}

/// Before the first drawing: the language kept, else the first of the browser's that the page speaks, else English.
pub fn begin_to_speak() {
    let kept = dom::kept(KEPT_AS).and_then(|code| Language::of_tag(&code));
    let wanted = || dom::wanted_languages().iter().find_map(|tag| Language::of_tag(tag));
    start_speaking(kept.or_else(wanted).unwrap_or_default());
}

fn start_speaking(language: Language) {
    speak(language);
    dom::set_language(language.code());
}

/// Owns the language of the page.
#[hook]
pub fn use_spoken() -> Spoken {
    let spoken = use_state(language);
    let setter = spoken.setter();
    let choose = use_callback((), move |language: Language, ()| {
        start_speaking(language);
        dom::keep(KEPT_AS, language.code());
        setter.set(language);
    });
    Spoken { language: *spoken, choose }
}

/// Draws the part anew whenever another language is spoken. Every part that says something calls it.
#[hook]
pub fn use_language() -> Option<Spoken> {
    use_context::<Spoken>()
}
