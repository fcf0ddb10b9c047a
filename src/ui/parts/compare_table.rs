//! Two articles side by side: passages that tell the same in one row, what only one of them has set off by word.

use super::date_stamp::DateStamp;
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::words;
use crate::view::{CompareRow, CompareView, Difference, Flag, Piece, SideView};
use std::rc::Rc;
use yew::prelude::*;

/// See [`CompareTable`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct CompareTableProps {
    /// The comparison.
    pub view: Rc<CompareView>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// Two articles side by side.
#[component]
pub fn CompareTable(props: &CompareTableProps) -> Html {
    use_language();
    let CompareTableProps { view, navigation } = props;
    html! {
        <table class="compare-table">
            <thead>
                <tr>{ for view.sides.iter().map(|side| html! { <th scope="col">{ draw_side(side, navigation) }</th> }) }</tr>
            </thead>
            <tbody>{ for view.rows.iter().map(draw_row) }</tbody>
        </table>
    }
}

fn draw_side(side: &SideView, navigation: &Navigation) -> Html {
    let href = navigation.location.reading(Some(side.id.clone())).to_hash();
    html! {
        <>
            <p class="compare-table-title" dir="auto">
                <a {href}>{ if side.title.is_empty() { words::NO_TITLE.text() } else { side.title.as_str() } }</a>
            </p>
            <p class="meta">
                <bdi>{ side.outlet.as_deref().unwrap_or(&words::NO_OUTLET) }</bdi>
                <DateStamp date={side.published.clone()} />
                <span>{ words::n_words(side.n_words) }</span>
            </p>
            { draw_shares(side) }
            <p class="compare-table-shares">{ words::shares(side) }</p>
        </>
    }
}

/// A bar of three parts: shared, reworded, alone.
fn draw_shares(side: &SideView) -> Html {
    let percent = |n: u32| f64::from(n) * 100.0 / f64::from(side.n_words.max(1));
    let part = |class: &'static str, from: u32, n: u32| {
        html! { <rect {class} x={format!("{}%", percent(from))} width={format!("{}%", percent(n))} height="8" /> }
    };
    html! {
        <svg class="compare-table-bar" height="8" aria-hidden="true">
            { part("compare-table-shared", 0, side.n_shared) }
            { part("compare-table-reworded", side.n_shared, side.n_reworded) }
            { part("compare-table-alone", side.n_shared + side.n_reworded, side.n_alone()) }
        </svg>
    }
}

fn draw_row(row: &CompareRow) -> Html {
    let [left, right] = &row.sides;
    let kind = match (left.is_empty(), right.is_empty()) {
        (false, false) if row.is_same => "same",
        (false, false) => "reworded",
        (false, true) => "left",
        _ => "right",
    };
    let cell = |(at, pieces): (usize, &Vec<Piece>)| {
        let is_alone = kind == if at == 0 { "left" } else { "right" };
        html! {
            <td data-empty={pieces.is_empty().then_some("true")}>
                if !pieces.is_empty() {
                    <p dir="auto">{ draw_pieces(pieces, at == 0) }</p>
                    if is_alone { <span class="compare-table-only">{ words::ONLY_HERE }</span> }
                }
            </td>
        }
    };
    html! {
        <>
            <tr data-kind={kind}>{ for row.sides.iter().enumerate().map(cell) }</tr>
            if !row.flags.is_empty() {
                <tr class="compare-table-flags"><td colspan="2"><ul role="list">{ for row.flags.iter().map(draw_flag) }</ul></td></tr>
            }
        </>
    }
}

/// Text with what the other side has not: dropped from the left, added on the right.
pub(super) fn draw_pieces(pieces: &[Piece], is_left: bool) -> Html {
    let draw = |piece: &Piece| match (piece.is_changed, is_left) {
        (false, _) => Html::from(piece.text.as_str()),
        (true, true) => html! { <del>{ &piece.text }</del> },
        (true, false) => html! { <ins>{ &piece.text }</ins> },
    };
    pieces.iter().map(draw).collect()
}

/// The color of a difference: that of the question it bears on.
pub(super) fn tone_of(of: Difference) -> &'static str {
    match of {
        Difference::Number => "words",
        Difference::Date => "when",
        Difference::Place | Difference::Spelling => "where",
        Difference::Name => "who",
    }
}

pub(super) fn draw_flag(flag: &Flag) -> Html {
    let [left, right] = &flag.printed;
    html! {
        <li class="compare-table-flag" data-tone={tone_of(flag.of)} aria-label={words::flag(flag)}>
            <span>{ words::difference(flag.of) }</span>
            <bdi>{ left }</bdi><span aria-hidden="true">{ "≠" }</span><bdi>{ right }</bdi>
        </li>
    }
}
