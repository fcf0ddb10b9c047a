//! Says that a newer version of the site waits, and takes it when asked.

use crate::ui::hooks::use_language;
use crate::ui::start::{self, Offline};
use crate::ui::words;
use yew::prelude::*;

/// See [`UpdateNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct UpdateNoteProps {
    /// Whether the site is kept, and whether a newer one waits.
    pub offline: Offline,
}

/// Says that a newer version waits. Draws nothing otherwise.
#[component]
pub fn UpdateNote(props: &UpdateNoteProps) -> Html {
    use_language();
    if props.offline != Offline::Waiting {
        return Html::default();
    }
    html! {
        <div class="update-note" role="status">
            <p>{ words::NEWER_VERSION }</p>
            <button type="button" class="button" onclick={|_| start::reload()}>{ words::TAKE_NEWER }</button>
        </div>
    }
}
