//! Turns the scripts of `site/`, and those that wasm-bindgen writes, into what a page holds: without comments and
//! without indentation.

use crate::{Outcome, project, project::Project};

/// A script of `site/` by its name, without its comments.
///
/// # Errors
/// There is no such file.
pub fn read(project: &Project, name: &str) -> Outcome<String> {
    Ok(without_comments(&project::read(&project.root.join("site").join(name))?))
}

/// A script without its comments and without indentation. Only comments that have a line of their own: what stands
/// behind code could be inside a string.
pub fn without_comments(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.fold(String::new(), |kept, line| kept + line + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(without_comments("// a\n\n  b(\"//c\");\n"), "b(\"//c\");\n");
    }
}
