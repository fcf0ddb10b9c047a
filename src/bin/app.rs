//! Mounts the page: starts the worker and shows what it says.
use gloo::utils::document;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{MessageEvent, Worker};
use yew::prelude::*;

/// The address of the worker, which the build writes into the page because it holds a hash.
fn worker_url() -> Option<String> {
    document().query_selector("meta[name='dateline-worker']").ok()??.get_attribute("content")
}

fn start_worker(on_said: Callback<String>) -> Result<(), JsValue> {
    let url = worker_url().ok_or("the page names no worker: build it with Trunk")?;
    let worker = Worker::new(&url)?;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |_: MessageEvent| {
        on_said.emit("the worker speaks".to_string());
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as the page, and so does what listens to it.
    on_message.forget();
    Ok(())
}

#[component]
fn App() -> Html {
    let said = use_state(|| "waiting for the worker".to_string());
    let listener = said.clone();
    use_effect_with((), move |()| {
        let on_said = Callback::from(move |text| listener.set(text));
        if let Err(problem) = start_worker(on_said.clone()) {
            on_said.emit(format!("the worker did not start: {problem:?}"));
        }
    });
    html! { <main><h1>{ "Dateline" }</h1><p>{ (*said).clone() }</p></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
