//! Finds or installs the browser that the tests drive, and the driver that drives it.

use super::apt;
use crate::{Outcome, process, project::Project};
use std::{env, path::PathBuf};

/// Names that Chromium and Chrome go by on `PATH`.
const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const DRIVERS: &[&str] = &["chromedriver"];

/// A browser and its driver.
pub struct Browser {
    pub chromium: PathBuf,
    pub chromedriver: PathBuf,
}

/// Both programs, from the environment (`CHROMIUM`, `CHROMEDRIVER`) or from `PATH`.
pub fn find() -> Option<Browser> {
    Some(Browser { chromium: find_chromium()?, chromedriver: program("CHROMEDRIVER", DRIVERS)? })
}

/// The browser alone.
pub fn find_chromium() -> Option<PathBuf> {
    program("CHROMIUM", BROWSERS)
}

fn program(variable: &str, names: &[&str]) -> Option<PathBuf> {
    let named = env::var_os(variable).map(PathBuf::from).filter(|path| process::is_program(path));
    named.or_else(|| names.iter().find_map(|name| process::find_program(name)))
}

/// Where they are, for the list of tools.
pub fn find_words(_: &Project) -> Outcome<Option<String>> {
    Ok(find().map(|browser| format!("{}, {}", browser.chromium.display(), browser.chromedriver.display())))
}

/// # Errors
/// They cannot be installed here.
pub fn install(project: &Project) -> Outcome {
    apt::install(project, "a browser to test with", &["chromium", "chromium-driver"]).map_err(|problem| {
        format!("{problem}\nor install Chrome and chromedriver, and name them in CHROMIUM and CHROMEDRIVER")
    })
}
