//! The language of the page: chosen by the browser's languages, kept when a reader chooses another.
//!
//! The choice is kept in the browser and not in the address, so that a link reads in the language of whoever
//! follows it. What is kept and no language, and a browser that keeps nothing, count as no choice. What a
//! language other than English says lies beside the page, which waits for it before it is first drawn; where it
//! cannot be had, the page goes on in its last one.

use crate::ui::words::{self, Language, is_known, language, learn, speak};
use crate::ui::{dom, start};
use wasm_bindgen_futures::spawn_local;
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

/// Speaks the language of the first choice, if what it says can be had.
pub async fn speak_first() {
    let first = first_choice();
    learn_it(first).await;
    speak_now(first);
}

/// Learns what a language says, unless that is known or cannot be had.
async fn learn_it(language: Language) {
    if !is_known(language) {
        let said = start::translation(language.code()).await;
        said.into_iter().for_each(|said| learn(language, said));
    }
}

/// Speaks a language if it is known what it says; gives back the one that is spoken.
fn speak_now(language: Language) -> Language {
    speak(language);
    let spoken = words::language();
    dom::set_language(spoken.code());
    spoken
}

/// Owns the language of the page.
#[hook]
pub fn use_spoken() -> Spoken {
    let spoken = use_state_eq(language);
    let chosen = use_state_eq(language);
    let newest = use_mut_ref(language);
    let setters = (spoken.setter(), chosen.setter());
    let choose = use_callback((), move |language: Language, ()| {
        let (newest, (spoken, chosen)) = (newest.clone(), setters.clone());
        dom::keep(KEPT_AS, language.code());
        *newest.borrow_mut() = language;
        chosen.set(language);
        spawn_local(async move {
            learn_it(language).await;
            // Another may have been chosen meanwhile, and speaks when it is learned.
            if *newest.borrow() == language {
                let now = speak_now(language);
                spoken.set(now);
                chosen.set(now);
            }
        });
    });
    Spoken { language: *spoken, chosen: *chosen, choose }
}

/// Draws the part anew whenever another language is spoken. Every part that says something calls it.
#[hook]
pub fn use_language() -> Option<Spoken> {
    use_context::<Spoken>()
}
