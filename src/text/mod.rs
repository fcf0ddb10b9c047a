//! Spans, words, sentences and folding: what every later stage measures text with.
//!
//! Knows nothing of articles, names or dates.

mod fold;
mod hash;
mod listed;
mod sentence;
mod span;
mod stem;
mod word;

pub use fold::{fold, fold_char};
pub use hash::{FastHasher, FastMap, FastSet};
pub use listed::{number_of, of_number};
pub use sentence::{push_sentences, split_sentences};
pub use span::{CodePoints, Span};
pub use stem::stem;
pub use word::{Word, WordKind, split_words};
