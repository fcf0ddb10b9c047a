//! What the articles of a selection disagree on: pairs of sentences, what differs set off.

use super::compare_table::{draw_flag, tone_of};
use super::event_list::draw_source;
use crate::search::url::ViewOptions;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{DisagreeView, Disagreement, Piece};
use std::rc::Rc;
use yew::prelude::*;

/// See [`DisagreementList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DisagreementListProps {
    /// The disagreements.
    pub view: Rc<DisagreeView>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// What the articles of a selection disagree on.
#[component]
pub fn DisagreementList(props: &DisagreementListProps) -> Html {
    use_language();
    let pair = |pair: &Disagreement| draw(pair, &props.navigation);
    html! { <ol class="disagreement-list" role="list">{ for props.view.pairs.iter().map(pair) }</ol> }
}

fn draw(pair: &Disagreement, navigation: &Navigation) -> Html {
    let ids = [0, 1].map(|at: usize| Some(pair.sides[at].article.clone()));
    let options = ViewOptions { pair: ids, ..navigation.location.options.clone() };
    let side = |at: usize| {
        html! {
            <div>
                <p class="disagreement-list-sentence" dir="auto">{ draw_marked(&pair.pieces[at]) }</p>
                <ul role="list">{ draw_source(&pair.sides[at], navigation, false) }</ul>
            </div>
        }
    };
    html! {
        <li data-tone={tone_of(pair.flag.of)}>
            <div class="disagreement-list-head">
                <ul role="list">{ draw_flag(&pair.flag) }</ul>
                <a href={navigation.location.showing(options).to_hash()}>{ words::COMPARE_THESE }</a>
            </div>
            <div class="disagreement-list-sides">{ side(0) }{ side(1) }</div>
        </li>
    }
}

fn draw_marked(pieces: &[Piece]) -> Html {
    let draw = |piece: &Piece| match piece.is_changed {
        true => html! { <mark>{ &piece.text }</mark> },
        false => Html::from(piece.text.as_str()),
    };
    pieces.iter().map(draw).collect()
}
