//! Turns the needs of a command into tools that are there: finds each one, installs what is missing.
//!
//! A tool that is already on `PATH` is used as it is. What has to be installed goes into the
//! project's cache folder, one folder per tool and version, and appears there only when it is
//! complete. Only the system's own packages (compiler for wasm32, browser) are installed system-wide.

pub mod apt;
pub mod axe;
pub mod browser;
pub mod cargo_tool;
pub mod firefox;
pub mod native;
pub mod wasm_opt;
pub mod wasm_std;

use crate::{Outcome, process, project::Project};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// How long an installation may be at work before its draft counts as left behind, in seconds: the
/// longest takes minutes.
const DRAFT_LIFE_S: u64 = 2 * 60 * 60;

/// A tool, how to find it, and how to get it.
pub struct Tool {
    pub name: &'static str,
    /// What it is needed for.
    pub purpose: &'static str,
    /// Where it is, in words for the list of tools; nothing if it is missing.
    pub find: fn(&Project) -> Outcome<Option<String>>,
    pub install: fn(&Project) -> Outcome,
    /// Whether the commands work without it, if not as well.
    pub optional: bool,
}

const NATIVE: Tool = Tool {
    name: "rustfmt and clippy",
    purpose: "format and lints",
    find: native::find,
    install: native::install,
    optional: false,
};
const WASM_STD: Tool = Tool {
    name: "wasm32 library",
    purpose: "compiling to WebAssembly",
    find: wasm_std::find_words,
    install: wasm_std::install,
    optional: false,
};
const TRUNK: Tool = Tool {
    name: "trunk",
    purpose: "building and serving the site",
    find: cargo_tool::find_trunk_words,
    install: cargo_tool::install_trunk,
    optional: false,
};
const WASM_BINDGEN: Tool = Tool {
    name: "wasm-bindgen",
    purpose: "the JavaScript side of WebAssembly",
    find: cargo_tool::find_bindgen_words,
    install: cargo_tool::install_bindgen,
    optional: false,
};
const WASM_OPT: Tool = Tool {
    name: "wasm-opt",
    purpose: "smaller and faster releases",
    find: wasm_opt::find_words,
    install: wasm_opt::install,
    optional: true,
};
const BROWSER: Tool = Tool {
    name: "chromium and driver",
    purpose: "browser tests",
    find: browser::find_words,
    install: browser::install,
    optional: false,
};

const FIREFOX: Tool = Tool {
    name: "firefox and driver",
    purpose: "browser tests in a second browser",
    find: firefox::find_words,
    install: firefox::install,
    optional: true,
};
const AXE: Tool = Tool {
    name: "axe-core",
    purpose: "the test of accessibility",
    find: axe::find_words,
    install: axe::install,
    optional: true,
};

const FUZZ: Tool = Tool {
    name: "cargo-fuzz",
    purpose: "fuzzing",
    find: |project| Ok(cargo_tool::find_fuzz(project).map(|path| path.display().to_string())),
    install: cargo_tool::install_fuzz,
    optional: false,
};

/// What `cargo xtask check` needs.
pub const FOR_CHECK: &[Tool] = &[NATIVE];
/// What `cargo xtask fuzz` needs.
pub const FOR_FUZZ: &[Tool] = &[FUZZ];
/// What a debug site needs.
pub const FOR_SERVE: &[Tool] = &[WASM_STD, TRUNK, WASM_BINDGEN];
/// What a release needs.
pub const FOR_RELEASE: &[Tool] = &[WASM_STD, TRUNK, WASM_BINDGEN, WASM_OPT];
/// Everything.
pub const FOR_TEST: &[Tool] = &[NATIVE, WASM_STD, TRUNK, WASM_BINDGEN, WASM_OPT, BROWSER, FIREFOX, AXE];

/// Installs those of the tools that are missing, saying what it does; silent if all are there.
///
/// # Errors
/// The first tool that is needed and cannot be installed.
pub fn ensure(project: &Project, tools: &[Tool]) -> Outcome {
    for tool in tools {
        if (tool.find)(project)?.is_some() {
            continue;
        }
        println!("set-up: {} is missing (for {}), installing it", tool.name, tool.purpose);
        let start = Instant::now();
        match (tool.install)(project) {
            Ok(()) => println!("set-up: {} is there after {}", tool.name, process::seconds(start.elapsed())),
            Err(problem) if tool.optional => {
                println!("set-up: going on without {}: {problem}", tool.name)
            }
            Err(problem) => return Err(problem),
        }
    }
    Ok(())
}

/// Prints what is there and what is missing.
///
/// # Errors
/// A tool that cannot be looked for.
pub fn list(project: &Project, tools: &[Tool]) -> Outcome {
    for tool in tools {
        let state = match (tool.find)(project)? {
            Some(place) => format!("there    {place}"),
            None if tool.optional => format!("missing  (optional: {})", tool.purpose),
            None => format!("missing  (for {})", tool.purpose),
        };
        println!("{:<20} {state}", tool.name);
    }
    println!("cache folder         {}", project.cache.display());
    Ok(())
}

