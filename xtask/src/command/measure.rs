//! Turns the words after `score`, `train` and `lexicon` into a run of the program that measures, learns or derives.
//!
//! Those programs see the whole library, which the tasks themselves do not: they are examples of the package, and the
//! package of the name tagger's weights, compiled only when they are asked for.

use super::{Flags, check::cargo};
use crate::{Outcome, process, project::Project};

/// # Errors
/// The program could not be built, or could not read what it was given.
pub fn score(project: &Project, flags: &Flags) -> Outcome {
    if flags.words().next() == Some("names") {
        return run_lab(project, "score", flags);
    }
    run_example(project, "score", flags)
}

/// # Errors
/// As [`score`].
pub fn train(project: &Project, flags: &Flags) -> Outcome {
    run_lab(project, "train", flags)
}

/// # Errors
/// As [`score`].
pub fn lexicon(project: &Project, flags: &Flags) -> Outcome {
    if flags.words().next() == Some("outlines") {
        return run_lab(project, "lexicon", flags);
    }
    run_example(project, "derive_lexicon", flags)
}

fn run_example(project: &Project, example: &str, flags: &Flags) -> Outcome {
    let mut command =
        cargo(project, &["run", "--quiet", "--release", "--no-default-features", "--example", example, "--"]);
    command.args(flags.words());
    process::run(&format!("run '{example}'"), &mut command)
}

fn run_lab(project: &Project, word: &str, flags: &Flags) -> Outcome {
    let mut command =
        cargo(project, &["run", "--quiet", "--release", "--package", "dateline-lab", "--", word]);
    command.args(flags.words());
    process::run(&format!("run '{word}'"), &mut command)
}
