//! What a picture shows, as a table to be read out and copied.

use crate::ui::hooks::use_language;
use crate::ui::words;
use yew::prelude::*;

/// See [`DataTable`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct DataTableProps {
    /// The headings of the columns; the first column names the rows.
    pub columns: Vec<words::Phrase>,
    /// The rows.
    pub rows: Vec<Vec<Html>>,
}

/// What a picture shows, as a table. Closed at first.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    use_language();
    let is_open = use_state_eq(|| false);
    let ontoggle = {
        let is_open = is_open.clone();
        move |_: Event| is_open.set(!*is_open)
    };
    let row = |cells: &Vec<Html>| {
        let cell = |(at, cell): (usize, &Html)| match at {
            0 => html! { <th scope="row">{ cell.clone() }</th> },
            _ => html! { <td>{ cell.clone() }</td> },
        };
        html! { <tr>{ for cells.iter().enumerate().map(cell) }</tr> }
    };
    html! {
        <details class="data-table" {ontoggle}>
            <summary>{ words::AS_A_TABLE }</summary>
            if *is_open {
                <table>
                    <thead><tr>{ for props.columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
                    <tbody>{ for props.rows.iter().map(row) }</tbody>
                </table>
            }
        </details>
    }
}
