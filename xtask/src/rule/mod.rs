//! Turns the source tree into a list of broken house rules, each with file and line.
//!
//! The rules are mechanical ones, a module each: which folder may import which, what every file
//! starts with, how long it may be, which words may not stay. They read text, not syntax trees, so
//! they stay small; `mask` keeps them from mistaking comments and strings for code.

mod file;
mod mask;
mod order;

use crate::{Outcome, project};
use std::path::Path;

/// The folders whose Rust files obey the rules.
const FOLDERS: &[&str] = &["src", "xtask/src", "tests", "benches"];

/// A broken rule.
#[derive(Debug, PartialEq)]
pub struct Finding {
    /// Relative to the root of the project, with `/`.
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// What is wrong, and what to do.
    pub message: String,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Reads every Rust file below the root and returns how many there are, and what is wrong with them.
///
/// # Errors
/// A file or folder cannot be read.
pub fn find_all(root: &Path) -> Outcome<(usize, Vec<Finding>)> {
    let mut n_files = 0;
    let mut findings = Vec::new();
    for folder in FOLDERS {
        for path in project::files_below(&root.join(folder), ".rs")? {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            findings.extend(check(&name, &project::read(&path)?));
            n_files += 1;
        }
    }
    Ok((n_files, findings))
}

fn check(file: &str, text: &str) -> Vec<Finding> {
    let mut findings: Vec<Finding> = file::check(file, text)
        .into_iter()
        .chain(order::check(file, text))
        .map(|(line, message)| Finding { file: file.to_string(), line, message })
        .collect();
    findings.sort_by_key(|finding| finding.line);
    findings
}

/// The part of a file that is not its tests.
fn without_tests(text: &str) -> &str {
    text.find("\n#[cfg(test)]\nmod ").map_or(text, |end| &text[..=end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_name_file_and_line() {
        let findings = check("src/text/span.rs", "//! Spans.\nuse crate::ui::Part;\n");
        assert_eq!(findings.len(), 1);
        assert!(findings[0].to_string().starts_with("src/text/span.rs:2: "), "{}", findings[0]);
    }

    #[test]
    fn tests_at_the_end_may_import_anything() {
        let text = "//! Spans.\nfn f() {}\n\n#[cfg(test)]\nmod tests {\n    use crate::ui::Part;\n}\n";
        assert_eq!(check("src/text/span.rs", text), []);
    }
}
