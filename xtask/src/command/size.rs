//! Turns the release in `dist/` into its table of sizes.

use super::Flags;
use crate::{Outcome, project::Project, site::budget};

/// # Errors
/// Nothing has been built, or it is over its budget.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    if !project.dist().join("index.html").is_file() {
        return Err("cannot measure the site: dist/ holds none; run 'cargo xtask build' first".to_string());
    }
    budget::check(project)
}
