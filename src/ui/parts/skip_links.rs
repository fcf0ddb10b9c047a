//! Links that let the keyboard jump over what comes first.

use crate::ui::dom;
use crate::ui::hooks::use_language;
use crate::ui::words::Phrase;
use yew::prelude::*;

/// See [`SkipLinks`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SkipLinksProps {
    /// The elements to jump to, by id, with what to call each.
    pub targets: Vec<(&'static str, Phrase)>,
}

/// Links that let the keyboard jump over what comes first; seen only while one has the focus.
#[component]
pub fn SkipLinks(props: &SkipLinksProps) -> Html {
    use_language();
    let link = |(id, name): &(&'static str, Phrase)| {
        let id = *id;
        // The hash is the address, so the jump must not be left to the browser.
        let onclick = move |event: MouseEvent| {
            event.prevent_default();
            dom::focus(id);
        };
        html! { <a href={["#", id].concat()} {onclick}>{ *name }</a> }
    };
    html! { <div class="skip-links">{ for props.targets.iter().map(link) }</div> }
}
