//! Reads what the interface says out of its sources: `phrase!(…)` and `counted!(…)` in `src/ui/words/`, and
//! the sentences of `lexicon/told/`. Says file and line of what it cannot read.
//!
//! Used by `build.rs`, and by the test that holds every text in every language. Makes no packs.

use std::fs;
use std::path::{Path, PathBuf};

/// English, German, Ukrainian.
pub const N_LANGUAGES: usize = 3;
/// The folder of the texts of the interface.
pub const WORDS: &str = "src/ui/words";
/// The folder of the sentences of the analysis.
pub const TOLD: &str = "lexicon/told";

/// How a text begins in the sources, and how many forms of it each language has.
const MACROS: [(&str, [usize; N_LANGUAGES]); 2] = [("phrase!(", [1, 1, 1]), ("counted!(", [2, 2, 3])];

/// A text, with its forms in each language: one for most, as many as its numbers have where it goes with one.
pub struct Said {
    /// Where it stands: file and line.
    pub place: String,
    /// Its forms in each language.
    pub forms: [Vec<String>; N_LANGUAGES],
}

/// Every text of the interface, tests left out, in the order of files and lines.
pub fn phrases(root: &Path) -> Result<Vec<Said>, String> {
    let mut all = Vec::new();
    for path in files(root, WORDS, "rs")? {
        let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        all.extend(phrases_in(&name(root, &path), &source)?);
    }
    Ok(all)
}

/// Every sentence of the analysis, in the order of files and lines.
pub fn told(root: &Path) -> Result<Vec<Said>, String> {
    let mut all = Vec::new();
    for path in files(root, TOLD, "tsv")? {
        let source = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        for (at, row) in source.lines().enumerate().filter(|(_, row)| !row.starts_with('#')) {
            let place = format!("{}:{}", name(root, &path), at + 1);
            let texts: Vec<Vec<String>> = row.split('\t').map(|text| vec![text.to_owned()]).collect();
            let forms = texts
                .try_into()
                .map_err(|_| format!("{place}: write English, German and Ukrainian, with a tab between"))?;
            all.push(Said { place, forms });
        }
    }
    Ok(all)
}

fn files(root: &Path, folder: &str, extension: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(root.join(folder)).map_err(|error| format!("{folder}: {error}"))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|its| its == extension));
    files.sort();
    Ok(files)
}

fn name(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn phrases_in(file: &str, source: &str) -> Result<Vec<Said>, String> {
    let source = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for (begin, n_forms) in MACROS {
        for (at, _) in source.match_indices(begin).filter(|(at, _)| !is_comment(source, *at)) {
            let place = format!("{file}:{}", 1 + source[..at].matches('\n').count());
            let forms = forms(&source[at + begin.len()..], n_forms);
            let forms = forms.ok_or_else(|| {
                format!("{place}: '{begin}…)' must hold nothing but string literals, one for each form of each language")
            })?;
            found.push((at, Said { place, forms }));
        }
    }
    found.sort_by_key(|(at, _)| *at);
    Ok(found.into_iter().map(|(_, said)| said).collect())
}

fn is_comment(source: &str, at: usize) -> bool {
    let line = source[..at].rsplit('\n').next().unwrap_or_default();
    line.contains("//")
}

/// What stands between the brackets of a macro: so many literals for each language, and nothing else.
fn forms(source: &str, n_forms: [usize; N_LANGUAGES]) -> Option<[Vec<String>; N_LANGUAGES]> {
    let (mut all, mut rest) = ([const { Vec::new() }; N_LANGUAGES], source);
    for (forms, n) in all.iter_mut().zip(n_forms) {
        for _ in 0..n {
            let (text, behind) = literal(behind_marks(rest))?;
            forms.push(text);
            rest = behind;
        }
    }
    behind_marks(rest).starts_with(')').then_some(all)
}

/// Behind spaces, commas and the brackets around forms.
fn behind_marks(source: &str) -> &str {
    source.trim_start_matches(|c: char| c.is_whitespace() || ",[]".contains(c))
}

/// A string literal, and what stands behind it.
fn literal(source: &str) -> Option<(String, &str)> {
    let source = source.strip_prefix('"')?;
    let (mut text, mut chars) = (String::new(), source.chars());
    loop {
        match chars.next()? {
            '"' => return Some((text, chars.as_str())),
            '\\' => text.push(escaped(&mut chars)?),
            c => text.push(c),
        }
    }
}

/// What a backslash stands before: a quotation mark, another backslash, or `u{…}`.
fn escaped(chars: &mut std::str::Chars<'_>) -> Option<char> {
    match chars.next()? {
        'u' => {
            let code: String = chars.by_ref().take_while(|c| *c != '}').collect();
            char::from_u32(u32::from_str_radix(code.strip_prefix('{')?, 16).ok()?)
        }
        c @ ('"' | '\\') => Some(c),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_with_their_forms_and_lines() {
        let source = concat!(
            "//! As phrase!(…) says.\n",
            "const A: Phrase =\n    phrase!(\"a \\\"b\\\"\", \"1\\u{a0}%\", \"c\",);\n",
            "const B: Counted = counted!([\"a\", \"b\"], [\"c\", \"d\"], [\"e\", \"f\", \"g\"]);\n",
            "#[cfg(test)]\nphrase!(no)",
        );
        let said = phrases_in("x.rs", source).unwrap();
        let places: Vec<&str> = said.iter().map(|said| said.place.as_str()).collect();
        assert_eq!(places, ["x.rs:3", "x.rs:4"]);
        assert_eq!(
            said[0].forms,
            [["a \"b\""], ["1\u{a0}%"], ["c"]].map(|forms| forms.map(str::to_owned).to_vec())
        );
        assert_eq!(said[1].forms.each_ref().map(Vec::len), [2, 2, 3]);
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        for odd in
            ["phrase!(A, \"b\", \"c\")", "phrase!(\"a\", \"b\")", "counted!([\"a\"], \"b\")", "phrase!(\"a"]
        {
            let problem = phrases_in("x.rs", &format!("\n{odd}")).err().unwrap();
            assert!(problem.starts_with("x.rs:2: "), "{problem}");
        }
    }
}
