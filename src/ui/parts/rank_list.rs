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

/// Links by how often something holds of them, in the order they are shown in; the most fills a bar.
pub fn draw_ranks(rows: &[RankRow], most: u32) -> Html {
    let most = most.max(1).to_string();
    let row = |row: &RankRow| {
        html! {
            <li>
                <a href={row.href.clone()}>{ row.name.clone() }</a>
                <meter min="0" max={most.clone()} value={row.n.to_string()} aria-hidden="true"></meter>
                <span>{ &row.said }</span>
            </li>
        }
    };
    html! { <ul role="list" class="rank-list">{ for rows.iter().map(row) }</ul> }
}
