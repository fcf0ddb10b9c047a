//! Writes the front page of the articles that were packed: bytes for the page, on standard output.

use dateline::engine::Engine;
use dateline::engine::front::Front;
use dateline::engine::protocol::to_bytes;
use std::io::Write;
use std::process::ExitCode;

/// The same bytes that the worker carries.
const PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/corpus.pack"));

fn main() -> ExitCode {
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("front: cannot write the front page: {reason}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), String> {
    let engine = Engine::from_pack(PACK, |_, _| ()).map_err(|error| error.to_string())?;
    let bytes = to_bytes(&Front::of(&engine)).map_err(|error| error.to_string())?;
    std::io::stdout().lock().write_all(&bytes).map_err(|error| error.to_string())
}
