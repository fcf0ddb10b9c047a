//! How many requests the page has made since it was loaded; a warning when there are any.

use crate::ui::hooks::{Trust, use_language};
use crate::ui::words;
use std::rc::Rc;
use yew::prelude::*;

/// See [`Seal`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SealProps {
    /// What the browser noted.
    pub trust: Rc<Trust>,
    /// The address of the page that explains it.
    pub href: AttrValue,
    /// Whether that page is open.
    #[prop_or_default]
    pub is_current: bool,
}

/// The seal in the head of every page.
#[component]
pub fn Seal(props: &SealProps) -> Html {
    use_language();
    let n = props.trust.traffic.n_asked + props.trust.traffic.n_refused;
    let is_kept = props.trust.is_kept();
    html! {
        <a class="seal" href={props.href.clone()} data-broken={(!is_kept).then_some("true")}
            aria-current={props.is_current.then_some("page")}>
            { draw_icon(is_kept) }
            <span>
                if !is_kept { <span class="unseen">{ words::BROKEN }</span> }
                { words::requests(n) }<span class="seal-since">{ words::SINCE_LOAD }</span>
            </span>
        </a>
    }
}

fn draw_icon(is_kept: bool) -> Html {
    let path = if is_kept { "M4.5 8.2l2.4 2.4 4.6-5" } else { "M8 4.2v4.6M8 11.2v.2" };
    html! { <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.6" /><path d={path} /></svg> }
}

/// What the page says aloud when the seal breaks.
#[component]
pub fn SealWarning(props: &SealProps) -> Html {
    use_language();
    if props.trust.is_kept() {
        return Html::default();
    }
    let traffic = &props.trust.traffic;
    html! {
        <p class="seal-warning" role="alert">
            { words::broken(traffic.n_asked, traffic.n_refused) }{ " " }
            <a href={props.href.clone()}>{ words::SEE_WHICH }</a>
        </p>
    }
}