/// A command that runs Trunk with every tool of the site in front of its `PATH`.
///
/// # Errors
/// A tool is missing.
pub fn trunk(project: &Project, release: bool) -> Outcome<Command> {
    let missing = |name: &str| format!("cannot start Trunk: {name} is missing; run 'cargo xtask setup'");
    let trunk = cargo_tool::find_trunk(project).ok_or_else(|| missing("trunk"))?;
    let bindgen = cargo_tool::find_bindgen(project)?.ok_or_else(|| missing("wasm-bindgen"))?;
    let wasm_std = wasm_std::find().ok_or_else(|| missing("the wasm32 library"))?;

    let mut command = Command::new(trunk);
    // A terminal that asks for no colors may say so with any value; Trunk accepts only true and false.
    command.current_dir(&project.root).env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
    // Its errors say what went wrong; where inside Trunk that was noticed tells nobody anything.
    command.env("RUST_LIB_BACKTRACE", "0");
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    let mut folders: Vec<PathBuf> = bindgen.parent().map(Path::to_path_buf).into_iter().collect();
    if let Some(shim) = wasm_std.prepare(project, &mut command)? {
        folders.insert(0, shim);
    }
    command.env("PATH", path_with(&folders)?);
    if release {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", wasm_std.release_flags(project));
    }
    Ok(command)
}

/// A cargo that builds for wasm32 as for a release, with whatever has its library, and the folder it builds into.
///
/// # Errors
/// Nothing on this machine has the library.
pub fn wasm_cargo(project: &Project) -> Outcome<(Command, PathBuf)> {
    let wasm_std =
        wasm_std::find().ok_or("cannot build for wasm32: its library is missing; run 'cargo xtask setup'")?;
    let mut command = Command::new("cargo");
    command.current_dir(&project.root);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", wasm_std.release_flags(project));
    if let Some(shim) = wasm_std.prepare(project, &mut command)? {
        command.env("PATH", path_with(&[shim])?);
    }
    Ok((command, wasm_std.target(project)))
}

fn path_with(first: &[PathBuf]) -> Outcome<OsString> {
    let rest = env::var_os("PATH").unwrap_or_default();
    env::join_paths(first.iter().cloned().chain(env::split_paths(&rest)))
        .map_err(|e| format!("cannot put the tools of the site in front of PATH: {e}"))
}

/// Fills a folder of the cache and gives it its final name only when that has succeeded, so that an
/// interrupted installation never counts as one.
///
/// # Errors
/// The cache cannot be written, or `fill` fails.
pub fn install_folder(place: &Path, fill: impl FnOnce(&Path) -> Outcome) -> Outcome {
    let explain = |e: std::io::Error| format!("cannot install into {}: {e}", place.display());
    sweep_drafts(place);
    let mut draft_name = place.file_name().unwrap_or_default().to_os_string();
    draft_name.push(format!(".draft-{}", std::process::id()));
    let draft = place.with_file_name(draft_name);
    fs::create_dir_all(&draft).map_err(explain)?;
    let filled = fill(&draft);
    if filled.is_ok() {
        if place.exists() {
            fs::remove_dir_all(place).map_err(explain)?;
        }
        fs::rename(&draft, place).map_err(explain)?;
    } else {
        // The reason that filling failed is worth more than a draft that cannot be removed.
        let _ = fs::remove_dir_all(&draft);
    }
    filled
}

/// Removes what interrupted installations have left beside a folder; an installation that is running
/// is younger.
fn sweep_drafts(place: &Path) {
    let Some((folder, name)) = place.parent().zip(place.file_name()) else { return };
    let prefix = format!("{}.draft-", name.to_string_lossy());
    let is_old = |entry: &fs::DirEntry| {
        let age = entry.metadata().and_then(|meta| meta.modified()).ok().and_then(|time| time.elapsed().ok());
        age.is_some_and(|age| age.as_secs() > DRAFT_LIFE_S)
    };
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&prefix) && is_old(&entry) {
            // Nothing depends on it: what cannot be removed now is tried again next time.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

/// A log file in the cache for one installation.
///
/// # Errors
/// The cache folder cannot be made.
pub fn log_file(project: &Project, name: &str) -> Outcome<PathBuf> {
    let folder = project.cache.join("log");
    fs::create_dir_all(&folder).map_err(|e| format!("cannot make the folder {}: {e}", folder.display()))?;
    Ok(folder.join(format!("{name}.log")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> PathBuf {
        env::temp_dir().join(format!("dateline-xtask-{}-{name}", std::process::id()))
    }

    #[test]
    fn a_failed_installation_leaves_nothing_behind() {
        let place = place("failed");
        let outcome = install_folder(&place, |draft| {
            fs::write(draft.join("half"), "half").unwrap();
            Err("cannot go on".to_string())
        });
        assert_eq!(outcome, Err("cannot go on".to_string()));
        assert!(!place.exists());
    }

    #[test]
    fn an_installation_replaces_what_was_there() {
        let place = place("replaced");
        for text in ["old", "new"] {
            install_folder(&place, |draft| crate::project::write(&draft.join("file"), text)).unwrap();
        }
        assert_eq!(fs::read_to_string(place.join("file")).unwrap(), "new");
        fs::remove_dir_all(place).unwrap();
    }
}
