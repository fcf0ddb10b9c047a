//! Holds what is true of every file alone: a header, a length that can be seen whole, nothing left open.

use super::without_tests;

/// Lines of a file without its tests, and of no file that is a test; the house says about 500.
const MAX_LINES: usize = 500;
/// Words for work left undone, split so that this file obeys its own rule.
const OPEN_WORDS: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME")];

/// Line numbers and messages for one file, named relative to the root of the project.
pub fn check(file: &str, text: &str) -> Vec<(usize, String)> {
    let mut findings = Vec::new();
    if !text.starts_with("//! ") {
        findings.push((
            1,
            "the file has no header: start it with '//! ' and say what it turns into what".to_string(),
        ));
    }
    let n_lines = without_tests(text).lines().count();
    if n_lines > MAX_LINES && !file.starts_with("tests/") {
        findings.push((MAX_LINES + 1, format!("the file has {n_lines} lines without its tests, {MAX_LINES} are the limit: split it by what it does")));
    }
    for (i, line) in text.lines().enumerate() {
        for word in OPEN_WORDS.iter().filter(|word| has_word(line, word)) {
            findings.push((i + 1, format!("'{word}' leaves work undone: do it, or leave it out")));
        }
    }
    findings
}

fn has_word(line: &str, word: &str) -> bool {
    line.split(|c: char| !c.is_alphanumeric()).any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_is_asked_for() {
        assert_eq!(check("src/a.rs", "fn f() {}\n")[0].0, 1);
        assert!(check("src/a.rs", "//! Turns a into b.\n").is_empty());
    }

    #[test]
    fn length_counts_without_tests() {
        let code = "//! Long.\n".to_string() + &"fn f() {}\n".repeat(499);
        assert!(
            check("src/a.rs", &format!("{code}\n#[cfg(test)]\nmod tests {{\n{}}}\n", "// x\n".repeat(400)))
                .len()
                == 1
        );
        let short = "//! Short.\n".to_string() + &"fn f() {}\n".repeat(498);
        assert!(
            check("src/a.rs", &format!("{short}\n#[cfg(test)]\nmod tests {{\n{}}}\n", "// x\n".repeat(400)))
                .is_empty()
        );
    }

    #[test]
    fn tests_may_be_long() {
        let text = "//! Long.\n".to_string() + &"fn f() {}\n".repeat(600);
        assert!(check("tests/a.rs", &text).is_empty());
        assert_eq!(check("src/a.rs", &text).len(), 1);
    }

    #[test]
    fn open_words_are_found_as_whole_words() {
        let open = OPEN_WORDS[0];
        assert_eq!(check("src/a.rs", &format!("//! A.\n// {open}: later\n"))[0].0, 2);
        assert!(check("src/a.rs", &format!("//! A.\nlet {open}S = 1;\n")).is_empty());
    }
}
