//! Finds or installs wasm-opt, which the seal runs over the WebAssembly of a release.
//!
//! Binaryen publishes it on npm as one JavaScript file, which runs wherever Node does.

use super::{install_folder, log_file};
use crate::{Outcome, process, project::Project};
use std::{path::PathBuf, process::Command};

/// The npm package `binaryen` that is installed.
const BINARYEN_VERSION: &str = "132.0.0";
/// Older ones do not know all features that the compiler uses.
const OLDEST_SUITABLE: u32 = 116;

/// The start of a command line that runs wasm-opt, from `PATH` or from the cache.
pub fn find(project: &Project) -> Option<Command> {
    let system = process::find_program("wasm-opt").filter(|path| {
        let answer = process::answer(Command::new(path).arg("--version")).unwrap_or_default();
        version(&answer).is_some_and(|version| version >= OLDEST_SUITABLE)
    });
    system.map(Command::new).or_else(|| {
        let script = place(project).join("node_modules/binaryen/bin/wasm-opt");
        let node = process::find_program("node").filter(|_| script.is_file())?;
        let mut command = Command::new(node);
        command.arg(script);
        Some(command)
    })
}

fn version(answer: &str) -> Option<u32> {
    answer.strip_prefix("wasm-opt version ")?.split_whitespace().next()?.parse().ok()
}

fn place(project: &Project) -> PathBuf {
    project.cache.join(format!("binaryen-{BINARYEN_VERSION}"))
}

/// Where it is, for the list of tools.
pub fn find_words(project: &Project) -> Outcome<Option<String>> {
    Ok(find(project).map(|command| process::shown(&command)))
}

/// # Errors
/// Node or npm is missing, or the package cannot be had.
pub fn install(project: &Project) -> Outcome {
    let npm = process::find_program("npm").filter(|_| process::find_program("node").is_some()).ok_or(
        "cannot install wasm-opt: it comes as the npm package 'binaryen', and node and npm are missing; install them, or put Binaryen's wasm-opt on PATH",
    )?;
    let log = log_file(project, "binaryen")?;
    install_folder(&place(project), |draft| {
        let mut command = Command::new(npm);
        command
            .args(["install", "--no-audit", "--no-fund", "--no-save", "--prefix", "."])
            .arg(format!("binaryen@{BINARYEN_VERSION}"))
            .current_dir(draft);
        process::run_logged("install wasm-opt", &mut command, &log, None)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_both_forms_of_the_answer() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version("wasm-opt"), None);
    }
}
