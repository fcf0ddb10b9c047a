//! Every word the interface says, in American English.
//!
//! Plain constants where a string stands alone, functions where it holds a
//! number, a name or a date; a translation replaces this file and `words/`.
//! Holds no layout and decides nothing.

mod help;
mod hidden;
mod methods;
mod number;
mod page;
mod place;
mod quotes;
mod rule;
mod seal;
mod strip;

pub use crate::view::iso_date;
pub use help::*;
pub use hidden::*;
pub use methods::*;
pub use number::{articles, counted, number, percent};
pub use page::*;
pub use place::*;
pub use quotes::*;
pub use rule::*;
pub use seal::*;
pub use strip::*;
