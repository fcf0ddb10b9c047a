//! The command line: analysis as JSON, for scripts and for looking closely.
//!
//! Standard output carries answers only; what went wrong goes to standard
//! error. Ends with 0 when all went well, 1 when something could not be read
//! and 2 when the command line itself was not understood. A reader that closes
//! the pipe has seen enough: that is no failure.

mod annotate;
mod args;
mod corpus;
mod help;

use args::Command;
use std::io::{self, Write};
use std::process::ExitCode;

/// How a command ended that could write its answer.
enum Ending {
    /// All went well.
    Well,
    /// The answer says what could not be read.
    WithErrors,
    /// There is no answer, for this reason.
    Failed(dateline::error::Error),
}

fn main() -> ExitCode {
    let command = match args::parse(std::env::args_os().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            report(&format!("{error}\n{}", help::HINT));
            return ExitCode::from(2);
        }
    };
    match run(&command) {
        Ok(Ending::Well) => ExitCode::SUCCESS,
        Ok(Ending::WithErrors) => ExitCode::FAILURE,
        Ok(Ending::Failed(error)) => {
            report(&error.to_string());
            ExitCode::FAILURE
        }
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            report(&format!("reading standard input or writing standard output: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> io::Result<Ending> {
    let mut out = io::BufWriter::with_capacity(annotate::BUFFER, io::stdout().lock());
    let ending = match command {
        Command::Annotate { is_plain } => annotate::run(io::stdin().lock(), &mut out, *is_plain)?,
        Command::Corpus { folder } => corpus::run(folder, &mut out)?,
        Command::Help(topic) => {
            out.write_all(topic.text().as_bytes())?;
            Ending::Well
        }
        Command::Version => {
            writeln!(out, "dateline {}", env!("CARGO_PKG_VERSION"))?;
            Ending::Well
        }
    };
    out.flush()?;
    Ok(ending)
}

/// Tells a person what went wrong. A closed standard error leaves nobody to tell.
fn report(message: &str) {
    for line in message.lines() {
        let _ = writeln!(io::stderr(), "dateline: {line}");
    }
}
