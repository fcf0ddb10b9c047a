//! Dateline turns a folder of news articles into a static website that
//! answers who, where and when, with proof.
//!
//! Text flows one way: `corpus` → `clean` → `annotate` → `resolve` → `index`
//! → `search` → `view` → `engine`, and behind the feature `ui` the Yew
//! components. Everything but `ui` is pure: no browser, no clock, no
//! randomness, so the same folder always gives the same bytes.

pub mod annotate;
pub mod clean;
pub mod corpus;
pub mod engine;
pub mod error;
pub mod index;
pub mod key;
pub mod resolve;
pub mod search;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
pub mod view;
