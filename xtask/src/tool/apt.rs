//! Turns names of Debian packages into installed packages, or into the command that a person must run.

use super::log_file;
use crate::{Outcome, process, project::Project};
use std::{path::Path, process::Command};

/// The arguments that install packages without asking and without extras.
const INSTALL: &[&str] = &["install", "--yes", "--no-install-recommends"];
/// Where apt keeps its lists of packages.
const LISTS: &str = "/var/lib/apt/lists";

/// Installs packages with apt.
///
/// # Errors
/// This is no Debian, the user may not install, or apt fails; the message names the commands.
pub fn install(project: &Project, what: &str, packages: &[&str]) -> Outcome {
    let by_hand = format!("apt-get update && apt-get {} {}", INSTALL.join(" "), packages.join(" "));
    let Some(apt) = process::find_program("apt-get") else {
        return Err(format!(
            "cannot install {what}: this system has no apt-get (on Debian it would be '{by_hand}')"
        ));
    };
    let Some(prefix) = privilege() else {
        return Err(format!("cannot install {what}: that needs root; run as root: {by_hand}"));
    };
    println!("    apt-get {} {}", INSTALL.join(" "), packages.join(" "));
    let log = log_file(project, "apt")?;
    let apt_get = |words: &[&str]| {
        let mut command = match prefix {
            Some(sudo) => {
                let mut command = Command::new(sudo);
                command.arg("-n").arg("env").arg("DEBIAN_FRONTEND=noninteractive").arg(&apt);
                command
            }
            None => Command::new(&apt),
        };
        command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
        process::run_logged(&format!("install {what}"), &mut command, &log, None)
    };
    let words: Vec<&str> = INSTALL.iter().chain(packages).copied().collect();
    let first_try = if has_lists() { apt_get(&words) } else { Err(String::new()) };
    first_try
        // Lists that are missing or name versions that have gone since: fetch them and try once more.
        .or_else(|_| apt_get(&["update"]).and_then(|()| apt_get(&words)))
        .map_err(|problem| format!("{problem}\nby hand it is: {by_hand}"))
}

/// `Some(None)` for root, `Some(sudo)` where sudo asks for no password, `None` for neither.
fn privilege() -> Option<Option<&'static str>> {
    if process::answer(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(None);
    }
    process::answer(Command::new("sudo").args(["-n", "true"])).map(|_| Some("sudo"))
}

fn has_lists() -> bool {
    Path::new(LISTS).read_dir().is_ok_and(|mut entries| {
        entries
            .any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().contains("_Packages")))
    })
}
