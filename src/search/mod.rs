//! A [`Selection`](query::Selection) into [`Hits`]: query language, URL form, ranking, counts, matches.

mod complete;
mod counts;
mod field;
mod forms;
mod mark;
mod matcher;
mod parse;
mod places;
pub mod query;
mod rank;
mod rehearsal;
mod score;
mod suggest;
pub mod url;
mod view_options;

pub use complete::{Completion, complete};
pub use counts::{Counted, FacetCounts, count_all};
pub use field::{DateField, Field};
pub use mark::Match;
pub use matcher::Matcher;
pub use parse::{Leaf, Node, Note, Parsed, parse_query};
pub use rank::{Hits, StoryHit, find_all, group_stories, search, search_top};
pub use rehearsal::rehearsal;
