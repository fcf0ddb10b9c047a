//! Holds the direction in which the data runs: a folder of `src/` imports only what stands before it.

use super::{mask::mask, without_tests};

/// The stages in their order. Each may import the ones before it and [`OPEN`].
const ORDER: &[&str] = &["corpus", "clean", "annotate", "resolve", "index", "search", "view", "engine"];
/// Open to all stages, and importing only each other.
const OPEN: &[&str] = &["error", "key", "text"];
/// All that `ui` may see beside itself: plain data, and the words it shares with the engine.
const SEEN_BY_UI: &[&str] =
    &["key", "view", "engine::front", "engine::protocol", "search::query", "search::url"];

/// Line numbers and messages for one file, named relative to the root of the project.
pub fn check(file: &str, text: &str) -> Vec<(usize, String)> {
    let Some(module) = module_of(file) else {
        return Vec::new();
    };
    if !ORDER.contains(&module) && !OPEN.contains(&module) && module != "ui" {
        return vec![(
            1,
            format!(
                "'{module}' has no place in the order of folders: give it one in xtask/src/rule/order.rs, with a reason"
            ),
        )];
    }
    imports(&mask(without_tests(text)))
        .into_iter()
        .filter(|(_, path)| !may_import(module, path))
        .map(|(line, path)| {
            (line, format!("'{module}' may not import 'crate::{path}': it sees only {}", seen_by(module)))
        })
        .collect()
}

/// The folder of `src/`, or the file that stands in for one; nothing for `lib.rs` and the binaries.
fn module_of(file: &str) -> Option<&str> {
    let within = file.strip_prefix("src/")?;
    let module = within.split('/').next()?.trim_end_matches(".rs");
    (!matches!(module, "lib" | "main" | "bin")).then_some(module)
}

fn may_import(module: &str, path: &str) -> bool {
    let first = path.split("::").next().unwrap_or_default();
    if first == module {
        return true;
    }
    if module == "ui" {
        return SEEN_BY_UI.iter().any(|seen| path == *seen || path.starts_with(&format!("{seen}::")));
    }
    let place = |name: &str| ORDER.iter().position(|stage| *stage == name);
    match (place(module), place(first)) {
        (Some(here), Some(there)) => there < here,
        // Macros and items at the root belong to no folder.
        (_, None) => {
            OPEN.contains(&first)
                || !first.starts_with(|c: char| c.is_ascii_lowercase())
                || first.ends_with('!')
        }
        (None, Some(_)) => false,
    }
}

fn seen_by(module: &str) -> String {
    let mut seen: Vec<&str> = match ORDER.iter().position(|stage| *stage == module) {
        Some(place) => OPEN.iter().chain(&ORDER[..place]).copied().collect(),
        None if module == "ui" => SEEN_BY_UI.to_vec(),
        None => OPEN.to_vec(),
    };
    seen.retain(|name| *name != module);
    seen.join(", ")
}

/// Every path that starts with `crate::`, with groups spelled out and without that start.
fn imports(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = code[from..].find("crate::") {
        let start = from + at;
        from = start + "crate::".len();
        let part_of_name = code[..start].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '$');
        if !part_of_name {
            let line = 1 + code[..start].matches('\n').count();
            spell_out(&mut code[from..].chars().peekable(), String::new(), line, &mut found);
        }
    }
    found
}

/// Reads one branch of a tree of paths; stops at the comma or brace that ends it.
fn spell_out(
    rest: &mut std::iter::Peekable<std::str::Chars<'_>>,
    mut path: String,
    mut line: usize,
    found: &mut Vec<(usize, String)>,
) -> usize {
    while let Some(&c) = rest.peek() {
        match c {
            '{' => {
                loop {
                    rest.next();
                    line = spell_out(rest, path.clone(), line, found);
                    if rest.peek() != Some(&',') {
                        break;
                    }
                }
                rest.next();
                return line;
            }
            '\n' => line += 1,
            ' ' => {
                let renamed = path.ends_with(|c: char| c.is_alphanumeric() || c == '_');
                if renamed && !path.ends_with("::") {
                    skip_rename(rest);
                    break;
                }
            }
            c if c.is_alphanumeric() || matches!(c, ':' | '_' | '*' | '!') => path.push(c),
            _ => break,
        }
        rest.next();
    }
    if !path.is_empty() && !path.ends_with("::") {
        found.push((line, path));
    }
    line
}

/// What follows a path after a space is `as` and a name, or no longer the path.
fn skip_rename(rest: &mut std::iter::Peekable<std::str::Chars<'_>>) {
    while rest.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, ' ' | '_')) {
        rest.next();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(file: &str, text: &str) -> Vec<(usize, String)> {
        check(file, text)
    }

    #[test]
    fn groups_and_renames_are_spelled_out() {
        let code = "use crate::{\n    text::Span,\n    clean::{Article, Removal as Cut},\n};\nfn f() -> crate::view::Runs { crate::key::slug!() }";
        let paths: Vec<(usize, String)> = imports(code);
        let want = [
            (2, "text::Span"),
            (3, "clean::Article"),
            (3, "clean::Removal"),
            (5, "view::Runs"),
            (5, "key::slug!"),
        ];
        assert_eq!(paths, want.map(|(line, path)| (line, path.to_string())));
    }

    #[test]
    fn stages_see_what_stands_before_them() {
        assert!(
            messages("src/annotate/person.rs", "use crate::{text::Span, clean::Article, error::Error};")
                .is_empty()
        );
        let found = messages("src/annotate/person.rs", "use crate::text::Span;\nuse crate::index::Index;");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, 2);
        assert!(found[0].1.contains("'annotate' may not import 'crate::index::Index'"), "{}", found[0].1);
    }

    #[test]
    fn open_folders_import_only_each_other() {
        assert!(messages("src/text/fold.rs", "use crate::error::Error;").is_empty());
        assert_eq!(messages("src/key.rs", "use crate::corpus::Pack;").len(), 1);
    }

    #[test]
    fn the_page_sees_only_plain_data() {
        assert!(
            messages(
                "src/ui/page.rs",
                "use crate::{engine::protocol::Request, search::{query::Query, url}, view::Runs, ui::part};"
            )
            .is_empty()
        );
        for path in ["engine::Engine", "search::rank", "text::Span", "index", "engine::*"] {
            assert_eq!(messages("src/ui/page.rs", &format!("use crate::{path};")).len(), 1, "{path}");
        }
    }

    #[test]
    fn comments_and_strings_import_nothing() {
        assert!(messages("src/text/a.rs", "// use crate::ui::A;\nlet s = \"crate::ui::A\";").is_empty());
    }

    #[test]
    fn binaries_and_other_trees_are_free() {
        for file in ["src/lib.rs", "src/bin/app.rs", "tests/golden.rs"] {
            assert!(messages(file, "use crate::ui::App;").is_empty());
        }
    }

    #[test]
    fn a_folder_without_a_place_is_named() {
        assert!(messages("src/helpers/a.rs", "")[0].1.contains("'helpers'"));
    }
}
