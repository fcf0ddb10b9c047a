//! Turns `site/icon.svg` into the icons in pixels that some systems ask for, by drawing it in Chromium.

use super::Flags;
use crate::{Outcome, process, project, project::Project, site::palette, tool::browser};
use std::{fs, path::Path, process::Command};

/// Name, side in pixels, the part of it that the drawing takes, and whether paper lies under it all: a
/// system that cuts its own shape keeps only the inner four fifths.
const ICONS: &[(&str, u32, f64, bool)] = &[
    ("icon-180.png", 180, 1.0, true),
    ("icon-192.png", 192, 1.0, false),
    ("icon-512.png", 512, 1.0, false),
    ("icon-maskable-512.png", 512, 0.8, true),
];
const PAPER: &str = "#fbfaf6";

/// # Errors
/// There is no Chromium, or it draws nothing.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    let chromium = browser::find_chromium().ok_or("cannot draw the icons: Chromium is missing")?;
    let site = project.root.join("site");
    let scratch = project.target.join("icons");
    fs::create_dir_all(&scratch).map_err(|e| format!("cannot make the folder {}: {e}", scratch.display()))?;
    let drawing = project::read(&site.join("icon.svg"))?;
    project::write(&scratch.join("icon.svg"), drawing)?;
    for (name, side, part, has_paper) in ICONS {
        let page = scratch.join(name).with_extension("html");
        let paper = if *has_paper { PAPER } else { "transparent" };
        let inner = f64::from(*side) * part;
        let margin = (f64::from(*side) - inner) / 2.0;
        project::write(
            &page,
            format!(
                "<!doctype html><style>body{{margin:0;background:{paper}}}img{{display:block;width:{inner}px;margin:{margin}px}}</style><img src=icon.svg>"
            ),
        )?;
        draw(&chromium, &page, *side, &site.join(name))?;
        palette::reduce(&site.join(name))?;
    }
    Ok(())
}

fn draw(chromium: &Path, page: &Path, side: u32, to: &Path) -> Outcome {
    let mut command = Command::new(chromium);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]);
    command.arg("--default-background-color=00000000").arg(format!("--window-size={side},{side}"));
    command.arg(format!("--screenshot={}", to.display())).arg(format!("file://{}", page.display()));
    process::run(&format!("draw {}", to.display()), &mut command)
}
