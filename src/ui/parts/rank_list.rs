//! Links by how often something holds of them: a name, a bar, a number.

use yew::prelude::*;

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct RankRow {
    /// What is counted.
    pub name: Html,
    /// Where it leads.
    pub href: String,
    /// How often.
    pub n: u32,
    /// The same in words.
    pub said: String,
}

/// See [`RankList`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct RankListProps {
    /// The lines, in the order they are shown in.
    pub rows: Vec<RankRow>,
    /// The number that fills a bar.
    pub most: u32,
}

/// Links by how often something holds of them.
#[component]
pub fn RankList(props: &RankListProps) -> Html {
    let most = props.most.max(1).to_string();
    let row = |row: &RankRow| {
        html! {
            <li>
                <a href={row.href.clone()}>{ row.name.clone() }</a>
                <meter min="0" max={most.clone()} value={row.n.to_string()} aria-hidden="true"></meter>
                <span>{ &row.said }</span>
            </li>
        }
    };
    html! { <ul role="list" class="rank-list">{ for props.rows.iter().map(row) }</ul> }
}
