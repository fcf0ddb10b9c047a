//! Turns the built site into the scores that Lighthouse gives it, and writes them into the README.

use super::{Flags, npm};
use crate::{Outcome, process, project::Project, tool::browser};
use std::process::Command;

/// The folder of the program that runs it.
const FOLDER: &str = "benches/lighthouse";

/// # Errors
/// Node, Chromium or the built site is missing, or a score is too low.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    let node = npm::find_node()?;
    let chromium = browser::find_chromium().ok_or("cannot run Lighthouse: Chromium is missing")?;
    if !project.dist().join("index.html").is_file() {
        return Err("cannot run Lighthouse: there is no site in dist/; run 'cargo xtask build'".to_string());
    }
    let folder = project.root.join(FOLDER);
    npm::install(&folder)?;
    let mut command = Command::new(node);
    command.arg("run.mjs").args(flags.words()).current_dir(&folder);
    command.env("DATELINE_DIST", project.dist()).env("DATELINE_CHROMIUM", chromium);
    command.env("DATELINE_OUT", project.target.join("lighthouse"));
    process::run("reach the scores of Lighthouse", &mut command)
}
