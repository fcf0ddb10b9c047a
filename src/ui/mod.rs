//! Views into Yew `Html`: pages (thin), parts (props to Html), hooks.
//!
//! Knows `view`, `engine::protocol`, `search::{query, url}` and `key`, nothing
//! else of the library. The URL is the state: a page is drawn from the
//! [`Location`](crate::search::url::Location) in the address and the engine's
//! last answers; what a reader does changes the address. Every text is a text
//! node, every string a reader sees stands in [`words`], geometry is SVG
//! attributes or the CSSOM, so that the page keeps its strict content security policy.

mod app;
mod dom;
pub mod hooks;
mod order;
pub mod pages;
pub mod parts;
mod picture;
pub mod start;
pub mod tone;
pub mod words;

pub use app::{App, Shell, ShellProps, mount};
