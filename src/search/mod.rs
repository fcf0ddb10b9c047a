//! [`Query`](query::Selection) into hits: query language, URL form, selection, ranking, counts, snippets.

pub mod query;
pub mod url;
