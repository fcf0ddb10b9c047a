//! Files or embedded bytes into [`RawArticle`]s.
//!
//! Two doors: [`pack`] reads the articles that were compiled into the bundle,
//! anywhere; `import` reads a folder, natively. What could not be read is
//! never lost silently: it is a [`Skipped`] file with its reason.
//! Does not look inside the text: that is the work of `clean`.
//!
//! `build.rs` compiles `import`, `pack`, `raw` and `repairs` a second time, so these name
//! nothing beyond `crate::corpus` and `crate::error`.

#[cfg(feature = "worker")]
pub mod bundled;
#[cfg(not(target_arch = "wasm32"))]
pub mod import;
pub mod pack;
mod raw;
mod repairs;

pub use raw::{Corpus, Format, Metadata, RawArticle, Skipped};
pub use repairs::{Action, Repair};
