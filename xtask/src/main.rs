//! Turns `cargo xtask <command>` into set-up, a served site, a built site, or a checked tree.
//!
//! One module per command, listed in `command::COMMANDS`. `tool` finds and installs what the
//! commands need, `site` finishes what Trunk has built, `rule` holds the house rules. Nothing in
//! here ends up in the site.

mod command;
mod process;
mod project;
mod rule;
mod site;
mod tool;

// What gathers the texts of the interface, as `build.rs` compiles it.
#[allow(dead_code)]
#[path = "../../src/error.rs"]
mod error;
#[allow(dead_code)]
#[path = "../../src/ui/words/translation.rs"]
mod translation;
#[path = "../../build/translations.rs"]
mod translations;
#[path = "../../build/words.rs"]
mod words;

use std::process::ExitCode;

/// What every fallible function here returns: the error is a sentence ready for the terminal.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match command::dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}
