//! How to ask, with examples from the folder.

use crate::engine::protocol::Ask;
use crate::search::query::Selection;
use crate::search::url::{Location, Page};
use crate::ui::hooks::{EngineHandle, Navigation, use_language};
use crate::ui::words;
use crate::view::{Example, HelpView, Lesson};
use yew::prelude::*;

/// See [`HelpPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct HelpPageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// How to ask.
#[component]
pub fn HelpPage(props: &HelpPageProps) -> Html {
    use_language();
    let ask = props.engine.ask.clone();
    use_effect_with((), move |()| ask.emit(Ask::Help));
    let Some(view) = &props.engine.state.help else { return Html::default() };
    let section = |(title, lessons): &(words::Phrase, &'static [Lesson])| draw_section(view, *title, lessons);
    html! {
        <div class="help-page page">
            <h1>{ words::HELP_TITLE }</h1>
            <p class="lead">{ words::HELP_LEAD }</p>
            { for words::HELP_SECTIONS.iter().map(section) }
        </div>
    }
}

fn draw_section(view: &HelpView, title: words::Phrase, lessons: &[Lesson]) -> Html {
    let examples: Vec<&Example> =
        view.examples.iter().filter(|example| lessons.contains(&example.lesson)).collect();
    if examples.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h2>{ title }</h2>
            <table>
                <thead class="unseen">
                    <tr>{ for words::HELP_COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr>
                </thead>
                <tbody>{ for examples.into_iter().map(draw_example) }</tbody>
            </table>
        </section>
    }
}

fn draw_example(example: &Example) -> Html {
    // The space ends the last word, so that it is read as it stands.
    let selection = Selection::default().with_words(&format!("{} ", example.words));
    let href = Location { page: Page::Articles, selection, ..Location::default() }.to_hash();
    html! {
        <tr>
            <th scope="row"><a {href}><code>{ &example.words }</code></a></th>
            <td>{ words::lesson(example.lesson) }</td>
            <td class="help-page-count">{ words::articles(example.n_articles) }</td>
        </tr>
    }
}
