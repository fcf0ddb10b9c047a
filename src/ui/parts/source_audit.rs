//! The table of who is quoted: how often, in how many articles and outlets. Each speaker narrows the page.

use crate::key::Facet;
use crate::search::url::{Location, Page};
use crate::ui::hooks::{Navigation, use_language};
use crate::ui::{tone, words};
use crate::view::SpeakerRow;
use yew::prelude::*;

/// See [`SourceAudit`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SourceAuditProps {
    /// The speakers, most quoted first.
    pub speakers: Vec<SpeakerRow>,
    /// Where the reader is.
    pub navigation: Navigation,
}

/// The table of who is quoted.
#[component]
pub fn SourceAudit(props: &SourceAuditProps) -> Html {
    use_language();
    let location = &props.navigation.location;
    let row = |speaker: &SpeakerRow| {
        let selection = location.selection.toggled(Facet::Speaker, &speaker.slug);
        let href = Location { selection, ..location.on(Page::Quotes) }.to_hash();
        let counts = [speaker.n_direct, speaker.n_indirect, speaker.n_articles, speaker.n_outlets];
        html! {
            <tr data-tone={tone::of_kind(Some(speaker.kind))} data-chosen={speaker.is_chosen.then_some("true")}>
                <th scope="row">
                    <a {href} dir="auto" aria-current={speaker.is_chosen.then_some("true")}>{ &speaker.name }</a>
                </th>
                { for counts.map(|n| html! { <td>{ words::number(n.into()) }</td> }) }
            </tr>
        }
    };
    html! {
        <table class="source-audit">
            <caption class="unseen">{ words::SOURCE_AUDIT }</caption>
            <thead><tr>{ for words::AUDIT_COLUMNS.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
            <tbody>{ for props.speakers.iter().map(row) }</tbody>
        </table>
    }
}
