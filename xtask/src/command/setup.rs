//! Turns a bare machine into one that can run every command.

use super::Flags;
use crate::{Outcome, project::Project, tool};

/// # Errors
/// A tool that is needed cannot be installed.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    if !flags.has("--check") {
        tool::ensure(project, tool::FOR_TEST)?;
    }
    tool::list(project, tool::FOR_TEST)
}
