//! Turns what Trunk has staged into the site as it is published: optimized, named by content, sealed.

pub mod assets;
pub mod budget;
pub mod page;
pub mod policy;
pub mod styles;
pub mod wasm;

use crate::{Outcome, project, project::Project};
use std::path::Path;

/// The file Trunk writes for a binary named `worker`, before it is named by content.
const WORKER_JS: &str = "worker.js";
const WORKER_WASM: &str = "worker_bg.wasm";
const APP_JS: &str = "app.js";
const APP_WASM: &str = "app_bg.wasm";
const CSS: &str = "main.css";

/// What the seal appends to the worker's JavaScript: start the WebAssembly beside it. Messages that
/// arrive before its listener stands are kept and delivered then; a failure to start reaches the
/// page as the worker's error event. A worker named after its share of the articles was started by another
/// one, and is handed the program as its first message.
const START_WORKER: &str = r#"
{
  const early = [];
  const keep = (event) => early.push(event.data);
  const program = name.startsWith("share ")
    ? new Promise((take) => addEventListener("message", (event) => take(event.data), { once: true }))
    : Promise.resolve("./worker_bg.wasm");
  program.then((module_or_path) => {
    addEventListener("message", keep);
    return wasm_bindgen({ module_or_path });
  }).then(
    () => {
      removeEventListener("message", keep);
      for (const data of early) dispatchEvent(new MessageEvent("message", { data }));
    },
    (problem) => setTimeout(() => { throw problem; }),
  );
}
"#;

/// Finishes a staging folder in place.
///
/// # Errors
/// A file that Trunk should have staged is missing, or cannot be read or written.
pub fn seal(project: &Project, staging: &Path, release: bool) -> Outcome {
    let worker_js = staging.join(WORKER_JS);
    project::write(&worker_js, project::read(&worker_js)? + START_WORKER)?;
    project::write(&staging.join(CSS), styles::bundle(&project.root.join("styles"))?)?;
    if release {
        wasm::optimize(project, &[(staging.join(APP_WASM), "-Oz"), (staging.join(WORKER_WASM), "-O3")])?;
    }

    // What names another file comes after it.
    let names = assets::name_by_content(staging, &[WORKER_WASM, WORKER_JS, APP_WASM, APP_JS, CSS])?;
    let worker =
        names.get(WORKER_JS).ok_or("cannot find the worker among the staged files: is it in index.html?")?;

    let index = staging.join("index.html");
    let html = names.apply(&project::read(&index)?);
    project::write(&index, page::seal(&html, &format!("./{worker}"))?)
}
