//! Turns a folder with a `package-lock.json` into one whose programs Node can run, each package by its hash.

use crate::{Outcome, process, project};
use std::{
    path::{Path, PathBuf},
    process::Command,
};

/// Beside every `package.json` that npm has installed; newer than that file when nothing has changed since.
const INSTALLED: &str = "node_modules/.package-lock.json";

/// Node, from `PATH`.
///
/// # Errors
/// It is missing.
pub fn find_node() -> Outcome<PathBuf> {
    process::find_program("node")
        .ok_or_else(|| "cannot measure in the browser: node is missing; install Node 20 or newer".to_string())
}

/// Installs what the lock file of a folder lists, where that has not been done since it changed.
///
/// # Errors
/// npm is missing, or a package cannot be had.
pub fn install(folder: &Path) -> Outcome {
    let modified = |name: &str| folder.join(name).metadata().and_then(|meta| meta.modified()).ok();
    let is_current =
        modified(INSTALLED).zip(modified("package-lock.json")).is_some_and(|(it, list)| it >= list);
    if is_current {
        return Ok(());
    }
    let modules = folder.join("node_modules");
    let npm = process::find_program("npm")
        .ok_or_else(|| format!("cannot install {}: npm is missing", modules.display()))?;
    println!("installing into {}", modules.display());
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]).current_dir(folder);
    process::run("install what is measured", &mut command)?;
    // npm may give its own list the time of an older package.
    let list = folder.join(INSTALLED);
    project::read(&list).and_then(|text| project::write(&list, text))
}
