//! A folder into the list of its files, in one order on every machine.
//!
//! Names are paths below the folder with `/` between their parts, sorted
//! bytewise. Hidden files and folders are left out, and so is [`RESERVED`] at
//! the root. Every real folder is read once, so links cannot lead in circles.
//! Does not open files.

use crate::corpus::Skipped;
use crate::error::{Error, Result};
use std::collections::BTreeSet;
use std::fs::{DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// The file at the root of a corpus that is not an article: corrections kept beside the articles.
pub const RESERVED: &str = "repairs.toml";

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The path below the folder, with `/` between its parts.
    pub name: String,
    /// Where to open it.
    pub path: PathBuf,
}

/// Everything below a folder.
#[derive(Debug, Default)]
pub struct Listing {
    /// The files, by name.
    pub files: Vec<Found>,
    /// What cannot be entered or opened.
    pub skipped: Vec<Skipped>,
    /// Where links lead, in order of discovery: these have to be watched for changes beside the folder.
    pub linked: Vec<PathBuf>,
}

/// Lists every file below `folder`.
///
/// # Errors
/// If the folder itself cannot be listed.
pub fn list_files(folder: &Path) -> Result<Listing> {
    let attempt = || format!("reading the folder {}", folder.display());
    let root = folder.canonicalize().map_err(|error| Error::new(reason(&error)).while_doing(attempt()))?;
    std::fs::read_dir(&root).map_err(|error| Error::new(reason(&error)).while_doing(attempt()))?;
    let mut walk = Walk { listing: Listing::default(), entered: BTreeSet::new(), linked: Vec::new() };
    walk.enter(root, String::new());
    // Linked folders come after all real ones: a folder keeps its real name when both lead to it.
    while !walk.linked.is_empty() {
        let mut linked = std::mem::take(&mut walk.linked);
        linked.sort();
        for (name, target) in linked {
            walk.enter_link(target, name);
        }
    }
    let Walk { mut listing, .. } = walk;
    listing.files.sort_by(|a, b| a.name.cmp(&b.name));
    listing.skipped.sort();
    Ok(listing)
}

/// What went wrong, in the words of this crate: lower case, no error numbers.
pub fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "not found".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotADirectory => "not a folder".to_owned(),
        kind => kind.to_string(),
    }
}

struct Walk {
    listing: Listing,
    /// The real paths of the folders entered so far.
    entered: BTreeSet<PathBuf>,
    /// Linked folders still to be entered: name and real path.
    linked: Vec<(String, PathBuf)>,
}

impl Walk {
    /// Lists the folder at `path`, named `name`, and every real folder below it.
    fn enter(&mut self, path: PathBuf, name: String) {
        let mut pending = vec![(path, name)];
        while let Some((path, name)) = pending.pop() {
            match Self::entries(&path) {
                Ok(entries) => {
                    for (entry, kind) in entries {
                        self.sort_out(&entry, kind, &name, &mut pending);
                    }
                }
                Err(error) => self.skip(name, format!("unreadable folder: {}", reason(&error))),
            }
            self.entered.insert(path);
        }
    }

    fn entries(path: &Path) -> io::Result<Vec<(DirEntry, FileType)>> {
        let with_kind = |entry: DirEntry| entry.file_type().map(|kind| (entry, kind));
        std::fs::read_dir(path)?.map(|entry| entry.and_then(with_kind)).collect()
    }

    fn sort_out(
        &mut self,
        entry: &DirEntry,
        kind: FileType,
        parent: &str,
        pending: &mut Vec<(PathBuf, String)>,
    ) {
        let own = entry.file_name().to_string_lossy().into_owned();
        let name = if parent.is_empty() { own.clone() } else { format!("{parent}/{own}") };
        if own.starts_with('.') || name == RESERVED {
            return;
        }
        if kind.is_dir() {
            pending.push((entry.path(), name));
        } else if kind.is_file() {
            self.listing.files.push(Found { name, path: entry.path() });
        } else if kind.is_symlink() {
            self.follow(&entry.path(), name);
        } else {
            self.skip(name, "not a file".to_owned());
        }
    }

    fn follow(&mut self, link: &Path, name: String) {
        let target = link.canonicalize().and_then(|target| Ok((std::fs::metadata(&target)?, target)));
        match target {
            Ok((about, target)) if about.is_dir() => self.linked.push((name, target)),
            Ok((about, target)) if about.is_file() => {
                self.listing.linked.push(target.clone());
                self.listing.files.push(Found { name, path: target });
            }
            Ok(_) => self.skip(name, "not a file".to_owned()),
            Err(_) => self.skip(name, "link that leads nowhere".to_owned()),
        }
    }

    fn enter_link(&mut self, target: PathBuf, name: String) {
        let inside_read = self.entered.contains(&target);
        let around_read = self.entered.iter().any(|entered| entered.starts_with(&target));
        if inside_read || around_read {
            self.skip(name, "link to a folder that is read already".to_owned());
        } else {
            self.listing.linked.push(target.clone());
            self.enter(target, name);
        }
    }

    fn skip(&mut self, file: String, reason: String) {
        self.listing.skipped.push(Skipped { file, reason });
    }
}
