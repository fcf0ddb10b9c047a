//! Every word the interface says, in each language it speaks.
//!
//! The program itself holds the English. The other languages are gathered from these files into one file each, of
//! which the page takes what it speaks. A text is therefore written out, as `phrase!("…", "…", "…")`.
//!
//! A [`Phrase`] where a string stands alone, a [`Counted`] where it goes with a number, functions where it
//! holds a name or a date, one file for each page or part. A further language is one more column in `words/`.
//! Holds no layout and decides nothing.

// Its macros are for all that follow.
#[macro_use]
mod phrase;

mod article;
#[cfg(not(target_arch = "wasm32"))]
mod bundled;
mod compare;
mod date;
mod entity;
mod entity_views;
mod help;
mod hidden;
mod label;
mod map;
mod methods;
mod network;
mod number;
mod opening;
mod page;
mod place;
mod progress;
mod quotes;
mod rule;
mod said;
mod seal;
mod strip;
mod tell;
mod timeline;
mod translation;
mod value;
mod views;

pub use article::*;
pub use compare::*;
pub use date::{days_in_words, event_time, iso_date, tick};
pub use entity::*;
pub use entity_views::*;
pub use help::*;
pub use hidden::*;
pub use label::*;
pub use map::*;
pub use methods::*;
pub use network::*;
pub use number::{articles, counted, in_articles, number, of_articles, percent};
pub use opening::*;
pub use page::*;
pub use phrase::{Counted, Language, Phrase, is_known, language, learn, speak};
pub use place::*;
pub use progress::*;
pub use quotes::*;
pub use rule::*;
pub use said::*;
pub use seal::*;
pub use strip::*;
pub use tell::{tell, tell_all};
pub use timeline::*;
pub use translation::Translation;
pub use value::value_in_words;
pub use views::*;
