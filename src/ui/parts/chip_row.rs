//! Everything that is applied, each to be taken away by a click.

use crate::key::{Axis, Facet};
use crate::search::query::{Mode, Selection};
use crate::ui::hooks::{Navigation, use_language, use_refocus};
use crate::ui::{tone, words};
use crate::view::Chip;
use yew::prelude::*;

/// See [`ChipRow`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChipRowProps {
    /// The chosen and excluded values with their names.
    pub chips: Vec<Chip>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// One thing applied, and the selection without it.
struct Applied {
    tone: &'static str,
    label: String,
    is_without: bool,
    without_it: Selection,
}

/// Everything that is applied. Draws nothing when nothing is.
#[component]
pub fn ChipRow(props: &ChipRowProps) -> Html {
    use_language();
    let refocus = use_refocus();
    let navigation = &props.navigation;
    let applied = list_applied(&navigation.location.selection, &props.chips);
    if applied.is_empty() {
        return Html::default();
    }
    let n_applied = applied.len();
    let chip = |(at, applied): (usize, Applied)| {
        let Applied { tone, label, is_without, without_it } = applied;
        let name = if is_without { [words::NOT.text(), &label].join(" ") } else { label.clone() };
        let (navigation, refocus) = (navigation.clone(), refocus.clone());
        let onclick = move |_| {
            refocus.expect([
                chip_id(at),
                chip_id(at.saturating_sub(1)),
                super::result_head::RESULTS_ID.into(),
            ]);
            navigation.select(without_it.clone());
        };
        html! {
            <li>
                <button type="button" id={chip_id(at)} class="chip" data-tone={tone}
                    data-without={is_without.then_some("true")} aria-label={words::remove_filter(&name)} {onclick}>
                    if is_without { <span>{ words::NOT }</span> }
                    <bdi>{ label }</bdi><span class="chip-cross" aria-hidden="true">{ "×" }</span>
                </button>
            </li>
        }
    };
    let clear = {
        let (navigation, refocus) = (navigation.clone(), refocus.clone());
        move |_| {
            refocus.expect([super::result_head::RESULTS_ID.into()]);
            navigation.select(Selection { sort: navigation.location.selection.sort, ..Selection::default() });
        }
    };
    html! {
        <ul class="chip-row" role="list" aria-label={words::APPLIED}>
            { for applied.into_iter().enumerate().map(chip) }
            if n_applied > 1 {
                <li><button type="button" class="link-button" onclick={clear}>{ words::CLEAR_ALL }</button></li>
            }
        </ul>
    }
}

fn chip_id(at: usize) -> String {
    ["chip-", &at.to_string()].concat()
}

fn list_applied(selection: &Selection, chips: &[Chip]) -> Vec<Applied> {
    let mut applied = Vec::new();
    if !selection.words.trim().is_empty() {
        applied.push(Applied {
            tone: "words",
            label: words::quoted(&selection.words),
            is_without: false,
            without_it: selection.with_words(""),
        });
    }
    for facet in Facet::ALL {
        let of_facet = chips.iter().filter(|chip| chip.facet == facet && is_applied(selection, chip));
        applied.extend(of_facet.map(|chip| Applied {
            tone: tone::of_facet(facet),
            label: words::value_label(facet, &chip.slug, &chip.label),
            is_without: chip.is_without,
            without_it: selection.dropping(facet, &chip.slug),
        }));
        let choice = selection.choice(facet);
        if choice.mode == Mode::All && choice.with.len() > 1 {
            let mut without_it = selection.clone();
            without_it.choice_mut(facet).mode = Mode::Any;
            let label = words::all_required(facet);
            applied.push(Applied { tone: tone::of_facet(facet), label, is_without: false, without_it });
        }
    }
    for axis in Axis::ALL {
        applied.extend(selection.range(axis).map(|range| Applied {
            tone: tone::of_facet(Facet::When),
            label: words::range(axis, range),
            is_without: false,
            without_it: selection.with_range(axis, None),
        }));
    }
    applied
}

/// Whether a chip of the last answer still stands: the address may be ahead of the engine.
fn is_applied(selection: &Selection, chip: &Chip) -> bool {
    let choice = selection.choice(chip.facet);
    if chip.is_without { choice.without.contains(&chip.slug) } else { choice.with.contains(&chip.slug) }
}
