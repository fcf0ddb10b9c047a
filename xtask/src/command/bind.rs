//! Turns a library of the workspace into a module of WebAssembly that a page of a test or a benchmark loads.

use crate::{
    Outcome, process,
    project::Project,
    tool::{self, cargo_tool},
};
use std::{fs, path::Path, process::Command};

const TRIPLE: &str = "wasm32-unknown-unknown";

/// A library, and how a page calls it.
pub struct Library {
    pub package: &'static str,
    /// The name of the files that the page loads, before `.js` and `_bg.wasm`.
    pub name: &'static str,
    /// As `wasm-bindgen --target` says it.
    pub kind: &'static str,
}

/// Builds the library with the same optimization as the worker of the site, and writes its files to `out`.
///
/// # Errors
/// A tool is missing, or the library cannot be built.
pub fn bind(project: &Project, library: &Library, out: &Path) -> Outcome {
    let Library { package, name, kind } = library;
    fs::create_dir_all(out).map_err(|e| format!("cannot make the folder {}: {e}", out.display()))?;
    let (mut build, target) = tool::wasm_cargo(project)?;
    build.args(["build", "--quiet", "--package", package, "--lib", "--profile", "worker"]);
    process::run(&format!("build '{package}' for the browser"), build.args(["--target", TRIPLE]))?;
    let bindgen = cargo_tool::find_bindgen(project)?.ok_or_else(|| {
        format!("cannot bind '{package}': wasm-bindgen is missing; run 'cargo xtask setup'")
    })?;
    let mut command = Command::new(bindgen);
    command.args(["--target", kind, "--no-typescript", "--out-name", name, "--out-dir"]).arg(out);
    command.arg(target.join(TRIPLE).join("worker").join(format!("{}.wasm", package.replace('-', "_"))));
    process::run(&format!("bind '{package}' to JavaScript"), &mut command)
}
