//! A [`Selection`](query::Selection) into [`Hits`]: query language, URL form, ranking, counts, passages.

mod counts;
mod matcher;
mod parse;
pub mod query;
mod rank;
pub mod url;

pub use counts::{FacetCounts, count_facets};
pub use matcher::{Matcher, Matches};
pub use parse::{Clause, Words, parse_words};
pub use rank::{Hits, search};
