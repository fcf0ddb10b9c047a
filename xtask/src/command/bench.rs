//! Turns the words after `bench` into a run of a benchmark: natively, or in a browser beside its peers.

use super::{
    Flags,
    bind::{self, Library},
    check::cargo,
    npm,
};
use crate::{
    Outcome, process,
    project::{self, Project},
    site::wasm,
    tool::{self, browser},
};
use std::{fs, path::PathBuf, process::Command, thread};

/// The folder of the benchmark that runs in a browser.
const BROWSER: &str = "benches/browser";
/// Between these lines of the README stands the table of the native benchmark, apart from that of the browser.
const START: &str = "<!-- how fast natively: written by `cargo xtask bench` -->";
const END: &str = "<!-- end of how fast natively -->";
/// What stands above the table.
const INTRODUCTION: &str = "\
Natively on one thread, in one run on one machine of {n_cores} cores: made-up articles, 200 different questions of each kind,
the median / the 99th percentile in milliseconds, and what the index holds in memory. `cargo xtask bench` measures again
and rewrites this table.";
/// The crate through which it calls the engine.
const FACE: Library = Library { package: "dateline-face", name: "dateline", kind: "web" };

/// # Errors
/// Something that the benchmark needs is missing, or it fails.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    let words: Vec<&str> = flags.words().collect();
    match words.split_first() {
        Some((&"browser", rest)) => in_browser(project, rest),
        _ => natively(project, &words),
    }
}

/// Measures natively. All sizes together are what the README shows; it gets the table of that run and no other.
fn natively(project: &Project, words: &[&str]) -> Outcome {
    let search = ["bench", "--quiet", "--package", "dateline", "--no-default-features", "--bench", "search"];
    let mut command = cargo(project, &search);
    let printed = process::output("run the bench 'search'", command.arg("--").args(words))?;
    let table = String::from_utf8_lossy(&printed);
    println!("{table}");
    if !words.is_empty() {
        return Ok(());
    }
    let file = project.root.join("README.md");
    let readme = fs::read_to_string(&file).map_err(|e| format!("cannot read {}: {e}", file.display()))?;
    let n_cores = thread::available_parallelism().map_or(1, usize::from);
    let section = format!("{}\n\n{}", INTRODUCTION.replace("{n_cores}", &n_cores.to_string()), table.trim());
    project::write(&file, replace_between(&readme, START, END, &section)?)
}

/// The text with other lines between two of its lines.
fn replace_between(text: &str, start: &str, end: &str, lines: &str) -> Outcome<String> {
    let parts = text.split_once(start).and_then(|(before, rest)| Some((before, rest.split_once(end)?.1)));
    let (before, after) =
        parts.ok_or_else(|| format!("cannot rewrite the README: it has no lines '{start}' and '{end}'"))?;
    Ok(format!("{before}{start}\n{lines}\n{end}{after}"))
}

fn in_browser(project: &Project, words: &[&str]) -> Outcome {
    let node = npm::find_node()?;
    tool::ensure(project, tool::FOR_RELEASE)?;
    let out = project.target.join("bench-browser");
    let face = out.join("face");
    println!("building the engine for the browser");
    bind::bind(project, &FACE, &face)?;
    wasm::optimize(project, &[(face.join("dateline_bg.wasm"), "-O3")])?;
    let programs = build_natively(project)?;
    let folder = project.root.join(BROWSER);
    npm::install(&folder)?;
    let mut command = Command::new(node);
    command.arg("src/run.mjs").args(words).current_dir(&folder);
    command.env("DATELINE_BENCH_OUT", &out).env("DATELINE_FACE", &face);
    command.env("DATELINE_PROGRAM", programs.join("dateline"));
    command.env("DATELINE_THROUGHPUT", programs.join("throughput"));
    if let Some(chromium) = browser::find_chromium() {
        command.env("DATELINE_CHROMIUM", chromium);
    }
    process::run("run the benchmark in the browser", &mut command)
}

/// Builds what is measured outside the browser, and gives the folder it is in.
fn build_natively(project: &Project) -> Outcome<PathBuf> {
    println!("building the native programs");
    let packages = [
        &["--package", "dateline", "--bin", "dateline", "--no-default-features"][..],
        &["--package", FACE.package, "--bin", "throughput"][..],
    ];
    for package in packages {
        let mut command = cargo(project, &["build", "--quiet", "--profile", "worker"]);
        process::run("build the native programs", command.args(package))?;
    }
    Ok(project.target.join("worker"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_table_of_the_readme_is_rewritten_without_the_other() -> Outcome {
        let readme = format!("a\n<!-- other -->\nold\n<!-- end -->\nb\n{START}\nold\n{END}\nc\n");
        let new = replace_between(&readme, START, END, "| new |")?;
        assert_eq!(new, format!("a\n<!-- other -->\nold\n<!-- end -->\nb\n{START}\n| new |\n{END}\nc\n"));
        assert_eq!(replace_between(&new, START, END, "| new |")?, new);
        assert!(replace_between("no markers", START, END, "").is_err());
        Ok(())
    }

    #[test]
    fn the_readme_has_a_place_for_the_table() {
        let readme = include_str!("../../../README.md");
        assert!(replace_between(readme, START, END, "").is_ok());
    }
}
