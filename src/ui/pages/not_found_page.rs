//! Leads home from an address that leads nowhere.

use crate::search::url::Page;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::parts::EmptyNote;
use crate::ui::words;
use yew::prelude::*;

/// See [`NotFoundPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct NotFoundPageProps {
    /// The path that led here.
    pub path: AttrValue,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Leads home from an address that leads nowhere.
#[component]
pub fn NotFoundPage(props: &NotFoundPageProps) -> Html {
    use_language();
    html! {
        <div class="not-found-page page">
            <h1>{ words::NOT_FOUND_TITLE }</h1>
            <EmptyNote title={words::not_found(&props.path)} body={words::NOT_FOUND_BODY}>
                <a class="button" href={props.navigation.href(Page::Articles)}>{ words::ALL_ARTICLES }</a>
            </EmptyNote>
        </div>
    }
}
