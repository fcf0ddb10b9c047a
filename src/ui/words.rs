//! Every word the interface says, in American English.
//!
//! Plain constants where a string stands alone, functions where it holds a
//! number, a name or a date; a translation replaces this file and `words/`.
//! Holds no layout and decides nothing.

mod compare;
mod entity_views;
mod help;
mod hidden;
mod map;
mod methods;
mod network;
mod number;
mod opening;
mod page;
mod phrase;
mod place;
mod quotes;
mod rule;
mod said;
mod seal;
mod strip;
mod timeline;
mod views;

pub use crate::view::iso_date;
pub use compare::*;
pub use entity_views::*;
pub use help::*;
pub use hidden::*;
pub use map::*;
pub use methods::*;
pub use network::*;
pub use number::{articles, counted, number, percent};
pub use opening::*;
pub use page::*;
pub use phrase::{Language, Phrase, language, speak};
pub use place::*;
pub use quotes::*;
pub use rule::*;
pub use said::*;
pub use seal::*;
pub use strip::*;
pub use timeline::*;
pub use views::*;
