//! Finds a compiler that has, or can build, the standard library for wasm32.
//!
//! In this order: the active toolchain has the library; Debian's own compiler is there with the
//! library's source; rustup fetches the library; apt installs Debian's compiler.
//!
//! Debian's compiler must not stand in front of the active one for anything native. So a small
//! `cargo` goes in front of Trunk's `PATH`, which hands builds for wasm32 to Debian's cargo and
//! everything else to the user's.

use super::{apt, log_file};
use crate::{Outcome, process, project::Project};
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

const TRIPLE: &str = "wasm32-unknown-unknown";
const VECTOR_FLAG: &str = "-Ctarget-feature=+simd128";
/// Debian's compiler, the source of its library, and a linker for wasm32.
const DEBIAN_PACKAGES: &[&str] = &["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "lld-22"];
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
/// Installed by Debian's packages above; rustup's toolchains keep theirs elsewhere.
const DEBIAN_LINKER: &str = "/usr/bin/rust-lld";
/// How long rustup may take to fetch 25 MB before Debian's packages are tried, in seconds.
const RUSTUP_LIMIT_S: u64 = 90;
/// Changes with [`SHIM`], so that clones of different ages can share a cache.
const SHIM_FOLDER: &str = "cargo-shim-1";

/// The `cargo` that Trunk finds first where Debian's compiler builds for wasm32.
const SHIM: &str = r#"#!/bin/sh
# Written by 'cargo xtask': builds for wasm32 go to Debian's compiler, everything else to the
# cargo that started this.
for word in "$@"; do
  case "$word" in
    *wasm32-unknown-unknown*)
      # The other toolchain's libraries and choices are not for this one.
      unset LD_LIBRARY_PATH RUSTUP_TOOLCHAIN RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER
      export RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1
      export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
      export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=rust-lld
      export CARGO_TARGET_DIR="$DATELINE_DEBIAN_TARGET"
      exec /usr/bin/cargo "$@"
      ;;
  esac
done
exec "$DATELINE_CARGO" "$@"
"#;

/// Where the library for wasm32 comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WasmStd {
    /// The active toolchain has it.
    Active,
    /// Debian's compiler builds it from source.
    Debian,
}

/// The source that is there without installing anything.
pub fn find() -> Option<WasmStd> {
    if active_has_library() {
        Some(WasmStd::Active)
    } else if debian_is_there() {
        Some(WasmStd::Debian)
    } else {
        None
    }
}

fn active_has_library() -> bool {
    let Some(folder) =
        process::answer(Command::new("rustc").args(["--print", "target-libdir", "--target", TRIPLE]))
    else {
        return false;
    };
    fs::read_dir(folder).is_ok_and(|mut entries| {
        entries
            .any(|entry| entry.is_ok_and(|entry| entry.file_name().to_string_lossy().starts_with("libstd-")))
    })
}

fn debian_is_there() -> bool {
    let programs =
        [DEBIAN_CARGO, DEBIAN_RUSTC, DEBIAN_LINKER].iter().all(|path| process::is_program(Path::new(path)));
    programs && debian_library().is_some_and(|library| library.join("Cargo.lock").is_file())
}

/// The folder of the library's source.
fn debian_library() -> Option<PathBuf> {
    let sysroot = process::answer(
        Command::new(DEBIAN_RUSTC).env_remove("LD_LIBRARY_PATH").args(["--print", "sysroot"]),
    )?;
    Some(PathBuf::from(sysroot).join("lib/rustlib/src/rust/library"))
}

/// Where it comes from, for the list of tools.
pub fn find_words(_: &Project) -> Outcome<Option<String>> {
    Ok(find().map(|source| match source {
        WasmStd::Active => "in the active toolchain".to_string(),
        WasmStd::Debian => format!("built from source by {DEBIAN_CARGO}"),
    }))
}

/// Installs the library by the first way that works.
///
/// # Errors
/// Neither rustup nor apt can; the message names the commands.
pub fn install(project: &Project) -> Outcome {
    let rustup = match add_rustup_target(project) {
        Ok(()) if active_has_library() => return Ok(()),
        Ok(()) => "'rustup target add' left no library in the active toolchain".to_string(),
        Err(problem) => problem,
    };
    println!("    rustup cannot provide it, trying the system's packages");
    apt::install(project, "a compiler for wasm32", DEBIAN_PACKAGES)
        .map_err(|problem| format!("{problem}\nwith rustup it is: rustup target add {TRIPLE}\n({rustup})"))?;
    if debian_is_there() {
        Ok(())
    } else {
        Err(format!(
            "cannot use Debian's compiler for wasm32: {DEBIAN_CARGO}, {DEBIAN_RUSTC}, {DEBIAN_LINKER} or the library's source is missing after installing {}",
            DEBIAN_PACKAGES.join(" ")
        ))
    }
}

