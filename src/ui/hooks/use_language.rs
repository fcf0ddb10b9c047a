//! The language of the page: chosen by the browser's languages, kept when a reader chooses another.
//!
//! The choice is kept in the browser and not in the address, so that a link reads in the language of whoever
//! follows it. What is kept and no language, and a browser that keeps nothing, count as no choice. What a
//! language other than English says comes from the worker; until it is here the page goes on in its last one.

use super::use_engine::EngineHandle;
use crate::engine::protocol::Ask;
use crate::ui::dom;
use crate::ui::words::{Language, language, learn, speak};
use yew::prelude::*;

/// What the choice is kept under.
const KEPT_AS: &str = "dateline-language";

/// The language spoken, handed to every part so that it is drawn anew when another is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Spoken {
    /// The language.
    pub language: Language,
    /// The language it is to be, which may still be on its way.
    pub chosen: Language,
    /// Called to speak another.
    pub choose: Callback<Language>,
}

/// At first: the language kept, else the first of the browser's that the page speaks, else English.
fn first_choice() -> Language {
    let kept = dom::kept(KEPT_AS).and_then(|code| Language::of_tag(&code));
    let wanted = || dom::wanted_languages().iter().find_map(|tag| Language::of_tag(tag));
    kept.or_else(wanted).unwrap_or_default()
}

/// Owns the language of the page: asks the engine what it says, and speaks it as soon as that is known.
#[hook]
pub fn use_spoken(engine: &EngineHandle) -> Spoken {
    let spoken = use_state_eq(language);
    let chosen = use_state_eq(first_choice);
    let (setter, ask) = (spoken.setter(), engine.ask.clone());
    let answer = engine.state.translation.clone();
    // A language says the same whenever it is asked.
    let answered = answer.as_ref().map(|answer| answer.key.clone());
    use_effect_with((*chosen, answered), move |(chosen, _)| {
        let heard = answer.and_then(|answer| Language::of_tag(&answer.key).zip(answer.view));
        if let Some((language, said)) = heard {
            learn(language, said);
        }
        if speak(*chosen) {
            dom::set_language(chosen.code());
            setter.set(*chosen);
        } else {
            ask.emit(Ask::Translation { language: chosen.code().to_owned() });
        }
    });
    let setter = chosen.setter();
    let choose = use_callback((), move |language: Language, ()| {
        dom::keep(KEPT_AS, language.code());
        setter.set(language);
    });
    Spoken { language: *spoken, chosen: *chosen, choose }
}

/// Draws the part anew whenever another language is spoken. Every part that says something calls it.
#[hook]
pub fn use_language() -> Option<Spoken> {
    use_context::<Spoken>()
}
