//! Finds or installs axe-core, which looks for what shuts readers out, and is run inside the pages under test.

use super::{install_folder, log_file};
use crate::{Outcome, process, project::Project};
use std::{fs, path::PathBuf, process::Command};

/// The npm package `axe-core` that is installed.
const VERSION: &str = "4.14.1";
/// SHA-256 of its one file: it runs beside the site, so it is exactly the one that was looked at.
const SHA256: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// The script, if it is there and is the right one.
pub fn find(project: &Project) -> Option<PathBuf> {
    let script = place(project).join("node_modules/axe-core/axe.min.js");
    fs::read(&script).is_ok_and(|bytes| is_right(&bytes)).then_some(script)
}

fn is_right(bytes: &[u8]) -> bool {
    let digits: String = hmac_sha256::Hash::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    digits == SHA256
}

fn place(project: &Project) -> PathBuf {
    project.cache.join(format!("axe-core-{VERSION}"))
}

/// Where it is, for the list of tools.
pub fn find_words(project: &Project) -> Outcome<Option<String>> {
    Ok(find(project).map(|path| path.display().to_string()))
}

/// # Errors
/// npm is missing, the package cannot be had, or is another one than was looked at.
pub fn install(project: &Project) -> Outcome {
    let npm = process::find_program("npm")
        .ok_or("cannot install axe-core: npm is missing; the test of accessibility is then not run")?;
    let log = log_file(project, "axe-core")?;
    install_folder(&place(project), |draft| {
        let mut command = Command::new(npm);
        command
            .args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--prefix", "."])
            .arg(format!("axe-core@{VERSION}"))
            .current_dir(draft);
        process::run_logged("install axe-core", &mut command, &log, None)?;
        let script = draft.join("node_modules/axe-core/axe.min.js");
        let bytes = fs::read(&script).map_err(|e| format!("cannot read {}: {e}", script.display()))?;
        if is_right(&bytes) {
            Ok(())
        } else {
            Err("cannot use axe-core: it is not the file that was expected".to_string())
        }
    })
}
