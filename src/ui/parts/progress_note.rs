//! How far the worker is; the style sheet shows it only when that takes long enough to notice.

use crate::ui::hooks::{Status, use_language};
use crate::ui::words;
use yew::prelude::*;

/// See [`ProgressNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ProgressNoteProps {
    /// How far the engine is.
    pub status: Status,
    /// Whether something else is there to be read meanwhile.
    #[prop_or_default]
    pub is_beside: bool,
}

/// How far the worker is. Draws nothing once all is known.
#[component]
pub fn ProgressNote(props: &ProgressNoteProps) -> Html {
    use_language();
    let beside = props.is_beside.then_some("progress-note-beside");
    match props.status {
        Status::Starting => html! {
            <div class={classes!("progress-note", beside)}>
                <p>{ words::OPENING }</p>
                <progress aria-label={words::OPENING}></progress>
                if !props.is_beside { <p class="progress-note-slow">{ words::SLOW }</p> }
            </div>
        },
        Status::Reading(n_done, n_total) => html! {
            <div class={classes!("progress-note", beside)}>
                <p>{ words::reading(n_done, n_total) }</p>
                <progress aria-label={words::OPENING} value={n_done.to_string()} max={n_total.max(1).to_string()} />
            </div>
        },
        Status::Filling(n_done, n_total) => html! {
            <div class={classes!("progress-note", beside)} role="status">
                <p>{ words::filling(n_done, n_total) }</p>
                <progress aria-label={words::FILLING} value={n_done.to_string()} max={n_total.max(1).to_string()} />
            </div>
        },
        Status::Ready | Status::Failed(..) => Html::default(),
    }
}
