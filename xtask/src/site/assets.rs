//! Turns file names into names that hold a hash of the content, so that a browser may keep each file
//! for good and never mixes two versions of the site.

use crate::{Outcome, project};
use std::{fs, path::Path};

/// Hexadecimal digits of SHA-256 in a name: 64 bits, far beyond accident among a handful of files.
const N_DIGITS: usize = 16;

/// Old names and new.
#[derive(Debug, Default)]
pub struct Names(Vec<(String, String)>);

impl Names {
    /// Each old name with its new one.
    pub fn all(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(old, new)| (old.as_str(), new.as_str()))
    }

    /// The text with old names replaced where they stand between quotes, alone or after `./`.
    pub fn apply(&self, text: &str) -> String {
        let mut text = text.to_string();
        for (old, new) in &self.0 {
            for quote in ['"', '\'', '`'] {
                for lead in ["", "./"] {
                    text = text.replace(
                        &format!("{quote}{lead}{old}{quote}"),
                        &format!("{quote}{lead}{new}{quote}"),
                    );
                }
            }
        }
        text
    }
}

/// Renames files of a folder, in an order in which each names only files before it.
///
/// # Errors
/// A file is missing, or cannot be read, written or renamed.
pub fn name_by_content(folder: &Path, order: &[&str]) -> Outcome<Names> {
    let mut names = Names::default();
    for old in order {
        let path = folder.join(old);
        if old.ends_with(".js") {
            project::write(&path, names.apply(&project::read(&path)?))?;
        }
        let bytes = fs::read(&path).map_err(|e| format!("cannot read {}: {e}", path.display()))?;
        let new = hashed(old, &bytes);
        fs::rename(&path, folder.join(&new)).map_err(|e| format!("cannot rename {}: {e}", path.display()))?;
        names.0.push((old.to_string(), new));
    }
    Ok(names)
}

fn hashed(name: &str, bytes: &[u8]) -> String {
    let digits: String = hmac_sha256::Hash::hash(bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{ending}", &digits[..N_DIGITS])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_the_start_of_the_hash() {
        assert_eq!(hashed("app.js", b"abc"), "app-ba7816bf8f01cfea.js");
    }

    #[test]
    fn only_quoted_names_are_replaced() {
        let names = Names(vec![("app.js".into(), "app-1.js".into())]);
        assert_eq!(
            names.apply(r#"from "./app.js"; 'app.js' myapp.js "x/app.js""#),
            r#"from "./app-1.js"; 'app-1.js' myapp.js "x/app.js""#
        );
    }

    #[test]
    fn a_file_names_the_new_name_of_the_one_before_it() {
        let folder = std::env::temp_dir().join(format!("dateline-xtask-{}-names", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a.wasm"), "abc").unwrap();
        fs::write(folder.join("a.js"), "load('./a.wasm')").unwrap();
        let names = name_by_content(&folder, &["a.wasm", "a.js"]).unwrap();
        let text = fs::read_to_string(folder.join(names.all().last().unwrap().1)).unwrap();
        assert_eq!(text, "load('./a-ba7816bf8f01cfea.wasm')");
        fs::remove_dir_all(folder).unwrap();
    }
}
