//! Turns the source tree into a clean bill, or a list of broken house rules.

use super::Flags;
use crate::{Outcome, project::Project, rule};

/// # Errors
/// At least one rule is broken, or a file cannot be read.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    let (n_files, findings) = rule::find_all(&project.root)?;
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => {
            println!("tidy: {n_files} files keep the house rules");
            Ok(())
        }
        n => Err(format!("cannot call {n_files} files tidy: {n} house rules are broken, listed above")),
    }
}
