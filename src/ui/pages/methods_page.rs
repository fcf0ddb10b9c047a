//! What was read, skipped and removed, why, and by which rules.

use crate::engine::protocol::Ask;
use crate::ui::hooks::{EngineHandle, use_language};
use crate::ui::parts::{TallyNames, TallyTable};
use crate::ui::words::{self, Phrase, tell};
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
    use_language();
    let ask = props.engine.ask.clone();
    use_effect_with((), move |()| ask.emit(Ask::Methods));
    let Some(view) = &props.engine.state.methods else { return Html::default() };
    html! {
        <div class="methods-page page">
            <h1>{ words::METHODS }</h1>
            <p class="lead">{ words::METHODS_LEAD }</p>
            { draw_counts(view) }
            { draw_tallies(words::REMOVALS_TITLE, words::REMOVALS_LEAD, words::REASON, TallyNames::Told, &view.removals) }
            { draw_tallies(words::RULES_TITLE, Phrase::EMPTY, words::RULE, TallyNames::Rules, &view.rules) }
            { draw_tallies(words::DATES_TITLE, Phrase::EMPTY, words::BASIS, TallyNames::Told, &view.dates) }
            { draw_tallies(words::LANGUAGES_TITLE, Phrase::EMPTY, words::LANGUAGE, TallyNames::Languages, &view.languages) }
            { draw_pairs(words::GUESSES_TITLE, &tell_pairs(&view.guesses, false)) }
            { draw_repairs(&view.repairs) }
            { draw_skipped(&view.skipped) }
            { draw_pairs(words::SOURCES_TITLE, &tell_pairs(&view.sources, true)) }
        </div>
    }
}

fn draw_counts(view: &MethodsView) -> Html {
    let (n_read, n_removed) = view.n_chars;
    let fact = |name: Phrase, value: Html| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
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

fn draw_tallies(title: Phrase, lead: Phrase, caption: Phrase, names: TallyNames, tallies: &[Tally]) -> Html {
    html! {
        <section>
            <h2>{ title }</h2>
            if !lead.is_empty() { <p>{ lead }</p> }
            if tallies.is_empty() { <p class="none">{ words::NONE }</p> } else {
                <TallyTable {caption} {names} tallies={tallies.to_vec()} />
            }
        </section>
    }
}

/// What each name stands beside, in the language of the reader; the names too where they are the program's own.
fn tell_pairs(pairs: &[(String, String)], has_own_names: bool) -> Vec<(String, String)> {
    let name = |name: &String| if has_own_names { tell(name) } else { name.clone() };
    pairs.iter().map(|(own, told)| (name(own), tell(told))).collect()
}

fn draw_pairs(title: Phrase, pairs: &[(String, String)]) -> Html {
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
        skipped.iter().map(|skipped| (skipped.file.clone(), tell(&skipped.reason))).collect::<Vec<_>>();
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
                <dt dir="auto">{ tell(&repair.what) }</dt>
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
