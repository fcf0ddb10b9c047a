//! Turns a crate that is a program into that program in the cache: Trunk, wasm-bindgen, geckodriver, cargo-fuzz.
//!
//! They are compiled with little optimization: they run for seconds, and are compiled for minutes.

use super::{install_folder, log_file};
use crate::{Outcome, process, project::Project};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// The Trunk that is installed: 0.22 asks for a newer compiler than the oldest one supported here.
const TRUNK_VERSION: &str = "0.21.14";
/// The Trunk versions that read this project's `Trunk.toml` and are used when already on `PATH`.
const TRUNK_SUITABLE: &str = "trunk 0.21.";

/// The geckodriver that is installed.
const GECKODRIVER_VERSION: &str = "0.36.0";
/// The cargo-fuzz that is installed.
const FUZZ_VERSION: &str = "0.13.2";

/// A crate to install.
struct Recipe<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    /// Whether the dependencies are those that its authors tested with.
    locked: bool,
}

/// The Trunk to use: a suitable one on `PATH`, or the one in the cache.
pub fn find_trunk(project: &Project) -> Option<PathBuf> {
    let suits = |path: &PathBuf| {
        process::answer(Command::new(path).arg("--version"))
            .is_some_and(|version| version.starts_with(TRUNK_SUITABLE))
    };
    process::find_program("trunk").filter(suits).or_else(|| cached(project, "trunk", "trunk", TRUNK_VERSION))
}

/// The wasm-bindgen of exactly the version in `Cargo.lock`, from `PATH` or from the cache.
///
/// # Errors
/// `Cargo.lock` cannot be read or holds no wasm-bindgen.
pub fn find_bindgen(project: &Project) -> Outcome<Option<PathBuf>> {
    let version = project.locked_version("wasm-bindgen")?;
    let suits = |path: &PathBuf| {
        process::answer(Command::new(path).arg("--version"))
            .is_some_and(|answer| answer == format!("wasm-bindgen {version}"))
    };
    Ok(process::find_program("wasm-bindgen")
        .filter(suits)
        .or_else(|| cached(project, "wasm-bindgen", "wasm-bindgen", &version)))
}

/// The driver of Firefox, from `PATH` or from the cache.
pub fn find_geckodriver(project: &Project) -> Option<PathBuf> {
    let cached = || cached(project, "geckodriver", "geckodriver", GECKODRIVER_VERSION);
    process::find_program("geckodriver").or_else(cached)
}

/// The program that fuzzes, from `PATH` or from the cache.
pub fn find_fuzz(project: &Project) -> Option<PathBuf> {
    process::find_program("cargo-fuzz").or_else(|| cached(project, "cargo-fuzz", "cargo-fuzz", FUZZ_VERSION))
}

/// # Errors
/// Compiling geckodriver fails.
pub fn install_geckodriver(project: &Project) -> Outcome {
    println!("    compiling geckodriver {GECKODRIVER_VERSION}: about 2 minutes on two cores");
    let recipe =
        Recipe { package: "geckodriver", program: "geckodriver", version: GECKODRIVER_VERSION, locked: true };
    install(project, &recipe)
}

/// # Errors
/// Compiling cargo-fuzz fails.
pub fn install_fuzz(project: &Project) -> Outcome {
    println!("    compiling cargo-fuzz {FUZZ_VERSION}: about 1 minute on two cores");
    let recipe = Recipe { package: "cargo-fuzz", program: "cargo-fuzz", version: FUZZ_VERSION, locked: true };
    install(project, &recipe)
}

fn cached(project: &Project, folder: &str, program: &str, version: &str) -> Option<PathBuf> {
    let path =
        place(project, folder, version).join("bin").join(format!("{program}{}", env::consts::EXE_SUFFIX));
    process::is_program(&path).then_some(path)
}

fn place(project: &Project, program: &str, version: &str) -> PathBuf {
    project.cache.join(format!("{program}-{version}"))
}

/// Where Trunk is, for the list of tools.
pub fn find_trunk_words(project: &Project) -> Outcome<Option<String>> {
    Ok(find_trunk(project).map(|path| path.display().to_string()))
}

/// Where wasm-bindgen is, for the list of tools.
///
/// # Errors
/// As [`find_bindgen`].
pub fn find_bindgen_words(project: &Project) -> Outcome<Option<String>> {
    Ok(find_bindgen(project)?.map(|path| path.display().to_string()))
}

/// # Errors
/// Compiling Trunk fails.
pub fn install_trunk(project: &Project) -> Outcome {
    println!("    compiling Trunk {TRUNK_VERSION}: about 4 minutes on two cores");
    install(project, &Recipe { package: "trunk", program: "trunk", version: TRUNK_VERSION, locked: true })
}

/// # Errors
/// Compiling wasm-bindgen fails.
pub fn install_bindgen(project: &Project) -> Outcome {
    let version = project.locked_version("wasm-bindgen")?;
    println!("    compiling wasm-bindgen {version}, the version in Cargo.lock: about 1 minute on two cores");
    install(
        project,
        &Recipe { package: "wasm-bindgen-cli", program: "wasm-bindgen", version: &version, locked: false },
    )
}

fn install(project: &Project, recipe: &Recipe<'_>) -> Outcome {
    let log = log_file(project, recipe.program)?;
    install_folder(&place(project, recipe.program, recipe.version), |draft| {
        let scratch = draft.join("target");
        process::run_logged(
            &format!("install {}", recipe.package),
            &mut cargo_install(recipe, draft, &scratch),
            &log,
            None,
        )?;
        std::fs::remove_dir_all(&scratch).map_err(|e| format!("cannot remove {}: {e}", scratch.display()))
    })
}

fn cargo_install(recipe: &Recipe<'_>, root: &Path, target: &Path) -> Command {
    let mut command = Command::new("cargo");
    // Downloads of their own are all that TLS would be for, and neither is to make any.
    command.args([
        "install",
        recipe.package,
        "--version",
        recipe.version,
        "--bin",
        recipe.program,
        "--no-default-features",
    ]);
    if recipe.locked {
        command.arg("--locked");
    }
    command
        .arg("--root")
        .arg(root)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        // Outside the clone, so that its settings and those of a terminal's colors stay out of the log.
        .env("CARGO_TERM_COLOR", "never")
        .current_dir(root);
    command
}
