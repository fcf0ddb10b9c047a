//! Turns the words after `bench` into a run of a benchmark: natively, or in a browser beside its peers.

use super::{
    Flags,
    bind::{self, Library},
    check::cargo,
    npm,
};
use crate::{
    Outcome, process,
    project::Project,
    site::wasm,
    tool::{self, browser},
};
use std::{path::PathBuf, process::Command};

/// The folder of the benchmark that runs in a browser.
const BROWSER: &str = "benches/browser";
/// The crate through which it calls the engine.
const FACE: Library = Library { package: "dateline-face", name: "dateline", kind: "web" };

/// # Errors
/// Something that the benchmark needs is missing, or it fails.
pub fn run(project: &Project, flags: &Flags) -> Outcome {
    let words: Vec<&str> = flags.words().collect();
    match words.split_first() {
        Some((&"browser", rest)) => in_browser(project, rest),
        _ => {
            let search =
                ["bench", "--quiet", "--package", "dateline", "--no-default-features", "--bench", "search"];
            let mut command = cargo(project, &search);
            process::run("run the bench 'search'", command.arg("--").args(&words))
        }
    }
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
