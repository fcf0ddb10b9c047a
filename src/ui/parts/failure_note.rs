//! A failure in words a reader can act on.

use crate::ui::hooks::{Failure, use_language};
use crate::ui::{dom, words};
use yew::prelude::*;

/// See [`FailureNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct FailureNoteProps {
    /// What failed.
    pub failure: Failure,
    /// What a program said about it; may be empty.
    pub reason: AttrValue,
}

/// A failure in words a reader can act on.
#[component]
pub fn FailureNote(props: &FailureNoteProps) -> Html {
    use_language();
    let advice = match props.failure {
        Failure::Start => words::FAILED_START,
        Failure::Folder => words::FAILED_FOLDER,
        Failure::Versions => words::FAILED_VERSIONS,
        Failure::Stopped => words::FAILED_STOPPED,
        Failure::Corpus => words::FAILED_CORPUS,
    };
    html! {
        <div class="failure-note" role="alert">
            <h2>{ words::FAILED_TITLE }</h2>
            <p>{ advice }</p>
            if !props.reason.is_empty() {
                <details>
                    <summary>{ words::DETAILS }</summary>
                    <p><code dir="auto">{ &props.reason }</code></p>
                </details>
            }
            <div class="actions">
                <button type="button" class="button" onclick={|_| dom::reload()}>{ words::RELOAD }</button>
            </div>
        </div>
    }
}
