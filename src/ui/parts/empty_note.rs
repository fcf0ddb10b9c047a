//! Says why there is nothing and what to do.

use yew::prelude::*;

/// See [`EmptyNote`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct EmptyNoteProps {
    /// Why there is nothing.
    pub title: AttrValue,
    /// What to do, in a sentence.
    pub body: AttrValue,
    /// Buttons and links that do it.
    #[prop_or_default]
    pub children: Html,
}

/// Says why there is nothing and what to do.
#[component]
pub fn EmptyNote(props: &EmptyNoteProps) -> Html {
    html! {
        <div class="empty-note">
            <p class="empty-note-title">{ &props.title }</p>
            <p>{ &props.body }</p>
            <div class="actions">{ props.children.clone() }</div>
        </div>
    }
}
