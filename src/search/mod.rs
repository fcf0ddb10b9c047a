//! A [`Selection`](query::Selection) into [`Hits`]: query language, URL form, ranking, counts, passages.

mod counts;
mod forms;
mod matcher;
mod parse;
mod places;
pub mod query;
mod rank;
pub mod url;

pub use counts::{Counted, FacetCounts, count_all};
pub use matcher::Matcher;
pub use parse::{Leaf, Node, parse_query};
pub use rank::{Hits, search};
