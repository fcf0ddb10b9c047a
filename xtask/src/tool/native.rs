//! Finds rustfmt and clippy, which come with the compiler and are not installed behind anyone's back.

use crate::{Outcome, process, project::Project};
use std::process::Command;

/// Their versions, if both are there.
pub fn find(_: &Project) -> Outcome<Option<String>> {
    let rustfmt = process::answer(Command::new("cargo").args(["fmt", "--version"]));
    let clippy = process::answer(Command::new("cargo").args(["clippy", "--version"]));
    Ok(rustfmt.zip(clippy).map(|(rustfmt, clippy)| format!("{rustfmt}, {clippy}")))
}

/// # Errors
/// Always: it names the command that installs them.
pub fn install(_: &Project) -> Outcome {
    Err("cannot find rustfmt and clippy: install them with 'rustup component add rustfmt clippy'".to_string())
}
