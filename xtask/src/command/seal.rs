//! Turns Trunk's call of its hook into a sealed staging folder.

use super::Flags;
use crate::{Outcome, project::Project, site};
use std::{env, path::Path};

/// # Errors
/// Trunk did not call this, or the site cannot be finished.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR").ok_or(
        "cannot seal the site: TRUNK_STAGING_DIR is not set; Trunk sets it when it calls this as a hook",
    )?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    site::seal(project, Path::new(&staging), release)
}
