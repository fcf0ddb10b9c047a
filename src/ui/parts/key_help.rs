//! The list of keys, in a dialog.

use crate::ui::hooks::use_language;
use crate::ui::words;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

const TITLE_ID: &str = "key-help-title";

/// See [`KeyHelp`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct KeyHelpProps {
    /// Whether the dialog is open.
    pub is_open: bool,
    /// The address of the page on how to ask.
    #[prop_or_default]
    pub help: AttrValue,
    /// Called when the reader closes it.
    pub on_close: Callback<()>,
}

/// The list of keys, in a modal dialog that the browser itself opens and closes.
#[component]
pub fn KeyHelp(props: &KeyHelpProps) -> Html {
    use_language();
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with(props.is_open, move |is_open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                match is_open {
                    // A browser that shows no dialog leaves the page as it is.
                    true if !dialog.open() => drop(dialog.show_modal()),
                    false if dialog.open() => dialog.close(),
                    _ => {}
                }
            }
        });
    }
    let on_close = props.on_close.clone();
    let close = {
        let on_close = on_close.clone();
        move |_: MouseEvent| on_close.emit(())
    };
    let follow = {
        let on_close = props.on_close.clone();
        move |_: MouseEvent| on_close.emit(())
    };
    let row = |(key, meaning): &(&'static str, words::Phrase)| {
        html! { <div><dt><kbd>{ *key }</kbd></dt><dd>{ *meaning }</dd></div> }
    };
    html! {
        <dialog ref={dialog} class="key-help" aria-labelledby={props.is_open.then_some(TITLE_ID)} onclose={move |_| on_close.emit(())}>
            // Most readers never open it.
            if props.is_open {
                <h2 id={TITLE_ID}>{ words::KEYS_TITLE }</h2>
                <dl>{ for words::KEYS.iter().map(row) }</dl>
                <div class="actions">
                    <a href={props.help.clone()} onclick={follow}>{ words::HELP_TITLE }</a>
                    <button type="button" class="button" onclick={close}>{ words::CLOSE }</button>
                </div>
            }
        </dialog>
    }
}
