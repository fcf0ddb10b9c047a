//! In how many versions: two articles side by side, or what the selection disagrees on.

use crate::engine::protocol::Ask;
use crate::search::url::ViewOptions;
use crate::ui::hooks::{EngineHandle, Navigation, use_language};
use crate::ui::parts::{CompareTable, DisagreementList, EmptyNote, TakeAway, ViewPage, draw_awaited};
use crate::ui::words;
use crate::view::{DisagreeView, ExploreView, Export, HitCard, VersionPair};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Articles that can be chosen by name; to choose another, one narrows the selection.
const N_CHOICES: u32 = 50;

/// See [`ComparePage`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ComparePageProps {
    /// The engine.
    pub engine: EngineHandle,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// In how many versions.
#[component]
pub fn ComparePage(props: &ComparePageProps) -> Html {
    use_language();
    let ComparePageProps { engine, navigation } = props;
    let location = &navigation.location;
    let pair = match &location.options.pair {
        [Some(left), Some(right)] => Some([left.clone(), right.clone()]),
        _ => None,
    };
    {
        let ask = engine.ask.clone();
        use_effect_with((pair.clone(), location.selection.clone()), move |(pair, selection)| {
            match pair.clone() {
                Some(ids) => ask.emit(Ask::Compare { ids }),
                None => ask.emit(Ask::Disagree { selection: selection.clone() }),
            }
        });
    }
    let explore = engine.state.explore.as_deref();
    let tools = html! {
        if pair.is_none() {
            <TakeAway exports={vec![Export::DisagreementsCsv]} engine={engine.clone()} navigation={navigation.clone()} />
        }
    };
    html! {
        <ViewPage class="compare-page" title={words::COMPARE} n_hits={N_CHOICES} is_free={pair.is_some()} {tools} engine={engine.clone()} navigation={navigation.clone()}>
            { draw_choice(explore, navigation) }
            { match &pair {
                Some(ids) => draw_pair(ids, props),
                None => match engine.state.disagree.as_ref().filter(|_| !engine.state.status.is_filling()) {
                    Some(view) => draw_disagreements(view, navigation),
                    None => draw_awaited(&engine.state),
                },
            } }
        </ViewPage>
    }
}

fn draw_pair(ids: &[String; 2], props: &ComparePageProps) -> Html {
    let answer = props.engine.state.compare.as_ref().filter(|answer| answer.key == *ids);
    match answer.map(|answer| answer.view.clone()) {
        Some(Some(view)) => html! { <CompareTable {view} navigation={props.navigation.clone()} /> },
        Some(None) => html! { <EmptyNote title={words::LOST_PAIR_TITLE} body={words::LOST_ARTICLE_BODY} /> },
        None => Html::default(),
    }
}

/// Two menus of the selected articles, and what leads back to the disagreements.
fn draw_choice(explore: Option<&ExploreView>, navigation: &Navigation) -> Html {
    let options = &navigation.location.options;
    let [left, right] = options.pair.clone();
    let is_chosen = left.is_some() && right.is_some();
    let none = ViewOptions { pair: [None, None], ..options.clone() };
    let exchange = {
        let (navigation, next) = (navigation.clone(), ViewOptions { pair: [right, left], ..options.clone() });
        move |_: MouseEvent| navigation.show(next.clone(), true)
    };
    html! {
        <div class="compare-page-choice" role="group" aria-label={words::CHOOSE_TWO}>
            { draw_menu(0, explore, navigation) }
            if is_chosen {
                <button type="button" class="icon-button" aria-label={words::EXCHANGE} title={words::EXCHANGE} onclick={exchange}>{ "⇄" }</button>
            }
            { draw_menu(1, explore, navigation) }
            if is_chosen {
                <a href={navigation.location.showing(none).to_hash()}>{ words::ALL_DISAGREEMENTS }</a>
            }
        </div>
    }
}

fn draw_menu(side: usize, explore: Option<&ExploreView>, navigation: &Navigation) -> Html {
    let chosen = navigation.location.options.pair[side].clone();
    let onchange = {
        let navigation = navigation.clone();
        move |event: Event| {
            let id =
                event.target_dyn_into::<HtmlSelectElement>().map(|menu| menu.value()).unwrap_or_default();
            let mut options = navigation.location.options.clone();
            options.pair[side] = (!id.is_empty()).then_some(id);
            navigation.show(options, true);
        }
    };
    let title = |hit: &HitCard| hit.title.iter().map(|run| run.text.as_str()).collect::<String>();
    let hits = explore.map(|explore| explore.hits.as_slice()).unwrap_or_default();
    let mut choices: Vec<(String, String)> = Vec::new();
    for hit in hits {
        choices.push((hit.id.clone(), title(hit)));
        choices.extend(hit.versions.iter().map(|version| (version.id.clone(), version.title.clone())));
    }
    if let Some(id) = chosen.clone().filter(|id| choices.iter().all(|(other, _)| other != id)) {
        choices.push((id.clone(), id));
    }
    let option = |(id, title): (String, String)| {
        html! { <option key={id.clone()} value={id.clone()} selected={chosen.as_ref() == Some(&id)}>{ title }</option> }
    };
    html! {
        <select key={[chosen.as_deref().unwrap_or_default(), if side == 0 { "<" } else { ">" }].concat()} class="compare-page-menu"
            aria-label={words::SIDES[side]} {onchange}>
            <option value="" selected={chosen.is_none()}>{ words::CHOOSE }</option>
            { for choices.into_iter().map(option) }
        </select>
    }
}

fn draw_disagreements(view: &std::rc::Rc<DisagreeView>, navigation: &Navigation) -> Html {
    html! {
        <div class="compare-page-columns">
            <section>
                if view.pairs.is_empty() {
                    <EmptyNote title={words::NO_DISAGREEMENT_TITLE} body={words::NO_DISAGREEMENT_BODY} />
                } else {
                    <h2>{ words::disagreements(view.n_found) }</h2>
                    <p class="lead">{ words::DISAGREEMENTS_LEAD }</p>
                    <DisagreementList view={view.clone()} navigation={navigation.clone()} />
                }
            </section>
            if !view.versions.is_empty() {
                <section class="compare-page-versions">
                    <h2>{ words::VERSIONS_TITLE }</h2>
                    <ul role="list">{ for view.versions.iter().map(|pair| draw_versions(pair, navigation)) }</ul>
                </section>
            }
        </div>
    }
}

fn draw_versions(pair: &VersionPair, navigation: &Navigation) -> Html {
    let options = ViewOptions { pair: pair.ids.clone().map(Some), ..navigation.location.options.clone() };
    let [left, right] = &pair.titles;
    html! {
        <li>
            <a href={navigation.location.showing(options).to_hash()}>
                <bdi>{ left }</bdi><span aria-hidden="true">{ "⇄" }</span><bdi>{ right }</bdi>
            </a>
        </li>
    }
}
