//! The menu of what a reader can take away of a view: its picture, its data.

use crate::engine::protocol::Ask;
use crate::ui::hooks::{EngineHandle, Navigation, use_language};
use crate::ui::{picture, words};
use crate::view::Export;
use yew::prelude::*;

/// See [`TakeAway`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TakeAwayProps {
    /// The id of the drawing, and the name of its files; nothing where there is none.
    #[prop_or_default]
    pub drawing: Option<&'static str>,
    /// The forms of its data.
    pub exports: Vec<Export>,
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The menu of what a reader can take away of a view.
#[component]
pub fn TakeAway(props: &TakeAwayProps) -> Html {
    use_language();
    let TakeAwayProps { drawing, exports, engine, navigation } = props;
    let wanted = use_mut_ref(|| None::<Export>);
    {
        let wanted = wanted.clone();
        use_effect_with(engine.state.export.clone(), move |answer| {
            let what = *wanted.borrow();
            if let Some((answer, what)) =
                answer.as_ref().zip(what).filter(|(answer, what)| answer.key.1 == *what)
            {
                *wanted.borrow_mut() = None;
                hand_over(what, answer.view.as_deref());
            }
        });
    }
    let take = |what: Export| {
        let (wanted, engine, selection) =
            (wanted.clone(), engine.clone(), navigation.location.selection.clone());
        let onclick = move |_: MouseEvent| {
            let key = (selection.clone(), what);
            match engine.state.export.as_ref().filter(|answer| answer.key == key) {
                Some(answer) => hand_over(what, answer.view.as_deref()),
                None => {
                    *wanted.borrow_mut() = Some(what);
                    engine.ask.emit(Ask::Export { selection: selection.clone(), what });
                }
            }
        };
        html! { <li><button type="button" class="link-button" {onclick}>{ words::export(what) }</button></li> }
    };
    let draw = |drawing: &'static str, is_png: bool, name: words::Phrase| {
        let onclick = move |_: MouseEvent| picture::save_picture(drawing, drawing, is_png);
        html! { <li><button type="button" class="link-button" {onclick}>{ name }</button></li> }
    };
    html! {
        <details class="take-away">
            <summary class="button">{ words::TAKE_AWAY }</summary>
            <ul role="list">
                { for exports.iter().copied().map(take) }
                if let Some(drawing) = *drawing {
                    { draw(drawing, false, words::PICTURE_SVG) }
                    { draw(drawing, true, words::PICTURE_PNG) }
                }
            </ul>
        </details>
    }
}

fn hand_over(what: Export, text: Option<&String>) {
    if let Some(text) = text {
        let (name, media_type) = what.file();
        picture::save_text(name, media_type, text);
    }
}
