//! Turns `site/404.html` into the page that a host shows for an address that leads nowhere.

use super::{
    page,
    policy::{self, Edition},
    script,
};
use crate::{Outcome, project, project::Project};

/// The page, with its script and the policy that lets only this script run.
///
/// # Errors
/// A file of `site/` is missing.
pub fn page(project: &Project) -> Outcome<String> {
    let html = project::read(&project.root.join("site/404.html"))?;
    let html =
        page::with_icon(&html, super::ICON, &project::read(&project.root.join("site").join(super::ICON))?);
    let script = script::read(project, "404.js")?;
    let policy = policy::policy(Edition::Folder, &[&script], &page::inline(&html, "style"));
    page::with_head(&html, &policy, &script)
}
