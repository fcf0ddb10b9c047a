//! Turns the properties of `fuzz/` into runs that try to break each of them with invented bytes.

use super::{Flags, check::cargo};
use crate::{
    Outcome, process,
    project::{self, Project},
    tool::{self, cargo_tool},
};
use std::process::Command;

/// How long each property is tried unless said otherwise, in minutes.
const MINUTES: u64 = 10;
/// One input may take so long, in seconds: what takes longer freezes a reader's page.
const SLOWEST_S: u64 = 20;
/// The longest input, in bytes: the samples as a pack have room.
const LONGEST: usize = 1 << 14;
/// The compiler that can watch which code an input reaches.
const TOOLCHAIN: &str = "nightly";

/// # Errors
/// The tools are missing, or a property does not hold; the input is kept under `fuzz/artifacts/`.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    let minutes = match flags.value("--minutes") {
        None => MINUTES as f64,
        Some(text) => text
            .parse()
            .ok()
            .filter(|minutes| *minutes > 0.0)
            .ok_or_else(|| format!("cannot fuzz for '{text}' minutes: that is no number above 0"))?,
    };
    tool::ensure(project, tool::FOR_FUZZ)?;
    write_starts(project)?;
    let chosen = flags.value("--target");
    let mut n_run = 0;
    for property in properties(project)? {
        if chosen.is_none_or(|chosen| property.contains(chosen)) {
            n_run += 1;
            println!("==> {property}, {minutes} min");
            fuzz(project, &property, (minutes * 60.0).ceil() as u64)?;
        }
    }
    println!("{n_run} properties held for {minutes} min each");
    Ok(())
}

fn properties(project: &Project) -> Outcome<Vec<String>> {
    let files = project::files_below(&project.root.join("fuzz/fuzz_targets"), ".rs")?;
    Ok(files.iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect())
}

/// Writes real, honest and hostile inputs for each property, so that fuzzing need not invent a format first.
fn write_starts(project: &Project) -> Outcome {
    let folder = project.root.join("fuzz/start");
    let mut command =
        cargo(project, &["run", "--quiet", "--package", "dateline-properties", "--bin", "inputs"]);
    process::run("write what fuzzing starts from", command.arg("--").arg(folder))
}

fn fuzz(project: &Project, property: &str, seconds: u64) -> Outcome {
    let program = cargo_tool::find_fuzz(project).ok_or("cannot fuzz: cargo-fuzz is missing")?;
    let folder = project.root.join("fuzz");
    let corpus = folder.join("corpus").join(property);
    std::fs::create_dir_all(&corpus)
        .map_err(|e| format!("cannot make the folder {}: {e}", corpus.display()))?;
    // What it has learned is kept in the first folder; the second one is only read.
    let start = folder.join("start").join(property);
    let mut command = Command::new(program);
    // Safe code needs no sanitizer, and is several times as fast without.
    command
        .args(["fuzz", "run", "--fuzz-dir"])
        .arg(&folder)
        .args(["--sanitizer", "none", property])
        .args([corpus, start]);
    command.args(["--", &format!("-max_total_time={seconds}"), &format!("-timeout={SLOWEST_S}")]);
    command.args(["-print_final_stats=1", "-verbosity=0", &format!("-max_len={LONGEST}")]);
    // A crate that reads web pages talks to standard error in builds that check themselves.
    command.arg("-close_fd_mask=2");
    command.current_dir(&project.root).env("RUSTUP_TOOLCHAIN", TOOLCHAIN);
    // Apart from the other builds: another compiler would build all of them anew.
    command.env("CARGO_TARGET_DIR", project.target.join("fuzz"));
    process::run(&format!("hold '{property}'"), &mut command)
}
