//! Turns the site in `dist/` into the pictures of the README, by opening each view of it in Chromium.

use super::{Flags, check::cargo};
use crate::{Outcome, process, project::Project, tool::browser};

/// # Errors
/// The site is not built, there is no Chromium, or a view does not show what it should.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    let browser = browser::find().ok_or("cannot take pictures: Chromium or its driver is missing")?;
    if !project.dist().join("index.html").is_file() {
        return Err("cannot take pictures of a site that is not built: run 'cargo xtask build'".into());
    }
    let mut command =
        cargo(project, &["run", "--quiet", "--package", "dateline-browser", "--bin", "pictures"]);
    command.arg("--").arg(project.root.join("docs")).env("DATELINE_DIST", project.dist());
    command.env("DATELINE_CHROMIUM", browser.chromium).env("DATELINE_CHROMEDRIVER", browser.chromedriver);
    process::run("take the pictures", &mut command)
}
