//! Turns the words after `bench` into a run of a benchmark: natively, or in a browser beside its peers.

use super::{Flags, check::cargo};
use crate::{
    Outcome, process,
    project::{self, Project},
    site::wasm,
    tool::{self, browser, cargo_tool},
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The folder of the benchmark that runs in a browser.
const BROWSER: &str = "benches/browser";
/// The crate through which it calls the engine.
const FACE: &str = "dateline-face";
const TRIPLE: &str = "wasm32-unknown-unknown";
/// Beside every `package.json` that npm has installed; newer than that file when nothing has changed since.
const INSTALLED: &str = "node_modules/.package-lock.json";

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
    let node = process::find_program("node")
        .ok_or("cannot run the benchmark: node is missing; install Node 20 or newer")?;
    tool::ensure(project, tool::FOR_RELEASE)?;
    let out = project.target.join("bench-browser");
    let face = out.join("face");
    build_face(project, &face)?;
    let programs = build_natively(project)?;
    let folder = project.root.join(BROWSER);
    install_peers(&folder)?;
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

/// Builds the engine with the same optimization as the worker of the site, as a module that a page imports.
fn build_face(project: &Project, out: &Path) -> Outcome {
    println!("building the engine for the browser");
    let explain = |e: std::io::Error| format!("cannot make the folder {}: {e}", out.display());
    fs::create_dir_all(out).map_err(explain)?;
    let (mut build, target) = tool::wasm_cargo(project)?;
    build.args(["build", "--quiet", "--package", FACE, "--lib", "--profile", "worker", "--target", TRIPLE]);
    process::run("build the engine for the browser", &mut build)?;
    let bindgen = cargo_tool::find_bindgen(project)?
        .ok_or("cannot bind the engine: wasm-bindgen is missing; run 'cargo xtask setup'")?;
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--out-name", "dateline", "--out-dir"]).arg(out);
    bind.arg(target.join(TRIPLE).join("worker").join("dateline_face.wasm"));
    process::run("bind the engine to JavaScript", &mut bind)?;
    wasm::optimize(project, &[(out.join("dateline_bg.wasm"), "-O3")])
}

/// Builds what is measured outside the browser, and gives the folder it is in.
fn build_natively(project: &Project) -> Outcome<PathBuf> {
    println!("building the native programs");
    let packages = [
        &["--package", "dateline", "--bin", "dateline", "--no-default-features"][..],
        &["--package", FACE, "--bin", "throughput"][..],
    ];
    for package in packages {
        let mut command = cargo(project, &["build", "--quiet", "--profile", "worker"]);
        process::run("build the native programs", command.args(package))?;
    }
    Ok(project.target.join("worker"))
}

/// Installs the peers where that has not been done since their list changed.
fn install_peers(folder: &Path) -> Outcome {
    let modified = |name: &str| folder.join(name).metadata().and_then(|meta| meta.modified()).ok();
    let is_current =
        modified(INSTALLED).zip(modified("package-lock.json")).is_some_and(|(it, list)| it >= list);
    if is_current {
        return Ok(());
    }
    let npm = process::find_program("npm").ok_or("cannot install the peers: npm is missing")?;
    println!("installing the peers into {}", folder.join("node_modules").display());
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund", "--loglevel", "error"]).current_dir(folder);
    process::run("install the peers", &mut command)?;
    // npm may give its own list the time of an older package.
    let list = folder.join(INSTALLED);
    project::read(&list).and_then(|text| project::write(&list, text))
}
