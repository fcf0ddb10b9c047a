//! Turns the tree into a proof that everything holds, from the format to the built site in two browsers.

use super::{
    Flags,
    bind::{self, Library},
    build, bundle,
    check::{Steps, cargo, core_tests, static_steps},
};
use crate::{
    Outcome, process,
    project::{self, Project},
    site::budget,
    tool,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The test that writes the folder of hostile articles.
const HOSTILE_TEST: &str = "hostile_files_are_read_and_answered_for";

/// The test of one line without end.
const LINE_TEST: &str = "a_line_without_end_is_read_in_time";
/// What must hold for any input, as the browser tests call it.
const PROPERTIES: Library =
    Library { package: "dateline-properties", name: "properties", kind: "no-modules" };

/// # Errors
/// The first step that fails.
pub fn run(project: &Project, _: &Flags) -> Outcome {
    let mut steps = Steps::default();
    steps.run("set-up", || tool::ensure(project, tool::FOR_TEST))?;
    static_steps(project, &mut steps)?;
    steps.run("core tests", || core_tests(project))?;
    steps.run("tests of the tools", || {
        process::run(
            "pass the tests of the tools",
            &mut cargo(
                project,
                &["test", "--quiet", "--package", "xtask", "--package", "dateline-properties"],
            ),
        )
    })?;
    steps.run("component tests", || {
        process::run(
            "pass the component tests",
            &mut cargo(project, &["test", "--quiet", "--package", "dateline", "--features", "ssr"]),
        )
    })?;
    steps.run("a line of ten megabytes", || longest_line(project))?;
    steps.run("documentation", || document(project))?;
    steps.run("licences", || licences(project))?;
    let scratch = project.target.join("site");
    let (first, one, hostile) =
        (scratch.join("first"), scratch.join("dateline.html"), scratch.join("hostile"));
    steps.run("first build of the site", || build::build_into(project, &first, None))?;
    // Another corpus in between makes the build after it compile the site anew.
    steps.run("site of hostile articles in a crowd", || hostile_site(project, &hostile))?;
    steps.run("release build", || build::build(project, true))?;
    steps.run("two builds are the same bytes", || same_bytes(&first, &project.dist()))?;
    steps.run("size budget", || budget::check(project))?;
    steps.run("one file", || bundle::write(project, &one))?;
    steps.run("properties in WebAssembly", || bind::bind(project, &PROPERTIES, &properties(project)))?;
    if project.root.join("tests/browser/Cargo.toml").is_file() {
        steps.run("browser tests in Chromium", || in_chromium(project, &one, &hostile))?;
        steps.run("browser tests in Firefox", || in_firefox(project, &one, &hostile))?;
    }
    steps.finish();
    Ok(())
}

fn document(project: &Project) -> Outcome {
    let mut command = cargo(project, &["doc", "--quiet", "--no-deps", "--workspace"]);
    process::run("build the documentation", command.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The hostile line in its full length, which takes minutes without optimization.
fn longest_line(project: &Project) -> Outcome {
    let words = ["test", "--quiet", "--release", "--package", "dateline", "--no-default-features"];
    let mut command = cargo(project, &words);
    process::run("read a line without end", command.args(["--test", "hostile", LINE_TEST]))
}

/// Holds `deny.toml`, but for the advisories, whose data comes over the network.
fn licences(project: &Project) -> Outcome {
    if process::find_program("cargo-deny").is_none() {
        println!("    not run: cargo-deny is not installed");
        return Ok(());
    }
    let words =
        ["deny", "--offline", "--workspace", "--log-level", "error", "check", "licenses", "bans", "sources"];
    process::run("hold deny.toml", &mut cargo(project, &words))
}

/// Writes the hostile articles and a thousand made-up ones, and builds a site from them.
fn hostile_site(project: &Project, dist: &Path) -> Outcome {
    let articles = project.target.join("hostile-articles");
    let mut write = cargo(project, &["test", "--quiet", "--package", "dateline", "--no-default-features"]);
    write.args(["--test", "hostile", HOSTILE_TEST]).env("DATELINE_HOSTILE_OUT", &articles);
    process::run("write the hostile articles", &mut write)?;
    build::build_into(project, dist, Some(&articles))
}

/// Where the properties lie as WebAssembly.
fn properties(project: &Project) -> PathBuf {
    project.target.join("site").join("properties")
}

/// Whether two folders hold the same files, byte for byte.
fn same_bytes(first: &Path, second: &Path) -> Outcome {
    let names = |folder: &Path| -> Outcome<Vec<_>> {
        let files = project::files_below(folder, "")?;
        Ok(files.iter().filter_map(|path| path.strip_prefix(folder).ok().map(Path::to_path_buf)).collect())
    };
    let (of_first, of_second) = (names(first)?, names(second)?);
    if of_first != of_second {
        return Err(format!("cannot build the same twice: {of_first:?} and {of_second:?}"));
    }
    for name in of_first {
        let read = |folder: &Path| {
            fs::read(folder.join(&name)).map_err(|e| format!("cannot read {}: {e}", name.display()))
        };
        if read(first)? != read(second)? {
            return Err(format!("cannot build the same twice: {} differs", name.display()));
        }
    }
    Ok(())
}

fn in_chromium(project: &Project, one: &Path, hostile: &Path) -> Outcome {
    let browser = tool::browser::find()
        .ok_or("cannot find the browser that the set-up found: run 'cargo xtask setup --check'")?;
    let mut command = browser_tests(project, one, hostile);
    command.env("DATELINE_CHROMIUM", browser.chromium).env("DATELINE_CHROMEDRIVER", browser.chromedriver);
    process::run("pass the browser tests in Chromium", &mut command)
}

fn in_firefox(project: &Project, one: &Path, hostile: &Path) -> Outcome {
    let Some(browser) = tool::firefox::find(project) else {
        println!("    not run: Firefox or geckodriver could not be installed here");
        return Ok(());
    };
    let mut command = browser_tests(project, one, hostile);
    command.env("DATELINE_BROWSER", "firefox");
    command.env("DATELINE_FIREFOX", browser.firefox).env("DATELINE_GECKODRIVER", browser.geckodriver);
    process::run("pass the browser tests in Firefox", &mut command)
}

fn browser_tests(project: &Project, one: &Path, hostile: &Path) -> Command {
    let mut command = cargo(project, &["test", "--package", "dateline-browser"]);
    command.env("DATELINE_DIST", project.dist()).env("DATELINE_BUNDLE", one);
    command.env("DATELINE_HOSTILE_DIST", hostile).env("DATELINE_PROPERTIES", properties(project));
    if let Some(axe) = tool::axe::find(project) {
        command.env("DATELINE_AXE", axe);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_the_same_when_every_byte_is() {
        let root = std::env::temp_dir().join(format!("dateline-xtask-{}-same", std::process::id()));
        let (a, b) = (root.join("a"), root.join("b"));
        for folder in [&a, &b] {
            fs::create_dir_all(folder).unwrap();
            fs::write(folder.join("x"), "1").unwrap();
        }
        assert_eq!(same_bytes(&a, &b), Ok(()));
        fs::write(b.join("x"), "2").unwrap();
        assert!(same_bytes(&a, &b).unwrap_err().contains("x differs"));
        fs::write(a.join("y"), "1").unwrap();
        assert!(same_bytes(&a, &b).is_err());
        fs::remove_dir_all(root).unwrap();
    }
}
