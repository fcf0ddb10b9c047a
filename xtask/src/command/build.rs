//! Turns the tree into the site in `dist/`.

use super::Flags;
use crate::{Outcome, process, project::Project, site::budget, tool};
use std::fs;

/// # Errors
/// A tool cannot be installed, the build fails, or the site is over its budget.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    let release = !flags.has("--debug");
    tool::ensure(project, if release { tool::FOR_RELEASE } else { tool::FOR_SERVE })?;
    build(project, release)?;
    if release {
        budget::check(project)?;
    }
    println!("the site is in {}: serve it from any folder of any web server", project.dist().display());
    Ok(())
}

/// Builds without installing anything.
///
/// # Errors
/// A tool is missing, or the build fails.
pub fn build(project: &Project, release: bool) -> Outcome {
    let mut trunk = tool::trunk(project, release)?;
    trunk.arg("build");
    if release {
        trunk.arg("--release");
        // Snippets of earlier builds would be copied into this one.
        let leftovers = project.target.join("wasm-bindgen/release");
        if leftovers.is_dir() {
            fs::remove_dir_all(&leftovers)
                .map_err(|e| format!("cannot remove {}: {e}", leftovers.display()))?;
        }
    }
    process::run("build the site", &mut trunk)
}
