//! Turns what Trunk has staged into the site as it is published: optimized, named by content, sealed.

pub mod assets;
mod base64;
pub mod budget;
pub mod bundle;
mod front;
mod imports;
mod keeper;
mod not_found;
mod pack;
pub mod page;
pub mod palette;
pub mod policy;
pub mod script;
pub mod styles;
pub mod wasm;
mod words;

use crate::{Outcome, project, project::Project};
use std::{fs, path::Path};

/// The file Trunk writes for a binary named `worker`, before it is named by content.
const WORKER_JS: &str = "worker.js";
const WORKER_WASM: &str = "worker_bg.wasm";
const APP_JS: &str = "app.js";
const APP_WASM: &str = "app_bg.wasm";
const CSS: &str = "main.css";
/// How the names of pieces end that are compressed by themselves, since no host compresses what it does not know.
const PACKED: &str = ".bin";
/// The list as it first appears.
const FRONT: &str = "front.bin";
const ICON: &str = "icon.svg";
/// What lies in `site/` as it is published.
const AS_THEY_ARE: &[&str] = &[
    ICON,
    "icon-180.png",
    "icon-192.png",
    "icon-512.png",
    "icon-maskable-512.png",
    "manifest.webmanifest",
    "robots.txt",
];

/// Finishes a staging folder in place.
///
/// # Errors
/// A file that Trunk should have staged is missing, or cannot be read or written.
pub fn seal(project: &Project, staging: &Path, release: bool) -> Outcome {
    for (name, more) in [(APP_JS, None), (WORKER_JS, Some("worker-start.js"))] {
        let path = staging.join(name);
        let bare = script::without_comments(&project::read(&path)?);
        let more = more.map_or(Ok(String::new()), |more| script::read(project, more))?;
        project::write(&path, bare + &more)?;
    }
    project::write(&staging.join(CSS), styles::bundle(&project.root.join("styles"))?)?;
    if release {
        for (script, program) in [(APP_JS, APP_WASM), (WORKER_JS, WORKER_WASM)] {
            imports::number_in(&staging.join(script), &staging.join(program))?;
        }
        wasm::optimize(project, &[(staging.join(APP_WASM), "-Oz"), (staging.join(WORKER_WASM), "-O3")])?;
    }
    for name in AS_THEY_ARE {
        let from = project.root.join("site").join(name);
        fs::copy(&from, staging.join(name)).map_err(|e| format!("cannot copy {}: {e}", from.display()))?;
    }
    // What names another file comes after it.
    let mut files = vec![WORKER_WASM, WORKER_JS, APP_WASM, APP_JS, CSS];
    words::write(project, staging)?;
    files.extend(words::FILES.map(|(file, _)| file));
    if release {
        front::write(project, &staging.join(FRONT))?;
        files.push(FRONT);
    }
    let names = assets::name_by_content(staging, &files)?;
    seal_pages(project, staging, &names)
}

/// What the start script calls a file, if it fetches it.
fn part(file: &str) -> Option<&str> {
    match file {
        APP_WASM => Some("app"),
        WORKER_WASM => Some("worker"),
        WORKER_JS => Some("code"),
        _ => file.strip_suffix(PACKED),
    }
}

fn seal_pages(project: &Project, staging: &Path, names: &assets::Names) -> Outcome {
    let index = staging.join("index.html");
    let mut html = names.apply(&project::read(&index)?);
    // While Trunk serves the page it changes under way; nothing is kept then.
    let is_served = page::is_served(&html);
    // A block of its own: what the start script declares is nobody else's.
    let mut files = format!("{{\nconst files = {{\nisServed: {is_served},\n");
    if !is_served {
        files += &format!("service: \"./{}\",\n", keeper::SERVICE_WORKER);
    }
    for (old, name) in names.all() {
        let path = staging.join(name);
        let bytes = fs::read(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        let integrity = policy::integrity(&bytes);
        html = page::with_integrity(&html, name, &integrity);
        if let Some(part) = part(old) {
            files += &format!("\"{part}\": [\"./{name}\", \"{integrity}\"],\n");
        }
    }
    html = page::with_icon(&html, ICON, &project::read(&staging.join(ICON))?);
    let start = files
        + "};\n"
        + &script::read(project, "parts-folder.js")?
        + &script::read(project, "start.js")?
        + "}\n";
    project::write(&index, page::seal(&html, &start)?)?;
    project::write(&staging.join("404.html"), not_found::page(project)?)?;
    if is_served { Ok(()) } else { keeper::write(project, staging) }
}
