//! Turns the packed articles into the front page of the site, compressed, by the program of this project that knows them.

use super::pack;
use crate::{Outcome, process, project, project::Project};
use std::{path::Path, process::Command};

/// Quick to compile, quick enough to analyze: it runs once for each build.
const PROGRAM: &[&str] = &["run", "--quiet", "--profile", "serve", "--no-default-features", "--bin", "front"];

/// Writes it into a file.
///
/// # Errors
/// The program cannot be compiled or does not end well, or the file cannot be written.
pub fn write(project: &Project, path: &Path) -> Outcome {
    println!("seal: reading the articles once for the front page");
    let mut command = Command::new("cargo");
    command.args(PROGRAM).current_dir(&project.root);
    project::write(path, pack::deflate(&process::output("write the front page", &mut command)?)?)
}
