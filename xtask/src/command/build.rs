//! Turns the tree into the site in `dist/`.

use super::Flags;
use crate::{
    Outcome, process,
    project::Project,
    site::{budget, wasm},
    tool,
};
use std::{fs, path::Path, process::Command};

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
    run_trunk(project, release, |_| ())
}

/// Builds a release into another folder, from other articles where they are named.
///
/// # Errors
/// As [`build`].
pub fn build_into(project: &Project, dist: &Path, articles: Option<&Path>) -> Outcome {
    fs::create_dir_all(dist).map_err(|e| format!("cannot make the folder {}: {e}", dist.display()))?;
    run_trunk(project, true, |trunk| {
        trunk.arg("--dist").arg(dist);
        if let Some(articles) = articles {
            trunk.env("DATELINE_SEEDS", articles).env(wasm::AS_COMPILED, "1");
        }
    })
}

fn run_trunk(project: &Project, release: bool, choose: impl FnOnce(&mut Command)) -> Outcome {
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
    choose(&mut trunk);
    process::run("build the site", &mut trunk)
}
