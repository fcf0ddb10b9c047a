//! Turns the tree into a quick answer to "have I broken something", without WebAssembly or a browser.

use super::{Flags, tidy};
use crate::{Outcome, process, project::Project, tool};
use std::{
    process::Command,
    time::{Duration, Instant},
};

/// Feature sets that lints hold for: the page, the core alone, the core behind messages.
const LINTED: &[&[&str]] =
    &[&[], &["--no-default-features"], &["--no-default-features", "--features", "worker"]];

/// # Errors
/// The first step that fails.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    tool::ensure(project, tool::FOR_CHECK)?;
    let mut steps = Steps::default();
    static_steps(project, &mut steps)?;
    steps.run("core tests", || core_tests(project))?;
    steps.finish();
    Ok(())
}

/// Format, house rules and lints: what reads the tree without running it.
///
/// # Errors
/// The first step that fails.
pub fn static_steps(project: &Project, steps: &mut Steps) -> Outcome {
    steps.run("format", || {
        process::run(
            "hold the format (cargo fmt --all sets it right)",
            cargo(project, &["fmt", "--all", "--check"]).arg("--quiet"),
        )
    })?;
    steps.run("house rules", || tidy::run(project, &Flags::default()))?;
    for features in LINTED {
        let name = format!("lints {}", features.join(" "));
        steps.run(name.trim(), || lint(project, features))?;
    }
    steps.run("lints of the tools", || {
        process::run(
            "hold the lints",
            &mut cargo(
                project,
                &[
                    "clippy",
                    "--quiet",
                    "--workspace",
                    "--exclude",
                    "dateline",
                    "--all-targets",
                    "--",
                    "-D",
                    "warnings",
                ],
            ),
        )
    })
}

fn lint(project: &Project, features: &[&str]) -> Outcome {
    let mut command = cargo(project, &["clippy", "--quiet", "--package", "dateline", "--all-targets"]);
    command.args(features).args(["--", "-D", "warnings"]);
    process::run("hold the lints", &mut command)
}

/// The tests of everything left of the wall.
///
/// # Errors
/// A test fails.
pub fn core_tests(project: &Project) -> Outcome {
    process::run(
        "pass the core tests",
        &mut cargo(project, &["test", "--quiet", "--package", "dateline", "--no-default-features"]),
    )
}

/// Cargo in the root of the clone.
pub fn cargo(project: &Project, words: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(words).current_dir(&project.root);
    command
}

/// Steps that are announced, timed, and summed up.
#[derive(Default)]
pub struct Steps {
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Runs one step.
    ///
    /// # Errors
    /// The step's own, after saying which step it was.
    pub fn run(&mut self, name: &str, step: impl FnOnce() -> Outcome) -> Outcome {
        println!("==> {name}");
        let start = Instant::now();
        step().map_err(|problem| {
            format!("the step '{name}' failed after {}: {problem}", process::seconds(start.elapsed()))
        })?;
        println!("    {name}: {}", process::seconds(start.elapsed()));
        self.done.push((name.to_string(), start.elapsed()));
        Ok(())
    }

    /// Prints what was run and how long each step took.
    pub fn finish(&self) {
        println!("\nall {} steps passed", self.done.len());
        for (name, elapsed) in &self.done {
            println!("  {name:<45} {:>12}", process::seconds(*elapsed));
        }
        let all = self.done.iter().map(|(_, elapsed)| *elapsed).sum();
        println!("  {:<45} {:>12}", "all", process::seconds(all));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_step_is_named() {
        let mut steps = Steps::default();
        let message = steps.run("first", || Err("cannot go on".to_string())).unwrap_err();
        assert!(
            message.starts_with("the step 'first' failed after ") && message.ends_with("cannot go on"),
            "{message}"
        );
    }
}
