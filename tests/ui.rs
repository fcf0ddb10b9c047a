//! Every part and page, drawn from hand-made views and held against its snapshot.
//!
//! Run with `--features ssr`. `UPDATE_SNAPSHOTS=1` writes the snapshots anew;
//! `SCREENS=<folder>` writes whole pages with their styles, to be looked at in a browser, in another language
//! with `SCREENS_LANGUAGE=<code>`.
#![cfg(feature = "ssr")]
#![allow(clippy::unwrap_used, reason = "a test may fail")]

#[path = "ui/contract.rs"]
mod contract;
#[path = "ui/fixture.rs"]
mod fixture;
#[path = "ui/languages.rs"]
mod languages;
#[path = "ui/quotes.rs"]
mod quotes;
#[path = "ui/render.rs"]
mod render;
#[path = "ui/screens.rs"]
mod screens;
#[path = "ui/snapshots.rs"]
mod snapshots;
#[path = "ui/views.rs"]
mod views;
#[path = "../build/words.rs"]
mod words;
