//! What was read, skipped and removed, why, and by which rules.

use crate::engine::protocol::Ask;
use crate::ui::hooks::EngineHandle;
use crate::ui::parts::TallyTable;
use crate::ui::words;
use crate::view::{AppliedRepair, MethodsView, SkippedFile, Tally};
use yew::prelude::*;

/// See [`MethodsPage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MethodsPageProps {
    /// The engine.
    pub engine: EngineHandle,
}

/// What was read, skipped and removed.
#[component]
pub fn MethodsPage(props: &MethodsPageProps) -> Html {
    let ask = props.engine.ask.clone();
    use_effect_with((), move |()| ask.emit(Ask::Methods));
    let Some(view) = &props.engine.state.methods else { return Html::default() };
    html! {
        <div class="methods-page page">
            <h1>{ words::METHODS }</h1>
            <p class="lead">{ words::METHODS_LEAD }</p>
            { draw_counts(view) }
            { draw_tallies(words::REMOVALS_TITLE, words::REMOVALS_LEAD, words::REASON, &view.removals) }
            { draw_tallies(words::RULES_TITLE, "", words::RULE, &view.rules) }
            { draw_tallies(words::DATES_TITLE, "", words::BASIS, &view.dates) }
            { draw_tallies(words::LANGUAGES_TITLE, "", words::LANGUAGE, &view.languages) }
            { draw_pairs(words::GUESSES_TITLE, &view.guesses) }
            { draw_repairs(&view.repairs) }
            { draw_skipped(&view.skipped) }
            { draw_pairs(words::SOURCES_TITLE, &view.sources) }
        </div>
    }
}

fn draw_counts(view: &MethodsView) -> Html {
    let (n_read, n_removed) = view.n_chars;
    let fact = |name: &'static str, value: Html| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    html! {
        <section>
            <h2>{ words::WHAT_WAS_READ }</h2>
            <dl class="facts">
                { fact(words::READ, words::read(view.n_articles, view.skipped.len()).into()) }
                { fact(words::LENGTH, words::n_words(view.n_words).into()) }
                { fact(words::REMOVED, words::removed_share(n_read, n_removed).into()) }
                { fact(words::VERSION, view.version.as_str().into()) }
                { fact(words::CORPUS_HASH, html! { <code class="hash">{ &view.corpus_hash }</code> }) }
            </dl>
        </section>
    }
}

fn draw_tallies(title: &'static str, lead: &'static str, caption: &'static str, tallies: &[Tally]) -> Html {
    html! {
        <section>
            <h2>{ title }</h2>
            if !lead.is_empty() { <p>{ lead }</p> }
            if tallies.is_empty() { <p class="none">{ words::NONE }</p> } else {
                <TallyTable {caption} tallies={tallies.to_vec()} />
            }
        </section>
    }
}

fn draw_pairs(title: &'static str, pairs: &[(String, String)]) -> Html {
    let pair = |(name, text): &(String, String)| {
        html! { <div><dt dir="auto">{ name }</dt><dd dir="auto">{ text }</dd></div> }
    };
    html! {
        <section>
            <h2>{ title }</h2>
            if pairs.is_empty() { <p class="none">{ words::NONE }</p> } else {
                <dl class="pairs">{ for pairs.iter().map(pair) }</dl>
            }
        </section>
    }
}

fn draw_skipped(skipped: &[SkippedFile]) -> Html {
    let pairs =
        skipped.iter().map(|skipped| (skipped.file.clone(), skipped.reason.clone())).collect::<Vec<_>>();
    draw_pairs(words::SKIPPED_TITLE, &pairs)
}

/// Corrections made by hand: what each does, how many mentions it changed, what was not found.
fn draw_repairs(repairs: &[AppliedRepair]) -> Html {
    if repairs.is_empty() {
        return Html::default();
    }
    let repair = |repair: &AppliedRepair| {
        let warning =
            |warning: &String| html! { <p class="repair-warning" dir="auto">{ words::warning(warning) }</p> };
        html! {
            <div>
                <dt dir="auto">{ &repair.what }</dt>
                <dd>{ words::repaired(repair.n_mentions, repair.line) }{ for repair.warnings.iter().map(warning) }</dd>
            </div>
        }
    };
    html! {
        <section>
            <h2>{ words::REPAIRS_TITLE }</h2>
            <dl class="pairs">{ for repairs.iter().map(repair) }</dl>
        </section>
    }
}
