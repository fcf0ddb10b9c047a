//! Turns a command line into a finished process, with signs of life and errors that say what to do.

use crate::{Outcome, project};
use std::{
    env,
    fs::File,
    io,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How often a long step says that it is still alive, in seconds: less seems stuck, more is noise.
const SIGN_OF_LIFE_S: u64 = 10;
/// How often a running process is looked at, in milliseconds.
const POLL_MS: u64 = 100;
/// How many lines of a failed step's output are shown; the file they come from is named too.
const TAIL_LINES: usize = 40;

/// The command line as a person would type it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(|word| {
            let word = word.to_string_lossy();
            if word.contains(' ') { format!("'{word}'") } else { word.into_owned() }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command whose output goes straight to the terminal.
///
/// # Errors
/// It could not be started, or did not succeed.
pub fn run(what: &str, command: &mut Command) -> Outcome {
    let line = shown(command);
    let status = command.status().map_err(|e| format!("cannot {what}: '{line}' did not start: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("cannot {what}: '{line}' ended with {status}")) }
}

/// Becomes the command where the system can do that, so that ending this process ends it too.
///
/// # Errors
/// As [`run`].
pub fn become_command(what: &str, command: &mut Command) -> Outcome {
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt;
        let line = shown(command);
        Err(format!("cannot {what}: '{line}' did not start: {}", command.exec()))
    }
    #[cfg(not(unix))]
    run(what, command)
}

/// Runs a command whose output goes to a log file, saying every few seconds that it is still at work.
///
/// # Errors
/// It could not be started, did not succeed (the end of its log is in the message), or took longer
/// than `limit` and was stopped.
pub fn run_logged(what: &str, command: &mut Command, log: &Path, limit: Option<Duration>) -> Outcome {
    let line = shown(command);
    let explain = |e: io::Error| format!("cannot {what}: the log {} cannot be written: {e}", log.display());
    let out = File::create(log).map_err(explain)?;
    let err = out.try_clone().map_err(explain)?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .spawn()
        .map_err(|e| format!("cannot {what}: '{line}' did not start: {e}"))?;
    match wait(&mut child, log, limit).map_err(explain)? {
        Some(status) if status.success() => Ok(()),
        Some(status) => Err(format!(
            "cannot {what}: '{line}' ended with {status}; the end of {}:\n{}",
            log.display(),
            tail(log, TAIL_LINES)
        )),
        None => Err(format!(
            "cannot {what}: '{line}' took longer than {} s and was stopped",
            limit.unwrap_or_default().as_secs()
        )),
    }
}

fn wait(child: &mut Child, log: &Path, limit: Option<Duration>) -> io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut signs = 0;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        let elapsed = start.elapsed();
        if limit.is_some_and(|limit| elapsed > limit) {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        if elapsed.as_secs() / SIGN_OF_LIFE_S > signs {
            signs = elapsed.as_secs() / SIGN_OF_LIFE_S;
            println!("    {:>3} s  {}", elapsed.as_secs(), tail(log, 1).trim());
        }
        thread::sleep(Duration::from_millis(POLL_MS));
    }
}

fn tail(log: &Path, n_lines: usize) -> String {
    let text = std::fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    lines[lines.len().saturating_sub(n_lines)..].join("\n")
}

/// What a command writes to its standard output; what it says otherwise goes to the terminal.
///
/// # Errors
/// It could not be started, or did not succeed.
pub fn output(what: &str, command: &mut Command) -> Outcome<Vec<u8>> {
    let line = shown(command);
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.map_err(|e| format!("cannot {what}: '{line}' did not start: {e}"))?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(format!("cannot {what}: '{line}' ended with {}", output.status)),
    }
}

/// What a command prints, or nothing if it cannot be started or fails.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_string())
}

/// The program of that name on `PATH`.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| is_program(path))
}

/// Whether a file can be started as it is.
pub fn is_program(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        path.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
    }
    #[cfg(not(unix))]
    path.is_file()
}

/// Writes a file that can be started, in one step, so that nobody sees half of it.
///
/// # Errors
/// The folder or the file cannot be written.
pub fn write_program(path: &Path, text: &str) -> Outcome {
    let explain = |e: io::Error| format!("cannot write {}: {e}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(explain)?;
    }
    let draft = path.with_extension(format!("draft-{}", std::process::id()));
    project::write(&draft, text)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        std::fs::set_permissions(&draft, std::fs::Permissions::from_mode(0o755)).map_err(explain)?;
    }
    std::fs::rename(&draft, path).map_err(explain)
}

/// A duration as a person says it.
pub fn seconds(elapsed: Duration) -> String {
    match elapsed.as_secs() {
        0..10 => format!("{:.1} s", elapsed.as_secs_f32()),
        s @ 10..120 => format!("{s} s"),
        s => format!("{} min {:02} s", s / 60, s % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(name: &str) -> PathBuf {
        env::temp_dir().join(format!("dateline-xtask-{}-{name}.log", std::process::id()))
    }

    #[test]
    fn durations_read_as_a_person_says_them() {
        assert_eq!(seconds(Duration::from_millis(1234)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(42)), "42 s");
        assert_eq!(seconds(Duration::from_secs(605)), "10 min 05 s");
    }

    #[test]
    #[cfg(unix)]
    fn a_failure_shows_the_end_of_the_log() {
        let path = log("failure");
        let mut command = Command::new("sh");
        command.args(["-c", "echo what went wrong; exit 3"]);
        let message = run_logged("try", &mut command, &path, None).unwrap_err();
        assert!(message.contains("what went wrong") && message.starts_with("cannot try"), "{message}");
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn a_process_over_its_limit_is_stopped() {
        let path = log("limit");
        let mut command = Command::new("sleep");
        command.arg("30");
        let start = Instant::now();
        let message = run_logged("wait", &mut command, &path, Some(Duration::from_millis(200))).unwrap_err();
        assert!(message.contains("was stopped"), "{message}");
        assert!(start.elapsed() < Duration::from_secs(10));
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    #[cfg(unix)]
    fn a_written_program_can_be_started() {
        let path = env::temp_dir().join(format!("dateline-xtask-{}-program", std::process::id()));
        write_program(&path, "#!/bin/sh\necho started\n").unwrap();
        assert_eq!(answer(&mut Command::new(&path)).as_deref(), Some("started"));
        std::fs::remove_file(path).unwrap();
    }
}
