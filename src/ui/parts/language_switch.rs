//! The switch between the languages of the page.

use crate::ui::hooks::use_language;
use crate::ui::words::{self, Language};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// A menu of languages, each under its own name, behind a small globe.
#[component]
pub fn LanguageSwitch() -> Html {
    let spoken = use_language();
    let has_changed = use_state_eq(|| false);
    let menu = use_node_ref();
    let now = spoken.as_ref().map_or_else(words::language, |spoken| spoken.chosen);
    let is_spoken = now == words::language();
    {
        // What a browser restores in the menu, or what was chosen, must not differ from what is spoken.
        let menu = menu.clone();
        use_effect_with(now, move |now| {
            if let Some(menu) = menu.cast::<HtmlSelectElement>() {
                menu.set_value(now.code());
            }
        });
    }
    let onchange = {
        let (menu, has_changed) = (menu.clone(), has_changed.clone());
        move |_: Event| {
            let chosen = menu.cast::<HtmlSelectElement>().and_then(|menu| Language::of_tag(&menu.value()));
            if let (Some(spoken), Some(chosen)) = (&spoken, chosen) {
                has_changed.set(true);
                spoken.choose.emit(chosen);
            }
        }
    };
    let option = |language: Language| {
        let code = language.code();
        html! { <option value={code} lang={code} selected={language == now}>{ language.own_name() }</option> }
    };
    html! {
        <span class="language-switch" title={words::LANGUAGE_SWITCH}>
            <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6.2" />
                <path d="M1.8 8h12.4M8 1.8c-4.2 3.6-4.2 8.8 0 12.4M8 1.8c4.2 3.6 4.2 8.8 0 12.4" />
            </svg>
            <select ref={menu} aria-label={words::LANGUAGE_SWITCH} {onchange}>{ for Language::ALL.into_iter().map(option) }</select>
            <span class="unseen" aria-live="polite">{ (*has_changed && is_spoken).then(|| words::LANGUAGE_NOW.text()) }</span>
        </span>
    }
}
