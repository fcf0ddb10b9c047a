//! Turns the tree into the edition in one file, and says how large it is beside the folder.

use super::{Flags, build};
use crate::{
    Outcome, project,
    project::Project,
    site::{budget, bundle},
    tool,
};
use std::path::PathBuf;

/// The file that is written unless another is named.
const FILE: &str = "dateline.html";
/// The file over the sum of the folder's files, each compressed with brotli: base64 alone would cost as much.
const MOST_TIMES: f64 = 1.4;

/// # Errors
/// The site cannot be built, or the file is larger than it may be.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    if !flags.has("--no-build") {
        tool::ensure(project, tool::FOR_RELEASE)?;
        build::build(project, true)?;
    }
    let path = flags.value("--out").map_or_else(|| project.root.join(FILE), PathBuf::from);
    write(project, &path)
}

/// Writes the file from the site in `dist/`, and holds it to its size.
///
/// # Errors
/// `dist/` holds no site, the file cannot be written, or is larger than it may be.
pub fn write(project: &Project, path: &std::path::Path) -> Outcome {
    let html = bundle::bundle(project, &project.dist())?;
    project::write(path, &html)?;
    let parts = budget::compressed_bytes(&project.dist())?;
    let times = html.len() as f64 / parts as f64;
    println!("one file: {} bytes in {}", html.len(), path.display());
    println!(
        "the folder's files, each compressed with brotli: {parts} bytes; the file is {times:.2} times that"
    );
    if times > MOST_TIMES {
        return Err(format!(
            "cannot accept a file {times:.2} times as large as the parts: it may be {MOST_TIMES}"
        ));
    }
    Ok(())
}
