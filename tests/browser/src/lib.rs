//! Opens the built site in a real browser and speaks to it as a person with a screen reader would:
//! by role and name.
//!
//! `DATELINE_DIST` names the built site, `DATELINE_CHROMIUM` and `DATELINE_CHROMEDRIVER` the
//! browser and its driver; `cargo xtask test` sets all three. Every visit ends by asserting that
//! the console is empty and that nothing but the site's own files was asked for.

mod driver;
mod server;
mod visit;

pub use server::Server;
pub use visit::{Visit, Window, visit, visit_server};
