//! Turns the WebAssembly of a build into that of a release: optimized where wasm-opt can be had, and
//! without the names and notes that only debuggers read.

use crate::{Outcome, process, project, project::Project, tool::wasm_opt};
use std::{
    env, fs,
    path::{Path, PathBuf},
    thread,
};

/// What rustc uses on wasm32-unknown-unknown, by default and for a release, and every browser of the last years knows.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-simd",
];
/// Without it wasm-opt puts every function that is called once into its caller, whatever its size. The caller then
/// holds whole stages, and a browser compiles such a function for half a second before it runs it at full speed.
const LARGEST_INLINED: &str = "--one-caller-inline-max-function-size=200";
/// Set where a site is built to be tested and not to be published: wasm-opt takes a minute.
pub const AS_COMPILED: &str = "DATELINE_AS_COMPILED";
/// `\0asm` and version 1.
const HEADER_BYTES: usize = 8;
const CUSTOM_SECTION: u8 = 0;

/// Optimizes each file in place at the level beside it, side by side.
///
/// # Errors
/// A file is no WebAssembly, cannot be read or written, or wasm-opt fails on it.
pub fn optimize(project: &Project, files: &[(PathBuf, &str)]) -> Outcome {
    for (path, _) in files {
        let bytes = fs::read(path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        let slim = without_custom_sections(&bytes).ok_or_else(|| {
            format!("cannot read {} as WebAssembly: it is cut off or malformed", path.display())
        })?;
        project::write(path, slim)?;
    }
    if env::var_os(AS_COMPILED).is_some() {
        return Ok(());
    }
    if wasm_opt::find(project).is_none() {
        println!(
            "seal: wasm-opt is missing, so this release is larger and slower than it could be; 'cargo xtask setup' installs it"
        );
        return Ok(());
    }
    thread::scope(|scope| {
        let threads: Vec<_> =
            files.iter().map(|(path, level)| scope.spawn(|| run_wasm_opt(project, path, level))).collect();
        threads.into_iter().try_for_each(|thread| {
            thread.join().unwrap_or_else(|_| Err("cannot wait for wasm-opt: its thread panicked".to_string()))
        })
    })
}

fn run_wasm_opt(project: &Project, path: &Path, level: &str) -> Outcome {
    let mut command =
        wasm_opt::find(project).ok_or("cannot find wasm-opt any more: run 'cargo xtask setup'")?;
    command.arg(level).arg(LARGEST_INLINED).args(FEATURES).arg(path).arg("--output").arg(path);
    process::run(&format!("optimize {}", path.display()), &mut command)
}

/// The module without sections that do not change what it does; nothing if it is malformed.
fn without_custom_sections(module: &[u8]) -> Option<Vec<u8>> {
    let mut kept = module.get(..HEADER_BYTES).filter(|header| header.starts_with(b"\0asm"))?.to_vec();
    let mut at = HEADER_BYTES;
    while at < module.len() {
        let (size, n_size) = read_u32(module.get(at + 1..)?)?;
        let end = at.checked_add(1 + n_size)?.checked_add(size)?;
        let section = module.get(at..end)?;
        if module[at] != CUSTOM_SECTION {
            kept.extend_from_slice(section);
        }
        at = end;
    }
    Some(kept)
}

/// A number in LEB128 and how many bytes it took.
fn read_u32(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut value = 0u64;
    for (i, byte) in bytes.iter().take(5).enumerate() {
        value |= u64::from(byte & 0x7f) << (7 * i);
        if byte & 0x80 == 0 {
            return Some((usize::try_from(value).ok()?, i + 1));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_sections_go_and_the_others_stay() {
        let module = b"\0asm\x01\0\0\0\x00\x03\x02hi\x01\x01\x00\x00\x82\x00\x01x";
        assert_eq!(without_custom_sections(module).as_deref(), Some(&b"\0asm\x01\0\0\0\x01\x01\x00"[..]));
    }

    #[test]
    fn malformed_modules_are_refused() {
        for module in
            [&b"\0as"[..], b"PK\x03\x04\0\0\0\0", b"\0asm\x01\0\0\0\x01\x09\x00", b"\0asm\x01\0\0\0\x01"]
        {
            assert_eq!(without_custom_sections(module), None);
        }
    }
}