fn add_rustup_target(project: &Project) -> Outcome {
    let rustup = process::find_program("rustup").ok_or("cannot add the wasm32 target: there is no rustup")?;
    println!("    rustup target add {TRIPLE}");
    let log = log_file(project, "rustup")?;
    let mut command = Command::new(rustup);
    command.args(["target", "add", TRIPLE]);
    process::run_logged(
        "add the wasm32 target",
        &mut command,
        &log,
        Some(Duration::from_secs(RUSTUP_LIMIT_S)),
    )
}

impl WasmStd {
    /// Sets what Trunk's builds need, and gives the folder that must lead its `PATH`, if any.
    ///
    /// # Errors
    /// The shim cannot be written, or there is no cargo to hand native work to.
    pub fn prepare(self, project: &Project, trunk: &mut Command) -> Outcome<Option<PathBuf>> {
        if self == Self::Active {
            return Ok(None);
        }
        let folder = project.cache.join(SHIM_FOLDER);
        let shim = folder.join("cargo");
        if fs::read_to_string(&shim).ok().as_deref() != Some(SHIM) {
            process::write_program(&shim, SHIM)?;
        }
        let cargo =
            process::find_program("cargo").ok_or("cannot find cargo on PATH: add the folder it is in")?;
        trunk.env("DATELINE_CARGO", cargo).env("DATELINE_DEBIAN_TARGET", self.target(project));
        Ok(Some(folder))
    }

    /// Where the WebAssembly is compiled: apart from the native builds where the compilers differ,
    /// so that neither waits for the other.
    pub fn target(self, project: &Project) -> PathBuf {
        match self {
            Self::Active => project.target.clone(),
            Self::Debian => project.target.join("debian"),
        }
    }

    /// Compiler flags of a release: vector instructions, which read names half as fast again and which every
    /// browser knows since 2023, and no paths of this machine, so that two machines build the same bytes.
    pub fn release_flags(self, project: &Project) -> String {
        [VECTOR_FLAG, &self.remap_flags(project)].join(" ")
    }

    fn remap_flags(self, project: &Project) -> String {
        let mut pairs = vec![(project.target.clone(), "target"), (project.root.clone(), "dateline")];
        if self == Self::Debian
            && let Some(library) = debian_library()
        {
            // Panics inside the library name its real folder, which the sysroot only links to.
            pairs.extend(fs::canonicalize(&library).map(|real| (real, "std")));
            pairs.push((library, "std"));
        }
        for source in registry_sources() {
            pairs.push((source, "crates"));
        }
        remap(&pairs)
    }
}

fn remap(pairs: &[(PathBuf, &str)]) -> String {
    pairs
        .iter()
        .map(|(path, name)| (path.display().to_string(), name))
        // Flags are separated by spaces and know no quotes.
        .filter(|(path, _)| !path.contains(char::is_whitespace))
        .map(|(path, name)| format!("--remap-path-prefix={path}={name}"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The folders that cargo unpacks crates into, one per registry.
fn registry_sources() -> Vec<PathBuf> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        Some(PathBuf::from(home).join(".cargo"))
    });
    let Some(entries) = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()) else {
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.sort();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_with_spaces_are_left_as_they_are() {
        let pairs =
            [(PathBuf::from("/a"), "b"), (PathBuf::from("/with space"), "c"), (PathBuf::from("/d"), "e")];
        assert_eq!(remap(&pairs), "--remap-path-prefix=/a=b --remap-path-prefix=/d=e");
    }

    #[test]
    fn the_shim_hands_only_wasm32_builds_to_debian() {
        assert!(SHIM.contains(TRIPLE) && SHIM.contains(DEBIAN_CARGO) && SHIM.contains(DEBIAN_RUSTC));
        assert!(SHIM.trim_end().ends_with("exec \"$DATELINE_CARGO\" \"$@\""));
    }
}
