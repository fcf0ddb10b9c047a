//! Turns the place a command was started from into the folders it works with.

use crate::Outcome;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// The folders of one clone, and the cache shared by all clones of one user.
pub struct Project {
    /// The folder that holds `Trunk.toml`.
    pub root: PathBuf,
    /// Where cargo puts what it builds.
    pub target: PathBuf,
    /// Where tools are installed, one folder per tool and version.
    pub cache: PathBuf,
}

impl Project {
    /// Finds the clone around the current folder.
    ///
    /// # Errors
    /// No `Trunk.toml` above the current folder, or no home folder to keep the cache in.
    pub fn find() -> Outcome<Self> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(folder) => PathBuf::from(folder),
            None => env::current_dir().map_err(|e| format!("cannot read the current folder: {e}"))?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("Trunk.toml").is_file())
            .ok_or_else(|| {
                format!("cannot find Trunk.toml in or above {}: run this inside a clone", start.display())
            })?
            .to_path_buf();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(Self { target, cache: cache_folder()?, root })
    }

    /// The site that `cargo xtask build` writes.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The version of a package in `Cargo.lock`.
    ///
    /// # Errors
    /// An unreadable lock file, or one that does not hold the package.
    pub fn locked_version(&self, package: &str) -> Outcome<String> {
        let path = self.root.join("Cargo.lock");
        let lock = read(&path)?;
        version_in_lock(&lock, package).map(str::to_string).ok_or_else(|| {
            format!("cannot find the package '{package}' in {}: run 'cargo fetch'", path.display())
        })
    }
}

fn version_in_lock<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().map(str::trim).skip_while(|line| *line != name);
    lines.next()?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn cache_folder() -> Outcome<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let base = folder("XDG_CACHE_HOME")
        .or_else(|| folder("LOCALAPPDATA").filter(|_| cfg!(windows)))
        .or_else(|| {
            let home = folder(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
            Some(if cfg!(target_os = "macos") { home.join("Library/Caches") } else { home.join(".cache") })
        })
        .ok_or("cannot find a cache folder: set XDG_CACHE_HOME to a folder that tools may be installed in")?;
    Ok(base.join("dateline"))
}

/// Reads a text file, naming it when it cannot be read.
pub fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|e| format!("cannot read {}: {e}", path.display()))
}

/// Writes a file, naming it when it cannot be written.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    fs::write(path, bytes).map_err(|e| format!("cannot write {}: {e}", path.display()))
}

/// Every file below a folder whose name ends in `ending`, sorted by path; none if there is no such folder.
///
/// # Errors
/// A folder that cannot be listed.
pub fn files_below(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect_files(folder, ending, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect_files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) -> Outcome {
    let explain = |e: std::io::Error| format!("cannot list {}: {e}", folder.display());
    for entry in fs::read_dir(folder).map_err(explain)? {
        let path = entry.map_err(explain)?.path();
        if path.is_dir() {
            collect_files(&path, ending, found)?;
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lock_versions_are_found_by_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in_lock(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in_lock(lock, "wasm"), None);
    }
}
