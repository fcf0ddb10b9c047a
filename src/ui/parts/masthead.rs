//! The head of every page: the name, the search field, the pages.

use super::language_switch::LanguageSwitch;
use super::seal::Seal;
use super::search_box::SearchBox;
use crate::search::url::Page;
use crate::ui::hooks::{Navigation, Trust, use_language};
use crate::ui::words;
use crate::view::Completion;
use std::rc::Rc;
use yew::prelude::*;

/// See [`Masthead`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// Where the reader is.
    pub navigation: Navigation,
    /// What the words could become.
    #[prop_or_default]
    pub completions: Rc<[Completion]>,
    /// What the page has asked of the network.
    #[prop_or_default]
    pub trust: Rc<Trust>,
}

/// The head of every page.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    use_language();
    let navigation = &props.navigation;
    let at = &navigation.location.page;
    let on_words = {
        let navigation = navigation.clone();
        move |words: String| navigation.type_words(&words)
    };
    let link = |page: Page, name: words::Phrase| {
        let current = (*at == page).then_some("page");
        html! { <a href={navigation.href(page)} aria-current={current}>{ name }</a> }
    };
    html! {
        <header class="masthead">
            <a class="masthead-name" href="#/" aria-label={words::HOME}>
                { words::SITE }<span class="masthead-dash" aria-hidden="true">{ " —" }</span>
            </a>
            <SearchBox words={navigation.location.selection.words.clone()} {on_words}
                completions={props.completions.clone()} />
            <nav class="masthead-views" aria-label={words::VIEWS}>
                { link(Page::Articles, words::ARTICLES) }
                { for Page::VIEWS.into_iter().map(|(page, _)| { let name = words::page(&page); link(page, name) }) }
            </nav>
            <nav class="masthead-pages" aria-label={words::PAGES}>
                { link(Page::Methods, words::METHODS) }
                { link(Page::Help, words::HELP) }
                <Seal trust={props.trust.clone()} href={navigation.href(Page::Seal)} is_current={*at == Page::Seal} />
                <LanguageSwitch />
            </nav>
        </header>
    }
}
