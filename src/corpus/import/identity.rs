//! Ids for the articles of a folder: short where they can be, unique always.
//!
//! An article is called by its file name; where two files share one, the first
//! keeps it and the later ones are called by their path. Adding a file below
//! another folder never renames an article whose path sorts before it.

use std::collections::{BTreeMap, BTreeSet};

/// What an article would be called: alone in the world, and among others of that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The file name without its extension, a record's own id, or file name, hyphen, line number.
    pub short: String,
    /// The same with the folders in front, joined by hyphens.
    pub long: String,
}

impl Wish {
    /// For an article that is a whole file, by its name below the corpus folder.
    pub fn of_file(name: &str) -> Self {
        Self { short: stem(file_name(name)).to_owned(), long: stem(name).replace('/', "-") }
    }

    /// For the record on a line, counted from 1, of the file `name`.
    pub fn of_record(name: &str, line: usize, own: Option<String>) -> Self {
        let file = Self::of_file(name);
        match own {
            Some(own) => Self { long: format!("{}-{own}", file.long), short: own },
            None => Self { short: format!("{}-{line}", file.short), long: format!("{}-{line}", file.long) },
        }
    }
}

/// A name without its extension.
pub fn stem(name: &str) -> &str {
    let own = name.rfind('/').map_or(0, |slash| slash + 1);
    match name[own..].rfind('.') {
        Some(dot) if dot > 0 => &name[..own + dot],
        _ => name,
    }
}

fn file_name(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// Gives each wish an id of its own, in the order of the wishes.
pub fn assign(wishes: &[Wish]) -> Vec<String> {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let is_first: Vec<bool> = wishes.iter().map(|wish| taken.insert(wish.short.clone())).collect();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unique = |wish: &Wish, number: &mut usize| loop {
        let id = if *number == 1 { wish.long.clone() } else { format!("{}-{number}", wish.long) };
        *number += 1;
        if taken.insert(id.clone()) {
            return id;
        }
    };
    let id = |(wish, is_first)| {
        let wish: &Wish = wish;
        if is_first { wish.short.clone() } else { unique(wish, numbers.entry(&wish.long).or_insert(1)) }
    };
    wishes.iter().zip(is_first).map(id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(names: &[&str]) -> Vec<String> {
        assign(&names.iter().map(|name| Wish::of_file(name)).collect::<Vec<_>>())
    }

    #[test]
    fn an_article_is_called_by_its_file() {
        assert_eq!(ids(&["2023/kyiv.txt", "v1.2.html", "noext"]), ["kyiv", "v1.2", "noext"]);
    }

    #[test]
    fn later_files_of_one_name_are_called_by_their_path() {
        assert_eq!(ids(&["a/x.txt", "b/c/x.txt", "b/x.html"]), ["x", "b-c-x", "b-x"]);
        assert_eq!(ids(&["x.html", "x.md", "x.txt"]), ["x", "x-2", "x-3"]);
        assert_eq!(
            ids(&["a/x.txt", "b-x.txt", "b/x.txt", "x-2.txt", "x.txt", "y/x.txt"]),
            ["x", "b-x", "b-x-2", "x-2", "x-3", "y-x"]
        );
    }

    #[test]
    fn a_record_keeps_its_own_id_or_takes_file_and_line() {
        let wishes = [
            Wish::of_record("wire/1987.jsonl", 1, Some("17".to_owned())),
            Wish::of_record("wire/1987.jsonl", 2, None),
            Wish::of_record("wire/1988.jsonl", 1, Some("17".to_owned())),
            Wish::of_record("wire/1988.jsonl", 9, Some("17".to_owned())),
        ];
        assert_eq!(assign(&wishes), ["17", "1987-2", "wire-1988-17", "wire-1988-17-2"]);
    }
}
