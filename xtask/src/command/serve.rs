//! Turns the tree into a site on this machine that is rebuilt on every change.

use super::Flags;
use crate::{Outcome, process, project::Project, tool};

/// # Errors
/// A tool cannot be installed, the port is no number, or Trunk stops with an error.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    let release = flags.has("--release");
    tool::ensure(project, if release { tool::FOR_RELEASE } else { tool::FOR_SERVE })?;
    let mut trunk = tool::trunk(project, release)?;
    trunk.arg("serve");
    if let Some(port) = flags.value("--port") {
        port.parse::<u16>()
            .map_err(|_| format!("cannot serve on port '{port}': a port is a number from 0 to 65535"))?;
        trunk.args(["--port", port]);
    }
    if flags.has("--open") {
        trunk.arg("--open");
    }
    if release {
        trunk.arg("--release");
    }
    process::become_command("serve the site", &mut trunk)
}
