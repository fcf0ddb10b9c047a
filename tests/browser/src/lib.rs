//! Opens the built site in a real browser and speaks to it as a person with a screen reader would:
//! by role and name.
//!
//! `DATELINE_DIST` names the built site, `DATELINE_BUNDLE` the same as one file; `DATELINE_BROWSER` is
//! `chromium` or `firefox`, with `DATELINE_CHROMIUM` and `DATELINE_CHROMEDRIVER`, or `DATELINE_FIREFOX`
//! and `DATELINE_GECKODRIVER`; `cargo xtask test` sets them. Every visit ends by asserting that the
//! console is empty and that nothing but the site's own files was asked for.

mod driver;
mod pages;
mod server;
mod visit;

pub use driver::Browser;
pub use pages::{PAGES, Page};
pub use server::{Server, built_site};
pub use visit::{Visit, Window, visit, visit_file, visit_server};
