//! Turns the folder of the site into one file that holds everything and asks for nothing.
//!
//! What is in the file: the page, its styles, the start script and the app's script as they are, each
//! allowed by its hash; the two programs and the worker's script as packed text.

use super::{
    PACKED, pack, page,
    policy::{self, Edition},
    script,
};
use crate::{Outcome, project, project::Project};
use std::{fs, path::Path};

/// The site of a folder as one page.
///
/// # Errors
/// The folder holds no finished site.
pub fn bundle(project: &Project, dist: &Path) -> Outcome<String> {
    let html = project::read(&dist.join("index.html"))?;
    let app = project::read(&find(dist, "app-", ".js")?)?;
    let css = project::read(&find(dist, "main-", ".css")?)?;
    let icon = project::read(&dist.join("icon.svg"))?;
    if app.contains("</script") || css.contains("</style") {
        return Err(
            "cannot write the file: a script or a style sheet holds the end of its own element".to_string()
        );
    }
    let start = ["{\n", &script::read(project, "parts-file.js")?, &script::read(project, "start.js")?, "}\n"]
        .concat();
    let policy = policy::policy(Edition::File, &[&start, &app], &[&css]);
    let icon = format!("  <link rel=\"icon\" href=\"{}\">\n", page::icon_address(&icon));
    let head = format!("{icon}  <style>{css}</style>\n</head>");
    let mut parts = String::new();
    for (name, from, to) in [
        ("app", "app_bg-", ".wasm"),
        ("front", "front-", PACKED),
        ("words-de", "words-de-", PACKED),
        ("words-uk", "words-uk-", PACKED),
        ("code", "worker-", ".js"),
        ("worker", "worker_bg-", ".wasm"),
    ] {
        let path = find(dist, from, to)?;
        let bytes = fs::read(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        let packed = if to == PACKED { bytes } else { pack::deflate(&bytes)? };
        parts += &format!(
            "<script type=\"application/octet-stream\" id=\"part-{name}\" data-bytes=\"{}\">{}</script>\n",
            packed.len(),
            pack::as_text(&packed)
        );
    }
    let html = bare(&html).replacen("</head>", &head, 1);
    let html = html.replacen("</body>", &format!("<script>{app}</script>\n{parts}</body>"), 1);
    page::with_head(&html, &policy, &start)
}

/// The page without what it names and without what the folder's edition added.
fn bare(html: &str) -> String {
    let mut lines = String::new();
    let mut is_script = false;
    for line in html.lines() {
        is_script |= line.trim_start().starts_with("<script");
        let is_named = line.contains("<link ") || line.contains("Content-Security-Policy");
        if !is_script && !is_named {
            lines += line;
            lines.push('\n');
        }
        is_script &= !line.contains("</script>");
    }
    lines
}

/// The one file of a folder that begins and ends so.
fn find(dist: &Path, from: &str, to: &str) -> Outcome<std::path::PathBuf> {
    let is_it = |path: &std::path::PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(from))
    };
    project::files_below(dist, to)?.into_iter().find(is_it).ok_or_else(|| {
        format!("cannot find {from}*{to} in {}: run 'cargo xtask build' first", dist.display())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_and_what_was_added_goes() {
        let page = "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"\">\n<script>a\nb</script>\n<link rel=\"icon\" href=\"./i\">\n<script src=\"./a.js\"></script>\n</head>\n<body>x</body>";
        assert_eq!(bare(page), "<head>\n<meta charset=\"utf-8\">\n</head>\n<body>x</body>\n");
    }
}
