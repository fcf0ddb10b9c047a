//! Finds or installs Firefox and the driver that drives it.

use super::{apt, cargo_tool};
use crate::{Outcome, process, project::Project};
use std::{env, path::PathBuf};

/// Names that Firefox goes by on `PATH`.
const BROWSERS: &[&str] = &["firefox-esr", "firefox"];

/// A browser and its driver.
pub struct Firefox {
    pub firefox: PathBuf,
    pub geckodriver: PathBuf,
}

/// Both programs, from the environment (`FIREFOX`), from `PATH`, or from the cache.
pub fn find(project: &Project) -> Option<Firefox> {
    Some(Firefox { firefox: find_firefox()?, geckodriver: cargo_tool::find_geckodriver(project)? })
}

fn find_firefox() -> Option<PathBuf> {
    let named = env::var_os("FIREFOX").map(PathBuf::from).filter(|path| process::is_program(path));
    named.or_else(|| BROWSERS.iter().find_map(|name| process::find_program(name)))
}

/// Where they are, for the list of tools.
pub fn find_words(project: &Project) -> Outcome<Option<String>> {
    Ok(find(project).map(|it| format!("{}, {}", it.firefox.display(), it.geckodriver.display())))
}

/// # Errors
/// They cannot be installed here.
pub fn install(project: &Project) -> Outcome {
    if find_firefox().is_none() {
        apt::install(project, "a second browser to test with", &["firefox-esr"])
            .map_err(|problem| format!("{problem}\nor install Firefox, and name it in FIREFOX"))?;
    }
    if cargo_tool::find_geckodriver(project).is_none() {
        cargo_tool::install_geckodriver(project)?;
    }
    Ok(())
}
