//! Turns the tree into a proof that everything holds, from the format to the built site in a browser.

use super::{
    Flags, build,
    check::{Steps, cargo, core_tests, static_steps},
};
use crate::{Outcome, process, project::Project, site::budget, tool};

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
            &mut cargo(project, &["test", "--quiet", "--package", "xtask"]),
        )
    })?;
    steps.run("component tests", || {
        process::run(
            "pass the component tests",
            &mut cargo(project, &["test", "--quiet", "--package", "dateline", "--features", "ssr"]),
        )
    })?;
    steps.run("documentation", || document(project))?;
    steps.run("release build", || build::build(project, true))?;
    steps.run("size budget", || budget::check(project))?;
    if project.root.join("tests/browser/Cargo.toml").is_file() {
        steps.run("browser tests", || browser_tests(project))?;
    }
    steps.finish();
    Ok(())
}

fn document(project: &Project) -> Outcome {
    let mut command = cargo(project, &["doc", "--quiet", "--no-deps", "--workspace"]);
    process::run("build the documentation", command.env("RUSTDOCFLAGS", "-D warnings"))
}

fn browser_tests(project: &Project) -> Outcome {
    let browser = tool::browser::find()
        .ok_or("cannot find the browser that the set-up found: run 'cargo xtask setup --check'")?;
    let mut command = cargo(project, &["test", "--package", "dateline-browser"]);
    command
        .env("DATELINE_DIST", project.dist())
        .env("DATELINE_CHROMIUM", browser.chromium)
        .env("DATELINE_CHROMEDRIVER", browser.chromedriver);
    process::run("pass the browser tests", &mut command)
}
