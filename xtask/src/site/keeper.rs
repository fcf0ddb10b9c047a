//! Turns a finished folder into its service worker, which keeps every file of the site by hash, and
//! so the site without a network.

use super::policy;
use crate::{Outcome, project, project::Project};
use std::{fs, path::Path};

/// The one file whose name must stay, because a browser asks by it for newer versions.
pub const SERVICE_WORKER: &str = "service-worker.js";

/// What browsers call each kind of file; the site says it itself where a host does not.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("bin", "application/octet-stream"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("png", "image/png"),
    ("webmanifest", "application/manifest+json"),
];

/// Writes the service worker of a folder.
///
/// # Errors
/// A file cannot be read or written, or is of an unknown kind.
pub fn write(project: &Project, folder: &Path) -> Outcome {
    let text = super::script::read(project, SERVICE_WORKER)?;
    let files = list(folder)?;
    let version: String = hmac_sha256::Hash::hash(format!("{files}{text}").as_bytes())
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect();
    let head = format!("const VERSION = \"{version}\";\nconst FILES = {{\n{files}}};\n");
    project::write(&folder.join(SERVICE_WORKER), head + &text)
}

/// A line for each file: its name, its hash, its type. The page itself goes by the name of its folder.
fn list(folder: &Path) -> Outcome<String> {
    let mut lines = String::new();
    for path in project::files_below(folder, "")? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name == SERVICE_WORKER {
            continue;
        }
        let kind = name.rsplit('.').next().unwrap_or_default();
        let (_, media_type) = TYPES.iter().find(|(ending, _)| *ending == kind).ok_or_else(|| {
            format!("cannot keep {name} for use without a network: its kind is not in the list of types")
        })?;
        let bytes = fs::read(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        let name = if name == "index.html" { "./" } else { &name };
        lines += &format!("\"{name}\": [\"{}\", \"{media_type}\"],\n", policy::integrity(&bytes));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_listed_with_hash_and_type() {
        let folder = std::env::temp_dir().join(format!("dateline-xtask-{}-keeper", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "abc").unwrap();
        fs::write(folder.join("a.wasm"), "abc").unwrap();
        fs::write(folder.join(SERVICE_WORKER), "").unwrap();
        let hash = "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=";
        assert_eq!(
            list(&folder).unwrap(),
            format!(
                "\"a.wasm\": [\"{hash}\", \"application/wasm\"],\n\"./\": [\"{hash}\", \"text/html; charset=utf-8\"],\n"
            )
        );
        fs::write(folder.join("b.xyz"), "").unwrap();
        assert!(list(&folder).unwrap_err().contains("b.xyz"));
        fs::remove_dir_all(folder).unwrap();
    }
}
