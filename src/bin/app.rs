//! Mounts the page.
use yew::prelude::*;

#[component]
fn App() -> Html {
    html! { <main>{ "Dateline" }</main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
