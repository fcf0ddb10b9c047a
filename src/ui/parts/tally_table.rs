//! A table of how often things happened, with a bar behind each count.

use crate::ui::hooks::use_language;
use crate::ui::words;
use crate::view::Tally;
use yew::prelude::*;

/// What stands in the first column of a [`TallyTable`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TallyNames {
    /// Names of rules, the same in every language.
    Rules,
    /// Words of the analysis.
    Told,
    /// Codes of languages.
    Languages,
}

impl TallyNames {
    fn say(self, name: &str) -> String {
        match self {
            Self::Rules => name.to_owned(),
            Self::Told => words::tell(name),
            Self::Languages => words::language_name(name),
        }
    }
}

/// See [`TallyTable`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct TallyTableProps {
    /// What is counted, in the plural, the first column's heading.
    pub caption: AttrValue,
    /// What stands in the first column.
    pub names: TallyNames,
    /// The counts.
    pub tallies: Vec<Tally>,
}

/// A table of how often things happened.
#[component]
pub fn TallyTable(props: &TallyTableProps) -> Html {
    use_language();
    let most = props.tallies.iter().map(|tally| tally.count).max().unwrap_or_default();
    let row = |tally: &Tally| {
        html! {
            <tr>
                <th scope="row">
                    <span class="tally-table-name">{ props.names.say(&tally.name) }</span>
                    if !tally.meaning.is_empty() { <span class="tally-table-meaning">{ words::tell(&tally.meaning) }</span> }
                </th>
                <td class="tally-table-bar">
                    <meter min="0" max={most.max(1).to_string()} value={tally.count.to_string()} aria-hidden="true"></meter>
                </td>
                <td>{ words::number(tally.count.into()) }</td>
                <td>{ words::number(tally.n_articles.into()) }</td>
            </tr>
        }
    };
    html! {
        <table class="tally-table">
            <thead>
                <tr>
                    <th scope="col">{ &props.caption }</th>
                    <td></td>
                    <th scope="col">{ words::COUNT }</th>
                    <th scope="col">{ words::IN_ARTICLES }</th>
                </tr>
            </thead>
            <tbody>{ for props.tallies.iter().map(row) }</tbody>
        </table>
    }
}
