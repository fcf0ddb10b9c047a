//! Runs into text nodes: hits marked, neighbors of one mark drawn as one.

use super::hidden_character::draw_text;
use crate::view::Run;
use yew::prelude::*;

/// Draws runs; `mark` wraps what belongs to a mark, `cut` what was removed.
pub fn draw_runs(
    runs: &[Run],
    mark: impl Fn(u32, &[Run], Html) -> Html,
    cut: impl Fn(u32, Html) -> Html,
) -> Html {
    runs.chunk_by(|a, b| a.mark == b.mark && a.cut == b.cut)
        .map(|runs| {
            let text = draw_hits(runs);
            let text = match runs[0].mark {
                Some(at) => mark(at, runs, text),
                None => text,
            };
            match runs[0].cut {
                Some(at) => cut(at, text),
                None => text,
            }
        })
        .collect()
}

/// Draws runs with quotations in them; `said` wraps the words of one.
pub fn draw_quoted_runs(
    runs: &[Run],
    said: impl Fn(u32, Html) -> Html,
    mark: impl Fn(u32, &[Run], Html) -> Html,
    cut: impl Fn(u32, Html) -> Html,
) -> Html {
    runs.chunk_by(|a, b| a.said == b.said)
        .map(|runs| {
            let text = draw_runs(runs, &mark, &cut);
            match runs[0].said {
                Some(at) => said(at, text),
                None => text,
            }
        })
        .collect()
}

/// The id of a numbered match.
pub fn hit_mark_id(hit: u32) -> String {
    ["match-", &hit.to_string()].concat()
}

/// Draws runs as text with the hits marked and nothing else.
pub fn draw_hits(runs: &[Run]) -> Html {
    let draw = |run: &Run| {
        let text = draw_text(&run.text);
        if let Some(hit) = run.hit {
            html! { <mark class="hit" id={hit_mark_id(hit)} tabindex="-1">{ text }</mark> }
        } else if run.is_hit {
            html! { <mark class="hit">{ text }</mark> }
        } else {
            text
        }
    };
    runs.iter().map(draw).collect()
}
