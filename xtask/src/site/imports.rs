//! Gives what a program imports from its script names that compress.
//!
//! wasm-bindgen ends each name in sixteen digits of a hash, so that no two crates mean different things by one
//! name. Once script and program are finished a number does the same, and a few hundred random numbers
//! less travel, twice. Names keep their length, so that nothing in the program moves.

use crate::{Outcome, project};
use std::{collections::BTreeMap, fs, path::Path};

/// What the names begin with.
const PREFIX: &str = "__wbg_";
/// How many digits of a hash they end in.
const N_DIGITS: usize = 16;

/// Numbers the names in the files of a script and its program.
///
/// # Errors
/// A file cannot be read or written, or the program lacks a name that the script gives.
pub fn number_in(script: &Path, program: &Path) -> Outcome {
    let bytes = fs::read(program).map_err(|e| format!("cannot read {}: {e}", program.display()))?;
    let (text, bytes) = number(&project::read(script)?, &bytes).ok_or_else(|| {
        format!("cannot number what {} imports: it is not all in {}", program.display(), script.display())
    })?;
    project::write(script, text)?;
    project::write(program, bytes)
}

/// Numbers the names in a script and its program; nothing if the program lacks one of the names.
fn number(script: &str, program: &[u8]) -> Option<(String, Vec<u8>)> {
    let mut numbers = BTreeMap::new();
    let mut bytes = script.as_bytes().to_vec();
    each_name(&mut bytes, |name| {
        let next = numbers.len();
        let number = *numbers.entry(name.to_vec()).or_insert(next);
        Some(number)
    });
    let mut program = program.to_vec();
    let mut missing = numbers.clone();
    each_name(&mut program, |name| {
        missing.remove(name);
        numbers.get(name).copied()
    });
    if missing.is_empty() { Some((String::from_utf8(bytes).ok()?, program)) } else { None }
}

/// Visits every name and writes the number it is given over the hash in it.
fn each_name(bytes: &mut [u8], mut number_of: impl FnMut(&[u8]) -> Option<usize>) {
    let is_of_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let mut at = 0;
    while let Some(start) = find(&bytes[at..], PREFIX.as_bytes()).map(|found| at + found) {
        let n = bytes[start..].iter().take_while(|byte| is_of_name(byte)).count();
        at = start + n;
        let Some(digits) = n.checked_sub(N_DIGITS).filter(|n| *n > PREFIX.len()).map(|n| start + n) else {
            continue;
        };
        let is_hash = bytes[digits - 1] == b'_' && bytes[digits..at].iter().all(u8::is_ascii_hexdigit);
        if let Some(number) = is_hash.then(|| number_of(&bytes[start..at])).flatten() {
            bytes[digits..at].copy_from_slice(format!("{number:0N_DIGITS$}").as_bytes());
        }
    }
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    bytes.windows(what.len()).position(|window| window == what)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "__wbg_new_13de428334042d26: f, __wbg_set_0fbdff921f2e89f3: g, __wbg_ptr: h";

    #[test]
    fn hashes_become_numbers_in_script_and_program() {
        let program = b"\0\x1a__wbg_set_0fbdff921f2e89f3\0\x01\x1a__wbg_new_13de428334042d26\0\x02";
        let (script, program) = number(SCRIPT, program).expect("all names are there");
        assert_eq!(script, "__wbg_new_0000000000000000: f, __wbg_set_0000000000000001: g, __wbg_ptr: h");
        let expected = b"\0\x1a__wbg_set_0000000000000001\0\x01\x1a__wbg_new_0000000000000000\0\x02";
        assert_eq!(program, expected);
    }

    #[test]
    fn nothing_is_changed_where_a_name_is_missing() {
        assert_eq!(number(SCRIPT, b"\x1a__wbg_set_0fbdff921f2e89f3\0"), None);
    }
}
